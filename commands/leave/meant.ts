import { DAY_MS } from '../../src/core/day.ts';
import type { Matter } from '../../src/core/matter.ts';
import { dayRange } from '../../src/language/dates/read.ts';
import type { Context, Said } from '../command.ts';
import { denies } from './change-words.ts';
import { isCurrentLeave } from './current.ts';

/** Filed so lately that a correction without a name means it. */
const LATELY_MS = 1_800_000;
const JUST_NOW = /刚才|刚刚|刚(?=报|请|提|发|交)|方才|上一[个次条]|最近(?:那|一)/;

/** Leaves of a person that are not over: under way, agreed to, or not reported back from. */
export function currentLeaves({ facts, today }: Context, person: string): Matter[] {
  const current = facts.mattersOf(person, 'leave').filter(isCurrentLeave);
  const ahead = current.filter((m) => (m.data.last ?? today) >= today);
  return ahead.length > 0 ? ahead : current;
}

const FORTNIGHT_MS = 14 * DAY_MS;

/** The last leave asked for, where it was declined not long ago: another day for it asks for it again. */
export function declinedLeave({ facts, now }: Context, person: string): Matter | undefined {
  const [last] = facts.mattersOf(person, 'leave');
  const { state, kind, closedAt } = last ?? {};
  return kind === 'absence' && state === 'declined' && now - (closedAt ?? 0) <= FORTNIGHT_MS ? last : undefined;
}

/** The leaves that a change may mean, newest first: named by a day, a place or a name of theirs, else the one just filed. */
export function meantLeaves(said: Said, context: Context, person: string): Matter[] {
  const current = currentLeaves(context, person);
  if (current.length < 2) return current;
  const { text, dates } = said.marked;
  const days = dates.flatMap((d) => dayRange(d)?.first ?? []);
  const onDay = current.filter((m) => days.some((day) => (m.data.first ?? '') <= day && day <= (m.data.last ?? '')));
  const named = current.filter((m) => {
    const { place } = m.data.facts ?? {};
    return denies(text, m) || (typeof place === 'string' && place.length > 1 && text.includes(place));
  });
  const told = named.length > 0 ? named : onDay;
  if (told.length > 0) return told;
  const [newest] = current;
  const just = newest && (JUST_NOW.test(text) || context.now - newest.openedAt <= LATELY_MS);
  return just ? [newest] : current;
}
