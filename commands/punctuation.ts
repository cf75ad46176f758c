import type { DateSpan } from '../src/language/dates/read.ts';
import { lately } from '../src/language/lately.ts';
import { matcher } from '../src/language/matcher.ts';
import { weighQuestion } from '../src/language/question.ts';
import type { Said } from './command.ts';
import { once } from './once.ts';
import { isPoliteWish, isRequest } from './request.ts';

const CHINESE: Readonly<Record<string, string>> = { ',': '，', ';': '；', '!': '！', '?': '？', '(': '（', ')': '）' };

/** Chinese punctuation, one character for one; a colon inside a time and a comma inside a number stay. */
export const chinesePunctuation = (text: string): string =>
  text.replace(/[;!?()]|,(?!\d{3})|:(?!\d\d)/g, (mark) => (mark === ':' ? '：' : (CHINESE[mark] ?? mark)));

/** A message whose text can be read clause by clause and shown as people write; all offsets stay as they are. */
export const punctuated = once((said) => ({
  ...said,
  marked: { ...said.marked, text: chinesePunctuation(said.marked.text) },
}));

/** A message without some of its dates: what was wrong is not read again beside the correction. */
export function withoutDates(said: Said, wrong: (span: DateSpan) => boolean = () => true): Said {
  let { text } = said.marked;
  const spans = said.marked.dates.filter((d) => !d.title && wrong(d)).sort((a, b) => b.from - a.from);
  for (const { from, to } of spans) text = `${text.slice(0, from)}${text.slice(to)}`;
  return { ...said, marked: { ...said.marked, text, original: text } };
}

const ASKS =
  /[？?]|谁|什么|多少|多[长久大]|几[个天日次名项点年月周号]|怎么|怎样|如何|何时|哪|是否|(?:能不能|可不可以|要不要|需不需要|行不行|是不是|该不该|算不算|用不用|有没有|准不准)|[吗么呢][。！]*$/;

/** 题几个字, 讲几句, 前几天: a few, not how many; 提前几天 and 会后几天 ask. */
const A_FEW = matcher(
  /(?<=[题写说讲])几(?=[个句])|(?<=[这那好近]|(?<!提|之|以|会)[前后])几(?=[个件项天位家次句])|几(?=位[^，。？]{0,4}(?:区长|领导))/g,
);

/**
 * A question that a command leaves to the rule. 吧 alone makes a request, no question; 最迟 in an order asks nothing.
 * @example isQuestion('最迟5月28日完成') // false
 */
export const isQuestion = lately((text): boolean => {
  const plain = text.replace(A_FEW, '');
  if (isRequest(plain) || isPoliteWish(plain)) return false;
  const { score } = weighQuestion(plain);
  return score >= 2 ? score >= 2.5 || !/吧[。！]*$/.test(plain) : score > 0 && ASKS.test(plain);
});
