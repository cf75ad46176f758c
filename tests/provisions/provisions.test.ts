import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/cli/files.ts';
import type { Library } from '../../src/rules/library.ts';
import type { Provision } from '../../src/rules/schema.ts';
import { without, withValue } from './altered.ts';
import { type Case, casesOf, playBroken, playKept, provisionsOf } from './play.ts';
import { ROWS } from './rows.ts';
import { ALL, ELSEWHERE, NOTHING_TO_BREAK } from './table.ts';

const library = openLibrary({});
const cases = ROWS.flatMap(casesOf);
const clausesOf = (one: Case): string[] => provisionsOf(library, one).flatMap((p) => p.clauses);
/** Every provision that decides something, with its district and its chats. */
const deciding = ALL.split(' ').flatMap((district) =>
  library
    .inForce(district, '2026-04-13')
    .book.provisions.filter((p) => !(p.value.kind in ELSEWHERE) && !(`${district} ${p.id}` in NOTHING_TO_BREAK))
    .map((provision) => ({
      district,
      provision,
      chats: cases.filter((c) => c.district === district && c.row.id.split(' ').includes(provision.id)),
    })),
);

describe('每条规定，合者办，违者止', () => {
  for (const one of cases) {
    const name = `${one.district} ${one.row.id}`;
    test(`${name}：合`, () => {
      expect(provisionsOf(library, one)).not.toEqual([]);
      playKept(library, one, clausesOf(one));
    });
    test(`${name}：违`, () => playBroken(library, one, clausesOf(one)));
  }
});

describe('规定变了，对话就不一样', () => {
  test('凡作判断的规定，都有对话', () => {
    expect(deciding.filter((d) => d.chats.length === 0).map((d) => `${d.district} ${d.provision.id}`)).toEqual([]);
  });

  /** Whether the rules as they might have been answer some of the chats otherwise. */
  const isNoticed = (altered: Library, chats: readonly Case[]): boolean =>
    chats.some((one) => {
      try {
        playKept(altered, one, clausesOf(one));
        playBroken(altered, one, clausesOf(one));
        return false;
      } catch {
        return true;
      }
    });

  for (const district of ALL.split(' ')) {
    const own = deciding.filter((d) => d.district === district);

    test(`${district}：缺了哪一条，那一条的对话都通不过`, () => {
      const unnoticed = own.filter((d) => !isNoticed(without(library, district, d.provision.id), d.chats));
      expect(unnoticed.map((d) => d.provision.id)).toEqual([]);
    });

    test(`${district}：哪个数多一或少一、半数算法或日子算法一变，都有对话通不过`, () => {
      const unnoticed = own.flatMap(({ provision, chats }) =>
        neighboursOf(provision)
          .filter(([key, other]) => !isNoticed(withValue(library, district, provision.id, key, other), chats))
          .map(([key, other]) => `${provision.id} ${key} ${other}`),
      );
      expect(unnoticed).toEqual([]);
    });
  }
});

/** What is reckoned otherwise: exactly half or more, calendar or working days. */
const REVERSED: Readonly<Record<string, string>> = {
  half: 'more-than-half',
  'more-than-half': 'half',
  calendar: 'working',
  working: 'calendar',
};

/** Each number of a provision one less and one more, and each way of reckoning turned round. */
const neighboursOf = ({ value }: Provision): [string, number | string][] =>
  Object.entries(value).flatMap(([key, own]): [string, number | string][] => {
    if (typeof own === 'number') return [own - 1, own + 1].filter((n) => n > 0).map((n) => [key, n]);
    const other = typeof own === 'string' && (key === 'share' || key === 'unit') ? REVERSED[own] : undefined;
    return other ? [[key, other]] : [];
  });
