/** 行文中不得有的情形: what a message shows of them, and what the district's rule makes of each. */
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { DOCUMENT_FAULTS } from '../../src/rules/terms.ts';
import type { Context } from '../command.ts';
import { type DocumentRequest, demandsOfTowns, type Purpose } from './read.ts';

export type DocumentFault = (typeof DOCUMENT_FAULTS)[number];

/** A fault found, with the rule on it. `refused`: not 原则上, and none of the rule's exceptions is said to hold. */
export interface FoundFault {
  fault: DocumentFault;
  provision: ProvisionOf<'document-fault'>;
  refused: boolean;
  /** The rule's exception that the message claims. */
  exception?: string;
}

const LEADER = /(?:区长|副区长|区领导|领导(?:同志)?|书记)/;
const DIRECT =
  /(?:直接|径直|径行|径|单独|私下|越过|绕过|绕开|不经过?|不走|不通过|跳过)(?:区政府)?(?:办公室)?[^,;，。；]{0,20}(?:报|送|呈|交|递|发|转|给|请|批|签)/;
const PERSONAL =
  /(?:报|送|呈|交|递|发|转)(?:送|给|呈|交|到)?[^,;，。；]{0,12}(?:区长|领导(?:同志)?)[^,;，。；]{0,4}(?:个人|本人|手(?:里|中|上)|微信|手机)/;
const BODIES_SENT = /区政府(?!办)|区委(?!书记|办)|市政府|市委|区人大|区政协|副?区长|市[一-鿿]{1,6}局|省[一-鿿]{1,6}厅/g;
const MANY =
  /[两二三四五六多2-6](?:个|件|项|类|样)(?:不同的?|不相干的?|独立的?)?(?:请示)?(?:的)?(?:事项|事情|事|问题|请求|内容)/;
const ADDED =
  /(?:文末|末尾|最后|结尾|顺便|顺带|捎带|附带)[^,;，。；]{0,8}提(?:一下|一句|及|到|了|出)?[^,;，。；]{0,6}(?:经费|资金|编制|缺口|困难|请求)|(?:恳请|恳求|请求|申请|请(?:区政府|领导|区里|财政)?)[^,;，。；]{0,6}(?:拨款|拨付|拨给|追加|批复|给予(?:支持|解决)|增加(?:经费|编制))|(?:顺便|顺带|顺手|顺嘴|捎带|附带|另外|里面?|文末|末尾|最后)[^,;，。；]{0,6}(?:要|讨|批|求|争取|申请|解决)[^,;，。；]{0,8}(?:钱|经费|资金|拨款|万|编制|人)|(?:顺便|顺带|一并|另外|此外|同时|并|还|也|附带|捎带|夹带|文末|末尾|最后|结尾|里面?|其中|中)[^,;，。；]{0,8}(?:请示|请求|申请|恳请|提请|解决|追加|拨付|批准|安排(?:资金|经费)|增加(?:编制|经费))/;

type Cue = (r: DocumentRequest) => boolean;
const words =
  (cue: RegExp): Cue =>
  (r) =>
    cue.test(r.plain);
const on =
  (purposes: readonly Purpose[], cue: Cue): Cue =>
  (r) =>
    purposes.includes(r.purpose) && cue(r);

/** How each fault shows itself in a message. */
const CUES: Record<DocumentFault, Cue> = {
  'direct-to-leader': (r) => {
    const plain = r.plain.replace(/(?:直接|当面|亲自)交办/g, '');
    return PERSONAL.test(plain) || (DIRECT.test(plain) && (r.leaders.length > 0 || LEADER.test(plain)));
  },
  'several-recipients': (r) => {
    if (/多头(?:主送|报送|报文|行文)/.test(r.plain)) return true;
    const sent = /(?:主送|同时|分别|一并|均|都)(?:主送|报送?|呈报?|上报|送)?[^。；;]*/.exec(r.plain);
    if (!sent || !/主送|报|呈/.test(sent[0])) return false;
    const near =
      r.plain
        .slice(Math.max(0, sent.index - 14), sent.index + sent[0].length)
        .split(/[。；;]/)
        .at(-1) ?? '';
    return new Set(near.match(BODIES_SENT) ?? []).size > 1;
  },
  'skip-level': (r) =>
    /越级/.test(r.plain) ||
    (r.name === undefined &&
      /(?:直接|径)[^,;，。；]{0,6}(?:向|报|送|呈)[^,;，。；]{0,4}(?:市政府|市委|省政府|省委|国务院)/.test(r.plain)),
  'several-matters': (r) =>
    r.form === 'request' &&
    !/一文一(?:事|请示)|一事一请/.test(r.plain) &&
    (MANY.test(r.plain) ||
      /一是[^。]*二是|(?:请示|报告|《》)[^。]{0,20}也(?:一起|一并|顺便)?(?:写|加|提|塞|放|捎|列)(?:上|进|到|了)|请示(?:里|中|内)?[^。]{0,24}(?:一块|一起|一并|一道|都)[^。]{0,20}(?:写|提|报|放|塞|列)|(?:和|、|以及|加上|连同)[^,;，。；]{2,14}(?:都|一起|一并|一块|一道)(?:写|报|提|放|请示|列|塞)|(?:顺便|顺带|一并|一起)[^,;，。；]{0,14}(?:请示|申请|请求|解决)|(?:顺便|顺带|另外|此外|同时|一并|还)(?:再)?(?:一并)?(?:请示|申请|请求)(?!按程序)|(?:合|放|写)(?:并|在)?(?:到|在|成)?(?:一(?:份|个|件)|同一)/.test(
        r.plain,
      )),
  'hidden-request': (r) =>
    r.form === 'report' &&
    !/(?:不|未|没有?)(?:夹带|含|附带)/.test(r.plain) &&
    (ADDED.test(r.plain) || /夹带/.test(r.plain)),
  'deputy-signed': (r) =>
    r.form === 'request' &&
    (/副(?:局长|镇长|主任|书记|职)[^,;，。；、]{0,8}(?:代签|签发|签(?:了|过|的)?(?:字|名)|签署|签批|签的|签了)|(?:签发|签字|签署)(?:人)?(?:是|为|的是|[:：])[^,;，。；]{0,8}副(?:局长|镇长|主任)|分管(?:负责人|负责同志|副职)[^,;，。；、]{0,4}签/.test(
      r.plain,
    ) ||
      r.stated.undone.has('head-signed')),
  'no-signer': words(
    /(?:未|没有?|漏|忘了?|缺)(?:标注|标明|注明|写明?|标|写上?)?签发人|签发人(?:也|还)?(?:未|没|漏|空|忘)/,
  ),
  'no-seal': (r) => r.stated.undone.has('seal'),
  'unreviewed-draft': (r) =>
    r.purpose === 'signing' && (r.stated.undone.has('office-review') || CUES['direct-to-leader'](r)),
  'directive-to-towns': on(
    ['own-issue', 'submission'],
    (r) =>
      r.towns &&
      r.purpose === 'own-issue' &&
      (demandsOfTowns(r.plain) ||
        /指令|要求|责令|必须|务必|限期|下达|命令|不得|一律|任务|考核|问责|通报批评|(?:定期|每[周月日天季]|按[周月日季])[^,;，。；]{0,6}报|\d+(?:月|日)[^,;，。；]{0,4}前/.test(
          r.plain,
        )) &&
      !/(?:没有|不含|不提|不作)[^,;，。；]{0,4}(?:指令|要求)/.test(r.plain),
  ),
  'supporting-documents': (r) =>
    /配套/.test(r.plain) && /要求|督促|责成|让|通知|考核|督查/.test(r.plain) && r.purpose === 'own-issue',
  'disagreed-issue': on(
    ['own-issue'],
    (r) =>
      r.stated.undone.has('agree-departments') || /分歧|意见不(?:一致|统一)|各(?:执一词|说各话)|不一致/.test(r.plain),
  ),
  'section-issues': words(
    /(?<!教)(?:[一-鿿]{1,6}(?:科|股)(?:室)?|内设机构|业务科室|处室)(?:的)?(?:名义|直接|自行|自己)?[^,;，。；]{0,6}(?:名义|行文|发(?:个|份|一个|一份)?(?:文|函|通知)|印发|下发|报送|请示|上报)|(?:科|股)(?:室)?(?:里)?(?:自己|直接)?(?:盖|写|打|报|拟)的?/,
  ),
  'department-remit': words(
    /(?<!不)(?:属|系|是)(?:于)?(?!区政府办|办公室|我办)[^,;，。；]{0,10}(?:职权|职责|事权)(?:范围)?(?:内)?|(?:部门|[一-鿿]局)(?:内部)?(?:就|自行|自己|完全|能够?|可以?|便){1,4}(?:发文|解决|决定|定|办理|批)|(?:我局|我镇|我单位|我委|本部门)(?:自己|自行)?(?:就)?(?:能|可以?)(?:自行|自己)?(?:发文|印发|解决|决定|办理)|(?:是|属|属于|系|纯属|纯粹是)(?:我局|本局|我们局?|本?部门|我镇|我单位|我委)(?:自己|内部|自身|分内|份内|本身|一家)?(?:的)?(?:事(?!权)|业务|工作|事务|活)|(?:我局|本局|我们局?|部门)(?:自己|内部|自身|分内|份内|一家)的?(?:事(?!权)|业务|工作|事务)|(?:我局|本局|我们局?|部门)(?:自己|自行|单独)发(?:文|个文|一下)?(?:就|即|也|都)?(?:行|可|够|好|能)|应(?:当)?由(?:我局|部门)自行|(?<!不属于)(?<!涉及)(?:我局|本局|我镇|我单位|本单位|本部门)(?:的)?(?:职权|职责|事权)范围(?:内)?/,
  ),
  'progress-report': (r) =>
    r.form === 'report' && /进展|推进情况|阶段性|进度|周报|月报|旬报/.test(`${r.plain}${r.title ?? ''}`),
  'second-bulletin': on(['bulletin'], words(/(?:第二|两|2|二)(?:种|份|个|类)|(?:再|另外?|又|新)(?:办|编|增|出|开|创)/)),
  'unfiled-bulletin': on(
    ['bulletin'],
    words(/(?:未|没有?|尚未|还没|还未)(?:经|按|有|办理)?[^,;，。；]{0,8}(?:备案|编号|核准|批准)/),
  ),
  'too-long': () => false,
  'staffing-clause': on(
    ['signing'],
    words(/(?:规定|明确|写入|写进|写明|增设|设立|新增|增加|新设|核增)[^,;，。；]{0,12}(?:机构|编制|经费)/),
  ),
  'no-new-content': words(
    /没有?(?:什么)?新(?:的)?(?:内容|政策|措施|要求)|无新(?:内容|政策)|照搬|照抄|重复(?:发|印|行)|(?:法律|法规|规章|上级|现行|原有?|去年|之前)[^,;，。；]{0,16}(?:已(?:经)?(?:有|作出|作了)?(?:明确)?(?:规定|部署)|仍(?:然)?(?:适用|有效)|还(?:适用|有效))|可发可不发|例行(?:性)?(?:工作|部署|检查|通知)|(?:要求|通知)[^,;，。；]{0,8}上报[^,;，。；]{0,6}(?:数据|情况)/,
  ),
  'fair-in-office-name': (r) =>
    r.name === 'office' &&
    /展会|论坛|[一-鿿]博会|文化节|旅游节|艺术节|采摘节|展览会|展销会|交易会|节会|洽谈会|推介会|文化节/.test(
      `${r.plain}${r.title ?? ''}`,
    ),
  'consent-phrase': on(
    ['consent-phrase'],
    words(/自行|直接|擅自|未(?:经|报)|没(?:有|报|经)|不(?:再)?报|先(?:加|印|发)/),
  ),
};

/** The rule's exceptions, by a word of theirs, and how a message claims them. */
const EXCEPTIONS: readonly (readonly [RegExp, RegExp])[] = [
  [/交办/, /交办|(?:区长|领导)(?:同志)?(?:亲自|当面|直接)?(?:布置|安排我|批示要求|指示我)/],
  [/突发/, /突发|险情|灾情|(?:重大|安全|生产)事故|疫情/],
  [/涉外/, /涉外|外事|外宾|领事/],
  [/批准/, /(?<!未)(?<!没有?)(?:已|经|业经)(?:报)?(?:经|获)?(?:区政府|区领导|上级)?[^,;，。；]{0,6}(?:批准|同意)/],
  [/审定/, /(?<!未)(?:已|业)(?:经|报)[^,;，。；]{0,16}(?:审定|同意|批准)/],
  [/专门文件/, /专门(?:文件|规定)|机构改革|三定/],
  [/决策/, /(?:需|请|提请|要)[^,;，。；]{0,14}决策/],
  [/部门办公室/, /(?:局|部门|单位|委)办公室/],
];

/** 没报区政府, 未经批准: consent isn't had, whatever else is said of it. */
const UNASKED =
  /(?:未|没有?|尚未|还没有?|不)(?:经|报|请示|征得|(?:跟|向|和|找)[^,;，。；]{1,8}(?:报|说|请示|汇报|讲)|(?:批|同意)(?!准吗))/;

function claimed(exception: string, plain: string): boolean {
  const words = plain.replace(/[“"‘'][^”"’']*[”"’']/g, '');
  const byConsent = /批准|审定/.test(exception);
  return (
    !(byConsent && UNASKED.test(words)) && EXCEPTIONS.some(([its, said]) => its.test(exception) && said.test(words))
  );
}

/** The faults that a message shows and the district's rule speaks of, those that refuse first. */
export function faultsIn(context: Context, request: DocumentRequest): FoundFault[] {
  const found = (Object.keys(CUES) as DocumentFault[]).filter((fault) => CUES[fault](request));
  const judged = found.flatMap((fault): FoundFault[] => {
    const provision = ruleOn(context, fault, request);
    if (!provision) return [];
    const exception = provision.value.exceptions?.find((words) => claimed(words, request.plain));
    return [{ fault, provision, exception, refused: !exception && !provision.value.inPrinciple }];
  });
  return judged.sort((a, b) => Number(b.refused) - Number(a.refused));
}

/** The provision on a fault: among several the one for this purpose, then the one whose words are nearest. */
function ruleOn(
  context: Context,
  fault: DocumentFault,
  request: DocumentRequest,
): ProvisionOf<'document-fault'> | undefined {
  const all = context.book.byKind('document-fault').filter((p) => p.value.faults.includes(fault));
  const field = request.purpose === 'submission' ? 'submission.' : 'document.';
  const fitting = all.filter((p) => p.topics.some((t) => t.startsWith(field)));
  const pool = fitting.length > 0 ? fitting : all;
  return [...pool].sort((a, b) => overlap(b.says, request.plain) - overlap(a.says, request.plain))[0];
}

function overlap(rule: string, text: string): number {
  let shared = 0;
  for (let i = 0; i + 2 <= rule.length; i++) if (text.includes(rule.slice(i, i + 2))) shared++;
  return shared;
}

/** What would be allowed instead. */
export const REMEDIES: Record<DocumentFault, string> = {
  'direct-to-leader': '请改送区政府办公室，由办公室按程序呈批；确属规则所列例外情形的，请注明。',
  'several-recipients': '请只主送一个机关，其他单位以抄送形式办理。',
  'skip-level': '请逐级行文；确需越级的，请先报经批准。',
  'several-matters': '请按一文一事拆分后分别报送。',
  'hidden-request': '请删去请示内容，请示事项另行以请示报送。',
  'deputy-signed': '请由本单位主要负责人签发后再报送。',
  'no-signer': '请标注签发人后重新报送。',
  'no-seal': '请加盖单位公章后重新报送。',
  'unreviewed-draft': '请先送区政府办公室审核，再由办公室送签。',
  'directive-to-towns': '请先报经区政府批准，或改为不含指令性要求的文稿。',
  'supporting-documents': '请撤回配套发文要求。',
  'disagreed-issue': '请先与有关部门协商一致后再行文。',
  'section-issues': '请由主管部门（本单位）正式行文。',
  'department-remit': '请由部门自行发文、联合发文，或与有关部门协商办理。',
  'progress-report': '请在工作任务完成后统一报送总结报告。',
  'second-bulletin': '请合并为一种简报。',
  'unfiled-bulletin': '请先按程序办理备案、核准后再报送。',
  'too-long': '请压缩篇幅。',
  'staffing-clause': '请删去机构、编制、经费方面的规定，或按专门程序报批。',
  'no-new-content': '请按现行规定、文件执行，不再发文。',
  'fair-in-office-name': '请由承办单位自行部署。',
  'consent-phrase': '请先按程序报经区政府领导同志审定，再由部门行文。',
};
