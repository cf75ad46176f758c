import type { Calendar } from '../calendar/calendar.ts';
import type { Instant } from '../core/day.ts';
import type { Person, Roster } from '../core/roster.ts';
import { type DateSpan, readDates } from './dates/read.ts';
import { matcher } from './matcher.ts';
import { type MeetingSpan, readMeetings } from './meetings.ts';
import { normalise } from './normalise.ts';
import { type PersonSpan, readPeople } from './people.ts';
import { readUnits, type UnitSpan } from './units.ts';

/** A text with everything in it that commands look for. Offsets of spans are into `text`. */
export interface Marked {
  /** As it was typed. */
  original: string;
  /** Half width, without the spaces that typing leaves inside Chinese words. */
  text: string;
  dates: DateSpan[];
  people: PersonSpan[];
  units: UnitSpan[];
  meetings: MeetingSpan[];
  /** 《…》, without the brackets. */
  titles: string[];
  /** Bare dates were read backward: the text puts on record what is done. */
  past: boolean;
}

/** Acts that put on record what is done already: their bare dates lie behind. */
const RECORDS_PAST = matcher(/补(?:报|填)?登记|登记[一-鿿]{0,4}调研|调研[一-鿿]{0,4}登记/);

/** Marks a text once; every command reads from the result. */
export function mark(original: string, roster: Roster, calendar: Calendar, now: Instant, self?: Person): Marked {
  const text = normalise(original).text;
  const units = readUnits(text, roster);
  const past = RECORDS_PAST.test(text);
  return {
    original,
    text,
    dates: readDates(text, now, calendar, { past }),
    people: readPeople(text, roster, self, units),
    units,
    meetings: readMeetings(text),
    titles: [...text.matchAll(/《([^《》]{1,120})》/g)].map((m) => m[1] ?? ''),
    past,
  };
}
