/** DingTalk's HTTP: two addresses, and two ways of saying that something failed. */

import type { Instant } from '../../core/day.ts';
import { type Answer, type CallRequest, exchange, waitOf } from '../exchange.ts';
import { PlatformFailure } from '../failures.ts';
import { fields, parseJson, textOf } from '../json.ts';
import { NOT_JSON } from './errors.ts';

export interface Timeouts {
  tokenMs: number;
  callMs: number;
  /** For everything that one message takes: a conversation's address, a token, the robot, and once more after a refused token. */
  sendMs: number;
}

/** A message is given up after 10 s; the platform's own gateway gives up after 3 s. */
export const TIMEOUTS: Timeouts = { tokenMs: 2_500, callMs: 4_000, sendMs: 9_000 };

export interface Addresses {
  api: string;
  /** The older interface, where files are uploaded. */
  legacy: string;
  /** Whose session webhooks may be called: whatever else a message names stays untouched. */
  sessionOrigins: ReadonlySet<string>;
}

/** `DINGTALK_BASE_URL` stands for both of the platform's addresses. */
export function addressesOf(baseUrl: string | null): Addresses {
  return baseUrl === null
    ? {
        api: 'https://api.dingtalk.com',
        legacy: 'https://oapi.dingtalk.com',
        sessionOrigins: new Set(['https://oapi.dingtalk.com', 'https://api.dingtalk.com']),
      }
    : { api: baseUrl, legacy: baseUrl, sessionOrigins: new Set([new URL(baseUrl).origin]) };
}

/** Makes a call and reads its JSON; throws `CallFailure` for no answer and `PlatformFailure` for a refusal. */
export async function callDingtalk(
  url: string,
  request: CallRequest,
  signal: AbortSignal,
  now: () => Instant,
): Promise<unknown> {
  const answer = await exchange(url, request, signal, now);
  const body = parseJson(answer.text);
  const code = failureCode(answer, body);
  if (code === null) return body;
  throw new PlatformFailure({
    status: answer.status,
    code,
    waitMs: waitOf(answer.headers),
    reason: `HTTP ${answer.status}${code === undefined ? '' : ` code ${code}`}`,
  });
}

/** `null` for success, `undefined` for a failure without any code. */
function failureCode(answer: Answer, body: unknown): string | undefined | null {
  const { errcode, status, punish, code } = fields(body);
  if (punish !== undefined) return String(status);
  // The older interface answers 200 with a code, a number here and a text there.
  if (errcode !== undefined && String(errcode) !== '0') {
    const sub = textOf(body, 'sub_code');
    return sub === undefined ? String(errcode) : `${String(errcode)}-${sub}`;
  }
  if (!answer.ok) return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
  return body === undefined && answer.text !== '' ? NOT_JSON : null;
}
