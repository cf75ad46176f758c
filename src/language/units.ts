import type { Roster } from '../core/roster.ts';
import { Words } from './words.ts';

/** A unit of the roster as found in a text; offsets into that text. */
export interface UnitSpan {
  unit: string;
  text: string;
  from: number;
  to: number;
}

/** How offices shorten the names of common departments. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  发展和改革局: ['发改局', '发改委', '发改'],
  教育和体育局: ['教体局', '教育局', '体育局', '教体'],
  科学技术局: ['科技局'],
  工业和信息化局: ['工信局', '工信'],
  财政局: ['财政'],
  人力资源和社会保障局: ['人社局', '人社'],
  自然资源局: ['资规局', '国土局'],
  住房和城乡建设局: ['住建局', '住建'],
  交通运输局: ['交通局', '交运局'],
  水利局: ['水务局', '水利'],
  农业农村局: ['农业局', '农村局', '农业农村'],
  商务局: ['商务'],
  文化和旅游局: ['文旅局', '文旅', '文化局'],
  卫生健康局: ['卫健局', '卫生局', '卫健委', '卫健'],
  退役军人事务局: ['退役军人局'],
  应急管理局: ['应急局', '应急'],
  审计局: ['审计'],
  行政审批服务局: ['审批局', '审批服务局'],
  市场监督管理局: ['市场监管局', '市监局', '市场局', '市场监管'],
  综合行政执法局: ['执法局', '综合执法局'],
  医疗保障局: ['医保局', '医保'],
  司法局: ['司法', '法制办', '法制机构'],
  民政局: ['民政'],
  统计局: ['统计'],
  信访局: ['信访'],
  公安局: ['公安分局', '公安'],
};

/** Spellings of a unit: its name, its usual short forms, and what 镇 and 街道 and 开发区 are called. */
function spellings(unit: string): string[] {
  const names = [unit, `区${unit}`, ...(SHORT[unit] ?? []), ...(SHORT[unit] ?? []).map((s) => `区${s}`)];
  if (unit.endsWith('街道')) names.push(`${unit}办事处`, `${unit}办`, unit.replace(/街道$/, '街办'));
  if (unit.endsWith('镇')) names.push(`${unit}政府`, `${unit}人民政府`);
  const zone = /^(.*开发区)管委会$/.exec(unit);
  if (zone?.[1])
    names.push(zone[1], zone[1].replace(/经济(技术)?开发区$/, '经开区'), zone[1].replace(/^经济/, ''), '管委会');
  return names;
}

const tables = new WeakMap<Roster, Words<string>>();

function tableOf(roster: Roster): Words<string> {
  const known = tables.get(roster);
  if (known) return known;
  const table = roster
    .units()
    .filter((unit) => unit !== '区政府' && unit !== '区委')
    .flatMap((unit) => spellings(unit).map((name) => [name, unit] as const))
    .sort(([a], [b]) => b.length - a.length);
  const words = new Words(table);
  tables.set(roster, words);
  return words;
}

/** The roster's units that a text names, longest spelling first, none inside another. */
export function readUnits(text: string, roster: Roster): UnitSpan[] {
  const found: UnitSpan[] = [];
  for (const { value: unit, text: name, from, to } of tableOf(roster).in(text)) {
    if (!found.some((s) => from < s.to && to > s.from)) found.push({ unit, text: name, from, to });
  }
  return found.sort((a, b) => a.from - b.from);
}
