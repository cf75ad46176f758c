/**
 * `node --import ./tests/support/crash-points.mjs …` with `CRASH_AT=moment:count`: the process kills itself, as the power
 * would, when it comes to that moment for that many times. Moments: `before-commit`, `after-commit` of the database;
 * `before-call`, `after-answer` of a message to a platform, the first before it leaves, the second before it is recorded.
 */
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';

const [moment, count] = (process.env.CRASH_AT ?? ':').split(':');
let left = Number(count);

function reach(reached) {
  if (reached !== moment) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

const isMessage = (path) => /\/im\/v1\/messages|\/robot\/oToMessages/.test(String(path));

const { transaction } = Database.prototype;
Database.prototype.transaction = function withCrashes(work) {
  let outermost = false;
  const begun = transaction.call(this, (...args) => {
    const mine = outermost;
    outermost = false;
    const result = work(...args);
    if (mine) reach('before-commit');
    return result;
  });
  const watched = (run) => {
    return (...args) => {
      const mine = !this.inTransaction;
      outermost = mine;
      const result = run(...args);
      if (mine) reach('after-commit');
      return result;
    };
  };
  const { deferred, immediate, exclusive } = begun;
  return Object.assign(watched(begun), {
    deferred: watched(deferred),
    immediate: watched(immediate),
    exclusive: watched(exclusive),
  });
};

const { request } = http;
http.request = (...args) => {
  const target = args.find((arg) => typeof arg === 'object' && arg !== null);
  if (!isMessage(target?.path ?? target?.pathname)) return request(...args);
  reach('before-call');
  const call = request(...args);
  call.on('response', (response) => response.on('end', () => reach('after-answer')));
  return call;
};
syncBuiltinESMExports();

const { fetch } = globalThis;
globalThis.fetch = async (...args) => {
  if (!isMessage(args[0])) return fetch(...args);
  reach('before-call');
  const response = await fetch(...args);
  reach('after-answer');
  return response;
};
