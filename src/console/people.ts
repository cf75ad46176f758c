/** How people are shown: their group, face and one-line description. */
import { html } from 'hono/html';
import type { Person, Roster } from '../core/roster.ts';
import { POSITIONS, type Position } from '../core/vocabulary.ts';
import type { Html } from './layout.ts';

const GROUPS: readonly { title: string; positions: readonly Position[] }[] = [
  {
    title: '区领导',
    positions: ['party-secretary', 'mayor', 'executive-deputy-mayor', 'deputy-mayor', 'party-group-member'],
  },
  { title: '区政府办公室', positions: ['office-director', 'office-deputy-director', 'office-managed-cadre'] },
  { title: '部门主要负责人', positions: ['department-head'] },
  { title: '镇街、开发区主要负责人', positions: ['town-mayor', 'subdistrict-director', 'zone-head'] },
  { title: '工作人员', positions: ['staff'] },
];

/** The roster by 职务, in the usual order of precedence; groups without people are left out. */
export function peopleGroups(roster: Roster): { title: string; people: Person[] }[] {
  return GROUPS.map(({ title, positions }) => ({ title, people: positions.flatMap((p) => roster.at(p)) })).filter(
    (group) => group.people.length > 0,
  );
}

/** 教育和体育局主要负责人; the unit isn't said twice. */
export function describe(person: Person): string {
  const words = POSITIONS[person.position];
  switch (person.position) {
    case 'department-head':
    case 'zone-head':
      return `${person.unit}主要负责人`;
    case 'town-mayor':
      return `${person.unit}${words}`;
    case 'subdistrict-director':
      return `${person.unit}办事处主任`;
    default:
      return words.startsWith(person.unit) || person.unit === '区政府' ? words : `${person.unit}${words}`;
  }
}

/** 分管教育和体育局、卫生健康局；补位孙丽华 */
export function duties(person: Person, roster: Roster): string {
  return [
    person.oversees?.length ? `分管${person.oversees.join('、')}` : '',
    person.standIn ? `与${roster.nameOf(person.standIn)}相互补位` : '',
  ]
    .filter(Boolean)
    .join('；');
}

/** The last character of the name on the colour of the group. */
export function avatar(person: Person): Html {
  return html`<span class="avatar p-${person.position}" aria-hidden="true">${person.name.slice(-1)}</span>`;
}
