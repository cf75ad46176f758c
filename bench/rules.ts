/** `node bench/rules.ts`: loading all rule modules with their texts (limit 50 ms), and look-ups (limit 20 µs). */
import { PROJECT_RULES, RuleFiles } from '../src/hosts/rule-files.ts';
import type { RuleBook } from '../src/rules/book.ts';
import { Library, type RuleSource } from '../src/rules/library.ts';
import { TOPICS } from '../src/rules/topics.ts';

const DAY = '2026-11-21';
const LOOKUPS = 20_000;

function timed<T>(work: () => T): { ms: number; result: T } {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

function loadAll(): RuleBook[] {
  const library = new Library(new RuleFiles([PROJECT_RULES]));
  return library.districts().flatMap((district) => library.editions(district));
}

function lookup(name: string, work: (n: number) => unknown): void {
  for (let n = 0; n < 100; n += 1) work(n);
  const { ms } = timed(() => {
    for (let n = 0; n < LOOKUPS; n += 1) work(n);
  });
  console.log(`${name.padEnd(22)} ${((ms * 1000) / LOOKUPS).toFixed(2)} µs`);
}

/** As at a start; with every text parsed; and as if nothing were proved, each module against schema and text. */
const cold = timed(loadAll);
const texts = timed(() => cold.result.map((book) => book.clauses.refs.length));
const warm = timed(loadAll);
const files = new RuleFiles([PROJECT_RULES]);
const proving = timed(() => {
  const unproved: RuleSource = {
    districts: () => files.districts(),
    module: (district, issued) => files.module(district, issued),
    text: (district, issued) => files.text(district, issued),
    place: (district, issued, file) => files.place(district, issued, file),
  };
  const all = new Library(unproved);
  return all.districts().map((district) => all.editions(district));
});
const provisions = cold.result.reduce((sum, book) => sum + book.provisions.length, 0);
console.log(
  `load, cold             ${cold.ms.toFixed(1)} ms (${cold.result.length} editions, ${provisions} provisions)`,
);
console.log(`  and its texts parsed ${texts.ms.toFixed(1)} ms`);
console.log(`load, warm             ${warm.ms.toFixed(1)} ms`);
console.log(`load, proving all      ${proving.ms.toFixed(1)} ms`);

const library = new Library(new RuleFiles([PROJECT_RULES]));
const { book } = library.inForce('linzi', DAY);
const { refs } = book.clauses;
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
lookup('inForce', () => library.inForce('linzi', DAY));
lookup('byKind', () => book.byKind('leave'));
lookup('find', () => book.find('leave', (value) => value.of.includes('town-mayor')));
lookup('byTopic', (n) => book.byTopic(pick(TOPICS, n).id));
lookup('quote', (n) => book.quote(pick(refs, n)));
lookup('cite', (n) => book.cite([pick(refs, n), pick(refs, n + 7)]));

const first = timed(() => book.search('会签几天内回复'));
console.log(`search, first          ${first.ms.toFixed(2)} ms`);
lookup('search', (n) => book.search(pick(TOPICS, n).title));
