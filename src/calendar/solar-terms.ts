import { type Day, dayOfEpoch, epochDay } from '../core/day.ts';

/** 二十四节气 in the order of a calendar year, from 小寒 (the sun at 285°) on, 15° apart. */
export const SOLAR_TERMS = [
  ...['小寒', '大寒', '立春', '雨水', '惊蛰', '春分', '清明', '谷雨', '立夏', '小满', '芒种', '夏至'],
  ...['小暑', '大暑', '立秋', '处暑', '白露', '秋分', '寒露', '霜降', '立冬', '小雪', '大雪', '冬至'],
];

const RADIANS = Math.PI / 180;
/** Epoch day (UT) of J2000.0. */
const J2000 = 10957.5;
/** Terrestrial time runs ahead of the clock by about this much in our century. */
const CLOCK_LAG = 70 / 86_400;
const BEIJING = 8 / 24;

/** Pulls of Venus, Venus, Jupiter and the moon: amplitude, phase and speed in degrees, since 1900. */
const PULLS = [
  [0.00134, 153.23, 22518.7541],
  [0.00154, 216.57, 45037.5082],
  [0.002, 312.69, 32964.3577],
  [0.00179, 260.74, 445267.1142],
] as const;

/** Apparent longitude of the sun in degrees, good to about five minutes of time (Meeus, Astronomical Algorithms, ch. 25). */
function sunLongitude(epoch: number): number {
  const t = (epoch + CLOCK_LAG - J2000) / 36525;
  const anomaly = (357.52911 + 35999.05029 * t - 0.0001537 * t * t) * RADIANS;
  const centre =
    (1.914602 - 0.004817 * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly);
  const node = (125.04 - 1934.136 * t) * RADIANS;
  let pulls = 0;
  for (const [size, phase, speed] of PULLS) pulls += size * Math.cos((phase + speed * (t + 1)) * RADIANS);
  return 280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre + pulls - 0.00569 - 0.00478 * Math.sin(node);
}

/**
 * The Beijing day of a 节气 in a year, `null` for an unknown name.
 * @example solarTermDay(2026, '清明') // '2026-04-05'
 */
export function solarTermDay(year: number, name: string): Day | null {
  const index = SOLAR_TERMS.indexOf(name);
  if (index < 0) return null;
  const target = 285 + 15 * index;
  let epoch = epochDay(`${year}-01-06`) + index * 15.2184;
  for (let i = 0; i < 5; i++) {
    const off = (((target - sunLongitude(epoch)) % 360) + 540) % 360;
    epoch += ((off - 180) * 365.2422) / 360;
  }
  return dayOfEpoch(Math.floor(epoch + BEIJING));
}
