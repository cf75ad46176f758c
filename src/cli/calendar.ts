/** `npm run calendar`: the announced years; `npm run calendar -- import FILE` takes a new year's notice. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf } from '../core/day.ts';
import { calendarFolder, calendarWarning, openCalendar, readNoticeFile } from '../hosts/calendar-files.ts';
import { readArguments, UsageError } from './arguments.ts';

const USAGE = '用法：npm run calendar（列出已有年度），npm run calendar -- import 通知.json（导入新一年放假安排）';

function main(): void {
  const { words } = readArguments(process.argv.slice(2), {});
  const dataDir = process.env.DATA_DIR || './data';
  const [verb, file] = words;
  if (verb === undefined) {
    const calendar = openCalendar(dataDir);
    for (const { year, title, number, date } of calendar.notices) {
      process.stdout.write(`${year}　${title}${number ? `（${number}）` : ''}${date ? `　${date}` : ''}\n`);
    }
    process.stdout.write(`工作日可推算至 ${calendar.coveredUntil}，此后的期限均注明为暂定。\n`);
    const warning = calendarWarning(calendar, dayOf(Date.now()));
    if (warning) process.stdout.write(`提醒：${warning}\n`);
    return;
  }
  if (verb !== 'import' || !file) throw new UsageError([USAGE]);
  const notice = readNoticeFile(file);
  mkdirSync(calendarFolder(dataDir), { recursive: true });
  writeFileSync(join(calendarFolder(dataDir), `${notice.year}.json`), `${JSON.stringify(notice, null, 1)}\n`);
  process.stdout.write(
    `已导入${notice.year}年放假安排：${notice.title}${notice.number ? `（${notice.number}）` : ''}。重新启动后生效。\n`,
  );
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
