/**
 * `node bench/answer.ts`: how long reading and answering a question takes, and how often the right clause is cited,
 * beside a plain keyword search (minisearch over the clauses) on the same public questions.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { announcedCalendar } from '../src/calendar/calendar.ts';
import { parseInstant } from '../src/core/day.ts';
import { Roster } from '../src/core/roster.ts';
import { DISTRICTS } from '../src/core/vocabulary.ts';
import { PROJECT_RULES, RuleFiles } from '../src/hosts/rule-files.ts';
import { normalise } from '../src/language/normalise.ts';
import { readQuestion } from '../src/language/question.ts';
import { answer } from '../src/rules/answer.ts';
import type { RuleBook } from '../src/rules/book.ts';
import { articleOf } from '../src/rules/clause.ts';
import { Library } from '../src/rules/library.ts';

const ROUNDS = 20;
const TESTS = join(import.meta.dirname, '../tests/questions');

interface Case {
  ask: string;
  as?: string;
  at?: string;
  expect: { status: string; clauses?: string[][] };
}

const lines = <T>(file: string): T[] =>
  readFileSync(join(TESTS, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): T => JSON.parse(line));

const library = new Library(new RuleFiles([PROJECT_RULES]));
const now = parseInstant('2026-04-13T09:00:00+08:00') ?? 0;
const districts = DISTRICTS.map((district) => ({
  book: library.inForce(district, '2026-04-13').book,
  roster: new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8'))),
  cases: lines<Case>(`data/${district}.ask.jsonl`),
}));
const asks = lines<{ ask: string }>('paraphrases.jsonl').map(({ ask }) => ask);

function percentiles(name: string, work: (ask: string) => unknown): void {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const ask of asks) {
      const start = performance.now();
      work(ask);
      if (round > 0) times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${((times[Math.floor(times.length * share)] ?? 0) * 1000).toFixed(0)} µs`;
  console.log(`${name.padEnd(28)} median ${at(0.5)}, p99 ${at(0.99)}`);
}

/** Bigrams of the clauses, as a plain keyword search would index Chinese. */
const bigrams = (text: string): string[] => {
  const plain = text.replace(/[^\p{L}\p{N}]+/gu, '');
  return Array.from({ length: Math.max(plain.length - 1, 0) }, (_, i) => plain.slice(i, i + 2));
};

function keywordSearch(book: RuleBook): MiniSearch {
  const search = new MiniSearch({ fields: ['text'], tokenize: bigrams, processTerm: (term) => term });
  const refs = book.clauses.refs.filter((ref) => !ref.includes('.'));
  search.addAll(refs.map((ref) => ({ id: ref, text: book.quote(ref).text })));
  return search;
}

/** Whether a cited article is one that each expected group takes, or nothing is cited where nothing is expected. */
function isHit({ expect: wanted }: Case, cited: readonly string[]): boolean {
  if (wanted.status === 'not-found') return cited.length === 0;
  return (wanted.clauses ?? []).every((group) => group.some((w) => cited.some((c) => articleOf(c) === articleOf(w))));
}

const context = { calendar: announcedCalendar, library };
const searches = new Map(districts.map(({ book }) => [book, keywordSearch(book)]));
const tally = { answer: 0, first: 0, three: 0, all: 0 };
for (const { book, roster, cases } of districts) {
  for (const c of cases) {
    const at = parseInstant(c.at ?? '') ?? now;
    const asker = c.as === undefined ? undefined : roster.person(c.as);
    const found =
      searches
        .get(book)
        ?.search(normalise(c.ask).text)
        .map(({ id }) => String(id)) ?? [];
    tally.all += 1;
    const given = answer({ text: c.ask, asker, now: at }, { ...context, book, roster });
    if (given.status === c.expect.status && isHit(c, given.clauses)) tally.answer += 1;
    if (isHit(c, found.slice(0, 1))) tally.first += 1;
    if (isHit(c, found.slice(0, 3))) tally.three += 1;
  }
}
const share = (n: number): string => `${n}/${tally.all} = ${((100 * n) / tally.all).toFixed(0)}%`;
console.log(`right article, public cases: answered ${share(tally.answer)}`);
console.log(`  minisearch, best clause    ${share(tally.first)}`);
console.log(`  minisearch, best three     ${share(tally.three)}`);

const [first] = districts;
if (first) {
  const { book, roster } = first;
  percentiles('read a question', (ask) => readQuestion(normalise(ask).text));
  percentiles('answer a question', (ask) => answer({ text: ask, now }, { ...context, book, roster }));
  const search = searches.get(book);
  percentiles('minisearch, one question', (ask) => search?.search(ask));
  const long = '常务会的纪要谁签，'.repeat(500).slice(0, 4000);
  const start = performance.now();
  answer({ text: long, now }, { ...context, book, roster });
  console.log(`4,000 characters             ${(performance.now() - start).toFixed(1)} ms`);
}
