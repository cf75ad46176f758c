/** 规则未作规定: said to be so, with the nearest clause and without a claim. */
import type { RuleBook } from '../book.ts';
import { topicById } from '../topics.ts';
import { type Answer, aboutOf } from './context.ts';

/** A point that the rule doesn't state, as an answer says it. */
export interface Gap {
  topic: string;
  /** 规则未规定…。 */
  says: string;
  nearest: string;
}

/** The answer on topics that the rule is silent on; what several gaps have in common is said once. */
export function silentAnswer(book: RuleBook, gaps: readonly Gap[]): Answer {
  const nearest = [...new Set(gaps.map((gap) => gap.nearest))].slice(0, 2);
  return {
    status: 'not-found',
    about: aboutOf(topicById(gaps[0]?.topic ?? '')?.family),
    text: `${[...new Set(gaps.map((gap) => gap.says))].slice(0, 3).join('')}最接近的条文是${book.cite(nearest)}，仅供参考。`,
    clauses: [],
    quotes: nearest.map((ref) => book.quote(ref)),
  };
}

/** The answer where no topic fits: the clause whose words are nearest, else the first, which says what the rules are for. */
export function unknownAnswer(book: RuleBook, text: string): Answer {
  const ref = book.search(text, 1)[0]?.ref ?? book.clauses.refs[0];
  const quotes = ref ? [book.quote(ref)] : [];
  const hint = ref ? `最接近的条文是${book.cite(ref)}，仅供参考。` : '';
  return {
    status: 'not-found',
    about: 'rule',
    text: `《${book.title}》对此未作规定，无法据此答复。${hint}`,
    clauses: [],
    quotes,
  };
}
