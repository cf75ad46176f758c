import { eq } from 'drizzle-orm';
import type { ChannelName } from '../../src/core/roster.ts';
import { type Db, given } from '../database.ts';
import { accounts, bindCodes } from '../schema.ts';

export type Account = typeof accounts.$inferSelect;
export type BindCode = typeof bindCodes.$inferSelect;

/** 平台账号: what people bound themselves and the office took away, over what the roster says. */
export function accountVerbs(db: Db) {
  let changes = 0;
  return {
    all: (): Account[] => db.select().from(accounts).all(),
    /** Whose account it is from now on, nobody's with `null`, whatever the roster says. */
    set(channel: ChannelName, id: string, person: string | null, at: number): void {
      changes += 1;
      db.insert(accounts)
        .values({ channel, id, person, at })
        .onConflictDoUpdate({ target: [accounts.channel, accounts.id], set: { person, at } })
        .run();
    },
    /** Grows with every change of this process, undone ones included. */
    changes: (): number => changes,
  };
}

/** 绑定码: at most one per person; kept as a hash. */
export function bindCodeVerbs(db: Db) {
  const byHash = db
    .select()
    .from(bindCodes)
    .where(eq(bindCodes.hash, given('hash')))
    .prepare();
  return {
    put(code: BindCode): void {
      const { person: _, ...rest } = code;
      db.insert(bindCodes).values(code).onConflictDoUpdate({ target: bindCodes.person, set: rest }).run();
    },
    find: (hash: string): BindCode | undefined => byHash.all({ hash })[0],
    remove(person: string): void {
      db.delete(bindCodes).where(eq(bindCodes.person, person)).run();
    },
  };
}
