import type { Matter } from '../core/matter.ts';
import type { Quote } from '../core/message.ts';
import { isDeputyMayor, type Person } from '../core/roster.ts';
import { BODY_IDS, type Body, POSITION_IDS, type Position } from '../core/vocabulary.ts';
import { partyName } from '../rules/parties.ts';
import { quoteOf } from '../rules/quote.ts';
import type { Turn } from './turn.ts';

/** Who has a step: one person, or everybody who receives for a body (the first press counts). */
export interface Assignment {
  party: string;
  people: string[];
  body?: Body;
  /** Who would have it, were they not away, and the clause that puts somebody in their place. */
  principal?: string;
  quotes: Quote[];
  /** Said to who gets the step: why it came here. */
  hint?: string;
}

/** Positions with several holders of which any one may act. */
const ANY_OF: readonly string[] = ['office-deputy-director', 'office-managed-cadre'];

const isBody = (party: string): party is Body => (BODY_IDS as readonly string[]).includes(party);
const isPosition = (party: string): party is Position => (POSITION_IDS as readonly string[]).includes(party);

/**
 * Finds the people behind a rule's party for this matter, on this roster. A party that the roster cannot fill
 * goes to the office, which is told whom the rule names.
 */
export function resolveParty(turn: Turn, matter: Matter, party: string): Assignment[] {
  const { roster } = turn;
  const { data } = matter;
  const one = (id: string | undefined): Assignment[] => (id ? [{ party, people: [id], quotes: [] }] : []);
  const each = (people: readonly Person[]): Assignment[] => people.flatMap((p) => one(p.id));
  if (isBody(party)) {
    const people = roster.receiversOf(party).map((p) => p.id);
    return people.length > 0 ? [{ party, people, body: party, quotes: [] }] : toOffice(turn, party, '名册未载明接收人');
  }
  const units = data.units ?? [];
  const found = ((): Assignment[] => {
    switch (party) {
      case 'overseeing-deputy-mayor':
        return one(data.unit ? overseer(turn, data.unit)?.id : undefined);
      case 'presider':
        return one(data.presider);
      case 'mandator':
        return one(data.mandator);
      case 'owner-head':
        return one(data.unit ? roster.headOf(data.unit)?.id : undefined);
      case 'named-units':
        return each(units.flatMap((u) => roster.headOf(u) ?? []));
      case 'named-leader':
      case 'concerned-deputy-mayors':
        return each((data.leaders ?? []).flatMap((id) => roster.person(id) ?? []));
      case 'deputy-mayor':
        return each(roster.deputies());
      default: {
        const people = isPosition(party) ? roster.at(party) : [];
        return ANY_OF.includes(party) && people.length > 1
          ? [{ party, people: people.map((p) => p.id), quotes: [] }]
          : each(people);
      }
    }
  })();
  return found.length > 0 ? found : toOffice(turn, party, '名册未载明该岗位人员');
}

/** 分管领导: the deputy mayor in charge of a unit; the office's own matters are the office director's field. */
function overseer(turn: Turn, unit: string): Person | undefined {
  return turn.roster.overseerOf(unit);
}

function toOffice(turn: Turn, party: string, why: string): Assignment[] {
  const people = turn.roster.receiversOf('government-office').map((p) => p.id);
  return people.length > 0 && party !== 'government-office'
    ? [
        {
          party,
          people,
          body: 'government-office',
          quotes: [],
          hint: `${why}（${partyName(party)}），请区政府办公室按程序呈批。`,
        },
      ]
    : [];
}

export { partyName };

export interface StandIn {
  person: Person;
  quotes: Quote[];
}

/**
 * Who decides in place of somebody, by the rule and the roster: the executive deputy mayor for the mayor,
 * the 补位 partner for a deputy mayor. `undefined` where no rule puts anybody there.
 */
export function standInOf(turn: Turn, person: Person): StandIn | undefined {
  const of = person.position === 'mayor' ? 'mayor' : isDeputyMayor(person) ? 'deputy-mayor' : null;
  if (!of) return undefined;
  const provision = turn.bookOn(turn.today).find('stand-in', (v) => v.of === of);
  if (!provision) return undefined;
  const designee = turn.store.absences.on(person.id, turn.today)?.designee;
  const other =
    provision.value.by === 'executive-deputy-mayor'
      ? (designee && turn.roster.person(designee)) || turn.roster.at('executive-deputy-mayor')[0]
      : turn.roster.person(person.standIn ?? '');
  return other && other.id !== person.id
    ? { person: other, quotes: [quoteOf(turn.bookOn(turn.today), provision)] }
    : undefined;
}

export const isAway = (turn: Turn, person: string): boolean => turn.store.absences.on(person, turn.today) !== undefined;

/**
 * Sends a decision on to the stand-in while its person is away. If the stand-in is away, too, it stays where it is
 * and `bothAway` says so.
 */
export function reroute(turn: Turn, assignment: Assignment): Assignment & { bothAway?: boolean } {
  const [id] = assignment.people;
  const person = id && assignment.people.length === 1 && !assignment.body ? turn.roster.person(id) : undefined;
  if (!person || !isAway(turn, person.id)) return assignment;
  const standIn = standInOf(turn, person);
  if (!standIn || isAway(turn, standIn.person.id)) return { ...assignment, bothAway: true };
  return {
    ...assignment,
    people: [standIn.person.id],
    principal: person.id,
    quotes: standIn.quotes,
    hint: `${person.name}外出期间，由${standIn.person.name}处理。`,
  };
}
