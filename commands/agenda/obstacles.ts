/** What stands against a topic: matters that are not put to a meeting, things left undone, things nobody mentioned. */

import { isHead } from '../../src/core/roster.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import { PRECONDITIONS, type Precondition } from '../../src/rules/terms.ts';
import type { Context } from '../command.ts';
import { sayDeeds } from '../papers/stated.ts';
import type { AgendaWords, Excluded } from './read.ts';

const EXCLUDED: Record<Excluded, string> = {
  uncoordinated: '会前未经协调一致的议题',
  'own-powers': '属于副区长、部门职责权限范围内决定的事项',
  'joint-issue': '以部门名义联合发文的议题',
  'routine-report': '一般性工作汇报',
  minor: '非重大事项',
};

const COORDINATE = '请先与有关部门协调一致；经协调仍有异议的，请注明后报请分管副区长协调。';

/** What forbids, what is told, and what was not mentioned; each with its provisions. */
export interface Obstacles {
  forbids: { why: string; instead: string; basis: Provision }[];
  warnings: string[];
  basis: Provision[];
  /** The form that the rule requires, e.g. 议题审批表. */
  form?: { name: string; basis: Provision };
}

/** Weighs a topic against the exclusions and preconditions of the district's rule. */
export function obstaclesOf(context: Context, words: AgendaWords): Obstacles {
  const result: Obstacles = { forbids: [], warnings: [], basis: [] };
  const settled = exclusions(context, words, result);
  preconditions(context, words, settled, result);
  return result;
}

/** Returns what an exclusion has dealt with, so that it is not said twice. */
function exclusions(context: Context, words: AgendaWords, result: Obstacles): Set<Precondition> {
  const settled = new Set<Precondition>();
  for (const rule of context.book.byKind('agenda-excluded')) {
    const met = words.excluded.filter(
      (what) => rule.value.what.includes(what) && !(what === 'uncoordinated' && words.disputed),
    );
    if (met.includes('uncoordinated')) settled.add('agree-departments');
    if (met.length === 0) continue;
    const what = met.map((m) => EXCLUDED[m]).join('、');
    if (!rule.value.inPrinciple) {
      result.forbids.push({
        why: `${what}，不提交会议研究`,
        instead: met.includes('uncoordinated') ? COORDINATE : '请按职责权限研究决定。',
        basis: rule,
      });
      continue;
    }
    result.warnings.push(`${what}，规则规定原则上不提交会议研究。`);
    result.basis.push(rule);
  }
  return settled;
}

function preconditions(
  context: Context,
  words: AgendaWords,
  settled: ReadonlySet<Precondition>,
  result: Obstacles,
): void {
  const { done, undone } = words.stated;
  const unmentioned = new Set<Precondition>();
  const told = new Set<Precondition>();
  for (const rule of context.book.byKind('agenda-precondition')) {
    const { needs, sorts, form, inPrinciple } = rule.value;
    if (!sorts.some((s) => words.sorts.includes(s))) {
      tellUndone(rule, words, told, result);
      continue;
    }
    if (form) result.form = { name: form, basis: rule };
    const rest = needs.filter((n) => n !== 'form' && !settled.has(n) && !(words.disputed && OF_AGREEMENT.includes(n)));
    const omitted = rest.filter((n) => undone.has(n));
    if (omitted.length > 0) {
      const what = `尚未${sayDeeds(omitted)}`;
      if (inPrinciple) {
        result.warnings.push(`${what}。`);
        result.basis.push(rule);
      } else result.forbids.push({ why: what, instead: '请完成后再提报。', basis: rule });
    }
    const silent = rest.filter((n) => !done.has(n) && !undone.has(n) && !implied(context, words, n));
    if (silent.length === 0) continue;
    for (const need of silent) unmentioned.add(need);
    result.basis.push(rule);
  }
  if (unmentioned.size > 0)
    result.warnings.push(`未说明是否已完成：${[...unmentioned].map((n) => PRECONDITIONS[n]).join('、')}。`);
}

/** Said not to be done, and needed for topics of another sort only: whoever decides judges which sort this one is. */
function tellUndone(
  rule: ProvisionOf<'agenda-precondition'>,
  words: AgendaWords,
  told: Set<Precondition>,
  result: Obstacles,
): void {
  const undone = rule.value.needs.filter((n) => n !== 'form' && words.stated.undone.has(n) && !told.has(n));
  if (undone.length === 0) return;
  for (const need of undone) told.add(need);
  result.warnings.push(`来文说明尚未${sayDeeds(undone)}。规则：${rule.says}`);
  result.basis.push(rule);
}

const OF_AGREEMENT: readonly Precondition[] = ['agree-departments', 'countersign-signatures', 'countersign'];

/** A head who files has examined the topic; an agreement with named units includes having asked them. */
function implied(context: Context, words: AgendaWords, need: Precondition): boolean {
  if (need === 'party-committee-report') return words.unreported;
  if (need === 'head-signed') return isHead(context.sender);
  if (need === 'consult-departments') return words.stated.done.has('agree-departments');
  if (need === 'research') return words.stated.done.has('argument');
  return false;
}
