import type { Calendar } from '../calendar/calendar.ts';
import type { Instant } from '../core/day.ts';
import type { Person, Roster } from '../core/roster.ts';
import { type DateSpan, readDates } from './dates/read.ts';
import { type MeetingSpan, readMeetings } from './meetings.ts';
import { normalise } from './normalise.ts';
import { type PersonSpan, readPeople } from './people.ts';
import { readUnits, type UnitSpan } from './units.ts';

/** A text with everything in it that commands look for. Offsets of spans are into `text`. */
export interface Marked {
  /** Half width, without the spaces that typing leaves inside Chinese words. */
  text: string;
  dates: DateSpan[];
  people: PersonSpan[];
  units: UnitSpan[];
  meetings: MeetingSpan[];
  /** 《…》, without the brackets. */
  titles: string[];
}

/** Marks a text once; every command reads from the result. */
export function mark(original: string, roster: Roster, calendar: Calendar, now: Instant, self?: Person): Marked {
  const text = normalise(original).text;
  return {
    text,
    dates: readDates(text, now, calendar),
    people: readPeople(text, roster, self),
    units: readUnits(text, roster),
    meetings: readMeetings(text),
    titles: [...text.matchAll(/《([^《》]{1,120})》/g)].map((m) => m[1] ?? ''),
  };
}
