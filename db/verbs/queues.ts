import { and, asc, desc, eq, isNotNull, lte, ne, or, sql } from 'drizzle-orm';
import { type Db, given, lister, reader, runner, upTo } from '../database.ts';
import { outbox, queues } from '../schema.ts';

/** A partial index is only used where its condition stands in the statement itself. */
const isPending = sql`${outbox.state} = 'pending'`;

/** Whose messages wait on which channel. */
export interface Lane {
  channel: string;
  receiver: string;
}

const AT = {
  channel: sql.placeholder('channel'),
  to: sql.placeholder('receiver'),
  nextAt: sql.placeholder('at'),
};
const LATEST = sql`excluded.${sql.identifier(queues.nextAt.name)}`;

/** Puts a receiver into the queue unless they wait already; what was only put off goes on at once. */
export function queueEntry(db: Db): (entry: Lane & { at: number }) => void {
  const enter = runner(
    db,
    db
      .insert(queues)
      .values({ ...AT, held: false })
      .onConflictDoUpdate({
        target: [queues.channel, queues.to],
        set: { nextAt: LATEST, held: false },
        setWhere: sql`${queues.held} = 1 and ${LATEST} < ${queues.nextAt}`,
      }),
  );
  return ({ channel, receiver, at }) => enter({ channel, receiver, at });
}

/** How far back a person's deliveries are looked through for one card. */
const NEWEST = 200;

const IDS = sql`select value from json_each(${sql.placeholder('ids')})`;

/**
 * 待发队列: who has something to be sent, and since when. A receiver is in the queue as long as a row of theirs is pending
 * or under way, so that finding whose turn it is costs the same with one row waiting or a million.
 */
export function queueVerbs(db: Db) {
  const enter = queueEntry(db);
  const lane = and(eq(queues.channel, given('channel')), eq(queues.to, given('receiver')));
  const due = lister(
    db,
    db
      .select({ to: queues.to })
      .from(queues)
      .where(
        and(
          lte(queues.nextAt, given('now')),
          eq(queues.channel, given('channel')),
          sql`${queues.to} not in (select value from json_each(${sql.placeholder('busy')}))`,
        ),
      )
      .orderBy(asc(queues.nextAt))
      .limit(upTo('limit')),
  );
  const first = lister(db, db.select({ at: queues.nextAt }).from(queues).orderBy(asc(queues.nextAt)).limit(upTo(1)));
  const pending = reader(
    db,
    outbox,
    db
      .select()
      .from(outbox)
      .where(and(isPending, eq(outbox.channel, given('channel')), eq(outbox.to, given('receiver'))))
      .orderBy(asc(outbox.id))
      .limit(upTo('limit')),
  );
  const pendingAtNight = reader(
    db,
    outbox,
    db
      .select()
      .from(outbox)
      .where(
        and(
          isPending,
          eq(outbox.channel, given('channel')),
          eq(outbox.to, given('receiver')),
          or(ne(outbox.status, 'reminder'), isNotNull(outbox.key)),
        ),
      )
      .orderBy(asc(outbox.id))
      .limit(upTo('limit')),
  );
  const moveTo = runner(
    db,
    db
      .insert(queues)
      .values({ ...AT, held: false })
      .onConflictDoUpdate({ target: [queues.channel, queues.to], set: { nextAt: LATEST, held: false } }),
  );
  const hold = runner(
    db,
    db
      .update(queues)
      .set({ nextAt: sql`${sql.placeholder('at')}`, held: true })
      .where(lane),
  );
  const touch = runner(
    db,
    db
      .update(queues)
      .set({ nextAt: sql`${sql.placeholder('at')}`, held: false })
      .where(lane),
  );
  const leave = runner(
    db,
    db
      .delete(queues)
      .where(
        and(
          lane,
          sql`not exists (select 1 from ${outbox} where ${isPending} and ${eq(outbox.channel, given('channel'))} and ${eq(outbox.to, given('receiver'))})`,
        ),
      ),
  );
  const toSending = runner(
    db,
    db
      .update(outbox)
      .set({
        state: 'sending',
        key: sql`${sql.placeholder('key')}`,
        attempts: sql`${outbox.attempts} + 1`,
        sentAt: sql`${sql.placeholder('at')}`,
      })
      .where(sql`${outbox.id} in (${IDS})`),
  );
  const toPending = runner(
    db,
    db
      .update(outbox)
      .set({ state: 'pending', error: sql`${sql.placeholder('error')}`, key: sql`${sql.placeholder('key')}` })
      .where(sql`${outbox.id} in (${IDS})`),
  );
  const toEnd = runner(
    db,
    db
      .update(outbox)
      .set({
        state: sql`${sql.placeholder('state')}`,
        platformId: sql`coalesce(${sql.placeholder('platformId')}, ${outbox.platformId})`,
        sentAt: sql`${sql.placeholder('at')}`,
        error: sql`${sql.placeholder('error')}`,
      })
      .where(sql`${outbox.id} in (${IDS})`),
  );
  const reopen = db
    .update(outbox)
    .set({ state: 'pending', key: null, attempts: 0 })
    .where(
      and(
        eq(outbox.step, given('step')),
        ne(outbox.id, given('except')),
        ne(outbox.status, 'reminder'),
        sql`${outbox.state} = 'sent' and ${outbox.platformId} is not null`,
      ),
    )
    .returning({ channel: outbox.channel, to: outbox.to })
    .prepare();

  const newest = db
    .select({
      id: outbox.id,
      channel: outbox.channel,
      matter: outbox.matter,
      status: outbox.status,
      state: outbox.state,
      platformId: outbox.platformId,
    })
    .from(outbox)
    .where(eq(outbox.to, given('to')))
    .orderBy(desc(outbox.id))
    .limit(upTo(NEWEST))
    .as('newest');
  const filed = db
    .select({ id: newest.id, channel: newest.channel })
    .from(newest)
    .where(
      and(
        eq(newest.matter, given('matter')),
        sql`${newest.status} = 'submitted'`,
        sql`${newest.state} = 'sent'`,
        isNotNull(newest.platformId),
      ),
    )
    .limit(upTo(1))
    .prepare();
  const again = runner(
    db,
    db
      .update(outbox)
      .set({ state: 'pending', key: null, attempts: 0 })
      .where(eq(outbox.id, given('id'))),
  );

  return {
    /** Receivers whose oldest message is due, longest waiting first, without those of `busy`. */
    due: (channel: string, now: number, busy: readonly string[], limit: number): string[] =>
      due({ channel, now, busy: JSON.stringify(busy), limit }),
    /** A receiver's waiting rows, oldest first. */
    pending: ({ channel, receiver }: Lane, limit: number): (typeof outbox.$inferSelect)[] =>
      pending({ channel, receiver, limit }),
    /** Those of them that may leave at night: no reminder, unless it may have left before. */
    pendingAtNight: ({ channel, receiver }: Lane, limit: number): (typeof outbox.$inferSelect)[] =>
      pendingAtNight({ channel, receiver, limit }),
    /** Puts a receiver off, until `at` or whatever comes in before. */
    hold: ({ channel, receiver }: Lane, at: number): void => hold({ channel, receiver, at }),
    /** When the next receiver is due. */
    nextDue: (): number | null => first()[0] ?? null,
    /** Before the call: rows that leave as one message, and its key. */
    sending(ids: readonly number[], key: string, at: number): void {
      toSending({ ids: JSON.stringify(ids), key, at });
    },
    /** Waiting again; nothing else goes to this receiver before `at`. */
    wait(
      { channel, receiver }: Lane,
      ids: readonly number[],
      at: number,
      error: string | null,
      key: string | null,
    ): void {
      toPending({ ids: JSON.stringify(ids), error, key });
      moveTo({ channel, receiver, at });
    },
    /** How rows ended; the receiver goes to the end of the queue, or leaves it. */
    end(
      { channel, receiver }: Lane,
      ids: readonly number[],
      end: { state: 'sent' | 'uncertain' | 'failed'; at: number; platformId?: string | null; error?: string | null },
    ): void {
      const { state, at, platformId = null, error = null } = end;
      toEnd({ ids: JSON.stringify(ids), state, at, platformId, error });
      leave({ channel, receiver });
      touch({ channel, receiver, at });
    },
    /** Rows that were given up leave once more, as new messages, after whatever waits for their receiver before them. */
    again({ channel, receiver }: Lane, ids: readonly number[], at: number): void {
      toPending({ ids: JSON.stringify(ids), error: null, key: null });
      enter({ channel, receiver, at });
    },
    /** Cards of a step that have been sent are due again, to be replaced; not the one numbered `except`. */
    reopen(step: number, except: number | undefined, at: number): void {
      for (const { channel, to } of reopen.all({ step, except: except ?? 0 })) {
        if (channel) enter({ channel, receiver: to, at });
      }
    },
    /** The card that told somebody that a matter is on its way, if it is among their newest, is due again, to be replaced. */
    reopenFiled(matter: string, to: string, at: number): void {
      const [row] = filed.all({ to, matter });
      if (!row?.channel) return;
      again({ id: row.id });
      enter({ channel: row.channel, receiver: to, at });
    },
    /** At start: rows left `sending` by a crash wait again, with their keys, and whoever waits is due. */
    recover(now: number): void {
      db.update(outbox).set({ state: 'pending' }).where(sql`${outbox.state} = 'sending'`).run();
      db.delete(queues).run();
      db.run(
        sql`insert into ${queues} select distinct ${outbox.channel}, ${outbox.to}, ${now}, 0 from ${outbox} where ${isPending}`,
      );
    },
  };
}
