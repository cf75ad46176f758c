/** Months that have a word of their own. */
const PERIODS: Readonly<Record<number, string>> = { 1: '每月', 3: '每季度', 6: '每半年', 12: '每年' };

/** @example sayPeriod(3) // '每季度' */
export const sayPeriod = (months: number): string => PERIODS[months] ?? `每${months}个月`;
