/** What a message about a document says: what is wanted with it, in whose name, of what sort, whose it is. */
import { isDeputyMayor, isHead, isLeader, type Person } from '../../src/core/roster.ts';
import { onePerson } from '../../src/language/people.ts';
import type { DocumentSort } from '../../src/rules/terms.ts';
import type { Context, Said } from '../command.ts';
import { readStated, type Stated } from '../papers/stated.ts';
import { draftingUnit, leadersIn, OFFICE_UNIT, unitsIn } from '../papers/units.ts';
import { titleOf } from '../papers/wording.ts';

/**
 * What is to happen: `signing` 送签 in the name of the government or its office · `submission` 报送 to the government ·
 * `own-issue` a department's own paper · `consent-phrase` 加“经区政府同意”字样 · `bulletin` 简报 · `filing` 备案 ·
 * `printing` 会议通过后印发.
 */
export type Purpose = 'signing' | 'submission' | 'own-issue' | 'consent-phrase' | 'bulletin' | 'filing' | 'printing';

export interface DocumentRequest {
  purpose: Purpose;
  title?: string;
  name?: 'government' | 'office';
  sorts: DocumentSort[];
  form: 'request' | 'report' | 'other';
  unit?: string;
  /** Units that the content touches beside the drafting one. */
  others: string[];
  towns: boolean;
  important: boolean;
  urgent: boolean;
  /** Leaders whom the message names, in order. */
  leaders: Person[];
  /** Deputy mayors whose field is touched or who are to countersign. */
  concerned: Person[];
  /** Who is to sign by the message, with the mayor's authority where it says so. */
  signer?: Person;
  /** 必要时: the message asks for the leader's decision, too. */
  needed: boolean;
  stated: Stated;
  /** The text without what stands in 《》. */
  plain: string;
  /** Number of characters said. */
  length?: number;
}

const GOVERNMENT =
  /(?:请|由|让)区(?:人民)?政府(?:转发|印发|发文|发(?:一|个|份))|区(?:人民)?政府(?!办)(?:的)?规范性文件|(?:挂|借|打着|套用?|盖)区(?:人民)?政府(?!办)(?:的)?(?:名(?:头|号|字)?|牌子|旗号|红头|章|大印)|区(?:人民)?政府(?!办)(?:向|报(?:送|请)?(?:给)?|呈(?:报)?|致)(?:[一-鿿]{2,3})?[市省](?:人民)?政府|区(?:人民)?政府(?!办)(?:发布|任免|下发|制发|印发)(?:的)?(?:规范性文件|公文|文件|通知|通告|公告|命令|决定|任免)?|(?<![报送呈给向致])区(?:人民)?政府(?!办)关于[^,;，。；《》]{2,30}的(?:命令|决定|通知|通告|公告|意见|通报|任免公文)|区(?:人民)?政府(?!办)(?:的)?(?:名义|文件)|以区(?:人民)?政府(?!办)[^,;，。；]{0,3}名义/;
const OFFICE =
  /(?:请|由|让)(?:区)?(?:政府办(?:公室)?|区府办|府办)(?:转发|印发|发文|发(?:一|个|份))|(?:挂|借|打着|套用?|盖)(?:区)?(?:政府办(?:公室)?|区府办|府办|办公室)(?:的)?(?:名(?:头|号|字)?|牌子|旗号|红头|章)|政府办(?:公室)?(?:的)?(?:名义|文件)|(?:区府办|府办|区政府办|政府办)(?:的)?(?:名义|发的)|(?:以|用)(?:我办|办公室|区府办|区办|府办|我室|本办)(?:的)?名义/;

/** Cues of each sort, the most telling first. */
const SORTS: readonly (readonly [DocumentSort, RegExp, RegExp?])[] = [
  ['bill', /议案|提请区(?:人大|人民代表大会)/, /议案$/],
  ['appointment', /任免|任命|免职|免去/, /任免|任命|免职|免去/],
  ['to-party-committee', /(?:报送?|呈报?|上报)(?:给|送)?区委/],
  [
    'superior',
    /(?:向|报|呈|送|致|给)(?:送|报|给|请)?(?:[一-鿿]{2,3})?(?:市|省)(?:人民)?政府|(?:向|报|呈|致)(?:送|报|给)?(?:上级|国家|国务院|省直|市直)[^,;，。；]{0,6}(?:行文|报送|部门|部委|政府)|国务院|国家(?:有关)?部委/,
  ],
  ['order', /命令|(?:发布|作出|属于|属)[^,;，。；]{0,6}决定|政府令/, /(?:的决定|的命令|令)$/],
  ['wide-reach', /涉及面(?:较|很|比较)?(?:广|大|宽)/],
  [
    'overall',
    /全局性|全局工作|综合性政策|(?:属|属于|涉及|系)[^,;，。；]{0,6}重要事项|总体规划|发展战略|重大改革|事关全区|(?:涉及)?重大(?:方针|政策)/,
    /总体规划|规划纲要|发展战略|改革(?:总体|实施)?方案/,
  ],
  ['own-remit', /(?:区政府办公室|政府办|办公室|我办|本办)(?:自身)?(?:的)?(?:职权|职责)范围/],
  [
    'meeting-decided',
    /常务会议?[^,;，。；]{0,8}(?:已)?(?:经)?(?:决定|审议通过|研究通过|讨论通过|通过|议定|研究同意|审定)|例行(?:批准|审批)|日常审批/,
  ],
  ['normative', /规范性文件/],
];

/** The sorts that a text says the document is of; denied ones (不属于…, 非规范性文件) are none. */
function sortsOf(plain: string, title: string): DocumentSort[] {
  const said = plain.replace(/(?:不属于?|不是|并非|非|不涉及|没有涉及|未涉及)[^,;，。；、]{0,16}/g, '');
  return SORTS.flatMap(([sort, words, inTitle]) => (words.test(said) || inTitle?.test(title) ? [sort] : []));
}

const FORMS: readonly (readonly ['request' | 'report', RegExp])[] = [
  ['request', /请示$/],
  ['report', /报告$/],
];

function formOf(plain: string, title: string): DocumentRequest['form'] {
  const byTitle = FORMS.find(([, end]) => end.test(title))?.[0];
  if (byTitle) return byTitle;
  if (/报告(?:里|中|内|夹带|附带|最后|同时|顺便)|(?:情况|工作|总结|进展)报告/.test(plain)) return 'report';
  if (/请示/.test(plain)) return 'request';
  if (/(?:口头|微信|短信|电话|当面|语音)(?:上|里|中|就|已经?|跟|向|给|和)*[^,;，。；]{0,10}报告/.test(plain))
    return 'report';
  return /(?:报送|呈报|上报|提交|递交|份|篇)[^,;，。；]{0,10}报告/.test(plain) ? 'report' : 'other';
}

/** 发布重要信息, 通稿发出去: news of a department's. */
export const RELEASES =
  /(?:发布|公布|对外发|发出?)(?!了)[^,;，。；]{0,24}(?:信息|消息|新闻|通稿)|(?:信息|消息|新闻|通稿)[^。；]{0,14}(?:发布|公布|发出去|对外发|先发)/;

const TOWNS =
  /镇街|镇办|乡镇|各镇|镇[里上](?!去|来|开|办|街)|下面(?:各)?镇|全区(?:所有)?镇|所有镇|[到给向往至对让]镇|[几\d两三四五六七八九十]个?镇|镇政府|镇人民政府|街道|各办事处|下级(?:人民)?政府|下级|基层/;

/** 下发, 布置任务, 发个通知: that a paper goes out, however small. */
const ISSUES =
  /各[发印行出]各的|印发|下发|发文|行文|发布|发(?:给|到|往|至)?(?:各|有关|全区)?(?:镇|街道)|发(?:个|份|一份|一个)?(?:通知|文|函|明传|指令)|下达|制发|正式发|配套|以[一-鿿]{1,4}文件|发(?:出|下去)|下[^,;，。；发]{0,6}(?:文件|公文|通知|指令|任务|命令|文)|(?:布置|部署|安排|派|压|摊派|分解)(?:下)?[^,;，。；]{0,4}任务|红头/;

/** Towns told what to do: 要求各镇周五前报台账, 给镇街派活, 让各镇月底清零. */
const DEMANDS = new RegExp(
  `(?:要求|通知|让|叫|令|责令|责成|督促|给|向|对|派|压|逼)[^,;，。；]{0,12}(?:${TOWNS.source}|[一-鿿]{2}镇(?!静))[^。；]{0,40}?(?:必须|务必|一律|限期|硬性|死?命令|[\\d一两三四五六七八九十]+天(?:之?内)?[^,;，。；]{0,4}(?:完|清|报|交|拿)|配套|指令|要求|任务|指标|限(?:期|定|时|令)|不得|严禁|(?:报|送|交)(?:到|给|至|往)?(?:我局|本局|我们|我委|本部门|本单位)|向(?:我局|本局|我们|我委|本部门|本单位)(?:上)?(?:报|送|交)|(?:出(?:台)?|制定|制订|搞|印)(?:个|一个|一份|自己的)?[^,;，。；]{0,8}(?:细则|配套|方案|文件)|派(?:个|点)?活|考核|清零|落实到位|完成|整改|关停|前[^,;，。；]{0,4}(?:上?报|交|送|建)|前[^,;，。；]{0,12}(?:完|清|掉|到位|达标|办好|弄好)|每[周月日天季][^,;，。；]{0,6}[上汇]?报|都(?:要|得))|(?:${TOWNS.source}|[一-鿿]{2}镇(?!静))(?:都|均|也|全部)?(?:必须|务必|一律|要|得)[^。；]{0,30}(?:前|报|完成|清零|整改|考核)`,
);

/** Whether a department tells towns what to do, with or without a paper. */
export const demandsOfTowns = (plain: string): boolean => DEMANDS.test(plain);

/** 我签发的: the head's own signature on what goes up, not one asked for. */
const HEAD_SIGNED =
  /(?:我|本人|主要负责人|局长|镇长|主任)(?:已经?|业已)?(?:亲自)?签(?:发|字)(?:的|过|了)(?![,，]?(?:就|便|直接)?(?:印|发))/g;

function purposeOf(plain: string, request: { name?: string; form: string; title: string }, context: Context): Purpose {
  if (
    /经区(?:人民)?政府同意[”"’']?(?:的)?(?:字样|字句|表述|几个字|这句)/.test(plain) ||
    /(?:加|加注|注明|标注|写|使用|印|打|带)[^,;，。；]{0,6}[“"‘']?(?<!已)经区(?:人民)?政府同意/.test(plain) ||
    /[“"‘']经区(?:人民)?政府同意[”"’']/.test(plain)
  ) {
    return 'consent-phrase';
  }
  if (/简报/.test(plain) || /简报/.test(request.title)) return 'bulletin';
  if (
    /印发(?:时限|期限|时间|截止|日期)|(?:提醒|督促|盯|限期|登记|跟踪)[^,;，。；]{0,12}印发|印发[^。；]{0,10}(?:提醒|督促|盯|时限|期限|几号)|(?:重大|较大|大)(?:的)?(?:修)?改[^。]{0,20}(?:提醒|登记|时限|期限|限期)/.test(
      plain,
    )
  ) {
    return 'printing';
  }
  if (/备(?:个|下|一下)?案|报备/.test(plain) && /规范性文件/.test(plain) && !/送签|签发|审签/.test(plain))
    return 'filing';
  const toParty = /(?:报送?|呈报?|上报)(?:给|送)?区委/.test(plain) && !/同时|分别|主送/.test(plain);
  if (request.name || (toParty && signedForParty(context))) return 'signing';
  if (RELEASES.test(plain) && !request.title && request.form === 'other') return 'own-issue';
  const leads = context.sender.unit === OFFICE_UNIT || isLeader(context.sender);
  const reports =
    /报(?:送|请|呈)?(?:给)?区政府|报送?区长|呈(?:报|送|批)|上报|报送|请(?:区政府|领导)[^,;，。；]{0,6}(?:批|审)/.test(
      plain,
    );
  const toTowns =
    /(?:向|给|对|往|到|至|要求|通知|让|叫|令|督促|责成|发)[^,;，。；]{0,12}/.test(plain) &&
    (TOWNS.test(plain) || /(?:向|给|对|往|到|至|要求|让|叫|责令|责成)[^,;，。；]{0,8}[一-鿿]{2}镇(?!静)/.test(plain));
  const issues = ISSUES.test(plain) || DEMANDS.test(plain);
  if (
    !leads &&
    issues &&
    (toTowns ||
      /自行|各自|直接[印下发行]|(?:科|股|科室|内设机构)[^,;，。；]{0,4}(?:名义|行文|发文)|配套|(?:向|对|往|给)下(?:面|边)?|各[发印行出]各的/.test(
        plain,
      )) &&
    !/代拟|送签|签发|审签/.test(plain)
  ) {
    const asks = /批准|同意/.test(plain) && !/未|没|不|已(?:经)?(?:报)?[^,;，。；]{0,8}(?:批准|同意)/.test(plain);
    return reports && asks ? 'submission' : 'own-issue';
  }
  if (
    /代拟|送签|审签|签发|拟(?:以|发)|制发|(?:给|找|请|让|送)[^,;，。；]{0,10}(?:区长|领导|主任)[^,;，。；]{0,4}签(?!到|订|约)/.test(
      plain.replace(HEAD_SIGNED, ''),
    ) &&
    request.form === 'other'
  )
    return 'signing';
  return 'submission';
}

/** Where the rule says who signs what goes to the party committee, such a paper is signed, not submitted. */
const signedForParty = (context: Context): boolean =>
  context.book.find('signing', (v) => v.name === 'any' && v.sorts.includes('to-party-committee')) !== undefined;

export function readDocument(said: Said, context: Context): DocumentRequest {
  const { text } = said.marked;
  const plain = text.replace(/《[^》]*》/g, '《》');
  const title = titleOf(said) ?? '';
  const sorts = sortsOf(plain, title);
  // Only the government puts a bill forward.
  const name = OFFICE.test(plain)
    ? 'office'
    : GOVERNMENT.test(plain) || sorts.includes('bill')
      ? 'government'
      : undefined;
  const form = formOf(plain, title);
  const unit = draftingUnit(said, context);
  const named = leadersIn(said).filter(({ person }) => person.id !== context.sender.id);
  const touched = /不涉及(?:其他|其它|别的)?(?:部门|单位)/.test(plain) ? [] : unitsIn(said).map((u) => u.unit);
  const others = [...new Set(touched)].filter((u) => u !== unit && u !== OFFICE_UNIT && u !== context.sender.unit);
  const length = /(?:约|共|近|超过|长达|有|达)?(\d+(?:\.\d+)?)(万|千)?(?:多|余)?字/.exec(plain);
  return {
    purpose: purposeOf(plain, { name, form, title }, context),
    title: title || undefined,
    name,
    sorts,
    form,
    unit,
    others,
    towns: TOWNS.test(plain) || others.some((u) => /镇$|街道$/.test(u)),
    important: /(?<!非|不属于|不是|不属)(?:重大|重要)(?:的)?(?:事项|决策|问题)|全局性/.test(plain),
    urgent: /^(?:十万火)?急[!！,，。:：]|急件|特急|加急|火急|(?:事情?|时间|情况)(?:很|较|比较|非常)?紧急/.test(plain),
    leaders: [...new Set(named.map((n) => n.person))],
    concerned: concernedIn(said, context, unit, others),
    signer: signerIn(said, context),
    needed: /必要|(?:报|请|呈)[^,;，。；]{0,10}审定/.test(plain) && !NOT_NEEDED.test(plain),
    stated: withSigner(readStated(text), signerIn(said, context), unit),
    plain,
    length: length?.[1] ? Number(length[1]) * (length[2] === '万' ? 10_000 : length[2] === '千' ? 1000 : 1) : undefined,
  };
}

/** 本次不需报区长 */
const NOT_NEEDED = /(?:不需要?|不用|不必|无需|无须)(?:再)?(?:报|请|呈)[^,;，。；]{0,6}(?:区长|审定)/;

/** 内容涉及其他副区长分管范围: named as such or for countersigning, or in charge of a unit that the content touches. */
function concernedIn(said: Said, context: Context, unit: string | undefined, others: readonly string[]): Person[] {
  const text = said.marked.text.replace(/(?:不|没有|未)涉及[^,;，。；]*/g, (words) => '　'.repeat(words.length));
  const own = unit ? context.roster.overseerOf(unit)?.id : undefined;
  const named = leadersIn(said).filter(({ person, from, to }) => {
    const after = text.slice(to, to + 12);
    return (
      isDeputyMayor(person) &&
      (/^(?:常务副区长|副区长|区长|同志)?(?:的)?(?:所)?(?:会签|分管)/.test(after) ||
        /涉及[^,;，。；]{0,4}$/.test(text.slice(0, from)))
    );
  });
  const byUnit = /涉及|会签/.test(text) ? others.flatMap((u) => context.roster.overseerOf(u) ?? []) : [];
  const all = [...named.map((n) => n.person), ...byUnit].filter(
    (p) => p.id !== own || named.some((n) => n.person.id === p.id && /会签/.test(text.slice(n.to, n.to + 8))),
  );
  return [...new Set(all)];
}

/** 由贺佳宁签发: the unit's own head is named as who signs. */
function withSigner(stated: Stated, signer: Person | undefined, unit: string | undefined): Stated {
  const head = signer !== undefined && isHead(signer) && signer.unit === unit && !stated.undone.has('head-signed');
  return head ? { ...stated, done: new Set([...stated.done, 'head-signed' as const]) } : stated;
}

/** 由周海涛副区长签发, 区长授权…签发, 请区长签发 */
function signerIn(said: Said, context: Context): Person | undefined {
  const { text, people } = said.marked;
  for (const span of people) {
    const person = onePerson(span);
    const after = text.slice(span.to);
    const before = text.slice(0, span.from);
    if (!person) continue;
    if (
      /^(?:常务副区长|副区长|区长|主任|同志)?(?:来|最后|审定|后)*(?:签发|签署|签批|审定|签(?=[,，。；]|$))/.test(
        after,
      ) ||
      /签发人(?:是|为|[:：])*$/.test(before)
    )
      return person;
  }
  if (/分管(?:的)?(?:副区长|区领导|领导)(?:来)?(?:审定)?(?:签发|签批|审定)|签发人(?:是|为|[:：])*分管/.test(text)) {
    const unit = draftingUnit(said, context);
    return unit ? context.roster.overseerOf(unit) : undefined;
  }
  return undefined;
}
