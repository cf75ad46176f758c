/** The public rehearsals of all districts: every `expect` is met by some delivery of its step, no delivery meets a `never`. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { Rehearsal, type Step } from '../../src/cli/rehearsal.ts';
import { parseInstant } from '../../src/core/day.ts';
import type { Delivery } from '../../src/core/message.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';
import { containsRef } from '../../src/rules/clause.ts';

interface Wanted {
  to?: string;
  for?: string;
  status?: string;
  about?: string;
  missing?: string[];
  clauses?: (string | string[])[];
  says?: string[];
  buttons?: string[];
  due?: string;
}
type Line = Step | { expect?: Wanted[]; never?: Wanted[] };
interface Case {
  id: string;
  district: string;
  family: string;
  at: string;
  steps: Line[];
}

const library = openLibrary({});
const squash = (text: string): string => text.replace(/\s+/g, '');
const cites = (d: Delivery, ref: string): boolean =>
  d.clauses.some((got) => containsRef(ref, got) || got === ref.replace(/\.1$/, ''));

function meets(d: Delivery, w: Wanted): boolean {
  return (
    (!w.to || d.to === w.to) &&
    (!w.for || d.for === w.for) &&
    (!w.status || d.status === w.status) &&
    (!w.about || d.about === w.about) &&
    (!w.missing || [...w.missing].sort().join() === [...(d.missing ?? [])].sort().join()) &&
    (w.clauses ?? []).every((group) => [group].flat().some((ref) => cites(d, ref))) &&
    (w.says ?? []).every((words) => words.split('|').some((one) => squash(d.text).includes(squash(one)))) &&
    (w.buttons ?? []).every((label) => d.buttons.includes(label)) &&
    (!w.due || (d.due ?? '').startsWith(w.due))
  );
}

describe.each(DISTRICTS)('the public rehearsals of %s', (district) => {
  const lines = readFileSync(new URL(`./data/${district}.scenarios.jsonl`, import.meta.url).pathname, 'utf8');
  const cases = lines
    .split('\n')
    .filter(Boolean)
    .map((line): Case => JSON.parse(line));
  test.each(cases.map((c) => [c.id, c] as const))('%s', (_, c) => {
    const at = parseInstant(c.at) ?? 0;
    const rehearsal = new Rehearsal({ district, library, roster: exampleRoster(district), at });
    try {
      let got: Delivery[] = [];
      for (const step of c.steps) {
        if (!('expect' in step || 'never' in step)) {
          got = rehearsal.run(step as Step);
          continue;
        }
        const shown = got.map((d) => `${d.to} ${d.status} ${d.clauses.join(' ')} ${d.text}`).join('\n');
        for (const w of step.expect ?? [])
          expect(
            got.some((d) => meets(d, w)),
            `${JSON.stringify(w)}\n${shown}`,
          ).toBe(true);
        for (const w of step.never ?? [])
          expect(
            got.some((d) => meets(d, w)),
            `${JSON.stringify(w)}\n${shown}`,
          ).toBe(false);
      }
    } finally {
      rehearsal.close();
    }
  });
});
