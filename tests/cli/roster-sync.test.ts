/** `npm run roster -- sync feishu` as its users run it, against the stand-in of the platform. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { exampleRoster } from '../../src/cli/files.ts';
import { type RosterFile, withAccounts } from '../../src/core/roster.ts';
import { ContactBook } from '../support/feishu-contacts.ts';
import { FEISHU_KEYS } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';

const ROOT = join(import.meta.dirname, '../..');

let folder: string;
let platform: FeishuPlatform;
let book: ContactBook;
let baseUrl: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sync-'));
  platform = new FeishuPlatform();
  book = new ContactBook();
  platform.contacts = book;
  baseUrl = await platform.listen();
  book.departments.set('od-1', '水利局');
  book.users.push(
    { user_id: 'u_zhu', open_id: 'ou_zhu', name: '朱佳宁', departments: ['od-1'] },
    { user_id: 'u_yan', open_id: 'ou_yan', name: '严子函', departments: ['od-1'] },
    { user_id: 'u_new', open_id: 'ou_new', name: '马志远', departments: ['od-1'] },
    { user_id: 'u_cao', open_id: 'ou_cao', name: '曹立新', departments: [], status: { is_resigned: true } },
  );
  within((store) => {
    const channels = { feishu: { u_yan: 'staff-slj', u_cao: 'staff-fgj' } };
    store.rosters.add({ ...exampleRoster('linzi'), channels }, Date.now());
  });
});
afterEach(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

function within<R>(work: (store: ReturnType<typeof openStore>) => R): R {
  const database = openDatabase(join(folder, 'linzi.sqlite'));
  try {
    return work(openStore(database.db));
  } finally {
    database.close();
  }
}
const stored = (): RosterFile =>
  within((store) => withAccounts(store.rosters.current() as RosterFile, store.accounts.all()));

async function sync(env: Record<string, string>, ...more: string[]): Promise<{ code: number | null; said: string }> {
  const args = ['src/cli/roster.ts', 'sync', 'feishu', '--district', 'linzi', ...more];
  const own = { PATH: process.env.PATH ?? '', DATA_DIR: folder };
  const child = spawn(process.execPath, ['--import', './src/hosts/quick-start.mjs', ...args], {
    cwd: ROOT,
    env: { ...own, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: unknown) => (said += String(chunk)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, said })));
}
const keys = (): Record<string, string> => ({
  FEISHU_BASE_URL: baseUrl,
  FEISHU_LINZI_APP_ID: FEISHU_KEYS.appId,
  FEISHU_LINZI_APP_SECRET: FEISHU_KEYS.appSecret,
  FEISHU_LINZI_ENCRYPT_KEY: FEISHU_KEYS.encryptKey,
  FEISHU_LINZI_VERIFICATION_TOKEN: FEISHU_KEYS.verificationToken,
});

test('a dry run lists everything and writes nothing; applied, it is written; again, nothing is left to do', async () => {
  const before = stored();
  const dry = await sync(keys());
  expect(dry.said).toMatch(/对应账号 朱佳宁/);
  expect(dry.said).toMatch(/改名 严子涵.*→ 严子函/);
  expect(dry.said).toMatch(/新增 马志远（水利局，工作人员）/);
  expect(dry.said).toMatch(/离职 曹立新/);
  expect(dry.said).toContain('试运行：未写入');
  expect(dry.code).toBe(0);
  expect(stored()).toEqual(before);

  expect((await sync(keys(), '--apply')).said).toContain('已写入名册');
  const after = stored();
  expect(after.channels?.feishu).toMatchObject({ u_zhu: 'head-slj', ou_zhu: 'head-slj', ou_yan: 'staff-slj' });
  expect(after.channels?.feishu).not.toHaveProperty('u_cao');
  expect(after.people.find((p) => p.id === 'staff-slj')?.name).toBe('严子函');
  expect(after.people.some((p) => p.id === 'staff-fgj')).toBe(false);
  expect(after.bodies).toEqual(before.bodies);
  expect((await sync(keys(), '--apply')).said).toContain('无须写入');
}, 60_000);

test('what is wrong is said, and nothing is written', async () => {
  const before = stored();
  expect(await sync({}, '--apply')).toMatchObject({
    code: 1,
    said: expect.stringContaining('没有设置 linzi 的飞书应用'),
  });
  book.troubles.push({ status: 403, body: { code: 40004 } });
  expect(await sync(keys(), '--apply')).toMatchObject({ code: 1, said: expect.stringContaining('通讯录权限范围') });
  expect(stored()).toEqual(before);
}, 60_000);
