/** Whether a provision speaks of just that which is asked: of the meeting named, of the people or thing named. */
import { MEETINGS } from '../../core/vocabulary.ts';
import type { Form } from '../../language/question.ts';
import type { RuleBook } from '../book.ts';
import { quoteOf } from '../quote.ts';
import type { Provision } from '../schema.ts';
import type { Point } from './context.ts';
import type { Gap } from './silent.ts';

/** Sides of a topic that a rule may leave open although it speaks of the topic: asked for, and stated. */
const FACETS: Readonly<Record<string, readonly [RegExp, RegExp, string][]>> = {
  'research.manner': [
    [/警车|开道|带路/, /警车/, '警车带路'],
    [/迎|接送|边界|红毯|地毯|横幅|标语|鲜花/, /迎|接远送|地毯|横幅|标语|鲜花/, '迎送'],
    [/吃|餐|宴|喝|饭/, /餐|宴|吃/, '用餐'],
    [/坐车|乘车|几辆车|用车/, /乘车|轻车|车辆/, '乘车'],
  ],
  'minutes.subjects': [
    [/国有资产|国资/, /国有资产/, '涉及国有资产的专题会议纪要如何审定'],
    [/土地|用地|供地/, /土地/, '涉及土地使用的专题会议纪要如何审定'],
    [/特许经营/, /特许经营/, '涉及特许经营的专题会议纪要如何审定'],
    [/公共资源/, /公共资源/, '涉及公共资源的专题会议纪要如何审定'],
    [/收费|基金减免/, /收费|基金/, '涉及收费和基金减免的专题会议纪要如何审定'],
    [/政策/, /政策/, '涉及政策的专题会议纪要如何审定'],
    [/财政|资金|花钱|支出|钱/, /财政|资金|支出/, '涉及财政资金的专题会议纪要如何审定'],
  ],
  'printing.deadline': [[/纪要|记要/, /纪要/, '会议纪要的印发时限']],
  'event.inscription': [
    [/序/, /序/, '作序'],
    [/题|匾|墨宝|写.{0,2}字/, /题/, '题词、题字'],
  ],
  'event.interview': [
    [/采访|专访|媒体|记者|电视/, /采访|专访|媒体/, '接受媒体采访'],
    [/文章|署名/, /文章/, '发表署名文章'],
  ],
  'decision.report': [
    [/人大/, /人大|人民代表大会/, '向人大报告'],
    [/政协/, /政协/, '向政协通报'],
    [/区委/, /区委/, '向区委报告'],
  ],
};

/** What a report on leave may be asked to name. */
const LEAVE_FACETS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/代为主持|代班|谁代|主持工作的人|临时负责人|代理人/, /代为主持/, '外出报告须写明代为主持工作的人员'],
];

/** The meetings that a provision is about, if it is about any. */
export function meetingsOf({ value }: Provision): readonly string[] | null {
  if ('meetings' in value && value.meetings) return value.meetings;
  return 'meeting' in value && value.meeting ? [value.meeting] : null;
}

const KIND_TOPIC = /^meeting\.(plenary|executive|mayor-office|special|party-group)\./;

/** What keeps a provision from answering the question, as a gap of the rule; `null` where it answers. */
export function gapIn({ asked, topic, provision, part }: Point): Gap | null {
  const nearest = provision.clauses[0] ?? '';
  const kinds = part.kinds;
  const meetings = KIND_TOPIC.test(topic) ? null : meetingsOf(provision);
  const stated = statedWords(asked.book, provision);
  const named = kinds.some((k) => stated.includes(MEETINGS[k].replace(/^区政府|议$/g, '')));
  if (kinds.length > 0 && meetings && !named && !meetings.some((m) => kinds.some((k) => k === m))) {
    return { topic, nearest, says: `规则未就${kinds.map((k) => MEETINGS[k]).join('、')}规定此事项。` };
  }
  const unsaid = unsaidIn(provision, part.form, asked.text);
  if (unsaid) return { topic, nearest, says: unsaid, unsaid: true };
  const known = /^leave\.[a-z-]+\.(?:route|content)$/.test(topic) ? LEAVE_FACETS : (FACETS[topic] ?? []);
  const words = part.evidence.text.slice(part.from);
  const facets = known.filter(([question]) => question.test(words));
  const open = facets.filter(([, rule]) => !rule.test(stated));
  if (facets.length === 0 || open.length < facets.length) return null;
  return { topic, nearest, says: `规则未规定${open.map(([, , name]) => name).join('、')}。` };
}

/** The side of a topic that a question names, where the rule is silent on the topic as a whole. */
export function facetGap(topic: string, nearest: string, question: string): Gap | null {
  const side = (FACETS[topic] ?? []).find(([words]) => words.test(question));
  return side && topic === 'printing.deadline' ? { topic, nearest, says: `规则未规定${side[2]}。` } : null;
}

/** A sentence may itself say what the rule leaves open (…；向谁报告，规则未规定): asked for just that, the rule is silent. */
function unsaidIn({ says }: Provision, form: Form, question: string): string | null {
  const before = /[；，]([^；，。]*(?:、[^；，。]*)?)，规则未(?:规定|写明)/.exec(says)?.[1];
  const open = before ?? /[；，]规则未(?:规定|写明)([^；，。]+)/.exec(says)?.[1];
  if (!open) return null;
  if (open.startsWith('会前') && !/会前|提前|几天|多少天|几日|截止|最[晚迟]/.test(question)) return null;
  const asks =
    (form.who && /谁|哪/.test(open)) ||
    ((form.howMany || form.when) && /多久|几|多少|何时|时限|次数/.test(open)) ||
    (question.includes('标准') && open.includes('标准'));
  return asks ? `规则未规定${open}。` : null;
}

const statedWords = (book: RuleBook, provision: Provision): string => provision.says + quoteOf(book, provision).text;
