import { describe, expect, test } from 'vitest';
import type { WebhookRequest } from '../../../src/channels/channel.ts';
import { createVerifier, HORIZON_MS } from '../../../src/channels/feishu/verify.ts';
import { instantOfStamp } from '../../../src/channels/genuine.ts';
import {
  encryptBody,
  FEISHU_KEYS,
  messageEvent,
  type SignedCall,
  signBody,
  signedCall,
  urlCheck,
} from '../../support/feishu-events.ts';
import { requestOf } from '../../support/webhook-request.ts';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const verify = createVerifier(FEISHU_KEYS);

const request = (call: SignedCall, body?: string | Uint8Array): WebhookRequest => requestOf(call, NOW, body);

const event = messageEvent({ from: { open_id: 'ou_1' }, at: NOW, text: '请假' });
const call = signedCall(event, NOW);

/** The same bytes with one bit turned over. */
function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

describe('a call that is genuine', () => {
  test('an encrypted and signed event passes and is decrypted', () => {
    expect(verify(request(call))).toEqual({ kind: 'genuine', payload: event });
  });

  test('a body with white space and escapes passes: the raw bytes are what is signed', () => {
    const body = encryptBody(event, FEISHU_KEYS.encryptKey).replace('":"', '" :\n "').replaceAll('/', '\\/');
    const headers = signBody(body, FEISHU_KEYS.encryptKey, NOW);
    expect(verify(request({ headers, body })).kind).toBe('genuine');
  });

  test('a late retry passes until eight hours have gone by', () => {
    expect(verify(request(signedCall(event, NOW - HORIZON_MS))).kind).toBe('genuine');
  });

  test('the URL check passes by its token, without any signature', () => {
    const outcome = verify(request(urlCheck('abc')));
    expect(outcome).toMatchObject({ kind: 'challenge', reply: { status: 200, body: '{"challenge":"abc"}' } });
  });
});

describe('a call that is refused', () => {
  test('10,000 changes of one bit in body or headers are all refused', () => {
    const body = Buffer.from(call.body);
    const signed = ['x-lark-request-timestamp', 'x-lark-request-nonce', 'x-lark-signature'];
    const header = Buffer.from(signed.map((name) => call.headers[name]).join('\n'), 'latin1');
    for (let n = 0; n < 10_000; n++) {
      const bit = Math.floor((n * (body.length + header.length) * 8) / 10_000);
      if (bit < body.length * 8) {
        expect(verify(request(call, flip(body, bit)))).toEqual({ kind: 'refused', status: 401, reason: 'signature' });
        continue;
      }
      const changed = Buffer.from(flip(header, bit - body.length * 8)).toString('latin1');
      const values = changed.split('\n');
      const headers = Object.fromEntries(signed.map((name, i) => [name, values[i] ?? '']));
      expect(verify(request({ headers, body: call.body }))).toMatchObject({ kind: 'refused', status: 401 });
    }
  });

  test.each([
    ['older than eight hours', NOW - HORIZON_MS - 1000],
    ['more than five minutes ahead', NOW + 5 * 60_000 + 1000],
  ])('a stamp %s is stale', (_, at) => {
    expect(verify(request(signedCall(event, at)))).toEqual({ kind: 'refused', status: 401, reason: 'stale' });
  });

  test('no signature at all', () => {
    expect(verify(request({ headers: {}, body: call.body }))).toMatchObject({ status: 401, reason: 'signature' });
  });

  test('a signature in capitals is another signature', () => {
    const headers = { ...call.headers, 'x-lark-signature': (call.headers['x-lark-signature'] ?? '').toUpperCase() };
    expect(verify(request({ headers, body: call.body }))).toMatchObject({ status: 401 });
  });

  test('another encrypt key', () => {
    const other = signedCall(event, NOW, { ...FEISHU_KEYS, encryptKey: 'other' });
    expect(verify(request(other))).toMatchObject({ status: 401, reason: 'signature' });
  });

  test('a wrong verification token under a right signature', () => {
    const keys = { ...FEISHU_KEYS, verificationToken: 'wrong' };
    const forged = signedCall(messageEvent({ from: { open_id: 'ou_1' }, at: NOW }, keys), NOW);
    expect(verify(request(forged))).toEqual({ kind: 'refused', status: 401, reason: 'token' });
  });

  test("another app's event", () => {
    const keys = { ...FEISHU_KEYS, appId: 'cli_other' };
    const foreign = signedCall(messageEvent({ from: { open_id: 'ou_1' }, at: NOW }, keys), NOW);
    expect(verify(request(foreign))).toEqual({ kind: 'refused', status: 401, reason: 'app' });
  });

  test('a URL check with a wrong token, encrypted or not', () => {
    const keys = { ...FEISHU_KEYS, verificationToken: 'wrong' };
    expect(verify(request(urlCheck('abc', keys)))).toMatchObject({ status: 401, reason: 'token' });
    const plain = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'wrong' });
    expect(verify(request({ headers: {}, body: plain }))).toMatchObject({ status: 401, reason: 'token' });
  });

  test('another method', () => {
    expect(verify({ ...request(call), method: 'GET' })).toMatchObject({ status: 405 });
  });

  test('a body of 300 KiB, signed or not', () => {
    const body = encryptBody({ ...event, padding: 'x'.repeat(230_000) }, FEISHU_KEYS.encryptKey);
    expect(body.length).toBeGreaterThan(300 * 1024);
    const headers = signBody(body, FEISHU_KEYS.encryptKey, NOW);
    expect(verify(request({ headers, body }))).toEqual({ kind: 'refused', status: 413, reason: 'too-large' });
  });

  test.each([
    ['no JSON', Buffer.from('hello')],
    ['empty', Buffer.alloc(0)],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['nested 21 deep', Buffer.from(`${'['.repeat(21)}${']'.repeat(21)}`)],
    ['nested 100,000 deep', Buffer.from('['.repeat(100_000))],
    ['a cipher text of no whole blocks', Buffer.from('{"encrypt":"AAAA"}')],
    ['a cipher text that decrypts to garbage', Buffer.from(`{"encrypt":"${Buffer.alloc(64, 7).toString('base64')}"}`)],
  ])('%s is malformed even under a right signature, and 401 without', (_, body) => {
    const headers = signBody(body, FEISHU_KEYS.encryptKey, NOW);
    expect(verify(request({ headers, body: '' }, body))).toEqual({ kind: 'refused', status: 400, reason: 'malformed' });
    expect(verify(request({ headers: {}, body: '' }, body))).toEqual({
      kind: 'refused',
      status: 401,
      reason: 'signature',
    });
  });
});

test('stamps are read by their length', () => {
  expect(instantOfStamp('1603977298')).toBe(1603977298000);
  expect(instantOfStamp('1603977298000')).toBe(1603977298000);
  expect(instantOfStamp('1603977298000000')).toBe(1603977298000);
  expect(instantOfStamp('later')).toBeUndefined();
});
