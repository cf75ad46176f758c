import type { Calendar } from '../../calendar/calendar.ts';
import type { Instant } from '../../core/day.ts';

/** What of a date or time was put into words. */
export type Part = 'year' | 'month' | 'day' | 'weekday' | 'time';

export type SpanType = 'date' | 'datetime' | 'daterange' | 'datetimerange' | 'time' | 'duration' | 'set';

/**
 * What is wrong with an expression: a day that no such year or month has (2月30日), a span that ends before it
 * begins, or a weekday that is not the date's (3月5日（周一）).
 */
export type DateFault = 'no-such-date' | 'end-before-start' | 'weekday-mismatch';

/** One time expression of a text (时间表达). */
export interface DateSpan {
  type: SpanType;
  /** `YYYY-MM-DD` of dates, `YYYY-MM-DDTHH:MM:SS` of datetimes, `HH:MM:SS` of times; null where a span is open. */
  start?: string | null;
  /** The last day (included) of a daterange, the end (excluded) of a datetimerange. */
  end?: string | null;
  /** Length of a duration: 半天 is 0.5, an hour 1/24, a month 30. */
  days?: number;
  /** The original words. */
  text: string;
  /** Offsets of those words in the original text, end excluded. */
  from: number;
  to: number;
  said: Part[];
  inferred: Part[];
  fault?: DateFault;
  /** 几天, 改天, 月底前后: a time that nobody can pin down. */
  vague?: true;
  /** Inside 《》: part of a title. */
  title?: true;
}

/** Days from `first` to `last` (epoch days); `one` when it is spoken of as one day. */
export interface Period {
  first: number;
  last: number;
  one: boolean;
}

/** Days as resolved, with what is known of the way there. */
export interface Days extends Period {
  said: Part[];
  inferred: Part[];
  fault?: DateFault;
  /** The year was not said, and this year's date is over. */
  rolled?: boolean;
}

/**
 * A phrase for days, read but not yet placed in time. `make(n)` gives the days in the n-th year, month
 * (year × 12 + month − 1) or week (epoch day of its Monday), whichever the phrase leaves open; null where
 * that one has no such day. `base` phrases (次日) need a date before them.
 */
export interface DayPhrase {
  to: number;
  float: 'none' | 'year' | 'month' | 'week' | 'base';
  said: Part[];
  make(n: number): Period | null;
  /** A weekday that was said beside the date, and the week said with it. */
  weekday?: { day: number; week?: number };
}

/** A text being read, and the moment and calendar to read it by. */
export interface Scan {
  text: string;
  now: Instant;
  /** Epoch day of `now`. */
  today: number;
  calendar: Calendar;
  /** A bare date is the last one that is not future. */
  past: boolean;
}

/** The date before, in a span (3日至5日) or a list (3日、5日). */
export interface Base {
  days: Period;
  link: 'span' | 'list';
}

/** Reads one way of speaking at an offset; null when it isn't there. */
export type DayParser = (scan: Scan, at: number, base: Base | null) => DayPhrase | null;
