/** A notice of a meeting: told by who holds it, that it is held, where, and who is told, whatever words its topic holds. */
import { isLeader } from '../../src/core/roster.ts';
import type { DateSpan } from '../../src/language/dates/read.ts';
import { matcher } from '../../src/language/matcher.ts';
import type { Context, Said } from '../command.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { CANNOT } from './absence-words.ts';
import { meetingIn, readPlace, readWhen } from './read.ts';

const HOSTED = matcher(
  /由?(?:我|本人)[^,。;]{0,12}(?:召集|主持)|(?:召集|主持)人?[^,。;]{0,6}(?:我|本人)|(?:区长|主任|同志)(?:决定,)?[^,。;]{0,40}(?:召集|主持)/,
);
const HELD = matcher(
  /(?:召开|举行)(?!的|过|了)|定(?:于|在)|安排(?:在|于)|将于|开(?=个|一个|一次|常务|全体|专题|区长办公|党组|全会)/,
);
const TOLD = matcher(
  /请[^,。;]{0,16}(?:通知|参会|列席|参加|到会|出席)|通知[^,。;]{0,8}(?:参会|参加|到会|下去|一下|到人|与会)|(?:发|下)个?(?:会议)?通知|会议通知|准时(?:到会|参会|参加)|来人|(?:局|镇|街道|委)[^,。;]{0,14}(?:参加|列席|出席|参会)/,
);
/** What has been held, is not to be, or is to be missed. */
const NOT_TO_COME = matcher(/纪要|督办|督查事项|决定事项|开过|已经?召开|请(?:个|一个)?假|取消|不开了|改期|延期|推迟/);
/** 受区长委托, 由我召集: that somebody else cannot come is no leave. */
const INSTEAD = matcher(/委托|由(?:我|本人)/);
/** As much of a notice as tells it from a mention. */
const ENOUGH = 2;

/** Whether a span has a clock time and begins. */
export const isClocked = ({ title, text, start }: DateSpan): boolean =>
  !title && /[点时:]/.test(text) && Boolean(start);

/** Whether a message gives notice of a meeting to come, of a kind that it names, at an hour. */
export function isNotice(said: Said, context: Context): boolean {
  const { text, dates } = said.marked;
  const span = meetingIn(said);
  if (!span || span.kind === 'district-wide' || !dates.some(isClocked)) return false;
  if (/[?？]/.test(text) || NOT_TO_COME.test(text) || (CANNOT.test(text) && !INSTEAD.test(text))) return false;
  const { day } = readWhen(said, context.today, span);
  if (day !== undefined && day < context.today) return false;
  const hosted = HOSTED.test(text);
  if (!hosted && !isLeader(context.sender) && context.sender.unit !== OFFICE_UNIT) return false;
  const told = [hosted, HELD.test(text), TOLD.test(text), readPlace(said) !== undefined];
  return told.filter(Boolean).length >= ENOUGH;
}
