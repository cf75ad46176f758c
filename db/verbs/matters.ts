import { and, desc, eq, gte, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Matter, MatterData, MatterState } from '../../src/core/matter.ts';
import type { About } from '../../src/core/vocabulary.ts';
import { type Db, given, inserter, lister, reader, runner, upTo } from '../database.ts';
import type { Memory } from '../memory.ts';
import { isCurrentMatter, matters } from '../schema.ts';

/** The row of a matter: the number at the end of its id. */
export const seqOf = (id: string): number => Number(/-(\d+)$/.exec(id)?.[1] ?? 0);

/** 事项 */
export function matterVerbs(db: Db, memory: Memory) {
  const insert = inserter(db, matters);
  const ofAbout = and(eq(matters.owner, given('owner')), eq(matters.about, given('about')));
  const isCurrent = isCurrentMatter(matters.state);
  const bySeq = reader(
    db,
    matters,
    db
      .select()
      .from(matters)
      .where(eq(matters.seq, given('seq'))),
  );
  const newest = lister(db, db.select({ n: sql<number>`coalesce(max(${matters.seq}), 0)` }).from(matters));
  const lastSeq = memory.of(() => newest()[0] ?? 0);
  const byOwner = reader(
    db,
    matters,
    db.select().from(matters).where(ofAbout).orderBy(desc(matters.seq)).limit(upTo(50)),
  );
  const byCause = reader(
    db,
    matters,
    db
      .select()
      .from(matters)
      .where(and(isNotNull(matters.cause), eq(matters.cause, given('cause'))))
      .orderBy(desc(matters.seq))
      .limit(upTo(1)),
  );
  const byDay = reader(
    db,
    matters,
    db
      .select()
      .from(matters)
      .where(and(eq(matters.about, given('about')), gte(matters.day, given('from')), lte(matters.day, given('to'))))
      .orderBy(matters.day, matters.seq),
  );
  const current = lister(db, db.select({ id: matters.id }).from(matters).where(and(ofAbout, isCurrent)).limit(upTo(1)));
  const touching = reader(
    db,
    matters,
    db
      .select()
      .from(matters)
      // The plus keeps SQLite from searching everybody's by day.
      .where(and(ofAbout, isCurrent, gte(matters.lastDay, given('first')), sql`+${matters.day} <= ${given('last')}`))
      .orderBy(desc(matters.seq)),
  );
  const toSet = eq(matters.seq, given('seq'));
  const setStage = runner(
    db,
    db
      .update(matters)
      .set({ stage: sql`${sql.placeholder('stage')}` })
      .where(toSet),
  );
  const setState = runner(
    db,
    db
      .update(matters)
      .set({ state: sql`${sql.placeholder('state')}`, closedAt: sql`${sql.placeholder('closedAt')}` })
      .where(toSet),
  );

  const setData = runner(
    db,
    db
      .update(matters)
      .set({
        data: sql`${sql.placeholder('data')}`,
        day: sql`${sql.placeholder('day')}`,
        lastDay: sql`${sql.placeholder('lastDay')}`,
      })
      .where(toSet),
  );

  return {
    /** `seq` is the next one, and ends the id. */
    add(matter: Matter): void {
      insert({ ...matter, lastDay: matter.data.last });
      lastSeq.change((seq) => Math.max(seq, matter.seq));
    },
    nextSeq: (): number => lastSeq.get() + 1,
    get: (id: string): Matter | undefined => bySeq({ seq: seqOf(id) }).find((matter) => matter.id === id),
    /** The newest that a message filed. */
    causedBy: (cause: string): Matter | undefined => byCause({ cause })[0],
    /** The newest fifty of an owner, newest first. */
    ofOwner: (owner: string, about: About): Matter[] => byOwner({ owner, about }),
    /** Those that take place between two days, both included, in their order. */
    between: (about: About, from: string, to: string): Matter[] => byDay({ about, from, to }),
    /** An owner's matters that are under way or hold, and touch the days `first` to `last`; newest first. Its own days are `day` and `data.last`. */
    touching: (owner: string, about: About, first: string, last: string): Matter[] =>
      touching({ owner, about, first, last }),
    /** Whether an owner has a matter that is under way or holds. */
    hasCurrent: (owner: string, about: About): boolean => current({ owner, about }).length > 0,
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
      setStage({ seq: seqOf(id), stage });
    },
    setState(id: string, state: MatterState, closedAt: number | null): void {
      setState({ seq: seqOf(id), state, closedAt });
    },
    setData(id: string, data: MatterData, day: string | null): void {
      setData({ seq: seqOf(id), data: JSON.stringify(data), day, lastDay: data.last ?? null });
    },
  };
}
