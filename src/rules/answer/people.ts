import { isDeputyMayor, type Person, sayPerson } from '../../core/roster.ts';
import type { Provision } from '../schema.ts';
import type { Party } from '../terms.ts';
import type { Asked, Lead, Point } from './context.ts';

/** The unit that a question is about, if a deputy mayor oversees it: the one it names, else the asker's own. */
export function unitOf(asked: Asked): string | undefined {
  const { asker, roster } = asked;
  return unitNamed(asked) ?? (asker && roster.overseerOf(asker.unit) ? asker.unit : undefined);
}

/** The unit that a question names, by itself or by one of its people (马立新他们局), if a deputy mayor oversees it. */
export function unitNamed({ units, people, roster }: Asked): string | undefined {
  const named = units.find(({ unit }) => roster.overseerOf(unit));
  const ofPeople = people.flatMap(({ candidates, how }) =>
    how !== 'self' && candidates.length === 1 ? candidates.map(({ unit }) => unit) : [],
  );
  return named?.unit ?? ofPeople.find((unit) => roster.overseerOf(unit));
}

/** The 分管副区长 of the question's unit. */
export function overseer(asked: Asked): Person | undefined {
  const unit = unitOf(asked);
  return unit ? asked.roster.overseerOf(unit) : undefined;
}

/** Who holds a part in a route on that day, and how that part is called; `null` where the roster can't tell. */
export function holderOf(party: Party, asked: Asked): { title: string; person: Person } | null {
  const { roster } = asked;
  const hold = (title: string, person: Person | undefined) => (person ? { title, person } : null);
  switch (party) {
    case 'mayor':
      return hold('区长', roster.at('mayor')[0]);
    case 'executive-deputy-mayor':
      return hold('负责常务工作的副区长', roster.at('executive-deputy-mayor')[0]);
    case 'office-director':
      return hold('区政府办公室主任', roster.at('office-director')[0]);
    case 'party-secretary':
      return hold('区委书记', roster.at('party-secretary')[0]);
    case 'overseeing-deputy-mayor':
      return hold(`分管${unitOf(asked) ?? ''}的副区长`, overseer(asked));
    default:
      return null;
  }
}

/** The parties that a provision names, in its order. */
export function partiesOf({ value }: Provision): Party[] {
  const route = 'route' in value && Array.isArray(value.route) ? value.route : [];
  const stages = route.flatMap((stage) => (stage.if ? [] : stage.who));
  switch (value.kind) {
    case 'meeting-convener':
      return [...value.by, ...(value.delegates ?? [])];
    case 'signing':
      return [...stages, ...(value.alternatives ?? [])];
    case 'stand-in':
      return value.by === 'executive-deputy-mayor' ? ['executive-deputy-mayor'] : [];
    default:
      return stages;
  }
}

/** 现任：分管水利局的副区长周海涛、区长钱立群。 Empty where the roster names nobody. */
export function namesNow(point: Point): string {
  const parties = [...new Set(partiesOf(point.provision))];
  const holders = parties.flatMap((party) => holderOf(party, point.asked) ?? []);
  if (point.provision.value.kind === 'meeting-convener' && holders.length < parties.length) return '';
  return holders.length > 0 ? `现任${holders.map(({ title, person }) => `${title}${person.name}`).join('、')}。` : '';
}

/** Who acts for somebody who is away, by the rule's own provision; `null` where rule or roster name nobody. */
export function standInFor(person: Person, asked: Asked): { by: Person; provision: Provision } | null {
  const of = person.position === 'mayor' ? 'mayor' : isDeputyMayor(person) ? 'deputy-mayor' : null;
  const provision = of && asked.book.find('stand-in', (v) => v.of === of);
  if (!provision) return null;
  const by =
    provision.value.by === 'executive-deputy-mayor'
      ? asked.roster.at('executive-deputy-mayor')[0]
      : person.standIn && asked.roster.person(person.standIn);
  return by && by.id !== person.id ? { by, provision } : null;
}

/** The deputy mayors (or the mayor) whom a question names, else the one who oversees its unit. */
export function leadersNamed(asked: Asked): Person[] {
  const named = asked.people.flatMap(({ candidates }) =>
    candidates.filter((p) => isDeputyMayor(p) || p.position === 'mayor'),
  );
  if (named.length > 0) return [...new Set(named)];
  const own = overseer(asked);
  return own ? [own] : [];
}

const AWAY = /^[^，。？副]{0,6}(?:不在|外出|出差|休假|出国|请假|学习|来不了|去不了|在外|请病假|住院)/;

/** 区长不在家，纪要谁签: the question itself says that somebody is away. */
function toldAway(person: Person, { text, people }: Asked): boolean {
  if (person.position === 'mayor') {
    const at = /(?<!副)区长(?!办公)/.exec(text);
    if (at && AWAY.test(text.slice(at.index + at[0].length))) return true;
  }
  return people.some(
    ({ candidates, to, how }) =>
      how !== 'self' && candidates.length === 1 && candidates[0]?.id === person.id && AWAY.test(text.slice(to)),
  );
}

/** 周海涛副区长外出期间，由补位的吴敏副区长处理。 for the one who would decide, where they are away today. */
export function awayLead(person: Person, asked: Asked, verb: string): Lead | null {
  if (!asked.awayOn?.(person.id, asked.today) && !toldAway(person, asked)) return null;
  const standIn = standInFor(person, asked);
  return (
    standIn && { text: `${sayPerson(person)}外出期间，由${sayPerson(standIn.by)}${verb}。`, also: [standIn.provision] }
  );
}
