/** 期满清理: what has been kept for its time is deleted, a little at a time, between messages. */
import type { Store } from '../../db/store.ts';
import type { Place } from '../../db/verbs/retention.ts';
import { dayOf, type Instant } from '../core/day.ts';
import type { GroupCommit } from './group-commit.ts';

const DAY_MS = 86_400_000;

export interface RetentionParts {
  store: Pick<Store, 'retention'>;
  commit: Pick<GroupCommit, 'submit'>;
  /** Carries the log over into the file, where deleted words are overwritten; not every host has a log. */
  settle?: (() => void) | undefined;
}

/** Deletes what is older than `days`, every page in a transaction of its own, for as long as it may go on. */
export async function purge(
  { store, commit, settle }: RetentionParts,
  now: Instant,
  days: number,
  mayGoOn: () => boolean,
): Promise<void> {
  const { retention } = store;
  const before = now - days * DAY_MS;
  let deleted = await commit.submit(() => retention.purgeFew(before, dayOf(before)));
  for (const table of retention.tables) {
    let place: Place = 0;
    while (place !== null && mayGoOn()) {
      const from: number = place;
      const page = await commit.submit(() => retention.purge(table, from, before));
      place = page.next;
      deleted += page.deleted;
    }
  }
  if (deleted > 0) settle?.();
}
