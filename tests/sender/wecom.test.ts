import { expect, test } from 'vitest';
import { createWecomChannel } from '../../src/channels/wecom/index.ts';
import { ascending, numbersIn, sending } from '../support/sending.ts';
import { WECOM_KEYS } from '../support/wecom-events.ts';
import { WecomPlatform } from '../support/wecom-platform.ts';

const wecom = sending(
  'wecom',
  (now) => new WecomPlatform({ now }),
  (baseUrl, now) => createWecomChannel({ ...WECOM_KEYS, baseUrl }, now),
);

/** Every second message is a card. */
const add = (id: number, receiver: string): void => wecom.add(id, receiver, id % 2 === 0 ? '已阅' : undefined);

test('100 messages to 20 people arrive once each, in order, with one token', async () => {
  for (let id = 1; id <= 100; id++) add(id, `p${id % 20}`);
  await wecom.sender.start();
  expect(new Set(await wecom.drained())).toEqual(new Set(['sent']));
  expect(wecom.platform.messages).toHaveLength(100);
  expect(wecom.platform.tokenCalls).toBe(1);
  for (let p = 0; p < 20; p++) {
    const numbers = numbersIn(wecom.platform.heldBy(`p${p}`));
    expect(numbers).toEqual(ascending(numbers));
  }
});

test('lost answers, refused tokens, limits and busy gateways lead to one message each', async () => {
  for (let id = 1; id <= 20; id++) add(id, `p${id}`);
  for (let n = 0; n < 6; n++) {
    wecom.platform.troubles.push({ how: 'lose' });
    wecom.platform.troubles.push({ how: 'answer', errcode: 40014 });
    wecom.platform.troubles.push({ how: 'answer', errcode: -1 });
    wecom.platform.troubles.push({ how: 'answer', status: 502 });
  }
  await wecom.sender.start();
  expect(new Set(await wecom.drained())).toEqual(new Set(['sent']));
  expect(wecom.platform.messages).toHaveLength(20);
});

test('after a crash in sending everything goes out once', async () => {
  for (let id = 1; id <= 6; id++) add(id, `p${id}`);
  wecom.outbox.fail = 'markSent';
  await wecom.sender.start();
  await expect.poll(() => wecom.platform.messages.length).toBe(6);
  await wecom.sender.stop();
  expect(new Set(wecom.outbox.rows.map((r) => r.state))).toEqual(new Set(['sending']));

  wecom.outbox.fail = undefined;
  await wecom.restart();
  expect(new Set(await wecom.drained())).toEqual(new Set(['sent']));
  expect(wecom.platform.messages).toHaveLength(6);
});

test('a platform that hangs holds up nobody else, and whose outcome stays unknown is sent once', async () => {
  add(1, 'p1');
  wecom.platform.troubles.push({ kind: 'text', how: 'hang' });
  await wecom.sender.start();
  await expect.poll(() => wecom.platform.calls.length).toBe(1);
  for (let id = 2; id <= 10; id++) add(id, `p${id}`);
  wecom.sender.wake();
  await expect.poll(() => wecom.platform.messages.length).toBe(9);
  expect(wecom.platform.heldBy('p1')).toEqual([]);
  expect(new Set(await wecom.drained())).toEqual(new Set(['sent']));
  expect(wecom.platform.heldBy('p1')).toHaveLength(1);
});
