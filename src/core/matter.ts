import type { Instant } from './day.ts';
import type { Quote } from './message.ts';
import { type About, type Ask, type Body, MEETINGS, type MeetingKind } from './vocabulary.ts';

/** `effective`: nobody's consent is awaited (a report, a registration); `closed`: over (returned, done, held). */
export type MatterState = 'open' | 'approved' | 'declined' | 'withdrawn' | 'effective' | 'closed';

/** A stage of a route as planned when the matter was opened. */
export interface PlannedStage {
  ask: Ask;
  /** Parties of the rule (see rules/terms.ts), resolved when the stage opens. */
  who: string[];
  /** People fixed beforehand, beside `who`. */
  people?: string[];
  /** The rule's own verb, e.g. 签发. */
  word?: string;
  quotes: Quote[];
  /** ISO day or instant by which the step is due. */
  due?: string;
  /** A sentence for this stage's people alone. */
  hint?: string;
  /** What silence at the due time means, where the rule says so. */
  silence?: 'no-objection';
}

/** A person is reminded of one matter at most this often, however often a due day changes; unless they ask for more. */
export const MOST_REMINDERS = 3;

/** What a matter is about, apart from its route: facts that parties are resolved from and sentences are made of. */
export interface MatterData {
  /** The whole as deciders read it. */
  body: string;
  /** The same for everybody else, without the reason. */
  publicBody: string;
  /** Points shown to whoever decides. */
  warnings: string[];
  /** The unit whose matter it is, for 分管副区长. */
  unit?: string;
  units?: string[];
  presider?: string;
  mandator?: string;
  leaders?: string[];
  first?: string;
  last?: string;
  attachments?: string[];
  /** Papers that the bot draws up and sends along. */
  papers?: Paper[];
  /** Command-specific facts. */
  facts?: Record<string, string | number | boolean | string[]>;
}

/** A paper drawn up from what was said; rendered as docx by the host that sends it. */
export interface Paper {
  name: string;
  title: string;
  addressee: string;
  paragraphs: string[];
  signature: string;
  day: string;
}

/** 事项 */
export interface Matter {
  id: string;
  seq: number;
  about: About;
  kind: string;
  title: string;
  owner: string;
  filedBy: string;
  /** Edition of the rules it is judged by. */
  edition: string;
  state: MatterState;
  day: string | null;
  data: MatterData;
  route: PlannedStage[];
  quotes: Quote[];
  /** Index of the stage that is open. */
  stage: number;
  openedAt: Instant;
  closedAt: Instant | null;
  /** The message that filed it; `null` where none did. */
  cause: string | null;
}

export type StepState = 'open' | 'done' | 'declined' | 'silent' | 'cancelled';

/** 步骤: one thing asked of one person, or of whoever receives for a body. */
export interface Step {
  id: number;
  matter: string;
  stage: number;
  ask: Ask;
  party: string;
  body: Body | null;
  /** Who would have it, were they not away. */
  principal: string | null;
  state: StepState;
  due: string | null;
  openedAt: Instant;
  decidedAt: Instant | null;
  decidedBy: string | null;
  outcome: string | null;
  note: string | null;
}

/** 外出登记 */
export interface Absence {
  id: number;
  person: string;
  first: string;
  last: string;
  matter: string | null;
  /** Who presides meanwhile, where the rule lets the mayor name somebody. */
  designee: string | null;
  returnedAt: Instant | null;
}

/** Whether a matter is a called meeting, not a leave or task that hangs on one. */
export const isMeeting = (matter: Matter): matter is Matter & { kind: MeetingKind } =>
  matter.about === 'meeting' && matter.kind in MEETINGS;
