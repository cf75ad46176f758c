/** A stored row as the message that it becomes on its platform: address, words, buttons, what has been decided meanwhile. */
import type { Store } from '../../db/store.ts';
import type { OutboxRow as StoredRow } from '../../db/verbs/outbox.ts';
import { formOf } from '../bot/form.ts';
import type { Address, Dispatch, DispatchField, Enclosure } from '../channels/channel.ts';
import { isoBeijing } from '../core/day.ts';
import type { Matter, MatterState, Step } from '../core/matter.ts';
import type { Delivery } from '../core/message.ts';
import type { ChannelName, Roster } from '../core/roster.ts';
import { renderPaper } from '../papers/docx.ts';

/** The platform ids of a person, a group, or a stranger (`stranger:ID`) who is told how to be added. */
export function addressOf(recipient: string, channel: ChannelName, roster: Roster): Address | null {
  if (recipient.startsWith('group:')) return { kind: 'group', id: recipient.slice('group:'.length) };
  if (recipient.startsWith('stranger:')) return { kind: 'person', ids: [recipient.slice('stranger:'.length)] };
  const ids = roster.accountsOf(recipient, channel);
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
  return sayDecided(step, roster);
}

/** `03-02 09:05 钱立群：同意` */
function sayDecided(step: Step, roster: Roster): string {
  if (step.state === 'silent') return '逾期未回复，已按规则处理';
  const at = step.decidedAt === null ? '' : isoBeijing(step.decidedAt).slice(5, 16).replace('T', ' ');
  return `${at} ${roster.nameOf(step.decidedBy ?? '')}：${step.outcome ?? ''}`;
}

const ENDED: Partial<Record<MatterState, string>> = { withdrawn: '该事项已撤回', closed: '该事项已办结' };

/**
 * What others have decided of the matter meanwhile: for whoever filed it, all of it; for whoever is asked for consent,
 * the other consents. `undefined` while there is nothing.
 */
function progressOf(row: StoredRow, matter: Matter, store: Store, roster: Roster): string[] | undefined {
  const filed = row.status === 'submitted';
  if (!filed && row.status !== 'to-approve') return undefined;
  const consents = store.steps
    .ofMatter(matter.id)
    .filter((s) => (s.ask === 'approve' || (filed && s.ask === 'countersign')) && s.id !== row.step);
  const decided = consents.filter((s) => s.state === 'done' || s.state === 'declined' || s.state === 'silent');
  const ended = filed ? ENDED[matter.state] : undefined;
  const lines = [...decided.map((step) => sayDecided(step, roster)), ...(ended ? [ended] : [])];
  return lines.length > 0 ? lines : undefined;
}

/** Whether its receiver is to be called, not only told: something to do about a matter that its applicant marked urgent (加急). */
function isUrgent(row: StoredRow, matter: Matter): boolean {
  const asks = row.status.startsWith('to-') || (row.status === 'reminder' && row.step !== null);
  return asks && matter.data.facts?.urgent === true && row.platformId === null;
}

/** A form's fields, its people by their ids on the row's platform. */
function fieldsOf(row: StoredRow, store: Store, roster: Roster): DispatchField[] | undefined {
  const onPlatform = (person: string): { name: string; ids: readonly string[] } => ({
    name: roster.nameOf(person),
    ids: roster.accountsOf(person, row.channel as ChannelName),
  });
  return formOf(store, roster, row)?.map((field) =>
    field.kind === 'person' ? { ...field, people: field.people.map(onPlatform) } : field,
  );
}

/** Where a matter's papers can be fetched by their place in it; absent where nobody but this machine can. */
export type PaperLink = (matter: string, index: number) => string;

/** Papers that were drawn up for a matter, for those whom it asks something of. */
function enclosuresOf(row: StoredRow, matter: Matter, link?: PaperLink): Enclosure[] | undefined {
  const named = row.attachments?.map((file) => file.name) ?? [];
  const papers = (matter.data.papers ?? []).map((paper, i) => ({
    id: `${matter.id}/${i}`,
    name: paper.name,
    load: () => renderPaper(paper),
    ...(link && { link: link(matter.id, i) }),
  }));
  const sent = papers.filter((paper) => named.includes(paper.name));
  return sent.length > 0 ? sent : undefined;
}

type Shown = Pick<Dispatch, 'outcome' | 'progress'>;

/** What became of a delivery meanwhile, as its card shows it. */
export function shownOf(row: StoredRow, matter: Matter | undefined, store: Store, roster: Roster): Shown {
  const outcome = row.buttons.length > 0 ? outcomeOf(row, store, roster) : undefined;
  const progress = matter && progressOf(row, matter, store, roster);
  return { ...(outcome && { outcome }), ...(progress && { progress }) };
}

/** Rows as the one platform message they are to become; one that was sent before takes the place of its card. */
export function dispatchOf(
  rows: readonly [StoredRow, ...StoredRow[]],
  to: Address,
  store: Store,
  roster: Roster,
  link?: PaperLink,
): Dispatch {
  const [row, ...more] = rows;
  const matter = row.matter && more.length === 0 ? store.matters.get(row.matter) : undefined;
  const applicant = matter && matter.owner !== row.to ? roster.nameOf(matter.owner) : undefined;
  const enclosures = matter && enclosuresOf(row, matter, link);
  const form = more.length === 0 ? fieldsOf(row, store, roster) : undefined;
  return {
    id: row.id,
    to,
    deliveries: [deliveryOf(row), ...more.map(deliveryOf)],
    ...(applicant && { applicant }),
    ...(form && { form }),
    ...(matter && isUrgent(row, matter) && { urgent: true }),
    ...(enclosures && { enclosures }),
    ...shownOf(row, matter, store, roster),
    ...(row.platformId && { replaces: row.platformId }),
  };
}
