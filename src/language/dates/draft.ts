/** From moments to the values of a span. */
import { dayOfEpoch } from '../../core/day.ts';
import type { Moment } from './moment.ts';
import type { DateSpan, Part } from './types.ts';

/** A span whose words are still to be cut from the original text; offsets are into the normalised one. */
export type Draft = Omit<DateSpan, 'text'>;

/** Which end stays open: `before` X (no start) or `from` X on (no end). */
export type Open = 'before' | 'from' | null;

const DAY = 86_400;
const pad = (n: number): string => String(n).padStart(2, '0');

/** HH:MM:SS of seconds since midnight, those of the next day included. */
function clockOf(seconds: number): string {
  const s = ((seconds % DAY) + DAY) % DAY;
  return `${pad(Math.floor(s / 3600))}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`;
}

const stamp = (epoch: number, seconds: number): string =>
  `${dayOfEpoch(epoch + Math.floor(seconds / DAY))}T${clockOf(seconds)}`;

const union = (...lists: Part[][]): Part[] => [...new Set(lists.flat())];

/** The span of one moment, or from one moment to another. */
export function emit(from: number, to: number, first: Moment, second: Moment | null, open: Open): Draft {
  const timed = first.clock !== null || second?.clock != null;
  const time: Part[] = timed ? ['time'] : [];
  const fault = first.days?.fault ?? second?.days?.fault;
  const draft = {
    from,
    to,
    said: union(first.phrase?.said ?? [], second?.phrase?.said ?? [], time),
    inferred: union(first.days?.inferred ?? [], second?.days?.inferred ?? []),
    ...(fault ? { fault } : {}),
  };
  if (fault === 'no-such-date')
    return { ...draft, type: second || !first.days?.one ? 'daterange' : 'date', start: null, end: null };
  if (!first.days) return second?.days ? crossing(draft, first, second) : { ...draft, ...times(first, second, open) };
  return timed ? { ...draft, ...datetimes(first, second, open) } : { ...draft, ...dates(first, second, open) };
}

type Values = Pick<Draft, 'type' | 'start' | 'end' | 'fault'>;

function dates(first: Moment, second: Moment | null, open: Open): Values {
  const start = first.days?.first ?? 0;
  const end = (second?.days ?? first.days)?.last ?? start;
  if (open === 'before') return { type: 'daterange', start: null, end: dayOfEpoch(end) };
  if (open === 'from') return { type: 'daterange', start: dayOfEpoch(start), end: null };
  if (!second && first.days?.one) return { type: 'date', start: dayOfEpoch(start) };
  return { type: 'daterange', start: dayOfEpoch(start), end: dayOfEpoch(end) };
}

/** 晚上10点到早上6点 goes into the next day; 下午5点到下午3点 does not. */
function overNight(first: Moment, second: Moment): boolean {
  const [from, to] = [first.clock?.part, second.clock?.part];
  if (to === undefined || from === undefined) return true;
  return from === 'evening' || to === 'dawn' || to === 'early' || to === 'morning';
}

function datetimes(first: Moment, second: Moment | null, open: Open): Values {
  const type = 'datetimerange';
  const day = first.days?.first ?? 0;
  const start = first.time?.start ?? 0;
  if (second) {
    const lastDay = second.days?.last ?? day;
    let end = second.time ? (second.time.end ?? second.time.start) : DAY;
    if (!second.days && end <= start && overNight(first, second)) end += DAY;
    const backward = (lastDay - day) * DAY + end <= start;
    return {
      type,
      start: stamp(day, start),
      end: stamp(lastDay, end),
      ...(backward ? { fault: 'end-before-start' } : {}),
    };
  }
  if (open === 'before') return { type, start: null, end: stamp(day, first.time?.end ?? start) };
  if (open === 'from') return { type, start: stamp(day, start), end: null };
  const end = first.time?.end;
  if (end !== undefined) return { type, start: stamp(day, start), end: stamp(day, end) };
  return { type: 'datetime', start: stamp(day, start) };
}

function times(first: Moment, second: Moment | null, open: Open): Values {
  const start = first.time?.start ?? 0;
  const end = second?.time ? (second.time.end ?? second.time.start) : first.time?.end;
  if (open === 'before') return { type: 'time', start: null, end: clockOf(first.time?.end ?? start) };
  if (open === 'from') return { type: 'time', start: clockOf(start), end: null };
  return { type: 'time', start: clockOf(start), ...(end === undefined ? {} : { end: clockOf(end) }) };
}

/** 13:20至次日5:40: a span of clock times whose day is not said. */
function crossing(draft: Omit<Draft, 'type'>, first: Moment, second: Moment): Draft {
  const values = times(first, { ...second, days: null }, null);
  return { ...draft, ...values };
}
