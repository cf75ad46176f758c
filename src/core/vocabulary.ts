/**
 * The contract's words with the Chinese that people see beside each.
 * Every other file takes its ids and its Chinese terms from here.
 */

/** 职务: every person of a roster has exactly one. */
export const POSITIONS = {
  'party-secretary': '区委书记',
  mayor: '区长',
  'executive-deputy-mayor': '常务副区长',
  'deputy-mayor': '副区长',
  'office-director': '区政府办公室主任',
  'office-deputy-director': '区政府办公室副主任',
  'office-managed-cadre': '区政府办公室区管干部',
  'party-group-member': '区政府党组成员',
  'department-head': '部门主要负责人',
  'town-mayor': '镇长',
  'subdistrict-director': '街道办事处主任',
  'zone-head': '开发区管委会主要负责人',
  staff: '工作人员',
} as const;
export type Position = keyof typeof POSITIONS;
export const POSITION_IDS = Object.keys(POSITIONS) as [Position, ...Position[]];

/** 机构: what rules address reports and filings to; the roster says who receives for each. */
export const BODIES = {
  'government-office': '区政府办公室',
  'party-committee': '区委',
  'party-committee-office': '区委办公室',
  'city-government': '市政府',
  'supervision-center': '区督查工作中心',
  'justice-bureau': '区司法局',
  'market-regulator': '区市场监管局',
} as const;
export type Body = keyof typeof BODIES;
export const BODY_IDS = Object.keys(BODIES) as [Body, ...Body[]];

/** What a delivery says to its receiver (contract §3). */
export const STATUSES = [
  'answered',
  'not-found',
  'incomplete',
  'refused',
  'submitted',
  'recorded',
  'not-allowed',
  'not-understood',
  'to-approve',
  'to-note',
  'to-file',
  'to-countersign',
  'to-attend',
  'to-do',
  'reminder',
  'notice',
  'approved',
  'declined',
] as const;
export type Status = (typeof STATUSES)[number];

/** What kind of message a status is, on platforms and in notices. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  answered: '答复',
  'not-found': '规则未作规定',
  incomplete: '请补充',
  refused: '不能受理',
  submitted: '已提交',
  recorded: '已记录',
  'not-allowed': '无权办理',
  'not-understood': '未能理解',
  'to-approve': '请审批',
  'to-note': '请阅知',
  'to-file': '请备案',
  'to-countersign': '请会签',
  'to-attend': '请回复是否参加',
  'to-do': '请办理',
  reminder: '提醒',
  notice: '告知',
  approved: '已获同意',
  declined: '未获同意',
};

/** The subject of a delivery, and the command that answers for it. */
export const ABOUTS = {
  leave: '请假外出',
  meeting: '会议',
  agenda: '议题',
  minutes: '纪要',
  document: '公文',
  countersign: '会签',
  event: '活动',
  agreement: '协议',
  supervision: '督办',
  research: '调研',
  reception: '接待',
  rule: '规则',
  help: '帮助',
} as const;
export type About = keyof typeof ABOUTS;
export const ABOUT_IDS = Object.keys(ABOUTS) as [About, ...About[]];

/** What a step asks of its person; the delivery's status is `to-` and this word. */
export const ASKS = ['approve', 'note', 'file', 'countersign', 'attend', 'do'] as const;
export type Ask = (typeof ASKS)[number];

/** Buttons that every channel shows for an ask, in this order. */
export const BUTTONS: Record<Ask, readonly string[]> = {
  approve: ['同意', '不同意'],
  note: ['已阅'],
  file: ['已备案'],
  countersign: ['无不同意见', '有不同意见'],
  attend: ['参加', '请假'],
  do: ['已办结'],
};

/** Codes of what an incomplete request still lacks, with the words that ask for it. */
export const MISSING = {
  dates: '起止日期',
  place: '地点',
  reason: '事由',
  acting: '代为主持工作的负责人',
  attachments: '附件',
  'urgent-reason': '紧急事由',
  host: '主办（主持）单位或人员',
  time: '时间',
  topic: '议题或内容',
  department: '涉及的部门',
  opinion: '意见',
  signer: '签发人',
} as const;
export type Missing = keyof typeof MISSING;

/** District ids that ship with the project; a new district's id is any lower-case word. */
export const DISTRICTS = ['linzi', 'zhangdian', 'laiwu', 'zhoucun', 'penglai'] as const;
export type DistrictId = string;

/** 会议: the kinds of meeting that rules distinguish. */
export const MEETINGS = {
  plenary: '区政府全体会议',
  executive: '区政府常务会议',
  'mayor-office': '区长办公会议',
  special: '区政府专题会议',
  'party-group': '区政府党组会议',
  'district-wide': '全区性会议',
  department: '部门工作会议',
  study: '学习活动',
} as const;
export type MeetingKind = keyof typeof MEETINGS;
export const MEETING_IDS = Object.keys(MEETINGS) as [MeetingKind, ...MeetingKind[]];

/** 内容涉及的事项: subjects that change who decides. */
export const SUBJECTS = {
  'fiscal-funds': '财政资金使用',
  'major-spending': '重大财政支出',
  'fee-reduction': '行政事业性收费和政府性基金减免',
  'state-assets': '国有资产监管',
  'public-resources': '公共资源转让',
  franchise: '特许经营',
  'land-use': '土地使用',
  'major-policy': '制定或调整重大政策',
  staffing: '机构编制',
  projects: '项目安排',
} as const;
export type Subject = keyof typeof SUBJECTS;
export const SUBJECT_IDS = Object.keys(SUBJECTS) as [Subject, ...Subject[]];
