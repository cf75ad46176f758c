/** Whether a webhook call truly comes from DingTalk (钉钉). It has three doors with a signature each, told apart by their headers. */
import { createHmac } from 'node:crypto';
import type { Instant } from '../../core/day.ts';
import type { Refusal, Reply, WebhookRequest } from '../channel.ts';
import { jsonReply } from '../channel.ts';
import { createEnvelope } from '../envelope.ts';
import { instantOfStamp, isFresh, MAX_BODY_BYTES, sameText, type Verified } from '../genuine.ts';
import { decodeUtf8, parseJson, textOf } from '../json.ts';

export interface DingtalkKeys {
  appKey: string;
  appSecret: string;
  robotCode: string;
  /** Signs card callbacks: the `apiSecret` with which their address was registered. */
  cardSecret: string;
  /** 事件订阅; without them no event is taken. */
  events?: { token: string; aesKey: string };
}

/** A genuine call by the door it came through; `signedAt` is the stamp under its signature. */
export type Genuine =
  | { kind: 'robot'; payload: unknown }
  | { kind: 'card'; payload: unknown; signedAt: string }
  | { kind: 'event'; payload: unknown; reply: Reply };

export type DingtalkVerified = Exclude<Verified, { kind: 'genuine' }> | { kind: 'genuine'; call: Genuine };

/** DingTalk's own limit for robot messages; used for its other calls, too, which name none. */
export const HORIZON_MS = 3_600_000;

/** @example robotSignature('1577262236757', 'this is secret') // 'hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=' */
export const robotSignature = (timestamp: string, appSecret: string): string =>
  createHmac('sha256', appSecret).update(`${timestamp}\n${appSecret}`).digest('base64');

/** 卡片回调's signature. */
export const cardSignature = (timestamp: string, cardSecret: string): string =>
  createHmac('sha256', cardSecret).update(timestamp).digest('base64');

const refused = (status: 400 | 401, reason: Refusal): DingtalkVerified => ({ kind: 'refused', status, reason });

/**
 * Makes the check for one app. The signatures of robot messages and cards cover their time alone: whoever has seen a call
 * can put another body under its headers for an hour. So repeats are known by their ids, cards act only on what the
 * database knows of them, and only TLS keeps headers from being seen.
 */
export function createVerifier(keys: DingtalkKeys): (request: WebhookRequest) => DingtalkVerified {
  const envelope = keys.events && createEnvelope({ ...keys.events, receiver: keys.appKey });

  /** Signature and age of a door whose signature covers its stamp. */
  function stampDoubt(request: WebhookRequest, stamp: string, signature: string, expected: string) {
    if (!sameText(signature, expected)) return refused(401, 'signature');
    return isFresh(instantOfStamp(stamp), request.now, HORIZON_MS) ? undefined : refused(401, 'stale');
  }

  function verifyRobot(request: WebhookRequest, signature: string): DingtalkVerified {
    const stamp = request.header('timestamp') ?? '';
    const doubt = stampDoubt(request, stamp, signature, robotSignature(stamp, keys.appSecret));
    if (doubt) return doubt;
    const payload = bodyOf(request);
    if (payload === undefined) return refused(400, 'malformed');
    // Older robots don't name their code.
    const robot = textOf(payload, 'robotCode');
    if (robot !== undefined && robot !== keys.robotCode) return refused(401, 'app');
    return { kind: 'genuine', call: { kind: 'robot', payload } };
  }

  function verifyCard(request: WebhookRequest, signature: string): DingtalkVerified {
    const signedAt = request.header('x-ddpaas-signature-timestamp') ?? '';
    const doubt = stampDoubt(request, signedAt, signature, cardSignature(signedAt, keys.cardSecret));
    if (doubt) return doubt;
    const payload = bodyOf(request);
    return payload === undefined
      ? refused(400, 'malformed')
      : { kind: 'genuine', call: { kind: 'card', payload, signedAt } };
  }

  /** The platform's pages spell the parameters in two ways. */
  function verifyEvent(request: WebhookRequest, signature: string): DingtalkVerified {
    const stamp = request.query('timestamp') ?? request.query('timeStamp') ?? '';
    const encrypted = textOf(bodyOf(request), 'encrypt');
    if (!envelope || encrypted === undefined) return refused(401, 'signature');
    if (!envelope.isSigned(signature, stamp, request.query('nonce') ?? '', encrypted)) return refused(401, 'signature');
    if (!isFresh(instantOfStamp(stamp), request.now, HORIZON_MS)) return refused(401, 'stale');
    const message = envelope.open(encrypted);
    const payload = message === undefined ? undefined : parseJson(message);
    if (payload === undefined) return refused(400, 'malformed');
    const reply = received(request.now);
    return textOf(payload, 'EventType') === 'check_url'
      ? { kind: 'challenge', reply }
      : { kind: 'genuine', call: { kind: 'event', payload, reply } };
  }

  /** `success`, encrypted: anything else counts as a failure, in the URL check as well. */
  function received(now: Instant): Reply {
    const timeStamp = String(now);
    const nonce = now.toString(36);
    const sealed = envelope?.seal('success', timeStamp, nonce);
    return jsonReply({ msg_signature: sealed?.signature, timeStamp, nonce, encrypt: sealed?.encrypted });
  }

  return function verifyDingtalk(request) {
    if (request.method !== 'POST') return { kind: 'refused', status: 405, reason: 'method' };
    if (request.rawBody.length > MAX_BODY_BYTES) return { kind: 'refused', status: 413, reason: 'too-large' };
    const card = request.header('x-ddpaas-signature');
    if (card !== undefined) return verifyCard(request, card);
    const robot = request.header('sign');
    if (robot !== undefined) return verifyRobot(request, robot);
    const event = request.query('signature') ?? request.query('msg_signature');
    if (event !== undefined) return verifyEvent(request, event);
    return refused(401, 'signature');
  };
}

function bodyOf(request: WebhookRequest): unknown {
  const text = decodeUtf8(request.rawBody);
  return text === undefined ? undefined : parseJson(text);
}
