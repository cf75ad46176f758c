import { SEND_TIMEOUT_MS } from '../../src/sender/policy.ts';
import type { Clock } from '../../src/sender/sender.ts';

/** A call is real, and a busy machine takes its time: it is not given up sooner than after this. */
const LEAST_TIMEOUT_MS = 2_000;

/** A clock so many times as fast as life, for tests whose calls are real and whose waiting is to be short. */
export function fastClock(startsAt: number, speed: number): Clock {
  const born = Date.now();
  return {
    now: () => startsAt + (Date.now() - born) * speed,
    after(ms, run) {
      const timer = setTimeout(run, Math.max(ms / speed, ms === SEND_TIMEOUT_MS ? LEAST_TIMEOUT_MS : 0));
      return () => clearTimeout(timer);
    },
  };
}
