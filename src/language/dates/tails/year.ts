/** What narrows a year: 第一季度, 上半年, a festival, 今天 a year before. */
import { readNumber } from '../../numbers.ts';
import { festivalIn } from '../festival-names.ts';
import { isAt, matchAt } from '../match.ts';
import { addMonths, civil, days, oneDay, quarterPeriod, toEpoch } from '../periods.ts';
import type { TailParser } from './tail.ts';

const QUARTER = /第?([一二三四1-4])(?:季度?|(?=(?:到|至|-|~|、)第?[一二三四1-4]季度))|[Qq]([1-4])/y;
const HALF_YEAR = /(上|下|前|后)半年/y;
const SAME_DATE = /今[天日]/y;

export const quarterOfYear: TailParser = (scan, at, scope) => {
  const m = scope === 'year' ? matchAt(QUARTER, scan.text, at) : null;
  const quarter = m && readNumber(m[1] ?? m[2] ?? '');
  if (!m || !quarter) return null;
  return {
    to: at + m[0].length,
    scope: 'quarter',
    said: ['month'],
    narrow: (p) => quarterPeriod(civil(p.first).year, quarter),
  };
};

export const halfOfYear: TailParser = (scan, at, scope) => {
  const m = scope === 'year' ? matchAt(HALF_YEAR, scan.text, at) : null;
  if (!m) return null;
  const first = /上|前/.test(m[1] ?? '');
  return {
    to: at + m[0].length,
    scope: 'half',
    said: ['month'],
    narrow: (p) => {
      const { year } = civil(p.first);
      return first ? days(toEpoch(year, 1, 1), toEpoch(year, 6, 30)) : days(toEpoch(year, 7, 1), toEpoch(year, 12, 31));
    },
  };
};

export const festivalTail: TailParser = (scan, at, scope) => {
  if (scope !== 'year') return null;
  const found = festivalIn(scan, at);
  return (
    found && { to: found.to, scope: 'day', said: ['month', 'day'], narrow: (p) => found.make(civil(p.first).year) }
  );
};

/** 去年的今天, 下个月的今天. */
export const sameDate: TailParser = (scan, at, scope) => {
  if ((scope !== 'year' && scope !== 'month') || !isAt(SAME_DATE, scan.text, at)) return null;
  return {
    to: at + 2,
    scope: 'day',
    said: ['day'],
    narrow: (p) => {
      const [from, to] = [civil(scan.today), civil(p.first)];
      const months = (to.year - from.year) * 12 + (scope === 'month' ? to.month - from.month : 0);
      return oneDay(addMonths(scan.today, months));
    },
  };
};
