/** Judges a request for leave by the provisions for that position (请假、外出报告). */
import { addDays, daysBetween, sayDay, saySpan } from '../../src/core/day.ts';
import { type Decision, type NewMatter, reply } from '../../src/core/decision.ts';
import type { Matter, Paper, PlannedStage } from '../../src/core/matter.ts';
import type { Quote } from '../../src/core/message.ts';
import { isDeputyMayor, type Person, sayPerson } from '../../src/core/roster.ts';
import { MISSING, type Missing, POSITIONS } from '../../src/core/vocabulary.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';
import { nearest } from '../nearest.ts';
import { planRoute } from '../plan.ts';
import { isCurrentLeave } from './current.ts';
import type { LeaveRequest } from './read.ts';

/** A request whose days are known and in order. */
type Dated = LeaveRequest & { first: string; last: string };

const isDated = (request: LeaveRequest): request is Dated => request.first !== undefined && request.last !== undefined;

/** The provision on leave for a position: the more specific one first (常务副区长 is also a 副区长). */
export function leaveRule(context: Context, person: Person): ProvisionOf<'leave'> | undefined {
  const exact = context.book.find('leave', (v) => v.of.includes(person.position));
  if (exact || person.position !== 'executive-deputy-mayor') return exact;
  return context.book.find('leave', (v) => v.of.includes('deputy-mayor'));
}

const coversPosition = (of: readonly string[], person: Person): boolean =>
  of.includes(person.position) || (isDeputyMayor(person) && of.includes('deputy-mayor'));

/** Decides a leave request of `person`: refused, incomplete, not found, or opened and on its way. */
export function judgeLeave(context: Context, person: Person, request: LeaveRequest): Decision {
  const rule = leaveRule(context, person);
  if (!rule) return withoutRule(context, person, request);
  const quotes = [quoteOf(context.book, rule)];
  const draft = (missing: Missing[], text: string, more: Quote[] = []): Decision => ({
    ...reply('leave', 'incomplete', text, [...quotes, ...more], { missing }),
    effects: [{ do: 'draft', about: 'leave', request: { ...request, person: person.id }, missing }],
  });
  if (request.fault) return draft(['dates'], `${request.fault}，请核对后重新发送起止日期。`);
  if (isDated(request) && request.last < request.first) {
    return draft(['dates'], `结束日期${sayDay(request.last)}早于开始日期${sayDay(request.first)}，请核对。`);
  }
  if (isDated(request) && request.last < context.today) {
    return draft(
      ['dates'],
      `${saySpan(request.first, request.last, context.today)}已经过去，请核对起止日期；补登记请说明“补登记外出”。`,
    );
  }

  const urgentRule = context.book.find('leave-urgent', (v) => coversPosition(v.of, person));
  const short =
    isDated(request) &&
    rule.value.noticeDays !== undefined &&
    daysBetween(context.today, request.first) < rule.value.noticeDays;
  if (isDated(request) && short && !request.urgent && !rule.value.inPrinciple) {
    return tooShort(context, request, rule, urgentRule);
  }

  const missing: Missing[] = [];
  if (!isDated(request)) missing.push('dates');
  if (rule.value.needs?.includes('place') && !request.place) missing.push('place');
  if (!request.reason && !request.urgentReason) missing.push('reason');
  if (rule.value.needs?.includes('acting') && !request.acting) missing.push('acting');
  const attachmentRule = context.book.find('leave-attachments', (v) => coversPosition(v.of, person));
  const days = isDated(request) ? daysBetween(request.first, request.last) + 1 : 0;
  const attachmentQuotes: Quote[] = [];
  if (attachmentRule && days > attachmentRule.value.overDays && !request.files?.length) {
    missing.push('attachments');
    attachmentQuotes.push(quoteOf(context.book, attachmentRule));
  }
  const urgent = short && request.urgent === true;
  if (urgent && urgentRule && urgentRule.value.explain !== 'none' && !request.urgentReason) {
    missing.push('urgent-reason');
    attachmentQuotes.push(quoteOf(context.book, urgentRule));
  }
  if (missing.length > 0 || !isDated(request)) {
    return draft(missing, askFor(context, request, missing, attachmentRule?.value.overDays), attachmentQuotes);
  }

  const basis: Provision[] = [rule];
  const warnings: string[] = [];
  if (attachmentRule && days > attachmentRule.value.overDays) basis.push(attachmentRule);
  if (short && rule.value.inPrinciple) {
    warnings.push(`本次外出提前不足${rule.value.noticeDays}天，规则原则上要求至少提前${rule.value.noticeDays}天。`);
  }
  if (urgent && urgentRule) basis.push(urgentRule);
  const together = bothAway(context, person, request);
  if (together) {
    warnings.push(together.warning);
    if (together.provision) basis.push(together.provision);
  }
  const clash = overlapping(context, person, request);
  if (clash) warnings.push(`与已提出的“${clash.title}”时间重叠。`);
  const acting = request.actingId ? context.roster.person(request.actingId) : undefined;
  if (acting && context.facts.absencesOverlapping(acting.id, request.first, request.last).length > 0) {
    warnings.push(`代为主持工作的${acting.name}同期也已登记外出。`);
  }
  return open(context, person, request, {
    rule,
    basis,
    warnings,
    urgent,
    written: urgent && urgentRule?.value.explain === 'written',
  });
}

function tooShort(
  context: Context,
  request: Dated,
  rule: ProvisionOf<'leave'>,
  urgentRule: ProvisionOf<'leave-urgent'> | undefined,
): Decision {
  const days = rule.value.noticeDays ?? 0;
  const earliest = addDays(context.today, days);
  const urgent = urgentRule
    ? `确因紧急事项临时外出的，请注明“紧急”${urgentRule.value.explain === 'none' ? '' : '并说明理由'}，可及时报备。`
    : '';
  return reply(
    'leave',
    'refused',
    `未予受理：应提前${days}天，今天是${sayDay(context.today)}，最早可从${sayDay(earliest)}起外出，您提出的是${sayDay(request.first)}。${urgent}`,
    [quoteOf(context.book, rule), ...(urgentRule ? [quoteOf(context.book, urgentRule)] : [])],
  );
}

/** A position whose leave the rule doesn't name: said so, with the offer to register the absence. */
function withoutRule(context: Context, person: Person, request: LeaveRequest): Decision {
  const standIn = person.position === 'mayor' ? context.book.find('stand-in', (v) => v.of === 'mayor') : undefined;
  if (!standIn) {
    return reply(
      'leave',
      'not-found',
      `规则未对${POSITIONS[person.position]}的请假审批作出规定，本助手不作推断。如需登记外出，请回复“登记外出”并写明起止日期，例如：登记外出 3月5日至3月7日。`,
      [],
      { aside: nearest(context, ['leave.staff.route', 'leave.department-head.route'], '请假 外出 请销假制度') },
    );
  }
  const missing: Missing[] = [
    ...(isDated(request) ? [] : (['dates'] as const)),
    ...(request.reason ? [] : (['reason'] as const)),
  ];
  const quotes = [quoteOf(context.book, standIn)];
  if (request.fault || missing.length > 0 || !isDated(request)) {
    return {
      ...reply(
        'leave',
        'incomplete',
        `${request.fault ? `${request.fault}。` : ''}${askFor(context, request, missing)}`,
        quotes,
        { missing: missing.length > 0 ? missing : ['dates'] },
      ),
      effects: [{ do: 'draft', about: 'leave', request: { ...request, person: person.id }, missing }],
    };
  }
  const exec = context.roster.at('executive-deputy-mayor')[0];
  return {
    ...reply(
      'leave',
      'recorded',
      `已登记：${person.name}区长外出，时间：${saySpan(request.first, request.last, context.today)}。外出期间由${exec ? sayPerson(exec) : '负责常务工作的副区长'}主持区政府工作。`,
      quotes,
    ),
    effects: [
      { do: 'absence', person: person.id, first: request.first, last: request.last },
      ...(exec
        ? [
            {
              do: 'tell' as const,
              to: [exec.id],
              status: 'notice' as const,
              text: `${person.name}区长外出，时间：${saySpan(request.first, request.last, context.today)}，期间由您主持区政府工作。`,
              quotes,
            },
          ]
        : []),
    ],
  };
}

/** Another leave of the same person on the same days, asked for or under way. */
function overlapping(context: Context, person: Person, request: Dated): Matter | undefined {
  return context.facts
    .mattersOf(person.id, 'leave')
    .find(
      (m) =>
        isCurrentLeave(m) &&
        m.id !== request.replaces &&
        (m.data.first ?? '') <= request.last &&
        (m.data.last ?? '') >= request.first,
    );
}

/** 相互补位的领导同志同期外出: told to who decides; a clause only where the district's rule has one. */
function bothAway(context: Context, person: Person, request: Dated): { warning: string; provision?: Provision } | null {
  const partner = context.roster.person(person.standIn ?? '');
  if (!partner || !isDeputyMayor(person)) return null;
  if (context.facts.absencesOverlapping(partner.id, request.first, request.last).length === 0) return null;
  const provision = context.book.find('both-away');
  const rule = provision ? '，相互补位的领导同志原则上不同时安排外出、休假' : '';
  return { warning: `与其相互补位的${sayPerson(partner)}同期外出${rule}。`, provision };
}

function open(
  context: Context,
  person: Person,
  request: Dated,
  judged: { rule: ProvisionOf<'leave'>; basis: Provision[]; warnings: string[]; urgent: boolean; written: boolean },
): Decision {
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
      },
    },
  };
  const reachable = context.book.find('reachable');
  const told = request.actingId && request.actingId !== context.sender.id ? [request.actingId] : [];
  return {
    ...reply(
      'leave',
      'submitted',
      `已受理：${parts.join('；')}。${warnings.map((w) => `提示：${w}`).join('')}${reachable ? '外出期间请保持通信畅通。' : ''}`,
      quotes,
    ),
    effects: [
      { do: 'open', matter },
      ...(told.length > 0
        ? [
            {
              do: 'tell' as const,
              to: told,
              status: 'notice' as const,
              text: `${publicBody}如您不便代为主持，请回复“我不能代为主持”。`,
              quotes: [],
            },
          ]
        : []),
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

function askFor(context: Context, request: LeaveRequest, missing: Missing[], overDays?: number): string {
  const known = [
    isDated(request) && saySpan(request.first, request.last, context.today),
    !isDated(request) && request.first && `${sayDay(request.first, context.today)}起`,
    request.place && `地点${request.place}`,
    request.reason && `事由${request.reason}`,
    request.acting && `由${request.acting}代为主持`,
  ].filter(Boolean);
  const wanted = missing.map((code) =>
    code === 'attachments'
      ? `附件（有关通知、方案及日程安排${overDays ? `，外出超过${overDays}天须附` : ''}）`
      : code === 'urgent-reason'
        ? '紧急外出的理由'
        : MISSING[code],
  );
  return `${known.length > 0 ? `已记下：${known.join('，')}。` : ''}请补充：${wanted.join('、')}。可直接回复。`;
}
