/** Feishu's events as what a person said, sent or pressed. */
import type { Instant } from '../../core/day.ts';
import { FIELD_NAMES, type FieldName } from '../../core/form.ts';
import type { Incoming, IncomingForm, Outcome, PlatformUser } from '../channel.ts';
import { jsonReply } from '../channel.ts';
import { fileName, instantOfStamp, saidAt } from '../genuine.ts';
import { fields, listOf, parseJson, textOf } from '../json.ts';
import { HORIZON_MS } from './verify.ts';

/** The value of every button that this bot's cards carry. */
export interface ButtonValue {
  /** The delivery. */
  d: number;
  /** The label. */
  b: string;
}

/** The value of the button that sends a filled-in form. */
export interface FormValue {
  /** The delivery. */
  f: number;
}

/** What names somebody who is not on a person field's list. */
export const otherField = (name: string): string => `${name}_other`;

/** The form field of every card that carries the comment (附言). */
export const NOTE_FIELD = 'note';

interface Known {
  now: Instant;
  /** The bot's own open_id; unknown until the platform has told it. */
  self: string | undefined;
}

const ignored = (reason: string): Outcome => ({ kind: 'ignored', reason, reply: jsonReply({}) });

/** A verified payload as an outcome; kinds of event that mean nothing here are ignored. */
export function readEvent(payload: unknown, known: Known): Outcome {
  const { header, event } = fields(payload);
  const eventId = textOf(header, 'event_id');
  if (eventId === undefined) return ignored('envelope');
  const at = saidAt(textOf(header, 'create_time'), known.now, HORIZON_MS);
  switch (textOf(header, 'event_type')) {
    case 'im.message.receive_v1':
      return readMessage(event, eventId, known);
    case 'contact.user.deleted_v3':
      return readDeparture(event, eventId, at);
    case 'im.message.recalled_v1':
      return readRecall(event, eventId, at);
    case 'card.action.trigger':
      return readPress(event, eventId, at);
    default:
      return ignored('event-type');
  }
}

function userOf(ids: unknown): PlatformUser | undefined {
  const known = ['user_id', 'union_id', 'open_id'].flatMap((key) => textOf(ids, key) ?? []);
  return known.length > 0 ? { ids: known } : undefined;
}

function readMessage(event: unknown, eventId: string, known: Known): Outcome {
  const { sender, message } = fields(event);
  const messageId = textOf(message, 'message_id');
  const user = userOf(fields(sender).sender_id);
  const chatId = textOf(message, 'chat_id');
  if (textOf(sender, 'sender_type') !== 'user' || !user || !messageId || !chatId) return ignored('not-a-person');

  const group = textOf(message, 'chat_type') !== 'p2p';
  const mentions = listOf(message, 'mentions').map(readMention);
  const own = group ? ownMention(mentions, known.self) : mentions.find((m) => m.openId === known.self);
  if (group && !own) return ignored('not-addressed');

  const content = readContent(textOf(message, 'message_type') ?? '', parseJson(textOf(message, 'content') ?? ''));
  if (!content) return ignored('recalled');
  const others = mentions.filter((m) => m !== own && m.ids.length > 0);
  const edited = editedAt(message);
  const incoming: Incoming = {
    channel: 'feishu',
    ids: [`${keyOf(messageId)}${edited === undefined ? '' : `@${edited}`}`, `feishu:event:${eventId}`],
    ...(edited !== undefined && { edits: keyOf(messageId) }),
    user,
    chat: group ? { kind: 'group', id: chatId } : { kind: 'private' },
    at: saidAt(textOf(message, 'create_time'), known.now, HORIZON_MS),
    ...content,
    ...(content.text !== undefined && { text: withNames(content.text, mentions, own) }),
    ...(others.length > 0 && { mentions: others.map(({ ids, name }) => ({ ids, name })) }),
  };
  return { kind: 'events', events: [incoming] };
}

const keyOf = (messageId: string): string => `feishu:message:${messageId}`;

/** When a message was edited (编辑): its stamp of change is later than that of its making. */
function editedAt(message: unknown): string | undefined {
  const updated = textOf(message, 'update_time');
  const [made, changed] = [textOf(message, 'create_time'), updated].map(instantOfStamp);
  return made !== undefined && changed !== undefined && changed > made ? updated : undefined;
}

/** 撤回: by the sender alone; what a group's owner takes away was said all the same. */
function readRecall(event: unknown, eventId: string, at: Instant): Outcome {
  const messageId = textOf(event, 'message_id');
  if (messageId === undefined) return ignored('envelope');
  if ((textOf(event, 'recall_type') ?? 'message_owner') !== 'message_owner') return ignored('recalled-by-another');
  const ids = [`feishu:recall:${messageId}`, `feishu:event:${eventId}`] as const;
  const chat = { kind: 'private' } as const;
  const recalled: Incoming = { channel: 'feishu', ids, user: { ids: [] }, chat, at, recalls: keyOf(messageId) };
  return { kind: 'events', events: [recalled] };
}

/** 员工离职 */
function readDeparture(event: unknown, eventId: string, at: Instant): Outcome {
  const user = userOf(fields(event).object);
  if (!user) return ignored('envelope');
  const ids = [`feishu:event:${eventId}`] as const;
  const departed: Incoming = { channel: 'feishu', ids, user, chat: { kind: 'private' }, at, departed: true };
  return { kind: 'events', events: [departed] };
}

interface Mention {
  key: string;
  name: string;
  openId: string | undefined;
  ids: readonly string[];
}

function readMention(mention: unknown): Mention {
  const id = fields(mention).id;
  return {
    key: textOf(mention, 'key') ?? '',
    name: textOf(mention, 'name') ?? '',
    openId: textOf(id, 'open_id'),
    ids: userOf(id)?.ids ?? [],
  };
}

/** Un-mentioned group talk is nobody's business; while the bot doesn't know itself, the first mention counts as it. */
function ownMention(mentions: readonly Mention[], self: string | undefined): Mention | undefined {
  if (self === undefined) return mentions.find((m) => m.openId !== undefined);
  return mentions.find((m) => m.openId === self);
}

/** Replaces the placeholders `@_user_1` by names, the bot's own by nothing. */
function withNames(text: string, mentions: readonly Mention[], own: Mention | undefined): string {
  const named = text.replace(/@_user_\d+|@_all\b/g, (key) => {
    if (key === own?.key) return '';
    const name = key === '@_all' ? '所有人' : mentions.find((m) => m.key === key)?.name;
    return name ? `@${name}` : '';
  });
  return named.trim();
}

type Content = Pick<Incoming, 'text' | 'file' | 'unreadable'>;

function readContent(type: string, content: unknown): Content | undefined {
  if (content === undefined) return undefined;
  switch (type) {
    case 'text':
      return { text: textOf(content, 'text') ?? '' };
    case 'post':
      return { text: readPost(content) };
    case 'file': {
      const key = textOf(content, 'file_key');
      return key ? { file: { name: fileName(textOf(content, 'file_name') ?? '附件'), key } } : undefined;
    }
    case 'image': {
      const key = textOf(content, 'image_key');
      return key ? { file: { name: '图片.jpg', key } } : undefined;
    }
    default:
      return { unreadable: type };
  }
}

/** 富文本: the title and the lines' words; pictures and emotions carry none. */
function readPost(content: unknown): string {
  const body = fields(content).content ? content : (Object.values(fields(content))[0] ?? {});
  const lines = listOf(body, 'content').map((line) =>
    (Array.isArray(line) ? line : [])
      .map((run: unknown) => (textOf(run, 'tag') === 'at' ? ` ${textOf(run, 'user_id') ?? ''} ` : textOf(run, 'text')))
      .join(''),
  );
  return [textOf(body, 'title') ?? '', ...lines].filter((line) => line.trim() !== '').join('\n');
}

/** 卡片按钮: only buttons of this bot's own making count, by the delivery's number and the label in their value. */
function readPress(event: unknown, eventId: string, at: Instant): Outcome {
  const { operator, action, context } = fields(event);
  const user = userOf(operator);
  const { value, form_value: filled } = fields(action);
  const { d, b, f } = fields(typeof value === 'string' ? parseJson(value) : value);
  const messageId = textOf(context, 'open_message_id');
  const card = messageId === undefined ? {} : { messageId };
  const content = ((): Pick<Incoming, 'press' | 'form'> | undefined => {
    if (isDelivery(f)) return { form: { delivery: f, answers: readAnswers(filled), ...card } };
    if (!isDelivery(d) || typeof b !== 'string' || b === '') return undefined;
    const note = textOf(filled, NOTE_FIELD)?.trim();
    return { press: { delivery: d, label: b, ...(note && { note }), ...card } };
  })();
  if (!user || !content) return ignored('foreign-card');
  const ids = [`feishu:event:${eventId}`] as const;
  const incoming: Incoming = { channel: 'feishu', ids, user, chat: { kind: 'private' }, at, ...content };
  return { kind: 'events', events: [incoming] };
}

const isDelivery = (id: unknown): id is number => typeof id === 'number' && Number.isSafeInteger(id);

/** A date carries the client's zone behind it (`2026-03-05 +0800`); a chosen person is an open_id, or a name where none is known. */
function readAnswers(filled: unknown): IncomingForm['answers'] {
  const answers: Partial<Record<FieldName, string | PlatformUser>> = {};
  for (const name of FIELD_NAMES) {
    const value = (textOf(filled, otherField(name)) ?? textOf(filled, name))?.trim();
    if (!value) continue;
    const day = /^(\d{4}-\d{2}-\d{2})(?: [+-]\d{4})?$/.exec(value)?.[1];
    answers[name] = name === 'acting' && value.startsWith('ou_') ? { ids: [value] } : (day ?? value);
  }
  return answers;
}
