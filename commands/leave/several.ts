/** 几次外出: journeys that one message tells one after another, each a leave of its own. */
import { addDays, type Day } from '../../src/core/day.ts';
import { type DateSpan, dayRange } from '../../src/language/dates/read.ts';
import type { Context, Said } from '../command.ts';
import { clausesOf } from './clauses.ts';
import { isReturn } from './days.ts';
import { type LeaveRequest, readLeave } from './read.ts';

/** Days that belong together, and where in the message they are said. */
interface Stay {
  first: Day;
  last: Day;
  from: number;
  to: number;
}

/** 然后再去青岛, 从济南直接飞上海: the same journey goes on. */
const GOES_ON = /^(?:我)?(?:再|然后|接着|随后|之后|顺路|顺道|直接|转|又?从)[^，,。；;]{0,10}?(?:去|到|赴|转|飞|回)/;
const ANOTHER = /另外?|还有|还要|第[二三]|[一二两]次|其次|分别/;
const JOINS = /^[、，,和及与跟以还有另外又在\s]*$/;
/** 两次都由张强代管: one acting person for all. */
const FOR_ALL = /都|均|两次|[二三几]次|全部|一并|同样/;

/** The leaves that a message tells, in its order; `null` where it tells one. */
export function severalLeaves(said: Said, context: Context): LeaveRequest[] | null {
  if (said.marked.dates.some((d) => d.fault && !d.title)) return null;
  const stays = staysIn(said);
  if (stays.length < 2) return null;
  const { text } = said.marked;
  const listed = stays.every((stay, i) => i === 0 || JOINS.test(text.slice(stays[i - 1]?.to, stay.from)));
  return listed ? oneErrand(said, context, stays) : ownErrands(said, context, stays);
}

/** Days that don't follow on each other, in order; a day of return closes the stay before it. */
function staysIn({ marked: { text, dates } }: Said): Stay[] {
  const stays: Stay[] = [];
  for (const span of dates) {
    const range = isDay(span) ? dayRange(span) : null;
    const now = stays.at(-1);
    if (!range?.first) continue;
    const last = range.last ?? range.first;
    if (!now) stays.push({ first: range.first, last, from: span.from, to: span.to });
    // A day before the first is that of a notice or a meeting, which makes the message unclear.
    else if (range.first < now.first) return [];
    else if (range.first <= addDays(now.last, 1) || isReturn(text, span)) {
      if (last > now.last) now.last = last;
      now.to = span.to;
    } else stays.push({ first: range.first, last, from: span.from, to: span.to });
  }
  return stays;
}

const isDay = ({ type, title, vague, fault }: DateSpan): boolean =>
  !title && !vague && !fault && type !== 'duration' && type !== 'time' && type !== 'set';

/** 4月13日、20日去济南参加培训: one errand on several days. */
function oneErrand(said: Said, context: Context, stays: readonly Stay[]): LeaveRequest[] | null {
  const [one] = stays;
  const end = stays.at(-1)?.to ?? 0;
  if (!one) return null;
  const request = readLeave(
    pieces(said, [
      [0, one.to],
      [end, said.marked.text.length],
    ]),
    context,
  );
  return stays.map(({ first, last }) => ({ ...request, fault: undefined, first, last }));
}

/** 13号去济南开会，20号到21号去青岛考察: each with an errand of its own. */
function ownErrands(said: Said, context: Context, stays: readonly Stay[]): LeaveRequest[] | null {
  const { text } = said.marked;
  const clauses = clausesOf(said);
  const starts = stays.map(({ from }) => clauses.find((c) => c.from <= from && from < c.to)?.from ?? from);
  const lead = starts[0] ?? 0;
  const requests: LeaveRequest[] = [];
  for (const [i, start] of starts.entries()) {
    const end = starts[i + 1] ?? text.length;
    const own = text.slice(start, end);
    const goesOn = i > 0 && GOES_ON.test(own.replace(/^[\d一二三四五六七八九十月日号周下]+/, '')) && !ANOTHER.test(own);
    const request =
      start < end
        ? readLeave(
            pieces(said, [
              [0, lead],
              [start, end],
            ]),
            context,
          )
        : undefined;
    if (goesOn || !request?.first || !(request.place || request.reason)) return null;
    requests.push(request);
  }
  const last = requests.at(-1);
  const shared = last?.acting ? last : FOR_ALL.test(text) ? requests.find((r) => r.acting) : undefined;
  return requests.map((r) =>
    r.acting || !shared ? r : { ...r, acting: shared.acting, ...(shared.actingId && { actingId: shared.actingId }) },
  );
}

/** The pieces of a message put together, with everything that was found in them. */
function pieces(said: Said, kept: readonly (readonly [number, number])[]): Said {
  const { marked } = said;
  let length = 0;
  const shifts = kept.map(([from, to]) => {
    const shift = { from, to, by: length - from };
    length += to - from;
    return shift;
  });
  const within = <T extends { from: number; to: number }>(spans: readonly T[]): T[] =>
    spans.flatMap((span) => {
      const piece = shifts.find(({ from, to }) => span.from >= from && span.to <= to);
      return piece ? [{ ...span, from: span.from + piece.by, to: span.to + piece.by }] : [];
    });
  const text = kept.map(([from, to]) => marked.text.slice(from, to)).join('');
  return {
    ...said,
    marked: {
      ...marked,
      text,
      original: text,
      dates: within(marked.dates),
      people: within(marked.people),
      units: within(marked.units),
      meetings: within(marked.meetings),
    },
  };
}
