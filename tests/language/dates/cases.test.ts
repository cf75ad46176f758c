import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../../src/calendar/calendar.ts';
import { parseInstant } from '../../../src/core/day.ts';
import { type DateSpan, readDates } from '../../../src/language/dates/read.ts';

interface Expected {
  type: DateSpan['type'];
  start?: string | null;
  end?: string | null;
  days?: number;
}

interface Case {
  id: string;
  text: string;
  ref: string;
  expect: Expected | Expected[];
}

function load(name: string): Case[] {
  const lines = readFileSync(join(import.meta.dirname, '../data', name), 'utf8').split('\n');
  return lines.filter(Boolean).map((line): Case => JSON.parse(line));
}

/** The parts of a span that a case compares beside its length; of a repetition the type alone. */
function value({ type, start, end }: Expected): string {
  if (type === 'set' || type === 'duration') return type;
  const bounds = type === 'date' || type === 'datetime' ? [start] : type === 'time' && !end ? [start] : [start, end];
  return [type, ...bounds.map((bound) => bound ?? '…')].join(' ');
}

describe.each(['time-messages.jsonl', 'time-cases.jsonl'])('%s', (name) => {
  test.each(load(name).map((c) => [c.id, c.text, c] as const))('%s %s', (_id, text, c) => {
    const spans = readDates(text, parseInstant(c.ref) ?? 0, announcedCalendar).filter((span) => !span.vague);
    const expected = [c.expect].flat();
    expect(spans.map(value)).toEqual(expected.map(value));
    for (const [i, { days }] of expected.entries()) if (days) expect(spans[i]?.days).toBeCloseTo(days, 3);
  });
});
