import { type Evidence, has, placesOf } from './evidence.ts';

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
/** 3天, 每周 and a bare 提前 state a number or none; they ask for none. */
const ASKS_NUMBER = /[几多何哪]|天数|时限|期限|人数|频[次率]|周期|间隔|比例|定期|次数/;

const asksNumber = (evidence: Evidence): boolean =>
  COUNTED.some((concept) =>
    placesOf(evidence, concept).some(({ from, to }) => ASKS_NUMBER.test(evidence.text.slice(from, to))),
  );

/** 要附材料不、同时休假不: a bare 不 or 没 at the end wants yes or no. */
const TAIL = /[^要么不没是][不没](?:有|啊|呀|呢)?[?？。!！，,\s]*$/;

/** 报了没有 asks, 简报没有编号 tells. */
const TELLS = /^没有$/;
const asksYesOrNo = (evidence: Evidence): boolean =>
  placesOf(evidence, 'confirm').some(
    ({ from, to }) =>
      !TELLS.test(evidence.text.slice(from, to)) || /^(?:[，。？！?!,\s]|$)/.test(evidence.text.slice(to)),
  );

export const formOf = (evidence: Evidence): Form => ({
  who: has(evidence, 'who'),
  howMany: asksNumber(evidence),
  when: has(evidence, 'when') || has(evidence, 'deadline'),
  how: has(evidence, 'how'),
  what: has(evidence, 'what') || has(evidence, 'report-content'),
  may: has(evidence, 'may'),
  must: has(evidence, 'must'),
  confirm: asksYesOrNo(evidence) || TAIL.test(evidence.text),
});

/** Whether a form wants yes or no and nothing else. */
export const isYesNo = (f: Form): boolean =>
  (f.may || f.must || f.confirm) && !f.who && !f.when && !f.how && !f.what && !f.howMany;

/** Whether anything is asked at all. */
export const asksAnything = (f: Form): boolean => Object.values(f).some(Boolean);

/** 先上哪个会、由什么会定: a meeting is asked for, not what one of its kinds does. */
export const asksMeeting = (words: string): boolean =>
  /(?:哪|什么|啥)(?:一?[个种类次])?会(?!签|议?室|计|员|场)/.test(words);
