import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { type Db, inserter } from '../database.ts';
import { timers } from '../schema.ts';

export type Timer = typeof timers.$inferSelect;
export type NewTimer = Omit<Timer, 'id'>;

/** 提醒与到期 */
export function timerVerbs(db: Db) {
  const insert = inserter(db, timers, ['id']);
  const next = db
    .select()
    .from(timers)
    .where(lte(timers.at, sql.placeholder('now')))
    .orderBy(asc(timers.at), asc(timers.id))
    .limit(1)
    .prepare();
  const first = db.select().from(timers).orderBy(asc(timers.at), asc(timers.id)).limit(1).prepare();
  const remove = db
    .delete(timers)
    .where(eq(timers.id, sql.placeholder('id')))
    .prepare();
  const removeStep = db
    .delete(timers)
    .where(eq(timers.step, sql.placeholder('step')))
    .prepare();
  const removeMatter = db
    .delete(timers)
    .where(eq(timers.matter, sql.placeholder('matter')))
    .prepare();
  const removeReturns = db
    .delete(timers)
    .where(
      and(
        eq(timers.at, sql.placeholder('at')),
        eq(timers.kind, 'return'),
        eq(timers.person, sql.placeholder('person')),
        sql`${timers.matter} is ${sql.placeholder('matter')}`,
      ),
    )
    .prepare();

  return {
    add: (timer: NewTimer): void => insert(timer),
    /** The earliest that is due by `now`. */
    nextDue: (now: number): Timer | undefined => next.all({ now })[0],
    /** When the next one falls due, if any. */
    nextAt: (): number | null => first.all()[0]?.at ?? null,
    remove: (id: number): void => void remove.run({ id }),
    /** Whoever asks after somebody's return at an instant, for one matter or for none. */
    removeReturns: ({ at, person, matter }: Pick<Timer, 'at' | 'person' | 'matter'>): void =>
      void removeReturns.run({ at, person, matter }),
    removeStep: (step: number): void => void removeStep.run({ step }),
    removeMatter: (matter: string): void => void removeMatter.run({ matter }),
  };
}
