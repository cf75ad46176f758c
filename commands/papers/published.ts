/** What the rule asks to be made public once it is settled, told to whoever saw it through. */
import type { Effect } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import { quotesOf } from '../../src/rules/quote.ts';
import type { Context } from '../command.ts';

/** A notice with the provision on `topic`; none where the district's rule has none. */
export function tellToPublish(matter: Matter, context: Context, topic: string, done: string): Effect[] {
  const [rule] = context.book.byTopic(topic).provisions;
  if (!rule) return [];
  const text = `${done}${rule.says}`;
  return [
    {
      do: 'tell',
      to: [matter.owner],
      status: 'notice',
      text,
      quotes: quotesOf(context.book, [rule]),
      matter: matter.id,
    },
  ];
}
