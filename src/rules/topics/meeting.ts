/** Topics on leave, meetings and what comes of them. */
import { grid, list, type Topic } from './topic.ts';

const LEAVERS = {
  mayor: '区长',
  'deputy-mayor': '副区长',
  'office-director': '区政府办公室主任',
  'department-head': '区政府部门主要负责人',
  town: '镇长、街道办事处主任',
  'zone-head': '开发区（功能区）管委会主要负责人',
  staff: '一般工作人员',
} as const;
const LEAVE_FACTS = {
  route: '外出、请假向谁报告、由谁批准',
  notice: '外出、请假提前几天',
  content: '外出报告写明哪些内容',
  attachments: '外出多少天以上附材料',
  urgent: '紧急外出怎么办',
} as const;
const MEETING_KINDS = {
  plenary: '区政府全体会议',
  executive: '区政府常务会议',
  'mayor-office': '区长办公会议',
  special: '区政府专题会议',
  'party-group': '区政府党组会议',
} as const;
const MEETING_FACTS = {
  members: '由哪些人组成、参加',
  observers: '由哪些人列席',
  convener: '由谁召集和主持',
  quorum: '到会人数要求',
  frequency: '多久召开一次',
  scope: '研究哪些事项',
  'leave-leaders': '区政府领导同志请假找谁',
  'leave-others': '其他与会、列席人员请假找谁',
  minutes: '纪要由谁签发',
} as const;

export const MEETING_TOPICS: readonly Topic[] = [
  ...grid('leave', 'leave', LEAVERS, LEAVE_FACTS),
  ...list('leave', {
    'leave.return': '返回后销假',
    'leave.reachable': '外出期间通信联络畅通',
    'leave.both-away': '相互补位的领导同时外出',
    'stand-in.mayor': '区长外出期间由谁主持区政府工作',
    'stand-in.deputy-mayor': '副区长外出期间由谁补位',
  }),
  ...grid('meeting', 'meeting', MEETING_KINDS, MEETING_FACTS),
  ...list('meeting', {
    'meeting.kinds': '区政府有哪几种会议',
    'meeting.attendance': '会议能否请假、请假手续',
    'meeting.substitute': '能否由他人代替参会',
    'meeting.written-leave': '会议请假是否要书面报告',
    'meeting.absent-views': '缺席领导的意见怎么办',
    'meeting.organiser': '会务由谁负责',
    'meeting.major-matters': '重大事项由哪个会议决定',
    'meeting.special.limits': '专题会议能否决定资金、项目、机构编制',
    'meeting.district-wide.approval': '全区性会议的审批',
    'meeting.district-wide.limit': '全区性会议的次数、时间、规模限制',
    'meeting.district-wide.form': '全区性会议的形式（电视电话等）',
    'meeting.department.leaders': '部门会议邀请区政府领导',
    'meeting.department.towns': '部门会议邀请镇街主要负责人',
    'meeting.department.limit': '部门系统会议每年次数',
    'meeting.upper-level': '上级部门商洽在本区召开会议',
  }),
  ...list('agenda', {
    'agenda.proposer': '议题由谁提出',
    'agenda.decider': '议题由谁确定、审定，走什么程序',
    'agenda.deadline': '会议材料提前多久送审',
    'agenda.late': '能否临时增加议题',
    'agenda.filing': '会前向区委报备',
    'agenda.preconditions': '提交议题前要完成哪些程序',
    'agenda.uncoordinated': '未经协调的事项能否上会',
    'agenda.own-powers': '职权范围内的事项能否上会',
    'agenda.minor': '一般性汇报、非重大事项能否上会',
    'agenda.dispute': '议题有分歧怎么办',
    'agenda.form': '议题审批表、公章',
    'agenda.collection': '议题材料多久提报一次',
    'agenda.delivery': '议题材料会前几日送达与会人员',
    'agenda.countersign': '议题会签意见签字',
    'agenda.legality': '议题的合法性审查',
    'agenda.assessments': '议题的各项评估由谁负责',
  }),
  ...list('minutes', {
    'minutes.mandate': '受委托召开的专题会议纪要由谁签发',
    'minutes.subjects': '涉及资金、资产、土地等事项的专题会议纪要',
    'minutes.required': '哪些会议要编印纪要',
    'printing.deadline': '会议通过的文件几日内印发',
    'printing.revised': '需作较大修改的文件几日内报送',
  }),
  ...list('publicity', {
    'publicity.decisions': '会议决定事项的公布',
    'publicity.openness': '政务公开要求',
    'publicity.assessment': '政务公开的考核由谁负责',
    'publicity.release': '部门发布重要信息的审查',
    'publicity.portal': '主动公开的公文在网站刊载',
    'publicity.interpretation': '政策解读',
  }),
];
