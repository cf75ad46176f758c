import { type Column, getTableColumns, is, Param, Placeholder, sql } from 'drizzle-orm';
import type { BaseSQLiteDatabase, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** SQL with a value for each `?`, in their order; as often as it is run, it is parsed once at most. */
export interface Statement {
  run(values: readonly unknown[]): void;
  /** A list of values for each row, in the order of its columns. */
  rows(values: readonly unknown[]): unknown[][];
}

/**
 * The synchronous SQLite that both hosts give: better-sqlite3 on Node, a Durable Object's storage on Workers. drizzle
 * builds and types the statements; what every message needs runs through `compile`, without drizzle's work at each run.
 */
export type Db = BaseSQLiteDatabase<'sync', unknown> & { compile(text: string): Statement };

/** A statement of drizzle's that has not run. */
interface Query {
  toSQL(): { sql: string; params: unknown[] };
}

/** What a statement's placeholders stand for when it runs. */
type Bound = Readonly<Record<string, unknown>>;

function givenFor(bound: Bound, name: string): unknown {
  const value = bound[name];
  if (value === undefined) throw new TypeError(`nothing is given for ${name}`);
  return value;
}

/** The value of one `?`: the statement's own, or what is given for its placeholder, as its column stores it. */
function slotOf(param: unknown): (bound: Bound) => unknown {
  if (is(param, Placeholder)) return (bound) => givenFor(bound, param.name);
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { encoder } = param;
  const { name } = param.value;
  return (bound) => {
    const value = givenFor(bound, name);
    return value === null ? null : encoder.mapToDriverValue(value);
  };
}

const NOTHING: Bound = {};

function compile(db: Db, query: Query): { statement: Statement; values(bound?: Bound): unknown[] } {
  const { sql: text, params } = query.toSQL();
  const slots = params.map(slotOf);
  return { statement: db.compile(text), values: (bound = NOTHING) => slots.map((slot) => slot(bound)) };
}

/** Runs a statement that answers nothing. */
export function runner(db: Db, query: Query): (bound?: Bound) => void {
  const { statement, values } = compile(db, query);
  return (bound) => statement.run(values(bound));
}

/** A column's place in a row and how its values are stored; `null` is the same for all. */
const cellsOf = (table: SQLiteTable) =>
  Object.entries(getTableColumns(table)).map(([name, column]: [string, Column]) => ({ name, column }));

/** Inserts into every column of a table except `generated` ones, `null` where the row leaves a column out. */
export function inserter<T extends SQLiteTable>(db: Db, table: T, generated: string[] = []) {
  const cells = cellsOf(table).filter(({ name }) => !generated.includes(name));
  const places = Object.fromEntries(
    cells.map(({ name }) => [name, sql`${sql.placeholder(name)}`]),
  ) as T['$inferInsert'];
  const statement = db.compile(db.insert(table).values(places).toSQL().sql);
  return (row: T['$inferInsert']): void => {
    const given = row as Bound;
    statement.run(
      cells.map(({ name, column }) => {
        const value = given[name] ?? null;
        return value === null ? null : column.mapToDriverValue(value);
      }),
    );
  };
}

/** Rows of a select of every column of a table. */
export function reader<T extends SQLiteTable>(db: Db, table: T, query: Query): (bound?: Bound) => T['$inferSelect'][] {
  const cells = cellsOf(table);
  const { statement, values } = compile(db, query);
  const read = (stored: unknown[]): T['$inferSelect'] => {
    const row: Record<string, unknown> = {};
    cells.forEach(({ name, column }, i) => {
      const value = stored[i] ?? null;
      row[name] = value === null ? null : column.mapFromDriverValue(value);
    });
    return row;
  };
  return (bound) => statement.rows(values(bound)).map(read);
}

/** Values of a select of one column that is stored as it reads. */
export function lister<T>(db: Db, query: Query & { _: { result: Record<string, T>[] } }): (bound?: Bound) => T[] {
  const { statement, values } = compile(db, query);
  return (bound) => statement.rows(values(bound)).map(([value]) => value as T);
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

/** The id that the last insert on this connection generated. */
export function lastId(db: Db): () => number {
  const id = lister(db, db.select({ id: sql<number>`last_insert_rowid()` }).from(sql`(select 1)`));
  return () => id()[0] ?? 0;
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
