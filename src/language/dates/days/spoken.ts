/** Dates in years, months and days: 2026年3月5日, 去年12月, 下月初, 三月五号, 5日, 年底, 第一季度. */
import { SMALL_NUMBER as N, readNumber } from '../../numbers.ts';
import { isLengthInDays } from '../amounts.ts';
import { isAt, matchAt } from '../match.ts';
import { civil, dateOfMonth, monthIndex, monthPeriod, oneDay, yearPeriod } from '../periods.ts';
import { readTails } from '../tails/index.ts';
import { edgeOf } from '../tails/month.ts';
import type { Scope } from '../tails/tail.ts';
import type { DayParser, DayPhrase, Part, Period } from '../types.ts';

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
const DATE = new RegExp(`(${N})(?:([日号])|(?=(?:(?:到|至|-{1,3}|~{1,2}|、|,|和)${N}){1,12}[日号]))`, 'y');
const NOT_DATE_BEFORE = /[第〕】\]A-Za-z#.\d/-]/;
const NOT_AFTER_HAO =
  /楼|门|院|车(?!站)|线(?!上|下)|机(?!场|关)|厅|馆|室|桌|井|闸|泵|坝|库|桥|路|文(?!化|旅|体|明)|令|函|公告|公章|会议[室厅]|仓|塔|标|船|柜|床|座|窗|台|议题|通知|提案|建议|地块|工程|片区|区|点|池|炉|厂|锅|提升|码头|病/y;
const NOT_AFTER_RI = /游|元|程|报(?!名|送|到|告)|志|常(?!务|委)|夜|益|渐|立|均|产量|薪|龄|用品|式|本人?$|语|内/y;
const QUARTER =
  /第[一二三四1-4]季度?|第?[一二三四1-4](?:季度|(?=(?:到|至|-|~|、)第?[一二三四1-4]季度))|[Qq][1-4](?![\d])/y;
const HALF = /[上下]半年/y;
const YEAR_EDGE = /年(底|末|初|中)(?!会|考|期|秋)/y;
const WITHIN = /(年|月)内(?!部|容)/y;
const MONTH_EDGE = /月(底|末|初|中)(?!旬)|(?:上|中|下)旬/y;
const THIS_QUARTER = /(本|这一?个?|上一?个?|下一?个?)季度(?!性)/y;

const add = (parts: Part[], more: Part[]): Part[] => [...new Set([...parts, ...more])];

/** A year that was said, and what narrows it. */
function inYear(scan: Parameters<DayParser>[0], to: number, year: number, said: Part[]): DayPhrase {
  const tail = readTails(scan, to, 'year');
  return { to: tail.to, float: 'none', said: add(said, tail.said), make: () => tail.narrow(yearPeriod(year)) };
}

export const spokenYear: DayParser = (scan, at) => {
  const { text } = scan;
  const m = matchAt(YEAR, text, at);
  if (m && !/[\d.第零〇一二三四五六七八九十百前后近约满]/.test(text.charAt(at - 1))) {
    const words = m[1] ?? m[3] ?? '';
    const value = readNumber(words);
    if (value === null) return null;
    const year = words.length === 4 ? value : value + (value >= 70 ? 1900 : 2000);
    if (year < 1900 || year > 2100) return null;
    const phrase = inYear(scan, at + m[0].length, year, ['year']);
    // 20年 alone is a length; 08年 and 98年 are years.
    const alone = phrase.to === at + m[0].length && words.length === 2;
    return alone && !/^[09零〇九]/.test(words) ? null : phrase;
  }
  return null;
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

export const dayOfMonth: DayParser = (scan, at) => {
  const { text } = scan;
  const before = text.charAt(at - 1);
  const m = matchAt(DATE, text, at);
  if (!m || (NOT_DATE_BEFORE.test(before) && !(before === '-' || before === '/' || before === '.'))) return null;
  const words = m[1] ?? '';
  const date = readNumber(words);
  if (date === null || date < 1 || date > 31 || /^[两零〇]/.test(words) || /\d{3}/.test(words)) return null;
  if ((before === '-' || before === '.' || before === '/') && /[\dA-Za-z]/.test(text.charAt(at - 2))) {
    if (before !== '-') return null;
  }
  if (before === ')' && /[([]\d{4}\)$/.test(text.slice(Math.max(0, at - 6), at))) return null;
  const to = at + m[0].length;
  if (m[2] === '日' && isLengthInDays(text, at, words)) return null;
  if (m[2] === '号' && /[路街巷弄道村]/.test(before)) return null;
  if (m[2] === '号' && isAt(NOT_AFTER_HAO, text, to)) return null;
  if (m[2] === '日' && isAt(NOT_AFTER_RI, text, to)) return null;
  return { to, float: 'month', said: ['day'], make: (index) => dateOfMonth(index, date) };
};

/** 第一季度, 上半年, 年底, 月初: of this year or month where none is said. */
export const unplaced: DayParser = (scan, at, base) => {
  const { text } = scan;
  const { year } = civil(base?.days.first ?? scan.today);
  const within = (scope: Scope, p: Period): DayPhrase => {
    const tail = readTails(scan, at, scope);
    return { to: tail.to, float: 'none', said: tail.said, make: () => tail.narrow(p) };
  };
  if (isAt(QUARTER, text, at) || isAt(HALF, text, at)) return within('year', yearPeriod(year));
  const quarter = matchAt(THIS_QUARTER, text, at);
  if (quarter) {
    const words = quarter[1] ?? '';
    const offset = words.startsWith('上') ? -3 : words.startsWith('下') ? 3 : 0;
    const first = Math.floor(monthIndex(scan.today) / 3) * 3 + offset;
    const tail = readTails(scan, at + quarter[0].length, 'quarter');
    const p = { first: monthPeriod(first).first, last: monthPeriod(first + 2).last, one: false };
    return { to: tail.to, float: 'none', said: add(['month'], tail.said), make: () => tail.narrow(p) };
  }
  const edge = matchAt(YEAR_EDGE, text, at);
  if (edge) {
    const word = edge[1] ?? '';
    return {
      to: at + edge[0].length,
      float: 'none',
      said: ['month'],
      make: () => edgeOf(word, yearPeriod(year), 'year'),
    };
  }
  const inside = matchAt(WITHIN, text, at);
  if (inside && !/[\d半几个一二两三四五六七八九十]/.test(text.charAt(at - 1))) {
    const p = inside[1] === '年' ? yearPeriod(year) : monthPeriod(monthIndex(scan.today));
    return { to: at + 2, float: 'none', said: [], make: () => p };
  }
  const month = matchAt(MONTH_EDGE, text, at);
  if (!month) return null;
  const tail = readTails(scan, text.charAt(at) === '月' ? at + 1 : at, 'month');
  return { to: tail.to, float: 'month', said: ['day'], make: (index) => tail.narrow(monthPeriod(index)) };
};

const SAME_DAY = /当[天日]|同[天日]/y;
const UNTIL_NOW = /今(?![年天日晚早晨明后])|现在(?:为止)?|目前(?:为止)?/y;
const NEXT_DAY = /次日|翌日|第二[天日]|隔[天日]/y;

/** 次日, 当日: counted from the date before; 至今, 到目前为止: to today. */
export const fromDateBefore: DayParser = (scan, at, base) => {
  if (base?.link !== 'span') return null;
  const m = matchAt(NEXT_DAY, scan.text, at);
  if (m) return { to: at + m[0].length, float: 'base', said: ['day'], make: (last) => oneDay(last + 1) };
  const now = matchAt(UNTIL_NOW, scan.text, at);
  if (now) return { to: at + now[0].length, float: 'none', said: [], make: () => oneDay(scan.today) };
  const same = matchAt(SAME_DAY, scan.text, at);
  return same && { to: at + same[0].length, float: 'base', said: ['day'], make: (last) => oneDay(last) };
};
