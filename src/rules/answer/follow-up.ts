/** 那区长呢、超过3天呢: a follow-up asks the question before once more, with something else in it. */
import type { Person, Roster } from '../../core/roster.ts';
import { matcher } from '../../language/matcher.ts';
import { normalise } from '../../language/normalise.ts';
import { readPeople } from '../../language/people.ts';
import { type Evidence, gather, KINDS, placesOf } from '../../language/question/evidence.ts';
import { asksAnything, formOf } from '../../language/question/form.ts';
import { weighQuestion } from '../../language/question.ts';
import { mentionsOf } from './mentions.ts';

/** A follow-up put in full. `from`: where the part begins that is asked now, the words before being asked already. */
export interface FollowedUp {
  text: string;
  from: number;
}

const OPENS = matcher(/^(?:那么?|要是|如果是?|假如|若是?|换成|换作|还有|再问一?下?)/);
const CLOSES = /(?:的话)?(?:又|也(?:是|要)?(?:这样|一样)(?:吗|么)?)?呢?[？?。！!]*$/;
const LONGEST = 20;
/** What is exchanged is a word or two. */
const LONGEST_CHANGE = 14;
/** How many follow-ups may hang on one question. */
const MOST = 4;

const ACTORS = [
  'mayor',
  'executive-deputy',
  'deputy-mayor',
  'office-director',
  'office-deputy',
  'cadre',
  'party-member',
  'department-head',
  'town',
  'zone-head',
  'staff',
] as const;
/** Sorts of papers and public acts, one of which may stand for another. */
const PAPERS = [
  'order',
  'bill',
  'normative',
  'overall-matter',
  'appointment',
  'office-name',
  'government-name',
  'agreement',
  'minutes',
  'letter',
  'inscription',
  'ribbon',
  'publication',
  'interview',
  'speech',
] as const;
/** In whose name something is issued, or to whom it goes. */
const ISSUER = /区?政府办公室|区府办|政府办|区政府(?!党组|全体|常务|专题|领导)/;
const DAY =
  /(?:\d{1,2}月\d{1,2}[日号]|(?:下下?|本|这)?(?:周|星期|礼拜)[一二三四五六日天]|大?后天|明天|今天|\d{1,2}[日号])/;
const COUNT =
  /(?:超过|不到|不足)?[\d一二两三四五六七八九十半]+个?(?:工作日|天|日|周|星期|礼拜|个?月|年|小时|人|次|件|份|种)/;

/** What a short text asks to exchange; `null` where it is no follow-up. */
function changeIn(text: string): string | null {
  if (text.length > LONGEST || !(OPENS.test(text) || /(?:呢|一样吗|这样吗)[？?。！!]*$/.test(text))) return null;
  const change = text
    .replace(OPENS, '')
    .replace(CLOSES, '')
    .replace(/^[，,]/, '');
  return change.length > 0 && change.length <= LONGEST_CHANGE ? change : null;
}

/**
 * The follow-up in full words, from what was said before; `null` where the text stands by itself.
 * @param before what the same person said before in the same chat, newest first
 */
export function followUp(
  text: string,
  before: () => readonly string[],
  roster: Roster,
  asker?: Person,
): FollowedUp | null {
  const changes: string[] = [];
  let change = changeIn(text);
  if (change === null) return null;
  for (const earlier of before().slice(0, MOST)) {
    if (change === null) return null;
    changes.unshift(change);
    const said = normalise(earlier).text.replace(/[？?。！!]+$/, '');
    change = changeIn(said);
    if (change !== null) continue;
    if (weighQuestion(said).score <= 0) return null;
    return changes.reduce<FollowedUp>((asked, next) => exchange(asked.text, next, roster, asker), {
      text: said,
      from: 0,
    });
  }
  return null;
}

function exchange(question: string, change: string, roster: Roster, asker?: Person): FollowedUp {
  const base = evidence(question, roster, asker);
  const put = evidence(change, roster, asker);
  if (asksAnything(formOf(put))) return { text: `${question}，${change}`, from: question.length + 1 };
  const issuer = ISSUER.exec(question);
  const other = ISSUER.exec(change);
  if (issuer && other && other[0].length + 1 >= change.length)
    return replaced(question, { from: issuer.index, to: issuer.index + issuer[0].length }, other[0]);
  for (const names of [KINDS, ACTORS, PAPERS]) {
    const [next] = placesOfAny(put, names);
    const [old] = placesOfAny(base, names);
    if (next && old) return replaced(question, old, change);
    const [self] = names === ACTORS ? placesOfAny(base, ['self']) : [];
    if (next && self) return replaced(question, self, change);
  }
  for (const pattern of [DAY, COUNT]) {
    const old = pattern.exec(question);
    if (old && pattern.test(change))
      return replaced(question, { from: old.index, to: old.index + old[0].length }, change);
  }
  return { text: `${change}，${question}`, from: 0 };
}

const replaced = (text: string, { from, to }: { from: number; to: number }, by: string): FollowedUp => ({
  text: text.slice(0, from) + by + text.slice(to),
  from: 0,
});

/** Where any of these concepts stands, the first word first. */
const placesOfAny = (said: Evidence, concepts: readonly string[]) =>
  concepts.flatMap((concept) => placesOf(said, concept)).sort((a, b) => a.from - b.from || b.to - a.to);

function evidence(text: string, roster: Roster, asker?: Person): Evidence {
  const people = readPeople(text, roster, asker);
  return gather(text, mentionsOf(people, [], text, roster));
}
