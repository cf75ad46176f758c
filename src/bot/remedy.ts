/** A refused request taken up again in a sentence: 那还是送区府办, 章刚盖好, 那就改请…, 已经批准了，再报一次. */

import type { Command, Context, Said } from '../../commands/command.ts';
import { COMMANDS, reply } from '../../commands/index.ts';
import { asked } from '../../commands/papers/wording.ts';
import { withoutDates } from '../../commands/punctuation.ts';
import { readAgain } from '../../commands/read-again.ts';
import type { Draft } from '../../db/verbs/records.ts';
import type { Decision } from '../core/decision.ts';
import type { Reading } from './interpret.ts';
import { filesIn } from './unfinished.ts';

/** 那就, 好的那, 这个: the matter of just now is gone on with. */
const TAKES_UP =
  /^(?:(?:行|好|哦|嗯|噢|知道|明白|收到|可以|了解|对不起|抱歉|不好意思)(?:的|了|吧|啊)?[，,。!！]?)*(?:那|就|还是|改|换|刚|已|补|重新|再|说漏|更正|忘|[这该](?!周|个?月|几天|两天|星期|礼拜))/;
/** What was wrong is put right, or what excuses it is told. */
const PUTS_RIGHT =
  /(?:改|换|推迟?|挪|延|调|放|往后)(?:成|为|到|至|请|送|报|由|走|好|天|期|[一二两三四五]天)|重新(?:送|报|提|申请|发|来)|再(?:报|送|提|来|发)|(?:补(?:做|办|签|盖|上)?|做|办|签|盖|审|征求|协商|协调|沟通|会签|评估|写|列|改|核|拆|删|去)(?:完|好|齐|妥|过|毕|成|掉|开|了)|(?:已经?|刚刚?|都|现在)[^,，。；]{0,24}(?:了|好|过|同意|批准|完成)|(?:走|送|报|请|经|交|由)[^,，。；]{0,4}(?:办公室|区府办|府办|政府办)|按(?:程序|规定|规矩)|统一(?:组织|安排)|特殊情况|委托|说漏|忘(?:了)?说|更正|只(?:报|送|写|请|主送)|还是(?:请|在|由|送|报)/;
const OUTRIGHT =
  /^(?:这个?)?(?:确实?)?(?:有|属于?|是)?特殊情况|重新|再(?:报|送|提|来|发)|^(?:那|行|好|哦|嗯)|改(?:请|送|报|由|走)|补(?:做|办|签|盖)/;
/** What excuses what was refused, whatever it goes on to tell: 有特殊情况的，市里刚下督办令. */
const EXCUSES = /^(?:这个?|[这那]次)?(?:确实?)?(?:有|属于?|是)?(?:特殊情况|情况(?:特殊|紧急|急))/;
/** 就这样报吧: nothing is put right. */
const INSISTS =
  /就这样|这么(?:办|报|定|着)|照(?:样|旧)|不管|反正|还是(?:先)?直接|通融|破例|下不为例|求(?:你|您)|先(?:报|送|签|发)了再/;
/** 不改了, 章还没补: nothing is put right. */
const NEGATES =
  /(?:不|别|没|未|甭|暂缓)(?:有|再|用|必|想|打算|要|能|会|去|来得及)*(?:改|换|报|送|提|签|盖|补|做|办|走|拆|删|调|推|挪|发|请|商|协|征|会签|批|同意)/;
const GOES_ON = /签|送|报|发|办|印|走|定/;
/** 行吧，那还是…: assent, no question. */
const ASSENTS = /^(?:行|好|可以|成|中)(?:的|了|吧|啊)?[，,。!！]*|还是/g;
/** A longer message without a word that takes the matter up stands by itself. */
const SHORT = 24;
const LONGEST = 90;
const ASKS = 2;
/** Readings this strong are for their own command, unless the matter is taken up outright. */
const STRONG = 6;
const OVERRIDING = 10;

/** What a part of the refused message says that was wrong: not done, passed over, two in one. */
const AT_FAULT =
  /没|未|空着|漏|忘|不(?!同意见|含|属)|直接|绕|跳过|越(?:过|级)|微信|口头|副(?:局长|镇长|职|主任)|先(?=报|送|签|发)|顺便|顺带|[一二三]是|既|[也又]要|[两二三](?:件|个|桩|项)|一并|同时|以后|后补|免了|省了|私下|本人|个人/;
/** What such a part is kept for: title, and in whose name. */
const SUBJECT =
  /《[^》]*》|(?:以|用)?区(?:人民)?政府(?:办(?:公室)?)?(?:的)?名义(?:印?发)?|区府办名义|请示|报告|(?:战略|框架|合作|投资|项目|服务)*(?:协议|合同|备忘录|意向书)/g;
/** 请柬直接发给…: the same leader is to be asked, some other way. */
const SENT_DIRECTLY =
  /(?:把|将)?(?:请柬|请帖|邀请函|邀请信)?(?:就|已|都|我|们|想|要|也)*(?:直接|当面|亲自|私下)?(?:给|向)?(?:发|送|递|寄|交|呈)(?:给|到|至|往)?(?=[^，。；]{0,8}(?:区长|领导))/;

/** 送区长本人手上吧 */
const HANDED_TO = /(区长|领导)(?:本人|个人)?(?:手[上里中])?(?:吧|就行|得了|了)*(?=[，。；,;]|$)/g;
/** 改到22日: the day is another one; 要求20日前上报 moves nothing. */
const MOVES = /改|换|推|挪|延|调|定(?:在|到|于)|提前|放(?:在|到)/;

/** A refusal leaves what was said behind, so that the next sentence may put it right. */
export function keepRefused(command: Command, said: Said, decision: Decision): Decision {
  const refused = decision.status === 'refused' || decision.status === 'not-allowed';
  const kept = decision.effects.some((e) => e.do === 'draft');
  if (!refused || kept || command === reply || command.about === 'rule' || command.about === 'help') return decision;
  const request = {
    of: command.about,
    text: said.marked.original,
    files: said.files,
    refused: true,
    why: decision.text,
  };
  return { ...decision, effects: [...decision.effects, { do: 'draft', about: command.about, request, missing: [] }] };
}

/** Judges the refused request as it now stands; `null` where the message is about something else. */
export function takeUp(draft: Draft, said: Said, context: Context, found: readonly Reading[]): Decision | null {
  const { text, titles } = said.marked;
  const command = COMMANDS.find((c) => c.about === draft.about && c !== reply);
  const before = draft.request.text;
  if (!command || typeof before !== 'string') return null;
  const insists = text.length <= SHORT && INSISTS.test(text) && GOES_ON.test(text);
  const answers = putsRight(text) || mends(text, `${before}${String(draft.request.why ?? '')}`);
  if (!insists && !answers) return null;
  if (titles.length > 0 && !titles.some((t) => before.includes(t))) return null;
  const [best] = found;
  // 《…》盖好章了，报区政府: a request that names its paper again stands by itself.
  if (titles.length > 0 && best?.command === command && best.weight.score >= STRONG) return null;
  // 水库加固已完成一半: news of what is under way, whatever was refused before.
  if (best?.command === command && best.weight.score >= OVERRIDING && !OUTRIGHT.test(text)) return null;
  const limit = OUTRIGHT.test(text) ? OVERRIDING : STRONG;
  if (best && best.command !== command && best.weight.score >= limit && !EXCUSES.test(text)) return null;
  const files = filesIn(draft.request);
  const again = insists
    ? readAgain(`${before}，${said.marked.original}`, files, context)
    : together(before, files, said, context);
  if (!command.weigh(again, context)) return null;
  return keepRefused(command, again, command.decide(again, context));
}

function putsRight(text: string): boolean {
  if (text.length > LONGEST || INSISTS.test(text) || NEGATES.test(text) || !PUTS_RIGHT.test(text)) return false;
  return (
    (TAKES_UP.test(text) || OUTRIGHT.test(text) || text.length <= SHORT) && asked(text.replace(ASSENTS, '')) < ASKS
  );
}

/** What most refusals and requests speak of tells nothing of which one is answered. */
const COMMON =
  /区政|政府|办公|公室|府办|领导|同志|区长|请示|报告|公文|报送|办理|程序|规定|部门|单位|文件|请先|后再|不能|不得/;
/** Said of something: it is there now. */
const THERE = /(?:了|好|齐|完|过|妥|毕|出来|利索|到位|搞定|落实|补上|在(?:上面|后面|附件)|有的)/;
const NEAR = 10;

/** 稳评报告出来了, 章齐了: something that the refusal spoke of is told as done, whatever the words. */
function mends(text: string, refused: string): boolean {
  if (text.length > SHORT || INSISTS.test(text) || NEGATES.test(text) || asked(text) >= ASKS) return false;
  for (let at = 0; at < text.length; at++) {
    const two = text.slice(at, at + 2);
    const spoken =
      (/^[一-鿿]{2}$/.test(two) && !COMMON.test(two) && refused.includes(two)) || isPaperWork(text, at, refused);
    if (spoken && THERE.test(text.slice(at + 1, at + NEAR))) return true;
  }
  return false;
}

/** 章、签、审、评 stand alone in 章齐了, 签过了. */
const isPaperWork = (text: string, at: number, refused: string): boolean =>
  /[章签审评](?![程节])/.test(text.slice(at, at + 2)) &&
  '章签审评'.includes(text.charAt(at)) &&
  refused.includes(text.charAt(at));

/** What was said before, without what the new words replace or put right, and the new words. */
function together(before: string, files: string[], said: Said, context: Context): Said {
  const dated = MOVES.test(said.marked.text) && said.marked.dates.some((d) => !d.title);
  const whole = readAgain(before, [], context);
  const old = dated ? withoutDates(whole) : whole;
  const kept = old.marked.text
    .replace(SENT_DIRECTLY, '邀请')
    .replace(HANDED_TO, '$1')
    .split(/(?<=[，。；！,;!])/)
    .map((part) => (AT_FAULT.test(part) ? (part.match(SUBJECT) ?? []).join('') : part))
    .map((part) => (namesLeader(said) ? withoutLeaders(readAgain(part, [], context)) : part))
    .map((part) => part.replace(/[，。；！,;!]+$/, ''))
    .filter(Boolean);
  return readAgain([...kept, said.marked.original].join('，'), said.files.length > 0 ? said.files : files, context);
}

const LEADS = /mayor$/;
const isLeaderSpan = (span: Said['marked']['people'][number]): boolean =>
  span.candidates.some((c) => LEADS.test(c.position) && c.position !== 'town-mayor');
const namesLeader = ({ marked }: Said): boolean => marked.people.some(isLeaderSpan);

function withoutLeaders({ marked }: Said): string {
  let { text } = marked;
  for (const span of marked.people.filter(isLeaderSpan).sort((a, b) => b.from - a.from))
    text = `${text.slice(0, span.from)}${text.slice(span.to).replace(/^(?:常务)?副?区长/, '')}`;
  return text;
}
