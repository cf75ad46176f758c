/**
 * One row for each provision that decides something, over the districts whose rule has it: what keeps it and what breaks it.
 * A line `role > words` says, `role > [同意] note` presses, `role > {file.pdf} words` attaches, `-- 2026-04-14 09:00` moves the clock.
 * `=> role status` after a line is expected of its deliveries; roles are the ids that all example rosters share.
 */

/** What breaking a provision leads to, for whoever broke it. `told`: it goes on, and the clause is shown. */
export type Outcome = 'refused' | 'not-allowed' | 'told' | 'incomplete';

export interface Row {
  /** Ids of provisions, the same in all districts; several are kept and broken by the same words. */
  id: string;
  /** Districts by what breaking it leads to; `kept` where nothing can be broken: the rule only opens a way. */
  in: Partial<Record<Outcome | 'kept', string>>;
  kept: string;
  broken?: string;
}

export const ALL = 'linzi zhangdian laiwu zhoucun penglai';
