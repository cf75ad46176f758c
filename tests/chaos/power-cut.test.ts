/**
 * Power cuts: copies of the database whose write-ahead log ends at a frame, or within one, and copies cut off while the log
 * was being written back. Every event that was acknowledged by then is there with its effects, none has half of them.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { Random } from '../simulation/random.ts';
import { openLinzi } from '../support/district.ts';
import { auditFaults, effectFaults, Inspection, integrityFaults } from './verdict.ts';

const CUTS = Number(process.env.CUTS ?? 500);
const WAL_HEADER = 32;
const FRAME_HEADER = 24;
const PAGE = 4096;
const FRAME = FRAME_HEADER + PAGE;
const DAY_MS = 86_400_000;
const SENDERS = ['head-slj', 'head-czj', 'head-jtj', 'head-nyj'];

interface Acknowledged {
  id: string;
  kind: 'question' | 'leave';
  /** How long the log was when it was acknowledged, in bytes. */
  logged: number;
}

const folder = mkdtempSync(join(tmpdir(), 'power-cut-'));
const file = join(folder, 'linzi.sqlite');
const random = new Random(20260302);
const district = openLinzi(file, []);
let made = 0;

afterAll(async () => {
  await district.stop();
  rmSync(folder, { recursive: true });
});

/** Messages one after another, some of them together, until the log has grown to `bytes`. */
async function work(bytes: number): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const logged = (): number => statSync(`${file}-wal`).size;
  while (logged() < bytes) {
    const together = Array.from({ length: random.between(1, 4) }, async () => {
      const n = made++;
      const kind = n % 3 === 0 ? 'leave' : 'question';
      const day = new Date(Date.now() + (20 + n) * DAY_MS);
      const date = `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
      const text =
        kind === 'leave'
          ? `请假：${date}一天，去济南参加第${n}期培训，由副局长马志远代为主持工作`
          : '局长外出要提前几天报告？';
      const id = `cut-${n}`;
      const person = SENDERS[n % SENDERS.length] ?? '';
      await district.receive({ id, person, group: null, at: Date.now(), text });
      acknowledged.push({ id, kind, logged: logged() });
    });
    await Promise.all(together);
  }
  return acknowledged;
}

/** What is wrong with a database that the power left so. */
function faultsOf(main: Buffer, log: Buffer, acknowledged: readonly Acknowledged[]): string[] {
  const copy = join(folder, 'copy.sqlite');
  for (const part of ['-wal', '-shm']) rmSync(`${copy}${part}`, { force: true });
  writeFileSync(copy, main);
  writeFileSync(`${copy}-wal`, log);
  const database = new Inspection(copy);
  try {
    return [
      ...integrityFaults(database),
      ...auditFaults(database),
      ...effectFaults(
        database,
        acknowledged.filter(({ logged }) => logged <= log.length),
      ),
      ...halves(database),
    ];
  } finally {
    database.close();
  }
}

/** A message without an answer, a leave without a matter. */
const halves = (database: Inspection): string[] =>
  database
    .query(
      `select i.id from inbox i where not exists (select 1 from outbox o where o.cause = i.id)
        or (i.body like '%请假%' and not exists (
          select 1 from outbox o join matters m on m.id = o.matter where o.cause = i.id and o.status = 'submitted'))`,
    )
    .map(({ id }) => `${id} is there by half`);

/** Where the log ends: after each of its frames, and somewhere within the next. */
const cutsOf = (log: Buffer): number[] =>
  Array.from({ length: Math.floor((log.length - WAL_HEADER) / FRAME) + 1 }, (_, frames) => {
    const end = WAL_HEADER + frames * FRAME;
    return frames % 3 === 2 ? Math.min(log.length, end + random.between(1, FRAME - 1)) : end;
  });

/** Pages of both files in any mixture: some were written back when the power went. */
function partlyWritten(before: Buffer, after: Buffer): Buffer {
  const mixed = Buffer.from(after);
  for (let at = 0; at < before.length; at += PAGE) if (random.chance(0.5)) before.copy(mixed, at, at, at + PAGE);
  return mixed;
}

test(`${CUTS} cuts lose nothing that was acknowledged`, { timeout: 60_000 + CUTS * 200 }, async () => {
  const connection = new Database(file);
  const everything: Acknowledged[] = [];
  const faults: string[] = [];
  let cuts = 0;
  for (; cuts < CUTS; ) {
    connection.pragma('wal_checkpoint(truncate)');
    const main = readFileSync(file);
    for (const one of everything) one.logged = 0;
    everything.push(...(await work(200 * FRAME)));
    const log = readFileSync(`${file}-wal`);
    for (const end of cutsOf(log)) {
      faults.push(...faultsOf(main, log.subarray(0, end), everything).map((fault) => `cut at ${end}: ${fault}`));
      cuts += 1;
    }
    copyFileSync(file, join(folder, 'written.sqlite'));
    copyFileSync(`${file}-wal`, join(folder, 'written.sqlite-wal'));
    const writing = new Database(join(folder, 'written.sqlite'));
    writing.pragma('wal_checkpoint(full)');
    writing.close();
    const written = readFileSync(join(folder, 'written.sqlite'));
    for (let i = 0; i < 10; i++) {
      faults.push(...faultsOf(partlyWritten(main, written), log, everything).map((fault) => `written back: ${fault}`));
      cuts += 1;
    }
  }
  connection.close();
  expect(faults).toEqual([]);
  console.log(`${cuts} power cuts, ${everything.length} events acknowledged, 0 lost`);
});
