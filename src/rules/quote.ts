import type { Quote } from '../core/message.ts';
import type { RuleBook } from './book.ts';
import type { Provision } from './schema.ts';

const squash = (text: string): string => text.replace(/\s+/g, '');

/** The sentence or sentences of `words` that hold `phrase`, verbatim; all of `words` if none does. */
export function sentencesWith(words: string, phrase: string): string {
  const sentences = words.match(/[^。]*。|[^。]+$/g) ?? [words];
  const wanted = squash(phrase);
  const whole = squash(sentences.find((s) => squash(s).includes(wanted)) ?? '');
  if (whole) return sentences.find((s) => squash(s).includes(wanted))?.trim() ?? words;
  for (let from = 0; from < sentences.length; from++) {
    for (let to = from + 1; to <= sentences.length; to++) {
      const run = sentences.slice(from, to).join('');
      if (squash(run).includes(wanted))
        return sentences
          .slice(Math.max(from, to - wanted.split('。').length), to)
          .join('')
          .trim();
    }
  }
  return words;
}

/** The provision's clause with the sentence that states it. */
export const quoteOf = (book: RuleBook, provision: Provision): Quote => book.stating(provision);

export const quotesOf = (book: RuleBook, provisions: readonly Provision[]): Quote[] =>
  provisions.map((p) => quoteOf(book, p));
