/** The public rehearsals of all districts: every `expect` is met by some delivery of its step, no delivery meets a `never`. */
import { describe, expect, test } from 'vitest';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { Rehearsal, type Step } from '../../src/cli/rehearsal.ts';
import { parseInstant } from '../../src/core/day.ts';
import type { Delivery } from '../../src/core/message.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';
import { meets, scenariosOf } from '../support/scenarios.ts';

const library = openLibrary({});

describe.each(DISTRICTS)('the public rehearsals of %s', (district) => {
  test.each(scenariosOf(district).map((c) => [c.id, c] as const))('%s', (_, c) => {
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
