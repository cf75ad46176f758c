import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import type { Absence } from '../../src/core/matter.ts';
import { type Db, inserter } from '../database.ts';
import { absences } from '../schema.ts';

/** 外出登记 */
export function absenceVerbs(db: Db) {
  const insert = inserter(db, absences, ['id']);
  const open = db
    .select()
    .from(absences)
    .where(and(eq(absences.person, sql.placeholder('person')), isNull(absences.returnedAt)))
    .orderBy(absences.first)
    .prepare();

  const overlapping = db
    .select()
    .from(absences)
    .where(
      and(
        eq(absences.person, sql.placeholder('person')),
        isNull(absences.returnedAt),
        lte(absences.first, sql.placeholder('last')),
        gte(absences.last, sql.placeholder('first')),
      ),
    )
    .orderBy(absences.first)
    .prepare();
  const current = db
    .select()
    .from(absences)
    .where(
      and(
        eq(absences.person, sql.placeholder('person')),
        isNull(absences.returnedAt),
        lte(absences.first, sql.placeholder('day')),
      ),
    )
    .orderBy(absences.first)
    .limit(1)
    .prepare();

  return {
    add: (row: Omit<Absence, 'id' | 'returnedAt'>): void => insert(row),
    /** Those not yet reported back, by first day. */
    openOf: (person: string): Absence[] => open.all({ person }),
    /** Away on a day: from its first day until 销假, however late that is. */
    on: (person: string, day: string): Absence | undefined => current.all({ person, day })[0],
    /** Absences of a person that touch the days `first` to `last`. */
    overlapping: (person: string, first: string, last: string): Absence[] => overlapping.all({ person, first, last }),
    end(id: number, at: number, last: string): void {
      db.update(absences).set({ returnedAt: at, last }).where(eq(absences.id, id)).run();
    },
    removeOfMatter(matter: string): void {
      db.delete(absences).where(eq(absences.matter, matter)).run();
    },
  };
}
