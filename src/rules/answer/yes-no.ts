/** 可以、不可以、是、不是: what a rule's sentence says to a question that wants yes or no. */
import type { Kind } from '../../language/question/evidence.ts';
import { isYesNo } from '../../language/question/form.ts';
import type { Provision } from '../schema.ts';
import type { Party } from '../terms.ts';
import type { Lead, Point } from './context.ts';
import { leaveVerdict, SUFFICES, sufficesVerdict } from './leave-verdict.ts';
import { asksNeed, clauseNaming, clauseOf, demands, forbids, leavesOut, verdictOf, wordOn } from './predicates.ts';
import { whoVerdict } from './who-verdict.ts';

const NEEDLESS = /不必|无需|不需|不用|不再|不提交|不安排|不报|不单独/;
/** 没调研能不能直接定: asked is whether what the rule demands may be left out. */
const SKIPS =
  /(?:没有?|未|不跟|不向|不给|不报|不经|不走|不用|不做|跳过|绕过).{1,12}(?:能不能|能否|可以|可不可以|行不行|行吗|能)/;
/** A rule for the case itself that something was not agreed: going on is what it provides for. */
const UNAGREED = /(?:未能?|不能|仍未)(?:取得|达成|形成)?一致|分歧/;
const ALLOWS = /可以|可由|可委托|可安排|可邀请|可加|可先|可随时|也可|还可|可采用/;

/** 副局长签发行吗、没盖章行吗: the question names the very fault that the rule demands to avoid. */
const FAULTS: Readonly<Partial<Record<string, RegExp>>> = {
  'deputy-signed': /副局长|副职|副手|副镇长|副主任|副科|别人|他人/,
  'no-signer': /(?:没|未|不|忘)[^，。]{0,4}(?:标注|标|写|注)?[^，。]{0,2}签发人/,
  'no-seal': /(?:没|未|不|忘)[^，。]{0,3}(?:盖|章)/,
  informal: /电话|微信|短信|口头|便函|白头|钉钉|邮件/,
  'second-bulletin': /(?:再|多|另|第二|两|三|好几)[^，。]{0,3}(?:办|搞|出|种|份|个|发|报)/,
};

const isFault = ({ provision: { value }, asked }: Point): boolean =>
  value.kind === 'document-fault' && value.faults.some((fault) => FAULTS[fault]?.test(asked.text) ?? false);

/** 商业秘密属不属于…: 属于办公室职权的文件 asks for no such thing. */
const BELONGS = /属不属于|算不算[^，。]*(?:内容|范围)|是否属于|属于[^的能可，。？?]{1,12}(?:的范围)?(?:吗|吧|么)/;

/** 签完再上会行吗 against 签署前应…: what the rule puts first, left for later. */
const REVERSED = /(?:完|后|了)(?:以后|之后)?再[^，。]{1,12}(?:行|可以|吗|吧|成)/;
const FIRST = /前[^，。]{0,2}[应须要]|事先|事前|先/;

type Stated = Pick<Provision, 'value' | 'says'>;

/** 不用区政府同意的协议: the question is about what the rule's condition leaves out. */
const EXEMPTS = /(?:不用|不需|不须|不经|无需|无须|不要)[^，。]{0,8}(?:同意|批准)的/;
/** 自己、擅自 against what the rule ties to somebody's consent. */
const ALONE = /自己|自行|擅自|直接/;
const BY_CONSENT = /经[^，。；]{0,14}(审定|同意|批准|审核)(?:后方可|，?方可)/;
/** 能上会吗、加进去行吗: may it be done, whatever longer word the asking one is part of. */
const MAY = /(?<![才只])能(?![力源量耗够])|可以|行吗|行不|允许/;
/** Circumstances that rules except, each in the words of rule and question alike. */
const EXCEPTED = [/交办/, /绝密|涉密|机密/, /突发/, /涉外/, /统一组织/, /特殊(?:情况|需要|原因)/];

/** Whether the question speaks of just that which the rule excepts: 出了突发事件能直接报区长吗. */
function isException({ provision, asked }: Point): boolean {
  const { value, says } = provision;
  const listed = 'exceptions' in value ? (value.exceptions ?? []).join('、') : '';
  const excepted = listed || (/[；，。]([^；。]*)除外/.exec(says)?.[1] ?? '');
  return EXCEPTED.some((words) => words.test(asked.text) && words.test(excepted));
}

/** The yes or no with which an answer begins; `null` where neither follows from the rule. */
export function yesNoLead(point: Point): Lead | null {
  const { part, provision, asked } = point;
  if (!isYesNo(part.form) || asked.text.includes('还是')) return null;
  if (BELONGS.test(asked.text)) return /(?:不|未)属于/.test(provision.says) ? null : { text: '属于。' };
  if (REVERSED.test(asked.text) && FIRST.test(provision.says)) return { text: '不可以。' };
  if (EXEMPTS.test(asked.text) && /需经[^，。]{0,8}(?:同意|批准)的/.test(provision.says)) return null;
  if (part.form.may && isException(point)) return { text: '可以，属于规则所列的例外情形。' };
  // 没有编号，能报送吗: what stands behind the only part belongs to it
  const words = asked.reading.parts.length > 1 ? part.evidence.text.slice(part.from) : asked.text;
  const may = part.form.may || MAY.test(words);
  const consent = BY_CONSENT.exec(provision.says)?.[1];
  if (may && consent) return { text: ALONE.test(asked.text) ? '不可以自行决定。' : `可以，但须先经${consent}。` };
  if (ORAL.test(words) && WRITTEN.test(provision.says) && !ORAL.test(provision.says))
    return { text: may && !part.form.confirm ? '不可以。' : '不行。' };
  if (SUFFICES.test(words) && stillNeeds(provision, words)) return { text: '不行。' };
  const who = whoVerdict(point);
  if (who !== undefined) return who === null ? null : { text: who };
  if (DEPUTIES.test(words) && HEADS.test(provision.says))
    return { text: may && !part.form.confirm ? '不可以。' : '不行。' };
  if (provision.value.kind === 'meeting-members' || provision.value.kind === 'meeting-observers') return null;
  if (may && isFault(point)) return { text: provision.says.includes('原则上') ? '原则上不可以。' : '不可以。' };
  const special = specialVerdict(provision, words, may);
  if (special !== undefined) return special ? { text: special } : null;
  const elsewhere =
    OTHER_MEETINGS.includes(point.topic) &&
    part.kinds.length > 0 &&
    !part.kinds.some((kind) => provision.says.includes(SHORT[kind]));
  if (may && elsewhere) return { text: '不可以。' };
  const fits = FITS.test(words);
  if ((may || fits) && !UNAGREED.test(provision.says) && leavesOut(asked.text, provision.says))
    return { text: fits ? '不符合规定。' : leftOutVerdict(provision.says) };
  const skipped =
    may &&
    SKIPS.test(asked.text) &&
    demands(provision.says) &&
    !forbids(provision.says) &&
    !UNAGREED.test(provision.says);
  const text = skipped
    ? consentFirst(provision.says)
    : may && !part.form.must
      ? mayVerdict(provision, words)
      : mustVerdict(provision, point);
  return text ? { text } : null;
}

const leftOutVerdict = (says: string): string => {
  const usually = /(原则上|一般)不/.exec(says)?.[1];
  return usually ? `${usually}不可以。` : consentFirst(says);
};

/** 没研究的事能发吗: what the rule wants first isn't done; where that is somebody's consent, whose. */
function consentFirst(says: string): string {
  const [, who, word] = /[须应需]经([^，。；]{1,12}?)(同意|批准|审定)/.exec(says) ?? [];
  return who && word ? `须先经${who}${word}。` : '不可以。';
}

/** 口头说下理由就行了吧 against what a rule wants in writing. */
const ORAL = /口头|电话|微信|短信|捎个话/;
const WRITTEN = /书面|正式公文/;

/** 副区长一签就能印了吧: whether a rule on signing has somebody pass it whom the question leaves out. */
const stillNeeds = ({ value, says }: Stated, question: string): boolean =>
  SIGNED.includes(value.kind) &&
  [
    ...says.matchAll(
      /[经报由](?:所?委托的?)?((?<!副)区长|分管副区长|主持人)[^，。；]{0,4}(?:审[阅定签批核]|同意|批准|签[发署])/g,
    ),
  ].some(([, by]) => by && !new RegExp(`(?<!副)${by}`).test(question));
const SIGNED: readonly string[] = ['signing', 'minutes', 'minutes-mandate', 'minutes-subjects'];

/** 让副局长签就可以了吧 against what a rule has the head do. */
const DEPUTIES = /副(?:局长|镇长|主任|职(?!区))|副手/;
const HEADS = /(?:由|经|须)[^，。；]{0,10}主要负责(?:人|同志)|主要负责(?:人|同志)(?:须|要|亲自|签)/;

/** 合规吗 */
const FITS = /合规|合规定|符合|合适/;

/** Topics of which a rule says in which meetings they are settled; in another they are not. */
const OTHER_MEETINGS: readonly string[] = ['meeting.major-matters', 'decision.meeting'];
const SHORT: Readonly<Record<Kind, string>> = {
  plenary: '全体会议',
  executive: '常务会议',
  'mayor-office': '区长办公会',
  special: '专题会',
  'party-group': '党组会议',
};

/** What follows from the data of a provision; `undefined` where its sentence decides, `null` where neither yes nor no does. */
function specialVerdict({ value, says }: Provision, words: string, may: boolean): string | null | undefined {
  switch (value.kind) {
    case 'leave':
      if (/一样|相同|区别|不同|差别/.test(words)) return null;
      return sufficesVerdict(says, words) ?? (may ? undefined : leaveVerdict(value.noticeDays, says, words));
    case 'meeting-leave':
      return DIRECTLY.test(words) && THROUGH.test(says) ? (may ? '不可以。' : '不是。') : undefined;
    case 'leave-urgent':
      if (may && AFTERWARDS.test(words)) return says.includes('同步') ? '不可以，须同步报备。' : null;
      return undefined;
    case 'reachable':
      return UNREACHABLE.test(words) ? '不可以。' : may ? undefined : '需要。';
    case 'countersign':
      return may && value.hostMaySet && HOST.test(words) ? '可以，主办部门可以另定时限。' : undefined;
    case 'countersign-extension':
      return may && LATER.test(words) ? '可以，须主动与主办部门商定。' : undefined;
    case 'countersign-silence':
      if (DISAGREES.test(words)) return '不是，视为无不同意见。';
      return AGREES.test(words) ? '算，视为无不同意见。' : '是。';
    case 'meeting-limit':
      return value.halfDay && WHOLE_DAY.test(words) ? '一般不可以，时间一般不超过半天。' : undefined;
    default:
      return undefined;
  }
}

/** 直接找区长说 against a rule that has the office collect first. */
const DIRECTLY = /直接/;
const THROUGH = /由区政府办公室汇总|向区政府办公室主任请假/;
const HOST = /主办|牵头/;
const LATER = /延|晚|缓|宽|推|多给|来不及|不够/;
const AFTERWARDS = /事后|回来再|回头|补/;
const UNREACHABLE = /关机|失联|联系不上|打不通|不接|找不到|静音|没信号/;
const DISAGREES = /(?<!无|没有?|没)(?:不同意(?!见)|反对|有意见)/;
const AGREES = /算(?!超时|逾期)|默认|视为|等于|当/;
const WHOLE_DAY = /一?整天|[一1二2两三3]天|全天/;

function mayVerdict({ value, says }: Stated, question: string): string | null {
  if (value.kind === 'event') {
    if (value.effect === 'route') {
      if (value.inPrinciple || forbids(says)) return '一般不可以。';
      return value.events.includes('invite-leader') ? '可以，但须按程序办理。' : null;
    }
    if (value.effect === 'consent-first') return '未经批准不可以。';
    if (value.effect === 'advice') return null;
  }
  if (value.kind === 'agenda-late' && value.exceptSpecial) return '一般不可以，特殊情况除外。';
  const first = verdictOf(says);
  const own = clauseOf(question, says);
  if (own && PERMITS.test(own) && !forbids(own)) return '可以。';
  if (!forbids(first)) return ALLOWS.test(first) ? '可以。' : null;
  // 能不能改成视频开: what the rule recommends it doesn't forbid, whatever else it forbids
  const named = clauseNaming(question, says);
  if (named && !forbids(named) && RECOMMENDS.test(named)) return '可以。';
  const consent = /未经[一-鿿]{0,8}?(批准|同意|审核|审定|许可)/.exec(first)?.[1];
  // 不可以，未经批准，不得…: the sentence says it itself
  if (consent) return first.startsWith('未经') ? '不可以。' : `未经${consent}不可以。`;
  if (first.includes('原则上')) return '原则上不可以。';
  return first.includes('一般') ? '一般不可以。' : '不可以。';
}

/** 不同意见可在区政府内部提出, but not 可行性 and 可持续. */
const PERMITS = /(?<![不方许认])可(?![行持操靠控能供])/;
const RECOMMENDS = /尽可能|尽量|提倡|鼓励|推广|原则上/;

function mustVerdict({ value, says }: Stated, { part, asked }: Point): string | null {
  const first = verdictOf(says);
  if (value.kind === 'circle-means-read') return /同意|批准|赞成|通过|认可/.test(asked.text) ? '不是。' : null;
  if (value.kind === 'supervision') return supervisorVerdict(value.by, asked.text);
  const consent =
    /未经[一-鿿]{0,8}?(?:批准|同意)/.test(first) && /批准|同意|报批|审批|[要用需]批|批吗/.test(asked.text);
  if (consent) return '需要。';
  if (NEEDLESS.test(first) && (part.form.must || asked.text.includes('要')))
    return /一般|原则上/.test(first) ? '一般不需要。' : '不需要。';
  const word = wordOn(asked.text, says);
  if (word === 'demanded' && STILL.test(asked.text)) return null;
  if (word === 'demanded' && NEEDLESS_CLAIM.test(asked.text)) return '不行。';
  const excepted = ALL.test(asked.text) ? /除[^，。；]{2,24}外/.exec(says)?.[0] : undefined;
  if (word === 'demanded') return `${excepted ? `${excepted}，` : ''}${asksNeed(asked.text) ? '需要。' : '是。'}`;
  const need = asksNeed(asked.text.replace(NEEDS_NONE, ''));
  if (need && (word === 'forbidden' || forbids(clauseOf(asked.text, says) ?? ''))) return needlessVerdict(says);
  return !part.form.must && forbids(first) && (word === 'forbidden' || !demands(first))
    ? mayVerdict({ value, says }, asked.text)
    : null;
}

/** 是不是都得公布: what the rule excepts makes it not all. */
const ALL = /都[得要须该是]|一律|全部|所有|凡是/;
/** 因特殊需要 asks for no need. */
const NEEDS_NONE = /(?:特殊|根据|工作|确有|实际)需要/g;
/** 要不要发 where the rule has it not done. */
const needlessVerdict = (says: string): string => {
  const usually = /一般|原则上/.exec(says)?.[0] ?? '';
  return /不得|严禁|不准/.test(says) ? `${usually}不可以。` : `${usually && '一般'}不需要。`;
};

/** 不用盖章吧 */
const NEEDLESS_CLAIM = /(?:不用|不必|无需|不需要?|用不着)[^，。]*吧/;
/** 还用发纸质的吗: no is expected, and a demand is none of it. */
const STILL = /还(?:用|需要|得)?再|还用/;

/** 是区政府办公室督办，对吧: the body named against the one that the rule names. */
function supervisorVerdict(by: Party, question: string): string | null {
  const named = /督查(?:工作)?中心/.test(question)
    ? 'supervision-center'
    : /办公室|政府办|区府办/.test(question)
      ? 'government-office'
      : null;
  return named && (named === by ? '是。' : '不是。');
}
