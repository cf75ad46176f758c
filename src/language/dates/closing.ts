/** What follows a moment and opens it to one side: 前, 后, 起, 截止; or moves it: 前一天, 后第二天. */
import { SMALL_NUMBER as N, readNumber } from '../numbers.ts';
import { type Draft, emit, type Open } from './draft.ts';
import { matchAt } from './match.ts';
import type { Moment } from './moment.ts';
import { days, oneDay } from './periods.ts';
import { readRepetition } from './repetition.ts';
import type { Period, Scan } from './types.ts';

const OR = '(?:\\(含[^()]{0,6}\\))?(?:或|及|和|以及)?';
const DAYS_BEFORE = new RegExp(`的?前(${N})个?(天|日|周|星期|礼拜)|的?前夕`, 'y');
const DAYS_AFTER = new RegExp(`(?:的|之)?后(?:的)?(第)?(${N})个?(天|日|周|星期|礼拜)((?:之|以)?内)?`, 'y');
const AROUND = /前后/y;
const BEFORE = new RegExp(
  `${OR}(?:下班)?(?:之前|以前|前)(?!往|来|去|赴|台|期|夕|任|后|面|线|提|言|景|方|沿|不久|期间)|下班(?:之|以)?前`,
  'y',
);
const AFTER = new RegExp(`${OR}(?:之后|以后|往后|过后|后)(?!勤|续|台|方|面|备|者|果|期|半|天|年)`, 'y');
/** 开始 opens a span of days; after a clock time only with 从 (从9点开始). */
const FROM = /(?:之日)?(?:起始|起|以来|开始)(?!草|诉|义|码|点|来|飞|床|立|身|伏|色|重)/y;
const FROM_DAY = /(?:之日)?(?:起始|起|以来)(?!草|诉|义|码|点|来|飞|床|立|身|伏|色|重)/y;
/** 为止, 截止: what closes a span. */
export const UNTIL = /为止|止(?!损|血|咳|步|痛)|截止/y;
const SWALLOWED = /(?:之内|以内|内(?!部|容|网|蒙|科|设|外|勤|涝|控|阁|参))|期间|左右|上下|(?:的)?时候/y;
/** Before 每天 a span of days is the frame of a repetition. */
export const EVERY = /的?(?=每[天日晚早周])/y;

/** One moment or span of a list, read. */
export interface Item {
  to: number;
  drafts: Draft[];
  last: Moment;
  /** Nothing can follow it in a list. */
  closed: boolean;
}

/** Reads what follows a single moment. `since`: 从 stands before it. */
export function closing(scan: Scan, from: number, moment: Moment, since: boolean): Item {
  const { text } = scan;
  const done = (to: number, open: Open, vague = false): Item => ({
    to,
    drafts: [{ ...emit(from, to, moment, null, open), ...(vague ? { vague: true as const } : {}) }],
    last: moment,
    closed: open !== null || vague,
  });
  const around = matchAt(AROUND, text, moment.to);
  if (around) return done(moment.to + around[0].length, null, !moment.clock);
  const neighbour = moment.days && !moment.clock ? daysBeside(text, moment) : null;
  if (neighbour)
    return {
      to: neighbour.to,
      drafts: [emit(from, neighbour.to, neighbour, null, null)],
      last: neighbour,
      closed: true,
    };
  const before = matchAt(BEFORE, text, moment.to);
  if (before) return done(moment.to + before[0].length, 'before');
  const begin = matchAt(moment.clock && !since ? FROM_DAY : FROM, text, moment.to) ?? matchAt(AFTER, text, moment.to);
  if (begin) return done(moment.to + begin[0].length, 'from');
  const until = moment.days ? matchAt(UNTIL, text, moment.to) : null;
  if (until) return done(moment.to + until[0].length, 'before');
  const every = matchAt(EVERY, text, moment.to);
  const set =
    every && moment.days && !moment.days.one && !moment.clock
      ? readRepetition(scan, moment.to + every[0].length)
      : null;
  if (set) return { to: set.to, drafts: [{ ...set, from }], last: moment, closed: true };
  const swallowed = matchAt(SWALLOWED, text, moment.to);
  return done(moment.to + (swallowed ? swallowed[0].length : 0), null);
}

/** 国庆节前一天, 春节前一周, 12月3日后第二天, 12月3日后5天内. */
function daysBeside(text: string, moment: Moment): Moment | null {
  if (!moment.days) return null;
  const { first, last } = moment.days;
  const at = (m: RegExpExecArray, p: Period): Moment => ({
    ...moment,
    to: moment.to + m[0].length,
    days: { said: moment.days?.said ?? [], inferred: moment.days?.inferred ?? [], ...p },
  });
  const sooner = matchAt(DAYS_BEFORE, text, moment.to);
  if (sooner) {
    const n = (sooner[1] ? (readNumber(sooner[1]) ?? 0) : 1) * unitDays(sooner[2]);
    if (n > 0 && n <= 366) return at(sooner, n === 1 ? oneDay(first - 1) : days(first - n, first - 1));
  }
  const later = matchAt(DAYS_AFTER, text, moment.to);
  const n = later ? (readNumber(later[2] ?? '') ?? 0) * unitDays(later[3]) : 0;
  if (!later || n < 1 || n > 366) return null;
  if (later[4]) return at(later, days(first, last + n));
  return at(later, later[1] || n === 1 ? oneDay(last + n) : days(last + 1, last + n));
}

const unitDays = (unit = '天'): number => (/[天日]/.test(unit) ? 1 : 7);
