/** From a part of a question to the provisions that answer it, and to what the rule leaves open of it. */

import { has } from '../../language/question/evidence.ts';
import { isYesNo } from '../../language/question/form.ts';
import { patternOf } from '../../language/question/likeness.ts';
import { readingsOf } from '../../language/question/topics.ts';
import type { QuestionPart, TopicReading } from '../../language/question.ts';
import { quoteOf } from '../quote.ts';
import type { Provision } from '../schema.ts';
import { expandTopics } from '../topics.ts';
import { unstatedSide } from './aspect.ts';
import { attendancePoints } from './attendance.ts';
import type { Asked, Point } from './context.ts';
import { facetGap, gapIn, meetingsOf } from './coverage.ts';
import { spanOf } from './deadline.ts';
import { meetingTasks } from './meeting-tasks.ts';
import { type Nearest, nearestPoint } from './nearest.ts';
import { namedIn } from './predicates.ts';
import type { Gap } from './silent.ts';

/** Provisions that one part of a question is answered with, at most. */
const MOST_PROVISIONS = 2;

export interface Found {
  points: Point[];
  gaps: Gap[];
  /** What is asked besides and left open. */
  beside?: Gap[];
}

/** From this score on the topics read are sure; below it a point that is clearly nearer overrules them. */
const SURE_SCORE = 5;
const UNSURE_SCORE = 2;
/** A second topic so little behind the first may be the one that is meant. */
const CLOSE = 1;
/** How near a point must be and how far ahead of the next: to fill in, to overrule a reading, to overrule a sure silence. */
const FILLS = { share: 0.45, lead: 0.04 };
const OVERRULES_UNSURE = { share: 0.45, lead: 0.08 };
const OVERRULES = { share: 0.4, lead: 0.1 };
const OVERRULES_SILENCE = { share: 0.6, lead: 0.2 };
/** The same for a sentence that no provision states: it must be asked for in its own words. */
const IN_WORDS = { share: 0.45, lead: 0.2 };
const IN_WORDS_UNSURE = { share: 0.35, lead: 0.1 };

const isAt = (near: Nearest, least: typeof FILLS): boolean => near.share >= least.share && near.lead >= least.lead;

/** The provisions that answer a part, the nearest to its words first, and what the rule leaves open of it. */
export function pointsOf(part: QuestionPart, asked: Asked): Found {
  const { points, gaps } = readOrNear(part, asked);
  const tasks = meetingTasks(part, points, asked);
  if (tasks.length > 0) return { points: tasks, gaps: [] };
  const unstated =
    unstatedSide(part, points, asked) ??
    (points.length > 0 && isYesNo(part.form) ? unstatedGap(part, points, asked) : null);
  if (unstated?.beside) return { points, gaps: [], beside: [unstated] };
  if (unstated) return { points: [], gaps: [unstated] };
  return { points: attendancePoints(part, particular(part, points, asked), asked), gaps };
}

/** How much more of the question a sentence of the same clause must say to be answered with first. */
const MORE_SAID = 0.12;
/** The same where the reading is sure. */
const SURELY_MORE = 0.25;

/** 涉及镇街的，先做什么: of several sentences of one clause the one that says what the question names comes first. */
function particular(part: QuestionPart, points: Point[], asked: Asked): Point[] {
  const [first] = points;
  const sure = part.agreed || (part.leading[0]?.score ?? 0) >= SURE_SCORE;
  if (!first || part.settled) return points;
  const clause = first.provision.clauses[0];
  const siblings = asked.book.provisions.filter((p) => p.clauses[0] === clause);
  if (siblings.length < 2) return points;
  const near = nearestPoint(asked.book, part.evidence, part.from);
  if (!near) return points;
  const own = near.saysOf(first.provision);
  let [most, highest] = [first.provision, own];
  for (const sibling of siblings) {
    const says = near.saysOf(sibling);
    if (says > highest) [most, highest] = [sibling, says];
  }
  if (highest < own + (sure ? SURELY_MORE : MORE_SAID)) return points;
  return dedupe([{ ...first, provision: most }, ...points]).slice(0, MOST_PROVISIONS);
}

/** How near a point must be to be answered with instead of what the cues read; `null` where nothing overrules them. */
function leastFor({ leading, topics, agreed }: QuestionPart, near: Nearest, read: Found): typeof FILLS | null {
  const score = leading[0]?.score ?? 0;
  if (leading.length === 0) return FILLS;
  if (agreed && read.points.length > 0) return null;
  if (read.points.length === 0) return near.provision && score >= UNSURE_SCORE ? OVERRULES_SILENCE : OVERRULES;
  if (score < UNSURE_SCORE) return OVERRULES_UNSURE;
  const second = topics.find(({ topic }) => near.provision?.topics.flatMap(expandTopics).includes(topic));
  return score < SURE_SCORE || (second && second.score >= score - CLOSE) ? OVERRULES : null;
}

/** 议题要不要盖公章 where the rule asks for other things alone: the silent topic read besides, if just that is silent. */
function unstatedGap(part: QuestionPart, points: readonly Point[], asked: Asked): Gap | null {
  const named = namedIn(part.evidence.text.slice(part.from));
  const stated = points.map(({ provision }) => provision.says + quoteOf(asked.book, provision).text).join('');
  const missing = named.filter(([, rule]) => !rule.test(stated));
  const least = (part.leading[0]?.score ?? 0) / 2;
  for (const { topic, score } of part.topics) {
    if (score < least) continue;
    const { silence, provisions } = asked.book.byTopic(topic);
    if (silence && provisions.length === 0 && missing.some(([, rule]) => rule.test(silence.says)))
      return { topic, says: silence.says, nearest: silence.nearest, stated: true };
  }
  return null;
}

function readOrNear(part: QuestionPart, asked: Asked): Found {
  const read = foundOn(part, part.leading, asked);
  if (part.settled || asked.reading.attendance || has(part.evidence, 'elsewhere')) return read;
  const near = nearestPoint(asked.book, part.evidence, part.from);
  if (!near) return read;
  const unsure = (part.leading[0]?.score ?? 0) < UNSURE_SCORE && !part.agreed;
  if (near.topic === '') return isAt(near, unsure ? IN_WORDS_UNSURE : IN_WORDS) ? foundNear(part, near, asked) : read;
  const known = read.points.some(({ provision }) => near.shareOf(provision) > near.share - FILLS.lead);
  const silentToo = read.gaps.length > 0 && near.silence !== undefined;
  const least = leastFor(part, near, read);
  if (read.gaps.some(({ unsaid }) => unsaid)) return read;
  // a provision that was read and leaves open just what is asked says no more for being near
  const readOn = part.leading.flatMap(({ topic }) => asked.book.byTopic(topic).provisions);
  if (read.points.length === 0 && near.provision && readOn.includes(near.provision)) return read;
  // who is absent settles whose leave it is
  const leaves = /^meeting\.[a-z-]+\.leave-/;
  if (leaves.test(part.leading[0]?.topic ?? '') && leaves.test(near.topic)) return read;
  // nor is a meeting meant where none is named
  if (near.topic.startsWith('meeting.') && read.points.length > 0 && !/会|列席/.test(part.evidence.text)) return read;
  if (known || silentToo || !least || !isAt(near, least)) return read;
  const found = foundNear(part, near, asked);
  const says = near.provision ? found.points : found.gaps;
  return says.length > 0 || (read.points.length === 0 && found.gaps.length > 0) ? found : read;
}

/** Whoever asks how to invite to a ribbon cutting asks how to invite. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = { 'event.ribbon': ['event.invite.route'] };

/** Topics that say who decides what others say is not done or is written up. */
const DECIDED_IN: Readonly<Record<string, string>> = {
  'submission.coordination': 'agenda.dispute',
  'submission.disagreement': 'submission.coordination',
  'agenda.uncoordinated': 'agenda.dispute',
};
const NAMES_WHO = /(?:由|报|请|经|向)[^，。；]{0,12}(?:区长|主任|书记|区委|领导)/;

/** 谈不拢的议题最后找谁定: where somebody is asked for, what names nobody gives way to what does. */
function naming(
  readings: readonly Pick<TopicReading, 'topic'>[],
  asked: Asked,
): readonly Pick<TopicReading, 'topic'>[] {
  return readings.map((reading) => {
    const named = (topic: string): boolean =>
      asked.book.byTopic(topic).provisions.some(({ says }) => NAMES_WHO.test(says));
    const other = DECIDED_IN[reading.topic];
    return other && !named(reading.topic) && named(other) ? { ...reading, topic: other } : reading;
  });
}

/** 副镇长: of those whom no rule on leave names, whoever the question names is called so. */
function ofWhom(says: string, { evidence }: QuestionPart): string {
  const deputy = /副(?:局长|镇长|主任|科长)|科长/.exec(evidence.text)?.[0];
  return deputy ? says.replace('一般工作人员', deputy) : says;
}

/** What the rule says on some topics. */
function foundOn(part: QuestionPart, read: readonly Pick<TopicReading, 'topic'>[], asked: Asked): Found {
  const readings = part.form.who ? naming(read, asked) : read;
  const points: Point[] = [];
  const gaps: Gap[] = [];
  const asksHow = part.form.how || part.form.who || part.form.howMany || part.form.when;
  const companions = asksHow ? readings.flatMap(({ topic }) => COMPANIONS[topic] ?? []) : [];
  for (const topic of [...readings.map(({ topic }) => topic), ...companions]) {
    const { provisions, silence } = asked.book.byTopic(topic);
    for (const provision of provisions) points.push({ asked, part, topic, provision });
    if (provisions.length === 0 && silence)
      gaps.push(
        facetGap(topic, silence.nearest, part.evidence.text.slice(part.from)) ?? {
          topic,
          says: ofWhom(silence.says, part),
          nearest: silence.nearest,
          stated: true,
        },
      );
  }
  points.unshift(...datedPoints(part, points, asked));
  return covering(points, gaps, asked);
}

/** What the rule says at its nearest point: of the kind of meeting and the person that the question names. */
function foundNear(part: QuestionPart, near: Nearest, asked: Asked): Found {
  const { provision } = near;
  if (provision && near.topic === '') return covering([{ asked, part, topic: '', provision }], [], asked);
  const [who] = part.form.who && !part.form.may ? naming([near], asked) : [];
  if (who && who.topic !== near.topic) return foundOn(part, [who], asked);
  const topics = provision ? provision.topics.flatMap(expandTopics) : [near.topic];
  const readings = [...new Set(topics.map(patternOf))].flatMap((pattern) =>
    readingsOf(pattern, part.evidence, 0, asked.asker?.position),
  );
  const fitting = readings.find(({ topic }) => topics.includes(topic));
  if (!fitting) return foundOn(part, readings, asked);
  if (!provision) return foundOn(part, [fitting], asked);
  return covering([{ asked, part, topic: fitting.topic, provision }], [], asked);
}

/** The points that speak of just what is asked; the gaps of the others where none does. */
function covering(points: readonly Point[], gaps: Gap[], asked: Asked): Found {
  const open = points.map(gapIn);
  // of a kind that the rule limits to other meetings, what names no meeting at all is about something else
  const limited = points.filter((p, i) => open[i] && meetingsOf(p.provision)).map((p) => p.provision.value.kind);
  const covered = points.filter(
    (p, i) => !open[i] && (meetingsOf(p.provision) || !limited.includes(p.provision.value.kind)),
  );
  if (covered.length === 0) gaps.push(...open.flatMap((gap) => gap ?? []));
  return { points: ranked(dedupe(held(covered, asked)), asked).slice(0, MOST_PROVISIONS), gaps };
}

/** 副区长开的专题会: of leave rules that differ by who holds the meeting, those for whoever is named as holding it. */
function held(points: Point[], { text, people }: Asked): Point[] {
  const named = people.find(({ candidates, to }) => candidates.length === 1 && HOLDING.test(text.slice(to)));
  const holder =
    named?.candidates[0]?.position ?? (/副区长[^，。]{0,2}(?:开|召|主持)/.test(text) ? 'deputy-mayor' : null);
  const by = holder && (holder === 'mayor' ? 'mayor' : 'others');
  const fitting = points.filter(
    ({ provision: { value } }) => value.kind === 'meeting-leave' && by && (value.heldBy ?? by) === by,
  );
  return fitting.length > 0 ? fitting : points;
}

const HOLDING = /^(?:副?区长|主任)?[^，。]{0,2}(?:开的|开会|召开|召集|主持|组织)/;

const COUNTS_DAYS: readonly string[] = ['day', 'workday'];

/** Papers go to the office and to those who attend: a rule may count the days of one of the two only. */
const COUNTED_ALIKE: Readonly<Record<string, string>> = {
  'agenda.deadline': 'agenda.delivery',
  'agenda.delivery': 'agenda.deadline',
};

/** For a question with a day in it whose own provisions count no days: those of the neighbouring topic that do. */
function datedPoints(part: QuestionPart, points: readonly Point[], asked: Asked): Point[] {
  if (!part.form.when || asked.dates.length === 0 || points.some((p) => spanOf(p.provision.value))) return [];
  return part.leading.flatMap(({ topic }) =>
    asked.book
      .byTopic(COUNTED_ALIKE[topic] ?? '')
      .provisions.filter((p) =>
        asked.reading.claims.some((c) => COUNTS_DAYS.includes(c.unit) && c.value === spanOf(p.value)?.days),
      )
      .map((provision) => ({ asked, part, topic, provision })),
  );
}

/** The provisions nearest to the question first: of the meeting it names, then by the words that tell them apart. */
function ranked(points: readonly Point[], { text, reading }: Asked): Point[] {
  const shared = points.map(({ provision }) => pairsShared(text, provision.says + provision.phrase));
  const common = new Set([...(shared[0] ?? [])].filter((pair) => shared.every((pairs) => pairs.has(pair))));
  const usual = (p: Provision): number => (meetingsOf(p)?.includes('executive') === false ? 0 : 1);
  return points
    .map((point, i) => ({
      point,
      near: [...(shared[i] ?? [])].filter((pair) => !common.has(pair)).length,
      again: AGAIN.test(point.provision.says) === AGAIN.test(text) ? 1 : 0,
      usual: usual(point.provision),
    }))
    .sort(
      (a, b) =>
        standing(b.point) - standing(a.point) ||
        b.again - a.again ||
        (reading.kinds.length > 0 ? 0 : b.usual - a.usual) ||
        b.near - a.near,
    )
    .map(({ point }) => point);
}

/** What is done a second time is answered with to whoever asks for the second time. */
const AGAIN = /再次|第二[次回遍]|二次送|再送/;

/** Those who always attend are named before those who may be called in. */
const standing = ({ provision: { value } }: Point): number =>
  value.kind === 'meeting-observers' && value.standing ? 1 : 0;

/** The question's neighbouring characters that a provision's words have as well. */
function pairsShared(text: string, words: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < Math.min(text.length, 200); i++) {
    const pair = text.slice(i, i + 2);
    if (words.includes(pair)) pairs.add(pair);
  }
  return pairs;
}

export function dedupe(points: readonly Point[]): Point[] {
  return points.filter(({ provision }, i) => points.findIndex((p) => p.provision === provision) === i);
}
