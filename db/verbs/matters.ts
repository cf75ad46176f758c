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

  const isCurrent = sql`${matters.state} in ('open', 'approved', 'effective')`;
  const current = db
    .select({ id: matters.id })
    .from(matters)
    .where(and(eq(matters.owner, sql.placeholder('owner')), eq(matters.about, sql.placeholder('about')), isCurrent))
    .limit(1)
    .prepare();
  const touching = db
    .select()
    .from(matters)
    .where(
      and(
        eq(matters.owner, sql.placeholder('owner')),
        eq(matters.about, sql.placeholder('about')),
        isCurrent,
        // The plus keeps SQLite from searching everybody's by day.
        sql`+${matters.day} <= ${sql.placeholder('last')}`,
        sql`${matters.data} ->> '$.last' >= ${sql.placeholder('first')}`,
      ),
    )
    .orderBy(desc(matters.seq))
    .prepare();
  const byIdToSet = eq(matters.id, sql.placeholder('id'));
  const setStage = db
    .update(matters)
    .set({ stage: sql`${sql.placeholder('stage')}` })
    .where(byIdToSet)
    .prepare();
  const setState = db
    .update(matters)
    .set({ state: sql`${sql.placeholder('state')}`, closedAt: sql`${sql.placeholder('closedAt')}` })
    .where(byIdToSet)
    .prepare();

  return {
    add: insert,
    nextSeq: (): number => nextSeq.all()[0]?.n ?? 1,
    get: (id: string): Matter | undefined => byId.all({ id })[0],
    /** The newest fifty of an owner, newest first. */
    ofOwner: (owner: string, about: About): Matter[] => byOwner.all({ owner, about }),
    /** Those that take place between two days, both included, in their order. */
    between: (about: About, from: string, to: string): Matter[] => byDay.all({ about, from, to }),
    /** An owner's matters that are under way or hold, and touch the days `first` to `last`; newest first. Its own days are `day` and `data.last`. */
    touching: (owner: string, about: About, first: string, last: string): Matter[] =>
      touching.all({ owner, about, first, last }),
    /** Whether an owner has a matter that is under way or holds. */
    hasCurrent: (owner: string, about: About): boolean => current.all({ owner, about }).length > 0,
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
      setStage.run({ id, stage });
    },
    setState(id: string, state: MatterState, closedAt: number | null): void {
      setState.run({ id, state, closedAt });
    },
    setData(id: string, data: MatterData, day: string | null): void {
      db.update(matters).set({ data, day }).where(eq(matters.id, id)).run();
    },
  };
}
