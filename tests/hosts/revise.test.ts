/** 撤回、修改消息: whatever a message filed goes with it, or follows its new words, while nobody has decided. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Incoming } from '../../src/channels/channel.ts';
import type { Matter } from '../../src/core/matter.ts';
import { MemoryDistrict } from '../support/memory-district.ts';

const AT = '2026-03-02T09:05:00+08:00';
const LEAVE = '我3月10日至11日到济南参加水利培训，由李国栋代为主持工作，特此报告。';
const FILED = '《关于做好春灌工作的通知》拟以区政府名义印发，请送签发';

let place: MemoryDistrict;
let count: number;

beforeEach(async () => {
  count = 0;
  place = new MemoryDistrict({ a_water: 'dep-water', a_acting: 'dep-edu', a_mayor: 'mayor', a_head: 'head-slj' }, AT);
  await place.start();
});
afterEach(() => place.stop());

const send = async (account: string, key: string, text: string, more: Partial<Incoming> = {}): Promise<void> =>
  place.say(account, text, { ids: [key], ...more });
async function edit(account: string, key: string, text: string): Promise<void> {
  count += 1;
  await send(account, `${key}@${count}`, text, { edits: key });
}
const recall = (key: string): Promise<void> =>
  place.say('', '', { ids: [`recall:${key}`], user: { ids: [] }, text: undefined, recalls: key });

const matters = (): Matter[] => place.district.store.matters.recent({});
const last = async (account: string): Promise<string> => (await place.heard(account)).at(-1) ?? '';
async function press(account: string, label: string): Promise<void> {
  await place.heard(account);
  const card = place.sent.findLast((s) => s.to === account && s.dispatch.deliveries[0].buttons.includes(label));
  await place.say(account, '', { text: undefined, press: { delivery: card?.dispatch.id ?? 0, label } });
}

describe('a recalled message', () => {
  test('takes its leave along; its sender, those it had reached and who was to act hear of it', async () => {
    await send('a_water', 'm1', LEAVE);
    await recall('m1');
    expect(matters()).toMatchObject([{ about: 'leave', state: 'withdrawn' }]);
    expect(place.district.store.absences.openOf('dep-water')).toEqual([]);
    expect(await last('a_water')).toContain('您撤回了消息，已随之撤回：周海涛');
    expect(await last('a_mayor')).toContain('周海涛已撤回');
    expect(await last('a_acting')).toContain('周海涛已撤回');
  });

  test('that somebody has decided on leaves its matter as it is, and says who', async () => {
    await send('a_head', 'm1', FILED);
    await press('a_water', '同意');
    await recall('m1');
    expect(matters()).toMatchObject([{ state: 'open' }]);
    expect(await last('a_head')).toMatch(/周海涛已办理（同意，3月2日（周一）[0-9:]+），未随之撤回/);
  });

  test('that a receiver has only taken note of is withdrawn all the same', async () => {
    await send('a_water', 'm1', LEAVE);
    await press('a_mayor', '已阅');
    await recall('m1');
    expect(matters()).toMatchObject([{ state: 'withdrawn' }]);
  });

  test('that filed nothing, or was withdrawn before, changes and says nothing', async () => {
    await send('a_water', 'm1', '副区长外出要提前几天报告？');
    await send('a_water', 'm2', LEAVE);
    await send('a_water', 'm3', '撤回请假');
    const before = (await place.heard('a_water')).length;
    for (const key of ['m1', 'm2', 'never']) await recall(key);
    expect(await place.heard('a_water')).toHaveLength(before);
  });

  test('twice acts once', async () => {
    await send('a_water', 'm1', LEAVE);
    await recall('m1');
    const before = (await place.heard('a_water')).length;
    await recall('m1');
    expect(await place.heard('a_water')).toHaveLength(before);
  });

  test('that arrives after its recall is never acted on', async () => {
    await recall('m1');
    await send('a_water', 'm1', LEAVE);
    expect(matters()).toEqual([]);
  });
});

describe('an edited message', () => {
  test('corrects its leave: one holds, by the new words, and nothing clashes with itself', async () => {
    await send('a_water', 'm1', LEAVE);
    await edit('a_water', 'm1', LEAVE.replace('11日', '12日'));
    expect(matters()).toMatchObject([
      { state: 'effective', data: { first: '2026-03-10', last: '2026-03-12', warnings: [] } },
      { state: 'withdrawn' },
    ]);
    expect(place.district.store.absences.openOf('dep-water')).toMatchObject([{ last: '2026-03-12' }]);
    expect(await last('a_water')).toContain('已按修改后的消息变更');
  });

  test('may be edited again, and recalled in the end', async () => {
    await send('a_water', 'm1', LEAVE);
    await edit('a_water', 'm1', LEAVE.replace('济南', '青岛'));
    await edit('a_water', 'm1', LEAVE.replace('济南', '烟台'));
    expect(matters().filter((m) => m.state === 'effective')).toMatchObject([{ data: { facts: { place: '烟台' } } }]);
    await recall('m1');
    expect(matters().every((m) => m.state === 'withdrawn')).toBe(true);
  });

  test('that could not be accepted as it now reads leaves the matter as it was', async () => {
    await send('a_water', 'm1', LEAVE);
    await edit('a_water', 'm1', LEAVE.replace('3月10日至11日', '3月3日至4日'));
    expect(matters()).toMatchObject([{ state: 'effective', data: { first: '2026-03-10' } }]);
    expect(await last('a_water')).toMatch(/未能受理.*仍按原内容办理.*应提前3天/);
  });

  test('that somebody has decided on changes nothing', async () => {
    await send('a_head', 'm1', FILED);
    await press('a_water', '同意');
    await edit('a_head', 'm1', FILED.replace('春灌', '防汛'));
    expect(matters()).toMatchObject([{ state: 'open', title: expect.stringContaining('春灌') }]);
    expect(await last('a_head')).toContain('修改不改变该事项');
  });

  test('that filed nothing is a message like any other', async () => {
    await send('a_water', 'm1', '副区长外出要提前几天？');
    await edit('a_water', 'm1', LEAVE);
    expect(matters()).toMatchObject([{ state: 'effective' }]);
  });

  test('that comes before what it edits is taken for it, and that one for a repeat', async () => {
    await edit('a_water', 'm1', LEAVE.replace('11日', '12日'));
    await send('a_water', 'm1', LEAVE);
    expect(matters()).toMatchObject([{ data: { last: '2026-03-12' } }]);
    await recall('m1');
    expect(matters()).toMatchObject([{ state: 'withdrawn' }]);
  });

  test("of somebody else's changes nothing of theirs", async () => {
    await send('a_water', 'm1', LEAVE);
    await edit('a_mayor', 'm1', LEAVE.replace('济南', '青岛'));
    expect(matters().find((m) => m.owner === 'dep-water')).toMatchObject({ data: { facts: { place: '济南' } } });
  });

  test('into something classified is refused, and nothing of it is kept', async () => {
    await send('a_water', 'm1', LEAVE);
    await edit('a_water', 'm1', '机密★1年 有关部署');
    expect(matters()).toMatchObject([{ state: 'effective' }]);
    expect(JSON.stringify(place.district.store.inbox.ofPerson('dep-water'))).not.toContain('有关部署');
  });
});
