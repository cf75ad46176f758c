import type { Position } from '../../core/vocabulary.ts';
import { INFERRED } from '../cues/index.ts';
import { CONCEPTS, conceptNumber } from '../lexicon/index.ts';
import { type Hit, scan } from './scan.ts';

/** A person or unit that the text names, as far as reading the question needs to know. */
export interface Mention {
  from: number;
  to: number;
  /** `unit` for a department, town or zone; else the position of the person named. */
  as: Position | 'unit';
}

/** Who stands for a position in the lexicon. */
const ACTOR_OF: Partial<Record<Position | 'unit', string>> = {
  'party-secretary': 'party-secretary',
  mayor: 'mayor',
  'executive-deputy-mayor': 'deputy-mayor',
  'deputy-mayor': 'deputy-mayor',
  'office-director': 'office-director',
  'office-deputy-director': 'office-deputy',
  'office-managed-cadre': 'cadre',
  'party-group-member': 'party-member',
  'department-head': 'department-head',
  'town-mayor': 'town',
  'subdistrict-director': 'town',
  'zone-head': 'zone-head',
  staff: 'staff',
  unit: 'unit',
};

/** Kinds of meeting that topics distinguish, in the rules' order. */
export const KINDS = ['plenary', 'executive', 'mayor-office', 'special', 'party-group'] as const;
export type Kind = (typeof KINDS)[number];

/** The concepts of a text with the words that they rest on. */
export interface Evidence {
  text: string;
  hits: Hit[];
  /** By concept number: whether it is there. */
  present: Uint8Array;
}

const number = (name: string): number => {
  const n = conceptNumber(name);
  if (n === undefined) throw new Error(`no concept ${name}`);
  return n;
};
const KIND_NUMBERS = KINDS.map(number);
const EXECUTIVE_DEPUTY = number('executive-deputy');
const DEPUTY = number('deputy-mayor');
const TO_PARTY = number('to-party-committee');
const PARTY = number('party-committee');
const UNIT = number('unit');

/** A concept that a number shows, and where the number stands. */
export interface Shown {
  concept: string;
  from: number;
  to: number;
}

/** Reads the lexicon's words and the roster's names out of a text; `shown` are concepts that its numbers show. */
export function gather(text: string, mentions: readonly Mention[], shown: readonly Shown[] = []): Evidence {
  const named = mentions.flatMap(({ from, to, as }) => {
    const actor = text.slice(from, to).includes('常务') ? 'executive-deputy' : ACTOR_OF[as];
    return actor ? [{ concepts: [number(actor)], from, to }] : [];
  });
  const persons = mentions.filter((m) => m.as !== 'unit');
  const journeys = shown.filter(({ concept }) => concept === 'away');
  const free = scan(text).filter(
    (hit) =>
      !persons.some((m) => m.from <= hit.from && hit.to <= m.to) &&
      !journeys.some((j) => hit.from < j.to && hit.to > j.from),
  );
  const inferred = shown.map(({ concept, from, to }) => ({ concepts: [number(concept)], from, to }));
  return evidenceOf(
    text,
    [...free, ...named, ...inferred].sort((a, b) => a.from - b.from),
  );
}

/** The evidence of some hits, with what follows from them. */
export function evidenceOf(text: string, hits: Hit[]): Evidence {
  const present = new Uint8Array(CONCEPTS.length);
  for (const { concepts } of hits) for (const concept of concepts) present[concept] = 1;
  if (KIND_NUMBERS.some((kind) => present[kind])) present[INFERRED['meeting-kind']] = 1;
  if (present[EXECUTIVE_DEPUTY]) present[DEPUTY] = 1;
  if (present[TO_PARTY]) present[PARTY] = 1;
  return { text, hits, present };
}

/** The kinds of meeting that a text speaks of, in the rules' order. */
export const kindsIn = ({ present }: Evidence): Kind[] => KINDS.filter((_, i) => present[KIND_NUMBERS[i] ?? -1]);

export const has = ({ present }: Evidence, concept: string): boolean => present[number(concept)] === 1;

/** Where a concept stands in the text, first word first. */
export function placesOf({ hits, present }: Evidence, concept: string): Hit[] {
  const wanted = number(concept);
  if (!present[wanted]) return [];
  return hits.filter((hit) => hit.concepts.includes(wanted));
}

/** Whether a text names a subject; a unit is none, anybody may belong to one. */
export const namesSubject = ({ hits }: Evidence): boolean =>
  hits.some(({ concepts }) => concepts.some((n) => CONCEPTS[n]?.class === 'subject' && n !== UNIT));

/** Whether a text names a subject or an act at all; 怎么办 asks and names none. */
export const namesMatter = ({ hits }: Evidence): boolean =>
  hits.some(({ concepts }) => concepts.length > 0 && concepts.every((n) => MATTERS.includes(CONCEPTS[n]?.class ?? '')));
const MATTERS: readonly string[] = ['subject', 'act'];
