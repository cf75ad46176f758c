/**
 * `node --import ./tests/support/storage-faults.mjs …` with `FAULT_FILE=path`: what the file says befalls the storage for
 * as long as it says so. `full`: no database may grow. `read-only`: none may be written. `broken`: every write and
 * commit fails, as on a disk with an I/O error.
 */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

const LOOK_MS = 20;
const MOST_PAGES = 1_073_741_823;

/** @type {Set<import('better-sqlite3').Database>} */
const connections = new Set();
let fault = '';

const { prepare, pragma } = Database.prototype;
Database.prototype.prepare = function noted(sql) {
  connections.add(this);
  return prepare.call(this, sql);
};

const statements = Object.getPrototypeOf(prepare.call(new Database(':memory:'), 'select 1'));
const { run } = statements;
statements.run = function mayFail(...args) {
  const undoes = this.source.startsWith('ROLLBACK') || this.source.startsWith('RELEASE');
  if (fault === 'broken' && !undoes) throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE');
  return run.apply(this, args);
};

function befall(next) {
  fault = next;
  for (const connection of connections) {
    const pages = fault === 'full' ? pragma.call(connection, 'page_count', { simple: true }) : MOST_PAGES;
    pragma.call(connection, `max_page_count = ${pages}`);
    pragma.call(connection, `query_only = ${fault === 'read-only' ? 'on' : 'off'}`);
  }
}

setInterval(() => {
  const next = readFileSync(process.env.FAULT_FILE ?? '', 'utf8').trim();
  if (next !== fault) befall(next);
}, LOOK_MS).unref();
