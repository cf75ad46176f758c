/**
 * What the five rules say, read from the official texts a second time and in another way: small tables and plain
 * day arithmetic. Nothing of the bot is used here, so that an error in one of the two shows.
 */
import notices2025 from '../../src/calendar/notices/2025.json' with { type: 'json' };
import notices2026 from '../../src/calendar/notices/2026.json' with { type: 'json' };

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** `day` moved by calendar days. */
export const plus = (day: string, n: number): string => new Date(utc(day) + n * DAY).toISOString().slice(0, 10);
export const daysFrom = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY);
/** The Beijing day of an instant. */
export const beijingDay = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
export const beijingTime = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16);
/** A Beijing day and time as an instant. */
export const moment = (day: string, time = '00:00'): number => Date.parse(`${day}T${time}:00+08:00`);

const off = new Set<string>();
const on = new Set<string>();
for (const notice of [notices2025, notices2026]) {
  for (const holiday of notice.holidays) {
    for (let day = holiday.first; day <= holiday.last; day = plus(day, 1)) off.add(day);
    for (const day of holiday.workdays) on.add(day);
  }
}

/** 工作日: weekdays that are no holiday, and the weekend days that a notice makes working days. */
export function isWorkday(day: string): boolean {
  const weekday = new Date(utc(day)).getUTCDay();
  return on.has(day) || (weekday !== 0 && weekday !== 6 && !off.has(day));
}

/** The `n`-th working day after `day`. */
export function workdaysAfter(day: string, n: number): string {
  let at = day;
  for (let left = n; left > 0; ) {
    at = plus(at, 1);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}

export function workdayBefore(day: string): string {
  let at = plus(day, -1);
  while (!isWorkday(at)) at = plus(at, -1);
  return at;
}

export type DistrictId = 'linzi' | 'zhangdian' | 'laiwu' | 'zhoucun' | 'penglai';
export const DISTRICTS: readonly DistrictId[] = ['linzi', 'zhangdian', 'laiwu', 'zhoucun', 'penglai'];

/** One thing that the rule wants of somebody: a report, a consent, a filing. */
export interface Stage {
  ask: 'note' | 'approve' | 'file';
  of: string;
}

interface LeaveRule {
  of: string[];
  noticeDays?: number;
  inPrinciple?: boolean;
  /** More days than these need papers. */
  papersOver?: number;
  /** An absence at short notice passes when it is urgent. */
  urgent?: boolean;
  route: Stage[];
}

interface Rules {
  leave: LeaveRule[];
  countersign: { days: number; workdays: boolean; hostMaySet: boolean; silence: boolean; extension: boolean } | null;
  /** 区政府常务会议: who belongs to it besides 区长 and 副区长, and how many must come. */
  executive: { also: string; enough: ((members: number) => number) | null };
  /** Through whose hands a paper in the government office's name goes, in this order. */
  paper: string[];
}

const note = (of: string): Stage => ({ ask: 'note', of });
const approve = (of: string): Stage => ({ ask: 'approve', of });
const file = (of: string): Stage => ({ ask: 'file', of });

const DEPUTIES = ['executive-deputy-mayor', 'deputy-mayor'];
const halfOrMore = (n: number): number => Math.ceil(n / 2);
const moreThanHalf = (n: number): number => Math.floor(n / 2) + 1;

export const RULES: Record<DistrictId, Rules> = {
  linzi: {
    leave: [
      {
        of: [...DEPUTIES, 'town-mayor', 'subdistrict-director', 'zone-head', 'department-head'],
        noticeDays: 3,
        papersOver: 3,
        urgent: true,
        route: [note('party-secretary'), note('mayor')],
      },
    ],
    countersign: { days: 2, workdays: false, hostMaySet: true, silence: true, extension: true },
    executive: { also: 'office-director', enough: halfOrMore },
    paper: ['overseer'],
  },
  zhangdian: {
    leave: [
      { of: [...DEPUTIES, 'office-director'], route: [note('mayor'), file('party-committee')] },
      {
        of: ['department-head', 'town-mayor', 'subdistrict-director'],
        noticeDays: 3,
        papersOver: 3,
        urgent: true,
        route: [note('government-office')],
      },
    ],
    countersign: { days: 3, workdays: true, hostMaySet: true, silence: true, extension: true },
    executive: { also: 'office-director', enough: moreThanHalf },
    paper: ['office-deputy-director', 'office-director', 'overseer'],
  },
  laiwu: {
    leave: [
      { of: DEPUTIES, route: [approve('mayor'), approve('party-secretary')] },
      {
        of: ['department-head'],
        route: [approve('overseer'), file('party-committee-office'), file('government-office')],
      },
      { of: ['town-mayor', 'subdistrict-director'], route: [approve('mayor'), file('party-committee-office')] },
    ],
    countersign: { days: 5, workdays: true, hostMaySet: true, silence: true, extension: true },
    executive: { also: 'office-director', enough: null },
    paper: ['head', 'office-managed-cadre', 'office-deputy-director', 'overseer', 'office-director', 'mayor'],
  },
  zhoucun: {
    leave: [
      { of: DEPUTIES, route: [note('mayor'), file('party-committee')] },
      {
        of: ['department-head', 'town-mayor', 'subdistrict-director', 'zone-head'],
        noticeDays: 3,
        urgent: true,
        route: [note('government-office'), note('party-committee')],
      },
    ],
    countersign: { days: 3, workdays: true, hostMaySet: false, silence: false, extension: false },
    executive: { also: 'party-group-member', enough: moreThanHalf },
    paper: ['overseer', 'office-director'],
  },
  penglai: {
    leave: [
      { of: DEPUTIES, route: [approve('mayor')] },
      {
        of: ['department-head', 'town-mayor', 'subdistrict-director'],
        noticeDays: 3,
        inPrinciple: true,
        route: [approve('government-office')],
      },
    ],
    countersign: null,
    executive: { also: 'office-director', enough: moreThanHalf },
    paper: ['office-director'],
  },
};

/** A person as far as the rules look. */
export interface Officer {
  id: string;
  position: string;
  unit: string;
  oversees?: string[];
  standIn?: string;
}

export const isDeputy = (p: Officer): boolean => DEPUTIES.includes(p.position);

export function leaveRuleOf(district: DistrictId, person: Officer): LeaveRule | undefined {
  return RULES[district].leave.find((rule) => rule.of.includes(person.position));
}

export interface Asked {
  today: string;
  first: string;
  last: string;
  urgent: boolean;
  papers: boolean;
}

/** What a complete request for leave must be told. */
export function leaveVerdict(
  rule: LeaveRule | undefined,
  asked: Asked,
): 'not-found' | 'refused' | 'incomplete' | 'submitted' {
  if (!rule) return 'not-found';
  const short = rule.noticeDays !== undefined && daysFrom(asked.today, asked.first) < rule.noticeDays;
  if (short && !rule.inPrinciple && !(asked.urgent && rule.urgent)) return 'refused';
  const days = daysFrom(asked.first, asked.last) + 1;
  return rule.papersOver !== undefined && days > rule.papersOver && !asked.papers ? 'incomplete' : 'submitted';
}

/** The last day to answer a countersign, `null` where the rule gives none. */
export function countersignDue(
  district: DistrictId,
  sent: string,
  host?: { days: number; workdays: boolean },
): string | null {
  const rule = RULES[district].countersign;
  if (!rule) return null;
  const { days, workdays } = host && rule.hostMaySet ? host : rule;
  return workdays ? workdaysAfter(sent, days) : plus(sent, days);
}

/** 应到人员 of a 区政府常务会议. */
export function executiveMembers(district: DistrictId, people: readonly Officer[]): string[] {
  const { also } = RULES[district].executive;
  return people.filter((p) => p.position === 'mayor' || isDeputy(p) || p.position === also).map((p) => p.id);
}

/** When the office hears that no 常务会议 has followed: every two weeks in two districts, every month in the others. */
export function nextMeetingAsked(district: DistrictId, held: string): number {
  const [year = 0, month = 1, date = 1] = held.split('-').map(Number);
  const longest = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const monthOn = new Date(Date.UTC(year, month, Math.min(date, longest))).toISOString().slice(0, 10);
  const fortnightly = district === 'zhangdian' || district === 'zhoucun';
  return moment(workdaysAfter(fortnightly ? plus(held, 14) : monthOn, 1), '09:00');
}

/** How many must come for `members`, `null` where the rule is silent. */
export const enough = (district: DistrictId, members: number): number | null =>
  RULES[district].executive.enough?.(members) ?? null;

/** Who takes the place of somebody away: 常务副区长 for the 区长, the 补位 partner for a 副区长. */
export function standInFor(person: Officer, people: readonly Officer[]): string | undefined {
  const id =
    person.position === 'mayor'
      ? people.find((p) => p.position === 'executive-deputy-mayor')?.id
      : isDeputy(person)
        ? person.standIn
        : undefined;
  return id && id !== person.id ? id : undefined;
}

/** The instants at which a step with a due day is spoken of: the working day before, the day, the first after. */
export function dueInstants(due: string): { before: number; on: number; after: number } {
  return {
    before: moment(workdayBefore(due), '09:00'),
    on: moment(due, '09:00'),
    after: moment(workdaysAfter(due, 1), '09:00'),
  };
}

/** When somebody who has not reported back is asked. */
export const returnAsked = (last: string): number => moment(workdaysAfter(last, 1), '09:00');

/** Who must have signed a paper of a unit, in order; without its head where he sends it himself, `null` where one is missing. */
export function paperSigners(
  district: DistrictId,
  head: Officer,
  by: string,
  people: readonly Officer[],
): string[] | null {
  const whoIs = (role: string): string | undefined => {
    if (role === 'head') return head.id;
    if (role === 'overseer') return people.find((p) => isDeputy(p) && p.oversees?.includes(head.unit))?.id;
    return people.find((p) => p.position === role)?.id;
  };
  const signers = RULES[district].paper.map(whoIs).filter((id) => id !== by);
  return signers.some((id) => id === undefined) ? null : signers.flatMap((id) => (id === undefined ? [] : [id]));
}
