/** Routes of papers: parts filled in from what was said, repeats merged, the order put into words. */
import type { PlannedStage } from '../../src/core/matter.ts';
import { isHead, type Person, type Roster, sayPerson } from '../../src/core/roster.ts';
import { POSITION_IDS, type Position } from '../../src/core/vocabulary.ts';
import { partyName } from '../../src/rules/parties.ts';
import { OFFICE_UNIT } from './units.ts';

/** Who has which part in a paper, as far as the message tells. */
export interface Parts {
  unit?: string;
  /** 分管领导, where named or known otherwise than by the unit. */
  overseer?: Person;
  presider?: Person;
  mandator?: Person;
  leaders?: Person[];
}

const isPosition = (party: string): party is Position => (POSITION_IDS as readonly string[]).includes(party);

/** The people of a party by the roster and the parts; empty for bodies and where nothing tells. */
export function holdersOf(party: string, roster: Roster, parts: Parts): Person[] {
  const one = (p: Person | undefined): Person[] => (p ? [p] : []);
  switch (party) {
    case 'overseeing-deputy-mayor':
      return one(parts.overseer ?? (parts.unit ? roster.overseerOf(parts.unit) : undefined));
    case 'presider':
      return one(parts.presider);
    case 'mandator':
      return one(parts.mandator);
    case 'owner-head':
      return parts.unit === OFFICE_UNIT
        ? roster.at('office-director')
        : one(parts.unit ? roster.headOf(parts.unit) : undefined);
    case 'named-leader':
    case 'concerned-deputy-mayors':
      return parts.leaders ?? [];
    default:
      return isPosition(party) && !isHead({ position: party } as Person) ? roster.at(party) : [];
  }
}

/** Parts that only the message knows; the engine finds the others on the day the stage opens. */
const FIXED: readonly string[] = ['presider', 'mandator', 'named-leader', 'concerned-deputy-mayors', 'owner-head'];

/** Fixes the parts that the message names; two consents of one person become one, with both clauses. */
export function withParts(stages: readonly PlannedStage[], roster: Roster, parts: Parts): PlannedStage[] {
  const planned = stages.map((stage): PlannedStage => {
    const fixed = stage.who.filter((p) => FIXED.includes(p) || (p === 'overseeing-deputy-mayor' && parts.overseer));
    const people = fixed.flatMap((p) => holdersOf(p, roster, parts)).map((p) => p.id);
    const left = people.length > 0 ? stage.who.filter((p) => !fixed.includes(p)) : stage.who;
    return people.length > 0
      ? { ...stage, who: left, people: [...new Set([...(stage.people ?? []), ...people])] }
      : stage;
  });
  const merged: PlannedStage[] = [];
  for (const stage of planned) {
    const twin =
      stage.ask === 'approve' ? merged.findIndex((s) => s.ask === 'approve' && sameOne(s, stage, roster, parts)) : -1;
    const [before] = twin >= 0 ? merged.splice(twin, 1) : [];
    merged.push(
      before
        ? { ...before, ...stage, quotes: [...before.quotes, ...stage.quotes], word: bothWords(before.word, stage.word) }
        : stage,
    );
  }
  return merged;
}

const bothWords = (a?: string, b?: string): string | undefined => (a && b && a !== b ? `${a}、${b}` : (b ?? a));

function sameOne(a: PlannedStage, b: PlannedStage, roster: Roster, parts: Parts): boolean {
  const [x, y] = [a, b].map((s) => peopleOf(s, roster, parts).map((p) => p.id));
  return x?.length === 1 && y?.length === 1 && x[0] === y[0];
}

function peopleOf(stage: PlannedStage, roster: Roster, parts: Parts): Person[] {
  const named = (stage.people ?? []).flatMap((id) => roster.person(id) ?? []);
  return [...named, ...stage.who.flatMap((party) => holdersOf(party, roster, parts))];
}

/** `周海涛副区长审核→区政府办公室主任郑志强审核→钱立群区长签发` */
export function sayRoute(stages: readonly PlannedStage[], roster: Roster, parts: Parts): string {
  const verbs = {
    approve: '审批',
    note: '阅知',
    file: '备案',
    countersign: '会签',
    attend: '参加',
    do: '办理',
  } as const;
  return stages
    .map((stage) => {
      const people = peopleOf(stage, roster, parts);
      const named = new Set(people.map((p) => sayPerson(p)));
      const left = stage.who.filter((party) => holdersOf(party, roster, parts).length === 0).map(partyName);
      return `${[...named, ...left].join('、')}${stage.ask === 'note' ? '阅知' : (stage.word ?? verbs[stage.ask])}`;
    })
    .join('→');
}
