/** 规则未作规定: said to be so, with the nearest clause and without a claim. */
import type { Evidence } from '../../language/question/evidence.ts';
import type { RuleBook } from '../book.ts';
import { topicById } from '../topics.ts';
import { type Answer, aboutOf } from './context.ts';
import { nearestPoint } from './nearest.ts';

/** A point that the rule doesn't state, as an answer says it. */
export interface Gap {
  topic: string;
  /** 规则未规定…。 */
  says: string;
  nearest: string;
  /** The module states the silence; other gaps are what its provisions leave out. */
  stated?: boolean;
  /** What the rule states is asked for besides: 要不要报区委和人大. */
  beside?: boolean;
  /** A provision's own sentence says that this is left open. */
  unsaid?: boolean;
}

/** Silence may be claimed only where the module states it, or is complete for the family: else the rule may still say it. */
export const isSure = (book: RuleBook, { stated, topic }: Gap): boolean =>
  stated === true || book.isComplete(topicById(topic)?.family);

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

/** Below this share of its weight a question has nothing in common with the clause that is nearest by its words. */
const LEAST_LIKENESS = 0.1;

/** The answer where no topic fits; the nearest clause is named only where there is some likeness, and quoted anyhow. */
export function unknownAnswer(book: RuleBook, text: string, topic?: string): Answer {
  const hit = book.search(text, 1)[0];
  const ref = hit?.ref ?? book.clauses.refs[0];
  const isLike = hit !== undefined && hit.score >= LEAST_LIKENESS;
  const unfinished = !book.isComplete(topic === undefined ? undefined : topicById(topic)?.family);
  const found = unfinished
    ? `《${book.title}》尚未逐条整理，未能找到与此问题对应的条文，请查阅原文。`
    : isLike
      ? `《${book.title}》对此未作规定，无法据此答复。`
      : `此问题未见于《${book.title}》的规定，无法据此答复。`;
  return {
    status: 'not-found',
    about: 'rule',
    text: `${found}${isLike && ref ? `最接近的条文是${book.cite(ref)}，仅供参考。` : ''}`,
    clauses: [],
    quotes: ref ? [book.quote(ref)] : [],
  };
}

/** How much of a question's weight a clause must cover to answer it, where the text alone is known. */
const COVERS = 0.45;

/** The answer of a district that has its text alone: the clause that covers the question's words; `null` where none does. */
export function bareAnswer(book: RuleBook, evidence: Evidence): Answer | null {
  const near = nearestPoint(book, evidence);
  if (!near || near.share < COVERS) return null;
  return {
    status: 'answered',
    about: 'rule',
    text: '本区规则尚未逐条整理，最相关的条文如下，请以原文为准。',
    clauses: [near.clause],
    quotes: [book.quote(near.clause)],
  };
}
