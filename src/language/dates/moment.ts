/** A day, a clock time, or both: 12月3日（星期四）下午2时30分, 明早8点, 上午九点半. */
import { type ClockPhrase, readClock } from './clock.ts';
import { readDay } from './days/index.ts';
import { bareWeekday } from './days/week.ts';
import { festivalIn } from './festival-names.ts';
import { type ClockTime, type FirstTime, resolveClock } from './hours.ts';
import { isAt, matchAt } from './match.ts';
import { resolveDays } from './nearest.ts';
import { civil, mondayOf, oneDay, weekdayOf } from './periods.ts';
import type { Base, DayPhrase, Days, Scan } from './types.ts';

export interface Moment {
  to: number;
  days: Days | null;
  /** The day phrase, where the moment has one of its own. */
  phrase: DayPhrase | null;
  clock: ClockPhrase | null;
  time: ClockTime | null;
}

/** What stands before a moment in its span or list. */
export interface Before {
  moment: Moment;
  link: Base['link'];
}

const BRACKET = /[(（]([^()（）]{1,14})[)）]/y;
const WEEKDAY_SAID =
  /(?:(本|这|下{1,2}|上{1,2})个?)?(?:周|星期|礼拜)([一二三四五六日天1-7])(?![一二三四五六七八九十\d])/y;
const SAME_DAY = /(?:当[天日]|那一?天|这一?天|一?整天|全天|\(含(?:当[天日])?\))/y;
const JOINER = /[的,]/y;

function claimOf(scan: Scan, m: RegExpExecArray): NonNullable<DayPhrase['weekday']> {
  const day = /\d/.test(m[2] ?? '') ? Number(m[2]) : '一二三四五六日'.indexOf((m[2] ?? '').replace('天', '日')) + 1;
  const words = m[1];
  if (!words) return { day };
  const offset = words.startsWith('下') ? words.length : words.startsWith('上') ? -words.length : 0;
  return { day, week: mondayOf(scan.today) + 7 * offset };
}

/** A weekday or another name of the day beside it, in brackets or not: 12月3日（星期四）, 本周四（3月5日）. */
function withCompany(scan: Scan, phrase: DayPhrase, base: Base | null): DayPhrase {
  const { text } = scan;
  const bracket = matchAt(BRACKET, text, phrase.to);
  const inner = bracket?.[1] ?? '';
  const start = bracket ? phrase.to + 1 : phrase.to;
  const weekday = matchAt(WEEKDAY_SAID, text, start);
  const isWeekday = phrase.said.includes('weekday');
  if (weekday && !isWeekday && (!bracket || weekday[0].length === inner.length)) {
    const to = bracket ? phrase.to + bracket[0].length : start + weekday[0].length;
    return { ...phrase, to, weekday: claimOf(scan, weekday) };
  }
  if (!bracket) return phrase;
  const end = phrase.to + bracket[0].length;
  if (/^[一二三四五六日天]$/.test(inner) && !isWeekday) {
    return { ...phrase, to: end, weekday: { day: '一二三四五六日'.indexOf(inner.replace('天', '日')) + 1 } };
  }
  const other = readDay(scan, start, base);
  if (!other || other.to !== end - 1) return phrase;
  if (isWeekday && !other.said.includes('weekday')) {
    const own = resolveDays(phrase, scan, base);
    if (!own) return phrase;
    const week = phrase.float === 'none' ? mondayOf(own.first) : undefined;
    return { ...other, to: end, weekday: { day: weekdayOf(own.first), week } };
  }
  return { ...phrase, to: end };
}

/** A span that begins with a clock time alone begins today. */
function baseOf(scan: Scan, before: Before | null): Base | null {
  if (before?.moment.days) return { days: before.moment.days, link: before.link };
  return before?.link === 'span' ? { days: oneDay(scan.today), link: 'span' } : null;
}

/** Reads a day with what belongs to it; null where none stands. */
function readPlacedDay(
  scan: Scan,
  at: number,
  before: Before | null,
  current: boolean,
): { phrase: DayPhrase; days: Days } | null {
  const base = baseOf(scan, before);
  const weekly = before?.moment.phrase?.said.includes('weekday') === true;
  const found = readDay(scan, at, base) ?? (weekly ? bareWeekday(scan.text, at) : null);
  if (!found) return null;
  const phrase = withCompany(scan, found, base);
  const days = resolveDays(phrase, scan, base, current);
  if (!days) return null;
  return { phrase: { ...phrase, to: afterSameDay(scan, phrase.to, days) }, days };
}

/** Passes over what says the same day again: 10月1日国庆节, 元旦当天, 明天全天. */
function afterSameDay(scan: Scan, at: number, days: Days): number {
  if (!days.one || days.fault) return at;
  const festival = festivalIn(scan, at);
  const again = festival?.make(civil(days.first).year);
  const to = festival && again?.one && again.first === days.first ? festival.to : at;
  const same = matchAt(SAME_DAY, scan.text, to);
  return same ? to + same[0].length : to;
}

/**
 * Reads a moment at an offset. After another one in a span or list it takes over what it leaves unsaid.
 * `current` keeps a date without a year in the running year though it is over.
 */
export function readMoment(scan: Scan, at: number, before: Before | null, current = false): Moment | null {
  const { text } = scan;
  const placed = readPlacedDay(scan, at, before, current);
  if (!placed) {
    const clock = readClock(text, at, before !== null);
    if (!clock) return null;
    return { to: clock.to, days: null, phrase: null, clock, time: resolveClock(clock, firstTime(before, true)) };
  }
  const { phrase, days } = placed;
  const none = { to: phrase.to, days, phrase, clock: null, time: null };
  if (!days.one || days.fault === 'no-such-date') return none;
  const clock = clockAfter(text, phrase.to);
  return clock ? { ...none, to: clock.to, clock, time: resolveClock(clock, firstTime(before, false)) } : none;
}

function firstTime(before: Before | null, sameDay: boolean): FirstTime | undefined {
  const first = before?.moment;
  return first?.clock && first.time ? { clock: first.clock, start: first.time.start, sameDay } : undefined;
}

function clockAfter(text: string, at: number): ClockPhrase | null {
  const direct = readClock(text, at, true);
  if (direct && !direct.bare) return direct;
  const space = /[ T]/.test(text.charAt(at)) ? readClock(text, at + 1, true) : null;
  if (space) return space;
  if (direct) return direct;
  return isAt(JOINER, text, at) ? readClock(text, at + 1, false) : null;
}
