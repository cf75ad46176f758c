/** The sender's view of one district's outbox table: rows become dispatches to platform addresses. */

import type { Store } from '../../db/store.ts';
import type { OutboxRow as StoredRow } from '../../db/verbs/outbox.ts';
import type { Lane } from '../../db/verbs/queues.ts';
import { formOf } from '../bot/form.ts';
import type { GiveUp } from '../bot/sends.ts';
import type { Address, Dispatch, DispatchField } from '../channels/channel.ts';
import { type Instant, isoBeijing } from '../core/day.ts';
import type { Delivery } from '../core/message.ts';
import type { ChannelName, Roster } from '../core/roster.ts';
import type { Outbox, OutboxRow } from '../sender/outbox.ts';
import type { GroupCommit } from './group-commit.ts';

/** How many rows of a receiver are claimed at once, and how many reminders make a digest at most. */
const ROWS_PER_RECEIVER = 4;
const LONGEST_DIGEST = 20;

/** The platform ids of a person, a group, or a stranger (`stranger:ID`) who is told how to be added. */
export function addressOf(recipient: string, channel: ChannelName, roster: Roster): Address | null {
  if (recipient.startsWith('group:')) return { kind: 'group', id: recipient.slice('group:'.length) };
  if (recipient.startsWith('stranger:')) return { kind: 'person', ids: [recipient.slice('stranger:'.length)] };
  const ids = Object.entries(roster.file.channels?.[channel] ?? {}).flatMap(([id, person]) =>
    person === recipient ? [id] : [],
  );
  return ids.length > 0 ? { kind: 'person', ids } : null;
}

/** A stored row as the delivery it was. */
export function deliveryOf(row: StoredRow): Delivery {
  return {
    at: isoBeijing(row.at),
    to: row.to,
    ...(row.body && { for: row.body }),
    status: row.status,
    about: row.about,
    text: row.text,
    clauses: row.clauses,
    quotes: row.quotes,
    ...(row.missing && { missing: row.missing }),
    ...(row.due && { due: row.due }),
    buttons: row.buttons,
    ...(row.matter && { request: row.matter }),
    ...(row.attachments && { attachments: row.attachments }),
  };
}

/** What became of a delivery's step, for its card; `undefined` while it is open. */
export function outcomeOf(row: StoredRow, store: Store, roster: Roster): string | undefined {
  const step = row.step === null ? undefined : store.steps.get(row.step);
  if (!step) return undefined;
  if (step.state === 'open') {
    const now = store.steps.peopleOf(step.id);
    return now.includes(row.to) ? undefined : `已转由${now.map((id) => roster.nameOf(id)).join('、')}办理`;
  }
  if (step.state === 'cancelled') return '该事项已撤回或终止';
  if (step.state === 'silent') return '逾期未回复，已按规则处理';
  const at = step.decidedAt === null ? '' : isoBeijing(step.decidedAt).slice(5, 16).replace('T', ' ');
  return `${at} ${roster.nameOf(step.decidedBy ?? '')}：${step.outcome ?? ''}`;
}

/** A form's fields, its people by their ids on the row's platform. */
function fieldsOf(row: StoredRow, store: Store, roster: Roster): DispatchField[] | undefined {
  const identities = Object.entries(roster.file.channels?.[row.channel as ChannelName] ?? {});
  const onPlatform = (person: string): { name: string; ids: string[] } => ({
    name: roster.nameOf(person),
    ids: identities.flatMap(([id, owner]) => (owner === person ? [id] : [])),
  });
  return formOf(store, roster, row)?.map((field) =>
    field.kind === 'person' ? { ...field, people: field.people.map(onPlatform) } : field,
  );
}

/** Rows as the one platform message they are to become; one that was sent before takes the place of its card. */
export function dispatchOf(
  rows: readonly [StoredRow, ...StoredRow[]],
  to: Address,
  store: Store,
  roster: Roster,
): Dispatch {
  const [row, ...more] = rows;
  const matter = row.matter && more.length === 0 ? store.matters.get(row.matter) : undefined;
  const applicant = matter && matter.owner !== row.to ? roster.nameOf(matter.owner) : undefined;
  const outcome = row.buttons.length > 0 ? outcomeOf(row, store, roster) : undefined;
  const form = more.length === 0 ? fieldsOf(row, store, roster) : undefined;
  return {
    id: row.id,
    to,
    deliveries: [deliveryOf(row), ...more.map(deliveryOf)],
    ...(applicant && { applicant }),
    ...(form && { form }),
    ...(outcome && { outcome }),
    ...(row.platformId && { replaces: row.platformId }),
  };
}

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
): Outbox {
  const { queues } = store;
  const idsOf = (row: OutboxRow): number[] => [row.id, ...(row.merged ?? [])];
  /** A receiver's oldest rows; as many reminders as a digest takes where it begins with them. */
  function waiting(lane: Lane): StoredRow[] {
    const rows = queues.pending(lane, ROWS_PER_RECEIVER);
    const onlyReminders = rows.length === ROWS_PER_RECEIVER && rows.every((row) => row.status === 'reminder');
    return onlyReminders ? queues.pending(lane, LONGEST_DIGEST) : rows;
  }

  function claim(receiver: string, channel: ChannelName, now: Instant): OutboxRow[] {
    const address = addressOf(receiver, channel, roster());
    const messages = messagesOf(waiting({ channel, receiver }));
    if (!address) {
      const ids = messages.flat().map((row) => row.id);
      void commit.submit(() => {
        queues.end({ channel, receiver }, ids, { state: 'failed', error: NO_ACCOUNT, at: now });
        const how = { state: 'failed', reason: NO_ACCOUNT, concerns: 'receiver' } as const;
        for (const id of ids) report(id, how, now);
      });
      return [];
    }
    return messages.map((rows) => ({
      id: rows[0].id,
      merged: rows.slice(1).map((row) => row.id),
      channel,
      receiver,
      dispatch: dispatchOf(rows, address, store, roster()),
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
    if (row.dispatch.deliveries[0].buttons.length === 0) return false;
    const stored = store.outbox.get(row.id);
    return stored !== undefined && outcomeOf(stored, store, roster()) !== row.dispatch.outcome;
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
