/** A word found in a text; offsets into that text. */
export interface Found<T> {
  value: T;
  text: string;
  from: number;
  to: number;
}

/** Many words looked for at once: a text costs by its length, not by how many words there are. */
export class Words<T> {
  private readonly byFirst = new Map<string, { text: string; value: T; rank: number }[]>();

  constructor(words: Iterable<readonly [text: string, value: T]>) {
    let rank = 0;
    for (const [text, value] of words) {
      const first = text.charAt(0);
      const known = this.byFirst.get(first);
      const word = { text, value, rank: rank++ };
      if (known) known.push(word);
      else this.byFirst.set(first, [word]);
    }
  }

  /** Every occurrence, in the order in which the words were given; occurrences of one word from left to right. */
  in(text: string): Found<T>[] {
    const found: { rank: number; hit: Found<T> }[] = [];
    for (let from = 0; from < text.length; from++) {
      for (const { text: word, value, rank } of this.byFirst.get(text.charAt(from)) ?? []) {
        if (text.startsWith(word, from)) found.push({ rank, hit: { value, text: word, from, to: from + word.length } });
      }
    }
    return found.sort((a, b) => a.rank - b.rank).map(({ hit }) => hit);
  }
}
