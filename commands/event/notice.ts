/** How many days before an event its filing is in time (house reading 1). */
import { addDays, type Day } from '../../src/core/day.ts';
import type { Context } from '../command.ts';

export interface Notice {
  days: number;
  unit: 'calendar' | 'working';
}

/** `提前3天` or `提前5个工作日` */
export const sayNotice = ({ days, unit }: Notice): string => `提前${days}${unit === 'working' ? '个工作日' : '天'}`;

/** Whether an event on a day can still be filed today. */
export function inTime(context: Context, notice: Notice, on: Day): boolean {
  return on >= earliestDay(context, notice);
}

/** The earliest day of an event filed today. */
export function earliestDay({ calendar, today }: Context, { days, unit }: Notice): Day {
  return unit === 'calendar'
    ? addDays(today, days)
    : // the day of filing counts as the first whole working day
      addDays(calendar.addWorkdays(addDays(today, -1), days), 1);
}

/** The last day on which an event of a given day can be filed. */
export function lastFilingDay({ calendar }: Context, { days, unit }: Notice, on: Day): Day {
  return unit === 'calendar' ? addDays(on, -days) : calendar.addWorkdays(on, -days);
}
