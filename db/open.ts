import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import type { Db, Statement } from './database.ts';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url).href);

export interface OpenDatabase {
  db: Db;
  /** Carries the log over into the file, so that nothing deleted is left in it. */
  settle(): void;
  close(): void;
}

/** Parsed at its first run: most districts that lie idle never come to most statements. */
function compile(connection: Database.Database, text: string): Statement {
  let parsed: Database.Statement<unknown[], unknown[]> | undefined;
  const statement = (): Database.Statement<unknown[], unknown[]> => {
    if (!parsed) {
      parsed = connection.prepare<unknown[], unknown[]>(text);
      if (parsed.reader) parsed.raw();
    }
    return parsed;
  };
  return { run: (values) => void statement().run(values), rows: (values) => statement().all(values) };
}

/**
 * Opens (and creates or migrates) a database file on Node; `:memory:` for a rehearsal.
 * `synchronous = FULL`: this build's default in WAL mode could lose the last commits with the power.
 */
export function openDatabase(file: string): OpenDatabase {
  const connection = new Database(file);
  if (file !== ':memory:') {
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    // Longer than another process needs for a commit, and short enough not to hold up everybody who waits for this one.
    connection.pragma('busy_timeout = 200');
    // What a savepoint would undo is kept in memory, not in a file.
    connection.pragma('temp_store = MEMORY');
  }
  // What is deleted is overwritten.
  connection.pragma('secure_delete = ON');
  connection.pragma('foreign_keys = ON');
  const db = Object.assign(drizzle(connection), { compile: (text: string) => compile(connection, text) });
  migrate(db, { migrationsFolder });
  return { db, settle: () => void connection.pragma('wal_checkpoint(TRUNCATE)'), close: () => connection.close() };
}

/** Copies a database whole, as it is at one moment, while others write to it; what they commit meanwhile may be in it or not. */
export async function copyDatabase(file: string, to: string): Promise<void> {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    await connection.backup(to);
  } finally {
    connection.close();
  }
}
