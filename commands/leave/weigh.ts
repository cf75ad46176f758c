/** How strongly a message speaks of going away, of being away, or of being back. */
import { matcher } from '../../src/language/matcher.ts';
import { onePerson } from '../../src/language/people.ts';
import { journeysIn, leadingPlaces } from '../../src/language/places.ts';
import type { Context, Said, Weight } from '../command.ts';
import { isAbout, weigh } from '../evidence.ts';
import { intentOf } from '../meeting/intent.ts';
import { inSentences } from '../meeting/read.ts';
import { onlyAsks } from '../only-asks.ts';
import { isQuestion } from '../punctuation.ts';
import { prolongs } from './change.ts';
import { CHANGE, denies } from './change-words.ts';
import { isCurrentLeave } from './current.ts';
import { withoutDropped } from './dropped.ts';
import { currentLeaves, declinedLeave } from './meant.ts';
import { pleads } from './pleads.ts';
import { readLeave } from './read.ts';
import { askedBefore, registers } from './registers.ts';

const RETURN = matcher(
  /(?<!请)销(?:个|一下|下)?假|返岗|到岗|复岗|归队|已(?:经)?[^，。；]{0,6}(?:返|回)|(?:返|回)(?:来|到|区|单位|局|镇)?[^，。；]{0,6}了|(?:昨|前天|刚|今[早晨])[^，。；]{0,6}(?:返|回)(?:来|到|区|的|$)|提前(?:返回|回来|结束)|人(?:已经?)?(?:在|到)(?:单位|岗)|(?:到家|上班)(?:了|$|[，,。])|已(?:经)?(?:正常|恢复)?上班/,
);
const OBJECT = matcher(
  /(?:我)?(?:不能|无法|不便|不方便|没法)(?:帮忙)?(?:代为?)?(?:主持|代理|顶班|代班|代管|负责|代(?=$|[，,。]))|(?:代|顶|主持|负责)不了/,
);
/** 我不方便, 那天我也不在: an answer to being told that one acts. */
const DECLINES = matcher(
  /^(?:我|本人)?(?:那[天时]|那几天|届时|当天)?(?:我|本人|也|正好|恰好|都|要|得)*(?:不(?:太)?(?:方便|行|便)|走不开|抽不开身|没(?:有)?(?:空|时间)|不在|出差|外出|有事|请假)(?:[，。！!]|$)/,
);

/** Whether somebody who is to act for another says that he can't. */
export const objects = ({ marked: { text } }: Said, context: Context): boolean =>
  OBJECT.test(text) || (text.length <= SHORT && DECLINES.test(text) && actsFor(context));
const SHORT = 20;

const actsFor = ({ facts, sender, today }: Context): boolean =>
  facts
    .recent('leave')
    .some((m) => m.data.facts?.actingId === sender.id && isCurrentLeave(m) && (m.data.last ?? today) >= today);

const WITHDRAW = matcher(/撤回|撤销|撤消|撤了|撤掉|取消/);
const LEAVE = matcher(
  /请(?:[一-鿿\d、]{0,12})?假|休(?:[一-鿿\d]{0,6})?假|年休|(?:年|探亲|病|事|婚|产|丧|公休|护理)假|续假|补休|调休(?!日)|批(?:个|[一两三半几]天)?假/,
);
const AWAY = /外出|出差|出访|离岗|公出|离区/;
const ERRAND = matcher(
  /(?:到|去|赴|前往)(?!我(?:区|局|镇|街|县))[一-鿿、]{2,14}(?:参加|出席|学习|培训|考察|调研|出差|开会|就医|看病|招商|汇报|探亲|休假|办)/,
);
const GOING =
  /(?:飞往|前往|赴|出发|(?<![过出回进收拿送])(?:去|到(?!位|期)))(?=[一-鿿])(?!我(?:区|局|镇|街|县)|签|印|办|发|盖|吧|了)|往[一-鿿]{1,6}赶/;
/** 参加市委党校学习: a course keeps one away without a word of going. */
const SCHOOL = /参加[^，。]{0,16}(?:学习|培训班?|研修班?|轮训|集训|党校)(?=[，。；;]|$)/;
const ANYTHING = /./;
/** Without a word of leave, a journey must be told by this much. */
const ENOUGH = 2;

/** Every word that speaks for it, and how much of a journey the whole tells. */
export function weighLeave(said: Said, context: Context): Weight | null {
  const { text, meetings } = said.marked;
  if (staysInside(said, context) || aboutAnother(said, context)) return null;
  const dated = isDated(said) ? 1.5 : 0;
  const current = isOfCurrent(said, context);
  const altered = alters(said, context);
  const saysReturn = RETURN.test(text);
  const asksBack = saysReturn && onlyAsks(said);
  const words = weigh(
    text,
    [
      [ANYTHING, registers(said, context) || askedBefore(said, context) ? 6 : 0],
      [/(?<!请)销假|返岗/, asksBack ? 0 : 6],
      [RETURN, !saysReturn || asksBack ? 0 : away(context) ? 6 : 2],
      [ANYTHING, prolongs(said, context) ? 7 : 0],
      [ANYTHING, objects(said, context) ? 5 : 0],
      [LEAVE, 3.5],
      [AWAY, 2.5],
      [ERRAND, 2],
      [SCHOOL, dated > 0 && meetings.length === 0 ? 2.5 : 0],
      [GOING, dated > 0 && !(meetings.length > 0 && OTHER_SUBJECT.test(text)) ? 1.5 : 0],
      [/出去(?:[一两几\d]{1,2}(?:趟|天|下))?|出(?:趟|一趟|个)(?:门|差)|不在(?:区里|家|局里|单位|镇里|岗)/, 2.5],
      [/代为主持|(?:主持|负责)(?:局里|局内|镇里|街道|单位|日常|全面|园区)*(?:的)?工作|代班|代管/, 1.5],
      [/特此(?:报告|请假)|向[一-鿿]{1,6}(?:请假|报告)|报告(?:区长|书记|区政府|区委|领导)|报备/, 2],
      [WITHDRAW, current && !altered ? -4 : 0],
      [/就医|看病|住院|探亲|手术|因[公私](?=[外出赴到去前])|进京|赴京/, 1.5],
      // A meeting that one can't attend is the meeting's matter.
      [
        /(?:不能|无法|没法|不克|抽不开身|去不了|来不了|缺席)[^，。]{0,6}(?:参加|出席|列席|参会|到会|去|来)?/,
        meetings.length > 0 ? -5 : 0,
      ],
      [CHANGE, current ? 4 : 0],
      [ANYTHING, altered ? ALTERED : 0],
      [HOSTED, HOSTED_WEIGHT],
      [UNSETTLED, /去|到|赴|请假|外出|出差/.test(text) ? 4 : 0],
      [/调研/, isAbout(text, /登记|补登记/) ? -4 : 0],
    ],
    dated,
  );
  const trip = journey(said, context);
  if (!words) return trip.score >= ENOUGH ? { ...trip, score: trip.score + dated } : null;
  const plea = dated > 0 && pleads(text) ? PLEA : 0;
  const fromMeeting = meetings.length > 0 && isLeaveFromMeeting(said, context) ? FROM_MEETING : 0;
  return { score: words.score + trip.score + plea + fromMeeting, evidence: [...words.evidence, ...trip.evidence] };
}

/** 还没销假, 先不销假 */
const NOT_BACK = /(?:不|没|未|别)(?:有|能|再|用|要|曾|来得及|先)*(?:销假|返岗|到岗)/;

/** Whether a message says that the speaker is back: outright, or as somebody who was away, with no new journey told. */
export function saysBack(said: Said, context: Context, place: string | undefined): boolean {
  const { text } = said.marked;
  if (
    !RETURN.test(text) ||
    NOT_BACK.test(text) ||
    onlyAsks(said) ||
    /返回[，,]?(?:日期|时间)|请假|外出期间|补报|(?:没|未)(?:能|来得及|顾上|顾得上)(?:提前)?(?:报|请|说)/.test(text)
  )
    return false;
  return /(?<!请)销(?:个|一下|下)?假|返岗/.test(text) || away(context) || !(place && GOING.test(text));
}

const isDated = ({ marked }: Said): boolean =>
  marked.dates.some((d) => d.type !== 'duration' && d.type !== 'time' && d.type !== 'set');

/** Whether the sender has gone away and not reported back. */
const away = (context: Context): boolean => context.facts.absenceOn(context.sender.id, context.today) !== undefined;

/** 哪天还没定: no question, though it has its words. */
const UNSETTLED = /(?:哪天|几号|时间|日期|日子)[^，。？?]{0,4}(?:没|未|待)(?:最后)?(?:定|确定)/;
/** Whether a message that takes back or changes something may mean a leave that holds; a question changes nothing. */
function isOfCurrent(said: Said, context: Context): boolean {
  const { text } = said.marked;
  const changes = CHANGE.test(text);
  if (!changes && !WITHDRAW.test(text)) return false;
  const whose = changes && said.marked.people.length > 0 ? readLeave(said, context).person : undefined;
  const person = whose ?? context.sender.id;
  const has = context.facts.hasCurrent(person, 'leave') || (changes && declinedLeave(context, person) !== undefined);
  return has && (!isQuestion(text) || pleads(text));
}
/** Above a withdrawal: 不去济南了，去青岛 takes nothing back. */
const ALTERED = 8;

/** 不去济南了，去青岛; 张强代不了，换李明: something of the sender's own leave is denied and said anew. */
export function alters(said: Said, context: Context): boolean {
  const { text } = said.marked;
  if (supplies(said, context)) return true;
  if (!/[不没别换让也病取退废]/.test(text) || onlyAsks(said) || !context.facts.hasCurrent(context.sender.id, 'leave'))
    return false;
  const { place, acting, first } = readLeave(said, context);
  const current = currentLeaves(context, context.sender.id);
  if (current.some(({ data: { first, last } }) => first && last && withoutDropped(said, { first, last }))) return true;
  const denied = current.some((m) => denies(text, m));
  return denied
    ? ANEW.test(text) || acting !== undefined || first !== undefined
    : !place && !first && acting !== undefined;
}
/** 去深圳，招商: where to, said just after a leave that names no place. */
function supplies(said: Said, context: Context): boolean {
  const { text } = said.marked;
  if (text.length > SHORT || isDated(said) || !GOING.test(text) || onlyAsks(said)) return false;
  const [filed, another] = currentLeaves(context, context.sender.id);
  if (!filed || another || context.now - filed.openedAt > LATELY_MS || filed.data.facts?.place !== '') return false;
  return readLeave(said, context).place !== undefined;
}
const LATELY_MS = 1_800_000;
/** 拟在我区召开全省现场会，是否同意承办: others come here, nobody goes away. */
const HOSTED = matcher(
  /(?:在|到|来)(?:我|本|咱|咱们|我们)区[^，。；]{0,10}(?:召开|举办|举行|承办)|(?:同意|答应|可否|能否|由我[局区镇])[^，。；]{0,6}承办|来函商洽|我局商洽/,
);
const HOSTED_WEIGHT = -6;
/** 常务会议我要去北京出差，请假: the journey is why somebody stays away from the meeting, whose matter it is. */
const FROM_MEETING = -8;
const isLeaveFromMeeting = (said: Said, context: Context): boolean =>
  readLeave(said, context).acting === undefined && intentOf(inSentences(said), context) === 'leave';
/** What takes the place of what was denied. */
const ANEW = /[，,](?:而|就|现在|现|我)?(?:是|改|换|[去到飞赴])|(?:而|改)(?:是|去|到|成|为)/;
/** What a question's own words would weigh. */
const PLEA = 6;

/** Words of the other subjects: where they stand, a journey is told in passing. */
const OTHER_SUBJECT = matcher(
  /会签|议题|纪要|督办|督查|签发|印发|行文|公文|召开|召集|邀请|请柬|剪彩|协议|合同|征求意见|列席|补登记|登记(?:一[次下])?调研|警车|接待|整改|任务(?:分工|清单)|牵头/,
);
const LABELS = matcher(/(?:时间|日期|地点|目的地|事由|原因|代为主持|代管|代班|主持工作)[一-鿿]{0,8}(?:[:：]|-{2}|是)/g);
const BACK_AGAIN = matcher(
  /返程|返回|往返|来回|当(?:天|日|晚)[^，。]{0,3}[返回]|[日号]返|[日号]回|为期|共[一二两三四五\d]天|[一两三]天/,
);
const TOLD = matcher(/报告|请[^，。]{0,12}(?:批准|知悉|批示|准假|同意|审批)|请备|报备|向[一-鿿]{1,6}请假/);

/** What makes a message a report of going away, however it is put: where to, when, who acts meanwhile, a word to the leaders. */
function journey(said: Said, context: Context): Weight {
  const { text, meetings } = said.marked;
  const dated = isDated(said);
  // 去上海签合作协议，当天来回: what is done there does not make it less of a journey.
  const there = dated && BACK_AGAIN.test(text) && journeysIn(text).length > 0;
  if (meetings.length > 0 || (OTHER_SUBJECT.test(text) && !there && !/请假|外出|出差/.test(text)))
    return { score: 0, evidence: [] };
  // Who acts and where to are worth reading only beside a day, a return or a word to the leaders.
  const told = dated || BACK_AGAIN.test(text) || TOLD.test(text);
  const { acting, place } = told ? readLeave(said, context) : {};
  const labels = new Set((text.match(LABELS) ?? []).map((label) => label.slice(0, 2))).size;
  const found: [string | undefined, number][] = [
    [dated ? acting : undefined, 2.5],
    [dated ? place : undefined, 2],
    [place || acting ? BACK_AGAIN.exec(text)?.[0] : undefined, 1],
    [place || acting ? TOLD.exec(text)?.[0] : undefined, 1.5],
    [labels >= 2 ? '时间、地点、事由' : undefined, 2.5],
  ];
  const given = found.flatMap(([words, points]) => (words ? [{ words, points }] : []));
  return { score: given.reduce((sum, g) => sum + g.points, 0), evidence: given.map((g) => g.words) };
}

const ASKS_LEAVE = matcher(/请(?:[一-鿿\d]{0,6})?假|休假|外出|离岗|出差|销假|登记|代为主持/);
const FIELD_WORK = matcher(
  /调研|检查|督导|督查|走访|看看|查看|巡查|巡河|慰问|指导|暗访|蹲点|包片|接访|下访|包村|驻点|宣讲/,
);
const WITHIN = /(?:镇|村|街道|社区|基层|一线|辖区|现场|工地|企业|河道|水库)$/;

/** 明天去刘家沟镇调研: somebody who goes about the district, and doesn't ask for leave, is not away. */
function staysInside(said: Said, context: Context): boolean {
  const { text, units } = said.marked;
  if (ASKS_LEAVE.test(text) || !isDated(said) || !FIELD_WORK.test(text)) return false;
  const visited = units.some((u) => u.unit !== context.sender.unit && /(?:到|去|赴|前往)$/.test(text.slice(0, u.from)));
  const { place = '', acting } = readLeave(said, context);
  return acting === undefined && (visited || (WITHIN.test(place) && leadingPlaces(place) === ''));
}

/** 财政局沈局请假，会签晚两天回: another's leave, told in passing of something else. */
function aboutAnother(said: Said, context: Context): boolean {
  const { text, people } = said.marked;
  if (!OTHER_SUBJECT.test(text)) return false;
  return people.some((span) => {
    const person = onePerson(span);
    return (
      person &&
      person.id !== context.sender.id &&
      /^(?:[^，。；]{0,6}?)(?:请假|休假|外出|出差|不在)/.test(text.slice(span.to))
    );
  });
}
