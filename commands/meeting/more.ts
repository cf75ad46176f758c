/** 再加上财政局: further people asked to a meeting that is called already. */
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import type { Person } from '../../src/core/roster.ts';
import { onePerson } from '../../src/language/people.ts';
import type { Context, Said } from '../command.ts';
import { deny, mayManage } from './change.ts';
import { kindOf, list } from './register.ts';
import { sayPeople } from './rules.ts';

/** 再请, 加上, 叫上, 通知…也来, 把…也叫上 */
export const ADDS =
  /把[^,。;]{2,16}?(?:也|再|一并|一起|都)?(?:叫|请|加|喊|带|通知)(?:上|来|进来)|(?:再|另外?|还要?|也|顺便)(?:加|增加|请|叫|让|通知|喊|带)(?:上|个|一下)?|(?:加|叫|喊|带|补|捎)上|(?:请|叫|让|通知)[^,。;]{2,16}?也(?:来|参加|列席|到会)/;

/** Whom a message wants at a called meeting besides those asked already. */
export function morePeople({ marked }: Said, context: Context, meeting: Matter): Person[] {
  const at = marked.text.search(ADDS);
  if (at < 0) return [];
  const end = marked.text.slice(at).search(/[。;]/);
  const within = (span: { from: number; to: number }): boolean => span.from >= at && (end < 0 || span.to <= at + end);
  const asked = [...list(meeting, 'members'), ...list(meeting, 'observers'), meeting.data.presider];
  const heads = marked.units.filter(within).flatMap((u) => context.roster.headOf(u.unit) ?? []);
  const people = marked.people.filter(within).flatMap((p) => onePerson(p) ?? []);
  return [...new Set([...heads, ...people])].filter((p) => !asked.includes(p.id));
}

/** A meeting's facts with more people in them: its members where it consists of whom it names, else observers. */
export function withMore(meeting: Matter, people: readonly Person[]): Matter['data'] {
  const key = kindOf(meeting) === 'special' ? 'members' : 'observers';
  const ids = [...list(meeting, key), ...people.map((p) => p.id)];
  return { ...meeting.data, facts: { ...meeting.data.facts, [key]: ids } };
}

/** Asks them; those asked before hear nothing of it. */
export function addPeople(said: Said, meeting: Matter, context: Context): Decision {
  if (!mayManage(context, meeting)) return deny(meeting, '增加参会人员到', context);
  const people = morePeople(said, context, meeting);
  if (people.length === 0)
    return reply(
      'meeting',
      'not-understood',
      `请写明“${meeting.title}”要增加的部门、单位或人员；已通知的不再重复通知。`,
    );
  return {
    ...reply('meeting', 'recorded', `已增加并通知：${sayPeople(people)}参加“${meeting.title}”。`, meeting.quotes),
    effects: [
      { do: 'amend', matter: meeting.id, data: withMore(meeting, people) },
      { do: 'invite', matter: meeting.id, people: people.map((p) => p.id) },
    ],
  };
}
