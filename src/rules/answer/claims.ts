/** Numbers that the asker claims, held against the rule's: 5个工作日回意见就行吧？ */
import { daysBetween } from '../../core/day.ts';
import { isYesNo } from '../../language/question/form.ts';
import type { Claim } from '../../language/question.ts';
import type { Value } from '../value.ts';
import type { Asked, Lead, Point } from './context.ts';
import { type Measure, measureOf } from './measures.ts';

/** 会前3个工作日送，来得及吧 */
const IN_TIME = /来得及|赶得上|赶得及|晚不晚|迟不迟|算晚|算迟|晚吗|晚了吗|迟吗/;

/** 没问题吧、就行了吧: asked is whether the number will do, not whether it is the rule's. */
const SUFFICES = /没问题|(?<![才执举])行|可以|够|成不|合规|合适|允许|符合/;
/** 要提前5天，对吧: the rule itself is claimed. */
const CLAIMS_RULE = /吧|对吗|对不对|是吗|是不是|要求吗|规定吗/;
/** 常务会不用等两周也能开吗: what a rule lets happen between its regular times. */
const BETWEEN = /急|重要情况|临时|等不及|不用等|不等|多开|加开|随时|突发/;

/** Holds the claimed number against the provision's; `null` where there is nothing to compare. */
export function claimLead(point: Point): Lead | null {
  const { form } = point.part;
  const { value, says } = point.provision;
  const attachments = attachmentsLead(point) ?? longLeaveLead(point);
  if (attachments) return attachments;
  const inTime = IN_TIME.test(point.asked.text);
  if (form.who || (!inTime && (form.when || !(form.may || form.must || form.confirm)))) return null;
  if (value.kind === 'meeting-frequency' && BETWEEN.test(point.asked.text))
    return says.includes('随时') ? { text: '可以，如遇重要情况可随时召开。' } : null;
  if (value.kind === 'countersign-silence') return silenceLead(point);
  const measure = measureOf(value, point.topic);
  const claim = measure && claimFor(point, measure);
  if (!measure || !claim) return null;
  const said = comparable(claim, measure) ?? 0;
  if (inTime && measure.bound === 'atLeast')
    return { text: `${said >= measure.value ? '来得及' : '来不及'}，${measure.says}。` };
  const suffices = SUFFICES.test(point.asked.text);
  if (said === measure.value && sameUnit(claim, measure))
    return { text: `${suffices && measure.bound !== 'exactly' ? '可以' : '对'}，${measure.says}。` };
  if (measure.bound === 'exactly' || (said === measure.value && !sameUnit(claim, measure)))
    return { text: `不对，${measure.says}。` };
  const enough = measure.bound === 'atLeast' ? said >= measure.value : said <= measure.value;
  const confirms = !form.may && (form.must || CLAIMS_RULE.test(point.asked.text));
  if (enough && !(confirms && !suffices)) return { text: `可以，${measure.says}。` };
  return { text: `${confirms ? '不对' : '不行'}，${measure.says}。` };
}

/** 3个工作日不回就算同意了吧: silence means something only when the time for answering is over. */
function silenceLead(point: Point): Lead | null {
  const limit = point.asked.book.find('countersign', ({ days }) => days !== undefined);
  const measure = limit && measureOf(limit.value, point.topic);
  const claim = measure && claimFor(point, measure);
  if (!limit || !measure || !claim || (comparable(claim, measure) ?? 0) >= measure.value) return null;
  return { text: `不对，${measure.says}，未到时限的不视为同意。`, also: [limit] };
}

const SAME_DAY = /(?:当天|当日|临走|走的时候)(?:再|才)?(?:报|说|请|打)/;

/** Where days are counted ahead, a bare number of days is how long something lasts. */
const AHEAD_KINDS: readonly Value['kind'][] = ['leave', 'event'];

/** The number to hold against a measure; 一年 in 一年调研30天 is no number of its own. */
function claimFor({ asked, provision }: Point, measure: Measure): Claim | undefined {
  const { value } = provision;
  const perYear = provision.value.kind === 'research';
  if (value.kind === 'leave' && SAME_DAY.test(asked.text)) return { value: 0, unit: 'day', text: '', from: 0, to: 0 };
  // 去济南两天 is how long, not how long before
  if (
    AHEAD_KINDS.includes(provision.value.kind) &&
    !/提前|提早|早[报说]|[天日周]之?前|预先|前[一二两三四五六七八九十\d]+个?(?:工作日|天|日|周)/.test(asked.text)
  )
    return undefined;
  const rhythm = provision.value.kind === 'meeting-frequency' && RHYTHMS.find(([words]) => words.test(asked.text))?.[1];
  if (rhythm) return { value: rhythm.value, unit: rhythm.unit, text: '', from: 0, to: 0 };
  // 书记镇长都陪
  if (value.kind === 'research-company' && SEVERAL.test(asked.text) && !asked.reading.claims.some(isHeads))
    return { value: 2, unit: 'people', text: '', from: 0, to: 0 };
  return asked.reading.claims.find((c) => comparable(c, measure) !== null && !(perYear && c.unit === 'year'));
}

const SEVERAL = /都|一二把手|好几|一帮|一群/;
const isHeads = ({ unit }: Claim): boolean => unit === 'people' || unit === 'thing';

/** 每月、每周: a rhythm claimed without a number. */
const RHYTHMS: readonly (readonly [RegExp, Pick<Claim, 'value' | 'unit'>])[] = [
  [/(?:每|一)个?月[^，。]{0,2}一[次回]|月月/, { value: 1, unit: 'month' }],
  [
    /(?:每|一)个?(?:周|星期|礼拜)(?!二|三|四|五|六)[^，。]{0,3}(?:[一1][次回]|都?开)|周周|礼拜礼拜|星期星期/,
    { value: 1, unit: 'week' },
  ],
  [/每个?季度?[^，。]{0,2}一[次回]/, { value: 3, unit: 'month' }],
];

/** 超过5天才要附吧 claims the rule's own limit. */
const THRESHOLD = /(?:超过|满|多于)[^，。]{1,4}天[^，。]{0,4}(?:才|就)[^，。]*(?:吧|对吗|对不对|是吗|是不是)/;

function attachmentsLead({ asked, part, provision }: Point): Lead | null {
  const { value } = provision;
  if (value.kind !== 'leave-attachments') return null;
  const threshold = THRESHOLD.exec(asked.text) && asked.reading.claims.find(({ unit }) => unit === 'day');
  if (threshold && part.form.confirm)
    return {
      text: `${threshold.value === value.overDays ? '对' : '不对'}，超过${value.overDays}天的要附。`,
    };
  const away = daysAway(asked);
  if (!away) return isYesNo(part.form) ? { text: `看外出几天：超过${value.overDays}天的要附，未超过的不用附。` } : null;
  return {
    text:
      away.days > value.overDays
        ? `要附，${away.text}已超过${value.overDays}天。`
        : `不用附，${away.text}未超过${value.overDays}天。`,
  };
}

/** 局长出差四天要办什么手续: a leave so long that papers go with it, told with the report itself. */
function longLeaveLead({ asked, part, provision }: Point): Lead | null {
  const { value } = provision;
  if (value.kind !== 'leave' || isYesNo(part.form)) return null;
  const papers = asked.book.find('leave-attachments', (v) => value.of.some((position) => v.of.includes(position)));
  const away = daysAway(asked);
  if (!papers || !away || away.days <= papers.value.overDays) return null;
  return {
    text: '',
    after: `${away.text.replace(/，$/, '')}超过${papers.value.overDays}天，还要附有关通知、方案及日程安排。`,
    also: [papers],
  };
}

/** 提前5天、3天内: a number of days that is no length of the absence. */
const NO_LENGTH = /^个?(?:工作日)?(?:之?前|以前|之?内|以内|之?后)/;

/** How long the absence asked about is: as said (5天、两周), else by its first and last day, both counted. */
function daysAway({ reading, dates, text }: Asked): { days: number; text: string } | null {
  const claim = reading.claims.find(
    (c) =>
      (c.unit === 'day' || c.unit === 'week') &&
      !NO_LENGTH.test(text.slice(c.to)) &&
      !/(?:前|提早|早)$/.test(text.slice(0, c.from)),
  );
  if (claim) {
    const days = claim.unit === 'week' ? claim.value * 7 : claim.value;
    // 超过3天 is at least a day more
    return /超过?$|多于$/.test(text.slice(0, claim.from))
      ? { days: days + 1, text: `外出${days + 1}天及以上` }
      : { days, text: claim.text };
  }
  const span = dates.find(({ type, start, end }) => type === 'daterange' && start && end);
  if (!span?.start || !span.end) return null;
  const days = daysBetween(span.start.slice(0, 10), span.end.slice(0, 10)) + 1;
  return { days, text: `${span.text}共${days}天，` };
}

const sameUnit = (claim: Claim, measure: Measure): boolean =>
  claim.unit === measure.unit || claim.unit === 'week' || claim.unit === 'month';

/** The claim in the measure's unit; `null` where the two can't be compared. Days and working days are compared as said. */
function comparable(claim: Claim, { unit }: Measure): number | null {
  if (claim.unit === unit) return claim.value;
  if (unit === 'people') return claim.unit === 'thing' ? claim.value : null;
  if (unit === 'day' || unit === 'workday') {
    if (claim.unit === 'day' || claim.unit === 'workday') return claim.value;
    if (claim.unit === 'week') return claim.value * (unit === 'day' ? 7 : 5);
    if (claim.unit === 'month') return claim.value * 30;
  }
  if (unit === 'month') {
    if (claim.unit === 'week') return claim.value / 4;
    if (claim.unit === 'year') return claim.value * 12;
    if (claim.unit === 'day') return claim.value / 30;
  }
  return null;
}
