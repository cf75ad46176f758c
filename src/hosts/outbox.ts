/** The sender's view of one district's outbox table: rows become dispatches to platform addresses. */

import type { Store } from '../../db/store.ts';
import type { OutboxRow as StoredRow } from '../../db/verbs/outbox.ts';
import type { Lane } from '../../db/verbs/queues.ts';
import type { GiveUp } from '../bot/sends.ts';
import type { Instant } from '../core/day.ts';
import type { ChannelName, Roster } from '../core/roster.ts';
import type { Outbox, OutboxRow } from '../sender/outbox.ts';
import { quietUntil } from '../sender/policy.ts';
import { addressOf, dispatchOf, type PaperLink, shownOf } from './dispatch.ts';
import type { GroupCommit } from './group-commit.ts';

/** How many rows of a receiver are claimed at once, and how many reminders make a digest at most. */
const ROWS_PER_RECEIVER = 4;
const LONGEST_DIGEST = 20;

/**
 * Rows that leave together: reminders that wait one after another become a digest, everything else goes alone.
 * What was tried under one key stays as it was.
 */
function messagesOf(rows: readonly StoredRow[]): [StoredRow, ...StoredRow[]][] {
  const messages: [StoredRow, ...StoredRow[]][] = [];
  for (const row of rows) {
    const last = messages.at(-1);
    const goesAlong = last?.[0].status === 'reminder' && row.status === 'reminder' && last[0].key === row.key;
    if (goesAlong) last.push(row);
    else messages.push([row]);
  }
  return messages;
}

/** Told, in the same transaction, of a row that was given up. */
export type ReportGivenUp = (row: number, how: GiveUp, at: Instant) => void;

const NO_ACCOUNT = '名册中没有该接收人的平台账号';

export function createOutbox(
  store: Store,
  roster: () => Roster,
  commit: GroupCommit,
  report: ReportGivenUp = () => undefined,
  link?: PaperLink,
): Outbox {
  const { queues } = store;
  const idsOf = (row: OutboxRow): number[] => [row.id, ...(row.merged ?? [])];
  /** A receiver's oldest rows; as many reminders as a digest takes where it begins with them. */
  function waiting(lane: Lane, night: boolean): StoredRow[] {
    if (night) return queues.pendingAtNight(lane, ROWS_PER_RECEIVER);
    const rows = queues.pending(lane, ROWS_PER_RECEIVER);
    const onlyReminders = rows.length === ROWS_PER_RECEIVER && rows.every((row) => row.status === 'reminder');
    return onlyReminders ? queues.pending(lane, LONGEST_DIGEST) : rows;
  }

  /** Only reminders wait: they do so until the morning. */
  function holdOver(lane: Lane, morning: Instant): void {
    const held = commit.submit(() => {
      if (queues.pendingAtNight(lane, 1).length === 0) queues.hold(lane, morning);
    });
    held.catch(() => undefined);
  }

  function failAll(lane: Lane, now: Instant): [] {
    const ids = waiting(lane, false).map((row) => row.id);
    const failed = commit.submit(() => {
      queues.end(lane, ids, { state: 'failed', error: NO_ACCOUNT, at: now });
      const how = { state: 'failed', reason: NO_ACCOUNT, concerns: 'receiver' } as const;
      for (const id of ids) report(id, how, now);
    });
    // Where that can't be stored the receiver stays due.
    failed.catch(() => undefined);
    return [];
  }

  function claim(receiver: string, channel: ChannelName, now: Instant): OutboxRow[] {
    const lane = { channel, receiver };
    const address = addressOf(receiver, channel, roster());
    if (!address) return failAll(lane, now);
    const morning = quietUntil(now);
    const messages = messagesOf(waiting(lane, morning !== null));
    if (messages.length === 0 && morning !== null) holdOver(lane, morning);
    return messages.map((rows) => ({
      id: rows[0].id,
      merged: rows.slice(1).map((row) => row.id),
      channel,
      receiver,
      dispatch: dispatchOf(rows, address, store, roster(), link),
      attempts: rows[0].attempts,
      key: rows[0].key,
    }));
  }

  /** A card that could not be replaced has been delivered all the same. */
  const giveUp = (row: OutboxRow, how: GiveUp, at: Instant): Promise<void> =>
    commit.submit(() => {
      const { state } = how;
      const error = how.code === undefined ? how.reason : `${how.reason}（${how.code}）`;
      if (row.dispatch.replaces !== undefined) return queues.end(row, idsOf(row), { state: 'sent', error, at });
      queues.end(row, idsOf(row), { state, error, at });
      report(row.id, how, at);
    });

  /** What a card shows may have been decided, or taken back, while it was on its way. */
  function isOutdated(row: OutboxRow): boolean {
    const { dispatch } = row;
    const [{ status, buttons }] = dispatch.deliveries;
    const stored = buttons.length > 0 || status === 'submitted' ? store.outbox.get(row.id) : undefined;
    if (!stored) return false;
    const matter = stored.matter === null ? undefined : store.matters.get(stored.matter);
    const now = shownOf(stored, matter, store, roster());
    if (now.outcome !== dispatch.outcome) return true;
    return stored.platformId !== null && now.progress?.join() !== dispatch.progress?.join();
  }

  return {
    claimDue: (channel, now, receivers, busy) =>
      queues.due(channel, now, [...busy], receivers).flatMap((receiver) => claim(receiver, channel, now)),
    recover: (now) => commit.submit(() => queues.recover(now)),
    markSending: (row, key, at) => commit.submit(() => queues.sending(idsOf(row), key, at)),
    markSent: (row, platformId, at) =>
      commit.submit(() => {
        queues.end(row, idsOf(row), { state: 'sent', platformId, at });
        if (isOutdated(row)) queues.wait(row, idsOf(row), at, null, null);
      }),
    retryAt: (row, at, error, key) => commit.submit(() => queues.wait(row, idsOf(row), at, error, key)),
    markUncertain: (row, reason, at) => giveUp(row, { state: 'uncertain', reason }, at),
    markFinal: (row, { code, text, concerns }, at) =>
      giveUp(row, { state: 'failed', reason: text, code, concerns }, at),
    nextDue: () => queues.nextDue(),
  };
}
