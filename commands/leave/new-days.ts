/** The days that a change leaves of a leave. */
import { addDays, type Day, daysBetween, instantOf, weekday } from '../../src/core/day.ts';
import { type DateSpan, dayRange, readDates } from '../../src/language/dates/read.ts';
import type { Context, Said } from '../command.ts';
import { OCCASION_MOVED } from './change-words.ts';
import { isReturnOutright, type LeaveDays, readDays } from './days.ts';

/** Both ends, or the last alone; absent where a message says nothing of them. */
export interface NewDays {
  first?: Day;
  last?: Day;
}

const LATER =
  /延长|延期|延后|延到|延至|顺延|推迟|推后|往后|(?<![昨今明当每夜前])晚(?!上)|[再多](?:待|呆|住|请|休|延|留)|续假|增加|加/;
const SOONER = /提前|早|少|缩短|减|往前/;
/** The day of return alone is spoken of. */
const RETURN_ONLY =
  /返|回|结束|到期|截止|至|止|延长|延至|延到|[再多](?:待|呆|住|请|休|延|留)|续假|少|缩短|增加|加[了]?[一两三\d]|减/;
/** 顺延到16号 moves the whole, unless the return is spoken of. */
const MOVED = /顺延|推迟|推后|往后|往前|延期|延后|改期|挪/;
const BACK = /返|回|结束/;
/** 早一天走: the day of departure alone. */
const DEPARTS = /走|出发|动身|启程/;

/** 再待两天，12号回: the day of return counts, not the length beside it. */
export const backOn = ({ marked: { text, dates } }: Said): Day | undefined =>
  dates.flatMap((d) => (d.fault || !isReturnOutright(text, d) ? [] : (dayRange(d)?.last ?? []))).at(-1);

/** Says that somebody who is away, or about to be, is asked for longer. */
export const saysLater = (text: string): boolean => LATER.test(text);

export const lengthIn = (said: Said): number | undefined =>
  said.marked.dates.find((d) => d.type === 'duration' && !d.vague)?.days;

/** 12号改13号: only what stands after the word of change is new. */
function afterChange(said: Said): Said {
  const { text, dates } = said.marked;
  const at = text.search(
    /改|换成|换到|推迟到|延至|延到|提前到|变更为|调整|挪|应该?是|应为|(?<!不)是(?=[^，。]{0,3}\d)/,
  );
  const later = dates.filter((d) => d.from > at);
  const moves = at >= 0 && later.length > 0 && later.length < dates.length;
  return moves ? { ...said, marked: { ...said.marked, dates: later } } : said;
}

const BARE_WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天]/;
const BARE_DATE = /^[\d初一二三四五六七八九十廿]{1,3}[日号]/;

/** 改到周四, 是13号: a bare weekday or date is one of the leave's own week or month, not the nearest one. */
function inItsWeek(said: Said, { today, calendar }: Context, old: Day): Said {
  const { text, dates } = said.marked;
  const days = dates.filter((d) => d.start !== undefined && d.type !== 'duration' && d.type !== 'time');
  const every = (bare: RegExp): boolean => days.length > 0 && days.every((d) => bare.test(d.text));
  const from = every(BARE_WEEKDAY)
    ? addDays(old, 1 - weekday(old))
    : every(BARE_DATE)
      ? `${old.slice(0, 7)}-01`
      : undefined;
  if (!from || from <= today) return said;
  const reread = (day: Day): DateSpan[] =>
    readDates(text, instantOf(day), calendar).filter((d) => dates.some((old) => old.from === d.from));
  const early = reread(from);
  // 延到2号 of a leave that begins on the 28th lies in the next month.
  const before = LATER.test(text) && early.some((d) => (d.start ?? old).slice(0, 10) < old);
  return { ...said, marked: { ...said.marked, dates: before ? reread(old) : early } };
}

/** What a message says of the days of a leave that is filed already. */
export const readNewDays = (said: Said, context: Context, old: Day): LeaveDays =>
  readDays(inItsWeek(afterChange(said), context, old), context);

/** 提前一天, 晚走两天: by how much, not how long. */
const SHIFT =
  /(?:提前|推迟|推后|延后|顺延|往[前后](?:推|挪|移|延)?|[早晚迟](?:走|去|出发|动身)?)(?:了)?[一两二三四五六七八九十半\d]+(?:天|日|周|个星期)/;

/** 顺延到下周: a week and no day of it. */
const isWholeWeek = ({ marked: { text } }: Said, { first, last }: LeaveDays): boolean =>
  first !== undefined &&
  last === addDays(first, 6) &&
  weekday(first) === 1 &&
  /(?:周|星期|礼拜)(?![一二三四五六日天末\d])/.test(text);

/** The days that a change leaves, from those that were. */
export function newDays(said: Said, fresh: LeaveDays, old: { first: Day; last: Day }, started: boolean): NewDays {
  // 回来时间不变 says nothing of the return.
  const text = said.marked.text.replace(/(?:返|回)[^，。]{0,6}(?:不变|照旧|没变)/, '');
  const days = lengthIn(said);
  const back = backOn(said);
  // 多待一天，12号回: the day is that of the return.
  if (back && fresh.first === back && back >= old.first) return { last: back };
  if (fresh.first) {
    if (isWholeWeek(said, fresh)) {
      const by = daysBetween(addDays(old.first, 1 - weekday(old.first)), fresh.first);
      return { first: addDays(old.first, by), last: addDays(old.last, by) };
    }
    // 提前一天，8号走: the length is that of the shift.
    const shifts = days !== undefined && SHIFT.test(text);
    const end = (days !== undefined && !shifts && back) || (shifts ? fresh.first : (fresh.last ?? fresh.first));
    const single = fresh.first === end;
    const moved = (MOVED.test(text) || OCCASION_MOVED.test(text)) && !BACK.test(text);
    const returns = RETURN_ONLY.test(text) && !DEPARTS.test(text) && !moved;
    // 会延到15号结束，我16号回: both are days of the end.
    const ends = single || /延[到长至]|晚/.test(text);
    // 提前到8号走: the return stays as it was.
    const departs = single && DEPARTS.test(text) && days === undefined && !started && old.last > old.first;
    if (departs && end <= old.last) return { first: end, last: old.last };
    if (started || (ends && returns && end >= old.first && days === undefined)) return { last: end };
    if (single && (shifts || days === undefined) && (shifts || !/一天|当天|当日/.test(text)))
      return { first: fresh.first, last: addDays(fresh.first, daysBetween(old.first, old.last)) };
    return { first: fresh.first, last: end };
  }
  if (days === undefined) return {};
  const by = Math.max(1, Math.ceil(days));
  if (DEPARTS.test(text) && !BACK.test(text) && !started) {
    const first = addDays(old.first, LATER.test(text) ? by : -by);
    return { first, last: first > old.last ? first : old.last };
  }
  if (LATER.test(text)) {
    if (started || RETURN_ONLY.test(text)) return { last: addDays(old.last, by) };
    return { first: addDays(old.first, by), last: addDays(old.last, by) };
  }
  if (!SOONER.test(text)) return started ? {} : { last: addDays(old.first, by - 1) };
  if (started || RETURN_ONLY.test(text)) return { last: addDays(old.last, -by) };
  return { first: addDays(old.first, -by), last: addDays(old.last, -by) };
}
