import { describe, expect, test } from 'vitest';
import {
  afterSend,
  backoffMs,
  keyTime,
  makeKey,
  mayResend,
  offPeak,
  quietUntil,
  RateWindow,
} from '../../src/sender/policy.ts';

const HOUR = 3_600_000;
const NINE = Date.parse('2026-03-02T09:00:00+08:00');
const AT = NINE + 7 * 60_000;

test('the wait doubles up to its limit, and jitters between half of it and all', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 60].map((n) => backoffMs(n, 1))).toEqual([
    1000, 2000, 4000, 8000, 16000, 32000, 32000, 32000,
  ]);
  expect(backoffMs(2, 0)).toBe(2000);
});

test('nothing is sent in the first 20 seconds after a full or half hour', () => {
  for (const random of [0, 0.5, 0.999]) {
    expect(offPeak(NINE, random)).toBeGreaterThanOrEqual(NINE + 20_000);
    expect(offPeak(NINE + 30 * 60_000 + 19_999, random)).toBeLessThanOrEqual(NINE + 30 * 60_000 + 25_000);
  }
  expect(offPeak(NINE + 20_000, 0.5)).toBe(NINE + 20_000);
});

test.each([
  ['2026-03-02T07:29:59', '2026-03-02T07:30:00'],
  ['2026-03-02T07:30:00', null],
  ['2026-03-02T20:59:59', null],
  ['2026-03-02T21:00:00', '2026-03-03T07:30:00'],
  ['2026-12-31T23:59:59', '2027-01-01T07:30:00'],
])('nobody is reminded from 21:00 to 07:30: at %s not before %s', (at, until) => {
  expect(quietUntil(Date.parse(`${at}+08:00`))).toBe(until === null ? null : Date.parse(`${until}+08:00`));
});

test('whatever the attempt and the minute, the next try comes within a minute', () => {
  for (let s = 0; s < 3600; s += 7) {
    for (const random of [0, 0.5, 0.999]) {
      const now = NINE + s * 1000;
      const attempt = {
        result: { kind: 'uncertain', reason: '' },
        key: makeKey(now, () => random),
        inDoubt: false,
        attempts: 30,
        keyWindowMs: HOUR,
        now,
        random,
      } as const;
      const next = afterSend(attempt);
      expect(next.do === 'retry' && next.at - now).toBeLessThan(60_000);
    }
  }
});

test('a key is short, tells its time and differs from every other', () => {
  const keys = new Set(Array.from({ length: 1000 }, () => makeKey(AT, Math.random)));
  expect(keys.size).toBe(1000);
  for (const key of keys) {
    expect(key.length).toBeLessThanOrEqual(24);
    expect(keyTime(key)).toBe(AT);
  }
});

test('a key is used again only while a call made now arrives inside its window', () => {
  const key = makeKey(AT, Math.random);
  expect(mayResend(key, HOUR, AT + HOUR - 10_001)).toBe(true);
  expect(mayResend(key, HOUR, AT + HOUR - 10_000)).toBe(false);
  expect(mayResend(key, 0, AT)).toBe(false);
  expect(mayResend(key, Number.POSITIVE_INFINITY, AT + 1000 * HOUR)).toBe(true);
});

describe('after a call', () => {
  const attempt = {
    key: makeKey(AT, Math.random),
    inDoubt: false,
    attempts: 0,
    keyWindowMs: HOUR,
    now: AT,
    random: 0.5,
  };

  test('surely not sent: later, with a fresh key', () => {
    expect(afterSend({ ...attempt, result: { kind: 'retry', reason: 'limit' } })).toEqual({
      do: 'retry',
      at: AT + 750,
      key: null,
      error: 'limit',
    });
  });

  test('surely not sent this time, but perhaps before: with the same key', () => {
    expect(afterSend({ ...attempt, inDoubt: true, result: { kind: 'retry', reason: 'limit' } })).toMatchObject({
      key: attempt.key,
    });
  });

  test("the platform's wish is kept, never undercut", () => {
    const next = afterSend({ ...attempt, result: { kind: 'retry', reason: '429', afterMs: 7000 } });
    expect(next).toMatchObject({ do: 'retry', at: AT + 7350 });
  });

  test('unknown, key recognised: the same key again', () => {
    expect(afterSend({ ...attempt, result: { kind: 'uncertain', reason: 'timeout' } })).toMatchObject({
      do: 'retry',
      key: attempt.key,
    });
  });

  test('unknown, key not recognised: 待核实', () => {
    expect(afterSend({ ...attempt, keyWindowMs: 0, result: { kind: 'uncertain', reason: 'timeout' } })).toEqual({
      do: 'uncertain',
      reason: 'timeout',
    });
  });

  test('refused for good: the fault; but 待核实 when an earlier call may have got through', () => {
    const fault = { code: 'c', text: '已离职', concerns: 'receiver' } as const;
    expect(afterSend({ ...attempt, result: { kind: 'final', fault } })).toEqual({ do: 'final', fault });
    expect(afterSend({ ...attempt, inDoubt: true, result: { kind: 'final', fault } })).toEqual({
      do: 'uncertain',
      reason: '已离职',
    });
  });
});

describe('a rate', () => {
  test('is never exceeded in any window', () => {
    const window = new RateWindow([
      { count: 5, perMs: 1000 },
      { count: 20, perMs: 10_000 },
    ]);
    const granted = Array.from({ length: 100 }, (_, i) => window.reserve(AT + i * 3));
    for (const at of granted) {
      expect(granted.filter((g) => g >= at && g < at + 1000).length).toBeLessThanOrEqual(5);
      expect(granted.filter((g) => g >= at && g < at + 10_000).length).toBeLessThanOrEqual(20);
    }
  });

  test('does not hold up who stays below it', () => {
    const window = new RateWindow([{ count: 5, perMs: 1000 }]);
    for (let i = 0; i < 50; i++) expect(window.reserve(AT + i * 300)).toBe(AT + i * 300);
  });
});
