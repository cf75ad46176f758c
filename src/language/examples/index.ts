/** How people ask about each topic: questions separated by `|`. The likeness reader learns from them; a new one may be added at will. */
import { CONDUCT_EXAMPLES } from './conduct.ts';
import { DOCUMENT_EXAMPLES } from './document.ts';
import { LEAVE_EXAMPLES } from './leave.ts';
import { MEETING_EXAMPLES } from './meeting.ts';
import { OUTSIDE_EXAMPLES } from './outside.ts';

/** The pattern of what no rule is about. */
export const OUTSIDE = 'outside';

/** Topic pattern → its example questions. */
export const EXAMPLES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    ...LEAVE_EXAMPLES,
    ...MEETING_EXAMPLES,
    ...DOCUMENT_EXAMPLES,
    ...CONDUCT_EXAMPLES,
    ...OUTSIDE_EXAMPLES,
  }).map(([topic, questions]) => [topic, questions.split('|')]),
);
