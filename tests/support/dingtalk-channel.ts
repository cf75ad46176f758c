/** What tests of the DingTalk channel have in common: its stand-in, a channel with cards and one without, a virtual time. */
import type { Channel, Dispatch, Incoming, Outcome, SendResult } from '../../src/channels/channel.ts';
import { createDingtalkChannel } from '../../src/channels/dingtalk/index.ts';
import { dispatchTo } from './deliveries.ts';
import { DINGTALK_KEYS, type DingtalkCall, robotCall, robotMessage } from './dingtalk-events.ts';
import { DingtalkPlatform } from './dingtalk-platform.ts';
import { requestOf } from './webhook-request.ts';

const TIMEOUTS = { tokenMs: 300, callMs: 300, sendMs: 900 };

export interface Bench {
  platform: DingtalkPlatform;
  /** Without a card template, and with one. */
  text: Channel;
  cards: Channel;
  /** The time by every clock; tests move it. */
  now: number;
}

export async function setUp(appSecret = DINGTALK_KEYS.appSecret): Promise<Bench> {
  let now = Date.parse('2026-03-02T09:00:00+08:00');
  const platform = new DingtalkPlatform({ now: () => now });
  const settings = { ...DINGTALK_KEYS, appSecret, baseUrl: await platform.listen() };
  return {
    platform,
    text: createDingtalkChannel(settings, () => now, TIMEOUTS),
    cards: createDingtalkChannel({ ...settings, cardTemplateId: 'tpl.schema' }, () => now, TIMEOUTS),
    get now() {
      return now;
    },
    set now(at) {
      now = at;
    },
  };
}

export const dispatch = (receiver = 'li', more: Partial<Dispatch> = {}): Dispatch => dispatchTo(receiver, more);

export const send = (channel: Channel, key = 'k1', one = dispatch()): Promise<SendResult> =>
  channel.encode(one).send(key);

export const decode = (channel: Channel, call: DingtalkCall, now: number): Outcome =>
  channel.decode(requestOf(call, now));

/** A message of somebody that tells its conversation's address. */
export function hear(
  { text, now }: Bench,
  session: { url: string; until?: number },
  more = {},
): readonly [Incoming, ...Incoming[]] {
  const message = robotMessage({ from: 'li', at: now, text: '帮助', session, ...more });
  const outcome = decode(text, robotCall(message, now), now);
  if (outcome.kind !== 'events') throw new Error(outcome.kind);
  return outcome.events;
}
