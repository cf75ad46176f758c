/** `npm run roster`: a new roster, taken whole or not at all; a binding code for one of its people. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { issueCode } from '../bot/binding.ts';
import { Bot } from '../bot/bot.ts';
import { announcedCalendar } from '../calendar/calendar.ts';
import { Roster, type RosterFile } from '../core/roster.ts';
import { POSITIONS } from '../core/vocabulary.ts';
import { makeCode } from '../hosts/codes.ts';
import { type Arguments, readArguments, UsageError } from './arguments.ts';
import { loadRoster, openLibrary } from './files.ts';
import { sha256 } from './rehearsal.ts';
import { syncRoster } from './roster-sync.ts';

const USAGE = [
  '用法：npm run roster -- import 名册.json --district 区名 [--dry-run]',
  '　　　npm run roster -- sync feishu --district 区名 [--apply]（与飞书通讯录比较；加 --apply 才写入）',
  '　　　npm run roster -- code 姓名或编号 --district 区名（发一个绑定码）',
].join('\n');

/** What changes for whom, a line each. */
export function differences(before: RosterFile | undefined, after: RosterFile): string[] {
  const old = new Map(before?.people.map((p) => [p.id, p]));
  const now = new Map(after.people.map((p) => [p.id, p]));
  const lines: string[] = [];
  for (const p of after.people) {
    const known = old.get(p.id);
    if (!known) lines.push(`新增 ${p.name}（${p.unit}，${POSITIONS[p.position]}）`);
    else if (JSON.stringify(known) !== JSON.stringify(p))
      lines.push(`变更 ${p.name}（${p.unit}，${POSITIONS[p.position]}）`);
  }
  for (const p of old.values()) if (!now.has(p.id)) lines.push(`移除 ${p.name}（${p.unit}）`);
  return lines;
}

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), { valued: ['district'], flags: ['dry-run', 'apply'] });
  const [verb, what] = given.words;
  const district = typeof given.options.district === 'string' ? given.options.district : undefined;
  if (!what || !district) throw new UsageError([USAGE]);
  const library = openLibrary();
  if (!library.has(district))
    throw new UsageError([`没有“${district}”的规则，可用：${library.districts().join('、')}`]);
  if (verb === 'import') importRoster(what, district, given.options);
  else if (verb === 'code') sayCode(what, district);
  else if (verb === 'sync' && what === 'feishu') await sync(district, given.options.apply === true);
  else throw new UsageError([USAGE]);
}

const databaseOf = (district: string): string => join(process.env.DATA_DIR || './data', `${district}.sqlite`);

function importRoster(file: string, district: string, options: Arguments['options']): void {
  const roster = loadRoster(file, district);
  const path = databaseOf(district);
  if (options['dry-run'] && !existsSync(path)) {
    process.stdout.write(`${differences(undefined, roster).join('\n')}\n试运行：未写入。\n`);
    return;
  }
  mkdirSync(process.env.DATA_DIR || './data', { recursive: true });
  const database = openDatabase(path);
  try {
    const store = openStore(database.db);
    const lines = differences(store.rosters.current(), roster);
    process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : '与现有名册一致。\n');
    if (options['dry-run']) process.stdout.write('试运行：未写入。\n');
    else {
      store.rosters.add(roster, Date.now());
      process.stdout.write('名册已导入，重新启动后生效。\n');
    }
  } finally {
    database.close();
  }
}

async function sync(district: string, apply: boolean): Promise<void> {
  const database = openDatabase(existing(district));
  try {
    const lines = await syncRoster(openStore(database.db), district, apply);
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    database.close();
  }
}

function existing(district: string): string {
  const path = databaseOf(district);
  if (!existsSync(path)) throw new UsageError([`${district} 还没有数据库，请先导入名册或启动一次：npm start`]);
  return path;
}

/** For the first person of an office, before anybody can ask in a chat; a running server knows the code at once. */
function sayCode(who: string, district: string): void {
  const database = openDatabase(existing(district));
  try {
    const store = openStore(database.db);
    const file = store.rosters.current();
    const people = file?.people.filter((p) => p.id === who || p.name === who) ?? [];
    const [person, ...others] = people;
    if (!file || !person) throw new UsageError([`名册中没有“${who}”`]);
    if (others.length > 0)
      throw new UsageError([`名册中有${people.length}位“${who}”，请写编号：${people.map((p) => p.id).join('、')}`]);
    const bot = new Bot({
      district,
      library: openLibrary(),
      store,
      roster: new Roster(file),
      calendar: announcedCalendar,
      sha256,
      signInAt: null,
      makeCode,
      channelOf: () => null,
    });
    const code = bot.act(Date.now(), null, (turn) => issueCode(turn, 'console', person.id));
    process.stdout.write(
      `${person.name}（${person.unit}）的绑定码：${code}\n24小时内有效，只能使用一次；由本人在办公平台的单聊中直接发给本助手。\n`,
    );
  } finally {
    database.close();
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
