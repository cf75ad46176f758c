/** What a message says of a meeting: which, when, where and on what. */
import { type Day, daysBetween } from '../../src/core/day.ts';
import type { MeetingKind } from '../../src/core/vocabulary.ts';
import type { DateSpan } from '../../src/language/dates/read.ts';
import { matcher } from '../../src/language/matcher.ts';
import type { MeetingSpan } from '../../src/language/meetings.ts';
import type { Said } from '../command.ts';
import { studyCalled } from './study-words.ts';

/** A meeting as spoken of. Times read `09:00`. */
export interface MeetingWords {
  kind?: MeetingKind;
  day?: Day;
  time?: string;
  /** What is wrong with the date as said, in Chinese. */
  fault?: string;
  place?: string;
  topic?: string;
}

/** A notice filled in line by line reads as sentences; offsets stay. */
export const inSentences = (said: Said): Said =>
  said.marked.text.includes('\n')
    ? { ...said, marked: { ...said.marked, text: said.marked.text.replaceAll('\n', '。') } }
    : said;

/** Everything that a message says of a meeting; parts that are not said are left out. */
export function readMeeting(said: Said, today: Day): MeetingWords {
  const span = meetingIn(said);
  const place = readPlace(said);
  const topic = readTopic(said);
  return {
    ...(span && { kind: span.kind }),
    ...readWhen(said, today, span),
    ...(place && { place }),
    ...(topic && { topic }),
  };
}

/** 不上常务会议了，用专题会议: a meeting that is not to be. */
const PASSED_OVER =
  /(?:不(?:再|用|必|需)?(?:上|开|经|走|提交|提请|报|列入)|代替|替代|取代|绕过|绕开|跳过|免去)[^,。;]{0,6}$/;

/** 常务会议已经定了, 常务会议精神: a meeting that is over. */
const HELD = /^(?:上)?(?:已经?)?(?:定了|定下|议定|决定|研究过|审议过|通过)|^(?:的)?(?:精神|要求|部署)/;

/** Whether a message would have another meeting settle what is for 常务会议 or 全体会议. */
export const passesOver = ({ marked: { text, meetings } }: Said): boolean =>
  meetings.some(
    ({ kind, from }) => (kind === 'executive' || kind === 'plenary') && PASSED_OVER.test(text.slice(0, from)),
  );

/** The meeting spoken of: outside of titles, a meeting of the government before a 全区性会议. */
export function meetingIn(said: Said): MeetingSpan | undefined {
  const { text, meetings } = said.marked;
  const open = meetings
    .filter(({ from }) => text.lastIndexOf('《', from) <= text.lastIndexOf('》', from))
    .filter(
      ({ from, to }, _, all) =>
        all.length === 1 || !(PASSED_OVER.test(text.slice(0, from)) || HELD.test(text.slice(to))),
    );
  const held = open.filter(({ from, to }) => HELD_BEFORE.test(text.slice(0, from)) || HELD_AFTER.test(text.slice(to)));
  // 召开专题会议，研究提请常务会议审议的事项
  if (held.length === 1 && open.some(({ from }) => PUT_TO.test(text.slice(0, from)))) return held[0];
  return open.find(({ kind }) => kind !== 'district-wide') ?? open[0] ?? studyCalled(said);
}

const HELD_BEFORE = /(?:召开|举行|开|组织|召集|主持)(?:个|一个|一次)?$/;
const HELD_AFTER = /^[^,。;]{0,30}(?:召开|举行|定于|定在|安排在)/;
const PUT_TO = /(?:提请|提交|报请|报)(?:下次)?$/;

const CLOCK = /[点时:]/;
/** 现在到会情况怎么样: the time of asking, not the meeting's. */
const NOW = /^(?:现在|目前|此刻|当前|这会儿?)$/;

/**
 * Day and time: of several dates the one with a clock time, else the nearest before the meeting's name, else the first.
 * Nobody calls a meeting ten months ahead without its year: such a date is the one that has just passed.
 */
export function readWhen(said: Said, today: Day, near?: MeetingSpan): Pick<MeetingWords, 'day' | 'time' | 'fault'> {
  const dates = said.marked.dates.filter((d) => !d.title && !d.vague && !NOW.test(d.text));
  const faulty = dates.find((d) => d.fault);
  if (faulty) return { fault: sayFault(faulty) };
  const single = dates.filter((d) => d.start && dayOfSpan(d));
  const clocked = single.filter((d) => CLOCK.test(d.text));
  const before = single.filter((d) => near && d.to <= near.from).at(-1);
  const chosen = clocked.length === 1 ? clocked[0] : (before ?? clocked[0] ?? single[0]);
  const day = chosen && notFar(chosen, dayOfSpan(chosen), today);
  const bare = dates.find((d) => d.type === 'time' && CLOCK.test(d.text));
  const time = chosen && CLOCK.test(chosen.text) ? chosen.start?.slice(11, 16) : bare?.start?.slice(0, 5);
  return { ...(day && { day }), ...(time && { time }) };
}

const JUST_PAST_DAYS = 60;

function notFar(span: DateSpan, day: Day | undefined, today: Day): Day | undefined {
  if (!day || span.said.includes('year')) return day;
  const yearBefore = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return daysBetween(yearBefore, today) <= JUST_PAST_DAYS ? yearBefore : day;
}

/** The one day of a span; none for a span of several days or an open one. */
function dayOfSpan(span: DateSpan): Day | undefined {
  const start = span.start?.slice(0, 10);
  if (span.type === 'date' || span.type === 'datetime') return start;
  if (span.type !== 'datetimerange' || !span.end) return undefined;
  const sameDay = span.end.slice(0, 10) === start || span.end.endsWith('T00:00:00');
  return sameDay ? start : undefined;
}

function sayFault({ fault, text }: DateSpan): string {
  if (fault === 'no-such-date') return `“${text}”这一天不存在`;
  if (fault === 'weekday-mismatch') return `“${text}”的日期与星期对不上`;
  return `“${text}”的结束时间早于开始时间`;
}

const ROOM =
  '(?:会议室|会议厅|会堂|礼堂|报告厅|会商室|会议中心|指挥中心|党校|办公楼|大厦|机关|[0-9一二三四五六七八九十]+楼|[0-9]{3,4}(?:室|房间|号))';
const PLACES = [
  /(?:在|到|来)([^,。;在到来]{0,8}?办公室)(?=[,。;]|碰|聚|集合|开|谈|说|议|聊|研究|商)/,
  /(?:会议)?地点(?:设|定|改|换|调整|变更|移)?(?:在|为|是|到|成|至|:)*([^,。;、]{2,30})/,
  /(?:在|于|到)([^,。;在于]{2,30}?)(?:准时)?(?:召开|召集|举行|开会|开(?![发展办])|主持|组织)/,
  new RegExp(`(?:在|于|到|改到|改在|改为)?((?:[^,。;在于到为\\s]{0,16})${ROOM}[^,。;(召举开集主请通]{0,8})`),
  /(?:请)?到([^,。;会]{2,16}?)(?:来)?(?:参加|开会|参会)/,
  /(视频会议(?:系统|室)?|线上|电视电话会议)(?:形式|方式)/,
].map((pattern) => matcher(pattern));

/** 地点不变, 地点另行通知: no place is named. */
const NO_PLACE =
  /^(?:近期|适当|我|本人|会上|外[地面省]|[省市京][里内]?$)|^(?:都|均|也|仍|还|依然|保持|维持)*(?:不(?:作|做|再)?(?:变|改|动|调整)|未变|没变|照旧|照常|依旧|同前|同上|原(?:地|定|来|处|址)|老地方|待定|另行|另定|再(?:定|通知))/;

/** 地点: after 地点, between 在 and 召开, or a room's name. Dates are cut out first. */
export function readPlace(said: Said): string | undefined {
  const text = withoutDates(said);
  for (const pattern of PLACES) {
    const place = pattern
      .exec(text)?.[1]
      ?.replace(/^(?:会议)?地点(?:设|定)?[在为是:]*|^(?:仍然?|还是?|依然|照旧)(?:在|为|是)?(?=.{2})/g, '')
      .replace(/^(?:区政府)?(?:常务|全体|专题|办公)(?:会议(?!室|厅)|会(?!议|场))/, '')
      .replace(/^.*(?:主持|召集|召开)(?=.{2})/, '')
      .replace(/^我(?=办公室)/, '主持人')
      .replace(/(?:碰|聚|集合|议|说|谈|聊)(?:一|个)?(?:一|下|头|面|议|谈|聊).*$/, '')
      .replace(/(?:由|我).*$/, '')
      .trim();
    if (place && place.length >= 2 && !NO_PLACE.test(place)) return place;
  }
  // 专题会，水利局，我主持: a unit that stands by itself says where.
  const clauses = said.marked.text.split(/[,。;\n]/).map((clause) => clause.trim());
  return said.marked.units.find(({ text: unit }) => clauses.includes(unit))?.text;
}

const ENDS =
  '(?=。|;(?![一二三四五六七八九十\\d(])|,(?:并)?(?:请|由|地点|时间|参会|列席|特此|现|定于|会期|通知|参加|与会|麻烦|烦|劳|望|[^,。;]{0,6}(?:发|下)个?(?:会议)?通知|叫上|喊上|带上|拉上|(?:叫|喊|通知)[^,。;]{2,24}(?:来|参加|列席)|让|(?:在)?[^,。;]{0,8}(?:会议室|会堂|礼堂|报告厅)|[^,。;]{0,24}(?:来人|负责(?:人|同志)来|都来|也来|(?:局|镇|街道|办|委|中心)来(?=[,。;]|$))|(?:由)?(?:我|本人)(?:来)?(?:主持|召集)|务必|届时|辛苦|谢谢|各位|会议|时长|不得|准时|按时)(?!示)|,[^,。;]{0,20}(?:列席|参加|参会|到会|汇报|出席|会务)|$)';
const TOPICS = [
  new RegExp(`(?:^|[,。;])主题(?![有是为包:])([^;]{2,60}?)${ENDS}`),
  new RegExp(
    `(?:议题|主题|内容|议程|事项)(?:主要)?(?:[一两二三四五六\\d]+[个项])?(?:有|是|为|包括|:)+((?:[^;]|;(?=[一二三四五六七八九十\\d(])){2,160}?)${ENDS}`,
  ),
  new RegExp(
    `((?:专题)?(?:研究|审议|讨论|听取|传达|学习|部署|通报|协调|分析|调度|贯彻|推进|安排|商量|议一议|交流|谋划|总结|商讨|商议|会商|座谈|解决|动员|落实|推动|统筹|布置|关于|定一下|敲定|商定|拍板|定(?=[^,。;于在了为]{2,20}的(?:事|问题))|碰(?=一|碰|下|个?头(?![,。;]))(?:一?碰|一?下|个?头)?|讲(?!话|座|解|课|的|好|过|述|师)|(?:主要)?说(?!明|法|服|定|好|了|过)|讲讲|谈谈|聊聊|过一下|看看|(?<![会协决提建审商动异])议(?![题程事员会定决案]))(?!室)[^。;]{2,100}?)${ENDS}`,
  ),
  /(?:会议?)[(]([^()]{2,40})[)]/,
  /(?:把|将)([^,。;]{2,40}?)(?:捋|理|过|议|说|定|研究|商量|解决)(?:一[捋理过议说下]|清楚|了|下|定)/,
].map((pattern) => matcher(pattern));

/** As people write Chinese: the half-width marks of a normalised text made full width again. */
export const fullWidth = (text: string): string =>
  text.replace(/,(?!\d{3})|[;!?()]|:(?!\d)/g, (mark) => '，；：！？（）'.charAt(',;:!?()'.indexOf(mark)));

/** 议题: after 议题是, what is to be 研究/审议, what stands in brackets after the meeting, or titles. */
export function readTopic(said: Said): string | undefined {
  const { text, titles } = said.marked;
  for (const pattern of TOPICS) {
    const topic = pattern.exec(text)?.[1]?.replace(/[,、\s]+$/, '');
    if (topic && !/^\d+月|^星期|^周[一二三四五六日]/.test(topic)) return fullWidth(topic);
  }
  if (titles.length > 0) return titles.map((t) => `《${t}》`).join('、');
  const inName = IN_NAME.exec(withoutDates(said))?.[1];
  return fullWidth(inName ?? leftover(said) ?? '') || undefined;
}

/** 周四下午3点，专题会，秋汛，我主持: what says nothing of who, when and where says on what. */
function leftover(said: Said): string | undefined {
  if (!said.marked.dates.some((d) => CLOCK.test(d.text)) || !meetingIn(said)) return undefined;
  const place = readPlace(said);
  return withoutDates(said)
    .split(/[,。;:\n]/)
    .map((clause) => clause.trim())
    .find((c) => c.length >= 2 && c.length <= 24 && c !== place && !OF_NOTICE.test(c));
}

/** Words of a notice: what is left of it beside its topic. */
const OF_NOTICE =
  /会(?:议|$|上|场)|会$|通知|参加|参会|列席|出席|到会|来人|主持|召集|我|本人|委托|会议室|楼|地点|时间|请|准时|按时|务必|辛苦|谢谢|收到|局$|镇$|街道$|中心$|办公室$|不|人员|叫|喊|带|区长|主任|[上下]午$/;

/** 开中考保障专题会, 开个疫苗接种的专题会: the topic before the meeting's name. */
const IN_NAME = matcher(
  /(?:^|[,。;开]|召集|主持|组织|举行)(?:一个|个|一次|一场|场|次)?(?!区?政府专题|主持|召集|召开|本次|这次)([^,。;的在开\d]{2,16}?)(?:的)?(?:工作)?专题(?:协调)?会/,
);

function withoutDates({ marked }: Said): string {
  let { text } = marked;
  for (const d of [...marked.dates].sort((a, b) => b.from - a.from)) text = text.slice(0, d.from) + text.slice(d.to);
  return text;
}
