/** What a message says of not coming to a meeting: who, which meeting, why, and who might come instead. */
import { sayDay, weekday } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import type { Person } from '../../src/core/roster.ts';
import { MEETINGS, type Missing } from '../../src/core/vocabulary.ts';
import { matcher } from '../../src/language/matcher.ts';
import type { Context, Said } from '../command.ts';
import { askFor } from '../papers/unfinished.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { judgeAbsence } from './absent.ts';
import { readHosts } from './hosts.ts';
import { fullWidth, meetingIn, readMeeting } from './read.ts';
import { fact, kindOf, meant, partIn } from './register.ts';

/** 去不了、不能出席 */
export const CANNOT = matcher(
  /(?:不能|无法|没法|没办法|不克|难以|不便|没(?:有)?时间)[^,。;]{0,14}?(?:参加|出席|列席|参会|到会|到场|去|来)|抽不开身|脱不开身|走不开|去不了|来不了|到不了|参加不了|出席不了|列席不了|参会不了|缺席|不(?:去|来)?(?:参加|出席|列席|参会)了?|不(?:去|来)了|赶不上|赶不回|赶不过|回不[来去]|走不了|去不成|来不成|脱不了身|分不开身/,
);

const IDLE = /^(?:故|事|公|有事|临时有事|特殊情况|情况特殊|个人原因|工作原因|其他原因|公务|工作需要)$/;
const STOP =
  '(?:,|。|;|\\n|不能|无法|没法|不克|难以|去不了|来不了|参加不了|出席不了|缺席|回不[来去了]|赶不[上回过]|走不[了开]|抽不[开出]|脱不[开了]|(?:时间)?冲突|撞(?:上|车|期)了?|赶(?:到|在)?一(?:起|块)|不(?:去|来|参加|出席|列席)|特(?:此|向)?请|特向|请(?:个)?假|向[一-鿿]{1,8}请|$)';
const ERRAND =
  '(?:[到去赴在往]|参加|出席|陪同?|接待|带队|主持|汇报|处置|处理|住院|手术|就医|看病|外出|出差|培训|学习|开会|值班|迎接)';
const REASONS = [
  /(?:事由|理由|原因)(?:是|为|:)+([^,。;\n]{2,80})/,
  new RegExp(`(?:因为|由于|因|(?<=[,。])系)([^,。;\\n]{1,80}?)(?=${STOP})`),
  new RegExp(
    `(?:^|[,。;])[^,。;我]{0,12}?(?:我|本人)(?:这边|这里|人)?((?:在|去|到|赴|陪|带|参加|开|住|出|正)[^,。;\\n]{2,40}?)(?=${STOP})`,
  ),
  new RegExp(
    `(?:(?:当天|那天|届时|当日|当时|同时|正好|恰好|临时|另|已)(?:要|需要?|须|得|正)?|要|需要?|须|得|正在|正)(${ERRAND}[^,。;\\n]{1,60}?)(?=${STOP})`,
  ),
];

const SUBSTITUTES = [
  /(?:由|让|请|安排|委派|派|委托|拟由|指派)((?:我局|我镇|我办|我单位|本局|局里|单位)?(?:的)?[一-鿿]{0,12}?)(?:同志)?(?:代替|替|代表|代为?)(?:我|本人)?(?:去|来)?(?:参加|出席|列席|参会|到会|开会|与会|会(?=[,。;]|$))/,
  /(?:由|让|请|安排|派)([一-鿿]{1,12}?)(?:同志)?(?:代替|替|代)(?:我|本人)(?:去|来|到)/,
  /(?:由|让|请|安排|派|叫|喊)([一-鿿]{0,6}?(?:副局长|副镇长|副主任|副书记|科长|副职|班子成员|同志)[一-鿿]{0,3}?)(?:去|来|到)(?:会)?(?:听|开|顶|替|参加|一下|(?=[,。;]|$))/,
  /([一-鿿]{0,3}(?:副局长|副镇长|副主任|副书记|科长|副职|班子成员)[一-鿿]{0,3}?)(?:同志)?(?:代替|替|代表|代为?)(?:我|本人)?(?:去|来)?(?:参加|出席|列席|参会|到会|开会|与会)/,
].map((pattern) => matcher(pattern));

const substituteIn = (text: string): string | undefined => {
  for (const pattern of SUBSTITUTES) {
    const found = pattern.exec(text)?.[1];
    if (found) return found;
  }
  return undefined;
};

/** 事由; `undefined` where nothing or only 因故 is said. */
export function readAbsenceReason(text: string): string | undefined {
  for (const pattern of REASONS) {
    const reason = pattern
      .exec(text)?.[1]
      ?.replace(/(?:,)?情况特殊$/, '')
      .replace(/^(?:我|本人)/, '')
      .replace(/^(?:正好|恰好|刚好)/, '')
      .replace(/[,的]$/, '');
    if (!reason || reason.length < 2 || IDLE.test(reason) || CANNOT.test(reason)) continue;
    return fullWidth(/^[公私病]/.test(reason) ? `因${reason}` : reason);
  }
  const clause = text
    .split(/[,。;!\n]/)
    .map((c) =>
      c.replace(/^会议(?:那天|当天|当日|那个?时候|的时候|时|期间)?(?:上)?(?:我|本人|(?=[要得需须正在有赶去到]))/, ''),
    )
    .find((c) => (c.length >= 3 || AILING.test(c)) && !ABOUT_LEAVE.test(c) && !substituteIn(c) && !IDLE.test(c));
  return (clause && fullWidth(clause.replace(/^(?:我|本人)/, ''))) ?? readBeforeCannot(text);
}

/** Two characters that say why. */
const AILING = /^(?:发烧|生病|住院|手术|感冒|骨折|出差|开会|培训|婚假|产假|出庭|有会|有课|车祸)$/;

const CLASH = /(?:和|与|跟)([^,。;]{2,30}?)(?:时间)?(?:上)?(?:冲突|撞|赶)/;

/** 疾控那边有突发情况走不开: what stands before the inability in the same clause. */
function readBeforeCannot(text: string): string | undefined {
  const clash = CLASH.exec(text)?.[1];
  if (clash) return `与${fullWidth(clash)}冲突`;
  for (const clause of text.split(/[,。;!\n]/)) {
    const at = clause.search(CANNOT);
    const before =
      at > 0 ? clause.slice(0, at).replace(/^(?:会议)?(?:我|本人|我们)?(?:这边|这里)?(?:因为|由于|因)?/, '') : '';
    if (before.length >= 4 && !ABOUT_LEAVE.test(before) && !IDLE.test(before) && !/会$/.test(before))
      return fullWidth(before);
  }
  return undefined;
}

const CANNOT_COME = new RegExp(`^[^。;]{0,60}?(?:${CANNOT.source}|请(?:个)?假)`);

/** Clauses that speak of the leave itself, or are courtesies. */
const ABOUT_LEAVE = new RegExp(
  `${CANNOT.source}|请(?:个|一下)?假|的假|准假|会议|(?:常务|全体|专题|办公|本次|这个|那个|参|到|与)会|你们|您|各位|大家|安排|知悉|可能|谢|辛苦|^(?:特此|现|望|请|妥否|谢谢|麻烦|报告|区长|主任|领导|各位|尊敬|申请|拟由|受|\\d|[上下]午)|好$|批准|同意|委托`,
);

const UNASKED =
  /(?:不用|不必|无需|无须|不需要?|不再|就不|也不|不|免|没有?|未)(?:另行|再|另|打算|准备)?(?:请示|请假|申请|报批|报告|请领导|批准|同意)(?:了)?/g;
const ASKS =
  /请假|请(?:区长|领导|予|批|审|同意|准)|申请|可否|能否|是否可以|妥否|恳请|望批准|请示|报批|经同意|行吗|行不行|可以吗|可不可以|好吗|成吗/;

/** Who would come instead, and whether consent is asked for. */
export function readSubstitute(text: string): { substitute?: string; asksConsent?: boolean } {
  const found = substituteIn(text);
  if (!found) return {};
  return { substitute: found, asksConsent: ASKS.test(text.replace(UNASKED, '')) };
}

/** Judges a message that asks for leave from a meeting; a press brings the meeting and the whole reason along. */
export function askLeave(said: Said, context: Context, from?: Matter, given?: string): Decision {
  const { text } = said.marked;
  const whom = from ? undefined : readAbsent(said, context);
  if (whom === 'ambiguous') return askFor('meeting', said, ['host'], '名册中有多人符合，请写明是谁请假。');
  const person = whom ?? context.sender;
  const refusal = mayAskFor(context, person, text);
  if (refusal) return refusal;
  const words = readMeeting(said, context.today);
  const found = from ? [from] : meantBy(said, context, words);
  const mine = found.filter((m) => partIn(context, m, person.id) !== null);
  const meeting = mine.length > 0 ? mine : found;
  if (meeting.length > 1) {
    const names = meeting.map((m) => `“${m.title}”`).join('、');
    return askFor('meeting', said, ['time'], `您要向哪个会议请假？现有${names}，请写明日期和会议名称。`);
  }
  const [matter] = meeting;
  const kind = matter ? kindOf(matter) : words.kind;
  const day = matter?.day ?? words.day;
  const reason = given ?? readAbsenceReason(withoutMeeting(said));
  const presider = readHosts(said, person).presider ?? soleHolder(context, kind);
  const missing: Missing[] = [];
  if (!kind) missing.push('topic');
  if (words.fault || !day) missing.push('time');
  if (!matter && kind === 'special' && !presider) missing.push('host');
  const { substitute, asksConsent } = readSubstitute(text);
  const holds = matter && [matter.data.presider, matter.data.mandator].includes(person.id);
  const unasked = substitute && !asksConsent && context.book.find('meeting-substitute');
  if (!reason && !unasked && !holds) missing.push('reason');
  if (missing.length > 0 || !kind || !day) return lacking(said, context, missing, words.fault, matter);
  if (day < context.today)
    return reply(
      'meeting',
      'answered',
      `${sayDay(day, context.today)}已过，不能再请${MEETINGS[kind]}的假；请向区政府办公室说明情况。`,
    );
  return judgeAbsence(context, {
    person,
    kind,
    day,
    time: matter ? fact(matter, 'time') : words.time,
    ...(matter && { meeting: matter }),
    ...(presider && presider.id !== person.id && { presider }),
    reason: reason ?? '',
    substitute,
    asksConsent,
    files: said.files,
  });
}

const BARE_WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天]/;

/** 周二的常务会, where the one that is called is on the Tuesday after: the weekday of a called meeting. */
function meantBy(said: Said, context: Context, words: ReturnType<typeof readMeeting>): Matter[] {
  const found = meant(context, words);
  const { day } = words;
  const bare = said.marked.dates.some((d) => BARE_WEEKDAY.test(d.text) && d.start?.startsWith(day ?? ' '));
  if (found.length > 0 || !day || !bare) return found;
  return meant(context, { ...words, day: undefined }).filter((m) => m.day && weekday(m.day) === weekday(day));
}

/** For whom: 受X委托, 代X请假, or X因……不能参加 where the message has no 我. */
function readAbsent(said: Said, context: Context): Person | 'ambiguous' | undefined {
  const { text, people } = said.marked;
  const own = /我(?!局|镇|办|单位)|本人/.test(text);
  for (const span of people) {
    const before = text.slice(0, span.from);
    const after = text.slice(span.to).replace(/^(?:局长|副区长|区长|镇长|主任|同志)/, '');
    const commissioned = /受$/.test(before) && /^[^,。;]{0,4}委托/.test(after);
    const acted = /(?:代|替|帮|为)$/.test(before) && /请假|的假/.test(text);
    const subject =
      !own &&
      !/^[^,。;]{0,24}(?:主持|召集|召开)/.test(after) &&
      /(?:^|[,。;:])$/.test(before) &&
      !/^[,，]/.test(after) &&
      CANNOT_COME.test(after);
    if (!commissioned && !acted && !subject) continue;
    const [person, other] = span.candidates;
    if (!person || other) return 'ambiguous';
    if (person.id !== context.sender.id) return person;
  }
  return undefined;
}

/** One's own leave, or that of whom one files for: the office, or staff of the unit by commission. */
function mayAskFor(context: Context, person: Person, text: string): Decision | null {
  const { sender } = context;
  if (
    person.id === sender.id ||
    sender.unit === OFFICE_UNIT ||
    (sender.unit === person.unit && /委托|代|替/.test(text))
  )
    return null;
  return reply(
    'meeting',
    'not-allowed',
    `您不能替${person.name}请假。请由本人、其单位工作人员（注明受委托）或区政府办公室提出。`,
  );
}

/** The one who holds this kind of meeting by the rule, where that is one person. */
function soleHolder(context: Context, kind: ReturnType<typeof readMeeting>['kind']): Person | undefined {
  const by = context.book.find('meeting-convener', (v) => v.meeting === kind)?.value.by;
  return by?.length === 1 && by[0] === 'mayor' ? context.roster.at('mayor')[0] : undefined;
}

/** The text without the date and name of the meeting, so that they are not taken for the reason. */
function withoutMeeting(said: Said): string {
  const { text, dates } = said.marked;
  const span = meetingIn(said);
  if (!span) return text.replace(/^[^,。;]{0,14}?(?:的|[那这]个?)会(?=我|本人|,|。)/, '会议');
  const before = span && dates.filter((d) => d.to <= span.from && span.from - d.to <= 4).at(-1);
  return `${text.slice(0, before?.from ?? span.from)}会议${text.slice(span.to)}`;
}

function lacking(
  said: Said,
  context: Context,
  missing: Missing[],
  fault: string | undefined,
  meeting: Matter | undefined,
): Decision {
  const labels: Partial<Record<Missing, string>> = {
    topic: '是哪个会议',
    time: '会议日期',
    host: '会议由谁主持',
    reason: '请假事由',
  };
  const attendance = context.book.find('meeting-attendance');
  const ask = askFor(
    'meeting',
    said,
    missing,
    `${fault ? `${fault}，请核对。` : ''}请补充：${missing.map((m) => labels[m]).join('、')}。可直接回复。`,
    [],
  );
  const quotes = attendance ? [context.book.quote(attendance.clauses[0] ?? '')] : [];
  const effects = ask.effects.map((e) =>
    e.do === 'draft' ? { ...e, request: { ...e.request, leave: true, ...(meeting && { meeting: meeting.id }) } } : e,
  );
  return { ...ask, quotes, effects };
}
