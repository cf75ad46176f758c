import { z } from 'zod';
import { type Day, isDate } from '../core/day.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '应为 YYYY-MM-DD')
  .refine(
    (text) => isDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))),
    '没有这一天',
  );

const holiday = z
  .object({
    /** Official names (国庆节); two where a notice joins them (国庆节、中秋节). */
    names: z.array(z.string().min(1)).min(1),
    /** First and last day off (放假), both included. */
    first: day,
    last: day,
    /** 调休上班: days of a weekend that are worked for it. */
    workdays: z.array(day),
  })
  .refine((h) => h.first <= h.last, '放假的最后一天早于第一天')
  .refine((h) => h.workdays.every((w) => w < h.first || w > h.last), '调休上班的日子落在放假期间');

const notice = z.object({
  year: z.number().int().min(1949).max(2100),
  title: z.string().min(1),
  /** 发文字号, as `国办发明电〔2025〕7号`. */
  number: z.string().optional(),
  /** The day of the notice. */
  date: day.optional(),
  /** Later notices whose changes are already worked in. */
  amendedBy: z.array(z.string()).optional(),
  holidays: z.array(holiday).min(1),
});

/** One year's 国务院办公厅关于部分节假日安排的通知, as data. */
export interface Notice {
  year: number;
  title: string;
  number?: string;
  date?: Day;
  amendedBy?: string[];
  holidays: NoticeHoliday[];
}

export interface NoticeHoliday {
  names: string[];
  first: Day;
  last: Day;
  workdays: Day[];
}

const inChinese = z.locales.zhCN().localeError;

export type ParsedNotice = { ok: true; notice: Notice } | { ok: false; faults: string[] };

/** Checks a notice given as JSON (imported at run time). All faults are named, each with its place. */
export function parseNotice(json: unknown): ParsedNotice {
  const result = notice.safeParse(json, { error: inChinese });
  if (result.success) return { ok: true, notice: result.data };
  return {
    ok: false,
    faults: result.error.issues.map((issue) => `${issue.path.join('.') || '通知'}：${issue.message}`),
  };
}
