import type { RuleBook } from './book.ts';
import type { Provision } from './schema.ts';

/** A shorter statement says nothing, a longer one sets policy. */
const SHORTEST = 10;
const LONGEST = 140;
/** So much of a statement's words in a provision of its article, and the provision says it. */
const SAID = 0.6;

const squash = (text: string): string => text.replace(/\s+/g, '');

/** Every paragraph of the text: 43.2, and 24 where the article is one paragraph. */
export const paragraphsOf = ({ clauses }: RuleBook): string[] =>
  clauses.refs.filter((ref) => {
    const article = ref.split('.')[0] ?? '';
    return !ref.includes('(') && ref.includes('.') === clauses.exists(`${article}.2`);
  });

/** A piece of the text that may be answered with. */
interface Statement {
  ref: string;
  says: string;
  phrase: string;
}

/** The sentences of a paragraph; of a list each item, behind the words that introduce it. */
function statementsIn(book: RuleBook, ref: string): Statement[] {
  const { clauses } = book;
  const whole = ref.includes('.') ? ref : `${ref}.1`;
  const items = clauses.refs.filter((r) => r.startsWith(`${whole}(`));
  const [text = '', ...rest] = book.quote(ref).text.split('\n');
  const sentences =
    (items.length > 0 && rest.length > 0 ? text : [text, ...rest].join('\n')).match(/[^。]*[。：:]/g) ?? [];
  const named = /^[^，。由是]{2,12}会议?/.exec(book.quote(ref.split('.')[0] ?? ref).text)?.[0];
  const intro = sentences
    .findLast((sentence) => /[：:]$/.test(sentence))
    ?.trim()
    .replace(/^其中，/, '')
    .replace(/^会议/, named ?? '会议');
  return [
    ...sentences
      .filter((sentence) => sentence.endsWith('。'))
      .map((sentence) => ({ ref, says: sentence.trim(), phrase: sentence.trim() })),
    ...(intro && intro.length <= 40
      ? items.map((item) => {
          const words = book.quote(item).text;
          return { ref: item, says: `${intro}${words.replace(/[；;，,。]*$/, '。')}`, phrase: words };
        })
      : []),
  ];
}

function pairsOf(text: string): string[] {
  const words = text.replace(/[^\p{L}\p{N}]+/gu, '');
  return Array.from({ length: Math.max(0, words.length - 1) }, (_, i) => words.slice(i, i + 2));
}

/**
 * The sentences and items of the official text that no provision states, each as a statement of its own: whoever asks for
 * just that is answered in the rule's words. They answer no topic and decide nothing.
 */
export function unstatedSentences(book: RuleBook): Provision[] {
  const stated = book.provisions.map((provision) => squash(book.stating(provision).text)).join('\n');
  const saidIn = new Map<string, Set<string>[]>();
  for (const { says, clauses } of book.provisions) {
    const article = clauses[0]?.split('.')[0] ?? '';
    saidIn.set(article, [...(saidIn.get(article) ?? []), new Set(pairsOf(says))]);
  }
  const isSaid = ({ ref, says, phrase }: Statement): boolean => {
    const words = squash(says);
    if (words.length < SHORTEST || words.length > LONGEST) return true;
    if (!ref.includes('(') && stated.includes(words)) return true;
    const pairs = pairsOf(phrase);
    return (saidIn.get(ref.split('.')[0] ?? '') ?? []).some(
      (said) => pairs.filter((pair) => said.has(pair)).length >= SAID * pairs.length,
    );
  };
  return paragraphsOf(book).flatMap((paragraph) =>
    statementsIn(book, paragraph)
      .filter((statement) => !isSaid(statement))
      .map(
        ({ ref, says, phrase }, i): Provision => ({
          id: `text.${paragraph.replace('.', '-')}.${i + 1}`,
          family: 'other',
          clauses: [ref],
          phrase,
          says,
          topics: [],
          value: { kind: 'statement' },
        }),
      ),
  );
}
