/** 问题登记: what the bot couldn't answer, and answers that somebody disputes, for the office; nobody's name or number in it. */
import type { Question } from '../../db/verbs/records.ts';
import { audit, type Turn } from './turn.ts';

const LONGEST = 500;
/** Telephone, identity card and account numbers; a file number or a year is shorter. */
const NUMBERS = /\d[\d\s-]{5,}\d[\dXx]?/g;
const ADDRESSES = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const TITLES = '(?=常务副|副?(?:区长|局长|镇长|书记|主任|科长|部长|乡长|处长))';

export function noteQuestion(turn: Turn, outcome: Question['outcome'], text: string): void {
  const kept = withoutPersons(turn, text).trim();
  if (kept) turn.store.questions.add({ outcome, text: kept, day: turn.today });
}

/** The office has dealt with a question, or takes it up again. */
export function settleQuestion(turn: Turn, by: string, id: number, handled: boolean): void {
  const question = turn.store.questions.get(id);
  if (!question || (question.handledOn !== null) === handled) return;
  turn.store.questions.setHandled(id, handled ? turn.today : null);
  audit(turn, by, handled ? '问题已处理' : '问题重新处理', null, { question: id });
}

function withoutPersons(turn: Turn, text: string): string {
  let result = text;
  for (const { name } of turn.roster.people) result = result.replaceAll(name, '某同志');
  const surnames = [...new Set(turn.roster.people.map(({ name }) => name.charAt(0)))].filter(Boolean).join('');
  if (surnames) result = result.replace(new RegExp(`[${surnames}]${TITLES}`, 'g'), '某');
  return result.replace(ADDRESSES, '某邮箱').replace(NUMBERS, '某号码').slice(0, LONGEST);
}
