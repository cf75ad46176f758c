/** What every channel says around a delivery's own words, and how foreign words are kept from acting as markup. */
import type { Delivery } from '../core/message.ts';
import { ABOUTS, type Status } from '../core/vocabulary.ts';
import type { Dispatch } from './channel.ts';

const STATUS_WORDS: Record<Status, string> = {
  answered: '答复',
  'not-found': '规则未作规定',
  incomplete: '请补充',
  refused: '不能受理',
  submitted: '已提交',
  recorded: '已记录',
  'not-allowed': '无权办理',
  'not-understood': '未能理解',
  'to-approve': '请审批',
  'to-note': '请阅知',
  'to-file': '请备案',
  'to-countersign': '请会签',
  'to-attend': '请回复是否参加',
  'to-do': '请办理',
  reminder: '提醒',
  notice: '告知',
  approved: '已获同意',
  declined: '未获同意',
};

/** @example titleOf(dispatch) // '请假外出 · 请审批' */
export function titleOf({ deliveries }: Dispatch): string {
  const [first, ...more] = deliveries;
  if (more.length > 0) return `提醒（共${deliveries.length}件）`;
  return `${ABOUTS[first.about]} · ${STATUS_WORDS[first.status]}`;
}

const NOTE_HINTS: Partial<Record<Status, string>> = {
  'to-approve': '附言（不同意时请写明理由）',
  'to-countersign': '附言（有不同意见时请写明意见和依据）',
  'to-attend': '附言（请假时请写明事由）',
};

/** The words inside an empty comment field (附言). */
export const noteHint = (status: Status): string => NOTE_HINTS[status] ?? '附言（选填）';

/** A delivery's words, and apart from them the lines that quote clauses (依据). */
export function splitQuotes(delivery: Delivery): { words: string; quotes: string[] } {
  const lines = delivery.text.split('\n');
  const isQuote = (line: string): boolean => /^(?:依据|相近条款)：/.test(line);
  return {
    words: lines
      .filter((line) => !isQuote(line))
      .join('\n')
      .trim(),
    quotes: lines.filter(isQuote),
  };
}

/** Tells apart what platforms would act on: tags, links, mentions of everyone. */
const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/</g, '＜'],
  [/>/g, '＞'],
  [/:\/\//g, '：//'],
  [/\]\(/g, '］（'],
  [/@(?=all\b|everyone\b|所有人|全体成员)/gi, '＠'],
];

/**
 * Words that no platform takes for markup: control and bidi characters go, tags and links become full-width.
 * @example inert('<at id=all></at>') // '＜at id=all＞＜/at＞'
 */
export function inert(text: string): string {
  const visible = text.replace(/\r\n?/g, '\n').replace(/[^\n\P{C}]|[\u2028\u2029]/gu, '');
  return ACTIVE.reduce((words, [pattern, harmless]) => words.replace(pattern, harmless), visible);
}

/** The whole dispatch as text that can be answered in words, for platforms or moments without cards. */
export function plainText(dispatch: Dispatch): string {
  const { deliveries, applicant, outcome } = dispatch;
  const [first] = deliveries;
  const head = applicant ? `【${titleOf(dispatch)}】申请人：${applicant}` : `【${titleOf(dispatch)}】`;
  const bodies = deliveries.map((d) => d.text);
  const files = attachmentLines(first);
  const foot = outcome ?? (first.buttons.length > 0 ? `请直接回复：${first.buttons.join(' 或 ')}` : undefined);
  return inert([head, ...bodies, ...files, ...(foot ? [foot] : [])].join('\n'));
}

/** `附件：请假报告.docx`, a line for all of them. */
export function attachmentLines({ attachments }: Delivery): string[] {
  return attachments?.length ? [`附件：${attachments.map((a) => a.name).join('、')}`] : [];
}

/** When a platform refuses the words themselves: says that there is something, and nothing of what. */
export const neutralText = (dispatch: Dispatch): string =>
  `【${titleOf(dispatch)}】此件内容未能通过平台审查，无法在此显示，请联系区政府办公室。`;
