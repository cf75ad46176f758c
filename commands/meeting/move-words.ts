/** Where a called meeting is moved to: the day, hour and room that a message says, or by how much. */
import type { Day } from '../../src/core/day.ts';
import type { Matter } from '../../src/core/matter.ts';
import { matcher } from '../../src/language/matcher.ts';
import { readNumber } from '../../src/language/numbers.ts';
import type { Context, Said } from '../command.ts';
import { readPlace } from './read.ts';
import { fact } from './register.ts';

/** 往后挪一天, 提前半小时, 推迟两个小时: by how much, not to when. */
export const SHIFT = matcher(
  /(往后|向后|推后|延后|推迟|延迟|延期|顺延|晚|往前|向前|提前|提早|早)(?:挪|推|移|延|调|放|错|开|提|个)*(半|[一两二三四五六七八九十]|\d{1,3})(?:个)?(半)?(天|日|小时|钟头|刻钟|分钟|周|星期|礼拜)(半)?/,
);

const MINUTES_IN: Readonly<Record<string, number>> = {
  天: 1440,
  日: 1440,
  周: 10_080,
  星期: 10_080,
  礼拜: 10_080,
  小时: 60,
  钟头: 60,
  刻钟: 15,
  分钟: 1,
};

/** A called day and time moved by what a message says; `null` where it says no such amount. */
function shifted(text: string, day: Day, time: string): { day: Day; time: string } | null {
  const [, way = '', number = '', half, unit = '', andHalf] = SHIFT.exec(text) ?? [];
  if (!unit) return null;
  const amount = (number === '半' ? 0.5 : (readNumber(number) ?? 0)) + (half || andHalf ? 0.5 : 0);
  const minutes = amount * (MINUTES_IN[unit] ?? 0) * (/前|早/.test(way) ? -1 : 1);
  const at = new Date(Date.parse(`${day}T${time}:00Z`) + minutes * 60_000).toISOString();
  return { day: at.slice(0, 10), time: at.slice(11, 16) };
}

const MOVED = /(?:(?<!修)改|调整?|推迟?|延期?|延后|提前|顺延|变更|移|挪|换)(?:到|成|为|至|在|于)?/;

/** The new day, time and place: what is said after 改到. */
export function readMove(
  said: Said,
  context: Context,
  meeting: Matter,
): { day?: Day; time?: string; place?: string; fault?: string } {
  const { text, dates } = said.marked;
  const at = text.search(MOVED);
  const after = dates.filter((d) => d.from > at && !d.title);
  const faulty = after.find((d) => d.fault);
  if (faulty) return { fault: `“${faulty.text}”有误，请核对` };
  const dated = after.find(
    (d) => d.type === 'date' || d.type === 'datetime' || (d.type === 'datetimerange' && d.start),
  );
  const by = shifted(text, meeting.day ?? context.today, fact(meeting, 'time'));
  const clocked = after.find((d) => /[点时:]/.test(d.text) && d.start);
  const day = dated?.start?.slice(0, 10) ?? (/当天|当日/.test(text.slice(at)) ? (meeting.day ?? undefined) : undefined);
  const time = clocked?.type === 'time' ? clocked.start?.slice(0, 5) : clocked?.start?.slice(11, 16);
  const rest = {
    ...said,
    marked: {
      ...said.marked,
      text: text.slice(at),
      dates: after.map((d) => ({ ...d, from: d.from - at, to: d.to - at })),
    },
  };
  const place =
    readPlace(rest) ??
    /(?:改|调整|变更|移|换)(?:到|为|至|在)(?:了)?([^,。;\d]{2,24}(?:室|厅|堂|中心|楼))/.exec(text)?.[1];
  if (by && !dated) return { ...by, ...(place && { place }) };
  return { ...(day && { day }), ...(time && { time }), ...(place && context && { place }) };
}
