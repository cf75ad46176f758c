/** 再加上财政局, 水利局不用来了: who is to come besides, or no longer, to a meeting that is called already. */
import { type Decision, type Effect, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import type { Person } from '../../src/core/roster.ts';
import { matcher, mayMatch } from '../../src/language/matcher.ts';
import { onePerson } from '../../src/language/people.ts';
import type { Context, Said } from '../command.ts';
import { deny, mayManage } from './change.ts';
import { attendants } from './invited.ts';
import { absencesFrom, isCurrent, kindOf, list, viewsOn } from './register.ts';
import { sayPeople } from './rules.ts';

/** 再请, 加上, 叫上, 通知…也来, 把…也叫上 */
const ADDS = matcher(
  /把[^,。;]{2,16}?(?:也|再|一并|一起|都)?(?:叫|请|加|喊|带|通知)(?:上|来|进来)|(?:再|另外?|还要?|也|顺便)(?:加|增加|请|叫|让|通知|喊|带)(?:上|个|一下)?|(?:加|叫|喊|带|补|捎)上|增加[^,。;]{2,24}?(?:参加|列席|参会|到会)|(?:请|叫|让|通知)[^,。;]{2,16}?也(?:来|参加|列席|到会)|(?:请|安排|通知|邀请)[^,。;]{2,30}?(?:列席|参会|到会)/,
);
/** 换成, 改由…来: who stands before goes, who stands after comes. */
const SWAPS = matcher(/换成|换为|改成|改为|改由|改请|替换为|换/);
/** 地点改为水利局会议室, 主持人换成孙区长: other things are swapped. */
const OF_ELSE = /地点|会议室|会场|礼堂|召开|时间|主持|召集|议题/;
/** 不用来了, 从名单里去掉 */
const DROPS = matcher(
  /(?:不用|不必|无需|无须|不需要?|不再|不|别)再?(?:(?:通知|安排|邀请|请|叫|让)(?:他们?|她们?)?(?:来|列席|参加|出席|参会|到会)?|来|列席|参加|出席|参会|到会)了?$|(?:不用|不必|无需|免)了$|去掉|删掉|划掉|拿掉|减掉|撤掉|去除|移除|移出|剔除|删除|撤下|剔出/,
);
/** 参会名单, 列席: words that speak of who comes to a meeting. */
const OF_COMING = /名单|列席|参加|出席|参会|到会|与会|来(?:了|开会|参加|听)?$/;

interface People {
  more: Person[];
  fewer: Person[];
}

/** Whom a message wants at a called meeting besides those asked already, and whom it wants there no longer. */
export function peopleIn({ marked }: Said, context: Context, meeting: Matter): People {
  const asked = [...list(meeting, 'members'), ...list(meeting, 'observers')];
  const adds = marked.text.search(ADDS);
  const stop = adds < 0 ? -1 : marked.text.slice(adds).search(/[。;]/);
  const found: People = { more: [], fewer: [] };
  const spans = [
    ...marked.units.map((u) => ({ ...u, person: context.roster.headOf(u.unit) })),
    ...marked.people.map((p) => ({ ...p, person: onePerson(p) })),
  ];
  for (const { from, to, person } of spans) {
    if (!person || person.id === meeting.data.presider) continue;
    const own = person.id === context.sender.id || person.unit === context.sender.unit;
    const [clause, at] = clauseAround(marked.text, from);
    const swap = OF_ELSE.test(clause) ? -1 : clause.search(SWAPS);
    const swapped = swap >= 0 && at >= swap;
    const drops = !swapped && (DROPS.test(clause) || swap >= 0);
    const comes = swapped || (adds >= 0 && from >= adds && (stop < 0 || to <= adds + stop));
    if (asked.includes(person.id)) {
      if (drops && !own && !found.fewer.includes(person)) found.fewer.push(person);
    } else if (comes && !drops && !found.more.includes(person)) found.more.push(person);
  }
  return found;
}

/** A clause, and where in it something begins. */
function clauseAround(text: string, at: number): [string, number] {
  const from = Math.max(...[...',;。\n'].map((mark) => text.lastIndexOf(mark, at - 1))) + 1;
  const end = text.slice(at).search(/[,。;\n]/);
  return [text.slice(from, end < 0 ? text.length : at + end), at - from];
}

/** Whether a message that names no meeting speaks of who is to come to one: of coming, or of units alone. */
export function ofComing(text: string): boolean {
  const inClause = (pattern: RegExp): boolean =>
    mayMatch(pattern, text) && text.split(/[,。;\n]/).some((clause) => pattern.test(clause));
  const changes = ADDS.test(text) || SWAPS.test(text) || inClause(DROPS);
  return changes && (text.length <= BRIEF || inClause(OF_COMING));
}
const BRIEF = 16;

/** A meeting's facts with other people in them: its members where it consists of whom it names, else observers. */
export function withPeople(meeting: Matter, { more, fewer }: People): Matter['data'] {
  const key = kindOf(meeting) === 'special' ? 'members' : 'observers';
  const gone = fewer.map((p) => p.id);
  const stay = (of: 'members' | 'observers'): string[] => [
    ...list(meeting, of).filter((id) => !gone.includes(id)),
    ...(of === key ? more.map((p) => p.id) : []),
  ];
  const facts = { ...meeting.data.facts, members: stay('members'), observers: stay('observers') };
  return { ...meeting.data, facts };
}

/** Asks some and lets others go; nobody else hears of it. Whom the rule wants there stays. */
export function changePeople(said: Said, meeting: Matter, context: Context): Decision {
  if (!mayManage(context, meeting)) return deny(meeting, '调整参会人员：', context);
  const { more, fewer } = peopleIn(said, context, meeting);
  const { members, standing } = ofRight(context, meeting);
  const bound = fewer.filter((p) => [...members.people, ...standing.people].includes(p));
  const quotes = [
    ...(bound.some((p) => members.people.includes(p)) ? members.quotes : []),
    ...(bound.some((p) => standing.people.includes(p)) ? standing.quotes : []),
  ];
  const kept =
    bound.length > 0 ? `${sayPeople(bound)}按规则应到会，未从通知中去掉；本人不能参加的，由其按规定请假。` : '';
  const gone = fewer.filter((p) => !bound.includes(p));
  if (more.length === 0 && gone.length === 0) {
    return bound.length > 0
      ? reply('meeting', 'refused', kept, quotes)
      : reply(
          'meeting',
          'not-understood',
          `请写明“${meeting.title}”要增加或去掉的部门、单位或人员；已通知的不再重复通知。`,
        );
  }
  const ids = gone.map((p) => p.id);
  const lines = [
    more.length > 0 && `已增加并通知：${sayPeople(more)}参加“${meeting.title}”。`,
    gone.length > 0 && `已去掉并告知：${sayPeople(gone)}不再参加“${meeting.title}”。`,
    kept && `提示：${kept}`,
  ];
  return {
    ...reply('meeting', 'recorded', lines.filter(Boolean).join(''), [...meeting.quotes, ...quotes]),
    effects: [
      { do: 'amend', matter: meeting.id, data: withPeople(meeting, { more, fewer: gone }) },
      ...(gone.length > 0 ? [{ do: 'uninvite' as const, matter: meeting.id, people: ids }] : []),
      ...overFor(context, meeting, ids),
      ...(more.length > 0 ? [{ do: 'invite' as const, matter: meeting.id, people: more.map((p) => p.id) }] : []),
    ],
  };
}

/** Who is at such a meeting by the rule, whoever else is asked. */
export function ofRight(
  context: Context,
  meeting: Matter,
): Pick<ReturnType<typeof attendants>, 'members' | 'standing'> {
  const presider = context.roster.person(meeting.data.presider ?? meeting.owner);
  const nobody = { concerned: [], named: [], attending: [], spared: [], text: '' };
  return presider
    ? attendants(context, kindOf(meeting), nobody, presider)
    : { members: { people: [], quotes: [] }, standing: { people: [], quotes: [] } };
}

/** Who need not come needs no leave, and is not asked for views. */
const overFor = (context: Context, meeting: Matter, people: readonly string[]): Effect[] =>
  [...absencesFrom(context, meeting).filter(isCurrent), ...viewsOn(context, meeting)]
    .filter((m) => people.includes(m.owner))
    .map((m) => ({ do: 'withdraw', matter: m.id, why: `${m.title}：不再安排其参会，该事项终止。` }));
