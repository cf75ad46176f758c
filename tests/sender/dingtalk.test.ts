import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Dispatch } from '../../src/channels/channel.ts';
import { createDingtalkChannel } from '../../src/channels/dingtalk/index.ts';
import { createSender, type Sender } from '../../src/sender/sender.ts';
import { DINGTALK_KEYS } from '../support/dingtalk-events.ts';
import { DingtalkPlatform } from '../support/dingtalk-platform.ts';
import { fastClock } from '../support/fast-clock.ts';
import { MemoryOutbox } from '../support/memory-outbox.ts';

const clock = fastClock(Date.parse('2026-03-02T09:07:00+08:00'), 20);

let platform: DingtalkPlatform;
let outbox: MemoryOutbox;
let baseUrl: string;
let sender: Sender;

beforeEach(async () => {
  platform = new DingtalkPlatform({ now: clock.now });
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
    channels: [createDingtalkChannel({ ...DINGTALK_KEYS, cardTemplateId: 'tpl.schema', baseUrl }, clock.now)],
    clock,
    random: Math.random,
  });

/** A message to a person; with something to press it becomes a card. */
function add(id: number, receiver: string, buttons: string[] = []): void {
  const dispatch: Dispatch = {
    id,
    to: { kind: 'person', ids: [receiver] },
    deliveries: [
      {
        at: '',
        to: 'p',
        status: buttons.length > 0 ? 'to-note' : 'notice',
        about: 'leave',
        text: `第${id}件`,
        clauses: [],
        quotes: [],
        buttons,
      },
    ],
  };
  outbox.add(receiver, dispatch, { channel: 'dingtalk' });
}

/** Waits until every row has come to rest. */
async function drained(): Promise<string[]> {
  await expect
    .poll(() => outbox.rows.every((r) => r.state !== 'waiting' && r.state !== 'sending'), { timeout: 8000 })
    .toBe(true);
  return outbox.rows.map((r) => r.state);
}

test('100 messages to 20 people arrive once each, in order, with one token', async () => {
  for (let id = 1; id <= 100; id++) add(id, `p${id % 20}`, id % 2 === 0 ? ['已阅'] : []);
  await sender.start();
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.messages).toHaveLength(100);
  expect(platform.tokenCalls).toBe(1);
  for (let p = 0; p < 20; p++) {
    const numbers = platform.heldBy(`p${p}`).map((m) => Number(/第(\d+)件/.exec(m.text)?.[1]));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }
});

test('limits, refused tokens and busy gateways lead to one message each', async () => {
  for (let id = 1; id <= 10; id++) add(id, `p${id}`, id % 2 === 0 ? ['已阅'] : []);
  const qps = { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' };
  for (let n = 0; n < 8; n++) {
    platform.troubles.push({ how: 'answer', status: 403, body: qps });
    platform.troubles.push({ how: 'answer', status: 400, body: { code: 'InvalidAuthentication' } });
  }
  await sender.start();
  expect(new Set(await drained())).toEqual(new Set(['sent']));
  expect(platform.messages).toHaveLength(10);
});

test('lost answers leave texts in doubt, and cards are sent once', async () => {
  for (let id = 1; id <= 10; id++) add(id, `p${id}`, id > 5 ? ['已阅'] : []);
  for (let n = 0; n < 10; n++) platform.troubles.push({ how: 'lose' });
  await sender.start();
  const states = await drained();
  expect(states.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'uncertain'));
  expect(states.slice(5)).toEqual(Array.from({ length: 5 }, () => 'sent'));
  expect(platform.messages).toHaveLength(10);
});

test('after a crash in sending, texts are in doubt and cards go out once', async () => {
  for (let id = 1; id <= 6; id++) add(id, `p${id}`, id > 3 ? ['已阅'] : []);
  outbox.fail = 'markSent';
  await sender.start();
  await expect.poll(() => platform.messages.length).toBe(6);
  await sender.stop();
  expect(new Set(outbox.rows.map((r) => r.state))).toEqual(new Set(['sending']));

  outbox.fail = undefined;
  sender = newSender();
  await sender.start();
  expect(await drained()).toEqual(['uncertain', 'uncertain', 'uncertain', 'sent', 'sent', 'sent']);
  expect(platform.messages).toHaveLength(6);
});

test('a card that is refused while in doubt stays in doubt: its text could be a second message', async () => {
  add(1, 'p1', ['已阅']);
  platform.troubles.push({ how: 'lose' }, { how: 'answer', status: 400, body: { code: 'invalidParameter' } });
  await sender.start();
  expect(await drained()).toEqual(['uncertain']);
  expect(platform.messages).toHaveLength(1);
});
