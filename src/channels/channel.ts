/**
 * The one interface of all platforms (平台). A channel knows its platform and nothing else: it reads no database
 * and no roster, keeps no retries, and is handed the clock.
 */
import type { Instant } from '../core/day.ts';
import type { FieldName } from '../core/form.ts';
import type { Delivery } from '../core/message.ts';
import type { ChannelName } from '../core/roster.ts';

/** A webhook call as it came in; `rawBody` are the bytes that a signature covers. Header names are lower-case. */
export interface WebhookRequest {
  method: string;
  header(name: string): string | undefined;
  query(name: string): string | undefined;
  rawBody: Uint8Array;
  now: Instant;
}

/** What to answer the platform with. */
export interface Reply {
  status: number;
  contentType: string;
  body: string;
}

/** Why a webhook call was refused; counted, never explained to the caller. */
export type Refusal = 'method' | 'too-large' | 'malformed' | 'stale' | 'signature' | 'token' | 'app';

export type Outcome =
  /** The platform checks the address (URL 校验); nothing is stored. */
  | { kind: 'challenge'; reply: Reply }
  | { kind: 'refused'; status: 400 | 401 | 405 | 413; reason: Refusal }
  /** Genuine, and nothing to do. */
  | { kind: 'ignored'; reason: string; reply: Reply }
  /** `reply` where the answer doesn't depend on what the events bring. */
  | { kind: 'events'; events: readonly [Incoming, ...Incoming[]]; reply?: Reply };

/** What begins the id of somebody of another organisation, who can be answered where they wrote and nowhere else. */
export const OUTSIDE = 'outside:';

/** A sender by the platform's own ids, most specific first; the roster maps any one of them to a person. */
export interface PlatformUser {
  ids: readonly string[];
}

export type IncomingChat = { kind: 'private' } | { kind: 'group'; id: string; name?: string };

/** A button on a card that this bot sent. Label and delivery come from the caller: look them up, never trust them. */
export interface IncomingPress {
  delivery: number;
  label: string;
  /** What was typed into the card's comment field, trimmed; absent when empty. */
  note?: string;
  /** The platform's id of the card's message. */
  messageId?: string;
  /** Not pressed but said in words that name the delivery; its card, if it has one, is updated by a message. */
  typed?: true;
}

/** A form that this bot's card carried, filled in; fields that were left empty are absent. */
export interface IncomingForm {
  delivery: number;
  answers: Readonly<Partial<Record<FieldName, string | PlatformUser>>>;
  /** The platform's id of the card's message. */
  messageId?: string;
}

/** One thing that one person said, sent or pressed on a platform. */
export interface Incoming {
  channel: ChannelName;
  /** Every key under which the platform may bring this event again; one seen key makes it a repeat. */
  ids: readonly [string, ...string[]];
  user: PlatformUser;
  chat: IncomingChat;
  /** When it was said by the platform's clock, or on receipt where that is missing or out of the retry horizon. */
  at: Instant;
  /** The words, the bot's own mention removed; other people mentioned read `@name`. */
  text?: string;
  mentions?: readonly { ids: readonly string[]; name: string }[];
  /** A file's name without any path, and the platform's key to fetch it. */
  file?: { name: string; key: string };
  press?: IncomingPress;
  form?: IncomingForm;
  /** Nobody said anything: the platform tells that `user` has left (离职). */
  departed?: true;
  /** The key of an earlier message that this is the new wording of. */
  edits?: string;
  /** The key of an earlier message that its sender took back; nothing else is known then, `user` may have no ids. */
  recalls?: string;
  /** A kind of message that carries no words (`audio`, `sticker`): to be answered with what could be said instead. */
  unreadable?: string;
}

/** Whom a dispatch goes to on its platform. */
export type Address = { kind: 'person'; ids: readonly string[] } | { kind: 'group'; id: string };

/** A field to fill in; a person is one of `people`, or written by name. */
export type DispatchField =
  | { name: FieldName; kind: 'date' | 'text'; label: string }
  | { name: FieldName; kind: 'person'; label: string; people: readonly { name: string; ids: readonly string[] }[] };

/** A paper that goes along with a message. The same `id` is the same paper, to whomever it goes. */
export interface Enclosure {
  id: string;
  name: string;
  load(): Promise<Uint8Array>;
  /** Where it can be fetched, for whom it does not reach as a file. */
  link?: string;
}

/** One message to be sent: a delivery, or several reminders to one person merged into a digest. */
export interface Dispatch {
  /** The delivery's id; it travels in the card's buttons and comes back as `IncomingPress.delivery`. */
  id: number;
  to: Address;
  deliveries: readonly [Delivery, ...Delivery[]];
  /** 申请人, as people call them; for everything that somebody else filed. */
  applicant?: string;
  /** What can be filled in on the spot; a platform without forms leaves it out, as words answer the same. */
  form?: readonly DispatchField[];
  /** What others have decided meanwhile, a line each; shown on cards. */
  progress?: readonly string[];
  /** 加急: its receiver is to be called to it, where the platform can. */
  urgent?: true;
  enclosures?: readonly Enclosure[];
  /** Set once decided, e.g. `3月2日 09:05 周海涛：同意`; shown in place of the buttons. */
  outcome?: string;
  /** The platform's id of a message already sent that this one takes the place of. */
  replaces?: string;
}

/** What the person who pressed is told at once, and how the pressed card looks from now on. */
export interface Receipt {
  toast?: { level: 'info' | 'success' | 'warning' | 'error'; text: string };
  card?: Dispatch;
}

/** A failure that no repetition mends; `text` is Chinese, for the office. */
export interface Fault {
  code: string;
  text: string;
  concerns: 'receiver' | 'content' | 'app';
}

/** What is known of a message after the call. */
export type SendResult =
  | { kind: 'sent'; messageId: string | null }
  /** Surely not sent; `afterMs` is the platform's wish. */
  | { kind: 'retry'; reason: string; afterMs?: number }
  /** Nobody can know; the same key makes a repeat safe inside its window. */
  | { kind: 'uncertain'; reason: string }
  | { kind: 'final'; fault: Fault };

/** An encoded message, ready to leave. `send` never throws and gives up after 10 s at most. */
export interface Call {
  /** How long the platform recognises a key, in ms: 0 never, Infinity where a repeat is harmless by nature. */
  keyWindowMs: number;
  /** Calls to the platform that count against its overall limit; 1 by default. */
  cost?: number;
  /** Messages that its receiver gets; 1 by default. */
  messages?: number;
  /** `inDoubt`: an earlier call with this key has an unknown outcome. */
  send(key: string, inDoubt?: boolean): Promise<SendResult>;
}

/** At most `count` messages in any `perMs`. */
export interface Rate {
  count: number;
  perMs: number;
}

/** A connection of this side's making; it is mended by itself until it is stopped. */
export interface Connection {
  stop(): void;
}

export interface ConnectionHooks {
  /** Runs something later; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
  /** What became of the connection, for logs and counters. */
  onState?(state: 'connected' | 'lost' | 'replaced'): void;
}

/** Stores events that came together; rejects when they could not be stored, so that the platform brings them again. */
export type TakeEvents = (events: readonly [Incoming, ...Incoming[]]) => Promise<Receipt>;

export interface Channel {
  readonly name: ChannelName;
  readonly maxBodyBytes: number;
  /** The platform's limits for all messages of the app, for those to one receiver, and to a group where that differs. */
  readonly rates: { overall: readonly Rate[]; receiver: readonly Rate[]; group?: readonly Rate[] };
  decode(request: WebhookRequest): Outcome;
  /** The webhook's answer, given only after the events are stored. */
  acknowledge(events: readonly [Incoming, ...Incoming[]], receipt: Receipt): Reply;
  /** Pure: words and buttons become the platform's message. */
  encode(dispatch: Dispatch): Call;
  /** 长连接: gets the events over a connection of its own, too; absent unless it is set so. */
  connect?(take: TakeEvents, hooks: ConnectionHooks): Connection;
  /** Learns from the platform what decoding needs; safe to call again, resolves even if the platform is away. */
  start(): Promise<void>;
}

/** A card that stays as it is: what changed can't be shown on it, and is no reason for another message. */
export const unchanged = (messageId: string): Call => ({
  keyWindowMs: Number.POSITIVE_INFINITY,
  cost: 0,
  send: () => Promise.resolve({ kind: 'sent', messageId }),
});

export const JSON_TYPE = 'application/json; charset=utf-8';

/** @example jsonReply({}) // { status: 200, contentType: 'application/json; charset=utf-8', body: '{}' } */
export const jsonReply = (body: unknown, status = 200): Reply => ({
  status,
  contentType: JSON_TYPE,
  body: JSON.stringify(body),
});
