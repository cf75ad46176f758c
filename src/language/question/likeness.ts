/**
 * A second reader beside the cues: which topic's example questions a text is most like. Characters, their pairs and the
 * lexicon's concepts, weighed by rarity; one centroid a topic, learned from the examples when the first text needs it.
 */
import { TOPICS } from '../../rules/topics.ts';
import { EXAMPLES } from '../examples/index.ts';
import { CONCEPTS } from '../lexicon/index.ts';
import { type Evidence, gather, KINDS } from './evidence.ts';

/** The likeliest topic pattern, how like (0 to 1), and how far ahead of the next. */
export interface Likeness {
  pattern: string;
  score: number;
  lead: number;
}

/** What a feature counts: a concept tells more than a pair of characters, that more than one. */
const WEIGHTS = { concept: 5, ask: 2, pair: 1, character: 0.6, kind: 1 } as const;
const LONGEST = 300;
const MEETING_NAMES = /全体会议?|常务会议?|区长办公会议?|专题会议?|党组会议?/g;
const NUMBERS = /[\d一二三四五六七八九十两]+/g;
/** Who is on leave and which meeting is meant fill the place of `*`; they don't tell topics apart. */
const PLACES: ReadonlySet<string> = new Set([
  ...KINDS,
  'department-head',
  'town',
  'zone-head',
  'staff',
  'self',
  'office-director',
]);

type Features = Map<string, number>;

function featuresOf({ text, hits }: Evidence): Features {
  const features: Features = new Map();
  const add = (name: string, weight: number): void => {
    features.set(name, (features.get(name) ?? 0) + weight);
  };
  const plain = text
    .slice(0, LONGEST)
    .replace(/区政府|政府/g, '')
    .replace(MEETING_NAMES, '会K')
    .replace(NUMBERS, 'N');
  for (let i = 0; i < plain.length; i++) {
    if (i + 1 < plain.length) add(plain.slice(i, i + 2), WEIGHTS.pair);
    if (/\p{Script=Han}/u.test(plain.charAt(i))) add(plain.charAt(i), WEIGHTS.character);
  }
  for (const { concepts, from } of hits) {
    if (from >= LONGEST) break;
    for (const number of concepts) {
      const concept = CONCEPTS[number];
      if (!concept || concept.class === 'inferred') continue;
      if (PLACES.has(concept.name)) add('#place', WEIGHTS.kind);
      else add(`#${concept.name}`, concept.class === 'ask' ? WEIGHTS.ask : WEIGHTS.concept);
    }
  }
  return features;
}

interface Model {
  /** How much a feature's rarity counts. */
  rarity: ReadonlyMap<string, number>;
  /** Feature → the patterns whose centroid has it, each with its share. */
  centroids: ReadonlyMap<string, readonly (readonly [pattern: number, share: number])[]>;
  patterns: readonly string[];
}

/** 会议纪要由谁签发 of `meeting.executive.minutes` is an example of `meeting.*.minutes`. */
export const patternOf = (topic: string): string =>
  topic
    .replace(/^meeting\.(?:plenary|executive|mayor-office|special|party-group)\./, 'meeting.*.')
    .replace(/^leave\.(?!return|reachable|both-away)[a-z-]+\./, 'leave.*.');

function learn(): Model {
  const documents = [
    ...[...EXAMPLES].flatMap(([pattern, questions]) => questions.map((question) => ({ pattern, question }))),
    ...TOPICS.map(({ id, title }) => ({ pattern: patternOf(id), question: title })),
  ].map(({ pattern, question }) => ({ pattern, features: featuresOf(gather(question, [])) }));
  const spread = new Map<string, number>();
  for (const { features } of documents)
    for (const name of features.keys()) spread.set(name, (spread.get(name) ?? 0) + 1);
  const rarity = new Map([...spread].map(([name, n]) => [name, Math.log(1 + documents.length / (n + 0.5))]));
  const sums = new Map<string, Features>();
  for (const { pattern, features } of documents) {
    const sum = sums.get(pattern) ?? new Map();
    for (const [name, share] of unit(features, rarity)) sum.set(name, (sum.get(name) ?? 0) + share);
    sums.set(pattern, sum);
  }
  const patterns = [...sums.keys()];
  const centroids = new Map<string, [number, number][]>();
  patterns.forEach((pattern, n) => {
    for (const [name, share] of normed(sums.get(pattern) ?? new Map())) {
      const list = centroids.get(name) ?? [];
      list.push([n, share]);
      centroids.set(name, list);
    }
  });
  return { rarity, centroids, patterns };
}

/** Features by weight and rarity, to length 1; features that no example has are left out. */
function unit(features: Features, rarity: ReadonlyMap<string, number>): Features {
  const weighed: Features = new Map();
  for (const [name, weight] of features) {
    const rare = rarity.get(name);
    if (rare !== undefined) weighed.set(name, (1 + Math.log(1 + weight)) * rare);
  }
  return normed(weighed, UNKNOWN * [...features.keys()].filter((name) => !rarity.has(name)).length);
}

/** What each unknown feature adds to a text's squared length: a text of strange words is like nothing. */
const UNKNOWN = 50;

function normed(features: Features, extra = 0): Features {
  let squares = extra;
  for (const share of features.values()) squares += share * share;
  const length = Math.sqrt(squares) || 1;
  return new Map([...features].map(([name, share]) => [name, share / length]));
}

let model: Model | null = null;

/** The topic that a text's words are most like. @example likeliest(gather('常务会几个人能开', [])).pattern // 'meeting.*.quorum' */
export function likeliest(evidence: Evidence): Likeness {
  model ??= learn();
  const { rarity, centroids, patterns } = model;
  const scores = new Float64Array(patterns.length);
  for (const [name, weight] of unit(featuresOf(evidence), rarity)) {
    for (const [pattern, share] of centroids.get(name) ?? []) scores[pattern] = (scores[pattern] ?? 0) + weight * share;
  }
  let best = 0;
  let second = -1;
  for (let n = 1; n < scores.length; n++) {
    if ((scores[n] ?? 0) > (scores[best] ?? 0)) {
      second = best;
      best = n;
    } else if (second < 0 || (scores[n] ?? 0) > (scores[second] ?? 0)) second = n;
  }
  const score = scores[best] ?? 0;
  return { pattern: patterns[best] ?? '', score, lead: score - (scores[second] ?? 0) };
}
