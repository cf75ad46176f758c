/** What the district's provisions say of a kind of meeting: who convenes, who attends, how many suffice. */
import type { Day } from '../../src/core/day.ts';
import { isDeputyMayor, type Person, sayPerson } from '../../src/core/roster.ts';
import {
  BODIES,
  BODY_IDS,
  type Body,
  type MeetingKind,
  POSITION_IDS,
  POSITIONS,
  type Position,
} from '../../src/core/vocabulary.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import type { Attendant } from '../../src/rules/value.ts';
import type { Context } from '../command.ts';

const isBody = (party: string): party is Body => (BODY_IDS as readonly string[]).includes(party);
const isPosition = (party: string): party is Position => (POSITION_IDS as readonly string[]).includes(party);

/** Whether somebody holds one of the rule's positions (常务副区长 is also a 副区长). */
export const holds = (person: Person, parties: readonly string[]): boolean =>
  parties.includes(person.position) || (isDeputyMayor(person) && parties.includes('deputy-mayor'));

/** `区长（钱立群）、副区长`: the holders' name where there is only one. */
export function sayParties(context: Context, parties: readonly string[]): string {
  return parties
    .map((party) => {
      if (!isPosition(party)) return isBody(party) ? BODIES[party] : party;
      const [only, ...others] = context.roster.at(party);
      return only && others.length === 0 && party !== 'deputy-mayor'
        ? `${POSITIONS[party]}（${only.name}）`
        : POSITIONS[party];
    })
    .join('、');
}

/** People whom a rule names, and the names that the roster lacks. */
export interface Named {
  people: Person[];
  lacking: string[];
}

/** Resolves a rule's attendants on this roster; `named-units` are the heads of the units that the message names. */
export function resolve(context: Context, attendants: readonly Attendant[], concerned: readonly Person[]): Named {
  const people: Person[] = [];
  const lacking: string[] = [];
  for (const attendant of attendants) {
    const [found, name] = resolveOne(context, attendant, concerned);
    if (found.length === 0 && name) lacking.push(name);
    for (const person of found) if (!people.includes(person)) people.push(person);
  }
  return { people, lacking };
}

function resolveOne({ roster }: Context, attendant: Attendant, concerned: readonly Person[]): [Person[], string] {
  if (typeof attendant === 'object') {
    if ('name' in attendant) return [[], attendant.name];
    const head = roster.headOf(attendant.unit);
    return [head ? [head] : [], `区${attendant.unit}主要负责人`];
  }
  if (isBody(attendant)) return [roster.receiversOf(attendant), BODIES[attendant]];
  if (attendant === 'named-units') return [[...concerned], ''];
  if (attendant === 'deputy-mayor') return [roster.deputies(), POSITIONS['deputy-mayor']];
  return isPosition(attendant) ? [roster.at(attendant), POSITIONS[attendant]] : [[], ''];
}

/** 法定到会人数: how many of those due must be there. Exactly half meets 半数以上, not 超过半数. */
export const quorumOf = (share: 'half' | 'more-than-half', due: number): number =>
  share === 'half' ? Math.ceil(due / 2) : Math.floor(due / 2) + 1;

/** `达到半数以上，至少3人`, `超过半数，至少4人`: after 须. */
export const sayQuorum = (share: 'half' | 'more-than-half', due: number): string =>
  `${share === 'half' ? '达到半数以上' : '超过半数'}，至少${quorumOf(share, due)}人`;

/** What the rule says of the quorum of a kind of meeting, if anything. */
export const quorumRule = (context: Context, kind: MeetingKind): ProvisionOf<'meeting-quorum'> | undefined =>
  context.book.find('meeting-quorum', (v) => v.meeting === kind);

/** Whether somebody may convene and preside: the provisions it rests on, or why not. */
export type Authority =
  | { ok: true; basis: Provision[]; mandator?: Person; standingIn?: boolean }
  | { ok: false; basis: Provision[]; who: string; hint: string };

/** Judges who may convene and preside; `null` where the rule does not speak of this kind of meeting. */
export function authority(
  context: Context,
  person: Person,
  kind: MeetingKind,
  day: Day | undefined,
  mandate: Person | true | undefined,
): Authority | null {
  const rule = context.book.find('meeting-convener', (v) => v.meeting === kind);
  if (!rule) return null;
  const { by, delegates } = rule.value;
  if (holds(person, by)) return { ok: true, basis: [rule], ...(mandate && mandate !== true && { mandator: mandate }) };
  // 受区长委托召开: what the mayor may commission others to hold he may hold himself.
  if (person.position === 'mayor' && /受区长委托/.test(rule.phrase)) return { ok: true, basis: [rule] };
  const mandators = context.roster.people.filter((p) => holds(p, by));
  const mandated = mandate === true || (mandate !== undefined && mandators.includes(mandate));
  if (mandated && delegates && holds(person, delegates)) {
    const mandator = mandate === true ? (mandators.length === 1 ? mandators[0] : undefined) : mandate;
    return { ok: true, basis: [rule], ...(mandator && { mandator }) };
  }
  const standIn = mayorsStandIn(context, person, by, day, mandated);
  if (standIn) return { ok: true, basis: [rule, standIn.rule], mandator: standIn.mayor, standingIn: true };
  const may = sayParties(context, by);
  const others = delegates ? `；也可由其委托${sayParties(context, delegates)}` : '';
  const canBe = delegates !== undefined && holds(person, delegates);
  const standsIn =
    by.includes('mayor') && context.book.find('stand-in', (v) => v.of === 'mayor' && v.by === person.position);
  const meanwhile = standsIn ? '区长外出期间由其主持工作的，请先登记区长外出后重新发送。' : '';
  return {
    ok: false,
    basis: [rule],
    who: `${may}${others}`,
    hint: canBe ? `如已受委托，请注明“受${by.includes('mayor') ? '区长' : '其'}委托”后重新发送。` : meanwhile,
  };
}

/** While the mayor is away, the one who runs the government in his place. */
function mayorsStandIn(
  context: Context,
  person: Person,
  by: readonly string[],
  day: Day | undefined,
  mandated: boolean,
): { rule: Provision; mayor: Person } | null {
  const [mayor] = context.roster.at('mayor');
  const rule = context.book.find('stand-in', (v) => v.of === 'mayor');
  if (!mayor || !rule || !by.includes('mayor')) return null;
  const away = [context.today, day].some((d) => d && context.facts.absenceOn(mayor.id, d));
  if (!away) return null;
  const fits =
    person.position === rule.value.by || (rule.value.designated === true && mandated && isDeputyMayor(person));
  return fits ? { rule, mayor } : null;
}

const FUNDS = /资金|经费|补助|补贴|拨款|\d(?:万|亿)元?|项目|编制/;

/** 专题会议凡涉及资金、项目、机构编制安排的: the rule's word on what such a meeting cannot settle by itself, where it is touched. */
export function limitOn(context: Context, kind: MeetingKind | undefined, text: string): Provision | undefined {
  const touched = FUNDS.test(text.replace(/(?:不|未|没有?)涉及[^,。;，；]*/g, ''));
  if (kind !== 'special' || !touched) return undefined;
  return context.book.byTopic('meeting.special.limits').provisions.find(({ phrase }) => phrase.includes('审批权限'));
}

/** `钱立群区长、孙丽华副区长`, shortened after twelve. */
export function sayPeople(people: readonly Person[]): string {
  const named = people.slice(0, 12).map(sayPerson).join('、');
  return people.length > 12 ? `${named}等${people.length}人` : named;
}
