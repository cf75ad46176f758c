/** 帮助 and 没有看懂 offer each person what that person may do: every sentence offered works when it is said. */
import { describe, expect, test } from 'vitest';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { Rehearsal } from '../../src/cli/rehearsal.ts';
import { parseInstant } from '../../src/core/day.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';

const library = openLibrary({});
const at = parseInstant('2026-03-02T09:00:00+08:00') ?? 0;
const NONSENSE = '嘟嘟哒哒';

function talk<T>(
  district: string,
  work: (say: (as: string, text: string) => { status: string; text: string }) => T,
): T {
  const roster = exampleRoster(district);
  const rehearsal = new Rehearsal({ district, library, roster, at });
  try {
    return work((as, text) => {
      const own = rehearsal.run({ as, say: text }).find((d) => d.to === as);
      if (!own) throw new Error(`${as} heard nothing of ${text}`);
      return own;
    });
  } finally {
    rehearsal.close();
  }
}

const offered = (text: string): string[] => [...text.matchAll(/“([^“”]*)”/g)].map((m) => m[1] ?? '');

describe.each(DISTRICTS)('%s', (district) => {
  const people = exampleRoster(district).people.filter(
    (p, i, all) => all.findIndex((o) => o.position === p.position && o.unit === p.unit) === i,
  );

  test.each(people.map((p) => [p.position, p.unit, p.id]))('%s of %s', (_position, _unit, as) => {
    const says = talk(district, (say) => offered(say(as, '帮助').text.replace(/您现有[^。]*。/, '')));
    expect(says.length).toBeGreaterThanOrEqual(2);
    for (const text of says) {
      const { status } = talk(district, (say) => say(as, text));
      expect(['submitted', 'recorded', 'incomplete', 'answered', 'not-found'], `${text}: ${status}`).toContain(status);
    }
  });

  test('what was not understood is answered with samples of the position', () => {
    const samples = (as: string): string[] => talk(district, (say) => offered(say(as, NONSENSE).text));
    expect(samples('mayor')).not.toEqual(samples('head-slj'));
    expect(samples('head-slj')).not.toEqual(samples('staff-slj'));
  });
});
