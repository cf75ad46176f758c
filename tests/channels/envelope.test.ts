import { expect, test } from 'vitest';
import { createEnvelope } from '../../src/channels/envelope.ts';

/** The vector of the platform's own sample code. */
const VECTOR = {
  keys: { token: '123456', aesKey: '4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij', receiver: 'suite4xxxxxxxxxxxxxxx' },
  signature: '5a65ceeef9aab2d149439f82dc191dd6c5cbe2c0',
  timestamp: '1445827045067',
  nonce: 'nEXhMP4r',
  encrypted:
    '1a3NBxmCFwkCJvfoQ7WhJHB+iX3qHPsc9JbaDznE1i03peOk1LaOQoRz3+nlyGNhwmwJ3vDMG+OzrHMeiZI7gTRWVdUBmfxjZ8Ej23JVYa9VrYeJ5as7XM/ZpulX8NEQis44w53h1qAgnC3PRzM7Zc/D6Ibr0rgUathB6zRHP8PYrfgnNOS9PhSBdHlegK+AGGanfwjXuQ9+0pZcy0w9lQ==',
  message: '{"EventType":"check_create_suite_url","Random":"LPIdSnlF","TestSuiteKey":"suite4xxxxxxxxxxxxxxx"}',
};
const envelope = createEnvelope(VECTOR.keys);

test("the platform's own vector is opened", () => {
  const { signature, timestamp, nonce, encrypted, message } = VECTOR;
  expect(envelope.isSigned(signature, timestamp, nonce, encrypted)).toBe(true);
  expect(envelope.open(encrypted)).toBe(message);
});

test.each([
  '',
  '同意',
  'success',
  '长'.repeat(999),
  'x'.repeat(11),
  'x'.repeat(12),
])('what is sealed opens: %s', (words) => {
  const sealed = envelope.seal(words, '1', '2');
  expect(envelope.isSigned(sealed.signature, '1', '2', sealed.encrypted)).toBe(true);
  expect(envelope.open(sealed.encrypted)).toBe(words);
});

test('a message for another receiver, key or none at all stays shut', () => {
  const { encrypted } = envelope.seal('请假', '1', '2');
  expect(createEnvelope({ ...VECTOR.keys, receiver: 'other' }).open(encrypted)).toBeUndefined();
  expect(createEnvelope({ ...VECTOR.keys, aesKey: 'a'.repeat(43) }).open(encrypted)).toBeUndefined();
  for (const broken of ['', 'AAAA', '!!', encrypted.slice(0, -4), Buffer.alloc(64, 7).toString('base64')])
    expect(envelope.open(broken)).toBeUndefined();
});

test('a length beyond the message is no length', () => {
  const blob = Buffer.from(envelope.seal('请假', '1', '2').encrypted, 'base64');
  for (let bit = 0; bit < blob.length * 8; bit++) {
    const changed = Buffer.from(blob);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => envelope.open(changed.toString('base64'))).not.toThrow();
  }
});
