/** What a message about an event says: kinds, host, leaders, when, where, what. */
import type { Day } from '../../src/core/day.ts';
import { isLeader, type Person } from '../../src/core/roster.ts';
import { dayRange } from '../../src/language/dates/read.ts';
import { onePerson } from '../../src/language/people.ts';
import type { EventKind } from '../../src/rules/schema.ts';
import type { Context, Said } from '../command.ts';
import { leadersIn, unitsIn } from '../papers/units.ts';
import { kindsIn } from './kinds.ts';

export interface EventRequest {
  kinds: EventKind[];
  /** The unit that holds the event. */
  unit?: string;
  /** District leaders who are asked to come, by id. */
  leaders: string[];
  /** 分管领导 is asked for, or nobody in particular. */
  unnamed: 'overseer' | 'any' | null;
  /** Others whom the rules speak of: heads of towns, subdistricts and zones. */
  towns: boolean;
  day?: Day;
  /** 09:00 */
  time?: string;
  fault?: boolean;
  place?: string;
  topic?: string;
  important: boolean;
  files: string[];
}

const OUTSIDE_HOST = /^[市省]/;

function hostUnit(said: Said, { sender, roster }: Context): string | undefined {
  const head = roster.headOf(sender.unit);
  if (head) return sender.unit;
  const named = unitsIn(said).find((u) => !OUTSIDE_HOST.test(u.text) && roster.headOf(u.unit));
  return named?.unit;
}

const BEFORE_NAME = /(?:受|代|替|由|经|报|向|呈|陈|与|和(?=我))[^，。；]{0,2}$/;

function leadersAsked(said: Said, { sender }: Context): Person[] {
  const { text } = said.marked;
  const found = leadersIn(said).filter(
    ({ person, from }) =>
      isLeader(person) && person.id !== sender.id && !BEFORE_NAME.test(text.slice(Math.max(0, from - 3), from)),
  );
  return [...new Map(found.map(({ person }) => [person.id, person])).values()];
}

function whenIs(said: Said, today: Day): Pick<EventRequest, 'day' | 'time' | 'fault'> {
  const spans = said.marked.dates.filter(
    (d) => !d.title && !d.vague && d.type !== 'duration' && d.type !== 'set' && d.type !== 'time',
  );
  if (spans.some((d) => d.fault)) return { fault: true };
  const dated = spans.flatMap((span) => {
    const first = dayRange(span)?.first;
    return first ? [{ span, first }] : [];
  });
  const best =
    dated.find((d) => d.span.type.startsWith('datetime')) ?? dated.find((d) => d.first !== today) ?? dated[0];
  const clock = best?.span.start?.slice(11, 16) || said.marked.dates.find((d) => d.type === 'time')?.start?.slice(0, 5);
  return { ...(best && { day: best.first }), ...(best && clock && { time: clock }) };
}

/** The text without its times, so that places and names of events are not torn by them. */
function withoutTimes(said: Said): string {
  let text = said.marked.text;
  for (const d of [...said.marked.dates].filter((d) => !d.title).sort((a, b) => b.from - a.from))
    text = `${text.slice(0, d.from)}${text.slice(d.to)}`;
  return text.replace(/[（(][^（）()]{0,4}[）)]/g, '');
}

const HOLD = '(?:举办|举行|召开|开展|组织|主办|承办|进行)';
const PLACE = new RegExp(`在([^，。；的]{2,24}?)${HOLD}`);
const NOUN =
  '(?:活动|仪式|会议?|论坛|演练|典礼|节|赛|展|剪彩|奠基|揭牌|首发式|首映式|讲座|合影|晚会|宣传|颁奖|峰会|签约|竣工|开工|开业|开幕式?)';
const TOPICS = [
  /(?:活动名称|主题|内容|事项)(?:是|为|[:：])\s*([^，。；]{2,40})/,
  /[“"]([^“”"]{3,40})[”"]/,
  new RegExp(`${HOLD}(?:的)?([^，。；]{2,40}?${NOUN})(?=[，。；,;]|$|，|邀请|拟|想|请|并|由|时|上|，)`),
  new RegExp(`${HOLD}(?:的)?([^，。；]{2,40}?${NOUN})`),
  new RegExp(`(?:出席|参加|莅临|到)(?:[^，。；]{0,20}${HOLD}(?:的)?)?([^，。；]{2,40}?${NOUN})`),
  /(?:为|给)([^，。；]{2,40}?)(?:发(?:一封|个|封)?贺|题|作序|写序)/,
];

function topicOf(said: Said): string | undefined {
  const [title] = said.marked.titles;
  if (title) return `《${title}》`;
  const text = withoutTimes(said);
  for (const pattern of TOPICS) {
    const found = pattern
      .exec(text)?.[1]
      ?.replace(/^(?:的|在[^，。；]{2,16}的)/, '')
      .trim();
    if (found && found.length >= 2) return found;
  }
  return undefined;
}

const IMPORTANT = /重要(?:的)?(?:[^，。；]{0,6})?活动|重大(?:的)?[^，。；]{0,6}活动|属(?:于)?重要/;
const NOT_IMPORTANT = /(?:不是|不属于|并非|非)[^，。；]{0,4}重要|一般(?:性)?(?:的)?活动|普通活动/;

/** Everything at once; what is not said is left out. */
export function readEvent(said: Said, context: Context): EventRequest {
  const { text } = said.marked;
  const leaders = leadersAsked(said, context).map((p) => p.id);
  const overseer = /分管(?:的)?(?:副区长|区领导|领导)/.test(text);
  const any = /区(?:政府)?领导|(?:各位|哪位)?副区长|政府领导/.test(text);
  const place = PLACE.exec(withoutTimes(said))?.[1] ?? /地点(?:是|为|在|[:：])\s*([^，。；]{2,24})/.exec(text)?.[1];
  return {
    kinds: kindsIn(text, context),
    unit: hostUnit(said, context),
    leaders,
    unnamed: leaders.length > 0 ? null : overseer ? 'overseer' : any ? 'any' : null,
    towns: asksTowns(said, context),
    ...whenIs(said, context.today),
    ...(place && { place }),
    ...(topicOf(said) && { topic: topicOf(said) }),
    important: IMPORTANT.test(text) && !NOT_IMPORTANT.test(text),
    files: said.files,
  };
}

/** 镇街主要负责人 asked to come to somebody else's meeting. */
function asksTowns(said: Said, { sender }: Context): boolean {
  const { text, people } = said.marked;
  const named = people.some((span) => {
    const person = onePerson(span);
    return person && person.id !== sender.id && /^(?:town-mayor|subdistrict-director|zone-head)$/.test(person.position);
  });
  return (
    named ||
    /(?:各|所有|全体|有关|相关)?(?:镇街|镇办|镇长|街道(?:办事处)?主任|乡镇|各镇|镇(?:政府)?、街道)[^，。；]{0,12}(?:主要负责|负责人|负责同志|一把手|镇长|主任|党政正职|参加|出席)/.test(
      text,
    )
  );
}
