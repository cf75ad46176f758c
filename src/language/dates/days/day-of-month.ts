/** 5日, 15号: days of the month; not rooms, papers or numbers of houses. */
import { SMALL_NUMBER as N, readNumber } from '../../numbers.ts';
import { isLengthInDays } from '../amounts.ts';
import { isAt, matchAt } from '../match.ts';
import { dateOfMonth } from '../periods.ts';
import type { DayParser } from '../types.ts';

const DATE = new RegExp(
  `(${N})(?:([日号])|(?=(?:(?:到|至|-{1,3}|~{1,2}|、|,|和)${N}){1,12}(?:[日号]|[两三四五][天日])))`,
  'y',
);
/** 3月16、17两天, 9.14-15去青岛: the end of a list or span whose 日 is left out. */
const IN_LIST = new RegExp(`(${N})(?=[两三四五][天日])`, 'y');
const IN_SPAN = new RegExp(`(${N})(?=[两三四五][天日]|[去赴到请外出在我]|,|$|\\n)`, 'y');
const AFTER_DATE = /\d{1,2}[./月]\d{1,2}[日号]?[-~]{1,3}$/;
/** 第3号, 〔2026〕12号, A3号, 3.5号, 1/5号; after a dash only in a span of days. */
const NUMBER_BEFORE = /(?:[第〕】\]A-Za-z#\d]|[A-Za-z\d][./]|[A-Za-z]-|[([]\d{4}\))$/;
/** 中心路28号, but 南园街道28号办: a subdistrict has days, a street has houses. */
const STREET_BEFORE = /[路街巷弄村]$|(?<!街)道$/;
const NOT_AFTER_HAO =
  /楼|门|院|车(?!站)|线(?!上|下)|机(?!场|关)|厅|馆|室|桌|井|闸|泵|坝|库|桥|路|文(?!化|旅|体|明)|令|函|公告|公章|会议[室厅]|仓|塔|标|船|柜|床|座|窗|台|议题|通知|提案|建议|预案|项目|地块|工程|片区|区|点|池|炉|厂|锅|提升|码|病|召|称|角/y;
const NOT_AFTER_RI = /游|元|程|报(?!名|送|到|告)|志|常(?!务|委)|夜|益|渐|立|均|产量|薪|龄|用品|语|内|三餐/y;

export const dayOfMonth: DayParser = (scan, at, base) => {
  const { text } = scan;
  const end = base?.link === 'span' && AFTER_DATE.test(text.slice(Math.max(0, at - 8), at)) ? IN_SPAN : base && IN_LIST;
  const m = matchAt(DATE, text, at) ?? (end && matchAt(end, text, at));
  if (!m) return null;
  const [all, words = '', unit] = m;
  const date = readNumber(words);
  if (date === null || date < 1 || date > 31 || /^[两零〇]|\d{3}/.test(words)) return null;
  const before = text.slice(Math.max(0, at - 6), at);
  if (NUMBER_BEFORE.test(before)) return null;
  const to = at + all.length;
  if (unit === '号' && (STREET_BEFORE.test(before) || isAt(NOT_AFTER_HAO, text, to))) return null;
  if (unit === '日' && (isLengthInDays(text, at, words) || isAt(NOT_AFTER_RI, text, to))) return null;
  return { to, float: 'month', said: ['day'], make: (index) => dateOfMonth(index, date) };
};
