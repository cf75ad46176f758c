/** Yes or no on going away: to whom it is told, by whom it is allowed, and whether that is all. */
import { asksNeed } from './predicates.ts';

/** 办公室同意就行了吧: whether those whom the question names are all whom the rule names; `undefined` where that isn't asked. */
export function sufficesVerdict(says: string, words: string): string | null | undefined {
  if (!SUFFICES.test(words)) return undefined;
  const named = INVOLVED.filter((who) => who.test(words));
  const needed = INVOLVED.filter((who) => who.test(says));
  if (named.length === 0) return DISTRICT.test(words) && needed.some((who) => !who.test('办公室')) ? '不行。' : null;
  return named.length === needed.length && named.every((who) => needed.includes(who)) ? '是。' : '不行。';
}

export const SUFFICES =
  /就(?:行|得|够|可以|能|成|算|完|妥|没事)了?[^。]{0,6}(?:吧|吗|么|不|是不是|对吗|对不对)|(?:够|行)了[吧吗]|不用(?:再)?(?:找|报|跟|经|问)[^，。]{0,8}[吧吗]/;
const INVOLVED = [
  /办公室(?!主任)|政府办|府办/,
  /书记|区委主要领导/,
  /区委(?!书记|主要领导|区政府)/,
  /(?<!副)区长/,
  /分管/,
  /市政府|市里/,
] as const;
/** 报区政府就完了: named apart, as its office is the district government where reports go. */
const DISTRICT = /区政府(?!办|领导)/;

/** 要不要报、要提前报吗: whether a leave is told, ahead of time, to just whom the question names. */
export function leaveVerdict(noticeDays: number | undefined, says: string, words: string): string | null {
  if (CLAIMED.test(words) && RECIPIENTS.some(([asked, stated]) => asked.test(words) && !stated.test(says)))
    return '不对。';
  const told = addresseeVerdict(says, words);
  if (told) return told;
  if (ADDRESSEES.some(([asked]) => asked.test(words))) return null;
  if (/提前|事先|事前|预先|提早/.test(words)) {
    if (noticeDays) return `需要，应提前${noticeDays}天。`;
    return /事前|事先|提前/.test(says) ? '需要。' : null;
  }
  if (/同意|批准|审批|点头|批/.test(words)) return /同意|批准|审批|报批/.test(says) ? '需要。' : null;
  return /报告|报备|汇报|打招呼|请假|说一声|打报告|手续/.test(words) ? '需要。' : null;
}

/** 要不要报区委: whether the body that the question names is among those whom the rule has told or asked. */
function addresseeVerdict(says: string, question: string): string | null {
  const named = ADDRESSEES.filter(([words]) => words.test(question));
  const [only] = named;
  // a report is no consent
  if (!only || named.length > 1 || (/同意|批准|审批/.test(question) && !/同意|批准|审批/.test(says))) return null;
  const need = asksNeed(question);
  if (only[1].test(says)) return need ? '需要。' : '是。';
  return need ? '不需要。' : '不是。';
}

/** 得向两家报备，对不对: who is added to those whom the rule has told makes the premise false. */
const CLAIMED = /对不对|对吗|对吧|是吗|是吧|没错/;
const RECIPIENTS: readonly (readonly [RegExp, RegExp])[] = [
  [/区委办/, /区委办/],
  [/区府办|政府办/, /区政府办|区政府（/],
  [/书记/, /书记|区委主要领导/],
  [/市政府|市里/, /市政府/],
];

/** Bodies that a leave is told to or asked of, as a question and as a rule names them. */
const ADDRESSEES: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:报|告诉|通知|经|给)[^，。]{0,4}(?:区?政府办|区府办|区政府)/, /区政府/],
  [/(?:报|告诉|通知|经|给)[^，。]{0,4}区委办/, /区委办/],
  [/(?:报|告诉|通知|经|给|跟|向)[^，。]{0,4}区委(?!办|书记)/, /区委/],
  [/(?:报|告诉|经|给|跟|向|和|要|得|用)[^，。副常分]{0,3}区长/, /(?<!副)区长/],
  [/(?:报|告诉|经|给|跟|向|和|要|得|用)[^，。]{0,3}(?:分管)?副区长/, /副区长/],
  [/书记|区委主要领导/, /书记|区委主要领导/],
  [/市政府|市里/, /市政府/],
  [/省政府|省里/, /省/],
];
