/** Weeks and their days: 周三, 下周三, 本周, 下下周末, 上个礼拜天. */
import { matchAt } from '../match.ts';
import { days, mondayOf, oneDay, weekPeriod } from '../periods.ts';
import { readTails } from '../tails/index.ts';
import type { DayParser, DayPhrase } from '../types.ts';
import { readWeekdayAt } from '../weekday.ts';

const WEEK = /(本|这一?个?|当|上{1,3}一?个?|下{1,3}一?个?|次)(?:周|星期|礼拜)(?!期|年|边|转|岁|刊|报|知|密|详|全|村)/y;
const WEEKEND = /(?:本|这个?|上{1,3}个?|下{1,3}个?)?双休日|周末/y;
/** 三个星期, 第一周: a count of weeks, not a weekday; in 周四周五 the 四 is a weekday itself. */
const COUNTED = /(?<![周期拜])[\d一二两三四五六七八九十半几数第]个?$/;

const count = (words: string, char: string): number => words.split(char).length - 1;

/** How many weeks 上, 下下, 本 are away. */
export function weekOffset(words: string): number {
  return words === '次' ? 1 : count(words, '下') - count(words, '上');
}

export const namedWeek: DayParser = (scan, at) => {
  const m = matchAt(WEEK, scan.text, at);
  if (!m) return null;
  const monday = mondayOf(scan.today) + 7 * weekOffset(m[1] ?? '');
  const tail = readTails(scan, at + m[0].length, 'week');
  return { to: tail.to, float: 'none', said: tail.said, make: () => tail.narrow(weekPeriod(monday)) };
};

export const weekend: DayParser = (scan, at) => {
  const m = matchAt(WEEKEND, scan.text, at);
  if (!m || COUNTED.test(scan.text.slice(Math.max(0, at - 3), at))) return null;
  const monday = mondayOf(scan.today) + 7 * weekOffset(m[0]);
  return { to: at + m[0].length, float: 'none', said: ['weekday'], make: () => days(monday + 5, monday + 6) };
};

/** A bare weekday is the nearest one; a span's second half may be the bare character (周一至五). */
export const weekdayName: DayParser = (scan, at, base) => {
  const { text } = scan;
  if (!base && COUNTED.test(text.slice(Math.max(0, at - 3), at))) return null;
  const found = readWeekdayAt(text, at, false);
  if (!found || (found.last === 7 && found.first === 6)) return null;
  return floating(found.to, found.first, found.last);
};

function floating(to: number, first: number, last: number): DayPhrase {
  return {
    to,
    float: 'week',
    said: ['weekday'],
    make: (monday) => (first === last ? oneDay(monday + first - 1) : days(monday + first - 1, monday + last - 1)),
  };
}

const SATURDAY_SUNDAY = /(?:周|星期|礼拜)六(?:周|星期|礼拜)?[日天](?!程|报|志|常|期|均|用|历|气|空|数)/y;

export const wholeWeekend: DayParser = (scan, at) => {
  const m = matchAt(SATURDAY_SUNDAY, scan.text, at);
  return m && floating(at + m[0].length, 6, 7);
};

const BARE = /[一二三四五六日天](?![\d一二三四五六七八九十月日号点时年个人次名项件天:周])/y;

/** 五 of 周一至五, 三 of 周一、三、五; only after a weekday. */
export function bareWeekday(text: string, at: number): DayPhrase | null {
  const m = matchAt(BARE, text, at);
  if (!m) return null;
  const day = '一二三四五六日'.indexOf(m[0] === '天' ? '日' : m[0]) + 1;
  return floating(at + 1, day, day);
}
