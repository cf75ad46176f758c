import type { Calendar } from '../src/calendar/calendar.ts';
import type { Day, Instant } from '../src/core/day.ts';
import type { Decision } from '../src/core/decision.ts';
import type { Absence, Matter, Step } from '../src/core/matter.ts';
import type { ChannelName, Person, Roster } from '../src/core/roster.ts';
import type { About, Status } from '../src/core/vocabulary.ts';
import type { Marked } from '../src/language/mark.ts';
import type { RuleBook } from '../src/rules/book.ts';
import type { Library } from '../src/rules/library.ts';

/** What commands may look up; never written through. */
export interface Facts {
  matter(id: string): Matter | undefined;
  /** Newest first. */
  mattersOf(owner: string, about: About): Matter[];
  /** An owner's that are under way or hold, and touch the days `first` to `last` (their `data`); newest first. */
  mattersTouching(owner: string, about: About, first: Day, last: Day): Matter[];
  /** Whether an owner has one that is under way or holds. */
  hasCurrent(owner: string, about: About): boolean;
  /** Those that take place between two days, both included. */
  mattersBetween(about: About, from: Day, to: Day): Matter[];
  recent(about: About): Matter[];
  stepsOf(matter: string): Step[];
  /** The newest hundred, oldest first. */
  openSteps(person: string): Step[];
  /** What a person decided lately, newest first. */
  decisionsOf(person: string): Step[];
  peopleOf(step: number): string[];
  /** How often a person has been reminded of a matter. */
  remindersOf(matter: string, person: string): number;
  absenceOn(person: string, day: Day): Absence | undefined;
  openAbsences(person: string): Absence[];
  absencesOverlapping(person: string, first: Day, last: Day): Absence[];
  /** What a person said before the message at hand, if anything. */
  saidBefore(person: string): string | undefined;
  /** What a person said in a chat within the hour before the message at hand, newest first. */
  saidLately(person: string, group: string | null): string[];
  /** Sends whose outcome nobody can know, or that the platform refused; oldest first. */
  givenUpSends(): GivenUpSend[];
}

/** 待核实、发送失败: a message that may not have reached its receiver. */
export interface GivenUpSend {
  id: number;
  at: Instant;
  to: string;
  channel: ChannelName;
  status: Status;
  state: 'uncertain' | 'failed';
  /** In Chinese where the platform refused it. */
  reason: string | null;
}

/** Everything a decision depends on. The clock is `now`; there is no other. */
export interface Context {
  district: string;
  book: RuleBook;
  library: Library;
  roster: Roster;
  calendar: Calendar;
  now: Instant;
  today: Day;
  sender: Person;
  group: string | null;
  facts: Facts;
}

/** How strongly a text is an act of this command, and the words that say so. */
export interface Weight {
  score: number;
  evidence: string[];
}

/** A message as a command reads it. */
export interface Said {
  marked: Marked;
  /** File names sent with it. */
  files: string[];
}

/** A command: one subject, its requests read from text and judged by the district's provisions. */
export interface Command {
  about: About;
  /** What it is called, e.g. 请假外出. */
  name: string;
  /** Sentences that a user could copy. */
  examples: string[];
  /** `null` when nothing in the text speaks for it. */
  weigh(said: Said, context: Context): Weight | null;
  /** Judges a message; `draft` holds what earlier messages of an unfinished request said. */
  decide(said: Said, context: Context, draft?: Record<string, unknown>): Decision;
  /** Whether an unfinished request waits for words that may read like anything, such as a reason. */
  awaits?(draft: Record<string, unknown>): boolean;
  /** What the command reads from a text, for `understand`; JSON. */
  read(said: Said, context: Context): Record<string, unknown>;
  /** What follows once nobody's consent is awaited any more. */
  settled?(matter: Matter, context: Context): Decision['effects'];
  /** Answers a press itself (参加, 请假); `null` leaves it to the engine. */
  pressed?(press: { step: Step; matter: Matter; label: string; note?: string }, context: Context): Decision | null;
}
