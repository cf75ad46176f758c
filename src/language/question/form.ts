import { type Evidence, has } from './evidence.ts';

/** What kind of fact a question wants; several may hold at once. */
export interface Form {
  who: boolean;
  howMany: boolean;
  when: boolean;
  how: boolean;
  what: boolean;
  /** 能不能、可以吗 */
  may: boolean;
  /** 要不要、必须吗 */
  must: boolean;
  /** 吗、吧、对不对: yes or no is wanted. */
  confirm: boolean;
}

/** Words that ask for a number by themselves: 几天内, 提前几天, 多久一次, 几个人. */
const COUNTED = ['how-many', 'days', 'ahead', 'frequency', 'people-count'];

export const formOf = (evidence: Evidence): Form => ({
  who: has(evidence, 'who'),
  howMany: COUNTED.some((concept) => has(evidence, concept)),
  when: has(evidence, 'when') || has(evidence, 'deadline'),
  how: has(evidence, 'how'),
  what: has(evidence, 'what') || has(evidence, 'report-content'),
  may: has(evidence, 'may'),
  must: has(evidence, 'must'),
  confirm: has(evidence, 'confirm'),
});

/** Whether a form wants yes or no and nothing else. */
export const isYesNo = (f: Form): boolean =>
  (f.may || f.must || f.confirm) && !f.who && !f.when && !f.how && !f.what && !f.howMany;

/** Whether anything is asked at all. */
export const asksAnything = (f: Form): boolean => Object.values(f).some(Boolean);
