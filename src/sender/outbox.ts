/** What the sender needs of the database; whoever owns the outbox table (发件) gives it. */
import type { Dispatch, Fault } from '../channels/channel.ts';
import type { Instant } from '../core/day.ts';
import type { ChannelName } from '../core/roster.ts';

export interface OutboxRow {
  id: number;
  /** Further rows that leave in the same message: reminders merged into a digest. They share whatever becomes of it. */
  merged?: readonly number[];
  channel: ChannelName;
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
   * What is to be sent now on a channel to at most `receivers` receivers, without those of `busy`. A receiver's rows
   * come without a gap from its oldest open one, reminders at night excepted; a receiver whose oldest open row isn't due yet has none.
   */
  claimDue(channel: ChannelName, now: Instant, receivers: number, busy: ReadonlySet<string>): readonly OutboxRow[];
  /** At start: rows left `sending` by a crash become due again, with their keys. */
  recover(now: Instant): Done;
  /** Before the call: state `sending`, its key, one more attempt. Durable before it resolves. */
  markSending(row: OutboxRow, key: string, at: Instant): Done;
  markSent(row: OutboxRow, platformMessageId: string | null, at: Instant): Done;
  /** Back to waiting until `at`; `key` as in `OutboxRow`. */
  retryAt(row: OutboxRow, at: Instant, error: string, key: string | null): Done;
  /** 待核实: nobody can know whether it was sent. */
  markUncertain(row: OutboxRow, reason: string, at: Instant): Done;
  /** Never to be sent; the office is to be told why. */
  markFinal(row: OutboxRow, fault: Fault, at: Instant): Done;
  /** The earliest instant at which a receiver is due; `null` while nothing waits. */
  nextDue(): Instant | null;
}
