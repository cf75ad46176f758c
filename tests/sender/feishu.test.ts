import { expect, test } from 'vitest';
import { createFeishuChannel } from '../../src/channels/feishu/index.ts';
import { FEISHU_KEYS } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { ascending, numbersIn, sending } from '../support/sending.ts';

const feishu = sending(
  'feishu',
  (now) => new FeishuPlatform({ now, tokenSeconds: 7200 }),
  (baseUrl, now) => createFeishuChannel({ ...FEISHU_KEYS, baseUrl }, now),
);

test('200 messages to 40 people arrive once each, in order, with one token', async () => {
  for (let id = 1; id <= 200; id++) feishu.add(id, `ou_${id % 40}`);
  await feishu.sender.start();
  expect(new Set(await feishu.drained())).toEqual(new Set(['sent']));
  expect(feishu.platform.messages).toHaveLength(200);
  expect(feishu.platform.tokenCalls).toBe(1);
  for (let p = 0; p < 40; p++) {
    const numbers = numbersIn(feishu.platform.heldBy(`ou_${p}`));
    expect(numbers).toEqual(ascending(numbers));
  }
});

test('lost answers, resets, 500s and 429s lead to one message each', async () => {
  for (let id = 1; id <= 20; id++) feishu.add(id, `ou_${id}`);
  for (let n = 0; n < 10; n++) {
    feishu.platform.troubles.push({ how: 'lose' }, { how: 'answer', status: 500 });
    feishu.platform.troubles.push({
      how: 'answer',
      status: 429,
      code: 99991400,
      headers: { 'x-ogw-ratelimit-reset': '2' },
    });
  }
  await feishu.sender.start();
  expect(new Set(await feishu.drained())).toEqual(new Set(['sent']));
  expect(feishu.platform.messages).toHaveLength(20);
  expect(feishu.platform.calls.length).toBe(50);
});

test('tokens that die early are replaced on the way', async () => {
  for (let id = 1; id <= 10; id++) feishu.add(id, `ou_${id}`);
  await feishu.sender.start();
  await feishu.drained();
  feishu.platform.killTokens();
  for (let id = 11; id <= 20; id++) feishu.add(id, `ou_${id}`);
  feishu.sender.wake();
  expect(new Set(await feishu.drained())).toEqual(new Set(['sent']));
  expect(feishu.platform.messages).toHaveLength(20);
  expect(feishu.platform.tokenCalls).toBe(2);
});

test('a crash between send and mark makes no second message', async () => {
  for (let id = 1; id <= 5; id++) feishu.add(id, `ou_${id}`);
  feishu.outbox.fail = 'markSent';
  await feishu.sender.start();
  await expect.poll(() => feishu.platform.messages.length).toBe(5);
  await feishu.sender.stop();
  expect(new Set(feishu.outbox.rows.map((r) => r.state))).toEqual(new Set(['sending']));

  feishu.outbox.fail = undefined;
  await feishu.restart();
  expect(new Set(await feishu.drained())).toEqual(new Set(['sent']));
  expect(feishu.platform.calls).toHaveLength(10);
  expect(feishu.platform.messages).toHaveLength(5);
});

test('a hanging call, held or not by the platform, ends as one message', async () => {
  feishu.add(1, 'ou_1');
  feishu.add(2, 'ou_2');
  feishu.add(3, 'ou_3');
  feishu.platform.troubles.push({ how: 'hang', receiver: 'ou_1' }, { how: 'hang', receiver: 'ou_2', held: true });
  await feishu.sender.start();
  expect(await feishu.drained()).toEqual(['sent', 'sent', 'sent']);
  expect(feishu.platform.messages.map((m) => m.receiver).sort()).toEqual(['ou_1', 'ou_2', 'ou_3']);
});
