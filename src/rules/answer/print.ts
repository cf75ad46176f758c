import type { RuleBook } from '../book.ts';
import type { Library } from '../library.ts';
import type { Answer } from './context.ts';

/**
 * The answer as a person reads it: first what was asked, then each clause with its words.
 * Quotes of other districts name their rules, where `library` knows them.
 */
export function printAnswer(answer: Answer, book: RuleBook, library?: Library): string {
  const quoted = answer.quotes.map(({ ref, text, district }) => {
    const from = district && library ? library.inForce(district, book.edition.inForceFrom).book : book;
    return `${from.cite(ref)}（${sayDate(from.edition.issued)}印发）：“${text}”`;
  });
  return [answer.text, ...quoted].join('\n');
}

const sayDate = (day: string): string =>
  `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
