/** What a district takes from platforms, in a time that tests move: late retries, repeats, floods. */
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import { createDingtalkChannel } from '../../src/channels/dingtalk/index.ts';
import { createFeishuChannel } from '../../src/channels/feishu/index.ts';
import { createWecomChannel } from '../../src/channels/wecom/index.ts';
import { createApp } from '../../src/hosts/app.ts';
import type { District } from '../../src/hosts/district.ts';
import { createMetrics } from '../../src/hosts/metrics.ts';
import { DINGTALK_KEYS, robotCall, robotMessage } from '../support/dingtalk-events.ts';
import { openLinzi } from '../support/district.ts';
import { FEISHU_KEYS, messageEvent, signedCall } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { textMessage, WECOM_KEYS, wecomCall } from '../support/wecom-events.ts';

const START = Date.parse('2026-03-02T09:00:00+08:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Call {
  headers?: Record<string, string>;
  query?: Record<string, string>;
  body: string;
}

let now = START;
let slowed = 0;
let district: District;
let app: Hono;
const platform = new FeishuPlatform();

beforeAll(async () => {
  const baseUrl = await platform.listen();
  const channels: Channel[] = [
    createFeishuChannel({ ...FEISHU_KEYS, baseUrl }, () => now),
    createDingtalkChannel({ ...DINGTALK_KEYS, baseUrl }, () => now),
    createWecomChannel({ ...WECOM_KEYS, baseUrl }, () => now),
  ];
  district = openLinzi(':memory:', channels, { now: () => now, onSlowed: () => (slowed += 1) });
  app = createApp({
    channelOf: (name) => channels.find((channel) => channel.name === name),
    accept: (_, events) => district.accept(events),
    now: () => now,
    metrics: createMetrics(),
    notReady: () => [],
  });
});

afterAll(async () => {
  await district.stop();
  await platform.close();
});

async function post(channel: string, { headers = {}, query = {}, body }: Call): Promise<number> {
  const path = `/webhook/${channel}/linzi?${new URLSearchParams(query)}`;
  return (await app.request(path, { method: 'POST', headers, body })).status;
}

const answersTo = (person: string): number => district.store.outbox.ofRecipient(person, 10_000).length;

/** One message of each platform: said at one moment, signed at that or another. */
const MESSAGES: [string, number, (saidAt: number, signedAt: number) => Call][] = [
  [
    'feishu',
    8 * HOUR,
    (at, signedAt) => {
      const event = { from: { user_id: 'head-slj' }, at, text: '帮助', messageId: `om_${at}`, eventId: `e_${at}` };
      return signedCall(messageEvent(event), signedAt);
    },
  ],
  [
    'dingtalk',
    HOUR,
    (at, signedAt) => robotCall(robotMessage({ from: 'head-slj', at, text: '帮助', msgId: `d_${at}` }), signedAt),
  ],
  ['wecom', HOUR, (at, signedAt) => wecomCall(textMessage('head-slj', at, '帮助', { MsgId: `${at}` }), signedAt)],
];

describe.each(MESSAGES)('%s', (channel, horizon, callOf) => {
  test('brings a message late that was never seen: it is taken once', async () => {
    const said = now;
    const call = callOf(said, said);
    now += horizon - MINUTE;
    const before = answersTo('head-slj');
    expect(await post(channel, call)).toBe(200);
    expect(await post(channel, call)).toBe(200);
    expect(answersTo('head-slj')).toBe(before + 1);
  });

  test('brings one later than it ever would: it is refused, and leaves nothing', async () => {
    const call = callOf(now, now);
    now += horizon + MINUTE;
    const before = answersTo('head-slj');
    expect(await post(channel, call)).toBe(401);
    expect(answersTo('head-slj')).toBe(before);
  });

  test('brings five of one at once, and the same again a week later, newly signed: it acts once', async () => {
    const said = now;
    const before = answersTo('head-slj');
    const statuses = await Promise.all(Array.from({ length: 5 }, () => post(channel, callOf(said, said))));
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    now += 7 * DAY - MINUTE;
    expect(await post(channel, callOf(said, now))).toBe(200);
    expect(answersTo('head-slj')).toBe(before + 1);
  });
});

test('a flood of one person is taken whole, answered in its turn, and holds up nobody else', async () => {
  const say = (person: string, n: number): Promise<number> => {
    const event = { from: { user_id: person }, at: now, text: '帮助', messageId: `om_flood_${person}_${n}` };
    return post('feishu', signedCall(messageEvent({ ...event, eventId: `e_flood_${person}_${n}` }), now));
  };
  now += MINUTE;
  const before = answersTo('head-slj');
  const flood = Array.from({ length: 120 }, (_, n) => say('head-slj', n));
  expect(await say('head-czj', 0)).toBe(200);
  expect(answersTo('head-slj')).toBeLessThan(before + 60);
  expect(new Set(await Promise.all(flood))).toEqual(new Set([200]));
  expect(answersTo('head-slj')).toBe(before + 120);
  expect(slowed).toBe(100);
  const ticking = setInterval(() => (now += 20), 20);
  try {
    await district.start();
    await expect.poll(() => platform.heldBy('head-czj').length, { timeout: 10_000 }).toBe(1);
    expect(platform.heldBy('head-slj').length).toBeLessThan(120);
  } finally {
    clearInterval(ticking);
  }
});
