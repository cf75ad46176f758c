import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import type { RuleBook } from '../../src/rules/book.ts';
import { articleOf, containsRef } from '../../src/rules/clause.ts';
import { Library } from '../../src/rules/library.ts';

/** An operational provision as read from the official text by somebody else than the modules' authors. */
interface Inventoried {
  id: string;
  refs: string[];
  phrase: string;
}

const library = new Library(new RuleFiles([PROJECT_RULES]));
const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** 24 and 24.1 are one place where article 24 has one paragraph. */
function placed(book: RuleBook, ref: string): string {
  const article = articleOf(ref);
  return book.clauses.exists(`${article}.2`) ? ref : ref.replace(/^(\d+)(?:\.1)?/, '$1.1');
}

const SHARED_RUN = 6;

function overlap(a: string, b: string): boolean {
  const [x, y] = [squeeze(a), squeeze(b)];
  if (x.includes(y) || y.includes(x)) return true;
  return Array.from({ length: Math.max(x.length - SHARED_RUN + 1, 0) }, (_, i) => x.slice(i, i + SHARED_RUN)).some(
    (run) => y.includes(run),
  );
}

function isCovered(book: RuleBook, entry: Inventoried): boolean {
  const wanted = entry.refs.map((ref) => placed(book, ref));
  return book.provisions.some((provision) => {
    const stated = provision.clauses.map((ref) => placed(book, ref));
    const samePlace = wanted.some((w) => stated.some((s) => containsRef(w, s) || containsRef(s, w)));
    return samePlace && overlap(provision.phrase, entry.phrase);
  });
}

describe('every operational provision of the inventory is in the modules', () => {
  test.each(library.districts())('%s', (district) => {
    const file = join(import.meta.dirname, 'data', `provisions.${district}.json`);
    const inventory: Inventoried[] = JSON.parse(readFileSync(file, 'utf8'));
    const book = library.editions(district).at(-1);
    if (!book) throw new Error(`no edition of ${district}`);
    const uncovered = inventory.filter((entry) => !isCovered(book, entry));
    expect(uncovered.map(({ id, refs, phrase }) => `${id} ${refs.join(' ')} ${phrase}`)).toEqual([]);
  });
});
