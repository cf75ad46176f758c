/** What a leave request says: days, place, reason, acting person, urgency, and for whom. */
import { type Day, daysBetween } from '../../src/core/day.ts';
import type { Person } from '../../src/core/roster.ts';
import { dayRange, daysOfAbsence } from '../../src/language/dates/read.ts';
import { onePerson } from '../../src/language/people.ts';
import type { Context, Said } from '../command.ts';
import { readActing } from './acting.ts';
import { readPlace } from './place.ts';
import { readReason, readUrgency } from './reason.ts';

export interface LeaveRequest {
  /** Roster id of who goes away; the sender unless said otherwise. */
  person?: string;
  first?: Day;
  last?: Day;
  /** What is wrong with the dates as said, in Chinese. */
  fault?: string;
  place?: string;
  reason?: string;
  /** As written; `actingId` where the roster knows the name. */
  acting?: string;
  actingId?: string;
  urgent?: boolean;
  urgentReason?: string;
  files?: string[];
  /** The matter that this request takes the place of. */
  replaces?: string;
}

/** A date that is meant this year, but would lie so far ahead that it is rather a slip. */
const FAR_DAYS = 300;

/** First and last day; a length said beside a first day gives the last one. */
export function readDays(said: Said, context: Context): Pick<LeaveRequest, 'first' | 'last' | 'fault'> {
  const { text } = said.marked;
  const dates = said.marked.dates.filter((d) => !d.title);
  const faulty = dates.find((d) => d.fault);
  if (faulty) return { fault: sayFault(faulty.fault ?? '', faulty.text) };
  const vague = dates.find((d) => d.vague);
  const range = daysOfAbsence(dates.filter((d) => !d.vague));
  if (!range?.first) {
    if (/今天|今日|现在|马上|立即|即刻|这就/.test(text) && !vague) return { first: context.today, last: context.today };
    return vague ? { fault: `“${vague.text}”不是确定的日期` } : {};
  }
  const { first } = range;
  let last = range.last ?? undefined;
  if (!last || last === first) {
    const returns = /返回|回来|返程|返岗|结束|止|回$/.test(text);
    const ends = dates.flatMap((d) => dayRange(d) ?? []).filter((r) => r.last !== null && r.last > first);
    last = ends.filter((r) => returns || r.first === null).at(-1)?.last ?? last;
  }
  const rolled = dates.find((d) => d.start?.startsWith(first) && d.inferred.includes('year'));
  if (rolled && daysBetween(context.today, first) > FAR_DAYS)
    return { fault: `“${rolled.text}”已经过去（如指${first.slice(0, 4)}年，请写明年份）` };
  return { first, ...(last && { last }) };
}

function sayFault(fault: string, words: string): string {
  if (fault === 'no-such-date') return `没有“${words}”这一天`;
  if (fault === 'end-before-start') return `“${words}”的结束日期早于开始日期`;
  return `“${words}”的日期与星期对不上`;
}

const TITLE = /^(?:同志|常务副区长|副区长|区长|书记|局长|镇长|主任|副主任|主要负责人)+/;
const GOES = /^(?:拟|将|定于|计划|准备|于|要|需|因|赴|到|去|外出|出差|请假|休假|离岗)/;

/** For whom: `受朱局长委托`, `代周海涛副区长报告`, `任海涛副区长4月15日外出`; otherwise the sender. */
export function readFor(said: Said, context: Context): Person | 'ambiguous' | undefined {
  const { text, people, dates } = said.marked;
  for (const span of people) {
    if (span.how === 'self') continue;
    const before = text.slice(0, span.from);
    const after = text.slice(span.to).replace(TITLE, '');
    const at = text.length - after.length;
    const begins = /(?:^|[，,。；;:：\s]|外出登记|登记外出|登记|报告)$/.test(before);
    const forOther =
      (/受$/.test(before) && /^(?:的)?委托/.test(after)) ||
      (/(?:代|替|帮|为|给)$/.test(before) &&
        /(?:请|报告|登记|报备|提交|外出|申请|休)/.test(after.slice(0, 16)) &&
        !/^代|^主持/.test(after)) ||
      (begins && (GOES.test(after) || dates.some((d) => d.from === at)));
    if (!forOther) continue;
    const person = onePerson(span);
    if (!person) return 'ambiguous';
    if (person.id !== context.sender.id) return person;
  }
  return undefined;
}

/** Everything at once; parts that are not said are left out. */
export function readLeave(said: Said, context: Context): LeaveRequest {
  let bare = said.marked.text;
  for (const d of [...said.marked.dates].sort((a, b) => b.from - a.from))
    bare = `${bare.slice(0, d.from)}${d.type === 'duration' ? '' : ' '}${bare.slice(d.to)}`;
  const place = readPlace(bare);
  const reason = readReason(bare, place);
  const whom = readFor(said, context);
  return {
    ...(whom && whom !== 'ambiguous' && { person: whom.id }),
    ...readDays(said, context),
    ...(place && { place: place.place }),
    ...(reason && { reason }),
    ...readActing(said, context.sender),
    ...readUrgency(bare, reason),
    ...(said.files.length > 0 && { files: said.files }),
  };
}
