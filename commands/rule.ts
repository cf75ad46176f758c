/** 问规则: finds the clause, answers briefly, quotes it; silent points are said to be silent. */
import type { Decision } from '../src/core/decision.ts';
import { normalise } from '../src/language/normalise.ts';
import { followUp } from '../src/language/question/follow-up.ts';
import { weighQuestion } from '../src/language/question.ts';
import { answer } from '../src/rules/answer.ts';
import type { Command, Context, Said, Weight } from './command.ts';

export const rule: Command = {
  about: 'rule',
  name: '问规则',
  examples: ['区政府常务会议的纪要由谁签发？', '局长外出要提前几天报告？'],

  weigh(said: Said, context: Context): Weight | null {
    const { score, evidence } = weighQuestion(asked(said, context));
    return score > 0 ? { score, evidence: evidence.map((e) => e.words) } : null;
  },

  read: (said) => ({ question: said.marked.text }),

  decide(said: Said, context: Context): Decision {
    const { book, roster, calendar, library } = context;
    const found = answer(
      { text: asked(said, context), asker: context.sender, now: context.now },
      { book, roster, calendar, library, awayOn: (person, day) => context.facts.absenceOn(person, day) !== undefined },
    );
    return {
      ...found,
      effects: found.status === 'not-found' ? [{ do: 'ask-office', outcome: 'not-found', text: said.marked.text }] : [],
    };
  },
};

/** The question as it stands, or as it follows from the one before. */
function asked({ marked }: Said, { facts, sender }: Context): string {
  if (marked.text.length > LONGEST_FOLLOW_UP) return marked.text;
  const before = facts.saidBefore(sender.id);
  return (before && weighQuestion(before).score > 0 && followUp(marked.text, normalise(before).text)) || marked.text;
}

const LONGEST_FOLLOW_UP = 24;
