/** What the provisions have to say of an event, gathered before anything is decided. */
import type { Missing } from '../../src/core/vocabulary.ts';
import type { Provision } from '../../src/rules/schema.ts';
import type { EventKind } from '../../src/rules/terms.ts';
import type { Stage } from '../../src/rules/value.ts';
import type { EventRequest } from './read.ts';

export interface Verdict {
  basis: Provision[];
  /** Said to the applicant and to whoever decides. */
  warnings: string[];
  stages: Stage[];
  /** Prohibitions that nothing excuses. */
  refusals: { says: string; provision: Provision }[];
  missing: Set<Missing>;
  /** Provisions that only advise, or ask for nothing in this case. */
  answers: string[];
}

export const newVerdict = (): Verdict => ({
  basis: [],
  warnings: [],
  stages: [],
  refusals: [],
  missing: new Set(),
  answers: [],
});

/** Kinds that are an invitation all the same where the rule has nothing more particular. */
export const INVITATIONS: readonly EventKind[] = [
  'invite-leader',
  'ribbon-cutting',
  'social-activity',
  'foreign-affairs',
  'direct-invitation',
  'department-meeting',
];

/** Whether somebody is to come somewhere. */
export const isAttendance = (request: EventRequest): boolean => request.kinds.some((k) => INVITATIONS.includes(k));
