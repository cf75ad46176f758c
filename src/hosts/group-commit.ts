import { isStorageFault } from '../../db/faults.ts';

/**
 * Group commit: what arrives in the same turn of the event loop shares one transaction and one flush to disk, each piece
 * in a transaction of its own inside it, so that a bad one is undone alone. Answers are given only after the commit.
 */
export interface GroupCommit {
  /** Resolves with the work's result once it is durable; rejects with its error, or with the commit's. */
  submit<R>(work: () => R): Promise<R>;
  /** Whether the last commit succeeded. */
  isWell(): boolean;
}

interface Waiting {
  run(): () => void;
  fail(error: unknown): void;
}

/** What runs its argument synchronously in a transaction, or in a part of one that is undone alone. */
interface Transactions {
  transaction<R>(work: () => R): R;
  savepoint<R>(work: () => R): R;
}

/** `limit` bounds how much one commit takes. */
export function createGroupCommit(store: Transactions, limit = 200): GroupCommit {
  const waiting: Waiting[] = [];
  let scheduled = false;
  let well = true;

  const flush = (): void => {
    scheduled = false;
    const batch = waiting.splice(0, limit);
    if (waiting.length > 0) schedule();
    try {
      const answers = store.transaction(() => batch.map((item) => item.run()));
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
    submit: <R>(work: () => R) =>
      new Promise<R>((resolve, reject) => {
        waiting.push({
          run() {
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
        });
        schedule();
      }),
  };
}
