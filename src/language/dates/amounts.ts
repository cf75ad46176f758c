/** Lengths of time: 三天, 一个半小时, 36天5小时30分, 半个月, 五个工作日. */
import { SMALL_NUMBER as N, NUMBER_STARTS, readNumber } from '../numbers.ts';
import { isAt, matchAt } from './match.ts';

export interface Amount {
  to: number;
  /** By unit: whole and half days, months, minutes; for adding to a date. */
  days: number;
  months: number;
  seconds: number;
  workdays: number;
  /** In days, as a duration counts: a month is 30, a year 365. */
  length: number;
  /** Said with 日, which may also be a day of the month. */
  dateLike: boolean;
}

const UNIT = '工作日|自然日|自然月|天|日|星期|礼拜|周|季度|月|年|小时|钟头|钟|分钟|刻钟|秒钟?';
const COUNT = `(\\d{1,6}(?:\\.\\d{1,2})?|[零〇一二两三四五六七八九十百千]{1,7}|半)`;
const FIRST = new RegExp(`${COUNT}(个)?(半)?(?:个)?(${UNIT})(半(?![个天年]))?`, 'y');
const NEXT = new RegExp(`(?:又|零|加|,)?(${N}|半)(个)?(半)?(?:个)?(${UNIT}|分|时|秒)(半)?`, 'y');
const NOT_UNIT = /末|(?:规|计)划|行动|义务|[级制期龄限代薪轻终岁年刊票度份]|[月](?:份|\d)|号/y;
const ORDER = ['年', '季度', '月', '周', '天', '小时', '刻钟', '分钟', '秒'];

const STARTS = new Set([...NUMBER_STARTS, '半']);

const NEEDS_GE = /^(?:月|季度|钟)$/;
const GUESS = /^[一二两三四五六七八九]{2,}$/;
const LENGTH_BEFORE = /(?:前|为期|历时|共|共计|合计|总计|累计|连续|持续)$/;
const LEAVE_BEFORE = /(?:请假|休假|休息|外出|请|休)$/;
const SPAN_AFTER = /[日号](?:到|至|起|前|-|~|、|上午|下午|\(|开始)/y;

/** Whether 三日 is a length (为期三日, 请假三日) rather than a day of the month. */
export function isLengthInDays(text: string, at: number, number: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  if (LENGTH_BEFORE.test(before)) return true;
  return !/\d/.test(number) && LEAVE_BEFORE.test(before) && !isAt(SPAN_AFTER, text, at + number.length);
}

interface One {
  unit: string;
  n: number;
}

function unitName(unit: string): string {
  if (unit === '星期' || unit === '礼拜') return '周';
  if (unit === '日' || unit === '自然日') return '天';
  if (unit === '自然月') return '月';
  if (unit === '钟头' || unit === '钟' || unit === '时') return '小时';
  if (unit === '分') return '分钟';
  return unit.startsWith('秒') ? '秒' : unit;
}

function readOne(pattern: RegExp, text: string, at: number): (One & { to: number; raw: string }) | null {
  const m = matchAt(pattern, text, at);
  if (!m) return null;
  const [all, count = '', ge, half, unit = '', halfAfter] = m;
  const whole = count === '半' ? 0.5 : readNumber(count);
  // 三五天 is a guess, not 35 days.
  if (whole === null || GUESS.test(count)) return null;
  // 3月 is a date, 3个月 a length; 2026年 a year.
  if (NEEDS_GE.test(unit) && !all.includes('个') && count !== '半') return null;
  if (unit === '年' && (ge || /^\d{4,}$/.test(count))) return null;
  // 三个半天 are three times half a day, 三个半小时 three hours and a half.
  const halves = ge !== undefined && half !== undefined && unit === '天';
  const takesHalf = halfAfter && /[天日年时周期拜]$/.test(unit) ? 0.5 : 0;
  const to = at + all.length - (halfAfter && takesHalf === 0 ? 1 : 0);
  return { unit: unitName(unit), n: halves ? whole / 2 : whole + (half ? 0.5 : 0) + takesHalf, to, raw: unit };
}

const LENGTHS: Record<string, number> = {
  ...{ 年: 365, 季度: 90, 月: 30, 周: 7, 天: 1, 工作日: 1 },
  ...{ 小时: 1 / 24, 刻钟: 1 / 96, 分钟: 1 / 1440, 秒: 1 / 86_400 },
};

/** Reads a length of time at an offset, compound ones whole. */
export function readAmount(text: string, at: number): Amount | null {
  const first = STARTS.has(text.charAt(at)) ? readOne(FIRST, text, at) : null;
  if (!first || first.n > 100_000) return null;
  const parts: One[] = [first];
  let to = first.to;
  for (let i = 0; i < 3; i++) {
    const last = parts.at(-1);
    const next = readOne(NEXT, text, to);
    if (!next || !last || ORDER.indexOf(next.unit) <= ORDER.indexOf(last.unit) || last.unit === '工作日') break;
    if (next.unit === '小时' && next.raw === '时' && last.unit !== '天') break;
    parts.push(next);
    to = next.to;
  }
  const lastRaw = text.slice(to - 1, to);
  if (/[年周月日]/.test(lastRaw) && isAt(NOT_UNIT, text, to)) return null;
  const sum = (units: Record<string, number>): number =>
    parts.reduce((total, p) => total + p.n * (units[p.unit] ?? 0), 0);
  return {
    to,
    months: sum({ 年: 12, 季度: 3, 月: 1 }),
    days: sum({ 周: 7, 天: 1 }),
    seconds: sum({ 小时: 3600, 刻钟: 900, 分钟: 60, 秒: 1 }),
    workdays: sum({ 工作日: 1 }),
    length: sum(LENGTHS),
    dateLike: parts.length === 1 && first.raw === '日',
  };
}
