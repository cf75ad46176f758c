/** 飞书 behind the channel interface. */

import type { Instant } from '../../core/day.ts';
import type {
  Address,
  Call,
  Channel,
  Connection,
  ConnectionHooks,
  Dispatch,
  Incoming,
  Receipt,
  SendResult,
  TakeEvents,
} from '../channel.ts';
import { jsonReply, unchanged } from '../channel.ts';
import { Enclosures, type FilePlatform } from '../enclosures.ts';
import { hasCode } from '../failures.ts';
import { MAX_BODY_BYTES } from '../genuine.ts';
import { fields, textOf } from '../json.ts';
import { TokenCache } from '../token.ts';
import { inert, neutralText, plainText } from '../wording.ts';
import { buildCard, type FeishuContent, feishuContent, textContent } from './cards.ts';
import { createFeishuApi, type FeishuApi, type FeishuApp, type Receiver } from './client.ts';
import { CARD_CODES, CONTENT_CODES, classify } from './errors.ts';
import { readEvent } from './events.ts';
import { FeishuHttp } from './http.ts';
import { keepConnected, type OpenSocket, openThroughSdk } from './long-connection.ts';
import { createVerifier, type FeishuKeys } from './verify.ts';

export interface FeishuSettings extends FeishuApp, FeishuKeys {
  /** Gets events over a connection of its own as well. */
  longConnection?: boolean;
  /** Replaces the platform's own limits of 50 a second and 1,000 a minute. */
  perSecond?: number;
}

const KEY_WINDOW_MS = 3_600_000;
const MAX_FILE_BYTES = 30 * 1024 * 1024;
const RECEIVER_RATE = { count: 5, perMs: 1000 };
const OVERALL_RATES = [
  { count: 50, perMs: 1000 },
  { count: 1000, perMs: 60_000 },
];
/** How long the question who the bot is rests after it went unanswered. */
const ASK_AGAIN_MS = 60_000;

/** One district's Feishu app. */
export function createFeishuChannel(
  settings: FeishuSettings,
  now: () => Instant,
  api: FeishuApi = createFeishuApi(settings, now),
  open: OpenSocket = openThroughSdk(settings, new FeishuHttp(new TokenCache(now))),
): Channel {
  const verify = createVerifier(settings);
  const enclosures = new Enclosures(filePlatform(api), now);
  let self: string | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;

  async function learnSelf(): Promise<void> {
    if (self !== undefined || now() < askedAt + ASK_AGAIN_MS) return;
    askedAt = now();
    self = await api.botOpenId().catch(() => undefined);
  }

  /** An event over the connection as one of a webhook, whose checks its login stands for. */
  const connect = (take: TakeEvents, hooks: ConnectionHooks): Connection =>
    keepConnected(
      open,
      async (payload) => {
        if (textOf(fields(payload).header, 'app_id') !== settings.appId) return {};
        if (self === undefined) void learnSelf();
        const outcome = readEvent(payload, { now: now(), self });
        return outcome.kind === 'events' ? answerTo(outcome.events, await take(outcome.events)) : {};
      },
      now,
      hooks,
    );

  return {
    name: 'feishu',
    maxBodyBytes: MAX_BODY_BYTES,
    rates: {
      overall: settings.perSecond === undefined ? OVERALL_RATES : [{ count: settings.perSecond, perMs: 1000 }],
      receiver: [RECEIVER_RATE],
    },
    start: learnSelf,
    decode(request) {
      const verified = verify(request);
      if (verified.kind !== 'genuine') return verified;
      if (self === undefined) void learnSelf();
      return readEvent(verified.payload, { now: request.now, self });
    },
    acknowledge: (events, receipt) => jsonReply(answerTo(events, receipt)),
    ...(settings.longConnection && { connect }),
    encode: (dispatch) => enclosures.along(encode(api, dispatch), dispatch),
  };
}

const answerTo = (events: readonly Incoming[], receipt: Receipt): Record<string, unknown> =>
  events.some((event) => event.press ?? event.form) ? pressAnswer(receipt) : {};

/** 卡片回调's answer: a toast, and the card as it looks from now on. */
function pressAnswer({ toast, card }: Receipt): Record<string, unknown> {
  const content = card && feishuContent(card);
  return {
    ...(toast && { toast: { type: toast.level, content: inert(toast.text) } }),
    ...(card && content?.msg_type === 'interactive' && { card: { type: 'raw', data: buildCard(card) } }),
  };
}

function encode(api: FeishuApi, dispatch: Dispatch): Call {
  const content = feishuContent(dispatch);
  const { replaces } = dispatch;
  // A card can only be replaced by a card; one grown too large stays as it was.
  if (replaces !== undefined && content.msg_type === 'interactive') {
    const patch = async (): Promise<null> => {
      await api.patch(replaces, content.content);
      return null;
    };
    return { keyWindowMs: Number.POSITIVE_INFINITY, send: () => attempt(patch).then((sent) => named(sent, replaces)) };
  }
  const urgent = dispatch.urgent === true && dispatch.to.kind === 'person';
  if (replaces !== undefined && dispatch.outcome === undefined) return unchanged(replaces);
  return {
    keyWindowMs: KEY_WINDOW_MS,
    ...(urgent && { cost: 2 }),
    async send(key) {
      const result = await sendWithFallback(api, dispatch, content, key);
      if (urgent && result.kind === 'sent') await urge(api, dispatch.to, result.messageId);
      return result;
    },
  };
}

const filePlatform = (api: FeishuApi): FilePlatform => ({
  maxBytes: MAX_FILE_BYTES,
  knowsKeys: true,
  upload: (name, bytes) => api.upload(name, bytes),
  async send(address, file_key, _, key) {
    const to = receiverOf(address);
    if (to) await api.create(to, { msg_type: 'file', content: JSON.stringify({ file_key }) }, key);
  },
});

/** 加急. Where it is refused (额度用完、未读加急过多), the message is there all the same, marked in its title. */
async function urge(api: FeishuApi, address: Address, messageId: string | null): Promise<void> {
  const to = receiverOf(address);
  if (to && messageId !== null) await api.urge(messageId, to).catch(() => undefined);
}

const named = (result: SendResult, messageId: string): SendResult =>
  result.kind === 'sent' ? { ...result, messageId } : result;

/** A refused card goes out as text, refused words as a neutral line; each under a key of its own, as each is new content. */
async function sendWithFallback(
  api: FeishuApi,
  dispatch: Dispatch,
  content: FeishuContent,
  key: string,
): Promise<SendResult> {
  const to = receiverOf(dispatch.to);
  if (!to)
    return { kind: 'final', fault: { code: 'feishu-no-address', text: '接收人没有飞书标识', concerns: 'receiver' } };
  const send = (body: FeishuContent, suffix: string) => () => api.create(to, body, `${key}${suffix}`);
  return attempt(async () => {
    try {
      return await send(content, '')();
    } catch (error) {
      if (hasCode(error, CONTENT_CODES)) return await send(textContent(neutralText(dispatch)), '-n')();
      if (hasCode(error, CARD_CODES) && content.msg_type === 'interactive')
        return await send(textContent(plainText(dispatch)), '-t')();
      throw error;
    }
  });
}

async function attempt(work: () => Promise<string | null>): Promise<SendResult> {
  try {
    return { kind: 'sent', messageId: await work() };
  } catch (error) {
    return classify(error);
  }
}

/** Feishu's ids tell their kind by their beginning; a user_id is whatever has none. */
function receiverOf(to: Address): Receiver | undefined {
  if (to.kind === 'group') return { type: 'chat_id', id: to.id };
  const receivers = to.ids.map((id): Receiver => ({ type: idType(id), id }));
  return ORDER.flatMap((type) => receivers.find((r) => r.type === type) ?? [])[0];
}

/** An open_id needs no further scope of the app, a user_id does. */
const ORDER = ['open_id', 'union_id', 'user_id'] as const;

function idType(id: string): Receiver['type'] {
  if (id.startsWith('ou_')) return 'open_id';
  return id.startsWith('on_') ? 'union_id' : 'user_id';
}
