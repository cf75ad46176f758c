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

/** A matter for the office with a step for each delivery; nothing where the rule has none or the meeting takes no topics. */
export function deliveries(context: Context, kind: MeetingKind, day: Day, presider: Person): Effect[] {
  const rules = context.book.byKind('agenda-delivery').filter(({ value }) => value.meetings?.includes(kind) ?? true);
  const topical = context.book.find('agenda', (v) => v.meetings.includes(kind));
  if (rules.length === 0 || !topical) return [];
  const [office] = context.roster.receiversOf('government-office');
  if (!office) return [];
  const steps = [...rules].sort((a, b) => b.value.workingDays - a.value.workingDays);
  const dates = steps.map(
    (r) =>
      `${r.value.again ? '再次送达' : '送达与会人员征求意见并回收'}：${sayDay(lastDayBefore(context, day, r.value.workingDays), context.today)}前`,
  );
  const quotes = steps.map((r) => quoteOf(context.book, r));
  const body = `${sayDay(day, context.today)}${MEETINGS[kind]}的议题及相关资料，${dates.join('；')}。`;
  return [
    {
      do: 'open',
      matter: {
        about: 'meeting',
        kind: DELIVERY,
        title: `${sayDay(day, context.today)}${MEETINGS[kind]}材料送达`,
        owner: presider.id,
        day,
        quotes,
        route: steps.map((r) => ({
          ask: 'do',
          who: ['government-office'],
          word: r.value.again ? '再次送达' : '送达',
          due: lastDayBefore(context, day, r.value.workingDays),
          quotes: [quoteOf(context.book, r)],
        })),
        data: { body, publicBody: body, warnings: [], presider: presider.id, facts: { of: kind } },
      },
    },
  ];
}
