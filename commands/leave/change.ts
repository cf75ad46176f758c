/** 变更: another day, place, reason or acting person; a longer or shorter stay. */

import { addDays, sayDay, saySpan } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Absence, Matter } from '../../src/core/matter.ts';
import type { Person } from '../../src/core/roster.ts';
import { MISSING } from '../../src/core/vocabulary.ts';
import { quotesOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { itemIn, OCCASION_MOVED, without } from './change-words.ts';
import { isCurrentLeave } from './current.ts';
import { withoutDropped } from './dropped.ts';
import { judgeLeave } from './judge.ts';
import { declinedLeave, meantLeaves } from './meant.ts';
import { backOn, lengthIn, newDays, readNewDays, saysLater } from './new-days.ts';
import type { LeaveRequest } from './read.ts';
import { isBare } from './reason.ts';
import { tellOthers } from './tell.ts';

/** Said while away, or after the last day: that one is still there. */
const STILL =
  /(?:还|仍|尚|暂时?)?(?:没有?|未|不能|回不|赶不)(?:能|曾)?(?:回|返|结束|完|开完|办完|忙完)|(?:还|仍)(?:在外|在(?!家|岗|局|镇|区里|单位)|要|得|需|差)|继续/;
const BACK = /回|返|到家|结束|到岗|(?:才|能|可)到|到(?=$|[，,。])/;

/** 地点改成潍坊, 事由应为参加验收: the item that a change names, and its new words. */
function named(text: string, item: RegExp): string | undefined {
  const found = new RegExp(
    `(?:${item.source})(?:[^，,。；;]{0,4}错了?[，,])?[^，,。；;]{0,3}?(?:改成|改为|改到|改在|变更为|调整为|更正为|换成|换到|应该?是|应为|是|为|[:：])([^，,。；;\\s]{2,40})`,
  ).exec(text);
  return found?.[1]?.replace(/^(?:去|到|在)/, '').replace(/(?:而)?不是.*$/, '') || undefined;
}

/** 改去潍坊, 换到青岛, 不去济南了，去青岛: a new place without its label. */
const elsewhere = (text: string): string | undefined =>
  /(?:改去|改到|改在|改飞|换到|换成去|改成去|改为去|(?:不是|不去|不到)[^，,。；;]{2,8}[，,]?(?:而?是|改成|改为|改?[去到飞]|改))(?!了)([一-鿿]{2,10}?)(?=参加|出席|开会|学习|培训|考察|了|，|,|。|$)/.exec(
    text,
  )?.[1];

/** 不是学习，是考察: another reason in the place of the one that was told. */
function reasonInstead(text: string, { reason, place }: LeaveRequest): string | undefined {
  const [, was, now] = /(?:不是|并非)([^，。]{2,12})[，]?(?:而)?是([^，。]{2,20})/.exec(text) ?? [];
  return was && reason?.includes(was.slice(0, 2)) && !place?.includes(was.slice(0, 2)) ? now : undefined;
}

/** The text with a gap where a date stands. */
const dateless = ({ marked: { text, dates } }: Said): string =>
  dates.reduce((rest, { from, to }) => `${rest.slice(0, from)}${'。'.repeat(to - from)}${rest.slice(to)}`, text);

/** The request that a filed leave was made of. */
function requestOf(matter: Matter): LeaveRequest {
  const { first, last, attachments, facts = {} } = matter.data;
  const was = (key: string): string | undefined =>
    typeof facts[key] === 'string' && facts[key] ? (facts[key] as string) : undefined;
  return {
    replaces: matter.id,
    first,
    last,
    place: was('place'),
    reason: was('reason'),
    acting: was('acting'),
    actingId: was('actingId'),
    urgent: facts.urgent === true,
    urgentReason: was('urgentReason'),
    files: attachments,
  };
}

/**
 * The leave that a message means, judged afresh with what the message says anew. Those it had reached are told.
 * `null` when there is no leave to change.
 */
export function changeLeave(said: Said, context: Context, person: Person, fresh: LeaveRequest): Decision | null {
  const declined = declinedLeave(context, person.id);
  const meant = declined ? [declined] : meantLeaves(said, context, person.id);
  const [matter, another] = meant;
  if (!matter?.data.first || !matter.data.last) return null;
  if (another) return askWhich(meant);
  const { text } = said.marked;
  const old = requestOf(matter);
  const { first, last } = matter.data;
  const started = first <= context.today;
  const read = readNewDays(said, context, first);
  const days =
    withoutDropped(said, { first, last }) ??
    newDays(said, fresh.first || fresh.fault ? read : fresh, { first, last }, started);
  const moved = days.first ?? days.last;
  const other = reasonInstead(text, old);
  const place = other ? undefined : (named(text, /地点|目的地|去向/) ?? elsewhere(dateless(said)) ?? fresh.place);
  const told = moved || fresh.acting || place || OCCASION_MOVED.test(text);
  const reason =
    other ??
    named(text, /事由|原因|理由/) ??
    (told && !(old.reason && isBare(old.reason, old.place))
      ? undefined
      : fresh.reason?.replace(/^(?:应该?)?[是为]/, ''));
  const fault = read.fault;
  if (!moved && !fresh.acting && !place && !reason && !fault && !fresh.files) return askItem(text, matter, old, person);
  const request: LeaveRequest = {
    ...old,
    ...(fault && { fault }),
    first: days.first ?? first,
    last: days.last ?? last,
    place: place ?? old.place,
    reason: reason ?? old.reason,
    ...(fresh.acting && { acting: fresh.acting, actingId: fresh.actingId }),
    urgent: fresh.urgent ?? old.urgent,
    urgentReason: fresh.urgentReason ?? old.urgentReason,
    files: [...(old.files ?? []), ...(fresh.files ?? [])],
  };
  if (declined) return judgeLeave(context, person, { ...request, replaces: undefined });
  const decided = judgeLeave(context, person, { ...request, ...(started && { begun: true }) });
  return inPlaceOf(context, person, matter.id, decided);
}

/** Several leaves may be meant: nothing is changed. */
const askWhich = (meant: readonly Matter[]): Decision =>
  reply(
    'leave',
    'not-understood',
    `您有${meant.length}次外出可以变更：${meant
      .slice(0, 5)
      .map((m) => `“${m.title}”`)
      .join('、')}。请写明是哪一次，例如：“3月11日那次改到3月12日”。`,
  );

/** 地点错了: what is wrong is known, not how it should be. */
function askItem(text: string, matter: Matter, old: LeaveRequest, person: Person): Decision {
  const item = itemIn(text);
  if (!item)
    return reply(
      'leave',
      'not-understood',
      `请写明要变更的内容，例如：“改为3月11日至12日”“地点改为潍坊”“改由马志远代为主持”。现为：${matter.data.body}`,
    );
  const request = { ...without(old, item), person: person.id };
  return {
    ...reply(
      'leave',
      'incomplete',
      `现为：${matter.data.body}请写明新的${MISSING[item]}，可直接回复；回复前仍按原内容办理。`,
      matter.quotes,
      { missing: [item] },
    ),
    effects: [{ do: 'draft', about: 'leave', request, missing: [item] }],
  };
}

/** A leave that is opened in the place of another takes it back; one whose other is over by now stands alone. */
export function inPlaceOf(context: Context, person: Person, replaced: string, decided: Decision): Decision {
  const opened = decided.effects.find((e) => e.do === 'open');
  const still = context.facts.mattersOf(person.id, 'leave').some((m) => m.id === replaced && isCurrentLeave(m));
  if (opened?.do !== 'open' || !still) return decided;
  const text = `${context.sender.name}已为您变更：${opened.matter.data.publicBody}如有不符，请回复“撤回”。`;
  return {
    ...reply('leave', 'recorded', `已变更：${opened.matter.data.body}已重新报送。`, decided.quotes),
    effects: [
      { do: 'restart', matter: replaced, with: opened.matter },
      ...decided.effects.filter((e) => e !== opened),
      ...tellOthers([person.id], text, context),
    ],
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
  return (ahead && BACK.test(text)) || (dates.length > 0 && saysLater(text) && /延|待|呆|住|晚|再请|续/.test(text));
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
  const told = backOn(said) ?? fresh.last ?? fresh.first;
  const length = lengthIn(said);
  const last = told ?? (length === undefined ? undefined : addDays(absence.last, Math.max(1, Math.ceil(length))));
  const quotes = quotesOf(context.book, context.book.byKind('leave-return').slice(0, 1));
  if (!fresh.fault && last === absence.last && last > context.today)
    return reply('leave', 'answered', `原定${sayDay(last, context.today)}返回，无需变更；返回后请回复“销假”。`, quotes);
  const sooner = told !== undefined && last !== undefined && last < absence.last && last >= context.today;
  if (fresh.fault || !last || (last <= absence.last && !sooner) || last < context.today) {
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
