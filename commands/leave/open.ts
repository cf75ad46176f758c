import { sayDay, saySpan } from '../../src/core/day.ts';
import { type Decision, type NewMatter, reply } from '../../src/core/decision.ts';
import type { Paper, PlannedStage } from '../../src/core/matter.ts';
import { type Person, sayPerson } from '../../src/core/roster.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';
import { planRoute } from '../plan.ts';
import type { Dated } from './ask.ts';
import { presidingFor, tellPresiding } from './presiding.ts';
import { tellOthers } from './tell.ts';

/** What a leave was found to rest on. */
export interface Judged {
  rule: ProvisionOf<'leave'>;
  basis: Provision[];
  warnings: string[];
  urgent: boolean;
  /** The rule asks for a written explanation. */
  written: boolean;
}

/** Opens a leave that nothing speaks against. */
export function openLeave(context: Context, person: Person, request: Dated, judged: Judged): Decision {
  const { rule, basis, warnings, urgent } = judged;
  const quotes = basis.map((p) => quoteOf(context.book, p));
  const span = saySpan(request.first, request.last, context.today);
  const who = sayPerson(person);
  const publicBody = `${who}外出，时间：${span}${request.acting ? `；代为主持工作的负责人：${request.acting}` : ''}。`;
  const parts = [
    `${who}外出，时间：${span}`,
    request.place && `地点：${request.place}`,
    `事由：${request.reason ?? request.urgentReason}`,
    request.acting && `代为主持工作的负责人：${request.acting}`,
    urgent && `紧急外出${request.urgentReason ? `，理由：${request.urgentReason}` : ''}`,
    request.files?.length && `附件：${request.files.join('、')}`,
  ].filter(Boolean);
  const asks = rule.value.route.some((s) => s.ask === 'approve');
  const route: PlannedStage[] = planRoute(rule.value.route, quotes.slice(0, 1));
  if (route[0]) route[0].quotes = quotes;
  const paper = judged.written ? [explanation(context, person, request)] : undefined;
  const matter: NewMatter = {
    about: 'leave',
    kind: 'absence',
    title: `${person.name}${sayDay(request.first, context.today)}${request.first === request.last ? '' : `至${sayDay(request.last, context.today)}`}外出${asks ? '请假' : '报告'}`,
    owner: person.id,
    day: request.first,
    quotes,
    route,
    data: {
      body: `${parts.join('；')}。`,
      publicBody,
      warnings,
      unit: person.unit,
      first: request.first,
      last: request.last,
      attachments: request.files,
      papers: paper,
      facts: {
        place: request.place ?? '',
        reason: request.reason ?? request.urgentReason ?? '',
        acting: request.acting ?? '',
        actingId: request.actingId ?? '',
        urgent: request.urgent ?? false,
        urgentReason: request.urgentReason ?? '',
        designee: (person.position === 'mayor' && presidingFor(context, request)?.designee) || '',
      },
    },
  };
  const reachable = context.book.find('reachable');
  const presiding = person.position === 'mayor' ? presidingFor(context, request)?.person.id : undefined;
  // Whoever the rule itself puts in the mayor's place is told so, and not asked.
  const told = [request.actingId ?? ''].filter((id) => id && id !== presiding);
  return {
    ...reply(
      'leave',
      'submitted',
      `已受理：${parts.join('；')}。${warnings.map((w) => `提示：${w}`).join('')}${reachable ? '外出期间请保持通信畅通。' : ''}`,
      quotes,
    ),
    effects: [
      { do: 'open', matter },
      ...(person.position === 'mayor' ? tellPresiding(context, person, request) : []),
      ...tellOthers(told, `${publicBody}如您不便代为主持，请回复“我不能代为主持”。`, context),
    ],
  };
}

/** 书面说明: drawn up from what was said. */
function explanation(context: Context, person: Person, request: Dated): Paper {
  return {
    name: '紧急外出情况说明.docx',
    title: '关于紧急外出的情况说明',
    addressee: '区政府：',
    paragraphs: [
      `因${request.urgentReason ?? request.reason ?? ''}，我于${sayDay(request.first)}${request.first === request.last ? '' : `至${sayDay(request.last)}`}临时外出${request.place ? `，前往${request.place}` : ''}。${request.acting ? `外出期间由${request.acting}代为主持工作。` : ''}`,
      '特此说明。',
    ],
    signature: `${person.unit} ${person.name}`,
    day: context.today,
  };
}
