/**
 * The whole server while its storage fails: never a 2xx without a commit, `/readyz` red, recovery by itself, and what the
 * platform then brings again is there once.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DingtalkPlatform } from '../support/dingtalk-platform.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { ServerProcess } from '../support/server.ts';
import { CHANNELS, type Event, KEYS, makeEvent, sleep } from './load.ts';
import { auditFaults, effectFaults, Inspection, integrityFaults, keyedFaults, unkeyedFaults } from './verdict.ts';

/** A fault shows, and is gone, within some five seconds; a busy machine may take longer. */
const SHOWN_MS = 20_000;
const EVENTS_IN_TROUBLE = 6;

const feishu = new FeishuPlatform();
const dingtalk = new DingtalkPlatform();
const accepted: Event[] = [];
let server: ServerProcess;
let made = 0;

const databaseFile = (): string => join(server.folder, 'data', 'linzi.sqlite');
const befall = (fault: string): void => writeFileSync(join(server.folder, 'fault'), fault);

beforeAll(async () => {
  const addresses = { FEISHU_BASE_URL: await feishu.listen(), DINGTALK_BASE_URL: await dingtalk.listen() };
  server = new ServerProcess(CHANNELS, { ...KEYS, ...addresses });
  befall('');
  await server.start({ preload: 'storage-faults.mjs', env: { FAULT_FILE: join(server.folder, 'fault') } });
}, 30_000);

afterAll(async () => {
  await server.remove();
  await feishu.close();
  await dingtalk.close();
});

async function bring(event: Event): Promise<number> {
  const response = await fetch(`${server.address}/webhook/${event.path}/linzi`, { method: 'POST', ...event.call });
  await response.arrayBuffer();
  return response.status;
}

const ready = async (): Promise<number> => (await fetch(`${server.address}/readyz`)).status;
const untilReadyIs = (status: number) => expect.poll(ready, { timeout: SHOWN_MS, interval: 100 }).toBe(status);

function inspect<R>(look: (database: Inspection) => R): R {
  const database = new Inspection(databaseFile());
  try {
    return look(database);
  } finally {
    database.close();
  }
}

const isStored = ({ id }: Event): boolean =>
  inspect((database) => database.query('select 1 from inbox where id = ?', id).length > 0);

/** Goes through one trouble: events before, in and after it. */
async function suffer(begin: () => void, end: () => void): Promise<void> {
  const before = makeEvent(made++);
  expect(await bring(before)).toBe(200);
  accepted.push(before);
  begin();
  await untilReadyIs(503);
  const events = Array.from({ length: EVENTS_IN_TROUBLE }, () => makeEvent(made++));
  const answers = await Promise.all(events.map(bring));
  for (const [i, event] of events.entries()) {
    expect([200, 503]).toContain(answers[i]);
    if (answers[i] === 200) expect(isStored(event), event.id).toBe(true);
  }
  expect(answers).toContain(503);
  expect(await ready()).toBe(503);
  end();
  await untilReadyIs(200);
  for (const event of events) {
    await expect.poll(() => bring(event), { timeout: SHOWN_MS }).toBe(200);
    accepted.push(event);
  }
}

test('a full disk', () =>
  suffer(
    () => befall('full'),
    () => befall(''),
  ));

test('files that may only be read', () =>
  suffer(
    () => befall('read-only'),
    () => befall(''),
  ));

test('a disk with errors', () =>
  suffer(
    () => befall('broken'),
    () => befall(''),
  ));

test('another process that holds the lock', () => {
  let other: Database.Database;
  return suffer(
    () => {
      other = new Database(databaseFile());
      other.exec('begin immediate');
    },
    () => {
      other.exec('rollback');
      other.close();
    },
  );
});

test('a folder that takes no files shows, although nobody writes to a database', async () => {
  const data = join(server.folder, 'data');
  renameSync(data, `${data}-away`);
  await untilReadyIs(503);
  renameSync(`${data}-away`, data);
  await untilReadyIs(200);
});

test('a start while the lock is held: it comes up and sends once it can', async () => {
  await server.stop('SIGKILL');
  const other = new Database(databaseFile());
  other.exec('begin immediate');
  await server.start();
  await untilReadyIs(503);
  other.exec('rollback');
  other.close();
  await untilReadyIs(200);
  const event = makeEvent(made++);
  expect(await bring(event)).toBe(200);
  accepted.push(event);
});

test('after all that every event acted once and everything was sent once', async () => {
  const waiting = `select count(*) n from outbox where state in ('pending', 'sending')`;
  for (let waited = 0; inspect((db) => db.count(waiting)) > 0 && waited < 40_000; waited += 200) await sleep(200);
  const faults = inspect((db) => [
    ...effectFaults(db, accepted),
    ...keyedFaults(db, 'feishu', feishu.messages),
    ...unkeyedFaults(db, 'dingtalk', dingtalk.messages),
    ...integrityFaults(db),
    ...auditFaults(db),
  ]);
  expect(faults).toEqual([]);
  expect(inspect((db) => db.count('select count(*) n from inbox'))).toBe(accepted.length);
}, 60_000);
