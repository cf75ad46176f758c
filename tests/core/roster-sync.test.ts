import { describe, expect, test } from 'vitest';
import type { RosterFile } from '../../src/core/roster.ts';
import { readRoster } from '../../src/core/roster-file.ts';
import { type Contact, missingFrom, planSync, type SyncPlan } from '../../src/core/roster-sync.ts';

const roster: RosterFile = {
  district: 'linzi',
  name: '临淄区',
  people: [
    { id: 'mayor', name: '钱立群', position: 'mayor', unit: '区政府' },
    { id: 'dep', name: '周海涛', position: 'deputy-mayor', unit: '区政府', oversees: ['水利局'], standIn: 'dep2' },
    { id: 'dep2', name: '吴敏', position: 'deputy-mayor', unit: '区政府' },
    { id: 'head', name: '朱佳宁', position: 'department-head', unit: '水利局' },
    { id: 'li', name: '李四', position: 'staff', unit: '水利局' },
    { id: 'office', name: '陈建国', position: 'staff', unit: '区政府办公室' },
  ],
  bodies: { 'government-office': ['office'] },
  channels: { feishu: { u_dep: 'dep', u_li: 'li', u_office: 'office' }, wecom: { dep: 'dep' } },
};

const contact = (user: string, name: string, units: string[], more: Partial<Contact> = {}): Contact => ({
  ids: [`u_${user}`, `ou_${user}`, `on_${user}`],
  name,
  units,
  left: false,
  ...more,
});
const present = [
  contact('dep', '周海涛', ['区政府']),
  contact('li', '李四', ['水利局']),
  contact('office', '陈建国', ['区政府办公室']),
];

function plan(contacts: readonly Contact[], missing: Record<string, 'left' | 'unknown'> = {}): SyncPlan {
  const result = planSync(roster, 'feishu', contacts, new Map(Object.entries(missing)));
  expect(readRoster(result.roster, 'linzi')).toMatchObject({ ok: true });
  return result;
}
const person = ({ roster: after }: SyncPlan, id: string) => after.people.find((p) => p.id === id);
const accounts = ({ roster: after }: SyncPlan) => after.channels?.feishu ?? {};

test('nothing but the lasting ids changes for whom the contacts have as the roster does', () => {
  const first = plan(present);
  expect(first.roster.people).toEqual(roster.people);
  expect(accounts(first)).toMatchObject({ u_dep: 'dep', ou_dep: 'dep' });
  expect(accounts(first)).not.toHaveProperty('on_dep');
  expect(first.untouched).toBe(3);
  const again = planSync(first.roster, 'feishu', present, new Map());
  expect(again).toMatchObject({ changes: [], unclear: [], dropped: [], untouched: 6, roster: first.roster });
});

describe('somebody new', () => {
  test('whom the roster has by name and unit gets the account, and nothing else', () => {
    const result = plan([...present, contact('zhu', '朱佳宁', ['水利局', '党组'])]);
    expect(accounts(result)).toMatchObject({ u_zhu: 'head', ou_zhu: 'head' });
    expect(person(result, 'head')).toEqual(roster.people[3]);
  });

  test('of the same name in another unit is left to be looked at', () => {
    const result = plan([...present, contact('zhu', '朱佳宁', ['财政局'])]);
    expect(accounts(result)).not.toHaveProperty('u_zhu');
    expect(result.unclear.join()).toMatch(/可能是名册中的朱佳宁/);
  });

  test('in a unit that the roster knows becomes staff there; others are only counted', () => {
    const result = plan([...present, contact('wang', '王五', ['水利局']), contact('zhao', '赵六', ['文印中心'])]);
    const id = accounts(result).u_wang ?? '';
    expect(person(result, id)).toMatchObject({ name: '王五', position: 'staff', unit: '水利局' });
    expect(result.roster.people).toHaveLength(roster.people.length + 1);
    expect(result.unclear.join()).toContain('另有1人的部门不在名册的单位之中');
  });

  test('who has left already is nobody', () => {
    const result = plan([...present, contact('wang', '王五', ['水利局'], { left: true })]);
    expect(result.roster.people).toEqual(roster.people);
  });
});

describe('somebody known', () => {
  test('under another name is renamed and keeps everything entered by hand', () => {
    const result = plan([contact('dep', '周海', ['区政府']), ...present.slice(1)]);
    expect(person(result, 'dep')).toEqual({ ...roster.people[1], name: '周海' });
    expect(result.kept.join()).toMatch(/周海涛.*职务副区长；分管水利局；补位吴敏/);
    expect(result.roster.channels?.wecom).toEqual({ dep: 'dep' });
  });

  test('moves as staff; who holds an office is left to be looked at', () => {
    const result = plan([
      contact('dep', '周海涛', ['水利局']),
      contact('li', '李四', ['区政府办公室']),
      ...present.slice(2),
    ]);
    expect(person(result, 'li')).toMatchObject({ unit: '区政府办公室', position: 'staff' });
    expect(person(result, 'dep')).toEqual(roster.people[1]);
    expect(result.unclear.join()).toMatch(/周海涛.*职务与单位须由人工核定/);
  });
});

describe('somebody who has left', () => {
  test('loses the account and, with nothing entered by hand, the entry', () => {
    const result = plan([present[0] as Contact, contact('li', '李四', [], { left: true }), present[2] as Contact]);
    expect(person(result, 'li')).toBeUndefined();
    expect(Object.values(accounts(result))).not.toContain('li');
    expect(result.dropped).toEqual(['u_li']);
  });

  test('loses the account only, where an office, a body or another account hangs on the entry', () => {
    const result = plan([present[1] as Contact], { dep: 'left', office: 'left' });
    expect(result.roster.people).toEqual(roster.people);
    expect(result.roster.bodies).toEqual(roster.bodies);
    expect(result.dropped).toEqual(['u_dep', 'u_office']);
    expect(result.kept.join()).toMatch(/周海涛.*分管水利局[\s\S]*陈建国.*代区政府办公室接收/);
    expect(result.unclear).toHaveLength(2);
  });

  test('is not believed to have left for not being seen', () => {
    expect([...missingFrom(roster, 'feishu', present.slice(0, 2))]).toEqual([['office', ['u_office']]]);
    const result = plan(present.slice(0, 2), { office: 'unknown' });
    expect(accounts(result)).toMatchObject({ u_office: 'office' });
    expect(result.unclear.join()).toMatch(/陈建国.*通讯录中未见/);
  });
});
