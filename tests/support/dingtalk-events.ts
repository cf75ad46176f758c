/** DingTalk's webhook calls as the platform makes them: signed robot messages and card presses, encrypted events. */
import { createHmac } from 'node:crypto';
import { createEnvelope, type EnvelopeKeys } from '../../src/channels/envelope.ts';

export const DINGTALK_KEYS = {
  appKey: 'dingtestkey',
  appSecret: 'test-app-secret',
  robotCode: 'dingtestkey',
  cardSecret: 'test-card-secret',
  events: { token: 'testtoken', aesKey: '4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij' },
};

/** Headers, query and body of a call, ready for `fetch` or a verifier. */
export interface DingtalkCall {
  headers: Record<string, string>;
  query?: Record<string, string>;
  body: string;
}

const hmac = (key: string, data: string): string => createHmac('sha256', key).update(data).digest('base64');

export interface RobotSpec {
  /** The sender's staff id; `null` for somebody without one. */
  from: string | null;
  at: number;
  text?: string;
  /** Another `msgtype` with its content. */
  content?: { type: string; value?: unknown };
  group?: string;
  msgId?: string;
  session?: { url: string; until?: number };
  more?: Record<string, unknown>;
}

let serial = 0;

export function robotMessage(spec: RobotSpec): Record<string, unknown> {
  const { from, at, group, session, content = { type: 'text' } } = spec;
  return {
    msgId: spec.msgId ?? `msg${++serial}==`,
    conversationId: group ?? `cid-private-${from}`,
    conversationType: group ? '2' : '1',
    ...(group && { conversationTitle: '区政府办公室', isInAtList: true, atUsers: [{ dingtalkId: '$:LWCP_v1:$bot' }] }),
    chatbotCorpId: 'dingcorp',
    chatbotUserId: '$:LWCP_v1:$bot',
    senderId: `$:LWCP_v1:$${from ?? 'outsider'}`,
    ...(from !== null && { senderStaffId: from, senderCorpId: 'dingcorp' }),
    senderNick: '自选的名字',
    isAdmin: false,
    createAt: at,
    robotCode: DINGTALK_KEYS.robotCode,
    ...(session && { sessionWebhook: session.url, sessionWebhookExpiredTime: session.until ?? at + 5_400_000 }),
    msgtype: content.type,
    ...(spec.text !== undefined && { text: { content: spec.text } }),
    ...(content.value !== undefined && { content: content.value }),
    ...spec.more,
  };
}

/** A robot message's signature covers its time alone. */
export function robotCall(payload: unknown, atMs: number, appSecret = DINGTALK_KEYS.appSecret): DingtalkCall {
  const timestamp = String(atMs);
  const sign = hmac(appSecret, `${timestamp}\n${appSecret}`);
  return { headers: { 'content-type': 'application/json', timestamp, sign }, body: JSON.stringify(payload) };
}

export interface PressSpec {
  by: string;
  trackId: string;
  /** Parameters as the template's button sends them. */
  params?: Record<string, unknown>;
  actionIds?: readonly string[];
}

export const cardPress = ({
  by,
  trackId,
  params = {},
  actionIds = ['button0'],
}: PressSpec): Record<string, unknown> => ({
  type: 'actionCallback',
  outTrackId: trackId,
  corpId: 'dingcorp',
  userId: by,
  userIdType: 1,
  spaceType: 'IM_ROBOT',
  content: JSON.stringify({ cardPrivateData: { actionIds, params } }),
});

export function cardCall(payload: unknown, atMs: number, cardSecret = DINGTALK_KEYS.cardSecret): DingtalkCall {
  const stamp = String(atMs);
  const headers = {
    'content-type': 'application/json',
    'x-ddpaas-signature-timestamp': stamp,
    'x-ddpaas-signature': hmac(cardSecret, stamp),
  };
  return { headers, body: JSON.stringify(payload) };
}

const ENVELOPE: EnvelopeKeys = { ...DINGTALK_KEYS.events, receiver: DINGTALK_KEYS.appKey };

/** An encrypted event; `spelling` is how the platform's pages name the parameters. */
export function eventCall(
  payload: unknown,
  atMs: number,
  keys: Partial<EnvelopeKeys> = {},
  spelling: 'short' | 'long' = 'short',
): DingtalkCall {
  const [timestamp, nonce] = [String(atMs), 'nEXhMP4r'];
  const sealed = createEnvelope({ ...ENVELOPE, ...keys }).seal(JSON.stringify(payload), timestamp, nonce);
  const query: Record<string, string> =
    spelling === 'short'
      ? { signature: sealed.signature, timestamp, nonce }
      : { msg_signature: sealed.signature, timeStamp: timestamp, nonce };
  return {
    headers: { 'content-type': 'application/json' },
    query,
    body: JSON.stringify({ encrypt: sealed.encrypted }),
  };
}

/** What an encrypted answer says; `undefined` when it isn't properly signed and sealed. */
export function openAnswer(body: string): string | undefined {
  const answer = JSON.parse(body) as { msg_signature: string; timeStamp: string; nonce: string; encrypt: string };
  const envelope = createEnvelope(ENVELOPE);
  const signed = envelope.isSigned(answer.msg_signature, answer.timeStamp, answer.nonce, answer.encrypt);
  return signed ? envelope.open(answer.encrypt) : undefined;
}
