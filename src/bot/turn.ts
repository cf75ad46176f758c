import type { Store } from '../../db/store.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dayOf, type Instant, isoBeijing } from '../core/day.ts';
import type { Effect } from '../core/decision.ts';
import type { Matter } from '../core/matter.ts';
import type { Attachment, Delivery, Quote } from '../core/message.ts';
import type { ChannelName, Roster } from '../core/roster.ts';
import type { About, Body, Missing, Status } from '../core/vocabulary.ts';
import type { RuleBook } from '../rules/book.ts';

/** What a bot works with; the same for every turn. */
export interface Equipment {
  store: Store;
  roster: Roster;
  calendar: Calendar;
  /** The edition in force on a day. */
  bookOn(day: string): RuleBook;
  /** The edition by its id, for matters that were filed under it. */
  bookOf(edition: string): RuleBook;
  /** What a matter's command wants done once nobody's consent is awaited any more. */
  followUps(turn: Turn, matter: Matter): Effect[];
  /** A one-time code of eight digits. */
  makeCode(): string;
  /** Where people type their sign-in codes, as they would type it; `null` where there is no sign-in. */
  signInAt: string | null;
  /** SHA-256 in lower-case hex. */
  sha256(text: string): string;
  /** Which channel reaches a person or group; `null` keeps the delivery to the console. */
  channelOf(recipient: string): string | null;
  /** When a delivery may first leave, for hosts that spread what falls due at once; at once by default. */
  leavesAt?(status: Status, at: Instant): Instant;
}

/** One message or one instant of the clock being worked off: everything is written in its transaction. */
export interface Turn extends Equipment {
  now: Instant;
  today: string;
  /** The inbox message that caused this, `null` when it is time itself. */
  cause: string | null;
  /** The delivery whose button is being pressed: its card is updated in the answer. */
  pressed?: number;
  delivered: Delivery[];
}

export function startTurn(equipment: Equipment, now: Instant, cause: string | null): Turn {
  return { ...equipment, now, today: dayOf(now), cause, delivered: [] };
}

export interface Outgoing {
  to: string;
  /** Which channel it leaves by, where the receiver's own is not known yet. */
  channel?: ChannelName;
  body?: Body;
  status: Status;
  about: About;
  text: string;
  quotes: Quote[];
  /** Quotes that the reply does not rest on; shown, not listed in `clauses`. */
  aside?: Quote[];
  clauses?: string[];
  missing?: Missing[];
  due?: string;
  buttons?: readonly string[];
  matter?: string;
  step?: number;
  attachments?: Attachment[];
}

/** `依据：《…》第四十三条第二款：“…”`, a line each. */
export function sayQuotes(book: RuleBook, quotes: readonly Quote[], lead: string): string {
  return quotes.map((q) => `\n${lead}${book.cite(q.ref)}：“${q.text}”`).join('');
}

/** Writes a delivery to the outbox and to this turn's list. */
export function deliver(turn: Turn, out: Outgoing): void {
  const quotes = dedupe(out.quotes);
  const aside = dedupe(out.aside ?? []);
  const book = turn.bookOn(turn.today);
  const own = (list: Quote[]): Quote[] => list.filter((q) => !q.district);
  const text = `${out.text}${sayQuotes(book, own(quotes), '依据：')}${sayQuotes(book, own(aside), '相近条款：')}`;
  const clauses = out.clauses ?? [...new Set(own(quotes).map((q) => q.ref))];
  const all = [...quotes, ...aside];
  const channel = out.channel ?? turn.channelOf(out.to);
  const row = {
    at: turn.now,
    to: out.to,
    body: out.body,
    status: out.status,
    about: out.about,
    text,
    clauses,
    quotes: all,
    missing: out.missing,
    due: out.due,
    buttons: [...(out.buttons ?? [])],
    matter: out.matter,
    step: out.step,
    attachments: out.attachments,
    cause: turn.cause,
    channel,
    state: channel ? ('pending' as const) : ('local' as const),
    attempts: 0,
  };
  turn.store.outbox.add(row, turn.leavesAt?.(out.status, turn.now) ?? turn.now);
  turn.delivered.push({
    at: isoBeijing(turn.now),
    to: out.to,
    ...(out.body && { for: out.body }),
    status: out.status,
    about: out.about,
    text,
    clauses,
    quotes: all,
    ...(out.missing && { missing: out.missing }),
    ...(out.due && { due: out.due }),
    buttons: [...(out.buttons ?? [])],
    ...(out.matter && { request: out.matter }),
    ...(out.attachments && { attachments: out.attachments }),
  });
}

function dedupe(quotes: readonly Quote[]): Quote[] {
  const seen = new Set<string>();
  return quotes.filter((q) => {
    const key = `${q.district ?? ''}|${q.ref}|${q.text}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Appends to the hash-chained audit: who, what, about which matter, by which edition. */
export function audit(
  turn: Turn,
  actor: string,
  action: string,
  subject: Matter | string | null,
  detail: Record<string, unknown> = {},
): void {
  const previous = turn.store.audit.head();
  const id = subject === null || typeof subject === 'string' ? subject : subject.id;
  const entry = {
    at: turn.now,
    actor,
    action,
    subject: id,
    detail: typeof subject === 'object' && subject ? { ...detail, edition: subject.edition } : detail,
  };
  const hash = turn.sha256(previous + JSON.stringify(entry));
  turn.store.audit.add({ ...entry, hash });
}
