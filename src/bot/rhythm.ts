/** 召开频次: the office hears, once, that the rule's interval has passed without another meeting of a kind. */
import type { Timer } from '../../db/verbs/timers.ts';
import { addDays, addMonths, type Day, instantOf, sayDay } from '../core/day.ts';
import { isMeeting, type Matter } from '../core/matter.ts';
import { MEETINGS } from '../core/vocabulary.ts';
import { quoteOf } from '../rules/quote.ts';
import type { ProvisionOf } from '../rules/schema.ts';
import { deliver, type Turn } from './turn.ts';

const ruleFor = (turn: Turn, kind: string): ProvisionOf<'meeting-frequency'> | undefined =>
  turn.bookOn(turn.today).find('meeting-frequency', (v) => v.meeting === kind);

/** The day by which the next one should have been held. */
function nextBy(last: Day, { times, weeks, months }: ProvisionOf<'meeting-frequency'>['value']): Day {
  return weeks ? addDays(last, Math.floor((weeks * 7) / times)) : addMonths(last, Math.floor((months ?? 12) / times));
}

/** Registers, for a meeting that has been held, when to look whether another has followed. */
export function watchRhythm(turn: Turn, matter: Matter): void {
  const rule = matter.day ? ruleFor(turn, matter.kind) : undefined;
  if (!rule || !matter.day) return;
  const at = instantOf(turn.calendar.nextWorkday(nextBy(matter.day, rule.value)), '09:00');
  if (at > turn.now) turn.store.timers.add({ at, kind: 'rhythm', matter: matter.id, step: null, person: null });
}

const FURTHEST_DAYS = 366;

/** Reminds the office unless another has been held, or is called. */
export function remindRhythm(turn: Turn, timer: Timer): void {
  const matter = timer.matter === null ? undefined : turn.store.matters.get(timer.matter);
  if (!matter?.day || !isMeeting(matter)) return;
  const rule = ruleFor(turn, matter.kind);
  const later = turn.store.matters
    .between('meeting', addDays(matter.day, 1), addDays(turn.today, FURTHEST_DAYS))
    .some((m) => m.kind === matter.kind && m.state !== 'withdrawn' && m.state !== 'declined');
  if (!rule || later) return;
  const text = `上一次${MEETINGS[matter.kind]}为${sayDay(matter.day, turn.today)}，此后尚未安排。${rule.says}请统筹安排。`;
  for (const { id } of turn.roster.receiversOf('government-office')) {
    deliver(turn, {
      to: id,
      body: 'government-office',
      status: 'reminder',
      about: 'meeting',
      text,
      quotes: [quoteOf(turn.bookOn(turn.today), rule)],
    });
  }
}
