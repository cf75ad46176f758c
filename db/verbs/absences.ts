import { and, eq, gte, isNull, lte, sql } from 'drizzle-orm';
import type { Absence } from '../../src/core/matter.ts';
import { type Db, given, inserter, reader, runner, upTo } from '../database.ts';
import { absences } from '../schema.ts';

/** 外出登记 */
export function absenceVerbs(db: Db) {
  const insert = inserter(db, absences, ['id']);
  const open = reader(
    db,
    absences,
    db
      .select()
      .from(absences)
      .where(and(eq(absences.person, given('person')), isNull(absences.returnedAt)))
      .orderBy(absences.first),
  );

  const overlapping = reader(
    db,
    absences,
    db
      .select()
      .from(absences)
      .where(
        and(
          eq(absences.person, given('person')),
          isNull(absences.returnedAt),
          lte(absences.first, given('last')),
          gte(absences.last, given('first')),
        ),
      )
      .orderBy(absences.first),
  );
  const current = reader(
    db,
    absences,
    db
      .select()
      .from(absences)
      .where(and(eq(absences.person, given('person')), isNull(absences.returnedAt), lte(absences.first, given('day'))))
      .orderBy(absences.first)
      .limit(upTo(1)),
  );

  const ofMatter = reader(
    db,
    absences,
    db
      .select()
      .from(absences)
      .where(and(eq(absences.matter, given('matter')), isNull(absences.returnedAt))),
  );

  const byId = eq(absences.id, given('id'));
  const end = runner(
    db,
    db
      .update(absences)
      .set({ returnedAt: sql`${sql.placeholder('at')}`, last: sql`${sql.placeholder('last')}` })
      .where(byId),
  );
  const setLast = runner(
    db,
    db
      .update(absences)
      .set({ last: sql`${sql.placeholder('last')}` })
      .where(byId),
  );
  const isOfMatter = eq(absences.matter, given('matter'));
  const moveTo = runner(
    db,
    db
      .update(absences)
      .set({ matter: sql`${sql.placeholder('successor')}` })
      .where(isOfMatter),
  );
  const removeOfMatter = runner(db, db.delete(absences).where(isOfMatter));

  return {
    add: (row: Omit<Absence, 'id' | 'returnedAt'>): void => insert(row),
    /** Those not yet reported back, by first day. */
    openOf: (person: string): Absence[] => open({ person }),
    /** Away on a day: from its first day until 销假, however late that is. */
    on: (person: string, day: string): Absence | undefined => current({ person, day })[0],
    /** Absences of a person that touch the days `first` to `last`. */
    overlapping: (person: string, first: string, last: string): Absence[] => overlapping({ person, first, last }),
    end: (id: number, at: number, last: string): void => end({ id, at, last }),
    /** Those of a matter that are not reported back. */
    ofMatter: (matter: string): Absence[] => ofMatter({ matter }),
    setLast: (id: number, last: string): void => setLast({ id, last }),
    /** Whoever is away stays away while the changed matter takes its way. */
    moveTo: (matter: string, successor: string): void => moveTo({ matter, successor }),
    removeOfMatter: (matter: string): void => removeOfMatter({ matter }),
  };
}
