/** One point in several districts' rules, side by side; each cell quoted, silence marked. */
import type { Quote } from '../../core/message.ts';
import type { RuleBook } from '../book.ts';
import { quoteOf } from '../quote.ts';
import type { Provision } from '../schema.ts';
import { topicById } from '../topics.ts';
import { type Answer, type AnswerContext, aboutOf } from './context.ts';

/** 张店 for 张店区: how people say a district's name. */
const shortName = ({ name }: RuleBook): string => name.replace(/[区县市]$/, '');

/** The rule books that a question compares: all of them, or its own and those it names; `null` if it compares none. */
export function booksCompared(
  text: string,
  compares: boolean,
  { book, library }: AnswerContext,
  day: string,
): RuleBook[] | null {
  if (!library) return null;
  const others = library.districts().filter((d) => d !== book.district);
  const named = others.filter((d) => namedIn(text, library.inForce(d, day).book));
  if (named.length === 0 && !compares) return null;
  const chosen = named.length > 0 ? named : others;
  return [book, ...chosen.map((d) => library.inForce(d, day).book)];
}

/** 张店 is a district whose rule is asked for; 张店路 is none, and 张店区领导来考察 asks for one's own. */
function namedIn(text: string, book: RuleBook): boolean {
  const at = text.indexOf(shortName(book));
  return (
    at >= 0 &&
    !/^(?:路|街|镇|站|区?(?:的?领导|的?干部|的?同志|的?客人|政府领导|来|考察|代表团))/.test(
      text.slice(at + shortName(book).length),
    )
  );
}

/** A line for each district; `clauses` are those of the asked district, the first book. */
export function compareAnswer(books: readonly RuleBook[], topics: readonly string[]): Answer | null {
  const [own] = books;
  const topic = topics.find((t) => books.some((b) => b.byTopic(t).provisions.length > 0)) ?? topics[0];
  if (!own || !topic) return null;
  const quotes: Quote[] = [];
  const clauses: string[] = [];
  const lines = books.map((book) => {
    const first = cellOf(book, topic);
    if (!first) return `${book.name}：${book.provisions.length === 0 ? '规则尚未逐条整理' : '规则未作规定'}。`;
    quotes.push({ ...quoteOf(book, first), ...(book !== own && { district: book.district }) });
    if (book === own && first.clauses[0]) clauses.push(first.clauses[0]);
    return `${book.name}：${first.says}（${book.clauses.say(first.clauses[0] ?? '')}）`;
  });
  const found = quotes.length > 0;
  return {
    status: found ? 'answered' : 'not-found',
    about: aboutOf(topicById(topic)?.family),
    text: `${topicById(topic)?.title ?? ''}：\n${lines.join('\n')}`,
    clauses,
    quotes,
  };
}

/** The provision that stands in a district's cell, if its rule states the point. */
const cellOf = (book: RuleBook, topic: string): Provision | undefined => book.byTopic(topic).provisions[0];
