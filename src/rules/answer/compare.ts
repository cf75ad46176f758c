/** One point in several districts' rules, side by side; each cell quoted, silence marked. */
import type { Quote } from '../../core/message.ts';
import type { QuestionPart } from '../../language/question.ts';
import type { RuleBook } from '../book.ts';
import { quoteOf } from '../quote.ts';
import type { Provision } from '../schema.ts';
import { topicById } from '../topics.ts';
import { conclusionOf } from './conclude.ts';
import { type Answer, type AnswerContext, type Asked, aboutOf } from './context.ts';
import { dedupe, pointsOf } from './points.ts';
import { isSure } from './silent.ts';

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
  if (named.length === 0 && !compares && !ACROSS.test(text)) return null;
  const chosen = named.length > 0 ? named : others;
  return [book, ...chosen.map((d) => library.inForce(d, day).book)];
}

/** 各区、别的区: other districts' rules are asked for; 别的区来考察 asks for one's own. */
const ACROSS =
  /(?:五个?|各|其[他它](?:[几四]个)?|别的|另外[几四]个|兄弟)区(?:之间|里)?(?!政府|的?领导|[长委直管域]|县|来|的?客人|考察|市民|群众)/;

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

/** Provisions that one cell holds, at most. */
const MOST_IN_CELL = 2;

/** A line for each district; `clauses` are those of the asked district, the first book. `null` where no topic was read. */
export function compareAnswer(books: readonly RuleBook[], asked: Asked): Answer | null {
  const [own] = books;
  const parts = asked.reading.parts.filter(({ leading }) => leading.length > 0);
  const topic = parts[0]?.leading[0]?.topic;
  if (!own || topic === undefined) return null;
  const quotes: Quote[] = [];
  const clauses: string[] = [];
  const cells = books.map((book) => ({ book, ...cellOf(book, parts, asked) }));
  const lines = cells.map(({ book, stated, silence }) => {
    if (stated.length === 0) return `${book.name}：${silence}`;
    for (const provision of stated) {
      quotes.push({ ...quoteOf(book, provision), ...(book !== own && { district: book.district }) });
      if (book === own && provision.clauses[0]) clauses.push(provision.clauses[0]);
    }
    const refs = [...new Set(stated.flatMap((provision) => provision.clauses.slice(0, 1)))];
    const says = stated.map((provision) => provision.says).join('');
    return `${book.name}：${says}（${refs.map((ref) => book.clauses.say(ref)).join('、')}）`;
  });
  return {
    status: quotes.length > 0 ? 'answered' : 'not-found',
    about: aboutOf(topicById(topic)?.family),
    text: `${topicById(topic)?.title ?? ''}：${conclusionOf(cells, topic, asked.text)}\n${lines.join('\n')}`,
    clauses: [...new Set(clauses)],
    quotes,
  };
}

interface Cell {
  stated: readonly Provision[];
  /** What is said where nothing is stated. */
  silence: string;
}

/** What a district's rule says to the question: the provisions that its own people would be answered with. */
function cellOf(book: RuleBook, parts: readonly QuestionPart[], asked: Asked): Cell {
  const found = parts.map((part) => pointsOf(part, { ...asked, book }));
  const stated = dedupe(found.flatMap(({ points }) => points)).map(({ provision }) => provision);
  const gap = found.flatMap(({ gaps }) => gaps).find((g) => isSure(book, g));
  const family = topicById(parts[0]?.leading[0]?.topic ?? '')?.family;
  const none = book.isComplete(family) ? '规则未作规定。' : '规则尚未逐条整理。';
  // 规则只要求…，未规定… tells more than that nothing is laid down
  const silence = gap ? (gap.says.startsWith('规则未') ? '规则未作规定。' : gap.says) : none;
  return { stated: stated.slice(0, MOST_IN_CELL), silence };
}
