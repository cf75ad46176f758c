import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('answers in everyday words', () => {
  chat(
    'consent and refusal',
    { district: 'laiwu', at: '2026-09-07 09:00' },
    `
    贺佳宁 > 9月10日去济南开会，请假
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 已受理
    任海涛 > 好的
    任海涛 < answered | 请回复“同意”或“不同意，理由是……”
    任海涛 > 准了，早去早回
    任海涛 < recorded | 意见：早去早回
    贺佳宁 < approved 73.3 | 早去早回
    唐晓东、史建国 < to-file 73.3 [已备案] | 贺佳宁
    史建国 > 收到
    史建国 < recorded | 已备案
    贺佳宁 < notice | 已备案
    倪卫东 > 9月11日去济南开会，请假
    任海涛 < to-approve 73.3 [同意 不同意] | 倪卫东
    倪卫东 < submitted 73.3 | 已受理
    任海涛 > 不准
    任海涛 < incomplete (opinion) | 请写明意见
    任海涛 > 汛期值班，让贺佳宁去
    任海涛 < recorded | 意见：汛期值班，让贺佳宁去
    倪卫东 < declined 73.3 | 汛期值班
  `,
  );
  chat(
    'whom an opinion speaks of is not the matter',
    { district: 'laiwu', at: '2026-09-07 09:00' },
    `
    贺佳宁 > 9月10日去济南开会，请假
    任海涛 < to-approve 73.3 [同意 不同意] | 济南
    贺佳宁 < submitted 73.3 | 已受理
    任海涛 > 同意，防汛的事跟袁敏副区长交接好
    任海涛 < recorded | 意见：防汛的事跟袁敏副区长交接好
    贺佳宁 < approved 73.3 | 已批准
    唐晓东、史建国 < to-file 73.3 [已备案] | 贺佳宁
  `,
  );
  chat(
    'what is noted, one by one or all at once',
    { district: 'linzi', at: '2026-09-07 09:00' },
    `
    秦卫东 > 9月14日去寿光参加菜博会，副局长邱实代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 寿光
    秦卫东 < submitted 43.2 | 已受理
    钱立群 > 收到，路上注意安全
    钱立群 < recorded | 意见：路上注意安全
    秦卫东 < notice | 路上注意安全
    朱佳宁 > 9月15日去济南参加培训，马志远代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 朱佳宁
    朱佳宁 < submitted 43.2 | 已受理
    赵明远 > 知道了
    赵明远 < not-understood | 您有2件事项可以“已阅”
    赵明远 > 都已阅
    赵明远 < recorded | 秦卫东
    秦卫东 < notice | 已阅
    赵明远 < recorded | 朱佳宁
    朱佳宁 < notice | 已阅
    赵明远 > 知道了
    赵明远 < answered | 不客气
  `,
  );
  chat(
    'of several matters that could be withdrawn, which one is asked',
    { district: 'linzi', at: '2026-09-07 09:00' },
    `
    秦卫东 > 9月14日去寿光参加菜博会，副局长邱实代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 寿光
    秦卫东 < submitted 43.2 | 已受理
    秦卫东 > 9月21日去济南参加培训，副局长邱实代为主持
    赵明远、钱立群 < to-note 43.2 [已阅] | 济南
    秦卫东 < submitted 43.2 | 已受理
    秦卫东 > 撤回请假
    秦卫东 < not-understood | 您有2件事项可以撤回
    秦卫东 > 9月14日的外出去不成了，撤回
    赵明远、钱立群 < notice | 9月14日
    秦卫东 < recorded | 已撤回：秦卫东9月14日
  `,
  );
  chat(
    'a question after a question asks it again of something else',
    { district: 'linzi', at: '2026-09-07 09:00' },
    `
    朱佳宁 > 区政府的文谁签发？
    朱佳宁 < answered 32.2 | 报区长签发
    朱佳宁 > 区政府办公室的呢？
    朱佳宁 < answered 32.3 | 一般报分管副区长签发
    朱佳宁 > 外出4天要附材料吗？
    朱佳宁 < answered 43.2 | 要附
    朱佳宁 > 3天呢？
    朱佳宁 < answered 43.2 | 不用附
  `,
  );
});
