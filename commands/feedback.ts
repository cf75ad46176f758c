/** 答得不对: an answer that somebody disputes goes into the office's register of questions, without names. */
import { type Decision, reply } from '../src/core/decision.ts';
import { matcher } from '../src/language/matcher.ts';
import { weighQuestion } from '../src/language/question.ts';
import type { Command, Context, Said, Weight } from './command.ts';

const DISPUTES = matcher(
  /^(?:你|这个|刚才|上面)?(?:的)?(?:答复|回答|答案|答)?(?:得)?(?:不对|不正确|错了|有误|不准确|答非所问)(?:吧|了|啊)?[。！!.,，]?/,
);

export const feedback: Command = {
  about: 'help',
  name: '反馈答复',
  examples: ['答得不对'],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = said.marked;
    const found = text.length <= 60 ? DISPUTES.exec(text) : null;
    if (!found) return null;
    // 不对，是周四 after a request corrects the request; only what was asked has an answer to dispute.
    const before = context.facts.saidBefore(context.sender.id);
    const disputes = /答/.test(found[0]) || before === undefined || weighQuestion(before).score > 0;
    return disputes ? { score: 5, evidence: [found[0]] } : null;
  },

  read: () => ({}),

  decide(said: Said, context: Context): Decision {
    const question = context.facts.saidBefore(context.sender.id);
    if (!question) return reply('help', 'not-understood', '请先提出问题，再对答复提出意见。');
    return {
      ...reply('help', 'recorded', '已登记您的意见，将由区政府办公室核对规则后完善。'),
      effects: [{ do: 'ask-office', outcome: 'disputed', text: `${question}（意见：${said.marked.original}）` }],
    };
  },
};
