/** 前置程序 of documents: what the rule wants done first, what is said of it, and who reviews. */
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { Precondition } from '../../src/rules/terms.ts';
import type { Context } from '../command.ts';
import { sayPreconditions } from '../papers/stated.ts';
import type { DocumentRequest } from './read.ts';

type Rule = ProvisionOf<'document-precondition'>;
type Sort = Rule['value']['sorts'][number];

export interface Judged {
  /** What is said not to be done, and the rule that wants it. */
  refusal?: { provision: Rule; needs: Precondition[] };
  warnings: string[];
  /** Rules whose demands are shown, not met by what was said. */
  open: (Rule | ProvisionOf<'countersign-dispute'>)[];
  /** The rule that sends the document to a reviewer before it is signed. */
  review?: Rule;
}

/** Steps whose being left out shows by itself that the rule applies. */
const TELLING: readonly Precondition[] = [
  'fair-competition-review',
  'stability-assessment',
  'public-opinion-assessment',
  'risk-assessment',
  'consult-towns',
  'consult-departments',
  'agree-departments',
  'countersign',
];

/** Which sorts of a precondition a document is of, as far as the message tells. */
export function sortsOf(request: DocumentRequest): Set<Sort> {
  const { plain, title = '' } = request;
  const sorts = new Set<Sort>(['all']);
  const stated = new Set([...request.stated.done, ...request.stated.undone]);
  const reviewed = stated.has('legality-review') || stated.has('public-comment');
  if (
    request.sorts.includes('normative') ||
    (/(?:办法|规定|细则)(?:[（(].*)?$/.test(title) && reviewed && !/非规范性|不是规范性/.test(plain))
  )
    sorts.add('normative');
  if (request.important || request.sorts.includes('overall')) sorts.add('important');
  if (request.form === 'request') sorts.add('request');
  if (/经营主体|市场主体|经营者|企业(?:生产)?经营|招商|竞争/.test(plain)) sorts.add('business');
  if (/社会稳定|公众(?:权益|利益)|公共利益|群众(?:切身)?利益|征收|拆迁|搬迁|稳定风险/.test(plain))
    sorts.add('stability');
  const alone = /不涉及(?:其他|其它|别的)?(?:部门|单位)/.test(plain);
  if (
    !alone &&
    ((/涉及|职权|职责|会签|协商|征求/.test(plain) && request.others.some((u) => !/镇$|街道$/.test(u))) ||
      /涉及[^,;，。；]{0,6}(?:部门|单位)(?:的)?(?:职权|职责|职能|工作)?/.test(plain))
  ) {
    sorts.add('several-departments');
  }
  if (/涉及[^,;，。；]{0,8}(?:镇|街道)/.test(plain)) sorts.add('towns');
  return sorts;
}

/** Consulting towns is asked for where towns are touched, departments where departments are; of important matters, where the rule says so. */
function needsFor(rule: Rule, sorts: ReadonlySet<Sort>): Precondition[] {
  const minor = rule.value.sorts.includes('important') && !sorts.has('important');
  return rule.value.needs.filter((need) => {
    if (minor && need.startsWith('consult')) return false;
    if (need === 'consult-towns') return sorts.has('towns');
    if (need === 'consult-departments' && rule.value.sorts.includes('towns')) return sorts.has('several-departments');
    return true;
  });
}

export function judgePreconditions(context: Context, request: DocumentRequest): Judged {
  const { done } = request.stated;
  const undone = new Set(request.stated.undone);
  if (unanswered(context, request)) undone.add('countersign');
  const sorts = sortsOf(request);
  const judged: Judged = { warnings: [], open: [] };
  const unmentioned = new Set<Precondition>();
  const agreed = done.has('grounds-listed');
  for (const rule of context.book.byKind('document-precondition')) {
    const applies = rule.value.sorts.some((s) => sorts.has(s));
    const omitted = rule.value.needs.filter(
      (n) => undone.has(n) && (applies || TELLING.includes(n)) && !(n === 'agree-departments' && agreed),
    );
    if (omitted.length > 0 && !rule.value.inPrinciple) {
      judged.refusal ??= { provision: rule, needs: omitted };
      continue;
    }
    if (!applies) continue;
    if (rule.value.reviewer && rule.value.needs.includes('legality-review') && !done.has('legality-review')) {
      judged.review ??= rule;
    }
    const silent = needsFor(rule, sorts).filter(
      (n) => !done.has(n) && !undone.has(n) && !(n === 'legality-review' && judged.review),
    );
    if (silent.length === 0 || agreedAll(silent, done)) continue;
    judged.open.push(rule);
    for (const need of silent) unmentioned.add(need);
  }
  const differ = agreed && undone.has('agree-departments') ? disputeRule(context) : undefined;
  if (differ) judged.open.unshift(differ);
  const warnings =
    unmentioned.size > 0 ? [`规则要求事先完成：${sayPreconditions([...unmentioned])}（来文未说明）。`] : [];
  return {
    ...judged,
    warnings: differ ? [`部门间未能协商一致，来文称已列明各方理据和办理意见。${differ.says}`, ...warnings] : warnings,
  };
}

/** 财政局会签还没回: no countersign yet, unless the rule lets a time that has run out stand for it. */
const UNANSWERED =
  /会签[^,;，。；]{0,6}(?:没|未)[^,;，。；]{0,4}(?:回|反馈|签)|(?:局|委|镇|街道|部门)(?:那边|那头)?(?:还|一直|都|也|迟迟)*(?:没|未)(?:有|给)?(?:回|答复|反馈|会签)/;
const RUN_OUT = /逾期|超期|到期|时限已过|过了(?:时限|期限)|视为/;

const unanswered = ({ book }: Context, { plain }: DocumentRequest): boolean =>
  UNANSWERED.test(plain) && !(RUN_OUT.test(plain) && book.find('countersign-silence') !== undefined);

/** 列明各方理据、提出办理意见: the rule's way for what could not be agreed. */
export const disputeRule = (context: Context): ProvisionOf<'countersign-dispute'> | undefined =>
  context.book.find('countersign-dispute', (v) => v.needs?.includes('grounds-listed') ?? false);

/** Having agreed or countersigned with the departments is having consulted them. */
function agreedAll(silent: readonly Precondition[], done: ReadonlySet<Precondition>): boolean {
  const consulted =
    done.has('grounds-listed') ||
    done.has('agree-departments') ||
    done.has('countersign') ||
    done.has('consult-departments');
  return (
    consulted && silent.every((n) => n === 'consult-departments' || n === 'agree-departments' || n === 'countersign')
  );
}
