/** 调研: trips registered and counted against the year's figure; how they are to be made. */
import { saySpan } from '../src/core/day.ts';
import { type Decision, type Effect, reply } from '../src/core/decision.ts';
import { isLeader, type Person, sayPerson } from '../src/core/roster.ts';
import { matcher } from '../src/language/matcher.ts';
import { quotesOf } from '../src/rules/quote.ts';
import type { Provision } from '../src/rules/schema.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { askFor, resume } from './papers/unfinished.ts';
import { leadersIn, OFFICE_UNIT } from './papers/units.ts';
import { isQuestion, punctuated, withoutDates } from './punctuation.ts';
import { asksManner, judgeManner, refuseManner, wantsCrowd, weighManner } from './research/manner.ts';
import { readTrip, type Trip } from './research/read.ts';
import { daysRuleFor, sayTally, TRIP, tallyOf } from './research/tally.ts';

type Intent = 'record' | 'topic' | 'tally' | 'manner';

const RECORD =
  /(?:登|记|录|算|补)(?:个|上|一下|一笔|一次|一天|着|下来|作|为|我)+[^。；]{0,10}(?:调研|现场办公|四不两直)|(?:调研|走访|现场办公|四不两直)[^。；]{0,24}(?:登|记|录|补)(?:个|上|一下|一笔|着|下来|进去)|(?:补)?(?:登记|补登|补录|录入|记录|记上|记一下)[^。；]{0,60}?(?:调研|现场办公|四不两直)|(?:调研|现场办公|四不两直)[^。；]{0,24}(?:登记|补录|补登|报备|记录|记一下|记上)|(?:调研|四不两直)[^。；]{0,60}[，、](?:共)?(?:记|登|计)(?:上|个|作|为)*[一两二三四五六七八九十\d]{1,3}(?:个)?天/;
/** 我今天去河湾镇调研了: told as done, so it is to be put down. */
const DONE = /(?:我|本人)[^。；]{0,30}调研[了过]|[，。；](?:这)?(?:算|计|记)(?:作|为|一次|一天|半天|我)*调研/;
/** 7月9日又去了东岭镇，也登记上: one more beside what was registered before. */
const AGAIN = matcher(
  /(?:又|再|还)(?:去|到|跑|下)(?:了|过)?[^。]{2,60}(?:登记|记上|算上|补上|录上)|(?:也|再|一并|一起|顺便)(?:给我)?(?:登记|记|补|算|录)(?:上|一下|一笔|进去)/,
);
/** 补登记一下，4月3日去了东岭镇看水库: a leader's visit in the district, put down afterwards. */
const WENT_DOWN =
  /(?:登记|记)(?:一下|上)?[^。；]{0,30}(?:去|到|下)了?[^。；，]{0,12}(?:镇|街道|村|社区|学校|企业|园区)[^。；，]{0,4}(?:看|走|转|查|了解|座谈|摸底)|(?:去|到|下|在)了?[^。；，]{0,12}(?:镇|街道|村|社区|学校|企业|园区|水库|工地|河道)[^。；，]{0,8}(?:看|走|转|查|了解|座谈|摸底|蹲点|跑)[^。；]{0,40}?(?:记|登|补|算)(?:个|上|一下|一笔|进去|作|为)/;
/** 撤回 is the owner's word for any matter; 登记外出 is leave even if it is for research. */
const NOT_TRIPS = matcher(/撤回|撤销|取消|作废|登记外出|外出登记/);
const TOPIC = matcher(/(?:登记|牵头|报)[^，。；]{0,12}(?:重大|调研)?课题/);
const SPEAKS = matcher(/调研|四不两直|现场办公/);
const SUM = /天数|累计|一共|总共|总计|合计|还差|还剩|还欠|够不够|够了|达标|多少|几天|几次|占比|比例|完成/;
const ALREADY = /查一?下|统计|累计|还差|还剩|还欠|已经?|目前|到现在|截至|今年|本年度?|一共|总共|我的/;

/** However it is asked, more company is no question of how many. */
const CROWD = 20;

export const research: Command = {
  about: 'research',
  name: '调研登记',
  examples: ['登记调研：3月2日到河湾镇调研春灌，四不两直', '我今年调研累计多少天？'],

  weigh(said: Said, context: Context): Weight | null {
    const spoken = punctuated(said);
    const intent = intentOf(spoken, context);
    if (!intent) return null;
    if (wantsCrowd(spoken)) return { score: CROWD, evidence: [intent] };
    // What a rule forbids on a leader's trip is no leave of the speaker's.
    const forbidden = intent === 'manner' && weighManner(spoken, context).refusals.length > 0;
    const score: Record<Intent, number> = { record: 9, topic: 8, tally: 11, manner: forbidden ? 12 : 9 };
    return { score: score[intent], evidence: [intent] };
  },

  read(now, context) {
    const said = punctuated(now);
    const { people, ...trip } = readTrip(said, context);
    return { intent: intentOf(said, context), ...trip, people: people.map((p) => p.id) };
  },

  decide(now: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const own = intentOf(punctuated(now), context);
    const said = punctuated(resume(now, context, draft, own !== null && own !== 'record'));
    switch (intentOf(said, context)) {
      case 'tally':
        return tally(said, context);
      case 'manner':
        return judgeManner(said, context);
      case 'topic':
        return topic(said, context);
      default:
        return record(said, context);
    }
  },
};

/** 离上次现场办公两周了吗, 比例够不够: where a leader stands. */
const OWN_STANDING = /上(?:一)?次|够不够|够(?:了)?吗|达(?:没达)?标|还差/;
const PLANS =
  /(?:能不能|可不可以|能否|可否)[^。；]{0,6}(?:派|安排|准备|组织|找|叫|请)|(?:我们|我镇|我局|我街道|我处|镇里)[^。；]{0,20}(?:派|安排|准备|组织|到|去|出)/;
/** Asked right after one's own research was put on record. */
const FOLLOW_UP = matcher(
  /(?:离|距|跟|和)[^，。；]{0,8}(?:规定|要求|个月|天)[^，。；]{0,10}(?:差|够)|还差(?:多少|几)天|够不够天数|完成(?:了)?(?:多少|几)|累计(?:了)?(?:多少|几)天|累计[^，。；]{0,10}占比/,
);
/** What else may be counted or done by half. */
const OF_OTHERS = matcher(/督办|督查|会议|会签|公文|请假|外出|议题|协议|任务/);

/** What a message wants; `null` when it speaks of no trip, or only asks after the rule. */
function intentOf(said: Said, context: Context): Intent | null {
  const { text } = said.marked;
  if (NOT_TRIPS.test(text)) return null;
  if (wantsCrowd(said)) return 'manner';
  const asks = isQuestion(text);
  if (
    FOLLOW_UP.test(text) &&
    !OF_OTHERS.test(text) &&
    context.facts.mattersOf(context.sender.id, 'research').length > 0
  )
    return 'tally';
  if (
    AGAIN.test(text) &&
    said.marked.dates.length > 0 &&
    context.facts.mattersOf(context.sender.id, 'research').length > 0
  )
    return 'record';
  if (!asks && isLeader(context.sender) && WENT_DOWN.test(text) && said.marked.dates.length > 0) return 'record';
  if (!SPEAKS.test(text) && !TOPIC.test(text)) return !asks && asksManner(said, context) ? 'manner' : null;
  if (asks && isLeader(context.sender) && SPEAKS.test(text) && OWN_STANDING.test(text)) return 'tally';
  const someone = /我|本人/.test(text) || leadersIn(said).some((l) => isLeader(l.person));
  if (
    someone &&
    SUM.test(text) &&
    ALREADY.test(text) &&
    (asks || /多少|还差|累计|查|看|统计/.test(text)) &&
    !RECORD.test(text)
  )
    return 'tally';
  // 派车到边界上迎一迎，行不行: a plan of one's own, put as a question.
  if (asks) return said.marked.dates.length > 0 && PLANS.test(text) && asksManner(said, context) ? 'manner' : null;
  if (RECORD.test(text) || (DONE.test(text) && said.marked.dates.length > 0))
    return TOPIC.test(text) && said.marked.dates.length === 0 ? 'topic' : 'record';
  if (asksManner(said, context)) return 'manner';
  return TOPIC.test(text) ? 'topic' : null;
}

/** One's own trips; the office and staff of the own unit register a leader's, too. */
function mayRecord({ sender }: Context, person: Person): boolean {
  return person.id === sender.id || sender.unit === OFFICE_UNIT || sender.unit === person.unit;
}

function record(said: Said, context: Context): Decision {
  const trip = readTrip(said, context);
  const { refusals, warnings } = weighManner(said, context);
  if (refusals.length > 0) return refuseManner(context, refusals);
  const foreign = trip.people.find((p) => !mayRecord(context, p));
  if (foreign)
    return reply('research', 'not-allowed', `您不能替${sayPerson(foreign)}登记调研，请由本人或区政府办公室登记。`);
  const rules = trip.people.flatMap((p) => daysRuleFor(context, p) ?? []);
  const basis: Provision[] = [...new Set<Provision>([...rules, ...warnings])];
  const quotes = quotesOf(context.book, basis);
  if (trip.fault || trip.days.length === 0) {
    const fault = trip.fault ? '来文中的日期有误，请核对。' : '';
    return askFor(
      'research',
      withoutDates(said),
      ['dates'],
      `${fault}请补充调研的日期，例如：登记调研 3月2日 河湾镇 四不两直。`,
      quotes,
    );
  }
  const notes = warnings.map((p) => `请注意：${p.says}`).join('');
  const lines = trip.people.map((person) => recordLine(context, trip, person));
  return {
    ...reply('research', 'recorded', `${lines.join('\n')}${notes}`, quotes),
    effects: trip.people.map(
      (person): Effect => ({ do: 'open', matter: tripMatter(said, context, trip, person, quotes) }),
    ),
  };
}

const first = (trip: Trip): string => trip.days[0] ?? '';
const last = (trip: Trip): string => trip.days.at(-1) ?? first(trip);
const isRun = (trip: Trip): boolean =>
  trip.days.length > 0 && saySpan(first(trip), last(trip)).endsWith(`共${trip.days.length}天`);

function sayTrip(context: Context, trip: Trip): string {
  const days = isRun(trip)
    ? saySpan(first(trip), last(trip), context.today)
    : `${trip.days.map((d) => saySpan(d, d, context.today).replace('，共1天', '')).join('、')}，共${trip.days.length}天`;
  return [
    days,
    trip.place,
    trip.unannounced > 0 && (trip.unannounced < trip.days.length ? `其中“四不两直”${trip.unannounced}天` : '四不两直'),
    trip.onSite && '一线现场办公',
  ]
    .filter(Boolean)
    .join('，');
}

function recordLine(context: Context, trip: Trip, person: Person): string {
  const who = person.id === context.sender.id ? '' : `${sayPerson(person)}，`;
  if (trip.planned)
    return `已登记调研计划：${who}${sayTrip(context, trip)}。计划不计入天数，调研结束后请回复“登记调研”并写明日期。`;
  const year = first(trip).slice(0, 4);
  const before = tallyOf(context, person.id, year);
  const repeated = trip.days.filter((d) => before.days.has(d));
  for (const [i, day] of trip.days.entries()) {
    if (!day.startsWith(year)) continue;
    before.days.add(day);
    if (i < trip.unannounced) before.unannounced.add(day);
    if (trip.onSite) before.onSite.push(day);
  }
  before.onSite.sort();
  const again = repeated.length > 0 ? `其中${repeated.length}天此前已登记，不重复计算。` : '';
  const sum = year === context.today.slice(0, 4) ? sayTally(context, before, daysRuleFor(context, person)) : '';
  return `已登记调研：${who}${sayTrip(context, trip)}。${again}${sum}`;
}

function tripMatter(said: Said, context: Context, trip: Trip, person: Person, quotes: ReturnType<typeof quotesOf>) {
  const body = `${sayPerson(person)}调研：${sayTrip(context, trip)}。`;
  return {
    about: 'research' as const,
    kind: trip.planned ? 'plan' : TRIP,
    title: `${person.name}${saySpan(first(trip), last(trip), context.today).replace(/，共\d+天$/, '')}调研`,
    owner: person.id,
    day: first(trip),
    quotes,
    route: [],
    data: {
      body: `${body}\n原文：${said.marked.text.slice(0, 300)}`,
      publicBody: body,
      warnings: [],
      first: first(trip),
      last: last(trip),
      facts: { on: trip.days, unannounced: trip.unannounced, onSite: trip.onSite, place: trip.place ?? '' },
    },
  };
}

/** 今年累计多少天: the own sum; the office and leaders may ask for a leader's. */
function tally(said: Said, context: Context): Decision {
  const { text } = said.marked;
  const named = leadersIn(said)
    .map((l) => l.person)
    .find(isLeader);
  const person = named && !/我|本人/.test(text) ? named : context.sender;
  if (!mayRecord(context, person))
    return reply('research', 'not-allowed', `${sayPerson(person)}的调研登记由本人或区政府办公室查询。`);
  const rule = daysRuleFor(context, person);
  const year = context.today.slice(0, 4);
  const sum = sayTally(context, tallyOf(context, person.id, year), rule);
  const { silence } = context.book.byTopic('research.days');
  const unruled = rule ? '' : (silence?.says ?? '规则未对您所任职务规定调研天数。');
  const who = person.id === context.sender.id ? '您' : sayPerson(person);
  return reply('research', 'answered', `${who}${sum}${unruled}`, quotesOf(context.book, rule ? [rule] : []));
}

/** 牵头重大课题 */
function topic(said: Said, context: Context): Decision {
  const { sender, book, today } = context;
  const rule = book.find('research', (v) => v.topicsPerYear !== undefined && isLeader(sender));
  const quotes = quotesOf(book, rule ? [rule] : []);
  const name =
    said.marked.titles[0] ??
    /[“"]([^“”"]{4,40})[”"]/.exec(said.marked.text)?.[1] ??
    said.marked.text.replace(/^.*?课题(?:是|为|[:：])?/, '').replace(/[。！!]$/, '');
  if (name.length < 4) return askFor('research', said, ['topic'], '请补充课题名称。', quotes);
  const year = today.slice(0, 4);
  const led = context.facts
    .mattersBetween('research', `${year}-01-01`, `${year}-12-31`)
    .filter((m) => m.kind === 'topic' && m.owner === sender.id && m.state === 'effective').length;
  const asked = rule ? `规则要求每人每年牵头${rule.value.topicsPerYear}个重大课题` : '';
  const more = led >= (rule?.value.topicsPerYear ?? Number.POSITIVE_INFINITY) ? `，您今年此前已登记${led}个` : '';
  return {
    ...reply('research', 'recorded', `已登记牵头调研课题：${name}。${asked && `${asked}${more}。`}`, quotes),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'research',
          kind: 'topic',
          title: `${sender.name}牵头课题：${name.slice(0, 40)}`,
          owner: sender.id,
          day: today,
          quotes,
          route: [],
          data: {
            body: said.marked.text.slice(0, 300),
            publicBody: `${sayPerson(sender)}牵头课题：${name}。`,
            warnings: [],
          },
        },
      },
    ],
  };
}
