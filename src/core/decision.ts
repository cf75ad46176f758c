/** What a command decides: the reply to who spoke, and what is to be done. Pure data; the bot carries it out. */
import type { Day, Instant } from './day.ts';
import type { MatterData, PlannedStage } from './matter.ts';
import type { Attachment, Quote } from './message.ts';
import type { About, Body, Missing, Status } from './vocabulary.ts';

export interface NewMatter {
  about: About;
  /** Which of the command's matters, e.g. `absence`, `executive`. */
  kind: string;
  title: string;
  owner: string;
  day?: Day;
  data: MatterData;
  route: PlannedStage[];
  quotes: Quote[];
}

export type Effect =
  /** Opens a matter and sets it on its route; `reply` words the answer once it is known whom it reached. */
  | { do: 'open'; matter: NewMatter }
  /** Keeps an unfinished request until the next message fills it. */
  | { do: 'draft'; about: About; request: Record<string, unknown>; missing: Missing[] }
  /** `told`: people who hear of it otherwise. */
  | { do: 'withdraw'; matter: string; why: string; told?: string[] }
  /** Replaces an open matter's facts and starts its route afresh; `told`: people who hear of it otherwise. */
  | { do: 'restart'; matter: string; with: NewMatter; told?: string[] }
  /** New facts for a matter that goes on as it is. */
  | { do: 'amend'; matter: string; data: MatterData; day?: Day }
  /** Further people are asked to come to what is called already. */
  | { do: 'invite'; matter: string; people: string[] }
  /** Some of those who were asked to come need not any more, and are told so. */
  | { do: 'uninvite'; matter: string; people: string[] }
  | { do: 'close'; matter: string }
  /** `designee`: whom the mayor names to preside meanwhile, where the rule allows it. */
  | { do: 'absence'; person: string; first: Day; last: Day; matter?: string; designee?: string }
  | { do: 'return'; person: string; absence: number; last: Day }
  /** An absence goes on until another day. */
  | { do: 'prolong'; absence: number; last: Day }
  /** `about` is needed where no matter is named. */
  | {
      do: 'tell';
      to: string[];
      status: Status;
      text: string;
      quotes: Quote[];
      matter?: string;
      about?: About;
      body?: Body;
    }
  /** Whoever has a step is asked to do it, unless they have been often enough. */
  | { do: 'remind'; step: number; text: string }
  /** A button's word, typed. */
  | { do: 'press'; step: number; label: string; note?: string }
  /** The sender's own decision, pressed by mistake. */
  | { do: 'take-back'; step: number }
  /** A one-time code by which a person's account becomes known; the reply tells it. */
  | { do: 'bind-code'; person: string }
  | { do: 'unbind'; person: string }
  /** A one-time code for the console's pages; the reply tells it. */
  | { do: 'sign-in' }
  | { do: 'due'; step: number; due: string }
  /** The speaker is reminded of a step at `at`, not before. */
  | { do: 'snooze'; step: number; at: Instant }
  /** A send that was given up did arrive, or is to leave once more. */
  | { do: 'settle-send'; send: number; as: 'sent' | 'again' }
  | { do: 'ask-office'; outcome: 'not-found' | 'not-understood' | 'disputed'; text: string };

export interface Decision {
  status: Status;
  about: About;
  /** Chinese, complete; the clauses' words are set below it. */
  text: string;
  /** The words that the decision rests on. */
  quotes: Quote[];
  /** Words shown without resting on them (the nearest clause of a not-found). */
  aside?: Quote[];
  missing?: Missing[];
  due?: string;
  attachments?: Attachment[];
  effects: Effect[];
  /** What else the message wanted, decided by itself and answered after this. */
  also?: Decision[];
  /** Set on the answer of a comparison or a found clause whose quotes aren't all of this district. */
  clauses?: string[];
}

/** A reply without any effect. */
export const reply = (
  about: About,
  status: Status,
  text: string,
  quotes: Quote[] = [],
  more: Partial<Decision> = {},
): Decision => ({ about, status, text, quotes, effects: [], ...more });
