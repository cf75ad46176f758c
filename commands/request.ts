/** Polite requests that sound like questions: 帮忙呈一下, 找谁谁签一下, 能帮我送上去签吗. */
import { lately } from '../src/language/lately.ts';
import { matcher } from '../src/language/matcher.ts';

/** What the office is asked to do with a paper or a matter. */
const DEED =
  '(?:呈|送|递|转|报(?!名|到)|签(?!到)|批|审|印|发(?!展|现|生)|办|走(?!访)|弄|排|协调|登记|催|挂|立项|记|列|上会)';
/** 帮忙, 麻烦, 劳驾 … and what is to be done. */
const FAVOUR = new RegExp(
  `(?:帮(?:忙|我|着|个忙|下)|给(?:我们?)?帮|麻烦(?!问)|劳(?:烦|驾)|辛苦|烦请|有劳|拜托|(?:您|你)(?:看着|给))[^,;，。；？?]{0,14}?${DEED}`,
);
/** 能帮我送上去签吗: asked whether it can be done, by whoever wants it done. */
const ABLE = new RegExp(
  `(?:能(?:不能|否)?|可(?:不可)?以|可否|方便)[^,;，。；？?]{0,4}(?:帮|替|代|给)[^,;，。；？?]{0,16}${DEED}`,
);
/** 找谁谁签, 该谁签谁签: the choice is left to others and not asked after. */
const WHOEVER = matcher(
  /(?:是|请|让)?哪[位个名][^，。；？?,;吗呢]{0,10}由[^，。；？?,;吗呢谁]{1,10}(?:定|安排|统筹|把握|掌握|决定)|(?:看(?:看|着)?)?[该找由送给请归要]*谁[^,;，。；？?谁]{0,6}谁/g,
);
/** 不知道该谁签，: said before what is wanted. */
const UNSURE = matcher(
  /(?:也|还|我)?(?:不知道?|不清楚|不晓得|不确定|弄不清|拿不准)(?:该|要|应该?|得|是)?[^,;，。；？?]{0,8}(?:谁|哪[位个])[^,;，。；？?]{0,6}(?=[,;，。；])/g,
);
/** 看看有啥意见: asked of somebody else. */
const EMBEDDED = matcher(/有(?:没有)?(?:什么|啥|哪些)?(?:不同|修改|要改)?(?:的)?(?:意见|建议|看法|想法)/g);
/** 没什么新内容, 加几个字, 牵涉几个部门, 协调几次还是有分歧: nothing is asked. */
const INDEFINITE = matcher(
  /(?:协调|沟通|协商|商量|对接|谈|碰|催|跑)(?:了|过)?(?:好)?几(?:次|轮|回|遍|趟)|还是(?=有(?:分歧|异议|争议|不同)|谈不|没谈|没能|达不|未)|(?<=^|[,，。；])还是|(?<=我|我们)还是(?=想|打|得|要)|看(?:看|一看)?(?:谁)?有没有(?=[,，。；]|$)|(?:没有?|不是|算不上)(?:什么|啥)|几(?:个|句|行)(?:字|词|话|大字)|(?:涉及|牵涉|牵扯)(?:到|了)?(?:好)?几[个家]|(?:好|这|那)几[个家天次件位项]/g,
);
/** What only a question about the rule asks. */
const OF_RULE = matcher(
  /谁|什么|啥|多少|多[久长]|几[天个日级道步]|怎么|咋|如何|何时|哪|规定|规则|程序是|要不要|需不需要|是不是|该不该|请问|用不用|对不对/,
);

/** A text without the words that ask elsewhere and ask nothing here: choices left to others, indefinite numbers. */
export const withoutChoices = (text: string): string =>
  text.replace(WHOEVER, '').replace(UNSURE, '').replace(EMBEDDED, '意见').replace(INDEFINITE, '');

/**
 * Whether a text asks for something to be done, however it ends, and asks nothing of the rule.
 * @example isRequest('能帮我送上去签吗') // true
 * @example isRequest('麻烦问一下这个谁签') // false
 */
export const isRequest = lately((text): boolean => {
  const plain = withoutChoices(text);
  if (OF_RULE.test(plain)) return false;
  return FAVOUR.test(plain) || ABLE.test(plain) || (text.replace(WHOEVER, '') !== text && !/[？?]|吗/.test(text));
});

/** 能否安排…出席: a request put politely, unless something is asked beside. */
const POLITE = matcher(
  /(?:能否|可否|能不能|可不可以|是否(?:可以|方便)|方便的话)[^？]*(?:安排|邀请|请|帮)|(?<!请问[^。]*)(?:报|请示)(?:请)?区政府[^。？]{0,6}(?:看|定)?(?:行不行|行吗|可不可以|能不能|同意不同意|同不同意)|帮(?:忙|我们?|着|个忙)?问(?:问|一下|一声|个|下)?[^，。；？]{0,10}(?:能|可|行|来|同意|有空|安排|时间)|(?<!请问[^。]*)请[^，。；？]{0,10}(?:批准|同意|审批|审定|报批)/,
);
const ABOUT_RULE = /谁|什么|多少|几天|提前|怎么|如何|何时|哪|规定|规则|程序[？是吗]|要不要|需不需要|是不是|请问/;
const SET = /\d[日号点]|[本下]?周[一二三四五六日]|批准|同意|审批|审定|报批/;

/** Whether a text puts a wish for a certain day, or for a consent, as if it asked: 20号想请…来，帮忙问问行不行. */
export const isPoliteWish = (text: string): boolean => POLITE.test(text) && !ABOUT_RULE.test(text) && SET.test(text);

/** 先上会再说吧, 直接找区长签吧: what is to be done is proposed, nothing is asked. */
const PROPOSED = new RegExp(
  [
    '(?:还是|先|直接|就|帮|请|送|麻烦|给|把|快|赶紧|再|一起|一并|一块儿?|一道)[^,;，。；？?]{0,20}(?:签|发|报|送|办|印|走|上|审|批|弄|列|加|转|拟|登记|安排|排|拿|提|放|塞|挂|开|定|用|来|去|说|收)[^,;，。；？?行以对是够成]{0,6}',
    '[,;，。；](?:就|请|拿去|拿来|拿|去|快|走)?(?:送签|签发|签批|送审|呈批|报批|上会|签|发|报|送|印|办|收|印发|下发|上报|安排|登记)(?:一下|出去|上去|下去|上来|下|了)?',
    '(?:走|过)(?:一)?(?:遍|下|个|一下|一道)?[^,;，。；？?]{0,6}(?:程序|流程)',
    '(?:^|[,;，。；》])(?:那)?(?:报|送|交|呈|转)(?:给|到|去|往)?(?:区(?:人民)?政府|区府办|政府办|府办|办公室|区里)(?:办公室)?',
    '名义(?:来)?(?:印发|下发|发|出|印)(?:个|一下|出去|下去)?(?:文|通知)?',
  ]
    .map((words) => `${words}吧[。.!！]*$`)
    .join('|'),
);
const ASKS_RULE = /谁|哪|什么|怎么|多少|几天|规定|[吗呢]|[?？]/;

/** Whether a text only proposes what is to be done: 先上会再说吧. */
export const isProposal = (text: string): boolean =>
  text.includes('吧') && PROPOSED.test(text) && !ASKS_RULE.test(text);
