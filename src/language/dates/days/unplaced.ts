/** Parts of a year or month whose year or month is not said: 第一季度, 上半年, 年底, 本季度, 月初, 下半月, 年内. */
import { isAt, matchAt } from '../match.ts';
import { civil, monthIndex, monthPeriod, yearPeriod } from '../periods.ts';
import { readTails } from '../tails/index.ts';
import { edgeOf } from '../tails/month.ts';
import type { DayParser, DayPhrase, Period } from '../types.ts';

const QUARTER =
  /第[一二三四1-4]季度?|第?[一二三四1-4](?:季度|(?=(?:到|至|-|~|、)第?[一二三四1-4]季度))|[Qq][1-4](?![\d])/y;
const HALF = /[上下]半年/y;
const YEAR_EDGE = /年(底|末|初|中)(?!会|考|期|秋)/y;
/** 三年内, 半月内 are counted, not the running year or month. */
const COUNTED = /[\d半几个一二两三四五六七八九十]/;
const WITHIN = /(年|月)内(?!部|容)/y;
const MONTH_EDGE = /月(底|末|初|中)(?!旬)|(?:上中|中下|[上中下])旬|[上下]半个?月/y;
const RELATIVE_QUARTER = /(本|这一?个?|上一?个?|下一?个?)季度(?!性)/y;

/** Of this year: 第一季度, 上半年; in a span of the year of its start. */
export const partOfYear: DayParser = (scan, at, base) => {
  if (!isAt(QUARTER, scan.text, at) && !isAt(HALF, scan.text, at)) return null;
  const tail = readTails(scan, at, 'year');
  const { year } = civil(base?.days.first ?? scan.today);
  return { to: tail.to, float: 'none', said: tail.said, make: () => tail.narrow(yearPeriod(year)) };
};

/** 年底, 年初 of this year. */
export const edgeOfYear: DayParser = (scan, at) => {
  const m = matchAt(YEAR_EDGE, scan.text, at);
  if (!m) return null;
  const make = (): Period | null => edgeOf(m[1] ?? '', yearPeriod(civil(scan.today).year), 'year');
  return { to: at + m[0].length, float: 'none', said: ['month'], make };
};

/** 本季度, 上季度, 下季度末. */
export const relativeQuarter: DayParser = (scan, at) => {
  const m = matchAt(RELATIVE_QUARTER, scan.text, at);
  if (!m) return null;
  const words = m[1] ?? '';
  const away = words.startsWith('上') ? -3 : words.startsWith('下') ? 3 : 0;
  const first = Math.floor(monthIndex(scan.today) / 3) * 3 + away;
  const tail = readTails(scan, at + m[0].length, 'quarter');
  const quarter = { first: monthPeriod(first).first, last: monthPeriod(first + 2).last, one: false };
  return { to: tail.to, float: 'none', said: ['month', ...tail.said], make: () => tail.narrow(quarter) };
};

/** 年内, 月内: the whole year or month. */
export const insideRunning: DayParser = (scan, at) => {
  const m = matchAt(WITHIN, scan.text, at);
  if (!m || COUNTED.test(scan.text.charAt(at - 1))) return null;
  const make = (): Period => (m[1] === '年' ? yearPeriod(civil(scan.today).year) : monthPeriod(monthIndex(scan.today)));
  return { to: at + m[0].length, float: 'none', said: [], make };
};

/** 月初, 月底, 上旬, 下半月: of the nearest month in which it is not past. */
export const partOfMonth: DayParser = (scan, at): DayPhrase | null => {
  if (!isAt(MONTH_EDGE, scan.text, at)) return null;
  const tail = readTails(scan, scan.text.charAt(at) === '月' ? at + 1 : at, 'month');
  return { to: tail.to, float: 'month', said: ['day'], make: (index) => tail.narrow(monthPeriod(index)) };
};
