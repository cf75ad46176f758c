/** What a message says has been done, or has not, of the things that must precede a matter (前置程序). */
import { PRECONDITIONS, type Precondition } from '../../src/rules/terms.ts';

/** Steps said to be done and steps said not to be; what is in neither was not mentioned. */
export interface Stated {
  done: ReadonlySet<Precondition>;
  undone: ReadonlySet<Precondition>;
}

/** How people speak of each step. */
const CUES: readonly (readonly [Precondition, RegExp])[] = [
  [
    'legality-review',
    /合法合?规?性?(?:的)?(?:审查|审核|论证)|(?:法制办|法制机构|司法局|司法行政部门)[^,;，。；]{0,14}?审(?:查|核|过|了|完|毕|(?=$|呢))|法制审[核查]|法律审[核查]|法核|法审|合法(?=、|性)/g,
  ],
  [
    'fair-competition-review',
    /公平竞争(?:性)?(?:审查|审核)?|市场监(?:管|督管理)局[^,;，。；]{0,6}?审(?:查|核|过|了|完|毕)/g,
  ],
  ['stability-assessment', /(?:社会)?稳定(?:性)?风险评估|稳评/g],
  ['public-opinion-assessment', /舆情(?:风险)?(?:评估|研判)(?:研判)?/g],
  ['burden-assessment', /(?:基层减负|减负)(?:一致性)?(?:评估)?/g],
  ['policy-consistency', /(?:宏观)?政策取向(?:一致性)?(?:评估)?/g],
  ['risk-assessment', /(?<!稳定|舆情)风险评估/g],
  ['expert-argument', /专家(?:论证|评审|咨询)/g],
  ['public-participation', /公众参与|听证/g],
  ['public-comment', /公开征求(?:社会)?意见|向社会(?:公开)?征求意见|公示征求意见/g],
  [
    'consult-towns',
    /听(?:取|过|一?听)?(?:了)?(?:有关|相关|各|所有)?(?:镇街|镇办|各?镇|街道|乡镇)[^,;，。；]{0,6}?(?:意见|建议)|(?:镇街|镇办|各?镇|街道|乡镇)(?:的)?(?:书面)?(?:意见|建议)|征求(?:过|了)?(?:有关|相关|各|所有)?(?:镇街|镇办|各?镇|街道|乡镇)[^,;，。；]{0,8}?(?:意见|建议)/g,
  ],
  [
    'consult-departments',
    /(?<!公开|公示|社会)征求(?:过|了)?(?:有关|相关|各|其他|[一-鿿、]{2,20}?(?:局|委|办|中心))?(?:部门|单位)?(?:的)?(?:书面)?意见(?:建议)?|(?:部门|单位)(?:的)?(?:书面)?意见(?:征[求集]|反馈|采纳)?(?!不(?!做|办|征|要|走)|书|箱)|意见(?:也|都|还|尚|均)*(?:没(?:有)?|未)(?:来得及|顾上|去)?征[求集]/g,
  ],
  [
    'agree-departments',
    /(?:协商|沟通|协调|对接)(?:并)?(?:取得)?(?:一致|好|妥)|(?:部门|单位)(?:都|均|意见|全)?一致|(?:说|讲|谈|商量)(?:好|妥|通|定|拢)(?:了)?|(?:达成|取得|形成)一致|意见(?:已|均|都)?一致/g,
  ],
  [
    'countersign-signatures',
    /会签(?:意见|表|单)?(?:上)?(?:还|尚|均|都|也|没有?|未)*(?:已)?(?:经)?签(?:了)?(?:字|名|好|齐)?|(?:字|签字)(?:也|都|均)?(?:已)?(?:经)?(?:签|有|齐)(?:了|好|齐|全)?/g,
  ],
  ['countersign', /会签/g],
  [
    'head-signed',
    /(?:主要负责(?:人|同志)|主要领导|一把手|(?<!副)(?:局长|镇长|主任)|我|本人)[^,;，。；、]{0,6}?签(?:了)?(?:字|发|署|过|批|名|(?=[,;，。；]|$))|签(?:了)?(?:字|发)(?=的?(?:是)?(?:主要|局长|本人|我))/g,
  ],
  [
    'seal',
    /公章|盖(?:了|好|完|上|过|个)*章|用印|印章|(?<![公图文规篇私])章(?:子)?(?:也|都|已经?|均|还|就|是|才)*(?:没(?:有|能)?|未|忘(?:了|记)?)?(?:来得及|顾上|顾得上)?(?:去)?盖/g,
  ],
  [
    'office-review',
    /(?:区政府办公室|政府办|区府办|办公室|我办|我室|本办)[^,;，。；、]{0,8}?(?:审核|审理|把关|审过|审了|审毕|审完|审好|核稿|看过|审(?=呢?$))/g,
  ],
  [
    'executive-meeting',
    /(?:常务会议?)[^,;，。；、]{0,4}?(?:审议|研究|讨论|通过|同意|审定|决定)?|上(?:过|了)?(?:常务)?会(?:议)?(?![议计])/g,
  ],
  ['party-committee-report', /(?:向|报)(?:告)?区委(?:主要领导)?(?:报告|汇报|报备)?/g],
  ['deputy-mayor-consent', /(?:分管)?(?:副区长|区领导|分管领导)[^,;，。；、]{0,4}?(?:同意|审阅|审核)/g],
  ['research', /调查研究|深入调研/g],
  ['argument', /(?:必要性|可行性|科学性|研究|评估)论证/g],
  [
    'grounds-listed',
    /(?:理据|理由|各方(?:的)?意见)[^,;，。；]{0,12}?(?:(?:都|均|也|已经?|还)*(?:没|未|尚未)?(?:有)?(?:列|写|附)(?:明|出|进去?|上|了|在|清)|附后)|(?:列明|列出|写明|说明|附上)[^,;，。；]{0,10}?(?:理据|理由|意见)/g,
  ],
  ['secrecy', /保密/g],
];

const NEGATION =
  /(?:未经?|没有?|尚未|从未|还没|还未|不曾|缺少?|欠|来不及|跳过|省略|略过|忘了|绕开|绕过|不经过?|暂不|先不|不打算|不准备|不想|不再|不(?=[上提报走做搞送开审弄盖签](?!限|级|示|名|来|销))|免了|省了)/g;
/** 无需, 不涉及: neither done nor omitted. */
const NOT_NEEDED = /(?:无需|无须|不需要?|不用|不必|不涉及|不属于|毋需|用不着)/;
const DONE =
  /(?:已|业已|业经|经过?(?!济)|完成|通过|做过|做了|做完|办结|均|都|全部|齐全|齐备|履行|取得|征求(?:了|过)|有了|过了|完毕|妥当|到位|附(?:有|上|后)|由|盖(?:了|好|上|过|完)(?:单位|部门|本单位|局|本局)?$|加盖(?:单位|部门|本单位)?$)/;
const DONE_AFTER =
  /^(?:过|完|毕|好)(?:了|的)?$|^[^,;，。；]{0,40}?(?:已(?:经)?(?:完成|通过|做|办|开展|履行|落实|取得|征求|弄|搞|走|过)|(?:均|都|全部|也)(?:已)?(?:经)?(?:完成|通过|做|办|开展|履行|落实|有了|有(?:审查|评估)?(?:意见书?|结论|报告)|弄|搞|走|过|齐|好|全)|完成|通过|做过|做了|做完|办结|完毕|齐全|到位)|^[^,;，。；]{0,8}?(?:已|合格|好了|过了|无(?:不同)?意见|没(?:有)?(?:不同)?意见|结束|同意|[了过]$)/;
const UNDONE_AFTER =
  /^(?:[^,;，。；]{0,12}?)(?:尚未|还没有?|还未|没有?|未|暂未|正在|待)(?:能|来得及|顾上|顾得上|抽出时间)?(?:去)?(?:完成|做|进行|开展|通过|办|盖|签|送|走|提|报|取得|征求|审|搞|弄|启动|履行|达成|经过|上|到|开|附|研究|审议|讨论|议|过|有$|$)/;
/** 审查跳过了, 评估不做了, 等签完再补: left out, whatever 了 stands behind. */
const LEFT_OUT =
  /^[^,;，。；]{0,10}?(?:先?(?:放(?:一)?放|搁|放着|缓一?缓)|往后(?:放|拖|推)|以后再|先不|不(?:管|顾)|不(?:做|办|送|走|搞|弄|审|开|上|签|盖|征|报|评|论|用做)|来不及|(?:没|未)(?:能)?(?:过|通过)|跳过|略过|绕过|省(?:略|掉|了|去)|免(?:了|掉|去)|算了|拉倒|(?:再|后|后面|事后|回头|以后)(?:去|来)?(?:补|做|办|说))/;
/** Asked for, planned or ordered: not yet done, but nobody says that it is left out. */
const PLANNED = /(?:请|拟|将|需|须|应|准备|打算|申请|要求|要|再|后|前|待)[^,;，。；]{0,12}$/;

/** Departments that differ have not agreed, however it is put. */
const DIFFER =
  /意见(?:仍|还|尚|依然|始终)?(?:不一致|不统一|未统一|相左)|(?:有|存在)(?:较大)?分歧|(?:局|委|部门|镇)(?:那边|那头)?(?:还|也|都|一直)?(?:不同意|(?:没(?:有)?|未)同意|有不同意见)|(?:协商|沟通|协调)(?:不成|无果|未果|不下来)|没?谈(?:不拢|不成|不妥|崩)|没(?:有)?谈(?:拢|妥|成)|没(?:有)?(?:说通|统一)|(?:尚未|未|没有?)(?:达成|取得|形成)(?:一致|共识)|扯皮/;

/** 还没和财政局协商: nobody was asked, so nobody agreed. */
const UNASKED =
  /(?:未经?|没有?|尚未|从未|还没有?|还未|不|未曾|没来得及)(?:先|事先|主动|正式|再)?(?:(?:与|和|跟|同|向|找)[^,;，。；]{2,16}?)?(?:协商|沟通|商量|会商|对接|通(?:过|个)?(?:什么)?气|打过?(?:个)?招呼|碰(?:过|个)?头)(?!一致|的(?:必要|需要))|(?:与|和|跟|同|向|找)[^,;，。；]{2,12}?(?:还|都|也|根本)?没(?:有)?(?:去)?(?:说|谈|讲|商量|沟通|协调|协商|对接|通(?:过|个)?气|打过?(?:个)?招呼|碰)(?!拢|妥|好|成|通|一致)/;

/** 不存在未协调的事项, 没有未解决的分歧: denied twice is not left undone. */
export const NOT_THERE =
  /(?:不存在|不含|并无)[^,，。；;、]{0,6}(?:未|没有?|尚未)[^,，。；;、]{0,10}|没有未[^,，。；;、]{0,10}/g;

const clauses = (text: string): string[] =>
  text.split(/[，。；;,！!？?\n]|但是?(?=[未没尚还])|不过|只是|然而|而(?=[未没尚还])/).filter(Boolean);

/**
 * Reads each step's state clause by clause.
 * @example readStated('公平竞争审查、合法性审查都已完成，但没有提请区政府常务会议审议').undone // executive-meeting
 */
export function readStated(text: string): Stated {
  const done = new Set<Precondition>();
  const undone = new Set<Precondition>();
  const plain = text.replace(/《[^》]*》/g, '《》').replace(NOT_THERE, '');
  for (const clause of clauses(plain)) {
    for (const [step, cue] of CUES) {
      for (const found of clause.matchAll(cue)) {
        const before = clause.slice(0, found.index);
        const after = clause.slice(found.index + found[0].length);
        const state = stateOf(before, found[0], after);
        if (state === 'done') done.add(step);
        if (state === 'undone') undone.add(step);
      }
    }
  }
  if (DIFFER.test(plain) || UNASKED.test(plain)) undone.add('agree-departments');
  for (const step of undone) done.delete(step);
  if (done.has('countersign-signatures')) done.add('countersign');
  return { done, undone };
}

function stateOf(before: string, cue: string, after: string): 'done' | 'undone' | null {
  if (NOT_NEEDED.test(before) || NOT_NEEDED.test(after.slice(0, 6)) || NOT_NEEDED.test(cue)) return null;
  const lastNo = [...`${before}${cue}`.matchAll(NEGATION)].at(-1);
  const since = lastNo ? `${before}${cue}`.slice(lastNo.index + lastNo[0].length) : '';
  if (lastNo && !/已|完成|通过(?!.{0,4}$)/.test(since)) return 'undone';
  // 征求意见后经协调未能取得一致: what stands after the deed is another.
  if (!lastNo && /^(?:之|以)?后(?![补再])./.test(after) && !PLANNED.test(before)) return 'done';
  if (LEFT_OUT.test(after) || /后补|以后再|回头再|之后再补|就不/.test(after)) return 'undone';
  const saidDone = DONE.test(before) || DONE.test(cue) || /(?:了|过|好)(?:字|章)?$/.test(cue);
  if (!saidDone && UNDONE_AFTER.test(after)) return 'undone';
  if (UNDONE_AFTER.test(after) && !/已|完成/.test(before)) return 'undone';
  if (DONE_AFTER.test(after)) return 'done';
  if (PLANNED.test(before) && !/已|业经/.test(before)) return null;
  return saidDone ? 'done' : null;
}

/** 合法性审查、风险评估 */
export const sayPreconditions = (steps: readonly Precondition[]): string =>
  [...new Set(steps)].map((step) => PRECONDITIONS[step]).join('、');

/** Steps whose names are what is done: 加盖公章, not 完成加盖公章. */
const DEEDS: Partial<Record<Precondition, string>> = {
  'consult-departments': '征求相关部门意见',
  'consult-towns': '征求镇街意见',
  'agree-departments': '与相关部门协商一致',
  'public-comment': '公开征求意见',
  seal: '加盖公章',
  secrecy: '做好保密工作',
  research: '深入开展调查研究',
  'countersign-signatures': '由有关部门主要负责人在会签意见上签字',
  'party-committee-report': '报区委主要领导同志',
  'deputy-mayor-consent': '经分管副区长同意',
  'head-signed': '由主要负责人签字',
  'grounds-listed': '列明各方理据并提出办理意见',
};

/** `完成合法性审查、加盖公章`: the steps as what is (尚未) or is to be (请先) done. */
export function sayDeeds(steps: readonly Precondition[]): string {
  const all = [...new Set(steps)];
  const named = all.filter((step) => !DEEDS[step]);
  const done = named.length > 0 ? [`完成${sayPreconditions(named)}`] : [];
  return [...done, ...all.flatMap((step) => DEEDS[step] ?? [])].join('、');
}
