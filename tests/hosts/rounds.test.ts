/** 定时 on a clock that a test moves. */
import { beforeEach, expect, test } from 'vitest';
import { createRounds, type Rounds } from '../../src/hosts/rounds.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-03-02T23:59:00+08:00');

let now = START;
let nextAt: number | null = null;
let broken = false;
let timer: { ms: number; run: () => void } | undefined;
let told: string[] = [];
let rounds: Rounds;

beforeEach(() => {
  [now, nextAt, broken, timer, told] = [START, null, false, undefined, []];
  rounds = createRounds({
    now: () => now,
    after(ms, run) {
      timer = { ms, run };
      return () => {
        timer = undefined;
      };
    },
    nextAt: () => nextAt,
    async tick() {
      if (broken) throw new Error('no database');
      told.push('tick');
    },
    async daily(at) {
      told.push('daily');
      if (at > START + 2 * DAY_MS) throw new Error('no database');
    },
    onError: (_, what) => told.push(`error ${what}`),
  });
});

/** Runs what waits for its time, and what follows from it at once. */
async function wake(): Promise<void> {
  timer?.run();
  await new Promise((done) => setImmediate(done));
}

test('the day begins once, also when nothing is due', async () => {
  rounds.look();
  await wake();
  await wake();
  expect([told, timer?.ms]).toEqual([['daily'], 60_000]);
  now += 60_000;
  await wake();
  expect(told).toEqual(['daily', 'daily']);
});

test('wakes at what falls due next, and within a minute all the same', async () => {
  nextAt = START + 10_000;
  rounds.look();
  await wake();
  expect(timer?.ms).toBe(10_000);
  nextAt = START + 3_600_000;
  await wake();
  expect(timer?.ms).toBe(60_000);
  now = nextAt;
  await wake();
  expect(told).toContain('tick');
});

test('a database that fails is asked again; a day that begins badly keeps nothing from its time', async () => {
  [broken, nextAt] = [true, START];
  rounds.look();
  await wake();
  expect([told, timer?.ms]).toEqual([['daily', 'error tick'], 5_000]);
  [broken, nextAt, now] = [false, null, START + 3 * DAY_MS];
  await wake();
  expect([told.slice(2), timer?.ms]).toEqual([['daily', 'error daily'], 60_000]);
});

test('stopped, it waits for nothing more', async () => {
  rounds.look();
  await rounds.stop();
  rounds.look();
  expect(timer).toBeUndefined();
});

test('what the day began with is told to end, and waited for', async () => {
  const ended: boolean[] = [];
  const long = createRounds({
    now: () => now,
    after(ms, run) {
      timer = { ms, run };
      return () => undefined;
    },
    nextAt: () => null,
    tick: () => Promise.resolve(),
    async daily(_, mayGoOn) {
      while (mayGoOn()) await new Promise((done) => setImmediate(done));
      ended.push(true);
    },
    onError: (error) => {
      throw error;
    },
  });
  long.look();
  await wake();
  await long.stop();
  expect(ended).toEqual([true]);
});
