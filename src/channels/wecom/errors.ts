/** WeCom's failures by what to do about them. Nearly all come as HTTP 200: the code decides, never its message. */
import { CallFailure } from '../exchange.ts';
import {
  type Code,
  codeOf,
  createClassifier,
  type Final,
  final,
  hasCode,
  MINUTE_MS,
  SETTINGS_WAIT_MS,
} from '../failures.ts';

/** Stands for a receiver whom an answer lists as not reached, although the call succeeded. */
export const NOT_REACHED = 81013;
const UNKNOWN_TYPE = 40008;
const DEAD_CODE = 60140;
const TASK_EXISTS = 42014;

/** Surely not sent; when to try again: busy, limits of time and number, wrong secret or app, an address not on the list. */
const LATER: ReadonlyMap<Code, number> = new Map([
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

const FINAL: ReadonlyMap<Code, Final> = new Map([
  [40003, final('receiver', '接收人标识有误')],
  [60111, final('receiver', '找不到该用户')],
  [NOT_REACHED, final('receiver', '接收人不在应用可见范围内，或账号未激活')],
  [40058, final('content', '消息参数不被平台接受')],
  [45002, final('content', '内容超过平台长度限制')],
  [44004, final('content', '内容为空')],
  [DEAD_CODE, final('content', '卡片的更新凭证已用过或过期')],
]);

/** Older editions say 40001, a wrong secret, of a token as well. */
const TOKEN_CODES: ReadonlySet<Code> = new Set([40014, 42001, 41001, 40001]);

/** Whether the access token is refused: fetch another one and try once more. */
export const isTokenRefused = (error: unknown): boolean => hasCode(error, TOKEN_CODES);

/** Whether this edition knows no cards: an older one names the type, a gateway in front of it misses the path. */
export function isUnsupported(error: unknown): boolean {
  if (!(error instanceof CallFailure) || error.neverLeft) return false;
  return codeOf(error) === UNKNOWN_TYPE || (codeOf(error) === undefined && error.status === 404);
}

/** Whether a card can no longer be updated with this code (response_code), which works once and for 72 hours. */
export const isCodeDead = (error: unknown): boolean => codeOf(error) === DEAD_CODE;

/** Whether a card with this task id has been sent before: task ids carry the key, so it is the same card. */
export const isAlreadySent = (error: unknown): boolean => codeOf(error) === TASK_EXISTS;

export const classify = createClassifier({
  platform: 'wecom',
  later: (code) => LATER.get(code),
  final: (code) => FINAL.get(code),
  isTokenRefused,
});
