/** Who convenes which meeting, who comes, who may stay away, and what departments may not do. */
import { ALL, type Row } from './table.ts';

const EXECUTIVE = 'mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。';

export const MEETINGS: readonly Row[] = [
  {
    id: 'meeting.plenary.convener meeting.plenary',
    in: { 'not-allowed': ALL },
    kept: 'mayor > 4月24日上午9点在礼堂开区政府全体会议，我主持，总结一季度工作。 => head-slj to-attend; dep-edu to-attend',
    broken: 'exec > 4月24日上午9点我在礼堂开区政府全体会议，总结一季度工作。',
  },
  {
    id: 'meeting.executive.convener meeting.executive',
    in: { 'not-allowed': ALL },
    kept: 'mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，通知下去。 => dep-water to-attend',
    broken: 'dep-water > 4月17日上午9点我在第一会议室开个常务会，议防汛。',
  },
  {
    id: 'meeting.mayor-office.convener meeting.mayor-office',
    in: { 'not-allowed': ALL },
    kept: 'mayor > 区长办公会定在4月17日下午3点，小会议室，我主持，议供热。 => dep-edu to-attend',
    broken: 'office-director > 4月17日下午3点小会议室开区长办公会，我来主持，议供热。',
  },
  {
    id: 'meeting.party-group.convener meeting.party-group',
    in: { 'not-allowed': 'zhoucun' },
    kept: 'mayor > 4月17日上午9点在第一会议室开党组会，我主持，学习中央精神。 => mayor submitted § 党组副书记',
    broken: 'dep-water > 4月17日上午9点我在第一会议室开党组会，学习中央精神。',
  },
  {
    id: 'meeting.special.convener meeting.special',
    in: { 'not-allowed': ALL },
    kept: 'dep-water > 4月16日下午3点在二会议室开个专题会，我主持，说说抗旱的事，水利局、财政局来人。 => head-slj to-attend; head-czj to-attend',
    broken: 'head-slj > 4月16日下午3点我在二会议室开个区政府专题会，说说抗旱的事，请财政局参加。',
  },
  {
    id: 'meeting.executive.quorum',
    in: { told: 'linzi' },
    kept: `${EXECUTIVE} => mayor submitted § 达到半数以上，至少3人
      dep-water > 17号常务会我要去省里开会，来不了，请假。
      mayor > [同意]
      dep-edu > 17号常务会我住院了，来不了，请假。
      mayor > [同意]
      dep-market > 17号常务会我要去外地招商，来不了，请假。 => mayor to-approve 最多到会3人，余量0人`,
    broken: `+ mayor > [同意]
      exec > 17号常务会我发烧，去不了，请假。 => mayor to-approve § 须补开|少于|低于|不足|达不到|不够`,
  },
  {
    id: 'meeting.executive.quorum',
    in: { told: 'zhangdian zhoucun penglai' },
    kept: `${EXECUTIVE} => mayor submitted § 超过半数，至少
      dep-water > 17号常务会我要去省里开会，来不了，请假。
      mayor > [同意]
      dep-edu > 17号常务会我住院了，来不了，请假。 => mayor to-approve 余量0人`,
    broken: `+ mayor > [同意]
      dep-market > 17号常务会我要去外地招商，来不了，请假。 => mayor to-approve § 须补开|少于|低于|不足|达不到|不够`,
  },
  {
    id: 'meeting.mayor-office.quorum',
    in: { told: 'penglai' },
    kept: `mayor > 4月17日下午3点在小会议室开区长办公会，我主持，议供热。
      dep-water > 17号办公会我要去省里开会，来不了，请假。 => mayor to-approve`,
    broken: `mayor > 4月17日下午3点在小会议室开区长办公会，我主持，议供热。
      dep-water > 17号办公会我要去省里开会，来不了，请假。
      mayor > [同意]
      dep-edu > 17号办公会我住院了，来不了，请假。
      mayor > [同意]
      dep-market > 17号办公会我要去外地招商，来不了，请假。
      mayor > [同意]
      exec > 17号办公会我发烧，去不了，请假。 => mayor to-approve 须补开|少于|低于|不足|达不到|不够`,
  },
  {
    id: 'meeting.executive.absent-views',
    in: { 'not-allowed': 'linzi' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 17号常务会我要去省里开会，来不了，请假。
      mayor > [同意] => dep-water approved; gov-office to-do § 意见`,
    broken: '+ dep-edu > [已办结]',
  },
  {
    id: 'meeting.leave',
    in: { 'not-allowed': 'linzi' },
    kept: `dep-water > 4月16日下午3点在二会议室开个专题会，我主持，议抗旱，水利局参加。
      head-slj > 16号专题会请个假，防汛值班走不开。 => gov-office to-note §; dep-water to-approve §`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'meeting.attendance',
    in: { told: 'linzi laiwu' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 准时参加 => dep-water recorded`,
    broken: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 17号常务会我要出庭，来不了，请个假。 => mayor to-approve § 原则上不应请假`,
  },
  {
    id: 'meeting.leave-leaders',
    in: { 'not-allowed': 'zhangdian laiwu zhoucun penglai' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 17号常务会我要出庭，来不了，请个假。 => mayor to-approve §`,
    broken: '+ office-director > [同意]',
  },
  {
    id: 'meeting.leave-observers',
    in: { 'not-allowed': 'zhangdian' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，水利局列席。
      head-slj > 17号常务会我住院了，去不了。 => office-director to-approve §; gov-office to-note §; mayor to-note §; head-slj submitted 书面请假报告已代拟`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'meeting.leave-others',
    in: { 'not-allowed': 'laiwu' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，水利局列席。
      head-slj > 17号常务会我住院了，去不了。 => gov-office to-note §; mayor to-approve §`,
    broken: '+ office-director > [同意]',
  },
  {
    id: 'meeting.leave-others',
    in: { 'not-allowed': 'zhoucun' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，水利局列席。
      head-slj > 17号常务会我住院了，去不了。 => office-director to-approve §; gov-office to-note §; mayor to-note §; head-slj submitted 书面请假报告已代拟`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'meeting.leave-others',
    in: { 'not-allowed': 'penglai' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，水利局列席。
      head-slj > 17号常务会我住院了，去不了。 => gov-office to-note §; mayor to-note §`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'meeting.leave-special',
    in: { 'not-allowed': 'laiwu' },
    kept: `dep-water > 4月16日下午3点在二会议室开个专题会，我主持，议抗旱，水利局参加。
      head-slj > 16号专题会请个假，防汛值班走不开。 => dep-water to-approve §`,
    broken: '+ mayor > [同意]',
  },
  {
    id: 'meeting.leave-special',
    in: { 'not-allowed': 'penglai' },
    kept: `dep-water > 4月16日下午3点在二会议室开个专题会，我主持，议抗旱，水利局参加。
      head-slj > 16号专题会请个假，防汛值班走不开。 => gov-office to-note §; dep-water to-note §`,
    broken: '+ dep-water > [同意]',
  },
  {
    id: 'meeting.substitute',
    in: { refused: 'laiwu' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，水利局列席。
      head-slj > 17号常务会我住院了，去不了，拟由副局长代为参加，请批准。 => mayor to-approve §`,
    broken: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，水利局列席。
      head-slj > 17号常务会我住院了，让副局长替我去。`,
  },
  {
    id: 'meeting.department.leaders',
    in: { refused: 'zhangdian' },
    kept: 'head-slj > 我局开一次全区水利系统会，4月28日上午，不请区领导。 => head-slj recorded|answered|not-found|submitted',
    broken: 'head-slj > 4月28日我局开全区水利工作会，想请区长来讲两句。',
  },
  {
    id: 'meeting.department.leaders',
    in: { told: 'linzi laiwu zhoucun penglai' },
    kept: 'head-slj > 我局开一次全区水利系统会，4月28日上午，不请区领导。 => head-slj recorded|answered|not-found|submitted',
    broken:
      'head-slj > 4月28日我局开全区水利工作会，想请区长来讲两句。 => head-slj submitted § 提示[^]*区政府领导(?:同志)?(?:一般不出席|到会讲话|不到会讲话)',
  },
  {
    id: 'meeting.department.limit',
    in: { told: 'zhangdian penglai' },
    kept: 'head-slj > 4月28日我局召开全区水利系统大会，半天。 => head-slj recorded § ^(?![^]*提示)',
    broken: '+ head-slj > 9月28日我局再开一次全区水利系统大会。 => head-slj recorded § 本年度已登记1次',
  },
  {
    id: 'meeting.department.limit',
    in: { told: 'zhoucun' },
    kept: 'head-slj > 我局想以区政府名义开全区防汛会，5月20日。 => head-slj answered',
    broken: 'head-slj > 4月28日我局召开全区水利系统大会，半天。 => head-slj recorded § 除特殊情况外',
  },
  {
    id: 'meeting.department.towns',
    in: { refused: 'zhoucun', told: 'laiwu' },
    kept: 'head-slj > 4月28日我局开水利工作会，请任海涛副区长到会讲话，确需出席，请批准。 => head-slj submitted|not-found|answered|recorded|not-understood',
    broken: 'head-slj > 4月28日我局开水利工作会，直接通知各镇镇长来开，不报批了。',
  },
  {
    id: 'meeting.district-wide',
    in: { told: 'zhangdian' },
    kept: 'head-slj > 我局想以区政府名义开全区防汛会，5月20日，半天。 => gov-office to-approve § ^(?![^]*提示)',
    broken:
      '+ head-slj > 我局想再以区政府名义开一次全区防汛会，9月20日，一整天。 => gov-office to-approve § 提示：本年度已登记1次[^]*提示：规则规定时间一般不超过半天',
  },
  {
    id: 'meeting.district-wide',
    in: { told: 'linzi zhoucun' },
    kept: 'head-slj > 4月28日我局召开全区水利系统大会，半天。 => head-slj recorded|not-found',
    broken:
      'head-slj > 我局想以区政府名义开全区防汛会，5月20日，一整天。 => head-slj answered § (?:严格审批|会议审批制度)',
  },
  {
    id: 'meeting.district-wide.form',
    in: { told: 'linzi laiwu penglai' },
    kept: 'head-slj > 4月28日我局召开全区水利系统大会，半天。 => head-slj recorded|not-found',
    broken: 'head-slj > 我局想以区政府名义开全区防汛会，5月20日，一整天。 => head-slj answered § (?:视频|电视电话)',
  },
  {
    id: 'meeting.upper-level',
    in: { refused: 'laiwu' },
    kept: 'head-slj > 省水利厅5月20日想在咱们区开个现场会，先报区政府，同意后再答复。 => gov-office to-approve',
    broken: 'head-slj > 省水利厅要来我区开现场会，我们答应了。',
  },
];
