import type { Quote } from '../src/core/message.ts';
import { quoteOf } from '../src/rules/quote.ts';
import type { Context } from './command.ts';

/** The nearest clause of a point on which the rule is silent: the module's own word for it, else what search finds. */
export function nearest(context: Context, topics: readonly string[], words: string): Quote[] {
  for (const topic of topics) {
    const { silence, provisions } = context.book.byTopic(topic);
    if (silence) return [context.book.quote(silence.nearest)];
    const [first] = provisions;
    if (first) return [quoteOf(context.book, first)];
  }
  const [hit] = context.book.search(words, 1);
  return hit ? [context.book.quote(hit.ref)] : [];
}
