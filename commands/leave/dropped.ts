/** 10号不用了: a day of a leave on which one does not go after all. */
import { addDays, type Day } from '../../src/core/day.ts';
import { dayRange } from '../../src/language/dates/read.ts';
import type { Said } from '../command.ts';

/** First and last day. */
interface Stay {
  first: Day;
  last: Day;
}

const DROPPED =
  /^(?:那一?[天日])?(?:的假)?(?:就|也|都|我)?(?:(?:临时|突然)?有(?:点|急)?(?:事|会))?[，]?(?:[去走]不[了成]|不(?:用|需要?|再)?(?:去|请|休|外出|出差)?假?了|取消|作废|退了?(?=$|[，。]))/;
/** 9号取消，10号再走. */
const LEAVES_LATER = /(?:再|才)(?:走|去|出发|动身|启程)/;

/**
 * What is left of a leave whose last days are given up; `undefined` where nothing is, or where all of it is. A leave is
 * called by its first day, too: that one alone is given up only where the leaver goes later.
 */
export function withoutDropped({ marked: { text, dates } }: Said, { first, last }: Stay): Stay | undefined {
  for (const span of dates) {
    const dropped = span.fault || span.vague ? null : dayRange(span);
    if (!dropped?.first || !DROPPED.test(text.slice(span.to))) continue;
    const [from, to] = [dropped.first, dropped.last ?? dropped.first];
    if (from > first && from <= last && to >= last) return { first, last: addDays(from, -1) };
    if (from <= first && to >= first && to < last && LEAVES_LATER.test(text)) return { first: addDays(to, 1), last };
  }
  return undefined;
}
