/** Judges an event by the district's provisions on events and on leaders at department meetings. */
import { type Day, sayDay } from '../../src/core/day.ts';
import { type Decision, type NewMatter, reply } from '../../src/core/decision.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import type { Quote } from '../../src/core/message.ts';
import { isDeputyMayor, isHead, sayPerson } from '../../src/core/roster.ts';
import type { Missing, Position } from '../../src/core/vocabulary.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import { EVENTS, type EventKind, type Provision, type ProvisionOf, type Stage } from '../../src/rules/schema.ts';
import type { Context, Said } from '../command.ts';
import { asksConsent, consentGiven, namedException } from '../exceptions.ts';
import { nearest } from '../nearest.ts';
import { askFor } from '../papers/unfinished.ts';
import { planRoute } from '../plan.ts';
import { asksAttendance, eventRule, isMeeting } from './kinds.ts';
import { earliestDay, inTime, lastFilingDay, type Notice, sayNotice } from './notice.ts';
import type { EventRequest } from './read.ts';

/** What the provisions met so far have settled. */
interface Verdict {
  basis: Provision[];
  warnings: string[];
  stages: Stage[];
  /** Prohibitions that nothing excuses. */
  refusals: { says: string; provision: Provision }[];
  missing: Set<Missing>;
  /** Points of things that the rule wants done first. */
  answers: string[];
}

/** Topics of topics.ts whose silence or statement is nearest to a kind. */
const TOPIC_OF: Record<EventKind, readonly string[]> = {
  'invite-leader': ['event.invite.route'],
  'department-meeting': ['meeting.department.leaders', 'event.invite.route'],
  'upper-level-meeting': ['meeting.upper-level'],
  'ribbon-cutting': ['event.ribbon'],
  inscription: ['event.inscription'],
  letter: ['event.letter'],
  publication: ['event.publication'],
  speech: ['event.speech'],
  interview: ['event.interview'],
  'social-activity': ['event.social'],
  'foreign-affairs': ['event.foreign'],
  'international-conference': ['event.conference'],
  'joint-event': ['event.joint'],
  'direct-invitation': ['event.invite.direct', 'event.invite.route'],
};

/** Kinds that are an invitation all the same where the rule has nothing more particular. */
const INVITATIONS: readonly EventKind[] = [
  'ribbon-cutting',
  'social-activity',
  'foreign-affairs',
  'direct-invitation',
  'department-meeting',
];

/** Decides: refused, incomplete, not found, answered, or opened and on its way. */
export function judgeEvent(said: Said, context: Context, owner: string, request: EventRequest): Decision {
  const verdict: Verdict = { basis: [], warnings: [], stages: [], refusals: [], missing: new Set(), answers: [] };
  const silent: EventKind[] = [];
  let invitation = request.kinds.includes('invite-leader');
  for (const kind of request.kinds.filter((k) => k !== 'invite-leader')) {
    const rule = eventRule(context, kind);
    if (rule) weighRule(said, rule, kind, verdict);
    else if (INVITATIONS.includes(kind)) invitation = true;
    else silent.push(kind);
    if (kind === 'ribbon-cutting' || kind === 'social-activity') invitation = true;
  }
  if (invitation && verdict.refusals.length === 0) weighInvitation(said, context, request, verdict);
  if (verdict.refusals.length > 0) return refused(context, request, verdict);
  if (silent.length > 0 || (invitation && verdict.basis.length === 0)) {
    return notFound(said, context, silent[0] ?? request.kinds[0] ?? 'invite-leader');
  }
  return proceed(said, context, owner, request, verdict);
}

/** One kind of public act under its provision. */
function weighRule(said: Said, rule: ProvisionOf<'event'>, kind: EventKind, verdict: Verdict): void {
  const { text } = said.marked;
  const { value } = rule;
  const exception = namedException(text, value.exceptions);
  const excused = exception !== undefined || (value.effect === 'consent-first' && consentGiven(text));
  verdict.basis.push(rule);
  if (excused) verdict.warnings.push(`来文说明系“${exception ?? '已经批准'}”，请核实。`);
  switch (value.effect) {
    case 'advice':
      verdict.answers.push(rule.says);
      return;
    case 'forbidden':
      if (excused) verdict.stages.push(...(value.route ?? []));
      else if (value.inPrinciple) warn(rule, verdict);
      else verdict.refusals.push({ says: rule.says, provision: rule });
      return;
    case 'consent-first':
      if (excused) return;
      if (value.route && asksConsent(text)) verdict.stages.push(...value.route);
      else if (value.inPrinciple) warn(rule, verdict);
      else verdict.refusals.push({ says: rule.says, provision: rule });
      return;
    case 'route': {
      const first = precedingStep(rule);
      if (first && notDone(text, first)) {
        verdict.refusals.push({ says: `应先${first}，来文说明尚未办理`, provision: rule });
        return;
      }
      if (first) verdict.warnings.push(`规则要求先${first}，请核实是否已办理。`);
      if (value.inPrinciple) warn(rule, verdict);
      if (
        value.written &&
        said.files.length === 0 &&
        !/书面(?:请示|申请|报告)[^，。；]{0,4}(?:已|附|见|如下|随)|(?:附|见)[^，。；]{0,4}书面/.test(text)
      )
        verdict.missing.add('attachments');
      verdict.stages.push(...(value.route ?? []));
      if (kind === 'foreign-affairs' && !asksAttendance(text)) verdict.missing.add('topic');
    }
  }
}

const warn = (rule: Provision, verdict: Verdict): void => void verdict.warnings.push(`规则：${rule.says}`);

/** 经区外事服务中心提出初核意见后…: what the rule's own words put before the matter. */
function precedingStep(rule: Provision): string | undefined {
  const found = /经([^，。；]{2,14}?)(提出)?(初核意见|初审意见|初审|审核意见)后/.exec(rule.phrase);
  return found ? `经${found[1]}${found[2] ?? ''}${found[3]}` : undefined;
}

/** `经区外事服务中心提出初核意见` said not to be there. */
function notDone(text: string, step: string): boolean {
  const what = /初核|初审|审核/.exec(step)?.[0] ?? step;
  return new RegExp(
    `(?:未|没有?|尚未|还没|没经|来不及|跳过|不)[^，。；]{0,16}${what}|${what}[^，。；]{0,10}(?:尚未|还没|没有|未)`,
  ).test(text);
}

/** An invitation of leaders: through whom, how early, and what department meetings may ask for. */
function weighInvitation(said: Said, context: Context, request: EventRequest, verdict: Verdict): void {
  const invited = invitedPositions(context, request);
  if (isDepartmentMeeting(said, context, request)) weighMeeting(context, invited, verdict);
  if (verdict.refusals.length > 0) return;
  const rule = eventRule(context, 'invite-leader');
  const leaders = invited.some((p) => !TOWN_HEADS.includes(p)) || request.unnamed !== null || invited.length === 0;
  if (!rule || !leaders) return;
  verdict.basis.push(rule);
  verdict.stages.unshift(...(rule.value.route ?? []));
  const { noticeDays, unit = 'calendar', importantOnly, inPrinciple } = rule.value;
  if (!noticeDays) return;
  if (!request.day) {
    verdict.missing.add('time');
    return;
  }
  const notice: Notice = { days: noticeDays, unit };
  if (inTime(context, notice, request.day)) return;
  const late = sayLate(context, notice, request.day);
  if (inPrinciple) verdict.warnings.push(`${late}规则原则上要求${sayNotice(notice)}，请酌定。`);
  else if (importantOnly && !request.important)
    verdict.warnings.push(`如属重要活动，应${sayNotice(notice)}报送。${late}`);
  else verdict.refusals.push({ says: `${rule.says}${late}`, provision: rule });
}

function sayLate(context: Context, notice: Notice, day: Day): string {
  const { today, calendar } = context;
  const last = lastFilingDay(context, notice, day);
  const provisional =
    calendar.isProvisional(day) && notice.unit === 'working' ? '（该年度放假安排尚未公布，暂按周末推算）' : '';
  return `${sayDay(day, today)}的活动最迟应于${sayDay(last, today)}报送${provisional}；今天（${sayDay(today)}）报送的，活动最早为${sayDay(earliestDay(context, notice), today)}。`;
}

const TOWN_HEADS: readonly Position[] = ['town-mayor', 'subdistrict-director', 'zone-head'];

function invitedPositions({ roster }: Context, request: EventRequest): Position[] {
  const leaders = request.leaders.flatMap((id) => {
    const person = roster.person(id);
    if (!person) return [];
    return isDeputyMayor(person) ? [person.position, 'deputy-mayor' as const] : [person.position];
  });
  const unnamed: Position[] = request.unnamed ? ['deputy-mayor'] : [];
  return [...new Set([...leaders, ...unnamed, ...(request.towns ? TOWN_HEADS : [])])];
}

/** A department's own meeting, not a town's and not the government's. */
export function isDepartmentMeeting(said: Said, { roster }: Context, request: EventRequest): boolean {
  const head = request.unit ? roster.headOf(request.unit) : undefined;
  return (
    isMeeting(said.marked.text) &&
    (head ? isHead(head) && head.position === 'department-head' : request.unit === undefined)
  );
}

function weighMeeting(context: Context, invited: readonly Position[], verdict: Verdict): void {
  for (const rule of context.book.byKind('meeting-limit').filter((p) => p.value.meeting === 'department')) {
    const { neverInvite = [], approvalToInvite = [], route = [], inPrinciple } = rule.value;
    const never = invited.some((p) => neverInvite.includes(p));
    const approval = invited.some((p) => approvalToInvite.includes(p));
    if (!never && !approval) continue;
    verdict.basis.push(rule);
    if (never && !inPrinciple) verdict.refusals.push({ says: rule.says, provision: rule });
    if (inPrinciple) warn(rule, verdict);
    if (approval) verdict.stages.push(...route);
  }
}

function refused(context: Context, request: EventRequest, { refusals }: Verdict): Decision {
  const says = refusals.map((r) => r.says.replace(/。$/, '')).join('；');
  const direct = request.kinds.includes('direct-invitation');
  const instead = direct
    ? '请写明活动时间、地点、内容和拟邀请的领导同志，由本助手报区政府办公室按程序办理。'
    : allowed(refusals.map((r) => r.provision));
  return reply(
    'event',
    'refused',
    `未予受理：${says}。${instead}`,
    refusals.map((r) => quoteOf(context.book, r.provision)),
  );
}

/** What would be allowed instead, from the rule's own exceptions. */
function allowed(provisions: readonly Provision[]): string {
  return provisions
    .flatMap(({ value }) => {
      if (value.kind !== 'event') return [];
      const exceptions = value.exceptions?.length
        ? `属于“${value.exceptions.join('”或“')}”的，请在来文中说明后重新提出。`
        : '';
      const consent =
        value.effect === 'consent-first' && value.route ? '尚未取得同意的，请注明“请按程序报批”，由本助手报送。' : '';
      const given =
        value.effect === 'consent-first' && !value.route && !exceptions ? '已经批准的，请注明批准情况后重新提出。' : '';
      return [`${exceptions}${consent}${given}`];
    })
    .join('');
}

function notFound(said: Said, context: Context, kind: EventKind): Decision {
  const { silence } = context.book.byTopic(TOPIC_OF[kind][0] ?? '');
  const aside = nearest(context, TOPIC_OF[kind], EVENTS[kind]);
  return {
    ...reply(
      'event',
      'not-found',
      `${silence?.says ?? `规则未对“${EVENTS[kind]}”作出规定。`}本助手不作推断，请与区政府办公室联系。`,
      [],
      { aside },
    ),
    effects: [{ do: 'ask-office', outcome: 'not-found', text: said.marked.text }],
  };
}

/** Nothing stands in the way: asked for what is missing, else opened on its route. */
function proceed(said: Said, context: Context, owner: string, request: EventRequest, verdict: Verdict): Decision {
  const quotes: Quote[] = verdict.basis.map((p) => quoteOf(context.book, p));
  const { text } = said.marked;
  if (verdict.stages.length === 0 && verdict.answers.length > 0 && verdict.basis.length === verdict.answers.length) {
    return reply(
      'event',
      'answered',
      `${verdict.answers.join('')}具体规定不在本规则内，由您和有关方面按规定掌握。`,
      quotes,
    );
  }
  const attending = request.kinds.some((k) => k === 'invite-leader' || INVITATIONS.includes(k));
  if (request.fault || (attending && !request.day)) verdict.missing.add('time');
  if (!request.topic && text.length < 16) verdict.missing.add('topic');
  if (verdict.missing.size > 0) return incomplete(said, context, request, [...verdict.missing], quotes);
  if (request.day && request.day < context.today)
    return incomplete(said, context, { ...request, fault: true }, ['time'], quotes);
  return open(said, context, owner, request, verdict, quotes);
}

const WANTED: Partial<Record<Missing, string>> = {
  time: '活动时间',
  topic: '活动名称或内容',
  attachments: '书面请示（以附件形式发送）',
};

function incomplete(
  said: Said,
  context: Context,
  request: EventRequest,
  missing: Missing[],
  quotes: Quote[],
): Decision {
  const known = [
    request.topic,
    request.day && !request.fault && sayDay(request.day, context.today),
    request.place,
  ].filter(Boolean);
  const fault = request.fault ? '来文中的日期有误或已经过去，请核对。' : '';
  return askFor(
    'event',
    said,
    missing,
    `${fault}${known.length > 0 ? `已记下：${known.join('，')}。` : ''}请补充：${missing.map((m) => WANTED[m] ?? m).join('、')}。可直接回复。`,
    quotes,
  );
}

function open(
  said: Said,
  context: Context,
  owner: string,
  request: EventRequest,
  verdict: Verdict,
  quotes: Quote[],
): Decision {
  const { roster, today } = context;
  const leaders = withOverseer(context, request);
  const names = leaders.map((id) => roster.person(id)).flatMap((p) => (p ? [sayPerson(p)] : []));
  const host = request.unit ?? roster.person(owner)?.unit ?? '';
  const kind = request.kinds[0] ?? 'invite-leader';
  const attending = request.kinds.some((k) => k === 'invite-leader' || INVITATIONS.includes(k));
  const when = request.day ? `${sayDay(request.day, today)}${request.time ? request.time : ''}` : '';
  const what = request.topic ?? EVENTS[kind];
  const title = attending
    ? `${host}邀请${names.join('、') || '区政府领导同志'}出席${what}`
    : `${isHead(roster.person(owner) ?? context.sender) ? host : roster.nameOf(owner)}${EVENTS[kind]}${request.topic ? `（${request.topic}）` : ''}`;
  const parts = [
    title,
    when && `时间：${when}`,
    request.place && `地点：${request.place}`,
    said.files.length > 0 && `附件：${said.files.join('、')}`,
  ].filter(Boolean);
  const body = `${parts.join('；')}。`;
  const matter: NewMatter = {
    about: 'event',
    kind,
    title,
    owner,
    ...(request.day && { day: request.day }),
    quotes,
    route: stagesOf(verdict, quotes),
    data: {
      body: `${body}\n来文：${said.marked.text.slice(0, 500)}`,
      publicBody: body,
      warnings: verdict.warnings,
      ...(request.unit && { unit: request.unit }),
      leaders,
      ...(said.files.length > 0 && { attachments: said.files }),
      facts: { when, what, place: request.place ?? '' },
    },
  };
  return {
    ...reply('event', 'submitted', `已受理：${body}${verdict.warnings.map((w) => `提示：${w}`).join('')}`, quotes),
    effects: [{ do: 'open', matter }],
  };
}

/** The route with each step once: two provisions may send the same matter to the same office. */
function stagesOf(verdict: Verdict, quotes: Quote[]): PlannedStage[] {
  const seen = new Set<string>();
  return planRoute(verdict.stages, quotes).filter((s) => {
    const key = `${s.ask}|${s.who.join()}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** 谁分管、谁出席: the deputy mayor in charge, where 分管领导 is asked for or the rule says so. */
function withOverseer(context: Context, request: EventRequest): string[] {
  if (request.leaders.length > 0 || !request.unit) return request.leaders;
  const byField = request.unnamed === 'overseer' || context.book.byTopic('event.invite.who').provisions.length > 0;
  const overseer = byField ? context.roster.overseerOf(request.unit) : undefined;
  return overseer ? [overseer.id] : [];
}
