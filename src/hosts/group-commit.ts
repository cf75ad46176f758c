/**
 * Group commit: what arrives in the same turn of the event loop shares one transaction and one flush to disk, each piece
 * in a transaction of its own inside it, so that a bad one is undone alone. Answers are given only after the commit.
 */
export interface GroupCommit {
  /** Resolves with the work's result once it is durable; rejects with its error, or with the commit's. */
  submit<R>(work: () => R): Promise<R>;
}

interface Waiting {
  run(): () => void;
  fail(error: unknown): void;
}

/** `transaction` runs its argument synchronously and nests. `limit` bounds how much one commit takes. */
export function createGroupCommit(transaction: <R>(work: () => R) => R, limit = 200): GroupCommit {
  const waiting: Waiting[] = [];
  let scheduled = false;

  const flush = (): void => {
    scheduled = false;
    const batch = waiting.splice(0, limit);
    if (waiting.length > 0) schedule();
    try {
      const answers = transaction(() => batch.map((item) => item.run()));
      for (const answer of answers) answer();
    } catch (error) {
      for (const item of batch) item.fail(error);
    }
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(flush);
  };

  return {
    submit: <R>(work: () => R) =>
      new Promise<R>((resolve, reject) => {
        waiting.push({
          run() {
            try {
              const result = transaction(work);
              return () => resolve(result);
            } catch (error) {
              return () => reject(error);
            }
          },
          fail: reject,
        });
        schedule();
      }),
  };
}
