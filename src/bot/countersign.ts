/** 会签: what follows from an answer and from the last of them. Silence is named as silence. */
import { sayDay } from '../core/day.ts';
import type { Matter, Step } from '../core/matter.ts';
import type { Quote } from '../core/message.ts';
import { sayPerson } from '../core/roster.ts';
import { quotesOf } from '../rules/quote.ts';
import { stopMatter } from './route.ts';
import { deliver, type Turn } from './turn.ts';

const stepsOf = (turn: Turn, matter: Matter, stage: number): Step[] =>
  turn.store.steps
    .ofMatter(matter.id)
    .filter((s) => s.stage === stage && s.ask === 'countersign' && s.state !== 'cancelled');

/** What the rule says of differing views; empty where it is silent. */
const disputeQuotes = (turn: Turn, matter: Matter): Quote[] => {
  const book = turn.bookOf(matter.edition);
  return quotesOf(book, book.byKind('countersign-dispute'));
};

/** 有不同意见: the host hears it at once, with what the rule wants done about it. */
export function tellObjection(turn: Turn, matter: Matter, name: string, opinion: string): void {
  const quotes = disputeQuotes(turn, matter);
  const next = quotes.length > 0 ? '请进一步协商；仍不一致的，按下列条款办理。' : '请与其沟通协商后再定。';
  deliver(turn, {
    to: matter.owner,
    status: 'notice',
    about: matter.about,
    text: `${name}对“${matter.title}”有不同意见：${opinion}。${next}`,
    quotes: [...(matter.route[matter.stage]?.quotes ?? matter.quotes), ...quotes],
    matter: matter.id,
  });
}

/** An answer after the last day has ended, where the rule makes silence an answer: told so, nothing changes. */
export function refuseLate(turn: Turn, matter: Matter, step: Step, person: string): boolean {
  const stage = matter.route[step.stage];
  if (step.ask !== 'countersign' || !stage?.silence || !step.due || turn.today <= step.due.slice(0, 10)) return false;
  deliver(turn, {
    to: person,
    status: 'not-allowed',
    about: matter.about,
    text: `“${matter.title}”的回复时限已于${sayDay(step.due.slice(0, 10), turn.today)}届满，按规则视为无不同意见；如有新的意见，请直接与主办部门沟通。`,
    quotes: stage.quotes,
    matter: matter.id,
  });
  return true;
}

/** Whether anybody of a countersign stage has objected, so that what was to follow can't. */
export const hasObjection = (turn: Turn, matter: Matter, stage: number): boolean =>
  stepsOf(turn, matter, stage).some((s) => s.state === 'declined');

/** All have answered and somebody objected: the matter ends here and goes back to its host. */
export function endWithObjection(turn: Turn, matter: Matter, stage: number): void {
  const quotes = disputeQuotes(turn, matter);
  stopMatter(turn, matter, 'declined', null, []);
  deliver(turn, {
    to: matter.owner,
    status: 'declined',
    about: matter.about,
    text: `“${matter.title}”会签结束，意见不一致：${sayAnswers(turn, stepsOf(turn, matter, stage))}。请协商修改后重新会签${quotes.length > 0 ? '，或列明各方意见及理据、提出办理建议后回复“提请协调”' : ''}。`,
    quotes: [...(matter.route[stage]?.quotes ?? matter.quotes), ...quotes],
    matter: matter.id,
  });
}

/** All have answered without objection: the host gets the whole. */
export function tellCountersigned(turn: Turn, matter: Matter): void {
  const answers = turn.store.steps
    .ofMatter(matter.id)
    .filter((s) => s.ask === 'countersign' && s.state !== 'cancelled');
  deliver(turn, {
    to: matter.owner,
    status: 'approved',
    about: matter.about,
    text: `“${matter.title}”会签结束：${sayAnswers(turn, answers)}。`,
    quotes: matter.quotes,
    matter: matter.id,
  });
}

function sayAnswers(turn: Turn, steps: readonly Step[]): string {
  return steps
    .map((step) => {
      const id = step.decidedBy || turn.store.steps.peopleOf(step.id)[0] || '';
      const person = turn.roster.person(id);
      const note = step.note ? `（${step.note}）` : '';
      return `${person ? sayPerson(person) : id}${step.state === 'silent' ? '逾期未回复，按规则视为无不同意见' : (step.outcome ?? '')}${note}`;
    })
    .join('；');
}
