/** The public question cases: status, clauses, facts within the first 160 characters, nothing wrong said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { parseInstant } from '../../src/core/day.ts';
import { Roster } from '../../src/core/roster.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { answer, printAnswer } from '../../src/rules/answer.ts';
import { Library } from '../../src/rules/library.ts';

interface Case {
  id: string;
  ask: string;
  as?: string;
  at?: string;
  expect: { status: string; clauses?: string[][]; says?: string[]; not?: string[] };
}

const library = new Library(new RuleFiles([PROJECT_RULES]));
const FIRST_CHARACTERS = 160;
const USUAL_MOMENT = '2026-04-13T09:00:00+08:00';
const squash = (text: string): string => text.replace(/\s+/g, '');
const saysOne = (text: string, alternatives: string): boolean =>
  alternatives.split('|').some((a) => text.includes(squash(a)));
/** `43` takes 43.2; in an article of one paragraph 24 and 24.1 are the same. */
const takes = (wanted: string, got: string): boolean =>
  got === wanted || got.startsWith(`${wanted}.`) || got.startsWith(`${wanted}(`) || `${got}.1` === wanted;

describe.each([...DISTRICTS])('%s', (district) => {
  const file = join(import.meta.dirname, `../questions/data/${district}.ask.jsonl`);
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): Case => JSON.parse(line));
  const roster = new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8')));

  test.each(cases.map((c) => [c.ask, c] as const))('%s', (_, { ask, as, at, expect: wanted }) => {
    const now = parseInstant(at ?? USUAL_MOMENT) ?? 0;
    const { book } = library.inForce(district, USUAL_MOMENT.slice(0, 10));
    const asker = as === undefined ? undefined : roster.person(as);
    const given = answer({ text: ask, asker, now }, { book, roster, calendar: announcedCalendar, library });
    const text = squash(printAnswer(given, book, library));
    expect(given.status).toBe(wanted.status);
    for (const group of wanted.clauses ?? []) {
      expect(
        given.clauses.some((got) => group.some((one) => takes(one, got))),
        `${given.clauses} lack ${group}`,
      ).toBe(true);
    }
    for (const fact of wanted.says ?? [])
      expect(saysOne(text.slice(0, FIRST_CHARACTERS), fact), `${text} says ${fact}`).toBe(true);
    for (const wrong of wanted.not ?? []) expect(saysOne(text, wrong), `${text} says ${wrong}`).toBe(false);
    expect(given.clauses.length).toBeLessThanOrEqual(3);
  });
});
