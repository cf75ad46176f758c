import type { Calendar } from '../../calendar/calendar.ts';
import { addDays, type Day, epochDayOf, type Instant } from '../../core/day.ts';
import { normalise } from '../normalise.ts';
import { NUMBER_STARTS, NUMERALS } from '../numbers.ts';
import { DAY_STARTS } from './days/index.ts';
import type { Draft } from './draft.ts';
import { readLength, readNow } from './lengths.ts';
import { matchAt } from './match.ts';
import { readRepetition } from './repetition.ts';
import { type Found, readTimes } from './span.ts';
import type { DateSpan, Scan } from './types.ts';
import { readVague } from './vague.ts';

export type { DateFault, DateSpan, Part, SpanType } from './types.ts';

/** Longer texts are read to here only. */
const LONGEST_TEXT = 8000;

/** What times, and numbers that are none, begin with: everything else is passed over. */
const STARTS = [
  ...DAY_STARTS,
  ...'从自打到至截每逢隔单双天周月年现此正',
  ...'凌拂半午后大清一早晨上中晌下傍黄晚夜深白差',
  ...'过再这那前几数若好头近最未今往等改择另不日尽有抽稍节',
  ...NUMBER_STARTS,
  '.',
];
const START = new RegExp(`[${[...new Set(STARTS)].join('')}]`, 'g');

/** The next offset from which something may be read; the text's end where there is none. */
function nextStart(text: string, from: number): number {
  START.lastIndex = from;
  return START.exec(text)?.index ?? text.length;
}

/** What a number or an ordinal begins with. */
const RUNS = new Set([...NUMBER_STARTS, '.', '第']);
const NUMBER_RUN = new RegExp(`[\\d.]+|[${NUMERALS}]+`, 'y');
const ORDINAL = new RegExp(`第(?:\\d+|[${NUMERALS}]+)`, 'y');

/** The readings at one offset; the longest wins, of two alike the first. */
function readAt(scan: Scan, at: number): Found | null {
  const set = readRepetition(scan, at);
  if (set) return { to: set.to, drafts: [set] };
  const times = readTimes(scan, at);
  let best = times;
  for (const draft of [readLength(scan, at), readNow(scan, at), readVague(scan.text, at)]) {
    if (draft && (!best || draft.to > best.to)) best = { to: draft.to, drafts: [draft] };
  }
  return best;
}

/** What is not a time is passed over as a whole, so that no time is found inside a number. */
function skip(text: string, at: number): number {
  if (!RUNS.has(text.charAt(at))) return at + 1;
  const run = matchAt(NUMBER_RUN, text, at) ?? matchAt(ORDINAL, text, at);
  return at + (run ? run[0].length : 1);
}

/**
 * Reads every date, time and length of time in a text, in order (时间表达).
 * A bare date is the nearest that is not past; with `past` the last that is not future.
 * @example readDates('下周三到周五', ref, calendar)[0] // { type: 'daterange', start: '2026-11-25', end: '2026-11-27', … }
 */
export function readDates(
  text: string,
  ref: Instant,
  calendar: Calendar,
  options: { past?: boolean } = {},
): DateSpan[] {
  const plain = normalise(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text);
  const scan: Scan = { text: plain.text, now: ref, today: epochDayOf(ref), calendar, past: options.past === true };
  const titles = titlesOf(plain.text);
  const spans: DateSpan[] = [];
  for (let at = nextStart(plain.text, 0); at < plain.text.length; at = nextStart(plain.text, at)) {
    const found = readAt(scan, at);
    if (!found) {
      at = skip(plain.text, at);
      continue;
    }
    for (const draft of found.drafts) spans.push(placed(draft));
    at = Math.max(found.to, at + 1);
  }
  return spans;

  function placed(draft: Draft): DateSpan {
    const words = plain.original(draft.from, draft.to);
    const from = plain.origin(draft.from);
    const inTitle = titles.some(([start, end]) => draft.from > start && draft.to <= end);
    return { ...draft, text: words, from, to: from + words.length, ...(inTitle ? { title: true as const } : {}) };
  }
}

/** Offsets of what stands in 《》. */
function titlesOf(text: string): [number, number][] {
  const titles: [number, number][] = [];
  for (let start = text.indexOf('《'); start >= 0; ) {
    const end = text.indexOf('》', start);
    if (end < 0) break;
    titles.push([start, end]);
    start = text.indexOf('《', end);
  }
  return titles;
}

/** Calendar days; null where that end is open. */
export interface DayRange {
  first: Day | null;
  last: Day | null;
}

/**
 * The calendar days that a span covers, first and last included; null for times, durations, sets, vague and
 * non-existent dates. A datetimerange that ends at midnight ends on the day before.
 * @example dayRange(span('11月30日前')) // { first: null, last: '2026-11-30' }
 */
export function dayRange(span: DateSpan): DayRange | null {
  if (span.vague || span.fault === 'no-such-date') return null;
  const start = span.start ? span.start.slice(0, 10) : null;
  switch (span.type) {
    case 'date':
    case 'datetime':
      return { first: start, last: start };
    case 'daterange':
      return { first: start, last: span.end ?? null };
    case 'datetimerange': {
      if (!span.end) return { first: start, last: null };
      const last = span.end.slice(0, 10);
      return { first: start, last: span.end.endsWith('T00:00:00') ? addDays(last, -1) : last };
    }
    default:
      return null;
  }
}

/**
 * The days of one absence said in several expressions: a span, or a first day with a length beside it
 * (从3月5日起3天, 3月5日请假3天). Null where no first day is said.
 */
export function daysOfAbsence(spans: readonly DateSpan[]): DayRange | null {
  const ranges = spans.flatMap((span) => dayRange(span) ?? []);
  const whole = ranges.find((r) => r.first && r.last && r.first < r.last) ?? ranges.find((r) => r.first);
  if (!whole?.first) return null;
  const length = spans.find((span) => span.type === 'duration' && !span.vague)?.days;
  const open = whole.last === null || whole.last === whole.first;
  if (!open || length === undefined) return whole;
  return { first: whole.first, last: addDays(whole.first, Math.max(0, Math.ceil(length) - 1)) };
}
