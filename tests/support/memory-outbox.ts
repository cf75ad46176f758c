import type { Dispatch, Fault } from '../../src/channels/channel.ts';
import type { ChannelName } from '../../src/core/roster.ts';
import type { Outbox, OutboxRow } from '../../src/sender/outbox.ts';

export interface MemoryRow extends OutboxRow {
  state: 'waiting' | 'sending' | 'sent' | 'uncertain' | 'final';
  dueAt: number;
  platformId?: string | null;
  error?: string;
  fault?: Fault;
}

/** An outbox in memory that behaves as the database's does; `fail` makes the next change throw. */
export class MemoryOutbox implements Outbox {
  readonly rows: MemoryRow[] = [];
  fail: string | undefined;

  add(receiver: string, dispatch: Dispatch, more: Partial<MemoryRow> = {}): MemoryRow {
    const row: MemoryRow = {
      id: dispatch.id,
      receiver,
      dispatch,
      attempts: 0,
      key: null,
      channel: 'feishu',
      state: 'waiting',
      dueAt: 0,
      ...more,
    };
    this.rows.push(row);
    return row;
  }

  claimDue(channel: ChannelName, now: number, receivers: number, busy: ReadonlySet<string>): OutboxRow[] {
    const held = new Set(busy);
    const open = this.rows.filter((r) => r.channel === channel && (r.state === 'waiting' || r.state === 'sending'));
    const due = open.filter((row) => {
      if (row.state === 'sending' || row.dueAt > now) held.add(row.receiver);
      return !held.has(row.receiver);
    });
    const served = new Set([...new Set(due.map((row) => row.receiver))].slice(0, receivers));
    return due
      .filter((row) => served.has(row.receiver))
      .map(({ id, receiver, dispatch, attempts, key }) => ({ id, channel, receiver, dispatch, attempts, key }));
  }

  recover(now: number): void {
    for (const row of this.rows.filter((r) => r.state === 'sending'))
      Object.assign(row, { state: 'waiting', dueAt: now });
  }

  markSending({ id }: OutboxRow, key: string): void {
    this.change('markSending', id, { state: 'sending', key, attempts: this.row(id).attempts + 1 });
  }

  markSent({ id }: OutboxRow, platformId: string | null): void {
    this.change('markSent', id, { state: 'sent', platformId });
  }

  retryAt({ id }: OutboxRow, dueAt: number, error: string, key: string | null): void {
    this.change('retryAt', id, { state: 'waiting', dueAt, error, key });
  }

  markUncertain({ id }: OutboxRow, error: string): void {
    this.change('markUncertain', id, { state: 'uncertain', error });
  }

  markFinal({ id }: OutboxRow, fault: Fault): void {
    this.change('markFinal', id, { state: 'final', fault });
  }

  nextDue(): number | null {
    const open = this.rows.filter((r) => r.state === 'waiting').map((r) => r.dueAt);
    return open.length > 0 ? Math.min(...open) : null;
  }

  row(id: number): MemoryRow {
    const row = this.rows.find((r) => r.id === id);
    if (!row) throw new Error(`no row ${id}`);
    return row;
  }

  private change(verb: string, id: number, change: Partial<MemoryRow>): void {
    if (this.fail === verb) throw new Error('disk full');
    Object.assign(this.row(id), change);
  }
}
