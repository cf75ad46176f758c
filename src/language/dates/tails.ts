/** What narrows a year, a month or a week: 上旬, 底, 第二周, 5日, 最后一个工作日, 周三. */
import { dayOfEpoch, epochDay } from '../../core/day.ts';
import { SMALL_NUMBER as N, readNumber } from '../numbers.ts';
import { festivalIn } from './festival-names.ts';
import { isAt, matchAt } from './match.ts';
import {
  addMonths,
  civil,
  dateOfMonth,
  days,
  mondayOf,
  monthIndex,
  monthPeriod,
  oneDay,
  quarterPeriod,
  toEpoch,
  weekdayOf,
} from './periods.ts';
import type { Part, Period, Scan } from './types.ts';
import { readWeekdayAt } from './weekday.ts';

export type Scope = 'year' | 'month' | 'week' | 'quarter' | 'half' | 'day';

/** A narrowing: from the period before it to a part of that, null where it has no such part. */
export interface Tail {
  to: number;
  scope: Scope;
  said: Part[];
  narrow(within: Period): Period | null;
}

type TailParser = (scan: Scan, at: number, scope: Scope) => Tail | null;

const LINK = '(?:到|至|-{1,3}|~{1,2}|、|,|和)';
const MONTH = new RegExp(`(${N})(?:月份?|(?=(?:${LINK}${N}){1,8}月))`, 'y');
const DATE = new RegExp(`(${N})(?:[日号](?!均)|(?=(?:${LINK}${N}){1,12}[日号]))`, 'y');
const BARE_DATE = new RegExp(
  `(${N})(?![\\d.年月日号时点分秒%‰:/]|[个家名人项次件天周万亿元米吨公里平方层楼栋户村镇所条款份种类部批期届轮场位辆台套度多余])`,
  'y',
);
const TENTH = /的?(上|中|下)旬/y;
const EDGE = /的?(?:月|年)?(初|中|底|末)(?!步|心|央|学|小|型|共|国|办|期|间)/y;
const HALF_MONTH = /的?(?:前|后|上|下)半(?:个)?月/y;
const NTH_WEEKDAY = new RegExp(`的?(?:第?(${N})|(最后一))个(?:周|星期|礼拜)([一二三四五六日天])`, 'y');
const NTH_UNIT = new RegExp(`的?(?:第(${N})|(最后一)|(首))个?(天|日|周|星期|礼拜|月|季度|工作日)`, 'y');
const SOME_UNITS = new RegExp(`的?(前|头|最后|后)(${N}|半)个?(天|日|周|星期|礼拜|月|季度|工作日|年)(?!内)`, 'y');
const QUARTER = /的?第?([一二三四1-4])季度?|[Qq]([1-4])/y;
const HALF_YEAR = /的?(上|下|前|后)半年/y;

const monthOfYear: TailParser = (scan, at, scope) => {
  if (scope !== 'year') return null;
  const m = matchAt(MONTH, scan.text, at);
  const month = m && readNumber(m[1] ?? '');
  if (!m || !month || month > 12) return null;
  return {
    to: at + m[0].length,
    scope: 'month',
    said: ['month'],
    narrow: (p) => monthPeriod(civil(p.first).year * 12 + month - 1),
  };
};

const dateInMonth: TailParser = (scan, at, scope) => {
  if (scope !== 'month') return null;
  const m = matchAt(DATE, scan.text, at) ?? matchAt(BARE_DATE, scan.text, at);
  const date = m && readNumber(m[1] ?? '');
  if (!m || !date || date > 31) return null;
  return { to: at + m[0].length, scope: 'day', said: ['day'], narrow: (p) => dateOfMonth(monthIndex(p.first), date) };
};

const tenthOfMonth: TailParser = (scan, at, scope) => {
  const m = scope === 'month' ? matchAt(TENTH, scan.text, at) : null;
  if (!m) return null;
  const [from, to] = m[1] === '上' ? [1, 10] : m[1] === '中' ? [11, 20] : [21, 31];
  return {
    to: at + m[0].length,
    scope: 'day',
    said: ['day'],
    narrow: (p) => days(p.first + from - 1, Math.min(p.first + to - 1, p.last)),
  };
};

const halfMonth: TailParser = (scan, at, scope) => {
  const m = scope === 'month' ? matchAt(HALF_MONTH, scan.text, at) : null;
  if (!m) return null;
  const first = /前|上/.test(m[0]);
  return {
    to: at + m[0].length,
    scope: 'day',
    said: ['day'],
    narrow: (p) => (first ? days(p.first, p.first + 14) : days(p.first + 15, p.last)),
  };
};

/** 月初 is the 1st to 5th, 月中 the 11th to 20th, 月底 the 25th to the last; of a year the first, sixth and last month. */
export function edgeOf(edge: string, p: Period, scope: Scope): Period | null {
  if (scope === 'month') {
    if (edge === '初') return days(p.first, p.first + 4);
    return edge === '中' ? days(p.first + 10, p.first + 19) : days(p.first + 24, p.last);
  }
  if (scope === 'quarter')
    return edge === '初'
      ? edgeOf(edge, monthPeriod(monthIndex(p.first)), 'month')
      : edgeOf(edge, monthPeriod(monthIndex(p.last)), 'month');
  const year = civil(p.first).year;
  const month = edge === '初' ? 1 : edge === '中' ? 6 : 12;
  return monthPeriod(year * 12 + month - 1);
}

const edgeTail: TailParser = (scan, at, scope) => {
  if (scope !== 'month' && scope !== 'year' && scope !== 'quarter') return null;
  const m = matchAt(EDGE, scan.text, at);
  if (!m) return null;
  return {
    to: at + m[0].length,
    scope: 'day',
    said: scope === 'month' ? ['day'] : ['month'],
    narrow: (p) => edgeOf(m[1] ?? '', p, scope),
  };
};

const quarterOfYear: TailParser = (scan, at, scope) => {
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

const halfOfYear: TailParser = (scan, at, scope) => {
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

const nthWeekday: TailParser = (scan, at, scope) => {
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

const nthTail: TailParser = (scan, at, scope) => {
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
const someTail: TailParser = (scan, at, scope) => {
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

const weekdayTail: TailParser = (scan, at, scope) => {
  if (scope !== 'week') return null;
  const found = readWeekdayAt(scan.text, at, true);
  if (!found) return null;
  return {
    to: found.to,
    scope: 'day',
    said: ['weekday'],
    narrow: (p) => ({
      first: p.first + found.first - 1,
      last: p.first + found.last - 1,
      one: found.first === found.last,
    }),
  };
};

const festivalTail: TailParser = (scan, at, scope) => {
  if (scope !== 'year') return null;
  const start = scan.text.charAt(at) === '的' ? at + 1 : at;
  const found = festivalIn(scan, start);
  return (
    found && { to: found.to, scope: 'day', said: ['month', 'day'], narrow: (p) => found.make(civil(p.first).year) }
  );
};

const TAILS: TailParser[] = [
  ...[monthOfYear, dateInMonth, tenthOfMonth, halfMonth, edgeTail, quarterOfYear, halfOfYear],
  ...[nthWeekday, nthTail, someTail, weekdayTail, festivalTail],
];

const DE = /的(?=[\d一二三四五六七八九十前头第最上中下首])/y;

/** The tail at an offset, whichever kind it is. */
function oneTail(scan: Scan, at: number, scope: Scope): Tail | null {
  for (const parse of TAILS) {
    const tail = parse(scan, at, scope);
    if (tail) return tail;
  }
  return isAt(DE, scan.text, at) ? oneTail(scan, at + 1, scope) : null;
}

/** Reads all narrowings from an offset on: 2026年 | 3月 | 第二周 | 周三. */
export function readTails(scan: Scan, at: number, scope: Scope): Tail {
  let whole: Tail = { to: at, scope, said: [], narrow: (p) => p };
  for (let i = 0; i < 4; i++) {
    const next = oneTail(scan, whole.to, whole.scope);
    if (!next) break;
    const before = whole;
    whole = {
      to: next.to,
      scope: next.scope,
      said: [...before.said, ...next.said],
      narrow: (p) => {
        const outer = before.narrow(p);
        return outer && next.narrow(outer);
      },
    };
  }
  return whole;
}
