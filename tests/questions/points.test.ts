/**
 * Every point of every district asked for in plain words: what a district states is answered with its clause, what it is
 * silent on is `not-found`. Which is which follows from the modules, so that each question is five cases.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { parseInstant } from '../../src/core/day.ts';
import { Roster } from '../../src/core/roster.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { answer } from '../../src/rules/answer.ts';
import { Library } from '../../src/rules/library.ts';

interface Point {
  /** A topic; `meeting.*.x` stands for every kind of meeting, `{K}` in the question for its name. */
  topic: string;
  ask: string;
  /** Not among the examples that the reader learns from, and not looked at while it was worked on. */
  held?: boolean;
}

const KINDS = {
  plenary: '全体会议',
  executive: '常务会',
  'mayor-office': '区长办公会',
  special: '专题会',
  'party-group': '政府党组会',
} as const;
const NOW = parseInstant('2026-04-13T09:00:00+08:00') ?? 0;

const points = readFileSync(join(import.meta.dirname, 'points.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line): Point => JSON.parse(line))
  .flatMap(({ topic, ask, held }) =>
    topic.includes('*')
      ? Object.entries(KINDS).map(([kind, name]) => ({
          topic: topic.replace('*', kind),
          ask: ask.replaceAll('{K}', name),
          held,
        }))
      : [{ topic, ask, held }],
  );
const library = new Library(new RuleFiles([PROJECT_RULES]));
const within = (a: string, b: string): boolean => a === b || a.startsWith(`${b}(`) || b.startsWith(`${a}(`);

/** The share of right answers: on points that the district states, and on those that it is silent on. */
function shares(district: (typeof DISTRICTS)[number], held: boolean): { stated: number; silent: number } {
  const book = library.inForce(district, '2026-04-13').book;
  const roster = new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8')));
  const context = { book, roster, calendar: announcedCalendar, library };
  const counts = { stated: [0, 0], silent: [0, 0] } satisfies Record<string, [number, number]>;
  for (const { topic, ask } of points.filter((p) => (p.held ?? false) === held)) {
    const { provisions } = book.byTopic(topic);
    const { status, clauses } = answer({ text: ask, now: NOW }, context);
    const side = provisions.length > 0 ? counts.stated : counts.silent;
    const refs = provisions.flatMap((p) => p.clauses);
    const right =
      provisions.length > 0
        ? status === 'answered' && clauses.some((got) => refs.some((ref) => within(got, ref)))
        : status === 'not-found';
    side[0] += right ? 1 : 0;
    side[1] += 1;
  }
  const [stated, allStated] = counts.stated;
  const [silent, allSilent] = counts.silent;
  return { stated: (stated ?? 0) / (allStated ?? 1), silent: (silent ?? 0) / (allSilent ?? 1) };
}

describe.each([...DISTRICTS])('%s', (district) => {
  test('questions that the reader has learnt from', () => {
    const { stated, silent } = shares(district, false);
    expect(stated).toBeGreaterThanOrEqual(0.95);
    expect(silent).toBeGreaterThanOrEqual(0.95);
  });

  test('questions kept aside', () => {
    const { stated, silent } = shares(district, true);
    expect(stated).toBeGreaterThanOrEqual(0.88);
    expect(silent).toBeGreaterThanOrEqual(0.86);
  });
});
