import type { Matter } from '../src/core/matter.ts';
import { onePerson } from '../src/language/people.ts';
import type { Context, Said } from './command.ts';

/**
 * Whether a message may speak of a matter: no person, title or meeting that it names contradicts the matter.
 * `firmly`: it must also name something of it.
 */
export function mentions(said: Said, matter: Matter, context: Context, firmly = false): boolean {
  const { marked } = said;
  const people = marked.people.flatMap((span) => onePerson(span) ?? []).filter((p) => p.id !== context.sender.id);
  const involved = [matter.owner, matter.filedBy, matter.data.presider, ...(matter.data.leaders ?? [])];
  const words = `${matter.title}${matter.data.body}${matter.data.publicBody}`;
  const personFits = people.some((p) => involved.includes(p.id) || words.includes(p.name));
  const titleFits = marked.titles.some((t) => words.includes(t));
  const unitFits = marked.units.some((u) => words.includes(u.unit) || matter.data.unit === u.unit);
  if (people.length > 0 && !personFits) return false;
  if (marked.titles.length > 0 && !titleFits) return false;
  if (marked.units.length > 0 && people.length === 0 && marked.titles.length === 0 && !unitFits) return false;
  return firmly ? personFits || titleFits || unitFits : true;
}
