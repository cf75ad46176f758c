/** 哪个区更短: what numbers compared side by side come to, said before them. */
import type { RuleBook } from '../book.ts';
import type { Provision } from '../schema.ts';
import { type Measure, measureOf } from './measures.ts';

/** What a district's rule says on the point compared. */
export interface Compared {
  book: RuleBook;
  stated: readonly Provision[];
}

/** 哪个更短、谁开得勤、一样吗: a verdict is wanted, not the words alone. */
const WANTS_VERDICT = /哪|谁|还是|更|最|一样|相同|区别|不同|比[^，。]{0,12}[长短多少早晚勤密快慢]/;

/** How the least and the most of a measure are called, 较 or 最 in the place of `*`. */
const CALLED: Readonly<Record<Measure['bound'], readonly [least: string, most: string]>> = {
  atLeast: ['提前*少', '提前*多'],
  atMost: ['*短', '*长'],
  exactly: ['*勤', '*疏'],
};
const RESEARCH: readonly [string, string] = ['*少', '*多'];
/** 每年1至2次: a span of numbers is neither more nor less than another number. */
const SAME = /一样|相同/;
const SPAN = /\d至\d/;
const DAYS_A_MONTH = 30;

/** @returns 临淄区较短（…），张店区较长（…）。 Empty where nothing can be held against one another. */
export function conclusionOf(cells: readonly Compared[], topic: string, question: string): string {
  if (!WANTS_VERDICT.test(question)) return '';
  const measured = cells.flatMap(({ book, stated: [first] }) => {
    const measure = first && measureOf(first.value, topic);
    return measure ? [{ book, measure, size: sizeOf(measure) }] : [];
  });
  const [first] = measured;
  if (!first || measured.length < 2 || measured.length < cells.length) return '';
  const alike = measured.every(({ measure }) => measure.bound === first.measure.bound && !SPAN.test(measure.says));
  if (!alike || !sameScale(measured)) return '';
  const sizes = measured.map(({ size }) => size);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const of = (size: number): string => {
    const those = measured.filter((m) => m.size === size);
    return `${those.map(({ book }) => book.name).join('、')}`;
  };
  const says = (size: number): string => measured.find((m) => m.size === size)?.measure.says ?? '';
  const units = new Set(measured.map(({ measure }) => measure.unit));
  if (least === most) return units.size === 1 ? `相同，均${says(least)}。` : '';
  const grade = measured.length > 2 ? '最' : '较';
  const names = topic.startsWith('research.') ? RESEARCH : CALLED[first.measure.bound];
  const [few, many] = names.map((name) => name.replace('*', grade));
  const same = SAME.test(question) ? '不一样，' : '';
  return `${same}${of(least)}${few}（${says(least)}），${of(most)}${many}（${says(most)}）。`;
}

const sizeOf = ({ value, unit }: Measure): number => (unit === 'month' ? value * DAYS_A_MONTH : value);

/** 5天 and 3个工作日 can't be held against one another without a date; 2天 is surely less than 3个工作日. */
function sameScale(measured: readonly { measure: Measure }[]): boolean {
  const values = (unit: Measure['unit']): number[] =>
    measured.filter(({ measure }) => measure.unit === unit).map(({ measure }) => measure.value);
  const scales = new Set(measured.map(({ measure: { unit } }) => (TIMES.includes(unit) ? 'time' : unit)));
  if (scales.size > 1) return false;
  return Math.max(...values('day'), 0) <= Math.min(...values('workday'), Number.POSITIVE_INFINITY);
}

const TIMES: readonly Measure['unit'][] = ['day', 'workday', 'month'];
