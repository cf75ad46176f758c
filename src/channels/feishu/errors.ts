/** Feishu's failures by what to do about them. The same condition has different codes per API. */
import type { Fault, SendResult } from '../channel.ts';
import { CallFailure, nameOf } from '../exchange.ts';

/** A call that Feishu answered with a code of its own. */
export class FeishuFailure extends CallFailure {
  readonly code: number | undefined;

  constructor(what: ConstructorParameters<typeof CallFailure>[0] & { code?: number }) {
    super(what);
    this.name = 'FeishuFailure';
    this.code = what.code;
  }
}

/** The tenant token is missing, expired or malformed: fetch another one and try once more. */
export const TOKEN_CODES: ReadonlySet<number> = new Set([99991661, 99991663, 99991665, 99991671]);
/** The card itself is refused: the same as text may pass. */
export const CARD_CODES: ReadonlySet<number> = new Set([230025, 230099, 200860, 200861]);
/** The words are refused (敏感内容、数据防泄漏): only a neutral text may pass. */
export const CONTENT_CODES: ReadonlySet<number> = new Set([230022, 230028]);

/** Rate limits and internal troubles: surely not sent, try later. */
const LATER = new Set([99991400, 230020, 11232, 2200, 1000004, 1000005, 190004, 190005, 190010]);
/** 消息正在发送: the platform has it; the same key tells what became of it. */
const BEING_SENT = 230049;
/** Settings that an administrator mends without touching the message: it waits for that. */
const WRONG_APP_SETTINGS = new Set([10003, 10014, 99991401]);
const SETTINGS_WAIT_MS = 5 * 60_000;

type Final = Omit<Fault, 'code'>;
const final = (concerns: Fault['concerns'], text: string): Final => ({ concerns, text });

const FINAL = new Map<number, Final>([
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

/** Turns whatever a call threw into what is known of the message. */
export function classify(error: unknown): SendResult {
  if (!(error instanceof CallFailure)) return { kind: 'uncertain', reason: nameOf(error) };
  const { status } = error;
  const code = error instanceof FeishuFailure ? error.code : undefined;
  const reason = error.message;
  const settingsWait = code !== undefined && WRONG_APP_SETTINGS.has(code) ? SETTINGS_WAIT_MS : undefined;
  if (error.neverLeft) return { kind: 'retry', reason, afterMs: error.waitMs ?? settingsWait };
  if (code === BEING_SENT) return { kind: 'uncertain', reason };
  if (code !== undefined && LATER.has(code)) return { kind: 'retry', reason, afterMs: error.waitMs };
  if (status === 429) return { kind: 'retry', reason, afterMs: error.waitMs };
  if (code !== undefined && TOKEN_CODES.has(code)) return { kind: 'retry', reason };
  if (settingsWait !== undefined) return { kind: 'retry', reason, afterMs: settingsWait };
  const known = code === undefined ? undefined : FINAL.get(code);
  if (known) return { kind: 'final', fault: { code: `feishu-${code}`, ...known } };
  // A refusal that isn't Feishu's own comes from something in between: it may be mended, and nothing was sent.
  if (code === undefined && status !== undefined && status >= 300 && status < 500 && status !== 408)
    return { kind: 'retry', reason, afterMs: SETTINGS_WAIT_MS };
  if (code === undefined || status === undefined || status >= 500) return { kind: 'uncertain', reason };
  return { kind: 'final', fault: { code: `feishu-${code}`, ...final('content', '平台拒绝了此消息') } };
}
