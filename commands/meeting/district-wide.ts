/** 全区性会议: how many a year, how long, and whose consent, where the rule says so. */
import { type Day, sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import { type Person, sayPerson } from '../../src/core/roster.ts';
import { quoteOf, quotesOf } from '../../src/rules/quote.ts';
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { Context, Said } from '../command.ts';
import { nearest } from '../nearest.ts';
import { standingFor } from '../papers/standing.ts';
import { draftingUnit } from '../papers/units.ts';
import { planRoute } from '../plan.ts';
import { meetingIn, readPlace, readWhen } from './read.ts';
import { isCurrent } from './register.ts';

type Limit = ProvisionOf<'meeting-limit'>;

/** Held in the government's name, or by a department for its own system. */
const NAMES = { 'district-wide': 'government-wide', department: 'system-wide' } as const;
/** 全区性会议一般不越级召开: said of every such meeting, in whoever's name. */
const isOfAny = ({ says, value }: Limit): boolean =>
  says.startsWith('全区性会议') && value.perYear === undefined && !value.route;

export const IN_GOVERNMENT_NAME = /以区政府(?:办公室)?(?:的)?名义|区政府(?:办公室)?(?:决定|拟|将|定于)?召开|提请区政府/;

/** Judges a plan to hold a district-wide meeting. */
export function planDistrictWide(said: Said, context: Context): Decision {
  const { text } = said.marked;
  const scope = IN_GOVERNMENT_NAME.test(text) ? 'district-wide' : 'department';
  const limits = context.book
    .byKind('meeting-limit')
    .filter((p) => (p.value.meeting === scope || isOfAny(p)) && !p.value.neverInvite && !p.value.approvalToInvite);
  const unit = draftingUnit(said, context);
  const standing = standingFor(context, 'meeting', unit === context.sender.unit ? undefined : unit, text);
  if ('status' in standing) return standing;
  const owner = context.roster.person(standing.owner) ?? context.sender;
  if (limits.length === 0) {
    return reply('meeting', 'not-found', '规则未对召开这类全区性会议的次数和审批作出规定，本助手不作推断。', [], {
      aside: nearest(context, [`meeting.${scope}.limit`, 'meeting.district-wide.approval'], '全区性会议 审批 精简'),
    });
  }
  const plan = planOf(said, context, owner, unit, scope);
  const warnings = warningsOf(said, context, limits, plan);
  const rule = limits.find((p) => p.value.route);
  // 能以部门名义召开的会议不以区政府名义召开
  const stated =
    scope === 'district-wide'
      ? context.book.byTopic('meeting.district-wide.approval').provisions.filter((p) => p.value.kind === 'statement')
      : [];
  warnings.push(...stated.map((p) => p.says));
  const told = warnings.map((w) => `提示：${w}`).join('');
  const quotes = quotesOf(context.book, [...limits, ...stated]);
  if (!rule?.value.route && scope === 'district-wide') {
    return {
      ...reply('meeting', 'answered', `${plan.body}规则未规定由谁审批，请按有关规定报批。${told}`, quotes),
      effects: [{ do: 'ask-office', outcome: 'not-found', text: '以区政府名义召开全区性会议由谁审批' }],
    };
  }
  return {
    ...reply('meeting', rule ? 'submitted' : 'recorded', `${rule ? '已受理' : '已登记'}：${plan.body}${told}`, quotes),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'meeting',
          kind: NAMES[scope],
          title: `${plan.title}计划`,
          owner: owner.id,
          day: plan.day,
          quotes,
          route: rule?.value.route ? planRoute(rule.value.route, [quoteOf(context.book, rule)]) : [],
          data: {
            body: plan.body,
            publicBody: plan.body,
            warnings,
            ...(unit && { unit }),
            ...(said.files.length > 0 && { attachments: said.files }),
          },
        },
      },
    ],
  };
}

interface Plan {
  title: string;
  body: string;
  day: Day;
  unit: string;
  kind: string;
}

function planOf(
  said: Said,
  context: Context,
  owner: Person,
  unit: string | undefined,
  scope: keyof typeof NAMES,
): Plan {
  const title = meetingIn(said)?.text ?? '全区性会议';
  const { day, time } = readWhen(said, context.today);
  const place = readPlace(said);
  const when = day ? `${sayDay(day, context.today)}${time ?? ''}` : '';
  const name = scope === 'district-wide' ? '以区政府名义' : '';
  const body = `${unit ?? sayPerson(owner)}拟${when}${place ? `在${place}` : ''}${name}召开${title}。`;
  return { title, body, day: day ?? context.today, unit: unit ?? owner.unit, kind: NAMES[scope] };
}

/** 今年第二次了, 上半年开过一次: said to have been held before. */
const SAID_HELD =
  /第[二两三四五2-5]次|[今本]年(?:度)?[^，。；,;]{0,8}(?:开|办|召开)过|(?:再|又)(?:召?开|办|搞)(?:一次|一个|个)?|(?:上半年|年初|\d月)[^，。；,;]{0,6}开过/;

/** What goes beyond the limits; they are told, not enforced, where the rule says 原则上 or 一般. */
function warningsOf(said: Said, context: Context, limits: readonly Limit[], plan: Plan): string[] {
  const year = plan.day.slice(0, 4);
  const before = context.facts
    .mattersBetween('meeting', `${year}-01-01`, `${year}-12-31`)
    .filter((m) => m.kind === plan.kind && m.data.unit === plan.unit && isCurrent(m)).length;
  const held = Math.max(before, SAID_HELD.test(said.marked.text) ? 1 : 0);
  const length =
    said.marked.dates.find((d) => d.type === 'duration')?.days ?? (/全天|一整天|整天/.test(said.marked.text) ? 1 : 0);
  return limits.flatMap(({ value, says }) => [
    ...(value.perYear === undefined && !value.halfDay && !value.route ? [says] : []),
    ...(value.perYear !== undefined && held >= value.perYear
      ? [
          `${before >= value.perYear ? `本年度已登记${before}次` : '来文说明本年度已经开过'}，规则规定原则上每年不超过${value.perYear}次。`,
        ]
      : []),
    ...(value.halfDay && length > 0.5 ? ['规则规定时间一般不超过半天。'] : []),
  ]);
}
