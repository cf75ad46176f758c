import { CONCEPTS } from '../lexicon/index.ts';
import { type Evidence, evidenceOf, KINDS } from './evidence.ts';
import { asksAnything, formOf, isYesNo } from './form.ts';
import type { Hit } from './scan.ts';

/** A stretch of the text that asks one thing, with the words before it that it may refer to. */
export interface Part {
  evidence: Evidence;
  /** Subjects and persons of earlier parts; the kind of meeting of a later one, where none is named before. */
  inherited: Hit[];
  /** Where the part's own words begin in the evidence's text. */
  from: number;
}

const BREAK = /[，。？！；,?!;、\n]|(?:还有|另外|以及|同时问|顺便问)/g;
const MAX_PARTS = 4;
/** 需要区政府同意的，: a condition states; only a plain question word in it asks. */
const CONDITION =
  /(?:的(?:重要|重大|有关|其他)?(?:事|事情|事项|文件?|件|协议|合同|活动|议题|会|材料|公文|项目|决定)?|的话|时|时候|[以之]?后|之前)[，,、；]$/;
/** 会签嘛，几天内回: a particle sets the topic, it asks nothing. */
const TOPIC = /^[^，。？！?!,]{1,10}(?:嘛|么|吧|呢|啊|呀|哈)[，,]$/;
const PLAIN = /[谁吗几么哪啥]|多少|怎|如何/;
/** 我下周要外出几天，: some days, not how many. */
const SOME_DAYS = /(?:外出|出差|出去|出门|休假?|请假?|走|歇|离开|离岗|不在|去[^，。]{1,4})个?几天(?:假)?(?=[，,、])/;
const FURTHER = /呢[？?。！!]?$/;
/** Asks for a number, whatever the word is part of: 最少到多少人. */
const COUNTS = /多少|多久|几个人|几次/;
/** What is going on, as against what is asked about it: later parts still speak of it. */
const SITUATIONS: readonly string[] = ['away', 'cannot-attend', 'both', 'passed', 'mandate', 'late'];

const classOf = (concept: number): string => CONCEPTS[concept]?.class ?? 'ask';
const isSubstance = ({ concepts }: Hit): boolean =>
  concepts.some((c) => classOf(c) === 'subject' || classOf(c) === 'act');
const isActor = ({ concepts }: Hit): boolean => concepts.some((c) => classOf(c) === 'actor');
const isCarried = ({ concepts }: Hit): boolean =>
  concepts.some((c) => ['subject', 'actor'].includes(classOf(c)) || SITUATIONS.includes(CONCEPTS[c]?.name ?? ''));

/** Splits a text into the things it asks: a part ends where something has been asked that can stand alone. */
export function partsOf(whole: Evidence): Part[] {
  const parts: { from: number; to: number }[] = [];
  let from = 0;
  const ends = [...whole.text.matchAll(BREAK)].map((m) => m.index + m[0].length);
  for (const end of [...ends, whole.text.length]) {
    // 命令、决定: a break inside one word is none
    if (end <= from || whole.hits.some((hit) => hit.from < end && hit.to > end)) continue;
    const hits = hitsIn(whole, from, end);
    const chunk = whole.text.slice(from, end);
    const states =
      (end < whole.text.length && TOPIC.test(chunk)) ||
      ((CONDITION.test(chunk) || SOME_DAYS.test(chunk)) && !PLAIN.test(chunk.replace(SOME_DAYS, '')));
    const form = formOf(evidenceOf(whole.text.slice(0, end), hits));
    // 纪要找谁签？涉及钱的呢？
    const further = parts.length > 0 && FURTHER.test(chunk);
    const asks = !states && (asksAnything(form) || COUNTS.test(chunk) || further);
    // 组成人员有谁，镇长算不算: somebody named is asked about as those before were
    const asked = parts.length > 0 && hits.some(isActor) && isYesNo(formOf(evidenceOf(chunk, hits)));
    const substance = asked || hits.some(isSubstance);
    const last = parts.at(-1);
    if (asks && substance && parts.length < MAX_PARTS) parts.push({ from, to: end });
    else if (end === whole.text.length || (asks && !substance)) {
      if (last) last.to = end;
      else if (asks || end === whole.text.length) parts.push({ from, to: end });
      else continue;
    } else continue;
    from = end;
  }
  return parts.map(({ from, to }, i) => {
    const start = i === 0 ? 0 : from;
    const own = hitsIn(whole, start, to);
    // 副区长去不成找谁，局长去不成呢: whoever is named anew takes the place of those named before
    const anew = own.some(isPerson);
    const before = hitsIn(whole, 0, start).filter((hit) => isCarried(hit) && !(anew && isPerson(hit)));
    // 几个人到会，全体会议才算数: the meeting may be named last
    const named = hitsIn(whole, 0, to).some(isKind);
    const after = named ? [] : hitsIn(whole, to, whole.text.length).filter(isKind);
    return {
      evidence: evidenceOf(whole.text.slice(0, to), own),
      inherited: [...before, ...after],
      from: start,
    };
  });
}

const PERSONS: readonly string[] = [
  'mayor',
  'executive-deputy',
  'deputy-mayor',
  'office-director',
  'department-head',
  'town',
  'zone-head',
  'staff',
];
const isPerson = ({ concepts }: Hit): boolean => concepts.some((c) => PERSONS.includes(CONCEPTS[c]?.name ?? ''));

const isKind = ({ concepts }: Hit): boolean =>
  concepts.some((c) => (KINDS as readonly string[]).includes(CONCEPTS[c]?.name ?? ''));

const hitsIn = ({ hits }: Evidence, from: number, to: number): Hit[] =>
  hits.filter((h) => h.from >= from && h.to <= to);
