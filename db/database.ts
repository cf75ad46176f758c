import { type Column, getTableColumns, type Placeholder, sql } from 'drizzle-orm';
import type { BaseSQLiteDatabase, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** The synchronous SQLite that both hosts give: better-sqlite3 on Node, a Durable Object's storage on Workers. */
export type Db = BaseSQLiteDatabase<'sync', unknown>;

/**
 * A prepared insert into every column of a table except `generated` ones, `null` where the row leaves a column out.
 * Preparing once matters: building a statement costs more than running it. Values are encoded here, because a placeholder
 * that drizzle is to encode is looked at three times as long.
 */
export function inserter<T extends SQLiteTable>(db: Db, table: T, generated: string[] = []) {
  const columns: [string, Column][] = Object.entries(getTableColumns(table)).filter(([c]) => !generated.includes(c));
  const values = Object.fromEntries(columns.map(([c]) => [c, sql`${sql.placeholder(c)}`])) as T['$inferInsert'];
  const statement = db.insert(table).values(values).prepare();
  return (row: T['$inferInsert']): void => {
    const cells = row as Record<string, unknown>;
    const bound: Record<string, unknown> = {};
    for (const [c, column] of columns) {
      const value = cells[c] ?? null;
      bound[c] = value === null ? null : column.mapToDriverValue(value);
    }
    statement.run(bound);
  };
}

/**
 * A value of a condition that is bound when its prepared statement runs.
 *
 * The plus is there because SQLite built with STAT4 looks at what a bare `?` is bound to while it plans, and then plans the
 * statement anew whenever it is bound again: ten times the cost of running it. An expression is not looked at.
 */
export const given = (name: string) => sql`+${sql.placeholder(name)}`;

/** The same for a limit: a number, or the name of what is bound. drizzle's type of a limit knows no expression. */
export const upTo = (limit: number | string): Placeholder =>
  sql`+${typeof limit === 'number' ? sql.raw(String(limit)) : sql.placeholder(limit)}` as unknown as Placeholder;

/** A prepared select of a whole table's columns. */
interface Selected {
  values(bound?: Record<string, unknown>): unknown[][];
}

/**
 * Runs a prepared select of every column of a table. Each column knows how to read its value, so a row is read without
 * asking again what every one of its columns is.
 */
export function reader<T extends SQLiteTable>(table: T, statement: Selected) {
  const columns: [string, Column][] = Object.entries(getTableColumns(table));
  const read = (values: unknown[]): T['$inferSelect'] => {
    const row: Record<string, unknown> = {};
    columns.forEach(([name, column], i) => {
      const value = values[i] ?? null;
      row[name] = value === null ? null : column.mapFromDriverValue(value);
    });
    return row;
  };
  return (bound?: Record<string, unknown>): T['$inferSelect'][] => statement.values(bound).map(read);
}

/** The id that the last insert on this connection generated. */
export function lastId(db: Db): () => number {
  const statement = db.select({ id: sql<number>`last_insert_rowid()` }).from(sql`(select 1)`).prepare();
  return () => statement.all()[0]?.id ?? 0;
}

/**
 * Runs `work` in one transaction, inside another one as a part that is undone alone; and refuses a promise: a Durable Object
 * would accept an async function and commit what it does outside the transaction.
 */
export function inTransaction<R>(db: Db, work: () => R): R {
  return db.transaction(() => {
    const result = work();
    if (result instanceof Promise) throw new TypeError('a transaction must be synchronous');
    return result;
  });
}
