/**
 * Days and instants at Beijing time, without the machine's clock or zone.
 * A `Day` is `YYYY-MM-DD`; an `Instant` is milliseconds since 1970-01-01T00:00:00Z.
 */
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

export type Day = string;
export type Instant = number;

export const DAY_MS = 86_400_000;
/** China keeps one zone, +08:00, without summer time. */
const BEIJING_MS = 8 * 3_600_000;

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** @example epochDay('1970-01-02') // 1 */
export function epochDay(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
}

/** @example dayOfEpoch(1) // '1970-01-02' */
export function dayOfEpoch(n: number): Day {
  return new Date(n * DAY_MS).toISOString().slice(0, 10);
}

/** @example addDays('2026-02-28', 1) // '2026-03-01' */
export function addDays(day: Day, n: number): Day {
  return dayOfEpoch(epochDay(day) + n);
}

/** The same date some months on, the month's last where it is shorter. @example addMonths('2026-01-31', 1) // '2026-02-28' */
export function addMonths(day: Day, n: number): Day {
  return dayjs.utc(day).add(n, 'month').format('YYYY-MM-DD');
}

/** Calendar days from one day to another. @example daysBetween('2026-03-02', '2026-03-05') // 3 */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

/** The weekday, 1 (Monday) to 7 (Sunday). */
export function weekday(day: Day): number {
  return ((((epochDay(day) + 3) % 7) + 7) % 7) + 1;
}

/** Whether the year has such a month and day. @example isDate(2026, 2, 30) // false */
export function isDate(year: number, month: number, date: number): boolean {
  const d = new Date(Date.UTC(year, month - 1, date));
  return d.getUTCFullYear() === year && d.getUTCMonth() === month - 1 && d.getUTCDate() === date;
}

/** @example makeDay(2026, 3, 5) // '2026-03-05' */
export function makeDay(year: number, month: number, date: number): Day {
  return `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
}

/** The Beijing day of an instant. */
export function dayOf(at: Instant): Day {
  return new Date(at + BEIJING_MS).toISOString().slice(0, 10);
}

/** The Beijing day of an instant, as `epochDay` counts. */
export const epochDayOf = (at: Instant): number => Math.floor((at + BEIJING_MS) / DAY_MS);

/** The instant of a Beijing wall-clock time. @example instantOf('2026-03-02', '09:00') */
export function instantOf(day: Day, time = '00:00'): Instant {
  const [h = 0, m = 0, s = 0] = time.split(':').map(Number);
  return epochDay(day) * DAY_MS + ((h * 60 + m) * 60 + s) * 1000 - BEIJING_MS;
}

/** `2026-03-02T09:00:00+08:00` */
export function isoBeijing(at: Instant): string {
  return `${wallClock(at)}+08:00`;
}

/** `2026-03-02T09:00:00`, the wall clock without the zone. */
export function wallClock(at: Instant): string {
  return new Date(at + BEIJING_MS).toISOString().slice(0, 19);
}

/** Reads an ISO date-time; without a zone it is Beijing time. `null` when it is none. */
export function parseInstant(text: string): Instant | null {
  const m = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text.trim());
  if (!m || !isDate(Number(m[1]), Number(m[2]), Number(m[3]))) return null;
  const zone = m[7] ?? '+08:00';
  const at = Date.parse(
    `${m[1]}-${m[2]}-${m[3]}T${m[4] ?? '00'}:${m[5] ?? '00'}:${m[6] ?? '00'}${zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`}`,
  );
  return Number.isNaN(at) ? null : at;
}

const WEEKDAYS = '一二三四五六日';

/** As people read it: `3月5日（周四）`; with the year where it differs from `today`'s. */
export function sayDay(day: Day, today?: Day): string {
  const year = today && today.slice(0, 4) !== day.slice(0, 4) ? `${day.slice(0, 4)}年` : '';
  return `${year}${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日（周${WEEKDAYS[weekday(day) - 1]}）`;
}

/** `3月5日`, for titles; with the year where it differs from `today`'s. */
export const shortDay = (day: Day, today?: Day): string => sayDay(day, today).replace(/（.*$/, '');

/** `3月5日（周四）至3月7日（周六），共3天`, or the one day with `共1天`. */
export function saySpan(first: Day, last: Day, today?: Day): string {
  const days = daysBetween(first, last) + 1;
  return first === last
    ? `${sayDay(first, today)}，共1天`
    : `${sayDay(first, today)}至${sayDay(last, today)}，共${days}天`;
}
