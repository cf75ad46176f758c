/** A matter begins: its row, its first stage, its line in the audit. */
import type { NewMatter } from '../core/decision.ts';
import type { Matter } from '../core/matter.ts';
import { awaitsSomebody, type OnSettled, openStages } from './route.ts';
import { audit, type Turn } from './turn.ts';

/** Opens a matter that follows from another and sets it on its route. */
export function openMatter(turn: Turn, filedBy: string, plan: NewMatter, onSettled: OnSettled): void {
  openStages(turn, addMatter(turn, filedBy, plan), 0, onSettled);
}

/** Files a matter without setting it on its route. */
export function addMatter(turn: Turn, filedBy: string, plan: NewMatter): Matter {
  const seq = turn.store.matters.nextSeq();
  const matter: Matter = {
    id: `${plan.about}-${seq}`,
    seq,
    about: plan.about,
    kind: plan.kind,
    title: plan.title,
    owner: plan.owner,
    filedBy,
    edition: turn.bookOn(turn.today).edition.issued,
    state: 'open',
    day: plan.day ?? null,
    data: plan.data,
    route: plan.route,
    quotes: plan.quotes,
    stage: 0,
    openedAt: turn.now,
    closedAt: null,
    cause: turn.cause,
  };
  // What waits for nobody is in force as soon as it is filed: one write instead of two.
  turn.store.matters.add(awaitsSomebody(matter) ? matter : { ...matter, state: 'effective' });
  audit(turn, filedBy, '提出', matter, { owner: plan.owner });
  return matter;
}
