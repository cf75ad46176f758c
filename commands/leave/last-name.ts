import { isDeputyMayor, type Person } from '../../src/core/roster.ts';
import { onePerson } from '../../src/language/people.ts';
import { PLACE_NAMES } from '../../src/language/places.ts';
import type { Context, Said } from '../command.ts';
import type { Acting } from './acting.ts';
import { clausesOf } from './clauses.ts';
import { isCourtesy } from './courtesy.ts';
import { isCommon, isPersonName, OFFICE } from './names.ts';

/** A name that stands by itself where who acts would be said. */
export interface LastName extends Acting {
  acting: string;
  span: { from: number; to: number };
  /** A person of the roster who may act, or named with an office: no other word looks so. */
  sure: boolean;
}

const TITLED = new RegExp(`^(?:${OFFICE})|(?:${OFFICE})$`);
/** 局里吴敬, 家里有吴敬: said of whoever minds the unit. */
const AT_HOME = /^(?:[局镇区园家委院街](?:里|内|中|道)|单位|机关)(?:[这那](?:边|里))?/;
const FULL_NAME = 3;

/** 济南，参加培训，马志远: the last item of a report that is nothing but a name; not the leaver's or the sender's own. */
export function lastName(said: Said, context: Context, leaver: Person): LastName | undefined {
  const signatures = [leaver.name, context.sender.name];
  const clause = clausesOf(said).findLast(({ text }) => !isCourtesy(text) && !signatures.includes(text));
  if (!clause || clause.from === 0) return undefined;
  const { from, to, text } = clause;
  const known = said.marked.people.find((span) => span.from >= from && span.to <= to);
  const words = known ? text.replace(known.text, '').replace(new RegExp(OFFICE, 'g'), '') : '';
  const person = words === '' ? onePerson(known) : undefined;
  if (person) {
    const own = person.id === leaver.id || person.id === context.sender.id;
    return own || !mayActFor(person, leaver)
      ? undefined
      : { acting: person.name, actingId: person.id, span: { from, to }, sure: true };
  }
  const dated = said.marked.dates.some((span) => span.from < to && span.to > from);
  const name = known || dated ? undefined : isPersonName(text);
  if (!name || PLACE_NAMES.includes(name)) return undefined;
  const sure = TITLED.test(text.replace(/[（()）]/g, '')) || AT_HOME.test(text);
  return sure || text.length === FULL_NAME || (text.length === 2 && !isCommon(text))
    ? { acting: name, span: { from, to }, sure }
    : undefined;
}

/** A colleague of the unit, or another deputy mayor for a deputy mayor. */
const mayActFor = (person: Person, leaver: Person): boolean =>
  isDeputyMayor(leaver) || leaver.position === 'mayor' ? isDeputyMayor(person) : person.unit === leaver.unit;
