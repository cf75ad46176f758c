/** 议题: who may put one forward, by when, with which papers, and who decides. */
import type { Decision } from '../src/core/decision.ts';
import { weighQuestion } from '../src/language/question.ts';
import { judgeAgenda } from './agenda/judge.ts';
import { readAgenda, readTitle } from './agenda/read.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { weigh } from './evidence.ts';
import { inSentences, meetingIn } from './meeting/read.ts';
import { resumeAnew } from './meeting/renewed.ts';

const QUESTION = 2;
/** 同意将……列入议题 decides somebody else's. */
const DECIDES = /^(?:我|本人|原则)?(?:上)?(?:不)?(?:同意|批准|准予|驳回|予以)/;

/** 提请10月15日区政府常务会议研究《…》: the words of a submission, whatever papers it goes on to list. */
const FORMAL =
  /(?<!未|没|没有|未经|不再)(?:提请|提交|报请|申请|拟请|请)[^,。;《]{0,30}?(?:常务|全体|办公|专题|党组)会议?(?:上)?(?:研究|审议|讨论|审定)(?:决定)?(?!过|前|之前|通过|后|同意)/;

export const agenda: Command = {
  about: 'agenda',
  name: '议题',
  examples: ['水利局提请3月20日的区政府常务会议研究《农村供水保障方案》，已与财政局协调一致，议题材料附上'],

  weigh(message: Said): Weight | null {
    const said = inSentences(message);
    const { text, titles, dates } = said.marked;
    if (weighQuestion(text).score >= QUESTION || DECIDES.test(text)) return null;
    return weigh(
      text,
      [
        [
          /(?:提请|提交|报请|申请|提报|送|上|拟请)[^,。;]{0,40}?(?:常务会|全体会|办公会|专题会|党组会|区政府会议|上会|会议)[^,。;]{0,16}?(?:研究|审议|讨论|审定|议)?/,
          3.5,
        ],
        [FORMAL, 5],
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
        [/召开[^,。;]{0,14}(?:会议?|会)|由我(?:召集|主持)|发(?:会议)?通知|请通知/, -4],
        [/纪要|督办|议定|决定事项|请假|销假|撤回|撤销|进度|到哪/, -5],
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
