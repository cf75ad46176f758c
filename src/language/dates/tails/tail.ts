import type { Part, Period, Scan } from '../types.ts';

/** What kind of period a tail narrows. */
export type Scope = 'year' | 'month' | 'week' | 'quarter' | 'half' | 'day';

/** A narrowing: from the period before it to a part of that, null where it has no such part. */
export interface Tail {
  to: number;
  scope: Scope;
  said: Part[];
  narrow(within: Period): Period | null;
}

/** Reads one way of narrowing a period of the given kind. */
export type TailParser = (scan: Scan, at: number, scope: Scope) => Tail | null;
