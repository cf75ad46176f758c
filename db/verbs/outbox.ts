import { and, asc, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { type Db, given, inserter, lister, reader, upTo } from '../database.ts';
import { outbox, steps } from '../schema.ts';
import { queueEntry } from './queues.ts';

export type OutboxRow = typeof outbox.$inferSelect;
/** Rows that were given up, and how. */
export type GivenUp = 'uncertain' | 'failed';
export type NewOutboxRow = Omit<typeof outbox.$inferInsert, 'id'>;

/** A partial index is only used where its condition stands in the statement itself. */
const isUnsettled = sql`${outbox.state} in ('sending', 'uncertain', 'failed')`;

/** 发件: every delivery; how those to be sent leave is in queues.ts. */
export function outboxVerbs(db: Db) {
  const insert = inserter(db, outbox, ['id']);
  const enter = queueEntry(db);
  const byId = reader(
    db,
    outbox,
    db
      .select()
      .from(outbox)
      .where(eq(outbox.id, given('id'))),
  );
  const ofRecipient = reader(
    db,
    outbox,
    db
      .select()
      .from(outbox)
      .where(eq(outbox.to, given('to')))
      .orderBy(desc(outbox.id))
      .limit(upTo('limit')),
  );
  const withStep = reader(
    db,
    outbox,
    db
      .select()
      .from(outbox)
      .where(and(eq(outbox.to, given('to')), isNotNull(outbox.step), ne(outbox.status, 'reminder')))
      .orderBy(desc(outbox.id))
      .limit(upTo(200)),
  );
  const reminders = lister(
    db,
    db
      .select({ n: sql<number>`count(*)` })
      .from(steps)
      .innerJoin(outbox, eq(outbox.step, steps.id))
      .where(
        and(
          eq(steps.matter, given('matter')),
          eq(outbox.to, given('to')),
          eq(outbox.status, 'reminder'),
          isNotNull(outbox.step),
        ),
      ),
  );
  const counted = lister(
    db,
    db
      .select({ n: sql<number>`count(*)` })
      .from(outbox)
      .where(and(isUnsettled, eq(outbox.state, given('state')))),
  );

  return {
    /** A delivery; one to be sent leaves from `dueAt` on, in the order of its receiver. */
    add(row: NewOutboxRow, dueAt: number): void {
      insert(row);
      if (row.channel && row.state === 'pending') enter({ channel: row.channel, receiver: row.to, at: dueAt });
    },
    get: (id: number): OutboxRow | undefined => byId({ id })[0],
    /** What a person has been told, newest first. */
    ofRecipient: (to: string, limit = 200): OutboxRow[] => ofRecipient({ to, limit }),
    /** The newest delivery to a person that carries a button of that label. */
    newestWithButton: (to: string, label: string): OutboxRow | undefined =>
      withStep({ to }).find((row) => row.buttons.includes(label)),
    /** How often a person has been reminded of what a matter asks of them. */
    remindersOf: (matter: string, to: string): number => reminders({ matter, to })[0] ?? 0,
    inStates: (states: ('sending' | 'uncertain' | 'failed')[], limit = 500): OutboxRow[] =>
      db
        .select()
        .from(outbox)
        .where(and(isUnsettled, inArray(outbox.state, states)))
        .orderBy(asc(outbox.id))
        .limit(limit)
        .all(),
    /** How many sends ended so. */
    countIn: (state: GivenUp): number => counted({ state })[0] ?? 0,
    /** How many messages each recipient has, and the newest one's id. */
    boxes: (): { to: string; count: number; last: number }[] =>
      db
        .select({ to: outbox.to, count: sql<number>`count(*)`, last: sql<number>`max(${outbox.id})` })
        .from(outbox)
        .groupBy(outbox.to)
        .all(),
  };
}
