import { and, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm';
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

  return {
    add: (row: Omit<Absence, 'id' | 'returnedAt'>): void => insert(row),
    /** Those not yet reported back, by first day. */
    openOf: (person: string): Absence[] => open.all({ person }),
    /** Away on a day: from its first day until 销假, however late that is. */
    on: (person: string, day: string): Absence | undefined => open.all({ person }).find((a) => a.first <= day),
    /** Absences of a person that touch the days `first` to `last`. */
    overlapping: (person: string, first: string, last: string): Absence[] =>
      open.all({ person }).filter((a) => a.first <= last && a.last >= first),
    /** Everybody away between two days, for the calendar. */
    between: (first: string, last: string): Absence[] =>
      db
        .select()
        .from(absences)
        .where(and(lte(absences.first, last), or(gte(absences.last, first), isNull(absences.returnedAt))))
        .orderBy(desc(absences.first))
        .limit(500)
        .all(),
    end(id: number, at: number, last: string): void {
      db.update(absences).set({ returnedAt: at, last }).where(eq(absences.id, id)).run();
    },
    removeOfMatter(matter: string): void {
      db.delete(absences).where(eq(absences.matter, matter)).run();
    },
  };
}
