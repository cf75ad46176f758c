/** Places a phrase in time: the nearest date not past, or what follows from the date before it. */
import { civil, mondayOf, monthIndex, weekdayOf } from './periods.ts';
import type { Base, DayPhrase, Days, Part, Period, Scan } from './types.ts';

/** How far a phrase is moved on before it counts as non-existent (2月29日 comes every eighth year at worst). */
const REACH = { year: 8, month: 2, week: 1 };
/** A span's end that would have to move further than this was meant to lie before its start. */
const LONGEST_ROLL = { year: 270, month: 20, week: 7 };
/** How long ago a date may be that its weekday gives away as past. */
const RECENT = 183;
const OPEN_PARTS: Record<string, Part[]> = {
  none: [],
  base: [],
  year: ['year'],
  month: ['year', 'month'],
  week: ['year', 'month', 'day'],
};

type Float = 'year' | 'month' | 'week';

function unitOf(float: Float, epoch: number): number {
  if (float === 'year') return civil(epoch).year;
  return float === 'month' ? monthIndex(epoch) : mondayOf(epoch);
}

const stepOf = (float: Float): number => (float === 'week' ? 7 : 1);

/**
 * Resolves a phrase. Without a date before it: the nearest one that is not past (or, in a backward reading,
 * not future); with one: the first from it on. `current` keeps it in the running year, month or week.
 */
export function resolveDays(phrase: DayPhrase, scan: Scan, base: Base | null, current = false): Days | null {
  const inferred = (OPEN_PARTS[phrase.float] ?? []).filter((part) => !phrase.said.includes(part));
  const known = { said: phrase.said, inferred };
  if (phrase.float === 'none') {
    const made = phrase.make(0);
    if (!made) return { ...nowhere(scan), ...known, fault: 'no-such-date' };
    const backward = base?.link === 'span' && made.last < base.days.first;
    return check(phrase, { ...made, ...known, ...(backward ? { fault: 'end-before-start' as const } : {}) });
  }
  if (phrase.float === 'base') {
    const made = base && phrase.make(base.days.last);
    return made ? { ...made, ...known } : null;
  }
  const placed = base ? after(phrase, phrase.float, base) : nearest(phrase, phrase.float, scan, current);
  if (!placed) return { ...nowhere(scan), ...known, fault: 'no-such-date' };
  return check(phrase, { ...placed, ...known }, base ? null : { float: phrase.float, scan });
}

const nowhere = (scan: Scan): Period => ({ first: scan.today, last: scan.today, one: true });

type Placed = Period & { fault?: Days['fault']; rolled?: boolean };

function nearest(phrase: DayPhrase, float: Float, scan: Scan, current: boolean): Placed | null {
  const start = unitOf(float, scan.today);
  const step = stepOf(float) * (scan.past ? -1 : 1);
  for (let k = 0; k <= REACH[float]; k++) {
    const made = phrase.make(start + k * step);
    if (!made) continue;
    if (current) return k === 0 ? made : null;
    if (scan.past ? made.first <= scan.today : made.last >= scan.today) return { ...made, rolled: k > 0 };
  }
  return null;
}

function after(phrase: DayPhrase, float: Float, base: Base): Placed | null {
  const start = unitOf(float, base.days.first);
  const own = phrase.make(start);
  if (own && own.first >= base.days.first) return own;
  // 4月30日至31日: a day that the month just named doesn't have is a slip, not the next month's.
  if (!own && float === 'month') return null;
  for (let k = 1; k <= REACH[float]; k++) {
    const made = phrase.make(start + k * stepOf(float));
    if (!made || made.first < base.days.first) continue;
    if (!own || made.first - base.days.first <= LONGEST_ROLL[float]) return made;
    break;
  }
  if (!own) return null;
  return base.link === 'list' ? own : { ...own, fault: 'end-before-start' };
}

/**
 * Holds a date against the weekday said beside it. Where that is not the coming date's but the last one's,
 * the last one is meant: 3月5日（周四） said on 9 March is the Thursday gone by.
 */
function check(phrase: DayPhrase, found: Days, open: { float: Float; scan: Scan } | null = null): Days {
  const claim = phrase.weekday;
  if (!claim || found.fault) return found;
  const agrees = (p: Period): boolean =>
    weekdayOf(p.first) === claim.day && (claim.week === undefined || mondayOf(p.first) === claim.week);
  const said: Part[] = found.said.includes('weekday') ? found.said : [...found.said, 'weekday'];
  if (agrees(found)) return { ...found, said };
  if (open) {
    const start = unitOf(open.float, open.scan.today);
    for (const k of [0, -1]) {
      const made = phrase.make(start + k * stepOf(open.float));
      const recent = made && Math.abs(open.scan.today - made.first) <= RECENT;
      if (recent && agrees(made)) return { ...found, ...made, said, rolled: false };
    }
  }
  return { ...found, said, fault: 'weekday-mismatch' };
}
