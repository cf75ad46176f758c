/** What tests of the WeCom channel have in common: its stand-in, a channel on it, a virtual time. */
import type { Channel, Dispatch, Outcome, SendResult } from '../../src/channels/channel.ts';
import { createWecomChannel } from '../../src/channels/wecom/index.ts';
import { requestOf } from './webhook-request.ts';
import { WECOM_KEYS, type WecomCall } from './wecom-events.ts';
import { type PlatformOptions, WecomPlatform } from './wecom-platform.ts';

const TIMEOUTS = { tokenMs: 700, callMs: 700, sendMs: 2100 };

export interface Bench {
  platform: WecomPlatform;
  channel: Channel;
  /** The time by every clock; tests move it. */
  now: number;
}

export async function setUp(options: PlatformOptions = {}, secret = WECOM_KEYS.secret): Promise<Bench> {
  let now = Date.parse('2026-03-02T09:00:00+08:00');
  const platform = new WecomPlatform({ now: () => now, ...options });
  const settings = { ...WECOM_KEYS, secret, baseUrl: await platform.listen() };
  return {
    platform,
    channel: createWecomChannel(settings, () => now, TIMEOUTS),
    get now() {
      return now;
    },
    set now(at) {
      now = at;
    },
  };
}

/** A leave to be approved. */
export function dispatch(more: Partial<Dispatch> = {}, delivery: Partial<Dispatch['deliveries'][0]> = {}): Dispatch {
  return {
    id: 7,
    to: { kind: 'person', ids: ['li'] },
    deliveries: [
      {
        at: '2026-03-02T09:00:00+08:00',
        to: 'mayor',
        status: 'to-approve',
        about: 'leave',
        text: '周海涛3月5日至3月7日去济南。\n依据：《临淄区人民政府工作规则》第四十三条第二款：“应提前3天报告”',
        clauses: ['43.2'],
        quotes: [],
        buttons: ['同意', '不同意'],
        ...delivery,
      },
    ],
    ...more,
  };
}

/** A plain answer: nothing to press. */
export const answerTo = (id: number, more: Partial<Dispatch> = {}): Dispatch =>
  dispatch({ id, ...more }, { status: 'answered', about: 'rule', text: '应提前3天。', buttons: [] });

export const send = (channel: Channel, key = 'k1', one = dispatch()): Promise<SendResult> =>
  channel.encode(one).send(key);

export const decode = ({ channel, now }: Bench, call: WecomCall): Outcome => channel.decode(requestOf(call, now));
