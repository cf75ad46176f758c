/** DingTalk's failures by what to do about them. Its two interfaces have codes of their own: words here, numbers there. */
import type { Fault, SendResult } from '../channel.ts';
import { CallFailure, nameOf } from '../exchange.ts';

/** A call that DingTalk answered with a code: `InvalidAuthentication`, `300001`, or `88-40014` with its sub-code. */
export class DingtalkFailure extends CallFailure {
  readonly code: string | undefined;

  constructor(what: ConstructorParameters<typeof CallFailure>[0] & { code?: string | undefined }) {
    super(what);
    this.name = 'DingtalkFailure';
    this.code = what.code;
  }
}

const MINUTE_MS = 60_000;
/** Settings that an administrator mends without touching the message: it waits for that. */
const SETTINGS_WAIT_MS = 5 * MINUTE_MS;

/** Answers that stand for a failure although the platform gave no code. */
export const NOT_JSON = 'not-json';
export const NO_SUCH_STAFF = 'no-such-staff';
export const FLOW_CONTROLLED = 'flow-controlled';
export const CARD_NOT_DELIVERED = 'card-not-delivered';

/** Surely not sent; when to try again. `-1` is busy, the others are limits of app, robot or address. */
const LATER: ReadonlyMap<string, number> = new Map([
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

type Final = Omit<Fault, 'code'>;
const final = (concerns: Fault['concerns'], text: string): Final => ({ concerns, text });

const FINAL: ReadonlyMap<string, Final> = new Map([
  [NO_SUCH_STAFF, final('receiver', '接收人不在本组织或不在应用可见范围内')],
  ['60121', final('receiver', '找不到该用户')],
  ['50002', final('receiver', '接收人不在应用可见范围内')],
  ['60011', final('app', '应用缺少所需权限')],
  ['310000', final('content', '内容未通过平台审核')],
]);

const codeOf = (error: unknown): string | undefined => (error instanceof DingtalkFailure ? error.code : undefined);

const TOKEN_CODES = new Set(['InvalidAuthentication', '88-40014', '40014', '42001']);

/** Whether the access token is refused: fetch another one and try once more. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof DingtalkFailure && (TOKEN_CODES.has(error.code ?? '') || error.status === 401);
}

/** Whether the conversation's own address has died (session 不存在): the robot can still send. */
export function isSessionGone(error: unknown): boolean {
  const status = error instanceof CallFailure ? error.status : undefined;
  return codeOf(error) === '300001' || status === 404 || status === 410;
}

/** Whether a card is refused for good, its template or its scope: nothing has been shown, and the same as text may pass. */
export const isCardRefused = (error: unknown): boolean => classify(error).kind === 'final';

/** Turns whatever a call threw into what is known of the message. The same status has many meanings: the code decides. */
export function classify(error: unknown): SendResult {
  if (!(error instanceof CallFailure)) return { kind: 'uncertain', reason: nameOf(error) };
  const { status, waitMs, message: reason } = error;
  const code = codeOf(error);
  const later = code === undefined ? undefined : (LATER.get(code) ?? rateWait(code));
  if (error.neverLeft || later !== undefined || status === 429 || isTokenRefused(error))
    return { kind: 'retry', reason, afterMs: waitMs ?? later };
  const known = code === undefined ? undefined : (FINAL.get(code) ?? permission(code));
  if (known) return { kind: 'final', fault: { code: `dingtalk-${code}`, ...known } };
  // 15 and 504: the gateway gave up waiting for its own service.
  if (status === undefined || status >= 500 || status === 408 || code === '15') return { kind: 'uncertain', reason };
  // A refusal that isn't DingTalk's own comes from something in between: it may be mended, and nothing was sent.
  if (code === undefined) return { kind: 'retry', reason, afterMs: SETTINGS_WAIT_MS };
  return { kind: 'final', fault: { code: `dingtalk-${code}`, ...final('content', '平台拒绝了此消息') } };
}

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
