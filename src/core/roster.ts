import type { Body, DistrictId, Position } from './vocabulary.ts';

/** One person of a district's roster. `oversees` are units in charge, `standIn` the 补位 partner's id. */
export interface Person {
  id: string;
  name: string;
  position: Position;
  unit: string;
  oversees?: string[];
  standIn?: string;
}

export type ChannelName = 'feishu' | 'dingtalk' | 'wecom';

/** The platforms by the names that people use. */
export const CHANNELS: Readonly<Record<ChannelName, string>> = { feishu: '飞书', dingtalk: '钉钉', wecom: '企业微信' };
export const CHANNEL_IDS = Object.keys(CHANNELS) as [ChannelName, ...ChannelName[]];

/** The roster file's shape (contract §2). */
export interface RosterFile {
  district: DistrictId;
  name: string;
  people: Person[];
  bodies: Partial<Record<Body, string[]>>;
  channels?: Partial<Record<ChannelName, Record<string, string>>>;
}

/** Positions that count as 副区长 wherever a rule says so. */
const DEPUTIES: readonly Position[] = ['executive-deputy-mayor', 'deputy-mayor'];
/** 主要负责人 of a unit: one per department, town, subdistrict or zone. */
const HEADS: readonly Position[] = ['department-head', 'town-mayor', 'subdistrict-director', 'zone-head'];
const LEADERS: readonly Position[] = ['mayor', ...DEPUTIES, 'party-group-member'];

export const isDeputyMayor = (p: Person): boolean => DEPUTIES.includes(p.position);
export const isHead = (p: Person): boolean => HEADS.includes(p.position);
/** 区政府领导同志 */
export const isLeader = (p: Person): boolean => LEADERS.includes(p.position);

/** A roster with what people bound themselves, or the office took away (`person` null), in place of what it says of those accounts. */
export function withAccounts(
  file: RosterFile,
  accounts: readonly { channel: ChannelName; id: string; person: string | null }[],
): RosterFile {
  if (accounts.length === 0) return file;
  const known = new Set(file.people.map((p) => p.id));
  const channels: Partial<Record<ChannelName, Record<string, string>>> = {};
  for (const channel of CHANNEL_IDS) {
    const ids = new Map(Object.entries(file.channels?.[channel] ?? {}));
    for (const { id, person } of accounts.filter((account) => account.channel === channel)) {
      if (person !== null && known.has(person)) ids.set(id, person);
      else ids.delete(id);
    }
    if (ids.size > 0) channels[channel] = Object.fromEntries(ids);
  }
  return { ...file, channels };
}

/** A roster with its look-ups; immutable, made once a load. */
export class Roster {
  readonly district: DistrictId;
  readonly name: string;
  readonly people: readonly Person[];
  readonly file: RosterFile;
  private readonly byId: Map<string, Person>;
  private readonly byPosition: Map<Position, Person[]>;
  private readonly headByUnit: Map<string, Person>;
  private readonly deputyByUnit: Map<string, Person>;
  private readonly accounts = new Map<ChannelName, Map<string, string[]>>();

  constructor(file: RosterFile) {
    this.file = file;
    this.district = file.district;
    this.name = file.name;
    this.people = file.people;
    this.byId = new Map(file.people.map((p) => [p.id, p]));
    this.byPosition = Map.groupBy(file.people, (p) => p.position);
    this.headByUnit = new Map(file.people.filter(isHead).map((p) => [p.unit, p]));
    this.deputyByUnit = new Map(file.people.flatMap((p) => (p.oversees ?? []).map((unit) => [unit, p] as const)));
  }

  person(id: string): Person | undefined {
    return this.byId.get(id);
  }

  /** The name of a person, or the id where the roster no longer has them. */
  nameOf(id: string): string {
    return this.byId.get(id)?.name ?? id;
  }

  /** The ids under which a platform knows somebody. */
  accountsOf(person: string, channel: ChannelName): readonly string[] {
    const known = this.accounts.get(channel) ?? groupByOwner(this.file.channels?.[channel] ?? {});
    this.accounts.set(channel, known);
    return known.get(person) ?? [];
  }

  at(position: Position): Person[] {
    return [...(this.byPosition.get(position) ?? [])];
  }

  /** 副区长, 常务副区长 included, in roster order. */
  deputies(): Person[] {
    return this.people.filter(isDeputyMayor);
  }

  headOf(unit: string): Person | undefined {
    return this.headByUnit.get(unit);
  }

  /** 分管副区长 of a unit, if the roster names one. */
  overseerOf(unit: string): Person | undefined {
    return this.deputyByUnit.get(unit);
  }

  receiversOf(body: Body): Person[] {
    return (this.file.bodies[body] ?? []).flatMap((id) => this.byId.get(id) ?? []);
  }

  bodiesOf(personId: string): Body[] {
    return (Object.entries(this.file.bodies) as [Body, string[]][])
      .filter(([, ids]) => ids.includes(personId))
      .map(([body]) => body);
  }

  units(): string[] {
    return [...new Set(this.people.flatMap((p) => [p.unit, ...(p.oversees ?? [])]))];
  }
}

function groupByOwner(identities: Readonly<Record<string, string>>): Map<string, string[]> {
  const byOwner = new Map<string, string[]>();
  for (const [id, owner] of Object.entries(identities)) byOwner.set(owner, [...(byOwner.get(owner) ?? []), id]);
  return byOwner;
}

/** `周海涛副区长`, `水利局主要负责人朱佳宁`: how a person is called in a sentence. */
export function sayPerson(p: Person): string {
  switch (p.position) {
    case 'party-secretary':
      return `区委书记${p.name}`;
    case 'mayor':
      return `${p.name}区长`;
    case 'executive-deputy-mayor':
    case 'deputy-mayor':
      return `${p.name}副区长`;
    case 'office-director':
      return `区政府办公室主任${p.name}`;
    case 'office-deputy-director':
      return `区政府办公室副主任${p.name}`;
    case 'town-mayor':
    case 'subdistrict-director':
    case 'zone-head':
    case 'department-head':
      return `${p.unit}主要负责人${p.name}`;
    default:
      return `${p.unit}${p.name}`;
  }
}
