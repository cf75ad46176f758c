/** What every channel says around a delivery's own words, and how foreign words are kept from acting as markup. */
import type { Delivery } from '../core/message.ts';
import { ABOUTS, type Ask, BUTTONS, STATUS_WORDS, type Status } from '../core/vocabulary.ts';
import type { Dispatch } from './channel.ts';

/** @example titleOf(dispatch) // '请假外出 · 请审批' */
export function titleOf({ deliveries, urgent }: Dispatch): string {
  const [first, ...more] = deliveries;
  if (more.length > 0) return `提醒（共${deliveries.length}件）`;
  return `${urgent ? '【紧急】' : ''}${ABOUTS[first.about]} · ${STATUS_WORDS[first.status]}`;
}

/** The ask whose buttons a dispatch carries; `undefined` for one that has none. */
export function askOf({ deliveries: [{ buttons }] }: Dispatch): Ask | undefined {
  return (Object.keys(BUTTONS) as Ask[]).find((ask) => BUTTONS[ask].join() === buttons.join());
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
  const foot = outcome ?? replyHint(dispatch);
  const last = foot ? [inert(foot)] : [];
  return [inert([head, ...bodies, ...files].join('\n')), ...linkLines(dispatch), ...last].join('\n');
}

/** `下载：https://…`, for papers that can be fetched; the address is the office's own. */
export const linkLines = ({ enclosures = [] }: Dispatch): string[] =>
  enclosures.flatMap(({ link }) => (link === undefined ? [] : [`下载：${link}`]));

/** What goes with a word that alone would not do. */
const WITH_WORD: Readonly<Record<string, string>> = {
  不同意: '请写明理由',
  有不同意见: '请写明意见',
  请假: '请写明事由',
};
/** Words that can be followed by whose matter is meant. */
const NAMES_APPLICANT: readonly string[] = ['同意', '已阅'];

/** The buttons as words to type. @example '请直接回复：同意 或 不同意（请写明理由）' */
function replyHint({ deliveries: [{ buttons }], applicant }: Dispatch): string | undefined {
  const [label] = buttons;
  if (label === undefined) return undefined;
  const words = buttons.map((word) => (WITH_WORD[word] ? `${word}（${WITH_WORD[word]}）` : word)).join(' 或 ');
  const which =
    applicant && NAMES_APPLICANT.includes(label) ? `。有多件待办时请带上申请人，如：${label}${applicant}的申请` : '';
  return `请直接回复：${words}${which}`;
}

const CUT = '……（内容过长，其余从略）';

/** Cuts at whole characters, so that text and mark fit the bytes. */
export function cutTo(text: string, maxBytes: number): string {
  if (Buffer.byteLength(text) <= maxBytes) return text;
  return `${headOf(text, maxBytes - Buffer.byteLength(CUT))}${CUT}`;
}

const ENCODER = new TextEncoder();

/** As many whole characters from the beginning as fit the bytes. */
export const headOf = (text: string, maxBytes: number): string =>
  text.slice(0, ENCODER.encodeInto(text, new Uint8Array(maxBytes)).read);

/** `附件：请假报告.docx`, a line for all of them. */
export function attachmentLines({ attachments }: Delivery): string[] {
  return attachments?.length ? [`附件：${attachments.map((a) => a.name).join('、')}`] : [];
}

/** When a platform refuses the words themselves: says that there is something, and nothing of what. */
export const neutralText = (dispatch: Dispatch): string =>
  `【${titleOf(dispatch)}】此件内容未能通过平台审查，无法在此显示，请联系区政府办公室。`;
