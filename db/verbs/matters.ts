import { and, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';
import type { Matter, MatterData, MatterState } from '../../src/core/matter.ts';
import type { About } from '../../src/core/vocabulary.ts';
import { type Db, inserter } from '../database.ts';
import { matters } from '../schema.ts';

/** 事项 */
export function matterVerbs(db: Db) {
  const insert = inserter(db, matters);
  const byId = db
    .select()
    .from(matters)
    .where(eq(matters.id, sql.placeholder('id')))
    .prepare();
  const nextSeq = db
    .select({ n: sql<number>`coalesce(max(${matters.seq}), 0) + 1` })
    .from(matters)
    .prepare();
  const byOwner = db
    .select()
    .from(matters)
    .where(and(eq(matters.owner, sql.placeholder('owner')), eq(matters.about, sql.placeholder('about'))))
    .orderBy(desc(matters.seq))
    .limit(50)
    .prepare();
  const byDay = db
    .select()
    .from(matters)
    .where(
      and(
        eq(matters.about, sql.placeholder('about')),
        gte(matters.day, sql.placeholder('from')),
        lte(matters.day, sql.placeholder('to')),
      ),
    )
    .orderBy(matters.day, matters.seq)
    .prepare();

  return {
    add: insert,
    nextSeq: (): number => nextSeq.all()[0]?.n ?? 1,
    get: (id: string): Matter | undefined => byId.all({ id })[0],
    /** The newest fifty of an owner, newest first. */
    ofOwner: (owner: string, about: About): Matter[] => byOwner.all({ owner, about }),
    /** Those that take place between two days, both included, in their order. */
    between: (about: About, from: string, to: string): Matter[] => byDay.all({ about, from, to }),
    /** Newest first. */
    recent(filter: { about?: About; states?: MatterState[] }, limit = 200): Matter[] {
      return db
        .select()
        .from(matters)
        .where(
          and(
            filter.about ? eq(matters.about, filter.about) : undefined,
            filter.states ? inArray(matters.state, filter.states) : undefined,
          ),
        )
        .orderBy(desc(matters.seq))
        .limit(limit)
        .all();
    },
    setStage(id: string, stage: number): void {
      db.update(matters).set({ stage }).where(eq(matters.id, id)).run();
    },
    setState(id: string, state: MatterState, closedAt: number | null): void {
      db.update(matters).set({ state, closedAt }).where(eq(matters.id, id)).run();
    },
    setData(id: string, data: MatterData, day: string | null): void {
      db.update(matters).set({ data, day }).where(eq(matters.id, id)).run();
    },
  };
}
