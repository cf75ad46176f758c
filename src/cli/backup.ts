/**
 * `npm run backup -- FOLDER`: copies of all databases while the server runs; `npm run backup -- restore FILE --district ID`
 * puts one back. A copy counts only once it has been read through; earlier ones whose time is over are deleted then.
 * Exit status 1 when anything was wrong.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { copyDatabase, openDatabase } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { retentionDaysOf } from '../config.ts';
import { brokenLink, headOf } from '../hosts/audit-chain.ts';
import { readArguments, UsageError } from './arguments.ts';
import { sha256 } from './rehearsal.ts';

const USAGE = [
  '用法：npm run backup -- 备份目录（运行中也可备份；每区一个文件）',
  '　　　npm run backup -- restore 备份文件 --district 区名（先停止服务）',
].join('\n');

/** People's matters are in it: for the owner alone. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

const DAY_MS = 86_400_000;

/** What is wrong with a database file, in Chinese, and what somebody notes of one that is whole. */
function inspect(file: string): { fault: string } | { says: string } {
  try {
    const { db, close } = openDatabase(file);
    try {
      const [answer] = db.all<{ integrity_check: string }>(sql`pragma integrity_check`);
      if (answer?.integrity_check !== 'ok') return { fault: '完整性检查未通过' };
      const store = openStore(db);
      const broken = brokenLink(store, sha256);
      if (broken !== null) return { fault: `审计第${broken}条与前一条不相连` };
      const head = headOf(store);
      return { says: head ? `完整，审计末条第${head.seq}号，校验值 ${head.hash}` : '完整，尚无审计记录' };
    } finally {
      // The last to close carries the log over: the copy is one file.
      close();
    }
  } catch (error) {
    return { fault: `读不出来（${(error as { code?: string }).code ?? 'unknown'}）` };
  }
}

/** A copy's name, as this command gives it. */
const COPY = /^([\w-]+)-(\d{8}-\d{6})\.sqlite$/;

/** @example stampOf(0) // '19700101-080000' */
const stampOf = (at: number): string =>
  new Date(at + 8 * 3_600_000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

async function backUp(dataDir: string, folder: string, now: number, retentionDays: number): Promise<boolean> {
  const files = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.endsWith('.sqlite')) : [];
  if (files.length === 0) throw new UsageError([`${dataDir} 中没有数据库`]);
  mkdirSync(folder, { recursive: true, mode: OWN_FOLDER });
  let isWell = true;
  for (const name of files) {
    const copy = join(folder, `${basename(name, '.sqlite')}-${stampOf(now)}.sqlite`);
    await copyDatabase(join(dataDir, name), copy);
    chmodSync(copy, OWN_FILE);
    const found = inspect(copy);
    isWell &&= 'says' in found;
    process.stdout.write(`${'says' in found ? '✓' : '✗'} ${copy}：${'says' in found ? found.says : found.fault}\n`);
  }
  if (isWell) removeOver(folder, new Set(files.map((name) => basename(name, '.sqlite'))), now - retentionDays * DAY_MS);
  return isWell;
}

/** Copies hold what the databases have deleted since: those of these districts from before then go. */
function removeOver(folder: string, districts: ReadonlySet<string>, before: number): void {
  for (const name of readdirSync(folder)) {
    const [, district = '', stamp = ''] = COPY.exec(name) ?? [];
    if (!districts.has(district) || stamp >= stampOf(before)) continue;
    rmSync(join(folder, name));
    process.stdout.write(`保存期满，已删除 ${join(folder, name)}\n`);
  }
}

/** What was there before is kept beside it. */
function restore(dataDir: string, file: string, district: string, now: number): void {
  if (!existsSync(file)) throw new UsageError([`备份文件不存在：${file}`]);
  const target = join(dataDir, `${district}.sqlite`);
  const fresh = `${target}.new`;
  mkdirSync(dataDir, { recursive: true, mode: OWN_FOLDER });
  copyFileSync(file, fresh);
  chmodSync(fresh, OWN_FILE);
  const found = inspect(fresh);
  if ('fault' in found) throw new UsageError([`${file}：${found.fault}，未恢复`]);
  const before = `${target}.before-${stampOf(now)}`;
  for (const end of ['', '-wal', '-shm']) if (existsSync(target + end)) renameSync(target + end, before + end);
  renameSync(fresh, target);
  process.stdout.write(`✓ ${target}：${found.says}\n`);
  if (existsSync(before)) process.stdout.write(`原有数据保留为 ${before}，确认无误后可删除。\n`);
  process.stdout.write('启动服务后生效；备份之后的消息不在其中，请提醒有关人员核对在办事项。\n');
}

async function main(): Promise<void> {
  const { words, options } = readArguments(process.argv.slice(2), { valued: ['district'] });
  const [first, file, ...more] = words;
  const dataDir = process.env.DATA_DIR || './data';
  const { district } = options;
  if (first === 'restore' && file && typeof district === 'string' && /^[\w-]+$/.test(district) && more.length === 0)
    restore(dataDir, file, district, Date.now());
  else if (first && first !== 'restore' && file === undefined && district === undefined)
    process.exitCode = (await backUp(dataDir, first, Date.now(), retentionDaysOf(process.env))) ? 0 : 1;
  else throw new UsageError([USAGE]);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
