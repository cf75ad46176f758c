/** Numbers that the asker claims, held against the rule's: 5个工作日回意见就行吧？ */
import { daysBetween } from '../../core/day.ts';
import { isYesNo } from '../../language/question/form.ts';
import type { Claim } from '../../language/question.ts';
import { sayPeriod } from '../periods.ts';
import type { Value } from '../schema.ts';
import type { Asked, Lead, Point } from './context.ts';

/** A number of a rule: its words, and whether a claimed number satisfies it. */
export interface Measure {
  value: number;
  unit: 'day' | 'workday' | 'month' | 'percent' | 'times' | 'thing' | 'character';
  /** `atLeast`: fewer is too little; `atMost`: more is too much; `exactly`: the rhythm of a meeting. */
  bound: 'atLeast' | 'atMost' | 'exactly';
  says: string;
}

/** 会前3个工作日送，来得及吧 */
const IN_TIME = /来得及|赶得上|赶得及|晚不晚|迟不迟|算晚|算迟|晚吗|晚了吗|迟吗/;

/** Holds the claimed number against the provision's; `null` where there is nothing to compare. */
export function claimLead(point: Point): Lead | null {
  const { form } = point.part;
  const attachments = attachmentsLead(point) ?? longLeaveLead(point);
  if (attachments) return attachments;
  const inTime = IN_TIME.test(point.asked.text);
  if (form.who || (!inTime && (form.when || !(form.may || form.must || form.confirm)))) return null;
  const measure = measureOf(point.provision.value, point.topic);
  const claim = measure && claimFor(point, measure);
  if (!measure || !claim) return null;
  const said = comparable(claim, measure) ?? 0;
  if (inTime && measure.bound === 'atLeast')
    return { text: `${said >= measure.value ? '来得及' : '来不及'}，${measure.says}。` };
  if (said === measure.value && sameUnit(claim, measure)) return { text: `对，${measure.says}。` };
  if (measure.bound === 'exactly' || (said === measure.value && !sameUnit(claim, measure)))
    return { text: `不对，${measure.says}。` };
  const enough = measure.bound === 'atLeast' ? said >= measure.value : said <= measure.value;
  const claimsRule = form.confirm && !form.may && /吧|对吗|对不对|是吗|是不是|要求吗|规定吗/.test(point.asked.text);
  if (claimsRule) return { text: `不对，${measure.says}。` };
  return { text: enough ? `可以，${measure.says}。` : `不行，${measure.says}。` };
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
  if (AHEAD_KINDS.includes(provision.value.kind) && !/提前|提早|早[报说]|[天日周]之?前|预先/.test(asked.text))
    return undefined;
  const rhythm = provision.value.kind === 'meeting-frequency' && RHYTHMS.find(([words]) => words.test(asked.text))?.[1];
  if (rhythm) return { value: rhythm.value, unit: rhythm.unit, text: '', from: 0, to: 0 };
  return asked.reading.claims.find((c) => comparable(c, measure) !== null && !(perYear && c.unit === 'year'));
}

/** 每月、每周: a rhythm claimed without a number. */
const RHYTHMS: readonly (readonly [RegExp, Pick<Claim, 'value' | 'unit'>])[] = [
  [/(?:每|一)个?月[^，。]{0,2}一[次回]|月月/, { value: 1, unit: 'month' }],
  [/(?:每|一)个?(?:周|星期|礼拜)(?!二|三|四|五|六)[^，。]{0,3}(?:[一1][次回]|都?开)|周周/, { value: 1, unit: 'week' }],
  [/每个?季度?[^，。]{0,2}一[次回]/, { value: 3, unit: 'month' }],
];

function attachmentsLead({ asked, part, provision }: Point): Lead | null {
  const { value } = provision;
  if (value.kind !== 'leave-attachments') return null;
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
      !/(?:提前|提早|早)$/.test(text.slice(0, c.from)),
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

/** The number that a rule's value states on a topic, if it states one. */
export function measureOf(value: Value, topic: string): Measure | null {
  switch (value.kind) {
    case 'leave':
      return value.noticeDays
        ? { value: value.noticeDays, unit: 'day', bound: 'atLeast', says: `应提前${value.noticeDays}天` }
        : null;
    case 'agenda-deadline':
      return {
        value: value.workingDays,
        unit: 'workday',
        bound: 'atLeast',
        says: `应于会前${value.workingDays}个工作日送审`,
      };
    case 'countersign':
      return value.days
        ? {
            value: value.days,
            unit: value.unit === 'working' ? 'workday' : 'day',
            bound: 'atMost',
            says: `一般应在${value.days}${value.unit === 'working' ? '个工作日' : '天'}内回复`,
          }
        : null;
    case 'printing':
      return { value: value.workingDays, unit: 'workday', bound: 'atMost', says: `应在${value.workingDays}个工作日内` };
    case 'event':
      return value.noticeDays
        ? {
            value: value.noticeDays,
            unit: value.unit === 'working' ? 'workday' : 'day',
            bound: 'atLeast',
            says: `应提前${value.noticeDays}${value.unit === 'working' ? '个工作日' : '天'}`,
          }
        : null;
    case 'meeting-frequency':
      return frequencyMeasure(value);
    case 'research':
      return researchMeasure(value, topic);
    case 'document-length':
      return {
        value: value.comprehensive,
        unit: 'character',
        bound: 'atMost',
        says: `综合性文稿不超过${value.comprehensive}字，专项文稿不超过${value.special}字`,
      };
    default:
      return null;
  }
}

function frequencyMeasure(value: Extract<Value, { kind: 'meeting-frequency' }>): Measure | null {
  const times = value.timesAtMost ? `${value.times}至${value.timesAtMost}次` : `${value.times}次`;
  if (value.weeks)
    return {
      value: value.weeks * 7,
      unit: 'day',
      bound: 'exactly',
      says: `一般每${value.weeks === 1 ? '' : value.weeks}周${times}`,
    };
  if (!value.months) return null;
  return { value: value.months, unit: 'month', bound: 'exactly', says: `${sayPeriod(value.months)}${times}` };
}

function researchMeasure(value: Extract<Value, { kind: 'research' }>, topic: string): Measure | null {
  if (topic === 'research.unannounced' && value.unannouncedPercent) {
    return {
      value: value.unannouncedPercent,
      unit: 'percent',
      bound: 'atLeast',
      says: `不少于${value.unannouncedPercent}%`,
    };
  }
  if (topic === 'research.on-site' && value.onSiteEveryWeeks) {
    return {
      value: value.onSiteEveryWeeks * 7,
      unit: 'day',
      bound: 'exactly',
      says: `每${value.onSiteEveryWeeks}周1次`,
    };
  }
  if (topic !== 'research.days') return null;
  if (value.daysPerYear)
    return { value: value.daysPerYear, unit: 'day', bound: 'atLeast', says: `每年不少于${value.daysPerYear}天` };
  return value.monthsPerYear
    ? { value: value.monthsPerYear, unit: 'month', bound: 'atLeast', says: `每年不少于${value.monthsPerYear}个月` }
    : null;
}

const sameUnit = (claim: Claim, measure: Measure): boolean =>
  claim.unit === measure.unit || claim.unit === 'week' || claim.unit === 'month';

/** The claim in the measure's unit; `null` where the two can't be compared. Days and working days are compared as said. */
function comparable(claim: Claim, { unit }: Measure): number | null {
  if (claim.unit === unit) return claim.value;
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
