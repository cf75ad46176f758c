/**
 * A third reader beside cues and examples: which point of one district's rule a question's words are nearest to. Points
 * on which the rule is silent stand beside its provisions, so that a question on a silent point finds the silence.
 */
import { EXAMPLES } from '../../language/examples/index.ts';
import { CONCEPTS, conceptNumber } from '../../language/lexicon/index.ts';
import { type Evidence, gather } from '../../language/question/evidence.ts';
import { patternOf } from '../../language/question/likeness.ts';
import type { RuleBook } from '../book.ts';
import { quoteOf } from '../quote.ts';
import type { Provision, Silence } from '../schema.ts';
import { ASKING } from '../synonyms.ts';
import { expandTopics, topicById } from '../topics.ts';
import { paragraphsOf, unstatedSentences } from '../unstated.ts';

/** A point of the rule, how much of the question's weight its words cover (0 to 1), and how far ahead of the next point. */
export interface Nearest {
  provision?: Provision;
  silence?: Silence;
  topic: string;
  /** The clause that states it; of a district that has its text alone, the clause itself. */
  clause: string;
  share: number;
  lead: number;
  /** How much of the question's weight another provision covers. */
  shareOf: (provision: Provision) => number;
  /** The same of its own sentence alone, without its clause's. */
  saysOf: (provision: Provision) => number;
}

interface Entry {
  provision?: Provision;
  silence?: Silence;
  topic: string;
  /** The first clause: points of one clause don't compete. */
  clause: string;
}

/** What a feature counts beside its rarity: what a question is about most, single pairs of characters least. */
const CONCEPT = { subject: 3, act: 2, actor: 1.2 } as const;
const PAIR = 1;
/** Words that examples alone have tell less than those of the rule itself. */
const EXAMPLE_SHARE = 0.5;

type Features = Map<string, number>;

/** Feature → entry number → how much of it the entry has, while an index is being made. */
type Collected = Map<string, Map<number, number>>;

const UNIT = conceptNumber('unit') ?? -1;

export function featuresOf({ text, hits }: Evidence, begin = 0): Features {
  const features: Features = new Map();
  let words = text;
  for (const { concepts, from, to } of hits) {
    // which unit it is tells nothing of what is asked
    if (concepts.includes(UNIT)) words = words.slice(0, from) + ' '.repeat(to - from) + words.slice(to);
    else
      for (const number of concepts) {
        const concept = CONCEPTS[number];
        if (concept && concept.class !== 'ask' && concept.class !== 'inferred')
          features.set(`#${concept.name}`, CONCEPT[concept.class]);
      }
  }
  for (const run of words
    .slice(begin)
    .replace(ASKING, ' ')
    .split(/[^\p{Script=Han}a-z]+/u)) {
    for (let i = 0; i + 1 < run.length; i++) features.set(run.slice(i, i + 2), PAIR);
  }
  return features;
}

const ofExamples = new Map<string, ReadonlySet<string>>();

/** The features of a pattern's examples; the same for every district. */
function namesInExamples(pattern: string): ReadonlySet<string> {
  const known = ofExamples.get(pattern);
  if (known) return known;
  const names = new Set(
    (EXAMPLES.get(pattern) ?? []).flatMap((example) => [...featuresOf(gather(example, [])).keys()]),
  );
  ofExamples.set(pattern, names);
  return names;
}

/** The entries that have a feature, how much of it each has, and how rare that makes it. */
interface Posting {
  entries: Int32Array;
  shares: Float64Array;
  rarity: number;
}

/** 49.1 of 49.1(7): items of one list don't compete. */
const paragraphOf = ({ clauses: [first = ''] }: Provision): string => first.replace(/\(.*$/, '');

class PointIndex {
  private readonly entries: Entry[] = [];
  private readonly postings = new Map<string, Posting>();
  private readonly numbers = new Map<Provision, number>();
  private readonly said = new Map<Provision, Features>();
  /** What was found for a part of a question, which is looked up for its point and for the point's clause. */
  private readonly found = new WeakMap<Evidence, { from: number; nearest: Nearest | null }>();
  /** What a feature is worth that no entry has. */
  private readonly unknown: number;

  constructor(book: RuleBook) {
    const collected: Collected = new Map();
    for (const provision of book.provisions) {
      const topics = provision.topics.flatMap(expandTopics);
      const clause = paragraphOf(provision);
      this.add(collected, { provision, topic: topics[0] ?? '', clause }, [
        `${provision.says}${quoteOf(book, provision).text}`,
        topics,
      ]);
    }
    if (book.provisions.length === 0) {
      for (const ref of paragraphsOf(book)) this.add(collected, { topic: '', clause: ref }, [book.quote(ref).text, []]);
    } else {
      for (const provision of unstatedSentences(book))
        this.add(collected, { provision, topic: '', clause: paragraphOf(provision) }, [provision.says, []]);
    }
    for (const silence of book.silences) {
      for (const topic of silence.topics.flatMap(expandTopics))
        this.add(collected, { silence, topic, clause: `-${topic}` }, [silence.says, [topic]]);
    }
    for (const [name, list] of collected) {
      const entries = Int32Array.from(list.keys());
      const shares = Float64Array.from(list.values());
      this.postings.set(name, { entries, shares, rarity: this.rarity(list.size) });
    }
    this.unknown = this.rarity(0);
  }

  private rarity(known: number): number {
    return Math.log(1 + this.entries.length / (known + 1));
  }

  private add(collected: Collected, entry: Entry, [words, topics]: [string, string[]]): void {
    const number = this.entries.push(entry) - 1;
    if (entry.provision && !this.numbers.has(entry.provision)) this.numbers.set(entry.provision, number);
    const titles = topics.map((topic) => topicById(topic)?.title ?? '').join('。');
    const put = (names: Iterable<string>, share: number): void => {
      for (const name of names) {
        const list = collected.get(name) ?? new Map<number, number>();
        list.set(number, Math.max(list.get(number) ?? 0, share));
        collected.set(name, list);
      }
    };
    put(featuresOf(gather(`${words}。${titles}`, [])).keys(), 1);
    for (const pattern of new Set(topics.map(patternOf))) put(namesInExamples(pattern), EXAMPLE_SHARE);
  }

  private saidBy(provision: Provision): Features {
    const known = this.said.get(provision);
    if (known) return known;
    const said = featuresOf(gather(provision.says, []));
    this.said.set(provision, said);
    return said;
  }

  find(evidence: Evidence, from: number): Nearest | null {
    const known = this.found.get(evidence);
    if (known?.from === from) return known.nearest;
    const nearest = this.search(evidence, from);
    this.found.set(evidence, { from, nearest });
    return nearest;
  }

  private search(evidence: Evidence, from: number): Nearest | null {
    const scores = new Float64Array(this.entries.length);
    let whole = 0;
    const features = featuresOf(evidence, from);
    for (const [name, weight] of features) {
      const posting = this.postings.get(name);
      const worth = weight * (posting?.rarity ?? this.unknown);
      whole += worth;
      features.set(name, worth);
      if (!posting) continue;
      const { entries, shares } = posting;
      for (let i = 0; i < entries.length; i++) {
        const number = entries[i] ?? 0;
        scores[number] = (scores[number] ?? 0) + worth * (shares[i] ?? 0);
      }
    }
    if (whole === 0) return null;
    const first = this.highest(scores);
    const best = this.entries[first];
    if (!best) return null;
    const other = this.highest(scores, best.clause);
    const share = (scores[first] ?? 0) / whole;
    return {
      ...(best.provision && { provision: best.provision }),
      ...(best.silence && { silence: best.silence }),
      topic: best.topic,
      clause: best.provision?.clauses[0] ?? best.clause,
      share,
      lead: share - (scores[other] ?? 0) / whole,
      saysOf: (provision) => {
        let shared = 0;
        const said = this.saidBy(provision);
        features.forEach((worth, name) => {
          if (said.has(name)) shared += worth;
        });
        return shared / whole;
      },
      shareOf: (provision) => (scores[this.numbers.get(provision) ?? -1] ?? 0) / whole,
    };
  }

  /** The entry of the highest score, of those of another clause than `except`; the first of several, -1 where there is none. */
  private highest(scores: Float64Array, except?: string): number {
    let best = -1;
    let highest = -1;
    for (let i = 0; i < scores.length; i++) {
      const score = scores[i] ?? 0;
      if (score <= highest || this.entries[i]?.clause === except) continue;
      best = i;
      highest = score;
    }
    return best;
  }
}

const indexes = new WeakMap<RuleBook, PointIndex>();

/**
 * The point of the rule that a question's words are nearest to; `null` where it shares no word with any.
 * @param from where the words that count begin; the evidence's concepts count all
 */
export function nearestPoint(book: RuleBook, evidence: Evidence, from = 0): Nearest | null {
  let index = indexes.get(book);
  if (!index) {
    index = new PointIndex(book);
    indexes.set(book, index);
  }
  return index.find(evidence, from);
}
