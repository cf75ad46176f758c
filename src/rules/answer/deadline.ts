/** Dates computed from a rule's number of days, both ways, with the holidays skipped (house reading 1). */
import type { Calendar } from '../../calendar/calendar.ts';
import { addDays, type Day, daysBetween, makeDay, sayDay } from '../../core/day.ts';
import type { Value } from '../value.ts';
import type { Asked, Lead, Point } from './context.ts';

/** A number of days before or after something. */
export interface Span {
  days: number;
  unit: 'calendar' | 'working';
  /** `before`: something is due that many days ahead; `after`: within that many days of it. */
  side: 'before' | 'after';
  /** What the days are counted from, and what is due. */
  event: string;
  act: string;
}

/** The days that a rule's value counts, if it counts any. */
export function spanOf(value: Value): Span | null {
  switch (value.kind) {
    case 'agenda-deadline':
      return { days: value.workingDays, unit: 'working', side: 'before', event: '开会', act: '送达区政府办公室' };
    case 'agenda-filing':
      return value.workingDays
        ? { days: value.workingDays, unit: 'working', side: 'before', event: '开会', act: '报备' }
        : null;
    case 'agenda-delivery':
      return { days: value.workingDays, unit: 'working', side: 'before', event: '开会', act: '送达与会人员' };
    case 'leave':
      return value.noticeDays
        ? { days: value.noticeDays, unit: 'calendar', side: 'before', event: '外出', act: '报告' }
        : null;
    case 'event':
      return value.noticeDays
        ? { days: value.noticeDays, unit: value.unit ?? 'calendar', side: 'before', event: '举办活动', act: '报送' }
        : null;
    case 'countersign':
      return value.days
        ? { days: value.days, unit: value.unit ?? 'calendar', side: 'after', event: '收到', act: '回复' }
        : null;
    case 'printing':
      return {
        days: value.workingDays,
        unit: 'working',
        side: 'after',
        event: '会议结束',
        act: value.revised ? '完成修改' : '印发',
      };
    default:
      return null;
  }
}

/** 送材料、报请 and 开会、出发: whichever follows a day first tells what happens on it. */
const HANDING_IN = /交|送|报|提交|递|打招呼|申请|请假/;
const HAPPENING = /开|会|办|活动|仪式|举行|出发|出差|外出|走|去|休假|收到|发出|结束/;
/** 现在报还来得及吗: what is handed in is handed in today. */
const IN_TIME = /来得及|来不及|赶得上|赶得及|晚不晚|迟不迟|还能报|晚了吗/;
const EARLIEST = /最早|最快|哪天的|哪次|赶得上哪/;

/** The date that a question with a day in it asks for; `null` where it names no day or the rule no number. */
export function deadlineLead({ asked, part, provision }: Point): Lead | null {
  const stated = spanOf(provision.value);
  const span = stated && hostSpan(asSaid(stated, asked), provision.value, asked);
  const days = span ? daysIn(asked, span.side) : [];
  const first = days[0];
  if (!span || !first) return null;
  const handed = days.find((d) => d.handsIn);
  const others = days.filter((d) => !d.handsIn);
  const event = others.find((d) => d.happens) ?? others.at(-1);
  if (handed && event) return inTime(asked, span, handed.day, event.day);
  if (event && IN_TIME.test(asked.text)) return inTime(asked, span, asked.today, event.day);
  if (handed && span.side === 'before' && (EARLIEST.test(asked.text) || !event))
    return earliest(asked, span, handed.day);
  if (part.form.when || part.form.howMany || part.form.may || part.form.confirm || part.form.must)
    return latest(asked, span, (event ?? first).day);
  return null;
}

/** 13日发出的会签: counted from the sending, which is the day of receipt as well. */
const asSaid = (span: Span, { text }: Asked): Span =>
  span.event === '收到' && /发出|发起|发的|发了|送出/.test(text) ? { ...span, event: '发出' } : span;

/** 主办局写了3天内回: where the rule leaves the time to the host, the one that the question tells. */
function hostSpan(span: Span, value: Value, { reading, text }: Asked): Span {
  if (value.kind !== 'countersign' || !value.hostMaySet || !/主办|牵头|要求|限|写[了明着]|只给|给了/.test(text))
    return span;
  const claim = reading.claims.find(({ unit }) => unit === 'day' || unit === 'workday');
  return claim ? { ...span, days: claim.value, unit: claim.unit === 'day' ? 'calendar' : 'working' } : span;
}

interface Mentioned {
  day: Day;
  handsIn: boolean;
  happens: boolean;
}

/** The days that the question names, told apart: those of handing in and those of the event itself. */
function daysIn({ dates, text, today }: Asked, side: Span['side']): Mentioned[] {
  return dates.flatMap(({ type, start, end, to, fault, vague, said, text: words }) => {
    const day = (start ?? end)?.slice(0, 10);
    // 3天内, 3天前: a length of time, no day
    if (!day || fault || vague || !DAY_TYPES.includes(type) || LENGTH.test(words)) return [];
    const clause = text.slice(to, to + 20).split(/[，。？！,?!]/)[0] ?? '';
    const handing = clause.search(HANDING_IN);
    const happening = clause.search(HAPPENING);
    return [
      {
        day: nearest(day, said, today, side),
        handsIn: handing >= 0 && (happening < 0 || handing < happening),
        happens: happening >= 0,
      },
    ];
  });
}

const LENGTH = /内$|^[\d一二两三四五六七八九十半]+个?(?:天|日|工作日|周|星期|月)(?:之?前|以前|之?后)$/;

const DAY_TYPES: readonly string[] = ['date', 'datetime', 'daterange', 'datetimerange'];

/** A bare 4月3日 that has just passed is this year's: questions look back as well as forward. */
function nearest(day: Day, said: readonly string[], today: Day, side: Span['side']): Day {
  if (said.includes('year') || daysBetween(today, day) < HALF_YEAR) return day;
  const before = makeDay(Number(day.slice(0, 4)) - 1, Number(day.slice(5, 7)), Number(day.slice(8, 10)));
  if (before === null || (side === 'before' && daysBetween(before, today) > LATELY)) return day;
  return said.includes('month') ? before : day;
}

const HALF_YEAR = 183;
/** What is due ahead of something is rarely asked about long after. */
const LATELY = 60;

/** The last day on which something is in time. */
function lastDay(calendar: Calendar, { days, unit, side }: Span, event: Day): Day {
  const n = side === 'before' ? -days : days;
  return unit === 'working' ? calendar.addWorkdays(event, n) : addDays(event, n);
}

const sayDays = ({ days, unit }: Span): string => `${days}${unit === 'working' ? '个工作日' : '天'}`;

function latest(asked: Asked, span: Span, event: Day): Lead {
  const { calendar, today } = asked;
  const due = lastDay(calendar, span, event);
  const rule = span.side === 'before' ? `提前${sayDays(span)}` : `${sayDays(span)}内`;
  const late = due < today ? '，该日期已过' : '';
  return {
    text: `最晚${sayDay(due, today)}${span.act}（${sayDay(event, today)}${span.event}，${rule}）${late}${skippedWords(calendar, span, event, due)}。`,
    due,
  };
}

function inTime(asked: Asked, span: Span, handed: Day, event: Day): Lead {
  const { calendar, today } = asked;
  const due = lastDay(calendar, span, event);
  const verdict = handed <= due ? '来得及' : '来不及';
  const rule = span.side === 'before' ? `提前${sayDays(span)}` : `${sayDays(span)}内`;
  const first = verdict === '来不及' && span.side === 'before' ? earliest(asked, span, handed).text : '';
  return {
    text: `${verdict}，最晚${sayDay(due, today)}${span.act}（${sayDay(event, today)}${span.event}，${rule}）${skippedWords(calendar, span, event, due)}。${first}`,
    due,
  };
}

/** The first day that something handed in today is in time for. */
function earliest(asked: Asked, span: Span, handed: Day): Lead {
  const { calendar, today } = asked;
  const counted = span.unit === 'working' && !calendar.isWorkday(handed) ? calendar.nextWorkday(handed) : handed;
  const day = span.unit === 'working' ? calendar.addWorkdays(counted, span.days) : addDays(handed, span.days);
  return {
    text: `${sayDay(handed, today)}${span.act}的，最早可安排在${sayDay(day, today)}（提前${sayDays(span)}）${skippedWords(calendar, span, handed, day)}。`,
    due: day,
  };
}

/** ，其间国庆节放假（10月1日至10月7日）不计入 and whether the year is announced. */
function skippedWords(calendar: Calendar, span: Span, a: Day, b: Day): string {
  const [from, to] = a < b ? [a, b] : [b, a];
  const provisional =
    calendar.isProvisional(from) || calendar.isProvisional(to) ? '（该年度放假安排尚未公布，日期为暂定）' : '';
  if (span.unit !== 'working') return provisional;
  const short = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
  const runs = calendar
    .skipped(from, to)
    .map(({ kind, name, first, last }) =>
      kind === 'off'
        ? `${name}放假（${first === last ? short(first) : `${short(first)}至${short(last)}`}）不计`
        : `${short(first)}调休上班计入`,
    );
  return `${runs.length > 0 ? `，其间${runs.join('、')}` : ''}${provisional}`;
}
