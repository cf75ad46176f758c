import { expect, test } from 'vitest';
import { announcedCalendar } from '../../../src/calendar/calendar.ts';
import { parseInstant } from '../../../src/core/day.ts';
import { type DateSpan, readDates } from '../../../src/language/dates/read.ts';

/**
 * Moments at which messages are sent: a Monday in March, a Wednesday in June, a Tuesday in September,
 * a Tuesday and a Friday in November, a Monday after Christmas, a Tuesday before 春节.
 */
export const REFS = {
  mar: '2026-03-02T09:00:00',
  jun: '2026-06-10T14:00:00',
  sep: '2026-09-22T15:30:00',
  tue: '2026-11-17T09:15:00',
  fri: '2026-11-20T10:00:00',
  dec: '2026-12-28T09:00:00',
  feb: '2026-02-10T11:00:00',
} as const;

/**
 * 3月5日 is written 2026-03-05, a span A/B (the last day included; /B and A/ are open), a clock time T09:00,
 * a window of a day A T…/B T…, a duration P3, a repetition R, a vague time ?, an open end ~.
 */
export function say(span: DateSpan): string {
  const short = (value: string): string => value.replace(/:00$/, '');
  const clock = span.type === 'time' ? 'T' : '';
  const end = (value: string | null | undefined): string => (value ? clock + short(value) : '');
  if (span.vague) return '?';
  if (span.type === 'set') return 'R';
  if (span.type === 'duration') return `P${span.days}`;
  const mark = span.fault ? `!${span.fault} ` : '';
  if (span.type === 'date' || span.type === 'datetime') return mark + end(span.start);
  if (span.type === 'time' && span.end === undefined) return end(span.start);
  return `${mark}${end(span.start)}/${end(span.end)}`;
}

/** A message, the moment it is sent, and its meaning in the notation of `say`. */
export type Row = [ref: keyof typeof REFS, text: string, meaning: string];

/** Reads a message sent at one of the moments. */
export function read(ref: keyof typeof REFS, text: string, past = false): DateSpan[] {
  return readDates(text, parseInstant(REFS[ref]) ?? 0, announcedCalendar, { past });
}

/** One test a row; every span's words must also be those of the message. */
export function table(name: string, rows: Row[]): void {
  test.each(rows)(`${name}: [%s] %s`, (ref, text, meaning) => {
    const spans = read(ref, text);
    expect(spans.map(say).join(' ')).toBe(meaning);
    for (const span of spans) expect(text.slice(span.from, span.to)).toBe(span.text);
  });
}
