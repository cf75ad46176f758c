import { addDays, type Day, makeDay, weekday } from '../core/day.ts';
import { lunarDay, lunarEve } from './lunar.ts';
import { SOLAR_TERMS, solarTermDay } from './solar-terms.ts';

type FestivalRule =
  | { solar: [month: number, date: number] }
  | { lunar: [month: number, date: number] }
  | { nth: [month: number, weekday: number, n: number] }
  | { term: string }
  | { eve: true };

/** Every festival under its plain name, with the other names it goes by. */
const FESTIVALS: [names: string, rule: FestivalRule][] = [
  ['元旦 元旦节 新年第一天', { solar: [1, 1] }],
  ['情人节', { solar: [2, 14] }],
  ['妇女节 三八节 三八妇女节 国际妇女节 三八国际妇女节', { solar: [3, 8] }],
  ['植树节', { solar: [3, 12] }],
  ['愚人节', { solar: [4, 1] }],
  ['劳动节 五一 五一节 五一劳动节 国际劳动节 五一国际劳动节', { solar: [5, 1] }],
  ['青年节 五四 五四青年节', { solar: [5, 4] }],
  ['护士节 国际护士节', { solar: [5, 12] }],
  ['儿童节 六一 六一节 六一儿童节 国际儿童节 六一国际儿童节', { solar: [6, 1] }],
  ['建党节 七一 七一建党节', { solar: [7, 1] }],
  ['建军节 八一 八一建军节', { solar: [8, 1] }],
  ['教师节', { solar: [9, 10] }],
  ['国庆节 国庆 十一 十一国庆节 十一国庆', { solar: [10, 1] }],
  ['万圣节', { solar: [10, 31] }],
  ['记者节 中国记者节', { solar: [11, 8] }],
  ['光棍节 双十一 双11', { solar: [11, 11] }],
  ['双十二 双12', { solar: [12, 12] }],
  ['平安夜', { solar: [12, 24] }],
  ['圣诞节 圣诞', { solar: [12, 25] }],
  ['跨年夜', { solar: [12, 31] }],
  ['母亲节', { nth: [5, 7, 2] }],
  ['父亲节', { nth: [6, 7, 3] }],
  ['感恩节', { nth: [11, 4, 4] }],
  ['春节 大年初一 农历新年 新春佳节', { lunar: [1, 1] }],
  ['元宵节 元宵 上元节 灯节', { lunar: [1, 15] }],
  ['龙抬头 二月二', { lunar: [2, 2] }],
  ['端午节 端午', { lunar: [5, 5] }],
  ['七夕节 七夕 乞巧节', { lunar: [7, 7] }],
  ['中元节', { lunar: [7, 15] }],
  ['中秋节 中秋 八月十五', { lunar: [8, 15] }],
  ['重阳节 重阳 老人节', { lunar: [9, 9] }],
  ['腊八节 腊八', { lunar: [12, 8] }],
  ['小年', { lunar: [12, 23] }],
  ['除夕 大年三十 年三十 除夕夜 大年夜', { eve: true }],
  ['清明节', { term: '清明' }],
  ...SOLAR_TERMS.map((term): [string, FestivalRule] => [term, { term }]),
];

const RULES = new Map<string, FestivalRule>();
const PLAIN_NAMES = new Map<string, string>();
for (const [names, rule] of FESTIVALS) {
  const [plain = '', ...others] = names.split(' ');
  for (const name of [plain, ...others]) {
    RULES.set(name, rule);
    PLAIN_NAMES.set(name, plain === '清明' ? '清明节' : plain);
  }
}

/** Every name that `festivalDay` knows. */
export const FESTIVAL_NAMES: readonly string[] = [...RULES.keys()];

/** The name under which notices list a festival: 五一 → 劳动节, 国庆 → 国庆节. */
export function plainFestivalName(name: string): string {
  return PLAIN_NAMES.get(name) ?? name;
}

/**
 * The day of a festival (节日) in a calendar year, `null` for an unknown name or year.
 * 除夕, 小年 and 腊八 are those that fall into the calendar year.
 * @example festivalDay('端午', 2026) // '2026-06-19'
 */
export function festivalDay(name: string, year: number): Day | null {
  const rule = RULES.get(name);
  if (!rule) return null;
  if ('solar' in rule) return makeDay(year, ...rule.solar);
  if ('term' in rule) return solarTermDay(year, rule.term);
  if ('eve' in rule) return lunarEve(year - 1);
  if ('nth' in rule) {
    const [month, day, n] = rule.nth;
    const first = makeDay(year, month, 1);
    return addDays(first, ((day - weekday(first) + 7) % 7) + (n - 1) * 7);
  }
  return lunarDayIn(year, ...rule.lunar);
}

/** The lunar month and day that falls into a calendar year; the last months belong to the lunar year before. */
export function lunarDayIn(year: number, month: number, date: number): Day | null {
  const late = month >= 11 ? lunarDay(year - 1, month, date) : null;
  return late !== null && Number(late.slice(0, 4)) === year ? late : lunarDay(year, month, date);
}
