/** 离职: the office hears of it once, and nothing is changed behind its back. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryDistrict } from '../support/memory-district.ts';

let place: MemoryDistrict;

beforeEach(async () => {
  place = new MemoryDistrict({ a_office: 'gov-office', a_head: 'head-slj' }, '2026-03-02T09:05:00+08:00');
  await place.start();
});
afterEach(() => place.stop());

const left = (account: string, key = 'e1'): Promise<void> =>
  place.say(account, '', { ids: [key], text: undefined, departed: true });

test('somebody of the roster is named to the office, once for each event', async () => {
  await left('a_head');
  await left('a_head');
  expect(await place.heard('a_office')).toEqual([expect.stringMatching(/^飞书通知：水利局主要负责人朱佳宁.*已离职/)]);
  expect(await place.heard('a_head')).toEqual([]);
  expect(place.district.roster.file.channels?.feishu).toHaveProperty('a_head');
});

test('somebody else is nobody: neither told of nor answered', async () => {
  await left('a_stranger');
  expect(await place.heard('a_office')).toEqual([]);
  expect(place.sent).toEqual([]);
});
