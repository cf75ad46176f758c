import type { RuleSource } from '../../src/rules/library.ts';
import type { RuleModule } from '../../src/rules/schema.ts';

/** Rules of a test: `district@day` → its text and module (an object, or JSON as it stands). */
export type Editions = Readonly<Record<string, { text: string; module?: unknown }>>;

/** A source that notes in `read` which files were asked for. */
export function memorySource(editions: Editions): RuleSource & { read: string[] } {
  const read: string[] = [];
  const of = (district: string, issued: string) => {
    const edition = editions[`${district}@${issued}`];
    if (!edition) throw new Error(`no ${district}@${issued}`);
    return edition;
  };
  return {
    read,
    districts: () => {
      const found = new Map<string, string[]>();
      for (const key of Object.keys(editions)) {
        const [district = '', issued = ''] = key.split('@');
        found.set(district, [...(found.get(district) ?? []), issued]);
      }
      return found;
    },
    module: (district, issued) => {
      read.push(`${district}@${issued}`);
      const { module } = of(district, issued);
      if (module === undefined) return null;
      return typeof module === 'string' ? module : JSON.stringify(module, null, 2);
    },
    text: (district, issued) => of(district, issued).text,
    place: (district, issued, file) => `${district}/${issued}/${file}`,
  };
}

/** A small official text; its fifth line is 第一条. */
export const TEXT = `新区人民政府
2024年5月6日
新区人民政府工作规则
第一章 总则
第一条 区政府坚持人民至上。
第二条 会议的主要任务是：
（一）学习上级精神；
（二）研究重要事项。
会议每月召开1次。
第三条 副区长外出，应提前3天报区长批准。
第四条 各部门各司其职。
`;

/** A module of `TEXT` without faults that would keep it from being served. */
export function module(changes: Partial<RuleModule> = {}): RuleModule {
  return {
    district: 'xin',
    name: '新区',
    title: '新区人民政府工作规则',
    edition: { issued: '2024-05-06', inForceFrom: '2024-05-06', source: '测试', lastChecked: '2024-06-01' },
    provisions: [
      {
        id: 'leave.deputies',
        family: 'leave',
        clauses: ['3'],
        phrase: '应提前3天报区长批准',
        says: '副区长外出应提前3天报区长批准。',
        topics: ['leave.deputy-mayor.{route,notice}'],
        value: { kind: 'leave', of: ['deputy-mayor'], route: [{ ask: 'approve', who: ['mayor'] }], noticeDays: 3 },
      },
      {
        id: 'meeting.frequency',
        family: 'meeting',
        clauses: ['2.2'],
        phrase: '会议每月召开1次',
        says: '会议每月召开1次。',
        topics: ['meeting.executive.frequency'],
        value: { kind: 'meeting-frequency', meeting: 'executive', times: 1, months: 1 },
      },
    ],
    silent: [{ topics: ['meeting.executive.quorum'], nearest: '2.1', says: '规则未规定到会人数。' }],
    policyOnly: ['1', '4'],
    ...changes,
  };
}
