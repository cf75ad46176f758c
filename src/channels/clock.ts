/** 时钟: how far this machine's clock is from the platforms', by the time that each of their answers carries. */

/** A clock that is further off is told of: signed calls may soon be taken for forged ones or for stale ones. */
const FAR_MS = 2 * 60_000;
/** The header has whole seconds: on average half a second is cut off. */
const ROUNDING_MS = 500;

/** The machine has one clock, so whichever answer came last tells. */
let skew: number | null = null;

/** Takes an answer's `Date`; `sent` and `received` by this machine's clock, in ms. An answer without one tells nothing. */
export function hearTime(date: string | null, sent: number, received: number): void {
  const told = Date.parse(date ?? '');
  if (!Number.isNaN(told)) skew = told + ROUNDING_MS - (sent + received) / 2;
}

/** The platforms' clock ahead of this one's, in ms; `null` before the first answer. */
export const clockSkew = (): number | null => skew;

/** What is wrong with the clock, in Chinese; nothing where it is near enough. */
export function clockWarnings(): string[] {
  if (skew === null || Math.abs(skew) <= FAR_MS) return [];
  return [`本机时钟与平台相差约${Math.round(Math.abs(skew) / 1000)}秒，请校准`];
}
