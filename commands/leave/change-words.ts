/** Words by which a leave already filed is changed: said outright, or by denying something of it. */
import type { Matter } from '../../src/core/matter.ts';
import type { LeaveRequest } from './read.ts';

/** What one is away for, said as the subject of a change: 培训提前了, 会议改到20号. */
const OCCASION =
  '(?:会议?|培训班?|班|活动|考察|行程|论坛|考试|手术|婚礼|学习|调研|评审|验收|展会|车票|机票|航班|高铁|那边|对方|主办方|市里|省里|上面)';
/** 会议延到20号: what is attended takes place later, and the journey with it. */
export const OCCASION_MOVED = new RegExp(
  `${OCCASION}[^，。；]{0,8}(?:提前|推迟|延期|延后|顺延|改期|改时间|挪|延到|延至|改到|改在|改成|改)`,
);
const CHANGES = [
  /改(?:成|为|到|签|期|去|由|在|一下|个|动|时间|日期|日子|地点|行程|事由|(?=[\d周]))|变更|更正|更改|调整|换(?:成|为|个|一下|到|人)|挪(?:到|至|一?[下天])|往[前后](?:挪|推|延|放)/,
  /(?:地点|时间|日期|日子|事由|代)[^，。；]{0,12}不是|错了|应(?:该)?(?:是|为)|[说写报弄搞填记打看]错|不对|(?:有误|笔误)/,
  /延长|延期|延后|延到|延至|顺延|推迟|推后|提前(?:到|至|[一两三四五六七八九十\d]+天)|续假|[再多](?:待|呆|住|请|休|延|留)|(?:早|晚|迟)[一两三\d]+天|(?:早|晚|迟)(?:[一两三\d]+天)?(?:走|出发|动身|启程|回|返)|少(?:待|请|休)|缩短|(?:增加|加|减)[了]?[一两三\d]+天/,
  /(?:计划|行程|安排|时间|日程|日期|情况)(?:上)?(?:临时|突然|又|略|稍)?(?:有(?:所)?|发生)?(?:变(?:了|化|动|更)?|调整)|^(?:我|这次|现在|那就|那|就|改|还是|一下|不对|更正)*[，,]?只(?:去|待|呆|住|请|休|用)(?=[\d一二两三四五半])/,
  /^(?:再)?补充(?:一下|说明|一句|一点)?[，,:：](?:我|本人)?(?:是|事由|原因|地点|时间|去|到|参加|由|代|主持)/,
  /换(?:了|让|由|一个)?(?=[一-鿿]{2,8}(?:同志)?(?:来)?(?:代|主持|顶|盯|负责|值守|看家))/,
];
/** Words that change a leave rather than ask for another. */
export const CHANGE = new RegExp([...CHANGES, OCCASION_MOVED].map((words) => words.source).join('|'));

/** What is denied follows. */
const NOT = /(?:不是|不去|不到|不在|不由|别让|不让|不用|没去)([一-鿿]{2,8})/g;
/** What is denied, a place or a person, stands before. */
const CANNOT =
  /(?:同志|副?[局镇]长|副?主任|那边|这边)?(?:那天|当天|届时|那时候?|那几天|这几天|那周|就|又|也|临时|突然|要|得|说|正好)*(?:不去|去不[成了]|[代顶]不了|[不没][能法便](?:代|顶|主持|负责)|外出|出差|出去|请假|生病|病了|走不开|脱不开)/g;

const textOf = (matter: Matter, key: string): string => {
  const value = matter.data.facts?.[key];
  return typeof value === 'string' ? value : '';
};

/** 不去济南了, 张强代不了: something that a leave says is said not to be so. */
export function denies(text: string, matter: Matter): boolean {
  const said = ['place', 'reason', 'acting'].map((key) => textOf(matter, key)).filter((words) => words.length > 1);
  const after = [...text.matchAll(NOT)].map((found) => (found[1] ?? '').slice(0, 2));
  const before = [...text.matchAll(CANNOT)].map((found) => text.slice(0, found.index));
  return said.some((words) => after.some((w) => words.includes(w)) || before.some((w) => w.endsWith(words)));
}

/** What a message says to be wrong without saying how it should be. */
export function itemIn(text: string): 'place' | 'dates' | 'reason' | 'acting' | undefined {
  if (/地点|目的地|去向|去的(?:地方|城市)/.test(text)) return 'place';
  if (/事由|原因|理由/.test(text)) return 'reason';
  if (/代(?:管|班|理|为|的人)|主持|人选|负责人/.test(text)) return 'acting';
  return /日期|时间|日子|天数|几号|哪天/.test(text) || OCCASION_MOVED.test(text) ? 'dates' : undefined;
}

/** A request without one of its items, which is to be said anew. */
export function without(request: LeaveRequest, item: NonNullable<ReturnType<typeof itemIn>>): LeaveRequest {
  if (item === 'dates') return { ...request, first: undefined, last: undefined };
  if (item === 'acting') return { ...request, acting: undefined, actingId: undefined };
  return { ...request, [item]: undefined };
}
