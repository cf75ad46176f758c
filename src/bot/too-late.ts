/** What has become of a step, for whoever comes too late: who decided, and when, or how its matter ended. */
import { sayDay, wallClock } from '../core/day.ts';
import { isMeeting, type Matter, type Step } from '../core/matter.ts';
import type { Turn } from './turn.ts';

/** The fact of a matter that tells which one it takes the place of. */
export const REPLACES = 'replaces';

/** `周海涛已办理（同意，3月2日（周一）09:05）`, `会议已于3月2日（周一）09:05取消` */
export function whoDecided(turn: Turn, step: Step, matter: Matter): string {
  if (matter.state === 'withdrawn') return withdrawn(turn, matter);
  if (step.state === 'cancelled') return ended(turn, matter);
  if (step.state === 'silent') return '该事项逾期未回复，已按规则处理';
  const by = step.decidedBy ? turn.roster.nameOf(step.decidedBy) : '';
  return `${by}已办理（${step.outcome ?? ''}，${sayWhen(turn, step.decidedAt)}）`;
}

function withdrawn(turn: Turn, matter: Matter): string {
  const when = sayWhen(turn, matter.closedAt);
  const instead = turn.store.matters
    .ofOwner(matter.owner, matter.about)
    .find((m) => m.data.facts?.[REPLACES] === matter.id);
  if (instead) return `已于${when}变更，请办理新的“${instead.title}”`;
  return isMeeting(matter) ? `会议已于${when}取消` : `该事项已于${when}撤回`;
}

function ended(turn: Turn, matter: Matter): string {
  if (matter.closedAt === null) return '该环节已撤回，不再需要您办理';
  const when = sayWhen(turn, matter.closedAt);
  const against = turn.store.steps.ofMatter(matter.id).find((s) => s.state === 'declined');
  const by = against?.decidedBy ? `，${turn.roster.nameOf(against.decidedBy)}${against.outcome ?? ''}` : '';
  if (matter.state === 'closed' && isMeeting(matter)) return '会议已经开过';
  return matter.state === 'closed' ? `该事项已于${when}办结` : `该事项已于${when}终止${by}`;
}

/** `3月2日（周一）09:05` */
function sayWhen(turn: Turn, at: number | null): string {
  const clock = wallClock(at ?? turn.now);
  return `${sayDay(clock.slice(0, 10), turn.today)}${clock.slice(11, 16)}`;
}
