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
import { FEISHU_KEYS, messageEvent, type SignedCall, signedCall } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { auditFaults, effectFaults, Inspection, integrityFaults, keyedFaults } from './verdict.ts';

const DAY_MS = 86_400_000;
/** Waiting passes this many times as fast as life. */
const SPEED = 50;

const folder = mkdtempSync(join(tmpdir(), 'call-sites-'));
const file = join(folder, 'linzi.sqlite');
const platform = new FeishuPlatform();
const accepted: { id: string; kind: 'leave' }[] = [];
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

/** The `n`-th leave; no two on one day. */
function leave(n: number): { id: string; call: SignedCall } {
  const day = new Date(Date.now() + (20 + n) * DAY_MS);
  const text = `请假：${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日一天，去济南参加第${n}期培训，由副局长马志远代为主持工作`;
  const id = `om_site_${n}`;
  const payload = messageEvent({ from: { user_id: 'head-slj' }, at: Date.now(), text, messageId: id });
  return { id: `feishu:message:${id}`, call: signedCall(payload, Date.now()) };
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

test('every call site in turn', { timeout: 120_000 }, async () => {
  const sites = new Set<string>();
  let refused = 0;
  for (let n = 1; ; n++) {
    const { id, call } = leave(n);
    faulty.arm(n);
    const status = await post(call);
    expect([200, 503]).toContain(status);
    if (status === 503) refused += 1;
    // The first try is let go on to its sends; what fails there is the sender's to mend.
    else await expect.poll(unsettled, { timeout: 20_000, interval: 20 }).toBe(0);
    const site = faulty.failed;
    faulty.disarm();
    if (status === 200)
      expect(
        inspect((db) => db.query('select 1 from inbox where id = ?', id)),
        site,
      ).toHaveLength(1);
    if (site !== undefined) sites.add(site);
    expect(await post(call)).toBe(200);
    accepted.push({ id, kind: 'leave' });
    if (site === undefined) break;
  }
  await expect.poll(unsettled, { timeout: 20_000 }).toBe(0);
  const faults = inspect((db) => [
    ...effectFaults(db, accepted),
    ...keyedFaults(db, 'feishu', platform.messages),
    ...integrityFaults(db),
    ...auditFaults(db),
  ]);
  expect(faults).toEqual([]);
  expect(inspect((db) => db.count(`select count(*) n from matters`))).toBe(accepted.length);
  expect(refused).toBeGreaterThan(0);
  console.log(
    `${accepted.length - 1} calls made to fail in turn, ${sites.size} different statements, ${refused} answered 503`,
  );
});
