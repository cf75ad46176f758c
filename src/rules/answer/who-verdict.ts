/** 副区长能签吗、部门能不能提议题: yes or no to a question that names who is to do it. */
import type { Provision } from '../schema.ts';
import type { Party } from '../terms.ts';
import { actorsIn } from './actors.ts';
import type { Point } from './context.ts';
import { partiesOf } from './people.ts';

/** 区长出差，常务会还能开吗: the one who convenes is not there. */
const ABSENT = /出差|不在|不能|来不了|回不来|有事|外出|休假|出国|去不了|请假|学习/;

/** 由办公室主任签发，必要时报区长审定: what is done by somebody else, and only now and then by this one. */
const IF_NEEDED = /必要时[^。；]*?报((?:区长、)?副?区长)审定/;
/** 由区长或区长授权副区长签发 */
const MANDATED = /((?:区长、)?副?区长)(授权|委托)/;
const MUST_BE = /非得|必须|只能|一定|只有|本人/;
const ALWAYS = /都[得要由须]|一律|全部?[得要由]|才行|才算|必须|只能/;

/** Whether the person asked about is the one whom the rule names; `undefined` where the provision names nobody. */
export function whoVerdict(point: Point): string | null | undefined {
  const { asked, part, provision } = point;
  const { value } = provision;
  const actor = actorsIn(asked.text);
  if (!actor) return undefined;
  if (value.kind === 'meeting-limit') {
    const usually = /一般|原则上|只请/.test(provision.says);
    if (value.neverInvite?.some((party) => actor.includes(party))) return usually ? '一般不可以。' : '不可以。';
    if (!value.approvalToInvite?.some((party) => actor.includes(party))) return undefined;
    return usually ? '一般不可以，确需的须按程序报批。' : '可以，但须按程序报批。';
  }
  if (value.kind === 'agenda' && point.topic === 'agenda.proposer') {
    const { proposers } = value;
    if (!proposers || proposers.includes('owner-head')) return null;
    return proposers.some((party) => actor.includes(party)) ? '可以。' : '不可以。';
  }
  if (value.kind !== 'signing' && value.kind !== 'minutes' && value.kind !== 'meeting-convener') return undefined;
  if (value.kind === 'meeting-convener' && ABSENT.test(asked.text) && actor.includes('mayor')) return null;
  const { first, others } = decidersOf(provision);
  const last = [...first, ...others];
  const among = (parties: readonly Party[]): boolean => parties.some((party) => actor.includes(party));
  if (among(first)) {
    const alone = !others.some((party) => !actor.includes(party)) || value.kind === 'meeting-convener';
    if (!alone && MUST_BE.test(asked.text)) return '不一定。';
    return part.form.may ? '可以。' : '是。';
  }
  if (among(others)) {
    const needed = IF_NEEDED.exec(provision.says)?.[1];
    if (needed) return part.form.may ? null : `不一定，必要时才报${needed}审定。`;
    if (!part.form.may) return '不一定。';
    const [, by, mandates] = MANDATED.exec(provision.says) ?? [];
    return by && mandates ? `可以，但须经${by}${mandates}。` : '可以。';
  }
  // 都得区长签才行吧: no, where whoever presides or oversees signs
  if (ALWAYS.test(asked.text)) return '不是。';
  if (last.some((party) => party === 'presider' || party === 'named-leader' || party === 'mandator')) return null;
  if (/副区长签[发批署]/.test(provision.says) && actor.includes('deputy-mayor')) return null;
  if (value.kind === 'meeting-convener') return '规则未规定可由其召集和主持。';
  return `${isSometimes(point, actor) ? '一般' : ''}${part.form.may ? '不可以' : '不是'}。`;
}

/** 常务会决定的事项 others may sign for: a no holds as a rule only, where another provision lets just this one sign. */
function isSometimes({ asked, provision: { value } }: Point, actor: readonly Party[]): boolean {
  if (value.kind !== 'signing' || !value.sorts.includes('ordinary')) return false;
  return asked.book.byKind('signing').some((other) => {
    const { first, others } = decidersOf(other);
    return other.value.name === value.name && [...first, ...others].some((party) => actor.includes(party));
  });
}

/** Who decides at the end of a route or convenes, and who else may now and then. */
function decidersOf(provision: Provision): { first: Party[]; others: Party[] } {
  const { value } = provision;
  if (value.kind === 'meeting-convener') return { first: [...value.by], others: [...(value.delegates ?? [])] };
  const route = 'route' in value && Array.isArray(value.route) ? value.route : [];
  const last = route.findLastIndex((stage) => !stage.if);
  const first = route[last]?.who ?? partiesOf(provision);
  const alternatives = value.kind === 'signing' ? (value.alternatives ?? []) : [];
  return { first: [...first], others: [...route.slice(last + 1).flatMap((stage) => stage.who), ...alternatives] };
}
