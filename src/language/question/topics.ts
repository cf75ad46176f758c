import type { Position } from '../../core/vocabulary.ts';
import { topicById } from '../../rules/topics.ts';
import { type Cue, cuesNear, INFERRED } from '../cues/index.ts';
import { CONCEPTS, conceptNumber } from '../lexicon/index.ts';
import { type Evidence, has, type Kind, kindsIn } from './evidence.ts';
import { type Leaver, leaverOf } from './leaver.ts';
import { weightOf } from './scan.ts';

/** A topic that a question may be about, with the words that speak for it. */
export interface TopicReading {
  topic: string;
  score: number;
  words: string[];
  /** How many things the topic's cue asks for: of two topics alike the more particular leads. */
  demands: number;
  /** The topic with `*` for the leaver or the kind of meeting. */
  pattern: string;
  /** The kind of meeting or the person on leave was not said; the topic is one of several that fit. */
  open?: boolean;
}

/** What a word that a topic doesn't explain takes from its score. */
const UNEXPLAINED = 0.45;
/** What a word of an earlier part gives. */
const INHERITED = 0.5;
const LEADERS: readonly Leaver[] = ['mayor', 'deputy-mayor'];
/** Kinds that a question about 会议 without more is answered for, the most usual first. */
const USUAL_KINDS: readonly Kind[] = ['executive', 'plenary', 'mayor-office', 'special', 'party-group'];

/**
 * Weighs every topic by the words of a text; the likeliest first. Nothing is read that no cue asks for.
 * `own`: the words of the part itself, where `evidence` holds inherited ones as well, which count half and needn't be explained.
 */
export function weighTopics(evidence: Evidence, asker?: Position, own: Evidence = evidence): TopicReading[] {
  if (has(evidence, 'elsewhere')) return [];
  const leaver = leaverOf(evidence, asker);
  const present = evidence.present.slice();
  if (present[TERMS]) present[WHAT] = 1;
  if (leaver) {
    present[INFERRED.leaver] = 1;
    if (leaver === 'mayor') present[INFERRED['mayor-leaves']] = 1;
    present[LEADERS.includes(leaver) ? INFERRED.leader : INFERRED.other] = 1;
  } else {
    present[INFERRED.leader] = 1;
    present[INFERRED.other] = 1;
  }
  let whole = 0;
  for (let c = 0; c < present.length; c++) if (own.present[c]) whole += weightOf(c);
  const best = new Map<string, { score: number; cue: Cue; used: Set<number> }>();
  for (const cue of cuesNear(present)) {
    const used = fitting(cue, present);
    if (!used) continue;
    let explained = 0;
    let inherited = 0;
    for (const c of used) {
      if (own.present[c]) explained += weightOf(c);
      else inherited += weightOf(c);
    }
    if (explained === 0) continue;
    const score = explained - UNEXPLAINED * (whole - explained) + INHERITED * inherited;
    const known = best.get(cue.topic);
    if (!known || known.score < score) best.set(cue.topic, { score, cue, used });
  }
  return [...best]
    .flatMap(([pattern, { score, cue, used }]) => {
      const words = wordsOf(evidence, used);
      return settle(pattern, evidence, leaver).map(({ topic, open }) => ({
        topic,
        score,
        words,
        demands: cue.required.length,
        pattern,
        ...(open && { open }),
      }));
    })
    .sort((a, b) => b.score - a.score || b.demands - a.demands);
}

/** The concepts that a cue explains; `null` where something required is missing or something forbidden is there. */
function fitting(cue: Cue, present: Uint8Array): Set<number> | null {
  for (const group of cue.required) if (!group.some((c) => present[c])) return null;
  for (const c of cue.forbidden) if (present[c]) return null;
  const used = new Set<number>();
  for (const group of cue.required) for (const c of group) if (present[c]) used.add(c);
  for (const c of cue.explained) if (present[c]) used.add(c);
  if (used.has(INFERRED['meeting-kind'])) for (const c of KIND_CONCEPTS) if (present[c]) used.add(c);
  return used;
}

/** 到会人数的规定 asks as much as 到会人数是什么. */
const TERMS = conceptNumber('terms') ?? -1;
const WHAT = conceptNumber('what') ?? -1;

const KIND_CONCEPTS = CONCEPTS.flatMap(({ name }, i) => ((USUAL_KINDS as readonly string[]).includes(name) ? [i] : []));

/** The readings of a topic that the likeness reader found. */
export function readingsOf(pattern: string, evidence: Evidence, score: number, asker?: Position): TopicReading[] {
  if (has(evidence, 'elsewhere')) return [];
  const words = [evidence.text];
  return settle(pattern, evidence, leaverOf(evidence, asker)).map(({ topic, open }) => ({
    topic,
    score,
    words,
    demands: 0,
    pattern,
    ...(open && { open }),
  }));
}

/** Puts the kind of meeting or the leaver in the place of `*`. */
function settle(pattern: string, evidence: Evidence, leaver: Leaver | null): { topic: string; open: boolean }[] {
  if (!pattern.includes('*')) return [{ topic: pattern, open: false }];
  const said: readonly string[] = pattern.startsWith('leave.') ? (leaver ? [leaver] : []) : kindsIn(evidence);
  const usual: readonly string[] = pattern.startsWith('leave.') ? ['department-head', 'town'] : USUAL_KINDS;
  return (said.length > 0 ? said : usual)
    .map((row) => ({ topic: pattern.replace('*', row), open: said.length === 0 }))
    .filter(({ topic }) => topicById(topic));
}

const wordsOf = ({ text, hits }: Evidence, used: ReadonlySet<number>): string[] => [
  ...new Set(hits.filter((h) => h.concepts.some((c) => used.has(c))).map((h) => text.slice(h.from, h.to))),
];
