import { expect, test } from 'vitest';
import { createDingtalkChannel } from '../../src/channels/dingtalk/index.ts';
import { DINGTALK_KEYS } from '../support/dingtalk-events.ts';
import { DingtalkPlatform } from '../support/dingtalk-platform.ts';
import { ascending, numbersIn, sending } from '../support/sending.ts';

const dingtalk = sending(
  'dingtalk',
  (now) => new DingtalkPlatform({ now }),
  (baseUrl, now) => createDingtalkChannel({ ...DINGTALK_KEYS, cardTemplateId: 'tpl.schema', baseUrl }, now),
);

test('100 messages to 20 people arrive once each, in order, with one token', async () => {
  for (let id = 1; id <= 100; id++) dingtalk.add(id, `p${id % 20}`, id % 2 === 0 ? '已阅' : undefined);
  await dingtalk.sender.start();
  expect(new Set(await dingtalk.drained())).toEqual(new Set(['sent']));
  expect(dingtalk.platform.messages).toHaveLength(100);
  expect(dingtalk.platform.tokenCalls).toBe(1);
  for (let p = 0; p < 20; p++) {
    const numbers = numbersIn(dingtalk.platform.heldBy(`p${p}`));
    expect(numbers).toEqual(ascending(numbers));
  }
});

test('limits, refused tokens and busy gateways lead to one message each', async () => {
  for (let id = 1; id <= 10; id++) dingtalk.add(id, `p${id}`, id % 2 === 0 ? '已阅' : undefined);
  const qps = { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi' };
  for (let n = 0; n < 8; n++) {
    dingtalk.platform.troubles.push({ how: 'answer', status: 403, body: qps });
    dingtalk.platform.troubles.push({ how: 'answer', status: 400, body: { code: 'InvalidAuthentication' } });
  }
  await dingtalk.sender.start();
  expect(new Set(await dingtalk.drained())).toEqual(new Set(['sent']));
  expect(dingtalk.platform.messages).toHaveLength(10);
});

test('lost answers leave texts in doubt, and cards are sent once', async () => {
  for (let id = 1; id <= 10; id++) dingtalk.add(id, `p${id}`, id > 5 ? '已阅' : undefined);
  for (let n = 0; n < 10; n++) dingtalk.platform.troubles.push({ how: 'lose' });
  await dingtalk.sender.start();
  const states = await dingtalk.drained();
  expect(states.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'uncertain'));
  expect(states.slice(5)).toEqual(Array.from({ length: 5 }, () => 'sent'));
  expect(dingtalk.platform.messages).toHaveLength(10);
});

test('after a crash in sending, texts are in doubt and cards go out once', async () => {
  for (let id = 1; id <= 6; id++) dingtalk.add(id, `p${id}`, id > 3 ? '已阅' : undefined);
  dingtalk.outbox.fail = 'markSent';
  await dingtalk.sender.start();
  await expect.poll(() => dingtalk.platform.messages.length).toBe(6);
  await dingtalk.sender.stop();
  expect(new Set(dingtalk.outbox.rows.map((r) => r.state))).toEqual(new Set(['sending']));

  dingtalk.outbox.fail = undefined;
  await dingtalk.restart();
  expect(await dingtalk.drained()).toEqual(['uncertain', 'uncertain', 'uncertain', 'sent', 'sent', 'sent']);
  expect(dingtalk.platform.messages).toHaveLength(6);
});

test('a card that is refused while in doubt stays in doubt: its text could be a second message', async () => {
  dingtalk.add(1, 'p1', '已阅');
  dingtalk.platform.troubles.push({ how: 'lose' }, { how: 'answer', status: 400, body: { code: 'invalidParameter' } });
  await dingtalk.sender.start();
  expect(await dingtalk.drained()).toEqual(['uncertain']);
  expect(dingtalk.platform.messages).toHaveLength(1);
});
