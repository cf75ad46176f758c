/** Whatever is asked: no clause that doesn't exist, no quote that isn't verbatim, no claim without a clause. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { parseInstant } from '../../src/core/day.ts';
import { type Person, Roster } from '../../src/core/roster.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { type Answer, answer } from '../../src/rules/answer.ts';
import { Library } from '../../src/rules/library.ts';
import { TOPICS } from '../../src/rules/topics.ts';

const library = new Library(new RuleFiles([PROJECT_RULES]));
const now = parseInstant('2026-04-13T09:00:00+08:00') ?? 0;
const districts = DISTRICTS.map((district) => ({
  book: library.inForce(district, '2026-04-13').book,
  roster: new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8'))),
}));
type District = (typeof districts)[number];

const asks = readFileSync(join(import.meta.dirname, '../questions/paraphrases.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): { ask: string } => JSON.parse(line))
  .map(({ ask }) => ask);

const squash = (text: string): string => text.replace(/\s+/g, '');

function ask({ book, roster }: District, text: string, asker?: Person): Answer {
  return answer(
    { text, asker, now },
    { book, roster, calendar: announcedCalendar, library, awayOn: (id) => id === 'dep-water' },
  );
}

/** What is wrong with an answer; nothing ever should be. */
function faultsOf({ book }: District, { status, text, clauses, quotes }: Answer): string[] {
  const faults: string[] = [];
  for (const ref of clauses) if (!book.clauses.exists(ref)) faults.push(`no clause ${ref}`);
  for (const { ref, text: words, district } of quotes) {
    const from = district ? library.inForce(district, '2026-04-13').book : book;
    const whole = from.clauses.resolve(ref);
    if (whole === null) faults.push(`quote of no clause ${ref}`);
    else if (!squash(whole).includes(squash(words))) faults.push(`not verbatim in ${ref}: ${words}`);
  }
  if (text === '') faults.push('says nothing');
  if (clauses.length > 3) faults.push(`cites ${clauses.length} clauses`);
  if (status === 'not-found' && clauses.length > 0) faults.push('not-found with clauses');
  if (status === 'not-found' && quotes.length === 0) faults.push('not-found without the nearest clause');
  if (status === 'answered' && quotes.length === 0) faults.push('answered without words');
  for (const ref of clauses)
    if (!quotes.some((q) => q.ref === ref && !q.district)) faults.push(`${ref} without its words`);
  return faults;
}

describe('every district', () => {
  test('answers every topic by its title, whoever asks', () => {
    const faults = districts.flatMap((d) =>
      TOPICS.flatMap(({ title }) => d.roster.people.flatMap((person) => faultsOf(d, ask(d, title, person)))),
    );
    expect(faults).toEqual([]);
  });

  test('answers every paraphrase', () => {
    const faults = districts.flatMap((d) =>
      asks.flatMap((text) => faultsOf(d, ask(d, text)).map((f) => `${text}: ${f}`)),
    );
    expect(faults).toEqual([]);
  });

  test('says the same twice', () => {
    for (const d of districts) for (const text of asks.slice(0, 100)) expect(ask(d, text)).toEqual(ask(d, text));
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...asks.flatMap((a) => [a, a.slice(0, 5), a.slice(-4)]),
    '第二十条',
    '3月5日',
    '应到6人',
    '《',
    '\u0000',
    '🙂',
    '５个工作日',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(words, { maxLength: 12 }).map((list) => list.join('')),
    fc.array(words, { maxLength: 8 }).map((list) => list.join('，')),
  );

  test('is answered without a fault', () => {
    fc.assert(
      fc.property(fc.constantFrom(...districts), texts, fc.nat(30), (d, text, n) => {
        expect(faultsOf(d, ask(d, text, d.roster.people[n]))).toEqual([]);
      }),
      { numRuns: 1500, seed: 4 },
    );
  });

  test.each([
    '常务会谁主持，',
    '谁',
    '能不能',
    '3月5日',
    '一',
    '“',
    '区政府常务会议纪要谁签发？',
    'a',
    '1 ',
  ])('4,000 characters of %s get an answer without a fault', (piece) => {
    const [d] = districts;
    if (!d) throw new Error('no district');
    const text = piece.repeat(Math.ceil(4000 / piece.length)).slice(0, 4000);
    expect(faultsOf(d, ask(d, text))).toEqual([]);
  });
});
