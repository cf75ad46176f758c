/** 议题: who may put one forward, by when, with which papers, and who decides. */
import type { Decision } from '../src/core/decision.ts';
import { matcher } from '../src/language/matcher.ts';
import { judgeAgenda } from './agenda/judge.ts';
import { readAgenda, readTitle } from './agenda/read.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { weigh } from './evidence.ts';
import { inSentences, meetingIn } from './meeting/read.ts';
import { resumeAnew } from './meeting/renewed.ts';
import { asked } from './papers/wording.ts';

const QUESTION = 2;
/** 同意将……列入议题 decides somebody else's. */
const DECIDES = matcher(/^(?:我|本人|原则)?(?:上)?(?:不)?(?:同意|批准|准予|驳回|予以)/);

/** 提请10月15日区政府常务会议研究《…》: the words of a submission, whatever papers it goes on to list. */
const FORMAL =
  /(?<!未|没|没有|未经|不再)(?:提请|提交|报请|申请|拟请|请)[^,。;《]{0,30}?(?:常务|全体|办公|专题|党组)会议?(?:上|临时|紧急|加急|抓紧|集体|专题|一并)*(?:研究|审议|讨论|审定)(?:决定)?(?!过|前|之前|通过|后|同意)/;

const MEETING = '(?:常务|全体|办公|专题|党组)会(?:议)?(?:上|里|中)?';
/** 列到6月26日的常务会议上, 拿到常务会上过一下: whatever is to be brought before a meeting. */
const BRINGS = new RegExp(
  `(?:列|排|纳入|安排|提|报|送|拿|搬|放|塞|加|挂|摆|弄)(?:入|到|进|上|在|给|交|请|报|去)?[^,。;《]{0,24}?${MEETING}(?:[^,。;]{0,8}(?:研究|审议|讨论|议|过|定))?`,
);
/** 想请常务会定一下管护办法 */
const ASKS_MEETING = new RegExp(
  `(?:请|提请|报请|交|让)[^,。;《]{0,8}?${MEETING}[^,。;]{0,4}?(?:定|议|过|听|拍板|把关)(?=一?[下议听]|[,。;]|$)`,
);
/** 4月24日的常务会，我们局想汇报供水方案; 常务会上想加一个议题 */
const WANTS = new RegExp(
  `${MEETING}(?!室|纪要|精神)[^。;]{0,14}?(?:想|拟|要|请|希望|打算|准备|申请|可以|得)[^。;,]{0,10}?(?:加|增加|提|汇报|过一下|研究|议一|议下|听|审议|讨论|排|列|安排|上)`,
);
/** 5月20日的常务会，我局拟提报《排水方案》: a paper of one's own, whatever was done to it before. */
const PUTS_DOWN = new RegExp(
  `${MEETING}(?!室|纪要|精神)[^。;《]{0,20}?(?:提报|提请|申报|上报|提交|上会|汇报|列入|加上|(?:拟|想|要|准备)(?:研究|审议|讨论))[^。;《,]{0,12}《`,
);
/** 拟上常务会议，报请分管副区长协调: a topic that others object to. */
const TO_BE_SETTLED = new RegExp(
  `(?:上|提请|提交|列入)(?:区政府)?${MEETING}[^。;]{0,20}(?:报|请)[^,。;]{0,8}分管[^,。;]{0,6}协调`,
);
/** 我来开常务会: the meeting itself is to be held. */
const HOLDS = new RegExp(
  `(?:我|本人|由我)(?:来|要|想|拟)?(?:开|召集|主持|组织)|(?:召开|开)(?:个|一个|一次)?(?:区政府)?${MEETING}`,
);

/** 能不能临时加个…的议题, with its papers or what is done already: put politely, asking nothing of the rule. */
const WISHED = matcher(/(?:能不能|能否|可否|可不可以|是否可以)(?:临时|再|给|帮)*(?:加|增加|列|排|安排|上|提|报|塞)/);
const FOUNDED = /特殊情况|盖(?:了|好)?章|签(?:了|好)字|协调一致|协商一致/;
const OF_RULE = /谁|什么|多少|几[天个]|提前|怎么|规定|[吗？]/;
const wishes = ({ marked: { text }, files }: Said): boolean =>
  WISHED.test(text) && (files.length > 0 || FOUNDED.test(text)) && !OF_RULE.test(text);

export const agenda: Command = {
  about: 'agenda',
  name: '议题',
  examples: ['水利局提请3月20日的区政府常务会议研究《农村供水保障方案》，已与财政局协调一致，议题材料附上'],

  weigh(message: Said): Weight | null {
    const said = inSentences(message);
    const { text, titles, dates } = said.marked;
    if ((asked(text) >= QUESTION && !wishes(said)) || DECIDES.test(text)) return null;
    return weigh(
      text,
      [
        [
          /(?:提请|提交|报请|申请|提报|送|上(?![午周次旬月个])|拟请)[^,。;]{0,40}?(?:常务会|全体会|办公会|专题会|党组会|区政府会议|上会|会议)[^,。;]{0,16}?(?:研究|审议|讨论|审定|议)?/,
          3.5,
        ],
        [FORMAL, 5],
        [BRINGS, 4],
        [ASKS_MEETING, 5],
        [/会(?:议)?[,，]?(?:请|想|拟|麻烦)?(?:给|帮)?(?:我们?)?(?:加|增加|列|排|添)(?:上|入|进)/, 5],
        [WANTS, /通知|主持|参会/.test(text) ? 0 : 4],
        [PUTS_DOWN, 3],
        [TO_BE_SETTLED, 6],
        [HOLDS, -5],
        [/(?:再|拟|想|要|申请)[^,。;]{0,4}上(?:常务)?会(?!议室)/, /签/.test(text) ? 0 : 4],
        [/不(?:用|再|必|需|打算|准备)?(?:上|开|提请|提交|报|走|经)[^,。;]{0,6}会/, -6],
        [/(?:报|提|加|塞|增加|列)(?:上|个|一个|一|一下)*[^,。;《]{0,12}议题/, 3],
        [/(?:提议|动议|建议)[^,。;《]{0,24}会(?:议)?[^,。;《]{0,4}(?:研究|审议|讨论|议一议)/, 4],
        [/议题/, 2.5],
        [/(?:未|没有?|尚未)(?:提交|提请|上)[^,;，。；]{0,10}会(?:议)?(?:审议|研究|决定)?/, /签/.test(text) ? -6 : 0],
        [/^(?:区政府)?[^,。;]{0,8}议题(?:申报|提报|报送|审批)/, 4],
        [/议题(?:申报|提报|报送|报审|申请)|(?:汇报|提报|申报)(?:部门|单位)/, 3],
        [
          /(?:列入|纳入|安排(?:到|在)?|报上|提交|上)[^,。;]{0,24}?(?:常务会|全体会|办公会|党组会)|(?:会议|拟上会议)(?:名称)?:[^,。;]{0,12}(?:常务|全体|办公)会/,
          2.5,
        ],
        [
          /(?:列入|纳入|作为|增加|加)[^,。;]{0,16}?(?:议题|议程|上会)|上会(?:研究|审议|讨论)|(?:申报|提报|报送|报|提出|临时加|加)(?:一个|个)?议题/,
          3,
        ],
        [
          /(?:已经?|业经)(?:提请|提交|报|经|过|上)?[^,。;]{0,16}会议?[^,。;]{0,4}(?:审议|研究|讨论|审定)(?:并)?通过/,
          -8,
        ],
        [/召开[^,。;]{0,14}(?:会议?|会)|由我(?:召集|主持)|发(?:会议)?通知|请通知/, -4],
        [/纪要|(?<!监)督办|(?<!会)议定|决定事项|请假|销假|撤回|撤销|进度|到哪/, -5],
        [
          /(?:没有|未|没|已|已经|业经)(?:经|提请|提交|过|上)?[^,。;]{0,10}?(?:常务|全体)会议?[^,。;]{0,4}?(?:审议|研究|讨论)|签署|签订|送签发|请签发/,
          -5,
        ],
      ],
      (titles.length > 0 ? 1 : 0) + (dates.length > 0 ? 0.5 : 0) + (said.files.length > 0 ? 0.5 : 0),
    );
  },

  read(said: Said, context: Context): Record<string, unknown> {
    const { stated, ...rest } = readAgenda(inSentences(said), context);
    return { ...rest, done: [...stated.done], undone: [...stated.undone] };
  },

  decide(message: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const said = inSentences(message);
    const complete = meetingIn(said) !== undefined && readTitle(said) !== undefined;
    return judgeAgenda(complete ? said : resumeAnew(said, context, draft), context);
  },
};
