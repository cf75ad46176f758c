/** Dates in digits: 2026-03-05, 2026.3.5, 20260305, 3/5, 3.5, 6·30, 09-01. */
import { isDate } from '../../../core/day.ts';
import { isAt, matchAt } from '../match.ts';
import { dateOfMonth, monthPeriod, oneDay, toEpoch } from '../periods.ts';
import type { DayParser, DayPhrase } from '../types.ts';

const FULL = /(\d{4})([-/.·])(\d{1,2})\2(\d{1,2})(?![\d·/])(?!\.\d)[日号]?/y;
const SPACED = /(\d{4}) (\d{2}) (\d{2})(?!\d)/y;
const PACKED = /(\d{4})(\d{2})(\d{2})(?![\d.])/y;
const YEAR_MONTH = /(\d{4})([-/.])(\d{1,2})(?![\d./:·%]|-\d)(?!号|[万亿元米吨公里平方个人家倍亩])/y;
const SHORT = /(\d{1,2})([./·-])(\d{1,2})(?!\d|[./·:%]\d?|-\d{3,})([日号])?/y;
const MEASURE = /[%‰万亿元米吨公里平方倍个人家亩度岁级分折斤升克条节版款项天小周年月件次名颗层期-](?!午)/y;
const FRACTION_AFTER = /以上|以内|多数|的?票|成员|绝对|的?人|左右/y;
const FRACTION_BEFORE = /[占达超过约近满足]$|[数员会]的$|[少低高多大]于$/;
const TIMELY =
  / ?\d{1,2}:\d{2}|[日号]|[(](?:周|星期)|周[一二三四五六日天]|星期|上午|下午|中午|凌晨|早|晚|前(?!往)|后(?!勤)|起|之[前后]|以[前后]|到|至|-{1,3}\d|~|请假|休|开会|去|赴|返|回|出差|外出|在|参加|,|、|$|\n/y;

function full(year: number, month: number, date: number, to: number): DayPhrase | null {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || date < 1 || date > 31) return null;
  const real = isDate(year, month, date);
  return {
    to,
    float: 'none',
    said: ['year', 'month', 'day'],
    make: () => (real ? oneDay(toEpoch(year, month, date)) : null),
  };
}

/** Whether two numbers with a sign between them are meant as month and day. */
function isMonthDay(text: string, at: number, m: RegExpExecArray, related: boolean): boolean {
  const [all, month = '', sign, date = '', unit] = m;
  const to = at + all.length;
  if (unit) return sign !== '-' || month.length + date.length === 4;
  if (isAt(MEASURE, text, to) && !isAt(TIMELY, text, to)) return false;
  if (sign === '·' || related) return true;
  if (sign === '/')
    return !isAt(FRACTION_AFTER, text, to) && !FRACTION_BEFORE.test(text.slice(Math.max(0, at - 2), at));
  if (sign === '-') return (month.length === 2 && date.length === 2) || isAt(/ \d{1,2}:\d{2}/y, text, to);
  if (/[长降升增为达至约超率比]/.test(text.charAt(at - 1))) return false;
  if (month.length + date.length >= 3) return true;
  return isAt(TIMELY, text, to);
}

export const numericDate: DayParser = (scan, at, base) => {
  const { text } = scan;
  const before = text.charAt(at - 1);
  if (/[\dA-Za-z.第]/.test(before)) return null;
  const m = matchAt(FULL, text, at);
  if (m) return full(Number(m[1]), Number(m[3]), Number(m[4]), at + m[0].length);
  const s = matchAt(SPACED, text, at) ?? matchAt(PACKED, text, at);
  if (s) {
    const year = Number(s[1]);
    return isDate(year, Number(s[2]), Number(s[3])) ? full(year, Number(s[2]), Number(s[3]), at + s[0].length) : null;
  }
  const ym = matchAt(YEAR_MONTH, text, at);
  if (ym && !/[〔[]/.test(before)) {
    const [year, month] = [Number(ym[1]), Number(ym[3])];
    if (year < 1950 || year > 2100 || month < 1 || month > 12) return null;
    return {
      to: at + ym[0].length,
      float: 'none',
      said: ['year', 'month'],
      make: () => monthPeriod(year * 12 + month - 1),
    };
  }
  const short = matchAt(SHORT, text, at);
  if (!short || /[-/]/.test(before) !== (base?.link === 'span' && before === '-')) return null;
  const [month, date] = [Number(short[1]), Number(short[3])];
  if (month < 1 || month > 12 || date < 1 || date > 31 || !isMonthDay(text, at, short, base !== null)) return null;
  return {
    to: at + short[0].length,
    float: 'year',
    said: ['month', 'day'],
    make: (year) => dateOfMonth(year * 12 + month - 1, date),
  };
};
