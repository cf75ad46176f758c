/** What tells a genuine webhook call from another, on every platform: constant-time comparison and the retry horizon. */
import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '../core/day.ts';
import type { Outcome } from './channel.ts';

/** A call as verification leaves it: answered already, or genuine with its payload. */
export type Verified = Exclude<Outcome, { kind: 'events' }> | { kind: 'genuine'; payload: unknown };

export const MAX_BODY_BYTES = 256 * 1024;
/** Clocks differ; a stamp further ahead is forged. */
const MAX_AHEAD_MS = 5 * 60_000;

/** Equal without telling by the time taken where they differ. */
export function sameText(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** Whether a call's own time lies within its platform's retry horizon (重试期限) and not ahead; no time at all doesn't. */
export const isFresh = (at: Instant | undefined, now: Instant, horizonMs: number): boolean =>
  at !== undefined && at >= now - horizonMs && at <= now + MAX_AHEAD_MS;

/**
 * Reads platforms' stamps by their length: seconds, milliseconds or microseconds since 1970.
 * @example instantOfStamp('1603977298') // 1603977298000
 */
export function instantOfStamp(stamp: string | undefined): Instant | undefined {
  if (stamp === undefined || !/^\d{9,16}$/.test(stamp)) return undefined;
  const n = Number(stamp);
  if (stamp.length <= 11) return n * 1000;
  return stamp.length <= 14 ? n : Math.floor(n / 1000);
}

/** When something was said: by its own stamp, or on receipt where that is missing, ahead or out of the horizon. */
export function saidAt(stamp: string | undefined, now: Instant, horizonMs: number): Instant {
  const at = instantOfStamp(stamp);
  return at !== undefined && at <= now && at >= now - horizonMs ? at : now;
}

/** A file's name as sent, without path or control characters. @example fileName('../a/通知.pdf') // '通知.pdf' */
export function fileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').slice(0, 200) || '附件';
}
