import fc from 'fast-check';
import { expect, test } from 'vitest';
import { announcedCalendar } from '../../../src/calendar/calendar.ts';
import { addDays, parseInstant } from '../../../src/core/day.ts';
import { type DateSpan, readDates } from '../../../src/language/dates/read.ts';

const REF = parseInstant('2026-03-02T09:00:00') ?? 0;
const read = (text: string, past = false): DateSpan[] => readDates(text, REF, announcedCalendar, { past });

/** Pieces of date language, so that random texts come close to real ones. */
const PIECES = [
  ...'年月日号周天时点分秒半刻初底末上中下旬前后内起止至到从自每隔第个的大今明昨后本这去',
  ...'0123456789零一二三四五六七八九十廿两百千-~/.:、，,（）() 《》',
  ...[
    '星期',
    '礼拜',
    '上午',
    '下午',
    '凌晨',
    '晚上',
    '国庆',
    '节后',
    '工作日',
    '最后一',
    '农历',
    '正月',
    '小时',
    '分钟',
    '季度',
    '为止',
  ],
];
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join(''));

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
const CLOCK = /^\d\d:\d\d:\d\d$/;

function wellFormed(span: DateSpan): void {
  const pattern = span.type.startsWith('datetime') ? MOMENT : span.type === 'time' ? CLOCK : DAY;
  for (const value of [span.start, span.end]) {
    if (value === null || value === undefined) continue;
    expect(value).toMatch(pattern);
    if (pattern !== CLOCK) expect(Number.isNaN(Date.parse(value)), value).toBe(false);
  }
  if (span.type === 'duration' && !span.vague) expect(span.days).toBeGreaterThan(0);
  const dated = span.type === 'daterange' || span.type === 'datetimerange';
  if (dated && span.start && span.end && !span.fault) expect(span.start <= span.end).toBe(true);
}

test('whatever is typed: spans are in order, apart, cut from the text, and well formed', () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, past) => {
      let end = 0;
      for (const span of read(text, past)) {
        expect(span.from).toBeGreaterThanOrEqual(end);
        expect(span.to).toBeGreaterThan(span.from);
        expect(text.slice(span.from, span.to)).toBe(span.text);
        wellFormed(span);
        end = span.to;
      }
    }),
    { numRuns: 3000 },
  );
});

test('any text at all is read without a throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      read(text).forEach(wellFormed);
    }),
    { numRuns: 500 },
  );
});

test('every day of a year is read back from the ways of writing it', () => {
  for (let n = 0; n < 366; n++) {
    const day = addDays('2026-03-02', n);
    const [y, m, d] = day.split('-').map(Number);
    for (const text of [
      `${y}年${m}月${d}日`,
      `${m}月${d}日`,
      `${m}月${d}号`,
      day,
      `${y}.${m}.${d}`,
      `${y}/${m}/${d}`,
    ]) {
      if (n === 365 && !text.startsWith('2')) continue;
      expect(
        read(text).map((s) => s.start),
        text,
      ).toEqual([day]);
    }
  }
});

test('read backward, a bare date is never in the future', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (month, date) => {
      const [span] = read(`${month}月${date}日`, true);
      expect((span?.start ?? '') <= '2026-03-02').toBe(true);
    }),
  );
});

test.each([
  '1、',
  '3月5日、',
  '3月5日至',
  '周一、',
  '下',
  '大',
  '3天又',
  '每周一、',
  '9:30-',
  '一',
  '0',
  '(',
  '《',
  '节后第',
  '3月5日(',
])('100,000 characters of %s are read to their end, which work by their square would not come to', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000);
  expect(read(text)).toBeInstanceOf(Array);
});
