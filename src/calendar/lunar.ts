import { type Day, dayOfEpoch, epochDay } from '../core/day.ts';

/**
 * Lunar years (农历) 1900 to 2100, ten a row. Five hex digits: is the leap month long (1 = 30 days);
 * twelve bits for months 1 to 12 (1 = 30 days, 0 = 29); which month is followed by a leap month (0 = none).
 */
const YEARS = [
  '04bd8 04ae0 0a570 054d5 0d260 0d950 16554 056a0 09ad0 055d2',
  '04ae0 0a5b6 0a4d0 0d250 1d255 0b540 0d6a0 0ada2 095b0 14977',
  '04970 0a4b0 0b4b5 06a50 06d40 1ab54 02b60 09570 052f2 04970',
  '06566 0d4a0 0ea50 06e95 05ad0 02b60 186e3 092e0 1c8d7 0c950',
  '0d4a0 1d8a6 0b550 056a0 1a5b4 025d0 092d0 0d2b2 0a950 0b557',
  '06ca0 0b550 15355 04da0 0a5b0 14573 052b0 0a9a8 0e950 06aa0',
  '0aea6 0ab50 04b60 0aae4 0a570 05260 0f263 0d950 05b57 056a0',
  '096d0 04dd5 04ad0 0a4d0 0d4d4 0d250 0d558 0b540 0b6a0 195a6',
  '095b0 049b0 0a974 0a4b0 0b27a 06a50 06d40 0af46 0ab60 09570',
  '04af5 04970 064b0 074a3 0ea50 06b58 055c0 0ab60 096d5 092e0',
  '0c960 0d954 0d4a0 0da50 07552 056a0 0abb7 025d0 092d0 0cab5',
  '0a950 0b4a0 0baa4 0ad50 055d9 04ba0 0a5b0 15176 052b0 0a930',
  '07954 06aa0 0ad50 05b52 04b60 0a6e6 0a4e0 0d260 0ea65 0d530',
  '05aa0 076a3 096d0 04afb 04ad0 0a4d0 1d0b6 0d250 0d520 0dd45',
  '0b5a0 056d0 055b2 049b0 0a577 0a4b0 0aa50 1b255 06d20 0ada0',
  '14b63 09370 049f8 04970 064b0 168a6 0ea50 06b20 1a6c4 0aae0',
  '0a2e0 0d2e3 0c960 0d557 0d4a0 0da50 05d55 056a0 0a6d0 055d4',
  '052d0 0a9b8 0a950 0b4a0 0b6a6 0ad50 055a0 0aba4 0a5b0 052b0',
  '0b273 06930 07337 06aa0 0ad50 14b55 04b60 0a570 054e4 0d160',
  '0e968 0d520 0daa0 16aa6 056d0 04ae0 0a9d4 0a2d0 0d150 0f252',
  '0d520',
]
  .join(' ')
  .split(' ')
  .map((hex) => Number.parseInt(hex, 16));

const FIRST_YEAR = 1900;
const LAST_YEAR = FIRST_YEAR + YEARS.length - 1;
/** 正月初一 of 1900. */
const FIRST_DAY = epochDay('1900-01-31');

const infoOf = (year: number): number => YEARS[year - FIRST_YEAR] ?? 0;
const leapMonthOf = (year: number): number => infoOf(year) & 0xf;
const leapMonthDays = (year: number): number => (leapMonthOf(year) === 0 ? 0 : infoOf(year) & 0x10000 ? 30 : 29);
const monthDays = (year: number, month: number): number => (infoOf(year) & (0x10000 >> month) ? 30 : 29);

function yearDays(year: number): number {
  let days = leapMonthDays(year);
  for (let month = 1; month <= 12; month++) days += monthDays(year, month);
  return days;
}

/** Epoch day of each year's 正月初一, and of the one after the last. */
const NEW_YEARS: readonly number[] = newYears();

function newYears(): number[] {
  const starts = [FIRST_DAY];
  for (let year = FIRST_YEAR, n = FIRST_DAY; year <= LAST_YEAR; year++) {
    n += yearDays(year);
    starts.push(n);
  }
  return starts;
}

/**
 * The day of a lunar date, `null` where the year (1900 to 2100), month or day does not exist.
 * Leap months are passed over: 正月十五, 八月十五 and the like mean the ordinary month.
 * @example lunarDay(2026, 1, 1) // '2026-02-17', 春节
 */
export function lunarDay(year: number, month: number, date: number): Day | null {
  const start = NEW_YEARS[year - FIRST_YEAR];
  if (start === undefined || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (date < 1 || date > monthDays(year, month)) return null;
  const leap = leapMonthOf(year);
  let n = start + date - 1;
  for (let m = 1; m < month; m++) n += monthDays(year, m) + (m === leap ? leapMonthDays(year) : 0);
  return dayOfEpoch(n);
}

/** 除夕 of a lunar year: the day before the next year's 正月初一. @example lunarEve(2025) // '2026-02-16' */
export function lunarEve(year: number): Day | null {
  const next = NEW_YEARS[year - FIRST_YEAR + 1];
  return next === undefined ? null : dayOfEpoch(next - 1);
}
