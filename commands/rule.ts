/** 问规则: finds the clause, answers briefly, quotes it; silent points are said to be silent. */
import type { Decision } from '../src/core/decision.ts';
import { weighQuestion } from '../src/language/question.ts';
import { type FollowedUp, followUp } from '../src/rules/answer/follow-up.ts';
import { answer } from '../src/rules/answer.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { isPoliteWish, isProposal, isRequest, withoutChoices } from './request.ts';

/** How much less a text asks that politely wants something done. */
const REQUESTED = 3;

export const rule: Command = {
  about: 'rule',
  name: '问规则',
  examples: ['区政府常务会议的纪要由谁签发？', '局长外出要提前几天报告？'],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = said.marked;
    const asked = weighQuestion(inFull(said, context)?.text ?? withoutChoices(text));
    const { evidence } = asked;
    const wished =
      isRequest(text) ||
      isPoliteWish(text) ||
      ((said.marked.titles.length > 0 || said.files.length > 0) && isProposal(text));
    const score = wished ? asked.score - REQUESTED : asked.score;
    return score > 0 ? { score, evidence: evidence.map((e) => e.words) } : null;
  },

  read: (said) => ({ question: said.marked.text }),

  decide(said: Said, context: Context): Decision {
    const { book, roster, calendar, library, sender } = context;
    const { text } = said.marked;
    const full = inFull(said, context);
    const found = answer(
      { text, ...full, asker: sender, now: context.now, marked: said.marked },
      { book, roster, calendar, library, awayOn: (person, day) => context.facts.absenceOn(person, day) !== undefined },
    );
    return {
      ...found,
      text: full ? `${found.text}（接上一问，按“${full.text}”答复。）` : found.text,
      effects:
        found.status === 'not-found' ? [{ do: 'ask-office', outcome: 'not-found', text: full?.text ?? text }] : [],
    };
  },
};

/** The whole question that a short one means after another; `null` where it stands by itself. */
const inFull = ({ marked }: Said, { facts, sender, group, roster }: Context): FollowedUp | null =>
  followUp(marked.text, () => facts.saidLately(sender.id, group), roster, sender);
