/** What a leave request says: days, place, reason, acting person, urgency, and for whom. */
import { type Day, daysBetween } from '../../src/core/day.ts';
import type { Person } from '../../src/core/roster.ts';
import { dayRange, daysOfAbsence } from '../../src/language/dates/read.ts';
import { onePerson } from '../../src/language/people.ts';
import type { Context, Said } from '../command.ts';
import { CITIES } from './places.ts';

export interface LeaveRequest {
  /** Roster id of who goes away; the sender unless said otherwise. */
  person?: string;
  first?: Day;
  last?: Day;
  /** What is wrong with the dates as said, in Chinese. */
  fault?: string;
  place?: string;
  reason?: string;
  /** As written; `actingId` where the roster knows the name. */
  acting?: string;
  actingId?: string;
  urgent?: boolean;
  urgentReason?: string;
  files?: string[];
  /** The matter that this request takes the place of. */
  replaces?: string;
}

const STOPS =
  '参加|出席|开会|参会|与会|培训|学习|进修|考察|调研|出差|就医|看病|住院|手术|探亲|休假|度假|旅游|办事|办理|办|汇报|对接|招商|洽谈|出访|访问|疗养|检查|观摩|挂职|集训|复查|体检|陪|看望|照顾|处理|接受|领取|谈|跑|送|接|做|跟|为|进行|执行|协调|争取|拜访|督导|研讨|交流|推介|请假|外出|当天|往返|一趟|期间|返|回来';
const PLACE = new RegExp(
  `(?:到|去|赴|前往|飞往|飞|回|在)(?:一趟|趟)?([一-鿿]{2,14}?(?:、[一-鿿]{2,6}?)*?)(?=${STOPS}|[，,。；;、\\s（(]|$)`,
  'g',
);
const NOT_PLACES =
  /^(?:家里主持|会|时|岗|期|位|外地?出|此|我|本|他|她|现在|其|局里?工作|单位工作|区长|区政府请|区委请)|主持|负责|期间|请假|区长|书记|报告|工作$/;

/** 地点: after 到/去/赴, after 地点：, or a city's name. Dates are cut out first, so that 到3月7日 is no place. */
export function readPlace(text: string): string | undefined {
  const labelled = /(?:地点|目的地|去向)[:：是为]*\s*([一-鿿、]{2,20})/.exec(text);
  if (labelled?.[1]) return labelled[1].replace(/(?:事由|由|，).*$/, '');
  for (const m of text.matchAll(PLACE)) {
    const place = m[1] ?? '';
    if (place.length >= 2 && !NOT_PLACES.test(place)) return place;
  }
  const city = CITIES.find((name) => text.includes(name));
  return city;
}

const ERRANDS =
  /休(?:[一-鿿]{0,4})假|年休假|年假|公休假|婚假|产假|陪产假|护理假|丧假|病假|事假|探亲假|休假|探亲|就医|看病|住院|手术|体检|复查|陪护|培训班?|学习|进修|考察|调研|出差|出访|招商|开会|参会|汇报工作|挂职|疗养|观摩|办事|私事|家事|集训|离岗|搬家|照顾[一-鿿]{1,6}|感冒|发烧|生病|不舒服/;
const IDLE_REASON =
  /^(?:公|事|故|此|工作需要|公务|私|紧急(?:事项|情况|公务)?|突发(?:事项|情况|事件)?|急事|有急事|有事|临时有事|特殊情况)(?:需要?|要)?$/;

/** 事由: after 事由：, what is attended or done, else what stands after 因, else an errand's name. */
export function readReason(text: string): string | undefined {
  const labelled = /(?:事由|理由|原因)[:：是为]+\s*([^，,。；;\n]{2,80})/.exec(text);
  if (labelled?.[1]) return labelled[1];
  const attended = trimmed(
    /((?:参加|出席|列席|陪同|接待|对接|洽谈|汇报|处理|处置|办理|落实|协调|看望|照顾|迎接|领取|争取|考察|学习|调研|培训)[^，,。；;\n]{2,60})/.exec(
      text,
    )?.[1],
  );
  if (attended && !/主持/.test(attended)) return attended;
  const cause = readCause(text);
  if (cause) return cause;
  const errand = ERRANDS.exec(text)?.[0];
  return errand && (trimmed(new RegExp(`${errand}[^，,。；;\\n\\s]{0,20}`).exec(text)?.[0]) || errand);
}

const trimmed = (words: string | undefined): string | undefined =>
  words?.replace(/(?:特此|特向|请假|外出期间|期间|当天|往返|特请|向区长|需要?请|想请).*$/, '').trim() || undefined;

/** What stands after 因, unless it says nothing (因公, 因紧急事项). */
function readCause(text: string): string | undefined {
  const because =
    /(?:因为|由于|因)([^，,。；;\n]{2,60}?)(?=[，,。；;\n]|需要?(?:请|外|离|临|赶|到|去|赴|紧急)|要(?:请|外|离|临|赶|到|去|赴|紧急)|特?请假|$)/.exec(
      text,
    );
  const cause = because?.[1]?.replace(/(?:急需|须|必须|急)$/, '');
  return cause && !IDLE_REASON.test(cause) ? cause : undefined;
}

const DUTY = '(?:临时|暂时|暂|全面)?(?:代为|代行|代理|代管|代班|代|主持|负责|顶班|顶岗|顶替|牵头负责|处理)';
const OFFICES =
  '(?:常务副局长|副局长|党组副书记|党组成员|副镇长|副书记|副主任|副主任科员|副区长|副科长|总工程师|总工|科长|主任|局长|镇长|同志)';
const NAME = '[一-鿿]{2,3}?';
const ACTING = [
  new RegExp(`(?:由|请|委托|安排|让|交由|交给|托)(?:我?[一-鿿]{0,6}?${OFFICES})?(${NAME})(?:${OFFICES})?${DUTY}`),
  new RegExp(
    `(?:代为主持(?:工作)?的?(?:负责人|人员|负责同志|同志)?|主持工作(?:的)?(?:负责人|同志)?|代班人|代理人)[:：是为]+(?:我?[一-鿿]{0,6}?${OFFICES})?(${NAME})(?:${OFFICES})?(?=[，,。；;\\s]|$)`,
  ),
  new RegExp(
    `(?:^|[，,。；;\\s期间])(?:[一-鿿]{0,6}?${OFFICES})?(${NAME})(?:${OFFICES})?(?:临时|暂时|暂)?(?:代为|代行|代理|代管|代班|代主持|主持|顶班)`,
  ),
  new RegExp(
    `(?:工作|局里|镇里|单位)[一-鿿]{0,6}?(?:由|交给|交由|托付给?|委托)(?:[一-鿿]{0,6}?${OFFICES})?(${NAME})(?:${OFFICES})?(?=[，,。；;\\s负主]|$)`,
  ),
];
const NOT_NAMES =
  /^(?:工作|期间|外出|单位|局里|我局|我镇|街道|全面|日常|暂由|临时|代为|他|她|其|谁|会议|区长|本人|负责|主持)|(?:工作|期间|单位|负责)$/;

/** 代为主持工作的负责人: a person of the roster if one stands before 代为/主持/负责, else the name as written. */
export function readActing(said: Said, sender: Person): { acting?: string; actingId?: string } {
  const { text, people } = said.marked;
  for (const span of people) {
    const person = onePerson(span);
    const after = text.slice(span.to, span.to + 8);
    if (person && person.id !== sender.id && new RegExp(`^(?:${OFFICES})?${DUTY}`).test(after)) {
      return { acting: person.name, actingId: person.id };
    }
  }
  for (const pattern of ACTING) {
    const name = pattern.exec(text)?.[1];
    if (name && !NOT_NAMES.test(name)) return { acting: name };
  }
  return {};
}

const URGENT = /紧急|突发|急事|急诊|急病|病危|十万火急|特急|加急|临时(?:有事|外出|接到|通知|要|需|赶)/;

/** The reason of an urgency: what stands after 因 or 接到, else what is to be done; not the bare word 紧急. */
export function readUrgency(text: string, reason: string | undefined): { urgent?: boolean; urgentReason?: string } {
  if (!URGENT.test(text)) return {};
  const called = /(?:接到|接)([^，,。；;\n]{3,60})/.exec(text)?.[1];
  const specific =
    readCause(text) ?? (called && `接${called}`) ?? (reason && !IDLE_ERRAND.test(reason) ? reason : undefined);
  return { urgent: true, ...(specific && { urgentReason: specific }) };
}

const IDLE_ERRAND = /^(?:出差|外出|开会|请假|参会|办事|私事|家事)$/;

/** A date that is meant this year, but would lie so far ahead that it is rather a slip. */
const FAR_DAYS = 300;

/** First and last day; a length said beside a first day gives the last one. */
export function readDays(said: Said, context: Context): Pick<LeaveRequest, 'first' | 'last' | 'fault'> {
  const { text } = said.marked;
  const dates = said.marked.dates.filter((d) => !d.title);
  const faulty = dates.find((d) => d.fault);
  if (faulty) return { fault: sayFault(faulty.fault ?? '', faulty.text) };
  const vague = dates.find((d) => d.vague);
  const range = daysOfAbsence(dates.filter((d) => !d.vague));
  if (!range?.first) {
    if (/今天|今日|现在|马上|立即|即刻|这就/.test(text) && !vague) return { first: context.today, last: context.today };
    return vague ? { fault: `“${vague.text}”不是确定的日期` } : {};
  }
  const { first } = range;
  let last = range.last ?? undefined;
  const ends = dates.flatMap((d) => dayRange(d)?.last ?? []).filter((day) => day > first);
  if ((!last || last === first) && ends.length > 0 && /返回|回来|返程|返岗|结束|止|回$/.test(text)) last = ends.at(-1);
  const rolled = dates.find((d) => d.start?.startsWith(first) && d.inferred.includes('year'));
  if (rolled && daysBetween(context.today, first) > FAR_DAYS)
    return { fault: `“${rolled.text}”已经过去（如指${first.slice(0, 4)}年，请写明年份）` };
  return { first, ...(last && { last }) };
}

function sayFault(fault: string, words: string): string {
  if (fault === 'no-such-date') return `没有“${words}”这一天`;
  if (fault === 'end-before-start') return `“${words}”的结束日期早于开始日期`;
  return `“${words}”的日期与星期对不上`;
}

const TITLE = /^(?:同志|常务副区长|副区长|区长|书记|局长|镇长|主任|副主任|主要负责人)+/;
const GOES = /^(?:拟|将|定于|计划|准备|于|要|需|因|赴|到|去|外出|出差|请假|休假|离岗)/;

/** For whom: `受朱局长委托`, `代周海涛副区长报告`, `任海涛副区长4月15日外出`; otherwise the sender. */
export function readFor(said: Said, context: Context): Person | 'ambiguous' | undefined {
  const { text, people, dates } = said.marked;
  for (const span of people) {
    if (span.how === 'self') continue;
    const before = text.slice(0, span.from);
    const after = text.slice(span.to).replace(TITLE, '');
    const at = text.length - after.length;
    const begins = /(?:^|[，,。；;:：\s]|外出登记|登记外出|登记|报告)$/.test(before);
    const forOther =
      (/受$/.test(before) && /^(?:的)?委托/.test(after)) ||
      (/(?:代|替|帮|为|给)$/.test(before) &&
        /(?:请|报告|登记|报备|提交|外出|申请|休)/.test(after.slice(0, 16)) &&
        !/^代|^主持/.test(after)) ||
      (begins && (GOES.test(after) || dates.some((d) => d.from === at)));
    if (!forOther) continue;
    const person = onePerson(span);
    if (!person) return 'ambiguous';
    if (person.id !== context.sender.id) return person;
  }
  return undefined;
}

/** Everything at once; parts that are not said are left out. */
export function readLeave(said: Said, context: Context): LeaveRequest {
  let bare = said.marked.text;
  for (const d of [...said.marked.dates].sort((a, b) => b.from - a.from))
    bare = `${bare.slice(0, d.from)} ${bare.slice(d.to)}`;
  const place = readPlace(bare);
  const reason = readReason(bare);
  const whom = readFor(said, context);
  return {
    ...(whom && whom !== 'ambiguous' && { person: whom.id }),
    ...readDays(said, context),
    ...(place && { place }),
    ...(reason && { reason }),
    ...readActing(said, context.sender),
    ...readUrgency(bare, reason),
    ...(said.files.length > 0 && { files: said.files }),
  };
}
