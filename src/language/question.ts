/** Reads what a Chinese question asks, without regard to the district: topics, form, numbers. */
import type { Position } from '../core/vocabulary.ts';
import { OUTSIDE } from './examples/index.ts';
import { journeysIn } from './places.ts';
import { circumstance } from './question/circumstance.ts';
import { type Attendance, type Claim, type ClaimUnit, readAttendance, readClaims } from './question/claims.ts';
import {
  type Evidence,
  evidenceOf,
  gather,
  has,
  type Kind,
  kindsIn,
  type Mention,
  namesMatter,
  namesSubject,
} from './question/evidence.ts';
import { asksMeeting, type Form, formOf } from './question/form.ts';
import { isAboutLeave, type Leaver, leaverOf } from './question/leaver.ts';
import { likeliest } from './question/likeness.ts';
import { type Part, partsOf } from './question/parts.ts';
import { readingsOf, type TopicReading, weighTopics } from './question/topics.ts';

export type { Claim } from './question/claims.ts';
export type { Mention } from './question/evidence.ts';
export type { Form } from './question/form.ts';
export type { TopicReading } from './question/topics.ts';
export { weighQuestion } from './question/weigh.ts';

/** One thing that is asked. */
export interface QuestionPart {
  /** Likeliest first; those that lead are in `leading`. */
  topics: TopicReading[];
  /** The topics that fit equally well and best; empty where none fits. */
  leading: TopicReading[];
  form: Form;
  /** The kinds of meeting that this part names, or takes over from the parts before. */
  kinds: Kind[];
  /** The lexicon's words of the part with what it takes over; its own words begin at `from` in the text. */
  evidence: Evidence;
  from: number;
  /** The example questions are most like the topic that the cues read. */
  agreed?: boolean;
  /** The circumstances told settle the topic; no likeness of words overrules it. */
  settled?: boolean;
}

export interface QuestionReading {
  parts: QuestionPart[];
  /** Numbers that the asker brings along. */
  claims: Claim[];
  attendance: Attendance | null;
  /** The kinds of meeting that the question names. */
  kinds: Kind[];
  /** 几个区比一比 */
  compares: boolean;
  /** 我今年调研了几天: asked about the asker's own record, which no rule knows. */
  ownRecord: boolean;
  /** The lexicon's words of the whole question. */
  whole: Evidence;
}

/** What a number of days may be said in. */
const DAYS: readonly ClaimUnit[] = ['day', 'workday', 'week'];
/** Below this nothing is said to be understood: what the text speaks of besides outweighs the topic. */
const LEAST_SCORE = 0;
const TIE = 0.05;
/** A later part must stand more firmly, or it is a remark on the part before. */
const LEAST_LATER_SCORE = 2.5;

/**
 * @param text normalised (normalise.ts)
 * @example readQuestion('常务会纪要谁签').parts[0].leading[0].topic // 'meeting.executive.minutes'
 */
export function readQuestion(text: string, mentions: readonly Mention[] = [], asker?: Position): QuestionReading {
  const claims = readClaims(text);
  const attendance = readAttendance(text, claims);
  const whole = gather(text, mentions, [
    ...(attendance ? [{ concept: 'quorum', from: text.length, to: text.length }] : []),
    ...journeysIn(text).map((span) => ({ concept: 'away', ...span })),
    ...claims.filter(({ unit }) => DAYS.includes(unit)).map(({ from, to }) => ({ concept: 'span', from, to })),
  ]);
  const split = partsOf(whole).map((part) => readPart(part, asker));
  const firmOf = (parts: readonly QuestionPart[]): QuestionPart[] =>
    parts.filter(({ leading }, i) => leading.length > 0 && (i === 0 || (leading[0]?.score ?? 0) >= LEAST_LATER_SCORE));
  // 没提前3天报，规则怎么说，能不能走: what no part tells by itself the whole may
  const parts =
    split.length > 1 && firmOf(split).length === 0
      ? [readPart({ evidence: whole, inherited: [], from: 0 }, asker)]
      : split;
  const asked = firmOf(parts);
  const settled = circumstance(
    whole,
    asked.flatMap(({ leading }) => leading),
    asker,
  );
  const [first] = parts;
  return {
    parts:
      settled && first
        ? [{ ...first, leading: settled, form: formOf(whole), evidence: whole, from: 0, settled: true }]
        : asked.length > 0
          ? asked
          : first
            ? [{ ...first, leading: [], form: formOf(whole), kinds: kindsIn(whole), evidence: whole, from: 0 }]
            : [],
    claims,
    attendance,
    kinds: kindsIn(whole),
    compares: has(whole, 'compare'),
    ownRecord: has(whole, 'self') && has(whole, 'research') && /已经|还差|累计|我.{0,6}调研了/.test(text),
    whole,
  };
}

function readPart({ evidence, inherited, from }: Part, asker?: Position): QuestionPart {
  const own = weighTopics(evidence, asker);
  const together =
    inherited.length > 0
      ? weighTopics(evidenceOf(evidence.text, [...inherited, ...evidence.hits]), asker, evidence)
      : [];
  const topics = (together[0]?.score ?? -1) > (own[0]?.score ?? -1) ? together : own;
  const best = topics[0]?.score ?? 0;
  const leading =
    best >= LEAST_SCORE
      ? topics.filter(({ score, demands }) => score >= best - TIE && demands >= (topics[0]?.demands ?? 0))
      : [];
  const said = inherited.length > 0 ? evidenceOf(evidence.text, [...inherited, ...evidence.hits]) : evidence;
  const second = secondOpinion(leading, topics, said, from, asker);
  const named = kindsIn(evidence);
  const kinds = named.length > 0 ? named : kindsIn(evidenceOf(evidence.text, inherited));
  const { agreed } = second;
  return {
    topics,
    leading: second.leading,
    form: formOf(evidence),
    kinds,
    evidence: said,
    from,
    ...(agreed && { agreed }),
  };
}

/** Where the cues find nothing the examples need the least likeness, without a lead a fair one, without a matter named more. */
const LEAST_LIKENESS = 0.16;
const FAIR_LIKENESS = 0.21;
const BARE_LIKENESS = 0.3;
const LEAST_LEAD = 0.02;
/** From this likeness and lead on the examples make sure what the cues read. */
const SURE_LIKENESS = 0.28;
const SURE_LEAD = 0.06;
/** What the best cue is worth in likeness from a full score on, and what each point that another has less takes from that. */
const CUE_WORTH = 0.14;
const FULL_SCORE = 7;
const LEAST_SHARE = 0.4;
const POINT_WORTH = 0.5 / 12;

/** A text about a meeting or its papers has one of these; 会签 is none. */
const MEETS = /会(?!签|同|计|见|客|晤|谈)|议题|议程|材料|题目|列席|审批表/;

/** What the going away of somebody may be about. */
const OF_LEAVING = /^(?:leave|stand-in|event\.abroad|outside)/;
/** Whose absence somebody else stands in for. */
const LEADERS: readonly Leaver[] = ['mayor', 'deputy-mayor'];
/** The topics that say which meeting it is. */
const ASKED_OF_MEETINGS = /^(?:meeting|agenda|minutes|study|printing|supervision)\.|\.meeting$|^decision/;

/** 有几种会、哪些会 */
const KINDS_ASKED = /几[种类个样]|[哪那][几些个种]|多少|种类|会议制度|什么(?:样的)?会|啥会|有啥|都开/;

/** The topic for which cues and examples together speak most. */
interface Opinion {
  leading: TopicReading[];
  /** The examples speak for what the cues read. */
  agreed: boolean;
}

function secondOpinion(
  leading: TopicReading[],
  topics: readonly TopicReading[],
  evidence: Evidence,
  from: number,
  asker?: Position,
): Opinion {
  const score = leading[0]?.score ?? 0;
  const best = topics[0]?.score ?? 0;
  const worth = new Map<string, number>();
  const most = CUE_WORTH * Math.min(1, Math.max(LEAST_SHARE, best / FULL_SCORE));
  for (const topic of topics)
    if (!worth.has(topic.pattern)) worth.set(topic.pattern, most - POINT_WORTH * (best - topic.score));
  // 常务会定的事能在外面说吗: what a meeting has decided is no meeting
  const named = leading.length > 0 && kindsIn(evidence).length > 0 && !has(evidence, 'decided');
  const meets = MEETS.test(evidence.text) || has(evidence, 'agenda') || has(evidence, 'agenda-material');
  const minutes = has(evidence, 'minutes');
  const invites = ['event', 'invite', 'invitation'].some((concept) => has(evidence, concept));
  const elsewhere = namesSubject(evidence);
  const leaves = isAboutLeave(evidence);
  const leaver = leaverOf(evidence, asker);
  const isNoLeader = leaver !== null && !LEADERS.includes(leaver);
  const whichMeeting = asksMeeting(evidence.text.slice(from));
  const favour = (pattern: string): number => {
    // 批示件能让副职去抓吗: to be stood in for at no meeting is something else
    if (pattern === 'meeting.substitute' && !meets && elsewhere && !has(evidence, 'cannot-attend')) return -1;
    // 常务会上定的事: a meeting that is named is not what kinds of meeting there are
    if (pattern === 'meeting.kinds' && !KINDS_ASKED.test(evidence.text)) return -1;
    if (leaves && !OF_LEAVING.test(pattern)) return -1;
    // a head's or an official's going away is nobody's to stand in for; leave from a meeting that is named is the meeting's
    if (pattern.startsWith('stand-in.') && isNoLeader) return -1;
    if (named && pattern.startsWith('leave.')) return -1;
    // 一位副区长同一天有两个活动: nobody is away, let alone two
    if (pattern === 'leave.both-away' && invites && !has(evidence, 'away')) return -1;
    // 先上哪个会研究: a meeting is asked for
    if (whichMeeting && !ASKED_OF_MEETINGS.test(pattern)) return -1;
    const cue = worth.get(pattern);
    if (cue !== undefined) return Math.max(0, cue);
    const { ofMeetings, ofOtherMeetings, ofMinutes, ofInvitations, ofNoOthers, ofLeave } = natureOf(pattern);
    // minutes and invitations are named by whoever asks about them
    if ((ofMinutes && !minutes) || (ofInvitations && !invites)) return -1;
    // a kind of meeting that is named is asked about itself: 常务会的组成人员 are not 区政府的组成人员
    if (named && (!ofMeetings || ofOtherMeetings)) return -1;
    // nor does anybody ask about meetings and their papers who names neither, or about leave who names another subject
    return (!meets && ofNoOthers) || (elsewhere && ofLeave) ? -1 : 0;
  };
  const likely = likeliest(evidence, from, { of: favour, mayRaise: (pattern) => worth.has(pattern) });
  const same = (agreed: boolean): Opinion => ({ leading, agreed });
  if (leading.some(({ pattern }) => pattern === likely.pattern))
    return same(likely.like >= SURE_LIKENESS && likely.lead >= SURE_LEAD);
  const least = !namesMatter(evidence) ? BARE_LIKENESS : likely.lead < LEAST_LEAD ? FAIR_LIKENESS : LEAST_LIKENESS;
  const unlike = likely.like < least;
  if ((leading.length === 0 && unlike) || likely.pattern === OUTSIDE) return same(false);
  // a later part takes over what the earlier speaks of, which its own words don't show
  if (leading.length > 0 && from > 0 && likely.lead < SURE_LEAD) return same(false);
  const firm = from > 0 && likely.like >= SURE_LIKENESS ? Math.max(score, LEAST_LATER_SCORE) : score;
  const readings = readingsOf(likely.pattern, evidence, firm, asker);
  return readings.length > 0 ? { leading: readings, agreed: false } : same(false);
}

/** What a topic pattern is about, by its name. */
interface Nature {
  ofMeetings: boolean;
  /** Of meetings that are none of the government's own kinds: 全区性会议, 部门会议. */
  ofOtherMeetings: boolean;
  ofMinutes: boolean;
  ofInvitations: boolean;
  ofLeave: boolean;
  ofNoOthers: boolean;
}

const natures = new Map<string, Nature>();

/** Told once of each pattern; every question asks it of all. */
function natureOf(pattern: string): Nature {
  const known = natures.get(pattern);
  if (known) return known;
  const nature = {
    ofMinutes: pattern.startsWith('minutes.'),
    ofInvitations: pattern.startsWith('event.invite.'),
    ofMeetings: /^(?:meeting|agenda|minutes|printing|publicity|supervision|decision)/.test(pattern),
    ofOtherMeetings: /^meeting\.(?:district-wide|department|upper-level)/.test(pattern),
    ofLeave: /^leave\.\*/.test(pattern),
    ofNoOthers: /^(?:agenda|meeting)/.test(pattern),
  };
  natures.set(pattern, nature);
  return nature;
}
