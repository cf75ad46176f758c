import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('several leaves in one message', () => {
  chat(
    'each with its own errand; who acts is said once for both',
    { district: 'zhoucun', at: '2026-04-06 09:00' },
    `
    黄佳宁 > 下周二去济南参加水利会，下周五去东营学习，期间都由李伟副局长负责
    伍建国、余晓东 < to-note 72.2 [已阅] | 4月14日（周二），共1天；地点：济南；事由：参加水利会；代为主持工作的负责人：李伟
    黄佳宁 < submitted 72.2 | 4月14日
    伍建国、余晓东 < to-note 72.2 [已阅] | 4月17日（周五），共1天；地点：东营；事由：学习；代为主持工作的负责人：李伟
    黄佳宁 < submitted 72.2 | 4月17日
  `,
  );
  chat(
    'one errand on several days',
    { district: 'linzi', at: '2026-04-06 09:00' },
    `
    吕振华 > 4月13日、20日去济南参加培训，各一天，张强代管
    赵明远、钱立群 < to-note 43.2 [已阅] | 4月13日（周一），共1天；地点：济南
    吕振华 < submitted 43.2 | 4月13日
    赵明远、钱立群 < to-note 43.2 [已阅] | 4月20日（周一），共1天；地点：济南
    吕振华 < submitted 43.2 | 4月20日
  `,
  );
  chat(
    'what both lack is asked for once and answered once',
    { district: 'zhangdian', at: '2026-04-06 09:00' },
    `
    葛佳宁 > 4月13日去济南参加培训，另外4月20日去青岛考察
    葛佳宁 < incomplete 77.2 (acting) | 第2次外出：已记下：4月20日
    葛佳宁 > 都由副局长田野代管
    柏建国 < to-note 77.2 [已阅] | 4月13日
    葛佳宁 < submitted 77.2 | 4月13日
    柏建国 < to-note 77.2 [已阅] | 4月20日
    葛佳宁 < submitted 77.2 | 4月20日
  `,
  );
  chat(
    'one too late is refused, the other goes its way',
    { district: 'linzi', at: '2026-04-06 09:00' },
    `
    吕振华 > 4月7日去济南开会，4月20日去青岛考察，副镇长张强代管
    吕振华 < refused 43.2 | 4月7日
    赵明远、钱立群 < to-note 43.2 [已阅] | 4月20日
    吕振华 < submitted 43.2 | 青岛
  `,
  );
  chat(
    'a journey that goes on, a day of return and the day of a notice are no second leave',
    { district: 'laiwu', at: '2026-04-06 09:00' },
    `
    贺佳宁 > 接4月2日通知，4月13日去济南开会，15日再去青岛考察，17日回，请区长批准
    任海涛 < to-approve 73.3 [同意 不同意] | 4月13日（周一）至4月17日（周五）
    贺佳宁 < submitted 73.3 | 共5天
  `,
  );
});

describe('a name at the end', () => {
  chat(
    'is who acts: a colleague, a titled or full name; not one of another unit, nor a signature',
    { district: 'zhangdian', at: '2026-04-06 09:00' },
    `
    葛佳宁 > 4月13日去济南参加防汛培训，苗子涵
    柏建国 < to-note 77.2 [已阅] | 代为主持工作的负责人：苗子涵
    苗子涵 < notice | 如您不便代为主持
    葛佳宁 < submitted 77.2 | 苗子涵
    奚卫东 > 4月13日 济南 农技培训 副局长李刚
    柏建国 < to-note 77.2 [已阅] | 代为主持工作的负责人：李刚
    奚卫东 < submitted 77.2 | 李刚
    潘德胜 > 4月13日去济南参加卫生工作会，马立新
    潘德胜 < incomplete 77.2 (acting) | 请补充：代为主持工作的负责人
    郎振华 > 4月13日去济南，参加镇长培训，请知悉。郎振华
    郎振华 < incomplete 77.2 (acting) | 请补充：代为主持工作的负责人
  `,
  );
});
