/** Compares two editions, or two districts, point by point and clause by clause. */
import type { RuleBook } from './book.ts';
import { quoteOf } from './quote.ts';
import type { Provision } from './schema.ts';
import type { Family } from './terms.ts';
import type { Article } from './text/official.ts';
import { TOPICS } from './topics.ts';

/** What one side states on a point: its sentence, clause and official words; `null` where it states nothing. */
export interface Side {
  says: string;
  ref: string;
  quote: string;
}

/** A point on which the two sides differ, in words or because one of them is silent. */
export interface Difference {
  family: Family;
  topics: string[];
  title: string;
  a: Side[];
  b: Side[];
}

/** The points, by family, on which the official words of two books differ. */
export function differences(a: RuleBook, b: RuleBook): Difference[] {
  const rows = new Map<string, Difference>();
  for (const { id, family, title } of TOPICS) {
    const left = a.byTopic(id).provisions;
    const right = b.byTopic(id).provisions;
    if (sameWords(left, right)) continue;
    const key = `${family} ${[left, right].map((side) => side.map((p) => p.id).join(',')).join(' ')}`;
    const row = rows.get(key);
    if (row) {
      row.topics.push(id);
      row.title += `、${title}`;
    } else {
      rows.set(key, { family, topics: [id], title, a: sides(a, left), b: sides(b, right) });
    }
  }
  return [...rows.values()];
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

function sameWords(a: readonly Provision[], b: readonly Provision[]): boolean {
  const words = (side: readonly Provision[]): string =>
    side
      .map((p) => squeeze(p.phrase))
      .sort()
      .join('\n');
  return words(a) === words(b);
}

const sides = (book: RuleBook, provisions: readonly Provision[]): Side[] =>
  provisions.map((provision) => {
    const { ref, text } = quoteOf(book, provision);
    return { says: provision.says, ref, quote: text };
  });

/** A clause that changed from one edition to the next; no `from` where it is new, no `to` where it is gone. */
export interface ChangedArticle {
  from?: number;
  to?: number;
  /** The words as they were and as they are. */
  before: string;
  after: string;
}

/** Least share of common bigrams that makes two articles one article reworded. */
const REWORDED = 0.4;

/** Articles of which the words differ; one that only moved to another number is no change. */
export function changedArticles(a: RuleBook, b: RuleBook): ChangedArticle[] {
  const old = worded(a);
  const fresh = worded(b);
  const unchanged = new Set(old.map((x) => x.words).filter((words) => fresh.some((y) => y.words === words)));
  const gone = old.filter((x) => !unchanged.has(x.words));
  const come = fresh.filter((x) => !unchanged.has(x.words));
  const pairs = gone
    .flatMap((x) => come.map((y) => ({ x, y, likeness: likeness(x.grams, y.grams) })))
    .filter(({ likeness: share }) => share >= REWORDED)
    .sort((p, q) => q.likeness - p.likeness || p.x.article - q.x.article);
  const taken = new Set<Worded>();
  const changed: ChangedArticle[] = [];
  for (const { x, y } of pairs) {
    if (taken.has(x) || taken.has(y)) continue;
    taken.add(x).add(y);
    changed.push({ from: x.article, to: y.article, before: x.words, after: y.words });
  }
  for (const x of gone) if (!taken.has(x)) changed.push({ from: x.article, before: x.words, after: '' });
  for (const y of come) if (!taken.has(y)) changed.push({ to: y.article, before: '', after: y.words });
  return changed.sort((p, q) => (p.to ?? p.from ?? 0) - (q.to ?? q.from ?? 0));
}

interface Worded {
  article: number;
  words: string;
  grams: ReadonlySet<string>;
}

function worded(book: RuleBook): Worded[] {
  return book.clauses.text.articles.map(({ article }: Article) => {
    const words = book.quote(String(article)).text;
    return { article, words, grams: new Set(Array.from(words, (_, i) => words.slice(i, i + 2))) };
  });
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const gram of a) if (b.has(gram)) common += 1;
  return (2 * common) / (a.size + b.size);
}
