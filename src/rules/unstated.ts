import type { RuleBook } from './book.ts';
import type { Provision } from './schema.ts';

/** A shorter sentence states nothing, a longer one sets policy. */
const SHORTEST = 10;
const LONGEST = 140;
/** （一）…；（二）… is a list, whose items are clauses of their own. */
const LIST = /[（(][一二三四五六七八九十]+[）)]|\n/;

const squash = (text: string): string => text.replace(/\s+/g, '');

/** Every paragraph of the text: 43.2, and 24 where the article is one paragraph. */
export const paragraphsOf = ({ clauses }: RuleBook): string[] =>
  clauses.refs.filter((ref) => {
    const article = ref.split('.')[0] ?? '';
    return !ref.includes('(') && ref.includes('.') === clauses.exists(`${article}.2`);
  });

/**
 * The sentences of the official text that no provision states, each as a statement of its own: whoever asks for just that
 * is answered in the rule's words. They answer no topic and decide nothing.
 */
export function unstatedSentences(book: RuleBook): Provision[] {
  const stated = book.provisions.map((provision) => squash(book.stating(provision).text)).join('\n');
  return paragraphsOf(book).flatMap((ref) =>
    (book.quote(ref).text.match(/[^。]*。/g) ?? [])
      .map((sentence) => sentence.trim())
      .filter((sentence) => {
        const words = squash(sentence);
        return words.length >= SHORTEST && words.length <= LONGEST && !LIST.test(sentence) && !stated.includes(words);
      })
      .map(
        (sentence, i): Provision => ({
          id: `text.${ref.replace('.', '-')}.${i + 1}`,
          family: 'other',
          clauses: [ref],
          phrase: sentence,
          says: sentence,
          topics: [],
          value: { kind: 'statement' },
        }),
      ),
  );
}
