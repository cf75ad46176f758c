import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../../src/calendar/calendar.ts';
import { parseInstant } from '../../../src/core/day.ts';
import { dayRange, daysOfAbsence, readDates } from '../../../src/language/dates/read.ts';

const read = (text: string) => readDates(text, parseInstant('2026-03-02T09:00:00') ?? 0, announcedCalendar);

describe('the days that a span covers', () => {
  test.each([
    ['3月5日', '2026-03-05', '2026-03-05'],
    ['3月5日上午9点', '2026-03-05', '2026-03-05'],
    ['3月5日至7日', '2026-03-05', '2026-03-07'],
    ['3月5日下午到6日上午', '2026-03-05', '2026-03-06'],
    ['明天晚上', '2026-03-03', '2026-03-03'],
    ['3月5日前', null, '2026-03-05'],
    ['3月5日起', '2026-03-05', null],
    ['3月9日至3月5日', '2026-03-09', '2026-03-05'],
  ])('%s', (text, first, last) => {
    expect(read(text).map(dayRange)).toEqual([{ first, last }]);
  });

  test.each(['上午9点', '三天', '每周一', '改天', '2月30日'])('%s covers none', (text) => {
    expect(read(text).map(dayRange)).toEqual([null]);
  });
});

describe('the days of an absence', () => {
  test.each([
    ['从3月5日起3天', '2026-03-05', '2026-03-07'],
    ['3月5日请假3天', '2026-03-05', '2026-03-07'],
    ['请三天假，从明天起', '2026-03-03', '2026-03-05'],
    ['自3月5日起休假5天', '2026-03-05', '2026-03-09'],
    ['3月5日请假半天', '2026-03-05', '2026-03-05'],
    ['3月5日起请假一天半', '2026-03-05', '2026-03-06'],
    ['3月5日至7日，共3天', '2026-03-05', '2026-03-07'],
    ['3月5日起请假', '2026-03-05', null],
  ])('%s', (text, first, last) => {
    expect(daysOfAbsence(read(text))).toEqual({ first, last });
  });

  test('without a first day there are none', () => {
    expect(daysOfAbsence(read('请假三天'))).toBeNull();
    expect(daysOfAbsence(read('3月5日前'))).toBeNull();
  });
});
