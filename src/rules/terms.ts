/**
 * The words in which rule modules are typed: families, parties, preconditions, sorts of documents, public acts.
 * Each has its usual Chinese name where users see it.
 */
import { BODY_IDS, POSITION_IDS } from '../core/vocabulary.ts';

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
export type Party = (typeof PARTIES)[number];

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
  'informal',
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
  'coordinating-notice',
  'past-government',
  'unasked-policy',
  'separate-plan',
  'unexplained-rejection',
  'unexplained',
  'unregistered',
  'unexamined-release',
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
