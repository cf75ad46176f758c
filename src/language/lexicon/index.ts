/** The office's words: concepts and how people say them. Everything that reads a question reads from here. */
import { ACTS } from './acts.ts';
import { ACTORS, ASKS, IDLE } from './asks.ts';
import { HOMOPHONES } from './homophones.ts';
import { SUBJECTS } from './subjects.ts';

/** How much a concept tells: what it is about most, the question words least. */
const WEIGHTS = { subject: 3, act: 2, actor: 1, ask: 0.6, inferred: 0 } as const;
export type ConceptClass = keyof typeof WEIGHTS;

export interface Concept {
  name: string;
  class: ConceptClass;
  weight: number;
}

const CLASSES: readonly [ConceptClass, Record<string, string>][] = [
  ['subject', SUBJECTS],
  ['act', ACTS],
  ['actor', ACTORS],
  ['ask', ASKS],
];

export const CONCEPTS: Concept[] = [];
const numbers = new Map<string, number>();

/** A concept's number. An actor that is also a subject keeps one number: the first class that names it. */
function numberOf(name: string, ofClass: ConceptClass): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, CONCEPTS.length);
  return CONCEPTS.push({ name, class: ofClass, weight: WEIGHTS[ofClass] }) - 1;
}

/** The number of a concept, `undefined` for a word that is none. */
export const conceptNumber = (name: string): number | undefined => numbers.get(name);

/** A concept that no phrase states but the reader infers, e.g. `meeting-kind` from 常务会. */
export const inferredConcept = (name: string): number => numberOf(name, 'inferred');

/**
 * A letter of the phrase tree. Where a phrase ends stand its concepts, none for an idle word;
 * `open` are those of a phrase whose own words count as well (written `~上会材料`).
 */
export interface Branch {
  next: Map<number, Branch>;
  concepts?: number[];
  open?: number[];
}

function grow(root: Branch, phrase: string): Branch {
  let at = root;
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i);
    const next: Branch = at.next.get(code) ?? { next: new Map() };
    at.next.set(code, next);
    at = next;
  }
  return at;
}

/** 通知谁 is said of those who attend and asks for them as well: the asking word in it still counts. */
const holdsAsking = (phrase: string, number: number): boolean =>
  CONCEPTS[number]?.class !== 'ask' && /谁|几种|几份|哪个|哪位|吗$/.test(phrase);

/** Marks the end of a phrase, `~` before it opens it. */
function end(root: Branch, phrase: string, number: number): void {
  const isOpen = phrase.startsWith('~') || holdsAsking(phrase, number);
  const leaf = grow(root, phrase.startsWith('~') ? phrase.slice(1) : phrase);
  const list = (isOpen ? leaf.open : leaf.concepts) ?? [];
  if (!list.includes(number)) list.push(number);
  if (isOpen) leaf.open = list;
  else leaf.concepts = list;
}

/** All phrases with their concepts; read once, so that every concept has its number from the start. */
const ALL: readonly [string, number][] = CLASSES.flatMap(([ofClass, concepts]) =>
  Object.entries(concepts).flatMap(([name, words]) => {
    const number = numberOf(name, ofClass);
    return words.split(/\s+/).map((phrase): [string, number] => [phrase, number]);
  }),
);

function plant(): Branch {
  const root: Branch = { next: new Map() };
  for (const [phrase, number] of ALL) end(root, phrase, number);
  for (const phrase of IDLE.split(/\s+/)) grow(root, phrase).concepts ??= [];
  plantSlips(root, ALL);
  return root;
}

/** Each phrase once more with one of its characters mistyped, unless the slip is a phrase itself. */
function plantSlips(root: Branch, phrases: readonly [string, number][]): void {
  const alike = new Map<string, string>();
  for (const group of HOMOPHONES.split(' ')) alike.set(group.slice(0, 1), group.slice(1));
  const right = new Set(phrases.map(([phrase]) => phrase));
  for (const [phrase, number] of phrases) {
    if (phrase.length < 2) continue;
    for (let i = 0; i < phrase.length; i++) {
      for (const wrong of alike.get(phrase.charAt(i)) ?? '') {
        const slip = phrase.slice(0, i) + wrong + phrase.slice(i + 1);
        if (right.has(slip)) continue;
        end(root, slip, number);
      }
    }
  }
}

let tree: Branch | null = null;

/** The tree of all phrases, grown when the first text is read: a start needn't wait for it. */
export function phraseTree(): Branch {
  tree ??= plant();
  return tree;
}
