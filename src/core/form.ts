/** 表单: a request's gaps as fields to fill in, and what was filled in as the words that somebody would have typed. */
import { MISSING, type Missing } from './vocabulary.ts';

/** `people` are those to choose from; anybody else is written by name. */
export type FormField =
  | { name: FieldName; kind: 'date' | 'text'; label: string }
  | { name: FieldName; kind: 'person'; label: string; people: readonly string[] };

export type FieldName = 'first' | 'last' | 'place' | 'reason' | 'acting' | 'urgent-reason';

/** Dates as `YYYY-MM-DD`, everything else as written. */
export type FormAnswers = Partial<Record<FieldName, string>>;

const LABELS: Record<FieldName, string> = {
  first: '开始日期',
  last: '结束日期',
  place: MISSING.place,
  reason: MISSING.reason,
  acting: MISSING.acting,
  'urgent-reason': '紧急外出的理由',
};

export const FIELD_NAMES = Object.keys(LABELS) as FieldName[];

/** Fields that a gap takes; a file is sent, not filled in. */
const FIELDS: Partial<Record<Missing, readonly FieldName[]>> = {
  dates: ['first', 'last'],
  place: ['place'],
  reason: ['reason'],
  acting: ['acting'],
  'urgent-reason': ['urgent-reason'],
};

/** The fields for what is missing, in its order; `people` (roster ids) may be chosen where a person is asked for. */
export function formFor(missing: readonly Missing[], people: readonly string[]): FormField[] {
  return missing
    .flatMap((code) => FIELDS[code] ?? [])
    .map((name): FormField => {
      const label = LABELS[name];
      if (name === 'acting') return { name, kind: 'person', label, people };
      return { name, kind: name === 'first' || name === 'last' ? 'date' : 'text', label };
    });
}

/** `2026年3月5日` */
const sayDate = (day: string): string => day.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日');

/** What was written into one field stays one part of the sentence. */
const onePart = (words: string): string =>
  words
    .trim()
    .replace(/[，,。；;\s]+$/, '')
    .replace(/[，,。；;\n]+/g, '、');

/**
 * The answers as a message.
 * @example sayForm({ first: '2026-03-05', last: '2026-03-07', place: '济南' }) // '外出时间：2026年3月5日至2026年3月7日；地点：济南'
 */
export function sayForm(answers: FormAnswers): string {
  const { first, last, place, reason, acting } = answers;
  const urgent = answers['urgent-reason'];
  const days = [first, last].filter((day) => day !== undefined).map(sayDate);
  return [
    days.length > 0 && `外出时间：${days.join('至')}`,
    place && `地点：${onePart(place)}`,
    reason && `事由：${onePart(reason)}`,
    acting && `由${onePart(acting)}代为主持工作`,
    urgent && `紧急情况：${onePart(urgent)}`,
  ]
    .filter(Boolean)
    .join('；');
}
