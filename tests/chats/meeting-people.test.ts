import { describe } from 'vitest';
import { chat } from '../support/chat.ts';

describe('further people at a called meeting', () => {
  chat(
    'are asked by themselves, or with everybody when the time moves; not by anybody else',
    { district: 'laiwu', at: '2026-05-11 09:00' },
    `
    袁敏 > 14号下午3点在区政府第四会议室开专题会，我召集主持，研究集贸市场改造，请市场监督管理局参加。
    滕浩然 < to-attend 42.1 [参加 请假] | 15:00
    袁敏 < submitted 42.1 | 应到2人
    滕浩然 > 那个专题会再加上财政局
    滕浩然 < not-allowed 42.1 | 您不能
    袁敏 > 刚才那个会再加上财政局。
    岑春燕 < to-attend 42.1 [参加 请假] | 15:00
    袁敏 < recorded 42.1 | 岑春燕
    袁敏 > 那个会提前到下午2点，再请司法局参加。
    滕浩然、岑春燕 < notice | 已变更
    滕浩然、岑春燕、汤秀珍 < to-attend 42.1 [参加 请假] | 14:00
    袁敏 < recorded 42.1 | 14:00
    袁敏 > 14号的专题会把教体局也叫上。
    薛少华 < to-attend 42.1 [参加 请假] | 14:00
    袁敏 < recorded 42.1 | 薛少华
  `,
  );
  chat(
    'are let go or exchanged by whoever manages it, save those whom the rule wants there',
    { district: 'linzi', at: '2026-05-06 09:00' },
    `
    钱立群 > 5月14日上午9点在第一会议室召开区政府常务会议，由我主持，研究防汛，财政局、发改局列席。
    孙丽华、李国栋、周海涛、吴敏、郑志强 < to-attend 20.1 [参加 请假]
    王文博、许秀珍、沈春燕、蒋永胜 < to-attend 20.2 [参加 请假]
    钱立群 < submitted 20.1
    沈春燕 > [参加]
    沈春燕 < recorded
    陈建国 > 把财政局从参会名单里去掉，他们不用来了。
    沈春燕 < notice | 不再安排您参加
    陈建国 < recorded 20.1 | 已去掉并告知：财政局主要负责人沈春燕
    沈春燕 > 14号的常务会发改局别来了
    沈春燕 < not-allowed 20.1 | 您不能
    陈建国 > 司法局这次不用列席了
    陈建国 < refused 20.2 | 按规则应到会
    陈建国 > 发改局换成水利局
    蒋永胜 < notice | 不再安排您参加
    朱佳宁 < to-attend 20.1 [参加 请假]
    陈建国 < recorded 20.1 | 蒋永胜
    陈建国 > 现在到会情况怎么样？
    陈建国 < answered 20.1 | 确认参加0人
    陈建国 > 会议改到15日下午3点，水利局不用来了
    朱佳宁 < notice | 不再安排您参加
    孙丽华、李国栋、周海涛、吴敏、郑志强、王文博、许秀珍 < notice | 已变更
    孙丽华、李国栋、周海涛、吴敏、郑志强 < to-attend 20.1 [参加 请假]
    王文博、许秀珍 < to-attend 20.2 [参加 请假]
    钱立群 < notice | 会议改期
    陈建国 < recorded 20.1 | 15:00
  `,
  );
});
