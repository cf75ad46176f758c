import { describe, expect, test } from 'vitest';
import type { WebhookRequest } from '../../../src/channels/channel.ts';
import { createVerifier, HORIZON_MS, robotSignature } from '../../../src/channels/dingtalk/verify.ts';
import {
  cardCall,
  cardPress,
  DINGTALK_KEYS,
  type DingtalkCall,
  eventCall,
  openAnswer,
  robotCall,
  robotMessage,
} from '../../support/dingtalk-events.ts';
import { requestOf } from '../../support/webhook-request.ts';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const verify = createVerifier(DINGTALK_KEYS);

const request = (call: DingtalkCall, body?: string | Uint8Array): WebhookRequest => requestOf(call, NOW, body);

const message = robotMessage({ from: 'li', at: NOW, text: '请假' });
const press = cardPress({ by: 'li', trackId: '1.approve.k', params: { label: '同意' } });
const event = { EventType: 'user_modify_org', UserId: ['李'], TimeStamp: String(NOW) };
const DOORS: [string, (at: number) => DingtalkCall][] = [
  ['a robot message', (at) => robotCall(message, at)],
  ['a card press', (at) => cardCall(press, at)],
  ['an event', (at) => eventCall(event, at)],
];

const flipped = (text: string, bit: number): string => {
  const bytes = Buffer.from(text, 'latin1');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('latin1');
};

test("the platform's own signature vector", () => {
  expect(robotSignature('1577262236757', 'this is secret')).toBe('hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=');
});

describe('a call that is genuine', () => {
  test('a robot message passes', () => {
    expect(verify(request(robotCall(message, NOW)))).toEqual({
      kind: 'genuine',
      call: { kind: 'robot', payload: message },
    });
  });

  test("a robot that doesn't name its code passes", () => {
    const { robotCode: _, ...older } = message;
    expect(verify(request(robotCall(older, NOW))).kind).toBe('genuine');
  });

  test('a card press passes by the card secret', () => {
    const call = { kind: 'card', payload: press, signedAt: String(NOW) };
    expect(verify(request(cardCall(press, NOW)))).toEqual({ kind: 'genuine', call });
  });

  test.each([
    'short',
    'long',
  ] as const)('an encrypted event passes under the %s spelling and is answered encrypted', (s) => {
    const verified = verify(request(eventCall(event, NOW, {}, s)));
    if (verified.kind !== 'genuine' || verified.call.kind !== 'event') throw new Error(verified.kind);
    expect(verified.call.payload).toEqual(event);
    expect(openAnswer(verified.call.reply.body)).toBe('success');
  });

  test('the URL check is answered with an encrypted success', () => {
    const outcome = verify(request(eventCall({ EventType: 'check_url' }, NOW)));
    if (outcome.kind !== 'challenge') throw new Error(outcome.kind);
    expect(openAnswer(outcome.reply.body)).toBe('success');
  });

  test.each(DOORS)('%s passes until an hour has gone by', (_, call) => {
    expect(verify(request(call(NOW - HORIZON_MS))).kind).toBe('genuine');
  });
});

describe('a call that is refused', () => {
  test('10,000 changes of one bit in what is signed are all refused', () => {
    const robot = robotCall(message, NOW);
    const card = cardCall(press, NOW);
    const encrypted = eventCall(event, NOW);
    const signed: [DingtalkCall, 'headers' | 'query', string][] = [
      [robot, 'headers', 'timestamp'],
      [robot, 'headers', 'sign'],
      [card, 'headers', 'x-ddpaas-signature-timestamp'],
      [card, 'headers', 'x-ddpaas-signature'],
      [encrypted, 'query', 'signature'],
      [encrypted, 'query', 'timestamp'],
      [encrypted, 'query', 'nonce'],
    ];
    let changes = 0;
    const expectRefused = (call: DingtalkCall, body?: Uint8Array): void => {
      changes++;
      expect(verify(request(call, body)).kind).toBe('refused');
    };
    for (const [call, part, name] of signed) {
      const value = call[part]?.[name] ?? '';
      for (let bit = 0; bit < value.length * 8; bit++)
        expectRefused({ ...call, [part]: { ...call[part], [name]: flipped(value, bit) } });
    }
    const long = eventCall({ ...event, padding: 'x'.repeat(500) }, NOW);
    for (const call of [encrypted, long, eventCall({ ...event, n: 1 }, NOW)]) {
      for (let bit = 0; bit < call.body.length * 8 && changes < 10_000; bit++)
        expectRefused(call, Buffer.from(flipped(call.body, bit), 'latin1'));
    }
    expect(changes).toBe(10_000);
  });

  test.each(DOORS)('%s that is stale or ahead', (_, call) => {
    for (const at of [NOW - HORIZON_MS - 1, NOW + 5 * 60_000 + 1])
      expect(verify(request(call(at)))).toEqual({ kind: 'refused', status: 401, reason: 'stale' });
  });

  test.each(DOORS)('%s with another method, too large a body, or none of its keys', (_, call) => {
    expect(verify({ ...request(call(NOW)), method: 'GET' })).toMatchObject({ status: 405 });
    expect(verify(request(call(NOW), Buffer.alloc(300 * 1024, 32)))).toMatchObject({ status: 413 });
    expect(verify(request({ headers: {}, body: call(NOW).body }))).toMatchObject({ status: 401, reason: 'signature' });
  });

  test('a signature of one door opens no other', () => {
    const { timestamp = '', sign = '' } = robotCall(message, NOW).headers;
    const headers = { 'x-ddpaas-signature-timestamp': timestamp, 'x-ddpaas-signature': sign };
    expect(verify(request({ headers, body: JSON.stringify(press) }))).toMatchObject({ status: 401 });
    const card = cardCall(press, NOW).headers;
    const forged = { timestamp, sign: card['x-ddpaas-signature'] ?? '' };
    expect(verify(request({ headers: forged, body: JSON.stringify(message) }))).toMatchObject({ status: 401 });
  });

  test('other secrets, another receiver, another robot', () => {
    expect(verify(request(robotCall(message, NOW, 'other')))).toMatchObject({ reason: 'signature' });
    expect(verify(request(cardCall(press, NOW, 'other')))).toMatchObject({ reason: 'signature' });
    expect(verify(request(eventCall(event, NOW, { token: 'other' })))).toMatchObject({ reason: 'signature' });
    expect(verify(request(eventCall(event, NOW, { receiver: 'other' })))).toMatchObject({ reason: 'malformed' });
    const foreign = robotMessage({ from: 'li', at: NOW, more: { robotCode: 'dingother' } });
    expect(verify(request(robotCall(foreign, NOW)))).toEqual({ kind: 'refused', status: 401, reason: 'app' });
  });

  test('events where no event keys are configured', () => {
    const { events: _, ...keys } = DINGTALK_KEYS;
    expect(createVerifier(keys)(request(eventCall(event, NOW)))).toMatchObject({ reason: 'signature' });
  });

  test('a time that is no stamp, rightly signed', () => {
    const timestamp = 'tomorrow';
    const headers = { timestamp, sign: robotSignature(timestamp, DINGTALK_KEYS.appSecret) };
    expect(verify(request({ headers, body: '{}' }))).toMatchObject({ status: 401, reason: 'stale' });
  });

  test.each([
    ['no JSON', Buffer.from('hello')],
    ['empty', Buffer.alloc(0)],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['nested 21 deep', Buffer.from(`${'['.repeat(21)}${']'.repeat(21)}`)],
    ['nested 100,000 deep', Buffer.from('['.repeat(100_000))],
  ])('%s is malformed under a right signature', (_, body) => {
    for (const call of [robotCall(message, NOW), cardCall(press, NOW)])
      expect(verify(request(call, body))).toEqual({ kind: 'refused', status: 400, reason: 'malformed' });
    expect(verify(request(eventCall(event, NOW), body))).toMatchObject({ status: 401 });
  });
});
