import { and, desc, eq, gt, sql } from 'drizzle-orm';
import { type Db, given, inserter, lister, reader, upTo } from '../database.ts';
import { inbox, seen } from '../schema.ts';

export type InboxRow = typeof inbox.$inferSelect;

/** 收件: what has been accepted, and the keys by which it would be recognised again. */
export function inboxVerbs(db: Db) {
  const insertMessage = inserter(db, inbox, ['seq']);
  const insertSeen = inserter(db, seen);
  const known = lister(
    db,
    db
      .select({ key: seen.key })
      .from(seen)
      .where(eq(seen.key, given('key'))),
  );
  const ofPerson = reader(
    db,
    inbox,
    db
      .select()
      .from(inbox)
      .where(eq(inbox.person, given('person')))
      .orderBy(desc(inbox.seq))
      .limit(upTo('limit')),
  );
  const ofChat = reader(
    db,
    inbox,
    db
      .select()
      .from(inbox)
      .where(
        and(
          gt(inbox.seq, sql`(select coalesce(max(${inbox.seq}), 0) from ${inbox}) - 2000`),
          eq(inbox.chat, given('chat')),
        ),
      )
      .orderBy(desc(inbox.seq))
      .limit(upTo('limit')),
  );

  return {
    add: insertMessage,
    /** Notes the keys; `false` if one of them was there before, and nothing is noted then. */
    firstTime(keys: readonly string[], at: number): boolean {
      if (keys.some((key) => known({ key }).length > 0)) return false;
      for (const key of new Set(keys)) insertSeen({ key, at });
      return true;
    },
    /** What a person sent, newest first. */
    ofPerson: (person: string, limit = 200): InboxRow[] => ofPerson({ person, limit }),
    /** What was said in a group lately, newest first: of the newest 2,000 messages, so that its cost is bounded. */
    ofChat: (chat: string, limit = 200): InboxRow[] => ofChat({ chat, limit }),
  };
}
