/** 保存期限: words go when their time is over, from every byte of the database; records stay. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../src/cli/rehearsal.ts';
import { brokenLink } from '../../src/hosts/audit-chain.ts';
import type { District } from '../../src/hosts/district.ts';
import { openLinzi } from '../support/district.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-03-02T09:00:00+08:00');
/** More than are looked at in one go. */
const MESSAGES = 600;

const folder = mkdtempSync(join(tmpdir(), 'retention-'));
const errors: unknown[] = [];
let now = START;
let due: (() => void) | undefined;
let district: District;

const say = (person: string, text: string, id: string) => district.receive({ id, person, group: null, at: now, text });

const bytes = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
const stored = (words: string): boolean => bytes().includes(Buffer.from(words).toString('latin1'));

/** Lets the clock of the district look at the time. */
async function lookAround(): Promise<void> {
  district.wake();
  due?.();
  // Whatever was submitted before this has been committed then.
  for (let turn = 0; turn < 20; turn += 1) await district.commit.submit(() => undefined);
}

beforeAll(async () => {
  district = openLinzi(join(folder, 'linzi.sqlite'), [], {
    now: () => now,
    onError: (error) => errors.push(error),
    after: (_, run) => {
      due = run;
      return () => {
        due = undefined;
      };
    },
  });
  await district.start();
  const asked = Array.from({ length: MESSAGES }, (_, n) =>
    say('head-slj', `常务会议由谁主持？编号${n}号来件`, `q${n}`),
  );
  await Promise.all(asked);
  await say('head-slj', '我3月10日至11日到济南参加水利培训，由李国栋代为主持工作，特此报告。', 'leave');
}, 60_000);
afterAll(async () => {
  await district.stop();
  rmSync(folder, { recursive: true });
});

test('on the last day everything is there', async () => {
  now = START + 400 * DAY_MS;
  await lookAround();
  expect(stored('编号0号来件')).toBe(true);
  expect(district.store.inbox.ofPerson('head-slj', 5_000)).toHaveLength(MESSAGES + 1);
});

test('a day later the words are gone; what they were filed as, and what was sent of it while it is under way, is not', async () => {
  now = START + 401 * DAY_MS;
  await say('head-slj', '常务会议由谁主持？今日新来件', 'new');
  await lookAround();
  expect(errors).toEqual([]);
  expect(district.store.inbox.ofPerson('head-slj', 5_000)).toHaveLength(1);
  expect([stored('号来件'), stored('今日新来件')]).toEqual([false, true]);
  const [leave] = district.store.matters.ofOwner('head-slj', 'leave');
  expect(JSON.stringify(leave?.data)).toContain('济南');
  expect(district.store.outbox.ofRecipient('mayor')).not.toEqual([]);
  expect(district.store.steps.ofMatter(leave?.id ?? '').length).toBeGreaterThan(0);
  expect(brokenLink(district.store, sha256)).toBeNull();
});
