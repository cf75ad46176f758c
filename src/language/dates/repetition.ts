/** Repetitions: 每周一上午9点, 每月15日, 每隔3天, 隔周, 逢周三. */
import { SMALL_NUMBER as N, NUMBER_STARTS } from '../numbers.ts';
import type { Draft } from './draft.ts';
import { isAt, matchAt } from './match.ts';
import { type Before, type Moment, readMoment } from './moment.ts';
import type { Scan } from './types.ts';

const UNIT = '双周|单周|工作日|小时|季度|星期|礼拜|周末|半年|半月|天|日|周|月|年|早上|晚上|早|晚|夜|分钟|节假日';
const EVERY = new RegExp(`(?:每逢|每隔|每|逢)(?:${N}个?|个)?(?:${UNIT})(?!人|位|期间)`, 'y');
const OTHER = /隔(?:周|天|日|月|年|一[天日周])(?!离)|(?:双|单)周(?=[一二三四五六日])|天天|周周|月月|年年(?!初|底)/y;
const OFTEN = new RegExp(`(?:${N}|半)个?(?:天|日|周|月|年|季度|星期|礼拜)${N}(?:次|轮|遍|趟|回)`, 'y');
/** What the three begin with. */
const LEADS = new Set('每逢隔双单天周月年');
const COUNTS = new Set([...NUMBER_STARTS, '半']);
const LINK = /(?:到|至|-{1,3}|~{1,2}|、|和|及|与|,)/y;

const set = (to: number): Draft => ({ type: 'set', from: 0, to, said: [], inferred: [] });

/** Reads a repetition with the days and times that belong to it. */
export function readRepetition(scan: Scan, at: number): Draft | null {
  const { text } = scan;
  const first = text.charAt(at);
  const often = COUNTS.has(first) ? matchAt(OFTEN, text, at) : null;
  if (often) return { ...set(at + often[0].length), from: at };
  const lead = LEADS.has(first) ? (matchAt(EVERY, text, at) ?? matchAt(OTHER, text, at)) : null;
  if (!lead) return null;
  const end = at + lead[0].length;
  const unit = /(?:周|星期|礼拜)$/.exec(lead[0])?.[0].length ?? 0;
  const whole = (unit > 0 ? particulars(scan, end - unit) : null) ?? particulars(scan, end) ?? end;
  return { ...set(whole), from: at };
}

/** Days and times after the unit, with spans and lists: 一、三、五上午9点到11点. */
function particulars(scan: Scan, at: number): number | null {
  const { text } = scan;
  const start = text.charAt(at) === '的' ? at + 1 : at;
  let moment = monthly(scan, start, null);
  if (!moment) return null;
  for (let i = 0; i < 12; i++) {
    const link = matchAt(LINK, text, moment.to);
    const next: Moment | null =
      link && monthly(scan, moment.to + link[0].length, { moment, link: link[0] === '、' ? 'list' : 'span' });
    if (!next) break;
    moment = next.days ? next : { ...next, days: moment.days };
  }
  return moment.to + (isAt(/[前后](?!往|来)/y, text, moment.to) ? 1 : 0);
}

const EDGE =
  /首月|末月|(?:第[一二三]|最后一)个月|(?:月)?[初中底末](?!旬)|[上中下]旬|最后一[天周]|第一[天周]|(?:第一|首|最后一)个工作日/y;

function monthly(scan: Scan, at: number, before: Before | null): Moment | null {
  const moment = readMoment(scan, at, before);
  if (moment) return moment;
  const edge = matchAt(EDGE, scan.text, at);
  if (!edge) return null;
  const to = at + edge[0].length;
  const rest = readMoment(scan, to, null);
  return rest && (!rest.days || edge[0].endsWith('月'))
    ? rest
    : { to, days: null, phrase: null, clock: null, time: null };
}
