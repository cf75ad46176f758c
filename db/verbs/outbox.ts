import { and, asc, desc, eq, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { type Db, inserter, lastId } from '../database.ts';
import { outbox } from '../schema.ts';

export type OutboxRow = typeof outbox.$inferSelect;
export type NewOutboxRow = Omit<typeof outbox.$inferInsert, 'id'>;

/** 发件 */
export function outboxVerbs(db: Db) {
  const insert = inserter(db, outbox, ['id']);
  const newId = lastId(db);
  const byId = db
    .select()
    .from(outbox)
    .where(eq(outbox.id, sql.placeholder('id')))
    .prepare();
  const ofRecipient = db
    .select()
    .from(outbox)
    .where(eq(outbox.to, sql.placeholder('to')))
    .orderBy(desc(outbox.id))
    .limit(sql.placeholder('limit'))
    .prepare();
  const withStep = db
    .select()
    .from(outbox)
    .where(and(eq(outbox.to, sql.placeholder('to')), isNotNull(outbox.step)))
    .orderBy(desc(outbox.id))
    .limit(200)
    .prepare();

  return {
    add(row: NewOutboxRow): number {
      insert(row);
      return newId();
    },
    get: (id: number): OutboxRow | undefined => byId.all({ id })[0],
    /** What a person has been told, newest first. */
    ofRecipient: (to: string, limit = 200): OutboxRow[] => ofRecipient.all({ to, limit }),
    /** The newest delivery to a person that carries a button of that label. */
    newestWithButton: (to: string, label: string): OutboxRow | undefined =>
      withStep.all({ to }).find((row) => row.buttons.includes(label)),
    byPlatformId: (platformId: string): OutboxRow | undefined =>
      db.select().from(outbox).where(eq(outbox.platformId, platformId)).limit(1).all()[0],
    ofStep: (step: number): OutboxRow[] =>
      db.select().from(outbox).where(eq(outbox.step, step)).orderBy(asc(outbox.id)).all(),
    ofMatter: (matter: string): OutboxRow[] =>
      db.select().from(outbox).where(eq(outbox.matter, matter)).orderBy(asc(outbox.id)).all(),
    since: (id: number, limit = 500): OutboxRow[] =>
      db.select().from(outbox).where(gt(outbox.id, id)).orderBy(asc(outbox.id)).limit(limit).all(),
    /** Rows whose turn to be sent has come, oldest first. */
    due: (now: number, limit: number): OutboxRow[] =>
      db
        .select()
        .from(outbox)
        .where(and(eq(outbox.state, 'pending'), lte(outbox.nextAt, now)))
        .orderBy(asc(outbox.id))
        .limit(limit)
        .all(),
    inStates: (states: OutboxRow['state'][], limit = 500): OutboxRow[] =>
      db.select().from(outbox).where(inArray(outbox.state, states)).orderBy(asc(outbox.id)).limit(limit).all(),
    nextDue: (): number | null =>
      db
        .select({ at: sql<number | null>`min(${outbox.nextAt})` })
        .from(outbox)
        .where(eq(outbox.state, 'pending'))
        .all()[0]?.at ?? null,
    set(id: number, change: Partial<NewOutboxRow>): void {
      db.update(outbox).set(change).where(eq(outbox.id, id)).run();
    },
    count(state: OutboxRow['state']): number {
      return db.select({ n: sql<number>`count(*)` }).from(outbox).where(eq(outbox.state, state)).all()[0]?.n ?? 0;
    },
  };
}
