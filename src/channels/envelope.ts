/** 消息加解密: the encrypted callbacks that DingTalk and WeCom have in common (SHA-1 signature, AES-256-CBC). */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { sameText } from './genuine.ts';
import { decodeUtf8 } from './json.ts';

export interface EnvelopeKeys {
  token: string;
  /** 43 letters or digits: 32 bytes in Base64 without its last sign. */
  aesKey: string;
  /** To whom messages are addressed (receiveid): an AppKey or CorpId, kept inside the cipher text. */
  receiver: string;
}

export interface Sealed {
  signature: string;
  encrypted: string;
}

export interface Envelope {
  /** Whether the signature belongs to what was encrypted, at this time and with this nonce; in constant time. */
  isSigned(signature: string, timestamp: string, nonce: string, encrypted: string): boolean;
  /** The message; `undefined` for a broken cipher text or one for another receiver. */
  open(encrypted: string): string | undefined;
  seal(message: string, timestamp: string, nonce: string): Sealed;
}

const SALT_BYTES = 16;
const LENGTH_BYTES = 4;
const MAX_PADDING = 32;

/** Every call makes its own cipher; the keys are prepared once. */
export function createEnvelope({ token, aesKey, receiver }: EnvelopeKeys): Envelope {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const iv = key.subarray(0, 16);

  const sign = (timestamp: string, nonce: string, encrypted: string): string =>
    createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex');

  function decrypt(encrypted: string): Buffer | undefined {
    try {
      const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      return Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
    } catch {
      return undefined;
    }
  }

  return {
    isSigned: (signature, timestamp, nonce, encrypted) => sameText(signature, sign(timestamp, nonce, encrypted)),
    open(encrypted) {
      const plain = decrypt(encrypted);
      const content = plain && unpad(plain);
      if (!content || content.length < SALT_BYTES + LENGTH_BYTES) return undefined;
      const start = SALT_BYTES + LENGTH_BYTES;
      const end = start + content.readUInt32BE(SALT_BYTES);
      if (end > content.length || !sameText(content.toString('utf8', end), receiver)) return undefined;
      return decodeUtf8(content.subarray(start, end));
    },
    seal(message, timestamp, nonce) {
      const body = Buffer.from(message);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(body.length);
      const plain = pad(Buffer.concat([randomBytes(SALT_BYTES), length, body, Buffer.from(receiver)]));
      const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
      const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
      return { signature: sign(timestamp, nonce, encrypted), encrypted };
    },
  };
}

/** PKCS#7 to blocks of 32 bytes, twice those of the cipher. */
function pad(plain: Buffer): Buffer {
  const size = MAX_PADDING - (plain.length % MAX_PADDING);
  return Buffer.concat([plain, Buffer.alloc(size, size)]);
}

function unpad(padded: Buffer): Buffer | undefined {
  const size = padded.at(-1) ?? 0;
  if (size < 1 || size > MAX_PADDING || size > padded.length) return undefined;
  return padded.subarray(padded.length - size).every((byte) => byte === size)
    ? padded.subarray(0, padded.length - size)
    : undefined;
}
