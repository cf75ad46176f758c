/**
 * 涉密: a thousand classified messages in words, file names and comments, some brought twice, some while the disk fails.
 * Then every byte that the bot ever wrote, sent, answered or reported is searched for them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFeishuChannel } from '../../src/channels/feishu/index.ts';
import { createApp } from '../../src/hosts/app.ts';
import { createMetrics } from '../../src/hosts/metrics.ts';
import { Random } from '../simulation/random.ts';
import { openLinzi } from '../support/district.ts';
import { FaultySqlite } from '../support/faulty-sqlite.ts';
import { FEISHU_KEYS, messageEvent, pressEvent, signedCall } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';

const MESSAGES = 1_000;
const MARKS = ['机密★1年', '【秘密】', '绝 密 ★ 长期', '密级：机密 ', '機密★', '秘密☆10年'];

const folder = mkdtempSync(join(tmpdir(), 'classified-'));
const random = new Random(20260302);
const platform = new FeishuPlatform();
const faulty = new FaultySqlite();

afterAll(async () => {
  faulty.remove();
  await platform.close();
  rmSync(folder, { recursive: true });
});

/** A word that stands nowhere else, marked, in one of the places where words come in. */
function classified(n: number): { secret: string; payload: Record<string, unknown> } {
  const secret = `布防${n}号${random.between(1e8, 9e8)}`;
  const words = `${random.pick(MARKS)}${secret}`;
  const from = { user_id: 'head-slj' };
  const message = { from, at: Date.now(), messageId: `om_secret_${n}`, eventId: `evt_secret_${n}` };
  const place = random.pick(['words', 'group', 'file', 'comment'] as const);
  const file = { type: 'file', value: { file_key: 'k', file_name: `${words}.pdf` } };
  const mentions = [{ key: '@_user_1', open_id: 'ou_bot', name: '助手' }];
  const payload = {
    words: () => messageEvent({ ...message, text: words }),
    group: () => messageEvent({ ...message, text: `@_user_1 ${words}`, group: 'oc_office', mentions }),
    file: () => messageEvent({ ...message, content: file }),
    comment: () =>
      pressEvent({ by: from, at: Date.now(), value: { d: 1, b: '同意' }, note: words, eventId: `evt_${n}` }),
  }[place]();
  return { secret, payload };
}

test(`no word of ${MESSAGES} classified messages is anywhere`, { timeout: 120_000 }, async () => {
  const told: string[] = [];
  const feishu = createFeishuChannel({ ...FEISHU_KEYS, baseUrl: await platform.listen(), perSecond: 400 }, Date.now);
  const district = openLinzi(join(folder, 'linzi.sqlite'), [feishu], {
    onError: (error) => told.push(error instanceof Error ? `${error.message}\n${error.stack}` : String(error)),
  });
  const app = createApp({
    channelOf: () => feishu,
    accept: (_, events) => district.accept(events),
    now: Date.now,
    metrics: createMetrics(),
    notReady: () => [],
    onError: (error) => told.push(error instanceof Error ? `${error.message}\n${error.stack}` : String(error)),
  });
  await district.start();
  const secrets: string[] = [];
  for (let n = 0; n < MESSAGES; n++) {
    const { secret, payload } = classified(n);
    secrets.push(secret);
    for (let times = random.chance(0.1) ? 2 : 1; times > 0; times--) {
      if (random.chance(0.1)) faulty.arm(random.between(1, 12));
      const call = signedCall(payload, Date.now());
      const answer = await app.request('/webhook/feishu/linzi', { method: 'POST', ...call });
      faulty.disarm();
      told.push(await answer.text());
    }
  }
  const refused = district.store.inbox.ofPerson('head-slj', MESSAGES).filter((row) => row.verdict === 'classified');
  expect(refused.length).toBeGreaterThan(MESSAGES / 2);
  const metrics = await app.request('/metrics');
  told.push(await metrics.text());

  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const everything = [...files, ...told, ...platform.bodies].join('\n');
  expect(everything).toContain('密级标志');
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
  // The app's secret goes to the platform for a token, and nowhere else.
  const { appSecret, encryptKey } = FEISHU_KEYS;
  const kept = [...files, ...told].join('\n');
  expect([appSecret, encryptKey].filter((secret) => kept.includes(secret))).toEqual([]);
  await district.stop();
});
