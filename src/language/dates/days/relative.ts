/** Days counted from today: 今天, 后天, 今明两天, 三天后, 两周前, 未来三天, 10天内, 三个工作日内. */
import { dayOfEpoch, epochDay } from '../../../core/day.ts';
import { type Amount, readAmount } from '../amounts.ts';
import { matchAt } from '../match.ts';
import { addMonths, days, oneDay } from '../periods.ts';
import type { DayParser, Scan } from '../types.ts';

const NAMED =
  /大{0,3}(?:前|后)[天日](?!性)|(?:今|明|昨)(?:天|日|儿)|即日|[今明昨](?=早|晚|夜|晨|上午|下午|中午)|今(?=日)/y;
const SEVERAL = /(昨今|今明|明后|今明后)(?:[两二三]?[天日]|(?=,|。|$))/y;
const OFFSETS: Record<string, number> = { 今: 0, 即: 0, 明: 1, 昨: -1 };

export const namedDay: DayParser = (scan, at) => {
  const m = matchAt(NAMED, scan.text, at);
  if (!m) return null;
  const words = m[0];
  const far = words.split('大').length - 1;
  const offset = OFFSETS[words.charAt(0)] ?? (words.includes('后') ? 2 + far : -2 - far);
  return { to: at + words.length, float: 'none', said: ['day'], make: () => oneDay(scan.today + offset) };
};

export const severalDays: DayParser = (scan, at) => {
  const m = matchAt(SEVERAL, scan.text, at);
  if (!m) return null;
  const words = m[1] ?? '';
  const first = words.startsWith('昨') ? -1 : words.startsWith('今') ? 0 : 1;
  const last = words.endsWith('今') ? 0 : words.endsWith('明') ? 1 : 2;
  return {
    to: at + m[0].length,
    float: 'none',
    said: ['day'],
    make: () => days(scan.today + first, scan.today + last),
  };
};

/** A date some time on (or back, where the amount is negative). */
export function shifted(scan: Scan, amount: Amount, sign: 1 | -1): number {
  if (amount.workdays > 0) {
    return epochDay(scan.calendar.addWorkdays(dayOfEpoch(scan.today), sign * Math.floor(amount.workdays)));
  }
  const whole = Math.trunc(amount.months);
  const rest = Math.round((amount.months - whole) * 30);
  return addMonths(scan.today, sign * whole) + sign * (rest + Math.round(amount.days));
}

const LATER = /(?:之后|以后|过后|后)(?!勤|续|台|方|面|备|者|果|期|半|遗|悔)/y;
const EARLIER = /(?:之前|以前|前)(?!往|来|去|台|期|夕|任|面|线|提|言|景|沿|后)/y;
/** 10日前, 于五日前: before that day of the month. */
const DEADLINE = /\d$|^[于在]/;
/** Lengths beyond this are not dates that an office speaks of, only work for the calendar. */
const LONGEST = 36_600;

/** Whether an amount is counted in days, weeks, months or working days, and small enough to count. */
export const isDays = (a: Amount): boolean =>
  a.seconds === 0 && a.length > 0 && a.length <= LONGEST && a.workdays <= 2000;

/** 三天后, 两周后, 5个工作日后, 3天前. 10日前 is a deadline, the 10th, not ten days ago. */
export const daysAway: DayParser = (scan, at) => {
  if (/[第提近\d.]/.test(scan.text.charAt(at - 1))) return null;
  const amount = readAmount(scan.text, at);
  if (!amount || !isDays(amount)) return null;
  const later = matchAt(LATER, scan.text, amount.to);
  const earlier = later ? null : matchAt(EARLIER, scan.text, amount.to);
  if (!later && !earlier) return null;
  if (
    amount.dateLike &&
    (earlier ? DEADLINE.test(scan.text.slice(Math.max(0, at - 1), at + 1)) : later?.[0] === '以后')
  )
    return null;
  const day = shifted(scan, amount, later ? 1 : -1);
  return { to: amount.to + (later ?? earlier ?? '')[0].length, float: 'none', said: ['day'], make: () => oneDay(day) };
};

const INSIDE = /(?:之内|以内|内)(?!部|容|网|蒙|科|设|外|勤|涝|控|阁|参)/y;

/** 10天内, 一周内: from today on; 三个工作日内 counts working days after today. */
export const daysInside: DayParser = (scan, at) => {
  if (/[第\d.]/.test(scan.text.charAt(at - 1))) return null;
  const amount = readAmount(scan.text, at);
  if (!amount || !isDays(amount)) return null;
  const inside = matchAt(INSIDE, scan.text, amount.to);
  if (!inside) return null;
  const last = shifted(scan, amount, 1);
  return { to: amount.to + inside[0].length, float: 'none', said: ['day'], make: () => days(scan.today, last) };
};

const COMING = /(?:在)?(?:未来|今后|接下来|往后|此后)的?/y;
/** 前三天 with nothing before it; 前两天 is vague. */
const BARE_AROUND = /[前后](?=[\d三四五六七八九十])/y;
const GONE = /(?:在)?(?:过去|最近|近|刚过去|以往)的?/y;

/** 未来三天 begins tomorrow, 近一周 ended yesterday. */
export const daysAround: DayParser = (scan, at) => {
  const coming = matchAt(COMING, scan.text, at);
  const gone = coming ? null : matchAt(GONE, scan.text, at);
  const bare =
    coming || gone || /[\u4e00-\u9fff]/.test(scan.text.charAt(at - 1)) ? null : matchAt(BARE_AROUND, scan.text, at);
  const lead = coming ?? gone ?? bare;
  if (!lead) return null;
  const amount = readAmount(scan.text, at + lead[0].length);
  if (!amount || !isDays(amount)) return null;
  const inside = matchAt(INSIDE, scan.text, amount.to);
  const ahead = coming !== null || bare?.[0] === '后';
  const edge = shifted(scan, amount, ahead ? 1 : -1);
  if (edge === scan.today) return null;
  return {
    to: amount.to + (inside ? inside[0].length : 0),
    float: 'none',
    said: ['day'],
    make: () => (ahead ? days(scan.today + 1, edge) : days(edge, scan.today - 1)),
  };
};
