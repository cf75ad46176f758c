/** A dispatch as a template card (模板卡片, button_interaction) or as text. Neither has markup of ours; texts are plain. */
import { type Ask, BUTTONS } from '../../core/vocabulary.ts';
import type { Dispatch } from '../channel.ts';
import { askOf, attachmentLines, cutTo, inert, plainText, splitQuotes, titleOf } from '../wording.ts';
import { typedAs } from './typed.ts';
import type { XmlFields } from './xml.ts';

/** What a card's id (task_id) tells about it. */
export interface TaskId {
  delivery: number;
  ask: Ask;
}

/** A line beside the words; with an address, its value can be followed. */
interface CardLine {
  keyname: string;
  value: string;
  type?: 1;
  url?: string;
}

/** `template_card` as the platform takes it. */
export interface WecomCard {
  card_type: 'button_interaction';
  main_title: { title: string; desc?: string };
  quote_area?: { type: 0; title: string; quote_text: string };
  sub_title_text: string;
  horizontal_content_list?: readonly CardLine[];
  task_id?: string;
  button_list: readonly { text: string; style: number; key: string }[];
  /** In place of the buttons, grey, once there is nothing left to press. */
  replace_text?: string;
}

/** The platform advises these lengths and says nothing of what becomes of more: such a dispatch goes out as text. */
const MAX_WORDS = 160;
const MAX_QUOTES = 400;
const MAX_LINES = 6;
/** `text.content`; the platform cuts what is longer. */
const MAX_TEXT_BYTES = 2048;
const PRIMARY = 1;
const SECONDARY = 2;

/** A card's id: letters, digits and `_-@`, at most 128. The same key makes the same card. */
export const taskIdOf = (dispatch: Dispatch, key: string): string => `${dispatch.id}_${askOf(dispatch) ?? ''}_${key}`;

/** @example readTaskId('42_approve_mbq1-x7') // { delivery: 42, ask: 'approve' } */
export function readTaskId(taskId: string): TaskId | undefined {
  const [, id, ask] = /^(\d{1,15})_([a-z]+)_./.exec(taskId) ?? [];
  return ask !== undefined && Object.hasOwn(BUTTONS, ask) ? { delivery: Number(id), ask: ask as Ask } : undefined;
}

/** The button that an event's key means. @example labelOf({ delivery: 42, ask: 'approve' }, 'button1') // '不同意' */
export function labelOf({ ask }: TaskId, key: string): string | undefined {
  const [, place] = /^button(\d)$/.exec(key) ?? [];
  return place === undefined ? undefined : BUTTONS[ask][Number(place)];
}

/** The card of a dispatch that has something to press; `undefined` where text must do. */
export function cardOf(dispatch: Dispatch): WecomCard | undefined {
  const { deliveries, applicant, outcome } = dispatch;
  const [first, ...more] = deliveries;
  if (more.length > 0 || askOf(dispatch) === undefined) return undefined;
  const { words, quotes } = splitQuotes(first);
  const said = inert([words, ...attachmentLines(first)].join('\n').trim());
  const quoted = inert(quotes.map((quote) => quote.replace(/^依据：/, '')).join('\n'));
  if (said.length > MAX_WORDS || quoted.length > MAX_QUOTES) return undefined;
  const beside = outcome === undefined ? noteLine(dispatch) : { keyname: '结果', value: inert(outcome) };
  const links = (dispatch.enclosures ?? []).flatMap(({ name, link }): CardLine[] =>
    link === undefined ? [] : [{ keyname: '附件', type: 1, value: inert(name), url: link }],
  );
  const lines = [...(beside ? [beside] : []), ...links];
  return {
    card_type: 'button_interaction',
    main_title: { title: inert(titleOf(dispatch)), ...(applicant && { desc: `申请人：${inert(applicant)}` }) },
    ...(quoted !== '' && { quote_area: { type: 0, title: '依据', quote_text: quoted } }),
    sub_title_text: said,
    ...(lines.length > 0 && { horizontal_content_list: lines.slice(0, MAX_LINES) }),
    button_list: first.buttons.map((text, i) => ({ text, style: i === 0 ? PRIMARY : SECONDARY, key: `button${i}` })),
    ...(outcome !== undefined && { replace_text: '已处理' }),
  };
}

/** Cards have no comment field here: an opinion is typed. */
function noteLine({ id, deliveries: [{ buttons }] }: Dispatch): { keyname: string; value: string } | undefined {
  const [, other] = buttons;
  return other === undefined ? undefined : { keyname: '附言', value: `回复“${typedAs(other, id)} ……”` };
}

/**
 * The dispatch as text that can be answered in words. It ends with its number: that is what an answer can name, and it
 * keeps two messages of the same words apart, of which the platform would drop the second for a repeat.
 */
export function textOf(dispatch: Dispatch): string {
  const { id, deliveries, outcome } = dispatch;
  const [label] = outcome === undefined ? deliveries[0].buttons : [];
  const lines = plainText(dispatch).split('\n');
  const hint = outcome !== undefined || label !== undefined ? lines.splice(-1) : [];
  const number = label === undefined ? `（编号${id}）` : `（也可写明编号，如：${typedAs(label, id)}）`;
  const foot = `\n${hint.join('')}${number}`;
  return `${cutTo(lines.join('\n'), MAX_TEXT_BYTES - Buffer.byteLength(foot))}${foot}`;
}

/** A card in the words of a passive answer: `main_title` becomes `MainTitle`, lists become repeated elements. */
export function cardFields(card: WecomCard): XmlFields {
  const { main_title, quote_area, horizontal_content_list, button_list } = card;
  return {
    CardType: card.card_type,
    MainTitle: { Title: main_title.title, ...(main_title.desc !== undefined && { Desc: main_title.desc }) },
    ...(quote_area && {
      QuoteArea: { Type: quote_area.type, Title: quote_area.title, QuoteText: quote_area.quote_text },
    }),
    SubTitleText: card.sub_title_text,
    ...(horizontal_content_list && {
      HorizontalContentList: horizontal_content_list.map(({ keyname, value, type, url }) => ({
        KeyName: keyname,
        Value: value,
        ...(type !== undefined && { Type: type }),
        ...(url !== undefined && { Url: url }),
      })),
    }),
    ButtonList: button_list.map(({ text, style, key }) => ({ Text: text, Style: style, Key: key })),
    ...(card.replace_text !== undefined && { ReplaceText: card.replace_text }),
  };
}
