/** Feishu's failures by what to do about them. The same condition has different codes per API. */
import { type Code, createClassifier, type Final, final, hasCode, SETTINGS_WAIT_MS } from '../failures.ts';

/** The tenant token is missing, expired or malformed: fetch another one and try once more. */
const TOKEN_CODES: ReadonlySet<Code> = new Set([99991661, 99991663, 99991665, 99991671]);
/** The card itself is refused: the same as text may pass. */
export const CARD_CODES: ReadonlySet<Code> = new Set([230025, 230099, 200860, 200861]);
/** The words are refused (敏感内容、数据防泄漏): only a neutral text may pass. */
export const CONTENT_CODES: ReadonlySet<Code> = new Set([230022, 230028]);

/** Surely not sent: rate limits and internal troubles, and settings of the app. */
const LATER: ReadonlyMap<Code, number | null> = new Map([
  ...[99991400, 230020, 11232, 2200, 1000004, 1000005, 190004, 190005, 190010].map((code) => [code, null] as const),
  ...[10003, 10014, 99991401].map((code) => [code, SETTINGS_WAIT_MS] as const),
]);
/** 消息正在发送: the platform has it; the same key tells what became of it. */
const BEING_SENT = 230049;

const FINAL: ReadonlyMap<Code, Final> = new Map([
  [99991672, final('app', '应用缺少所需权限')],
  [230027, final('app', '应用缺少所需权限')],
  [99991403, final('app', '本月接口调用额度已用完')],
  [230001, final('receiver', '接收人标识或参数有误')],
  [230034, final('receiver', '接收人标识有误')],
  [99992402, final('receiver', '接收人标识或参数有误')],
  [230002, final('receiver', '机器人不在该群')],
  [230006, final('app', '应用未启用机器人能力')],
  [230013, final('receiver', '接收人不在应用可用范围内或已离职')],
  [230018, final('receiver', '该群禁止发言')],
  [230029, final('receiver', '接收人已离职')],
  [230035, final('receiver', '无权向该会话发送')],
  [230053, final('receiver', '接收人已屏蔽机器人消息')],
  [232009, final('receiver', '该群已解散')],
  [230011, final('content', '原消息已撤回')],
  [230110, final('content', '原消息已删除')],
  [230031, final('content', '原卡片已超过14天，不能更新')],
  [230022, final('content', '内容未通过平台审核')],
  [230028, final('content', '内容被数据防泄漏策略拦截')],
  [230025, final('content', '内容超过平台长度限制')],
  [230099, final('content', '卡片内容不被平台接受')],
]);

export const isTokenRefused = (error: unknown): boolean => hasCode(error, TOKEN_CODES);

export const classify = createClassifier({
  platform: 'feishu',
  later: (code) => LATER.get(code),
  final: (code) => FINAL.get(code),
  isTokenRefused,
  unknown: new Set([BEING_SENT]),
});
