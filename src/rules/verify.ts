/** What makes a rule module wrong against its official text, so that it must not be served. */
import type { Day } from '../core/day.ts';
import type { Clauses } from './clauses.ts';
import type { JsonPath } from './json-lines.ts';
import type { Provision, RuleModule } from './schema.ts';
import { expandTopics, topicById } from './topics.ts';

/** A fault inside a module, before it has a file and a line. */
export interface ModuleFault {
  path: JsonPath;
  says: string;
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** An edition by the folder that it lies in. */
export interface EditionId {
  district: string;
  issued: Day;
}

/** Every clause exists, every phrase is verbatim in its clause, dates fit the edition, topics are known and answered once. */
export function verifyModule(module: RuleModule, clauses: Clauses, edition: EditionId): ModuleFault[] {
  return [
    ...identityFaults(module, clauses, edition),
    ...module.provisions.flatMap((provision, i) => provisionFaults(provision, i, module, clauses)),
    ...duplicateIds(module),
    ...module.silent.flatMap(({ nearest, topics }, i) => [
      ...(clauses.exists(nearest) ? [] : [{ path: ['silent', i, 'nearest'], says: noClause(nearest) }]),
      ...unknownTopics(topics, ['silent', i, 'topics']),
    ]),
    ...answeredAndSilent(module),
    ...module.policyOnly.flatMap((ref, i) =>
      clauses.exists(ref) ? [] : [{ path: ['policyOnly', i], says: noClause(ref) }],
    ),
  ];
}

/** The module is that of its folder and of the text beside it. */
function identityFaults(module: RuleModule, clauses: Clauses, { district, issued }: EditionId): ModuleFault[] {
  const { metadata } = clauses.text;
  const differs = (path: string[], is: string, should: string | undefined, whose: string): ModuleFault[] =>
    should === undefined || is === should ? [] : [{ path, says: `“${is}”与${whose}“${should}”不一致` }];
  return [
    ...differs(['district'], module.district, district, '所在目录'),
    ...differs(['edition', 'issued'], module.edition.issued, issued, '所在目录'),
    ...differs(['edition', 'issued'], module.edition.issued, metadata.issued, '规则文本印发日期'),
    ...differs(['edition', 'number'], module.edition.number ?? '', metadata.number, '规则文本文号'),
    ...differs(['title'], module.title, metadata.title, '规则文本标题'),
  ];
}

const noClause = (ref: string): string => `规则中没有 ${ref} 这一条款`;

function provisionFaults(provision: Provision, i: number, module: RuleModule, clauses: Clauses): ModuleFault[] {
  const at = (...path: JsonPath): JsonPath => ['provisions', i, ...path];
  const [first = ''] = provision.clauses;
  const faults: ModuleFault[] = provision.clauses.flatMap((ref, n) =>
    clauses.exists(ref) ? [] : [{ path: at('clauses', n), says: noClause(ref) }],
  );
  const words = clauses.resolve(first);
  if (words !== null && !first.includes('.') && clauses.exists(`${first}.2`)) {
    faults.push({ path: at('clauses', 0), says: `${clauses.say(first)}有多款，请写明第几款` });
  }
  if (words !== null && !squeeze(words).includes(squeeze(provision.phrase))) {
    const found = clauses.refs.filter((ref) => squeeze(clauses.resolve(ref) ?? '').includes(squeeze(provision.phrase)));
    const hint = found.length > 0 ? `，见于 ${found.at(-1)}` : '';
    faults.push({ path: at('phrase'), says: `“${provision.phrase}”不是 ${first} 的原文${hint}` });
  }
  const { from, until } = provision;
  if (from && from < module.edition.inForceFrom) faults.push({ path: at('from'), says: '早于本版施行日期' });
  if (from && until && until < from) faults.push({ path: at('until'), says: '早于 from' });
  return [...faults, ...unknownTopics(provision.topics, at('topics'))];
}

function unknownTopics(topics: readonly string[], path: JsonPath): ModuleFault[] {
  return topics.flatMap((pattern, n) =>
    expandTopics(pattern)
      .filter((id) => !topicById(id))
      .map((id) => ({ path: [...path, n], says: `没有名为 ${id} 的问点（见 topics.ts）` })),
  );
}

function duplicateIds({ provisions }: RuleModule): ModuleFault[] {
  const seen = new Set<string>();
  return provisions.flatMap(({ id }, i) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew ? [] : [{ path: ['provisions', i, 'id'], says: `编号 ${id} 重复` }];
  });
}

function answeredAndSilent({ provisions, silent }: RuleModule): ModuleFault[] {
  const answered = new Set(provisions.flatMap(({ topics }) => topics.flatMap(expandTopics)));
  const seen = new Set<string>();
  return silent.flatMap(({ topics }, i) =>
    topics.flatMap((pattern, n) =>
      expandTopics(pattern).flatMap((id): ModuleFault[] => {
        const path = ['silent', i, 'topics', n];
        const twice = seen.has(id);
        seen.add(id);
        if (answered.has(id)) return [{ path, says: `${id} 既有规定又列为未规定` }];
        return twice ? [{ path, says: `${id} 两次列为未规定` }] : [];
      }),
    ),
  );
}
