/** Dates from the year or the month down: 2026年3月5日, 去年12月, 三月五号, 下月初. */
import { SMALL_NUMBER as N, readNumber } from '../../numbers.ts';
import { matchAt } from '../match.ts';
import { civil, monthIndex, monthPeriod, yearPeriod } from '../periods.ts';
import { readTails } from '../tails/index.ts';
import type { DayParser, DayPhrase, Part, Scan } from '../types.ts';

const YEAR =
  /(\d{4}|\d{2}|[零〇一二三四五六七八九]{4}|[零〇一二三四五六七八九]{2})年(?!级|制|龄|代|薪|限|鉴|轻)(度)?|(\d{4})(?=(?:到|至|-{1,3}|~{1,2})\d{4}年(?!级|代))/y;
const RELATIVE_YEAR =
  /(?:大前年|大后年|今年|本年度?|这一?年|去年|上一?年度|上一年|明年|来年|下一?年度|下一年|前年|后年)(?!级|制|龄|代|薪|限|会)(?:度)?/y;
const YEAR_OFFSETS: [RegExp, number][] = [
  [/^大前/, -3],
  [/^大后/, 3],
  [/^[今本这]/, 0],
  [/^[去上]/, -1],
  [/^[明来下]/, 1],
  [/^前/, -2],
  [/^后/, 2],
];
const MONTH = new RegExp(
  `(${N})(?:月份?(?!票|刊|薪|球|饼|台|嫂|子弹|一[报次评结考会换题讲测议调])|(?=(?:到|至|-{1,3}|~{1,2}|、)${N}月))`,
  'y',
);
const RELATIVE_MONTH = /(本|这个?|当|上{1,3}个?|下{1,3}个?|次|翌)月份?/y;
const add = (parts: Part[], more: Part[]): Part[] => [...new Set([...parts, ...more])];

/** A year that was said, and what narrows it. */
function inYear(scan: Scan, to: number, year: number, said: Part[]): DayPhrase {
  const tail = readTails(scan, to, 'year');
  return { to: tail.to, float: 'none', said: add(said, tail.said), make: () => tail.narrow(yearPeriod(year)) };
}

const NO_YEAR_BEFORE = /[\d.第零〇一二三四五六七八九十百前后近约满]/;

export const spokenYear: DayParser = (scan, at) => {
  const m = matchAt(YEAR, scan.text, at);
  if (!m || NO_YEAR_BEFORE.test(scan.text.charAt(at - 1))) return null;
  const words = m[1] ?? m[3] ?? '';
  const value = readNumber(words);
  if (value === null) return null;
  const year = words.length === 4 ? value : value + (value >= 70 ? 1900 : 2000);
  if (year < 1900 || year > 2100) return null;
  const phrase = inYear(scan, at + m[0].length, year, ['year']);
  // 20年 alone is a length; 08年 and 98年 are years.
  const alone = phrase.to === at + m[0].length && words.length === 2;
  return alone && !/^[09零〇九]/.test(words) ? null : phrase;
};

export const relativeYear: DayParser = (scan, at) => {
  const m = matchAt(RELATIVE_YEAR, scan.text, at);
  if (!m) return null;
  const offset = YEAR_OFFSETS.find(([pattern]) => pattern.test(m[0]))?.[1] ?? 0;
  return inYear(scan, at + m[0].length, civil(scan.today).year + offset, ['year']);
};

const NO_DATE = /\d{1,2}月\d{1,2}[日号]/y;

/** 13月5日: a date that does not exist. */
function impossible(text: string, at: number): DayPhrase | null {
  const m = matchAt(NO_DATE, text, at);
  return m && { to: at + m[0].length, float: 'none', said: ['month', 'day'], make: () => null };
}

export const spokenMonth: DayParser = (scan, at) => {
  if (/[\d.第个]/.test(scan.text.charAt(at - 1))) return null;
  const m = matchAt(MONTH, scan.text, at);
  const month = m && readNumber(m[1] ?? '');
  if (!m || m[1] === '两') return null;
  if (!month || month > 12) return impossible(scan.text, at);
  const tail = readTails(scan, at + m[0].length, 'month');
  return {
    to: tail.to,
    float: 'year',
    said: add(['month'], tail.said),
    make: (year) => tail.narrow(monthPeriod(year * 12 + month - 1)),
  };
};

const repeated = (words: string, char: string): number => words.split(char).length - 1;

export const relativeMonth: DayParser = (scan, at) => {
  const m = matchAt(RELATIVE_MONTH, scan.text, at);
  if (!m) return null;
  const words = m[1] ?? '';
  const offset = /[次翌]/.test(words) ? 1 : repeated(words, '下') - repeated(words, '上');
  const tail = readTails(scan, at + m[0].length, 'month');
  const index = monthIndex(scan.today) + offset;
  return { to: tail.to, float: 'none', said: add(['month'], tail.said), make: () => tail.narrow(monthPeriod(index)) };
};
