import type { Clock } from '../../src/sender/sender.ts';

/** A clock so many times as fast as life, for tests whose calls are real and whose waiting is to be short. */
export function fastClock(startsAt: number, speed: number): Clock {
  const born = Date.now();
  return {
    now: () => startsAt + (Date.now() - born) * speed,
    after(ms, run) {
      const timer = setTimeout(run, ms / speed);
      return () => clearTimeout(timer);
    },
  };
}
