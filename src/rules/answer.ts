/**
 * Answers questions from the provisions of a district's rules, the roster of the day and the calendar.
 * Pure and synchronous; nothing is answered that no provision states.
 */
import { dayOf } from '../core/day.ts';
import { readDates } from '../language/dates/read.ts';
import type { Marked } from '../language/mark.ts';
import { normalise } from '../language/normalise.ts';
import { readPeople } from '../language/people.ts';
import { has } from '../language/question/evidence.ts';
import { isYesNo } from '../language/question/form.ts';
import { type QuestionReading, readQuestion } from '../language/question.ts';
import { readUnits } from '../language/units.ts';
import { attendanceLead } from './answer/attendance.ts';
import { claimLead } from './answer/claims.ts';
import { booksCompared, compareAnswer } from './answer/compare.ts';
import {
  type Answer,
  type AnswerContext,
  type Asked,
  aboutOf,
  type Lead,
  type Point,
  type Question,
} from './answer/context.ts';
import { deadlineLead } from './answer/deadline.ts';
import { mentionsOf } from './answer/mentions.ts';
import { nearestPoint } from './answer/nearest.ts';
import { dedupe, type Found, pointsOf } from './answer/points.ts';
import { quorumLead } from './answer/quorum.ts';
import { bareAnswer, type Gap, isSure, silentAnswer, unknownAnswer } from './answer/silent.ts';
import { namesAfter, whoLead } from './answer/who.ts';
import { yesNoLead } from './answer/yes-no.ts';
import type { RuleBook } from './book.ts';
import { quoteOf } from './quote.ts';
import type { Provision } from './schema.ts';
import { topicById } from './topics.ts';

export type { Answer, AnswerContext, Question } from './answer/context.ts';
export { printAnswer } from './answer/print.ts';

/** Clauses that one answer cites, at most. */
const MOST_CLAUSES = 3;

/** @example answer({ text: '常务会纪要谁签', now }, { book, roster, calendar }).text // '区政府常务会议…的纪要由区长签发。…' */
export function answer(question: Question, context: AnswerContext): Answer {
  const asked = readAsked(question, context);
  const cited = askedClause(asked);
  if (cited) return cited;
  const books = booksCompared(asked.text, asked.reading.compares, context, asked.today);
  if (books && asked.reading.parts.some(({ leading }) => leading.length > 0))
    return compareAnswer(books, asked) ?? unknownAnswer(context.book, asked.text);
  if (asked.book.provisions.length === 0) {
    const bare = has(asked.reading.whole, 'elsewhere') ? null : bareAnswer(asked.book, asked.reading.whole);
    return bare ?? unknownAnswer(asked.book, asked.text);
  }
  const found = asked.reading.parts.map((part) => pointsOf(part, asked));
  const points = dedupe(found.flatMap(({ points }) => points));
  const open = found.flatMap(({ gaps, points, beside = [] }) => (points.length === 0 ? gaps.slice(0, 2) : beside));
  const gaps = open.filter((gap) => isSure(asked.book, gap));
  if (points.length > 0) return compose(points, gaps, asked, remarksOf(found, points));
  if (gaps.length > 0) return silentAnswer(context.book, gaps);
  return unknownAnswer(context.book, asked.text, open[0]?.topic ?? asked.reading.parts[0]?.leading[0]?.topic);
}

/** Learns what answering questions on a book takes, so that the first question needn't wait for it (some 0.2 s). */
export function prepare(book: RuleBook): void {
  nearestPoint(book, readQuestion('谁').whole);
}

function readAsked(question: Question, context: AnswerContext): Asked {
  const { text } = normalise(question.text);
  const { people, units, dates } = marksOf(text, question, context);
  const mentions = mentionsOf(people, units, text, context.roster);
  return {
    ...context,
    text,
    people,
    units,
    reading: askedNow(readQuestion(text, mentions, question.asker?.position), question.from ?? 0),
    dates: DATED.test(text) ? dates : [],
    asker: question.asker,
    now: question.now,
    today: dayOf(question.now),
  };
}

/** Where a question may speak of a date. */
const DATED = /\d|[一二三四五六七八九十]|天|周|月|节/;

/** People, units and dates of a question: as they are marked in the message, or read anew where it is put in other words. */
function marksOf(
  text: string,
  { marked, asker, now }: Question,
  { roster, calendar }: AnswerContext,
): Pick<Marked, 'people' | 'units' | 'dates'> {
  if (marked?.text === text && !marked.past) return marked;
  const units = readUnits(text, roster);
  return { units, people: readPeople(text, roster, asker, units), dates: readDates(text, now, calendar) };
}

/** The parts that begin where the question of now does; all of them where none does. */
function askedNow(reading: QuestionReading, from: number): QuestionReading {
  const parts = reading.parts.filter((part) => part.from >= from);
  return from > 0 && parts.length > 0 ? { ...reading, parts } : reading;
}

/** 第二十条怎么规定的: the clause itself is asked for. */
function askedClause({ text, book, reading }: Asked): Answer | null {
  if (reading.parts.some(({ leading }) => leading.length > 0)) return null;
  // 发一条消息 counts, 四十三条怎么说 names
  const spoken =
    /(?<![哪这那每几某])(?:第[一二三四五六七八九十百\d]{1,6}条|[一二三四五六七八九十百\d]{1,6}条(?=第|[一二三四五六七八九十\d]{1,3}款|规定|内容|原文|是|怎|讲|说|写|$))(?:第?[一二三四五六七八九十\d]{1,3}款)?(?:第?[（(]?[一二三四五六七八九十\d]{1,3}[）)]?项)?/.exec(
      text,
    )?.[0];
  const ref = spoken && book.clauses.read(spoken);
  if (!ref) return null;
  return {
    status: 'answered',
    about: 'rule',
    text: `${book.cite(ref)}的规定如下。`,
    clauses: [ref],
    quotes: [book.quote(ref)],
  };
}

/** Names belong to a question of who or how, and to one that names a person itself. */
const wantsNames = ({ part: { form } }: Point): boolean => form.who || form.how || form.confirm || form.may;

function leadOf(point: Point): Lead | null {
  return (
    quorumLead(point) ??
    deadlineLead(point) ??
    claimLead(point) ??
    attendanceLead(point) ??
    whoLead(point) ??
    yesNoLead(point)
  );
}

/** 不可以，区政府领导同志不题词。 A no runs on into the rule's sentence. */
const joined = (lead: string): string => lead.replace(/^([^。，]{0,8}不(?:可以|需要|是|行))。$/, '$1，');

/** 谁签？副职签行吗: a later part that wants yes or no of a rule that is stated already gets the yes or no alone. */
const remarksOf = (found: readonly Found[], points: readonly Point[]): Point[] =>
  found
    .slice(1)
    .flatMap(({ points: [first] }) => (first && !points.includes(first) && isYesNo(first.part.form) ? [first] : []));

/** …，是不是: asks what stands before it once more. */
const TAG = /^(?:是不是|对不对|对吧|是吧|对吗|是吗|行不行|可以吗|行吗)?$/;

function compose(points: readonly Point[], gaps: readonly Gap[], asked: Asked, remarks: readonly Point[]): Answer {
  const provisions: Provision[] = [];
  const sentences: string[] = [];
  let due: string | undefined;
  for (const point of points) {
    const lead = sentences.length === 0 || point.part !== points[0]?.part ? leadOf(point) : null;
    const after = lead?.named || !wantsNames(point) ? null : namesAfter(point);
    provisions.push(point.provision, ...(lead?.also ?? []), ...(after?.also ?? []));
    const names = after && !sentences.some((s) => s.includes(after.text)) ? after.text : '';
    sentences.push(`${joined(lead?.text ?? '')}${point.provision.says}${lead?.after ?? ''}${names}`);
    due ??= lead?.due;
  }
  for (const point of remarks) {
    const verdict = leadOf(point)?.text;
    const words = point.part.evidence.text.slice(point.part.from).replace(/[？?。！!，,\s]+$/, '');
    if (verdict && !TAG.test(words)) sentences.push(`至于“${words}”：${verdict}`);
  }
  for (const { says } of gaps) sentences.push(says);
  const cited = [...new Set(provisions)];
  const clauses = [
    ...new Set([...cited.flatMap((p) => p.clauses.slice(0, 1)), ...cited.flatMap((p) => p.clauses.slice(1))]),
  ].slice(0, MOST_CLAUSES);
  return {
    status: 'answered',
    about: aboutOf(topicById(points[0]?.topic ?? '')?.family),
    text: [...new Set(sentences)].join('') + editionNote(asked),
    clauses,
    quotes: quotesFor(cited, clauses, asked),
    ...(due && { due }),
  };
}

/** The words of every clause cited: the sentences of its provisions, or the whole clause. */
function quotesFor(provisions: readonly Provision[], clauses: readonly string[], { book }: Asked): Answer['quotes'] {
  const stated = provisions.filter((p) => clauses.includes(p.clauses[0] ?? '')).map((p) => quoteOf(book, p));
  const others = clauses
    .filter((ref) => !stated.some((q) => q.ref === ref))
    .map((ref) => ({ ref, text: firstSentence(book.quote(ref).text) }));
  return [...stated, ...others].filter((q, i, all) => all.findIndex((o) => o.ref === q.ref && o.text === q.text) === i);
}

/** A clause that is cited besides is shown by how it begins. */
const firstSentence = (words: string): string => /^[^。]*。/.exec(words)?.[0] ?? words;

/** Before the first edition that the bot has, it answers from that one and says so. */
function editionNote({ book, today }: Asked): string {
  const from = book.edition.inForceFrom;
  return today < from
    ? `（以上依据自${from.slice(0, 4)}年${Number(from.slice(5, 7))}月${Number(from.slice(8, 10))}日起施行的版本。）`
    : '';
}
