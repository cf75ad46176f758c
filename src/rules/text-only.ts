import type { Day } from '../core/day.ts';
import type { Clauses } from './clauses.ts';
import type { RuleModule } from './schema.ts';

/** The module of an edition that has its official text alone: search and quotes work, no provision is known. */
export function textOnly(district: string, issued: Day, clauses: Clauses, name?: string): RuleModule {
  const { title = '工作规则', number, inForceFrom } = clauses.text.metadata;
  return {
    district,
    name: name ?? areaOf(title) ?? district,
    title,
    edition: {
      issued,
      inForceFrom: inForceFrom ?? issued,
      ...(number && { number }),
      source: '导入的规则文本',
      lastChecked: issued,
    },
    provisions: [],
    silent: [],
    policyOnly: [],
  };
}

/** @example areaOf('烟台市蓬莱区人民政府工作规则') // '蓬莱区' */
export function areaOf(title: string): string | undefined {
  return /([^省市州盟]{1,12}?(?:自治县|自治旗|新区|区|县|市|旗|镇|乡))人民政府/.exec(title)?.[1];
}
