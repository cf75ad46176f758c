/** Whether a provision states that side of a topic which the question asks for: a number of days, a means, a form. */
import { has } from '../../language/question/evidence.ts';
import { isYesNo } from '../../language/question/form.ts';
import type { QuestionPart } from '../../language/question.ts';
import { quoteOf } from '../quote.ts';
import type { Asked, Point } from './context.ts';
import type { Gap } from './silent.ts';

/** 一个月报一次, 每周两回: a rhythm that the asker claims. */
const RHYTHM = /(?:每|一|两|半)个?(?:月|周|季度?|年|星期)[^，。]{0,3}[一两三1-9][次回]/;
const COUNTS = /[\d一二两三四五六七八九十]+至?[\d一二两三四五六七八九十]*[次回]|随时|不定期|没有固定/;

/** 几天内、几次、多久: a length of time or a number of times is wanted. */
const ASKS_TIME =
  /(?<![这那])几(?:天|日|次|回|号|个?工作日|个?月|个?小时|个?星期|个?礼拜|周)|多久|多长时间|多少(?:天|次|回|个?工作日|时间|小时)/;
const STATES_TIME =
  /\d|[一二两三四五六七八九十半]+(?:个|天|日|次|周|年|月|小时|季)|每|随时|及时|即到即办|时限|根据需要|不定期/;
/** 多久评估一回, 一年几次: how often; 及时 says how soon. */
const ASKS_RHYTHM =
  /多(?:久|长时间)[^，。]{0,6}[一1][次回遍趟]|(?:每|一|半)个?(?:年|月|季度?|周)[^，。几多]{0,6}(?:几|多少)[次回]|隔多久|(?:频次|频率)/;
const STATES_RHYTHM = /[每隔]|[\d一二两三四五六七八九十半]个?(?:次|周|年|月|季)|月[中末]|随时|根据需要|不定期/;
/** Where a rhythm is asked for as such, 定期 is one. */
const RHYTHMS: readonly string[] = ['study.frequency', 'supervision.report'];

/** What a yes-or-no question may ask for in particular, and the words in which a rule would state it. */
const SIDES: readonly (readonly [asked: RegExp, stated: RegExp, name: string])[] = [
  [/PPT|幻灯片?|课件/i, /PPT|幻灯|多媒体/i, '材料以何种形式展示'],
  [
    /口头|微信|短信|邮件|传真|QQ|钉钉/i,
    /正式公文|口头|网络|网上|电子|书面|不得直接|一律/,
    '能否以口头、网络等方式办理',
  ],
  [/书面|假条/, /书面/, '是否须提交书面材料'],
  [/公章|盖章|盖个章/, /公章|盖章|正式公文/, '是否须加盖公章'],
  [/听证/, /听证/, '听证'],
  [/罚款|扣分|扣钱|处分/, /处分|追责|问责|追究|查处|处理/, '如何处罚'],
  [/补办|事后补|补手续|补个?(?:手续|报告|假)/, /补|事后|同步|及时/, '事后补办手续'],
];

/** 区委书记要不要批、还要给人大备案吗: a body that a question adds to those whom the rule has told or asked. */
const TOLD = '(?:报|送|向|给|跟|经|告诉|通知|让|请|找|问)[^，。]{0,4}';
const DECIDES = '[^，。]{0,6}(?:备案|报备|报告|备个案|批|同意|审|知道|点头|打招呼|说一声|通个气)';
const BODIES: readonly (readonly [asked: RegExp, stated: RegExp, name: string])[] = (
  [
    ['区委(?!办|区政府|、)', /区委/, '区委'],
    ['(?<![镇乡])(?:区委)?书记', /书记|区委主要领导/, '区委书记'],
    ['人大(?:常委会)?(?!代表)', /人大|人民代表大会/, '区人大'],
    ['政协', /政协/, '区政协'],
    ['(?:市政府|市里|市委)', /市委|市政府|人民政府备案|上级|市人民政府/, '市级机关'],
    ['(?:省政府|省里|省委)', /省|上级/, '省级机关'],
  ] as const
).map(([body, stated, name]) => [new RegExp(`${TOLD}${body}|${body}${DECIDES}`), stated, `须报${name}`]);

/** 得报区委吧: what is claimed is put right, not left open. */
const CLAIMS = /是不是|吧[?？。！!]*$|对吗|对不对|是吗|没错/;

/** 能晚几天吗: 几 is an indefinite number. */
const WANTS_YES = /(?:吗|么|不|吧|行不行|可以)[?？。！!]*$/;

/** A count of days off is no count of days ahead. */
const DAYS_OFF =
  /(?:几|多少)个?(?:天|日|工作日)(?:的)?(?:年休|年|探亲|产|婚|病|事|公休|休)?假(?!.*(?:谁|哪|怎|批|报|提前))/;

/** The side of the matter that none of a part's points states, as a gap of the rule; `null` where it is stated or none is asked for. */
export function unstatedSide(part: QuestionPart, points: readonly Point[], asked: Asked): Gap | null {
  const [first] = points;
  if (!first) return null;
  const words = part.evidence.text.slice(part.from);
  const { form } = part;
  const stated = points.map(({ provision }) => provision.says + quoteOf(asked.book, provision).text).join('');
  const gap = (name: string): Gap => ({
    topic: first.topic,
    nearest: first.provision.clauses[0] ?? '',
    says: `规则未规定${name}。`,
  });
  if (first.topic.startsWith('leave.') && DAYS_OFF.test(words)) return gap('休假的天数');
  const time = ASKS_RHYTHM.test(words) ? STATES_RHYTHM : STATES_TIME;
  const states = time.test(stated) || (RHYTHMS.includes(first.topic) && stated.includes('定期'));
  if (ASKS_TIME.test(words) && !form.who && !form.how && !WANTS_YES.test(words) && !states)
    return gap('具体的时限、次数');
  if (RHYTHM.test(words) && !COUNTS.test(stated)) return gap('具体的次数');
  if (!isYesNo(form) || has(part.evidence, 'reachable')) return null;
  const sides = form.may || CLAIMS.test(words) ? SIDES : [...SIDES, ...BODIES];
  const named = sides.filter(([question]) => question.test(words));
  const side = named.find(([, rule]) => !rule.test(stated));
  return side ? { ...gap(side[2]), beside: named.some(([, rule]) => rule.test(stated)) } : null;
}
