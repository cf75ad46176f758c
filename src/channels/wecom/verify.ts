/** Whether a webhook call truly comes from WeCom (企业微信、山东通): the address check by GET, everything else by POST. */
import type { Refusal, WebhookRequest } from '../channel.ts';
import { createEnvelope, type Envelope } from '../envelope.ts';
import { instantOfStamp, isFresh, MAX_BODY_BYTES, type Verified } from '../genuine.ts';
import { decodeUtf8 } from '../json.ts';
import { readXml, textIn, type XmlElement } from './xml.ts';

export interface WecomKeys {
  corpId: string;
  agentId: string;
  token: string;
  /** EncodingAESKey: 43 letters or digits. */
  aesKey: string;
}

export type WecomVerified = Exclude<Verified, { kind: 'genuine' }> | { kind: 'genuine'; message: XmlElement };

/** The platform names no limit; it repeats within seconds, and repeats are known by their ids. */
export const HORIZON_MS = 3_600_000;

/** The envelope of one app: messages are addressed to the corporation (receiveid is the CorpID). */
export const envelopeOf = ({ corpId, token, aesKey }: WecomKeys): Envelope =>
  createEnvelope({ token, aesKey, receiver: corpId });

const refused = (status: 400 | 401, reason: Refusal): WecomVerified => ({ kind: 'refused', status, reason });

/** Makes the check for one app: numbered checks, nothing decrypted before the signature and the time are right. */
export function createVerifier(keys: WecomKeys): (request: WebhookRequest) => WecomVerified {
  const envelope = envelopeOf(keys);

  function doubtOf(request: WebhookRequest, encrypted: string): Refusal | undefined {
    const timestamp = request.query('timestamp') ?? '';
    const signature = request.query('msg_signature') ?? '';
    if (!envelope.isSigned(signature, timestamp, request.query('nonce') ?? '', encrypted)) return 'signature';
    return isFresh(instantOfStamp(timestamp), request.now, HORIZON_MS) ? undefined : 'stale';
  }

  /** URL 校验: answered with exactly what was encrypted, without quotes or a line end. */
  function verifyAddress(request: WebhookRequest): WecomVerified {
    // Base64 has no spaces: one that is there was a plus sign that somebody forgot to escape.
    const encrypted = request.query('echostr')?.replaceAll(' ', '+');
    if (encrypted === undefined) return refused(401, 'signature');
    const doubt = doubtOf(request, encrypted);
    if (doubt) return refused(401, doubt);
    const body = envelope.open(encrypted);
    if (body === undefined) return refused(400, 'malformed');
    return { kind: 'challenge', reply: { status: 200, contentType: 'text/plain; charset=utf-8', body } };
  }

  /** This app's and no other's; editions differ in which of the two they name where. */
  function isOurs(element: XmlElement): boolean {
    const corp = textIn(element, 'ToUserName');
    const agent = textIn(element, 'AgentID');
    return (corp === undefined || corp === keys.corpId) && (agent === undefined || agent === keys.agentId);
  }

  function verifyMessage(request: WebhookRequest): WecomVerified {
    // 1. Strict UTF-8 and the plainest XML, with one cipher text in it.
    const outer = xmlOf(request.rawBody);
    const encrypted = textIn(outer, 'Encrypt');
    if (!outer || encrypted === undefined) return refused(400, 'malformed');

    // 2. The signature over the cipher text, and its time.
    const doubt = doubtOf(request, encrypted);
    if (doubt) return refused(401, doubt);

    // 3. The cipher text opens and is addressed to this corporation.
    const opened = envelope.open(encrypted);
    const message = opened === undefined ? undefined : readXml(opened);
    if (message?.name !== 'xml') return refused(400, 'malformed');

    // 4. This app's, outside and inside.
    if (!isOurs(outer) || !isOurs(message)) return refused(401, 'app');
    return { kind: 'genuine', message };
  }

  return function verifyWecom(request) {
    if (request.rawBody.length > MAX_BODY_BYTES) return { kind: 'refused', status: 413, reason: 'too-large' };
    if (request.method === 'GET') return verifyAddress(request);
    if (request.method === 'POST') return verifyMessage(request);
    return { kind: 'refused', status: 405, reason: 'method' };
  };
}

function xmlOf(bytes: Uint8Array): XmlElement | undefined {
  const text = decodeUtf8(bytes);
  const element = text === undefined ? undefined : readXml(text);
  return element?.name === 'xml' ? element : undefined;
}
