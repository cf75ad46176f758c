/** What a message about an event says: kinds, host, leaders, when, where, what. */
import type { Day } from '../../src/core/day.ts';
import { isLeader, type Person } from '../../src/core/roster.ts';
import { type DateSpan, dayRange, type Part } from '../../src/language/dates/read.ts';
import { onePerson } from '../../src/language/people.ts';
import type { EventKind } from '../../src/rules/terms.ts';
import type { Context, Said } from '../command.ts';
import { leadersIn, unitsIn } from '../papers/units.ts';
import { kindsIn, withoutUninvited } from './kinds.ts';

export interface EventRequest {
  kinds: EventKind[];
  /** The unit that holds the event. */
  unit?: string;
  /** District leaders who are asked to come, by id. */
  leaders: string[];
  /** 分管领导 is asked for, or nobody in particular. */
  unnamed: 'overseer' | 'any' | null;
  /** A leader outside the government (区委书记) is asked to come. */
  outside: boolean;
  /** A leader's name that the roster lacks. */
  unknown?: string;
  /** Others whom the rules speak of: heads of towns, subdistricts and zones. */
  towns: boolean;
  day?: Day;
  /** 09:00 */
  time?: string;
  fault?: boolean;
  place?: string;
  topic?: string;
  important: boolean;
  files: string[];
}

const OUTSIDE_HOST = /^[市省]/;

function hostUnit(said: Said, { sender, roster }: Context): string | undefined {
  const head = roster.headOf(sender.unit);
  if (head) return sender.unit;
  const named = unitsIn(said).find((u) => !OUTSIDE_HOST.test(u.text) && roster.headOf(u.unit));
  return named?.unit;
}

const NAMED = /(?:邀请|拟请|恳请|敬请|请)([一-鿿]{1,3}(?:副区长|区长))/g;
const NO_NAME = /^(?:分管|各位|有关|相关|常务|几位|一位|区政府|我区|区|您|贵|各)/;

/** 邀请张副区长, where the roster has nobody of that name. */
function unknownLeader(said: Said): string | undefined {
  const { text, people } = said.marked;
  const found = [...text.matchAll(NAMED)].find((m) => {
    const from = m.index + m[0].length - (m[1]?.length ?? 0);
    return !NO_NAME.test(m[1] ?? '') && !people.some((p) => p.from < m.index + m[0].length && p.to > from);
  });
  return found?.[1];
}

const BEFORE_NAME = /(?:受|代|替|由|经|报|向|呈|陈|跟|与|和(?=我))[^，。；]{0,2}$/;

function leadersAsked(said: Said, { sender }: Context): Person[] {
  const { text } = said.marked;
  const found = leadersIn(said).filter(
    ({ person, from, to }) =>
      isLeader(person) &&
      person.id !== sender.id &&
      !(NOT_ASKED.test(text.slice(0, from)) || NOT_ASKED_AFTER.test(text.slice(to))) &&
      !BEFORE_NAME.test(text.slice(Math.max(0, from - 3), from)),
  );
  return [...new Map(found.map(({ person }) => [person.id, person])).values()];
}

/** 不邀请区长, 区长就不请了: named as who is not to come. */
const NOT_ASKED = /不(?:再|准备|打算|拟|用|必)?(?:邀请|邀|请)(?:区)?$/;
const NOT_ASKED_AFTER =
  /^(?:同志)?(?:这次|本次)?(?:就|也)?不(?:用|必|再|打算)?(?:邀请|请|惊动|麻烦)|^(?:同志)?(?:来)?(?:审批|批准|核准|批(?!评|次|发))/;

/** A year or month alone is no day. */
const DAY_PARTS: readonly Part[] = ['day', 'weekday'];

function whenIs(said: Said, today: Day): Pick<EventRequest, 'day' | 'time' | 'fault'> {
  const spans = said.marked.dates.filter(
    (d) =>
      !d.title &&
      !d.vague &&
      d.type !== 'duration' &&
      d.type !== 'set' &&
      d.type !== 'time' &&
      DAY_PARTS.some((p) => d.said.includes(p)),
  );
  if (spans.some((d) => d.fault)) return { fault: true };
  const dated = spans.flatMap((span) => {
    const first = dayRange(span)?.first;
    return first ? [{ span, first }] : [];
  });
  const best =
    dated.find((d) => d.span.type.startsWith('datetime')) ?? dated.find((d) => d.first !== today) ?? dated[0];
  const time = said.marked.dates.find((d) => d.type === 'time');
  const clock = best?.span.said.includes('time') ? saidClock(best.span) : time && saidClock(time);
  return { ...(best && { day: best.first }), ...(best && clock && { time: clock }) };
}

/** 09:00 where a clock time was said, 上午 where only the part of the day was. */
function saidClock(span: DateSpan): string | undefined {
  const part = /凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚/.exec(span.text)?.[0];
  if (!/[点时:：]/.test(span.text)) return part;
  return span.start?.slice(span.type === 'time' ? 0 : 11).slice(0, 5);
}

/** 重阳活动, 中秋晚会: a festival that names the event is no time. */
const NAMED_BY_DAY = /^(?:节)?[^，。；\d]{0,6}(?:活动|晚会|仪式|慰问|演出|联欢|宣传|[诗庙灯游年]会|座谈)/;

/** The text without its times, so that places and names of events are not torn by them. */
function withoutTimes(said: Said): string {
  let text = said.marked.text;
  const names = (d: DateSpan): boolean => !/\d/.test(d.text) && NAMED_BY_DAY.test(text.slice(d.to));
  for (const d of said.marked.dates
    .filter((d) => !d.title && d.type !== 'duration' && !names(d))
    .sort((a, b) => b.from - a.from))
    text = `${text.slice(0, d.from)}${text.slice(d.to)}`;
  return text.replace(/[（(][^（）()]{0,4}[）)]/g, '');
}

const HOLD = '(?:举办|举行|召开|开展|组织(?!安排)|主办|承办|申办|进行|搞|开(?!展|幕|工(?!作)|业|发|放))';
const PLACE = new RegExp(`在([^，。；的]{2,24}?)${HOLD}`);
const NOUN =
  '(?:活动|仪式|会议?|论坛|演练|典礼|节|赛|展|剪彩|奠基|揭牌|首发式|首映式|讲座|合影|晚会|宣传|颁奖|峰会|签约|座谈|会见|会谈|演出|汇演|竣工|开工|开业|启用|投用|通车|封顶|交付|推介|观摩|开园|开馆|开幕式?)';
/** The name of what is attended or held, in the order in which the wordings tell most. */
const TOPICS = [
  /名义(?:联合)?(?:举办|主办|承办|举行|召开|组织|[办搞开])(?:个|一个|一场|一次|一届|场)?([^，。；]{2,30}?(?:论坛|节|会|展|赛|活动|仪式))(?=[，。；]|$)/,
  /(?:活动名称|会议名称|主题)(?:是|为|：)\s*([^，。；]{2,40})/,
  /(?:重要|重大)活动：([^，。；]{3,40})/,
  /[“"]([^“”"]{3,40})[”"](?=[^，。；]{0,8}(?:活动|仪式|会|节))/,
  new RegExp(
    `(?:出席|参加|莅临|列席)(?:[^，。；]{0,24}?${HOLD}的)?([^，。；]{2,40}?${NOUN})(?!${NOUN}|[一-鿿]{0,3}${NOUN})`,
  ),
  new RegExp(`${HOLD}(?:的)?([^，。；]{2,40}?${NOUN})(?=[，。；]|$|邀请|拟|想|请|并|由|时|上)`),
  new RegExp(`${HOLD}(?:的)?([^，。；]{2,40}?${NOUN})`),
  new RegExp(`(?:来|到|去)[^，。；]{0,10}(?:看|观摩|观看)([^，。；]{2,20}?${NOUN})`),
  /(?:为|给)([^，。；]{2,40}?(?:剪彩|奠基|揭牌|颁奖))/,
  new RegExp(`(?:统一组织(?:安排)?|安排)的([^，。；]{2,40}?${NOUN})`),
  /(?:为|给)([^，。；]{2,40}?)(?:[发致](?:一封|个|封|来)?贺|写(?:一封|个)?贺|题(?:写|个|几个|一?幅)?[词字]|题|作序|写序)/,
  /([^，。；]{2,30}?(?:活动|仪式|论坛|典礼|庆祝会|表彰会|座谈会|研讨会|博览会|演练|剪彩|奠基|揭牌))/,
  new RegExp(
    `(?:^|[，。；])([^，。；]{2,24}?${NOUN})(?=(?:将|拟|定)?(?:于)?(?:在[^，。；]{2,12})?(?:举行|举办|召开|开幕))`,
  ),
  new RegExp(`(?:^|[，。；])([^，。；]{2,24}?${NOUN}(?:开幕式?|仪式|活动)?)(?=，?(?:想|拟|诚|特|敬|恳)?(?:邀)?请)`),
  new RegExp(`(?:^|[，。；])([^，。；]{2,24}?${NOUN})(?=，(?:是|属|重要|重大|系))`),
  new RegExp(`(?:^|[，。；])([^，。；]{2,24}?${NOUN})(?=已(?:经)?)`),
  /(?:文章|专访|采访|讲话)，?谈([^，。；]{2,24})/,
  /(会见[^，。；]{2,16})/,
  /(?:^|[，。；])([^，。；\d]{2,14}(?:代表团|访问团|客商|外宾))(?:来访|到访)?/,
  /(?:^|[，。；])([^，。；]{2,24}?(?:大会|工作会议?|会议))/,
];
/** 《大众日报》 is where it appears, not what it is. */
const MEDIA = /(?:日|晚|时|早|晨|商|学习时)报$|杂志$|周刊$|电视台$|客户端$/;
/** 河湾镇办桃花节: who holds it is no part of its name. */
const HELD_BY =
  /^[^，。；]{0,8}?(?:要|将|拟|想|就)?(?:举办|承办|主办|搞|办(?![公事学理案法]))(?:了|个|一个|一场|一次|一届)?(?:重要的?)?(?=.{2})/;
const OWN =
  /^(?:的|有|请?[给为]|打算|想|准备|计划|拟|来了?|属于?|是|我|本|在[^，。；]{2,16}的|(?:局|镇|街道|委|办|单位|区)的?|一(?:次|场|个)|[个场次](?!人|体|别))+/;

function topicOf(said: Said, unit: string | undefined): string | undefined {
  const title = said.marked.titles.find((t) => !MEDIA.test(t));
  if (title) return `《${title}》`;
  const text = withoutUninvited(withoutTimes(said));
  for (const pattern of TOPICS) {
    const found = pattern
      .exec(text)?.[1]
      ?.replace(OWN, '')
      .replace(HELD_BY, '')
      .replace(/(?:定|拟|将)?于(?=开幕|举行|举办|启用)/, '')
      .replace(unit ? `${unit}的` : '', '')
      .trim();
    if (
      found &&
      found.length >= 2 &&
      !/^(?:个|一个|一次)?(?:重要|重大|公务|政务|有关|相关|外事|涉外)?(?:的)?活动$|邀请|出席|莅临|参加|统一(?:组织)?安排的?(?:重要|重大)?活动$/.test(
        found,
      )
    )
      return found;
  }
  return undefined;
}

const IMPORTANT =
  /重要(?:的)?(?:[^，。；]{0,6})?活动|重要(?:的)?[^，。；]{0,10}(?:节|会|赛|展|仪式|演练|观摩|论坛|推介)|重大(?:的)?[^，。；]{0,6}活动|属(?:于)?重要/;
const NOT_IMPORTANT = /(?:不是|不属于|并非|非)[^，。；]{0,4}重要|一般(?:性)?(?:的)?活动|普通活动/;

/** Everything at once; what is not said is left out. */
export function readEvent(said: Said, context: Context): EventRequest {
  const { text } = said.marked;
  const leaders = leadersAsked(said, context).map((p) => p.id);
  const overseer = /分管(?:的)?(?:副?区长|区领导|领导)/.test(text);
  const anyone = /区(?:政府)?领导|(?:各位|哪位)?副区长|政府领导/.test(text);
  const unknown = unknownLeader(said);
  const unit = hostUnit(said, context);
  const topic = topicOf(said, unit);
  const place = PLACE.exec(withoutTimes(said))?.[1] ?? /地点(?:是|为|在|[:：])\s*([^，。；]{2,24})/.exec(text)?.[1];
  return {
    kinds: kindsIn(text, context),
    unit,
    leaders,
    unnamed: leaders.length > 0 ? null : overseer ? 'overseer' : anyone ? 'any' : null,
    outside: said.marked.people.some((s) => onePerson(s)?.position === 'party-secretary'),
    ...(unknown && { unknown }),
    towns: asksTowns(said, context),
    ...whenIs(said, context.today),
    ...(place && { place }),
    ...(topic && { topic }),
    important: IMPORTANT.test(text) && !NOT_IMPORTANT.test(text),
    files: said.files,
  };
}

/** 镇街主要负责人 asked to come to somebody else's meeting. */
function asksTowns(said: Said, { sender }: Context): boolean {
  const { text, people } = said.marked;
  const named = people.some((span) => {
    const person = onePerson(span);
    return person && person.id !== sender.id && /^(?:town-mayor|subdistrict-director|zone-head)$/.test(person.position);
  });
  // 分管负责人 of towns are whom the rules let a department ask.
  if (!named && /分管(?:负责|同志|领导|的)?|副镇长|副主任|副职/.test(text) && !/主要负责|一把手|(?<!副)镇长/.test(text))
    return false;
  return (
    named ||
    /(?:各|所有|全体|有关|相关)?(?:镇街|镇办|镇长|街道(?:办事处)?主任|乡镇|各镇|各街道|街镇|街道、镇|镇(?:政府)?、街道)[^，。；]{0,12}(?:主要负责|负责人|负责同志|一把手|镇长|主任|党政正职|参加|出席|来开|来听|开会|都来|本人|亲自)/.test(
      text,
    )
  );
}
