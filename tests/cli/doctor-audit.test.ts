/** `npm run doctor` over an audit that somebody with the database in hand has changed, whatever way. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { checkDatabases, databaseFile, type KeptHead } from '../../src/cli/doctor/database.ts';
import { sha256 } from '../../src/cli/rehearsal.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-audit-'));
  mkdirSync(join(folder, 'data'));
  file = databaseFile(join(folder, 'data'), 'linzi');
  add('一', '二', '三', '四', '五');
});
afterEach(() => rmSync(folder, { recursive: true }));

function add(...actions: string[]): void {
  const { db, close } = openDatabase(file);
  const { audit } = openStore(db);
  for (const action of actions) {
    const entry = { at: 0, actor: 'bot', action, subject: null, detail: {} };
    audit.add({ ...entry, hash: sha256(audit.head() + JSON.stringify(entry)) });
  }
  close();
}

const about = (kept: readonly KeptHead[] = []) =>
  checkDatabases(join(folder, 'data'), ['linzi'], Date.now(), kept).filter((f) => f.about === '审计（linzi）');
const faults = (kept?: readonly KeptHead[]): string[] =>
  about(kept).flatMap(({ mark, says }) => (mark === 'bad' ? [says] : []));

/** What somebody notes elsewhere of what the doctor says. */
function noted(): KeptHead[] {
  const [, seq, hash = ''] = /末条第(\d+)号，校验值 ([0-9a-f]{64})/.exec(about()[0]?.says ?? '') ?? [];
  return [{ district: 'linzi', seq: Number(seq), hash }];
}

/** Writes every row's hash anew, as whoever hides a change would. */
function chainAnew(connection: Database.Database): void {
  let head = '';
  for (const row of connection.prepare('select * from audit order by seq').all() as Record<string, unknown>[]) {
    const { at, actor, action, subject, detail, seq } = row;
    const entry = { at, actor, action, subject, detail: JSON.parse(String(detail)) as unknown };
    head = sha256(head + JSON.stringify(entry));
    connection.prepare('update audit set hash = ? where seq = ?').run(head, seq);
  }
}

const FORGE = "update audit set action = '假' where seq = 2";
const TAMPERINGS: [string, (connection: Database.Database) => void][] = [
  ['a row edited', (c) => c.exec(FORGE)],
  ['one inside deleted', (c) => c.exec('delete from audit where seq = 3')],
  [
    'two changed about',
    (c) => {
      for (const [from, to] of [
        [2, 99],
        [3, 2],
        [99, 3],
      ])
        c.prepare('update audit set seq = ? where seq = ?').run(to, from);
    },
  ],
  ['its end cut off', (c) => c.exec('delete from audit where seq >= 4')],
  ['all of it dropped', (c) => c.exec("delete from audit; delete from sqlite_sequence where name = 'audit'")],
  [
    'chained anew after an edit',
    (c) => {
      c.exec(FORGE);
      chainAnew(c);
    },
  ],
];

test.each(
  TAMPERINGS,
)('%s is found out against a head that was noted elsewhere, whatever came afterwards', (_, tamper) => {
  const kept = noted();
  add('六');
  expect(faults(kept)).toEqual([]);
  const connection = new Database(file);
  tamper(connection);
  connection.close();
  add('七');
  expect(faults(kept)).not.toEqual([]);
});

test('a database that is gone does not agree with the head noted elsewhere', () => {
  const kept = noted();
  rmSync(file);
  expect(faults(kept)).toEqual([expect.stringContaining('第5号与另处留存的校验值不一致')]);
});
