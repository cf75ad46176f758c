import { describe, expect, test } from 'vitest';
import { Calendar, announcedCalendar as calendar } from '../../src/calendar/calendar.ts';
import { parseNotice } from '../../src/calendar/notice.ts';
import { NOTICES } from '../../src/calendar/notices/index.ts';
import { addDays, weekday } from '../../src/core/day.ts';

describe('announced years', () => {
  test.each(NOTICES.map((n) => [n.year, n] as const))('%i passes the check that imported notices pass', (_, notice) => {
    expect(parseNotice(notice)).toEqual({ ok: true, notice });
  });

  test.each(NOTICES.map((n) => [n.year, n] as const))('%i: every shifted working day is a weekend day', (_, notice) => {
    for (const day of notice.holidays.flatMap((h) => h.workdays)) expect(weekday(day), day).toBeGreaterThanOrEqual(6);
  });

  test('years are in order and without a gap', () => {
    expect(NOTICES.map((n) => n.year)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });
});

describe('a missing notice', () => {
  test.each([
    ['2026-10-31', null],
    ['2026-11-01', 2027],
    ['2026-12-31', 2027],
    ['2027-01-01', 2027],
    ['2025-12-01', null],
  ])('on %s: %s', (today, year) => {
    expect(calendar.missingYear(today)).toBe(year);
  });
});

describe('working days', () => {
  test.each([
    ['2026-02-13', true],
    ['2026-02-14', true], // a Saturday worked for 春节
    ['2026-02-16', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true],
    ['2026-03-07', false],
    ['2020-01-31', false], // the extended holiday of 2020
    ['2019-05-05', true],
    ['2022-12-31', false], // belongs to the notice for 2023
  ])('%s: %s', (day, worked) => {
    expect(calendar.isWorkday(day)).toBe(worked);
  });

  test('counting forward and back passes over holidays and takes shifted days', () => {
    expect(calendar.addWorkdays('2026-09-30', 1)).toBe('2026-10-08');
    expect(calendar.addWorkdays('2026-02-13', 2)).toBe('2026-02-24');
    expect(calendar.addWorkdays('2026-02-24', -2)).toBe('2026-02-13');
    expect(calendar.addWorkdays('2026-11-20', 3)).toBe('2026-11-25');
    expect(calendar.addWorkdays('2026-11-21', 0)).toBe('2026-11-21');
    expect(calendar.nextWorkday('2026-11-20')).toBe('2026-11-23');
    expect(calendar.previousWorkday('2026-02-24')).toBe('2026-02-14');
  });

  test('five working days lie between a Friday and the next Friday, the first counted, the last not', () => {
    expect(calendar.workdaysBetween('2026-03-06', '2026-03-13')).toBe(5);
    expect(calendar.workdaysBetween('2026-03-13', '2026-03-13')).toBe(0);
    expect(calendar.workdaysBetween('2026-09-30', '2026-10-08')).toBe(1);
  });

  test('what lies on the way is named', () => {
    expect(calendar.skipped('2026-09-18', '2026-10-12')).toEqual([
      { kind: 'shifted', name: '国庆节', first: '2026-09-20', last: '2026-09-20' },
      { kind: 'off', name: '中秋节', first: '2026-09-25', last: '2026-09-27' },
      { kind: 'off', name: '国庆节', first: '2026-10-01', last: '2026-10-07' },
      { kind: 'shifted', name: '国庆节', first: '2026-10-10', last: '2026-10-10' },
    ]);
    expect(calendar.skipped('2026-03-02', '2026-03-13')).toEqual([]);
  });
});

describe('the horizon', () => {
  test('past the last announced day the plain week holds, provisionally', () => {
    expect(calendar.coveredUntil).toBe('2026-12-31');
    expect(calendar.isProvisional('2026-12-31')).toBe(false);
    expect(calendar.isProvisional('2027-01-01')).toBe(true);
    expect(calendar.isWorkday('2027-01-01')).toBe(true); // a Friday; nothing is announced
    expect(calendar.daysOff('国庆', 2027)).toEqual({ first: '2027-10-01', last: '2027-10-03', provisional: true });
  });

  test('an imported notice moves it', () => {
    const parsed = parseNotice({
      year: 2027,
      title: '关于2027年部分节假日安排的通知',
      holidays: [{ names: ['元旦'], first: '2027-01-01', last: '2027-01-03', workdays: [] }],
    });
    if (!parsed.ok) throw new Error(parsed.faults.join());
    const later = new Calendar([...NOTICES, parsed.notice]);
    expect(later.coveredUntil).toBe('2027-12-31');
    expect(later.isProvisional('2027-01-01')).toBe(false);
    expect(later.isWorkday('2027-01-01')).toBe(false);
  });

  test('a notice with faults is refused with every place named', () => {
    const parsed = parseNotice({
      year: 2027,
      title: '',
      holidays: [{ names: ['元旦'], first: '2027-02-30', last: '2027-01-01', workdays: ['2027-1-9'] }],
    });
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    const places = parsed.faults.map((f) => f.split('：')[0]);
    expect(places).toEqual(expect.arrayContaining(['title', 'holidays.0.first', 'holidays.0.workdays.0']));
    expect(parsed.faults.join()).not.toMatch(/[a-z]{3,} [a-z]{2,}/);
  });
});

describe('days off', () => {
  test.each([
    ['国庆', 2026, '2026-10-01', '2026-10-07'],
    ['五一', 2026, '2026-05-01', '2026-05-05'],
    ['春节', 2026, '2026-02-15', '2026-02-23'],
    ['中秋', 2025, '2025-10-01', '2025-10-08'],
    ['元旦', 2023, '2022-12-31', '2023-01-02'],
    ['清明', 2024, '2024-04-04', '2024-04-06'],
  ])('%s %i', (name, year, first, last) => {
    expect(calendar.daysOff(name, year)).toEqual({ first, last, provisional: false });
  });

  test('a festival without days off has none', () => {
    expect(calendar.daysOff('妇女节', 2026)).toBeNull();
    expect(calendar.daysOff('某某节', 2026)).toBeNull();
  });

  test('the festival itself lies in its days off in every announced year', () => {
    for (const notice of NOTICES) {
      for (const holiday of notice.holidays) {
        const days = calendar.daysOff(holiday.names[0] ?? '', notice.year);
        expect(days).toEqual({ first: holiday.first, last: holiday.last, provisional: false });
        expect(calendar.isWorkday(addDays(holiday.last, 0))).toBe(false);
      }
    }
  });
});
