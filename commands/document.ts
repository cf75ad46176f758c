/** 公文: 送签, 请示和报告, what may not be sent or issued, 简报, 备案, 印发时限. */
import { type Decision, reply } from '../src/core/decision.ts';
import type { Matter } from '../src/core/matter.ts';
import { isLeader } from '../src/core/roster.ts';
import { matcher } from '../src/language/matcher.ts';
import { quoteOf } from '../src/rules/quote.ts';
import type { Provision, ProvisionOf } from '../src/rules/schema.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { type FoundFault, faultsIn, REMEDIES } from './document/faults.ts';
import { bulletin, consentPhrase, filing, ownIssue, printing } from './document/own.ts';
import { disputeRule, type Judged, judgePreconditions } from './document/preconditions.ts';
import { type DocumentRequest, demandsOfTowns, RELEASES, readDocument } from './document/read.ts';
import { sendForSigning, signingRule } from './document/signing.ts';
import { submit, submitDirectly } from './document/submission.ts';
import { weigh } from './evidence.ts';
import { tellToPublish } from './papers/published.ts';
import { standingFor } from './papers/standing.ts';
import { sayDeeds } from './papers/stated.ts';
import { resume } from './papers/unfinished.ts';
import { OFFICE_UNIT } from './papers/units.ts';
import { asking } from './papers/wording.ts';

const ANYTHING = /./;
/** 各镇主要负责人参加: towns are asked to a meeting or event, not told to do something. */
const ATTENDS =
  /召开|参会|参加会议|出席|会议通知|开(?:个|一个|一次)?(?:全区)?[^,;，。；]{0,10}会|督办|督查事项|会签|征求[^,;，。；]{0,8}意见/;
/** 这个件直接送区长 */
const DIRECT_PAPER = /直接(?:报|送|呈|交|递|发|转|给|找)[^,;，。；]{0,10}(?:区长|领导|书记)/;
/** 微信上请示一下, 口头汇报, 不再行文 */
const BY_WORD = matcher(
  /(?:微信|口头|短信|电话|语音)(?:上|里|中|向|跟|给|先|直接)*[^,;，。；]{0,10}(?:请示|汇报|申请|报告)|不(?:用|再|必|另)(?:正式|书面|单独|走)*(?:的)?(?:报文|行文|公文)|(?:请示|汇报)[^,;，。；]{0,10}(?:微信|口头|短信|语音)/,
);
/** 以科室名义发个函, 科里想打个请示 */
const SECTION_PAPER =
  /以[^,;，。；]{0,6}(?:科|股|处|内设机构)(?:室)?(?:的)?名义|(?<!教)(?:科|股)(?:室)?(?:里)?(?:想|要|准备|打算|就|自己|直接)*[^,;，。；]{0,8}(?:打|写|报|拟|发)(?:个|份|一份)?[^,;，。；]{0,4}(?:请示|报告|文|函|通知)/;
/** Files that can only be papers sent up or drafts; a notice or plan may go with anything. */
const papersIn = (files: readonly string[]): string[] =>
  files
    .map((name) => name.replace(/\.[A-Za-z0-9]{1,8}$/, ''))
    .filter((name) => /(?:请示|代拟稿)(?:[（(].*)?$/.test(name));
const TITLED_PAPER =
  /《[^》]*(?:请示|报告|通知|意见|决定|命令|令|通报|方案|措施|办法|规定|细则|函|公告|通告|议案|批复|规划|计划|预案|简报|代拟稿)(?:[（(][^》]*)?》/;

export const document: Command = {
  about: 'document',
  name: '公文办理',
  examples: [
    '水利局代拟的《关于做好春灌工作的通知》，拟以区政府办公室名义印发，请按程序送签发。',
    '水利局报送《关于实施河道治理工程的请示》，请按程序报区政府领导审批。',
  ],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = said.marked;
    const plain = text.replace(/《[^》]*》/g, '《》').replaceAll('\n', ' ');
    const ordersTowns =
      !isLeader(context.sender) && context.sender.unit !== OFFICE_UNIT && demandsOfTowns(plain) && !ATTENDS.test(plain);
    return weigh(
      `${plain}\n${[...said.marked.titles, ...(text ? papersIn(said.files) : [])].map((t) => `《${t}》`).join('')}`,
      [
        [TITLED_PAPER, 1.5],
        [/《[^》]*(?:请示|报告)(?:[（(][^》]*)?》/, 1.5],
        [/(?:政府(?:办公室|办)?|府办)(?:的)?名义|以(?:我办|办公室)名义/, 3],
        [/代拟|公文|文稿|发文|行文|来文|拟文|草拟/, 2],
        [
          /(?:份|个|件|篇|报送|报|呈报|呈送|报来|递交|提交|上报|送|交)[^,;，。；]{0,24}(?:请示|报告)(?!外出|行)|(?:请示|报告)(?:已|要|想|里|中|上|稿|由|直接)|《》(?:的)?(?:请示|报告)|关于[^,;，。；]{2,30}的(?:请示|报告)|[一-鿿]{2,8}(?:情况|工作|总结|进展)报告(?!会|制度)/,
          3,
        ],
        [/(?:把|将)[^,;，。；]{0,14}(?:请示|报告|公文|文稿|文件)[^,;，。；]{0,20}(?:报|送|发|交|呈|递|转)/, 3],
        [
          /(?:请示|报告|公文|文件|材料|件|》)[^。；]{0,16}(?:送|转|呈|递|交|报)[^,;，。；]{0,14}(?:本人|个人|手(?:里|中|上))|(?:别|不|不要|绕过|绕开|不用)(?:走|经过?|通过|送)?(?:区政府)?办公室/,
          4,
        ],
        [/(?:挂|借|打着|套)[^,;，。；]{0,10}(?:名|名头|牌子|红头)|自己的事/, 4],
        [/(?:副[镇局区]?长|副主任|主要负责人|[镇局]长)[^,;，。；]{0,6}(?:代签|签发|签的|签字)|转呈|转报/, 4],
        [/交办[^,;，。；]{0,6}《》|《》[^。；]{0,10}直接(?:报|送|呈)/, 4],
        [
          /(?:局|镇|街道|委|中心)请示[:：,，]|请示(?:一份|一件|件|[两二三几\d]|以下|如下)|[一1]?份请示|(?:向|报)区(?:人民)?政府请示|请示区(?:人民)?政府/,
          3,
        ],
        [/以[一-鿿]{1,4}(?:文件|名义)[^,;，。；]{0,10}(?:要求|行文|发文|印发|下发)/, 3],
        [/报送|呈报|呈送|上报|呈批|报批|(?:报|呈)(?:请|给|到)?区政府(?!办)/, 1.5],
        [/(?:请|由|让)(?:区)?政府(?:办(?:公室)?)?(?:转发|印发|发文|发(?:一|个|份))/, 3],
        [/送签|签发|审签|签批|送审|审核|印发|下发|制发|备(?:个|下|一下)?案|核准/, 1.5],
        [/(?:印发|修改)[^。；]{0,10}(?:时限|期限)|(?:登记|提醒|督促|盯)[^,;，。；]{0,10}印发/, 3],
        [ANYTHING, ordersTowns ? 4.5 : 0],
        [
          /(?:没|未|不)[^,;，。；]{0,8}(?:报|经|跟|请示|批)[^,;，。；]{0,6}(?:区政府|政府|区里|批)|区(?:政府|里)[^,;，。；]{0,4}(?:没|未)(?:批|同意)/,
          ordersTowns ? 2 : 0,
        ],
        [/主送|抄送/, 3],
        [/(?:先|直接|就|请|让|给|找)[^,;，。；]{0,14}签(?:发|批|字|掉)?(?:了|一下|掉|上|好)*(?:吧|再说|算了)/, 4],
        [/撤(?:回|掉|下|了)|收回|拿回(?:来|去)/, -8],
        [BY_WORD, 4],
        [SECTION_PAPER, 4],
        [DIRECT_PAPER, said.files.length > 0 || /件|文|请示|报告/.test(plain) ? 4 : 0],
        [/简报/, 3],
        [RELEASES, isLeader(context.sender) ? 0 : 4.5],
        [/(?:直接|先)(?:报|送|呈|提交)[^,;，。；]{0,4}区委(?!书记)/, 8],
        [/规范性文件|指令性/, 2],
        [/(?:布置|部署|安排|派|压)[^,;，。；]{0,4}任务[^。]*(?:没|未)|往下发|下发到/, 2],
        [
          /(?:向|给|对)[^,;，。；]{0,10}(?:镇|街道|下面|基层)[^,;，。；]{0,10}(?:印发|下发|发(?:个|份|一份|一个)?(?:文|通知|函|指令|明传))/,
          2,
        ],
        [/各[发印行出]各的|各自(?:发文|行文|印发|发(?:个|份)?(?:通知|文))/, 4],
        [/[“"‘']经区(?:人民)?政府同意[”"’']|经区(?:人民)?政府同意(?:的)?(?:字样|字句|几个字|这句)/, 4],
        [
          /名义[^,;，。；]{0,6}(?:召?开|举办|主办|承办|组织|[办搞](?:个|一个|一场|一次))(?:个|一次|一个)?[^,;，。；]{0,14}(?:会|节|展|赛|活动|论坛)(?![^。]*(?:通知|文件|行文|发文))/,
          -7,
        ],
        [/配套文件|(?:要求|督促)[^,;，。；]{0,8}(?:镇|街道|下级)/, 2],
        [/^.*(?:纪要)/, -5],
        [/^.*(?:(?:请|送|征求|征询)[^,;，。；]{0,20}会签|发起会签|反馈意见|征求意见并会签)/, -3],
        [/^.*(?:协议|合同|备忘录)/, -3],
        [/^.*(?:议题|上会|提请(?!区委)[^,;，。；]{0,12}会议?(?:研究|审议|讨论))/, -4],
        [/先报(?:请|送|经)?区(?:人民)?政府/, 2],
        [
          /^.*(?:请假|外出|销假|出差|休假)/,
          /请假|外出|休假|出差/.test(said.marked.titles.join()) || !/《》/.test(plain) ? -5 : 0,
        ],
        [/^.*(?:督办|督查|调研|接待|题词|剪彩|贺信|请柬|邀请)/, -3],
        [/^.*(?:召开|参会|到会)/, -1.5],
        [
          /(?:请|邀|盼|让)[^,;，。；]{0,14}(?:区长|领导)[^,;，。；]{0,8}(?:参加|出席|到场|光临|莅临)/,
          /《》/.test(plain) ? 0 : -4,
        ],
        [/^(?!.*名义)(?!.*(?:(?:报|请|送)区政府|请示|代拟)).*(?:我来签|(?<![由经])我签发(?!的|过|了)|同意印发)/, -6],
        [/^(?:我|本人)?(?:不)?同意/, -6],
        [/^(?:撤回|撤销|取消)/, -6],
      ],
      asking(text),
    );
  },

  read: (said, context) => {
    const { stated, leaders, concerned, signer, plain: _, ...read } = readDocument(said, context);
    return {
      ...read,
      done: [...stated.done],
      undone: [...stated.undone],
      leaders: leaders.map((p) => p.id),
      concerned: concerned.map((p) => p.id),
      signer: signer?.id,
    };
  },

  decide(message: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const said = resume(message, context, draft, isWhole(message));
    return decideDocument(said, context, readDocument(said, context));
  },

  /** Whoever asked for the printing hears that it is done; what has been signed for issue is to be made public. */
  settled(matter: Matter, context: Context): Decision['effects'] {
    if (matter.kind === 'printing') {
      const text = `已办结：${matter.title}。`;
      return [{ do: 'tell', to: [matter.owner], status: 'notice', text, quotes: [], matter: matter.id }];
    }
    return matter.data.facts?.issued === true
      ? tellToPublish(matter, context, 'publicity.portal', `${matter.title.replace(/送签$/, '')}已签发。`)
      : [];
  },
};

const isWhole = ({ marked }: Said): boolean =>
  marked.titles.length > 0 && /名义|报送|呈报|代拟|送签|签发/.test(marked.text);

/** Faults and preconditions first; then each purpose its own way. */
export function decideDocument(said: Said, context: Context, request: DocumentRequest): Decision {
  // What nobody may do is refused, whoever asks; only then it matters who does.
  const faults = faultsIn(context, request);
  const refused = faults.filter((f) => f.refused);
  if (refused.length > 0) return refuse(context, refused);
  const standing = standingFor(context, 'document', request.unit, said.marked.text);
  if (!('owner' in standing)) return standing;
  const { owner } = standing;
  const direct = faults.find((f) => f.fault === 'direct-to-leader' && f.exception);
  const leader = request.leaders.find((p) => isLeader(p));
  if (direct && leader) return submitDirectly(said, context, request, direct, leader, owner);
  const long = tooLong(context, request);
  const warnings = [...faults.filter((f) => !f.exception).map((f) => f.provision.says), ...(long ? [long.says] : [])];
  switch (request.purpose) {
    case 'own-issue':
      return ownIssue(context, request, faults);
    case 'consent-phrase':
      return consentPhrase(said, context, request, faults, { owner, warnings });
    case 'bulletin':
      return bulletin(said, context, request, { owner, warnings });
    case 'filing':
      return filing(said, context, request, { owner, warnings });
    case 'printing':
      return printing(said, context, request, owner);
    default: {
      const judged = judgePreconditions(context, request);
      const unsigned = request.purpose === 'signing' ? unsignedDraft(context, request) : null;
      if (judged.refusal) return refuseUndone(context, judged.refusal);
      if (unsigned) return unsigned;
      const quotes = [
        ...distinct(judged.open).slice(0, MOST_OPEN),
        ...faults.filter((f) => !f.exception).map((f) => f.provision),
        ...(long ? [long.rule] : []),
      ].map((p) => quoteOf(context.book, p));
      const way = request.purpose === 'signing' ? sendForSigning : submit;
      return way(said, context, request, judged, { owner, quotes, warnings });
    }
  }
}

/** So many clauses on what must come before are shown at most, one for each place. */
const MOST_OPEN = 4;
const distinct = (provisions: readonly Provision[]): Provision[] =>
  provisions.filter((p, i) => provisions.findIndex((o) => o.clauses[0] === p.clauses[0]) === i);

function refuse(context: Context, faults: readonly FoundFault[]): Decision {
  const says = [...new Set(faults.map((f) => f.provision.says))].join('');
  const remedies = [...new Set(faults.map((f) => REMEDIES[f.fault]))].join('');
  const quotes = faults.map((f) => quoteOf(context.book, f.provision));
  return reply('document', 'refused', `不能办理：${says}${remedies}`, quotes);
}

function refuseUndone(context: Context, { provision, needs }: NonNullable<Judged['refusal']>): Decision {
  const steps = sayDeeds(needs);
  const differ = needs.includes('agree-departments') ? disputeRule(context) : undefined;
  const instead = differ ? `请先协商一致；确实不能一致的，${differ.says}` : `请先${steps}后再报。`;
  return reply('document', 'refused', `不能办理：来文说明尚未${steps}。${provision.says}${instead}`, [
    quoteOf(context.book, provision),
    ...(differ ? [quoteOf(context.book, differ)] : []),
  ]);
}

/** A draft whose head is said not to have signed, where the rule's chain begins with his signature. */
function unsignedDraft(context: Context, request: DocumentRequest): Decision | null {
  const rule = signingRule(context, request.name, request.sorts)?.rule;
  if (!rule?.value.route.some((s) => s.unlessSaid === 'head-signed') || !request.stated.undone.has('head-signed'))
    return null;
  return reply('document', 'refused', `不能办理：${rule.says}来文说明主要负责人尚未签字，请签字后再送。`, [
    quoteOf(context.book, rule),
  ]);
}

/** 篇幅: told, never refused, where the rule says 原则上. */
function tooLong(
  context: Context,
  request: DocumentRequest,
): { says: string; rule: ProvisionOf<'document-length'> } | undefined {
  const rule = context.book.find('document-length');
  const { length } = request;
  if (!rule || length === undefined) return undefined;
  const comprehensive = /综合性/.test(request.plain);
  const limit = comprehensive ? rule.value.comprehensive : rule.value.special;
  return length > limit ? { says: `文稿约${length}字，超过${limit}字。${rule.says}`, rule } : undefined;
}
