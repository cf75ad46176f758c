/** What only means something after another date in a span: 次日, 当日, 至今. */
import { matchAt } from '../match.ts';
import { oneDay } from '../periods.ts';
import type { DayParser } from '../types.ts';

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
