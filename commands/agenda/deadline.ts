/** 提报时限: the last day for a meeting's papers, with the holidays that were skipped. */
import { type Day, sayDay } from '../../src/core/day.ts';
import type { Provision } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';
import type { AgendaWords } from './read.ts';

/** The last day for a topic, and whether it has passed. */
export interface Deadline {
  /** The provisions that set it, and what the rule excepts. */
  basis: Provision[];
  /** 规则要求会前5个工作日，最迟3月6日（周五） */
  said: string;
  /** The last day in time, where the rule sets one. */
  last?: Day;
  late: boolean;
  /** Special circumstances pass. */
  exceptSpecial: boolean;
}

/**
 * The deadline of a topic whose meeting has a day; `null` where no provision sets one. Where the rule only forbids
 * last-minute topics, they are those that come after the papers have to be delivered, or that the message calls so.
 */
export function deadlineOf(context: Context, words: Pick<AgendaWords, 'kind' | 'day' | 'late'>): Deadline | null {
  const { book, calendar, today } = context;
  const rule = book.find('agenda-deadline', (v) => v.meetings.includes(words.kind));
  const lateRule = book.find('agenda-late');
  const delivery = [...book.byKind('agenda-delivery')].sort((a, b) => b.value.workingDays - a.value.workingDays)[0];
  const days = rule?.value.workingDays ?? (lateRule ? delivery?.value.workingDays : undefined);
  if (days === undefined || !words.day) {
    if (!lateRule || !words.late || rule) return null;
    return {
      basis: [lateRule],
      said: '规则规定会前一般不临时受理议题',
      last: today,
      late: true,
      exceptSpecial: lateRule.value.exceptSpecial,
    };
  }
  const last = calendar.addWorkdays(words.day, -days);
  const early = calendar.workdaysBetween(today, words.day) >= days;
  if (!rule) {
    if (early && !words.late) return null;
    const why = early
      ? '属临时增加的议题'
      : `会议材料一般于会前${days}个工作日（${sayDay(last, today)}${skippedBetween(context, last, words.day)}）送达与会人员`;
    return {
      basis: [lateRule, delivery].filter((p) => p !== undefined),
      said: `${sayDay(words.day, today)}的会议，${why}`,
      late: true,
      exceptSpecial: lateRule?.value.exceptSpecial === true,
    };
  }
  const said = `会议材料应于会前${days}个工作日送审，${sayDay(words.day, today)}的会议最迟为${sayDay(last, today)}${skippedBetween(context, last, words.day)}`;
  return {
    basis: early || !lateRule ? [rule] : [rule, lateRule],
    said,
    last,
    late: !early,
    exceptSpecial: lateRule?.value.exceptSpecial === true,
  };
}

/** `（其间清明节4月4日至6日放假）`, so that the count can be checked. */
export function skippedBetween(context: Context, from: Day, to: Day): string {
  const short = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
  const runs = context.calendar
    .skipped(from, to)
    .map((s) =>
      s.kind === 'off'
        ? `${s.name}放假${short(s.first)}${s.first === s.last ? '' : `至${short(s.last)}`}`
        : `${short(s.first)}调休上班`,
    );
  const provisional = context.calendar.isProvisional(to) ? ['该年度放假安排尚未公布，暂按周末推算'] : [];
  const notes = [...runs, ...provisional];
  return notes.length > 0 ? `（已计入${notes.join('，')}）` : '';
}
