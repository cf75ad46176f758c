/** Chinese words of the console for the contract's ids, and how dates and clauses are written on its pages. */
import { type Day, dayOf, type Instant, isoBeijing, parseInstant, sayDay } from '../core/day.ts';
import type { MatterState, StepState } from '../core/matter.ts';
import { ABOUTS, type Ask, type Status } from '../core/vocabulary.ts';
import type { Family } from '../rules/terms.ts';
import type { DistrictSummary, RulesView } from './port.ts';

/** Colour family of a badge. */
export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad';

export const STATUS_WORDS: Record<Status, { label: string; tone: Tone }> = {
  answered: { label: '答复', tone: 'info' },
  'not-found': { label: '规则未作规定', tone: 'plain' },
  incomplete: { label: '待补充', tone: 'warn' },
  refused: { label: '不予办理', tone: 'bad' },
  submitted: { label: '已提交', tone: 'info' },
  recorded: { label: '已登记', tone: 'good' },
  'not-allowed': { label: '无权办理', tone: 'bad' },
  'not-understood': { label: '没看懂', tone: 'plain' },
  'to-approve': { label: '待审批', tone: 'warn' },
  'to-note': { label: '待阅知', tone: 'warn' },
  'to-file': { label: '待备案', tone: 'warn' },
  'to-countersign': { label: '待会签', tone: 'warn' },
  'to-attend': { label: '待参会', tone: 'warn' },
  'to-do': { label: '待办理', tone: 'warn' },
  reminder: { label: '提醒', tone: 'warn' },
  notice: { label: '通知', tone: 'plain' },
  approved: { label: '已同意', tone: 'good' },
  declined: { label: '未同意', tone: 'bad' },
};

export const MATTER_WORDS: Record<MatterState, { label: string; tone: Tone }> = {
  open: { label: '办理中', tone: 'warn' },
  approved: { label: '已同意', tone: 'good' },
  declined: { label: '未同意', tone: 'bad' },
  withdrawn: { label: '已撤回', tone: 'plain' },
  effective: { label: '已生效', tone: 'good' },
  closed: { label: '已办结', tone: 'plain' },
};

export const STEP_WORDS: Record<StepState, { label: string; tone: Tone }> = {
  open: { label: '待处理', tone: 'warn' },
  done: { label: '已处理', tone: 'good' },
  declined: { label: '未同意', tone: 'bad' },
  silent: { label: '逾期未回复', tone: 'plain' },
  cancelled: { label: '已取消', tone: 'plain' },
};

export const ASK_WORDS: Record<Ask, string> = {
  approve: '审批',
  note: '阅知',
  file: '备案',
  countersign: '会签',
  attend: '参会',
  do: '办理',
};

export const FAMILY_WORDS: Record<Family, string> = {
  leave: ABOUTS.leave,
  meeting: ABOUTS.meeting,
  agenda: ABOUTS.agenda,
  minutes: ABOUTS.minutes,
  document: ABOUTS.document,
  countersign: ABOUTS.countersign,
  agreement: ABOUTS.agreement,
  event: ABOUTS.event,
  supervision: ABOUTS.supervision,
  research: ABOUTS.research,
  reception: ABOUTS.reception,
  publicity: '公开宣传',
  decision: '决策',
  study: '学习',
  discipline: '纪律',
  other: '其他',
};

/** Buttons whose press needs a word of explanation, with what the comment field asks for. */
export const NOTE_PROMPTS: Readonly<Record<string, string>> = {
  不同意: '请写明不同意的意见',
  有不同意见: '请写明不同意见',
  请假: '请写明请假事由',
};

/** `3月2日（周一） 09:00`, on the same day `今天 09:00` */
export function sayTime(at: Instant, now: Instant): string {
  const day = dayOf(at) === dayOf(now) ? '今天' : sayDay(dayOf(at), dayOf(now));
  return `${day} ${isoBeijing(at).slice(11, 16)}`;
}

/** `2025年1月1日` */
export function sayDate(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A due day is written as its date, a due instant with its time. */
export function sayDue(due: string, now: Instant): string {
  const at = parseInstant(due);
  if (at === null) return due;
  return due.length > 10 ? sayTime(at, now) : sayDay(due, dayOf(now));
}

/** 《临淄区人民政府工作规则》第四十三条第二款 */
export function sayReference({ title }: DistrictSummary, { clauses }: RulesView, ref: string): string {
  return `《${title}》${clauses.say(ref)}`;
}
