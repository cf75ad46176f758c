import { isStorageFault } from '../../db/faults.ts';
import type { Instant } from '../core/day.ts';
import { FairQueue } from './fair-queue.ts';

/**
 * Group commit: what arrives in the same turn of the event loop shares one transaction and one flush to disk; a piece that
 * fails is undone alone. Answers are given only after the commit.
 */
export interface GroupCommit {
  /**
   * Resolves with the work's result once it is durable; rejects with its error, or with the commit's. The work may run
   * twice, the first time undone, and so does nothing that the database does not undo. Who brought it is its `sender`:
   * one of very many pieces waits behind everybody else's.
   */
  submit<R>(work: () => R, sender?: string): Promise<R>;
  /** Whether the last commit succeeded. */
  isWell(): boolean;
}

interface Waiting {
  /** Does the work and gives what answers it. */
  run(): () => void;
  /** The same, undone alone if it fails, which is then the answer. */
  runApart(): () => void;
  fail(error: unknown): void;
}

/** What runs its argument synchronously in a transaction, or in a part of one that is undone alone. */
interface Transactions {
  transaction<R>(work: () => R): R;
  savepoint<R>(work: () => R): R;
}

export interface GroupCommitParts {
  store: Transactions;
  now(): Instant;
  /** A piece waits behind others because of how many its sender has brought. */
  onSlowed?(): void;
  /** How much one commit takes at most. */
  limit?: number;
}

/** So few are not worth splitting: each commit waits for the disk once. */
const FEW = 16;

/**
 * Half of what waits: whoever is answered can come again while the other half is worked off, so that neither this side
 * nor theirs stands still.
 */
const share = (waiting: number): number => Math.max(FEW, Math.ceil(waiting / 2));

export function createGroupCommit({ store, now, onSlowed, limit = 200 }: GroupCommitParts): GroupCommit {
  const waiting = new FairQueue<Waiting>(now);
  let scheduled = false;
  let well = true;

  /**
   * Everything as one piece first: with a savepoint for each, SQLite copies every page that a piece writes. Only where
   * one has failed, all are done again, each apart.
   */
  const take = (batch: readonly Waiting[]): (() => void)[] => {
    try {
      return store.transaction(() => batch.map((item) => item.run()));
    } catch (error) {
      if (isStorageFault(error)) throw error;
      return store.transaction(() => batch.map((item) => item.runApart()));
    }
  };
  const flush = (): void => {
    scheduled = false;
    const batch = waiting.take(Math.min(limit, share(waiting.size)));
    if (waiting.size > 0) schedule();
    try {
      const answers = take(batch);
      well = true;
      for (const answer of answers) answer();
    } catch (error) {
      well = false;
      for (const item of batch) item.fail(error);
    }
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(flush);
  };

  return {
    isWell: () => well,
    submit: <R>(work: () => R, sender?: string) =>
      new Promise<R>((resolve, reject) => {
        const piece: Waiting = {
          run() {
            const result = work();
            return () => resolve(result);
          },
          runApart() {
            try {
              const result = store.savepoint(work);
              return () => resolve(result);
            } catch (error) {
              // SQLite may have undone the whole transaction: what follows would run outside of any.
              if (isStorageFault(error)) throw error;
              return () => reject(error);
            }
          },
          fail: reject,
        };
        if (waiting.add(piece, sender)) onSlowed?.();
        schedule();
      }),
  };
}
