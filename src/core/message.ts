import type { Instant } from './day.ts';
import type { About, Body, Missing, Status } from './vocabulary.ts';

/** What a channel hands to the bot: one thing that one person said, pressed or sent. */
export interface Message {
  /** Unique per channel event; the same id is the same message, however often it arrives. */
  id: string;
  /** Roster id of the sender. */
  person: string;
  /** `null` for a private chat, else the group's name. */
  group: string | null;
  at: Instant;
  text?: string;
  /** A file's name as sent, without any path. */
  file?: string;
  press?: Press;
  /** The id of an earlier message that this one says otherwise. */
  edits?: string;
  /** The delivery whose form this text fills in. */
  answers?: number;
  /** A kind of message without words, e.g. `audio`: answered with what could be said instead. */
  unreadable?: string;
}

export interface Press {
  label: string;
  /** What was typed into the card's comment field. */
  note?: string;
  /** The delivery whose button was pressed; a rehearsal presses by label alone. */
  delivery?: number;
  /** Said in words that name the delivery: no card is waiting for its new look in the answer. */
  typed?: true;
}

/** Verbatim words of a clause; `district` is set where they are another district's (a comparison). */
export interface Quote {
  ref: string;
  text: string;
  district?: string;
}

export interface Attachment {
  name: string;
  type: string;
}

/** One message to one person or group (contract §3). */
export interface Delivery {
  at: string;
  to: string;
  for?: Body;
  status: Status;
  about: About;
  text: string;
  clauses: string[];
  quotes: Quote[];
  missing?: Missing[];
  /** ISO date or instant. */
  due?: string;
  buttons: string[];
  request?: string;
  attachments?: Attachment[];
}
