/** Times that nobody can pin down: 几天, 过两天, 改天, 近期, 3至5天. They are marked so that a command asks. */
import type { Draft } from './draft.ts';
import { isAt, matchAt } from './match.ts';

const COUNT = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,2})';
const UNIT = '(?:个?(?:工作日|星期|礼拜|小时|钟头|月)|天|日|周|年|分钟)';
const SOME = new RegExp(
  `(?:过|再过|这|那|前|后|头|近|最近|未来|今后|往后)?(?:几|数|若干|好几)(?:${UNIT})(?:之?内|之?后|之?前|以内|以后|以前|里)?`,
  'y',
);
const COUPLE =
  /(?:过|再过|这|那|前|后|隔)(?:个?一?两)(?:天|日|周|个?星期|个?月)|(?:过|等)(?:阵子?|段时间|些日子|些天|会儿?)|过一?(?:阵子?|段时间|会儿)/y;
const WORDS =
  /改天|改日|择日|择期|另择时间|近期|近日|近来|不日|日前|早日|尽快|尽早|不久|最近|前不久|有空|抽空|一会儿|稍后|节前|节后|大半天|大半年|小半年|大半个月|好半天|十天半个?月/y;
const EITHER = new RegExp(
  `(?:${COUNT}(?:到|至|-{1,2}|~|或)${COUNT}|${COUNT}(?:多|来)|[一二两三四五六七八]{2})(?:${UNIT})(?:之?内|以内|之?后)?`,
  'y',
);

/** Only the last begins with a digit. */
const DIGIT = /\d/y;

/** Reads a vague time. Its type is the nearest kind; it has no values. */
export function readVague(text: string, at: number): Draft | null {
  const words = (): RegExpExecArray | null =>
    matchAt(SOME, text, at) ?? matchAt(COUPLE, text, at) ?? matchAt(WORDS, text, at);
  const m = (isAt(DIGIT, text, at) ? null : words()) ?? matchAt(EITHER, text, at);
  if (!m) return null;
  if (/[第\d.提超]/.test(text.charAt(at - 1))) return null;
  if (/\d[日号]$/.test(m[0]) || /(?:到|至|-|~)[^-]{1,3}日$/.test(m[0])) return null;
  const type =
    /[天日周月年时头期拜钟]$/.test(m[0]) && /[几数两若\d一三四五六七八九十]/.test(m[0]) ? 'duration' : 'date';
  return { type, from: at, to: at + m[0].length, said: [], inferred: [], vague: true };
}
