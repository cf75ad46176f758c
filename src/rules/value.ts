/** What a clause states, as typed data: one shape for each kind of provision. */
import { z } from 'zod';
import { ASKS, MEETING_IDS, POSITION_IDS, SUBJECT_IDS } from '../core/vocabulary.ts';
import {
  DOCUMENT_FAULTS,
  DOCUMENTS,
  type DocumentSort,
  EVENTS,
  type EventKind,
  PARTIES,
  PRECONDITIONS,
  type Precondition,
} from './terms.ts';

const position = z.enum(POSITION_IDS);
const meeting = z.enum(MEETING_IDS);

export const party = z.enum(PARTIES);

/** Somebody whom a rule names: a party, the head of a unit, or a name that rosters may lack (区政府法律顾问). */
const attendant = z.union([party, z.strictObject({ unit: z.string() }), z.strictObject({ name: z.string() })]);
export type Attendant = z.infer<typeof attendant>;

/**
 * A stage of a route: all of `who` are asked at once, the next stage starts when the consents are there.
 * `word` is the rule's own verb (审核, 审签, 签发…). `unlessSaid`: the stage passes when the message says it is done.
 * `if: 'needed'` marks a stage that the rule leaves to judgement (必要时, 视情) and that runs only when the message asks for it.
 */
export const stage = z.strictObject({
  ask: z.enum(ASKS),
  who: z.array(party).min(1),
  word: z.string().optional(),
  unlessSaid: z.enum(['office-reviewed', 'legality-reviewed', 'countersigned', 'head-signed']).optional(),
  if: z.enum(['needed', 'named']).optional(),
});
export type Stage = z.infer<typeof stage>;
const route = z.array(stage).min(1);

const precondition = z.enum(Object.keys(PRECONDITIONS) as [Precondition, ...Precondition[]]);

const documentSort = z.enum(Object.keys(DOCUMENTS) as [DocumentSort, ...DocumentSort[]]);

const eventKind = z.enum(Object.keys(EVENTS) as [EventKind, ...EventKind[]]);

const kind = <K extends string, S extends z.ZodRawShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...shape });

/**
 * 原则上/一般: `inPrinciple` marks a rule that is told, not enforced (house reading 4).
 * All days are calendar days unless `unit` says 'working'.
 */
const inPrinciple = z.boolean().optional();
const unit = z.enum(['calendar', 'working']);

export const value = z.discriminatedUnion('kind', [
  /** 请假、外出报告 of positions: its route, how many days ahead, what must be said. */
  kind('leave', {
    of: z.array(position).min(1),
    route,
    noticeDays: z.int().positive().optional(),
    inPrinciple,
    needs: z.array(z.enum(['place', 'acting'])).optional(),
  }),
  /** 超过N天的附通知、方案及日程安排: `overDays` 3 means 4 days or more. */
  kind('leave-attachments', { of: z.array(position).min(1), overDays: z.int().positive() }),
  /** 因紧急事项临时外出: what explanation is asked for. */
  kind('leave-urgent', { of: z.array(position).min(1), explain: z.enum(['reason', 'written', 'none']) }),
  /** 销假 */
  kind('leave-return', {}),
  /** 24小时通信畅通 */
  kind('reachable', {}),
  /** 补位、主持工作: who decides while `of` is away. `designated`: the mayor may name somebody else. */
  kind('stand-in', {
    of: z.enum(['mayor', 'deputy-mayor']),
    by: z.enum(['executive-deputy-mayor', 'partner']),
    designated: z.boolean().optional(),
  }),
  /** 相互补位的领导同志不同时外出 */
  kind('both-away', { inPrinciple }),
  /** 副区长按分工负责分管工作 */
  kind('portfolio', {}),

  kind('meeting-members', { meeting, members: z.array(attendant).min(1) }),
  /** 列席: `standing` ones always, others only when named. */
  kind('meeting-observers', { meeting, observers: z.array(attendant).min(1), standing: z.boolean() }),
  /** 召集和主持: `delegates` may do it when commissioned by the convener (`mandate: true`). */
  kind('meeting-convener', {
    meeting,
    by: z.array(party).min(1),
    delegates: z.array(party).optional(),
  }),
  /** 出席人数: `half` 半数以上 is met by exactly half, `more-than-half` is not. */
  kind('meeting-quorum', { meeting, share: z.enum(['half', 'more-than-half']) }),
  kind('meeting-views-of-absent', { meeting, by: party }),
  /** 召开频次: at least or about `times` in `months`/`weeks`. */
  kind('meeting-frequency', {
    meeting,
    times: z.int().positive(),
    timesAtMost: z.int().positive().optional(),
    months: z.number().optional(),
    weeks: z.number().optional(),
    inPrinciple,
  }),
  /** 会议研究的事项: Chinese words of matters that this meeting decides. */
  kind('meeting-scope', { meeting, matters: z.array(z.string()).min(1) }),
  /**
   * 请假不参会. `of`: leaders 区政府领导同志, others 其他与会和列席人员, or anyone. `heldBy` narrows special meetings
   * only, by who convened them. `written`: a written report goes with it.
   */
  kind('meeting-leave', {
    meetings: z.array(meeting).min(1),
    of: z.enum(['leaders', 'members', 'others', 'observers', 'anyone']),
    heldBy: z.enum(['mayor', 'others']).optional(),
    route,
    written: z.boolean().optional(),
  }),
  kind('meeting-attendance', { inPrinciple }),
  kind('meeting-substitute', {}),
  /** Limits on district-wide and department meetings. */
  kind('meeting-limit', {
    meeting: z.enum(['district-wide', 'department']),
    perYear: z.int().positive().optional(),
    halfDay: z.boolean().optional(),
    neverInvite: z.array(party).optional(),
    approvalToInvite: z.array(party).optional(),
    route: route.optional(),
    inPrinciple,
  }),

  /** 议题: who may put a topic forward and its way to the one who decides. */
  kind('agenda', { meetings: z.array(meeting).min(1), proposers: z.array(party).optional(), route }),
  /** 材料送审: `workingDays` whole working days before the meeting (house reading 1); `review` runs before the topic's own route. */
  kind('agenda-deadline', { meetings: z.array(meeting).min(1), workingDays: z.int().positive(), review: stage }),
  /** 会前向区委报备 */
  kind('agenda-filing', { to: party, workingDays: z.int().positive().optional() }),
  kind('agenda-late', { exceptSpecial: z.boolean() }),
  kind('agenda-precondition', {
    needs: z.array(precondition).min(1),
    sorts: z.array(z.enum(['all', 'several-departments', 'major-decision', 'normative', 'important'])).min(1),
    form: z.string().optional(),
    inPrinciple,
  }),
  kind('agenda-excluded', {
    what: z.array(z.enum(['uncoordinated', 'own-powers', 'joint-issue', 'routine-report', 'minor'])).min(1),
    inPrinciple,
  }),
  /** 经协调仍有异议: `form` is the paper to be enclosed, e.g. 协调说明. */
  kind('agenda-dispute', { route, form: z.string().optional() }),
  kind('agenda-collection', { timesPerMonth: z.int().positive() }),
  kind('agenda-delivery', {
    workingDays: z.int().positive(),
    again: z.boolean().optional(),
    /** Where the clause names them; otherwise all meetings that take topics. */
    meetings: z.array(meeting).min(1).optional(),
  }),

  kind('minutes', { meetings: z.array(meeting).min(1), route }),
  /** 受委托召开的会议: its route replaces the ordinary one. */
  kind('minutes-mandate', { route }),
  /** 涉及特定事项的纪要: its route follows the ordinary one. */
  kind('minutes-subjects', { meetings: z.array(meeting).min(1), subjects: z.array(z.enum(SUBJECT_IDS)).min(1), route }),
  /** 会后印发: working days after the meeting. */
  kind('printing', { workingDays: z.int().positive(), revised: z.boolean().optional(), inPrinciple }),

  /** 签发: the chain for documents in the name of the government (区政府) or its office. */
  kind('signing', {
    name: z.enum(['government', 'office', 'any']),
    sorts: z.array(documentSort).min(1),
    route,
    /** Others who may sign instead, when the mayor authorises or the case asks for it. */
    alternatives: z.array(party).optional(),
  }),
  /** 报送区政府的公文: the way of a request or report. `important`: who decides important matters, after the office. */
  kind('submission', { route, important: route.optional() }),
  kind('document-fault', {
    faults: z.array(z.enum(DOCUMENT_FAULTS)).min(1),
    exceptions: z.array(z.string()).optional(),
    inPrinciple,
  }),
  kind('document-precondition', {
    needs: z.array(precondition).min(1),
    sorts: z
      .array(
        z.enum(['all', 'normative', 'important', 'request', 'business', 'stability', 'several-departments', 'towns']),
      )
      .min(1),
    reviewer: party.optional(),
    inPrinciple,
  }),
  kind('document-length', { comprehensive: z.int().positive(), special: z.int().positive(), inPrinciple }),
  kind('document-filing', { of: z.enum(['government', 'departments', 'towns']), to: z.array(z.string()).min(1) }),
  kind('opinion-form', { needs: z.array(z.enum(['opinion', 'name', 'date'])).min(1) }),
  kind('circle-means-read', {}),
  kind('urgent-document', {}),

  /** 会签时限: `silence` is stated only where the rule says what silence means. `hostMaySet`: 主办部门另有时限要求除外. */
  kind('countersign', {
    days: z.int().positive().optional(),
    unit: unit.optional(),
    hostMaySet: z.boolean().optional(),
    who: z.array(party).optional(),
  }),
  kind('countersign-silence', { means: z.literal('no-objection') }),
  kind('countersign-extension', {}),
  kind('countersign-dispute', { needs: z.array(precondition).optional(), route: route.optional() }),

  /** 活动: asked for by `route`, reported `noticeDays` ahead, or forbidden (`effect`). `exceptions` are the rule's words. */
  kind('event', {
    events: z.array(eventKind).min(1),
    effect: z.enum(['route', 'forbidden', 'consent-first', 'advice']),
    route: route.optional(),
    noticeDays: z.int().positive().optional(),
    unit: unit.optional(),
    importantOnly: z.boolean().optional(),
    written: z.boolean().optional(),
    exceptions: z.array(z.string()).optional(),
    inPrinciple,
  }),
  kind('agreement', {
    reviews: z.array(precondition).optional(),
    reviewers: route.optional(),
    meeting: meeting.optional(),
    meetingIf: z.enum(['important', 'investment-or-assets', 'always']).optional(),
  }),
  kind('reception', {
    guests: z.enum(['city-or-higher', 'other-counties', 'important', 'any']),
    route: route.optional(),
  }),
  kind('supervision', {
    of: z.array(z.string()).min(1),
    by: party,
    meetings: z.array(meeting).optional(),
  }),
  kind('supervision-report', { to: z.string(), beforeOverdue: z.boolean().optional() }),
  kind('supervision-colours', { colours: z.array(z.string()).min(1) }),
  /** 督查活动的立项: the plan of a campaign of inspection and its way to registration. */
  kind('supervision-plan', { route }),
  /** 督查活动的限制: outside the yearly plan, across departments, repeated. `exceptions` are the rule's words. */
  kind('supervision-limit', {
    forbids: z.array(z.enum(['unplanned', 'cross-department', 'repeated'])).min(1),
    exceptions: z.array(z.string()).optional(),
    inPrinciple,
  }),
  kind('research', {
    of: z.enum(['leaders', 'members']),
    daysPerYear: z.int().positive().optional(),
    monthsPerYear: z.int().positive().optional(),
    unannouncedPercent: z.int().positive().optional(),
    onSiteEveryWeeks: z.int().positive().optional(),
    topicsPerYear: z.int().positive().optional(),
  }),
  /** 送礼、宴请: paid for by public money (`given`), taken from those below (`taken`), guests' gifts abroad (`kept`). */
  kind('gift-ban', { of: z.array(z.enum(['given', 'taken', 'kept'])).min(1) }),
  kind('research-manner', { forbidden: z.array(z.string()).min(1), inPrinciple }),
  /** 调研陪同: how many of a town's leaders accompany whom; `heads` they are 主要负责同志. */
  kind('research-company', {
    of: z.enum(['mayor', 'other-leaders']),
    companions: z.int().positive(),
    heads: z.boolean().optional(),
  }),
  kind('confidentiality', {}),
  /** A statement that is answered and cited; nothing is decided from it. `meeting`: the kind it speaks of. */
  kind('statement', { meeting: meeting.optional() }),
]);
export type Value = z.infer<typeof value>;
export type ValueKind = Value['kind'];
export type ValueOf<K extends ValueKind> = Extract<Value, { kind: K }>;
