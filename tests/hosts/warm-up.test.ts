import { afterEach, expect, test, vi } from 'vitest';
import { parseInstant } from '../../src/core/day.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { warmUp } from '../../src/hosts/warm-up.ts';
import { Library } from '../../src/rules/library.ts';

afterEach(() => vi.useRealTimers());

test('each open district is prepared once, none before the start is over; one that cannot be read is told of', () => {
  vi.useFakeTimers();
  const library = new Library(new RuleFiles([PROJECT_RULES]));
  const asked = vi.spyOn(library, 'inForce');
  const open = ['nowhere', 'linzi'];
  const told: string[] = [];
  warmUp(
    library,
    () => open,
    () => parseInstant('2026-04-13T09:00:00+08:00') ?? 0,
    (_, what) => told.push(what),
  );
  expect(asked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  open.push('penglai');
  vi.advanceTimersByTime(60_000);
  expect(asked.mock.calls.map(([district]) => district)).toEqual(['nowhere', 'linzi', 'penglai']);
  expect(told).toEqual(['warm-up']);
  expect(vi.getTimerCount()).toBe(0);
});
