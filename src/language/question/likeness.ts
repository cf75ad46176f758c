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
  /** Likeness to the examples alone. */
  like: number;
  lead: number;
}

/** What a feature counts: a concept tells more than characters; three in a row tell less than a pair, as pairs tell them already. */
const WEIGHTS = { subject: 2, act: 1.6, actor: 1, ask: 1, place: 1, character: 0.5, pair: 1, triple: 0.7 } as const;
/** A feature said twice counts twice; more often no more. */
const MOST = 2;
const LONGEST = 300;
const MEETING_NAMES = /全体会议?|常务会议?|区长办公会议?|专题会议?|党组会议?/g;
const NUMBERS = /[\d一二三四五六七八九十两]+/g;
const PAUSES = /[\s，。？！,?!、；;：:]/g;
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

function featuresOf({ text, hits }: Evidence, from = 0): Features {
  const features: Features = new Map();
  const add = (name: string, weight: number): void => {
    features.set(name, Math.min((features.get(name) ?? 0) + weight, MOST));
  };
  const plain = text
    .slice(from, from + LONGEST)
    .replace(/区政府|政府/g, '')
    .replace(MEETING_NAMES, '会K')
    .replace(NUMBERS, 'N')
    .replace(PAUSES, ' ');
  for (let i = 0; i < plain.length; i++) {
    if (plain[i] === ' ') continue;
    add(plain.charAt(i), WEIGHTS.character);
    if (i + 1 >= plain.length || plain[i + 1] === ' ') continue;
    add(plain.slice(i, i + 2), WEIGHTS.pair);
    if (i + 2 < plain.length && plain[i + 2] !== ' ') add(plain.slice(i, i + 3), WEIGHTS.triple);
  }
  for (const hit of hits) {
    if (hit.from >= from + LONGEST) break;
    for (const number of hit.concepts) {
      const concept = CONCEPTS[number];
      if (!concept || concept.class === 'inferred') continue;
      if (PLACES.has(concept.name)) add('#place', WEIGHTS.place);
      else add(`#${concept.name}`, WEIGHTS[concept.class]);
    }
  }
  return features;
}

/** A feature of the examples: how much its rarity counts, and the patterns whose centroid has it, each with its share. */
interface Known {
  rarity: number;
  patterns: Int32Array;
  shares: Float64Array;
}

interface Model {
  features: ReadonlyMap<string, Known>;
  /** What a feature counts that no example has. */
  unknown: number;
  patterns: readonly string[];
}

/** 会议纪要由谁签发 of `meeting.executive.minutes` is an example of `meeting.*.minutes`. */
export const patternOf = (topic: string): string =>
  topic
    .replace(/^meeting\.(?:plenary|executive|mayor-office|special|party-group)\./, 'meeting.*.')
    .replace(/^leave\.(?!return|reachable|both-away)[a-z-]+\./, 'leave.*.');

/** Rarity counts, but less than in full: office words that are in many questions still tell. */
const DAMPED = 0.6;

function learn(): Model {
  const documents = [
    ...[...EXAMPLES].flatMap(([pattern, questions]) => questions.map((question) => ({ pattern, question }))),
    ...TOPICS.map(({ id, title }) => ({ pattern: patternOf(id), question: title })),
  ].map(({ pattern, question }) => ({ pattern, features: featuresOf(gather(question, [])) }));
  const spread = new Map<string, number>();
  for (const { features } of documents)
    for (const name of features.keys()) spread.set(name, (spread.get(name) ?? 0) + 1);
  // three characters that one example alone has in a row tell what their pairs tell
  for (const { features } of documents)
    for (const name of features.keys()) if (name.length === 3 && spread.get(name) === 1) features.delete(name);
  const rare = (n: number): number => Math.log(1 + documents.length / n) ** DAMPED;
  const rarity = new Map([...spread].map(([name, n]) => [name, rare(n)]));
  const sums = new Map<string, Features>();
  for (const { pattern, features } of documents) {
    const sum = sums.get(pattern) ?? new Map();
    let squares = 0;
    for (const [name, weight] of features) squares += (weight * (rarity.get(name) ?? 0)) ** 2;
    const length = Math.sqrt(squares) || 1;
    for (const [name, weight] of features)
      sum.set(name, (sum.get(name) ?? 0) + (weight * (rarity.get(name) ?? 0)) / length);
    sums.set(pattern, sum);
  }
  const patterns = [...sums.keys()];
  const centroids = new Map<string, [number, number][]>();
  patterns.forEach((pattern, n) => {
    const sum = sums.get(pattern) ?? new Map<string, number>();
    // the root: a word of one example in ten still belongs to the topic; its square is the share itself
    let squares = 0;
    for (const share of sum.values()) squares += share;
    const length = Math.sqrt(squares) || 1;
    for (const [name, share] of sum) {
      const list = centroids.get(name);
      if (list) list.push([n, Math.sqrt(share) / length]);
      else centroids.set(name, [[n, Math.sqrt(share) / length]]);
    }
  });
  const known = [...centroids].map(([name, list]): [string, Known] => [
    name,
    {
      rarity: rarity.get(name) ?? 0,
      patterns: Int32Array.from(list, ([pattern]) => pattern),
      shares: Float64Array.from(list, ([, share]) => share),
    },
  ]);
  return { features: new Map(known), unknown: UNKNOWN * rare(1), patterns };
}

/** How much of its weight a feature keeps that no example has: a text of strange words is like nothing. */
const UNKNOWN = 0.7;

/** How like a text's features are to each pattern's centroid. */
function likenesses(text: Features, { features, unknown, patterns }: Model): Float64Array {
  const found: { known: Known; weight: number }[] = [];
  let squares = 0;
  for (const [name, weight] of text) {
    const known = features.get(name);
    if (known) found.push({ known, weight: weight * known.rarity });
    else squares += (weight * unknown) ** 2;
  }
  for (const { weight } of found) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  const scores = new Float64Array(patterns.length);
  for (const { known, weight } of found) {
    const share = weight / length;
    for (let i = 0; i < known.patterns.length; i++) {
      const pattern = known.patterns[i] ?? 0;
      scores[pattern] = (scores[pattern] ?? 0) + share * (known.shares[i] ?? 0);
    }
  }
  return scores;
}

let model: Model | null = null;

/** What speaks for or against a pattern beside its examples, in the measure of likeness; -1 rules it out. */
export interface Favour {
  of(pattern: string): number;
  /** Whether it may speak for a pattern; of all others it speaks against at most. */
  mayRaise(pattern: string): boolean;
}

const NO_FAVOUR: Favour = { of: () => 0, mayRaise: () => false };

/**
 * The topic that a text's words are most like, by likeness and what favours it besides.
 * @param from where the words that count begin; all concepts of the evidence count
 * @example likeliest(gather('常务会几个人能开', [])).pattern // 'meeting.*.quorum'
 */
export function likeliest(evidence: Evidence, from = 0, favour = NO_FAVOUR): Likeness {
  model ??= learn();
  const { patterns } = model;
  const scores = likenesses(featuresOf(evidence, from), model);
  let [best, most, next] = [0, -1, -1];
  for (let n = 0; n < scores.length; n++) {
    const pattern = patterns[n] ?? '';
    const like = scores[n] ?? 0;
    // most are no more like it than the first two, whatever speaks against them
    if (like <= next && !favour.mayRaise(pattern)) continue;
    const score = like + favour.of(pattern);
    if (score > most) [best, most, next] = [n, score, most];
    else if (score > next) next = score;
  }
  return { pattern: patterns[best] ?? '', like: scores[best] ?? 0, lead: most - next };
}
