/** What a message wants of a meeting: to call it, not to come, to cancel or move it, to know how it stands. */
import type { Matter } from '../../src/core/matter.ts';
import { isLeader } from '../../src/core/roster.ts';
import { dayRange } from '../../src/language/dates/read.ts';
import { mark } from '../../src/language/mark.ts';
import { matcher } from '../../src/language/matcher.ts';
import type { Context, Said } from '../command.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { asked } from '../papers/wording.ts';
import { CANNOT, readAbsenceReason, readSubstitute } from './absence-words.ts';
import { mayManage } from './change.ts';
import { IN_GOVERNMENT_NAME } from './district-wide.ts';
import { SHIFT } from './move-words.ts';
import { isClocked, isNotice } from './notice.ts';
import { ofComing, peopleIn } from './people.ts';
import { type MeetingWords, meetingIn, readMeeting } from './read.ts';
import { isCurrent, list, meant, partIn, upcoming } from './register.ts';
import { ROLL, WHEN } from './roll.ts';
import { STUDY, type StudyIntent, studyIntent } from './study-words.ts';
import { topicAside } from './topic-asks.ts';
import { GIVES_VIEWS, viewsWanted } from './watch.ts';

/** What can be wanted of a meeting. */
export type Intent =
  | 'convene'
  | 'leave'
  | 'withdraw-leave'
  | 'cancel'
  | 'move'
  | 'commission'
  | 'roll'
  | 'details'
  | 'district-wide'
  | 'coming'
  | 'views'
  | 'people'
  | StudyIntent;

const HOLD = matcher(
  /召开|召集|举行|名义开|(?:把|将)[^,。]{0,16}会(?:议)?(?:给)?开(?:了|掉|起来)|组织(?:个|一个|一次|召开)?(?:区政府)?(?:全体|常务|专题|区长办公|党组)|定于[^,。]{2,40}开|(?:主持|开)(?:一次|一个|个|一下)?(?:区政府)?(?:全体|常务|专题|区长办公|党组|全区|系统)/,
);
const NOTICE =
  /(?:会议)?通知|来人|(?:都|也|准时)来(?=[,。;]|$)|(?:叫|喊|带|拉)上|请(?:各|有关|相关)?[^,。]{0,10}(?:参会|参加|到会|列席|出席)/;
const CANCEL =
  /取消|撤销|不(?:再)?(?:开|召开|举行)了?|停开|作废|(?:延期|推迟|暂缓|顺延|暂停)(?:召开|举行)?(?:,|。|$)|(?:时间|日期)(?:另行|再|待)?(?:通知|另定|待定)|往后放|放一?放/;
const MOVE = new RegExp(
  `(?<!修)改(?=周|下周|明|后天|\\d|星期|礼拜|[上下]午)|(?:(?<!修)改|调整?|推迟?|延期?|延后|提前|顺延|变更|移|挪|换)(?:到|成|为|至|在|期(?!限)|时间|地点)|${SHIFT.source}`,
);
/** Messages that name a meeting and are about something else. */
const OTHERS = matcher(
  /纪要|督办|督查事项|(?<!会)议定|决定事项|提请|列入议题|上会|议题(?:申报|提报|审批)|报送议题|申报议题|会签|印发|培训班/,
);

/** 文件已经印发过了: what was issued before is told of a district-wide meeting. */
export const issuedAside = (said: Said): string =>
  meetingIn(said)?.kind === 'district-wide'
    ? said.marked.text.replace(/(?:已经?|都)?(?:印发|下发)/g, '')
    : said.marked.text;

/** What speaks for calling a meeting. */
export const CONVENING: readonly (readonly [RegExp, number])[] = [
  [HOLD, 4],
  [NOTICE, 1.5],
  [/由我|我定于|召集|主持/, 2],
  [/(?:委托|让|叫|请)我(?:来|去|代|替)/, 4],
  [/议题|研究|审议/, 1],
  [/定于|拟于|拟定/, 1],
  [STUDY, 4],
  [/会议室|会堂|礼堂|报告厅/, 2],
  [OTHERS, -4],
];

/** 请假, 请个假, 请3月12日常务会的假 */
const ASKS_LEAVE = /请(?:个|一个|一下)?假|请(?:予|予以|您|区长)?准假|请[^,。;]{1,20}的假/;
const COMING = matcher(
  /^(?:收到)?[,。]?(?:我|本人)?(?:去|到)?(?:参加|到会|出席)[。!]?$|(?:能|可以|准时|按时|照常|如期|一定|将|会|确定|确认|届时)(?:能)?(?:准时|按时)?(?:参加|出席|到会|参会|列席)/,
);

const QUESTION = 2;

/** 会改到19号, 那会我有事: a meeting is spoken of, whichever. */
const SPOKEN = matcher(
  /会议|开会|的会|[这那]个?会(?![儿计员签场])|会上|(?:^|[,。;])会(?=改|推|挪|不(?!会)|取消|延|提前|就|先|照|往|定|还)/,
);
/** 时间往后推一个小时, 还有谁没回复: said by whoever holds a meeting, of that one. */
const MANAGES = new RegExp(
  `^(?:开会|会议)?(?:时间|地点|会场)[^,。;]{0,8}?(?:${MOVE.source})|^(?:还有)?(?:谁|哪[些几]).{0,10}(?:没|未)回|^(?:现在|目前|截至目前|到现在)?(?:的)?(?:到会|参会|请假|出席|回执|与会|应到[、和]?实到)(?:人员)?(?:情况|统计|名单)`,
);

/** 改到下午三点，地方不变: a day or an hour, of the meeting that one manages. */
const manages = ({ marked: { text, dates } }: Said): boolean =>
  MANAGES.test(text) || (MOVES_FIRST.test(text) && dates.some((d) => d.start && d.type !== 'duration'));
const MOVES_FIRST = new RegExp(`^(?:就|那就?|还是|先|要不|再)?(?:${MOVE.source})`);

/** Whether the sender manages exactly one meeting that is to come, and has no journey that the words could change. */
function holdsOne(context: Context): boolean {
  const own = upcoming(context).filter((m) => isCurrent(m) && mayManage(context, m));
  return own.length === 1 && !context.facts.hasCurrent(context.sender.id, 'leave');
}

/** 改到19号吧: no question where a called meeting is meant. */
const toldToMove = (text: string, found: readonly Matter[]): boolean =>
  MOVE.test(text) && found.length > 0 && !/[?]|吗|能否|可否|能不能|可以|是否/.test(text);

/** Whether a message names a day, an hour or a room: it calls or moves, whoever comes. */
const moves = (said: Said, context: Context): boolean => {
  const { day, time, place } = readMeeting(said, context.today);
  const { text } = said.marked;
  return HOLD.test(text) || (MOVE.test(text) && (day ?? time ?? place) !== undefined) || SHIFT.test(text);
};

const changesPeople = (said: Said, context: Context, meeting: Matter): boolean => {
  const { more, fewer } = peopleIn(said, context, meeting);
  return more.length + fewer.length > 0;
};

/** 常务会改到周四9点, 会议安排在…加上财政局: words about a meeting that is called already. */
const names = (said: Said, context: Context): boolean =>
  MOVE.test(said.marked.text) && meant(context, calledWords(said, context)).length > 0;

/** The intent of a message; `null` when it speaks of no meeting or only asks after the rule. */
export function intentOf(said: Said, context: Context): Intent | null {
  const { text, dates } = said.marked;
  const study = studyIntent(said);
  if (study) return study;
  const span = meetingIn(said);
  if (GIVES_VIEWS.test(text) && viewsWanted(context)) return 'views';
  if (isNotice(said, context) && !names(said, context)) return 'convene';
  const spoken = span !== undefined || SPOKEN.test(text) || ((manages(said) || ofComing(text)) && holdsOne(context));
  const found = spoken ? meant(context, calledWords(said, context)) : [];
  const asks =
    !toldToMove(text, found) && asked(HOLD.test(text) && dates.some(isClocked) ? topicAside(text) : text) >= QUESTION;
  if (found.length > 0 && !asks && !moves(said, context) && found.some((m) => changesPeople(said, context, m)))
    return 'people';
  if (ROLL.test(text) && found.length > 0) return 'roll';
  if (WHEN.test(text) && found.some((m) => concerns(m, context))) return 'details';
  const own = /我|本人/.test(text);
  const pleads = CANNOT.test(text) && readAbsenceReason(text) && dates.length > 0;
  const sends = readSubstitute(text).substitute !== undefined && invitedTo(context).length > 0;
  if (asks && !(own && (pleads || sends))) return null;
  if (isLeave(said, context, span !== undefined))
    return /撤回|撤销|不请(?:假)?了/.test(text) && !sends ? 'withdraw-leave' : 'leave';
  if (COMING.test(text) && !/不|无法|没法|召开|通知|请/.test(text) && text.length <= 30 && isInvited(context))
    return 'coming';
  if (OTHERS.test(issuedAside(said)) || !spoken) return null;
  if (CANCEL.test(text) && !/请假/.test(text) && (found.length > 0 || span)) return 'cancel';
  if (MOVE.test(text) && (found.length > 0 || (span && !HOLD.test(text)))) return 'move';
  if (/委托[^,。]{1,12}(?:召集|主持)/.test(text) && found.length > 0 && !/召开/.test(text)) return 'commission';
  if (span?.kind === 'district-wide') return HOLD.test(text) && !isInvitation(text) ? 'district-wide' : null;
  if (span && isBrief(said, context)) return 'convene';
  return span &&
    !ELSEWHERE.test(text.slice(0, span.from)) &&
    (span.kind === 'study' || HOLD.test(text) || NOTICE.test(text))
    ? 'convene'
    : null;
}

/** 下周三上午十点，区长办公会，议供热: time, kind and subject from somebody who may hold it are a notice. */
function isBrief(said: Said, context: Context): boolean {
  const { text, dates } = said.marked;
  if (!isLeader(context.sender) && context.sender.unit !== OFFICE_UNIT) return false;
  const { place, topic } = readMeeting(said, context.today);
  const clocked = dates.some(isClocked);
  return clocked && place !== undefined && topic !== undefined && !/过|已经|上次|昨/.test(text);
}

/** 省教育厅通知开专题会: somebody else's meeting. */
const ELSEWHERE = /(?:省|市|国家|中央|[一-鿿]厅|部委)[^,。;]{0,16}(?:通知|召开|组织|举办|召集)[^,。;]{0,8}$/;

/** Leaders asked to a meeting are an invitation. */
const INVITES =
  /(?:邀请|请|恭请|叫|喊|让|通知|把)[^。;]{0,24}(?:区长|区领导|镇长|主要负责)[^,。;]{0,12}(?:出席|参加|参会|讲话|到会|莅临|来|去|讲|站台|坐镇|指导)|确需/;

/** Towns are asked to what is held in the government's name; to a department's meeting it is an invitation. */
const isInvitation = (said: string): boolean => {
  const text = said.replace(/不(?:再)?(?:邀请|请)[^,。;]*/g, '');
  return INVITES.test(IN_GOVERNMENT_NAME.test(text) ? text.replace(/镇长|主要负责/g, '') : text);
};

/** How a message names a called meeting: its own day stands before 改到. */
export function calledWords(said: Said, context: Context): MeetingWords {
  const { text } = said.marked;
  const at = text.search(MOVE);
  if (at < 0) return readMeeting(said, context.today);
  const before = mark(text.slice(0, at), context.roster, context.calendar, context.now, context.sender);
  return readMeeting({ marked: before, files: [] }, context.today);
}

/** 请假 from a meeting, not to go to one: 常务会我去不了, 请假不参加, or a bare 请假 in answer to an invitation. */
function isLeave(said: Said, context: Context, named: boolean): boolean {
  const { text, dates } = said.marked;
  if (/纪要|督办|代为主持|外出期间/.test(text) || DECIDES.test(text) || COMMISSIONED.test(text)) return false;
  const invited = (): Matter[] => invitedTo(context).filter((m) => onItsDay(said, m));
  const toAttend = /(?:到|去|赴|前往)[^,。;]{1,20}(?:参加|出席|列席)[^,。;]{0,20}(?:会|会议)/.test(text);
  const cannot = CANNOT.test(text) || readSubstitute(text).substitute !== undefined;
  if (named)
    return (
      cannot ||
      ((ASKS_LEAVE.test(text) || /不参会/.test(text)) && (!toAttend || /(?:会议?|会)(?:的)?,?(?:我)?请假/.test(text)))
    );
  if (cannot && OF_A_MEETING.test(text) && ASKS_LEAVE.test(text) && !AWAY.test(text)) return true;
  if ((cannot || (BUSY.test(text) && SPOKEN.test(text))) && !AWAY.test(text) && invited().length > 0) return true;
  if (!isInvited(context)) return false;
  if (/(?:[这那]个|的)会(?!议室)|会上|开会/.test(text) && ASKS_LEAVE.test(text) && !toAttend) return true;
  return (
    /^(?:那就?|那么|好吧[,，]?)?(?:我)?(?:要|想|申请|特|也|就|先)*请(?:个)?假/.test(text) &&
    dates.length === 0 &&
    !toAttend
  );
}

/** 那会我有事, 18号的会我得去市里 */
const BUSY = matcher(
  /(?:我|本人|这边|局里|镇里|单位)(?:那天|当天|正好|临时|又|也|刚好|这边)*(?:有(?:事|会|课|安排|接待|检查|外事|任务|点事)|[要得](?:去|到|赴|参加|开|陪|接待|出差))/,
);
/** 周三的会我去不了: said of a meeting, whichever, before the inability. */
const OF_A_MEETING = /的会(?![儿计员议场签])[^,。;]{0,10}(?:去|来|参加|到|赶)不[了上成]/;
/** An absence of one's own is another matter. */
const AWAY = /外出|出差|离岗|销假|代为主持|返岗|登记/;

/** The meetings to come that the sender has been asked to, unless he holds them himself. */
const invitedTo = (context: Context): Matter[] =>
  upcoming(context).filter(
    (m) =>
      isCurrent(m) &&
      m.data.presider !== context.sender.id &&
      [...list(m, 'members'), ...list(m, 'observers')].includes(context.sender.id),
  );

/** Whether no day that a message names is another than the meeting's. */
function onItsDay({ marked }: Said, meeting: Matter): boolean {
  const days = marked.dates.flatMap((d) => (d.fault || d.type === 'duration' ? [] : (dayRange(d)?.first ?? [])));
  return days.length === 0 || days.includes(meeting.day ?? '');
}

const isInvited = (context: Context): boolean =>
  context.facts.openSteps(context.sender.id).some((s) => s.ask === 'attend');

/** 区长不能出席，委托我召集并主持: somebody else can't come, and the speaker holds the meeting. */
const COMMISSIONED = matcher(
  /由(?:我|本人)[^,。;]{0,30}(?:召集|主持|召开)|受[^,。;]{0,8}委托[^。;]{0,30}(?:召集|主持|召开)|(?:委托|授权|让|请|叫|安排|指派)(?:我|本人)(?:来|去|代为?|替[一-鿿]{1,4})?(?:召集|主持|召开|开)/,
);
/** 同意……的请假 decides somebody else's. */
const DECIDES = matcher(/^(?:我|本人|原则)?(?:上)?(?:不)?(?:同意|批准|准予|准假|驳回|予以)/);

const concerns = (meeting: Matter, context: Context): boolean =>
  mayManage(context, meeting) || partIn(context, meeting, context.sender.id) !== null;
