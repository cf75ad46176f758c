/** Feishu's webhook calls as the platform makes them: enveloped, encrypted, signed. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';

export const FEISHU_KEYS = {
  appId: 'cli_test',
  appSecret: 'test-app-secret',
  encryptKey: 'test-encrypt-key',
  verificationToken: 'test-verification-token',
};
type Keys = Pick<typeof FEISHU_KEYS, 'appId' | 'encryptKey' | 'verificationToken'>;

/** Headers and body of a call, ready for `fetch` or `app.request`. */
export interface SignedCall {
  headers: Record<string, string>;
  body: string;
}

/** `{"encrypt": …}` of a payload. */
export function encryptBody(payload: unknown, encryptKey: string): string {
  const key = createHash('sha256').update(encryptKey).digest();
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const blob = Buffer.concat([iv, cipher.update(JSON.stringify(payload), 'utf8'), cipher.final()]);
  return JSON.stringify({ encrypt: blob.toString('base64') });
}

/** Signs a body as it is. */
export function signBody(body: string | Uint8Array, encryptKey: string, atMs: number): Record<string, string> {
  const timestamp = String(Math.floor(atMs / 1000));
  const nonce = randomBytes(8).toString('hex');
  const signature = createHash('sha256')
    .update(timestamp + nonce + encryptKey)
    .update(body)
    .digest('hex');
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature,
  };
}

/** An encrypted and signed call. */
export function signedCall(payload: unknown, atMs: number, keys: Keys = FEISHU_KEYS): SignedCall {
  const body = encryptBody(payload, keys.encryptKey);
  return { headers: signBody(body, keys.encryptKey, atMs), body };
}

/** The URL check, encrypted and unsigned as Feishu sends it. */
export function urlCheck(challenge: string, keys: Keys = FEISHU_KEYS): SignedCall {
  const payload = { challenge, token: keys.verificationToken, type: 'url_verification' };
  return { headers: { 'content-type': 'application/json' }, body: encryptBody(payload, keys.encryptKey) };
}

let serial = 0;

const header = (eventType: string, eventId: string, createTime: string, keys: Keys): Record<string, unknown> => ({
  event_id: eventId,
  event_type: eventType,
  create_time: createTime,
  token: keys.verificationToken,
  app_id: keys.appId,
  tenant_key: 'tenant',
});

export interface MessageSpec {
  /** The sender's ids, e.g. `{ user_id: 'u1', open_id: 'ou_1' }`. */
  from: { user_id?: string; union_id?: string; open_id?: string };
  at: number;
  text?: string;
  /** Another `message_type` with its content. */
  content?: { type: string; value: unknown };
  group?: string;
  mentions?: readonly { key: string; open_id: string; user_id?: string; name: string }[];
  messageId?: string;
  eventId?: string;
  senderType?: string;
}

/** `im.message.receive_v1` */
export function messageEvent(spec: MessageSpec, keys: Keys = FEISHU_KEYS): Record<string, unknown> {
  const n = ++serial;
  const content = spec.content ?? { type: 'text', value: { text: spec.text ?? '' } };
  return {
    schema: '2.0',
    header: header('im.message.receive_v1', spec.eventId ?? `evt_${n}`, String(spec.at), keys),
    event: {
      sender: { sender_id: spec.from, sender_type: spec.senderType ?? 'user', tenant_key: 'tenant' },
      message: {
        message_id: spec.messageId ?? `om_in_${n}`,
        create_time: String(spec.at),
        update_time: String(spec.at),
        chat_id: spec.group ?? `oc_p2p_${spec.from.open_id ?? spec.from.user_id}`,
        chat_type: spec.group ? 'group' : 'p2p',
        message_type: content.type,
        content: JSON.stringify(content.value),
        ...(spec.mentions && {
          mentions: spec.mentions.map(({ key, open_id, user_id, name }) => ({
            key,
            id: { open_id, ...(user_id && { user_id }) },
            name,
            tenant_key: 'tenant',
          })),
        }),
      },
    },
  };
}

/** `im.message.recalled_v1`; it tells no sender. */
export const recallEvent = (
  messageId: string,
  at: number,
  by = 'message_owner',
  keys: Keys = FEISHU_KEYS,
): unknown => ({
  schema: '2.0',
  header: header('im.message.recalled_v1', `evt_${++serial}`, String(at), keys),
  event: { message_id: messageId, chat_id: 'oc_p2p', recall_time: String(at), recall_type: by },
});

export interface PressSpec {
  by: { user_id?: string; union_id?: string; open_id?: string };
  at: number;
  /** The pressed button's callback value, as the card carries it. */
  value: unknown;
  note?: string;
  messageId?: string;
  eventId?: string;
}

/** `card.action.trigger` of a submit button in a form; its stamp is in microseconds. */
export function pressEvent(spec: PressSpec, keys: Keys = FEISHU_KEYS): Record<string, unknown> {
  return {
    schema: '2.0',
    header: header('card.action.trigger', spec.eventId ?? `evt_${++serial}`, `${spec.at}000`, keys),
    event: {
      operator: { tenant_key: 'tenant', ...spec.by },
      token: 'c-295ee57216a5dc9de90fefd0aadb4b1d',
      action: {
        value: spec.value,
        tag: 'button',
        timezone: 'Asia/Shanghai',
        form_value: { note: spec.note ?? '' },
        name: 'press_0',
      },
      host: 'im_message',
      context: { open_message_id: spec.messageId ?? 'om_card', open_chat_id: 'oc_p2p' },
    },
  };
}

/** `card.action.trigger` of a form that was filled in and sent. */
export function formEvent({ filled, ...spec }: PressSpec & { filled: Record<string, unknown> }): unknown {
  const payload = pressEvent(spec) as { event: { action: Record<string, unknown> } };
  Object.assign(payload.event.action, { form_value: filled, name: 'submit' });
  return payload;
}

/** Every object in a card's tree that has the tag. */
export function withTag(node: unknown, tag: string): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap((n) => withTag(n, tag));
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as { tag?: unknown }).tag === tag ? [node as Record<string, unknown>] : [];
  return [...own, ...Object.values(node).flatMap((n) => withTag(n, tag))];
}

export interface CardButton {
  label: string;
  value: unknown;
}

/** Every button of a card, with the value that its press sends back. */
export function buttonsOf(card: unknown): CardButton[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (typeof card !== 'object' || card === null) return [];
  const node = card as Record<string, unknown>;
  if (node.tag === 'button') {
    const { text, behaviors } = node as { text: { content: string }; behaviors: { value: unknown }[] };
    return [{ label: text.content, value: behaviors[0]?.value }];
  }
  return Object.values(node).flatMap(buttonsOf);
}

/** Every word that a card or text message shows. */
export function wordsOf(content: unknown): string {
  if (Array.isArray(content)) return content.map(wordsOf).join('');
  if (typeof content !== 'object' || content === null) return '';
  return Object.entries(content)
    .map(([key, value]) =>
      typeof value === 'string' && (key === 'content' || key === 'text') ? `${value}\n` : wordsOf(value),
    )
    .join('');
}
