/** Word to others about a leave that somebody filed, changed or ended. */
import type { Effect } from '../../src/core/decision.ts';
import type { Context } from '../command.ts';

/** A notice to whoever of these isn't the sender; nothing where nobody is left. */
export function tellOthers(ids: readonly string[], text: string, context: Context): Effect[] {
  const to = ids.filter((id) => id !== context.sender.id);
  return to.length > 0 ? [{ do: 'tell', to, about: 'leave', status: 'notice', text, quotes: [] }] : [];
}
