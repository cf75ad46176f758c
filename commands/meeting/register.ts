/** Meetings that have been called, and who comes to them. */
import { addDays, type Day, sayDay } from '../../src/core/day.ts';
import { isMeeting, type Matter } from '../../src/core/matter.ts';
import { MEETINGS, type MeetingKind } from '../../src/core/vocabulary.ts';
import type { Context } from '../command.ts';
import type { MeetingWords } from './read.ts';
import { quorumOf, quorumRule } from './rules.ts';

/** The kind of a matter that is somebody's leave from a meeting. */
export const ABSENCE = 'absence';
/** The kind of a matter that asks an absent leader for views. */
export const VIEWS = 'views';
/** The kind of a matter that has the office deliver the papers. */
export const DELIVERY = 'delivery';

const CURRENT: readonly Matter['state'][] = ['open', 'approved', 'effective'];

/** Whether a matter is under way or holds. */
export const isCurrent = (m: Matter): boolean => CURRENT.includes(m.state);
/** The kind of a called meeting. */
export const kindOf = (m: Matter): MeetingKind => m.kind as MeetingKind;

const HORIZON_DAYS = 120;

/** A called meeting that stands, or has been held. */
export const stands = (m: Matter): boolean => isMeeting(m) && (isCurrent(m) || m.state === 'closed');

/** Meetings called for today or later, the next first. */
export function upcoming(context: Context): Matter[] {
  return context.facts.mattersBetween('meeting', context.today, addDays(context.today, HORIZON_DAYS)).filter(stands);
}

/** Meetings on a day, whatever has become of it since. */
export function heldOn(context: Context, day: Day): Matter[] {
  return context.facts.mattersBetween('meeting', day, day).filter(stands);
}

/** The called meetings that a message may mean: none of its words contradicts them. */
export function meant(context: Context, words: Pick<MeetingWords, 'kind' | 'day' | 'time'>): Matter[] {
  const pool = words.day ? heldOn(context, words.day) : upcoming(context);
  const fits = pool.filter((m) => !words.kind || m.kind === words.kind);
  const exact = words.time ? fits.filter((m) => fact(m, 'time') === words.time) : [];
  return exact.length > 0 ? exact : fits;
}

/** A fact of a meeting as text. */
export function fact(matter: Matter, key: string): string {
  const value = matter.data.facts?.[key];
  return typeof value === 'string' ? value : '';
}

/** A fact of a meeting as a list of roster ids. */
export function list(matter: Matter, key: string): string[] {
  const value = matter.data.facts?.[key];
  return Array.isArray(value) ? value : [];
}

/** `3月12日（周四）09:00区政府常务会议` */
export function sayMeeting(
  context: Context,
  words: { kind: MeetingKind; day: Day; time?: string; name?: string },
): string {
  return `${sayDay(words.day, context.today)}${words.time ?? ''}${words.name || MEETINGS[words.kind]}`;
}

/** Who comes to a meeting, by what each has answered. */
export interface Attendance {
  /** 应到: the members, whoever presides included. */
  due: string[];
  observers: string[];
  /** 请假 consented to or reported, with the one who commissioned another to preside. */
  absent: string[];
  /** 请假 that waits for a decision. */
  asking: string[];
  coming: string[];
  /** How many members must be there, where the rule says so. */
  quorum?: number;
  /** Members over the quorum if everybody else comes; negative when it is missed. */
  margin?: number;
}

/** Leaves from a meeting, newest last. */
export function absencesFrom(context: Context, meeting: Matter): Matter[] {
  const day = meeting.day ?? context.today;
  return context.facts
    .mattersBetween('meeting', day, day)
    .filter((m) => m.kind === ABSENCE && fact(m, 'meeting') === meeting.id);
}

/** Requests for the views of those absent from a meeting. */
export function viewsOn(context: Context, meeting: Matter): Matter[] {
  const day = meeting.day ?? context.today;
  return context.facts
    .mattersBetween('meeting', day, day)
    .filter((m) => m.kind === VIEWS && m.state === 'open' && fact(m, 'meeting') === meeting.id);
}

/** Who has got the invitation of a member that left the roster. */
function successors({ facts, roster }: Context, meeting: Matter): string[] {
  const asked = [...list(meeting, 'members'), ...list(meeting, 'observers')];
  if (asked.every((id) => roster.person(id))) return [];
  return facts
    .stepsOf(meeting.id)
    .filter((s) => s.ask === 'attend' && s.stage === MEMBERS_STAGE)
    .flatMap((s) => facts.peopleOf(s.id))
    .filter((id) => !asked.includes(id) && roster.person(id));
}

/** Members are asked before observers. */
const MEMBERS_STAGE = 0;

/** As what somebody is asked to a called meeting, if at all. */
export function partIn(context: Context, meeting: Matter, person: string): 'member' | 'observer' | null {
  if (list(meeting, 'observers').includes(person)) return 'observer';
  const isMember = list(meeting, 'members').includes(person) || successors(context, meeting).includes(person);
  return isMember ? 'member' : null;
}

/** Counts a meeting's attendance from its leaves and answers. */
export function attendanceOf(context: Context, meeting: Matter): Attendance {
  const stays = (id: string): boolean => context.roster.person(id) !== undefined;
  const observers = list(meeting, 'observers').filter(stays);
  const due = [...new Set([...list(meeting, 'members').filter(stays), ...successors(context, meeting)])];
  const leaves = absencesFrom(context, meeting);
  const given = leaves
    .filter((m) => m.state === 'approved' || m.state === 'effective')
    .map((m) => m.owner)
    .filter(stays);
  const { mandator, presider } = meeting.data;
  const absent = [
    ...new Set([...given, ...(mandator && mandator !== presider && due.includes(mandator) ? [mandator] : [])]),
  ];
  const asking = leaves.filter((m) => m.state === 'open').map((m) => m.owner);
  const coming = context.facts
    .stepsOf(meeting.id)
    .filter((s) => s.ask === 'attend' && s.outcome === '参加')
    .flatMap((s) => s.decidedBy ?? [])
    .filter((id) => due.includes(id) || observers.includes(id));
  const rule = quorumRule(context, kindOf(meeting));
  if (!rule) return { due, observers, absent, asking, coming };
  const quorum = quorumOf(rule.value.share, due.length);
  return {
    due,
    observers,
    absent,
    asking,
    coming,
    quorum,
    margin: due.length - absent.filter((id) => due.includes(id)).length - quorum,
  };
}
