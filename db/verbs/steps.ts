import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Step, StepState } from '../../src/core/matter.ts';
import { type Db, inserter, lastId } from '../database.ts';
import { stepPeople, steps } from '../schema.ts';

export type NewStep = Omit<typeof steps.$inferInsert, 'id'>;

/** 步骤 and who may act on each. */
export function stepVerbs(db: Db) {
  const insert = inserter(db, steps, ['id']);
  const insertPerson = inserter(db, stepPeople);
  const newId = lastId(db);
  const byId = db
    .select()
    .from(steps)
    .where(eq(steps.id, sql.placeholder('id')))
    .prepare();
  const byMatter = db
    .select()
    .from(steps)
    .where(eq(steps.matter, sql.placeholder('matter')))
    .orderBy(steps.id)
    .prepare();
  const people = db
    .select({ person: stepPeople.person })
    .from(stepPeople)
    .where(eq(stepPeople.step, sql.placeholder('step')))
    .prepare();
  const openOf = db
    .select({ step: steps })
    .from(stepPeople)
    .innerJoin(steps, eq(steps.id, stepPeople.step))
    .where(and(eq(stepPeople.person, sql.placeholder('person')), eq(stepPeople.open, true)))
    .orderBy(steps.id)
    .prepare();

  return {
    add(step: NewStep, persons: readonly string[]): number {
      insert(step);
      const id = newId();
      for (const person of persons) insertPerson({ step: id, person, open: true });
      return id;
    },
    get: (id: number): Step | undefined => byId.all({ id })[0],
    ofMatter: (matter: string): Step[] => byMatter.all({ matter }),
    peopleOf: (step: number): string[] => people.all({ step }).map((row) => row.person),
    openOf: (person: string): Step[] => openOf.all({ person }).map((row) => row.step),
    decide(
      id: number,
      decision: { state: StepState; at: number; by: string; outcome: string; note: string | null },
    ): void {
      db.update(steps)
        .set({
          state: decision.state,
          decidedAt: decision.at,
          decidedBy: decision.by,
          outcome: decision.outcome,
          note: decision.note,
        })
        .where(eq(steps.id, id))
        .run();
      db.update(stepPeople).set({ open: false }).where(eq(stepPeople.step, id)).run();
    },
    /** Takes back what is still open of a matter. */
    cancelOpen(matter: string, at: number): void {
      const open = db
        .select({ id: steps.id })
        .from(steps)
        .where(and(eq(steps.matter, matter), eq(steps.state, 'open')))
        .all()
        .map((row) => row.id);
      if (open.length === 0) return;
      db.update(steps).set({ state: 'cancelled', decidedAt: at }).where(inArray(steps.id, open)).run();
      db.update(stepPeople).set({ open: false }).where(inArray(stepPeople.step, open)).run();
    },
    /** Hands a step to somebody else; `principal` is who it would be without the absence. */
    hand(id: number, to: string, principal: string | null): void {
      db.delete(stepPeople).where(eq(stepPeople.step, id)).run();
      insertPerson({ step: id, person: to, open: true });
      db.update(steps).set({ principal }).where(eq(steps.id, id)).run();
    },
    setDue(id: number, due: string): void {
      db.update(steps).set({ due }).where(eq(steps.id, id)).run();
    },
    /** Open steps that somebody stands in for. */
    handedFrom(principal: string): Step[] {
      return db
        .select()
        .from(steps)
        .where(and(eq(steps.principal, principal), eq(steps.state, 'open')))
        .orderBy(steps.id)
        .all();
    },
  };
}
