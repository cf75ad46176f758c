/** `npm run backup` beside a server at work, and back again. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditFaults, Inspection, integrityFaults } from '../chaos/verdict.ts';
import { ServerProcess } from '../support/server.ts';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'backup-'));
const backups = join(folder, 'copies');
const server = new ServerProcess({}, {});
const dataDir = join(server.folder, 'data');

beforeAll(() => server.start());
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true });
});

/** The command as its users call it; the server and the load beside it go on. */
function run(...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['src/cli/backup.ts', ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: unknown) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk: unknown) => (stderr += String(chunk)));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

async function say(text: string): Promise<void> {
  const answer = await fetch(`${server.address}/api/chat/linzi`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as: 'head-slj', say: text }),
  });
  expect(answer.status).toBe(200);
}

function look<R>(file: string, at: (database: Inspection) => R): R {
  const database = new Inspection(file);
  try {
    return at(database);
  } finally {
    database.close();
  }
}
const headOf = (file: string) => look(file, (db) => db.query('select seq, hash from audit order by seq desc limit 1'));
const copyOf = (): string => join(backups, readdirSync(backups).find((name) => /^linzi-.*\.sqlite$/.test(name)) ?? '');

test('a copy taken while messages come holds all that were answered before, whole, and for its owner alone', async () => {
  for (let n = 0; n < 20; n += 1) await say(`局长外出要提前几天报告？（${n}）`);
  let going = true;
  const load = (async () => {
    for (let n = 20; going; n += 1) await say(`局长外出要提前几天报告？（${n}）`);
  })();
  const taken = await run(backups);
  going = false;
  await load;
  expect([taken.status, taken.stderr]).toEqual([0, '']);
  expect(readdirSync(backups)).toEqual([expect.stringMatching(/^linzi-\d{8}-\d{6}\.sqlite$/)]);
  const copy = copyOf();
  expect(look(copy, (db) => [...integrityFaults(db), ...auditFaults(db)])).toEqual([]);
  expect(look(copy, (db) => db.count('select count(*) n from inbox'))).toBeGreaterThanOrEqual(20);
  const [head] = headOf(copy);
  expect(taken.stdout).toContain(`末条第${head?.seq}号，校验值 ${head?.hash}`);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
});

test('copies whose time is over go with the next one that is whole; other files stay', async () => {
  const others = ['linzi-20240101-000000.sqlite.gz', 'other-20240101-000000.sqlite', 'notes.txt'];
  for (const name of ['linzi-20240101-000000.sqlite', ...others]) writeFileSync(join(backups, name), '');
  expect((await run(backups)).stdout).toContain('保存期满');
  const left = readdirSync(backups);
  expect(left).toEqual(expect.arrayContaining(others));
  expect(left).not.toContain('linzi-20240101-000000.sqlite');
});

test('put back, it is what the server goes on with; what was there before stays beside it', async () => {
  await say('帮助');
  await server.stop('SIGTERM');
  const [head] = headOf(copyOf());
  const restored = await run('restore', copyOf(), '--district', 'linzi');
  expect([restored.status, restored.stderr]).toEqual([0, '']);
  expect(headOf(join(dataDir, 'linzi.sqlite'))).toEqual([head]);
  expect(readdirSync(dataDir).some((name) => name.startsWith('linzi.sqlite.before-'))).toBe(true);
  await server.start();
  await say('帮助');
  expect(look(join(dataDir, 'linzi.sqlite'), auditFaults)).toEqual([]);
});

test('a copy that was damaged, or changed, is not put back', async () => {
  const bytes = readFileSync(copyOf());
  const broken = join(folder, 'broken.sqlite');
  writeFileSync(broken, bytes.fill(7, 4096 * 3, 4096 * 5));
  const before = readFileSync(join(dataDir, 'linzi.sqlite'));
  const refused = await run('restore', broken, '--district', 'linzi');
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('未恢复');
  expect(readFileSync(join(dataDir, 'linzi.sqlite')).equals(before)).toBe(true);
});

test('what cannot be done says what is meant', async () => {
  expect(await run('restore', 'x')).toMatchObject({ status: 1, stderr: expect.stringContaining('用法') });
  expect((await run('restore', join(folder, 'none'), '--district', 'linzi')).stderr).toContain('不存在');
});
