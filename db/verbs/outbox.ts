import { and, asc, desc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
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
    /** Rows waiting on a channel, oldest first, without those of some receivers. */
    waiting: (channel: string, limit: number, without: readonly string[]): OutboxRow[] =>
      db
        .select()
        .from(outbox)
        .where(
          and(
            eq(outbox.state, 'pending'),
            eq(outbox.channel, channel),
            without.length > 0
              ? sql`${outbox.to} not in (select value from json_each(${JSON.stringify(without)}))`
              : undefined,
          ),
        )
        .orderBy(asc(outbox.id))
        .limit(limit)
        .all(),
    /** Rows left `sending` by a crash wait again, with their keys. */
    recover(now: number): void {
      db.update(outbox).set({ state: 'pending', nextAt: now }).where(eq(outbox.state, 'sending')).run();
    },
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
    /** How many messages each recipient has, and the newest one's id. */
    boxes: (): { to: string; count: number; last: number }[] =>
      db
        .select({ to: outbox.to, count: sql<number>`count(*)`, last: sql<number>`max(${outbox.id})` })
        .from(outbox)
        .groupBy(outbox.to)
        .all(),
    count(state: OutboxRow['state']): number {
      return db.select({ n: sql<number>`count(*)` }).from(outbox).where(eq(outbox.state, state)).all()[0]?.n ?? 0;
    },
  };
}
