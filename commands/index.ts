import { accounts } from './accounts.ts';
import { agenda } from './agenda.ts';
import { agreement } from './agreement.ts';
import type { Command } from './command.ts';
import { countersign } from './countersign.ts';
import { document } from './document.ts';
import { event } from './event.ts';
import { feedback } from './feedback.ts';
import { help } from './help.ts';
import { leave } from './leave.ts';
import { meeting } from './meeting.ts';
import { minutes } from './minutes.ts';
import { ownMatters } from './own.ts';
import { reception } from './reception.ts';
import { reply } from './reply.ts';
import { research } from './research.ts';
import { resubmit } from './resubmit.ts';
import { rule } from './rule.ts';
import { sends } from './sends.ts';
import { signIn } from './sign-in.ts';
import { snooze } from './snooze.ts';
import { supervision } from './supervision.ts';
import { takeBack } from './take-back.ts';

export { reply };

/** All commands; their order does not matter, every one weighs the evidence for itself. */
export const COMMANDS: readonly Command[] = [
  accounts,
  agreement,
  countersign,
  agenda,
  event,
  feedback,
  help,
  leave,
  meeting,
  minutes,
  document,
  reply,
  ownMatters,
  rule,
  sends,
  signIn,
  supervision,
  takeBack,
  snooze,
  research,
  reception,
  resubmit,
];
