/** Whether a webhook call truly comes from Feishu (飞书): numbered checks over the raw bytes, cheapest first. */
import { createDecipheriv, createHash } from 'node:crypto';
import type { Refusal, WebhookRequest } from '../channel.ts';
import { jsonReply } from '../channel.ts';
import { instantOfStamp, isFresh, MAX_BODY_BYTES, sameText, type Verified } from '../genuine.ts';
import { decodeUtf8, fields, parseJson, textOf } from '../json.ts';

export interface FeishuKeys {
  appId: string;
  encryptKey: string;
  verificationToken: string;
}

/** Feishu repeats an unanswered event for some 7.1 hours. */
export const HORIZON_MS = 8 * 3_600_000;
const IV_BYTES = 16;

/** Makes the check for one app. Every failure of an unsigned or wrongly signed call reads 401: it tells no more. */
export function createVerifier(keys: FeishuKeys): (request: WebhookRequest) => Verified {
  const aesKey = createHash('sha256').update(keys.encryptKey).digest();

  function signatureDoubt(request: WebhookRequest): Refusal | undefined {
    const timestamp = request.header('x-lark-request-timestamp');
    const nonce = request.header('x-lark-request-nonce');
    const signature = request.header('x-lark-signature');
    if (!timestamp || !nonce || !signature) return 'signature';
    const expected = createHash('sha256')
      .update(timestamp + nonce + keys.encryptKey)
      .update(request.rawBody)
      .digest('hex');
    if (!sameText(signature, expected)) return 'signature';
    return isFresh(instantOfStamp(timestamp), request.now, HORIZON_MS) ? undefined : 'stale';
  }

  function decrypt(encrypted: string): unknown {
    try {
      const blob = Buffer.from(encrypted, 'base64');
      const decipher = createDecipheriv('aes-256-cbc', aesKey, blob.subarray(0, IV_BYTES));
      const plain = decodeUtf8(Buffer.concat([decipher.update(blob.subarray(IV_BYTES)), decipher.final()]));
      return plain === undefined ? undefined : parseJson(plain);
    } catch {
      return undefined;
    }
  }

  function open(rawBody: Uint8Array): unknown {
    const text = decodeUtf8(rawBody);
    const body = text === undefined ? undefined : parseJson(text);
    const encrypted = textOf(body, 'encrypt');
    return encrypted === undefined ? body : decrypt(encrypted);
  }

  return function verifyFeishu(request) {
    // 1. A call of the right kind and size.
    if (request.method !== 'POST') return { kind: 'refused', status: 405, reason: 'method' };
    if (request.rawBody.length > MAX_BODY_BYTES) return { kind: 'refused', status: 413, reason: 'too-large' };

    // 2. The signature over the raw bytes, and its time within the platform's own retry horizon.
    const doubt = signatureDoubt(request);

    // 3. Strict UTF-8, bounded JSON, decryption.
    const payload = open(request.rawBody);

    // 4. The URL check comes unsigned: it passes by its token alone, and is answered with what it brought.
    if (textOf(payload, 'type') === 'url_verification') {
      const challenge = textOf(payload, 'challenge');
      if (challenge === undefined || !sameText(textOf(payload, 'token') ?? '', keys.verificationToken))
        return { kind: 'refused', status: 401, reason: 'token' };
      return { kind: 'challenge', reply: jsonReply({ challenge }) };
    }

    // 5. Everything else must be signed.
    if (doubt) return { kind: 'refused', status: 401, reason: doubt };
    if (payload === undefined) return { kind: 'refused', status: 400, reason: 'malformed' };

    // 6. The Verification Token: in the header (v2), or at the top (v1).
    const header = fields(payload).header;
    const token = textOf(header, 'token') ?? textOf(payload, 'token') ?? '';
    if (!sameText(token, keys.verificationToken)) return { kind: 'refused', status: 401, reason: 'token' };

    // 7. This app's event and no other's.
    const app = textOf(header, 'app_id') ?? textOf(fields(payload).event, 'app_id');
    if (app !== keys.appId) return { kind: 'refused', status: 401, reason: 'app' };
    return { kind: 'genuine', payload };
  };
}
