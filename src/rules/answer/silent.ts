/** 规则未作规定: said to be so, with the nearest clause and without a claim. */
import type { RuleBook } from '../book.ts';
import { sentencesWith } from '../quote.ts';
import type { Silence } from '../schema.ts';
import { topicById } from '../topics.ts';
import { type Answer, aboutOf } from './context.ts';

/** The answer on a topic that the rule is silent on. */
export function silentAnswer(book: RuleBook, silence: Silence, topic: string): Answer {
  return {
    status: 'not-found',
    about: aboutOf(topicById(topic)?.family),
    text: `${silence.says}最接近的条文是${book.cite(silence.nearest)}，仅供参考。`,
    clauses: [],
    quotes: [book.quote(silence.nearest)],
  };
}

/** The answer where no topic fits: the clause whose words are nearest, if there is any. */
export function unknownAnswer(book: RuleBook, text: string): Answer {
  const nearest = book.search(text, 1)[0];
  const quotes = nearest ? [book.quote(nearest.ref)].map((q) => ({ ...q, text: sentencesWith(q.text, text) })) : [];
  const hint = nearest ? `字面最接近的条文是${book.cite(nearest.ref)}，仅供参考。` : '';
  return {
    status: 'not-found',
    about: 'rule',
    text: `《${book.title}》对此未作规定，无法据此答复。${hint}`,
    clauses: [],
    quotes,
  };
}
