import type { Roster } from '../../core/roster.ts';
import type { PersonSpan } from '../../language/people.ts';
import type { Mention } from '../../language/question.ts';
import type { UnitSpan } from '../../language/units.ts';

/** What the reader of questions needs to know of the people and units that a text names. */
export function mentionsOf(
  people: readonly PersonSpan[],
  units: readonly UnitSpan[],
  text: string,
  roster: Roster,
): Mention[] {
  const persons = people.flatMap(({ candidates, from, to, how }): Mention[] => {
    const first = candidates[0];
    if (!first || how === 'self' || candidates.some((p) => p.position !== first.position)) return [];
    return [{ from, to: to + titleAfter(text, to), as: first.position }];
  });
  const places = units
    .filter((u) => !persons.some((p) => u.from < p.to && u.to > p.from))
    .filter((u) => roster.headOf(u.unit)?.position === 'department-head')
    .map(({ from, to }): Mention => ({ from, to, as: 'unit' }));
  return [...persons, ...places];
}

/** 周海涛副区长: the title after a full name belongs to the name. */
const titleAfter = (text: string, to: number): number =>
  /^(?:常务副区长|副区长|区长|副主任|主任|局长|镇长|书记)/.exec(text.slice(to, to + 5))?.[0].length ?? 0;
