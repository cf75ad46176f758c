/** 督查督办: items from decisions and instructions, their progress, delay, closing and register. */
import type { Decision } from '../src/core/decision.ts';
import type { Matter } from '../src/core/matter.ts';
import { sayPerson } from '../src/core/roster.ts';
import { matcher } from '../src/language/matcher.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { resume } from './papers/unfinished.ts';
import { isQuestion, punctuated } from './punctuation.ts';
import { ITEM, likeness, mayOversee, overview, report, tasksOf } from './supervision/ledger.ts';
import { CAMPAIGN, COLOURED, campaign, colour } from './supervision/limits.ts';
import { followers, MOVE_DUE, moveDue, newsIn, takeNews } from './supervision/progress.ts';
import { readItem } from './supervision/read.ts';
import { register } from './supervision/register.ts';

type Intent = 'register' | 'news' | 'overview' | 'report' | 'move' | 'campaign' | 'colour';

/** 监督办法 is none. */
const SUBJECT = /(?<!监)督办|督查|交办/;
const REGISTER = matcher(
  /(?:列入|纳入|入|转|请|予以|登记|立项|跟踪|抓好|做好)[^，。；]{0,10}(?:督办|督查(?!活动|方案|工作计划|考核|检查))|(?:督办|督查)(?:事项|件|任务)?(?:登记|立项)|(?:登记|新增|添加|增加)[^，。；]{0,6}(?:督办|督查)|(?:列|立|登|加|建)(?:个|一个|一项|一件|一条|条|项|件|入|进)[^，。；]{0,4}(?:督办|督查(?!活动|方案|考核|检查))|^(?:请)?督办|督办[。！!]*$|(?:交办|批示)[^。]{0,60}(?:完成|办结|落实|办理)/,
);
/** 常务会定的…让水利局5月底前干完，盯一下: an order to follow up without the word 督办. */
const FOLLOWED = matcher(
  /盯(?:一下|着|紧|住|办)?|催(?:一下|着|办)|跟(?:一下|进|踪)|督(?:一下|促|着)|抓(?:好|一下)?落实|(?:转|交)(?:给|由)?[^，。；]{2,12}(?:局|镇|街道|委|办)/,
);
/** 挂账盯着, 登记下: an order by somebody who may give it, with owner and term. */
const ORDERED = matcher(/盯(?:一下|着|紧|住|办)|催(?:一下|着|办)|跟(?:一下|进|踪)|挂账|登记(?:一下|下|上)?[。！]?$/);
const FROM_ABOVE =
  /政府工作报告|民生实事|(?:代表|人大|委员|政协)[^，。；]{0,6}(?:建议|提案)|(?:会议?|会上)(?:上)?[^，。；]{0,6}(?:定|议定|决定|通过|要求|明确)|(?:领导|区长|书记)[^，。；]{0,12}(?:批示|批[了的]|交办|交代|要求|签批)/;
const OVERVIEW = matcher(
  /(?:督办|督查|交办)[^，。；？]{0,8}(?:台账|清单|列表|情况|进展|进度|总览|汇总)|(?:哪些|几项|多少|还有|列出|查看|看看?|查一?下)[^，。；？]{0,14}(?:督办|督查|交办|没办结|未办结|没办完|逾期|在办)|(?:未办结|没办结|逾期|在办)[^，。；？]{0,6}(?:督办|督查|事项)|(?:督办|督查)(?:事项)?[^，。；？]{0,10}(?:没办结|未办结|没办完|逾期|在办|办得怎么样|办到哪)/,
);
/** 撤回 is the owner's word for any matter. */
const WITHDRAW = matcher(/撤回|撤销|作废|取消(?:督办|督查|该|这)/);
/** Asked about the rule, not about the register. */
const OF_RULE =
  /谁|(?<!我)要(?!看|查)|应|会被|属于|范围|多长|一次|该由|规定|规则|怎么(?:建|报|办|处理)|多久|几天|可以|能不能|是否|要不要|依据|包括|内容|重点/;
const REPORT = matcher(
  /(?:汇总|整理|起草|形成|报送|上报|报告)[^。；]{0,20}(?:落实|督办|督查)(?:落实)?(?:情况|事项)[^。；]{0,12}(?:上报|报送|呈报|报告|报[^，。；]{0,8}领导)|(?:报送|上报|报告)[^，。；]{0,12}(?:会议)?(?:决定|议定)?事项(?:的)?落实情况/,
);

export const supervision: Command = {
  about: 'supervision',
  name: '督办',
  examples: [
    '3月12日区政府常务会议决定，由水利局于3月31日前完成乌河河道清障，请列入督办',
    '督办台账',
    '乌河清障已完成60%',
  ],

  weigh(said: Said, context: Context): Weight | null {
    const spoken = punctuated(said);
    const intent = intentOf(spoken, context);
    if (!intent) return null;
    const { text } = spoken.marked;
    const score: Record<Intent, number> = {
      register: 10,
      overview: 9.5,
      report: 9,
      move: 9,
      campaign: 7.5,
      colour: 8.5,
      news: 7,
    };
    const closer =
      intent === 'news' && (SUBJECT.test(text) || tasksOf(context).some((t) => likeness(said, t.matter) > 0.2)) ? 3 : 0;
    return { score: score[intent] + closer, evidence: [intent] };
  },

  read(now, context) {
    const said = punctuated(now);
    return { intent: intentOf(said, context), ...readItem(said, context) };
  },

  decide(now: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const own = intentOf(punctuated(now), context);
    const said = punctuated(resume(now, context, draft, isWhole(own, punctuated(now), context)));
    switch (intentOf(said, context)) {
      case 'overview':
        return overview(said, context);
      case 'report':
        return mayOversee(context) ? report(context) : overview(said, context);
      case 'move':
        return moveDue(said, context);
      case 'campaign':
        return campaign(said, context);
      case 'colour':
        return colour(said, context);
      case 'news':
        return takeNews(said, context, newsIn(said.marked.text) ?? 'progress');
      default:
        return register(said, context);
    }
  },

  /** All have done theirs: whoever follows the item hears of it. */
  settled(matter: Matter, context: Context): Decision['effects'] {
    if (matter.kind !== ITEM) return [];
    const done = context.facts.stepsOf(matter.id).filter((s) => s.ask === 'do' && s.state === 'done');
    const said = done.flatMap((s) => {
      const person = context.roster.person(s.decidedBy ?? '');
      return person ? [`${sayPerson(person)}报告已办结${s.note ? `（${s.note}）` : ''}`] : [];
    });
    const text = `督办事项办结：${matter.title}。${said.join('；')}。`;
    return [
      { do: 'tell', to: followers(context, matter), status: 'notice', text, quotes: matter.quotes, matter: matter.id },
    ];
  },
};

/** A new wish, or an item with all its parts, is no answer to what was asked; 3月底前完成 is. */
function isWhole(intent: Intent | null, said: Said, context: Context): boolean {
  if (intent === null || intent === 'news') return false;
  if (intent !== 'register') return true;
  const { due, fault, units, lead, unknown } = readItem(said, context);
  return (due !== undefined || fault === true) && (units.length > 0 || lead !== undefined || unknown.length > 0);
}

/** 台风红色预警 is no colour of supervision. */
const WEATHER =
  /(?:台风|暴雨|暴雪|雷电|高温|寒潮|大风|大雾|气象|地质|灾害|洪水|山洪|防汛|降雨|降雪|冰雹|雾霾|污染|天气|火险)[^，。；]{0,8}预警|(?:提请|议题)[^。]{0,60}预警|预警[^。]{0,60}(?:提请|议题)/;
/** 列入督查台账 enters an item, and looks at none. */
const ENTERS = /(?:列入|纳入|登入|录入|记入)[^，。；]{0,6}(?:督办|督查)[^，。；]{0,4}(?:台账|清单)/;

/** 《……》会签延期至6月2日 puts off an answer, and no item. */
const putsOffAnswer = (text: string): boolean => /会签/.test(text) && !SUBJECT.test(text);

/** What a message wants of supervision; `null` when it speaks of nothing of the kind, or only asks after the rule. */
function intentOf(said: Said, context: Context): Intent | null {
  const { text } = said.marked;
  if (WITHDRAW.test(text)) return null;
  const asks = isQuestion(text);
  if (!asks && REPORT.test(text) && !said.marked.dates.some((d) => d.start === null)) return 'report';
  const words = newsIn(text);
  const told = words && tasksOf(context).length > 0 ? words : null;
  const news = told === 'delay' && putsOffAnswer(text) ? null : told;
  // 能否延期到4月20日 is a request, however it is put.
  if (news === 'delay' && said.marked.dates.length > 0) return 'news';
  if (
    OVERVIEW.test(text.replace(/《[^》]*》/g, '')) &&
    !ENTERS.test(text) &&
    !OF_RULE.test(text) &&
    !said.marked.dates.some((d) => d.start === null)
  )
    return 'overview';
  if (asks) return null;
  if (MOVE_DUE.test(text) && (SUBJECT.test(text) || mayOversee(context))) return 'move';
  if (COLOURED.test(text) && !WEATHER.test(text) && /督查|督办|管理|亮|列入|实施|预警|挂|给/.test(text))
    return 'colour';
  if (news && !/请(?:列入|予以)?督办|登记督办/.test(text)) return 'news';
  if (CAMPAIGN.test(text) && /督查/.test(text) && !/(?:列入|纳入)督查|督查事项/.test(text) && !REGISTER.test(text))
    return 'campaign';
  if (REGISTER.test(text) && SUBJECT.test(text)) return 'register';
  // 市里下了督办令: told by somebody who asks for nothing to be followed up.
  const wants = mayOversee(context) || /请|登记|列入|纳入/.test(text);
  const ordered =
    wants &&
    /(?:督|盯|管|跟)起来|督办|督查事项|列入督查(?!考核|检查)/.test(text) &&
    (said.marked.dates.length > 0 || said.marked.units.length > 0);
  const followed =
    FOLLOWED.test(text) &&
    FROM_ABOVE.test(text) &&
    !/纪要|印发|议题|会签/.test(text) &&
    readItem(said, context).units.length > 0;
  const terms = (): boolean => {
    const { due, units } = readItem(said, context);
    return due !== undefined && units.length > 0;
  };
  const assigned =
    ORDERED.test(text) && mayOversee(context) && !/纪要|印发|议题|会签|请假|调研|外出/.test(text) && terms();
  return ordered || followed || assigned ? 'register' : null;
}
