/** A meeting that has been called: cancelled, moved, held by somebody else, and how it stands with attendance. */
import { type Day, sayDay } from '../../src/core/day.ts';
import { type Decision, type Effect, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import { type Person, sayPerson } from '../../src/core/roster.ts';
import { MEETINGS } from '../../src/core/vocabulary.ts';
import { matcher } from '../../src/language/matcher.ts';
import { readNumber } from '../../src/language/numbers.ts';
import { quoteOf, quotesOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { askFor } from '../papers/unfinished.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { newMeeting, type Planned } from './convene.ts';
import { deliveries } from './deliveries.ts';
import type { Invited } from './invited.ts';
import { ofRight, peopleIn, withPeople } from './people.ts';
import { type MeetingWords, meetingIn, readHosts, readPlace } from './read.ts';
import { absencesFrom, attendanceOf, DELIVERY, fact, isCurrent, kindOf, meant, viewsOn } from './register.ts';
import { authority } from './rules.ts';

/** Whose meeting it is: who presides, convened or filed it, and the office. */
export const mayManage = (context: Context, meeting: Matter): boolean =>
  context.sender.unit === OFFICE_UNIT ||
  [meeting.owner, meeting.filedBy, meeting.data.presider, meeting.data.mandator, fact(meeting, 'convener')].includes(
    context.sender.id,
  );

/** The meeting that a message about a called one means, or why none is; one that is over cannot be acted on. */
export function called(said: Said, context: Context, words: MeetingWords, acts: boolean): Matter | Decision {
  const found = meant(context, words).filter((m) => meetingIn(said) !== undefined || mayManage(context, m));
  const [meeting] = found;
  if (!meeting)
    return reply(
      'meeting',
      'not-understood',
      '未查到您所说的会议。请写明日期和会议名称，例如：取消3月12日的区政府常务会议。',
    );
  if (acts && meeting.state === 'closed')
    return reply('meeting', 'not-understood', `${meeting.title}已经开过，不能再变更。`);
  if (found.length > 1)
    return reply('meeting', 'not-understood', `现有${found.map((m) => `“${m.title}”`).join('、')}，请写明是哪一次。`);
  return meeting;
}

export const deny = (meeting: Matter, what: string, context: Context): Decision =>
  reply(
    'meeting',
    'not-allowed',
    `您不能${what}“${meeting.title}”，请由主持人${context.roster.nameOf(meeting.owner)}或区政府办公室提出。`,
    meeting.quotes,
  );

const delivering = (context: Context, meeting: Matter): Matter[] =>
  context.facts
    .mattersBetween('meeting', meeting.day ?? context.today, meeting.day ?? context.today)
    .filter((m) => isCurrent(m) && m.kind === DELIVERY)
    .filter((m) => fact(m, 'of') === meeting.kind && m.data.presider === meeting.data.presider);

/** Leaves and office work that hang on a meeting end with it; who asked and who decided hear so once. */
function dependents(context: Context, meeting: Matter, why: string): { effects: Effect[]; told: string[] } {
  const leaves = absencesFrom(context, meeting).filter(isCurrent);
  const works = [...viewsOn(context, meeting), ...delivering(context, meeting)];
  const steps = [...leaves, ...works].flatMap((m) => context.facts.stepsOf(m.id));
  const people = [...leaves.map((m) => m.owner), ...steps.flatMap((s) => context.facts.peopleOf(s.id))];
  const holder = meeting.data.presider ?? meeting.owner;
  const told = [...new Set(people)].filter((id) => ![context.sender.id, holder].includes(id));
  const effects: Effect[] = [...leaves, ...works].map((m) => ({ do: 'withdraw', matter: m.id, why: '' }));
  if (told.length > 0)
    effects.push({ do: 'tell', to: told, status: 'notice', text: why, quotes: [], matter: meeting.id });
  return { effects, told };
}

/** Whoever presides hears of what the office has changed. */
const tellHolder = (meeting: Matter, context: Context, text: string): Effect[] => {
  const to = [meeting.data.presider ?? meeting.owner].filter((id) => id !== context.sender.id);
  return to.length > 0 ? [{ do: 'tell', to, status: 'notice', text, quotes: [], matter: meeting.id }] : [];
};

/** 取消会议; `postponed`: the day is to be told later. */
export function cancel(meeting: Matter, context: Context, postponed: boolean): Decision {
  if (!mayManage(context, meeting)) return deny(meeting, '取消', context);
  const why = postponed ? `${meeting.title}延期召开，时间另行通知。` : `${meeting.title}不再召开，请知悉。`;
  const end = dependents(
    context,
    meeting,
    `${meeting.title}${postponed ? '延期，时间另行通知' : '已取消'}，原请假、材料送达等事项终止。`,
  );
  return {
    ...reply(
      'meeting',
      'recorded',
      `${postponed ? '已记录延期' : '已取消'}：${meeting.title}，并通知与会人员。${postponed ? '确定时间后请重新发会议通知。' : ''}`,
    ),
    effects: [
      ...end.effects,
      { do: 'withdraw', matter: meeting.id, why, told: end.told },
      ...tellHolder(meeting, context, why),
    ],
  };
}

/** 往后挪一天, 提前半小时, 推迟两个小时: by how much, not to when. */
export const SHIFT = matcher(
  /(往后|向后|推后|延后|推迟|延迟|延期|顺延|晚|往前|向前|提前|提早|早)(?:挪|推|移|延|调|放|错|开|提|个)*(半|[一两二三四五六七八九十]|\d{1,3})(?:个)?(半)?(天|日|小时|钟头|刻钟|分钟|周|星期|礼拜)(半)?/,
);

const MINUTES_IN: Readonly<Record<string, number>> = {
  天: 1440,
  日: 1440,
  周: 10_080,
  星期: 10_080,
  礼拜: 10_080,
  小时: 60,
  钟头: 60,
  刻钟: 15,
  分钟: 1,
};

/** A called day and time moved by what a message says; `null` where it says no such amount. */
function shifted(text: string, day: Day, time: string): { day: Day; time: string } | null {
  const [, way = '', number = '', half, unit = '', andHalf] = SHIFT.exec(text) ?? [];
  if (!unit) return null;
  const amount = (number === '半' ? 0.5 : (readNumber(number) ?? 0)) + (half || andHalf ? 0.5 : 0);
  const minutes = amount * (MINUTES_IN[unit] ?? 0) * (/前|早/.test(way) ? -1 : 1);
  const at = new Date(Date.parse(`${day}T${time}:00Z`) + minutes * 60_000).toISOString();
  return { day: at.slice(0, 10), time: at.slice(11, 16) };
}

const MOVED = /(?:(?<!修)改|调整?|推迟?|延期?|延后|提前|顺延|变更|移|挪|换)(?:到|成|为|至|在|于)?/;

/** The new day, time and place: what is said after 改到. */
export function readMove(
  said: Said,
  context: Context,
  meeting: Matter,
): { day?: Day; time?: string; place?: string; fault?: string } {
  const { text, dates } = said.marked;
  const at = text.search(MOVED);
  const after = dates.filter((d) => d.from > at && !d.title);
  const faulty = after.find((d) => d.fault);
  if (faulty) return { fault: `“${faulty.text}”有误，请核对` };
  const dated = after.find(
    (d) => d.type === 'date' || d.type === 'datetime' || (d.type === 'datetimerange' && d.start),
  );
  const by = shifted(text, meeting.day ?? context.today, fact(meeting, 'time'));
  const clocked = after.find((d) => /[点时:]/.test(d.text) && d.start);
  const day = dated?.start?.slice(0, 10) ?? (/当天|当日/.test(text.slice(at)) ? (meeting.day ?? undefined) : undefined);
  const time = clocked?.type === 'time' ? clocked.start?.slice(0, 5) : clocked?.start?.slice(11, 16);
  const rest = {
    ...said,
    marked: {
      ...said.marked,
      text: text.slice(at),
      dates: after.map((d) => ({ ...d, from: d.from - at, to: d.to - at })),
    },
  };
  const place =
    readPlace(rest) ??
    /(?:改|调整|变更|移|换)(?:到|为|至|在)(?:了)?([^,。;\d]{2,24}(?:室|厅|堂|中心|楼))/.exec(text)?.[1];
  if (by && !dated) return { ...by, ...(place && { place }) };
  return { ...(day && { day }), ...(time && { time }), ...(place && context && { place }) };
}

/** Members and observers who are in the roster still, with the successors of those who aren't. */
const everybody = (context: Context, meeting: Matter): string[] => {
  const { due, observers } = attendanceOf(context, meeting);
  return [...due, ...observers];
};

/** 改期、改地点: everybody is asked again; a new room alone is told. */
export function move(said: Said, meeting: Matter, context: Context): Decision {
  if (!mayManage(context, meeting)) return deny(meeting, '变更', context);
  const to = readMove(said, context, meeting);
  if (to.fault) return askFor('meeting', said, ['time'], `${to.fault}。`);
  const planned = plannedOf(context, meeting);
  if (!planned) return reply('meeting', 'not-understood', '该会议的主持人已不在名册中，请取消后重新通知。');
  const day = to.day ?? meeting.day ?? context.today;
  if (!to.day && !to.time && !to.place)
    return askFor('meeting', said, ['time'], `“${meeting.title}”改到什么时间？请写明日期和时间。`);
  if (day < context.today)
    return askFor('meeting', said, ['time'], `${sayDay(day, context.today)}已经过去，请核对会议时间。`);
  const next: Planned = { ...planned, day, time: to.time ?? planned.time, place: to.place ?? planned.place };
  const { members, standing } = ofRight(context, meeting);
  const change = peopleIn(said, context, meeting);
  const gone = change.fewer.filter((p) => ![...members.people, ...standing.people].includes(p));
  const { more } = change;
  const known = { ...meeting, data: withPeople(meeting, { more, fewer: gone }) };
  const rebuilt = newMeeting(context, next, invitedOf(context, known));
  if (!to.day && !to.time) {
    const people = everybody(context, meeting).filter((id) => id !== context.sender.id);
    return {
      ...reply('meeting', 'recorded', `已变更地点并通知与会人员：${rebuilt.data.publicBody}`),
      effects: [
        { do: 'amend', matter: meeting.id, data: rebuilt.data },
        ...(gone.length > 0 ? [{ do: 'uninvite' as const, matter: meeting.id, people: gone.map((p) => p.id) }] : []),
        ...(more.length > 0 ? [{ do: 'invite' as const, matter: meeting.id, people: more.map((p) => p.id) }] : []),
        ...tellHolder(meeting, context, `会议地点变更：${rebuilt.data.publicBody}`),
        {
          do: 'tell',
          to: people.filter((id) => id !== meeting.data.presider && !gone.some((p) => p.id === id)),
          status: 'notice',
          text: `会议地点变更：${rebuilt.data.publicBody}`,
          quotes: [],
          matter: meeting.id,
        },
      ],
    };
  }
  const left = gone.map((p) => p.id);
  const end = dependents(
    context,
    meeting,
    `“${meeting.title}”已改到${sayDay(day, context.today)}${next.time}，请假须重新提出。`,
  );
  const rest = context.calendar.isWorkday(day) ? '' : `提示：${sayDay(day)}为休息日。`;
  return {
    ...reply(
      'meeting',
      'recorded',
      `已改期并重新通知与会人员：${rebuilt.data.publicBody}原请假事项终止，须重新提出。${rest}`,
      planned.basis,
    ),
    effects: [
      ...end.effects,
      ...(gone.length > 0
        ? [
            {
              do: 'tell' as const,
              to: left,
              status: 'notice' as const,
              text: `“${meeting.title}”不再安排您参加，请知悉。`,
              quotes: [],
              matter: meeting.id,
            },
          ]
        : []),
      { do: 'restart', matter: meeting.id, with: rebuilt, told: [...end.told, ...left] },
      ...tellHolder(meeting, context, `会议改期：${rebuilt.data.publicBody}原请假事项终止。`),
      ...deliveries(context, kindOf(meeting), day, next.presider),
    ],
  };
}

/** 委托X主持: whoever holds the meeting commissions somebody whom the rule lets. */
export function commission(said: Said, meeting: Matter, context: Context): Decision {
  const planned = plannedOf(context, meeting);
  const host = readHosts(said, context.sender).presider;
  if (!planned || !host || host.id === meeting.owner)
    return reply('meeting', 'not-understood', `请写明委托谁主持${meeting.title}。`);
  if (meeting.owner !== context.sender.id && context.sender.unit !== OFFICE_UNIT)
    return deny(meeting, '委托他人主持', context);
  const judged = authority(context, host, kindOf(meeting), meeting.day ?? undefined, planned.presider);
  const quotes = judged ? quotesOf(context.book, judged.basis) : [];
  if (!judged?.ok)
    return reply(
      'meeting',
      'refused',
      `${sayPerson(host)}不能召集和主持${MEETINGS[kindOf(meeting)]}。可以召集的是：${judged?.who ?? ''}。`,
      quotes,
    );
  const next: Planned = { ...planned, presider: host, convener: host, mandator: planned.presider, basis: quotes };
  const rebuilt = newMeeting(context, next, invitedOf(context, meeting));
  const people = everybody(context, meeting).filter((id) => id !== context.sender.id);
  return {
    ...reply('meeting', 'recorded', `已记录：${rebuilt.data.publicBody}`, quotes),
    effects: [
      { do: 'amend', matter: meeting.id, data: rebuilt.data },
      {
        do: 'tell',
        to: people,
        status: 'notice',
        text: `会议主持人变更：${rebuilt.data.publicBody}`,
        quotes,
        matter: meeting.id,
      },
    ],
  };
}

/** A called meeting as it was planned. */
function plannedOf(context: Context, meeting: Matter): Planned | null {
  const person = (id: string | undefined): Person | undefined => (id ? context.roster.person(id) : undefined);
  const presider = person(meeting.data.presider);
  if (!presider) return null;
  const mandator = person(meeting.data.mandator);
  return {
    kind: kindOf(meeting),
    day: meeting.day ?? context.today,
    time: fact(meeting, 'time'),
    place: fact(meeting, 'place'),
    topic: fact(meeting, 'topic'),
    presider,
    convener: person(fact(meeting, 'convener')) ?? presider,
    ...(mandator && { mandator }),
    basis: meeting.quotes,
  };
}

/** The people of a called meeting, each group under the clause that made it come. */
function invitedOf(context: Context, meeting: Matter): Invited {
  const { due, observers } = attendanceOf(context, meeting);
  const people = (ids: readonly string[]): Person[] => ids.flatMap((id) => context.roster.person(id) ?? []);
  const rule = (kind: 'meeting-members' | 'meeting-observers'): Invited['members']['quotes'] => {
    const found = context.book.find(kind, (v) => v.meeting === kindOf(meeting));
    return found ? [quoteOf(context.book, found)] : [];
  };
  return {
    members: { people: people(due), quotes: rule('meeting-members') },
    standing: { people: people(observers), quotes: rule('meeting-observers') },
    guests: [],
    spared: [],
    lacking: [],
  };
}
