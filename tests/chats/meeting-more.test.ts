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
});
