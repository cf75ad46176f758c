/** WeCom's failures by what to do about them. Nearly all come as HTTP 200: the code decides, never its message. */
import type { Fault, SendResult } from '../channel.ts';
import { CallFailure, nameOf } from '../exchange.ts';

/** A call that WeCom answered with an `errcode`. */
export class WecomFailure extends CallFailure {
  readonly code: number | undefined;

  constructor(what: ConstructorParameters<typeof CallFailure>[0] & { code?: number | undefined }) {
    super(what);
    this.name = 'WecomFailure';
    this.code = what.code;
  }
}

const MINUTE_MS = 60_000;
/** Settings that an administrator mends without touching the message: it waits for that. */
const SETTINGS_WAIT_MS = 5 * MINUTE_MS;

/** Stands for a receiver whom an answer lists as not reached, although the call succeeded. */
export const NOT_REACHED = 81013;
const UNKNOWN_TYPE = 40008;
const DEAD_CODE = 60140;
const TASK_EXISTS = 42014;

/** Surely not sent; when to try again: busy, limits of time and number, wrong secret or app, an address not on the list. */
const LATER: ReadonlyMap<number, number> = new Map([
  [-1, 1_000],
  [45009, MINUTE_MS],
  [45033, 5_000],
  [40001, SETTINGS_WAIT_MS],
  [40013, SETTINGS_WAIT_MS],
  [40056, SETTINGS_WAIT_MS],
  [301002, SETTINGS_WAIT_MS],
  [301042, SETTINGS_WAIT_MS],
  [60020, SETTINGS_WAIT_MS],
  [48002, SETTINGS_WAIT_MS],
]);

type Final = Omit<Fault, 'code'>;
const final = (concerns: Fault['concerns'], text: string): Final => ({ concerns, text });

const FINAL: ReadonlyMap<number, Final> = new Map([
  [40003, final('receiver', '接收人标识有误')],
  [60111, final('receiver', '找不到该用户')],
  [NOT_REACHED, final('receiver', '接收人不在应用可见范围内，或账号未激活')],
  [40058, final('content', '消息参数不被平台接受')],
  [45002, final('content', '内容超过平台长度限制')],
  [44004, final('content', '内容为空')],
  [DEAD_CODE, final('content', '卡片的更新凭证已用过或过期')],
]);

const codeOf = (error: unknown): number | undefined => (error instanceof WecomFailure ? error.code : undefined);

/** Older editions say 40001, a wrong secret, of a token as well. */
const TOKEN_CODES = new Set([40014, 42001, 41001, 40001]);

/** Whether the access token is refused: fetch another one and try once more. */
export const isTokenRefused = (error: unknown): boolean => TOKEN_CODES.has(codeOf(error) ?? 0);

/** Whether this edition knows no cards: an older one names the type, a gateway in front of it misses the path. */
export function isUnsupported(error: unknown): boolean {
  if (!(error instanceof CallFailure) || error.neverLeft) return false;
  return codeOf(error) === UNKNOWN_TYPE || (codeOf(error) === undefined && error.status === 404);
}

/** Whether a card can no longer be updated with this code (response_code), which works once and for 72 hours. */
export const isCodeDead = (error: unknown): boolean => codeOf(error) === DEAD_CODE;

/** Whether a card with this task id has been sent before: task ids carry the key, so it is the same card. */
export const isAlreadySent = (error: unknown): boolean => codeOf(error) === TASK_EXISTS;

/** Turns whatever a call threw into what is known of the message. */
export function classify(error: unknown): SendResult {
  if (!(error instanceof CallFailure)) return { kind: 'uncertain', reason: nameOf(error) };
  const { status, waitMs, message: reason } = error;
  const code = codeOf(error);
  const later = code === undefined ? undefined : LATER.get(code);
  if (error.neverLeft || later !== undefined || status === 429 || isTokenRefused(error))
    return { kind: 'retry', reason, afterMs: waitMs ?? later };
  if (code !== undefined) return { kind: 'final', fault: { code: `wecom-${code}`, ...(FINAL.get(code) ?? REFUSED) } };
  if (status === undefined || status >= 500 || status === 408) return { kind: 'uncertain', reason };
  // A page or a refusal that isn't WeCom's own comes from something in between: it may be mended, and nothing was sent.
  return { kind: 'retry', reason, afterMs: SETTINGS_WAIT_MS };
}

const REFUSED: Final = final('content', '平台拒绝了此消息');
