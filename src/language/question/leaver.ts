import type { Position } from '../../core/vocabulary.ts';
import { type Evidence, has, kindsIn, placesOf } from './evidence.ts';

/** Rows of the topics on leave (topics.ts), and the one whose leave no district's government rules. */
export type Leaver =
  | 'party-secretary'
  | 'mayor'
  | 'deputy-mayor'
  | 'office-director'
  | 'department-head'
  | 'town'
  | 'zone-head'
  | 'staff';

const ROWS: Partial<Record<Position, Leaver>> = {
  'party-secretary': 'party-secretary',
  mayor: 'mayor',
  'executive-deputy-mayor': 'deputy-mayor',
  'deputy-mayor': 'deputy-mayor',
  'office-director': 'office-director',
  'department-head': 'department-head',
  'town-mayor': 'town',
  'subdistrict-director': 'town',
  'zone-head': 'zone-head',
  staff: 'staff',
};
const ACTORS: readonly [string, Leaver][] = [
  ['party-secretary', 'party-secretary'],
  ['mayor', 'mayor'],
  ['executive-deputy', 'deputy-mayor'],
  ['deputy-mayor', 'deputy-mayor'],
  ['office-director', 'office-director'],
  ['department-head', 'department-head'],
  ['town', 'town'],
  ['zone-head', 'zone-head'],
  ['staff', 'staff'],
];

/** What stands before somebody who is asked or told, and after somebody who holds the meeting. */
const ADDRESSED =
  /(?:向|给|报|找|跟|让|请|经|由|得|要|叫|派|委托|安排|送|是不是|需要|哪位|哪个|先)(?:我们?|咱们?|单位|局里|本局)?的?$/;
/** The party secretary named after somebody else is told as well. */
const JOINED = /(?:还是|和|及|、|或)$/;
const HOLDS = /^(?:[一-鿿]{0,4}(?:开的|召开|主持|召集|组织的)|同意|批准|审批|点头|批|那里|那儿)/;

/**
 * Who goes away or stays out: the first person named who is neither asked for consent nor holds the meeting;
 * else, or where the text says 我, the asker. `null`: nobody is named.
 */
export function leaverOf(evidence: Evidence, asker?: Position): Leaver | null {
  const own = asker ? ROWS[asker] : undefined;
  const named = leaversIn(evidence);
  if (own && has(evidence, 'self') && !isOwnRank(evidence) && !named.includes('staff')) return own;
  return named[0] ?? own ?? null;
}

/** All who are named as going away, in the text's order. */
export function leaversIn(evidence: Evidence): Leaver[] {
  const named = ACTORS.flatMap(([concept, row]) => placesOf(evidence, concept).map((hit) => ({ ...hit, row }))).sort(
    (a, b) => a.from - b.from,
  );
  const leaving: Leaver[] = [];
  // 跟书记、区长说: whoever follows one who is told is told as well
  let told = -1;
  for (const { from, to, row } of named) {
    const joined = told >= 0 && /^[、和及与跟]?$/.test(evidence.text.slice(told, from));
    if (joined || ADDRESSED.test(evidence.text.slice(Math.max(0, from - 6), from))) told = to;
    else if (row === 'party-secretary' && JOINED.test(evidence.text.slice(0, from))) continue;
    else if (!HOLDS.test(evidence.text.slice(to, to + 20).replace(/^(?:[（(][^）)]*)?[）)]/, ''))) leaving.push(row);
  }
  return [...new Set(leaving)];
}

/** 我是局里一般科员: the asker says what he is. */
const isOwnRank = (evidence: Evidence): boolean =>
  placesOf(evidence, 'staff').some(({ from }) =>
    /(?:是|作为|当|一名|一个|个)[一-鿿]{0,6}$/.test(evidence.text.slice(0, from)),
  );

/** Between somebody named and their going: 局长要外出, 副区长下周出差. */
const BETWEEN = 4;
/** Papers and meetings have their own rules, whoever is away. */
const OTHERWISE = [
  'meeting',
  'document',
  'draft',
  'request',
  'sign',
  'minutes',
  'agenda',
  'event',
  'invite',
  'research',
  'reception',
  'foreign',
];

/** 局长外出: somebody's going away is what is asked about, not a paper or a meeting that waits. */
export const isAboutLeave = (evidence: Evidence): boolean => {
  const [away] = placesOf(evidence, 'away');
  if (!away || kindsIn(evidence).length > 0 || OTHERWISE.some((concept) => has(evidence, concept))) return false;
  return ACTORS.some(([concept]) =>
    placesOf(evidence, concept).some(({ to }) => to <= away.from && away.from - to <= BETWEEN),
  );
};
