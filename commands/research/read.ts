/** What a message about research trips says: who, on which days, where, how (登记调研). */
import { addDays, type Day, daysBetween } from '../../src/core/day.ts';
import { isLeader, type Person } from '../../src/core/roster.ts';
import { dayRange, daysOfAbsence, readDates } from '../../src/language/dates/read.ts';
import { readNumber } from '../../src/language/numbers.ts';
import type { Context, Said } from '../command.ts';
import { leadersIn, unitsIn } from '../papers/units.ts';

export interface Trip {
  people: Person[];
  /** Each calendar day, once, in order. */
  days: Day[];
  fault?: boolean;
  /** Still to come: a plan, not counted. */
  planned: boolean;
  place?: string;
  /** 四不两直: on how many of the days. */
  unannounced: number;
  /** 一线现场办公 */
  onSite: boolean;
}

const PLANNED = /计划|拟(?:于|到|去)|将(?:于|到|去|要)|准备|打算|预定|安排在|明天|后天|下周|下月|下个月/;
/** A longer stay than this in one message is a slip. */
const LONGEST_DAYS = 92;

function daysOf(said: Said, { now, calendar }: Context, past: boolean): { days: Day[]; fault?: boolean } {
  const spans = readDates(said.marked.text, now, calendar, { past }).filter((s) => !s.title && !s.vague);
  if (spans.some((s) => s.fault)) return { days: [], fault: true };
  // 上周 beside 3月5日 only says which week is meant.
  const exact = spans.filter((s) => s.type === 'duration' || s.said.includes('day') || s.said.includes('weekday'));
  const ranges = exact.flatMap((s) => dayRange(s) ?? []).filter((r) => r.first !== null);
  // 3月5日、9日两天: the length only sums up what the days already say.
  const whole = ranges.length === 1 ? daysOfAbsence(exact) : null;
  const lasting = whole?.first && whole.last ? [{ first: whole.first, last: whole.last }] : [];
  const days = new Set<Day>();
  for (const { first, last } of [...lasting, ...ranges]) {
    if (!first || !last || daysBetween(first, last) > LONGEST_DAYS) continue;
    for (let day = first; day <= last; day = addDays(day, 1)) days.add(day);
  }
  return { days: [...days].sort() };
}

const PLACE =
  /(?:到|在|去|赴|前往|深入)(?:了|过)?([一-鿿、]{2,24}?)(?:就|开展|进行|搞|做|跑|转|待|住|蹲|调研|走访|查看|察看|检查|考察|现场|看|督导|蹲点|座谈|一线|采取|围绕|，|。|；|$)/;

/** Whose trip it is: leaders whom the office or their staff name, else the speaker. */
function travellers(said: Said, { sender }: Context): Person[] {
  const { text } = said.marked;
  const named = leadersIn(said).filter(
    ({ person, from, to }) =>
      isLeader(person) &&
      !/(?:陪同|陪|随|跟随|向|报|经)[^，。；]{0,2}$/.test(text.slice(0, from)) &&
      !/^(?:批示|要求|交办)/.test(text.slice(to)),
  );
  const others = [...new Map(named.map(({ person }) => [person.id, person])).values()];
  const self = /(?:^|[^一-鿿])我|[，：:。；]我|本人|^登记我/.test(text) || others.length === 0;
  return self ? [sender] : others;
}

const SOME_DAYS =
  /(?:其中|有)[^，。；]{0,4}?([一两二三四五六七八九十]|\d{1,2})(?:个)?天[^，。；]{0,8}[“"]?四不两直|[“"]?四不两直[”"]?(?:的)?(?:是|有|占)?([一两二三四五六七八九十]|\d{1,2})天/;

/** All days unless some are told: 其中2天是“四不两直”. */
function unannouncedOf(text: string, days: number): number {
  if (!/四不两直/.test(text) || /(?:非|不是|未(?:采取|采用)|没有?(?:采取|采用)?)[“"]?四不两直/.test(text)) return 0;
  const said = SOME_DAYS.exec(text);
  const some = said && readNumber(said[1] ?? said[2] ?? '');
  return some ? Math.min(some, days) : days;
}

export function readTrip(said: Said, context: Context): Trip {
  const { text } = said.marked;
  const plan = PLANNED.test(text);
  const { days, fault } = daysOf(said, context, !plan);
  const bare = said.marked.dates.reduce((t, d) => t.replace(d.text, ''), text);
  const towns = unitsIn(said)
    .map((u) => u.unit)
    .filter((u) => /镇|街道|管委会/.test(u));
  const named = [...new Set(towns)];
  const place = named.length > 1 ? named.join('、') : (PLACE.exec(bare)?.[1] ?? named[0]);
  return {
    people: travellers(said, context),
    days,
    ...(fault && { fault }),
    planned: (days.at(-1) ?? '') > context.today,
    ...(place && { place }),
    unannounced: unannouncedOf(text, days.length),
    onSite: /现场办公/.test(text),
  };
}
