/** 名册、日历: who is to be reached, and the working days of the year to come. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../db/open.ts';
import { openStore } from '../../../db/store.ts';
import type { Config } from '../../config.ts';
import { dayOf } from '../../core/day.ts';
import { CHANNEL_IDS, type ChannelName, Roster, type RosterFile, withAccounts } from '../../core/roster.ts';
import { calendarWarning, openCalendar } from '../../hosts/calendar-files.ts';
import { UsageError } from '../arguments.ts';
import { exampleRoster, loadRoster } from '../files.ts';
import { databaseFile } from './database.ts';
import { bad, type Finding, good, skipped, warning } from './finding.ts';

export function checkCalendar(dataDir: string, now: number): Finding {
  try {
    const calendar = openCalendar(dataDir);
    const missing = calendarWarning(calendar, dayOf(now));
    return missing === null
      ? good('放假安排', `工作日可推算至 ${calendar.coveredUntil}`)
      : warning('放假安排', missing, '照 src/calendar/notices/ 中往年文件的格式写成 JSON 后导入');
  } catch (error) {
    return bad('放假安排', error instanceof Error ? error.message : '读取出错', '改正或删除该文件后重新导入');
  }
}

/** Rosters of districts that are in use: with an app, a database, or a file in the roster folder. */
export function checkRosters(config: Config, districts: readonly string[]): Finding[] {
  const { rosterDir } = config;
  if (rosterDir !== null && !existsSync(rosterDir))
    return [bad('名册', `ROSTER_DIR 指向的 ${rosterDir} 不存在`, '改正 ROSTER_DIR，或建立该目录并放入 <区>.json')];
  const findings = districts.flatMap((id) => {
    const channels = CHANNEL_IDS.filter((name) => config[name].districts.has(id));
    const found = readBest(config, id);
    if (!found && channels.length === 0) return [];
    return rosterFindings(`名册（${id}）`, found, channels, id);
  });
  return findings.length > 0 ? findings : [skipped('名册', '尚无在用的区，试用时采用示例名册')];
}

type Read = { roster: RosterFile } | { faults: readonly string[] };

/** The database's, with what people bound themselves; before the first start, the file's. */
function readBest(config: Config, district: string): Read | undefined {
  const file = databaseFile(config.dataDir, district);
  if (existsSync(file)) {
    try {
      const database = openDatabase(file);
      try {
        const store = openStore(database.db);
        const roster = store.rosters.current();
        if (roster) return { roster: withAccounts(roster, store.accounts.all()) };
      } finally {
        database.close();
      }
    } catch {
      // What ails the database is told by its own check.
      return undefined;
    }
  }
  const own = config.rosterDir && join(config.rosterDir, `${district}.json`);
  if (!own || !existsSync(own)) return undefined;
  try {
    return { roster: loadRoster(own, district) };
  } catch (error) {
    return { faults: error instanceof UsageError ? error.faults : ['读取出错'] };
  }
}

function rosterFindings(
  about: string,
  read: Read | undefined,
  channels: readonly ChannelName[],
  district: string,
): Finding[] {
  const how = `用 npm run roster -- import 名册.json --district ${district} 导入本区名册`;
  if (!read) return [bad(about, '没有本区名册，启动后将采用示例名册', how)];
  if ('faults' in read) return read.faults.map((fault) => bad(about, fault, '改正后重新启动或导入'));
  const roster = new Roster(read.roster);
  const isExample = JSON.stringify(read.roster.people) === JSON.stringify(exampleRoster(district).people);
  if (isExample && channels.length > 0) return [bad(about, '已接入办公平台，但仍是示例名册', how)];
  const office = roster.receiversOf('government-office');
  const reachable = new Set(channels.flatMap((name) => Object.values(read.roster.channels?.[name] ?? {})));
  const missing = roster.people.filter((p) => !reachable.has(p.id)).length;
  const ways = `或由区政府办公室发绑定码：npm run roster -- code 姓名 --district ${district}`;
  return [
    isExample ? skipped(about, `示例名册，${roster.people.length}人`) : good(about, `${roster.people.length}人`),
    ...(office.length === 0
      ? [bad(about, '没有设区政府办公室的接收人', '在名册的 bodies 中写明 government-office')]
      : []),
    ...(channels.length === 0 ? [] : [accountFinding(about, roster.people.length, missing, ways)]),
    ...(channels.length > 0 && office.length > 0 && !office.some((p) => reachable.has(p.id))
      ? [bad(about, '区政府办公室的接收人都没有平台账号，收不到任何通知', `在名册的 channels 中写明，${ways}`)]
      : []),
  ];
}

function accountFinding(about: string, all: number, missing: number, ways: string): Finding {
  return missing === 0
    ? good(about, '全部人员都有平台账号')
    : warning(about, `${all}人中${missing}人没有平台账号，收不到消息`, `在名册的 channels 中写明，${ways}`);
}
