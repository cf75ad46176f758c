/** Who observes which meeting, and how often each is held. */
import type { Row } from './table.ts';

const EXECUTIVE = 'mayor > 4月17日上午9点常务会，第一会议室，我主持，议防汛';
const PLENARY = 'mayor > 4月24日上午9点在礼堂开区政府全体会议，我主持，总结一季度';
const MAYOR_OFFICE = 'mayor > 4月17日下午3点在小会议室开区长办公会，我主持，议供热';
const PARTY_GROUP = 'mayor > 4月17日上午9点在第一会议室开党组会，我主持，学习中央精神';

/** Those of right come even when the message would spare them. */
const OBSERVERS: readonly Row[] = [
  {
    id: 'meeting.plenary.observers',
    in: { told: 'zhangdian' },
    kept: `${PLENARY}。 => office-deputy to-attend §`,
    broken: `${PLENARY}，办公室副主任不用列席。 => office-deputy to-attend §; mayor submitted § 副主任`,
  },
  {
    id: 'meeting.plenary.observers',
    in: { told: 'zhoucun' },
    kept: `${PLENARY}。 => mayor submitted 未载明.*法律顾问`,
    broken: `${PLENARY}，法律顾问不用列席。 => mayor submitted § 法律顾问按规则应到会`,
  },
  {
    id: 'meeting.plenary.observers meeting.plenary.observers-as-needed',
    in: { 'not-allowed': 'linzi laiwu' },
    kept: `${PLENARY}，东岭镇也列席。 => town-1 to-attend §`,
    broken: '+ town-2 > [参加]',
  },
  {
    id: 'meeting.plenary.observers-as-needed',
    in: { 'not-allowed': 'zhangdian zhoucun' },
    kept: `${PLENARY}，东岭镇也列席。 => town-1 to-attend §`,
    broken: '+ town-2 > [参加]',
  },
  {
    id: 'meeting.plenary.observers',
    in: { 'not-allowed': 'penglai' },
    kept: `${PLENARY}，邀请区人大常委会负责同志列席。 => mayor submitted 未载明.*区人大常委会`,
    broken: '+ town-2 > [参加]',
  },
  {
    id: 'meeting.executive.observers',
    in: { told: 'linzi zhangdian zhoucun' },
    kept: `${EXECUTIVE}。 => head-sfj to-attend §`,
    broken: `${EXECUTIVE}，司法局不用列席。 => head-sfj to-attend §; mayor submitted § 按规则应到会`,
  },
  {
    id: 'meeting.executive.observers meeting.executive.observers-as-needed',
    in: { 'not-allowed': 'linzi laiwu penglai' },
    kept: `${EXECUTIVE}，水利局列席。 => head-slj to-attend §`,
    broken: '+ head-jtj > [参加]',
  },
  {
    id: 'meeting.executive.observers-as-needed',
    in: { 'not-allowed': 'zhangdian zhoucun' },
    kept: `${EXECUTIVE}，水利局列席。 => head-slj to-attend §`,
    broken: '+ head-jtj > [参加]',
  },
  {
    id: 'meeting.mayor-office.observers',
    in: { told: 'laiwu' },
    kept: `${MAYOR_OFFICE}。 => office-director to-attend §`,
    broken: `${MAYOR_OFFICE}，办公室主任不用列席。 => office-director to-attend §; mayor submitted § 按规则应到会`,
  },
  {
    id: 'meeting.mayor-office.observers',
    in: { 'not-allowed': 'zhangdian zhoucun' },
    kept: `${MAYOR_OFFICE}，发改局列席。 => head-fgj to-attend §`,
    broken: '+ head-jtj > [参加]',
  },
  {
    id: 'meeting.mayor-office.observers-as-needed',
    in: { 'not-allowed': 'laiwu' },
    kept: `${MAYOR_OFFICE}，发改局列席。 => head-fgj to-attend § 根据会议需要`,
    broken: '+ head-jtj > [参加]',
  },
  {
    id: 'meeting.party-group.observers',
    in: { 'not-allowed': 'zhoucun' },
    kept: `${PARTY_GROUP}，请傅海涛副区长列席。 => dep-water to-attend §`,
    broken: '+ dep-edu > [参加]',
  },
];

/** Kept where another is called in time; broken where none is, which the office hears on the first working day after. */
const RHYTHMS: readonly Row[] = [
  {
    id: 'meeting.plenary.frequency',
    in: { told: 'linzi' },
    kept: `${PLENARY}。
      -- 2026-10-23 18:00
      mayor > 10月26日上午9点在礼堂开区政府全体会议，我主持，总结三季度。 => head-slj to-attend`,
    broken: `${PLENARY}。
      -- 2026-10-25 18:00
      -- 2026-10-26 09:00 => gov-office reminder § 此后尚未安排`,
  },
  {
    id: 'meeting.plenary.frequency',
    in: { told: 'zhangdian zhoucun' },
    kept: `${PLENARY}。
      -- 2026-07-06 09:00
      mayor > 7月20日上午9点在礼堂开区政府全体会议，我主持，总结上半年。 => head-slj to-attend`,
    broken: `${PLENARY}。
      -- 2027-04-25 18:00
      -- 2027-04-26 09:00 => gov-office reminder § 此后尚未安排`,
  },
  {
    id: 'meeting.plenary.frequency',
    in: { told: 'zhangdian zhoucun' },
    kept: `${PLENARY}。
      mayor > 7月20日上午9点在礼堂开区政府全体会议，我主持，总结上半年。 => mayor submitted ^(?![^]*当年已有)`,
    broken: '+ mayor > 12月21日上午9点在礼堂开区政府全体会议，我主持，总结全年。 => mayor submitted § 当年已有2次',
  },
  {
    id: 'meeting.executive.frequency',
    in: { told: 'linzi laiwu penglai' },
    kept: `${EXECUTIVE}。
      -- 2026-05-15 18:00
      mayor > 5月18日上午9点常务会，第一会议室，我主持，议防汛。 => dep-water to-attend`,
    broken: `${EXECUTIVE}。
      -- 2026-05-17 18:00
      -- 2026-05-18 09:00 => gov-office reminder § 此后尚未安排`,
  },
  {
    id: 'meeting.executive.frequency',
    in: { told: 'zhangdian zhoucun' },
    kept: `${EXECUTIVE}。
      -- 2026-04-30 18:00
      mayor > 5月6日上午9点常务会，第一会议室，我主持，议防汛。 => dep-water to-attend`,
    broken: `${EXECUTIVE}。
      -- 2026-05-05 18:00
      -- 2026-05-06 09:00 => gov-office reminder § 此后尚未安排`,
  },
  {
    id: 'meeting.mayor-office.frequency',
    in: { told: 'penglai' },
    kept: `${MAYOR_OFFICE}。
      -- 2026-04-24 15:00
      mayor > 4月27日下午3点在小会议室开区长办公会，我主持，议供热。 => dep-edu to-attend`,
    broken: `${MAYOR_OFFICE}。
      -- 2026-04-26 18:00
      -- 2026-04-27 09:00 => gov-office reminder § 此后尚未安排`,
  },
  {
    id: 'meeting.party-group.frequency',
    in: { told: 'zhoucun' },
    kept: `${PARTY_GROUP}。
      -- 2026-05-15 18:00
      mayor > 5月18日上午9点在第一会议室开党组会，我主持，学习中央精神。 => gov-office to-do`,
    broken: `${PARTY_GROUP}。
      -- 2026-05-17 18:00
      -- 2026-05-18 09:00 => gov-office reminder § 此后尚未安排`,
  },
  {
    id: 'study.law',
    in: { told: 'laiwu' },
    kept: 'gov-office > 今天组织了区政府领导集体学法，登记一下。 => gov-office recorded § 全年合计4次，还差3次',
    broken: `+ -- 2026-07-13 18:00
      -- 2026-07-14 09:00 => gov-office reminder § 此后尚未安排`,
  },
  {
    id: 'study.law',
    in: { told: 'penglai' },
    kept: 'gov-office > 今天组织了法治专题讲座，登记一下。 => gov-office recorded § 每年不少于2次，还差1次',
    broken: `+ -- 2026-10-13 18:00
      -- 2026-10-14 09:00 => gov-office reminder § 此后尚未安排`,
  },
  {
    id: 'study.presider study.members',
    in: { 'not-allowed': 'linzi laiwu' },
    kept: 'mayor > 4月17日下午3点在小会议室组织集中学习，我主持，主题是民法典。 => dep-edu to-attend §',
    broken: 'exec > 4月17日下午3点我在小会议室组织集中学习，我主持，主题是民法典。',
  },
];

export const ATTENDANCE: readonly Row[] = [...OBSERVERS, ...RHYTHMS];
