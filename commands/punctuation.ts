import type { Said } from './command.ts';

const CHINESE: Readonly<Record<string, string>> = { ',': '，', ';': '；', '!': '！', '?': '？', '(': '（', ')': '）' };

/** Chinese punctuation, one character for one; a colon inside a time and a comma inside a number stay. */
export const chinesePunctuation = (text: string): string =>
  text.replace(/[;!?()]|,(?!\d{3})|:(?!\d\d)/g, (mark) => (mark === ':' ? '：' : (CHINESE[mark] ?? mark)));

/** A message whose text can be read clause by clause and shown as people write; all offsets stay as they are. */
export const punctuated = (said: Said): Said => ({
  ...said,
  marked: { ...said.marked, text: chinesePunctuation(said.marked.text) },
});

/** A question that a command leaves to the rule: 吧 alone makes a request, no question. */
export const isQuestion = (text: string, score: number): boolean =>
  score >= 2 && !(score < 2.5 && /吧[。！]*$/.test(text));
