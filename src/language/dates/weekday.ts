/** 周三, 星期天, 礼拜四, 周3, 周末: days of a week. */
import { matchAt } from './match.ts';

/** Days of a week, 1 (Monday) to 7. */
export interface WeekdayWords {
  to: number;
  first: number;
  last: number;
}

const NAMED =
  /的?(?:周|星期|礼拜)(?:([一二三四五六])|([日天])(?!程|报|志|常(?!务|委)|期|均|用|历|气|空|数)|([1-7])(?![\d年月日号岁人个级.])|(末))/y;
const SHORT = /(?:([一二三四五六日天])|([1-7])(?![\d年月日号岁人个级.])|(末))/y;
const BOTH = /(?:(?:周|星期|礼拜)?[日天](?!程|报|志|常(?!务|委)|期|均|用|历|气|空|数))/y;

const indexOf = (char: string): number => '一二三四五六日'.indexOf(char === '天' ? '日' : char) + 1;

/** Reads a weekday; after 下周, 本周 and the like also without its 周 (下周三). */
export function readWeekdayAt(text: string, at: number, short: boolean): WeekdayWords | null {
  const m = matchAt(NAMED, text, at) ?? (short ? matchAt(SHORT, text, at) : null);
  if (!m) return null;
  const to = at + m[0].length;
  if (m[0].endsWith('末')) return { to, first: 6, last: 7 };
  const char = m[0].slice(-1);
  const day = /\d/.test(char) ? Number(char) : indexOf(char);
  if (day === 6 && char === '六') {
    const sunday = matchAt(BOTH, text, to);
    if (sunday) return { to: to + sunday[0].length, first: 6, last: 7 };
  }
  return { to, first: day, last: day };
}
