/** 名册同步: what a platform's contacts (通讯录) change in a roster. Positions, 分管, 补位 and bodies are kept by hand and never touched. */
import type { ChannelName, Person, RosterFile } from './roster.ts';
import { BODIES, type Body, POSITIONS } from './vocabulary.ts';

/** Somebody as a platform's contacts have them. */
export interface Contact {
  /** The platform's ids, most lasting first; the first two are what the roster keeps. */
  ids: readonly string[];
  name: string;
  /** Departments, by their names. */
  units: readonly string[];
  /** 已离职 */
  left: boolean;
}

export interface SyncPlan {
  /** What is done, a line each in Chinese. */
  changes: string[];
  /** What somebody has to look at; left as it is. */
  unclear: string[];
  /** What stays for those who have changed or left, a line each. */
  kept: string[];
  /** How many people stay as they are. */
  untouched: number;
  /** The roster with the changes. */
  roster: RosterFile;
  /** Accounts that are taken away from people who have left. */
  dropped: string[];
}

/** A roster keeps two ids of a person: one that lasts, and the one that messages go to. */
const IDS_KEPT = 2;

interface Draft extends Omit<SyncPlan, 'untouched' | 'roster'> {
  people: Person[];
  accounts: Map<string, string>;
  touched: Set<string>;
}

/**
 * Compares contacts, which must be complete, with a roster. `missing` says of people whom the contacts lack whether they
 * have left; of whom nothing is known stays.
 */
export function planSync(
  roster: RosterFile,
  channel: ChannelName,
  contacts: readonly Contact[],
  missing: ReadonlyMap<string, 'left' | 'unknown'>,
): SyncPlan {
  const draft: Draft = {
    changes: [],
    unclear: [],
    kept: [],
    dropped: [],
    people: [...roster.people],
    accounts: new Map(Object.entries(roster.channels?.[channel] ?? {})),
    touched: new Set(),
  };
  const units = new Set(roster.people.flatMap((p) => [p.unit, ...(p.oversees ?? [])]));
  let elsewhere = 0;
  for (const contact of contacts) {
    const person = personOf(draft, contact);
    if (person && contact.left) leave(draft, roster, channel, person);
    else if (person) update(draft, roster, person, contact, units);
    else if (!contact.left && !join(draft, channel, contact, units)) elsewhere += 1;
  }
  for (const [id, state] of missing) {
    const person = draft.people.find((p) => p.id === id);
    if (!person) continue;
    if (state === 'left') leave(draft, roster, channel, person);
    else draft.unclear.push(`${say(person)}：通讯录中未见，也未标明离职，未改动`);
  }
  if (elsewhere > 0) draft.unclear.push(`另有${elsewhere}人的部门不在名册的单位之中，未列入`);
  const { people, accounts, touched, ...lines } = draft;
  const channels = { ...roster.channels, [channel]: Object.fromEntries(accounts) };
  return {
    ...lines,
    untouched: people.filter((p) => !touched.has(p.id)).length,
    roster: { ...roster, people, channels },
  };
}

/** People of a roster whose accounts on a channel none of the contacts have, with those accounts. */
export function missingFrom(
  roster: RosterFile,
  channel: ChannelName,
  contacts: readonly Contact[],
): Map<string, string[]> {
  const seen = new Set(contacts.flatMap((contact) => contact.ids));
  const accounts = Object.entries(roster.channels?.[channel] ?? {});
  const present = new Set(accounts.flatMap(([id, person]) => (seen.has(id) ? [person] : [])));
  const missing = new Map<string, string[]>();
  for (const [id, person] of accounts)
    if (!present.has(person)) missing.set(person, [...(missing.get(person) ?? []), id]);
  return missing;
}

const say = (p: Person): string => `${p.name}（${p.unit}，${POSITIONS[p.position]}）`;

function personOf({ accounts, people }: Draft, { ids }: Contact): Person | undefined {
  const id = ids.map((one) => accounts.get(one)).find((one) => one !== undefined);
  return people.find((p) => p.id === id);
}

function put(draft: Draft, person: Person): void {
  draft.people = draft.people.map((p) => (p.id === person.id ? person : p));
  draft.touched.add(person.id);
}

/** Names and lasting ids follow the contacts; a unit only where no office hangs on it. */
function update(draft: Draft, roster: RosterFile, person: Person, contact: Contact, units: ReadonlySet<string>): void {
  const fresh = contact.ids.slice(0, IDS_KEPT).filter((id) => !draft.accounts.has(id));
  for (const id of fresh) draft.accounts.set(id, person.id);
  if (fresh.length > 0) {
    draft.changes.push(`补充账号 ${say(person)}：${fresh.join('、')}`);
    draft.touched.add(person.id);
  }
  const renamed = contact.name !== person.name ? contact.name : undefined;
  if (renamed) draft.changes.push(`改名 ${say(person)} → ${renamed}`);
  const moved = movedTo(person, contact, units);
  if (moved && person.position === 'staff') draft.changes.push(`调动 ${say(person)} → ${moved}`);
  else if (moved || (contact.units.length > 0 && !contact.units.includes(person.unit) && person.position !== 'staff'))
    draft.unclear.push(`${say(person)}：通讯录中的部门是${contact.units.join('、')}；职务与单位须由人工核定，未改动`);
  if (!renamed && !(moved && person.position === 'staff')) return;
  put(draft, {
    ...person,
    ...(renamed && { name: renamed }),
    ...(moved && person.position === 'staff' && { unit: moved }),
  });
  keep(draft, roster, person);
}

function movedTo(person: Person, { units: now }: Contact, units: ReadonlySet<string>): string | undefined {
  const known = now.filter((unit) => units.has(unit));
  return known.length === 1 && !now.includes(person.unit) ? known[0] : undefined;
}

/** Somebody new: the account of a person whom the roster has by name, or a new member of a unit that it knows. */
function join(draft: Draft, channel: ChannelName, contact: Contact, units: ReadonlySet<string>): boolean {
  const { accounts, people } = draft;
  const reached = new Set(accounts.values());
  const ids = contact.ids.slice(0, IDS_KEPT);
  const namesakes = people.filter((p) => p.name === contact.name && !reached.has(p.id));
  const same = namesakes.filter((p) => contact.units.includes(p.unit));
  const [person, ...others] = same;
  if (person && others.length === 0) {
    for (const id of ids) accounts.set(id, person.id);
    draft.touched.add(person.id);
    draft.changes.push(`对应账号 ${say(person)}：${ids.join('、')}`);
    return true;
  }
  if (namesakes.length > 0) {
    const who = namesakes.map(say).join('、');
    draft.unclear.push(`${contact.name}（${contact.units.join('、')}）可能是名册中的${who}，请人工登记账号`);
    return true;
  }
  const unit = contact.units.find((one) => units.has(one));
  const [lasting] = ids;
  if (unit === undefined || lasting === undefined) return false;
  const fresh: Person = { id: freeId(people, channel, lasting), name: contact.name, position: 'staff', unit };
  people.push(fresh);
  for (const id of ids) accounts.set(id, fresh.id);
  draft.touched.add(fresh.id);
  draft.changes.push(`新增 ${say(fresh)}：${ids.join('、')}`);
  return true;
}

/** An id that a roster takes and nobody has. */
function freeId(people: readonly Person[], channel: ChannelName, account: string): string {
  const wanted = `${channel}-${account}`.slice(0, 60);
  const taken = new Set(people.map((p) => p.id));
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** Whoever has left loses the account; the entry goes only where nothing that is kept by hand hangs on it. */
function leave(draft: Draft, roster: RosterFile, channel: ChannelName, person: Person): void {
  const own = [...draft.accounts].filter(([, id]) => id === person.id).map(([account]) => account);
  for (const account of own) draft.accounts.delete(account);
  draft.dropped.push(...own);
  draft.touched.add(person.id);
  draft.changes.push(`离职 ${say(person)}：取消${own.length}个账号`);
  if (handKept(roster, person).length > 0 || hasOtherAccounts(roster, channel, person)) {
    keep(draft, roster, person);
    draft.unclear.push(`${say(person)}已离职，名册中保留其条目，请人工调整`);
  } else draft.people = draft.people.filter((p) => p.id !== person.id);
}

const hasOtherAccounts = (roster: RosterFile, channel: ChannelName, { id }: Person): boolean =>
  Object.entries(roster.channels ?? {}).some(([name, ids]) => name !== channel && Object.values(ids).includes(id));

/** What somebody entered by hand about a person. */
function handKept(roster: RosterFile, { id, position, oversees, standIn }: Person): string[] {
  const bodies = (Object.entries(roster.bodies) as [Body, string[]][])
    .filter(([, people]) => people.includes(id))
    .map(([body]) => BODIES[body]);
  const partners = roster.people.filter((p) => p.standIn === id).map((p) => p.name);
  return [
    ...(position === 'staff' ? [] : [`职务${POSITIONS[position]}`]),
    ...(oversees?.length ? [`分管${oversees.join('、')}`] : []),
    ...(standIn ? [`补位${roster.people.find((p) => p.id === standIn)?.name ?? standIn}`] : []),
    ...(partners.length > 0 ? [`由其补位的${partners.join('、')}`] : []),
    ...(bodies.length > 0 ? [`代${bodies.join('、')}接收`] : []),
  ];
}

function keep(draft: Draft, roster: RosterFile, person: Person): void {
  const facts = handKept(roster, person);
  if (facts.length > 0) draft.kept.push(`${say(person)}：${facts.join('；')}`);
}
