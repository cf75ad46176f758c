/** 数据库: each district's file opens, is whole, keeps what is committed, and has room; what waits for somebody. */
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type OpenDatabase, openDatabase } from '../../../db/open.ts';
import { openStore, type Store } from '../../../db/store.ts';
import { type AuditHead, brokenLink, headOf, isKept } from '../../hosts/audit-chain.ts';
import { sha256 } from '../rehearsal.ts';
import { bad, type Finding, good, skipped, warning } from './finding.ts';

const MB = 1024 * 1024;
const LEAST_FREE_MB = 200;
const LITTLE_FREE_MB = 2_048;
/** `PRAGMA synchronous`: every commit reaches the disk. */
const FULL = 2;
/** A message that has waited so long is not merely queued. */
const LONG_WAIT_MS = 10 * 60_000;

export const databaseFile = (dataDir: string, district: string): string => join(dataDir, `${district}.sqlite`);

/** A head of a district's audit, as somebody kept it elsewhere. */
export interface KeptHead extends AuditHead {
  district: string;
}

export function checkDatabases(
  dataDir: string,
  districts: readonly string[],
  now: number,
  kept: readonly KeptHead[] = [],
): Finding[] {
  const lost = kept
    .filter(({ district }) => !existsSync(databaseFile(dataDir, district)))
    .map((head) => headFinding(head, false));
  if (!existsSync(dataDir)) return [skipped('数据目录', `${dataDir} 尚未建立，首次启动时创建`), ...lost];
  const own = districts.filter((id) => existsSync(databaseFile(dataDir, id)));
  return [
    ...spaceFindings(dataDir),
    ...(own.length === 0 ? [skipped('数据库', '尚无数据库，首次启动时创建')] : []),
    ...own.flatMap((id) => checkDatabase(databaseFile(dataDir, id), id, now, kept)),
    ...lost,
  ];
}

function spaceFindings(dataDir: string): Finding[] {
  try {
    accessSync(dataDir, constants.R_OK | constants.W_OK);
  } catch {
    return [bad('数据目录', `${dataDir} 不可读写`, '把目录的所有者改为运行本服务的用户')];
  }
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor((bavail * bsize) / MB);
  const says = `${dataDir} 所在磁盘剩余${free > 10_240 ? `${Math.floor(free / 1024)} GB` : `${free} MB`}`;
  const remedy = '清理磁盘或换到更大的磁盘；写不进去时本服务拒收消息，由平台稍后重发';
  if (free < LEAST_FREE_MB) return [bad('磁盘', says, remedy)];
  return [free < LITTLE_FREE_MB ? warning('磁盘', says, remedy) : good('磁盘', says)];
}

function checkDatabase(file: string, district: string, now: number, kept: readonly KeptHead[]): Finding[] {
  const about = `数据库（${district}）`;
  let database: OpenDatabase;
  try {
    database = openDatabase(file);
  } catch (error) {
    const code = error instanceof Error ? ((error as { code?: string }).code ?? error.name) : 'unknown';
    return [bad(about, `打不开或不能升级表结构（${code}）`, '先停止服务并备份该文件，再从备份恢复或联系维护人员')];
  }
  try {
    const store = openStore(database.db);
    return [
      wholeFinding(about, database),
      flushFinding(about, database),
      ...auditFindings(district, store, kept),
      ...sendFindings(district, store, now),
    ];
  } catch (error) {
    const code = error instanceof Error ? ((error as { code?: string }).code ?? error.name) : 'unknown';
    return [bad(about, `读取出错（${code}）`, '先停止服务并备份该文件，再从备份恢复')];
  } finally {
    database.close();
  }
}

function wholeFinding(about: string, { db }: OpenDatabase): Finding {
  const answers = db.all<{ quick_check: string }>(sql`pragma quick_check`);
  return answers.length === 1 && answers[0]?.quick_check === 'ok'
    ? good(about, '表结构为最新，完整性检查通过')
    : bad(about, '完整性检查未通过', '停止服务，备份该文件，从最近的备份恢复');
}

function flushFinding(about: string, { db }: OpenDatabase): Finding {
  const [answer] = db.all<{ synchronous: number }>(sql`pragma synchronous`);
  return answer?.synchronous === FULL
    ? good(about, '提交即落盘（synchronous=FULL）')
    : bad(about, '提交没有即时落盘', '不要改动 db/open.ts 中的 synchronous 设置');
}

function auditFindings(district: string, store: Store, kept: readonly KeptHead[]): Finding[] {
  const about = `审计（${district}）`;
  const broken = brokenLink(store, sha256);
  const head = headOf(store);
  const last = head ? `，末条第${head.seq}号，校验值 ${head.hash}` : '';
  return [
    broken === null
      ? good(about, `${store.audit.count()}条记录首尾相连${last}`)
      : bad(about, `第${broken}条与前一条不相连，记录可能被改动`, '保留现场，对照备份查明；此后的记录仍可使用'),
    ...kept.filter((one) => one.district === district).map((one) => headFinding(one, isKept(store, one))),
  ];
}

const headFinding = ({ district, seq }: KeptHead, stands: boolean): Finding =>
  stands
    ? good(`审计（${district}）`, `第${seq}号与另处留存的校验值一致`)
    : bad(
        `审计（${district}）`,
        `第${seq}号与另处留存的校验值不一致，或已不存在，记录可能被截断或整体改写`,
        '保留现场，对照备份查明',
      );

function sendFindings(district: string, store: Store, now: number): Finding[] {
  const sends = `发送（${district}）`;
  const waiting = store.queues.nextDue();
  const givenUp = store.outbox.countIn('uncertain') + store.outbox.countIn('failed');
  return [
    waiting !== null && waiting < now - LONG_WAIT_MS
      ? warning(sends, '有消息等待发送已超过10分钟', '确认服务正在运行、能连上平台，见上面的平台检查')
      : good(sends, '没有积压'),
    givenUp === 0
      ? good(sends, '没有待核实或发送失败的消息')
      : warning(sends, `${givenUp}件待核实或发送失败`, '在控制台“待核实”页处理，或由区政府办公室对助手说“待核实”'),
  ];
}
