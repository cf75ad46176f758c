/** The few calls of WeCom's API that the bot makes. Every one throws `CallFailure`; none repeats a message by itself. */

import type { Instant } from '../../core/day.ts';
import { type CallRequest, exchange, fileForm, waitOf } from '../exchange.ts';
import { PlatformFailure } from '../failures.ts';
import { fields, listOf, parseJson, textOf } from '../json.ts';
import { SharedToken } from '../token.ts';
import type { WecomCard } from './cards.ts';
import { isTokenRefused, NOT_REACHED } from './errors.ts';

export interface WecomApp {
  corpId: string;
  agentId: string;
  secret: string;
  /** Scheme, host, port and path before `/cgi-bin`, without a trailing slash; every call goes there. */
  baseUrl: string;
}

export interface Timeouts {
  tokenMs: number;
  callMs: number;
  /** For everything that one message takes: a token, a card, and text in its place. */
  sendMs: number;
}

/** A message is given up after 10 s. */
export const TIMEOUTS: Timeouts = { tokenMs: 2_500, callMs: 4_000, sendMs: 9_000 };

/** How long the platform drops a request of the same JSON, in seconds; it takes no more. */
const DUPLICATE_CHECK_S = 4 * 3_600;
export const KEY_WINDOW_MS = DUPLICATE_CHECK_S * 1000;

export interface WecomApi {
  sendText(user: string, text: string, deadline: AbortSignal): Promise<void>;
  /** Uploads a file of at most 20 MB, kept for three days; answers its media id. */
  upload(name: string, bytes: Uint8Array, deadline: AbortSignal): Promise<string>;
  sendFile(user: string, mediaId: string, deadline: AbortSignal): Promise<void>;
  /** Answers the code with which the card can be updated once; `null` where the edition gives none. */
  sendCard(user: string, card: WecomCard, deadline: AbortSignal): Promise<string | null>;
  /** Replaces a card; its code is spent whatever comes of it. */
  updateCard(user: string, code: string, card: WecomCard, deadline: AbortSignal): Promise<void>;
}

export function createWecomApi(app: WecomApp, now: () => Instant, timeouts: Timeouts = TIMEOUTS): WecomApi {
  const tokens = new SharedToken(now, fetchToken);
  const agentid = Number(app.agentId);
  const urlOf = (path: string, query: Record<string, string>): string =>
    `${app.baseUrl}/cgi-bin/${path}?${new URLSearchParams(query)}`;

  async function fetchToken(): Promise<{ token: string; lifeMs: number }> {
    const url = urlOf('gettoken', { corpid: app.corpId, corpsecret: app.secret });
    const answer = await callWecom(url, { method: 'GET' }, AbortSignal.timeout(timeouts.tokenMs), now);
    const token = textOf(answer, 'access_token');
    if (token === undefined) throw new PlatformFailure({ reason: 'no token' });
    return { token, lifeMs: Number(fields(answer).expires_in ?? 0) * 1000 };
  }

  async function callWithToken(
    path: string,
    content: Pick<CallRequest, 'body' | 'form'>,
    deadline: AbortSignal,
    query: Record<string, string> = {},
  ): Promise<unknown> {
    const attempt = (token: string): Promise<unknown> => {
      const signal = AbortSignal.any([deadline, AbortSignal.timeout(timeouts.callMs)]);
      return callWecom(urlOf(path, { access_token: token, ...query }), { method: 'POST', ...content }, signal, now);
    };
    return tokens.use(attempt, isTokenRefused);
  }

  /** INVARIANT: the same message is the same JSON, to the last sign: that is what the platform knows a repeat by. */
  async function send(user: string, content: Record<string, unknown>, deadline: AbortSignal): Promise<unknown> {
    const check = { enable_duplicate_check: 1, duplicate_check_interval: DUPLICATE_CHECK_S };
    const answer = await callWithToken(
      'message/send',
      { body: { touser: user, ...content, agentid, ...check } },
      deadline,
    );
    refuseUnreached(answer);
    return answer;
  }

  return {
    async sendText(user, content, deadline) {
      await send(user, { msgtype: 'text', text: { content } }, deadline);
    },
    async upload(name, bytes, deadline) {
      const form = fileForm('media', name, bytes);
      const id = textOf(await callWithToken('media/upload', { form }, deadline, { type: 'file' }), 'media_id');
      if (id === undefined) throw new PlatformFailure({ reason: 'no media id' });
      return id;
    },
    async sendFile(user, media_id, deadline) {
      await send(user, { msgtype: 'file', file: { media_id } }, deadline);
    },
    async sendCard(user, card, deadline) {
      const answer = await send(user, { msgtype: 'template_card', template_card: card }, deadline);
      return textOf(answer, 'response_code') ?? null;
    },
    async updateCard(user, code, card, deadline) {
      const body = { userids: [user], agentid, response_code: code, template_card: card };
      await callWithToken('message/update_template_card', { body }, deadline);
    },
  };
}

/** 0 is no delivery: the answer names those whom the message did not reach. Everything goes to one person. */
function refuseUnreached(answer: unknown): void {
  const lists = ['invaliduser', 'unlicenseduser'];
  const named = lists.some((list) => textOf(answer, list) !== undefined || listOf(answer, list).length > 0);
  if (named) throw new PlatformFailure({ status: 200, code: NOT_REACHED, reason: 'receiver not reached' });
}

/** Makes a call and reads its JSON; throws `CallFailure` for no answer and `PlatformFailure` for a refusal. */
async function callWecom(url: string, request: CallRequest, signal: AbortSignal, now: () => Instant): Promise<unknown> {
  const { status, ok, headers, text } = await exchange(url, request, signal, now);
  const body = parseJson(text);
  const errcode = fields(body).errcode;
  // Answers without a code are success where they are JSON at all: gettoken of old editions has none.
  if (ok && body !== undefined && (errcode === undefined || Number(errcode) === 0)) return body;
  const code = errcode === undefined || Number(errcode) === 0 ? undefined : Number(errcode);
  throw new PlatformFailure({
    status,
    code,
    waitMs: waitOf(headers),
    reason: `HTTP ${status}${code === undefined ? '' : ` code ${code}`}`,
  });
}
