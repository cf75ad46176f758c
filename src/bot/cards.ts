/** Cards that show what has changed: whoever has one that a decision concerns gets it anew. */
import type { Matter, Step } from '../core/matter.ts';
import type { Turn } from './turn.ts';

/**
 * After a step was decided: the cards of its other receivers; after a consent, those of the other consenters and of whoever
 * filed the matter, too. Many answer an invitation or take note: nobody's card tells of each of them.
 */
export function refreshCards(turn: Turn, matter: Matter, step: Step): void {
  const { queues, steps } = turn.store;
  queues.reopen(step.id, turn.pressed, turn.now);
  if (step.ask !== 'approve' && step.ask !== 'countersign') return;
  refreshFiled(turn, matter);
  if (step.ask === 'countersign') return;
  for (const other of steps.ofMatter(matter.id)) {
    if (other.ask === 'approve' && other.id !== step.id) queues.reopen(other.id, undefined, turn.now);
  }
}

/** The card that told whoever filed a matter that it is on its way. */
export function refreshFiled(turn: Turn, matter: Matter): void {
  if (turn.channelOf(matter.filedBy) !== null) turn.store.queues.reopenFiled(matter.id, matter.filedBy, turn.now);
}
