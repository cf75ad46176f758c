import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm';
import { type Db, given, inserter, reader, runner, upTo } from '../database.ts';
import type { Memory } from '../memory.ts';
import { timers } from '../schema.ts';

export type Timer = typeof timers.$inferSelect;
export type NewTimer = Omit<Timer, 'id'>;

/** 提醒与到期 */
export function timerVerbs(db: Db, memory: Memory) {
  const insert = inserter(db, timers, ['id']);
  const first = reader(db, timers, db.select().from(timers).orderBy(asc(timers.at), asc(timers.id)).limit(upTo(1)));
  /** No timer is due before; where one was removed, the next may be later. */
  const soonest = memory.of(() => first()[0]?.at ?? Number.POSITIVE_INFINITY);
  const remove = runner(db, db.delete(timers).where(eq(timers.id, given('id'))));
  const removeStep = runner(db, db.delete(timers).where(eq(timers.step, given('step'))));
  const removeMatter = runner(db, db.delete(timers).where(eq(timers.matter, given('matter'))));
  const removeReturns = runner(
    db,
    db
      .delete(timers)
      .where(
        and(
          eq(timers.at, given('at')),
          eq(timers.kind, 'return'),
          eq(timers.person, given('person')),
          sql`${timers.matter} is ${given('matter')}`,
        ),
      ),
  );
  const removeReminders = runner(
    db,
    db
      .delete(timers)
      .where(
        and(
          eq(timers.step, given('step')),
          inArray(timers.kind, ['before-due', 'due', 'snoozed']),
          lt(timers.at, given('until')),
        ),
      ),
  );

  return {
    add(timer: NewTimer): void {
      insert(timer);
      soonest.change((at) => Math.min(at, timer.at));
    },
    /** The earliest that is due by `now`. */
    nextDue(now: number): Timer | undefined {
      if (soonest.get() > now) return undefined;
      const [timer] = first();
      soonest.set(timer?.at ?? Number.POSITIVE_INFINITY);
      return timer && timer.at <= now ? timer : undefined;
    },
    /** When the next one falls due, if any. */
    nextAt: (): number | null => first()[0]?.at ?? null,
    /** Reminders of a step that would come before `until`; what silence means is left. */
    removeReminders: (step: number, until: number): void => removeReminders({ step, until }),
    remove: (id: number): void => remove({ id }),
    /** Whoever asks after somebody's return at an instant, for one matter or for none. */
    removeReturns: ({ at, person, matter }: Pick<Timer, 'at' | 'person' | 'matter'>): void =>
      removeReturns({ at, person, matter }),
    removeStep: (step: number): void => removeStep({ step }),
    removeMatter: (matter: string): void => removeMatter({ matter }),
  };
}
