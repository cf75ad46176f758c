/** Festivals and lunar dates: 国庆节, 国庆假期, 春节前最后一个工作日, 大年初三, 正月十五, 农历八月初二. */
import { festivalDay, lunarDayIn } from '../../../calendar/festivals.ts';
import { epochDay } from '../../../core/day.ts';
import { readNumber } from '../../numbers.ts';
import { festivalIn, holidayCount } from '../festival-names.ts';
import { matchAt } from '../match.ts';
import { civil, oneDay } from '../periods.ts';
import type { DayParser, Period } from '../types.ts';

export const festival: DayParser = (scan, at) => {
  const found = festivalIn(scan, at);
  if (!found) return holidayCount(scan, at);
  return { to: found.to, float: 'year', said: ['month', 'day'], make: found.make };
};

const LUNAR =
  /(?:(农历|阴历|旧历)的?)?(?:(正|腊|冬|闰?[一二三四五六七八九十]{1,2})月)(初?[一二三四五六七八九十廿]{1,3})[日号]?/y;
const NEW_YEAR = /(?:大年|年|正月)初([一二三四五六七八九十]{1,2})/y;
const LUNAR_FESTIVAL = /(?:农历|阴历|旧历)/y;
const BARE = /初([一二三四五六七八九十]{1,2})(?!中|级|学|三学|届|班|的学)/y;
const MONTHS: Record<string, number> = { 正: 1, 冬: 11, 腊: 12 };

function lunar(month: number, date: number): (year: number) => Period | null {
  return (year) => {
    // 腊月三十 is 除夕 even where the month has 29 days.
    const day = lunarDayIn(year, month, date) ?? (month === 12 && date === 30 ? festivalDay('除夕', year) : null);
    return day === null ? null : oneDay(epochDay(day));
  };
}

export const lunarDate: DayParser = (scan, at, base) => {
  const { text } = scan;
  const newYear = matchAt(NEW_YEAR, text, at);
  if (newYear) {
    const date = readNumber(newYear[1] ?? '');
    return date ? { to: at + newYear[0].length, float: 'year', said: ['month', 'day'], make: lunar(1, date) } : null;
  }
  const m = matchAt(LUNAR, text, at);
  if (m) {
    const [all, prefix, monthWord = '', dateWord = ''] = m;
    const month = MONTHS[monthWord] ?? readNumber(monthWord);
    const date = readNumber(dateWord.replace('初', ''));
    if (!month || !date || month > 12 || date > 30) return null;
    if (!prefix && !MONTHS[monthWord] && !dateWord.startsWith('初')) return null;
    return { to: at + all.length, float: 'year', said: ['month', 'day'], make: lunar(month, date) };
  }
  const named = matchAt(LUNAR_FESTIVAL, text, at);
  if (named) {
    const found = festivalIn(scan, at + named[0].length);
    return found && { to: found.to, float: 'year', said: ['month', 'day'], make: found.make };
  }
  return base ? dayAfterLunar(text, at) : null;
};

/** 初七 after 大年初一: the next lunar day of that number. */
function dayAfterLunar(text: string, at: number): ReturnType<DayParser> {
  const m = matchAt(BARE, text, at);
  const date = m && readNumber(m[1] ?? '');
  if (!m || !date || date > 10) return null;
  return {
    to: at + m[0].length,
    float: 'base',
    said: ['day'],
    make: (last) => {
      const { year } = civil(last);
      const days = [year, year + 1].flatMap((y) =>
        Array.from({ length: 12 }, (_, i) => lunarDayIn(y, i + 1, date)).flatMap((d) =>
          d === null ? [] : epochDay(d),
        ),
      );
      const next = days.filter((d) => d >= last).sort((a, b) => a - b)[0];
      return next === undefined ? null : oneDay(next);
    },
  };
}
