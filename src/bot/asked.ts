/** A question never acts: what would act on one is answered from the rules instead. */

import type { Command, Context, Said } from '../../commands/command.ts';
import { asks, onlyAsks } from '../../commands/only-asks.ts';
import { withoutDates } from '../../commands/punctuation.ts';
import { readAgain } from '../../commands/read-again.ts';
import { rule } from '../../commands/rule.ts';
import type { Decision, Effect } from '../core/decision.ts';
import type { About } from '../core/vocabulary.ts';

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
  'uninvite',
  'take-back',
  'draft',
];
/** What somebody who may not file it may still ask about; of others' leave and meetings nothing is told. */
const FILED: readonly About[] = ['agreement', 'document', 'agenda', 'event', 'reception'];
const SENTENCE = /[^。；;！!？?\n]+[。；;！!？?\n]*/g;

/** What a command decided, unless the message only asks; a request and a question in sentences of their own are both answered. */
export function heedQuestion(said: Said, context: Context, command: Command, decided: Decision): Decision {
  const acts = decided.effects.some((effect) => ACTS.includes(effect.do));
  const filed = decided.status === 'not-allowed' && FILED.includes(decided.about);
  if (!(acts || filed) || !onlyAsks(said)) return decided;
  const sentences = said.marked.original.match(SENTENCE) ?? [];
  const told = sentences.filter((sentence) => !asks(sentence));
  if (told.length > 0 && told.length < sentences.length) {
    const request = readAgain(told.join(''), said.files, context);
    const question = readAgain(sentences.filter(asks).join(''), said.files, context);
    if ((command.weigh(request, context)?.score ?? 0) >= LEAST)
      return { ...command.decide(request, context), also: [rule.decide(question, context)] };
  }
  const both = requestAndQuestion(said, context, command);
  if (both) return both;
  const answered = answerTo(said, context, command);
  return { ...answered, text: `${answered.text}（按提问答复，未作办理。${offerOf(command, decided)}）` };
}

/** Who decides, or when: asked of a leave that is filed in the same breath. 要谁批, 该报谁 ask what would be. */
const OF_ITS_COURSE =
  /^(?:这个?假?|这次)?(?:(?:是|由|找)?谁(?:来)?(?:批|审批|签字?|同意|批准)|(?:找|报给?|跟|向)谁(?:批|签|说|报)?|(?:多久|几天|几时|什么时候|啥时候?)(?:能|可以)?(?:批|有结果|答复)(?:下来|完|好)?)(?:呢|啊|呀|的)?[?？]?$/;
const ASKS_OUTRIGHT = /请(?:[一-鿿\d]{0,6})?假|特此报告|报备一下|报告一下/;
/** What is only thought of. */
const SUPPOSED = /想|打算|准备|计划|如果|要是|假如|假设|万一|的话|一般|通常|能不能|可以|是否|怎么/;

/** 我15号请假两天去济南，谁批: a leave asked for outright, and a question about it after a comma; both are served. */
function requestAndQuestion(said: Said, context: Context, command: Command): Decision | null {
  const { original } = said.marked;
  const at = Math.max(original.lastIndexOf('，'), original.lastIndexOf(','));
  const [told, question] = [original.slice(0, at), original.slice(at + 1).trim()];
  if (command.about !== 'leave' || at < 0 || !OF_ITS_COURSE.test(question)) return null;
  if (asks(told) || SUPPOSED.test(told) || !ASKS_OUTRIGHT.test(told)) return null;
  const request = readAgain(told, said.files, context);
  if ((command.weigh(request, context)?.score ?? 0) < LEAST) return null;
  // The days are those of the leave, not of the report that the question is about.
  const about = readAgain(`${withoutDates(request).marked.text}，${question}`, [], context);
  return { ...command.decide(request, context), also: [rule.decide(about, context)] };
}

/** What is asked, with all that is told beside it; who is to be asked for a leave depends on none of that. */
function answerTo(said: Said, context: Context, command: Command): Decision {
  const question = said.marked.original.slice(said.marked.original.search(/[^，,]*$/));
  if (command.about !== 'leave' || !/谁/.test(question)) return rule.decide(said, context);
  const bare = rule.decide(readAgain(`我外出请假${question}`, [], context), context);
  return bare.status === 'answered' ? bare : rule.decide(said, context);
}

/** A leave told in a question is filed by a word. */
const offerOf = ({ about }: Command, { effects }: Decision): string =>
  about === 'leave' && effects.some((e) => e.do === 'open' || (e.do === 'draft' && e.request.first !== undefined))
    ? '需要请假的，回复“那就请假”，即按所说内容办理。'
    : '';

/** Sentences beside a question must speak this much for the request by themselves. */
const LEAST = 4;
