import { addDays, type Day, daysBetween } from '../../src/core/day.ts';
import { type DateSpan, dayRange, daysOfAbsence } from '../../src/language/dates/read.ts';
import { matcher } from '../../src/language/matcher.ts';
import type { Context, Said } from '../command.ts';

/** First and last day of an absence, or what is wrong with them as said, in Chinese. */
export interface LeaveDays {
  first?: Day;
  last?: Day;
  fault?: string;
}

/** A date that is meant this year, but would lie so far ahead that it is rather a slip. */
const FAR_DAYS = 300;
/** 不是15日: a day that is said to be wrong. */
const DENIED = /(?<![是要])(?:不是|并非|而非|不在)$/;
/** 明后两天不行: days that are spoken of as those on which one does not go. */
const NOT_THEN = matcher(/^(?:都|也|均)?(?:不行|不方便|不成|走不开|不便|没空|有会)/);
/** 来不及提前三天报: a length of notice, not of the absence. */
const OF_NOTICE = /(?:提前|提早|不足|不到|不满|未满|少于|超过|剩|(?<!出)差)$/;
/** 接4月2日通知: the day of a paper. */
const OF_PAPER = matcher(/^的?(?:会议|培训|省[一-鿿]{0,4}|市[一-鿿]{0,4})?(?:通知|来函|来文|来电|文件|电话|批示)/);
/** 现在赶过去: the absence has begun. */
const LEAVES_NOW =
  /(?:现在|马上|立即|立刻|即刻|这就|今天|今日|刚)[^，。]{0,4}(?:[去飞赴]|走|出发|动身|上车|在(?:路上|车上|高铁|火车|机场)|赶(?!得))/;
/** 月底, 下旬, 7月: some day of it, not all of it. */
const ROUGH = /(?:旬|[月年](?:底|初|中|末)|月份?)$/;
/** What follows or precedes the day of return. */
const RETURNS_AFTER =
  /^(?:上午|下午|中午|晚上?|当晚|早上|傍晚|凌晨)?(?:就|即|再|坐车|乘车|乘高铁|坐高铁|开车|自驾|飞|赶|动身|启程)?(?:返|回(?!家乡|老家)|结束|止|归)/;
const RETURNS_BEFORE = matcher(
  /(?:返回|返程|返岗|回来|回程|结束|推迟|顺延|延长|延|改)?(?:时间|日期)?(?:至|到|为|是|于|[:：])$|(?:返回|返程|回来|结束)$/,
);

/** Whether a day is spoken of as that of the return: 16号回, 返回时间是16号. */
export const isReturn = (text: string, { from, to }: Pick<DateSpan, 'from' | 'to'>): boolean =>
  RETURNS_AFTER.test(text.slice(to)) || RETURNS_BEFORE.test(text.slice(0, from));

/** The same where nothing but a return can be meant: 延到16号 may move the whole. */
export const isReturnOutright = (text: string, { from, to }: Pick<DateSpan, 'from' | 'to'>): boolean =>
  RETURNS_AFTER.test(text.slice(to)) || OF_RETURN.test(text.slice(0, from));
const OF_RETURN = /(?:返回|返程|返岗|回来|回程)(?:时间|日期)?(?:至|到|为|是|于|[:：])?$/;

/** A length said beside a first day, a day of return, or days named one by one give the last one. */
export function readDays(said: Said, context: Context): LeaveDays {
  const { text } = said.marked;
  const all = said.marked.dates.filter(
    (d) =>
      !d.title &&
      !NOT_THEN.test(text.slice(d.to)) &&
      !DENIED.test(text.slice(0, d.from)) &&
      !OF_PAPER.test(text.slice(d.to)) &&
      !(d.type === 'duration' && OF_NOTICE.test(text.slice(0, d.from))),
  );
  const faulty = all.find((d) => d.fault);
  if (faulty) return { fault: sayFault(faulty.fault ?? '', faulty.text) };
  // 那几天 are days told before.
  const vague = all.find((d) => d.vague && !/^那/.test(d.text));
  const dates = exact(all.filter((d) => !d.vague));
  const named = dates.filter((d) => d.type !== 'duration');
  const rough = named.length === 1 ? named.find((d) => ROUGH.test(d.text)) : undefined;
  if (rough) return { fault: `“${rough.text}”不是确定的日期` };
  const apart = daysApart(text, dates);
  if (apart) return { fault: `“${apart}”不是相连的日期，请分别提出` };
  const range = daysOfAbsence(startFirst(text, dates));
  if (!range?.first) {
    if (/今天|今日|现在|马上|立即|即刻|这就/.test(text) && !vague) return { first: context.today, last: context.today };
    return vague ? { fault: `“${vague.text}”不是确定的日期` } : {};
  }
  // 现在赶过去，后天回: only the day of return is named.
  const leavesNow = LEAVES_NOW.test(text) && range.first > context.today && dates.every((d) => isReturn(text, d));
  if (leavesNow) return { first: context.today, last: range.last ?? range.first };
  const { first } = range;
  const told = range.last ?? undefined;
  const last = told && told > first ? told : (lastDay(text, dates, first) ?? told);
  const [from, to] = widened(text, dates, first, last ?? first);
  const rolled = dates.find((d) => d.start?.startsWith(first) && d.inferred.includes('year'));
  if (rolled && daysBetween(context.today, first) > FAR_DAYS)
    return { fault: `“${rolled.text}”已经过去（如指${first.slice(0, 4)}年，请写明年份）` };
  return { first: from, ...(last && { last: to }) };
}

/** 今晚的火车, 明后两天办事, 周四早上到家: the evening before and the morning after belong to it. */
function widened(text: string, dates: readonly DateSpan[], first: Day, last: Day): [Day, Day] {
  const near = (span: DateSpan, words: RegExp): boolean => words.test(text.slice(span.to, span.to + 8));
  const on = (day: Day, words: RegExp): boolean =>
    dates.some(
      (d) => d.type !== 'duration' && dayRange(d)?.first === day && dayRange(d)?.last === day && near(d, words),
    );
  const from = on(addDays(first, -1), /^的?(?:火车|高铁|飞机|航班|出发|动身|走|飞|启程)/) ? addDays(first, -1) : first;
  const to = on(addDays(last, 1), /^(?:就|即|再|才|能|可|坐车|飞)*(?:返|回|到家|到岗|到区)/) ? addDays(last, 1) : last;
  return [from, to];
}

/** 9月11日和14日 with days between them: two absences, named in one breath; the words, where there are such. */
function daysApart(text: string, dates: readonly DateSpan[]): string | undefined {
  for (const [i, one] of dates.entries()) {
    const next = dates[i + 1];
    const [from, to] = [dayRange(one)?.last, next && dayRange(next)?.first];
    if (!next || !from || !to || one.type !== 'date' || next.type !== 'date') continue;
    if (/^(?:、|和|及|与|以及|,)$/.test(text.slice(one.to, next.from)) && to > addDays(from, 1))
      return text.slice(one.from, next.to);
  }
  return undefined;
}

/** 请假到10日，8日去: the day of return may be said first. */
function startFirst(text: string, dates: readonly DateSpan[]): readonly DateSpan[] {
  const [one, ...rest] = dates.filter((d) => d.type !== 'duration');
  const end = one && dayRange(one)?.last;
  if (!end || !RETURNS_BEFORE.test(text.slice(0, one.from)) || /返|结束/.test(text.slice(0, one.from))) return dates;
  const start = rest.find((d) => (dayRange(d)?.first ?? end) < end);
  return start ? [start, ...dates.filter((d) => d !== start)] : dates;
}

/** Words of a day itself, not of a feast near it. */
const OUTRIGHT = /\d|[月日号周]|星期|礼拜|[今明]|后天/;

/** Where a day is said outright, 中秋节后 beside it only says roughly when. */
function exact(dates: readonly DateSpan[]): DateSpan[] {
  const outright = dates.some((d) => d.type !== 'duration' && OUTRIGHT.test(d.text));
  return dates.filter((d) => d.type === 'duration' || !outright || OUTRIGHT.test(d.text));
}

/** The last day where only single days were said: one of return, an open end, or the last of days in a row. */
function lastDay(text: string, dates: readonly DateSpan[], first: Day): Day | undefined {
  const later = dates.flatMap((span) => {
    const last = notBefore(first, dayRange(span)?.last, span);
    return last && last > first ? [{ span, last, open: !dayRange(span)?.first }] : [];
  });
  const back = later.findLast(({ span, open }) => open || isReturn(text, span));
  if (back) return back.last;
  let last: Day | undefined;
  for (const next of later) {
    if (next.last !== addDays(last ?? first, 1)) break;
    last = next.last;
  }
  return last;
}

/** 下周四去，周五回: a bare weekday of return is the next one after the first day. */
function notBefore(first: Day, day: Day | null | undefined, span: DateSpan): Day | undefined {
  if (!day || day >= first || span.said.includes('day') || !span.said.includes('weekday')) return day ?? undefined;
  return addDays(day, 7 * Math.ceil((daysBetween(day, first) + 1) / 7));
}

function sayFault(fault: string, words: string): string {
  if (fault === 'no-such-date') return `没有“${words}”这一天`;
  if (fault === 'end-before-start') return `“${words}”的结束日期早于开始日期`;
  return `“${words}”的日期与星期对不上`;
}
