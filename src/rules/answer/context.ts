import type { Calendar } from '../../calendar/calendar.ts';
import type { Day, Instant } from '../../core/day.ts';
import type { Quote } from '../../core/message.ts';
import type { Person, Roster } from '../../core/roster.ts';
import type { About } from '../../core/vocabulary.ts';
import type { DateSpan } from '../../language/dates/types.ts';
import type { Marked } from '../../language/mark.ts';
import type { PersonSpan } from '../../language/people.ts';
import type { QuestionPart, QuestionReading } from '../../language/question.ts';
import type { UnitSpan } from '../../language/units.ts';
import type { RuleBook } from '../book.ts';
import type { Library } from '../library.ts';
import type { Provision } from '../schema.ts';
import type { Family } from '../terms.ts';

/** A question as somebody put it. */
export interface Question {
  text: string;
  /** Where the part begins that is asked now; what stands before was asked already. */
  from?: number;
  asker?: Person;
  now: Instant;
  /** What is marked in the asker's message: of use where the message is the question and nothing else. */
  marked?: Marked;
}

/** What a district's answers rest on. */
export interface AnswerContext {
  book: RuleBook;
  roster: Roster;
  calendar: Calendar;
  /** All districts' rules, for comparisons. */
  library?: Library;
  /** Whether somebody is away on a day. */
  awayOn?: (personId: string, day: Day) => boolean;
}

/** The answer to a question (contract §4). `text` is without the clauses' words; see `printAnswer`. */
export interface Answer {
  status: 'answered' | 'not-found';
  about: About;
  text: string;
  /** Clauses of the asked district that the answer rests on; none for `not-found`. */
  clauses: string[];
  quotes: Quote[];
  due?: string;
}

/** A question read, with all that answering a part of it needs. */
export interface Asked extends AnswerContext {
  text: string;
  reading: QuestionReading;
  people: PersonSpan[];
  units: UnitSpan[];
  dates: readonly DateSpan[];
  asker?: Person;
  now: Instant;
  today: Day;
}

/** One part of a question, and a provision that answers it. */
export interface Point {
  asked: Asked;
  part: QuestionPart;
  topic: string;
  provision: Provision;
}

/** What a special kind of answer puts before the provision's own sentence. */
export interface Lead {
  text: string;
  /** Provisions that it rests on besides. */
  also?: Provision[];
  due?: string;
  /** What follows the provision's sentence. */
  after?: string;
  /** Names are said already. */
  named?: boolean;
}

const ABOUT: Partial<Record<Family, About>> = {
  leave: 'leave',
  meeting: 'meeting',
  agenda: 'agenda',
  minutes: 'minutes',
  document: 'document',
  countersign: 'countersign',
  agreement: 'agreement',
  event: 'event',
  supervision: 'supervision',
  research: 'research',
  reception: 'reception',
};

export const aboutOf = (family: Family | undefined): About => (family && ABOUT[family]) ?? 'rule';
