/** Calling a meeting: whether this person may, who is invited as of right and who by name. */
import { sayDay } from '../../src/core/day.ts';
import { type Decision, type NewMatter, reply } from '../../src/core/decision.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import type { Quote } from '../../src/core/message.ts';
import { isLeader, type Person, sayPerson } from '../../src/core/roster.ts';
import { MEETINGS, type MeetingKind, MISSING, type Missing } from '../../src/core/vocabulary.ts';
import { quoteOf, quotesOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { nearest } from '../nearest.ts';
import { askFor } from '../papers/unfinished.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { deliveries } from './deliveries.ts';
import { type Hosts, readHosts } from './hosts.ts';
import { attendants, type Invited, readGuests } from './invited.ts';
import { noticesOf, tooOften } from './notices.ts';
import { type MeetingWords, passesOver, readMeeting } from './read.ts';
import { fact, heldOn, sayMeeting } from './register.ts';
import { authority, limitOn, quorumRule, sayPeople, sayQuorum } from './rules.ts';

/** A meeting of which everything needed is known. */
export interface Planned extends Required<Pick<MeetingWords, 'kind' | 'day' | 'time' | 'place' | 'topic'>> {
  convener: Person;
  presider: Person;
  /** Who commissioned the presider, or is stood in for. */
  mandator?: Person;
  standingIn?: boolean;
  basis: Quote[];
}

/** Judges a message that calls a meeting. */
export function convene(said: Said, context: Context): Decision {
  const words = readMeeting(said, context.today);
  const { kind } = words;
  if (!kind) return askFor('meeting', said, ['topic'], '请写明召开哪一类会议、时间、地点和议题。');
  const hosts = whoHolds(context, kind, readHosts(said, context.sender));
  const allowed = mayHold(context, kind, words, hosts);
  if ('status' in allowed) return allowed;
  const [substitute] = context.book.byTopic('decision.substitute').provisions;
  if (substitute && passesOver(said))
    return reply('meeting', 'refused', `未发通知：${substitute.says}`, [quoteOf(context.book, substitute)]);
  const { presider } = hosts;
  const missing: Missing[] = [];
  if (!presider) missing.push('host');
  if (words.fault || !words.day || !words.time) missing.push('time');
  if (!words.place) missing.push('place');
  if (!words.topic) missing.push('topic');
  const guests = readGuests(said, context, hosts);
  if (needsUnits(context, kind) && guests.concerned.length === 0 && guests.named.length === 0)
    missing.push('department');
  const { day, time, place, topic } = words;
  if (missing.length > 0 || !presider || !day || !time || !place || !topic)
    return ask(said, words, missing, allowed.basis);
  if (day < context.today || (day === context.today && time < clockOf(context))) {
    return askFor(
      'meeting',
      said,
      ['time'],
      `${sayDay(day, context.today)}${time}已经过去，请核对会议时间。`,
      allowed.basis,
    );
  }
  const planned: Planned = {
    kind,
    day,
    time,
    place,
    topic,
    presider,
    convener: hosts.convener ?? presider,
    mandator: allowed.mandator,
    standingIn: allowed.standingIn,
    basis: allowed.basis,
  };
  // Special meetings of two leaders may well be held at one time.
  const twice = heldOn(context, day).find(
    (m) => m.kind === kind && fact(m, 'time') === time && (kind !== 'special' || m.data.presider === presider.id),
  );
  if (twice) {
    return {
      ...reply(
        'meeting',
        'answered',
        `该会议已经通知：${twice.data.publicBody}如需变更，请回复“${MEETINGS[kind]}改到……”；不再召开的，请回复“取消${sayDay(day)}的${MEETINGS[kind]}”。`,
        allowed.basis,
      ),
    };
  }
  return call(context, planned, attendants(context, kind, guests, presider));
}

/** Opens the meeting and tells what was understood, who is due, and what is worth knowing. */
function call(context: Context, planned: Planned, invited: Invited): Decision {
  const matter = newMeeting(context, planned, invited);
  const { kind, day, presider, mandator } = planned;
  const quorum = quorumRule(context, kind);
  const quotes = [
    ...planned.basis,
    ...(quorum ? [quoteOf(context.book, quorum)] : []),
    ...(invited.spared.length > 0 ? [...invited.members.quotes, ...invited.standing.quotes] : []),
  ];
  const often = tooOften(context, planned);
  if (often) quotes.push(quoteOf(context.book, often));
  const limit = limitOn(context, kind, planned.topic);
  if (limit) quotes.push(quoteOf(context.book, limit));
  const due = invited.members.people;
  const observers = [...invited.standing.people, ...invited.guests.flatMap((g) => g.people)];
  const lines = [
    `已登记并发出通知：${matter.data.publicBody}`,
    due.length > 0 && `应到${due.length}人：${sayPeople(due)}。`,
    quorum && `出席人数须${sayQuorum(quorum.value.share, due.length)}。`,
    observers.length > 0 && `列席${observers.length}人：${sayPeople(observers)}。`,
    invited.spared.length > 0 && `提示：${invited.spared.join('、')}按规则应到会，仍应通知。`,
    invited.lacking.length > 0 && `名册未载明、请另行通知：${invited.lacking.join('、')}。`,
    ...noticesOf(context, planned, [...due, ...observers]).map((n) => `提示：${n}`),
    limit && `提示：${limit.says}`,
    often && `提示：当年已有${often.value.timesAtMost}次${MEETINGS[kind]}。${often.says}`,
  ].filter(Boolean);
  const told = mandator && mandator.id !== presider.id && mandator.id !== context.sender.id ? [mandator.id] : [];
  return {
    ...reply('meeting', 'submitted', `${lines.join('\n')}\n`, quotes),
    effects: [
      { do: 'open', matter },
      ...(told.length > 0
        ? [
            {
              do: 'tell' as const,
              to: told,
              status: 'notice' as const,
              text: `${planned.standingIn ? `您外出期间，由${sayPerson(presider)}召集并主持` : `${sayPerson(presider)}受您委托召集并主持`}：${matter.data.publicBody}`,
              quotes: planned.basis,
              about: 'meeting' as const,
            },
          ]
        : []),
      ...deliveries(context, kind, day, presider),
    ],
  };
}

/** The matter of a meeting: everybody asked at once, each with the clause that makes them come. */
export function newMeeting(context: Context, planned: Planned, invited: Invited): NewMatter {
  const { kind, day, time, place, topic, presider, convener, mandator, basis } = planned;
  const due = invited.members.people;
  const guests = invited.guests.flatMap((g) => g.people);
  const asked = (people: readonly Person[]): string[] =>
    people.filter((p) => p.id !== presider.id && p.id !== mandator?.id).map((p) => p.id);
  const stage = (people: readonly Person[], quotes: Quote[], hint?: string): PlannedStage[] =>
    asked(people).length > 0 ? [{ ask: 'attend', who: [], people: asked(people), quotes, ...(hint && { hint }) }] : [];
  const hosted =
    convener.id === presider.id
      ? `由${sayPerson(presider)}召集并主持`
      : `由${sayPerson(convener)}召集、${sayPerson(presider)}主持`;
  const body = `${MEETINGS[kind]}定于${sayDay(day, context.today)}${time}在${place}召开，${hosted}。议题：${topic}。`;
  return {
    about: 'meeting',
    kind,
    title: sayMeeting(context, { kind, day, time }),
    owner: presider.id,
    day,
    quotes: basis,
    route: [
      ...stage(due, invited.members.quotes.length > 0 ? invited.members.quotes : basis),
      ...stage(invited.standing.people, invited.standing.quotes, '请您列席。'),
      ...invited.guests.flatMap((g) =>
        g.quotes.length > 0
          ? stage(g.people, g.quotes, '根据会议需要，请您列席。')
          : stage(g.people, basis, '请您列席。'),
      ),
    ],
    data: {
      body,
      publicBody: body,
      warnings: [],
      presider: presider.id,
      ...(mandator && { mandator: mandator.id }),
      facts: {
        time,
        place,
        topic,
        convener: convener.id,
        members: due.map((p) => p.id),
        observers: [...invited.standing.people, ...guests].map((p) => p.id),
      },
    },
  };
}

/** Fills in who holds a meeting from what is said: the office sends notices in another's name, others act for themselves. */
function whoHolds(context: Context, kind: MeetingKind, hosts: Hosts): Hosts {
  if (hosts.presider) return hosts;
  const { sender } = context;
  const mandator = hosts.mandator === true ? undefined : hosts.mandator;
  const own = authority(context, sender, kind, undefined, hosts.mandator);
  const commissioned = hosts.mandator !== undefined && sender.position !== 'staff' && !hosts.onBehalfOf;
  if (own?.ok || commissioned || sender.unit !== OFFICE_UNIT) return { ...hosts, presider: sender, convener: sender };
  const host = hosts.onBehalfOf ?? mandator;
  return host ? { presider: host, convener: host } : hosts;
}

type Held = Pick<Planned, 'basis' | 'mandator' | 'standingIn'>;

/** The provisions that allow the meeting to be held so, or the refusal. */
function mayHold(context: Context, kind: MeetingKind, words: MeetingWords, hosts: Hosts): Held | Decision {
  const { sender } = context;
  const people = [...new Set([hosts.convener, hosts.presider].flatMap((p) => p ?? []))];
  const basis: Quote[] = [];
  let mandator: Person | undefined;
  let standingIn = false;
  for (const person of people.length > 0 ? people : [sender]) {
    const judged = authority(context, person, kind, words.day, hosts.mandator);
    if (!judged) {
      return reply('meeting', 'not-found', `规则未规定${MEETINGS[kind]}由谁召集和主持，本助手不作推断。`, [], {
        aside: nearest(
          context,
          [kind === 'study' ? 'study.presider' : `meeting.${kind}.convener`],
          `${MEETINGS[kind]} 召集 主持`,
        ),
      });
    }
    const quotes = quotesOf(context.book, judged.basis);
    if (people.length === 0) return { basis: quotes };
    if (!judged.ok) {
      const whose = person.id === sender.id ? '您' : sayPerson(person);
      return reply(
        'meeting',
        'not-allowed',
        `${whose}无权召集和主持${MEETINGS[kind]}，未发通知。有权召集的是：${judged.who}。${judged.hint}`,
        quotes,
      );
    }
    basis.push(...quotes);
    mandator ??= judged.mandator;
    standingIn ||= judged.standingIn === true;
  }
  const own = people.some((p) => p.id === sender.id) || mandator?.id === sender.id;
  const commissioned = hosts.mandator !== undefined && isLeader(sender);
  if (!own && !commissioned && sender.unit !== OFFICE_UNIT) {
    return reply(
      'meeting',
      'not-allowed',
      `您不能代${people.map(sayPerson).join('、')}发${MEETINGS[kind]}通知，请由其本人或区政府办公室发出。`,
      basis,
    );
  }
  return {
    basis: basis.filter((q, i) => basis.findIndex((o) => o.ref === q.ref && o.text === q.text) === i),
    ...(mandator && { mandator, standingIn }),
  };
}

/** Whether nobody would be invited unless the message names units. */
function needsUnits(context: Context, kind: MeetingKind): boolean {
  const members = context.book.find('meeting-members', (v) => v.meeting === kind)?.value.members;
  return members?.every((m) => m === 'named-units') === true;
}

function ask(said: Said, words: MeetingWords, missing: Missing[], quotes: Quote[]): Decision {
  const label: Partial<Record<Missing, string>> = {
    host: '会议由谁主持',
    time: '会议日期和时间',
    place: '会议地点',
    topic: '议题',
    department: '参会的部门、单位',
  };
  const wanted = missing.map((code) => label[code] ?? MISSING[code]).join('、');
  return askFor(
    'meeting',
    said,
    missing,
    `${words.fault ? `${words.fault}，请核对。` : ''}发${words.kind ? MEETINGS[words.kind] : '会议'}通知还缺：${wanted}。请一并补充。`,
    quotes,
  );
}

const clockOf = (context: Context): string => new Date(context.now + 8 * 3_600_000).toISOString().slice(11, 16);
