/**
 * One row for each provision that decides something, over the districts whose rule has it: what keeps it and what breaks it.
 * A line `role > words` says, `role > [同意] note` presses, `role > {file.pdf} words` attaches, `-- 2026-04-14 09:00` moves the clock.
 * `=> role status § 词` after a line is expected of its deliveries: `§` that the row's clauses are cited, `词` a pattern of the
 * text; roles are the ids that all example rosters share. A breaking chat that begins with `+ ` follows on the keeping one.
 */
import type { ValueKind } from '../../src/rules/value.ts';

/** What breaking a provision leads to, for whoever broke it. `told`: it goes on, and the clause is shown. */
export type Outcome = 'refused' | 'not-allowed' | 'told' | 'incomplete';

export interface Row {
  /** Ids of provisions, the same in all districts; several are kept and broken by the same words. */
  id: string;
  /** Districts by what breaking it leads to. */
  in: Partial<Record<Outcome, string>>;
  kept: string;
  broken: string;
}

export const ALL = 'linzi zhangdian laiwu zhoucun penglai';

/** Kinds of provisions outside the table, and why. */
export const ELSEWHERE: Partial<Record<ValueKind, string>> = {
  statement: 'answered and cited; nothing is decided from it',
  'meeting-scope': 'lists what a meeting is about; answered',
  portfolio: 'says who oversees what; answered',
  leave: 'leave has chats and an oracle of its own',
  'leave-attachments': 'leave',
  'leave-urgent': 'leave',
  'leave-return': 'leave',
  reachable: 'leave',
  'stand-in': 'leave',
  'both-away': 'leave',
};

/** Single provisions that decide nothing, by district and id, and why. */
export const NOTHING_TO_BREAK: Readonly<Record<string, string>> = {
  'linzi event.speech': 'points to other rules; answered',
  'penglai reception.important': 'says neither to whom nor when such guests are reported; put on record',
  'linzi agenda.filing': 'the way of a topic, which has a row, ends with the same filing',
  'zhangdian meeting.attendance': 'wants leave asked for; of whom, and how, its neighbours say, and they have rows',
};
