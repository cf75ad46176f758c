/** A dispatch as an interactive card (卡片 JSON 2.0). All words are plain text: nothing in a card is markdown. */
import type { Status } from '../../core/vocabulary.ts';
import type { Dispatch, DispatchField } from '../channel.ts';
import { attachmentLines, cutTo, inert, noteHint, plainText, splitQuotes, titleOf } from '../wording.ts';
import { type ButtonValue, type FormValue, NOTE_FIELD, otherField } from './events.ts';

type Element = Record<string, unknown>;
export type Card = Record<string, unknown>;

/** Feishu refuses a card from 30 KB of request body on; its JSON is escaped once more inside the request. */
const MAX_CARD_BYTES = 28_000;
const MAX_TEXT_BYTES = 140_000;
const MAX_NOTE_CHARS = 1000;
const MAX_FIELD_CHARS = 200;

const COLOURS: Partial<Record<Status, string>> = {
  'to-approve': 'blue',
  'to-note': 'blue',
  'to-file': 'blue',
  'to-countersign': 'blue',
  'to-attend': 'blue',
  'to-do': 'blue',
  reminder: 'orange',
  incomplete: 'orange',
  refused: 'red',
  declined: 'red',
  'not-allowed': 'red',
  approved: 'green',
  submitted: 'green',
  recorded: 'green',
};

/** Labels that set a matter going are filled, those that stop it are not. */
const HESITANT = new Set(['不同意', '有不同意见', '请假']);

const plain = (content: string, style: Element = {}): Element => ({ tag: 'plain_text', content, ...style });
const div = (content: string, style: Element = {}): Element => ({ tag: 'div', text: plain(content, style) });
const quiet = { text_size: 'notation', text_color: 'grey' };

/** The card of a dispatch; with an outcome it shows that and no buttons. */
export function buildCard(dispatch: Dispatch): Card {
  const [first] = dispatch.deliveries;
  const title = inert(titleOf(dispatch));
  const decided = dispatch.outcome !== undefined;
  return {
    schema: '2.0',
    config: { update_multi: true, enable_forward: false, summary: { content: title } },
    header: {
      title: plain(title),
      ...(dispatch.applicant && { subtitle: plain(`申请人：${inert(dispatch.applicant)}`) }),
      template: decided ? 'grey' : (COLOURS[first.status] ?? 'default'),
    },
    body: { elements: [...bodyOf(dispatch), ...linksOf(dispatch), ...progressOf(dispatch), ...footOf(dispatch)] },
  };
}

function bodyOf({ deliveries }: Dispatch): Element[] {
  const parts = deliveries.flatMap((delivery, i) => {
    const { words, quotes } = splitQuotes(delivery);
    return [
      ...(i > 0 ? [{ tag: 'hr' }] : []),
      ...(words ? [div(inert(words))] : []),
      ...attachmentLines(delivery).map((line) => div(inert(line))),
      ...quotes.map((quote) => div(inert(quote), quiet)),
    ];
  });
  return parts.length > 0 ? parts : [div('（无内容）')];
}

const linksOf = ({ enclosures = [] }: Dispatch): Element[] =>
  enclosures.flatMap(({ name, link }) => (link === undefined ? [] : [linkButton(`下载${inert(name)}`, link)]));

const linkButton = (label: string, url: string): Element => ({
  tag: 'button',
  text: plain(label),
  type: 'text',
  behaviors: [{ type: 'open_url', default_url: url }],
});

const progressOf = ({ progress = [] }: Dispatch): Element[] =>
  progress.length > 0 ? [{ tag: 'hr' }, ...progress.map((line) => div(inert(line)))] : [];

function footOf({ id, deliveries, outcome, form }: Dispatch): Element[] {
  const [first] = deliveries;
  if (outcome !== undefined) return [{ tag: 'hr' }, div(inert(outcome))];
  if (form && form.length > 0) return [formOf(id, form)];
  if (first.buttons.length === 0) return [];
  const note = {
    tag: 'input',
    name: NOTE_FIELD,
    input_type: 'multiline_text',
    rows: 1,
    width: 'fill',
    max_length: MAX_NOTE_CHARS,
    placeholder: plain(noteHint(first.status)),
  };
  const columns = first.buttons.map((label, i) => ({
    tag: 'column',
    width: 'auto',
    elements: [button(label, `press_${i}`, { d: id, b: label })],
  }));
  return [{ tag: 'form', name: 'answer', elements: [note, { tag: 'column_set', columns }] }];
}

/** 表单容器: what is missing as fields, and one button that sends all of them. */
function formOf(id: number, form: readonly DispatchField[]): Element {
  const fields = form.flatMap((field) => [div(inert(field.label), quiet), ...fieldOf(field)]);
  return { tag: 'form', name: 'fill_in', elements: [...fields, button('提交', 'submit', { f: id })] };
}

function fieldOf(field: DispatchField): Element[] {
  const { name, label } = field;
  if (field.kind === 'person' && field.people.length > 0)
    return [personField(name, field.people), input(otherField(name), '名单以外的人员，请填写姓名', false)];
  return field.kind === 'date'
    ? [{ tag: 'date_picker', name, required: true, width: 'fill', placeholder: plain(inert(label)) }]
    : [input(name, `请填写${label}`, true)];
}

/** 人员选择 where everybody's open_id is known, else their names. */
function personField(name: string, people: readonly { name: string; ids: readonly string[] }[]): Element {
  const openIds = people.flatMap(({ ids }) => ids.find((id) => id.startsWith('ou_')) ?? []);
  const known = openIds.length === people.length;
  const options = known
    ? openIds.map((value) => ({ value }))
    : people.map((person) => ({ text: plain(inert(person.name)), value: person.name }));
  return {
    tag: known ? 'select_person' : 'select_static',
    name,
    width: 'fill',
    placeholder: plain('请选择人员'),
    options,
  };
}

const input = (name: string, hint: string, required: boolean): Element => ({
  tag: 'input',
  name,
  required,
  width: 'fill',
  max_length: MAX_FIELD_CHARS,
  placeholder: plain(inert(hint)),
});

function button(label: string, name: string, value: ButtonValue | FormValue): Element {
  return {
    tag: 'button',
    name,
    text: plain(label),
    type: HESITANT.has(label) ? 'default' : 'primary',
    form_action_type: 'submit',
    behaviors: [{ type: 'callback', value }],
  };
}

/** What Feishu's message calls take: a type, and the content as a JSON string. */
export interface FeishuContent {
  msg_type: 'interactive' | 'text' | 'file';
  content: string;
}

/** The card while it fits, else the same as text that can be answered in words. */
export function feishuContent(dispatch: Dispatch): FeishuContent {
  const content = JSON.stringify(buildCard(dispatch));
  return Buffer.byteLength(JSON.stringify(content)) <= MAX_CARD_BYTES
    ? { msg_type: 'interactive', content }
    : textContent(plainText(dispatch));
}

/** @example textContent('您好') // { msg_type: 'text', content: '{"text":"您好"}' } */
export function textContent(text: string): FeishuContent {
  return { msg_type: 'text', content: JSON.stringify({ text: cutTo(text, MAX_TEXT_BYTES) }) };
}
