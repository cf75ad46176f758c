import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('a question acts on nothing', () => {
  chat(
    'it neither reports back nor withdraws nor changes a leave',
    { district: 'linzi', at: '2026-03-09 09:00' },
    `
    朱佳宁 > 3月12日去济南参加培训，当天回，马志远代管
    赵明远、钱立群 < to-note 43.2 [已阅] | 济南
    朱佳宁 < submitted 43.2 | 已受理
    朱佳宁 > 改到13号要重新报吗？
    朱佳宁 < not-found | 无法据此答复
    -- 2026-03-13 08:00
    朱佳宁 > 销假后要不要报告？
    朱佳宁 < answered 43.2 | 请销假制度
    朱佳宁 > 销假是不是要当天办
    朱佳宁 < answered 43.2 | 请销假制度
    朱佳宁 > 销假
    朱佳宁 < recorded 43.2 | 已销假
  `,
  );
  chat(
    'it consents to nothing',
    { district: 'laiwu', at: '2026-04-06 09:00' },
    `
    贺佳宁 > 4月13日至14日去济南参加水利会议，请区长批准
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 已受理
    任海涛 > 同意后谁备案
    任海涛 < answered 73.3 | 报备
    任海涛 > 已阅是什么意思
    任海涛 < answered 51 | 圈阅
    任海涛 > 同意，注意安全
    任海涛 < recorded | 同意
    贺佳宁 < approved 73.3 | 已批准
    唐晓东、史建国 < to-file 73.3 [已备案] | 贺佳宁
  `,
  );
  chat(
    'a request and a question in sentences of their own are both answered; so are matters told one after another',
    { district: 'linzi', at: '2026-03-09 09:00' },
    `
    朱佳宁 > 3月16日去济南参加培训，马志远代管。常务会纪要谁签？
    赵明远、钱立群 < to-note 43.2 [已阅] | 济南
    朱佳宁 < submitted 43.2 | 已受理
    朱佳宁 < answered 24 | 区长签发
    陈建国 > 上周四常务会的纪要拟好了，送签。还有，3月2日孙区长开的专题会纪要也好了，请签发
    钱立群 < to-approve 24 [同意 不同意] | 区政府常务会议纪要（3月5日）
    陈建国 < submitted 24 | 常务会议纪要
    孙丽华 < to-approve 24 [同意 不同意] | 3月2日
    陈建国 < submitted 24 | 专题会议纪要
  `,
  );
});
