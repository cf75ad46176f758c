import { and, eq } from 'drizzle-orm';
import type { ChannelName } from '../../src/core/roster.ts';
import { type Db, given, reader } from '../database.ts';
import { accounts, codes } from '../schema.ts';

export type Account = typeof accounts.$inferSelect;
export type Code = typeof codes.$inferSelect;

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

/** 绑定码、登录码 */
export function codeVerbs(db: Db) {
  const byHash = reader(
    db,
    codes,
    db
      .select()
      .from(codes)
      .where(and(eq(codes.hash, given('hash')), eq(codes.purpose, given('purpose')))),
  );
  return {
    /** In place of an earlier one of the same person. */
    put(code: Code): void {
      const { hash, by, expiresAt } = code;
      db.insert(codes)
        .values(code)
        .onConflictDoUpdate({ target: [codes.purpose, codes.person], set: { hash, by, expiresAt } })
        .run();
    },
    find: (purpose: Code['purpose'], hash: string): Code | undefined => byHash({ purpose, hash })[0],
    remove(purpose: Code['purpose'], person: string): void {
      db.delete(codes)
        .where(and(eq(codes.purpose, purpose), eq(codes.person, person)))
        .run();
    },
  };
}
