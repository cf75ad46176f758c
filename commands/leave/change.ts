/** 变更: another day, place, reason or acting person; a longer or shorter stay. */
import { addDays, type Day, daysBetween, saySpan } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Absence } from '../../src/core/matter.ts';
import type { Person } from '../../src/core/roster.ts';
import { quotesOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { isCurrentLeave } from './current.ts';
import { readDays } from './days.ts';
import { judgeLeave } from './judge.ts';
import type { LeaveRequest } from './read.ts';

/** Words that change a leave rather than ask for another. */
export const CHANGE =
  /改(?:成|为|到|签|期|去|由|在|一下|个|(?=[\d周]))|(?:地点|时间|日期|事由|代)[^，。；]{0,12}不是|错了|应(?:该)?(?:是|为)|变更|更正|更改|调整|说错|写错|报错|弄错|搞错|填错|不对|换(?:成|为|个|一下|到|人)|延长|延期|延后|延到|延至|顺延|推迟|推后|往后[推延放]|提前(?:到|至|[一两三四五六七八九十\d]+天)|续假|[再多](?:待|呆|住|请|休|延|留)|晚(?:回|[一两三\d]+天)|早回|少(?:待|请|休)|缩短|(?:增加|加|减)[了]?[一两三\d]+天/;

/** Said while away, or after the last day: that one is still there. */
const STILL =
  /(?:还|仍|尚|暂时?)?(?:没有?|未|不能|回不|赶不)(?:能|曾)?(?:回|返|结束|完|开完|办完|忙完)|(?:还|仍)(?:在外|在(?!家|岗|局|镇|区里|单位)|要|得|需|差)|继续/;
const BACK = /回|返|到家|结束|到岗|(?:才|能|可)到|到(?=$|[，,。])/;
const LATER = /延长|延期|延后|顺延|推迟|推后|往后|晚|[再多](?:待|呆|住|请|休|延|留)|续假|增加|加/;
const SOONER = /提前|早|少|缩短|减/;
/** The day of return alone is spoken of. */
const RETURN_ONLY =
  /返|回|结束|到期|截止|至|止|延长|延至|延到|[再多](?:待|呆|住|请|休|延|留)|续假|少|缩短|增加|加[了]?[一两三\d]|减/;

/** 顺延到16号 moves the whole, unless the return is spoken of. */
const MOVED = /顺延|推迟|推后|往后|延期|延后|改期/;

/** What a message says of the days: both ends, or the last alone; absent where it says nothing of them. */
interface NewDays {
  first?: Day;
  last?: Day;
}

const lengthIn = (said: Said): number | undefined =>
  said.marked.dates.find((d) => d.type === 'duration' && !d.vague)?.days;

/** The days that a change leaves, from those that were. */
function newDays(said: Said, fresh: LeaveRequest, old: { first: Day; last: Day }, started: boolean): NewDays {
  const { text } = said.marked;
  const days = lengthIn(said);
  if (fresh.first) {
    const end = fresh.last ?? fresh.first;
    const single = fresh.first === end;
    const returns =
      RETURN_ONLY.test(text) && !/出发|动身|启程/.test(text) && (!MOVED.test(text) || /返|回|结束/.test(text));
    if (started || (single && returns && end >= old.first && days === undefined)) return { last: end };
    if (single && days === undefined && !/一天|当天|当日/.test(text))
      return { first: fresh.first, last: addDays(fresh.first, daysBetween(old.first, old.last)) };
    return { first: fresh.first, last: end };
  }
  if (days === undefined) return {};
  const by = Math.max(1, Math.ceil(days));
  if (LATER.test(text)) {
    if (started || RETURN_ONLY.test(text)) return { last: addDays(old.last, by) };
    return { first: addDays(old.first, by), last: addDays(old.last, by) };
  }
  if (!SOONER.test(text)) return started ? {} : { last: addDays(old.first, by - 1) };
  if (started || RETURN_ONLY.test(text)) return { last: addDays(old.last, -by) };
  return { first: addDays(old.first, -by), last: addDays(old.last, -by) };
}

/** 12号改13号: only what stands after the word of change is new; absent where it has no day on both sides. */
function afterChange(said: Said): Said | undefined {
  const { text, dates } = said.marked;
  const at = text.search(/改|换成|换到|推迟到|延至|延到|提前到|变更为|调整/);
  const later = dates.filter((d) => d.from > at);
  const moves = at >= 0 && later.length > 0 && later.length < dates.length;
  return moves ? { ...said, marked: { ...said.marked, dates: later } } : undefined;
}

/** 地点改成潍坊, 事由应为参加验收: the item that a change names, and its new words. */
function named(text: string, item: RegExp): string | undefined {
  const found = new RegExp(
    `(?:${item.source})[^，,。；;]{0,3}?(?:改成|改为|改到|改在|变更为|调整为|更正为|换成|换到|应该?是|应为|是|为|[:：])([^，,。；;\\s]{2,40})`,
  ).exec(text);
  return found?.[1]?.replace(/^(?:去|到|在)/, '').replace(/(?:而)?不是.*$/, '') || undefined;
}

/** 改去潍坊, 换到青岛: a new place without its label. */
const elsewhere = (text: string): string | undefined =>
  /(?:改去|改到|改在|换到|换成去|改成去|改为去|(?:不是|不去)[^，,。；;]{2,8}[，,]?(?:而?是|改?去))([一-鿿]{2,10}?)(?=参加|出席|开会|学习|培训|考察|了|，|,|。|$)/.exec(
    text,
  )?.[1];

/**
 * The newest current leave, judged afresh with what the message says anew. Those it had reached are told.
 * `null` when there is no leave to change.
 */
export function changeLeave(said: Said, context: Context, person: Person, fresh: LeaveRequest): Decision | null {
  const { text } = said.marked;
  const matter = context.facts.mattersOf(person.id, 'leave').find(isCurrentLeave);
  const { first, last, facts = {} } = matter?.data ?? {};
  if (!matter || !first || !last) return null;
  const was = (key: string): string | undefined =>
    typeof facts[key] === 'string' && facts[key] ? (facts[key] as string) : undefined;
  const started = first <= context.today;
  const told = afterChange(said);
  const days = newDays(said, told ? { ...fresh, ...readDays(told, context) } : fresh, { first, last }, started);
  const moved = days.first ?? days.last;
  const place = named(text, /地点|目的地|去向/) ?? (moved ? fresh.place : (elsewhere(text) ?? fresh.place));
  const reason = named(text, /事由|原因|理由/) ?? (moved || fresh.acting || place ? undefined : fresh.reason);
  if (!moved && !place && !reason && !fresh.acting && !fresh.fault && !fresh.files)
    return reply(
      'leave',
      'not-understood',
      `请写明要变更的内容，例如：“改为3月11日至12日”“地点改为潍坊”“改由马志远代为主持”。现为：${matter.data.body}`,
    );
  const request: LeaveRequest = {
    ...fresh,
    replaces: matter.id,
    first: days.first ?? first,
    last: days.last ?? last,
    place: place ?? was('place'),
    reason: reason ?? was('reason'),
    acting: fresh.acting ?? was('acting'),
    actingId: fresh.acting ? fresh.actingId : was('actingId'),
    urgent: fresh.urgent ?? facts.urgent === true,
    urgentReason: fresh.urgentReason ?? was('urgentReason'),
    files: [...(matter.data.attachments ?? []), ...(fresh.files ?? [])],
  };
  const decided = judgeLeave(context, person, { ...request, ...(started && { begun: true }) });
  return inPlaceOf(context, person, matter.id, decided);
}

/** A leave that is opened in the place of another takes it back; one whose other is over by now stands alone. */
export function inPlaceOf(context: Context, person: Person, replaced: string, decided: Decision): Decision {
  const opened = decided.effects.find((e) => e.do === 'open');
  const still = context.facts.mattersOf(person.id, 'leave').some((m) => m.id === replaced && isCurrentLeave(m));
  if (opened?.do !== 'open' || !still) return decided;
  return {
    ...reply('leave', 'recorded', `已变更：${opened.matter.data.body}已重新报送。`, decided.quotes),
    effects: [{ do: 'restart', matter: replaced, with: opened.matter }, ...decided.effects.filter((e) => e !== opened)],
  };
}

/** Whether a message, said by somebody who is away, says when that person will be back. */
export function prolongs(said: Said, context: Context): boolean {
  const { text, dates } = said.marked;
  if (!context.facts.absenceOn(context.sender.id, context.today)) return false;
  const ahead = dates.some((d) => (d.end ?? d.start ?? '').slice(0, 10) > context.today);
  if (/销假|已(?:经)?(?:返|回|到)|(?:回|返)(?:来|到)?[^，。]{0,6}了/.test(text) && !STILL.test(text)) return false;
  if (STILL.test(text)) return ahead || dates.length > 0 || /回|返|延|外/.test(text);
  if (ahead && isBareDay(said)) return true;
  return (ahead && BACK.test(text)) || (dates.length > 0 && LATER.test(text) && /延|待|呆|住|晚|再请|续/.test(text));
}

/** 16号, 周五吧: a day and nothing else, said by somebody who was asked when. */
function isBareDay({ marked }: Said): boolean {
  const [span] = marked.dates;
  return marked.dates.length === 1 && span !== undefined && marked.text.length - span.text.length <= 3;
}

const begun = (context: Context): Absence | undefined =>
  context.facts.openAbsences(context.sender.id).findLast((a) => a.first <= context.today);

/** 还没回，16日回去: a new last day, as the overdue reminder asks for it; asked back where none is said. */
export function prolong(said: Said, context: Context, fresh: LeaveRequest): Decision | null {
  const absence = begun(context);
  if (!absence) return null;
  const told = fresh.last ?? fresh.first;
  const length = lengthIn(said);
  const last = told ?? (length === undefined ? undefined : addDays(absence.last, Math.max(1, Math.ceil(length))));
  const quotes = quotesOf(context.book, context.book.byKind('leave-return').slice(0, 1));
  if (fresh.fault || !last || last <= absence.last || last < context.today) {
    return reply(
      'leave',
      'incomplete',
      `${fresh.fault ? `${fresh.fault}。` : ''}请写明新的返回日期，例如：“延长到3月12日”；已返回的，请回复“销假”。`,
      quotes,
      { missing: ['dates'] },
    );
  }
  const matter = absence.matter ? context.facts.matter(absence.matter) : undefined;
  if (matter && isCurrentLeave(matter)) {
    const dated: LeaveRequest = { ...fresh, first: last, last };
    return changeLeave(said, context, context.sender, { ...dated, place: undefined, reason: undefined });
  }
  return {
    ...reply(
      'leave',
      'recorded',
      `已登记：外出延长，${saySpan(absence.first, last, context.today)}。返回后请回复“销假”。`,
      quotes,
    ),
    effects: [{ do: 'prolong', absence: absence.id, last }],
  };
}
