/** 接待: visits of superiors and of other governments, their plan and its way. */
import { sayDay } from '../src/core/day.ts';
import { type Decision, reply } from '../src/core/decision.ts';
import type { PlannedStage } from '../src/core/matter.ts';
import { isDeputyMayor } from '../src/core/roster.ts';
import type { Missing } from '../src/core/vocabulary.ts';
import { dayRange } from '../src/language/dates/read.ts';
import { matcher } from '../src/language/matcher.ts';
import { quotesOf } from '../src/rules/quote.ts';
import type { ProvisionOf } from '../src/rules/schema.ts';
import type { ValueOf } from '../src/rules/value.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { weigh } from './evidence.ts';
import { nearest } from './nearest.ts';
import { standingFor } from './papers/standing.ts';
import { askFor, resume } from './papers/unfinished.ts';
import { leadersIn, OFFICE_UNIT, unitsIn } from './papers/units.ts';
import { planRoute } from './plan.ts';
import { isQuestion, punctuated, withoutDates } from './punctuation.ts';
import { judgeGifts, speaksOfGifts } from './reception/gifts.ts';

type Guests = ValueOf<'reception'>['guests'];

const COMING =
  /(?<![本原递送报寄交发呈拿])(?:来|到|莅临|赴)(?:我|本|我们|咱|咱们|咱们这)?(?:区|市|镇|街道|局|单位)|来访|来区|莅临|(?<![本原])来我|(?<![本原回出])来(?:检查|指导|调研|视察|督导|考察|参观|观摩|走访)|一行/;
const SUPERIORS = matcher(
  /(?:[省市](?:委|政府|人大|政协|直|纪委|级)|[省市][一-鿿]{1,10}?(?:局|厅|委|办|部|院)|国家|中央|国务院|部委|[一-鿿]{2,6}部(?=[^门])|厅长|(?:副)?市长|(?:副)?省长|巡视组|督察组|督导组|检查组|上级|[省市](?:里|领导))/,
);
const OTHERS = matcher(
  /外地|外省|外市|外县|兄弟(?:县|区|市|城市)|友好(?:县|区)|(?:县委|县政府|县长|县领导|副县长)|旗(?:委|长|政府|人民政府)|考察团|党政代表团|[一-鿿](?![向报送呈给本我咱全们经由和与请到来用])[一-鿿](?:县|区)(?:委|政府|人民政府|党政|区长|副区长|一行|考察)/,
);
const IMPORTANT = matcher(/重要(?:来宾|客人|宾客|嘉宾|客商)/);
const PLAN = /接待(?:工作)?方案/;
const PLAN_GIVEN =
  /(?:现|特|已|一并|随文|同时)[^，。；]{0,8}(?:提报|报送|上报|报|附|呈)[^，。；]{0,10}方案|方案[^，。；]{0,6}(?:已|如下|附[后上着在]|见附件|随附|在附件|[:：])|附[^，。；]{0,6}方案/;
const NO_PLAN = /方案[^，。；]{0,4}(?:没|未|现写|再写|以后|回头|后补)|(?:没|未)[^，。；]{0,4}方案/;
/** 不用报区委办了, 直接定: the reporting that the rule wants is passed over. */
const PASSED_OVER =
  /(?:不用|不必|无需|先不|不|没|未|懒得)(?:再|打算|准备)?(?:报|告诉|惊动|经)(?:给|到|告)?[^，。；]{0,4}(?:区委|区(?:人民)?政府|政府办|府办|办公室|领导|区长)|(?:自己|直接)(?:就)?(?:定|安排|接待|接)(?:了|就行|吧|一下|$|[，。；！])/;
const TOPIC_OF: Record<Guests, string> = {
  'city-or-higher': 'reception.superiors',
  'other-counties': 'reception.others',
  important: 'reception.important',
  any: 'reception.standard',
};

const TITLES: Record<Guests, string> = {
  'city-or-higher': '上级领导来区接待方案',
  'other-counties': '外地领导来区接待方案',
  important: '重要来宾报告',
  any: '接待方案',
};

/** 邹平市政府代表团 where the own city is another one; unknown where the rules' title names no city. */
function fromOtherCity(text: string, own: string): boolean {
  const city = /^([一-鿿]{2,3}市)/.exec(own)?.[1];
  const named = /([一-鿿]{2}市)(?:委|政府|人民政府|副?市长|党政|代表团|考察)/.exec(text)?.[1];
  return city !== undefined && named !== undefined && named !== city && /考察|学习|参观|交流|代表团|一行/.test(text);
}

/** 向区委办公室、区政府办公室报告: whom the own district is told by, no visitors. */
const OWN_BODIES =
  /区(?:委|(?:人民)?政府)(?:、区(?:委|(?:人民)?政府))?办公室|(?<=[向报请经由和与跟及给、])区(?:委|(?:人民)?政府)/g;

/** Whose visit it is. A town's or district's government from elsewhere, else superiors, else guests called important. */
function guestsOf(text: string, { name, title }: Context['book']): Guests | null {
  const others = text.replaceAll(name, '').replace(OWN_BODIES, '');
  if (OTHERS.test(others) || fromOtherCity(text, title)) return 'other-counties';
  if (SUPERIORS.test(text)) return 'city-or-higher';
  return IMPORTANT.test(text) ? 'important' : null;
}

/** Less than this is a word in passing. */
const LEAST = 3;
const GIFTS = 9;

export const reception: Command = {
  about: 'reception',
  name: '接待',
  examples: ['省水利厅领导3月20日来我区检查防汛工作，现报接待方案'],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = punctuated(said).marked;
    if (speaksOfGifts(text, context)) return { score: GIFTS, evidence: ['送礼、宴请'] };
    if (isQuestion(text)) return null;
    const guests = guestsOf(text, context.book);
    const visit = guests !== null && COMING.test(text);
    const weight = weigh(text, [
      [PLAN, 6],
      [/方案/, said.files.some((f) => /接待/.test(f)) ? 3 : 0],
      [/接待|来访|到访|做好[^，。；]{0,6}迎检/, guests ? 4 : 2],
      [COMING, visit ? 4 : 0],
      [IMPORTANT, 4],
      [/检查|指导|调研|视察|督导|考察|学习交流|参观|观摩/, visit ? 2.5 : 0],
      [/(?:召开|举办|举行)[^，。；]{0,20}(?:会|论坛)/, -4],
      [/请假|外出|督办|会签|纪要|议题|群众来访|信访/, -5],
    ]);
    return weight && weight.score >= LEAST ? weight : null;
  },

  read(said, context) {
    const { text } = punctuated(said).marked;
    return { guests: guestsOf(text, context.book), plan: PLAN_GIVEN.test(text) };
  },

  decide(now: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const own = punctuated(now);
    if (speaksOfGifts(own.marked.text, context)) return judgeGifts(own.marked.text, context);
    const whole = guestsOf(own.marked.text, context.book) !== null && own.marked.dates.length > 0;
    const said = punctuated(resume(now, context, draft, whole));
    const { text } = said.marked;
    const guests = guestsOf(text, context.book) ?? 'any';
    const rule = ruleFor(context, guests, text);
    if (!rule) return notFound(said, context, guests);
    const standing = standingFor(context, 'reception', undefined, text);
    if (!('owner' in standing)) return standing;
    const named = unitsIn(said).find((u) => context.roster.headOf(u.unit));
    const head = context.sender.unit === OFFICE_UNIT && named ? context.roster.headOf(named.unit) : undefined;
    return open(said, context, head?.id ?? standing.owner, rule);
  },
};

function ruleFor({ book }: Context, guests: Guests, text: string): ProvisionOf<'reception'> | undefined {
  const exact = book.find('reception', (v) => v.guests === guests || v.guests === 'any');
  return exact ?? (IMPORTANT.test(text) ? book.find('reception', (v) => v.guests === 'important') : undefined);
}

function notFound(said: Said, context: Context, guests: Guests): Decision {
  const topic = TOPIC_OF[guests];
  const { silence } = context.book.byTopic(topic);
  const aside = nearest(context, [topic, 'reception.standard', 'reception.simple'], '公务接待');
  return {
    ...reply(
      'reception',
      'not-found',
      `${silence?.says ?? '规则未规定此类接待的报批程序。'}本助手不作推断，请与区政府办公室联系。`,
      [],
      { aside },
    ),
    effects: [{ do: 'ask-office', outcome: 'not-found', text: said.marked.text }],
  };
}

function open(said: Said, context: Context, owner: string, rule: ProvisionOf<'reception'>): Decision {
  const { roster, book, today } = context;
  const { text } = said.marked;
  const quotes = quotesOf(book, [rule]);
  if (rule.value.route && PASSED_OVER.test(text))
    return reply('reception', 'refused', `未予受理：${rule.says}请按程序报告并提报接待方案。`, quotes);
  const spans = said.marked.dates.filter((d) => !d.title && d.type !== 'duration' && d.type !== 'time');
  const fault = spans.some((d) => d.fault);
  const day = spans.flatMap((d) => dayRange(d)?.first ?? [])[0];
  const past = day !== undefined && day < today;
  const missing: Missing[] = [];
  if (!day || fault || past) missing.push('time');
  // 提报接待方案: the plan is the reporting unit's to enclose only where the rule says so.
  const enclosed = said.files.length > 0 || PLAN_GIVEN.test(text);
  if (!enclosed && (/提报[^，。；]{0,4}方案/.test(rule.phrase) || (/接待方案/.test(rule.phrase) && NO_PLAN.test(text))))
    missing.push('attachments');
  if (missing.length > 0) {
    const words: Partial<Record<Missing, string>> = { time: '来访时间', attachments: '接待方案（以附件形式发送）' };
    const wrong = fault || past ? '来文中的日期有误或已经过去，请核对。' : '';
    return askFor(
      'reception',
      wrong ? withoutDates(said) : said,
      missing,
      `${wrong}请补充：${missing.map((m) => words[m]).join('、')}。可直接回复。`,
      quotes,
    );
  }
  const host = roster.person(owner)?.unit ?? '';
  const title = `${host}${day ? sayDay(day, today) : ''}${TITLES[rule.value.guests]}`;
  const body = `${title}${said.files.length > 0 ? `；附件：${said.files.join('、')}` : ''}。`;
  const unsaid = rule.value.route
    ? ''
    : rule.leftOut
      ? `${rule.leftOut}，已先行登记，请与区政府办公室联系。`
      : '已先行登记。';
  return {
    ...reply('reception', 'submitted', `已受理：${body}${unsaid}`, quotes),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'reception',
          kind: rule.value.guests,
          title,
          owner,
          ...(day && { day }),
          quotes,
          route: routeFor(said, context, rule, quotes),
          data: {
            body: `来文：${text.slice(0, 500)}`,
            publicBody: body,
            warnings: rule.leftOut && rule.value.route ? [`${rule.leftOut}。`] : [],
            unit: host,
            ...(said.files.length > 0 && { attachments: said.files }),
          },
        },
      },
    ],
  };
}

/** 报区长或副区长同意: the deputy mayor whom the message names, else the mayor. */
function routeFor(
  said: Said,
  { book }: Context,
  rule: ProvisionOf<'reception'>,
  quotes: ReturnType<typeof quotesOf>,
): PlannedStage[] {
  const { text } = said.marked;
  const eitherOf = /区长或(?:者)?副区长/.test(book.quote(rule.clauses[0] ?? '').text);
  const deputy = leadersIn(said).find(
    ({ person, from }) => isDeputyMayor(person) && /(?:报|请|呈|送)$/.test(text.slice(0, from)),
  )?.person;
  return planRoute(rule.value.route ?? [], quotes).map((stage) =>
    eitherOf && deputy && stage.ask === 'approve' && stage.who.includes('mayor')
      ? { ...stage, who: [], people: [deputy.id] }
      : stage,
  );
}
