/** When and with which key to send again: pure, so that it is tested in virtual time. */
import type { Fault, Rate, SendResult } from '../channels/channel.ts';
import { addDays, dayOf, type Instant, instantOf, isoBeijing } from '../core/day.ts';

/** A call without an answer is given up after this. */
export const SEND_TIMEOUT_MS = 10_000;

const FIRST_WAIT_MS = 1_000;
/** With the detour around the half hours the next try comes within a minute. */
const LONGEST_WAIT_MS = 32_000;
/** A platform's wish is followed up to here; beyond it is taken for a mistake. */
const LONGEST_WISH_MS = 3_600_000;
const HALF_HOUR_MS = 30 * 60_000;
const PEAK_MS = 20_000;
const MORNING = '07:30';
const EVENING = '21:00';
const PEAK_SPREAD_MS = 5_000;
/** Room for clocks and lines that jitter: a platform counts when messages arrive, not when they leave. */
const RATE_MARGIN = 1.1;

/** Doubles from 1 s to 32 s, and takes between half of it and all. @example backoffMs(3, 1) // 8000 */
export function backoffMs(attempts: number, random: number): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, attempts), LONGEST_WAIT_MS);
  return Math.round(full * (0.5 + random / 2));
}

/** Everybody sends at :00 and :30; an instant in the first 20 s after them moves behind. */
export function offPeak(at: Instant, random: number): Instant {
  const into = at % HALF_HOUR_MS;
  return into < PEAK_MS ? at - into + PEAK_MS + Math.round(random * PEAK_SPREAD_MS) : at;
}

/** Nobody is reminded at night: the next 07:30 in Beijing between 21:00 and then, `null` by day. */
export function quietUntil(at: Instant): Instant | null {
  const time = isoBeijing(at).slice(11, 16);
  if (time >= MORNING && time < EVENING) return null;
  return instantOf(time < MORNING ? dayOf(at) : addDays(dayOf(at), 1), MORNING);
}

/** A new idempotency key (幂等键), at most 24 characters; it tells the moment from which its window counts. */
export function makeKey(now: Instant, random: () => number): string {
  const part = (): string =>
    Math.floor(random() * 36 ** 6)
      .toString(36)
      .padStart(6, '0');
  return `${now.toString(36)}-${part()}${part()}`;
}

/** When a key was made. */
export const keyTime = (key: string): Instant => Number.parseInt(key.split('-')[0] ?? '', 36);

/** Whether the platform will still recognise the key when a call made now arrives at the latest. */
export function mayResend(key: string, windowMs: number, now: Instant): boolean {
  return now + SEND_TIMEOUT_MS < keyTime(key) + windowMs;
}

/** What becomes of a row after a call. */
export type Next =
  | { do: 'sent'; messageId: string | null }
  | { do: 'retry'; at: Instant; key: string | null; error: string }
  | { do: 'uncertain'; reason: string }
  | { do: 'final'; fault: Fault };

export interface Attempt {
  result: SendResult;
  key: string;
  /** Whether an earlier call with this key has an unknown outcome. */
  inDoubt: boolean;
  /** Earlier attempts. */
  attempts: number;
  keyWindowMs: number;
  now: Instant;
  random: number;
}

/** INVARIANT: a row keeps its key exactly as long as a call with it may have reached the platform. */
export function afterSend({ result, key, inDoubt, attempts, keyWindowMs, now, random }: Attempt): Next {
  const later = offPeak(now + backoffMs(attempts, random), random);
  switch (result.kind) {
    case 'sent':
      return { do: 'sent', messageId: result.messageId };
    case 'retry': {
      const wish = result.afterMs === undefined ? 0 : Math.min(result.afterMs, LONGEST_WISH_MS) * (1 + random / 10);
      return {
        do: 'retry',
        at: Math.max(later, now + Math.ceil(wish)),
        key: inDoubt ? key : null,
        error: result.reason,
      };
    }
    case 'uncertain':
      return mayResend(key, keyWindowMs, now)
        ? { do: 'retry', at: later, key, error: result.reason }
        : { do: 'uncertain', reason: result.reason };
    case 'final':
      return inDoubt ? { do: 'uncertain', reason: result.fault.text } : { do: 'final', fault: result.fault };
  }
}

/** Keeps rates over sliding windows. */
export class RateWindow {
  private readonly rates: readonly Rate[];
  /** When messages left or will leave, in order, as far back as the longest rate looks. */
  private readonly granted: Instant[] = [];

  constructor(rates: readonly Rate[]) {
    this.rates = rates;
  }

  /** When so many more messages may leave. */
  earliest(now: Instant, messages = 1): Instant {
    const { granted } = this;
    const free = this.rates.map(({ count, perMs }) => {
      const before = granted.at(Math.min(messages, count) - 1 - count);
      return (before ?? -Infinity) + perMs * RATE_MARGIN;
    });
    return Math.max(now, granted.at(-1) ?? now, ...free.map(Math.ceil));
  }

  record(at: Instant, messages = 1): void {
    for (let n = 0; n < messages; n += 1) this.granted.push(at);
    const longest = Math.max(...this.rates.map((rate) => rate.count));
    if (this.granted.length > 2 * longest) this.granted.splice(0, this.granted.length - longest);
  }

  /** Takes the next place, for callers that may be many at once. */
  reserve(now: Instant): Instant {
    const at = this.earliest(now);
    this.record(at);
    return at;
  }

  /** Whether nothing reserved still counts. */
  idleAt(now: Instant): boolean {
    const last = this.granted.at(-1) ?? Number.NEGATIVE_INFINITY;
    return this.rates.every(({ perMs }) => last + perMs * RATE_MARGIN < now);
  }
}
