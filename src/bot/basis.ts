/** 依据变动: a new roster, a new edition of the rules or a new year's calendar changes every decision; the office hears of it. */
import type { RosterFile } from '../core/roster.ts';
import { audit, deliver, type Turn } from './turn.ts';

/** What the district decided by when it was last looked at. */
interface Basis {
  roster: number;
  /** Days of issue of all editions. */
  editions: readonly string[];
  /** Announced years with their notices' numbers. */
  years: readonly string[];
}

const KEY = 'basis';
const MOST_NAMED = 5;

/** Once for each change, before anything is done under it; the first basis of all is no change. */
export function tellChangedBasis(turn: Turn, editions: readonly string[]): void {
  const { store, calendar } = turn;
  const now: Basis = {
    roster: store.rosters.number(),
    editions: [...editions],
    years: calendar.notices.map(({ year, number }) => `${year}年${number === undefined ? '' : `（${number}）`}`),
  };
  const text = JSON.stringify(now);
  const known = store.meta.get(KEY);
  if (known === text) return;
  store.meta.set(KEY, text);
  if (known === undefined) return;
  const before = JSON.parse(known) as Basis;
  const [older, newer] = [store.rosters.numbered(before.roster), store.rosters.numbered(now.roster)];
  const changes = [
    ...(older && newer && before.roster !== now.roster ? rosterChanges(older, newer) : []),
    ...listChanges('规则版本', before.editions, now.editions),
    ...listChanges('放假安排', before.years, now.years),
  ];
  if (changes.length > 0) tell(turn, changes, older);
}

function rosterChanges(before: RosterFile, after: RosterFile): string[] {
  const [old, now] = [before, after].map(({ people }) => new Map(people.map((p) => [p.id, p])));
  if (!old || !now) return [];
  const added = after.people.filter(({ id }) => !old.has(id));
  const removed = before.people.filter(({ id }) => !now.has(id));
  const changed = after.people.filter((p) => old.has(p.id) && JSON.stringify(old.get(p.id)) !== JSON.stringify(p));
  const differs = (part: 'bodies' | 'channels'): boolean =>
    JSON.stringify(before[part] ?? {}) !== JSON.stringify(after[part] ?? {});
  return [
    ...counted('名册新增', added),
    ...counted('名册变更', changed),
    ...counted('名册移除', removed),
    ...(differs('bodies') ? ['名册中的机构接收人有变动'] : []),
    ...(differs('channels') ? ['名册中的平台账号有变动'] : []),
  ];
}

function counted(what: string, people: readonly { name: string }[]): string[] {
  if (people.length === 0) return [];
  const names = people.slice(0, MOST_NAMED).map(({ name }) => name);
  return [`${what}${people.length}人（${names.join('、')}${people.length > MOST_NAMED ? '等' : ''}）`];
}

function listChanges(what: string, before: readonly string[], after: readonly string[]): string[] {
  const added = after.filter((one) => !before.includes(one));
  const removed = before.filter((one) => !after.includes(one));
  return [
    ...(added.length > 0 ? [`${what}新增${added.join('、')}`] : []),
    ...(removed.length > 0 ? [`${what}撤下${removed.join('、')}`] : []),
  ];
}

/** Whoever received for the office before hears of it as well: a new roster could name somebody else. */
function tell(turn: Turn, changes: readonly string[], older: RosterFile | undefined): void {
  const { roster } = turn;
  audit(turn, 'bot', '依据变动', null, { change: changes.join('；') });
  const former = (older?.bodies['government-office'] ?? []).filter((id) => roster.person(id));
  const office = roster.receiversOf('government-office').map(({ id }) => id);
  for (const to of new Set([...office, ...former])) {
    deliver(turn, {
      to,
      body: 'government-office',
      status: 'notice',
      about: 'help',
      text: `本助手的办理依据有变动：${changes.join('；')}。如非本区安排，请立即联系系统管理员核查。`,
      quotes: [],
    });
  }
}
