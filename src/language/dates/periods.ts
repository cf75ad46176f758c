/** Arithmetic of epoch days: years, months, weeks and their parts. */
import { DAY_MS } from '../../core/day.ts';
import type { Period } from './types.ts';

export interface Civil {
  year: number;
  /** 1 to 12 */
  month: number;
  date: number;
}

export function toEpoch(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

export function civil(epoch: number): Civil {
  const d = new Date(epoch * DAY_MS);
  return { year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, date: d.getUTCDate() };
}

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (epoch: number): number => ((((epoch + 3) % 7) + 7) % 7) + 1;

/** The Monday of a day's week. */
export const mondayOf = (epoch: number): number => epoch - weekdayOf(epoch) + 1;

export const oneDay = (epoch: number): Period => ({ first: epoch, last: epoch, one: true });

export const days = (first: number, last: number): Period => ({ first, last, one: false });

export const yearPeriod = (year: number): Period => days(toEpoch(year, 1, 1), toEpoch(year, 12, 31));

/** A month counted through the years: year × 12 + month − 1. */
export const monthIndex = (epoch: number): number => {
  const { year, month } = civil(epoch);
  return year * 12 + month - 1;
};

export function monthPeriod(index: number): Period {
  const year = Math.floor(index / 12);
  const month = (((index % 12) + 12) % 12) + 1;
  return days(toEpoch(year, month, 1), toEpoch(year, month + 1, 1) - 1);
}

export const weekPeriod = (monday: number): Period => days(monday, monday + 6);

/** A quarter, 1 to 4. */
export const quarterPeriod = (year: number, quarter: number): Period =>
  days(toEpoch(year, quarter * 3 - 2, 1), toEpoch(year, quarter * 3 + 1, 1) - 1);

/** The day of a month, null where the month has none such. */
export function dateOfMonth(index: number, date: number): Period | null {
  const month = monthPeriod(index);
  const day = month.first + date - 1;
  return date >= 1 && day <= month.last ? oneDay(day) : null;
}

/** The same date some months on; the last of the month where that one is shorter. */
export function addMonths(epoch: number, months: number): number {
  const { date } = civil(epoch);
  const month = monthPeriod(monthIndex(epoch) + months);
  return Math.min(month.first + date - 1, month.last);
}
