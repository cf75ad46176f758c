/** What is going on decides what is asked: somebody else's act while a leader is away, an urgent departure, two positions compared. */
import type { Position } from '../../core/vocabulary.ts';
import { type Evidence, has, kindsIn, placesOf } from './evidence.ts';
import { formOf } from './form.ts';
import { leaverOf, leaversIn } from './leaver.ts';
import { readingsOf, type TopicReading } from './topics.ts';

/** What waits for the one who is away; with one of these the question is who acts, not how leave is asked for. */
const WAITING = [
  'stand-in',
  'substitute',
  'document',
  'request',
  'affairs',
  'unit',
  'oversee',
  'urgent-document',
  'office-name',
  'sign',
  'handle',
];
const WAITING_WORDS = /[^条]件|手[上头]|等着|的事|这块|那块|位子|(?:他|她)的(?!假)|分管/;
/** Papers and meetings have their own rules on who acts, and a leave report is about the leave. */
const OTHERWISE = ['minutes', 'agenda', 'countersign', 'ahead', 'report-content', 'attach', 'filing', 'both', 'return'];
const LEADERS = ['deputy-mayor', 'executive-deputy', 'mayor'];
/** How far behind the person the absence is told: 姜海涛这几天在外地. */
const NEAR = 12;

const SIGNING = /^signing\./;
const PARTICULAR = 4;
const LEAVE_ROUTE = /^leave\.[a-z-]+\.(?:route|notice|urgent)$/;
/** Leaving at once, told by when and how: 明早就得飞北京. */
const SUDDEN =
  /(?:今天|今晚|明天|明早|马上|立刻|当天|下午|一会儿)[^，。]{0,2}(?:就|得|要)[^，。]{0,2}(?:走|飞|动身|出发|赶)/;
const GOING = /飞|动身|出发|赶去|走|出门|赶回|住院|病|外出|出差|离开|离岗/;
const ALIKE = /一样|区别|不同|差别|相同|差异|分别|各自|各怎么|各要/;

/**
 * The topic that a question's circumstances settle, whatever its words are most like; `null` where they settle none.
 * A 区委书记 on leave settles that there is none: no government's rules say it.
 * @param read the topics that the words speak for
 */
export function circumstance(whole: Evidence, read: readonly TopicReading[], asker?: Position): TopicReading[] | null {
  if (leaverOf(whole, asker) === 'party-secretary' && has(whole, 'away')) return [];
  return standIn(whole, read, asker) ?? urgentLeave(whole, read, asker) ?? compared(whole, asker);
}

/** 李国栋副区长外出考察，哪位副区长补他的位: a leader is away, and somebody else has to act. */
function standIn(whole: Evidence, read: readonly TopicReading[], asker?: Position): TopicReading[] | null {
  if (read.some(({ topic }) => /^stand-in|both-away/.test(topic)) || kindsIn(whole).length > 0) return null;
  if (!formOf(whole).who || OTHERWISE.some((concept) => has(whole, concept))) return null;
  // 区长没空签: for a kind of document the rule itself says who may sign in the mayor's place
  const signs = read.some(({ topic, score }) => SIGNING.test(topic) && score >= PARTICULAR);
  const absences = [...placesOf(whole, 'away'), ...(signs ? [] : placesOf(whole, 'cannot-attend'))];
  for (const leader of LEADERS) {
    if (leader === asker && has(whole, 'self')) continue;
    const person = placesOf(whole, leader)[0];
    const absence = person && absences.find(({ from }) => from >= person.to && from - person.to <= NEAR);
    if (!absence) continue;
    const rest = whole.text.slice(absence.to);
    const waits =
      WAITING_WORDS.test(rest) ||
      WAITING.some((concept) => placesOf(whole, concept).some(({ from }) => from >= absence.to));
    if (waits) return readingsOf(`stand-in.${leader === 'mayor' ? 'mayor' : 'deputy-mayor'}`, whole, 0, asker);
  }
  return null;
}

/** 家里老人突然住院今天就得走，怎么办: the urgent clause, not how many days ahead. */
function urgentLeave(whole: Evidence, read: readonly TopicReading[], asker?: Position): TopicReading[] | null {
  const form = formOf(whole);
  const sudden = has(whole, 'urgent') || (form.how && !form.who && SUDDEN.test(whole.text));
  if (!sudden || kindsIn(whole).length > 0 || has(whole, 'emergency')) return null;
  const isLeave = read.length > 0 ? read.some(({ topic }) => LEAVE_ROUTE.test(topic)) : GOING.test(whole.text);
  if (!isLeave) return null;
  const found = readingsOf('leave.*.urgent', whole, 0, asker);
  const route = form.who ? readingsOf('leave.*.route', whole, 0, asker) : [];
  return found.length > 0 ? [...found, ...route] : null;
}

/** 区长和副区长请假的规定一样吗: both positions' rules side by side. */
function compared(whole: Evidence, asker?: Position): TopicReading[] | null {
  const leavers = leaversIn(whole);
  if (leavers.length < 2 || !ALIKE.test(whole.text) || !has(whole, 'away')) return null;
  return leavers.flatMap((leaver) => readingsOf(`leave.${leaver}.route`, whole, 0, asker));
}
