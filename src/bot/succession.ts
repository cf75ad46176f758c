/** 人员变动: what people who have left the roster still had to do goes to who has their place, or the office is told. */
import type { Step } from '../core/matter.ts';
import { type Person, sayPerson } from '../core/roster.ts';
import { refreshFiled } from './cards.ts';
import { sendStep } from './route.ts';
import { audit, deliver, type Turn } from './turn.ts';

const DONE_FOR = 'succession';

/** Once for each roster, before anything is done under it. */
export function succeed(turn: Turn): void {
  const roster = String(turn.store.rosters.number());
  if (turn.store.meta.get(DONE_FOR) === roster) return;
  turn.store.meta.set(DONE_FOR, roster);
  for (const id of turn.store.steps.peopleWithOpen()) {
    if (turn.roster.person(id)) continue;
    const before = turn.store.rosters.newestOf(id);
    if (before) leaveOff(turn, before);
  }
}

/** The one who has a former holder's position in the same unit now. */
function successorOf(turn: Turn, before: Person): Person | undefined {
  const [one, another] = turn.roster.people.filter((p) => p.position === before.position && p.unit === before.unit);
  return another ? undefined : one;
}

function leaveOff(turn: Turn, before: Person): void {
  const successor = before.position === 'staff' ? undefined : successorOf(turn, before);
  const stuck: string[] = [];
  for (const step of turn.store.steps.openOf(before.id)) {
    const matter = turn.store.matters.get(step.matter);
    const others = turn.store.steps.peopleOf(step.id).some((id) => turn.roster.person(id));
    if (!matter || others) continue;
    if (successor && successor.id !== matter.owner) handTo(turn, step, before, successor);
    else stuck.push(`“${matter.title}”`);
  }
  if (stuck.length === 0) return;
  const more = stuck.length > MOST_NAMED ? `等${stuck.length}项` : '';
  for (const { id } of turn.roster.receiversOf('government-office')) {
    deliver(turn, {
      to: id,
      body: 'government-office',
      status: 'notice',
      about: 'help',
      text: `${before.name}已不在名册，下列事项待其办理而无人接办：${stuck.slice(0, MOST_NAMED).join('、')}${more}。请协调申请人撤回后重新提出。`,
      quotes: [],
    });
  }
}

const MOST_NAMED = 5;

function handTo(turn: Turn, step: Step, before: Person, successor: Person): void {
  const matter = turn.store.matters.get(step.matter);
  const stage = matter?.route[step.stage];
  if (!matter || !stage) return;
  turn.store.steps.hand(step.id, successor.id, step.principal);
  turn.store.queues.reopen(step.id, undefined, turn.now);
  audit(turn, 'bot', '人员变动，转由继任办理', matter, { step: step.id });
  const hint = `${before.name}已不在名册，由${successor.name}接续办理。`;
  sendStep(turn, matter, step.id, stage, { party: step.party, people: [successor.id], quotes: [], hint });
  refreshFiled(turn, matter);
  if (!turn.roster.person(matter.owner)) return;
  deliver(turn, {
    to: matter.owner,
    status: 'notice',
    about: matter.about,
    text: `“${matter.title}”：${before.name}已不在名册，转由${sayPerson(successor)}办理。`,
    quotes: [],
    matter: matter.id,
  });
}
