import { and, desc, eq, getTableColumns, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Step, StepState } from '../../src/core/matter.ts';
import { type Db, given, inserter, lastId, lister, reader, runner, upTo } from '../database.ts';
import { stepPeople, steps } from '../schema.ts';

export type NewStep = Omit<typeof steps.$inferInsert, 'id'>;

/** 步骤 and who may act on each. */
export function stepVerbs(db: Db) {
  const insert = inserter(db, steps, ['id']);
  const insertPerson = inserter(db, stepPeople);
  const newId = lastId(db);
  const byId = reader(
    db,
    steps,
    db
      .select()
      .from(steps)
      .where(eq(steps.id, given('id'))),
  );
  const byMatter = reader(
    db,
    steps,
    db
      .select()
      .from(steps)
      .where(eq(steps.matter, given('matter')))
      .orderBy(steps.id),
  );
  const people = lister(
    db,
    db
      .select({ person: stepPeople.person })
      .from(stepPeople)
      .where(eq(stepPeople.step, given('step'))),
  );
  const openOf = reader(
    db,
    steps,
    db
      .select(getTableColumns(steps))
      .from(stepPeople)
      .innerJoin(steps, eq(steps.id, stepPeople.step))
      .where(and(eq(stepPeople.person, given('person')), sql`${stepPeople.open} = 1`))
      .orderBy(desc(stepPeople.step))
      .limit(upTo('limit')),
  );

  const decide = runner(
    db,
    db
      .update(steps)
      .set({
        state: sql`${sql.placeholder('state')}`,
        decidedAt: sql`${sql.placeholder('at')}`,
        decidedBy: sql`${sql.placeholder('by')}`,
        outcome: sql`${sql.placeholder('outcome')}`,
        note: sql`${sql.placeholder('note')}`,
      })
      .where(eq(steps.id, given('id'))),
  );
  const closePeople = runner(
    db,
    db
      .update(stepPeople)
      .set({ open: false })
      .where(eq(stepPeople.step, given('step'))),
  );
  const cancel = db
    .update(steps)
    .set({ state: 'cancelled', decidedAt: sql`${sql.placeholder('at')}` })
    .where(and(eq(steps.matter, given('matter')), eq(steps.state, 'open')))
    .returning({ id: steps.id })
    .prepare();

  const removePeople = runner(db, db.delete(stepPeople).where(eq(stepPeople.step, given('step'))));
  const setPrincipal = runner(
    db,
    db
      .update(steps)
      .set({ principal: sql`${sql.placeholder('principal')}` })
      .where(eq(steps.id, given('id'))),
  );
  const setDue = runner(
    db,
    db
      .update(steps)
      .set({ due: sql`${sql.placeholder('due')}` })
      .where(eq(steps.id, given('id'))),
  );
  const handedFrom = reader(
    db,
    steps,
    db
      .select()
      .from(steps)
      .where(and(isNotNull(steps.principal), eq(steps.principal, given('principal')), eq(steps.state, 'open')))
      .orderBy(steps.id),
  );

  return {
    add(step: NewStep, persons: readonly string[]): number {
      insert(step);
      const id = newId();
      for (const person of persons) insertPerson({ step: id, person, open: true });
      return id;
    },
    get: (id: number): Step | undefined => byId({ id })[0],
    ofMatter: (matter: string): Step[] => byMatter({ matter }),
    peopleOf: (step: number): string[] => people({ step }),
    /** What a person has to do, oldest first; with a limit, only the newest of it. */
    openOf: (person: string, limit = -1): Step[] => openOf({ person, limit }).reverse(),
    /** Everybody who has something to do. */
    peopleWithOpen: (): string[] =>
      db
        .selectDistinct({ person: stepPeople.person })
        .from(stepPeople)
        .where(sql`${stepPeople.open} = 1`)
        .orderBy(stepPeople.person)
        .all()
        .map((row) => row.person),
    decide(
      id: number,
      decision: { state: StepState; at: number; by: string; outcome: string; note: string | null },
    ): void {
      decide({ id, ...decision });
      closePeople({ step: id });
    },
    /** Takes back what is still open of a matter, and tells which steps that were. */
    cancelOpen(matter: string, at: number): number[] {
      const cancelled = cancel.all({ matter, at }).map((row) => row.id);
      for (const step of cancelled) closePeople({ step });
      return cancelled;
    },
    /** As they were before they were decided or taken back. */
    reopen(ids: readonly number[]): void {
      const undecided = { decidedAt: null, decidedBy: null, outcome: null, note: null };
      db.update(steps)
        .set({ state: 'open', ...undecided })
        .where(inArray(steps.id, [...ids]))
        .run();
      db.update(stepPeople)
        .set({ open: true })
        .where(inArray(stepPeople.step, [...ids]))
        .run();
    },
    /** Asked for no more, and `why`, which tells them from those that ended with their matter. */
    cancel(ids: readonly number[], at: number, why: string): void {
      db.update(steps)
        .set({ state: 'cancelled', decidedAt: at, outcome: why })
        .where(inArray(steps.id, [...ids]))
        .run();
      for (const step of ids) closePeople({ step });
    },
    /** Hands a step to somebody else; `principal` is who it would be without the absence. */
    hand(id: number, to: string, principal: string | null): void {
      removePeople({ step: id });
      insertPerson({ step: id, person: to, open: true });
      setPrincipal({ id, principal });
    },
    setDue: (id: number, due: string): void => setDue({ id, due }),
    /** Open steps that somebody stands in for. */
    handedFrom: (principal: string): Step[] => handedFrom({ principal }),
  };
}
