import { createCipheriv, createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createVerifier, HORIZON_MS, type WecomVerified } from '../../../src/channels/wecom/verify.ts';
import { textIn, type XmlFields } from '../../../src/channels/wecom/xml.ts';
import { requestOf } from '../../support/webhook-request.ts';
import {
  addressCheck,
  OFFICIAL,
  textMessage,
  WECOM_KEYS,
  type WecomCall,
  wecomCall,
  wecomMessage,
} from '../../support/wecom-events.ts';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const verifyAny = createVerifier(WECOM_KEYS);
const verify = (call: WecomCall, body?: string | Uint8Array): WecomVerified => verifyAny(requestOf(call, NOW, body));

const message = textMessage('li', NOW, '请假');
const flipped = (text: string, bit: number): string => {
  const bytes = Buffer.from(text, 'latin1');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('latin1');
};

/** The platform's plain text before padding: 16 bytes of salt, the length, the message, the corporation. */
function plainOf(xml: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(xml));
  return Buffer.concat([Buffer.alloc(16, 'salt'), length, Buffer.from(xml + WECOM_KEYS.corpId)]);
}

const lengthSet = (plain: Buffer, length: number): Buffer => {
  const changed = Buffer.from(plain);
  changed.writeUInt32BE(length, 16);
  return changed;
};

/** To blocks of 32 bytes; `value` in place of the number of bytes added. */
function padded(plain: Buffer, value?: number): Buffer {
  const size = 32 - (plain.length % 32);
  return Buffer.concat([plain, Buffer.alloc(size, value ?? size)]);
}

/** A rightly signed call whose cipher text decrypts to these bytes, whatever they are. */
function raw(plain: Buffer): WecomCall {
  const key = Buffer.from(`${WECOM_KEYS.aesKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  const [timestamp, nonce] = [String(NOW / 1000), 'n'];
  const parts = [WECOM_KEYS.token, timestamp, nonce, encrypted].sort().join('');
  const msg_signature = createHash('sha1').update(parts).digest('hex');
  return {
    method: 'POST',
    query: { msg_signature, timestamp, nonce },
    body: `<xml><Encrypt>${encrypted}</Encrypt></xml>`,
  };
}

describe("the platform's own examples", () => {
  const official = createVerifier(OFFICIAL.keys);

  test('the message opens', () => {
    const body = `<xml>\n<ToUserName><![CDATA[wx5823bf96d3bd56c7]]></ToUserName><Encrypt><![CDATA[${OFFICIAL.encrypted}]]></Encrypt>\n<AgentID><![CDATA[218]]></AgentID>\n</xml>`;
    const verified = official(requestOf({ method: 'POST', query: OFFICIAL.query, body }, OFFICIAL.at));
    if (verified.kind !== 'genuine') throw new Error(verified.kind);
    expect(textIn(verified.message, 'Content')).toBe('hello');
    expect(textIn(verified.message, 'MsgId')).toBe('4561255354251345929');
  });

  test('the address check is answered', () => {
    const { query, at, echo } = OFFICIAL.address;
    const verified = official(requestOf({ method: 'GET', query, body: '' }, at));
    expect(verified).toMatchObject({ kind: 'challenge', reply: { body: echo } });
  });
});

describe('the address check', () => {
  test('is answered with exactly what was encrypted', () => {
    expect(verify(addressCheck('1616140317555161061', NOW))).toEqual({
      kind: 'challenge',
      reply: { status: 200, contentType: 'text/plain; charset=utf-8', body: '1616140317555161061' },
    });
  });

  test('survives a plus sign that was read as a space', () => {
    const calls = Array.from({ length: 50 }, (_, i) => addressCheck(`${i}`, NOW));
    const plus = calls.find((call) => call.query.echostr?.includes('+'));
    if (!plus) throw new Error('no plus sign in 50 cipher texts');
    const query = { ...plus.query, echostr: (plus.query.echostr ?? '').replaceAll('+', ' ') };
    expect(verify({ ...plus, query }).kind).toBe('challenge');
  });

  test.each([
    ['a wrong signature', { ...addressCheck('1', NOW).query, msg_signature: '0'.repeat(40) }],
    ['no signature', { echostr: addressCheck('1', NOW).query.echostr ?? '' }],
    ['nothing to echo', { msg_signature: 'x', timestamp: '1', nonce: '1' }],
    ['no parameters', {}],
  ])('with %s is refused', (_, query) => {
    expect(verify({ method: 'GET', query: query as Record<string, string>, body: '' })).toMatchObject({
      kind: 'refused',
      status: 401,
      reason: 'signature',
    });
  });

  test('for another corporation is refused', () => {
    expect(verify(addressCheck('1', NOW, { receiver: 'ww_other' }))).toMatchObject({ kind: 'refused', status: 400 });
  });

  test('that is stale is refused', () => {
    expect(verify(addressCheck('1', NOW - HORIZON_MS - 1000))).toMatchObject({ kind: 'refused', reason: 'stale' });
  });
});

describe('a message', () => {
  test('passes until an hour has gone by', () => {
    for (const at of [NOW, NOW - HORIZON_MS, NOW + 5 * 60_000])
      expect(verify(wecomCall(textMessage('li', at, '好'), at)).kind).toBe('genuine');
    for (const at of [NOW - HORIZON_MS - 1000, NOW + 5 * 60_000 + 1000])
      expect(verify(wecomCall(message, at))).toEqual({ kind: 'refused', status: 401, reason: 'stale' });
  });

  test('10,000 changes of one bit are all refused', () => {
    let changes = 0;
    const expectRefused = (call: WecomCall, body?: Uint8Array): void => {
      changes++;
      expect(verify(call, body).kind).toBe('refused');
    };
    for (const call of [wecomCall(message, NOW), addressCheck('1616140317555161061', NOW)]) {
      for (const [name, value] of Object.entries(call.query)) {
        for (let bit = 0; bit < value.length * 8; bit++)
          expectRefused({ ...call, query: { ...call.query, [name]: flipped(value, bit) } });
      }
    }
    for (const text of ['请假', '请假 3月5日至3月7日 去济南 参加水利培训', '好'.repeat(200)]) {
      const call = wecomCall(textMessage('li', NOW, text), NOW);
      for (let bit = 0; bit < call.body.length * 8 && changes < 10_000; bit++)
        expectRefused(call, Buffer.from(flipped(call.body, bit), 'latin1'));
    }
    expect(changes).toBe(10_000);
  });

  test('with another method, too large a body or none of its parameters is refused', () => {
    const call = wecomCall(message, NOW);
    expect(verifyAny({ ...requestOf(call, NOW), method: 'PUT' })).toMatchObject({ status: 405 });
    expect(verifyAny({ ...requestOf(call, NOW), method: 'HEAD' })).toMatchObject({ status: 405 });
    expect(verify(call, Buffer.alloc(300 * 1024, 32))).toMatchObject({ status: 413 });
    expect(verify({ ...call, query: {} })).toMatchObject({ status: 401, reason: 'signature' });
  });

  test('under another token, key or corporation is refused', () => {
    expect(verify(wecomCall(message, NOW, { token: 'other' }))).toMatchObject({ reason: 'signature' });
    expect(verify(wecomCall(message, NOW, { aesKey: 'a'.repeat(43) }))).toMatchObject({ reason: 'malformed' });
    for (const receiver of ['ww_other', '', 'ww1436e0e65a779aeeX', 'ww1436e0e65a779ae'])
      expect(verify(wecomCall(message, NOW, { receiver }))).toMatchObject({ kind: 'refused', reason: 'malformed' });
  });

  test('to another corporation or app, outside or inside, is refused', () => {
    const call = wecomCall(message, NOW);
    for (const [from, to] of [
      [WECOM_KEYS.corpId, 'ww_other'],
      [WECOM_KEYS.agentId, '1000003'],
    ] as const)
      expect(verify(call, call.body.replace(from, to))).toEqual({ kind: 'refused', status: 401, reason: 'app' });
    const others: XmlFields[] = [{ ToUserName: 'ww_other' }, { AgentID: 1000003 }];
    for (const more of others) expect(verify(wecomCall({ ...message, ...more }, NOW))).toMatchObject({ reason: 'app' });
  });

  test('without an app named outside passes: not all editions name one', () => {
    const call = wecomCall(message, NOW);
    expect(verify(call, call.body.replace(/<AgentID>.*<\/AgentID>/, '')).kind).toBe('genuine');
  });

  test('signed twice over, or with two cipher texts, is refused', () => {
    const call = wecomCall(message, NOW);
    const second = call.body.replace('</xml>', '<Encrypt>AAAA</Encrypt></xml>');
    expect(verify(call, second)).toMatchObject({ status: 400, reason: 'malformed' });
  });
});

describe('a body', () => {
  const call = wecomCall(message, NOW);
  const encrypted = /<Encrypt>(.*)<\/Encrypt>/.exec(call.body)?.[1] ?? '';
  test.each([
    ['no XML', 'hello'],
    ['empty', ''],
    ['bad UTF-8', Buffer.from([0x3c, 0x78, 0xff, 0xfe, 0x3e])],
    ['another root', `<html><Encrypt>${encrypted}</Encrypt></html>`],
    ['an external entity', `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Encrypt>&e;</Encrypt></xml>`],
    ['a document type', `<!DOCTYPE xml><xml><Encrypt>${encrypted}</Encrypt></xml>`],
    ['nested 100,000 deep', '<a>'.repeat(80_000)],
  ])('%s is malformed, whatever its signature', (_, body) => {
    expect(verify(call, body)).toEqual({ kind: 'refused', status: 400, reason: 'malformed' });
  });

  test.each([
    ['no XML', 'hello'],
    ['JSON', '{"MsgType":"text"}'],
    ['an entity', '<!DOCTYPE x [<!ENTITY e "请假">]><xml><Content>&e;</Content></xml>'],
    ['another root', '<html><Content>请假</Content></html>'],
  ])('encrypted and rightly signed, %s is malformed', (_, inner) => {
    expect(verify(wecomCall(inner, NOW))).toEqual({ kind: 'refused', status: 400, reason: 'malformed' });
  });

  test.each<[string, (plain: Buffer) => Buffer]>([
    ['no padding', (plain) => plain.subarray(0, plain.length - (plain.length % 32))],
    ['padding of 0', (plain) => padded(plain, 0)],
    ['padding of 33', (plain) => padded(plain, 33)],
    ['padding longer than all', () => Buffer.alloc(16, 32)],
    ['padding of mixed bytes', (plain) => Buffer.concat([padded(plain).subarray(0, -2), Buffer.from([1, 2])])],
    ['a length beyond the message', (plain) => padded(lengthSet(plain, 0xffffffff))],
    ['a length that cuts the corporation', (plain) => padded(lengthSet(plain, plain.length - 21))],
    ['nothing but padding', () => padded(Buffer.alloc(0))],
  ])('with %s under a right signature is malformed', (_, change) => {
    expect(verify(raw(padded(plainOf('<xml><MsgType>text</MsgType></xml>')))).kind).toBe('genuine');
    expect(verify(raw(change(plainOf('<xml><MsgType>text</MsgType></xml>'))))).toMatchObject({
      status: 400,
      reason: 'malformed',
    });
  });

  test('20,000 broken bodies under right signatures do not crash it', () => {
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48271) % 0x7fffffff;
      return seed % below;
    };
    const whole = '<xml><MsgType><![CDATA[text]]></MsgType><Content>&lt;a&gt;</Content><MsgId>1</MsgId></xml>';
    for (let n = 0; n < 20_000; n++) {
      const bytes = Buffer.from(n % 2 === 0 ? call.body : whole);
      for (let i = 0; i <= random(4); i++) bytes[random(bytes.length)] = random(256);
      const kept = bytes.subarray(0, random(8) === 0 ? random(bytes.length) : bytes.length);
      const broken = n % 2 === 0 ? verify(call, kept) : verify(wecomCall(kept.toString('latin1'), NOW));
      expect(['refused', 'genuine']).toContain(broken.kind);
    }
  });
});

test('an event of the platform itself passes with its parts', () => {
  const event = wecomMessage('sys', NOW, { MsgType: 'event', Event: 'change_contact', EventKey: '' });
  expect(verify(wecomCall(event, NOW)).kind).toBe('genuine');
});
