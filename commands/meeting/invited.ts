/** Who is invited: members as of right, standing observers as of right, others only when the message names them. */
import type { Quote } from '../../src/core/message.ts';
import { isHead, isLeader, type Person, sayPerson } from '../../src/core/roster.ts';
import type { MeetingKind } from '../../src/core/vocabulary.ts';
import { onePerson } from '../../src/language/people.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { unitsIn } from '../papers/units.ts';
import type { Hosts } from './hosts.ts';
import { holds, type Named, resolve } from './rules.ts';

/** People whom a message names besides those who hold the meeting. */
export interface Guests {
  /** Heads of the units named anywhere: whom a meeting on their field concerns. */
  concerned: Person[];
  /** Who is said to come: 请财政局、水利局列席. */
  named: Person[];
  /** District leaders who are to take part, not to observe. */
  attending: Person[];
  /** Whom the message says need not come. */
  spared: Person[];
  /** Words of the message, to find invited names that no roster has. */
  text: string;
}

interface Group {
  people: Person[];
  quotes: Quote[];
}

/** Everybody who is asked to come, each group with the clause that makes it come. */
export interface Invited {
  members: Group;
  standing: Group;
  guests: Group[];
  /** Whom the rule wants there and the message would spare: they are asked all the same. */
  spared: string[];
  /** Names that the rule states and the roster lacks. */
  lacking: string[];
}

const COMING = /列席|参加|出席|参会|到会|与会|邀请|汇报|请[^,。;]{2,40}?(?:局|镇|街道|委|中心|负责人|同志)/;

/** 司法局不用列席 */
const SPARED =
  /(?:不用|不必|无需|无须|不需要?|不再|别|不)(?:通知|安排|邀请|请|叫|让)?[^,。;]{0,8}?(?:来|列席|参加|出席|参会|到会|了)?$/;

/** Reads whom a message wants at the meeting. */
export function readGuests(said: Said, context: Context, hosts: Hosts): Guests {
  const { text, people } = said.marked;
  const holding = [
    hosts.convener,
    hosts.presider,
    hosts.mandator === true ? undefined : hosts.mandator,
    hosts.onBehalfOf,
  ];
  const comes = (from: number): boolean => COMING.test(clauseAt(text, from)) && !isSpared(clauseAt(text, from));
  const named: Person[] = [];
  const spared: Person[] = [];
  const concerned: Person[] = [];
  const attending: Person[] = [];
  const add = (to: Person[], person: Person | undefined): void => {
    if (person && !holding.includes(person) && person.id !== context.sender.id && !to.includes(person)) to.push(person);
  };
  for (const span of unitsIn(said).filter((u) => !isPlace(text, u.from, u.to))) {
    const head = context.roster.headOf(span.unit);
    if (isSpared(clauseAt(text, span.from))) {
      add(spared, head);
      continue;
    }
    add(concerned, head);
    if (comes(span.from)) add(named, head);
  }
  for (const span of people) {
    const person = onePerson(span);
    if (span.how !== 'self' && isSpared(clauseAt(text, span.from))) add(spared, person);
    if (span.how === 'self' || !comes(span.from)) continue;
    add(named, person);
    if (person && isHead(person)) add(concerned, person);
    if (person && isLeader(person) && !/列席/.test(clauseAt(text, span.from))) add(attending, person);
  }
  for (const person of everybody(context, text)) add(named, person);
  return { concerned, named, attending, spared, text };
}

const clausesOf = (text: string): string[] => text.split(/[,。;\n]/);
const isSpared = (clause: string): boolean => SPARED.test(clause);

/** 在水利局召开 says where, not who. */
const isPlace = (text: string, from: number, to: number): boolean =>
  /(?:在|于|到|地点:?)区?$/.test(text.slice(0, from)) &&
  /^[^,。;、]{0,14}(?:召开|举行|召集|主持|会议室|礼堂|开会)/.test(text.slice(to));

const COLLECTIVES: readonly (readonly [RegExp, (p: Person) => boolean])[] = [
  [
    /(?:(?:各|全体|所有)(?:部门|单位|局)|局长们)(?:、|和|及)?[^,。;]{0,20}?(?:列席|参加|出席|参会|到会)/,
    (p) => p.position === 'department-head',
  ],
  [
    /(?:(?:各|全体|所有)(?:镇|镇街|乡镇|镇、街道|镇\(街道\))|镇长们|镇街一把手)[^,。;]{0,20}?(?:列席|参加|出席|参会|到会)/,
    (p) => p.position === 'town-mayor' || p.position === 'subdistrict-director',
  ],
  [
    /(?:各|全体|所有)(?:街道|镇街)[^,。;]{0,20}?(?:列席|参加|出席|参会|到会)/,
    (p) => p.position === 'subdistrict-director',
  ],
  [
    /(?:各|全体|所有)?(?:开发区|功能区)(?:管委会)?[^,。;]{0,20}?(?:列席|参加|出席|参会|到会)/,
    (p) => p.position === 'zone-head',
  ],
  [
    /区管干部[^,。;]{0,12}?(?:列席|参加|出席|参会|到会)|邀请[^,。;]{0,12}区管干部/,
    (p) => p.position === 'office-managed-cadre',
  ],
];

/** 各镇主要负责人列席 names them all. */
function everybody(context: Context, text: string): Person[] {
  return COLLECTIVES.flatMap(([words, fits]) => (words.test(text) ? context.roster.people.filter(fits) : []));
}

function clauseAt(text: string, at: number): string {
  const from = Math.max(...[...',;。\n'].map((c) => text.lastIndexOf(c, at - 1))) + 1;
  const rest = text.slice(at).search(/[,。;\n]/);
  return text.slice(from, rest < 0 ? text.length : at + rest);
}

/** Applies the district's provisions on members and observers of a kind of meeting. */
export function attendants(context: Context, kind: MeetingKind, guests: Guests, presider: Person): Invited {
  const membership = context.book.find('meeting-members', (v) => v.meeting === kind);
  const memberNames = membership?.value.members ?? [];
  const concerned = [...new Set([...guests.concerned, ...guests.named.filter(isHead), ...guests.attending])];
  const members: Named = resolve(context, memberNames, concerned);
  const named = new Set(members.people);
  const lacking = [...members.lacking];
  const standing: Group = { people: [], quotes: [] };
  const spared = members.people.filter((p) => guests.spared.includes(p)).map(sayPerson);
  const optional = [];
  for (const rule of context.book.byKind('meeting-observers').filter((p) => p.value.meeting === kind)) {
    if (!rule.value.standing) {
      optional.push(rule);
      lacking.push(
        ...resolve(context, rule.value.observers.filter(isName), []).lacking.filter((name) =>
          clausesOf(guests.text).some((c) => !isSpared(c) && isInvited(c, name)),
        ),
      );
      continue;
    }
    const found = resolve(context, rule.value.observers, []);
    lacking.push(...found.lacking);
    for (const person of found.people)
      if (!named.has(person) && person.id !== presider.id) standing.people.push(person);
    spared.push(
      ...found.people.filter((p) => guests.spared.includes(p)).map(sayPerson),
      ...found.lacking.filter((name) => clausesOf(guests.text).some((c) => isSpared(c) && isInvited(c, name))),
    );
    standing.quotes.push(quoteOf(context.book, rule));
  }
  for (const person of standing.people) named.add(person);
  const groups = new Map<string, Group>();
  for (const person of guests.named.filter((p) => !named.has(p))) {
    const rule = optional.find((r) =>
      holds(
        person,
        r.value.observers.filter((o): o is Exclude<typeof o, object> => typeof o === 'string'),
      ),
    );
    const group = groups.get(rule?.id ?? '') ?? { people: [], quotes: rule ? [quoteOf(context.book, rule)] : [] };
    group.people.push(person);
    groups.set(rule?.id ?? '', group);
  }
  return {
    members: {
      people: withPresider(members.people, presider, memberNames),
      quotes: membership ? [quoteOf(context.book, membership)] : [],
    },
    standing,
    guests: [...groups.values()],
    spared,
    lacking: [...new Set(lacking)],
  };
}

const isName = (o: unknown): o is { name: string } => typeof o === 'object' && o !== null && 'name' in o;

/** A name that rosters lack counts as invited when a part of it stands in the message: 法律顾问, 区人武部. */
function isInvited(text: string, name: string): boolean {
  const parts = name
    .replace(/(?:有关|主要)?(?:负责人|负责同志|同志)$/g, '')
    .split(/[,、及和]/)
    .map((p) => p.replace(/^区(?:政府|委)?/, ''));
  return parts.some((p) => p.length >= 2 && text.includes(p));
}

/** Who presides is due, too, where the rule lists the members one by one. */
function withPresider(members: Person[], presider: Person, names: readonly unknown[]): Person[] {
  return members.includes(presider) || names.length === 0 ? members : [presider, ...members];
}
