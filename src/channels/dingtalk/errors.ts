/** DingTalk's failures by what to do about them. Its two interfaces have codes of their own: words here, numbers there. */
import { CallFailure } from '../exchange.ts';
import {
  type Code,
  codeOf,
  createClassifier,
  type Final,
  final,
  hasCode,
  MINUTE_MS,
  PlatformFailure,
  SETTINGS_WAIT_MS,
} from '../failures.ts';

/** Answers that stand for a failure although the platform gave no code. */
export const NOT_JSON = 'not-json';
export const NO_SUCH_STAFF = 'no-such-staff';
export const FLOW_CONTROLLED = 'flow-controlled';
export const CARD_NOT_DELIVERED = 'card-not-delivered';

/** Surely not sent; when to try again. `-1` is busy, the others are limits of app, robot or address. */
const LATER: ReadonlyMap<Code, number> = new Map([
  ['-1', 1_000],
  ['Throttling', 1_000],
  [FLOW_CONTROLLED, MINUTE_MS],
  ['130101', 10 * MINUTE_MS],
  ['410100', 10 * MINUTE_MS],
  ['88-90018', MINUTE_MS],
  // Blocked for five minutes, with a page or a foreign answer in place of JSON.
  ['1111', SETTINGS_WAIT_MS],
  [NOT_JSON, SETTINGS_WAIT_MS],
  ['invalidClientIdOrSecret', SETTINGS_WAIT_MS],
  ['60020', SETTINGS_WAIT_MS],
]);

const FINAL: ReadonlyMap<Code, Final> = new Map([
  [NO_SUCH_STAFF, final('receiver', '接收人不在本组织或不在应用可见范围内')],
  ['60121', final('receiver', '找不到该用户')],
  ['50002', final('receiver', '接收人不在应用可见范围内')],
  ['60011', final('app', '应用缺少所需权限')],
  ['310000', final('content', '内容未通过平台审核')],
]);

const TOKEN_CODES: ReadonlySet<Code> = new Set(['InvalidAuthentication', '88-40014', '40014', '42001']);

/** Whether the access token is refused: fetch another one and try once more. */
export function isTokenRefused(error: unknown): boolean {
  return hasCode(error, TOKEN_CODES) || (error instanceof PlatformFailure && error.status === 401);
}

/** Whether the conversation's own address has died (session 不存在): the robot can still send. */
export function isSessionGone(error: unknown): boolean {
  const status = error instanceof CallFailure ? error.status : undefined;
  return codeOf(error) === '300001' || status === 404 || status === 410;
}

/** Whether a card is refused for good, its template or its scope: nothing has been shown, and the same as text may pass. */
export const isCardRefused = (error: unknown): boolean => classify(error).kind === 'final';

/** The gateway gave up waiting for its own service. */
const GATEWAY_TIMEOUT = '15';

export const classify = createClassifier({
  platform: 'dingtalk',
  later: (code) => LATER.get(code) ?? rateWait(String(code)),
  final: (code) => FINAL.get(code) ?? permission(String(code)),
  isTokenRefused,
  unknown: new Set([GATEWAY_TIMEOUT]),
});

/** Limits a second or a minute: `Forbidden.AccessDenied.QpsLimitForAppkeyAndApi`. */
function rateWait(code: string): number | undefined {
  if (/Qps/i.test(code)) return 1_000;
  return /Qpm|Throttl/i.test(code) ? MINUTE_MS : undefined;
}

/** `Forbidden.AccessDenied.AccessTokenPermissionDenied`, `invalidParameter.robotCode.auth`, … */
function permission(code: string): Final | undefined {
  return /^Forbidden|PermissionDenied|robotCode/i.test(code)
    ? final('app', '应用缺少所需权限，或机器人编码与应用不符')
    : undefined;
}
