/** The sender's view of one district's outbox table: rows become dispatches to platform addresses. */

import type { Store } from '../../db/store.ts';
import type { OutboxRow as StoredRow } from '../../db/verbs/outbox.ts';
import type { Address, Dispatch } from '../channels/channel.ts';
import { isoBeijing } from '../core/day.ts';
import type { Delivery } from '../core/message.ts';
import type { ChannelName, Roster } from '../core/roster.ts';
import type { Outbox, OutboxRow } from '../sender/outbox.ts';
import type { GroupCommit } from './group-commit.ts';

/** How many waiting rows are looked at to find receivers whose turn it is. */
const WINDOW = 500;

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

/** A row as the platform message it is to become. */
export function dispatchOf(row: StoredRow, to: Address, store: Store, roster: Roster): Dispatch {
  const matter = row.matter ? store.matters.get(row.matter) : undefined;
  const applicant = matter && matter.owner !== row.to ? roster.nameOf(matter.owner) : undefined;
  const outcome = row.buttons.length > 0 ? outcomeOf(row, store, roster) : undefined;
  return {
    id: row.id,
    to,
    deliveries: [deliveryOf(row)],
    ...(applicant && { applicant }),
    ...(outcome && { outcome }),
  };
}

export function createOutbox(store: Store, roster: () => Roster, commit: GroupCommit): Outbox {
  const set = (id: number, change: Parameters<Store['outbox']['set']>[1]): Promise<void> =>
    commit.submit(() => store.outbox.set(id, change));

  return {
    claimDue(channel, now, limit, busy) {
      const rows: OutboxRow[] = [];
      const blocked = new Set<string>();
      for (const row of store.outbox.waiting(channel, WINDOW, [...busy])) {
        if (rows.length >= limit) break;
        if (blocked.has(row.to)) continue;
        if (row.nextAt > now) {
          blocked.add(row.to);
          continue;
        }
        const address = addressOf(row.to, channel, roster());
        if (!address) {
          store.outbox.set(row.id, { state: 'failed', error: '名册中没有该接收人的平台账号' });
          continue;
        }
        rows.push({
          id: row.id,
          receiver: row.to,
          dispatch: dispatchOf(row, address, store, roster()),
          attempts: row.attempts,
          key: row.key,
        });
      }
      return rows;
    },
    recover: (now) => commit.submit(() => store.outbox.recover(now)),
    markSending: (id, key, at) =>
      commit.submit(() => {
        const attempts = store.outbox.get(id)?.attempts ?? 0;
        store.outbox.set(id, { state: 'sending', key, attempts: attempts + 1, sentAt: at });
      }),
    markSent: (id, platformId, at) => set(id, { state: 'sent', platformId, sentAt: at, error: null }),
    retryAt: (id, at, error, key) => set(id, { state: 'pending', nextAt: at, error, key }),
    markUncertain: (id, reason, at) => set(id, { state: 'uncertain', error: reason, sentAt: at }),
    markFinal: (id, fault, at) => set(id, { state: 'failed', error: `${fault.code} ${fault.text}`, sentAt: at }),
    nextDue: () => store.outbox.nextDue(),
  };
}
