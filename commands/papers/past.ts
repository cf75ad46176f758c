/** Days of what has already happened: the meeting whose minutes are signed, the one that passed a document. */
import type { Day } from '../../src/core/day.ts';
import { readDates } from '../../src/language/dates/read.ts';
import type { Context, Said } from '../command.ts';

/** The first day that a message names, read backward; `undefined` when it names none. */
export function pastDay(said: Said, context: Context): Day | undefined {
  const spans = readDates(said.marked.text, context.now, context.calendar, { past: true });
  const day = spans.find(
    (s) => (s.type === 'date' || s.type.startsWith('datetime')) && s.start && !s.title && !s.fault,
  );
  return day?.start?.slice(0, 10);
}
