/** 督办台账: the items under way, found again by their words, and listed for those who follow up. */
import { addDays, sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Matter, Step } from '../../src/core/matter.ts';
import { isLeader, type Person } from '../../src/core/roster.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { nearest } from '../nearest.ts';
import { OFFICE_UNIT, unitsIn } from '../papers/units.ts';

export const ITEM = 'item';

/** Items are looked for by their due day, a year back and two ahead. */
const BACK = 366;
const AHEAD = 731;
const SHOWN = 20;

/** What an item is called: its task in a few words. */
export const taskName = (matter: Matter): string => String(matter.data.facts?.task ?? matter.title);

/** The office, whoever receives for the supervision center, and leaders may register items and see all of them. */
export function mayOversee({ roster, sender }: Context): boolean {
  const bodies = roster.bodiesOf(sender.id);
  return (
    sender.unit === OFFICE_UNIT ||
    isLeader(sender) ||
    sender.position === 'party-secretary' ||
    bodies.includes('supervision-center') ||
    bodies.includes('government-office')
  );
}

/** Items that are not done, by due day. */
export const openItems = ({ facts, today }: Context): Matter[] =>
  facts
    .mattersBetween('supervision', addDays(today, -BACK), addDays(today, AHEAD))
    .filter((m) => m.kind === ITEM && m.state === 'open');

export interface Task {
  step: Step;
  matter: Matter;
}

/** What a person, or the head of the person's unit, still has to do. */
export function tasksOf({ facts, roster, sender }: Context): Task[] {
  const own = new Set([sender.id, roster.headOf(sender.unit)?.id ?? sender.id]);
  return [...own].flatMap((person) =>
    facts.openSteps(person).flatMap((step) => {
      const matter = step.ask === 'do' ? facts.matter(step.matter) : undefined;
      return matter?.about === 'supervision' ? [{ step, matter }] : [];
    }),
  );
}

const pairs = (text: string): Set<string> => {
  const plain = text.replace(/[^一-鿿\d]/g, '');
  return new Set([...plain].slice(1).map((char, i) => plain.charAt(i) + char));
};

/** How much of an item's task a message names, 0 to 1. */
export function likeness(said: Said, matter: Matter): number {
  const wanted = pairs(taskName(matter));
  const had = pairs(said.marked.text);
  const common = [...wanted].filter((p) => had.has(p)).length;
  return wanted.size > 0 ? common / wanted.size : 0;
}

const CLEAR = 0.25;

/** The one that a message means: the only one, or the one whose task it names best; several where it does not tell. */
export function meant<T extends { matter: Matter }>(said: Said, all: readonly T[]): T[] {
  const units = unitsIn(said).map((u) => u.unit);
  const ofUnits = units.length > 0 ? all.filter((t) => t.matter.data.units?.some((u) => units.includes(u))) : all;
  const pool = ofUnits.length > 0 ? ofUnits : all;
  if (pool.length <= 1) return [...pool];
  const scored = pool.map((t) => ({ t, like: likeness(said, t.matter) })).sort((a, b) => b.like - a.like);
  const [first, second] = scored;
  return first && first.like >= CLEAR && first.like > (second?.like ?? 0) ? [first.t] : [...pool];
}

/** `1. 乌河河道清障：水利局主要负责人朱佳宁，3月31日（周二）到期，进展：…` */
function sayItem(context: Context, matter: Matter, n: number): string {
  const { facts, roster, today } = context;
  const open = facts.stepsOf(matter.id).filter((s) => s.ask === 'do' && s.state === 'open');
  const who = [...new Set(open.flatMap((s) => facts.peopleOf(s.id)))]
    .flatMap((id) => roster.person(id) ?? [])
    .map((p: Person) => `${p.unit}${p.name}`);
  const due = open[0]?.due ?? matter.day ?? '';
  const late = due !== '' && due < today ? '（已逾期）' : '';
  const progress = matter.data.facts?.progress;
  const latest = Array.isArray(progress) ? progress.at(-1) : undefined;
  return `${n}. ${taskName(matter)}：${who.join('、')}，${due ? `${sayDay(due, today)}到期${late}` : '未定时限'}${latest ? `；进展：${latest}` : ''}`;
}

export function sayItems(context: Context, items: readonly Matter[]): string {
  const shown = items.slice(0, SHOWN).map((m, i) => sayItem(context, m, i + 1));
  const more = items.length > SHOWN ? `\n……另有${items.length - SHOWN}项，请写明单位查询。` : '';
  return `${shown.join('\n')}${more}`;
}

/** 督办台账、还有哪些没办结: all for those who oversee, the own ones for the others. */
export function overview(said: Said, context: Context): Decision {
  const units = unitsIn(said).map((u) => u.unit);
  const late = /逾期|超期|过期|到期未/.test(said.marked.text);
  const own = new Set(tasksOf(context).map((t) => t.matter.id));
  const all = mayOversee(context) ? openItems(context) : openItems(context).filter((m) => own.has(m.id));
  const items = all.filter(
    (m) =>
      (units.length === 0 || m.data.units?.some((u) => units.includes(u))) && (!late || (m.day ?? '') < context.today),
  );
  const rule = context.book.byKind('supervision')[0];
  const quotes = rule ? [quoteOf(context.book, rule)] : [];
  const what = late ? '逾期未办结的督办事项' : '未办结的督办事项';
  if (items.length === 0)
    return reply('supervision', 'answered', `目前没有${mayOversee(context) ? '' : '由您办理的'}${what}。`, quotes);
  return reply('supervision', 'answered', `${what}共${items.length}项：\n${sayItems(context, items)}`, quotes);
}

/** 定期将落实情况向区政府领导同志报告: the list goes to the leaders, where the rule wants it reported. */
export function report(context: Context): Decision {
  const rule = context.book.provisions.find(
    (p) => p.family === 'supervision' && /落实情况.{0,4}向区政府领导同志报告/.test(p.phrase.replace(/\s/g, '')),
  );
  if (!rule) {
    const aside = nearest(context, ['supervision.report'], '督办 落实情况 报告');
    return reply('supervision', 'not-found', '规则未规定督办落实情况如何报告，本助手不作推断。', [], { aside });
  }
  const items = openItems(context);
  const body =
    items.length > 0 ? `未办结的督办事项共${items.length}项：\n${sayItems(context, items)}` : '督办事项均已办结。';
  const quotes = [quoteOf(context.book, rule)];
  return {
    ...reply('supervision', 'submitted', '已汇总会议决定事项落实情况并报送。', quotes),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'supervision',
          kind: 'report',
          title: `${sayDay(context.today)}督办事项落实情况报告`,
          owner: context.sender.id,
          day: context.today,
          quotes,
          route: [{ ask: 'note', who: ['mayor', 'deputy-mayor'], quotes }],
          data: { body, publicBody: body, warnings: [] },
        },
      },
    ],
  };
}
