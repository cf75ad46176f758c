import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ContactsError, createFeishuContacts, type FeishuContacts } from '../../../src/channels/feishu/contacts.ts';
import { ContactBook } from '../../support/feishu-contacts.ts';
import { FEISHU_KEYS } from '../../support/feishu-events.ts';
import { FeishuPlatform } from '../../support/feishu-platform.ts';

let platform: FeishuPlatform;
let book: ContactBook;
let contacts: FeishuContacts;
let waits: number[];

beforeEach(async () => {
  book = new ContactBook();
  platform = new FeishuPlatform();
  platform.contacts = book;
  waits = [];
  const wait = async (ms: number): Promise<void> => void waits.push(ms);
  const app = { ...FEISHU_KEYS, baseUrl: await platform.listen() };
  contacts = createFeishuContacts(app, Date.now, wait, { tokenMs: 2000, callMs: 2000, extraMs: 2000 });
  for (const [id, name] of [
    ['od-1', '水利局'],
    ['od-2', '财政局'],
    ['od-3', '区政府'],
  ] as const)
    book.departments.set(id, name);
  for (let i = 1; i <= 5; i += 1)
    book.users.push({ user_id: `u${i}`, open_id: `ou_${i}`, name: `人${i}`, departments: ['od-1'] });
});
afterEach(() => platform.close());

const failure = async (): Promise<string> => {
  const error: unknown = await contacts.all().catch((e: unknown) => e);
  if (!(error instanceof ContactsError)) throw error;
  return error.message;
};

describe('contacts', () => {
  test('come from every page of every department, each person once with all units', async () => {
    book.users[0]?.departments.push('od-2', '0');
    book.users.push({ user_id: 'u6', open_id: 'ou_6', union_id: 'on_6', name: '人6', departments: ['0'] });
    const all = await contacts.all();
    expect(all.map((c) => c.ids[0]).toSorted()).toEqual(['u1', 'u2', 'u3', 'u4', 'u5', 'u6']);
    expect(all.find((c) => c.ids[0] === 'u1')).toEqual({
      ids: ['u1', 'ou_1'],
      name: '人1',
      units: ['水利局', '财政局'],
      left: false,
    });
    expect(all.find((c) => c.ids[0] === 'u6')).toMatchObject({ ids: ['u6', 'ou_6', 'on_6'], units: [] });
  });

  test('wait as long as the platform says, and go on where they were', async () => {
    const limit = { status: 429, body: { code: 99991400, msg: 'limit' }, headers: { 'x-ogw-ratelimit-reset': '7' } };
    book.troubles.push(limit, { status: 500, body: {} });
    expect(await contacts.all()).toHaveLength(5);
    expect(waits).toEqual([7000, 1000]);
  });

  test('are refused whole when one page does not come', async () => {
    for (let i = 0; i < 5; i += 1) book.troubles.push({ status: 500, body: {} });
    expect(await failure()).toContain('暂时无法访问');
    book.endless = true;
    expect(await failure()).toContain('分页不完整');
  });

  test.each([
    [{ status: 403, body: { code: 40004, msg: 'no dept authority error' } }, '通讯录权限范围'],
    [{ status: 400, body: { code: 99991672, msg: 'scope' } }, '应用缺少所需权限'],
  ])('say what to do when refused', async (trouble, words) => {
    book.troubles.push(trouble);
    expect(await failure()).toContain(words);
  });

  test('without names say which scope is missing', async () => {
    book.users.push({ open_id: 'ou_7', departments: ['od-3'] });
    expect(await failure()).toContain('contact:user.base:readonly');
  });
});

describe('one person', () => {
  test('is found by any id, also after having left', async () => {
    book.users.push({ user_id: 'u9', open_id: 'ou_9', name: '人9', departments: [], status: { is_resigned: true } });
    for (const id of ['u9', 'ou_9']) expect(await contacts.find(id)).toMatchObject({ name: '人9', left: true });
    expect(await contacts.find('ou_1')).toMatchObject({ left: false });
  });

  test('of whom the platform knows nothing is nobody', async () => {
    expect(await contacts.find('ou_none')).toBeUndefined();
  });
});
