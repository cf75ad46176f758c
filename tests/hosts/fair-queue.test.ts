import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FairQueue } from '../../src/hosts/fair-queue.ts';

const MINUTE = 60_000;
const LIMIT = 200;

function setUp() {
  let now = 0;
  const queue = new FairQueue<string>(() => now);
  const flood = (sender: string, from: number, to: number): boolean[] =>
    Array.from({ length: to - from }, (_, i) => queue.add(`${sender}${from + i}`, sender));
  return { queue, flood, pass: (ms: number) => (now += ms) };
}

const of = (sender: string, items: readonly string[]): string[] => items.filter((item) => item.startsWith(sender));

describe('a sender of very many messages', () => {
  test('waits from the 21st of a minute on, and is told so', () => {
    const { flood } = setUp();
    expect(flood('a', 0, 30).map(Number).indexOf(1)).toBe(20);
  });

  test('gets ten places a commit behind those who came later', () => {
    const { queue, flood } = setUp();
    flood('a', 0, 100);
    flood('b', 0, 3);
    const first = queue.take(LIMIT);
    expect(first.slice(20, 23)).toEqual(['b0', 'b1', 'b2']);
    expect(of('a', first)).toHaveLength(30);
    flood('c', 0, 1);
    const second = queue.take(LIMIT);
    expect([second[0], second.length]).toEqual(['c0', 11]);
  });

  test('takes turns with another of that kind', () => {
    const { queue, flood } = setUp();
    flood('a', 0, 100);
    flood('b', 0, 100);
    queue.take(40);
    expect(Array.from({ length: 3 }, () => queue.take(10).map((item) => item[0])[0])).toEqual(['a', 'b', 'a']);
  });

  test('is no longer one in the next minute, once nothing of theirs waits', () => {
    const { queue, flood, pass } = setUp();
    flood('a', 0, 35);
    pass(MINUTE);
    expect(flood('a', 35, 36)).toEqual([true]);
    while (queue.size > 0) queue.take(LIMIT);
    expect(flood('a', 36, 56)).toEqual(Array(20).fill(false));
    expect(flood('a', 56, 57)).toEqual([true]);
  });
});

test('what nobody brought never waits behind a sender', () => {
  const { queue, flood } = setUp();
  flood('a', 0, 25);
  for (let n = 0; n < 50; n += 1) expect(queue.add(`mark${n}`)).toBe(false);
  expect(of('mark', queue.take(70))).toHaveLength(50);
});

test('whoever comes when: nothing is lost or twice, each in their own order, and no more than a commit takes', () => {
  const step = fc.oneof(
    { weight: 8, arbitrary: fc.record({ sender: fc.constantFrom('a', 'b', 'c'), n: fc.integer({ min: 1, max: 40 }) }) },
    { weight: 2, arbitrary: fc.record({ take: fc.integer({ min: 1, max: 50 }) }) },
    { weight: 1, arbitrary: fc.record({ pass: fc.integer({ min: 1, max: 90_000 }) }) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { queue, flood, pass } = setUp();
      const brought: Record<string, number> = { a: 0, b: 0, c: 0 };
      const taken: string[] = [];
      const take = (limit: number): void => {
        const items = queue.take(limit);
        expect(items.length).toBeLessThanOrEqual(limit);
        taken.push(...items);
      };
      for (const one of steps) {
        if ('take' in one) take(one.take);
        else if ('pass' in one) pass(one.pass);
        else {
          const from = brought[one.sender] ?? 0;
          flood(one.sender, from, from + one.n);
          brought[one.sender] = from + one.n;
        }
      }
      while (queue.size > 0) take(50);
      for (const [sender, n] of Object.entries(brought))
        expect(of(sender, taken)).toEqual(Array.from({ length: n }, (_, i) => `${sender}${i}`));
    }),
  );
});
