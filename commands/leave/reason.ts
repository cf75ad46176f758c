import { matcher } from '../../src/language/matcher.ts';
import { type PlaceSpan, WRONG } from './place.ts';

const ERRANDS = matcher(
  /休(?:[一-鿿]{0,4})假|年休假|年假|公休假|婚假|产假|陪产假|护理假|丧假|病假|事假|探亲假|休假|探亲|就医|看病|住院|手术|体检|复查|陪护|培训班?|学习|进修|考察|调研|出差|出访|招商|开会|参会|汇报工作|挂职|疗养|观摩|办事|私事|家事|家里有事|集训|搬家|感冒|发烧|发高烧|生病|不舒服|住校|高考|奔丧|扫墓|补休|调休假|拔牙|拔智齿|看牙|家长会|婚礼|葬礼|毕业典礼|(?:接|送|陪)(?:孩子|老人|父亲|母亲|家人|爱人)/,
);
/** Words after 因 that say nothing. */
const IDLE_CAUSE = matcher(
  /^(?:公|事|故|此|工作需要|公务|私|(?:情况)?紧急(?:事项|情况|公务|任务|工作)?|突发(?:事项|情况|事件)?|急事|有急事|有事|有点事|临时有事|特殊情况|个人原因|身体原因)(?:需要?|要)?$/,
);
/** An errand that names no urgency. */
const IDLE_ERRAND = /^(?:出差|外出|开会|请假|参会|办事|私事|家事|出去)$/;
const URGENT = matcher(
  /(?:^|[，,。；;])急[！!，,：:]|紧急|突发|急事|急诊|急病|病危|去世|过世|病故|奔丧|抢救|车祸|十万火急|特急|加急|等不(?:得|了|及)|来不及|马上(?:得|要|就)走|今天就(?:得|要)走|(?:刚|突然|连夜)(?:接到?)?[^，。]{0,10}通知|接[^，。]{1,12}(?:通知|电话|要求)|临时(?:有事|外出|接到|通知|要|需|赶|去|得|被)/,
);

/** 不是什么急事, 不属于紧急事项. */
const NOT_URGENT = matcher(
  /(?:不是|不算|不属于?|并非|算不上|没有?|无|非|不)(?:什么|特别|很|太)?(?:紧急|突发|急|特急)(?:事项|情况|事)?/g,
);

/** What goes with a leave and is not its reason. */
const TAIL = matcher(
  /(?:特此|特向|请假|外出期间|期间|当(?:天|日)(?:往返|来回|返|回)|往返|特请|请(?:个|一下|[一两半]天)假|向(?:您|领导|区长|书记|区政府|区委)|需要?请|想请|一天(?:来回|就回)|来回|请(?:予)?(?:批准|知悉|审阅)).*$/,
);
const trimmed = (words: string | undefined): string | undefined =>
  words
    ?.replace(TAIL, '')
    .replace(/(?:[，,。；;、\s]|[至于]$|(?<!报)到$)+$/, '')
    .trim() || undefined;

/** 事由: after 事由：, what is attended or done there, what stands after 因, or an errand with what belongs to it. */
export function readReason(text: string, place: PlaceSpan | undefined): string | undefined {
  const labelled = /(?:(?:事由|理由|原因)[:：是为]+|(?:^|[；;，,。\s])事由[:：是为]*)\s*([^，,。；;\n]{2,80})/.exec(
    text,
  );
  if (labelled?.[1] && !WRONG.test(labelled[1])) return labelled[1];
  const attended = trimmed(
    /((?:开(?!车|完|展|始|着|学)(?=[^，,。；;\n去到]{1,20}会)|参加|出席|列席|陪同|接待|对接|洽谈|汇报|(?<!污水|垃圾)处理(?![厂站场])|处置|办理|落实|协调|看望|照顾|迎接|领取|争取|考察|学习|调研|培训|参观|观摩|应诉|出庭|评审|验收|签约)[^，,。；;\n]{2,60})/.exec(
      text,
    )?.[1],
  );
  const cause = readCause(text);
  if (attended && !/主持|代为/.test(attended)) return attended;
  const whole = place && happensThere(text, place);
  if (whole) return whole;
  const there = place && trimmed(/^[^，,。；;\n\s]{2,60}/.exec(text.slice(place.to).trimStart())?.[0]);
  const errand = readErrand(text) ?? (/休假/.test(text) ? '休假' : undefined);
  if (there && place && !cause && errand && /假$/.test(errand) && !there.includes(errand))
    return `${errand}，${visitOf(text, place, there)}`;
  if (there && there.length <= 3 && !cause && errand && !isBare(errand, place.place) && !errand.includes(there))
    return `${errand}，${there}`;
  if (there && !isIdle(there) && !isBare(there, place.place))
    return cause && !there.includes(cause) ? `${cause}${cause === '因病' ? '' : '，'}${there}` : there;
  if (cause) return cause;
  const rest = errand && !isBare(errand, place?.place) ? undefined : leftover(text, place);
  return (
    rest ??
    (errand && ERRANDS.exec(errand)?.[0] === '出差' ? '出差' : errand) ??
    readOccasion(text) ??
    (place && homeward(text, place.place))
  );
}

/** 出差, 去趟济南出差: says no more than that somebody goes there. */
export const isBare = (words: string, place?: string): boolean =>
  words.replace(place ?? '', '').replace(IDLE_WORDS, '').length < 2;

/** Words that say that somebody goes away, when, how, or to whom it is told, but not why. */
const IDLE_WORDS = matcher(
  /不对|不是|更正|[说写报]错|错了|改[成为到]|应该|应为|具体|哪天|几号|(?:还没|没|未|待|再)(?:最后)?定|我们|我|本人|打算|计划|准备|定于|大概|大约|左右|一共|为期|时间|期限|日期|来回|往返|当[天日晚]|次日|返回|返程|回程|回来|出发|动身|启程|出门|出去|外出|出差|公出|离岗|离区|离开|请假|休假(?=$)|半天|[一两二三四五六七八九十几\d]+[天日]|一趟|一下|一声|报告|报备|提前|来不及|实在|确实|不好意思|抱歉|麻烦|乘坐?|坐?高铁|坐?飞机|坐?火车|自驾|开车|上午|下午|晚上|早上|中午|周末|假期|春节|国庆|期间|领导|批准|知悉|紧急|临时|特殊|突然|事项|情况|马上|立即|立刻|赶紧|连夜|事假|不在|区里|局里|镇里|单位|家里$|[想要拟需得将去到赴回在走歇玩趟请个和及至起止的了就即可能共来返行前往外内天日号点多为是有事也还再先因到于那吧呀啊呢]/g,
);

/** What the clauses say beside the going itself: 孩子开学要送去武汉, 母亲摔了，骨折. */
function leftover(text: string, place: PlaceSpan | undefined): string | undefined {
  const said = text
    .split(/[，,。；;：:\n\s（）()]+/)
    .filter((clause) => !isBare(clause, place?.place))
    .map((clause) => trimmed(clause.replace(SUBJECT, '')) ?? '')
    .filter((clause) => clause.length <= 40 && !isBare(clause, place?.place) && !/主持|代为|地点|目的地/.test(clause));
  return said.length > 0 ? said.slice(0, 2).join('，') : undefined;
}

/** 母亲突发脑梗在市一院抢救: what happened to somebody at the place, told in one clause. */
function happensThere(text: string, { place, to }: PlaceSpan): string | undefined {
  const before = /(?:^|[，,。；;：:\n\s])([^，,。；;：:\n\s]{3,24})在$/.exec(text.slice(0, to - place.length))?.[1];
  const who = before?.replace(SUBJECT, '').replace(/(?:现|正|目前|还|都)+$/, '');
  if (!who || who.length < 3 || isBare(who)) return undefined;
  return trimmed(`${who}在${place}${/^[^，,。；;\n\s]{0,30}/.exec(text.slice(to))?.[0] ?? ''}`);
}

/** 回老家看看, 去三亚转转: the words for a visit say nothing without the place. */
function visitOf(text: string, { place, to }: PlaceSpan, there: string): string {
  const goes = /(?:回|去|到|赴)(?:一?趟)?$/.exec(text.slice(0, to - place.length))?.[0];
  return goes && /^(?:看|转|走|逛|玩|散散?)/.test(there) ? `${goes}${place}${there}` : there;
}

/** 我想, 本人拟: who goes, and that it is meant. */
const SUBJECT =
  /^(?:另外|并且|因为|由于|主要是|是)?(?:我|本人)?(?:想|要|拟|需要?|得|打算|准备|计划|定于)?(?=[一-鿿]{2})/;

const isIdle = (words: string): boolean =>
  IDLE_CAUSE.test(words) || /^(?:市|省|区|县|一?趟|一天|两天|期间|等地|主持|代为)$|主持|代为|盯着/.test(words);

/** The clause of an errand, from its verb on: 做胆囊手术, 休年假回老家. */
function readErrand(text: string): string | undefined {
  for (const clause of text.split(/[，,。；;\n\s]/)) {
    const errand = ERRANDS.exec(clause);
    if (!errand) continue;
    const own = clause.replace(/^.*?(?:我|本人|拟|将|准备|计划|定于|需要?|要|得|想)(?=[一-鿿])/, '');
    const told = own.replace(/^(?:特|想|拟|需)?请(?:个|一下)?假(?=.{2})/, '');
    const kept = trimmed(ERRANDS.test(told) ? told : clause.slice(errand.index));
    return kept && kept.length <= 40 ? kept : errand[0];
  }
  return undefined;
}

/** A clause that names an occasion: 市水利局开河长办主任会, 论坛, 培训. */
function readOccasion(text: string): string | undefined {
  const clauses = text.split(/[，,。；;\n\s]/).filter((c) => c.length <= 30 && !/主持|代为|负责|盯|请假|报告/.test(c));
  const found = clauses.find((c) => /(?:会|会议|论坛|培训班?|展|活动|考试|仪式|研讨|推介|大赛|庭审|评审)$/.test(c));
  return trimmed(found?.replace(/^.*?(?:我|本人|拟|将|要)(?=[一-鿿])/, ''));
}

/** 回湖南老家, where nothing else is said. */
const homeward = (text: string, place: string): string | undefined =>
  text.includes(`回${place}`) || text.includes(`回趟${place}`) ? `回${place}` : undefined;

/** What stands after 因, unless it says nothing (因公, 因紧急事项). */
function readCause(text: string): string | undefined {
  const because =
    /(?:因为|由于|因(?!病)|(?=因病))([^，,。；;\n]{2,60}?)(?=[，,。；;\n]|需要?(?:请|外|离|临|赶|到|去|赴|紧急)|要(?:请|外|离|临|赶|到|去|赴|紧急)|特?请假|$)/.exec(
      text,
    );
  const cause = because?.[1]?.replace(/(?:急需|须|必须|急|\s*(?:外出|请假|出差|离岗))$/, '');
  return cause && !IDLE_CAUSE.test(cause) ? cause : undefined;
}

/** The reason of an urgency: what stands after 突发情况：, 因 or 接到, else what is to be done; not the bare word 紧急. */
export function readUrgency(text: string, reason: string | undefined): { urgent?: boolean; urgentReason?: string } {
  if (!URGENT.test(text.replace(NOT_URGENT, ''))) return {};
  const called = /(?:接到|接)([^，,。；;\n]{3,60})/.exec(text)?.[1];
  const named = /(?:突发|紧急|特殊)(?:情况|事项|事件)[:：]([^，,。；;\n]{3,60})/.exec(text)?.[1];
  const specific =
    named ??
    readCause(text) ??
    (called && `接${called}`) ??
    (reason && !IDLE_ERRAND.test(reason) && !isBare(reason) ? reason : undefined);
  return { urgent: true, ...(specific && { urgentReason: specific }) };
}
