/** What a message says of an agenda item: which meeting, what, whose, what is done already and what stands against it. */
import type { Day } from '../../src/core/day.ts';
import type { Person } from '../../src/core/roster.ts';
import type { MeetingKind } from '../../src/core/vocabulary.ts';
import type { Precondition } from '../../src/rules/terms.ts';
import type { Context, Said } from '../command.ts';
import { fullWidth, meetingIn, readWhen } from '../meeting/read.ts';
import { meant } from '../meeting/register.ts';
import { NOT_THERE, readStated, type Stated } from '../papers/stated.ts';
import { draftingUnit, leadersIn, unitsIn } from '../papers/units.ts';

/** Which preconditions a topic falls under. */
export type Sort = 'all' | 'several-departments' | 'major-decision' | 'normative' | 'important';
/** What keeps a topic from a meeting. */
export type Excluded = 'uncoordinated' | 'own-powers' | 'joint-issue' | 'routine-report' | 'minor';

/** An agenda item as spoken of; parts that are not said are left out. */
export interface AgendaWords {
  kind: MeetingKind;
  /** Whether the message named the meeting; otherwise it is the one that topics usually go to. */
  named: boolean;
  day?: Day;
  fault?: string;
  /** 《…》, or the topic's words. */
  topic?: string;
  unit?: string;
  /** The leader in whose name the office or a colleague files. */
  proposer?: Person;
  /** Other units that the topic concerns. */
  others: string[];
  sorts: Sort[];
  stated: Stated;
  excluded: Excluded[];
  /** 经协调仍有异议 */
  disputed: boolean;
  /** Said not to fall under what has to be reported to 区委. */
  unreported: boolean;
  /** The special circumstance, as said. */
  special?: string;
  /** 临时增加议题 */
  late: boolean;
}

/** Everything that a message says of an agenda item. */
export function readAgenda(said: Said, context: Context): AgendaWords {
  const { text } = said.marked;
  const span = meetingIn(said);
  const kind = span?.kind ?? 'executive';
  const when = readWhen(said, context.today, span);
  const called = when.day || when.fault ? [] : meant(context, { kind });
  const day = when.day ?? (called.length === 1 ? (called[0]?.day ?? undefined) : undefined);
  const topic = readTitle(said);
  const unit = reportingUnit(said) ?? draftingUnit(said, context);
  const proposer = readProposer(said);
  const special = readSpecial(text);
  const others = unitsIn(said)
    .map((u) => u.unit)
    .filter((u, i, all) => u !== unit && u !== '区政府办公室' && all.indexOf(u) === i);
  const stated = withPlain(text, readStated([text, ...said.files].join('。')));
  return {
    kind,
    named: span !== undefined,
    ...(day && { day }),
    ...(when.fault && { fault: when.fault }),
    ...(topic && { topic }),
    ...(unit && { unit }),
    ...(proposer && { proposer }),
    others,
    sorts: readSorts(text, topic ?? '', others, stated),
    stated,
    excluded: readExcluded(text, stated),
    unreported: /(?:不属于?|无需|无须|不需要?|不用|不必|不涉及|不是)[^,。;]{0,10}报(?:告|请|经)?[^,。;]{0,4}区委/.test(
      text,
    ),
    disputed: DISPUTED.test(text) && !NOT_YET.test(text),
    ...(special && { special }),
    late: /临时(?:增加|加|追加|新增|提交|提请|上会|动议|塞|插|补|提|报|列|安排)|加(?:一|个|1)个?议题|增加(?:一|1)?个?议题/.test(
      text,
    ),
  };
}

const FORMS = /审批表|会签|说明$|意见书|审查意见|工作规则|程序规定/;
const TITLES = [
  /(?:研究|审议|讨论|审定|听取|汇报)(?:一下)?(?:关于)?([^,。;《》]{2,60}?)(?:的)?(?:议题|事项|问题)?(?=[,。;]|$)/,
  /(?:议题|题目|名称)(?:是|为|名称|:)+([^,。;《》]{2,60})/,
  /(?:将|把|就(?!是|要|想|能|行|可))([^,。;《》]{2,60}?)(?:一事|事项|问题)?(?:列入|纳入|作为|提交|提请|上会)/,
  // 校车方案想拿到会上议一议; 加个题，食堂中毒处置; 供水管网改造，想汇报一下; 报一个抗旱资金安排
  /^[,]?(?:我们?局?|我镇)?([^,。;《》]{3,40}?)(?:这个?(?:事|方案)?|一事)?(?:想|拟|准备|打算|希望|能否|可否)[^,。;]{0,6}(?:拿|报|上|列|提|放|排|请|进|交)/,
  /(?:加|增加|提|报|上)(?:一)?个(?:议)?题(?:目)?(?:是|为)?[,:]+([^,。;《》]{3,60})/,
  /(?:^|[,。;])([^,。;《》]{3,40}),(?:我们?局?|我镇)?(?:想|拟|要|准备|申请)[^,。;]{0,4}(?:汇报|研究|议|上会|过|审议)/,
  /把([^,。;《》]{3,40}?)(?:这个?(?:事|议题)|一事|事项)?(?:临时|也|再|都|一并|紧急|给)*(?:加|列|排|塞|放|挂|拿)(?:进|到|入|上)/,
  /(?:^|[,。;])([^,。;《》]{2,30}?)(?:这个|这|那)?(?:个|件|项)?事?(?:本来|其实|都|就)?(?:属于?|是)(?:我|本|部门|自己)[^,。;]{0,12}(?:职责|职权|权限)/,
  // 河道清淤这事属于我局职责，想提请常务会议定一下
  /(?:^|[,。;])([^,。;《》]{2,30}?)[这那](?:个|件|项)?事/,
  // 有个议题想上常务会，河道采砂整治方案，…
  /(?:^|[,。;])([^,。;《》、]{3,40}?(?:方案|办法|规划|计划|细则|意见|预案|规定|制度))(?=[,。;]|$)/,
  /([^,。;《》、]{2,40}?)(?:的|这个|这一?)?议题/,
  /(?:报|提|上|加|列)(?:一个|个|一项)((?!议?题)[^,。;《》]{3,40}?)(?=[,。;]|$)/,
  /(?:讲讲|说说|谈谈|议一?议|过一?下|定一?下|拍板|看看|听听)(?:一下)?([^,。;《》]{2,60})/,
];

/** 我局想加一个…: what leads to the topic. */
const LEADS_IN =
  /^(?:的|上|我局|我镇|我们局?|局里|想|拟|要|准备|打算|申请|希望|建议|临时|再|加|增加|塞|提|报|列|排|安排|上|听|听取|汇报|研究|一个|一项|一次|个|下|一下|关于|就)+/;

/** The text without its dates and the name of the meeting, which are no part of the topic. */
function withoutMeeting(said: Said): string {
  const span = meetingIn(said);
  const cuts = [...said.marked.dates.filter((d) => !d.title), ...(span ? [span] : [])].sort((a, b) => b.from - a.from);
  let { text } = said.marked;
  for (const { from, to } of cuts) text = `${text.slice(0, from)}${text.slice(to)}`;
  return text;
}

/** The topic's title: a 《…》 that is no form, or the words after 研究. */
export function readTitle(said: Said): string | undefined {
  const title = said.marked.titles.find((t) => !FORMS.test(t));
  if (title) return `《${fullWidth(title)}》`;
  const text = withoutMeeting(said);
  for (const pattern of TITLES) {
    const words = pattern
      .exec(text)?.[1]
      ?.replace(LEADS_IN, '')
      .replace(/(?:一下|的事|这事|这个事)$/, '')
      .trim();
    if (
      words &&
      words.length >= 3 &&
      !/^(?:提请|申报|提报|列入|确定|决定|会议|区政府|上会|下次|本次|临时|有?一?个?议题)|会议$|常务会$/.test(words)
    )
      return words;
  }
  return undefined;
}

/** 汇报部门为农业农村局, 由农业农村局汇报 */
function reportingUnit(said: Said): string | undefined {
  const { text } = said.marked;
  const labelled = /(?:汇报|主办|提报|申报|提请|起草|牵头)(?:部门|单位)(?:是|为|:)*$/;
  const reports = /^(?:主要负责人|负责)?(?:作|做)?(?:汇报|提报|主汇报)/;
  return unitsIn(said).find((u) => labelled.test(text.slice(0, u.from)) || reports.test(text.slice(u.to)))?.unit;
}

/** 周海涛副区长提出 / 受周海涛副区长委托 */
function readProposer(said: Said): Person | undefined {
  const { text } = said.marked;
  return leadersIn(said).find(({ from, to }) => {
    const before = text.slice(0, from);
    const after = text.slice(to);
    return (
      (/(?:受|按|根据|代)$/.test(before) &&
        /^(?:区长|副区长|主任|同志)?(?:的)?(?:委托|安排|指示|要求|提|报|申报)/.test(after)) ||
      /^(?:区长|副区长|主任|同志)?(?:拟|现|建议)?(?:提出|提请|提议|动议|提的|定的|交办|点(?:的)?题)/.test(after)
    );
  })?.person;
}

/** 已论证, and a bare 协商一致, stand for what they say where nothing denies it. */
function withPlain(text: string, stated: Stated): Stated {
  const plain: (readonly [Precondition, RegExp])[] = [
    ['argument', /(?:已|经|过|充分|反复|深入)[^,。;]{0,6}?(?<!专家)论证/],
    [
      'countersign-signatures',
      /(?:部门|单位|[一-鿿]局|[一-鿿]委)(?:的)?主要负责(?:人|同志)[^,。;]{0,4}?(?:已|均|都)[^,。;未没]{0,10}?签(?:字|名|署)/,
    ],
    [
      'countersign-signatures',
      /(?<!未|没|没有|尚未|在)会签(?:意见|手续|表)?[^,。;]{0,6}?(?:签字|签名|已办|办理完|完毕|完成|齐全)/,
    ],
    ['agree-departments', /(?<!未|没|没有|尚未)(?:协商|沟通|协调|意见|达成)(?:均|都|已|取得|基本)?一致/],
  ];
  const more = plain.filter(([step, words]) => words.test(text) && !stated.undone.has(step)).map(([step]) => step);
  return { ...stated, done: new Set([...stated.done, ...more]) };
}

function readSorts(text: string, topic: string, others: readonly string[], stated: Stated): Sort[] {
  const sorts: Sort[] = ['all'];
  const several = others.length > 0 || /(?:涉及)?(?:多个|几个|相关|有关|各)(?:部门|单位)/.test(text);
  if (several && !/不涉及(?:其他|别的)?(?:部门|单位)/.test(text)) sorts.push('several-departments');
  const major = /重大(?:行政)?决策/.test(text) && !/(?:不属于|非|不是)重大(?:行政)?决策/.test(text);
  const normative = /规范性文件/.test(`${text}${topic}`) && !/(?:不属于|非|不是)(?:行政)?规范性文件/.test(text);
  if (major) sorts.push('major-decision');
  if (normative) sorts.push('normative');
  if (
    major ||
    normative ||
    stated.undone.has('party-committee-report') ||
    (/重要(?:事项|议题|决策|文件)|重大(?:事项|项目|问题)/.test(text) && !/(?:不属于|非|不是)重[要大]/.test(text))
  )
    sorts.push('important');
  return sorts;
}

const DISPUTED =
  /(?:一直|始终|就是|总是|仍然?)[^,。;]{0,4}?[谈说商](?:量)?不(?:拢|妥|成|通|下来)|(?:报|请|提请|麻烦)[^,。;]{0,8}分管(?:的)?(?:副区长|区长|领导)[^,。;]{0,6}协调|(?:协调|协商|沟通|商量|谈|说)(?:过|了)?(?:好?几|多|两|三)[次回轮][^。;]{0,20}(?:[谈说商]不|不同意|不一致|没结果|不成|不通|不拢|没(?:谈|说|商量|协商|协调|沟通)(?:拢|成|通|妥|下来|好))|(?:谈|说|商量|协商)不[拢成通][^。;]{0,20}(?:协调|协商|沟通|商量)(?:过|了)?(?:好?几|多|两|三)[次回轮]|(?:经|多次|反复|虽经|虽)[^,。;]{0,12}?(?:协调|协商|沟通)[^。;]{0,16}?(?:仍|还|尚|没有?|未|不)[^,。;]{0,8}?(?:一致|谈拢|说拢|异议|分歧|不同意见|统一|达成)|(?:协调|协商|沟通)(?:后|不)[^,。;]{0,10}?(?:仍|还|尚|一致|成|下)[^,。;]{0,8}?(?:异议|分歧|不同意见|$|[,。;])|(?:仍|尚|还|依然)(?:是|然)?(?:有|存在|存有)[^,。;]{0,8}?(?:异议|分歧|不同意见)|意见(?:仍|还)?(?:不一致|不统一|有分歧)/;

/** 还没协调 is no dispute that coordination left over. */
const NOT_YET =
  /(?:未|没有?|尚未|还没有?)(?:经过?|进行|开展|与[^,。;]{1,12}|和[^,。;]{1,12})?(?:沟通|协调|协商)(?!一致|好|妥|成|下|取得|达成)/;

const UNCOORDINATED =
  /(?:与|和|跟|同|向|找)[^,。;]{2,12}?(?:还|都|也|根本)?没(?:有)?(?:去)?(?:说|谈|讲|商量|沟通|协调|协商|对接|通气|打招呼|碰)(?!拢|妥|好|成|通|一致)|(?:未|没有?|尚未|还没有?|没来得及|来不及)[^,。;]{0,14}?(?:协调|沟通|协商|商量|通气)|(?:会上|会议上|上会)(?:再)?(?:协调|商量|定夺|议)|(?:先|直接)上会/;
const OWN_POWERS =
  /(?:属于?|是)(?:我|本)?(?:局|镇|部门|单位|街道|办)?(?:自身|本身|自己)?(?:的)?[^,。;]{0,8}?(?:职责|职权|权限)(?:权限)?(?:范围)?(?:内|以内|之内)?|(?:职责|职权|权限)(?:权限)?范围(?:内|以内)|(?:可以|本可|能够?|可)自行决定|自己(?:就)?能(?:决定|定)/;

function readExcluded(said: string, stated: Stated): Excluded[] {
  const text = said.replace(NOT_THERE, '');
  const found: Excluded[] = [];
  if (stated.undone.has('agree-departments') || UNCOORDINATED.test(text)) found.push('uncoordinated');
  if (
    OWN_POWERS.test(text) &&
    !/(?:不属于|不是|超出|非)[^,。;]{0,14}(?:职责|职权|权限)|区政府(?:的)?(?:职责|职权)/.test(text)
  )
    found.push('own-powers');
  if (/(?:以)?(?:部门|局|几家)?(?:名义)?联合(?:发文|印发|下发|行文)/.test(text)) found.push('joint-issue');
  if (/(?:一般性|常规|例行|日常)(?:的)?(?:工作)?(?:情况)?(?:汇报|通报)|工作(?:情况|进展)汇报/.test(text))
    found.push('routine-report');
  if (/非重大|不重大|(?:不是|不属于)重大(?:事项|问题)|一般(?:性)?事项|小事/.test(text)) found.push('minor');
  return found;
}

const SPECIAL =
  /特殊情况|情况特殊|紧急|突发|急需|应急|抢险|汛情|险情|灾情|疫情|亟需|刻不容缓|预警|事故|台风|暴雨|暴雪|洪水|地震|火灾|渗[漏水]|溃|塌|管涌|开裂|中毒|等不[得了起及]|拖不[得了起]|耽误不得|决口|泄漏|污染|爆炸|坍塌|停(?:水|电|供)|断(?:水|电|供)|(?:必须|须|需要?)(?:立即|马上|当即|即刻|尽快)|上级(?:要求|明确|刚|通知|部署)|(?:省|市)(?:里|委|政府)?(?:要求|明确|刚|通知|部署|紧急)/;

/** 特殊情况：坝体昨夜渗漏，必须立即决策 */
const LABELLED =
  /(?:特殊情况|情况特殊|特殊(?:原因|事由|缘由)|(?:紧急|突发)情况|情况(?:紧急|急迫))(?:的|说明|如下|是|为)*[:,]+([^。;]{4,80})/;
/** Courtesies, haste and lateness of one's own are no circumstance. */
const NO_CIRCUMSTANCE =
  /^(?:特殊情况|情况特殊|情况紧急|时间(?:紧|急|来不及)|(?:特|恳|敬|烦|还|望|故)*请|恳|望|特此|确需|来不及|比较?急|工作需要|涉及|材料|准备|忘|疏忽|漏|没有?(?:及时|来得及|赶上)|前期|我局)/;

/** 昨晚大坝渗水了: something that has happened. */
const HAPPENED = /(?:昨[天晚夜日]|今[晨早天]|凌晨|刚刚?|突然|突发|发生|出现|发现)[^,。;]{2,}/;
const OWN_FAULT = /忘|疏忽|漏报|来得及|材料|才(?:知道|弄|定|写|准备)|没准备/;

/** The special circumstance that a message names: what happened, not the bare word. */
function readSpecial(text: string): string | undefined {
  if (/(?:没有?|无|不是|算不上|并无)(?:什么|啥)?(?:特殊|紧急|突发)/.test(text)) return undefined;
  const plain = text.replace(/《[^》]*》/g, '《》');
  const labelled = LABELLED.exec(text)?.[1];
  if (labelled && !NO_CIRCUMSTANCE.test(labelled)) return fullWidth(labelled);
  if (!SPECIAL.test(plain)) return undefined;
  const causes = [...text.matchAll(/(?:因为|由于|因(?!此)|鉴于|接)(?:到)?([^,。;]{3,60})/g)].map((m) => m[1] ?? '');
  const cause = causes.find((c) => !NO_CIRCUMSTANCE.test(c));
  if (cause) return cause;
  const happened = text
    .split(/[,。;]/)
    .find((c) => HAPPENED.test(c) && !NO_CIRCUMSTANCE.test(c) && !OWN_FAULT.test(c) && !/议题|常务会/.test(c));
  if (happened) return fullWidth(happened);
  const named =
    /([^,。;]{0,20}(?:突发|抢险|险情|汛情|灾情|疫情|预警|事故|中毒|坍塌|决口|泄漏|爆炸|上级|省|市)[^,。;]{2,40})/.exec(
      plain,
    )?.[1];
  return named && !/议题|常务会/.test(named) ? named : undefined;
}
