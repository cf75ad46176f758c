import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryDistrict } from '../support/memory-district.ts';

let place: MemoryDistrict;

beforeEach(async () => {
  place = new MemoryDistrict({ a_office: 'gov-office', a_mayor: 'mayor' }, '2026-03-02T09:05:00+08:00');
  await place.start();
});
afterEach(() => place.stop());

async function codeOf(account: string): Promise<string> {
  await place.say(account, '登录控制台');
  return /登录码：([\d-]+)/.exec((await place.heard(account)).at(-1) ?? '')?.[1] ?? '';
}
const redeem = (code: string): Promise<string | undefined> => place.district.redeemSignIn(code);

test('somebody of the office gets a code that opens the console once', async () => {
  const code = await codeOf('a_office');
  expect((await place.heard('a_office')).at(-1)).toContain('bot.example/sign-in/linzi');
  expect(code.replace(/\D/g, '')).toHaveLength(32);
  expect(await redeem(code.replaceAll('-', ' '))).toBe('gov-office');
  expect(await redeem(code)).toBeUndefined();
  expect(place.district.store.audit.page(0, 2).map((row) => row.action)).toContain('登录控制台');
});

test('a code lives for ten minutes, and the newest alone counts', async () => {
  const [first, second] = [await codeOf('a_office'), await codeOf('a_office')];
  expect(await redeem(first)).toBeUndefined();
  place.pass(10 * 60_000 + 1);
  expect(await redeem(second)).toBeUndefined();
});

test('a binding code is no sign-in code, nor the other way round', async () => {
  expect(await redeem(await place.district.issueCode('gov-office'))).toBeUndefined();
  expect(await redeem('')).toBeUndefined();
});

test('whose account is taken away can no longer use the code', async () => {
  const code = await codeOf('a_office');
  await place.district.unbind('gov-office');
  expect(await redeem(code)).toBeUndefined();
});

test('others get none', async () => {
  expect(await codeOf('a_mayor')).toBe('');
  expect((await place.heard('a_mayor')).at(-1)).toContain('由区政府办公室使用');
});
