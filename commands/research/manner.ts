/** 轻车简从: escorts, welcomes, company and places that the rule rules out on research trips. */
import { type Decision, reply } from '../../src/core/decision.ts';
import { isLeader, type Person, sayPerson } from '../../src/core/roster.ts';
import { matcher } from '../../src/language/matcher.ts';
import { quotesOf } from '../../src/rules/quote.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import type { Context, Said } from '../command.ts';
import { nearest } from '../nearest.ts';
import { leadersIn } from '../papers/units.ts';

interface Manner {
  /** The rule's word among what it forbids. */
  word: RegExp;
  said: RegExp;
  /** What is wanted instead, said to be so. */
  kept?: RegExp;
  topic: string;
}

const MANNERS: readonly Manner[] = [
  {
    word: /警车/,
    said: /警车|警用车|交警[^，。；]{0,8}(?:带路|开道|护送|引导)|开道|带路车|引导车/,
    topic: 'research.manner',
  },
  {
    word: /迎送|远送/,
    said: /(?:到|在|去|至|于)[^，。；]{0,12}(?:界|路口|高速|收费站|村口|镇口|门口|桥头|交界)[^，。；]{0,14}(?:迎|接|等候|送)|列队|夹道|迎送|高接远送|欢迎(?:横幅|标语|队伍|仪式)|拉(?:起)?(?:欢迎)?横幅|献花|红毯|组织[^，。；]{0,10}(?:欢迎|迎接)/,
    topic: 'research.manner',
  },
  {
    word: /集中|轮番/,
    said: /(?:集中|轮番|轮流|一起|一同|组团|扎堆)[^，。；]{0,12}(?:到|去|赴|前往|来)[^，。；]{0,20}|(?:到|去|赴|前往)[^，。；]{0,16}(?:集中|轮番|轮流)/,
    topic: 'research.gathering',
  },
  {
    word: /乘车/,
    said: /各(?:自)?(?:坐|乘|开)各(?:自)?的?车|一人一(?:辆|台)?车|(?:自己|各自|单独|分别|分头)(?:开|坐|乘|派)[^，。；]{0,2}车|分(?:散|头)乘车|(?:不|别|没)(?:安排|坐|搞)?集体乘车|自驾/,
    kept: /(?<!不|别|没)集体乘车|(?:坐|乘)(?:一辆|同一辆|中巴|面包车|中型客车|大巴)/,
    topic: 'research.manner',
  },
  {
    word: /自助/,
    said: /桌餐|围桌|摆[^，。；]{0,3}桌|酒席|大餐|(?:不|别)(?:吃|安排|搞|用|要)?自助/,
    kept: /(?<!不|别|吃)(?:安排|吃|用)?自助餐/,
    topic: 'research.manner',
  },
  { word: /名胜|风景/, said: /名胜|古迹|风景区|风景名胜|景区|景点|旅游区/, topic: 'research.scenic' },
];

const DENIED = /(?:(?<!能|可|要|行|好|是)不|无需|不用|不要|没有?|未|取消|避免|严禁|杜绝|谢绝)[^，。；]{0,6}$/;

const mannersIn = (text: string): Manner[] =>
  MANNERS.filter(({ said }) => {
    const found = said.exec(text);
    return found !== null && !DENIED.test(text.slice(0, found.index));
  });

const VISIT = /调研|视察|检查(?:工作|指导)|考察|蹲点|走访/;
const LEADER = matcher(/区长|区(?:政府)?领导|分管领导|主要领导/);
const ASKS = /请|安排|准备|组织|拟|计划|打算|派|协调/;

/** Whether a message asks for something about a leader's trip that rules speak of. */
export function asksManner(said: Said, context: Context): boolean {
  const { text } = said.marked;
  if (!LEADER.test(text) && !isLeader(context.sender)) return false;
  const goes = VISIT.test(text) || /(?:去|到|来|赴)[^，。；]{2,}|[要会]来(?=[，。；]|$)/.test(text);
  if (!goes) return false;
  if ((companions(said, context) ?? 0) > 0) return true;
  const met = mannersIn(text).filter((m) => m.topic !== 'research.gathering' || leadersNamed(said) > 1);
  return (
    met.some((m) => m.topic !== 'research.scenic' || ASKS.test(text)) ||
    (VISIT.test(text) && MANNERS.some(({ kept }) => kept?.test(text)))
  );
}

const leadersNamed = (said: Said): number =>
  /(?:各位|全体|所有|[几多两三四五六]位|[两三四五六]个)(?:区)?(?:政府)?(?:领导|副区长)/.test(said.marked.text)
    ? 2
    : new Set(leadersIn(said).map((l) => l.person.id)).size;

export interface MannerVerdict {
  refusals: Provision[];
  warnings: Provision[];
  /** What was asked for that the rule says nothing of. */
  silent: string[];
  /** Held against the rule and found to agree. */
  kept: Provision[];
}

/** Holds a trip against what the rule forbids. */
export function weighManner(said: Said, context: Context): MannerVerdict {
  const verdict: MannerVerdict = { refusals: [], warnings: [], silent: [], kept: [] };
  const { text } = said.marked;
  for (const manner of mannersIn(text)) {
    if (manner.topic === 'research.gathering' && leadersNamed(said) < 2) continue;
    const rule = context.book.find('research-manner', (v) => v.forbidden.some((f) => manner.word.test(f)));
    if (!rule) verdict.silent.push(manner.topic);
    else (rule.value.inPrinciple ? verdict.warnings : verdict.refusals).push(rule);
  }
  const kept = MANNERS.filter((manner) => manner.kept?.test(text)).flatMap(
    (manner) => context.book.find('research-manner', (v) => v.forbidden.some((f) => manner.word.test(f))) ?? [],
  );
  if (verdict.refusals.length === 0) verdict.kept.push(...new Set(kept));
  weighCompany(said, context, verdict);
  return verdict;
}

const MANY = 99;
const NUMERALS: Readonly<Record<string, number>> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const TOWN = /镇|街道|乡|管委/;

/** 陪同人员：镇长、副书记，共两人 */
const LIST = /陪同(?:人员|名单|领导|干部|的)[^，。；：]{0,4}(?:：|是|为|有)+([^。；]{2,80})/;
const NUMBER = '([一二两三四五六七八九十]|\\d{1,2})(?:名|位|个|人)';
const TOTAL = new RegExp(`(?:共计?|总共|一共)${NUMBER}`);

const numberOf = (said: string): number => NUMERALS[said] ?? Number(said);

/** How many people a list names: its own total, else each by his number. */
function peopleIn(list: string): number {
  const total = TOTAL.exec(list)?.[1];
  if (total) return numberOf(total);
  const parts = list.split(/[、，]|和|及|与/).filter(Boolean);
  const counts = parts.map((part) => numberOf(new RegExp(NUMBER).exec(part)?.[1] ?? '一'));
  // 我和镇长两名, 镇长和分管副镇长两人: what stands behind the last of them sums up; 两名副镇长 adds.
  const last = parts.at(-1) ?? '';
  if (counts.at(-1) === parts.length && !new RegExp(`^${NUMBER}`).test(last)) return parts.length;
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many of a town accompany; `undefined` when nobody is said to. */
function companions(said: Said, { sender }: Context): number | undefined {
  const { text } = said.marked;
  const list = TOWN.test(text) || TOWN.test(sender.unit) ? LIST.exec(text)?.[1] : undefined;
  if (list) return peopleIn(list);
  const found =
    /([^，。；：:]{0,60}?)(?:都|全程|一路|一起|一道)*(?:陪(?:同|着|他|一下|一趟|她|(?=[，。；！]|$))|跟(?:着|随|在)|随(?:同|行|从))/.exec(
      text.slice(0, 2000),
    );
  if (!found || DENIED.test(found[1] ?? '')) return undefined;
  const words = found[1] ?? '';
  if (!TOWN.test(words) && !TOWN.test(sender.unit)) return undefined;
  if (/班子|全体|各位|所有|若干/.test(words)) return MANY;
  const own = words.replace(/^.*(?:由|安排|派|让|请)/, '');
  if (/[、和及与]/.test(own) && new RegExp(NUMBER).test(own)) return peopleIn(own);
  const count = /([一二两三四五六七八九十]|\d{1,2})(?:名|位|个|人)/.exec(
    `${words} ${text.slice(found.index + found[0].length, found.index + found[0].length + 10)}`,
  )?.[1];
  if (count) return numberOf(count);
  const named =
    words.match(/书记|(?:副|分管)*镇长|(?:人大)?主席|主任|委员|负责(?:人|同志)|我|本人|所长|站长|干部/g) ?? [];
  return named.length > 0 ? named.length : undefined;
}

function weighCompany(said: Said, context: Context, verdict: MannerVerdict): void {
  const count = companions(said, context);
  if (count === undefined) return;
  const mayor =
    visitors(said, context).some((p) => p.position === 'mayor') || /(?:区政府)?主要领导/.test(said.marked.text);
  const rule = context.book.find('research-company', (v) => v.of === (mayor ? 'mayor' : 'other-leaders'));
  if (!rule) {
    verdict.silent.push('research.company');
    return;
  }
  const byHead = !rule.value.heads || isHead(said, context);
  (count > rule.value.companions || !byHead ? verdict.refusals : verdict.kept).push(rule);
}

/** 主要负责同志: not a deputy. */
function isHead(said: Said, { sender }: Context): boolean {
  const words = /([^，。；：:]{0,30})(?:陪|跟着|跟随|随同|随行)/.exec(said.marked.text)?.[1] ?? '';
  if (/我|本人/.test(words)) return sender.position !== 'staff';
  return !/副(?:镇长|书记|主任)|分管|委员|所长|站长/.test(words);
}

const visitors = (said: Said, { sender }: Context): Person[] =>
  leadersIn(said)
    .map((l) => l.person)
    .filter((p) => p.id !== sender.id);

/** 多找几个科长陪同, 隆重接待: more of what the rules want less of. */
const CROWD =
  /多(?:安排|找|派|叫|带|去|来|配|请)[^，。；？]{0,10}(?:陪|人跟|跟着|随行)|(?:隆重|高规格|热烈|像样)[^，。；？]{0,6}(?:接待|欢迎|迎接)/;

/** Whether a message would have more company or a grander reception on a leader's trip. */
export const wantsCrowd = (said: Said): boolean =>
  CROWD.test(said.marked.text) && LEADER.test(said.marked.text) && VISIT.test(said.marked.text);

/** What the rule says of company in general, where it does. */
function answerCrowd({ book }: Context): Decision | null {
  const rule = book.provisions.find((p) => /减少陪同/.test(p.says));
  return rule
    ? reply('research', 'answered', `不宜增加陪同、提高接待规格。${rule.says}`, quotesOf(book, [rule]))
    : null;
}

/** The answer to a request about a trip's manner. */
export function judgeManner(said: Said, context: Context): Decision {
  const crowd = wantsCrowd(said) ? answerCrowd(context) : null;
  if (crowd) return crowd;
  const { refusals, warnings, silent, kept } = weighManner(said, context);
  const { book } = context;
  const [who] = visitors(said, context);
  if (refusals.length > 0) return refuseManner(context, refusals);
  if (warnings.length > 0 || kept.length > 0) {
    const text = `${kept.map((p: ProvisionOf<'research-company'> | Provision) => `符合规则：${p.says}`).join('')}${warnings.map((p) => `请注意：${p.says}确属工作需要的，由您和有关方面掌握。`).join('')}`;
    return reply('research', 'answered', text, quotesOf(book, [...kept, ...warnings]));
  }
  const says = [...new Set(silent)].flatMap((topic) => book.byTopic(topic).silence?.says ?? []);
  return reply(
    'research',
    'not-found',
    `${says.join('') || `规则未对${who ? `${sayPerson(who)}` : '领导同志'}调研中的此项安排作出规定。`}本助手不作推断，请从简安排或与区政府办公室联系。`,
    [],
    { aside: nearest(context, [...silent, 'research.manner'], '调研 轻车简从 减少陪同') },
  );
}

/** Several things that one provision forbids are refused with one word. */
export const refuseManner = (context: Context, refusals: readonly Provision[]): Decision =>
  reply(
    'research',
    'refused',
    `未予受理：${[...new Set(refusals.map((p) => p.says))].join('')}请按规则从简安排。`,
    quotesOf(context.book, refusals),
  );
