/** Pressing a button, or typing its word: the one place where steps are decided. */
import { sayDay } from '../core/day.ts';
import type { Matter, Step, StepState } from '../core/matter.ts';
import { sayPerson } from '../core/roster.ts';
import { BUTTONS } from '../core/vocabulary.ts';
import { refreshCards } from './cards.ts';
import { refuseLate, tellObjection } from './countersign.ts';
import { advance, type OnSettled, stopMatter, waitingFor } from './route.ts';
import { remindOfReturn } from './tick.ts';
import { whoDecided } from './too-late.ts';
import { audit, deliver, type Turn } from './turn.ts';

export interface PressedStep {
  step: Step;
  matter: Matter;
}

/** Finds the step behind a press, or tells the presser why there is none. */
export function findPressed(turn: Turn, person: string, label: string, delivery?: number): PressedStep | null {
  const row =
    delivery === undefined ? turn.store.outbox.newestWithButton(person, label) : turn.store.outbox.get(delivery);
  const step =
    row?.to === person && row.step && row.buttons.includes(label) ? turn.store.steps.get(row.step) : undefined;
  const matter = step && turn.store.matters.get(step.matter);
  if (!step || !matter) {
    deliver(turn, {
      to: person,
      status: 'not-allowed',
      about: 'help',
      text: `您目前没有可以“${label}”的事项。`,
      quotes: [],
    });
    return null;
  }
  if (step.state !== 'open') {
    deliver(turn, {
      to: person,
      status: 'not-allowed',
      about: matter.about,
      text: `“${matter.title}”不能再办理：${whoDecided(turn, step, matter)}。`,
      quotes: [],
      matter: matter.id,
    });
    return null;
  }
  if (!turn.store.steps.peopleOf(step.id).includes(person)) {
    const now = turn.store.steps.peopleOf(step.id).map((id) => turn.roster.nameOf(id));
    deliver(turn, {
      to: person,
      status: 'not-allowed',
      about: matter.about,
      text: `“${matter.title}”现由${now.join('、')}办理。`,
      quotes: [],
      matter: matter.id,
    });
    return null;
  }
  return { step, matter };
}

/** Labels that mean nothing without an opinion. */
const NEEDS_OPINION = ['不同意', '有不同意见'];

/** Carries out a press on an open step by one of its people. Meetings answer for 参加 and 请假 themselves. */
export function pressStep(
  turn: Turn,
  { step, matter }: PressedStep,
  person: string,
  label: string,
  note: string | undefined,
  onSettled: OnSettled,
): void {
  // 意见：同意。 stands inside sentences that end by themselves.
  const opinion = note?.trim().replace(/[。.！!；;，,\s]+$/, '') || null;
  const quotes = matter.route[step.stage]?.quotes ?? matter.quotes;
  if (refuseLate(turn, matter, step, person)) return;
  if (NEEDS_OPINION.includes(label) && !opinion) {
    turn.store.drafts.put({
      person,
      chat: person,
      about: 'help',
      request: { step: step.id, label },
      missing: ['opinion'],
      at: turn.now,
    });
    deliver(turn, {
      to: person,
      status: 'incomplete',
      about: matter.about,
      text: `请写明意见后再选择“${label}”，例如：${label}，理由是……。`,
      quotes: [],
      missing: ['opinion'],
      buttons: BUTTONS[step.ask],
      matter: matter.id,
      step: step.id,
    });
    return;
  }
  const declined = label === '不同意' || label === '有不同意见';
  const state: StepState = declined ? 'declined' : 'done';
  turn.store.steps.decide(step.id, { state, at: turn.now, by: person, outcome: label, note: opinion });
  turn.store.timers.removeStep(step.id);
  refreshCards(turn, matter, step);
  audit(turn, person, label, matter, { step: step.id });
  deliver(turn, {
    to: person,
    status: 'recorded',
    about: matter.about,
    text: `已记录：“${matter.title}”，${label}${opinion ? `，意见：${opinion}` : ''}。`,
    quotes: [],
    matter: matter.id,
  });
  const who = turn.roster.person(person);
  const name = who ? sayPerson(who) : person;
  if (label === '不同意') {
    decline(turn, matter, name, opinion ?? '', quotes, person);
    return;
  }
  if (label === '有不同意见') tellObjection(turn, matter, name, opinion ?? '');
  const progress = advance(turn, matter, onSettled);
  // Who holds a meeting asks for its attendance; a notice for every 参加 would be noise.
  if (step.ask === 'attend') return;
  const said = `${name}：${label}${opinion ? `（${opinion}）` : ''}。`;
  if (progress?.waiting) {
    notifyOwner(
      turn,
      matter,
      `“${matter.title}”进展：${said}待${waitingFor(turn, progress)}${progress.waiting.word ?? '办理'}。`,
    );
  } else if (!progress?.settled && label !== '有不同意见') {
    notifyOwner(turn, matter, `“${matter.title}”进展：${said}`);
  }
  if (step.ask === 'do' && !turn.store.steps.ofMatter(matter.id).some((s) => s.state === 'open')) {
    stopMatter(turn, matter, 'closed', null, []);
  }
}

function decline(
  turn: Turn,
  matter: Matter,
  name: string,
  opinion: string,
  quotes: Matter['quotes'],
  by: string,
): void {
  stopMatter(turn, matter, 'declined', `“${matter.title}”未获同意，已终止。`, [matter.owner, by]);
  const away = turn.store.absences.ofMatter(matter.id)[0];
  if (away) remindOfReturn(turn, away);
  const stays = away ? `您的外出仍到${sayDay(away.last, turn.today)}为止，请按期返回并销假。` : '';
  deliver(turn, {
    to: matter.owner,
    status: 'declined',
    about: matter.about,
    text: `${name}不同意“${matter.title}”。意见：${opinion}。${stays}如需重新办理，请按意见调整后再次提出。`,
    quotes,
    matter: matter.id,
  });
}

function notifyOwner(turn: Turn, matter: Matter, text: string): void {
  deliver(turn, { to: matter.owner, status: 'notice', about: matter.about, text, quotes: [], matter: matter.id });
}
