import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('a meeting that is not named', () => {
  chat(
    'an invited one who cannot come means the meeting of that day; without a reason it is asked for',
    { district: 'penglai', at: '2026-03-09 09:00' },
    `
    贝海涛 > 3月18日下午3点在二楼会议室开个专题会，我主持，研究水库除险，水利局、财政局参加
    纪佳宁、茅春燕 < to-attend 44.1 [参加 请假] | 15:00在二楼会议室
    贝海涛 < submitted 44.1 | 应到3人
    纪佳宁 > 18号下午那会我有事
    纪佳宁 < incomplete (reason) | 请假事由
    纪佳宁 > 去省厅开会
    成建国、贝海涛 < to-note 47 [已阅] | 事由：去省厅开会
    纪佳宁 < submitted 47 | 已受理
    茅春燕 > 19号我走不开，审计进点
    茅春燕 < not-understood | 没有看懂
    茅春燕 > 18号我走不开，审计进点
    成建国、贝海涛 < to-note 47 [已阅] | 事由：审计进点
    茅春燕 < submitted 47 | 已受理
  `,
  );
  chat(
    'whoever holds one meeting speaks of it; a weekday is that of the called meeting',
    { district: 'laiwu', at: '2026-04-06 09:00' },
    `
    任海涛 > 4月14日下午3点在二楼会议室开个专题会，我主持，研究水库除险，水利局、财政局参加
    贺佳宁、岑春燕 < to-attend 42.1 [参加 请假] | 15:00
    任海涛 < submitted 42.1 | 应到3人
    岑春燕 > 周二的专题会我请假，去省厅对账
    任海涛 < to-approve 43.3 43.1 [同意 不同意] | 4月14日
    岑春燕 < submitted 43.3 43.1 | 4月14日
    任海涛 > 还有谁没回复
    任海涛 < answered | 未回复1人：贺佳宁
    任海涛 > 时间往后推一个小时
    岑春燕 < notice | 请假须重新提出
    贺佳宁 < notice | 已变更
    贺佳宁、岑春燕 < to-attend 42.1 [参加 请假] | 16:00
    任海涛 < recorded 42.1 | 16:00
  `,
  );
  chat(
    'sending a deputy, put as a question, asks for leave',
    { district: 'linzi', at: '2026-03-09 09:00' },
    `
    周海涛 > 3月18日下午3点在二楼会议室开个专题会，我主持，商量水库怎么调度、钱从哪来，水利局、财政局来人
    朱佳宁、沈春燕 < to-attend 22 [参加 请假] | 议题：商量水库怎么调度、钱从哪来
    周海涛 < submitted 22 | 应到3人
    沈春燕 > 让我们局副局长去听会行吗，我那天去市里
    陈建国 < to-note 23 [已阅] | 去市里
    周海涛 < to-approve 23 [同意 不同意] | 副局长
    沈春燕 < submitted 23 | 已受理
  `,
  );
  chat(
    'who is commissioned to hold it does not ask for leave from it',
    { district: 'linzi', at: '2026-03-09 09:00' },
    `
    孙丽华 > 钱立群区长因公外出不能出席，委托我召集并主持3月17日上午9点三楼会议室的区政府常务会议，研究一季度重点项目，请通知参会。
    李国栋、周海涛、吴敏、郑志强 < to-attend 20.1 [参加 请假] | 09:00在三楼会议室
    王文博、许秀珍 < to-attend 20.2 [参加 请假] | 请您列席
    钱立群 < notice 20.1 | 受您委托
    孙丽华 < submitted 20.1 | 研究一季度重点项目
  `,
  );
});
