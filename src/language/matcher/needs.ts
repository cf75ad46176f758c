/** Which characters, or pairs of characters, a text must have for a pattern to match anywhere in it. */
import { type Node, parse } from './syntax.ts';

/** Any one of them must be in a text; each is one character or two in a row. */
export type Need = readonly string[];

/** What a part of a pattern tells of its matches. */
interface Told {
  /** All that it can match, where that is little. */
  exact: readonly string[] | null;
  /** What a match must have. */
  need: Need | null;
}

const MOST_EXACT = 120;
/** Pairs are rarer than single characters, and those rarer than digits: the rarer the need, the more texts it rules out. */
const WEIGHT = { pair: 1, single: 8, digit: 30 } as const;

const weightOf = (gram: string): number =>
  gram.length > 1 ? WEIGHT.pair : /\d/.test(gram) ? WEIGHT.digit : WEIGHT.single;
const weightOfAll = (need: Need): number => need.reduce((sum, gram) => sum + weightOf(gram), 0);
const rarer = (a: Need | null, b: Need | null): Need | null =>
  !a || !b ? (a ?? b) : weightOfAll(b) < weightOfAll(a) ? b : a;
const distinct = (list: readonly string[]): string[] => [...new Set(list)];

/** One pair of each of the strings, or the string itself; `null` where one of them is empty. */
function gramsOf(exact: readonly string[]): Need | null {
  if (exact.length === 0 || exact.includes('')) return null;
  const first = distinct(exact.map((words) => words.slice(0, 2)));
  const last = distinct(exact.map((words) => words.slice(-2)));
  return rarer(first, last);
}

function told(node: Node): Told {
  switch (node.kind) {
    case 'one-of':
      return { exact: node.chars, need: gramsOf(node.chars) };
    case 'any':
      return { exact: null, need: null };
    case 'nothing':
      return { exact: [''], need: null };
    case 'choice':
      return ofChoice(node.branches.map(told));
    case 'repeated':
      return ofRepeated(told(node.part), node.least, node.most);
    case 'row':
      return ofRow(node.parts.map(told));
  }
}

function ofChoice(branches: readonly Told[]): Told {
  const exact = branches.every((branch) => branch.exact)
    ? distinct(branches.flatMap((branch) => branch.exact ?? []))
    : null;
  const needs = branches.map(({ need }) => need);
  const need = needs.every((one) => one !== null) ? distinct(needs.flat()) : null;
  return { exact: exact && exact.length <= MOST_EXACT ? exact : null, need };
}

function ofRepeated({ exact, need }: Told, least: number, most: number): Told {
  if (least === 0) return { exact: exact && most === 1 ? distinct(['', ...exact]) : null, need: null };
  return { exact: most === 1 ? exact : null, need };
}

/** Parts one after another: strings of neighbours are put together for as long as they stay few. */
function ofRow(parts: readonly Told[]): Told {
  let whole = true;
  let run: readonly string[] = [''];
  let need: Need | null = null;
  for (const part of parts) {
    need = rarer(need, part.need);
    const joined = part.exact && product(run, part.exact);
    if (joined) {
      run = joined;
      continue;
    }
    need = rarer(need, gramsOf(run));
    whole = false;
    run = part.exact ?? [''];
  }
  return { exact: whole ? run : null, need: rarer(need, gramsOf(run)) };
}

function product(heads: readonly string[], tails: readonly string[]): string[] | null {
  if (heads.length * tails.length > MOST_EXACT) return null;
  return distinct(heads.flatMap((head) => tails.map((tail) => head + tail)));
}

/** `null` where a match needs nothing in particular, or where the pattern's flags leave that open. */
export function needOf({ source, flags }: RegExp): Need | null {
  return /[iuv]/.test(flags) ? null : told(parse(source)).need;
}
