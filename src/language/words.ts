/** A word found in a text; offsets into that text. */
export interface Found<T> {
  value: T;
  text: string;
  from: number;
  to: number;
}

interface Word<T> {
  text: string;
  value: T;
  rank: number;
}

/** Words that begin alike: by their second character, and those that have none. */
interface Alike<T> {
  bySecond: Map<number, Word<T>[]>;
  alone: Word<T>[];
}

/** Many words looked for at once: a text costs by its length, not by how many words there are. */
export class Words<T> {
  private readonly byFirst = new Map<number, Alike<T>>();

  constructor(words: Iterable<readonly [text: string, value: T]>) {
    let rank = 0;
    for (const [text, value] of words) this.listFor(text).push({ text, value, rank: rank++ });
  }

  private listFor(text: string): Word<T>[] {
    const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
    const alike = this.byFirst.get(first) ?? { bySecond: new Map(), alone: [] };
    this.byFirst.set(first, alike);
    if (text.length < 2) return alike.alone;
    const list = alike.bySecond.get(second) ?? [];
    alike.bySecond.set(second, list);
    return list;
  }

  /** The word that stands at an offset; of several the one that was given first. */
  at(text: string, from: number): Found<T> | undefined {
    const alike = this.byFirst.get(text.charCodeAt(from));
    const words = [...(alike?.alone ?? []), ...(alike?.bySecond.get(text.charCodeAt(from + 1)) ?? [])];
    const standing = words.filter((word) => text.startsWith(word.text, from)).sort((a, b) => a.rank - b.rank);
    const [word] = standing;
    return word && { value: word.value, text: word.text, from, to: from + word.text.length };
  }

  /** Every occurrence, in the order in which the words were given; occurrences of one word from left to right. */
  in(text: string): Found<T>[] {
    const found: { rank: number; hit: Found<T> }[] = [];
    const take = (words: readonly Word<T>[], from: number): void => {
      for (const { text: word, value, rank } of words)
        if (text.startsWith(word, from)) found.push({ rank, hit: { value, text: word, from, to: from + word.length } });
    };
    for (let from = 0; from < text.length; from++) {
      const alike = this.byFirst.get(text.charCodeAt(from));
      if (!alike) continue;
      take(alike.alone, from);
      take(alike.bySecond.get(text.charCodeAt(from + 1)) ?? [], from);
    }
    return found.sort((a, b) => a.rank - b.rank).map(({ hit }) => hit);
  }
}
