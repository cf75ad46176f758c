/** What a rule module still lacks: topics without an answer, clauses without a provision, gaps between dated provisions. */
import { addDays, type Day } from '../core/day.ts';
import { containsRef } from './clause.ts';
import type { Clauses } from './clauses.ts';
import { FAMILY_NAMES } from './listing.ts';
import { cuesIn } from './operational.ts';
import type { Provision, RuleModule } from './schema.ts';
import { FAMILIES } from './terms.ts';
import { expandTopics, TOPICS } from './topics.ts';
import type { ModuleFault } from './verify.ts';

/** An operational paragraph that no provision answers for; `line` is the text's. */
export interface OpenClause {
  ref: string;
  line: number;
  cues: string[];
}

/** Provisions without a topic, topics without an answer, policy clauses that have provisions, gaps and overlaps in time. */
export function lacksOf(module: RuleModule): ModuleFault[] {
  const answered = module.provisions.flatMap(({ topics }) => topics.flatMap(expandTopics));
  const silent = module.silent.flatMap(({ topics }) => topics.flatMap(expandTopics));
  const known = new Set([...answered, ...silent]);
  return [
    ...module.provisions.flatMap(({ topics }, i) =>
      topics.length > 0 ? [] : [{ path: ['provisions', i, 'topics'], says: '未回答任何问点' }],
    ),
    ...unansweredTopics(known),
    ...policyWithProvision(module),
    ...gapsAndOverlaps(module),
  ];
}

/** One fault a family, as a module in the making lacks hundreds. */
function unansweredTopics(known: ReadonlySet<string>): ModuleFault[] {
  return FAMILIES.flatMap((family) => {
    const open = TOPICS.filter((topic) => topic.family === family && !known.has(topic.id));
    const named = open.map(({ id, title }) => `${id}（${title}）`).join('、');
    const says = `问点（${FAMILY_NAMES[family]}）既无规定，也未列为未规定：${named}`;
    return open.length > 0 ? [{ path: ['silent'], says }] : [];
  });
}

function policyWithProvision({ policyOnly, provisions }: RuleModule): ModuleFault[] {
  return policyOnly.flatMap((ref, i) => {
    const stated = provisions.find(({ clauses: [first = ''] }) => containsRef(ref, first));
    return stated ? [{ path: ['policyOnly', i], says: `${ref} 列为仅属政策宣示，但有规定 ${stated.id}` }] : [];
  });
}

/** Paragraphs that look operational, have no provision and aren't marked as policy. */
export function openClauses(module: RuleModule, clauses: Clauses): OpenClause[] {
  const stated = module.provisions.flatMap((p) => p.clauses);
  const settled = (ref: string): boolean =>
    stated.some((s) => containsRef(s, ref) || containsRef(ref, s)) ||
    module.policyOnly.some((p) => containsRef(p, ref));
  return clauses.text.articles.flatMap(({ article, paragraphs }) =>
    paragraphs.flatMap((_, i) => {
      const ref = `${article}.${i + 1}`;
      const cues = cuesIn(clauses.resolve(ref) ?? '');
      return cues.length === 0 || settled(ref) ? [] : [{ ref, line: clauses.lineOf(ref), cues }];
    }),
  );
}

/** 第四十三条第二款（应当、3天） */
export function sayOpenClause({ ref, cues }: OpenClause, clauses: Clauses): string {
  return `${clauses.say(ref)}似有可执行的规定（${[...new Set(cues)].slice(0, 4).join('、')}），既无规定条目，也未列入 policyOnly`;
}

const END: Day = '9999-12-31';

/** Walks each topic's dated provisions over the edition's days. An undated provision stands as long as the edition. */
function gapsAndOverlaps({ provisions, edition }: RuleModule): ModuleFault[] {
  const dated = provisions.filter((p) => p.from || p.until);
  const topics = new Set(dated.flatMap((p) => p.topics.flatMap(expandTopics)));
  return [...topics].flatMap((topic) => {
    const versions = provisions.filter((p) => p.topics.flatMap(expandTopics).includes(topic));
    const at = (p: Provision): ModuleFault['path'] => ['provisions', provisions.indexOf(p)];
    const from = (p: Provision): Day => p.from ?? edition.inForceFrom;
    const until = (p: Provision): Day => p.until ?? END;
    const ordered = versions.toSorted((a, b) => from(a).localeCompare(from(b)));
    const overlaps = ordered.flatMap((p, i) =>
      ordered
        .slice(i + 1)
        .filter((q) => q.value.kind === p.value.kind && (q.from || p.until) && from(q) <= until(p))
        .map((q) => ({ path: at(q), says: `${topic}：与 ${p.id} 的施行期间重叠` })),
    );
    const gaps: ModuleFault[] = [];
    let covered = addDays(edition.inForceFrom, -1);
    for (const p of ordered) {
      if (covered < END && from(p) > addDays(covered, 1)) {
        gaps.push({ path: at(p), says: `${topic}：${addDays(covered, 1)} 至 ${addDays(from(p), -1)} 无规定` });
      }
      if (until(p) > covered) covered = until(p);
    }
    const last = ordered.at(-1);
    if (covered < END && last) gaps.push({ path: at(last), says: `${topic}：${addDays(covered, 1)} 起无规定` });
    return [...gaps, ...overlaps];
  });
}
