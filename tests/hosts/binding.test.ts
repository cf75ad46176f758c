/** 账号绑定: codes from the office, on every platform. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CHANNEL_IDS, type ChannelName } from '../../src/core/roster.ts';
import { MemoryDistrict } from '../support/memory-district.ts';

const AT = '2026-03-02T09:05:00+08:00';
const HOUR = 3_600_000;
const QUESTION = '副区长外出要提前几天报告？';

let place: MemoryDistrict;

async function open(channel: ChannelName = 'feishu'): Promise<void> {
  place = new MemoryDistrict({ a_office: 'gov-office', a_mayor: 'mayor', a_old: 'dep-water' }, AT, channel);
  await place.start();
}
beforeEach(() => open());
afterEach(() => place.stop());

/** The newest thing that an account heard. */
const last = async (account: string): Promise<string> => (await place.heard(account)).at(-1) ?? '';
const audited = (): string[] => place.district.store.audit.page(0, 50).map((row) => row.action);

async function codeFor(name: string): Promise<string> {
  await place.say('a_office', `给${name}发绑定码`);
  const told = await last('a_office');
  const code = new RegExp(`${name}：(\\d{8})$`).exec(told)?.[1];
  if (!code) throw new Error(`no code in: ${told}`);
  return code;
}

describe.each(CHANNEL_IDS)('on %s', (channel) => {
  test('an unknown account that sends the code is its person from then on', async () => {
    await place.stop();
    await open(channel);
    const code = await codeFor('朱佳宁');
    await place.say('a_new', code);
    expect(await last('a_new')).toBe('绑定成功：水利局主要负责人朱佳宁。回复“帮助”查看可以办理的事项。');
    await place.say('a_new', QUESTION);
    expect(await last('a_new')).toContain('第四十三条');
    expect(await last('a_office')).toContain('朱佳宁已用绑定码绑定');
    expect(audited()).toEqual(expect.arrayContaining(['发放绑定码', '绑定账号']));
  });
});

test('all ids by which the platform names the sender are bound, written in whatever way', async () => {
  const code = await codeFor('朱佳宁');
  const typed = `绑定码：${code.slice(0, 4)} ${code.slice(4).replace(/\d/g, (d) => '０１２３４５６７８９'[Number(d)] ?? d)}`;
  await place.say('a_new', typed, { user: { ids: ['a_new', 'union_new'] } });
  expect(await last('a_new')).toContain('绑定成功');
  await place.say('x', QUESTION, { user: { ids: ['union_new'] } });
  expect(await last('a_new')).toContain('第四十三条');
});

describe('a code', () => {
  test('works once', async () => {
    const code = await codeFor('朱佳宁');
    await place.say('a_new', code);
    await place.say('a_other', code);
    expect(await last('a_other')).toContain('绑定码有误、已使用或已过期');
    await place.say('a_other', QUESTION);
    expect(await last('a_other')).toContain('尚未绑定');
  });

  test('works for a day', async () => {
    const code = await codeFor('朱佳宁');
    place.pass(24 * HOUR + 1);
    await place.say('a_new', code);
    expect(await last('a_new')).toContain('已过期');
  });

  test('is the newest one given out', async () => {
    const [first, second] = [await codeFor('朱佳宁'), await codeFor('朱佳宁')];
    expect(first).not.toBe(second);
    await place.say('a_new', first);
    expect(await last('a_new')).toContain('绑定码有误');
    await place.say('a_new', second);
    expect(await last('a_new')).toContain('绑定成功');
  });

  test('does nothing in a group, nor for people of other organisations', async () => {
    const code = await codeFor('朱佳宁');
    await place.say('a_new', code, { chat: { kind: 'group', id: 'g1' } });
    await place.say('outside:x', code);
    expect(await last('a_new')).toContain('尚未绑定');
    expect(await last('outside:x')).toContain('尚未绑定');
    expect(place.district.store.accounts.all()).toEqual([]);
  });

  test('is not looked at after five wrong ones of a sender in a day', async () => {
    const code = await codeFor('朱佳宁');
    const wrong = String((Number(code) + 1) % 100_000_000).padStart(8, '0');
    for (let i = 0; i < 7; i += 1) await place.say('a_new', wrong);
    expect(await place.heard('a_new')).toHaveLength(5);
    expect(await last('a_new')).toContain('次数已达上限');
    await place.say('a_new', code);
    expect(await place.heard('a_new')).toHaveLength(5);
    place.pass(16 * HOUR);
    await place.say('a_new', code);
    expect(await last('a_new')).toContain('绑定成功');
    expect(audited().filter((action) => action === '绑定码无效')).toHaveLength(5);
  });

  test('is kept as a hash only', async () => {
    const code = await codeFor('朱佳宁');
    expect(place.district.store.codes.find('bind', code)).toBeUndefined();
  });
});

test('a stranger is answered once a day, and learns nothing', async () => {
  await place.say('a_new', QUESTION);
  await place.say('a_new', '区长是谁');
  expect(await place.heard('a_new')).toEqual([expect.stringContaining('尚未绑定')]);
  place.pass(24 * HOUR);
  await place.say('a_new', QUESTION);
  expect(await place.heard('a_new')).toHaveLength(2);
});

describe('the office', () => {
  test('alone gives codes out and takes accounts away', async () => {
    for (const words of ['给朱佳宁发绑定码', '解除朱佳宁的绑定', '谁还没有绑定']) {
      await place.say('a_mayor', words);
      expect(await last('a_mayor')).toContain('由区政府办公室办理');
    }
  });

  test('rebinds: the person has the new account and no longer the old one', async () => {
    const code = await codeFor('周海涛');
    await place.say('a_new', code);
    await place.say('a_old', QUESTION);
    expect(await last('a_old')).toContain('尚未绑定');
    await place.say('a_new', QUESTION);
    expect(await last('a_new')).toContain('第四十三条');
  });

  test('takes an account of the roster away, for good', async () => {
    await place.say('a_office', '解除周海涛的绑定');
    expect(await last('a_office')).toContain('已解除周海涛');
    await place.say('a_old', QUESTION);
    expect(await last('a_old')).toContain('尚未绑定');
    place.district.reloadRoster();
    await place.say('a_old', QUESTION);
    expect(await place.heard('a_old')).toHaveLength(1);
  });

  test('sees who has no account', async () => {
    await place.say('a_office', '谁还没有绑定？');
    const told = await last('a_office');
    expect(told).toContain('朱佳宁');
    expect(told).not.toContain('周海涛');
  });

  test('is asked whom it means', async () => {
    await place.say('a_office', '发个绑定码');
    expect(await last('a_office')).toContain('请写明给名册中的哪一位');
  });

  test('gives a code out at the console, too', async () => {
    const code = await place.district.issueCode('head-slj');
    await place.say('a_new', code);
    expect(await last('a_new')).toContain('绑定成功');
    expect(await last('a_office')).toContain('如非本人操作，请回复“解除朱佳宁的绑定”');
    await place.district.unbind('head-slj');
    await place.say('a_new', QUESTION);
    expect(await last('a_new')).toContain('尚未绑定');
  });
});
