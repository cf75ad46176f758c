/** Which public acts and activities a message speaks of (活动种类). */
import { isLeader } from '../../src/core/roster.ts';
import { matcher } from '../../src/language/matcher.ts';
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { EventKind } from '../../src/rules/terms.ts';
import type { Context } from '../command.ts';

/** How people speak of each kind; the more particular first. */
const CUES: readonly (readonly [EventKind, RegExp])[] = [
  [
    'inscription',
    /题(?:个|几个|一?幅|一下)?(?:[词字]|[一-鿿]{0,4}名(?!单)|匾)|题写|题在|写(?:个|几个|一?幅|几幅|两幅)[^，。；]{0,4}(?:大?字|匾)|作(?:了|过|个|一)*(?:篇|个)?序|写(?:了|过|个|一)*(?:篇|几句)?(?:序|前言)|序言|墨宝/,
  ],
  ['letter', /贺信|贺电|贺函/],
  [
    'publication',
    /出版[^，。；]{0,14}(?:著作|专著|书|文集|作品|讲话|回忆录|诗集|小说|画册|自传)|(?:我|本人|个人)[^，。；]{0,10}出版|(?:著作|专著|新书|文集)[^，。；]{0,8}(?:出版|付梓)|出(?:一|个)?(?:[本部册套][^，。；]{0,14})?书|书[^，。；]{0,10}出版|公开出版/,
  ],
  [
    'speech',
    /(?:代表区(?:人民)?政府|以区(?:人民)?政府名义)[^，。；]{0,30}(?:讲话|致(?:个)?辞|发(?:个|一个)?言|文章|讲|演讲|署名)/,
  ],
  [
    'interview',
    /专访|采访|访谈|署名文章|(?:发表|刊发|刊登|撰写|发)(?!展)[^，。；]{0,40}(?:讲话|文章|言论|评论|演讲)|个人讲话|(?:在|给|上)[^，。；]{0,8}(?:报|刊|杂志|媒体)(?:纸|物)?(?:上)?(?:刊)?(?:登|发)/,
  ],
  [
    'international-conference',
    /国际(?:性)?[^，。；]{0,10}(?:会议|论坛|大会|研讨会|博览会|赛事|峰会|会展)|(?:申办|举办|承办)[^，。；]{0,20}涉外(?:活动|会议)/,
  ],
  [
    'foreign-affairs',
    /外事|外宾|涉外|外国|外方|使馆|领事|友城|友好城市|驻华|[日韩德美英法俄泰](?:国|本)[^，。；]{0,12}(?:代表团|访问|客人|客商|来访|企业|市长|大使)/,
  ],
  [
    'upper-level-meeting',
    /(?:国家|部委|省|市|上级|(?:水利|教育|民政|农业农村|交通运输|住建|住房城乡建设|生态环境|文化和旅游|自然资源|应急管理|商务|科技|工信|工业和信息化|公安|司法|财政)部)[^。；]{0,30}(?:拟|商洽|计划|准备|想|要|定于|将)?[^。；]{0,16}(?:在|到|来)(?:我|本|咱|咱们|我们)区[^。；]{0,10}(?:召开|举办|举行|开|办)[^。；]{0,30}会|(?:国家|部|省|市|上级)[^。；]{0,40}(?:商洽|商请|协商)[^。；]{0,30}(?:召开|举办|举行)[^。；]{0,30}会/,
  ],
  [
    'joint-event',
    /以(?:区委[、和]?)?区(?:人民)?政府(?:的)?名义[^。；]{0,14}(?:举办|主办|承办|组织|举行|开展|[办搞](?=个|一个|一次|一场|场|[^，。；理公法]{1,10}(?:节|会|赛|展|活动|论坛)))(?![^。；]{0,20}(?:工作会议|部署会|督查|检查))/,
  ],
  ['social-activity', /应酬|事务性|联谊|聚餐|宴会|酒会|团拜|茶话会|答谢会|联欢|晚宴/],
];

const NEVER = /(?!)/;

/** The words that speak of a kind. */
export const cueOf = (kind: EventKind): RegExp => CUES.find(([k]) => k === kind)?.[1] ?? NEVER;

/** The rules' words for ceremonies, each with how people say it; a ceremony counts where the rule has its word. */
const CEREMONIES: readonly (readonly [string, RegExp])[] = [
  ['剪彩', /剪个?彩/],
  ['奠基', /奠基/],
  ['接见', /接见/],
  ['合影', /合(?:个|张)?影/],
  ['典礼', /典礼/],
  ['首映', /首映|首发(?:式|仪式|活动)/],
  ['庆祝会', /庆祝(?:大)?会|庆祝(?:活动|仪式|晚会)|庆典|周年庆|[校院厂店]庆/],
  ['纪念会', /纪念(?:大)?会|纪念活动/],
  ['表彰会', /表彰(?:大)?会|表彰活动|表彰(?=[，。；！]|$)|颁个?奖/],
  ['座谈会', /座谈会|座谈(?=[，。；！]|$|活动|交流会)/],
  ['博览会', /博览会|展览会|展销会|交易会/],
  ['研讨会', /研讨会/],
  ['论坛', /论坛|峰会/],
];

/** 请柬 sent to a leader past the office. */
const DIRECT = [
  /(?:请柬|请帖|邀请函|邀请信)[^。；]{0,24}(?:直接|当面|亲自|本人|私下|手上|手里|手中)/,
  /(?:直接|当面|亲自|私下)(?:把|将|给|向|去)?[^。；]{0,24}(?:发|送|递|寄|呈|交|邀请|请)[^。；]{0,20}/,
  /(?:请柬|请帖|邀请函)[^。；]{0,8}(?:发|送|递|寄|转|交|捎|带|拿|塞)(?:给|到|至|往|过?去|了)/,
  /(?:不|无需|不用|别|绕过|绕开|跳过)(?:再|必)?(?:经过?|通过|走|报|找)?[^，。；]{0,4}办公室[^。；]{0,30}(?:请|邀)/,
];
const DIRECT_WORDS = matcher(/请柬|请帖|邀请|请[^，。；]{0,12}(?:出席|参加|到场)/);
const NOT_DIRECT = /(?:不|没有?|未)(?:会|能|得|曾)?直接|(?:通过|经|报|由)(?:区)?政府?办公室/;

export const isDirect = (text: string): boolean =>
  DIRECT_WORDS.test(text) && !NOT_DIRECT.test(text) && DIRECT.some((cue) => cue.test(text));

const ATTENDING =
  /出席|参加|参会|到会|到场|莅临|光临|列席|邀请|邀|请[^，。；]{0,14}(?:讲话|讲[几两]句|致(?:个)?辞|剪个?彩|揭个?牌|奠基|指导|颁个?奖|站个?台|见证|捧场|(?:过|也)?来(?:一下|一趟|看看|坐坐|走走|转转|讲|说|站台|露个?面|(?=[，。；！吧]|$))|去(?:一下|一趟|看看|讲|站台)|露个?面|开个?幕|会见|接见|陪同|见(?:一)?[下个]?面|作指示|培[^，。；]{0,5}土|铲[^，。；]{0,5}土|推杆|启动|发令|开球|揭幕|合个?影)|(?:通知|请|让|叫)[^，。；]{0,14}(?:镇长|主任|负责人|负责同志|一把手)[^，。；]{0,4}(?:来|到)/;
export const asksAttendance = (text: string): boolean => ATTENDING.test(text) || asksToCome(text);

/** 请…来开个幕, not a mere 参加. */
const ASKED_TO_COME =
  /请[^，。；]{0,14}(?:讲话|讲[几两个]|致(?:个)?辞|剪个?彩|揭个?牌|奠基|指导|颁个?奖|站个?台|见证|捧场|(?:过|也)?来(?:一下|一趟|看看|坐坐|走走|转转|讲|说|站台|(?=[，。；！吧]|$))|露个?面|开个?幕|会见|接见|培[^，。；]{0,5}土|铲[^，。；]{0,5}土|推杆|启动|发令|开球|揭幕|合个?影)/;
/** 请陶区长来当嘉宾, 想让贝副区长过来 */
const WANTED =
  /(?:请|邀|想让|让|需要|希望|盼)[^，。；]{0,14}(?:区长|领导)(?:同志)?[^，。；]{0,6}?(?:过来|来|到场|到会|光临|去)(?!访|电|函|信|文|自|源|主持|区|检查|调研|年|往)/;
/** 请米区长开个讲: a leader asked for on an occasion, and not for a signature or a decision. */
const ASKED_FOR =
  /(?:请|邀|想让|盼|需要?)(?:分管)?[^，。；]{0,8}(?:区长|区领导)(?:同志)?(?![^，。；]{0,8}(?:签|批|审|阅|定|过目|协调|主持|召|裁|示|圈|同意|知|关注|研究|授权|委托))/;
const OCCASION =
  /节(?!约|能|水|点|假|后|前)|活动|仪式|开工|揭牌|比赛|大赛|运动会|演练|观摩|晚会|讲座|典礼|论坛|开幕|推介/;
const NO_OCCASION = /《|纪要|议题|[的份件]请示|调研/;
/** 给桃花节安排区领导 */
const ASSIGNED = /(?:给|为)[^，。；]{2,30}(?:安排|派|定)(?:一?[位名]|个)?(?:区|分管)[^，。；]{0,6}(?:领导|区长)/;
export const asksToCome = (text: string): boolean =>
  ASKED_TO_COME.test(text) ||
  ASSIGNED.test(text) ||
  WANTED.test(text) ||
  (ASKED_FOR.test(text) && OCCASION.test(text) && !NO_OCCASION.test(text));

const MEETING = matcher(
  /(?<!运动|博览|展销|交易|音乐|晚|庙|灯|花)(?:工作会议?|业务会议?|部署会议?|总结会议?|推进会议?|动员会议?|现场会议?|调度会议?|全区[一-鿿]{1,10}(?<!运动|博览|展销|交易|音乐|晚|庙|灯|花)会(?!开幕|闭幕|展)|系统[一-鿿]{0,8}会|年会|例会|培训会|(?<=开(?:个|一个|一次)?[一-鿿]{2,8})会(?=[，。；]|$)|大会|会议|部署会|电视电话会)(?!室|展|议室)/,
);

/** 部门的会议, not the government's own. */
export const isMeeting = (text: string): boolean => MEETING.test(text) && !/(?:常务|全体|党组|办公)会/.test(text);

const PREFACE = /[作写](?:了|过|个|一)*(?:篇|个|几句)?(?:序|前言)|序言/;

/** 作序, and nothing written with a brush besides. */
export const isPreface = (text: string): boolean => PREFACE.test(text) && !/题/.test(text);

/** The provision on what a message asks for; one on inscriptions speaks of prefaces only where it names them. */
export function ruleAsked(context: Context, kind: EventKind, text: string): ProvisionOf<'event'> | undefined {
  const rule = eventRule(context, kind);
  return kind === 'inscription' && isPreface(text) && !rule?.says.includes('序') ? undefined : rule;
}

/** The provision on a kind of event. */
export const eventRule = (context: Context, kind: EventKind): ProvisionOf<'event'> | undefined =>
  context.book.find('event', (v) => v.events.includes(kind));

const ANY_CEREMONY = new RegExp(CEREMONIES.map(([, cue]) => `(?:${cue.source})`).join('|'));

/** Whether a message names any ceremony that some rule speaks of. */
export const namesCeremony = (text: string): boolean => saidOf(text, ANY_CEREMONY);

/** The ceremonies that a message names and that the rule's own words list. */
export function ceremoniesIn(text: string, rule: ProvisionOf<'event'> | undefined): string[] {
  return rule
    ? CEREMONIES.filter(([word, cue]) => rule.phrase.includes(word) && saidOf(text, cue)).map(([word]) => word)
    : [];
}

/** 不题词, 没有剪彩环节, 不涉及剪彩、奠基: named as what is not wanted, or not part of it. 没报批就剪彩 denies something else. */
const DENIED =
  /(?:(?<!得|是|能|要)不(?!得|仅|但|光|知|妨|如|日|久|经)|没有?|无(?!论)|未|取消|免去|谢绝)(?:会|再|用|必|需要?|要|是|属于?|涉及|包[含括]|搞|办|设置?|安排|进行|举[行办]|组织|打算|准备|想|请|邀请|让|叫)*(?:[^，。；：批报审说经过]{0,10})$/;

/** Whether a text speaks of something without denying it, at least once. */
const saidOf = (text: string, cue: RegExp): boolean =>
  [...text.matchAll(new RegExp(cue.source, 'g'))].some((found) => !DENIED.test(text.slice(0, found.index)));

/** 8月3日研讨会不请区领导: an occasion beside the one that leaders are asked to. */
const NOT_ASKED =
  /(?:^|[，。；])[^，。；]*不(?:再|用|必|需要?|打算)*(?:邀?请|安排|惊动)(?:区|市)?(?:里|政府)?(?:的)?领导(?:同志)?(?:们)?(?:参加|出席|到场)?(?=[，。；]|$)/g;

/** A text without the occasions to which nobody is asked. */
export const withoutUninvited = (text: string): string => text.replace(NOT_ASKED, '');

/** Everything that a message is about, the more particular first; `invite-leader` when it is only an invitation. */
export function kindsIn(whole: string, context: Context): EventKind[] {
  const text = withoutUninvited(whole);
  if (isDirect(text)) return ['direct-invitation'];
  const found = CUES.filter(([, cue]) => saidOf(text, cue)).map(([kind]) => kind);
  const lesser = found.flatMap((kind) => INCLUDES[kind] ?? []);
  const kinds = found.filter((kind) => !lesser.includes(kind));
  const self = isLeader(context.sender) && /我|本人/.test(text) && kinds.length === 0;
  const attends = asksAttendance(text) || self;
  if (!attends) return kinds;
  if (ceremoniesIn(text, eventRule(context, 'ribbon-cutting')).length > 0) kinds.push('ribbon-cutting');
  return kinds.length > 0 ? kinds : ['invite-leader'];
}

/** What is said in the same words as something more particular. */
const INCLUDES: Partial<Record<EventKind, readonly EventKind[]>> = {
  speech: ['interview'],
  'international-conference': ['foreign-affairs'],
};
