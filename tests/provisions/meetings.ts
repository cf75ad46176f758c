/** Who convenes which meeting, who comes, who may stay away, and what departments may not do. */
import { ALL, type Row } from './table.ts';

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
    kept: 'mayor > 4月17日上午9点在第一会议室开党组会，我主持，学习中央精神。 => mayor recorded',
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
    in: { told: 'linzi zhangdian zhoucun penglai' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 17号常务会我要去省里开会，来不了，请假。 => mayor to-approve`,
    broken: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 17号常务会我要去省里开会，来不了，请假。
      mayor > [同意]
      dep-edu > 17号常务会我住院了，来不了，请假。
      mayor > [同意]
      dep-market > 17号常务会我要去外地招商，来不了，请假。
      mayor > [同意]
      exec > 17号常务会我发烧，去不了，请假。 => mayor to-approve 须补开|少于|低于|不足|达不到|不够`,
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
    in: { kept: 'linzi' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 17号常务会我要去省里开会，来不了，请假。
      mayor > [同意] => dep-water approved; gov-office to-do 意见`,
  },
  {
    id: 'meeting.executive.observers',
    in: { kept: 'linzi zhangdian zhoucun' },
    kept: 'mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。 => head-sfj to-attend',
  },
  {
    id: 'meeting.executive.observers meeting.executive.observers-as-needed',
    in: { kept: ALL },
    kept: 'mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，水利局列席。 => head-slj to-attend',
  },
  {
    id: 'meeting.mayor-office.observers meeting.mayor-office.observers-as-needed',
    in: { kept: 'zhangdian laiwu zhoucun' },
    kept: 'mayor > 4月17日下午3点在小会议室开区长办公会，我主持，议供热，发改局列席。 => head-fgj to-attend',
  },
  {
    id: 'meeting.party-group.observers',
    in: { kept: 'zhoucun' },
    kept: 'mayor > 4月17日上午9点在第一会议室开党组会，我主持，学习中央精神，请傅海涛副区长列席。 => dep-water to-attend',
  },
  {
    id: 'meeting.plenary.observers meeting.plenary.observers-as-needed',
    in: { kept: ALL },
    kept: 'mayor > 4月24日上午9点在礼堂开区政府全体会议，我主持，总结一季度，东岭镇也列席。 => town-1 to-attend',
  },
  {
    id: 'meeting.leave meeting.attendance',
    in: { told: 'linzi' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 准时参加 => dep-water recorded`,
    broken: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 17号常务会我要出庭，来不了，请个假。 => mayor to-approve; gov-office to-note`,
  },
  {
    id: 'meeting.leave-leaders',
    in: { kept: 'zhangdian penglai' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛。
      dep-water > 17号常务会我要出庭，来不了，请个假。 => mayor to-approve`,
  },
  {
    id: 'meeting.leave-observers meeting.attendance',
    in: { kept: 'zhangdian' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，水利局列席。
      head-slj > 17号常务会我住院了，去不了。 => office-director to-approve; gov-office to-note; mayor to-note`,
  },
  {
    id: 'meeting.leave-others',
    in: { kept: 'penglai' },
    kept: `mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛，水利局列席。
      head-slj > 17号常务会我住院了，去不了。 => gov-office to-note; mayor to-note`,
  },
  {
    id: 'meeting.leave-special',
    in: { kept: 'penglai' },
    kept: `dep-water > 4月16日下午3点在二会议室开个专题会，我主持，议抗旱，水利局参加。
      head-slj > 16号专题会请个假，防汛值班走不开。 => gov-office to-note; dep-water to-note`,
  },
  {
    id: 'meeting.department.leaders',
    in: { refused: 'zhangdian', told: 'linzi laiwu zhoucun penglai' },
    kept: 'head-slj > 我局开一次全区水利系统会，4月28日上午，不请区领导。 => head-slj recorded|answered|not-found|submitted',
    broken: 'head-slj > 4月28日我局开全区水利工作会，想请区长来讲两句。',
  },
  {
    id: 'meeting.department.limit',
    in: { told: 'zhangdian zhoucun penglai' },
    kept: 'head-slj > 4月28日我局召开全区水利系统大会，半天。 => head-slj recorded|answered|submitted',
    broken: `head-slj > 4月28日我局召开全区水利系统大会，半天。
      head-slj > 9月28日我局再开一次全区水利系统大会。`,
  },
  {
    id: 'meeting.department.towns',
    in: { refused: 'zhoucun', told: 'laiwu' },
    kept: 'head-slj > 4月28日我局开水利工作会，请任海涛副区长到会讲话，确需出席，请批准。 => head-slj submitted|not-found|answered|recorded|not-understood',
    broken: 'head-slj > 4月28日我局开水利工作会，直接通知各镇镇长来开，不报批了。',
  },
  {
    id: 'meeting.district-wide meeting.district-wide.form',
    in: { told: 'linzi laiwu zhoucun penglai zhangdian' },
    kept: 'head-slj > 4月28日我局召开全区水利系统大会，半天。 => head-slj recorded|answered|submitted|not-found',
    broken: 'head-slj > 我局想以区政府名义开全区防汛会，5月20日，一整天。',
  },
  {
    id: 'meeting.upper-level',
    in: { refused: 'laiwu' },
    kept: 'head-slj > 省水利厅5月20日想在咱们区开个现场会，先报区政府，同意后再答复。 => gov-office to-approve',
    broken: 'head-slj > 省水利厅要来我区开现场会，我们答应了。',
  },
];
