/** Spans, open ends and lists of moments: 12月30日至1月2日, 11月30日前, 12月3日、8日, 从明天起. */

import { readClock } from './clock.ts';
import { closing, EVERY, type Item, UNTIL } from './closing.ts';
import { type Draft, emit } from './draft.ts';
import { matchAt } from './match.ts';
import { type Before, type Moment, readMoment } from './moment.ts';
import { oneDay } from './periods.ts';
import { readRepetition } from './repetition.ts';
import type { Scan } from './types.ts';

const CONNECTOR = /(?:起|开始|始)?,?(?:一?直?(?:到|至)|直到)(?:了)?|-{1,3}>?|~{1,2}|→| -{1,2} ?/y;
const LIST = /、|和|及|与|以及|或者?/y;
const COMMA = /,/y;
const BETWEEN = /之间/y;
const DURING = /之间|期间/y;

/** What the prefixes begin with. */
const PREFIXES = new Set('截到至从自打');
const TO_PREFIX = /(?:截止|截至)(?:到|至)?|到|至/y;
const FROM_PREFIX = /从|自|打从|自从/y;

export interface Found {
  to: number;
  drafts: Draft[];
}

/** Reads all moments that hang together from an offset on. */
export function readTimes(scan: Scan, at: number): Found | null {
  const { text } = scan;
  if (!PREFIXES.has(text.charAt(at))) return readList(scan, at, 0);
  const until = matchAt(TO_PREFIX, text, at);
  if (until) return readUntil(scan, at, until[0]);
  const since = matchAt(FROM_PREFIX, text, at);
  return readList(scan, at, since ? since[0].length : 0);
}

/** 到11月27日为止, 截至12月3日. */
function readUntil(scan: Scan, at: number, prefix: string): Found | null {
  const moment = readMoment(scan, at + prefix.length, null);
  if (!moment) return null;
  const end = matchAt(UNTIL, scan.text, moment.to);
  if (!end && !prefix.startsWith('截')) return null;
  const to = moment.to + (end ? end[0].length : 0);
  return { to, drafts: [emit(at, to, moment, null, 'before')] };
}

function readList(scan: Scan, at: number, lead: number): Found | null {
  const drafts: Draft[] = [];
  let before: Before | null = null;
  let from = at;
  let next = at + lead;
  let to = at;
  for (let i = 0; i < 40; i++) {
    const item: Item | null = readItem(scan, from, next, before, lead > 0 && i === 0);
    if (!item) break;
    const range: Draft | null = before && drafts.length === 1 ? between(scan, drafts[0], item) : null;
    if (range) return { to: range.to, drafts: [range] };
    drafts.push(...item.drafts);
    to = item.to;
    const sep = matchAt(LIST, scan.text, to) ?? matchAt(COMMA, scan.text, to);
    if (!sep || item.closed) break;
    if (sep[0] === ',' && !goesOn(scan, to + 1, item.last)) break;
    before = { moment: item.last, link: 'list' };
    from = to + sep[0].length;
    next = from;
  }
  return drafts.length > 0 ? { to, drafts } : null;
}

/** After a comma only a bare day or clock time goes on with the list: 3月5日,6日; 上午9:00-11:30,下午2:00-5:00. */
function goesOn(scan: Scan, at: number, last: Moment): boolean {
  if (!last.days) return false;
  const next = readMoment(scan, at, { moment: last, link: 'list' });
  if (last.clock) return next?.clock?.seconds !== undefined && !next.days;
  return next?.phrase?.float === 'month' && next.phrase.said.length === 1 && !next.clock;
}

/** 3月5日和3月7日之间. */
function between(scan: Scan, first: Draft | undefined, item: Item): Draft | null {
  const m = matchAt(BETWEEN, scan.text, item.to);
  const [second] = item.drafts;
  if (!m || first?.type !== 'date' || second?.type !== 'date') return null;
  return { ...first, type: 'daterange', end: second.start ?? null, to: item.to + m[0].length };
}

function readItem(scan: Scan, from: number, at: number, before: Before | null, since: boolean): Item | null {
  const { text } = scan;
  const first = readMoment(scan, at, before);
  if (!first) return null;
  const moment: Moment = first.days || !before?.moment.days ? first : { ...first, days: before.moment.days };
  const connector = matchAt(CONNECTOR, text, first.to);
  if (connector) {
    const span = readSpan(scan, from, at, moment, first.to + connector[0].length, before);
    if (span) return span;
  }
  if (moment.clock?.bare && text.charAt(moment.to) !== '、') return null;
  return closing(scan, from, moment, since);
}

function readSpan(
  scan: Scan,
  from: number,
  at: number,
  first: Moment,
  next: number,
  before: Before | null,
): Item | null {
  const { text } = scan;
  const read = readMoment(scan, next, { moment: first, link: 'span' });
  const second = read && first.days && !first.clock ? withoutHours(scan, read) : read;
  if (!second || (first.days && !first.clock && !second.days)) return null;
  if (second.clock?.bare) return null;
  const [unplaced, end] = unrolled(scan, at, first, second, next, before);
  const start = asSaid(fromToday(scan, unplaced, end), end);
  const until = matchAt(UNTIL, text, end.to);
  const swallowed = until ?? matchAt(DURING, text, end.to);
  const to = end.to + (swallowed ? swallowed[0].length : 0);
  const every = matchAt(EVERY, text, to);
  const set = every && readRepetition(scan, to + every[0].length);
  if (set) return { to: set.to, drafts: [{ ...set, from }], last: end, closed: true };
  return {
    to,
    drafts: [emit(from, to, start, end, null)],
    last: end.days ? end : { ...end, days: start.days },
    closed: false,
  };
}

/** 周一到周五上午9点到下午5点 are days, and hours of each. */
function withoutHours(scan: Scan, second: Moment): Moment {
  const connector = second.clock && second.phrase ? matchAt(CONNECTOR, scan.text, second.to) : null;
  const hours = connector && readClock(scan.text, second.to + connector[0].length, true);
  return hours && second.phrase ? { ...second, to: second.phrase.to, clock: null, time: null } : second;
}

/** 6:00-14:00 is written in 24 hours: the first time is not moved to the afternoon where it would end before. */
function asSaid(first: Moment, second: Moment): Moment {
  const said = first.clock?.seconds;
  if (said === undefined || !first.time || !second.time || second.days) return first;
  const moved = first.time.start !== said && first.clock?.part === undefined;
  return moved && second.clock?.seconds === second.time.start && second.time.start <= first.time.start
    ? { ...first, time: { start: said } }
    : first;
}

/** 9点到周五下午 begins today; 13:20至次日5:40 has no day. */
function fromToday(scan: Scan, first: Moment, second: Moment): Moment {
  if (first.days || !second.days || second.phrase?.float === 'base') return first;
  return { ...first, days: { ...oneDay(scan.today), said: [], inferred: ['day'] } };
}

/** 3月1日至3月10日 said on 5 March is the running one: a span that isn't over is not moved to next year. */
function unrolled(
  scan: Scan,
  at: number,
  first: Moment,
  second: Moment,
  next: number,
  before: Before | null,
): [Moment, Moment] {
  if (scan.past || before || !first.days?.rolled || first.phrase?.float !== 'year') return [first, second];
  const start = readMoment(scan, at, null, true);
  const end = start?.days && readMoment(scan, next, { moment: start, link: 'span' });
  if (!start?.days || !end?.days || end.days.fault) return [first, second];
  const running = end.days.last >= scan.today && end.days.last - start.days.first <= 92;
  return running ? [start, end] : [first, second];
}
