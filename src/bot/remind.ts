/** 催办提醒: one reminder of a step, never too many of one matter. */
import { type Matter, MOST_REMINDERS, type Step } from '../core/matter.ts';
import { deliver, type Turn } from './turn.ts';

/** Reminds everybody who has a step and hasn't been reminded of its matter often enough. */
export function remind(turn: Turn, matter: Matter, step: Step, text: string): void {
  for (const to of turn.store.steps.peopleOf(step.id)) {
    if (turn.store.outbox.remindersOf(matter.id, to) >= MOST_REMINDERS) continue;
    deliver(turn, {
      to,
      body: step.body ?? undefined,
      status: 'reminder',
      about: matter.about,
      text,
      quotes: matter.route[step.stage]?.quotes ?? [],
      due: step.due ?? undefined,
      matter: matter.id,
      step: step.id,
    });
  }
}
