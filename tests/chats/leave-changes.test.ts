import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

const FILED = `
    吕振华 > 4月15日去济南参加乡镇长培训，当天回，副镇长张强代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 济南
    吕振华 < submitted 43.2 | 已受理`;
const CHANGED = `赵明远、钱立群 < notice | 已变更
    赵明远、钱立群 < to-note 43.2 [已阅] |`;

describe('a filed leave is changed', () => {
  chat(
    'a bare weekday or date is one of its own week or month',
    { district: 'linzi', at: '2026-04-06 09:00' },
    `${FILED}
    吕振华 > 刚才那个假改到周四
    ${CHANGED} 4月16日（周四），共1天
    吕振华 < recorded 43.2 | 4月16日
    吕振华 > 日期写错了，是13号
    ${CHANGED} 4月13日（周一），共1天
    吕振华 < recorded 43.2 | 4月13日
    吕振华 > 会议又通知延到4月20号了
    ${CHANGED} 4月20日（周一），共1天
    吕振华 < recorded 43.2 | 4月20日
    吕振华 > 早一天走
    ${CHANGED} 4月19日（周日）至4月20日（周一）
    吕振华 < recorded 43.2 | 共2天
  `,
  );
  chat(
    'what is denied of it is said anew; who cannot act is replaced',
    { district: 'linzi', at: '2026-04-06 09:00' },
    `${FILED}
    吕振华 > 不去济南了，去青岛
    ${CHANGED} 地点：青岛
    吕振华 < recorded 43.2 | 地点：青岛
    吕振华 > 张强代不了，还是让李明顶
    ${CHANGED} 代为主持工作的负责人：李明
    吕振华 < recorded 43.2 | 李明
    吕振华 > 写错了，是招商推介会
    ${CHANGED} 事由：招商推介会
    吕振华 < recorded 43.2 | 招商推介会
    吕振华 > 不去青岛了
    赵明远、钱立群 < notice | 已撤回
    吕振华 < recorded | 已撤回
  `,
  );
  chat(
    'what is wrong is known, how it should be is asked for; a question changes nothing',
    { district: 'linzi', at: '2026-04-06 09:00' },
    `${FILED}
    吕振华 > 晚回来一天要不要重新报告
    吕振华 < answered 43.2 | 销假
    吕振华 > 地点错了
    吕振华 < incomplete 43.2 (place) | 请写明新的地点
    吕振华 > 烟台
    ${CHANGED} 地点：烟台
    吕振华 < recorded 43.2 | 地点：烟台
  `,
  );
  chat(
    'of several the one that is named; else which is asked',
    { district: 'linzi', at: '2026-04-06 09:00' },
    `${FILED}
    吕振华 > 4月22日去青岛参加招商会，当天回，副镇长张强代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 青岛
    吕振华 < submitted 43.2 | 已受理
    -- 2026-04-07 10:00
    吕振华 > 改到周四
    吕振华 < not-understood | 您有2次外出可以变更
    吕振华 > 青岛那趟推迟一天
    ${CHANGED} 4月23日（周四）
    吕振华 < recorded 43.2 | 4月23日
    吕振华 > 济南不去了
    赵明远、钱立群 < notice | 已撤回“吕振华4月15日
    吕振华 < recorded | 4月15日
  `,
  );
  chat(
    'for another by commission or by the office, who hears of it; for nobody else',
    { district: 'zhangdian', at: '2026-04-06 09:00' },
    `
    葛佳宁 > 4月15日去济南参加防汛培训，当天回，副局长田野代为主持
    柏建国 < to-note 77.2 [已阅] | 4月15日
    葛佳宁 < submitted 77.2 | 已受理
    马立新 > 葛佳宁局长的外出改到17号
    马立新 < not-allowed | 不能替
    柏建国 > 把葛佳宁局长的外出改到21号
    柏建国 < to-note 77.2 [已阅] | 4月21日
    葛佳宁 < notice | 柏建国已为您变更
    柏建国 < recorded 77.2 | 4月21日
  `,
  );
  chat(
    'an extension that is declined leaves the return overdue',
    { district: 'laiwu', at: '2026-04-06 09:00' },
    `
    贺佳宁 > 4月13日至14日去济南参加水利会议，请区长批准
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 已受理
    任海涛 > 同意
    任海涛 < recorded | 同意
    贺佳宁 < approved 73.3 | 已批准
    唐晓东、史建国 < to-file 73.3 [已备案] | 贺佳宁
    -- 2026-04-15 10:00
    贺佳宁 < reminder 73.3 | 尚未销假
    贺佳宁 > 会还没开完，要到17号才能回
    任海涛、唐晓东、史建国 < notice | 已变更
    任海涛 < to-approve 73.3 [同意 不同意] | 4月17日
    贺佳宁 < recorded 73.3 | 共5天
    任海涛 > 不行，局里有急事
    任海涛 < recorded | 不同意
    贺佳宁 < declined 73.3 | 您的外出仍到4月14日（周二）为止
    -- 2026-04-16 10:00
    贺佳宁 < reminder 73.3 | 尚未销假
    -- 2026-04-20 10:00
  `,
  );
  chat(
    'a declined leave is asked for again with other days',
    { district: 'penglai', at: '2026-05-11 09:00' },
    `
    明敏 > 我20号到22号去青岛休假，请禹区长批。
    禹立群 < to-approve 69 [同意 不同意] | 5月20日
    明敏 < submitted 69 | 已受理
    禹立群 > 不行，22号有常务会
    禹立群 < recorded | 不同意
    明敏 < declined 69 | 22号有常务会
    明敏 > 那我改到25号至27号休。
    禹立群 < to-approve 69 [同意 不同意] | 5月25日（周一）至5月27日（周三），共3天；地点：青岛
    明敏 < submitted 69 | 共3天
  `,
  );
  chat(
    '出差两天 counts two days',
    { district: 'linzi', at: '2026-03-09 09:00' },
    `
    朱佳宁 > 下周二去上海出差两天，马志远代管
    赵明远、钱立群 < to-note 43.2 [已阅] | 3月17日（周二）至3月18日（周三），共2天
    朱佳宁 < submitted 43.2 | 共2天
  `,
  );
});

describe('an unfinished leave', () => {
  chat(
    'is shortened, and judged anew',
    { district: 'zhangdian', at: '2026-03-02 09:00' },
    `
    鲁雪梅 > 3月9日至13日去杭州参加乡村振兴培训，副镇长李明代为主持
    鲁雪梅 < incomplete 77.2 (attachments) | 共5天
    鲁雪梅 > 那就只去三天吧
    柏建国 < to-note 77.2 [已阅] | 3月9日（周一）至3月11日（周三）
    鲁雪梅 < submitted 77.2 | 共3天
  `,
  );
  chat(
    'that no rule names is registered with the days said before',
    { district: 'penglai', at: '2026-05-11 09:00' },
    `
    杜思源 > 我5月20日至22日赴深圳招商，特此请假。
    杜思源 < not-found | 登记外出
    杜思源 > 好，登记一下吧
    杜思源 < recorded 69 | 5月20日（周三）至5月22日（周五）
  `,
  );
});
