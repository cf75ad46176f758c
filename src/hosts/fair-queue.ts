/**
 * Who waits for the next commit: in order of arrival, except that a sender of very many messages waits behind everybody
 * else and takes only a few places at a time. Nothing is refused, and a sender's own messages stay in order.
 */
import type { Instant } from '../core/day.ts';

/** What one sender may bring in a minute before the others go first. */
const PROMPT_A_MINUTE = 20;
/** How many places of a commit a sender beyond that gets: what somebody else who comes meanwhile waits for at most. */
const PLACES_BEYOND = 10;
const MINUTE_MS = 60_000;

export class FairQueue<T> {
  private readonly now: () => Instant;
  private readonly prompt: T[] = [];
  /** Senders beyond their minute with what they have waiting, whoever was served longest ago first. */
  private readonly beyond = new Map<string, T[]>();
  private readonly brought = new Map<string, number>();
  private minute = 0;

  constructor(now: () => Instant) {
    this.now = now;
  }

  get size(): number {
    return [...this.beyond.values()].reduce((sum, items) => sum + items.length, this.prompt.length);
  }

  /** Whether it has to wait behind others; what no sender brought, the sender's own marks for one, never does. */
  add(item: T, sender?: string): boolean {
    const before = sender === undefined ? undefined : this.beyond.get(sender);
    if (before) {
      before.push(item);
      return true;
    }
    if (sender === undefined || this.count(sender) <= PROMPT_A_MINUTE) {
      this.prompt.push(item);
      return false;
    }
    this.beyond.set(sender, [item]);
    return true;
  }

  /** The next commit's, at most `limit`. */
  take(limit: number): T[] {
    const taken = this.prompt.splice(0, limit);
    for (const [sender, items] of [...this.beyond]) {
      const places = Math.min(PLACES_BEYOND, limit - taken.length);
      if (places === 0) break;
      taken.push(...items.splice(0, places));
      this.beyond.delete(sender);
      if (items.length > 0) this.beyond.set(sender, items);
    }
    return taken;
  }

  /** Which of the running minute's messages of a sender this one is. */
  private count(sender: string): number {
    const minute = Math.floor(this.now() / MINUTE_MS);
    if (minute !== this.minute) {
      this.brought.clear();
      this.minute = minute;
    }
    const count = (this.brought.get(sender) ?? 0) + 1;
    this.brought.set(sender, count);
    return count;
  }
}
