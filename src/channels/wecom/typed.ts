/** 回复 同意 编号127: a typed answer that names the message it answers is the same as its button. */
import { BUTTONS } from '../../core/vocabulary.ts';
import type { IncomingPress } from '../channel.ts';

/** Longer labels first: 无不同意见 is not 不同意. */
const LABELS = Object.values(BUTTONS)
  .flat()
  .sort((a, b) => b.length - a.length);
/** Words that also begin a request, as in 请假 3天: their number must be called one. */
const ALSO_REQUESTS: ReadonlySet<string> = new Set(['请假', '参加']);
const TYPED = new RegExp(
  `^(?:回复)?[“”"\\s]*(${LABELS.join('|')})[“”"\\s，,：:]*(编号|第)?[\\s：:]*(\\d{1,12})(?:号|[”"])?(?:[\\s，,。.；;：:]+(.*))?$`,
  's',
);
/** After a bare number these make it an amount or a date. */
const UNIT = /^(?:个|人|天|日|月|年|号|件|项|点|时|分|小时|万|亿)/;

/** What to type for a message. @example typedAs('同意', 127) // '同意 编号127' */
export const typedAs = (label: string, delivery: number): string => `${label} 编号${delivery}`;

/** １２７ as 127; nothing else of what was typed changes. */
const narrowDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** @example readTyped('不同意 编号127，请改期') // { delivery: 127, label: '不同意', note: '请改期', typed: true } */
export function readTyped(text: string): IncomingPress | undefined {
  const [, label, named, number, rest] = TYPED.exec(narrowDigits(text)) ?? [];
  if (label === undefined || number === undefined) return undefined;
  const note = rest?.trim();
  if (named === undefined && (ALSO_REQUESTS.has(label) || (note !== undefined && UNIT.test(note)))) return undefined;
  return { delivery: Number(number), label, ...(note && { note }), typed: true };
}
