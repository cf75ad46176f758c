/**
 * The door under fire, on each platform: bodies that are not genuine, genuine ones that are no message, messages that are
 * broken. None crashes, none is answered 5xx, and only a message leaves a row. 20,000 bodies each; `FUZZ=1000000` for more.
 */
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import { createDingtalkChannel } from '../../src/channels/dingtalk/index.ts';
import { createFeishuChannel } from '../../src/channels/feishu/index.ts';
import { createWecomChannel } from '../../src/channels/wecom/index.ts';
import { createApp } from '../../src/hosts/app.ts';
import type { District } from '../../src/hosts/district.ts';
import { createMetrics } from '../../src/hosts/metrics.ts';
import { Random } from '../simulation/random.ts';
import * as dingtalk from '../support/dingtalk-events.ts';
import { openLinzi } from '../support/district.ts';
import * as feishu from '../support/feishu-events.ts';
import { broken, garbled, junk, junkWord } from '../support/junk.ts';
import { type PlatformCall, requestOf } from '../support/webhook-request.ts';
import * as wecom from '../support/wecom-events.ts';

const BODIES = Number(process.env.FUZZ ?? 20_000);
/** A message goes through the whole bot: of these there are fewer. */
const MESSAGES = Math.ceil(BODIES / 20);
const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const BASE = 'http://127.0.0.1:1';
const PERSON = 'head-slj';

const FEISHU = createFeishuChannel({ ...feishu.FEISHU_KEYS, baseUrl: BASE }, () => NOW);
const DINGTALK = createDingtalkChannel({ ...dingtalk.DINGTALK_KEYS, cardTemplateId: 'tpl', baseUrl: BASE }, () => NOW);
const WECOM = createWecomChannel({ ...wecom.WECOM_KEYS, baseUrl: BASE }, () => NOW);
const CHANNELS: readonly Channel[] = [FEISHU, DINGTALK, WECOM];

let district: District;
let app: Hono;
let accepted = 0;

beforeAll(() => {
  district = openLinzi(':memory:', CHANNELS, { now: () => NOW, after: () => () => undefined });
  app = createApp({
    channelOf: (name) => CHANNELS.find((channel) => channel.name === name),
    accept(_, events) {
      accepted += 1;
      return district.accept(events);
    },
    now: () => NOW,
    metrics: createMetrics(),
    notReady: () => [],
  });
});

afterAll(() => district.stop());

async function post(channel: Channel, { headers = {}, query = {}, body }: PlatformCall): Promise<number> {
  const path = `/webhook/${channel.name}/linzi?${new URLSearchParams(query)}`;
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return (await app.request(path, { method: 'POST', headers, body: Uint8Array.from(bytes) })).status;
}

/** Everything that a message leaves behind. */
const rows = (): number =>
  district.store.inbox.ofPerson(PERSON).length +
  district.store.outbox.boxes().length +
  district.store.audit.count() +
  district.store.matters.nextSeq();

/** A genuine message or press, as the platform's own payload; some of its parts may be broken. */
const feishuPayload = (random: Random, n: number): Record<string, unknown> =>
  random.chance(0.3)
    ? feishu.pressEvent({ by: { user_id: PERSON }, at: NOW, value: { d: n, b: '同意' }, eventId: `p${n}` })
    : feishu.messageEvent({ from: { user_id: PERSON }, at: NOW, text: '帮助', messageId: `m${n}`, eventId: `e${n}` });

const dingtalkCall = (payload: unknown, random: Random): dingtalk.DingtalkCall =>
  random.pick([dingtalk.robotCall, dingtalk.cardCall, dingtalk.eventCall])(payload, NOW);

const dingtalkPayload = (random: Random, n: number): Record<string, unknown> =>
  random.chance(0.3)
    ? dingtalk.cardPress({ by: PERSON, trackId: `${n}.approve.k1`, params: { label: '同意' } })
    : dingtalk.robotMessage({ from: PERSON, at: NOW, text: '帮助', msgId: `m${n}` });

const wecomFields = (random: Random, n: number): Record<string, unknown> =>
  random.chance(0.3)
    ? wecom.cardPress(PERSON, NOW, `t${n}_approve_k1`, 'b0')
    : wecom.textMessage(PERSON, NOW, '帮助', { MsgId: String(n) });

/** XML holds only text; names and words are whatever the junk says. */
function wecomXml(fields: unknown): string {
  const parts = typeof fields === 'object' && fields !== null ? Object.entries(fields) : [['Content', String(fields)]];
  const inner = parts.map(
    ([name, value]) => `<${name}><![CDATA[${typeof value === 'object' ? '' : value}]]></${name}>`,
  );
  return `<xml>${inner.join('')}</xml>`;
}

interface Platform {
  channel: Channel;
  /** Not the platform's: changed after it was signed, or never signed. */
  forged(random: Random): PlatformCall;
  /** Rightly signed, and no message. */
  idle(random: Random): PlatformCall;
  /** Rightly signed, and perhaps still a message. */
  brokenMessage(random: Random, n: number): PlatformCall;
}

const PLATFORMS: Platform[] = [
  {
    channel: FEISHU,
    forged(random) {
      const { headers, body } = feishu.signedCall(feishuPayload(random, 0), NOW);
      return { headers: random.chance(0.9) ? headers : {}, body: garbled(body, random) };
    },
    idle(random) {
      const { header, ...rest } = feishuPayload(random, 0);
      return feishu.signedCall({ ...rest, header, event: junk(random) }, NOW);
    },
    brokenMessage: (random, n) => feishu.signedCall(broken(feishuPayload(random, n), random), NOW),
  },
  {
    channel: DINGTALK,
    // A robot message's signature covers its time alone: what is forged there is the signature.
    forged(random) {
      const { headers, query, body } = dingtalkCall(dingtalkPayload(random, 0), random);
      const signed = Object.entries(query ?? headers).filter(([name]) => /sign/i.test(name));
      const wrong = Object.fromEntries(
        signed.map(([name]) => [name, Buffer.from(junkWord(random)).toString('base64')]),
      );
      return query
        ? { headers, query: { ...query, ...wrong }, body: garbled(body, random) }
        : { headers: { ...headers, ...wrong }, body: garbled(body, random) };
    },
    idle: (random) => dingtalkCall(junk(random), random),
    brokenMessage(random, n) {
      const payload = dingtalkPayload(random, n);
      return (payload.outTrackId === undefined ? dingtalk.robotCall : dingtalk.cardCall)(broken(payload, random), NOW);
    },
  },
  {
    channel: WECOM,
    forged(random) {
      const { query, body } = wecom.wecomCall(wecomXml(wecomFields(random, 0)), NOW);
      return { query: random.chance(0.9) ? query : {}, body: garbled(body, random) };
    },
    idle: (random) => wecom.wecomCall(random.chance(0.5) ? wecomXml(junk(random)) : junkWord(random), NOW),
    brokenMessage: (random, n) => wecom.wecomCall(wecomXml(broken(wecomFields(random, n), random)), NOW),
  },
];

describe.each(PLATFORMS)('$channel.name', ({ channel, forged, idle, brokenMessage }) => {
  const timeout = 60_000 + BODIES * 3;

  test('what is not genuine is refused and leaves nothing', { timeout }, async () => {
    const random = new Random(1);
    const before = [accepted, rows()];
    const passed: number[] = [];
    for (let n = 0; n < BODIES - 2 * MESSAGES; n++) {
      const status = await post(channel, forged(random));
      if (status < 400 || status >= 500) passed.push(status);
    }
    expect(passed).toEqual([]);
    expect([accepted, rows()]).toEqual(before);
  });

  test('what is genuine and no message leaves nothing', { timeout }, async () => {
    const random = new Random(2);
    const before = [accepted, rows()];
    const passed: number[] = [];
    for (let n = 0; n < MESSAGES; n++) {
      const status = await post(channel, idle(random));
      if (![200, 400, 401].includes(status)) passed.push(status);
    }
    expect(passed).toEqual([]);
    expect([accepted, rows()]).toEqual(before);
  });

  test('a broken message is taken or refused, never a fault of the server', { timeout }, async () => {
    const random = new Random(3);
    const wrong: string[] = [];
    let messages = 0;
    for (let n = 1; n <= MESSAGES; n++) {
      const call = brokenMessage(random, n);
      const { kind } = channel.decode(requestOf(call, NOW));
      const before = accepted;
      const status = await post(channel, call);
      if (kind === 'events') messages += 1;
      if (status >= 500 || accepted - before !== (kind === 'events' ? 1 : 0)) wrong.push(`${status}: ${call.body}`);
    }
    expect(wrong).toEqual([]);
    expect(messages).toBeGreaterThan(MESSAGES / 20);
  });
});
