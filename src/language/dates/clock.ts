/** Clock times and parts of the day: 下午2时30分, 9点半, 14:30, 今晚, 上午. */
import { SMALL_NUMBER as N, NUMBER_STARTS, readNumber } from '../numbers.ts';
import { isAt, matchAt } from './match.ts';

/** Seconds of an hour. */
export const HOUR = 3600;

/** Parts of the day as windows, in hours; `daytime` is 白天 and 上、下午. */
export const WINDOWS = {
  dawn: [0, 6],
  early: [6, 9],
  morning: [8, 12],
  noon: [11, 13],
  afternoon: [12, 18],
  dusk: [17, 19],
  evening: [18, 24],
  daytime: [8, 18],
} as const;
export type DayPart = keyof typeof WINDOWS;

const PART_WORDS: [DayPart, string][] = [
  ['dawn', '凌晨|拂晓|半夜|午夜|后半夜'],
  ['early', '大清早|大早上|一大早|清晨|清早|一早|早上|早晨|早间|晨间'],
  ['morning', '上午|午前'],
  ['noon', '中午|正午|晌午|午间'],
  ['afternoon', '下午|午后'],
  ['dusk', '傍晚|黄昏'],
  ['evening', '晚上|晚间|夜里|夜间|夜晚|深夜'],
  ['daytime', '白天|上、下午|上下午'],
];
const PART_OF_WORD = new Map(PART_WORDS.flatMap(([part, words]) => words.split('|').map((w) => [w, part] as const)));
const PART = new RegExp(
  `(?:${[...PART_OF_WORD.keys()].sort((a, b) => b.length - a.length).join('|')})(?!好|茶|班)`,
  'y',
);
/** One character stands for a part of the day only after a day (明早, 5日晚) or before a clock time (晚7点). */
const SHORT_PART = /当?[早晚夜晨](?!期|日|已|饭|餐|些|点到|就|婚|稻|报|宴|会议|自习|辈|年|会)/y;
const SHORT: Record<string, DayPart> = { 早: 'early', 晨: 'early', 晚: 'evening', 夜: 'evening' };

/** What names of parts of the day, and what clock times begin with: nothing is tried elsewhere. */
const PART_STARTS = new Set([...[...PART_OF_WORD.keys()].map((word) => word.charAt(0)), ...'当早晚夜晨']);
const TIME_STARTS = new Set([...NUMBER_STARTS, '差']);

const DIGITAL = /(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?![\d:])(?:时|点|分)?/y;
const SPOKEN = new RegExp(
  `(${N})(?:点钟?|时(?!代|间|期|候|刻|速|差|段|效|节|事|常|任|许多))(?:(整)|(半)|(一|三|1|3)刻|过?(?:零|〇)?(${N})分?(?:(?:零|〇)?(${N})秒)?)?(半)?`,
  'y',
);
/** 1:20:30 and 2.9:30 are read from their start or not at all; 时间:14:30 is a time. */
const WITHIN_NUMBER = /\d[:.]?$/;
/** 9点三楼会议室, 3点301室: a floor or room follows the hour, no minutes. */
const ROOM = new RegExp(`(?:${N}|\\d)\\d*(?:号?楼|层|号?会议室|号?室)`, 'y');
const HALF_SECONDS = new RegExp(`点半(${N})秒`, 'y');
const BARE_HOUR = new RegExp(`(${N})(?=(?:到|至|-{1,3}|~{1,2}|、)${N}(?:点|时(?!间|段|代|候)))`, 'y');
const NOT_POINT =
  /意见|建议|要求|希望|体会|说明|注意|内容|原因|措施|想法|看法|请求|问题|思考|认识|做法|声明|提示|感受|启示|疑问|共识|名|个|[\d.]|点/y;
const LACKING = new RegExp(`差(?:(一刻)|(${N})分)钟?到?`, 'y');
const MERIDIEM = / ?([ap])\.?m\.?(?![a-z])/iy;
const AROUND = /左右|许|前后|上下|来钟/y;

export interface ClockPhrase {
  to: number;
  part?: DayPart;
  /** Seconds of the day as said, before parts of the day are applied; undefined for a window. */
  seconds?: number;
  /** The hour may mean morning or afternoon. */
  open: boolean;
  /** 9点 written as 9 in 9-11点. */
  bare?: boolean;
}

function meridiem(text: string, at: number): { to: number; part?: DayPart } {
  const m = matchAt(MERIDIEM, text, at);
  if (!m) return { to: at };
  return { to: at + m[0].length, part: /p/i.test(m[1] ?? '') ? 'afternoon' : 'morning' };
}

function digital(text: string, at: number): ClockPhrase | null {
  const m = matchAt(DIGITAL, text, at);
  const hour = Number(m?.[1]);
  if (!m || hour > 24 || WITHIN_NUMBER.test(text.slice(Math.max(0, at - 2), at))) return null;
  const end = meridiem(text, at + m[0].length);
  const seconds = hour * HOUR + Number(m[2]) * 60 + Number(m[3] ?? 0);
  return { to: end.to, part: end.part, seconds, open: (m[1] ?? '').length === 1 };
}

function spoken(text: string, at: number, placed: boolean): ClockPhrase | null {
  const m = matchAt(SPOKEN, text, at);
  if (!m) return null;
  const [all, hourWords = '', whole, half, quarters, minuteWords, secondWords] = m;
  const hour = readNumber(hourWords);
  if (hour === null || hour > 24) return null;
  const detailed = Boolean(whole || half || quarters || minuteWords || /钟/.test(all));
  // 快一点, 一时: one o'clock only where more is said.
  if (hourWords === '一' && !placed && !detailed && !isAt(/(?:到|至|-|~)/y, text, at + all.length)) return null;
  let minutes = half ? 30 : quarters ? (quarters === '一' || quarters === '1' ? 15 : 45) : 0;
  let to = at + all.length;
  let seconds = 0;
  const minutesAt = minuteWords ? at + all.lastIndexOf(minuteWords) : 0;
  if (minuteWords && isAt(ROOM, text, minutesAt)) to = minutesAt;
  else if (minuteWords) {
    const n = readNumber(minuteWords);
    const said = /分/.test(all) || minuteWords.length >= 2 || /[零〇]/.test(all.slice(hourWords.length));
    if (n === null || n > 59 || !said) return null;
    minutes = n;
    if (secondWords) seconds = readNumber(secondWords) ?? 0;
  } else if (half) {
    const tail = matchAt(HALF_SECONDS, text, to - 2);
    if (tail) {
      seconds = readNumber(tail[1] ?? '') ?? 0;
      to += tail[0].length - 2;
    }
  }
  if (seconds > 59) return null;
  if (!detailed && isAt(NOT_POINT, text, to)) return null;
  const end = meridiem(text, to);
  return { to: end.to, part: end.part, seconds: hour * HOUR + minutes * 60 + seconds, open: true };
}

/** 差五分八点, 八点差一刻: minutes before the hour. */
function minutesBefore(m: RegExpExecArray): number | null {
  const n = m[1] ? 15 : readNumber(m[2] ?? '');
  return n !== null && n > 0 && n < 60 ? n : null;
}

function lackingMinutes(text: string, at: number): ClockPhrase | null {
  const before = matchAt(LACKING, text, at);
  const time = before && spoken(text, at + before[0].length, true);
  const minutes = before && minutesBefore(before);
  if (!time?.seconds || !minutes) return null;
  return { ...time, seconds: time.seconds - minutes * 60 };
}

/** Takes off what is said after the hour: 八点差五分. */
function lessMinutes(text: string, time: ClockPhrase | null): ClockPhrase | null {
  const after = time?.seconds ? matchAt(LACKING, text, time.to) : null;
  const minutes = after && minutesBefore(after);
  if (!time?.seconds || !after || !minutes) return time;
  return { ...time, to: time.to + after[0].length, seconds: time.seconds - minutes * 60 };
}

function bareHour(text: string, at: number): ClockPhrase | null {
  const m = matchAt(BARE_HOUR, text, at);
  const hour = m && readNumber(m[1] ?? '');
  if (!m || hour === null || hour > 24 || /[\d.第]/.test(text.charAt(at - 1))) return null;
  return { to: at + m[0].length, seconds: hour * HOUR, open: true, bare: true };
}

const timeAt = (text: string, at: number, placed: boolean): ClockPhrase | null =>
  TIME_STARTS.has(text.charAt(at))
    ? (digital(text, at) ??
      lackingMinutes(text, at) ??
      lessMinutes(text, spoken(text, at, placed)) ??
      bareHour(text, at))
    : null;

/**
 * Reads a clock time or a part of the day. `placed`: a day or a span's first half stands before it, so that
 * single characters (早, 晚) and 一点 count.
 */
export function readClock(text: string, at: number, placed: boolean): ClockPhrase | null {
  const named = PART_STARTS.has(text.charAt(at));
  const long = named ? matchAt(PART, text, at) : null;
  const short = named && !long ? matchAt(SHORT_PART, text, at) : null;
  const word = long?.[0] ?? short?.[0];
  if (word) {
    const part = PART_OF_WORD.get(word) ?? SHORT[word.slice(-1)];
    const start = at + word.length;
    const after = text.charAt(start) === '的' ? start + 1 : start;
    const time = timeAt(text, after, true);
    if (time) return { ...time, to: swallowAround(text, time.to), part: time.part ?? part };
    return long || placed ? { to: start, part, open: false } : null;
  }
  const time = timeAt(text, at, placed);
  if (!time || /[第.百]/.test(text.charAt(at - 1))) return null;
  return { ...time, to: swallowAround(text, time.to) };
}

function swallowAround(text: string, to: number): number {
  const m = matchAt(AROUND, text, to);
  return m ? to + m[0].length : to;
}
