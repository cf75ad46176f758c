import type { Person, RosterFile } from '../../src/core/roster.ts';
import type { DistrictId } from './oracle.ts';
import type { Random } from './random.ts';

const SURNAMES = [
  ...'沈韩蒋秦许何郑吴孙钱赵冯陈褚卫杨朱尤施张孔曹严华金魏陶姜戚谢邹喻柏窦章潘葛范彭鲁韦昌苗凤花方俞任袁柳',
];
const GIVEN = [
  '海涛',
  '国栋',
  '丽华',
  '志强',
  '建国',
  '佳宁',
  '春燕',
  '卫东',
  '永胜',
  '少华',
  '秀珍',
  '浩然',
  '文博',
  '思源',
  '玉兰',
  '振华',
  '晓东',
  '立群',
  '明远',
  '长江',
];
export const UNITS = [
  '发展和改革局',
  '财政局',
  '教育和体育局',
  '卫生健康局',
  '水利局',
  '农业农村局',
  '司法局',
  '市场监督管理局',
  '应急管理局',
  '民政局',
];
const TOWNS = ['白石镇', '青山镇', '双河镇'];
const SUBDISTRICTS = ['城关街道', '湖滨街道'];

const NAMES: Record<DistrictId, string> = {
  linzi: '临淄区',
  zhangdian: '张店区',
  laiwu: '莱芜区',
  zhoucun: '周村区',
  penglai: '蓬莱区',
};

/** A roster of made-up people: some posts vacant, some units without a deputy mayor, some deputies without a partner. */
export function randomRoster(random: Random, district: DistrictId): RosterFile {
  const surnames = random.some(SURNAMES, SURNAMES.length);
  const people: Person[] = [];
  const add = (id: string, position: Person['position'], unit: string): Person => {
    const person: Person = {
      id,
      name: `${surnames[people.length % surnames.length]}${random.pick(GIVEN)}`,
      position,
      unit,
    };
    people.push(person);
    return person;
  };
  if (random.chance(0.9)) add('secretary', 'party-secretary', '区委');
  add('mayor', 'mayor', '区政府');
  const deputies = random.chance(0.85) ? [add('exec', 'executive-deputy-mayor', '区政府')] : [];
  for (let i = 1, n = random.between(1, 5); i <= n; i++) deputies.push(add(`deputy-${i}`, 'deputy-mayor', '区政府'));
  for (let i = 0; i + 1 < deputies.length; i += 2) {
    const [one, other] = [deputies[i], deputies[i + 1]];
    if (!one || !other || random.chance(0.1)) continue;
    one.standIn = other.id;
    other.standIn = one.id;
  }
  if (random.chance(0.85)) add('director', 'office-director', '区政府办公室');
  add('vice-director', 'office-deputy-director', '区政府办公室');
  if (random.chance(0.5)) add('cadre', 'office-managed-cadre', '区政府办公室');
  if (district === 'zhoucun')
    for (let i = 1; i <= random.between(0, 2); i++) add(`group-${i}`, 'party-group-member', '区政府');
  add('office', 'staff', '区政府办公室');
  if (random.chance(0.3)) add('office-2', 'staff', '区政府办公室');
  add('party-office', 'staff', '区委办公室');
  add('supervision', 'staff', '区督查工作中心');
  const units = random.some(UNITS, random.between(5, UNITS.length));
  for (const [i, unit] of units.entries()) {
    add(`head-${i}`, 'department-head', unit);
    if (random.chance(0.9)) {
      const deputy = random.pick(deputies.length > 0 ? deputies : [undefined]);
      if (deputy) deputy.oversees = [...(deputy.oversees ?? []), unit];
    }
  }
  for (const [i, unit] of random.some(TOWNS, random.between(0, 3)).entries()) add(`town-${i}`, 'town-mayor', unit);
  for (const [i, unit] of random.some(SUBDISTRICTS, random.between(0, 2)).entries())
    add(`street-${i}`, 'subdistrict-director', unit);
  if (random.chance(0.5)) add('zone', 'zone-head', '开发区管委会');
  add('clerk', 'staff', units[0] ?? '');
  const has = (id: string): boolean => people.some((p) => p.id === id);
  return {
    district,
    name: NAMES[district],
    people,
    bodies: {
      'government-office': has('office-2') ? ['office', 'office-2'] : ['office'],
      ...(random.chance(0.95) && { 'party-committee': ['party-office'] }),
      ...(random.chance(0.9) && { 'party-committee-office': ['party-office'] }),
      'city-government': ['office'],
      'supervision-center': ['supervision'],
    },
  };
}
