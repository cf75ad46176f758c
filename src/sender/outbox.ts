/** What the sender needs of the database; whoever owns the outbox table (发件) gives it. */
import type { Dispatch, Fault } from '../channels/channel.ts';
import type { Instant } from '../core/day.ts';
import type { ChannelName } from '../core/roster.ts';

export interface OutboxRow {
  id: number;
  /** Whose order is kept: the person or group on their platform. */
  receiver: string;
  dispatch: Dispatch;
  /** How often it was tried. */
  attempts: number;
  /** The key of a call whose outcome is unknown; `null` when surely nothing has reached the platform. */
  key: string | null;
}

/** Changes may be grouped into one commit: a promise resolves when they are durable. */
type Done = void | Promise<void>;

export interface Outbox {
  /**
   * Rows to be sent now on a channel, oldest first, without those of `busy` receivers. A receiver's rows come without
   * a gap from its oldest open one; a receiver whose oldest open row isn't due yet has none.
   */
  claimDue(channel: ChannelName, now: Instant, limit: number, busy: ReadonlySet<string>): readonly OutboxRow[];
  /** At start: rows left `sending` by a crash become due again, with their keys. */
  recover(now: Instant): Done;
  /** Before the call: state `sending`, its key, one more attempt. Durable before it resolves. */
  markSending(id: number, key: string, at: Instant): Done;
  markSent(id: number, platformMessageId: string | null, at: Instant): Done;
  /** Back to waiting until `at`; `key` as in `OutboxRow`. */
  retryAt(id: number, at: Instant, error: string, key: string | null): Done;
  /** 待核实: nobody can know whether it was sent. */
  markUncertain(id: number, reason: string, at: Instant): Done;
  /** Never to be sent; the office is to be told why. */
  markFinal(id: number, fault: Fault, at: Instant): Done;
  /** The earliest instant at which an open row is due; `null` without any. */
  nextDue(): Instant | null;
}
