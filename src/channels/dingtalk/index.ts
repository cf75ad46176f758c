/** 钉钉 behind the channel interface. */
import type { Instant } from '../../core/day.ts';
import type {
  Address,
  Call,
  Channel,
  Dispatch,
  Fault,
  Outcome,
  Receipt,
  SendResult,
  WebhookRequest,
} from '../channel.ts';
import { jsonReply, OUTSIDE, unchanged } from '../channel.ts';
import { Enclosures, type FilePlatform } from '../enclosures.ts';
import { MAX_BODY_BYTES } from '../genuine.ts';
import { RecentSet } from '../recent.ts';
import { inert } from '../wording.ts';
import { type CardValues, cardOf, textOfDispatch, trackIdOf, valuesOf } from './cards.ts';
import { createDingtalkApi, type DingtalkApi, type DingtalkApp, type Receiver } from './client.ts';
import { classify, isCardRefused, isSessionGone } from './errors.ts';
import { NOTHING_TO_SAY, readMessage, readOrgEvent, readPress } from './events.ts';
import { addressesOf, TIMEOUTS, type Timeouts } from './http.ts';
import { Sessions } from './sessions.ts';
import { createVerifier, type DingtalkKeys } from './verify.ts';

export interface DingtalkSettings extends DingtalkApp, DingtalkKeys {
  /** Replaces both of the platform's addresses; `null` for its own. */
  baseUrl: string | null;
  /** Replaces the platform's own limit of 20 a second. */
  perSecond?: number;
}

const MAX_FILE_BYTES = 20 * 1024 * 1024;
const OVERALL_PER_SECOND = 20;
const RECEIVER_RATE = { count: 5, perMs: 1000 };
/** A robot that says more in a group is muted for ten minutes. */
const GROUP_RATE = { count: 20, perMs: 60_000 };

/** One district's DingTalk app. Text has no key there: a repeat would be seen twice, so an unknown outcome stays 待核实. */
export function createDingtalkChannel(
  settings: DingtalkSettings,
  now: () => Instant,
  timeouts: Timeouts = TIMEOUTS,
): Channel {
  const verify = createVerifier(settings);
  const addresses = addressesOf(settings.baseUrl);
  const api = createDingtalkApi(settings, addresses, now, timeouts);
  const enclosures = new Enclosures(filePlatform(api, timeouts), now);
  const sessions = new Sessions(addresses.sessionOrigins);
  /** Deliveries whose card the platform refused: they go out as text. */
  const asText = new RecentSet<number>();

  function decode(request: WebhookRequest): Outcome {
    const verified = verify(request);
    if (verified.kind !== 'genuine') return verified;
    const { call } = verified;
    switch (call.kind) {
      case 'event':
        return readOrgEvent(call.payload, request.now, call.reply);
      case 'card':
        return readPress(call.payload, call.signedAt, request.now);
      case 'robot': {
        const { outcome, session } = readMessage(call.payload, request.now);
        if (session && outcome.kind === 'events') sessions.keep(outcome.events[0], session);
        return outcome;
      }
    }
  }

  function encode(dispatch: Dispatch): Call {
    const { replaces } = dispatch;
    const values = replaces === undefined ? cardFor(dispatch) : valuesOf(dispatch);
    if (replaces !== undefined && values) {
      const update = (deadline: AbortSignal): Promise<void> => api.updateCard(replaces, values, deadline);
      return { keyWindowMs: Number.POSITIVE_INFINITY, send: () => attempt(update, replaces) };
    }
    if (replaces !== undefined && dispatch.outcome === undefined) return unchanged(replaces);
    if (values) return { keyWindowMs: Number.POSITIVE_INFINITY, send: (key) => sendCard(dispatch, values, key) };
    return { keyWindowMs: 0, send: () => sendText(dispatch) };
  }

  const cardFor = (dispatch: Dispatch): CardValues | undefined =>
    settings.cardTemplateId === undefined || asText.has(dispatch.id) ? undefined : cardOf(dispatch);

  /** A refused card comes back as text: nothing was shown, and text is another call without the card's key. */
  async function sendCard(dispatch: Dispatch, values: CardValues, key: string): Promise<SendResult> {
    const to = receiverOf(dispatch.to);
    if (!to) return NO_ADDRESS;
    const trackId = trackIdOf(dispatch, key);
    try {
      await api.deliverCard(to, trackId, values, AbortSignal.timeout(timeouts.sendMs));
      return { kind: 'sent', messageId: trackId };
    } catch (error) {
      if (!isCardRefused(error)) return classify(error);
      asText.add(dispatch.id);
      return { kind: 'retry', reason: 'card refused' };
    }
  }

  async function sendText(dispatch: Dispatch): Promise<SendResult> {
    const text = textOfDispatch(dispatch);
    const webhook = sessions.find(dispatch.to, now());
    const to = receiverOf(dispatch.to);
    if (!to && webhook === undefined) return NO_ADDRESS;
    return attempt(async (deadline) => {
      if (webhook !== undefined) {
        try {
          return await api.reply(webhook, text, deadline);
        } catch (error) {
          if (!isSessionGone(error) || !to) throw error;
          sessions.drop(webhook);
        }
      }
      if (to) await api.send(to, text, deadline);
    }, null);
  }

  async function attempt(
    work: (deadline: AbortSignal) => Promise<void>,
    messageId: string | null,
  ): Promise<SendResult> {
    try {
      await work(AbortSignal.timeout(timeouts.sendMs));
      return { kind: 'sent', messageId };
    } catch (error) {
      return classify(error);
    }
  }

  return {
    name: 'dingtalk',
    maxBodyBytes: MAX_BODY_BYTES,
    rates: {
      overall: [{ count: settings.perSecond ?? OVERALL_PER_SECOND, perMs: 1000 }],
      receiver: [RECEIVER_RATE],
      group: [GROUP_RATE],
    },
    start: () => Promise.resolve(),
    decode,
    acknowledge: (events, receipt) =>
      events.some((event) => event.press) ? jsonReply(pressAnswer(receipt)) : NOTHING_TO_SAY,
    encode: (dispatch) => enclosures.along(encode(dispatch), dispatch),
  };
}

const filePlatform = (api: DingtalkApi, { sendMs }: Timeouts): FilePlatform => ({
  maxBytes: MAX_FILE_BYTES,
  knowsKeys: false,
  upload: (name, bytes) => api.upload(name, bytes, AbortSignal.timeout(sendMs)),
  async send(address, file, name) {
    const to = receiverOf(address);
    if (to) await api.sendFile(to, file, name, AbortSignal.timeout(sendMs));
  },
});

const NO_ADDRESS: { kind: 'final'; fault: Fault } = {
  kind: 'final',
  fault: { code: 'dingtalk-no-address', text: '接收人没有钉钉标识', concerns: 'receiver' },
};

/** People of other organisations can be answered in their conversation only. */
function receiverOf(to: Address): Receiver | undefined {
  if (to.kind === 'group') return to;
  const id = to.ids.find((known) => !known.startsWith(OUTSIDE));
  return id === undefined ? undefined : { kind: 'person', id };
}

/** 卡片回调's answer: the card as everybody sees it from now on, and a line for whoever pressed. */
function pressAnswer({ toast, card }: Receipt): Record<string, unknown> {
  const values = card && valuesOf(card);
  if (!toast && !values) return {};
  return {
    cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
    ...(values && { cardData: { cardParamMap: values } }),
    ...(toast && { userPrivateData: { cardParamMap: { tip: inert(toast.text).slice(0, 300) } } }),
  };
}
