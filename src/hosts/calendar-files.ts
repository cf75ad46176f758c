/** The announced years that ship with the project, and those that users have imported under `DATA_DIR/calendar/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcedCalendar, Calendar } from '../calendar/calendar.ts';
import { type Notice, parseNotice } from '../calendar/notice.ts';
import type { Day } from '../core/day.ts';

export const calendarFolder = (dataDir: string): string => join(dataDir, 'calendar');

/** Reads a notice file. Throws an `Error` that names every fault with its place. */
export function readNoticeFile(path: string): Notice {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}：读不出 JSON（${error instanceof Error ? error.message : ''}）`);
  }
  const parsed = parseNotice(json);
  if (!parsed.ok) throw new Error(parsed.faults.map((fault) => `${path}：${fault}`).join('\n'));
  return parsed.notice;
}

/** An imported year takes the place of the project's own. */
export function openCalendar(dataDir: string): Calendar {
  const folder = calendarFolder(dataDir);
  if (!existsSync(folder)) return announcedCalendar;
  const imported = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readNoticeFile(join(folder, name)));
  if (imported.length === 0) return announcedCalendar;
  const years = new Set(imported.map((notice) => notice.year));
  return new Calendar([...announcedCalendar.notices.filter((notice) => !years.has(notice.year)), ...imported]);
}

/** What is to be done where a year that is needed by now has no notice; null where nothing is. */
export function calendarWarning(calendar: Calendar, today: Day): string | null {
  const year = calendar.missingYear(today);
  return year === null
    ? null
    : `${year}年放假安排尚未导入，该年的工作日期限均为暂定。国务院办公厅发布后请执行：npm run calendar -- import 通知.json`;
}
