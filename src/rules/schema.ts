/**
 * The one schema of rule modules: what a clause states, as typed data. The judge decides from a
 * provision's `value`, the answerer answers from the same provision, and both cite its clauses.
 */
import { z } from 'zod';
import { ASKS, BODY_IDS, MEETING_IDS, POSITION_IDS, SUBJECT_IDS } from '../core/vocabulary.ts';

/** `43`, `43.2`, `64.1(2)` */
export const clauseRef = z.string().regex(/^\d+(\.\d+(\(\d+\))?)?$/, 'a clause reads 43, 43.2 or 64.1(2)');

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'a day reads YYYY-MM-DD');
const position = z.enum(POSITION_IDS);
const meeting = z.enum(MEETING_IDS);

/**
 * Who takes a step, relative to the matter:
 * a position (everybody who holds it), a body (its receivers), or a part in the matter.
 * `overseeing-deputy-mayor` 分管副区长 of the matter's unit · `presider` 会议主持人 · `mandator` 委托人 ·
 * `owner-head` the submitting unit's 主要负责人 · `named-units` heads of the units that the message names ·
 * `concerned-deputy-mayors` 副区长 whose field is touched · `named-leader` the leader whom the message names.
 */
export const PARTIES = [
  ...POSITION_IDS,
  ...BODY_IDS,
  'overseeing-deputy-mayor',
  'presider',
  'mandator',
  'owner-head',
  'named-units',
  'concerned-deputy-mayors',
  'named-leader',
] as const;
export const party = z.enum(PARTIES);
export type Party = (typeof PARTIES)[number];

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

/** What must precede a matter, each with its usual Chinese name. */
export const PRECONDITIONS = {
  'legality-review': '合法性审查',
  'fair-competition-review': '公平竞争审查',
  'risk-assessment': '风险评估',
  'public-opinion-assessment': '舆情风险评估',
  'stability-assessment': '社会稳定风险评估',
  'burden-assessment': '制发文件与为基层减负一致性评估',
  'policy-consistency': '宏观政策取向一致性评估',
  'expert-argument': '专家论证',
  'public-participation': '公众参与',
  'public-comment': '公开征求意见',
  'consult-departments': '征求相关部门意见',
  'consult-towns': '征求镇街意见',
  'agree-departments': '与相关部门协商一致',
  countersign: '会签',
  'countersign-signatures': '有关部门主要负责人在会签意见上签字',
  'head-signed': '主要负责人签发（审核）',
  seal: '加盖公章',
  form: '规定的表格',
  'office-review': '区政府办公室审核',
  'executive-meeting': '区政府常务会议审议',
  'party-committee-report': '向区委（区委主要领导）报告',
  'deputy-mayor-consent': '分管副区长同意',
  research: '深入调查研究',
  argument: '研究论证',
  'grounds-listed': '列明各方理据并提出办理意见',
  secrecy: '做好保密工作',
} as const;
export type Precondition = keyof typeof PRECONDITIONS;
const precondition = z.enum(Object.keys(PRECONDITIONS) as [Precondition, ...Precondition[]]);

/** Sorts of documents that rules sign differently. `ordinary` is what no other sort covers. */
export const DOCUMENTS = {
  ordinary: '一般公文',
  order: '命令、决定',
  bill: '向人大及其常委会提出的议案',
  normative: '规范性文件',
  overall: '涉及全局性工作、综合性政策、重要事项的公文',
  'own-remit': '属于区政府办公室职权范围内的公文',
  superior: '向上级政府、部门报送的公文',
  appointment: '任免公文',
  'wide-reach': '涉及面广的公文',
  'meeting-decided': '区政府常务会议已决定的事项、日常审批事项',
  'to-party-committee': '需报送区委的公文',
} as const;
export type DocumentSort = keyof typeof DOCUMENTS;
const documentSort = z.enum(Object.keys(DOCUMENTS) as [DocumentSort, ...DocumentSort[]]);

/** Things officials do around documents that a rule forbids or advises against. */
export const DOCUMENT_FAULTS = [
  'direct-to-leader',
  'several-recipients',
  'skip-level',
  'several-matters',
  'hidden-request',
  'deputy-signed',
  'no-signer',
  'no-seal',
  'unreviewed-draft',
  'directive-to-towns',
  'supporting-documents',
  'disagreed-issue',
  'section-issues',
  'department-remit',
  'progress-report',
  'second-bulletin',
  'unfiled-bulletin',
  'too-long',
  'staffing-clause',
  'no-new-content',
  'fair-in-office-name',
  'consent-phrase',
] as const;

/** Public acts of leaders and invitations to them. */
export const EVENTS = {
  'invite-leader': '邀请区政府领导同志出席活动',
  'department-meeting': '邀请区政府领导同志出席部门会议',
  'upper-level-meeting': '上级部门商洽在本区召开的会议',
  'ribbon-cutting': '剪彩、奠基、庆典、论坛等活动',
  inscription: '题词、题字、作序',
  letter: '发贺信、贺电',
  publication: '公开出版著作',
  speech: '代表区政府发表讲话、文章',
  interview: '接受媒体专访、发表署名文章',
  'social-activity': '事务性、应酬性活动',
  'foreign-affairs': '外事活动',
  'international-conference': '举办国际会议及重要涉外活动',
  'joint-event': '以区委、区政府名义举办的活动',
  'direct-invitation': '直接向区政府领导同志个人发送请柬',
} as const;
export type EventKind = keyof typeof EVENTS;
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
  /** 材料送审: `workingDays` whole working days before the meeting (house reading 1). */
  kind('agenda-deadline', { meetings: z.array(meeting).min(1), workingDays: z.int().positive(), to: party }),
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
  /** 报送区政府的公文: the way of a request or report. `important`: the further stages of important matters. */
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
  kind('research-manner', { forbidden: z.array(z.string()).min(1), inPrinciple }),
  /** 调研陪同: how many of a town's leaders accompany whom; `heads` they are 主要负责同志. */
  kind('research-company', {
    of: z.enum(['mayor', 'other-leaders']),
    companions: z.int().positive(),
    heads: z.boolean().optional(),
  }),
  kind('confidentiality', {}),
  kind('study', {
    presider: party.optional(),
    timesPerYear: z.int().positive().optional(),
    perQuarter: z.int().positive().optional(),
  }),
  /** A statement that is answered and cited; nothing is decided from it. `meeting`: the kind it speaks of. */
  kind('statement', { meeting: meeting.optional() }),
]);
export type Value = z.infer<typeof value>;
export type ValueKind = Value['kind'];
export type ValueOf<K extends ValueKind> = Extract<Value, { kind: K }>;

/** The inventory's families. */
export const FAMILIES = [
  'leave',
  'meeting',
  'agenda',
  'minutes',
  'document',
  'countersign',
  'agreement',
  'event',
  'supervision',
  'research',
  'reception',
  'publicity',
  'decision',
  'study',
  'discipline',
  'other',
] as const;
export type Family = (typeof FAMILIES)[number];

export const provision = z.strictObject({
  /** Unique in its module, e.g. `leave.heads`. */
  id: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/),
  family: z.enum(FAMILIES),
  /** The paragraph or item that holds `phrase`; further references may follow it. */
  clauses: z.array(clauseRef).min(1),
  /** Key words, verbatim in the first clause (white space aside). */
  phrase: z.string().min(4),
  /** One Chinese sentence, answer first, complete in itself, without article numbers. */
  says: z.string().min(4),
  /** Topics (see topics.ts) that this provision answers. */
  topics: z.array(z.string()),
  value,
  /** What the rule leaves to people's judgement, in Chinese. */
  leftOut: z.string().optional(),
  /** Set where an edition's provision starts late or ends early; default: as long as the edition. */
  from: day.optional(),
  until: day.optional(),
});
export type Provision = z.infer<typeof provision>;
export type ProvisionOf<K extends ValueKind> = Provision & { value: ValueOf<K> };

/** A point on which the rule is silent: stated, not omitted. `nearest` is quoted without a claim. */
export const silence = z.strictObject({
  topics: z.array(z.string()).min(1),
  nearest: clauseRef,
  /** What is not stated, e.g. 规则未规定区政府全体会议的法定到会人数。 */
  says: z.string().min(4),
});
export type Silence = z.infer<typeof silence>;

/** One edition of one district's rules; the official text stands beside it as `text.txt`. */
export const ruleModule = z.strictObject({
  district: z.string(),
  /** 临淄区 */
  name: z.string(),
  /** 《临淄区人民政府工作规则》 without the brackets */
  title: z.string(),
  edition: z.strictObject({
    /** Day of issue, also the edition's id. */
    issued: day,
    inForceFrom: day,
    number: z.string().optional(),
    source: z.string(),
    lastChecked: day,
  }),
  provisions: z.array(provision),
  silent: z.array(silence),
  /** Articles that set policy and state nothing that a bot acts on. */
  policyOnly: z.array(clauseRef),
});
export type RuleModule = z.infer<typeof ruleModule>;
