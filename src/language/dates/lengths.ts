/** Durations and moments counted in hours: 三天, 半天, 1小时后, 半小时之内, 现在. */
import { wallClock } from '../../core/day.ts';
import { type Amount, isLengthInDays, readAmount } from './amounts.ts';
import type { Draft } from './draft.ts';
import { isAt, matchAt } from './match.ts';
import type { Scan } from './types.ts';

const LATER = /(?:之后|以后|过后|后)(?!勤|续|台|方|面|备|者|果|期)/y;
const EARLIER = /(?:之前|以前|前)(?!往|来|去|台|期|夕|任|面|线|提|言|景)/y;
const INSIDE = /(?:之内|以内|内)(?!部|容|网|蒙|科|设|外|勤|涝)/y;
const NOW_STARTS = new Set('从现此');
const NOW = /从?(?:现在|此刻)(?:起|开始)|现在|此刻/y;
const SYSTEM = /[制型]|工作制/y;
/** Longer lengths are figures, not times. */
const LONGEST = 366 * 200;

const draft = (at: number, to: number): Omit<Draft, 'type'> => ({ from: at, to, said: [], inferred: [] });

/** Reads 现在 and 从现在起. */
export function readNow(scan: Scan, at: number): Draft | null {
  const m = NOW_STARTS.has(scan.text.charAt(at)) ? matchAt(NOW, scan.text, at) : null;
  if (!m) return null;
  const now = { ...draft(at, at + m[0].length), start: wallClock(scan.now), said: ['time' as const] };
  return /[起始]$/.test(m[0]) ? { ...now, type: 'datetimerange', end: null } : { ...now, type: 'datetime' };
}

function fromNow(scan: Scan, amount: Amount, sign: 1 | -1): string {
  const day = Math.round(amount.days);
  return wallClock(scan.now + sign * (amount.seconds + day * 86_400) * 1000);
}

/** Reads a length of time; in hours and minutes also what is counted from now. */
export function readLength(scan: Scan, at: number): Draft | null {
  const { text } = scan;
  if (/[第\d.〔]/.test(text.charAt(at - 1))) return null;
  const amount = readAmount(text, at);
  if (!amount || amount.length > LONGEST || amount.length === 0) return null;
  if (amount.seconds > 0 && amount.months === 0 && amount.workdays === 0) {
    const later = matchAt(LATER, text, amount.to);
    const around = later ?? matchAt(EARLIER, text, amount.to);
    if (around) {
      const to = amount.to + around[0].length;
      return { ...draft(at, to), type: 'datetime', start: fromNow(scan, amount, later ? 1 : -1), said: ['time'] };
    }
    const inside = matchAt(INSIDE, text, amount.to);
    if (inside) {
      const to = amount.to + inside[0].length;
      return {
        ...draft(at, to),
        type: 'datetimerange',
        start: wallClock(scan.now),
        end: fromNow(scan, amount, 1),
        said: ['time'],
      };
    }
  }
  const counted = /^[两半]/.test(text.slice(at, at + 1)) || isLengthInDays(text, at, text.slice(at, amount.to - 1));
  if (amount.dateLike && !counted) return null;
  if (isAt(SYSTEM, text, amount.to)) return null;
  return { ...draft(at, amount.to), type: 'duration', days: Math.round(amount.length * 100_000) / 100_000 };
}
