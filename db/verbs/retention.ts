import { and, asc, gt, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { drafts, inbox, isCurrentMatter, matters, outbox, questions, seen } from '../schema.ts';
import { seqOf } from './matters.ts';

/** Rows that are looked at in one go: messages wait for no longer. */
const PAGE = 500;

/** Where a walk through a table goes on; `null` once the rest is too young. */
export type Place = number | null;

/** What became of a page of rows. */
export interface Purged {
  deleted: number;
  next: Place;
}

interface Old {
  id: number;
  at: number;
}

/**
 * 保存期限: what is deleted when its time is over: messages and the keys they are known by, what people were told,
 * unfinished requests, and questions that the office has dealt with. Matters, their steps and the audit are the office's
 * records and stay; so does what was said of a matter that is under way, and what has not left or may not have arrived.
 */
export function retentionVerbs(db: Db) {
  const rowid = sql<number>`${seen}.rowid`;

  function currentOf(ids: readonly string[]): Set<string> {
    const seqs = [...new Set(ids)].map(seqOf);
    const found = db.select({ id: matters.id }).from(matters);
    return new Set(
      found
        .where(and(inArray(matters.seq, seqs), isCurrentMatter(matters.state)))
        .all()
        .map(({ id }) => id),
    );
  }

  const walks = {
    inbox(from: number, before: number): Purged {
      const page = db.select({ id: inbox.seq, at: inbox.at }).from(inbox).where(gt(inbox.seq, from));
      const [old, next] = split(page.orderBy(asc(inbox.seq)).limit(PAGE).all(), before);
      db.delete(inbox)
        .where(inArray(inbox.seq, idsOf(old)))
        .run();
      return { deleted: old.length, next };
    },
    seen(from: number, before: number): Purged {
      const page = db.select({ id: rowid, at: seen.at }).from(seen).where(gt(rowid, from));
      const [old, next] = split(page.orderBy(rowid).limit(PAGE).all(), before);
      db.delete(seen)
        .where(inArray(rowid, idsOf(old)))
        .run();
      return { deleted: old.length, next };
    },
    outbox(from: number, before: number): Purged {
      const { id, at, state, matter } = outbox;
      const page = db.select({ id, at, state, matter }).from(outbox).where(gt(id, from));
      const [old, next] = split(page.orderBy(asc(id)).limit(PAGE).all(), before);
      const current = currentOf(old.flatMap((row) => row.matter ?? []));
      const over = old.filter((row) => isSettled(row.state) && !current.has(row.matter ?? ''));
      db.delete(outbox)
        .where(inArray(id, idsOf(over)))
        .run();
      return { deleted: over.length, next };
    },
  };

  return {
    /** The tables that are walked through, the oldest rows first. */
    tables: ['inbox', 'seen', 'outbox'] as const,
    /** Of the next rows after `from` (0 to begin) deletes those older than `before`; answers where to go on. */
    purge: (table: keyof typeof walks, from: number, before: number): Purged => walks[table](from, before),
    /** The same of what has few rows, by its instant or, for questions, by its day; how many went. */
    purgeFew(before: number, day: string): number {
      const left = db.delete(drafts).where(lt(drafts.at, before)).returning({ at: drafts.at }).all();
      const handled = db
        .delete(questions)
        .where(and(isNotNull(questions.handledOn), lt(questions.handledOn, day)))
        .returning({ id: questions.id })
        .all();
      return left.length + handled.length;
    },
  };
}

/** Rows come in the order of their instants, give or take a late message: the first young one ends the walk. */
function split<R extends Old>(rows: readonly R[], before: number): [old: R[], next: Place] {
  const old = rows.filter((row) => row.at < before);
  return [old, old.length === PAGE ? (rows.at(-1)?.id ?? null) : null];
}

const idsOf = (rows: readonly Old[]): number[] => rows.map(({ id }) => id);

/** Nothing more will become of its sending. */
const isSettled = (state: typeof outbox.$inferSelect.state): boolean =>
  state === 'local' || state === 'sent' || state === 'failed';
