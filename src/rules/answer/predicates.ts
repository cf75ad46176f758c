/** What a yes-or-no question asks for in particular (公章, 备案, 听证…), and whether a rule demands or forbids just that. */

/**
 * What may be asked for, and the words in which a rule demands just that. `matter`: the words name as well what the
 * question is about, so they are asked for only where they follow the asking word: 要不要先调研, but not 调研要不要迎送.
 */
const PREDICATES: readonly (readonly [asked: RegExp, stated: RegExp, matter?: 'matter'])[] = [
  [/同意|批准|审批|报批|点头/, /同意|批准|审批|报批|审定|许可/],
  [/书面|假条/, /书面/],
  [/公章|盖章|章/, /公章|盖章/],
  [/签字|签名|签/, /签/],
  [/附|材料|日程|方案/, /附/],
  [/备案|报备/, /备案|报备/],
  [/公开|公布|公示|登报|挂/, /公布|公开|公示|刊载/],
  [/评估|稳评/, /评估/],
  [/审查|法审|合法性/, /审查/],
  [/看过|过目|审阅|审定/, /审定|审阅|审批|审签|签发/],
  [/审核|把关/, /审核|审查|核准|把关/],
  [/征求|听意见|问.{0,4}意见|意见/, /征求|听取|意见/],
  [/区委/, /区委/],
  [/人大/, /人大|人民代表大会/],
  [/汇报|报告|报给/, /报告|报/],
  [/销假|回来|休完/, /销假/],
  [/会签/, /会签/],
  [/调研/, /调研|调查研究/, 'matter'],
  [/听证/, /听证/],
  [/常务会|上会|过会/, /常务会|会议/],
  [/现场会/, /现场会/],
  [/视频|电视电话/, /视频|电视电话/],
  [/台账/, /台账/],
  [/登记/, /登记/],
  [/解读/, /解读/],
  [/预算/, /预算/],
  [/清理/, /清理/],
  [/说明|理由/, /说明|理由/],
  [/商量|协商|沟通/, /协商|沟通/],
  [/联系|手机|通信|通讯|24小时/, /联系|24小时/],
  [/纪要/, /纪要/, 'matter'],
  [/列席/, /列席/],
  [/立项/, /立项/],
  [/正式公文/, /正式公文/],
  [/亲自/, /亲/],
  [/分工|编号/, /分工|编号/],
  [/平台|电子|网/, /平台|网/],
];

const FORBIDS =
  /不得|不能|不可|不予|不同时|不提交|不安排|不直接|不参加|不出席|不发|不题|严禁|不报|不以|不邀请|不受理|不临时|一律不|不制发|不再|不应|不搞|不去|不接受|不公开|不为|不到会|不参与|不单独|不越级|不印发|不制定|不召开|不允许/;
const DEMANDS = /须|应|要|必须|不得少于|报|经/;
/** 除按规定不可传输的外, 仍不能取得一致: a case is told, nothing is forbidden. */
const CASES = /除[^，。；]*?外，?|(?:仍|未|还)?不能(?:取得|达成|形成)一致|不能(?:出席|参加|列席|到会|按期|按时)/g;

export const forbids = (words: string): boolean => FORBIDS.test(words.replace(CASES, ''));
export const demands = (words: string): boolean => DEMANDS.test(words);

/** The words that ask, behind which stands what is asked for. */
const MODAL =
  /(?:要不要|用不用|需不需要|需要|必须|应该|应不应该|该不该|能不能|可不可以|能否|是否|是不是|得不得|一定要|[要得须用能])/;

/** What a yes-or-no question names that a rule states or doesn't, e.g. 公章, as the words of question and rule. */
export function namedIn(question: string): readonly (readonly [RegExp, RegExp, 'matter'?])[] {
  const modal = MODAL.exec(question);
  const behind = modal ? question.slice(modal.index + modal[0].length) : '';
  return PREDICATES.filter(([asked, , matter]) => asked.test(matter ? behind : question));
}

/** The first sentence without its conditions (…的，): what is laid down, not for which case. */
export const verdictOf = (says: string): string =>
  (says.split(/[。；]/)[0] ?? '')
    .split('，')
    .filter((clause, i, all) => i === all.length - 1 || !/[的时]$|^除.*外$/.test(clause))
    .join('，');

/** The clause of a rule's first sentence that names all or some of what the question names; undefined where none does. */
export function clauseNaming(question: string, says: string): string | undefined {
  const named = namedIn(question);
  if (named.length === 0 || !named.every(([, stated]) => stated.test(says))) return undefined;
  return verdictOf(says)
    .split(/[，、]/)
    .find((part) => named.some(([, stated]) => stated.test(part)));
}

/**
 * What a rule says of just that which is asked for: everything that the question names must be there; the clause
 * that names it forbids or demands it. `null` where the rule speaks of something else.
 */
export function wordOn(question: string, says: string): 'demanded' | 'forbidden' | null {
  const named = namedIn(question);
  if (named.length === 0 || !named.every(([, stated]) => stated.test(says))) return null;
  const clause = clauseNaming(question, says);
  if (clause && forbids(clause)) return 'forbidden';
  return demands(verdictOf(says)) ? 'demanded' : null;
}

/** The words before what is asked for that say it was left out: 没有公开征求, 未经审查, 不盖章; 要不要 and the like ask. */
const LEFT_OUT =
  /(?:没有?|未|(?<![要能是需用须该可])不(?!一|同|能|论|管|到))(?:[经做走报跟向先用去过进行]|经过)*[^，。？?要能可须得吗是一]{0,4}$/;

/** 没编号的简报能报吗: whether the question leaves out just that which the rule demands. */
export function leavesOut(question: string, says: string): boolean {
  return PREDICATES.some(([asked, stated]) => {
    const at = question.search(asked);
    if (at < 1 || !stated.test(says) || !LEFT_OUT.test(question.slice(0, at))) return false;
    const clause = says.split(/[。；，]/).find((words) => stated.test(words));
    return clause !== undefined && demands(clause) && !forbids(clause);
  });
}

/** How many more neighbouring characters a clause must share with a question than any other to be the one asked about. */
const AHEAD = 2;
const LEAST_SHARED = 3;

/** The clause of a rule's sentence that a question puts in its own words; undefined where none stands out. */
export function clauseOf(question: string, says: string): string | undefined {
  const pairs = new Set(Array.from({ length: Math.max(question.length - 1, 0) }, (_, i) => question.slice(i, i + 2)));
  const [best, next] = says
    .split(/[。；，]/)
    .map((words) => ({ words, shared: [...pairs].filter((pair) => words.includes(pair)).length }))
    .sort((a, b) => b.shared - a.shared);
  return best && best.shared >= LEAST_SHARED && best.shared >= (next?.shared ?? 0) + AHEAD ? best.words : undefined;
}

/** 要不要、要…吗: a need is asked for; 是不是、是吧 asks whether it is so. */
export const asksNeed = (question: string): boolean =>
  NEEDS.test(question) || (/[要用须][^，。]*[吗不么]/.test(question) && !/是不是|吧/.test(question));
const NEEDS = /要不要|用不用|需不需要|须不须|得不得|该不该|应不应|必须|需要|非得|一定要|是否[要需须应]/;
