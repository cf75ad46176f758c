import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWecomChannel } from '../../src/channels/wecom/index.ts';
import { createSender, type Sender } from '../../src/sender/sender.ts';
import { fastClock } from '../support/fast-clock.ts';
import { MemoryOutbox } from '../support/memory-outbox.ts';
import { answerTo, dispatch } from '../support/wecom-channel.ts';
import { WECOM_KEYS } from '../support/wecom-events.ts';
import { WecomPlatform } from '../support/wecom-platform.ts';

const clock = fastClock(Date.parse('2026-03-02T09:07:00+08:00'), 20);

let platform: WecomPlatform;
let outbox: MemoryOutbox;
let baseUrl: string;
let sender: Sender;

beforeEach(async () => {
  platform = new WecomPlatform({ now: clock.now });
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
    channels: [createWecomChannel({ ...WECOM_KEYS, baseUrl }, clock.now)],
    clock,
    random: Math.random,
  });

/** Every second message is a card. */
function add(id: number, receiver: string): void {
  const more = { id, to: { kind: 'person', ids: [receiver] } } as const;
  outbox.add(receiver, id % 2 === 0 ? dispatch(more) : answerTo(id, more), { channel: 'wecom' });
}

/** Waits until every row has come to rest. */
async function drained(): Promise<string[]> {
  await expect
    .poll(() => outbox.rows.every((r) => r.state !== 'waiting' && r.state !== 'sending'), { timeout: 20_000 })
    .toBe(true);
  return outbox.rows.map((r) => r.state);
}

const numberOf = (text: string): number => Number(/编号(\d+)/.exec(text)?.[1]);

test('100 messages to 20 people arrive once each, in order, with one token', async () => {
  for (let id = 1; id <= 100; id++) add(id, `p${id % 20}`);
  await sender.start();
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.messages).toHaveLength(100);
  expect(platform.tokenCalls).toBe(1);
  for (let p = 0; p < 20; p++) {
    const numbers = platform.heldBy(`p${p}`).map((m) => numberOf(m.text));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }
});

test('lost answers, refused tokens, limits and busy gateways lead to one message each', async () => {
  for (let id = 1; id <= 20; id++) add(id, `p${id}`);
  for (let n = 0; n < 6; n++) {
    platform.troubles.push({ how: 'lose' });
    platform.troubles.push({ how: 'answer', errcode: 40014 });
    platform.troubles.push({ how: 'answer', errcode: -1 });
    platform.troubles.push({ how: 'answer', status: 502 });
  }
  await sender.start();
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.messages).toHaveLength(20);
});

test('after a crash in sending everything goes out once', async () => {
  for (let id = 1; id <= 6; id++) add(id, `p${id}`);
  outbox.fail = 'markSent';
  await sender.start();
  await expect.poll(() => platform.messages.length).toBe(6);
  await sender.stop();
  expect(new Set(outbox.rows.map((r) => r.state))).toEqual(new Set(['sending']));

  outbox.fail = undefined;
  sender = newSender();
  await sender.start();
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.messages).toHaveLength(6);
});

test('a platform that hangs holds up nobody else, and whose outcome stays unknown is sent once', async () => {
  add(1, 'p1');
  platform.troubles.push({ kind: 'text', how: 'hang' });
  await sender.start();
  await expect.poll(() => platform.calls.length).toBe(1);
  for (let id = 2; id <= 10; id++) add(id, `p${id}`);
  sender.wake();
  await expect.poll(() => platform.messages.length).toBe(9);
  expect(platform.heldBy('p1')).toEqual([]);
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.heldBy('p1')).toHaveLength(1);
});
