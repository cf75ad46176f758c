/** WeCom's messages and events as what a person said, sent or pressed. An app has no groups: all is one to one. */
import type { Instant } from '../../core/day.ts';
import type { Incoming, Outcome, PlatformUser, Reply } from '../channel.ts';
import { fileName, saidAt } from '../genuine.ts';
import { labelOf, readTaskId } from './cards.ts';
import { readTyped } from './typed.ts';
import { HORIZON_MS } from './verify.ts';
import { textIn, type XmlElement } from './xml.ts';

/** The webhook's answer: nothing. What there is to say is sent. */
export const EMPTY: Reply = { status: 200, contentType: 'text/plain; charset=utf-8', body: '' };

const ignored = (reason: string): Outcome => ({ kind: 'ignored', reason, reply: EMPTY });

interface Sender {
  id: string;
  user: PlatformUser;
  /** Seconds since 1970, as it came. */
  created: string;
  at: Instant;
}

export interface WecomMessage {
  outcome: Outcome;
  /** With which the pressed card can be updated once (response_code). */
  responseCode?: string;
}

/** A verified message as an outcome; events that mean nothing here are ignored. */
export function readMessage(message: XmlElement, now: Instant): WecomMessage {
  const responseCode = textIn(message, 'ResponseCode');
  return { outcome: outcomeOf(message, now), ...(responseCode !== undefined && { responseCode }) };
}

function outcomeOf(message: XmlElement, now: Instant): Outcome {
  const id = textIn(message, 'FromUserName');
  const type = textIn(message, 'MsgType');
  const created = textIn(message, 'CreateTime') ?? '';
  if (id === undefined || type === undefined) return ignored('envelope');
  const sender: Sender = { id, user: userOf(id), created, at: saidAt(created, now, HORIZON_MS) };
  if (type === 'event') return readEvent(message, sender);

  const msgId = textIn(message, 'MsgId');
  if (msgId === undefined) return ignored('envelope');
  return incoming(sender, `wecom:message:${msgId}`, readContent(message, type));
}

/** The platform's ids are the same in large and small letters; a roster may have written either. */
function userOf(id: string): PlatformUser {
  const small = id.toLowerCase();
  return { ids: small === id ? [id] : [id, small] };
}

type Content = Pick<Incoming, 'text' | 'file' | 'press' | 'unreadable' | 'departed'>;

function incoming({ user, at }: Sender, key: string, content: Content): Outcome {
  return {
    kind: 'events',
    events: [{ channel: 'wecom', ids: [key], user, chat: { kind: 'private' }, at, ...content }],
  };
}

function readContent(message: XmlElement, type: string): Content {
  switch (type) {
    case 'text': {
      const text = textIn(message, 'Content')?.trim() ?? '';
      const press = readTyped(text);
      return press ? { press } : { text };
    }
    case 'voice': {
      // Where the edition transcribes (语音识别); others send the sound alone.
      const words = textIn(message, 'Recognition')?.trim();
      return words ? { text: words } : { unreadable: 'audio' };
    }
    case 'image':
      return fileOr(message, '图片.jpg', type);
    case 'file':
      return fileOr(message, textIn(message, 'FileName') ?? textIn(message, 'Title') ?? '附件', type);
    default:
      return { unreadable: type };
  }
}

function fileOr(message: XmlElement, name: string, otherwise: string): Content {
  const key = textIn(message, 'MediaId');
  return key === undefined ? { unreadable: otherwise } : { file: { name: fileName(name), key } };
}

/** Events have no id of their own: who, when and what make one. */
function readEvent(message: XmlElement, sender: Sender): Outcome {
  const event = textIn(message, 'Event')?.toLowerCase();
  const key = textIn(message, 'EventKey') ?? '';
  switch (event) {
    case 'template_card_event':
      return readPress(message, sender, key);
    case 'change_contact': {
      const left = textIn(message, 'ChangeType') === 'delete_user' ? textIn(message, 'UserID') : undefined;
      if (left === undefined) return ignored('event-type');
      const user = { ...sender, user: userOf(left) };
      return incoming(user, `wecom:left:${left}:${sender.created}`, { departed: true });
    }
    case 'click':
      // A menu's key is the words that it stands for.
      if (key === '') return ignored('event-type');
      return incoming(sender, `wecom:click:${sender.id}:${sender.created}:${key}`, { text: key });
    default:
      return ignored('event-type');
  }
}

/** Only cards of this bot's own making count: their task id tells the delivery, their keys the place of the button. */
function readPress(message: XmlElement, sender: Sender, key: string): Outcome {
  const taskId = textIn(message, 'TaskId') ?? '';
  const task = readTaskId(taskId);
  const label = task && labelOf(task, key);
  if (!task || label === undefined) return ignored('foreign-card');
  return incoming(sender, `wecom:press:${sender.id}:${sender.created}:${taskId}:${key}`, {
    press: { delivery: task.delivery, label, messageId: taskId },
  });
}
