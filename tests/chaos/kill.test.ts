/**
 * kill -9 at random moments under load: nothing accepted is lost, nothing acts twice, nothing is sent twice.
 * 20 kills; `KILLS=200 npm test -- tests/chaos` for more, `SEED=…` for the same moments again.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleRoster } from '../../src/cli/files.ts';
import { FEISHU_KEYS, messageEvent, type SignedCall, signedCall } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { ServerProcess } from '../support/server.ts';

const KILLS = Number(process.env.KILLS ?? 20);
const SEED = Number(process.env.SEED ?? 20261121);
const SENDERS = 16;
const DAY_MS = 86_400_000;

/** The same numbers for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Event {
  id: string;
  kind: 'question' | 'leave';
  call: SignedCall;
}

interface Row {
  [column: string]: string | number | null;
}

const roster = exampleRoster('linzi');
const people = roster.people.filter((p) => p.position === 'department-head').map((p) => p.id);
const random = seeded(SEED);
const accepted = new Map<string, Event>();
let platform: FeishuPlatform;
let server: ServerProcess;
let made = 0;
let load = true;

beforeAll(async () => {
  platform = new FeishuPlatform();
  const everybody = roster.people.map(({ id }) => [id, id] as const);
  server = new ServerProcess(
    { feishu: Object.fromEntries(everybody) },
    {
      FEISHU_BASE_URL: await platform.listen(),
      FEISHU_LINZI_APP_ID: FEISHU_KEYS.appId,
      FEISHU_LINZI_APP_SECRET: FEISHU_KEYS.appSecret,
      FEISHU_LINZI_ENCRYPT_KEY: FEISHU_KEYS.encryptKey,
      FEISHU_LINZI_VERIFICATION_TOKEN: FEISHU_KEYS.verificationToken,
      SEND_PER_SECOND: '400',
    },
  );
  await server.start();
}, 30_000);

afterAll(async () => {
  await server.remove();
  await platform.close();
});

function makeEvent(): Event {
  const n = made++;
  const id = `om_chaos_${n}`;
  const person = people[n % people.length] ?? '';
  const kind = n % 3 === 0 ? 'leave' : 'question';
  const day = new Date(Date.now() + (20 + 2 * Math.floor(n / 24)) * DAY_MS);
  const date = `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
  const text =
    kind === 'leave'
      ? `请假：${date}一天，去济南参加第${n}期培训，由副局长马志远代为主持工作`
      : `局长外出要提前几天报告？（${n}）`;
  const from = { user_id: person, open_id: `ou_${person}` };
  const payload = messageEvent({ from, at: Date.now(), text, messageId: id, eventId: `evt_chaos_${n}` });
  return { id, kind, call: signedCall(payload, Date.now(), FEISHU_KEYS) };
}

/** As the platform does: an event without a 2xx comes again until it has one. Some come twice all the same. */
async function deliverUntilAccepted(event: Event): Promise<void> {
  for (;;) {
    try {
      const response = await fetch(`${server.address}/webhook/feishu/linzi`, { method: 'POST', ...event.call });
      await response.arrayBuffer();
      if (response.status === 200) {
        accepted.set(event.id, event);
        return;
      }
      expect(response.status).toBe(503);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
    await sleep(20);
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function sender(): Promise<void> {
  while (load) {
    const event = makeEvent();
    await deliverUntilAccepted(event);
    if (random() < 0.1) await deliverUntilAccepted(event);
    await sleep(random() * 20);
  }
}

async function untilMoreThan(size: number): Promise<void> {
  for (let waited = 0; accepted.size <= size && waited < 10_000; waited += 20) await sleep(20);
}

function query(sql: string, ...values: (string | number)[]): Row[] {
  const database = new Database(join(server.folder, 'data', 'linzi.sqlite'), { readonly: true });
  try {
    return database.prepare<(string | number)[], Row>(sql).all(...values);
  } finally {
    database.close();
  }
}

const count = (sql: string): number => Number(query(sql)[0]?.n);

test(`${KILLS} kills`, { timeout: 240_000 + KILLS * 5_000 }, async () => {
  const senders = Array.from({ length: SENDERS }, sender);
  for (let kill = 0; kill < KILLS; kill += 1) {
    // Most lives take messages before they end; some end while they start, with the last one's work to take up.
    if (random() < 0.8) await untilMoreThan(accepted.size);
    await sleep(random() * 400);
    await server.stop('SIGKILL');
    await server.start();
  }
  load = false;
  await Promise.all(senders);
  await expect
    .poll(() => count(`select count(*) n from outbox where state in ('pending', 'sending')`), {
      timeout: 180_000,
      interval: 500,
    })
    .toBe(0);

  // Every event that was accepted is there once, with its effects once.
  const rows = query(
    `select i.id, (select count(*) from outbox o where o.cause = i.id and o.status = 'answered') answers,
      (select count(*) from outbox o where o.cause = i.id and o.status in ('submitted', 'recorded')) filed
      from inbox i`,
  );
  const stored = new Map(rows.map((row) => [String(row.id).replace('feishu:message:', ''), row]));
  expect(stored.size).toBe(rows.length);
  expect([...accepted.keys()].filter((id) => !stored.has(id))).toEqual([]);
  const wrong = [...accepted.values()].filter(({ id, kind }) => {
    const row = stored.get(id);
    return kind === 'question' ? row?.answers !== 1 || row.filed !== 0 : row?.filed !== 1;
  });
  expect(wrong.map(({ id }) => stored.get(id))).toEqual([]);
  const leaves = [...accepted.values()].filter((event) => event.kind === 'leave');
  expect(count(`select count(*) n from matters where about = 'leave'`)).toBe(leaves.length);

  // Every delivery is one message on the platform; nothing waits, failed or is in doubt.
  const states = query('select state, count(*) n from outbox group by state');
  expect(states.map((row) => row.state)).toEqual(['sent']);
  expect(count('select count(*) n from queues')).toBe(0);
  expect(platform.messages.length).toBe(states[0]?.n);
  const uuids = query('select key from outbox').map((row) => row.key);
  expect(new Set(uuids).size).toBe(uuids.length);
  expect(platform.messages.map((m) => m.uuid).sort()).toEqual(uuids.sort());

  // The database is whole, and so is the chain of its audit.
  expect(query('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  let head = '';
  for (const row of query('select * from audit order by seq')) {
    const { seq: _, hash, detail, ...entry } = row;
    const { at, actor, action, subject } = entry;
    const text = JSON.stringify({ at, actor, action, subject, detail: JSON.parse(String(detail)) });
    head = createHash('sha256').update(`${head}${text}`).digest('hex');
    expect(head).toBe(hash);
  }
  const repeats = platform.calls.filter((call) => call.startsWith('create')).length - platform.messages.length;
  console.log(
    `${KILLS} kills (seed ${SEED}): ${accepted.size} events accepted, ${leaves.length} leaves opened, ` +
      `${platform.messages.length} messages on the platform, ${repeats} repeats recognised by their keys; lost 0, double 0`,
  );
});
