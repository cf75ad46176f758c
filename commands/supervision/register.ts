/** 列入督办: an item from a decision or an instruction, with its owner and due day. */
import { sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import { isHead, sayPerson } from '../../src/core/roster.ts';
import type { Body, Missing } from '../../src/core/vocabulary.ts';
import { partyName } from '../../src/rules/parties.ts';
import { quotesOf } from '../../src/rules/quote.ts';
import type { Provision } from '../../src/rules/schema.ts';
import type { Context, Said } from '../command.ts';
import { askFor } from '../papers/unfinished.ts';
import { withoutDates } from '../punctuation.ts';
import { ITEM, mayOversee } from './ledger.ts';
import { type Item, isTerm, readItem, supervisionRule } from './read.ts';

/** Opens an item: whoever follows up by the rule gets it to note, each owner to do. */
export function register(said: Said, context: Context): Decision {
  const rule = supervisionRule(said, context);
  const rules: Provision[] = rule ? [rule] : [];
  if (!mayOversee(context)) {
    return reply(
      'supervision',
      'not-allowed',
      '您不能登记督办事项。督办事项由区政府办公室、督查机构或区政府领导同志提出；如需反映事项，请报区政府办公室。',
      quotesOf(context.book, rules),
    );
  }
  const item = readItem(said, context);
  const people = ownersOf(context, item);
  const missing: Missing[] = [];
  if (people.length === 0) missing.push('department');
  if (!item.due || item.fault) missing.push('dates');
  const past = item.due !== undefined && item.due < context.today;
  if (missing.length > 0 || past) return ask(said, context, item, past ? [...missing, 'dates'] : missing, rules);
  return open(said, context, item, people, rules);
}

function ownersOf({ roster }: Context, item: Item): string[] {
  const heads = item.units.flatMap((unit) => roster.headOf(unit)?.id ?? []);
  return heads.length > 0 ? heads : item.lead ? [item.lead.id] : [];
}

function ask(said: Said, context: Context, item: Item, missing: Missing[], rules: Provision[]): Decision {
  const words = { department: '责任单位（名册中的部门或镇街）', dates: '完成时限' } as const;
  const wanted = missing.map((m) => (m === 'department' || m === 'dates' ? words[m] : m)).join('、');
  const known = [
    item.task,
    item.units.join('、'),
    item.due && !missing.includes('dates') && sayDay(item.due, context.today),
  ].filter(Boolean);
  const fault = item.fault
    ? '来文中的日期有误或已经过去，请核对。'
    : item.due && missing.includes('dates')
      ? `完成时限${sayDay(item.due, context.today)}已经过去，请核对。`
      : '';
  return askFor(
    'supervision',
    fault ? withoutDates(said, (d) => isTerm(said, d)) : said,
    missing,
    `${fault}${item.unknown.length > 0 ? `名册中未查到：${item.unknown.join('、')}。` : ''}已记下：${known.join('，')}。请补充：${wanted}。可直接回复。`,
    quotesOf(context.book, rules),
  );
}

function open(said: Said, context: Context, item: Item, people: string[], rules: Provision[]): Decision {
  const { roster, book, today, sender } = context;
  const due = item.due ?? today;
  const delay = book.find('supervision-report', (v) => v.beforeOverdue === true);
  const quotes = quotesOf(book, rules);
  const stageQuotes = quotesOf(book, [...rules, ...(delay ? [delay] : [])]);
  const owners = people.flatMap((id) => roster.person(id) ?? []).map(sayPerson);
  const title = `督办：${item.task}（${item.units.join('、') || owners.join('、')}）`;
  const body = `事项：${item.task}；责任单位：${owners.join('、')}；完成时限：${sayDay(due, today)}；登记：${sayPerson(sender)}。\n原文：${said.marked.text.slice(0, 400)}`;
  const [rule] = rules;
  const by = rule?.value.kind === 'supervision' ? rule.value.by : undefined;
  // Whoever follows up needs no word of what they registered themselves.
  const follows: PlannedStage[] =
    by && !roster.bodiesOf(sender.id).includes(by as Body) ? [{ ask: 'note', who: [by], word: '督办', quotes }] : [];
  const route: PlannedStage[] = [
    ...follows,
    {
      ask: 'do',
      who: [],
      people,
      due,
      quotes: stageQuotes,
      hint: `办结后请按“已办结”，进展可直接回复。${delay ? '不能按期办结的，请在到期前报告进展、原因、下步推进措施和新的完成时限。' : ''}${ledgerHint(context)}`,
    },
  ];
  const absent = item.unknown.length > 0 ? `名册中未查到：${item.unknown.join('、')}，请另行通知。` : '';
  const unruled = rules.length === 0 ? '规则未列明此类事项的督办主体，按您的登记办理。' : '';
  return {
    ...reply(
      'supervision',
      'submitted',
      `已列入督办：${item.task}；责任单位：${owners.join('、')}；完成时限：${sayDay(due, today)}。${by ? `由${partyName(by)}负责督办。` : unruled}${absent}到期前后将自动提醒。`,
      quotes,
      { due },
    ),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'supervision',
          kind: ITEM,
          title,
          owner: sender.id,
          day: due,
          quotes,
          route,
          data: {
            body,
            publicBody: body,
            warnings: [],
            ...(item.units[0] && isHead(roster.headOf(item.units[0]) ?? sender) && { unit: item.units[0] }),
            units: item.units,
            ...(item.instructor && { leaders: [item.instructor.id] }),
            facts: { task: item.task, by: by ?? '', progress: [] },
          },
        },
      },
    ],
  };
}

/** 定目标、定任务…: what the rule wants settled when an item is taken on. */
function ledgerHint({ book }: Context): string {
  const [ledger] = book.byTopic('supervision.ledger').provisions;
  return ledger ? `规则要求：${ledger.says}` : '';
}
