/** Festivals by name, their days off, and the days counted from them: 国庆假期, 节后第一个工作日, 春节前最后一个工作日. */
import { PUBLIC_HOLIDAYS } from '../../calendar/calendar.ts';
import { FESTIVAL_NAMES, festivalDay } from '../../calendar/festivals.ts';
import { dayOfEpoch, epochDay } from '../../core/day.ts';
import { SMALL_NUMBER as N, readNumber } from '../numbers.ts';
import { isAt, matchAt } from './match.ts';
import { civil, days, oneDay } from './periods.ts';
import type { DayPhrase, Period, Scan } from './types.ts';

/** Names by first character, longest first. */
const BY_FIRST = new Map<string, string[]>();
for (const name of [...FESTIVAL_NAMES].sort((a, b) => b.length - a.length)) {
  const first = name.charAt(0);
  BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), name]);
}

/** First characters of all festivals. */
export const FESTIVAL_STARTS: readonly string[] = [...BY_FIRST.keys(), '节', '长', '假'];

/** Names that are also plain numbers: a holiday only where something says so. */
const NUMBER_LIKE = /^(?:十一|五四|七一|八一|六一|五一|二月二|双11|双12)$/;
const HOLIDAY_AFTER =
  /(?:国际)?(?:节|小?长假|假期|假日|黄金周|期间|放假|前后?(?!往|来|去)|后(?!勤|续)|当天|当日|值班)/y;
const PLACE_AFTER = /[路街村桥厂广小中大镇乡院坝河]/;
/** 李国庆, 王端午: festivals are also given names. */
const SURNAMES =
  /[王李张刘陈杨赵黄吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]/;

/** Solar terms that are everyday words, too: 雨水管网, 大雪天气. */
const EVERYDAY = /^(?:雨水|大雪|小雪|小满|大寒|小寒|大暑|小暑|处暑|白露|清明)$/;
const TERM_AFTER = /节气|节|时节|当[天日]|那天|[前后]|$/y;
/** 政治清明, 社会清明 */
const CLEAN = /[治会风气吏朗]/;

const NAME_END = /(?:节|假|期|前|后|放|长|小|当|第|到|至|值|是|安|上|下|早|晚|凌|中|[,。、;:!?()\-~\n ]|$)/y;
const OFF = /节?(?:的)?(?:小?长假|假期|假日|黄金周|放假|假)(?:期间|时间)?|节?期间/y;
const AFTER_OFF = new RegExp(
  `节?(?:小?长假|假期)?(?:过|结束)?(?:之后|以后|后)(?:的)?(?:(?:第(${N})|首)个(?:工作|上班)日|上班(?:的)?第(${N})[天日]|第(${N})[天日]上班|第(${N})[天日])`,
  'y',
);
const BEFORE_OFF = new RegExp(
  `节?(?:小?长假|假期)?(?:放假)?(?:之前|以前|前)(?:的)?(?:最后(${N})个(?:工作|上班)日|倒数第(${N})个(?:工作|上班)日|最后${N}[天日]上班)`,
  'y',
);
const NTH_DAY = new RegExp(`(?:的)?第(${N})[天日]`, 'y');
const BARE_HOLIDAY = /(?:小?长假|假期|节)(?=(?:过|结束)?(?:之|以)?[前后])/y;

export interface FestivalPhrase {
  to: number;
  make(year: number): Period | null;
}

function offOf(scan: Scan, name: string, year: number): Period | null {
  const off = scan.calendar.daysOff(name, year);
  if (off) return days(epochDay(off.first), epochDay(off.last));
  const day = festivalDay(name, year);
  return day === null ? null : oneDay(epochDay(day));
}

const workday = (scan: Scan, from: number, n: number): Period =>
  oneDay(epochDay(scan.calendar.addWorkdays(dayOfEpoch(from), n)));

/** What is counted from days off: 后第一个工作日, 前最后一个工作日, 后第二天. */
function counted(scan: Scan, at: number): { to: number; from(off: Period): Period | null } | null {
  const later = matchAt(AFTER_OFF, scan.text, at);
  if (later) {
    const n = readNumber(later[1] ?? later[2] ?? later[3] ?? later[4] ?? '一');
    if (!n || n > 60) return null;
    const to = at + later[0].length;
    return { to, from: (off) => (later[4] ? oneDay(off.last + n) : workday(scan, off.last, n)) };
  }
  const sooner = matchAt(BEFORE_OFF, scan.text, at);
  if (!sooner) return null;
  const n = readNumber(sooner[1] ?? '一');
  const back = readNumber(sooner[2] ?? '一');
  if (!n || !back || n > 60 || back > 60) return null;
  return {
    to: at + sooner[0].length,
    from: (off) => {
      const last = workday(scan, off.first, -back);
      return n === 1 ? last : days(workday(scan, off.first, -n).first, last.last);
    },
  };
}

function nameAt(scan: Scan, at: number): string | null {
  const { text } = scan;
  const name = BY_FIRST.get(text.charAt(at))?.find((n) => text.startsWith(n, at));
  if (!name) return null;
  const to = at + name.length;
  if (NUMBER_LIKE.test(name)) {
    const before = text.charAt(at - 1);
    if (/[\d一二三四五六七八九十第百]/.test(before) || PLACE_AFTER.test(text.charAt(to))) return null;
    if ((name === '十一' || name === '五四' || name === '八一' || name === '七一') && !isAt(HOLIDAY_AFTER, text, to))
      return null;
    return name;
  }
  if (EVERYDAY.test(name)) {
    if (name === '清明' ? CLEAN.test(text.charAt(at - 1)) : at > 0 || !isAt(TERM_AFTER, text, to)) return null;
  }
  if (/[节日]$/.test(name)) return name;
  if (SURNAMES.test(text.charAt(at - 1)) && !isAt(NAME_END, text, to)) return null;
  return name;
}

const EDGE_OF_OFF = new RegExp(`的?(?:第(${N})|(最后一))[天日]`, 'y');

/** 国庆假期, or one of its days: 国庆假期最后一天. */
function edgeOfOff(scan: Scan, to: number, off: (year: number) => Period | null): FestivalPhrase {
  const edge = matchAt(EDGE_OF_OFF, scan.text, to);
  if (!edge) return { to, make: off };
  const n = readNumber(edge[1] ?? '') ?? 0;
  return {
    to: to + edge[0].length,
    make: (year) => {
      const p = off(year);
      if (!p) return null;
      const day = edge[2] ? p.last : p.first + n - 1;
      return n <= p.last - p.first + 1 ? oneDay(day) : null;
    },
  };
}

/** Reads a festival's name with what follows it. */
export function festivalIn(scan: Scan, at: number): FestivalPhrase | null {
  const name = nameAt(scan, at);
  if (!name) return null;
  const to = at + name.length;
  const count = counted(scan, to);
  if (count) {
    return {
      to: count.to,
      make: (year) => {
        const off = offOf(scan, name, year);
        return off && count.from(off);
      },
    };
  }
  const off = matchAt(OFF, scan.text, to);
  if (off) return edgeOfOff(scan, to + off[0].length, (year) => offOf(scan, name, year));
  const end = scan.text.charAt(to) === '节' && !name.endsWith('节') ? to + 1 : to;
  const nth = matchAt(NTH_DAY, scan.text, end);
  const n = nth && readNumber(nth[1] ?? '');
  if (nth && n) {
    return {
      to: end + nth[0].length,
      make: (year) => {
        const day = festivalDay(name, year);
        return day === null ? null : oneDay(epochDay(day) + n - 1);
      },
    };
  }
  return {
    to: end,
    make: (year) => {
      const day = festivalDay(name, year);
      return day === null ? null : oneDay(epochDay(day));
    },
  };
}

/** 节后第一个工作日 without a name: counted from the nearest holiday that makes the day not past. */
export function holidayCount(scan: Scan, at: number): DayPhrase | null {
  const bare = matchAt(BARE_HOLIDAY, scan.text, at);
  const count = bare && counted(scan, at + bare[0].length);
  if (!count) return null;
  const year = civil(scan.today).year;
  const found = [year - 1, year, year + 1]
    .flatMap((y) => PUBLIC_HOLIDAYS.map((name) => offOf(scan, name, y)))
    .flatMap((off) => (off ? (count.from(off) ?? []) : []))
    .sort((a, b) => a.first - b.first);
  const nearest = scan.past ? found.findLast((p) => p.first <= scan.today) : found.find((p) => p.last >= scan.today);
  return nearest ? { to: count.to, float: 'none', said: ['day'], make: () => nearest } : null;
}
