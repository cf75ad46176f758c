import { getTableColumns, sql } from 'drizzle-orm';
import type { BaseSQLiteDatabase, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** The synchronous SQLite that both hosts give: better-sqlite3 on Node, a Durable Object's storage on Workers. */
export type Db = BaseSQLiteDatabase<'sync', unknown>;

/**
 * A prepared insert into every column of a table except `generated` ones, `null` where the row leaves a column out.
 * Preparing once matters: building a statement costs more than running it.
 */
export function inserter<T extends SQLiteTable>(db: Db, table: T, generated: string[] = []) {
  const columns = Object.keys(getTableColumns(table)).filter((c) => !generated.includes(c));
  const values = Object.fromEntries(columns.map((c) => [c, sql.placeholder(c)])) as T['$inferInsert'];
  const statement = db.insert(table).values(values).prepare();
  return (row: T['$inferInsert']): void => {
    const given = row as Record<string, unknown>;
    const bound: Record<string, unknown> = {};
    for (const c of columns) bound[c] = given[c] ?? null;
    statement.run(bound);
  };
}

/** The id that the last insert on this connection generated. */
export function lastId(db: Db): () => number {
  const statement = db.select({ id: sql<number>`last_insert_rowid()` }).from(sql`(select 1)`).prepare();
  return () => statement.all()[0]?.id ?? 0;
}

/**
 * Runs `work` in one transaction, inside another one as a part that is undone alone; and refuses a promise: a Durable Object would accept an async function
 * and commit what it does outside the transaction.
 */
export function inTransaction<R>(db: Db, work: () => R): R {
  return db.transaction(() => {
    const result = work();
    if (result instanceof Promise) throw new TypeError('a transaction must be synchronous');
    return result;
  });
}
