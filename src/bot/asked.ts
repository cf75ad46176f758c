/** A question never acts: what would act on one is answered from the rules instead. */

import type { Command, Context, Said } from '../../commands/command.ts';
import { asks, onlyAsks } from '../../commands/only-asks.ts';
import { readAgain } from '../../commands/read-again.ts';
import { rule } from '../../commands/rule.ts';
import type { Decision, Effect } from '../core/decision.ts';

const ACTS: readonly Effect['do'][] = [
  'open',
  'restart',
  'withdraw',
  'press',
  'close',
  'return',
  'absence',
  'prolong',
  'amend',
  'invite',
  'take-back',
  'draft',
];
const SENTENCE = /[^。；;！!？?\n]+[。；;！!？?\n]*/g;

/** What a command decided, unless the message only asks; a request and a question in sentences of their own are both answered. */
export function heedQuestion(said: Said, context: Context, command: Command, decided: Decision): Decision {
  if (!decided.effects.some((effect) => ACTS.includes(effect.do)) || !onlyAsks(said)) return decided;
  const sentences = said.marked.original.match(SENTENCE) ?? [];
  const told = sentences.filter((sentence) => !asks(sentence));
  if (told.length > 0 && told.length < sentences.length) {
    const request = readAgain(told.join(''), said.files, context);
    const question = readAgain(sentences.filter(asks).join(''), said.files, context);
    if ((command.weigh(request, context)?.score ?? 0) >= LEAST)
      return { ...command.decide(request, context), also: [rule.decide(question, context)] };
  }
  const answered = rule.decide(said, context);
  return { ...answered, text: `${answered.text}（按提问答复，未作办理。）` };
}

/** Sentences beside a question must speak this much for the request by themselves. */
const LEAST = 4;
