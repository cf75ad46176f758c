/** What narrows to a month or a part of one: 3月, 5日, 上旬, 上半月, 月初, 底. */
import { SMALL_NUMBER as N, readNumber } from '../../numbers.ts';
import { matchAt } from '../match.ts';
import { civil, dateOfMonth, days, monthIndex, monthPeriod } from '../periods.ts';
import type { Period } from '../types.ts';
import type { Scope, Tail, TailParser } from './tail.ts';

const LINK = '(?:到|至|-{1,3}|~{1,2}|、|,|和)';
const MONTH = new RegExp(`(${N})(?:月份?|(?=(?:${LINK}${N}){1,8}月))`, 'y');
const DATE = new RegExp(`(${N})(?:[日号](?!均)|(?=(?:${LINK}${N}){1,12}[日号]))`, 'y');
const BARE_DATE = new RegExp(
  `(${N})(?![\\d.年月日号时点分秒%‰:/]|[个家名人项次件天周万亿元米吨公里平方层楼栋户村镇所条款份种类部批期届轮场位辆台套度多余报评考测讲题案])`,
  'y',
);
const TENTH = /(上|中|下)((?<=上)中|(?<=中)下)?旬/y;
const TENTHS = '上中下';
const HALF_MONTH = /(?:前|后|上|下)半(?:个)?月/y;
const EDGE =
  /(?:月|年)?(初(?!步|中|级|审|稿|次|一|二|三)|中(?!下旬|心|央|学|小|型|共|国|间|期|考|专|层|医|药|介|高|秋|旬|办)|底|末(?!端))/y;

export const monthOfYear: TailParser = (scan, at, scope) => {
  if (scope !== 'year') return null;
  const m = matchAt(MONTH, scan.text, at);
  const month = m && readNumber(m[1] ?? '');
  if (!m || !month || month > 12) return impossible(scan.text, at);
  return {
    to: at + m[0].length,
    scope: 'month',
    said: ['month'],
    narrow: (p) => monthPeriod(civil(p.first).year * 12 + month - 1),
  };
};

const NO_DATE = /\d{1,2}月\d{1,2}[日号]/y;
const NO_DAY = /\d{2}[日号]/y;

/** 13月5日 after a year, 32日 after a month: read as a date that does not exist. */
function impossible(text: string, at: number, pattern = NO_DATE): Tail | null {
  const m = matchAt(pattern, text, at);
  return m && { to: at + m[0].length, scope: 'day', said: ['month', 'day'], narrow: () => null };
}

export const dateInMonth: TailParser = (scan, at, scope) => {
  if (scope !== 'month') return null;
  const m = matchAt(DATE, scan.text, at) ?? matchAt(BARE_DATE, scan.text, at);
  const date = m && readNumber(m[1] ?? '');
  if (!m || !date || date > 31) return impossible(scan.text, at, NO_DAY);
  return { to: at + m[0].length, scope: 'day', said: ['day'], narrow: (p) => dateOfMonth(monthIndex(p.first), date) };
};

export const tenthOfMonth: TailParser = (scan, at, scope) => {
  const m = scope === 'month' ? matchAt(TENTH, scan.text, at) : null;
  if (!m) return null;
  const from = TENTHS.indexOf(m[1] ?? '') * 10 + 1;
  const last = TENTHS.indexOf(m[2] ?? m[1] ?? '');
  const to = last === 2 ? 31 : last * 10 + 10;
  return {
    to: at + m[0].length,
    scope: 'day',
    said: ['day'],
    narrow: (p) => days(p.first + from - 1, Math.min(p.first + to - 1, p.last)),
  };
};

export const halfMonth: TailParser = (scan, at, scope) => {
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

export const edgeTail: TailParser = (scan, at, scope) => {
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
