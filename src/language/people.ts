import { isDeputyMayor, isHead, type Person, type Roster } from '../core/roster.ts';
import { readUnits } from './units.ts';
import { Words } from './words.ts';

/** Somebody a text speaks of. Exactly one candidate is a person; several must be asked back; none is outside the roster. */
export interface PersonSpan {
  candidates: Person[];
  text: string;
  from: number;
  to: number;
  how: 'name' | 'title' | 'unit-title' | 'self';
}

/** What may follow a surname to make a form of address, and whom it can mean. */
const ADDRESSES: readonly { words: readonly string[]; fits: (p: Person) => boolean }[] = [
  { words: ['常务副区长', '常务'], fits: (p) => p.position === 'executive-deputy-mayor' },
  { words: ['副区长'], fits: isDeputyMayor },
  { words: ['区长'], fits: (p) => p.position === 'mayor' || isDeputyMayor(p) },
  { words: ['书记'], fits: (p) => p.position === 'party-secretary' },
  { words: ['副主任'], fits: (p) => p.position === 'office-deputy-director' },
  {
    words: ['主任'],
    fits: (p) =>
      ['office-director', 'office-deputy-director', 'subdistrict-director', 'zone-head'].includes(p.position),
  },
  { words: ['局长', '局'], fits: (p) => p.position === 'department-head' },
  { words: ['镇长', '镇'], fits: (p) => p.position === 'town-mayor' },
];

/** A title alone, when exactly one office in the district bears it. */
const TITLES: readonly { words: readonly string[]; of: (roster: Roster) => Person[] }[] = [
  { words: ['区委书记', '区委主要领导'], of: (r) => r.at('party-secretary') },
  {
    words: ['常务副区长', '负责常务工作的副区长', '负责政府常务工作的副区长', '常务区长'],
    of: (r) => r.at('executive-deputy-mayor'),
  },
  { words: ['区政府办公室主任', '政府办主任', '办公室主任', '区府办主任'], of: (r) => r.at('office-director') },
  { words: ['区政府办公室副主任', '办公室副主任', '政府办副主任'], of: (r) => r.at('office-deputy-director') },
  { words: ['区政府主要领导', '区长'], of: (r) => r.at('mayor') },
];

const HEAD_TITLES = ['党组书记、局长', '局长', '主要负责人', '主要负责同志', '一把手', '镇长', '主任', '负责人'];

const surname = (p: Person): string => p.name.slice(0, p.name.length > 3 ? 2 : 1);

/** The name without the surname. */
const given = (p: Person): string => p.name.slice(surname(p).length);
/** 海涛同志, 国栋副区长: a given name is a person's only with a title after it. */
const GIVEN_TITLES: readonly { word: string; fits: (p: Person) => boolean }[] = [
  { word: '同志', fits: () => true },
  { word: '副区长', fits: isDeputyMayor },
  { word: '区长', fits: (p) => p.position === 'mayor' || isDeputyMayor(p) },
  { word: '书记', fits: (p) => p.position === 'party-secretary' },
  { word: '局长', fits: (p) => p.position === 'department-head' },
  { word: '镇长', fits: (p) => p.position === 'town-mayor' },
  { word: '主任', fits: (p) => /director|zone-head/.test(p.position) },
];

interface PeopleIndex {
  names: Words<Person[]>;
  given: Words<Person[]>;
  /** By surname, in the roster's order. */
  families: Map<string, Person[]>;
}

const indexes = new WeakMap<Roster, PeopleIndex>();

function indexOf(roster: Roster): PeopleIndex {
  const known = indexes.get(roster);
  if (known) return known;
  const people = [...roster.people];
  const index = {
    names: new Words(Map.groupBy(people, (p) => p.name)),
    given: new Words(
      Map.groupBy(
        people.filter((p) => given(p).length === 2),
        given,
      ),
    ),
    families: Map.groupBy(people, surname),
  };
  indexes.set(roster, index);
  return index;
}

/**
 * The people of the roster that a text names: by full name, surname and title (`周副区长`, `王局`), title with unit
 * (`水利局局长`), or title alone (`常务副区长`). Never a guess: an address that fits several keeps them all.
 */
export function readPeople(text: string, roster: Roster, self?: Person, units = readUnits(text, roster)): PersonSpan[] {
  const found: PersonSpan[] = [];
  const add = (candidates: Person[], from: number, words: string, how: PersonSpan['how']): void => {
    const to = from + words.length;
    if (candidates.length === 0 || found.some((s) => from < s.to && to > s.from)) return;
    found.push({ candidates, text: words, from, to, how });
  };
  const each = (words: string, visit: (from: number) => void): void => {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) visit(at);
  };

  const { names, given, families } = indexOf(roster);
  for (const { value, text: name, from } of names.in(text)) add(value, from, name, 'name');
  for (const { value, text: name, from, to } of given.in(text)) {
    const title = GIVEN_TITLES.find(({ word }) => text.startsWith(word, to));
    if (title && !isSurnamed(text, from)) add(value.filter(title.fits), from, name + title.word, 'title');
  }

  for (const { words, fits } of ADDRESSES) {
    for (const word of words) {
      each(word, (at) => {
        if ((word === '局' || word === '镇') && isPartOfUnit(text, at)) return;
        for (const family of [text.slice(Math.max(0, at - 2), at), text.slice(Math.max(0, at - 1), at)]) {
          const namesakes = (families.get(family) ?? []).filter(fits);
          const exact = word === '区长' ? namesakes.filter((q) => q.position === 'mayor') : [];
          add(exact.length > 0 ? exact : namesakes, at - family.length, family + word, 'title');
        }
      });
    }
  }

  for (const unit of units) {
    const after = text.slice(unit.to);
    const title = HEAD_TITLES.find(
      (t) => after.startsWith(t) || (unit.text.endsWith('局') && t === '局长' && after.startsWith('长')),
    );
    const head = roster.headOf(unit.unit);
    if (title && head && isHead(head)) {
      const words = after.startsWith(title) ? unit.text + title : `${unit.text}长`;
      add([head], unit.from, words, 'unit-title');
    }
  }

  for (const { words, of } of TITLES)
    for (const word of words) each(word, (from) => isTitleAt(text, from, word) && add(of(roster), from, word, 'title'));

  if (self) for (const word of ['我本人', '本人']) each(word, (from) => add([self], from, word, 'self'));
  return found.sort((a, b) => a.from - b.from);
}

/** 副局长马海涛同志: another's full name, of whom the roster knows nothing, is not somebody's given name. */
const isSurnamed = (text: string, at: number): boolean =>
  /[一-鿿]$/.test(text.slice(0, at)) &&
  !/[由请让给托与和向报跟找、的]$|工作$|期间$|事务$|[里内]$/.test(text.slice(0, at));

/** `财政局` is no 政局: an address in one letter must not be the end of a unit's name. */
function isPartOfUnit(text: string, at: number): boolean {
  return /[一-鿿]{2}$/.test(text.slice(0, at)) && !/[，。、；：,;:\s和与由请向报跟找]$/.test(text.slice(0, at - 1));
}

/** `区长` inside 副区长 or 区长办公会议 is not the mayor. */
function isTitleAt(text: string, from: number, word: string): boolean {
  if (word !== '区长') return true;
  return !text.endsWith('副', from) && !text.startsWith('办公会', from + word.length);
}

/** The one person of a span, if it is exactly one. */
export const onePerson = (span: PersonSpan | undefined): Person | undefined =>
  span?.candidates.length === 1 ? span.candidates[0] : undefined;
