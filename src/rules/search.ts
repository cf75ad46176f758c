/** Finds the clauses nearest to a text: character bigrams, weighed by rarity, with the office's synonyms. */
import type { Clauses } from './clauses.ts';
import { ASKING, SYNONYMS } from './synonyms.ts';

export interface Hit {
  ref: string;
  /** 0 to 1: the share of the text's weight that the clause covers. */
  score: number;
}

interface Document {
  ref: string;
  length: number;
}

/** BM25's usual constants: how soon repetition stops counting, how much length does. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;

/** An index over one text's paragraphs and items; built once, read-only afterwards. */
export class ClauseSearch {
  private readonly documents: Document[] = [];
  /** bigram → document number, count, document number, count… */
  private readonly postings = new Map<string, number[]>();
  private readonly averageLength: number;

  constructor(clauses: Clauses) {
    for (const { article, paragraphs } of clauses.text.articles) {
      paragraphs.forEach(({ text, items }, i) => {
        const ref = paragraphs.length === 1 ? `${article}` : `${article}.${i + 1}`;
        this.add(ref, text);
        for (const item of items) this.add(`${article}.${i + 1}(${item.item})`, item.text);
      });
    }
    this.averageLength = this.documents.reduce((sum, d) => sum + d.length, 0) / Math.max(this.documents.length, 1);
  }

  search(text: string, limit: number): Hit[] {
    const scores = new Map<number, number>();
    let most = 0;
    for (const alternatives of termsOf(text)) {
      const { gains, weight } = this.gains(alternatives);
      most += weight * (SATURATION + 1);
      for (const [document, gain] of gains) scores.set(document, (scores.get(document) ?? 0) + gain);
    }
    return [...scores]
      .map(([document, score]) => ({ ref: this.documents[document]?.ref ?? '', score: score / most }))
      .sort((a, b) => b.score - a.score || a.ref.localeCompare(b.ref, 'en', { numeric: true }))
      .slice(0, limit);
  }

  private add(ref: string, text: string): void {
    const grams = bigrams(text);
    const number = this.documents.push({ ref, length: grams.length }) - 1;
    const counts = new Map<string, number>();
    for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    for (const [gram, count] of counts) {
      const list = this.postings.get(gram);
      if (list) list.push(number, count);
      else this.postings.set(gram, [number, count]);
    }
  }

  /** What one term adds to each document: the best of its alternatives. */
  private gains(alternatives: readonly string[]): { gains: Map<number, number>; weight: number } {
    const gains = new Map<number, number>();
    let weight = 0;
    for (const gram of alternatives) {
      const list = this.postings.get(gram) ?? [];
      const idf = Math.log(1 + this.documents.length / (list.length / 2 + 0.5));
      if (list.length > 0 || weight === 0) weight = Math.max(weight, idf);
      for (let i = 0; i < list.length; i += 2) {
        const document = list[i] ?? 0;
        const count = list[i + 1] ?? 0;
        const relative = (this.documents[document]?.length ?? 0) / this.averageLength;
        const damped = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * relative);
        const gain = (idf * count * (SATURATION + 1)) / (count + damped);
        gains.set(document, Math.max(gains.get(document) ?? 0, gain));
      }
    }
    return { gains, weight };
  }
}

/** Neighbouring pairs of what is written without punctuation between. */
function bigrams(text: string): string[] {
  return plain(text)
    .split(' ')
    .flatMap((run) => (run.length < 2 ? [] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The text's bigrams, each with the bigrams of synonyms that stand in its place. */
function termsOf(text: string): string[][] {
  const asked = plain(text);
  const terms = new Map(bigrams(asked.replace(ASKING, ' ')).map((gram) => [gram, new Set([gram])]));
  for (const group of SYNONYMS) {
    const said = group.filter((word) => asked.includes(word));
    const others = said.length > 0 ? group.filter((word) => !said.includes(word)).flatMap(bigrams) : [];
    for (const gram of said.flatMap(bigrams)) {
      const term = terms.get(gram) ?? new Set([gram]);
      for (const other of others) term.add(other);
      terms.set(gram, term);
    }
  }
  return [...terms.values()].map((grams) => [...grams]);
}
