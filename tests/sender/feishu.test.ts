import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Dispatch } from '../../src/channels/channel.ts';
import { createFeishuChannel } from '../../src/channels/feishu/index.ts';
import { createSender, type Sender } from '../../src/sender/sender.ts';
import { fastClock } from '../support/fast-clock.ts';
import { FEISHU_KEYS } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { MemoryOutbox } from '../support/memory-outbox.ts';

const clock = fastClock(Date.parse('2026-03-02T09:07:00+08:00'), 20);

let platform: FeishuPlatform;
let outbox: MemoryOutbox;
let baseUrl: string;
let sender: Sender;

beforeEach(async () => {
  platform = new FeishuPlatform({ now: clock.now, tokenSeconds: 7200 });
  baseUrl = await platform.listen();
  outbox = new MemoryOutbox();
  sender = newSender();
});

afterEach(async () => {
  await sender.stop();
  await platform.close();
});

const newSender = (): Sender =>
  createSender({
    outbox,
    channels: [createFeishuChannel({ ...FEISHU_KEYS, baseUrl }, clock.now)],
    clock,
    random: Math.random,
  });

function add(id: number, receiver: string): void {
  const delivery = {
    at: '',
    to: 'p',
    status: 'notice',
    about: 'leave',
    text: `第${id}件`,
    clauses: [],
    quotes: [],
    buttons: [],
  } as const;
  const dispatch: Dispatch = {
    id,
    to: { kind: 'person', ids: [receiver] },
    deliveries: [{ ...delivery, clauses: [], quotes: [], buttons: [] }],
  };
  outbox.add(receiver, dispatch);
}

/** Waits until every row has come to rest. */
async function drained(): Promise<string[]> {
  await expect
    .poll(() => outbox.rows.every((r) => r.state !== 'waiting' && r.state !== 'sending'), { timeout: 8000 })
    .toBe(true);
  return outbox.rows.map((r) => r.state);
}

test('200 messages to 40 people arrive once each, in order, with one token', async () => {
  for (let id = 1; id <= 200; id++) add(id, `ou_${id % 40}`);
  await sender.start();
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.messages).toHaveLength(200);
  expect(platform.tokenCalls).toBe(1);
  for (let p = 0; p < 40; p++) {
    const texts = platform.heldBy(`ou_${p}`).map((m) => Number(/第(\d+)件/.exec(JSON.stringify(m.content))?.[1]));
    expect(texts).toEqual([...texts].sort((a, b) => a - b));
  }
});

test('lost answers, resets, 500s and 429s lead to one message each', async () => {
  for (let id = 1; id <= 20; id++) add(id, `ou_${id}`);
  for (let n = 0; n < 10; n++) {
    platform.troubles.push({ how: 'lose' }, { how: 'answer', status: 500 });
    platform.troubles.push({ how: 'answer', status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '2' } });
  }
  await sender.start();
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.messages).toHaveLength(20);
  expect(platform.calls.length).toBe(50);
});

test('tokens that die early are replaced on the way', async () => {
  for (let id = 1; id <= 10; id++) add(id, `ou_${id}`);
  await sender.start();
  await drained();
  platform.killTokens();
  for (let id = 11; id <= 20; id++) add(id, `ou_${id}`);
  sender.wake();
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.messages).toHaveLength(20);
  expect(platform.tokenCalls).toBe(2);
});

test('a crash between send and mark makes no second message', async () => {
  for (let id = 1; id <= 5; id++) add(id, `ou_${id}`);
  outbox.fail = 'markSent';
  await sender.start();
  await expect.poll(() => platform.messages.length).toBe(5);
  await sender.stop();
  expect(new Set(outbox.rows.map((r) => r.state))).toEqual(new Set(['sending']));

  outbox.fail = undefined;
  sender = newSender();
  await sender.start();
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.calls).toHaveLength(10);
  expect(platform.messages).toHaveLength(5);
});

test('a hanging call, held or not by the platform, ends as one message', async () => {
  add(1, 'ou_1');
  add(2, 'ou_2');
  add(3, 'ou_3');
  platform.troubles.push({ how: 'hang', receiver: 'ou_1' }, { how: 'hang', receiver: 'ou_2', held: true });
  await sender.start();
  expect(await drained()).toEqual(['sent', 'sent', 'sent']);
  expect(platform.messages.map((m) => m.receiver).sort()).toEqual(['ou_1', 'ou_2', 'ou_3']);
});
