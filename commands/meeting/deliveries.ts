/** 议题材料送达: the office's dates before a meeting, where the rule has them. */
import { type Day, sayDay } from '../../src/core/day.ts';
import type { Effect } from '../../src/core/decision.ts';
import type { Person } from '../../src/core/roster.ts';
import { MEETINGS, type MeetingKind } from '../../src/core/vocabulary.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context } from '../command.ts';
import { DELIVERY } from './register.ts';

/** The last day on which at least `n` whole working days, that day included, lie before a meeting (会前N个工作日). */
export const lastDayBefore = (context: Context, meeting: Day, n: number): Day =>
  context.calendar.addWorkdays(meeting, -n);

/** A matter for the office for each delivery; nothing where the rule has none or the meeting takes no topics. */
export function deliveries(context: Context, kind: MeetingKind, day: Day, presider: Person): Effect[] {
  const { book, roster, today } = context;
  const rules = book.byKind('agenda-delivery').filter(({ value }) => value.meetings?.includes(kind) ?? true);
  const topical = book.find('agenda', (v) => v.meetings.includes(kind));
  const [office] = roster.receiversOf('government-office');
  if (!topical || !office) return [];
  const meeting = `${sayDay(day, today)}${MEETINGS[kind]}`;
  return [...rules]
    .sort((a, b) => b.value.workingDays - a.value.workingDays)
    .map((rule): Effect => {
      const due = lastDayBefore(context, day, rule.value.workingDays);
      const word = rule.value.again ? '再次送达' : '送达';
      const body = `${meeting}的议题及相关资料，${rule.value.again ? '再次送达' : '送达与会人员征求意见并回收'}：${sayDay(due, today)}前。`;
      const quotes = [quoteOf(book, rule)];
      return {
        do: 'open',
        matter: {
          about: 'meeting',
          kind: DELIVERY,
          title: `${meeting}材料${word}`,
          owner: office.id,
          day,
          quotes,
          route: [{ ask: 'do', who: ['government-office'], word, due, quotes }],
          data: { body, publicBody: body, warnings: [], presider: presider.id, facts: { of: kind } },
        },
      };
    });
}
