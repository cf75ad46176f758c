/** 人员变动: a matter whose roster changes midway goes on. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RosterFile } from '../../src/core/roster.ts';
import { MemoryDistrict } from '../support/memory-district.ts';

const AT = '2026-03-02T09:05:00+08:00';
const ACCOUNTS = {
  a_head: 'head-slj',
  a_over: 'dep-water',
  a_new: 'dep-new',
  a_office: 'gov-office',
  a_mayor: 'mayor',
};

let place: MemoryDistrict;

beforeEach(async () => {
  place = new MemoryDistrict(ACCOUNTS, AT, 'feishu', 'laiwu');
  await place.start();
  await place.say('a_head', '我3月10日至11日去济南参加水利培训，请假');
  expect(await place.heard('a_over')).toEqual([expect.stringContaining('请审批')]);
});
afterEach(() => place.stop());

/** Imports the roster with `change` made to it, twice, as a restart after an import would take it. */
async function change(people: (file: RosterFile) => RosterFile['people']): Promise<void> {
  const { rosters } = place.district.store;
  const file = rosters.current() as RosterFile;
  rosters.add({ ...file, people: people(file) }, Date.parse(AT));
  await place.district.reloadRoster();
  await place.district.reloadRoster();
}

const without = (file: RosterFile): RosterFile['people'] =>
  file.people
    .filter((p) => p.id !== 'dep-water')
    .map((p) => (p.standIn === 'dep-water' ? { ...p, standIn: undefined } : p));

test('a successor in the same position gets what was open, once, and decides it', async () => {
  await change((file) => {
    const before = file.people.find((p) => p.id === 'dep-water');
    const others = without(file).filter((p) => p.position !== 'deputy-mayor');
    return [
      ...others,
      { ...before, id: 'dep-new', name: '贺新民', standIn: undefined } as RosterFile['people'][number],
    ];
  });
  expect(await place.heard('a_new')).toEqual([expect.stringContaining('已不在名册，由贺新民接续办理')]);
  expect(await place.heard('a_head')).toContainEqual(expect.stringContaining('转由贺新民副区长办理'));
  await place.say('a_new', '同意');
  expect(await place.heard('a_head')).toContainEqual(expect.stringContaining('已批准'));
});

test('without a successor the office is told, once, and the applicant can withdraw', async () => {
  await change(without);
  expect((await place.heard('a_office')).slice(1)).toEqual([expect.stringContaining('待其办理而无人接办')]);
  await place.say('a_head', '撤回请假');
  expect(await place.heard('a_head')).toContainEqual(expect.stringContaining('已撤回'));
});

test('a roster that changes nobody with work asks nothing of anybody', async () => {
  await change((file) => file.people.filter((p) => p.id !== 'town-2'));
  expect(await place.heard('a_office')).toEqual([expect.stringContaining('名册移除1人')]);
  expect(await place.heard('a_over')).toHaveLength(1);
});

test('a meeting whose members change midway counts those who are members now', async () => {
  await place.say('a_mayor', '3月12日上午9点在第一会议室召开区政府常务会议，由我主持，研究防汛');
  await place.say('a_over', '参加');
  await place.say('a_mayor', '3月12日常务会议参会情况怎么样');
  expect((await place.heard('a_mayor')).at(-1)).toContain('应到6人。\n请假0人；待批0人；确认参加1人：任海涛；');
  await change(without);
  await place.say('a_mayor', '3月12日常务会议参会情况怎么样');
  const told = (await place.heard('a_mayor')).at(-1);
  expect(told).toContain('应到5人。\n请假0人；待批0人；确认参加0人；');
  expect(told).not.toMatch(/任海涛|dep-water/);
});

test('a successor takes the place of a member who has not answered', async () => {
  await place.say('a_mayor', '3月12日上午9点在第一会议室召开区政府常务会议，由我主持，研究防汛');
  await change((file) => {
    const before = file.people.find((p) => p.id === 'office-director');
    return [
      ...file.people.filter((p) => p.id !== 'office-director'),
      { ...before, id: 'dep-new', name: '贺新民' } as RosterFile['people'][number],
    ];
  });
  await place.say('a_new', '参加');
  await place.say('a_mayor', '3月12日常务会议参会情况怎么样');
  expect((await place.heard('a_mayor')).at(-1)).toContain('应到6人。\n请假0人；待批0人；确认参加1人：贺新民；');
});
