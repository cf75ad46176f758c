/** 误按撤回: a decision is undone as long as nothing has followed from it; those who had heard of it hear of that. */

import { type Instant, isoBeijing } from '../core/day.ts';
import type { Effect } from '../core/decision.ts';
import type { Matter, Step } from '../core/matter.ts';
import { sayPerson } from '../core/roster.ts';
import { BUTTONS } from '../core/vocabulary.ts';
import { refreshCards } from './cards.ts';
import { isBlocking, setStepTimers } from './route.ts';
import { absenceEnds } from './tick.ts';
import { audit, deliver, type Turn } from './turn.ts';

/** How long a mistake may take to be noticed. */
const MINUTES = 5;
const TAKES_BACK_MS = MINUTES * 60_000;
const UNDONE = '误按撤回';

/** Takes a person's own decision back, or says why it stays. */
export function takeBack(turn: Turn, person: string, stepId: number): void {
  const step = turn.store.steps.get(stepId);
  const matter = step && turn.store.matters.get(step.matter);
  if (!step || !matter || step.decidedBy !== person || step.decidedAt === null) return;
  const sequel = sequelOf(turn, matter, step);
  const obstacle = obstacleTo(turn, matter, step, step.decidedAt, sequel);
  const answer = (status: 'refused' | 'recorded', text: string): void =>
    deliver(turn, { to: person, status, about: matter.about, text, quotes: [], matter: matter.id });
  const label = step.outcome ?? '';
  if (obstacle !== null) {
    answer('refused', `“${matter.title}”的“${label}”不能撤回：${obstacle}。如需更正，请与提出人或区政府办公室联系。`);
    return;
  }
  const before = matter.state;
  const told = toldOf(turn, matter, step, sequel);
  undo(turn, matter, step, sequel);
  audit(turn, person, UNDONE, matter, { step: step.id, label });
  answer('recorded', `已撤回您对“${matter.title}”的“${label}”，该事项恢复为待您办理，请重新回复${sayButtons(step)}。`);
  const who = turn.roster.person(person);
  const name = who ? sayPerson(who) : person;
  const voided = before === 'approved' || before === 'declined' ? '此前的办理结果通知作废，' : '';
  for (const to of told) {
    deliver(turn, {
      to,
      status: 'notice',
      about: matter.about,
      text: `${name}对“${matter.title}”的“${label}”系误按，已撤回；${voided}该事项仍待其办理。`,
      quotes: [],
      matter: matter.id,
    });
  }
}

/** What came of a decision. */
interface Sequel {
  /** Steps of later stages. */
  later: Step[];
  /** Steps that it took back, when it ended the matter. */
  ended: Step[];
  /** What the matter's command did once it was settled. */
  effects: Effect[];
}

function sequelOf(turn: Turn, matter: Matter, step: Step): Sequel {
  if (!isBlocking(step.ask)) return { later: [], ended: [], effects: [] };
  const steps = turn.store.steps.ofMatter(matter.id);
  const settled = matter.state === 'approved' || matter.state === 'closed';
  return {
    later: steps.filter((s) => s.stage > step.stage && s.state !== 'cancelled'),
    ended: steps.filter(
      (s) => s.state === 'cancelled' && s.outcome !== UNDONE && s.decidedAt === step.decidedAt && s.stage <= step.stage,
    ),
    effects: settled ? turn.followUps(turn, matter) : [],
  };
}

/** Why a decision can't be taken back, in Chinese; `null` where it can. */
function obstacleTo(turn: Turn, matter: Matter, step: Step, at: Instant, sequel: Sequel): string | null {
  if (turn.now - at > TAKES_BACK_MS) return `已于${isoBeijing(at).slice(11, 16)}办理，超过${MINUTES}分钟`;
  if (matter.state === 'withdrawn') return '该事项已由提出人撤回或变更';
  if (matter.state === 'closed' && step.ask !== 'do') return '该事项已办结';
  if (matter.state === 'declined' && step.state !== 'declined') return '该事项已因他人不同意而终止';
  const decided = sequel.later.find((s) => s.state !== 'open');
  if (decided) return `${turn.roster.nameOf(decided.decidedBy ?? '')}已在其后办理（${decided.outcome ?? ''}）`;
  if (sequel.effects.some((effect) => effect.do !== 'tell' && effect.do !== 'absence')) return '已据此办理后续事项';
  return null;
}

/** Everybody who had heard of the decision, without whoever made it. */
function toldOf(turn: Turn, matter: Matter, step: Step, { later, ended, effects }: Sequel): string[] {
  if (step.ask === 'attend') return [];
  const steps = matter.state === 'declined' ? turn.store.steps.ofMatter(matter.id) : [...later, ...ended];
  const people = steps.flatMap((s) => [...turn.store.steps.peopleOf(s.id), ...(s.principal ? [s.principal] : [])]);
  const tells = effects.flatMap((effect) => (effect.do === 'tell' ? effect.to : []));
  return [...new Set([matter.owner, ...people, ...tells])].filter((id) => id !== step.decidedBy);
}

function undo(turn: Turn, matter: Matter, step: Step, { later, ended }: Sequel): void {
  const { steps, matters, timers, absences, queues } = turn.store;
  const back = [step, ...ended].map((s) => s.id);
  const gone = later.map((s) => s.id);
  steps.reopen(back);
  steps.cancel(gone, turn.now, UNDONE);
  if (isBlocking(step.ask)) {
    matters.setState(matter.id, 'open', null);
    matters.setStage(matter.id, step.stage);
    timers.removeMatter(matter.id);
    absences.removeOfMatter(matter.id);
    absenceEnds(turn, matter.owner);
    for (const open of steps.ofMatter(matter.id)) if (open.state === 'open') setStepTimers(turn, matter, open);
  } else setStepTimers(turn, matter, step);
  for (const id of [...back, ...gone]) queues.reopen(id, undefined, turn.now);
  refreshCards(turn, matter, step);
}

/** `“同意”或“不同意”` */
const sayButtons = (step: Step): string => BUTTONS[step.ask].map((label) => `“${label}”`).join('或');
