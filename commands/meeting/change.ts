/** A meeting that has been called: cancelled, moved, held by somebody else, and how it stands with attendance. */
import { sayDay } from '../../src/core/day.ts';
import { type Decision, type Effect, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import { type Person, sayPerson } from '../../src/core/roster.ts';
import { MEETINGS } from '../../src/core/vocabulary.ts';
import { quoteOf, quotesOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { askFor } from '../papers/unfinished.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { newMeeting, type Planned } from './convene.ts';
import { deliveries } from './deliveries.ts';
import { readHosts } from './hosts.ts';
import type { Invited } from './invited.ts';
import { readMove } from './move-words.ts';
import { ofRight, peopleIn, withPeople } from './people.ts';
import { type MeetingWords, meetingIn } from './read.ts';
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
