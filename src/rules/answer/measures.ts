/** The numbers that rules state, each with what makes another number satisfy it. */
import { sayPeriod } from '../periods.ts';
import type { Value } from '../value.ts';

/** A number of a rule: its words, and whether a claimed number satisfies it. */
export interface Measure {
  value: number;
  unit: 'day' | 'workday' | 'month' | 'percent' | 'times' | 'people' | 'thing' | 'character';
  /** `atLeast`: fewer is too little; `atMost`: more is too much; `exactly`: the rhythm of a meeting. */
  bound: 'atLeast' | 'atMost' | 'exactly';
  says: string;
}

const beforeMeeting = (days: number, deed: string): Measure => ({
  value: days,
  unit: 'workday',
  bound: 'atLeast',
  says: `应于会前${days}个工作日${deed}`,
});

/** The number that a rule's value states on a topic, if it states one. */
export function measureOf(value: Value, topic: string): Measure | null {
  switch (value.kind) {
    case 'leave':
      return value.noticeDays
        ? { value: value.noticeDays, unit: 'day', bound: 'atLeast', says: `应提前${value.noticeDays}天` }
        : null;
    case 'agenda-deadline':
      return beforeMeeting(value.workingDays, '送审');
    case 'agenda-delivery':
      return beforeMeeting(value.workingDays, '送达');
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
    case 'meeting-limit':
      return value.perYear
        ? { value: value.perYear, unit: 'times', bound: 'atMost', says: `原则上每年不超过${value.perYear}次` }
        : null;
    case 'research-company':
      return { value: value.companions, unit: 'people', bound: 'atMost', says: `只安排${value.companions}名` };
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
