/** What narrows a year, a month or a week: 上旬, 底, 第二周, 5日, 最后一个工作日, 周三. */
import type { Scan } from '../types.ts';
import { readWeekdayAt } from '../weekday.ts';
import { dateInMonth, edgeTail, halfMonth, monthOfYear, tenthOfMonth } from './month.ts';
import { nthTail, nthWeekday, someTail } from './nth.ts';
import type { Scope, Tail, TailParser } from './tail.ts';
import { festivalTail, halfOfYear, quarterOfYear, sameDate } from './year.ts';

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

const TAILS: TailParser[] = [
  ...[monthOfYear, dateInMonth, tenthOfMonth, halfMonth, edgeTail, quarterOfYear, halfOfYear],
  ...[nthWeekday, nthTail, someTail, weekdayTail, festivalTail, sameDate],
];

/** The tail at an offset, whichever kind it is; 的 may stand before it. */
function oneTail(scan: Scan, at: number, scope: Scope): Tail | null {
  const start = scan.text.charAt(at) === '的' ? at + 1 : at;
  for (const parse of TAILS) {
    const tail = parse(scan, start, scope);
    if (tail) return tail;
  }
  return null;
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
