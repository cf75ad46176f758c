/** Plays the chats of the table, in a district, against its rules as they are or as they might have been. */
import { exampleRoster } from '../../src/cli/files.ts';
import { Rehearsal, type Step } from '../../src/cli/rehearsal.ts';
import { parseInstant } from '../../src/core/day.ts';
import type { Delivery } from '../../src/core/message.ts';
import { Roster } from '../../src/core/roster.ts';
import type { Library } from '../../src/rules/library.ts';
import type { Provision } from '../../src/rules/schema.ts';
import type { Outcome, Row } from './table.ts';

/** A Monday. */
const NOW = '2026-04-13T09:00';
/** What breaks a rule may follow on what keeps it. */
const THEN = '+ ';
const CITING = '§';
const STOPPED = ['refused', 'not-allowed', 'not-understood'];

interface Exchange {
  line: string;
  step: Step;
  expected: { who: string[]; status: string[]; cites: boolean; words?: RegExp }[];
}

/** A row's chats in one district; `outcome` is what breaking leads to. */
export interface Case {
  row: Row;
  district: string;
  outcome: Outcome | 'kept';
}

export const casesOf = (row: Row): Case[] =>
  (Object.entries(row.in) as [Outcome | 'kept', string][]).flatMap(([outcome, districts]) =>
    districts.split(' ').map((district) => ({ row, district, outcome })),
  );

/** The provisions in force that a row names. */
export const provisionsOf = (library: Library, { row, district }: Case): Provision[] => {
  const { provisions } = library.inForce(district, NOW.slice(0, 10)).book;
  return row.id.split(' ').flatMap((id) => provisions.filter((p) => p.id === id));
};

/** What keeps the provision is done. Throws with what was heard instead. */
export function playKept(library: Library, { row, district }: Case, clauses: readonly string[]): void {
  const { last, speaker } = play(library, district, row.kept, clauses);
  const wanted = row.kept.split('\n').at(-1)?.includes(' => ') ?? false;
  const own = last.find((d) => d.to === speaker);
  if (!wanted && STOPPED.includes(own?.status ?? '')) throw new Error(show(last));
}

/** What breaks it is stopped, or goes on with the clause shown. A button that somebody was never given has no clause. */
export function playBroken(library: Library, { row, district, outcome }: Case, clauses: readonly string[]): void {
  const { broken = '' } = row;
  const transcript = broken.startsWith(THEN) ? `${row.kept}\n${broken.slice(THEN.length)}` : broken;
  const { last, speaker, pressed } = play(library, district, transcript, clauses);
  const cites = (d: Delivery): boolean => pressed || d.clauses.some((c) => clauses.includes(c));
  const met =
    outcome === 'told'
      ? last.some(cites) && !last.some((d) => d.to === speaker && STOPPED.includes(d.status))
      : last.some((d) => d.to === speaker && d.status === outcome && cites(d));
  if (!met) throw new Error(`${outcome} ${clauses.join(' ')}, heard:\n${show(last)}`);
}

/** Plays a transcript, checks what each line expects, and returns what its last line delivered. */
function play(
  library: Library,
  district: string,
  transcript: string,
  clauses: readonly string[],
): { last: Delivery[]; speaker: string; pressed: boolean } {
  const roster = new Roster(exampleRoster(district));
  const rehearsal = new Rehearsal({ district, library, roster: roster.file, at: parseInstant(NOW) ?? 0 });
  try {
    let last: Delivery[] = [];
    let speaker = '';
    let pressed = false;
    for (const { line, step, expected } of exchanges(transcript, roster)) {
      last = rehearsal.run(step);
      if ('as' in step) speaker = step.as;
      pressed = 'press' in step;
      for (const { who, status, cites, words } of expected) {
        const met = last.some(
          (d) =>
            who.includes(d.to) &&
            status.includes(d.status) &&
            (!cites || d.clauses.some((c) => clauses.includes(c))) &&
            (words === undefined || words.test(d.text)),
        );
        if (!met) throw new Error(`${line} => ${who.join('|')} ${status.join('|')}, heard:\n${show(last)}`);
      }
    }
    return { last, speaker, pressed };
  } finally {
    rehearsal.close();
  }
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
          const [who = '', status = '', ...more] = w.split(' ');
          const words = more.find((m) => m !== CITING);
          return {
            who: who.split('|'),
            status: status.split('|'),
            cites: more.includes(CITING),
            ...(words && { words: new RegExp(words) }),
          };
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

const show = (deliveries: readonly Delivery[]): string =>
  deliveries.map((d) => `${d.to} ${d.status} [${d.clauses.join(' ')}] ${d.text}`).join('\n');
