import { dayOf, type Instant } from '../core/day.ts';
import { prepare } from '../rules/answer.ts';
import type { Library } from '../rules/library.ts';

/** After the start, and between two districts: whoever writes meanwhile is served first. */
const PAUSE_MS = 2_000;

/**
 * Learns, while nobody waits, what the first question would have to wait for: how questions are put, and where each
 * district's rules say what. Stops by itself; a district whose rules can't be read keeps the others from nothing.
 */
export function warmUp(
  library: Library,
  districts: () => readonly string[],
  now: () => Instant,
  onError: (error: unknown, what: string) => void,
): void {
  const done = new Set<string>();
  const step = (): void => {
    const next = districts().find((id) => !done.has(id));
    if (next === undefined) return;
    done.add(next);
    try {
      prepare(library.inForce(next, dayOf(now())).book);
    } catch (error) {
      onError(error, 'warm-up');
    }
    setTimeout(step, PAUSE_MS).unref();
  };
  setTimeout(step, PAUSE_MS).unref();
}
