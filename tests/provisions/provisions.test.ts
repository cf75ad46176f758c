import { describe, expect, test } from 'vitest';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { Rehearsal, type Step } from '../../src/cli/rehearsal.ts';
import { parseInstant } from '../../src/core/day.ts';
import type { Delivery } from '../../src/core/message.ts';
import { Roster } from '../../src/core/roster.ts';
import type { ValueKind } from '../../src/rules/schema.ts';
import { AGENDA } from './agenda.ts';
import { CONDUCT } from './conduct.ts';
import { DOCUMENTS } from './documents.ts';
import { MEETINGS } from './meetings.ts';
import { ALL, type Outcome, type Row } from './table.ts';

const library = openLibrary({});
const ROWS: readonly Row[] = [...MEETINGS, ...AGENDA, ...DOCUMENTS, ...CONDUCT];
/** A Monday. */
const NOW = '2026-04-13T09:00';

const FAMILIES = new Set([
  'meeting',
  'agenda',
  'minutes',
  'document',
  'countersign',
  'agreement',
  'event',
  'reception',
  'supervision',
  'research',
]);
/** What is answered or counted, and decides nothing of what is asked for. */
const TOLD: readonly ValueKind[] = ['statement', 'meeting-scope', 'meeting-frequency', 'portfolio'];

interface Exchange {
  line: string;
  step: Step;
  expected: { who: string[]; status: string[]; words?: RegExp }[];
}

function exchanges(transcript: string, roster: Roster): Exchange[] {
  const nameOf = (id: string): string => roster.person(id)?.name ?? id;
  return transcript
    .split('\n')
    .map((l) => l.trim())
    .filter(Boolean)
    .map((line) => {
      const [said = '', wanted = ''] = line.split(' => ');
      const expected = wanted
        .split('; ')
        .filter(Boolean)
        .map((w) => {
          const [who = '', status = '', words] = w.split(' ');
          return { who: who.split('|'), status: status.split('|'), ...(words && { words: new RegExp(words) }) };
        });
      const text = said
        .replaceAll('DEP', nameOf('dep-water'))
        .replaceAll('EXEC', nameOf('exec'))
        .replaceAll('MAYOR', nameOf('mayor'));
      return { line: text, step: stepOf(text), expected };
    });
}

function stepOf(line: string): Step {
  const clock = /^-- (.+)$/.exec(line);
  if (clock?.[1]) return { at: `${clock[1].replace(' ', 'T')}:00+08:00` };
  const [as = '', text = ''] = line.split(' > ');
  const press = /^\[(.+?)\]\s*(.*)$/.exec(text);
  const file = /^\{(.+?)\}\s*(.*)$/.exec(text);
  if (press) return { as, press: press[1], ...(press[2] && { note: press[2] }) };
  if (file) return { as, attach: file[1], ...(file[2] && { say: file[2] }) };
  return { as, say: text };
}

const show = (d: Delivery): string => `${d.to} ${d.status} [${d.clauses.join(' ')}] ${d.text}`;

/** Plays a transcript, checks what each line expects, and returns what its last line delivered. */
function play(district: string, transcript: string): { last: Delivery[]; speaker: string } {
  const roster = new Roster(exampleRoster(district));
  const rehearsal = new Rehearsal({ district, library, roster: roster.file, at: parseInstant(NOW) ?? 0 });
  try {
    let last: Delivery[] = [];
    let speaker = '';
    for (const { line, step, expected } of exchanges(transcript, roster)) {
      last = rehearsal.run(step);
      if ('as' in step) speaker = step.as;
      for (const { who, status, words } of expected) {
        const met = last.some(
          (d) => who.includes(d.to) && status.includes(d.status) && (words === undefined || words.test(d.text)),
        );
        expect(met ? 'met' : last.map(show).join('\n'), `${line} => ${who.join('|')} ${status.join('|')}`).toBe('met');
      }
    }
    return { last, speaker };
  } finally {
    rehearsal.close();
  }
}

const districtsOf = (row: Row): { district: string; outcome: Outcome | 'kept' }[] =>
  (Object.entries(row.in) as [Outcome | 'kept', string][]).flatMap(([outcome, districts]) =>
    districts.split(' ').map((district) => ({ district, outcome })),
  );

const bookOf = (district: string) => library.inForce(district, '2026-04-13').book;
const STOPPED = ['refused', 'not-allowed', 'not-understood'];

describe('每条规定，合者办，违者止', () => {
  for (const row of ROWS) {
    for (const { district, outcome } of districtsOf(row)) {
      const provisions = row.id.split(' ').flatMap((id) => bookOf(district).provisions.filter((p) => p.id === id));
      test(`${district} ${row.id}：合`, () => {
        expect(provisions.length).toBeGreaterThan(0);
        const { last, speaker } = play(district, row.kept);
        const wanted = row.kept.split('\n').at(-1)?.includes(' => ') ?? false;
        const own = last.find((d) => d.to === speaker);
        expect(wanted || !STOPPED.includes(own?.status ?? ''), last.map(show).join('\n')).toBe(true);
      });
      const { broken } = row;
      if (broken === undefined || outcome === 'kept') continue;
      test(`${district} ${row.id}：违`, () => {
        const { last, speaker } = play(district, broken);
        const clauses = provisions.flatMap((p) => p.clauses);
        const cites = (d: Delivery): boolean => d.clauses.some((c) => clauses.includes(c));
        const met =
          outcome === 'told'
            ? last.some(cites) && !last.some((d) => d.to === speaker && STOPPED.includes(d.status))
            : last.some((d) => d.to === speaker && d.status === outcome && cites(d));
        expect(met ? 'met' : last.map(show).join('\n'), `${outcome} ${clauses.join(' ')}`).toBe('met');
      });
    }
  }
});

test('凡作判断的规定，都有一句合、一句违或开办的话', () => {
  const uncovered = ALL.split(' ').flatMap((district) => {
    const rows = ROWS.filter((row) => districtsOf(row).some((d) => d.district === district));
    const covered = new Set(rows.flatMap((row) => row.id.split(' ')));
    return bookOf(district)
      .provisions.filter((p) => FAMILIES.has(p.family) && !TOLD.includes(p.value.kind) && !covered.has(p.id))
      .map((p) => `${district} ${p.id}`);
  });
  expect(uncovered).toEqual([]);
});
