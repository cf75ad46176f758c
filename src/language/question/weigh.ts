import { lately } from '../lately.ts';
import { CONCEPTS } from '../lexicon/index.ts';
import { matcher, mayMatch } from '../matcher.ts';
import { scan } from './scan.ts';

/** How strongly a text reads as a question rather than as something to be done. */
export interface QuestionWeight {
  /** Above 0 it is a question, the further the surer; roughly -5 to 5. */
  score: number;
  /** The words it rests on, each with what it gave. */
  evidence: { words: string; gave: number }[];
}

/** Words that ask, wherever they stand. */
const ASKING: readonly [RegExp, number][] = [
  [/[?？]/, 2.5],
  [/谁|哪[位个些儿里家级边块一天种样类]|什么|啥|几时|何时|多久|多少|多长|如何|怎么|怎样|咋|为何|为什么/, 3],
  [/还是|报哪|送哪|最[晚迟早]|百分之几|第几|几号/, 2],
  [/能不能|可不可以|行不行|要不要|用不用|是不是|需不需要|该不该|算不算|能否|可否|是否|有没有|对不对|好不好|准不准/, 3],
  [/(?:吗|么|呢|不|吧)[?？。!！]*$/, 2],
  [/(?:行|可以|能行|好|成|对|够)(?:吗|不|么|吧)/, 2],
  [/几(?:天|个|件|样|次|号|人|家|种|日|项|回|点|位|年|月|条|周)/, 2.5],
  [/规定|要求|时限|标准|条款|依据|第.{1,4}条/, 0.8],
  [/^(?:请问|想问|问一下|咨询|请教(?![体育科师委务])|了解一下|查一下|帮我查|告诉我|说说|讲讲|麻烦告诉)/, 3],
];
/** Words that do: filing, sending, deciding, correcting. */
const DOING: readonly [RegExp, number][] = [
  [
    /^(?:请假(?![不要需找的吗得可能手流程])|销假(?![要的吗])|登记|补登记|报议题|提交|发起|通知(?![我了])|撤回|取消|改成|改为|转给|申请|邀请(?![^，。,]{0,24}(?:几|多少|提前|谁|怎么|哪))|报备|上报|督办(?![工件责情事的由])|同意|不同意|收到|好的|你好|谢谢|已办结|无不同意见|有不同意见|已阅|已备案|参加)/,
    2.5,
  ],
  [/请(?:送|发起|报|签|审查|审核|审批|批准|督办|催|转|通知|协助|办理|各单位|予以|您|查收|审阅)/, 1.5],
  [/代为主持|由.{2,8}(?:主持|负责)(?:工作)?$|附件|已附|已拟好|已做|随附|现报|特此/, 1.5],
  [/^(?:我|本人).{0,12}(?:去|到|赴|因|要去|请假|出差).{2,}/, 1],
  [/不对，|更正|应该是周|应该是\d/, 1.5],
];
const DATE = matcher(/\d{1,2}月\d{1,2}[日号]|下?周[一二三四五六日天]|明天|后天|今天/g);
const EACH_DATE = 0.5;
const MOST_DATES = 3;

/**
 * Weighs question against act: 请假找谁 is a question, 请假3月5日去济南 an act, 我3月5日出差报谁 a question again.
 * @param text normalised
 */
export const weighQuestion = lately((text): QuestionWeight => {
  const evidence: QuestionWeight['evidence'] = [];
  const weigh = (list: typeof ASKING, sign: 1 | -1): void => {
    for (const [pattern, gave] of list) {
      const m = mayMatch(pattern, text) ? pattern.exec(text) : null;
      if (m) evidence.push({ words: m[0].slice(0, 20), gave: sign * gave });
    }
  };
  weigh(ASKING, 1);
  weigh(DOING, -1);
  const dates = (text.match(DATE) ?? []).slice(0, MOST_DATES);
  if (dates.length > 0) evidence.push({ words: dates.join(' '), gave: -EACH_DATE * dates.length });
  const noun = evidence.length === 0 ? bareNoun(text) : null;
  if (noun) evidence.push(noun);
  return { score: evidence.reduce((sum, { gave }) => sum + gave, 0), evidence };
});

/** 常务会到会人数, 督办责任单位: a bare term of the rules is looked up, nothing is done with it. */
function bareNoun(text: string): { words: string; gave: number } | null {
  if (text.length > 20 || /[我你他把请向委托代，。,]/.test(text)) return null;
  const said = scan(text).filter(({ concepts }) => concepts.some((c) => CONCEPTS[c]?.class !== 'ask'));
  return said.length >= 2 ? { words: text, gave: 0.5 } : null;
}
