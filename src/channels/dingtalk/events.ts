/** DingTalk's robot messages and card callbacks as what a person said, sent or pressed. */
import type { Instant } from '../../core/day.ts';
import type { Incoming, IncomingChat, Outcome, PlatformUser, Reply } from '../channel.ts';
import { jsonReply, OUTSIDE } from '../channel.ts';
import { fileName, instantOfStamp, saidAt } from '../genuine.ts';
import { fields, listOf, parseJson, textOf } from '../json.ts';
import { labelOf, NOTE_PARAM, readTrackId } from './cards.ts';
import { HORIZON_MS } from './verify.ts';

/** The webhook's answer to a robot message: says nothing into the chat. */
export const NOTHING_TO_SAY: Reply = jsonReply({ msgtype: 'empty' });

/** Where answers to a message may be sent while it is fresh (会话 Webhook), as the message gave it. */
export interface SessionOffer {
  url: string;
  until: Instant;
}

export interface RobotMessage {
  outcome: Outcome;
  session?: SessionOffer;
}

const ignored = (reason: string): Outcome => ({ kind: 'ignored', reason, reply: NOTHING_TO_SAY });

/** A verified robot message. */
export function readMessage(payload: unknown, now: Instant): RobotMessage {
  const msgId = textOf(payload, 'msgId');
  const user = userOf(payload);
  const chat = chatOf(payload);
  if (msgId === undefined || !user || !chat) return { outcome: ignored('envelope') };
  if (chat.kind === 'group' && fields(payload).isInAtList === false) return { outcome: ignored('not-addressed') };
  const incoming: Incoming = {
    channel: 'dingtalk',
    ids: [`dingtalk:message:${msgId}`],
    user,
    chat,
    at: saidAt(stampOf(payload, 'createAt'), now, HORIZON_MS),
    ...readContent(payload),
  };
  const session = sessionOf(payload, now);
  return { outcome: { kind: 'events', events: [incoming] }, ...(session && { session }) };
}

/**
 * The staff id is the one identity; names are the sender's own choice. Outsiders have none, or another organisation's:
 * they are known by an id that no roster holds.
 */
function userOf(payload: unknown): PlatformUser | undefined {
  const staff = textOf(payload, 'senderStaffId');
  const own = textOf(payload, 'chatbotCorpId');
  const corp = textOf(payload, 'senderCorpId');
  const outsider = own !== undefined && corp !== undefined && own !== corp;
  if (staff !== undefined && !outsider) return { ids: [staff] };
  const sender = textOf(payload, 'senderId');
  return sender === undefined ? undefined : { ids: [`${OUTSIDE}${sender}`] };
}

function chatOf(payload: unknown): IncomingChat | undefined {
  if (String(fields(payload).conversationType) === '1') return { kind: 'private' };
  const id = textOf(payload, 'conversationId');
  const name = textOf(payload, 'conversationTitle');
  return id === undefined ? undefined : { kind: 'group', id, ...(name && { name }) };
}

/** A stamp as text, whether it came as number or text. */
function stampOf(payload: unknown, key: string): string | undefined {
  const stamp = fields(payload)[key];
  return typeof stamp === 'number' || typeof stamp === 'string' ? String(stamp) : undefined;
}

function sessionOf(payload: unknown, now: Instant): SessionOffer | undefined {
  const url = textOf(payload, 'sessionWebhook');
  const until = instantOfStamp(stampOf(payload, 'sessionWebhookExpiredTime'));
  return url !== undefined && until !== undefined && until > now ? { url, until } : undefined;
}

type Content = Pick<Incoming, 'text' | 'file' | 'unreadable'>;

/** With its quota used up (额度用尽) the platform sends calls without any content; their senders are still answered. */
function readContent(payload: unknown): Content {
  const type = textOf(payload, 'msgtype') ?? 'unknown';
  const { text, content: raw } = fields(payload);
  const content = typeof raw === 'string' ? parseJson(raw) : raw;
  switch (type) {
    case 'text':
      return wordsOr(textOf(text, 'content') ?? textOf(content, 'content'), 'quota');
    case 'richText':
      return readRichText(content);
    case 'audio':
      return wordsOr(textOf(content, 'recognition'), type);
    case 'file':
      return fileOr(content, fileName(textOf(content, 'fileName') ?? '附件'), type);
    case 'picture':
      return fileOr(content, '图片.jpg', type);
    default:
      return { unreadable: type };
  }
}

/** In groups a space stays where the bot's mention was. */
function wordsOr(words: string | undefined, otherwise: string): Content {
  return words === undefined ? { unreadable: otherwise } : { text: words.trim() };
}

function fileOr(content: unknown, name: string, otherwise: string): Content {
  const key = textOf(content, 'downloadCode');
  return key === undefined ? { unreadable: otherwise } : { file: { name, key } };
}

/** 富文本: the words of all runs, and the first picture as a file. */
function readRichText(content: unknown): Content {
  const runs = listOf(content, 'richText');
  const words = runs.map((run) => textOf(run, 'text') ?? '').join('');
  const picture = runs.find((run) => textOf(run, 'downloadCode') !== undefined);
  if (words.trim() === '' && !picture) return { unreadable: 'richText' };
  return {
    ...(words.trim() !== '' && { text: words.trim() }),
    ...(picture !== undefined && fileOr(picture, '图片.jpg', '')),
  };
}

/** A verified card callback: only cards of this bot's own making count, by the delivery's number in their id. */
export function readPress(payload: unknown, signedAt: string, now: Instant): Outcome {
  const trackId = textOf(payload, 'outTrackId');
  const userId = textOf(payload, 'userId');
  const card = trackId === undefined ? undefined : readTrackId(trackId);
  const raw = fields(payload).content;
  const pressed = fields(typeof raw === 'string' ? parseJson(raw) : raw).cardPrivateData;
  const params = fields(pressed).params;
  const label = card && labelOf(card, [textOf(params, 'label'), ...listOf(pressed, 'actionIds')]);
  if (trackId === undefined || userId === undefined || !card || label === undefined) return foreign;
  const note = textOf(params, NOTE_PARAM)?.trim();
  const incoming: Incoming = {
    channel: 'dingtalk',
    // A callback has no id of its own; nobody presses one card twice within its signed millisecond.
    ids: [`dingtalk:press:${trackId}:${userId}:${signedAt}`],
    user: { ids: [userId] },
    chat: { kind: 'private' },
    at: saidAt(signedAt, now, HORIZON_MS),
    press: { delivery: card.delivery, label, ...(note && { note }), messageId: trackId },
  };
  return { kind: 'events', events: [incoming] };
}

const foreign: Outcome = { kind: 'ignored', reason: 'foreign-card', reply: jsonReply({}) };

/** 组织事件: whoever has left (user_leave_org); everything else changes nothing here. Its answer is always the same. */
export function readOrgEvent(payload: unknown, now: Instant, reply: Reply): Outcome {
  const left = textOf(payload, 'EventType') === 'user_leave_org' ? listOf(payload, 'UserId') : [];
  const stamp = stampOf(payload, 'TimeStamp');
  const [first, ...more] = left
    .filter((id): id is string => typeof id === 'string' && id !== '')
    .map(
      (id): Incoming => ({
        channel: 'dingtalk',
        ids: [`dingtalk:left:${id}:${textOf(payload, 'eventId') ?? stamp ?? now}`],
        user: { ids: [id] },
        chat: { kind: 'private' },
        at: saidAt(stamp, now, HORIZON_MS),
        departed: true,
      }),
    );
  return first ? { kind: 'events', events: [first, ...more], reply } : { kind: 'ignored', reason: 'event-type', reply };
}
