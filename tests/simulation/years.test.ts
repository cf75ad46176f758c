import { expect, test } from 'vitest';
import { openLibrary } from '../../src/cli/files.ts';
import { DISTRICTS } from './oracle.ts';
import { liveYear, type YearResult } from './year.ts';

/** `YEARS=1000 npm test -- tests/simulation` lives more of them; `SEED` starts elsewhere. */
const YEARS = Number(process.env.YEARS ?? 100);
const FIRST = Number(process.env.SEED ?? 1);
/** Every so many-th year is lived twice. */
const TWICE = 10;

const library = openLibrary({});
const live = (i: number): YearResult => liveYear(FIRST + i, DISTRICTS[i % DISTRICTS.length] ?? 'linzi', library);

test(`${YEARS} random district-years keep to the rules`, { timeout: YEARS * 5000 }, () => {
  const started = performance.now();
  const total = { messages: 0, deliveries: 0, reminders: 0, matters: 0 };
  const violations: string[] = [];
  for (let i = 0; i < YEARS; i++) {
    const year = live(i);
    for (const key of ['messages', 'deliveries', 'reminders', 'matters'] as const) total[key] += year.counts[key];
    violations.push(...year.violations.map((v) => `seed ${year.seed} ${year.district} ${v}`));
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${YEARS} district-years in ${seconds} s:`, total, `${violations.length} violations`);
  expect(violations).toEqual([]);
});

test('the same seed gives the same bytes', { timeout: YEARS * 2000 }, () => {
  for (let i = 0; i < YEARS; i += TWICE) expect(live(i).digest).toBe(live(i).digest);
});
