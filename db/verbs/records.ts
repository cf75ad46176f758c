import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Person, RosterFile } from '../../src/core/roster.ts';
import { type Db, given, inserter, lister, reader, runner, upTo } from '../database.ts';
import type { Memory } from '../memory.ts';
import { audit, drafts, meta, questions, rosters } from '../schema.ts';

export type AuditRow = typeof audit.$inferSelect;
export type Question = typeof questions.$inferSelect;
export type Draft = typeof drafts.$inferSelect;

/** 审计 */
export function auditVerbs(db: Db, memory: Memory) {
  const insert = inserter(db, audit, ['seq']);
  const last = lister(db, db.select({ hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(upTo(1)));
  const head = memory.of(() => last()[0] ?? '');
  return {
    add(row: Omit<AuditRow, 'seq'>): void {
      insert(row);
      head.set(row.hash);
    },
    /** The newest row's hash, empty before the first. */
    head: (): string => head.get(),
    after: (seq: number, limit: number): AuditRow[] =>
      db.select().from(audit).where(gt(audit.seq, seq)).orderBy(asc(audit.seq)).limit(limit).all(),
    count: (): number => db.select({ n: sql<number>`count(*)` }).from(audit).all()[0]?.n ?? 0,
    page: (page: number, size: number): AuditRow[] =>
      db
        .select()
        .from(audit)
        .orderBy(desc(audit.seq))
        .limit(size)
        .offset(page * size)
        .all(),
  };
}

/** An unfinished request per person and chat. */
export function draftVerbs(db: Db) {
  const insert = inserter(db, drafts);
  const get = reader(
    db,
    drafts,
    db
      .select()
      .from(drafts)
      .where(and(eq(drafts.person, given('person')), eq(drafts.chat, given('chat')))),
  );
  const remove = runner(
    db,
    db.delete(drafts).where(and(eq(drafts.person, given('person')), eq(drafts.chat, given('chat')))),
  );
  return {
    get: (person: string, chat: string): Draft | undefined => get({ person, chat })[0],
    put(draft: Draft): void {
      remove({ person: draft.person, chat: draft.chat });
      insert(draft);
    },
    remove: (person: string, chat: string): void => remove({ person, chat }),
  };
}

/** 问题登记 */
export function questionVerbs(db: Db) {
  const put = runner(
    db,
    db
      .insert(questions)
      .values({
        outcome: sql.placeholder('outcome'),
        text: sql.placeholder('text'),
        day: sql.placeholder('day'),
        times: 1,
      })
      .onConflictDoUpdate({
        target: [questions.outcome, questions.text],
        set: { times: sql`${questions.times} + 1`, day: sql`excluded.day`, handledOn: null },
      }),
  );
  const state = (handled: boolean) => (handled ? isNotNull(questions.handledOn) : isNull(questions.handledOn));
  return {
    /** Counts a question that was asked before once more, and opens it again. */
    add: (row: Pick<Question, 'outcome' | 'text' | 'day'>): void => put({ ...row }),
    get: (id: number): Question | undefined => db.select().from(questions).where(eq(questions.id, id)).all()[0],
    /** Those dealt with or those that wait, the newest and most frequent first. */
    recent: (handled: boolean, limit = 200): Question[] =>
      db
        .select()
        .from(questions)
        .where(state(handled))
        .orderBy(desc(questions.day), desc(questions.times), desc(questions.id))
        .limit(limit)
        .all(),
    setHandled: (id: number, day: string | null): void =>
      void db.update(questions).set({ handledOn: day }).where(eq(questions.id, id)).run(),
  };
}

/** The roster in force is the newest. */
export function rosterVerbs(db: Db) {
  return {
    /** As it was imported, without what people bound themselves. */
    current: (): RosterFile | undefined =>
      db.select().from(rosters).orderBy(desc(rosters.id)).limit(upTo(1)).all()[0]?.file,
    /** Which one is in force, for telling one from the next; 0 before the first. */
    number: (): number =>
      db.select({ id: rosters.id }).from(rosters).orderBy(desc(rosters.id)).limit(upTo(1)).all()[0]?.id ?? 0,
    numbered: (number: number): RosterFile | undefined =>
      db.select().from(rosters).where(eq(rosters.id, number)).all()[0]?.file,
    /** Somebody as the newest roster that has them says. */
    newestOf(person: string): Person | undefined {
      for (const { file } of db.select().from(rosters).orderBy(desc(rosters.id)).all()) {
        const found = file.people.find((p) => p.id === person);
        if (found) return found;
      }
      return undefined;
    },
    add(file: RosterFile, at: number): void {
      db.insert(rosters).values({ file, at }).run();
    },
  };
}

/** Small facts by key. */
export function metaVerbs(db: Db) {
  const get = lister(
    db,
    db
      .select({ value: meta.value })
      .from(meta)
      .where(eq(meta.key, given('key'))),
  );
  const set = runner(
    db,
    db
      .insert(meta)
      .values({ key: sql.placeholder('key'), value: sql.placeholder('value') })
      .onConflictDoUpdate({ target: meta.key, set: { value: sql`excluded.${sql.identifier(meta.value.name)}` } }),
  );
  return {
    get: (key: string): string | undefined => get({ key })[0],
    set(key: string, value: string): void {
      set({ key, value });
    },
    /** Adds one to a counter and returns it. */
    count(key: string): number {
      const n = Number(get({ key })[0] ?? 0) + 1;
      this.set(key, String(n));
      return n;
    },
  };
}
