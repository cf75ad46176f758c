/** What somebody who pressed a button or sent in a form sees at once: a line, and the card as it looks from now on. */
import type { Store } from '../../db/store.ts';
import type { Incoming, Receipt } from '../channels/channel.ts';
import type { Delivery } from '../core/message.ts';
import type { Roster } from '../core/roster.ts';
import type { Status } from '../core/vocabulary.ts';
import { addressOf, dispatchOf, type PaperLink } from './dispatch.ts';

/** What a form's card shows once it was sent in: there is nothing more to fill in there. */
const FILLED_IN = '表单已提交，办理情况见后续消息。';
/** What somebody who pressed or filled in is told when it was taken. */
const DONE: ReadonlySet<Status> = new Set(['recorded', 'submitted']);

/** `told` is what the person was told of it. */
export function receiptOf(
  event: Incoming,
  person: string,
  told: Delivery | undefined,
  store: Store,
  roster: Roster,
  link?: PaperLink,
): Receipt {
  const id = event.press?.delivery ?? event.form?.delivery;
  const row = id === undefined ? undefined : store.outbox.get(id);
  const address = row && row.to === person ? addressOf(person, event.channel, roster) : null;
  const shown = row && address ? dispatchOf([row], address, store, roster, link) : undefined;
  const over = told?.status === 'not-allowed' ? told.text : FILLED_IN;
  const card = shown && event.form ? { ...shown, outcome: over } : shown;
  const level = told && DONE.has(told.status) ? 'success' : told?.status === 'incomplete' ? 'warning' : 'error';
  return { ...(told && { toast: { level, text: told.text.split('\n')[0] ?? '' } }), ...(card && { card }) };
}
