/** What a message about a countersign says: of what, by whom, until when; or what is to happen with a running one. */
import { addDays, type Day } from '../../src/core/day.ts';
import { isDeputyMayor, isHead, type Person } from '../../src/core/roster.ts';
import { matcher } from '../../src/language/matcher.ts';
import { readNumber } from '../../src/language/numbers.ts';
import { onePerson } from '../../src/language/people.ts';
import type { UnitSpan } from '../../src/language/units.ts';
import type { Context, Said } from '../command.ts';
import { draftingUnit, OFFICE_UNIT, unitsIn } from '../papers/units.ts';
import { titleOf } from '../papers/wording.ts';

export type CountersignPurpose = 'open' | 'extend' | 'dispute' | 'urge' | 'status';

export interface CountersignRequest {
  purpose: CountersignPurpose;
  title?: string;
  host?: string;
  /** Units asked, without the host. */
  units: string[];
  /** Deputy mayors asked. */
  leaders: Person[];
  /** Named as asked, yet in no roster. */
  unknown: string[];
  /** The host names itself among those asked. */
  self: boolean;
  /** 各有关部门: somebody, nobody knows who. */
  vague: boolean;
  /** The time that the host sets. */
  until?: Day;
  /** 宽限两天: days beyond the running time, where no date is named. */
  longer?: { days: number; working: boolean };
  fault?: string;
}

const EXTEND = matcher(
  /延期|延长|延至|延到|延后|推迟(?:回复|反馈|答复|会签|到|至)|宽限|顺延|展期|(?:晚|缓)(?:几|两|[一二三四五六七八九十\d]+)天(?:再)?(?:回|反馈|答复)|改(?:到|至)|放宽|(?:商(?:定|妥|量好)|说好|讲好|约好|谈好)[^,;，。；]{0,14}(?:回复|反馈|答复)|(?:来不及|赶不上|难以按期|不能按期|无法按期)[^。]{0,24}(?:回复|反馈|答复)/,
);
/** Why an answer does not come in time, or that the other side knows of it. */
const HELD_UP = matcher(
  /来不及|赶不(?:上|出|及)|(?:弄|办|做|干|忙|看|改|写|研究)不(?:完|过来|出来|下来)|定不下|拿不出|顾不上|抽不[出开]|回不[了去来]|人手(?:不|少|紧)|才(?:能|可以)|再(?:给|回|答复|反馈|报|出|复|定)|(?:讲|说|谈|约|商量?|沟通|协商|协调)(?:好|定|妥|过|了|通)|(?:同意|答应)了|那就|就定|定在|[缓推放拖](?:到|至)/,
);
/** A day, or a number of days, by which an answer is put off. */
const PUT_OFF_TO =
  /\d(?:月|号|日)|(?:下|本|这)?(?:周|星期|礼拜)[一二三四五六日天]|[明后]天|月底|[一两二三四五六七八九十\d]+(?:个)?(?:工作日|天)/;
/** 多给两天, 晚三天, 往后推两天 */
const MORE_DAYS = matcher(
  /(?:多给|再给|多等|晚|迟|缓|宽|拖|推后|往后(?:推|拖|放|延)?)(?:上|个|我们)?[一两二三四五六七八九十几\d]+(?:个)?(?:工作日|天)/,
);
/** 请财政局会签: a countersign that begins, whatever haste is said. */
const BEGINS = matcher(
  /(?:请|送|商请|烦请|麻烦|劳驾|转)[^,;，。；]{2,40}(?:会签|(?:提|反馈|回复)[^,;，。；]{0,6}意见)|征[求询]|发起会签/,
);

/** Whether a message puts a running countersign's answer off: 商定4月20日答复, 来不及，下周三给, 再给两天. */
export const putsOff = (text: string): boolean =>
  EXTEND.test(text) || (!BEGINS.test(text) && (MORE_DAYS.test(text) || (HELD_UP.test(text) && PUT_OFF_TO.test(text))));

/** Units that do not agree. */
export const DIFFERS = matcher(
  /分歧|不一致|未?(?:不|没|未)统一|相左|不同意见|异议|[谈说商]不(?:拢|妥|成|通)|没(?:谈|商量|协商|说|沟通)(?:拢|妥|成|通|好)|协商|沟通|扯皮|各执一词|各说各|达?成一致/,
);
const DISPUTE = matcher(
  /扯皮|[谈说](?:来说|来谈|了)?[^,;，。；]{0,8}[谈说]?不(?:拢|妥|成|通)|没(?:谈|商量|协商|说|沟通)(?:拢|妥|成|通)|各执一词|没(?:有)?(?:达成|取得)一致|(?:协商|协调|沟通)[^。]{0,14}(?:仍|还是|依然|后)?[^。]{0,6}(?:不一致|未(?:能)?(?:达成|取得)一致|没(?:有|能)?(?:达成)?一致|无法(?:达成)?一致|不成|无果|未果)|分歧|意见(?:(?:不|没(?:有)?|未|尚未)(?:能)?(?:达成)?(?:一致|统一)|相左)|(?:提请|请|报)[^,;，。；]{0,16}(?:协调|裁定|裁决|定夺)/,
);
const URGE = matcher(/催(?:一下|办|促|一催|请)?|督促[^,;，。；]{0,10}(?:会签|反馈|回复)/);
const STATUS = matcher(
  /(?:谁|哪(?:些|个)?(?:部门|单位)?|几家)[^,;，。；]{0,6}(?:还)?(?:没|未)[^,;，。；]{0,4}(?:回|反馈|会签|签)|(?:签|回|反馈|答复)(?:了|好|完|过|复)*(?:没有?|吗)[？?。]?$|会签(?:情况|进度|进展|到哪)|(?:回|反馈)(?:复)?(?:了)?(?:几|多少)(?:家|个)/,
);

export function purposeOf(text: string): CountersignPurpose {
  if (STATUS.test(text)) return 'status';
  if (DISPUTE.test(text) || (DIFFERS.test(text) && /区政府决定/.test(text))) return 'dispute';
  if (putsOff(text)) return 'extend';
  if (URGE.test(text)) return 'urge';
  return 'open';
}

const NOT_ASKED = /(?:不用|无需|不必|不需|无须|不再|不)(?:再)?(?:送|请|征求|发|转|给)?(?:区)?$/;
const ASKED_BEFORE = /(?:请|麻烦|劳驾|送|转|、|和|与|及|让|由|给|找)$/;
const ASKED_AFTER = /^(?:、|和|与|及|以及|[两三四五几]家|[两三四五几]个?部门|会签|等|也|那边|给|帮)/;

/** Units in full, and short forms where they are asked: 请发改、财政两家会签; of a list the others with the first. */
const unitsAsked = (said: Said): UnitSpan[] => {
  const whole = unitsIn(said);
  const { text, units } = said.marked;
  const lists: UnitSpan[][] = [];
  for (const span of units) {
    const before = lists.at(-1)?.at(-1);
    if (before && /^[、和与及跟]$/.test(text.slice(before.to, span.from))) lists.at(-1)?.push(span);
    else lists.push([span]);
  }
  const isAsked = (span: UnitSpan): boolean =>
    whole.includes(span) || (ASKED_BEFORE.test(text.slice(0, span.from)) && ASKED_AFTER.test(text.slice(span.to)));
  return lists.flatMap((list) => (list.some(isAsked) ? list : []));
};

const UNKNOWN =
  /(?:请|麻烦|劳烦|劳驾|送|由|征求|商|向|与|和|、|转|给|部门[:：])(?:区)?([一-鿿]{2,7}(?:局(?!长)|委员会|中心|公司|院|镇(?!长)|街道办?(?:事处)?))/g;

export function readCountersign(said: Said, context: Context): CountersignRequest {
  const { text, people } = said.marked;
  const plain = text.replace(/《[^》]*》/g, (t) => '\u0001'.repeat(t.length));
  const purpose = purposeOf(plain);
  const host = draftingUnit(said, context);
  const spans = unitsAsked(said).filter(
    (u) => !NOT_ASKED.test(text.slice(0, u.from)) && !/^(?:不用|无需|不必)/.test(text.slice(u.to)),
  );
  const headed = people.flatMap((s) => {
    const person = onePerson(s);
    return person && isHead(person) && person.id !== context.sender.id ? [person.unit] : [];
  });
  const groups = groupsIn(plain, context);
  const all = [...new Set([...spans.map((u) => u.unit), ...headed, ...groups])];
  const asked = all.filter((u) => u !== OFFICE_UNIT && u !== '区政府' && u !== '区委');
  const units = asked.filter((u) => u !== host);
  const leaders = people.flatMap((s) => {
    const person = onePerson(s);
    const after = text.slice(s.to, s.to + 10);
    const before = text.slice(Math.max(0, s.from - 8), s.from);
    return person &&
      isDeputyMayor(person) &&
      (/会签|、|和|及/.test(after) || /请|送/.test(before)) &&
      !/分管$/.test(before)
      ? [person]
      : [];
  });
  const hostAsked =
    host !== undefined &&
    new RegExp(`(?:请|送|由|向|征求|、|和|与|及)(?:区)?${host}[^,;，。；]{0,16}(?:会签|反馈|意见)`).test(text);
  return {
    purpose,
    title: titleOf(said),
    host,
    units,
    leaders: [...new Set(leaders)],
    unknown: unknownIn(plain, all, said),
    self: hostAsked,
    vague: /(?:有关|相关|各|其他|涉及的?)(?:部门|单位|科局)/.test(plain),
    ...deadline(said, context),
  };
}

/** 各镇街, 各街道: every unit of that sort in the roster. */
function groupsIn(plain: string, context: Context): string[] {
  const of = (position: string): string[] =>
    context.roster.people.filter((p) => p.position === position).map((p) => p.unit);
  const towns = /(?:各|全区|所有)(?:乡)?镇(?:办|街|人民政府|政府)?/.test(plain);
  const streets = /(?:各|全区|所有)(?:镇街|镇办|镇、街道|镇和街道|街道)/.test(plain);
  return [...(towns ? of('town-mayor') : []), ...(streets ? of('subdistrict-director') : [])];
}

function unknownIn(plain: string, known: readonly string[], { marked }: Said): string[] {
  if (!/会签|意见|反馈/.test(plain)) return [];
  return [...plain.matchAll(UNKNOWN)].flatMap((found) => {
    const end = found.index + found[0].length;
    const name = (found[1] ?? '').replace(/^.*(?:、|和|与|请|送|由|向|给|及|区(?=..))/, '');
    const isKnown =
      marked.units.some((u) => u.from < end && u.to > end - name.length) ||
      known.some((u) => u.includes(name) || name.includes(u));
    const isName = name.length >= 3 && !NO_NAME.test(name) && !/分管|涉及/.test(name);
    return isName && !isKnown ? [name] : [];
  });
}

const NO_NAME = /^(?:我|本|该|各|有关|相关|其他|主办|代拟|涉及|两|三|几)/;

/** 4号前回不了: the day that can't be kept. */
const NOT_BY =
  /^(?:之?前|以前|内)?[^,;，。；]{0,6}(?:回|反馈|答复|弄|给|拿|定|出|改|看|完|研究|签)不(?:了|出|完|上|成|及|定)/;

/** 3个工作日内, 5天内, 3月6日前: the time the host sets, counted from the day after sending. */
function deadline(said: Said, context: Context): Pick<CountersignRequest, 'until' | 'longer' | 'fault'> {
  const { text, dates } = said.marked;
  const span = /([一二两三四五六七八九十\d]+)(?:个)?(工作日|天|日(?=之?内))(?:之)?(?:内|反馈|回复|答复)/.exec(text);
  if (span?.[1] && !NOT_BY.test(text.slice(span.index + span[0].length))) {
    const n = readNumber(span[1]) ?? 0;
    if (n > 0)
      return {
        until: span[2] === '工作日' ? context.calendar.addWorkdays(context.today, n) : addDays(context.today, n),
      };
  }
  const plain = dates.filter((date) => !date.title && !NOT_BY.test(text.slice(date.to)));
  const marked = plain.filter(
    (date) =>
      (date.start === null && !date.title) ||
      /^(?:下班)?(?:之)?前|^(?:前|内|止|反馈|回复|答复|下班|给|回|才|再|出)/.test(text.slice(date.to, date.to + 6)) ||
      /(?:于|在|至|到|前|延|限)$/.test(text.slice(Math.max(0, date.from - 6), date.from)),
  );
  const longer = longerIn(text);
  for (const date of marked.length > 0 || !putsOff(text) ? marked : plain) {
    if (date.fault) return { fault: `“${date.text}”有误` };
    const day = (date.end ?? date.start)?.slice(0, 10);
    if (day && /^\d{4}-/.test(day)) return { until: day };
  }
  return longer ? { longer } : {};
}

function longerIn(text: string): CountersignRequest['longer'] {
  const found =
    /(?:宽限|延期|延长|延后|推迟|顺延|展期|延|晚|缓|迟|拖|宽|推后|往后(?:推|拖|放|延)?|多给|再给|多等)(?:上|个|我们)?([一二两三四五六七八九十\d]+)(?:个)?(工作日|天|日(?!前))/.exec(
      text,
    );
  const days = found?.[1] ? (readNumber(found[1]) ?? 0) : 0;
  return days > 0 ? { days, working: found?.[2] === '工作日' } : undefined;
}
