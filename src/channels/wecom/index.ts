/** 企业微信、山东通 behind the channel interface. */
import type { Instant } from '../../core/day.ts';
import type {
  Address,
  Call,
  Channel,
  Dispatch,
  Fault,
  Incoming,
  Outcome,
  Receipt,
  Reply,
  SendResult,
  WebhookRequest,
} from '../channel.ts';
import { unchanged } from '../channel.ts';
import { Enclosures, type FilePlatform } from '../enclosures.ts';
import { MAX_BODY_BYTES } from '../genuine.ts';
import { cardFields, cardOf, taskIdOf, textOf, type WecomCard } from './cards.ts';
import { createWecomApi, KEY_WINDOW_MS, TIMEOUTS, type Timeouts, type WecomApi, type WecomApp } from './client.ts';
import { classify, isAlreadySent, isCodeDead, isUnsupported } from './errors.ts';
import { EMPTY, readMessage } from './events.ts';
import { createMemory } from './memory.ts';
import { createVerifier, envelopeOf, type WecomKeys } from './verify.ts';
import { writeXml } from './xml.ts';

export interface WecomSettings extends WecomApp, WecomKeys {
  /** Replaces the limit of 40 a second. */
  perSecond?: number;
}

const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Within the platform's 10,000 a minute and 150,000 an hour. */
const OVERALL_PER_SECOND = 40;
/** What a person gets beyond these is dropped without any word of it. */
const RECEIVER_RATES = [
  { count: 30, perMs: 60_000 },
  { count: 1000, perMs: 3_600_000 },
];

/** One district's WeCom app. */
export function createWecomChannel(
  settings: WecomSettings,
  now: () => Instant,
  timeouts: Timeouts = TIMEOUTS,
): Channel {
  const verify = createVerifier(settings);
  const envelope = envelopeOf(settings);
  const api = createWecomApi(settings, now, timeouts);
  const enclosures = new Enclosures(filePlatform(api, timeouts), now);
  const memory = createMemory();
  /** Learned once: this edition has no cards. */
  let withoutCards = false;

  function decode(request: WebhookRequest): Outcome {
    const verified = verify(request);
    if (verified.kind !== 'genuine') return verified;
    const { outcome, responseCode } = readMessage(verified.message, request.now);
    const press = outcome.kind === 'events' ? outcome.events[0].press : undefined;
    if (press && responseCode !== undefined) memory.codes.set(press.delivery, responseCode);
    return outcome;
  }

  /** 被动回复: the pressed card as it looks from now on, encrypted; nothing for all else. */
  function acknowledge([event]: readonly [Incoming, ...Incoming[]], { card }: Receipt): Reply {
    const isCard = event.press !== undefined && !event.press.typed;
    const shown = isCard && card?.outcome !== undefined ? cardOf(card) : undefined;
    if (!shown || !card) return EMPTY;
    memory.decided.add(card.id);
    const seconds = Math.floor(now() / 1000);
    const answer = {
      ToUserName: event.user.ids[0] ?? '',
      FromUserName: settings.corpId,
      CreateTime: seconds,
      MsgType: 'update_template_card',
      TemplateCard: cardFields(shown),
    };
    const nonce = now().toString(36);
    const { signature, encrypted } = envelope.seal(writeXml({ xml: answer }), String(seconds), nonce);
    const sealed = { Encrypt: encrypted, MsgSignature: signature, TimeStamp: seconds, Nonce: nonce };
    return { status: 200, contentType: 'application/xml; charset=utf-8', body: writeXml({ xml: sealed }) };
  }

  function encode(dispatch: Dispatch): Call {
    const user = userOf(dispatch.to);
    if (user === undefined) return { keyWindowMs: KEY_WINDOW_MS, send: () => Promise.resolve(NO_ADDRESS) };
    const { replaces } = dispatch;
    // A card's one update is kept for its outcome, or for taking that back.
    if (replaces !== undefined && dispatch.outcome === undefined && !memory.decided.has(dispatch.id))
      return unchanged(replaces);
    const card = withoutCards || memory.asText.has(dispatch.id) ? undefined : cardOf(dispatch);
    if (card && replaces !== undefined)
      return { keyWindowMs: KEY_WINDOW_MS, send: () => updateCard(user, dispatch, card, replaces) };
    // A card is made to be pressed: what is decided already is told in words.
    if (card && dispatch.outcome === undefined)
      return { keyWindowMs: KEY_WINDOW_MS, send: (key) => sendCard(user, dispatch, card, key) };
    return { keyWindowMs: KEY_WINDOW_MS, send: () => sendText(user, dispatch, deadline()) };
  }

  const deadline = (): AbortSignal => AbortSignal.timeout(timeouts.sendMs);

  async function sendText(user: string, dispatch: Dispatch, until: AbortSignal): Promise<SendResult> {
    try {
      await api.sendText(user, textOf(dispatch), until);
      return { kind: 'sent', messageId: null };
    } catch (error) {
      return classify(error);
    }
  }

  async function sendCard(user: string, dispatch: Dispatch, card: WecomCard, key: string): Promise<SendResult> {
    const until = deadline();
    try {
      const code = await api.sendCard(user, { ...card, task_id: taskIdOf(dispatch, key) }, until);
      return { kind: 'sent', messageId: code };
    } catch (error) {
      if (isAlreadySent(error)) return { kind: 'sent', messageId: null };
      const result = classify(error);
      if (isUnsupported(error)) return sendInstead(user, dispatch, until);
      if (result.kind === 'uncertain') memory.doubtful.add(key);
      const isRefused = result.kind === 'final' && result.fault.concerns !== 'receiver' && !memory.doubtful.has(key);
      if (!isRefused) return result;
      // Nothing was shown; the same as text may pass.
      memory.asText.add(dispatch.id);
      return { kind: 'retry', reason: 'card refused' };
    }
  }

  /** An edition without cards gets text at once; that it has none is believed when text passes where a card did not. */
  async function sendInstead(user: string, dispatch: Dispatch, until: AbortSignal): Promise<SendResult> {
    const result = await sendText(user, dispatch, until);
    withoutCards ||= result.kind === 'sent';
    return result;
  }

  /** The newest code first: every press brings one. With none left that works, a fresh message tells the outcome. */
  async function updateCard(user: string, dispatch: Dispatch, card: WecomCard, first: string): Promise<SendResult> {
    const until = deadline();
    const codes = new Set([memory.codes.get(dispatch.id) ?? first, first]);
    for (const code of codes) {
      try {
        await api.updateCard(user, code, card, until);
        if (dispatch.outcome !== undefined) memory.decided.add(dispatch.id);
        return { kind: 'sent', messageId: first };
      } catch (error) {
        // Spent by an update whose answer was lost: the card shows it.
        if (isCodeDead(error) && memory.doubtful.has(code)) return { kind: 'sent', messageId: first };
        const result = classify(error);
        if (result.kind === 'uncertain') memory.doubtful.add(code);
        if (!isCodeDead(error) && !isUnsupported(error)) return result;
      }
    }
    return sendText(user, dispatch, until);
  }

  return {
    name: 'wecom',
    maxBodyBytes: MAX_BODY_BYTES,
    rates: {
      overall: [{ count: settings.perSecond ?? OVERALL_PER_SECOND, perMs: 1000 }],
      receiver: RECEIVER_RATES,
    },
    start: () => Promise.resolve(),
    decode,
    acknowledge,
    encode: (dispatch) => enclosures.along(encode(dispatch), dispatch),
  };
}

/** A file uploaded once more has another id, so that a repeat is no repeat to the platform. */
const filePlatform = (api: WecomApi, { sendMs }: Timeouts): FilePlatform => ({
  maxBytes: MAX_FILE_BYTES,
  knowsKeys: false,
  upload: (name, bytes) => api.upload(name, bytes, AbortSignal.timeout(sendMs)),
  async send(to, file) {
    const user = userOf(to);
    if (user !== undefined) await api.sendFile(user, file, AbortSignal.timeout(sendMs));
  },
});

const NO_ADDRESS: { kind: 'final'; fault: Fault } = {
  kind: 'final',
  fault: { code: 'wecom-no-address', text: '接收人没有企业微信账号', concerns: 'receiver' },
};

/** One person: never a list of them (`a|b`), never everybody (`@all`). Editions differ in what else an id may be. */
function userOf(to: Address): string | undefined {
  return to.kind === 'person' ? to.ids.find((id) => /^[^\s|@][^\s|]{0,127}$/.test(id)) : undefined;
}
