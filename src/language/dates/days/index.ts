/** Every way of speaking of days, found by its first character. */
import { FESTIVAL_STARTS } from '../festival-names.ts';
import type { Base, DayParser, DayPhrase, Scan } from '../types.ts';
import { fromDateBefore } from './after-date.ts';
import { dayOfMonth } from './day-of-month.ts';
import { festival, lunarDate } from './festival.ts';
import { numericDate } from './numeric.ts';
import { daysAround, daysAway, daysInside, namedDay, severalDays } from './relative.ts';
import { relativeMonth, relativeYear, spokenMonth, spokenYear } from './spoken.ts';
import { edgeOfYear, insideRunning, partOfMonth, partOfYear, relativeQuarter } from './unplaced.ts';
import { namedWeek, weekdayName, weekend, wholeWeekend } from './week.ts';

const DIGITS = '0123456789';
const CHINESE = '零〇一二两三四五六七八九十廿半';

/** Each parser with the characters it may begin with. */
const PARSERS: [DayParser, string][] = [
  [numericDate, DIGITS],
  [spokenYear, DIGITS + CHINESE],
  [relativeYear, '今明去前后大本这上下来'],
  [spokenMonth, DIGITS + CHINESE],
  [relativeMonth, '本这当上下次翌'],
  [dayOfMonth, DIGITS + CHINESE],
  [partOfYear, '第一二三四1234Qq上下'],
  [edgeOfYear, '年'],
  [relativeQuarter, '本这上下'],
  [insideRunning, '年月'],
  [partOfMonth, '月上中下'],
  [fromDateBefore, '次翌第隔当同今现目'],
  [namedWeek, '本这当上下次'],
  [weekend, '周双本这上下'],
  [weekdayName, '周星礼'],
  [wholeWeekend, '周星礼'],
  [namedDay, '大今明昨前后即'],
  [severalDays, '昨今明'],
  [daysAway, DIGITS + CHINESE],
  [daysInside, DIGITS + CHINESE],
  [daysAround, '未今接往此过最近刚在以前后'],
  [lunarDate, '农阴旧正腊冬闰大年初一二三四五六七八九十'],
  [festival, FESTIVAL_STARTS.join('')],
];

const BY_FIRST = new Map<string, DayParser[]>();
for (const [parser, starts] of PARSERS) {
  for (const char of new Set(starts)) BY_FIRST.set(char, [...(BY_FIRST.get(char) ?? []), parser]);
}

/** First characters of all day phrases. */
export const DAY_STARTS: readonly string[] = [...BY_FIRST.keys()];

/** The longest day phrase at an offset; of two alike the earlier way of speaking. */
export function readDay(scan: Scan, at: number, base: Base | null): DayPhrase | null {
  let best: DayPhrase | null = null;
  for (const parse of BY_FIRST.get(scan.text.charAt(at)) ?? []) {
    const phrase = parse(scan, at, base);
    if (phrase && (!best || phrase.to > best.to)) best = phrase;
  }
  return best;
}
