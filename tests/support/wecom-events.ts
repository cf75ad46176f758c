/** WeCom's webhook calls as the platform makes them: the address check, and encrypted XML. */
import { createEnvelope, type EnvelopeKeys } from '../../src/channels/envelope.ts';
import { readXml, writeXml, type XmlElement, type XmlFields } from '../../src/channels/wecom/xml.ts';

export const WECOM_KEYS = {
  corpId: 'ww1436e0e65a779aee',
  agentId: '1000002',
  secret: 'test-wecom-secret',
  token: 'QDG6eK',
  aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
};

/** The example of the platform's own documentation. */
export const OFFICIAL = {
  keys: { token: WECOM_KEYS.token, aesKey: WECOM_KEYS.aesKey, corpId: 'wx5823bf96d3bd56c7', agentId: '218' },
  at: 1_409_659_813_000,
  query: {
    msg_signature: '477715d11cdb4164915debcba66cb864d751f3e6',
    timestamp: '1409659813',
    nonce: '1372623149',
  },
  encrypted:
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
  /** 验证URL: the other example of that page. */
  address: {
    query: {
      msg_signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
      timestamp: '1409659589',
      nonce: '263014780',
      echostr: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
    },
    at: 1_409_659_589_000,
    echo: '1616140317555161061',
  },
};

export interface WecomCall {
  method: 'GET' | 'POST';
  query: Record<string, string>;
  body: string;
}

let serial = 0;

/** A message of the kind `MsgType`, as the platform's XML would name its parts. */
export function wecomMessage(from: string, atMs: number, more: XmlFields): XmlFields {
  return {
    ToUserName: WECOM_KEYS.corpId,
    FromUserName: from,
    CreateTime: Math.floor(atMs / 1000),
    ...more,
    ...(more.MsgType !== 'event' && more.MsgId === undefined && { MsgId: `77294${serial++}00000000000007` }),
    AgentID: Number(WECOM_KEYS.agentId),
  };
}

export const textMessage = (from: string, atMs: number, text: string, more: XmlFields = {}): XmlFields =>
  wecomMessage(from, atMs, { MsgType: 'text', Content: text, ...more });

export const cardPress = (from: string, atMs: number, taskId: string, key: string, code = 'fresh-code'): XmlFields =>
  wecomMessage(from, atMs, {
    MsgType: 'event',
    Event: 'template_card_event',
    EventKey: key,
    TaskId: taskId,
    CardType: 'button_interaction',
    ResponseCode: code,
  });

type Keys = Partial<EnvelopeKeys>;

function seal(message: string, atMs: number, keys: Keys): { query: Record<string, string>; encrypted: string } {
  const { corpId, token, aesKey } = WECOM_KEYS;
  const [timestamp, nonce] = [String(Math.floor(atMs / 1000)), '1372623149'];
  const envelope = createEnvelope({ receiver: corpId, token, aesKey, ...keys });
  const { signature, encrypted } = envelope.seal(message, timestamp, nonce);
  return { query: { msg_signature: signature, timestamp, nonce }, encrypted };
}

/** A signed call; `message` may be XML of any shape. */
export function wecomCall(message: XmlFields | string, atMs: number, keys: Keys = {}): WecomCall {
  const { query, encrypted } = seal(typeof message === 'string' ? message : writeXml({ xml: message }), atMs, keys);
  const outer = { ToUserName: WECOM_KEYS.corpId, AgentID: WECOM_KEYS.agentId, Encrypt: encrypted };
  return { method: 'POST', query, body: writeXml({ xml: outer }) };
}

export function addressCheck(echo: string, atMs: number, keys: Keys = {}): WecomCall {
  const { query, encrypted } = seal(echo, atMs, keys);
  return { method: 'GET', query: { ...query, echostr: encrypted }, body: '' };
}

const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((c) => c.name === name);

/** What an encrypted passive answer says; `undefined` when it isn't properly signed and sealed. */
export function openAnswer(body: string): XmlElement | undefined {
  const outer = readXml(body);
  const text = (name: string): string => child(outer, name)?.text ?? '';
  const envelope = createEnvelope({ receiver: WECOM_KEYS.corpId, ...WECOM_KEYS });
  const encrypted = text('Encrypt');
  const signed = envelope.isSigned(text('MsgSignature'), text('TimeStamp'), text('Nonce'), encrypted);
  const opened = signed ? envelope.open(encrypted) : undefined;
  return opened === undefined ? undefined : readXml(opened);
}

/** The text under a path of names, e.g. `TemplateCard/ReplaceText`. */
export const textAt = (element: XmlElement | undefined, path: string): string | undefined =>
  path.split('/').reduce<XmlElement | undefined>(child, element)?.text;
