/**
 * The database throws at each of its calls in turn, from a message's arrival to the mark of its last answer: what is answered
 * 2xx is stored, what the platform brings again acts once, and everything is sent once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFeishuChannel } from '../../src/channels/feishu/index.ts';
import { createApp } from '../../src/hosts/app.ts';
import type { District } from '../../src/hosts/district.ts';
import { createMetrics } from '../../src/hosts/metrics.ts';
import { openLinzi } from '../support/district.ts';
import { FaultySqlite } from '../support/faulty-sqlite.ts';
import { FEISHU_KEYS, messageEvent, pressEvent, type SignedCall, signedCall } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { auditFaults, Inspection, integrityFaults, keyedFaults } from './verdict.ts';

const DAY_MS = 86_400_000;
/** Waiting passes this many times as fast as life. */
const SPEED = 50;

const folder = mkdtempSync(join(tmpdir(), 'call-sites-'));
const file = join(folder, 'linzi.sqlite');
const platform = new FeishuPlatform();
let faulty: FaultySqlite;
let district: District;
let app: Hono;

beforeAll(async () => {
  const feishu = createFeishuChannel({ ...FEISHU_KEYS, baseUrl: await platform.listen(), perSecond: 400 }, Date.now);
  district = openLinzi(file, [feishu], {
    after: (ms, run) => {
      const timer = setTimeout(run, ms / SPEED);
      return () => clearTimeout(timer);
    },
  });
  app = createApp({
    channelOf: () => feishu,
    accept: (_, events) => district.accept(events),
    now: Date.now,
    metrics: createMetrics(),
    notReady: () => [],
  });
  await district.start();
  faulty = new FaultySqlite();
});

afterAll(async () => {
  faulty.remove();
  await district.stop();
  await platform.close();
  rmSync(folder, { recursive: true });
});

interface Act {
  /** As the inbox names it. */
  id: string;
  call: SignedCall;
}

const FROM = { user_id: 'head-slj' };

/** The `n`-th leave; no two on one day. */
function leave(n: number): Act {
  const day = new Date(Date.now() + (20 + n) * DAY_MS);
  const text = `请假：${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日一天，去济南参加第${n}期培训，由副局长马志远代为主持工作`;
  return said(text, `om_leave_${n}`);
}

const question = (n: number): Act => said('局长外出要提前几天报告？', `om_question_${n}`);

function said(text: string, messageId: string): Act {
  const payload = messageEvent({ from: FROM, at: Date.now(), text, messageId, eventId: `evt_${messageId}` });
  return { id: `feishu:message:${messageId}`, call: signedCall(payload, Date.now()) };
}

/** The mayor's 已阅 on a leave that came before, and without any fault. */
async function press(n: number): Promise<Act> {
  const filed = leave(1_000 + n);
  expect(await post(filed.call)).toBe(200);
  const [card] = inspect((db) => db.query(`select id from outbox where cause = ? and recipient = 'mayor'`, filed.id));
  const value = { d: card?.id, b: '已阅' };
  const payload = pressEvent({ by: { user_id: 'mayor' }, at: Date.now(), value, eventId: `evt_press_${n}` });
  return { id: `feishu:event:evt_press_${n}`, call: signedCall(payload, Date.now()) };
}

const post = async ({ headers, body }: SignedCall): Promise<number> =>
  (await app.request('/webhook/feishu/linzi', { method: 'POST', headers, body })).status;

function inspect<R>(look: (database: Inspection) => R): R {
  const database = new Inspection(file);
  try {
    return look(database);
  } finally {
    database.close();
  }
}

const unsettled = (): number =>
  inspect((db) => db.count(`select count(*) n from outbox where state in ('pending', 'sending')`));

/** What a message set off, e.g. `mayor to-note`; the same for all of one kind. */
const effectsOf = (id: string): string =>
  inspect((db) => db.query('select recipient, status from outbox where cause = ? order by id', id))
    .map(({ recipient, status }) => `${recipient} ${status}`)
    .join();

/** Fails an act at its first call, another at its second, and so on until one comes through; each is brought again. */
async function failInTurn(actOf: (n: number) => Act | Promise<Act>): Promise<{ calls: number; refused: number }> {
  const effects = new Set<string>();
  for (let n = 1, refused = 0; ; n++) {
    const { id, call } = await actOf(n);
    await expect.poll(unsettled, { timeout: 20_000, interval: 20 }).toBe(0);
    faulty.arm(n);
    const status = await post(call);
    expect([200, 503]).toContain(status);
    if (status === 503) refused += 1;
    // What is taken goes on to its sends; what fails there is the sender's to mend.
    else await expect.poll(unsettled, { timeout: 20_000, interval: 20 }).toBe(0);
    const site = faulty.failed;
    faulty.disarm();
    const stored = (): number => inspect((db) => db.query('select 1 from inbox where id = ?', id)).length;
    if (status === 200) expect(stored(), site).toBe(1);
    expect(await post(call)).toBe(200);
    expect(stored(), site).toBe(1);
    effects.add(effectsOf(id));
    if (site !== undefined) continue;
    expect([...effects]).toEqual([effectsOf(id)]);
    return { calls: n - 1, refused };
  }
}

test.each([
  ['a leave', leave],
  ['a question', question],
  ['a press', press],
] as const)('every call site of %s in turn', { timeout: 120_000 }, async (kind, actOf) => {
  const { calls, refused } = await failInTurn(actOf);
  expect(refused).toBeGreaterThan(0);
  console.log(`${kind}: ${calls} calls made to fail in turn, ${refused} answered 503`);
});

test('after all that everything was sent once, and the record is whole', async () => {
  await expect.poll(unsettled, { timeout: 20_000 }).toBe(0);
  const faults = inspect((db) => [
    ...keyedFaults(db, 'feishu', platform.messages),
    ...integrityFaults(db),
    ...auditFaults(db),
  ]);
  expect(faults).toEqual([]);
});
