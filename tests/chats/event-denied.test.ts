import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('what an event is said not to be', () => {
  chat(
    'a ceremony, inscription or occasion that is denied counts for nothing; the rest is an invitation',
    { district: 'zhoucun', at: '2026-07-22 09:00' },
    `
    平德胜 > 我局8月3日研讨会不请区领导；8月5日上午9点健康讲座是重要活动，邀请时国栋副区长参加，报区政府办公室。
    伍建国 < to-approve 81 [同意 不同意] | 邀请时国栋副区长出席健康讲座
    平德胜 < submitted 81
    萧浩然 > 8月25日上午9点我局举办放心消费承诺活动，属重要活动，没有剪彩环节，也不搞合影，邀请皮敏副区长参加，报区政府办公室。
    伍建国 < to-approve 81 [同意 不同意] | 出席放心消费承诺活动
    萧浩然 < submitted 81
    萧浩然 > 8月26日上午9点我局举办放心消费承诺活动，没有报批，邀请皮敏副区长剪彩，报区政府办公室。
    萧浩然 < refused 82
  `,
  );
  chat(
    'a consent that nobody asked for is missing, one that is asked for is sought',
    { district: 'penglai', at: '2026-05-28 09:00' },
    `
    舒卫东 > 以区政府名义举办苹果节庆活动，没有报请烟台市政府批准，也未提交区政府研究，我局准备6月20日直接办。
    舒卫东 < refused 79.2
    熊德胜 > 我想在报上发表一篇个人文章，讲的是未经区政府研究决定的医改重大事项，没打算报区政府同意，后天刊出。
    熊德胜 < refused 68
  `,
  );
  chat(
    'the government by its full name; leaders assigned to an occasion',
    { district: 'laiwu', at: '2026-05-22 09:00' },
    `
    袁敏 > {文章稿.docx} 我准备在市报发表一篇文章，内容涉及未经区人民政府研究决定的重大改革事项，先报区人民政府同意。
    史建国 < to-approve 73.1 [同意 不同意] | 发表文章
    袁敏 < submitted 73.1
    史建国 > 以区委、区人民政府名义举办的莱芜黑猪文化节属区人民政府主办，6月6日开幕，请协调安排并统一报批。
    史建国 < recorded 61
    罗雪梅 > {书面请示.pdf} 请给河湾镇6月8日上午9点的桃花节开幕活动安排区领导，属事务性活动，确有需要，书面请示附上。
    史建国 < to-approve 60 62 [同意 不同意] | 出席桃花节开幕活动
    罗雪梅 < submitted 60 62
  `,
  );
  chat(
    'which leader comes is left to the office',
    { district: 'zhangdian', at: '2026-07-08 09:00' },
    `
    潘德胜 > 7月22日上午9点我局在中心医院办健康讲座，想邀请领导参加，是哪位区领导去由办公室定，请统一安排。
    柏建国 < to-approve 86 [同意 不同意] | 出席健康讲座
    潘德胜 < submitted 86
  `,
  );
});
