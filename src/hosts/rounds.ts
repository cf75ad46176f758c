/** 定时: wakes up when something falls due, and once a day for what is to be done daily. */
import { dayOf, type Instant } from '../core/day.ts';

/** A database that fails is asked again after this. */
const DATABASE_WAIT_MS = 5_000;
/** Looks again in case the clock was moved. */
const LOOK_MS = 60_000;

export interface RoundsParts {
  now(): Instant;
  after(ms: number, run: () => void): () => void;
  /** When the next reminder falls due. */
  nextAt(): Instant | null;
  /** Sends what is due. */
  tick(now: Instant): Promise<void>;
  /** What takes long looks now and then whether it may go on. */
  daily(now: Instant, mayGoOn: () => boolean): Promise<void>;
  onError(error: unknown, what: string): void;
}

export interface Rounds {
  /** Looks at once. */
  look(): void;
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

export function createRounds(parts: RoundsParts): Rounds {
  let cancel: (() => void) | undefined;
  let stopped = false;
  /** In memory only: doing it once more after a restart does no harm. */
  let doneOn: string | undefined;
  let underWay: Promise<void> = Promise.resolve();

  function schedule(ms: number): void {
    cancel?.();
    if (!stopped) cancel = parts.after(ms, run);
  }

  function fail(error: unknown): void {
    parts.onError(error, 'tick');
    schedule(DATABASE_WAIT_MS);
  }

  function run(): void {
    try {
      const now = parts.now();
      beginDay(now);
      const next = parts.nextAt();
      if (next !== null && next <= now) parts.tick(now).catch(fail);
      else schedule(Math.min(LOOK_MS, next === null ? LOOK_MS : next - now));
    } catch (error) {
      fail(error);
    }
  }

  function beginDay(now: Instant): void {
    const day = dayOf(now);
    if (doneOn === day) return;
    doneOn = day;
    underWay = parts.daily(now, () => !stopped).catch((error: unknown) => parts.onError(error, 'daily'));
  }

  return {
    look: () => schedule(0),
    stop() {
      stopped = true;
      cancel?.();
      return underWay;
    },
  };
}
