import type { Party } from '../terms.ts';

const ACTORS: readonly [RegExp, readonly Party[]][] = [
  [/办公室副主任|政府办副主任|府办副主任/, ['office-deputy-director']],
  // a deputy is not the head of whom rules speak
  [/副(?:局长|镇长|科长|主任|职(?!区))|副手|科长|科员/, ['staff']],
  [/办公室主任|政府办主任|府办主任/, ['office-director']],
  [/区管干部|协助副区长工作/, ['office-managed-cadre']],
  [/管委会|开发区|功能区|经开区|高新区/, ['zone-head']],
  [/常务副区长|负责常务/, ['executive-deputy-mayor', 'deputy-mayor', 'overseeing-deputy-mayor']],
  [/副区长|分管区长|分管领导/, ['overseeing-deputy-mayor', 'deputy-mayor', 'executive-deputy-mayor']],
  [/司法局|法制办|法制机构/, ['justice-bureau']],
  [/督查(?:工作)?中心/, ['supervision-center']],
  [/党组成员/, ['party-group-member']],
  [/区长/, ['mayor']],
  [/局长|部门主要负责人|部门一把手|部门负责人/, ['department-head']],
  [/镇长|街道主任|街道办主任|街道办事处主任|镇街负责人|镇街主要负责人/, ['town-mayor', 'subdistrict-director']],
];

/** The parties that a text asks about by position or body, the most particular word first. @example actorsIn('区长签吗') // ['mayor'] */
export const actorsIn = (text: string): readonly Party[] | undefined =>
  ACTORS.find(([words]) => words.test(text.replace(/区长办公会/g, '')))?.[1];
