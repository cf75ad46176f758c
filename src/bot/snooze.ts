/** 推迟提醒: one reminder at the time that its receiver asked for; what is due stays due. */
import type { Timer } from '../../db/verbs/timers.ts';
import type { Instant } from '../core/day.ts';
import { audit, deliver, type Turn } from './turn.ts';
import { sayDue } from './wording.ts';

/** Puts off the reminders of a step that one person has; where several have it, the others' come as before. */
export function snooze(turn: Turn, person: string, id: number, at: Instant): string | undefined {
  const { steps, timers, matters } = turn.store;
  const step = steps.get(id);
  const matter = step && matters.get(step.matter);
  const people = steps.peopleOf(id);
  if (!step || !matter || step.state !== 'open' || !people.includes(person)) return undefined;
  if (people.length === 1) timers.removeReminders(id, at);
  timers.add({ at, kind: 'snoozed', matter: matter.id, step: id, person });
  audit(turn, person, '推迟提醒', matter, { step: id });
  return matter.id;
}

/** Asked for, so it comes however often there were reminders before. */
export function remindAgain(turn: Turn, timer: Timer): void {
  const step = timer.step === null ? undefined : turn.store.steps.get(timer.step);
  const matter = step && turn.store.matters.get(step.matter);
  const to = timer.person ?? '';
  if (!step || !matter || step.state !== 'open' || !turn.store.steps.peopleOf(step.id).includes(to)) return;
  const due = step.due ? `（时限${sayDue(turn, step.due)}）` : '';
  deliver(turn, {
    to,
    body: step.body ?? undefined,
    status: 'reminder',
    about: matter.about,
    text: `“${matter.title}”尚待您办理${due}，按您的要求再次提醒。`,
    quotes: matter.route[step.stage]?.quotes ?? [],
    due: step.due ?? undefined,
    matter: matter.id,
    step: step.id,
  });
}
