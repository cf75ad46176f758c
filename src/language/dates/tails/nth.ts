/** Counted parts of a period: 第一个星期一, 第二周, 最后一个工作日, 前10天. */
import { dayOfEpoch, epochDay } from '../../../core/day.ts';
import { SMALL_NUMBER as N, readNumber } from '../../numbers.ts';
import { matchAt } from '../match.ts';
import {
  addMonths,
  civil,
  days,
  mondayOf,
  monthIndex,
  monthPeriod,
  oneDay,
  quarterPeriod,
  weekdayOf,
} from '../periods.ts';
import type { Period, Scan } from '../types.ts';
import type { Scope, TailParser } from './tail.ts';

const NTH_WEEKDAY = new RegExp(`(?:第?(${N})|(最后一))个(?:周|星期|礼拜)([一二三四五六日天])`, 'y');
const NTH_UNIT = new RegExp(`(?:第(${N})|(最后一)|(首))个?(天|日|周|星期|礼拜|月|季度|工作日)`, 'y');
const SOME_UNITS = new RegExp(`(前|头|最后|后)(${N}|半)个?(天|日|周|星期|礼拜|月|季度|工作日|年)(?!内)`, 'y');

export const nthWeekday: TailParser = (scan, at, scope) => {
  if (scope === 'week' || scope === 'day') return null;
  const m = matchAt(NTH_WEEKDAY, scan.text, at);
  if (!m) return null;
  const wanted = '一二三四五六日'.indexOf((m[3] ?? '').replace('天', '日')) + 1;
  const n = m[2] ? -1 : (readNumber(m[1] ?? '') ?? 0);
  if (n === 0) return null;
  return {
    to: at + m[0].length,
    scope: 'day',
    said: ['weekday'],
    narrow: (p) => {
      const day =
        n < 0
          ? p.last - ((weekdayOf(p.last) - wanted + 7) % 7)
          : p.first + ((wanted - weekdayOf(p.first) + 7) % 7) + (n - 1) * 7;
      return day >= p.first && day <= p.last ? oneDay(day) : null;
    },
  };
};

/** The n-th unit of a period, from its end where n is negative; weeks count from the first Monday. */
function nthUnit(scan: Scan, p: Period, unit: string, n: number): Period | null {
  const within = (q: Period): Period | null => (q.first >= p.first && q.first <= p.last ? q : null);
  switch (unit) {
    case '天':
    case '日':
      return within(oneDay(n > 0 ? p.first + n - 1 : p.last + n + 1));
    case '月': {
      const index = n > 0 ? monthIndex(p.first) + n - 1 : monthIndex(p.last) + n + 1;
      return within(monthPeriod(index));
    }
    case '季度': {
      const year = civil(p.first).year;
      return n <= 4 ? quarterPeriod(year, n > 0 ? n : 5 + n) : null;
    }
    case '工作日': {
      const from = n > 0 ? p.first - 1 : p.last + 1;
      return within(oneDay(epochDay(scan.calendar.addWorkdays(dayOfEpoch(from), n))));
    }
    default: {
      const monday = n > 0 ? mondayOf(p.first + 6) + (n - 1) * 7 : mondayOf(p.last) + (n + 1) * 7;
      return within(days(monday, monday + 6));
    }
  }
}

export const nthTail: TailParser = (scan, at, scope) => {
  if (scope === 'day') return null;
  const m = matchAt(NTH_UNIT, scan.text, at);
  if (!m) return null;
  const n = m[2] ? -1 : m[3] ? 1 : (readNumber(m[1] ?? '') ?? 0);
  if (n === 0 || n > 366) return null;
  const unit = m[4] ?? '';
  const scopes: Record<string, Scope> = { 月: 'month', 季度: 'quarter', 周: 'week', 星期: 'week', 礼拜: 'week' };
  return {
    to: at + m[0].length,
    scope: scopes[unit] ?? 'day',
    said: ['day'],
    narrow: (p) => nthUnit(scan, p, unit, n),
  };
};

/** 前十一个月, 前两个季度, 前10天, 最后三天 of a period. */
export const someTail: TailParser = (scan, at, scope) => {
  if (scope === 'day') return null;
  const m = matchAt(SOME_UNITS, scan.text, at);
  const n = m && readNumber(m[2] ?? '');
  if (!m || !n || n > 366) return null;
  const unit = m[3] ?? '';
  const fromStart = m[1] === '前' || m[1] === '头';
  return {
    to: at + m[0].length,
    scope: 'day',
    said: ['day'],
    narrow: (p) => {
      if (unit === '月' || unit === '季度') {
        const months = unit === '月' ? n : n * 3;
        return fromStart ? days(p.first, addMonths(p.first, months) - 1) : days(addMonths(p.last + 1, -months), p.last);
      }
      if (unit === '天' || unit === '日')
        return fromStart ? days(p.first, p.first + n - 1) : days(p.last - n + 1, p.last);
      const one = nthUnit(scan, p, unit, fromStart ? 1 : -1);
      const other = nthUnit(scan, p, unit, fromStart ? n : -n);
      if (!one || !other) return null;
      return fromStart ? days(p.first, other.last) : days(other.first, p.last);
    },
  };
};
