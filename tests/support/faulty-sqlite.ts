import Database from 'better-sqlite3';

interface Statement {
  source: string;
  database: { readonly: boolean };
}
type Method = (this: Statement, ...args: unknown[]) => unknown;

const probe = new Database(':memory:');
const statements = Object.getPrototypeOf(probe.prepare('select 1')) as Record<'run' | 'get' | 'all', Method>;
probe.close();

/** Makes every database of this process that may be written fail at one of its calls, counted from when it was armed. */
export class FaultySqlite {
  private readonly original = { run: statements.run, get: statements.get, all: statements.all };
  private left = 0;
  /** The statement that failed. */
  failed: string | undefined;

  constructor() {
    const befall = (statement: Statement): void => this.count(statement);
    for (const name of ['run', 'get', 'all'] as const) {
      const method = this.original[name];
      statements[name] = function mayFail(...args) {
        befall(this);
        return method.apply(this, args);
      };
    }
  }

  /** The `n`-th call from now on throws, as a disk with an I/O error would make it. */
  arm(n: number): void {
    this.left = n;
    this.failed = undefined;
  }

  disarm(): void {
    this.left = 0;
  }

  remove(): void {
    Object.assign(statements, this.original);
  }

  private count({ source, database }: Statement): void {
    // A transaction that cannot be undone is the end of the process, and no fault to go on from.
    if (this.left === 0 || database.readonly || /^(?:ROLLBACK|RELEASE)/.test(source)) return;
    this.left -= 1;
    if (this.left > 0) return;
    this.failed = source;
    throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR');
  }
}
