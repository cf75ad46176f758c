/** Time as a sender: reminders, silence, the beginning of an absence. */

import type { Timer } from '../../db/verbs/timers.ts';
import { dayOf, instantOf, saySpan } from '../core/day.ts';
import { type Absence, isMeeting, type Matter, type Step } from '../core/matter.ts';
import { quotesOf } from '../rules/quote.ts';
import { refreshCards } from './cards.ts';
import { reroute } from './parties.ts';
import { remind } from './remind.ts';
import { remindRhythm, watchRhythm } from './rhythm.ts';
import { advance, type OnSettled, sendStep, stopMatter, waitingFor } from './route.ts';
import { remindAgain } from './snooze.ts';
import { audit, deliver, type Equipment, startTurn, type Turn } from './turn.ts';
import { sayDue } from './wording.ts';

/** Works off one timer in its own turn, at the timer's own instant. */
export function runTimer(equipment: Equipment, timer: Timer, onSettled: OnSettled): Turn {
  const turn = startTurn(equipment, timer.at, null);
  turn.store.timers.remove(timer.id);
  if (timer.kind === 'absence') absenceBegins(turn, timer.person ?? '');
  else if (timer.kind === 'return') remindReturn(turn, timer);
  else if (timer.kind === 'held') held(turn, timer);
  else if (timer.kind === 'rhythm') remindRhythm(turn, timer);
  else if (timer.kind === 'snoozed') remindAgain(turn, timer);
  else dueTimer(turn, timer, onSettled);
  return turn;
}

/** What took place is over: nothing of it waits for anybody. */
function held(turn: Turn, timer: Timer): void {
  const matter = timer.matter === null ? undefined : turn.store.matters.get(timer.matter);
  if (matter?.state !== 'effective') return;
  stopMatter(turn, matter, 'closed', null, []);
  if (isMeeting(matter)) watchRhythm(turn, matter);
}

function dueTimer(turn: Turn, timer: Timer, onSettled: OnSettled): void {
  const step = timer.step === null ? undefined : turn.store.steps.get(timer.step);
  const matter = step && turn.store.matters.get(step.matter);
  if (!step || !matter || step.state !== 'open') return;
  const stage = matter.route[step.stage];
  if (timer.kind === 'overdue' && stage?.silence === 'no-objection') {
    silent(turn, matter, step, onSettled);
    return;
  }
  const due = step.due ? sayDue(turn, step.due) : '';
  const words = {
    'before-due': step.due
      ? `“${matter.title}”将于${due}到期，请及时办理。`
      : `“${matter.title}”尚待您办理，请及时办理。`,
    due: `“${matter.title}”今日到期，请及时办理。`,
    overdue: `“${matter.title}”已于${due}到期，尚未办理，请尽快办理或说明情况。`,
  } as const;
  const kind = timer.kind === 'before-due' || timer.kind === 'due' ? timer.kind : 'overdue';
  remind(turn, matter, step, words[kind]);
  if (kind === 'overdue' && matter.about === 'supervision') tellOverdue(turn, matter, step);
  if (kind === 'overdue' && matter.about === 'countersign') {
    const names = turn.store.steps.peopleOf(step.id).map((id) => turn.roster.nameOf(id));
    deliver(turn, {
      to: matter.owner,
      status: 'notice',
      about: matter.about,
      text: `“${matter.title}”：${names.join('、')}逾期未回复。规则未规定逾期的后果，不视为同意，请主动沟通。`,
      quotes: stage?.quotes ?? [],
      matter: matter.id,
    });
  }
}

/** 逾期未办结: whoever registered an item, and whoever got it to note, hears that it is not done. */
function tellOverdue(turn: Turn, matter: Matter, step: Step): void {
  const noted = turn.store.steps.ofMatter(matter.id).filter((s) => s.ask === 'note');
  const names = turn.store.steps.peopleOf(step.id).map((id) => turn.roster.nameOf(id));
  for (const to of new Set([matter.owner, ...noted.flatMap((s) => turn.store.steps.peopleOf(s.id))])) {
    deliver(turn, {
      to,
      status: 'notice',
      about: matter.about,
      text: `“${matter.title}”已于${sayDue(turn, step.due ?? '')}到期，${names.join('、')}尚未报告办结。`,
      quotes: matter.quotes,
      matter: matter.id,
    });
  }
}

/** Silence is recorded as silence, never as consent, and only where the rule says what it means. */
function silent(turn: Turn, matter: Matter, step: Step, onSettled: OnSettled): void {
  const stage = matter.route[step.stage];
  const people = turn.store.steps.peopleOf(step.id);
  const names = people.map((id) => turn.roster.nameOf(id)).join('、');
  turn.store.steps.decide(step.id, { state: 'silent', at: turn.now, by: '', outcome: '逾期未回复', note: null });
  turn.store.timers.removeStep(step.id);
  refreshCards(turn, matter, step);
  audit(turn, 'bot', '逾期未回复', matter, { step: step.id });
  deliver(turn, {
    to: matter.owner,
    status: 'notice',
    about: matter.about,
    text: `“${matter.title}”：${names}逾期未回复，按规则视为无不同意见（逾期未回复，非书面意见）。`,
    quotes: stage?.quotes ?? [],
    matter: matter.id,
  });
  for (const to of people) {
    deliver(turn, {
      to,
      status: 'notice',
      about: matter.about,
      text: `“${matter.title}”会签时限已过，按规则视为无不同意见。`,
      quotes: stage?.quotes ?? [],
      matter: matter.id,
    });
  }
  const progress = advance(turn, matter, onSettled);
  if (progress?.waiting) {
    deliver(turn, {
      to: matter.owner,
      status: 'notice',
      about: matter.about,
      text: `“${matter.title}”会签结束，待${waitingFor(turn, progress)}${progress.waiting.word ?? '办理'}。`,
      quotes: [],
      matter: matter.id,
    });
  }
}

/** From 00:00 of the first day open decisions move to whoever stands in. */
function absenceBegins(turn: Turn, person: string): void {
  if (!turn.store.absences.on(person, turn.today)) return;
  for (const step of turn.store.steps.openOf(person)) {
    const matter = turn.store.matters.get(step.matter);
    const stage = matter?.route[step.stage];
    if (!matter || !stage || step.body || step.principal || (step.ask !== 'approve' && step.ask !== 'countersign'))
      continue;
    const moved = reroute(turn, { party: step.party, people: [person], quotes: [] });
    const to = moved.people[0];
    if (!moved.principal || !to || to === matter.owner) continue;
    turn.store.steps.hand(step.id, to, person);
    turn.store.queues.reopen(step.id, undefined, turn.now);
    audit(turn, 'bot', '转由代为处理', matter, { step: step.id });
    sendStep(turn, matter, step.id, stage, moved);
    deliver(turn, {
      to: person,
      status: 'notice',
      about: matter.about,
      text: `您外出期间，“${matter.title}”转由${turn.roster.nameOf(to)}处理。`,
      quotes: moved.quotes,
      matter: matter.id,
    });
  }
}

/** Gives back, on return, what is still open, unless another absence goes on. */
export function absenceEnds(turn: Turn, person: string): void {
  if (turn.store.absences.on(person, turn.today)) return;
  for (const step of turn.store.steps.handedFrom(person)) {
    const matter = turn.store.matters.get(step.matter);
    const stage = matter?.route[step.stage];
    if (!matter || !stage || matter.owner === person) continue;
    const standIn = turn.store.steps.peopleOf(step.id)[0] ?? '';
    turn.store.steps.hand(step.id, person, null);
    turn.store.queues.reopen(step.id, undefined, turn.now);
    sendStep(turn, matter, step.id, stage, { party: step.party, people: [person], quotes: [] });
    deliver(turn, {
      to: standIn,
      status: 'notice',
      about: matter.about,
      text: `${turn.roster.nameOf(person)}已返回，“${matter.title}”由其本人办理。`,
      quotes: [],
      matter: matter.id,
    });
  }
}

function remindReturn(turn: Turn, timer: Timer): void {
  const person = timer.person ?? '';
  // An earlier absence without a matter of its own may have left its timer behind, for the same instant even.
  turn.store.timers.removeReturns(timer);
  const absence = turn.store.absences.openOf(person).find((a) => a.matter === timer.matter && asksNow(turn, a, timer));
  if (!absence) return;
  const book = turn.bookOn(turn.today);
  deliver(turn, {
    to: person,
    status: 'reminder',
    about: 'leave',
    text: `您${saySpan(absence.first, absence.last, turn.today)}的外出已到期，尚未销假。已返回的，请回复“销假”；需要延长的，请回复新的返回日期。`,
    quotes: quotesOf(book, book.byKind('leave-return').slice(0, 1)),
    matter: timer.matter ?? undefined,
  });
}

/** An extension that was declined leaves the absence overdue since its own last day. */
function asksNow(turn: Turn, { last, matter }: Absence, { at }: Timer): boolean {
  const asked = returnAsked(turn, last);
  const declined = matter !== null && turn.store.matters.get(matter)?.state === 'declined';
  return asked === at || (declined && asked < at);
}

/** 09:00 on the first working day after the last day away. */
const returnAsked = (turn: Turn, last: string): number => instantOf(turn.calendar.nextWorkday(last), '09:00');

/** Registers when an absence begins and when its return is to be asked after. */
export function setAbsenceTimers(turn: Turn, person: string, first: string, last: string, matter: string | null): void {
  const begins = instantOf(first);
  if (begins > turn.now) turn.store.timers.add({ at: begins, kind: 'absence', matter: null, step: null, person });
  else if (first <= dayOf(turn.now)) absenceBegins(turn, person);
  const asked = returnAsked(turn, last);
  if (asked > turn.now) turn.store.timers.add({ at: asked, kind: 'return', matter, step: null, person });
}

/** Whoever is away without leave to stay is asked after again: on the day due, or on the next working day where that is over. */
export function remindOfReturn(turn: Turn, { person, last, matter }: Absence): void {
  const asked = returnAsked(turn, last);
  const at = asked > turn.now ? asked : returnAsked(turn, turn.today);
  turn.store.timers.add({ at, kind: 'return', matter, step: null, person });
}
