import { expect, test } from 'vitest';
import { FESTIVAL_NAMES, festivalDay } from '../../src/calendar/festivals.ts';
import { lunarDay, lunarEve } from '../../src/calendar/lunar.ts';
import { SOLAR_TERMS, solarTermDay } from '../../src/calendar/solar-terms.ts';

test.each([
  ['春节', 1954, '1954-02-03'],
  ['春节', 2000, '2000-02-05'],
  ['春节', 2019, '2019-02-05'],
  ['春节', 2025, '2025-01-29'],
  ['春节', 2026, '2026-02-17'],
  ['春节', 2027, '2027-02-06'],
  ['春节', 2030, '2030-02-03'],
  ['春节', 2100, '2100-02-09'],
  ['除夕', 2026, '2026-02-16'],
  ['除夕', 2025, '2025-01-28'],
  ['元宵节', 2021, '2021-02-26'],
  ['端午节', 2026, '2026-06-19'],
  ['端午', 2020, '2020-06-25'],
  ['中秋', 2023, '2023-09-29'],
  ['中秋节', 2025, '2025-10-06'],
  ['重阳节', 2026, '2026-10-18'],
  ['腊八', 2026, '2026-01-26'],
  ['小年', 2026, '2026-02-10'],
  ['清明', 2017, '2017-04-04'],
  ['清明节', 2026, '2026-04-05'],
  ['冬至', 2026, '2026-12-22'],
  ['立春', 2026, '2026-02-04'],
  ['母亲节', 2021, '2021-05-09'],
  ['父亲节', 2017, '2017-06-18'],
  ['感恩节', 2026, '2026-11-26'],
  ['五一', 2026, '2026-05-01'],
  ['三八妇女节', 2026, '2026-03-08'],
])('%s %i is %s', (name, year, day) => {
  expect(festivalDay(name, year)).toBe(day);
});

test('every festival has a day in every year, and it lies in that year', () => {
  const turning = ['腊八', '腊八节']; // falls into late December or January
  for (let year = 1901; year <= 2099; year++) {
    for (const name of FESTIVAL_NAMES.filter((n) => !turning.includes(n)))
      expect(festivalDay(name, year)?.slice(0, 4), `${name} ${year}`).toBe(`${year}`);
  }
});

test('what is not there is null', () => {
  expect(festivalDay('某某节', 2026)).toBeNull();
  expect(festivalDay('春节', 2101)).toBeNull();
  expect(lunarDay(2026, 13, 1)).toBeNull();
  expect(lunarDay(2026, 1, 31)).toBeNull();
  expect(lunarDay(1899, 1, 1)).toBeNull();
});

test('lunar dates count the leap month on the way', () => {
  expect(lunarDay(2023, 2, 2)).toBe('2023-02-21');
  expect(lunarDay(2023, 3, 1)).toBe('2023-04-20'); // after 闰二月
  expect(lunarDay(2025, 7, 7)).toBe('2025-08-29'); // after 闰六月
  expect(lunarEve(2025)).toBe('2026-02-16');
});

test('solar terms come in order, 14 to 17 days apart', () => {
  for (let year = 1901; year <= 2099; year++) {
    const days = SOLAR_TERMS.map((name) => Date.parse(solarTermDay(year, name) ?? ''));
    days.slice(1).forEach((day, i) => {
      const apart = (day - (days[i] ?? 0)) / 86_400_000;
      expect(apart).toBeGreaterThanOrEqual(14);
      expect(apart).toBeLessThanOrEqual(17);
    });
  }
});
