/** Quorum watch and views: what a leave means for the meeting, before it is decided and after. */
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import { isLeader, type Person, sayPerson } from '../../src/core/roster.ts';
import { matcher } from '../../src/language/matcher.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Provision } from '../../src/rules/schema.ts';
import type { Context, Said } from '../command.ts';
import { fullWidth } from './read.ts';
import { absencesFrom, attendanceOf, fact, kindOf, VIEWS } from './register.ts';
import { quorumRule, sayQuorum } from './rules.ts';

/** What one more leave does to the quorum, for whoever decides it. */
export function quorumWatch(
  context: Context,
  meeting: Matter,
  person: Person,
): { line: string; breaks?: string; rule: Provision } | null {
  const rule = quorumRule(context, kindOf(meeting));
  const now = attendanceOf(context, meeting);
  if (!rule || now.quorum === undefined || now.margin === undefined) return null;
  const asking = now.asking.filter((id) => id !== person.id && now.due.includes(id));
  const after = now.margin - 1;
  const absent = now.absent.filter((id) => now.due.includes(id));
  const line = `\n应到${now.due.length}人，出席人数须${sayQuorum(rule.value.share, now.due.length)}；已请假${absent.length}人${absent.length > 0 ? `（${absent.map((id) => context.roster.nameOf(id)).join('、')}）` : ''}${asking.length > 0 ? `，另有${asking.length}人正在请假` : ''}；准假后最多到会${now.quorum + after}人，余量${Math.max(after, 0)}人。`;
  if (after < 0)
    return {
      line,
      rule,
      breaks: `如准假，最多到会${now.quorum + after}人，达不到规定的出席人数（须${sayQuorum(rule.value.share, now.due.length)}），会议将不能召开。`,
    };
  if (after < asking.length)
    return {
      line,
      rule,
      breaks: `连同正在审批的${asking.length}人，如均准假，将达不到规定的出席人数（须${sayQuorum(rule.value.share, now.due.length)}）。`,
    };
  return { line, rule };
}

/** What follows once a leave is consented to or reported: views are asked for, the quorum is looked at again. */
export function afterAbsence(leave: Matter, context: Context): Decision['effects'] {
  const meeting = context.facts.matter(fact(leave, 'meeting'));
  const person = context.roster.person(leave.owner);
  if (!meeting || !person) return [];
  return [...viewsOf(context, meeting, person), ...quorumNotices(context, meeting, leave)];
}

/** 未出席会议的领导同志，由办公室征求其对议题的意见建议: the office's task, and a word to the leader. */
function viewsOf(context: Context, meeting: Matter, person: Person): Decision['effects'] {
  const rule = context.book.find('meeting-views-of-absent', (v) => v.meeting === kindOf(meeting));
  if (!rule || !isLeader(person)) return [];
  const quotes = [quoteOf(context.book, rule)];
  const day = meeting.day ?? context.today;
  const due = context.calendar.previousWorkday(day);
  const topic = fact(meeting, 'topic');
  const body = `${sayPerson(person)}已获准不参加${meeting.title}，请征求其对会议议题的意见建议。议题：${topic}。`;
  return [
    {
      do: 'open',
      matter: {
        about: 'meeting',
        kind: VIEWS,
        title: `征求${sayPerson(person)}对${meeting.title}议题的意见`,
        owner: person.id,
        day,
        quotes,
        route: [{ ask: 'do', who: [rule.value.by], quotes, ...(due > context.today && { due }) }],
        data: { body, publicBody: body, warnings: [], facts: { meeting: meeting.id } },
      },
    },
    {
      do: 'tell',
      to: [person.id],
      status: 'notice',
      text: `请您就${meeting.title}的议题提出意见建议：${topic}。可直接回复“意见：……”，由区政府办公室汇总。`,
      quotes,
      matter: meeting.id,
    },
  ];
}

/** Words by which an absent leader gives views. */
export const GIVES_VIEWS = matcher(
  /^(?:我)?(?:对[^,。;]{0,40})?(?:的)?(?:意见|建议|意见建议)(?:是|为|如下|:)+|^(?:我)?对[^,。;]{0,40}(?:议题|会议)[^,。;]{0,10}(?:没有|无)(?:不同)?意见/,
);

/** The open request for somebody's views, if there is one. */
export const viewsWanted = (context: Context): Matter | undefined =>
  context.facts.mattersOf(context.sender.id, 'meeting').find((m) => m.kind === VIEWS && m.state === 'open');

/** An absent leader's views, handed to the office. */
export function takeViews(said: Said, context: Context): Decision {
  const wanted = viewsWanted(context);
  if (!wanted) return reply('meeting', 'not-understood', '目前没有征求您意见的会议议题。');
  const to = context.facts
    .stepsOf(wanted.id)
    .filter((s) => s.state === 'open')
    .flatMap((s) => context.facts.peopleOf(s.id));
  const text = `${sayPerson(context.sender)}对会议议题的意见建议：${fullWidth(said.marked.text)}`;
  return {
    ...reply('meeting', 'recorded', '您的意见建议已记录，并转区政府办公室汇总。', wanted.quotes),
    effects: [
      {
        do: 'tell',
        to: [...new Set(to)],
        body: 'government-office',
        status: 'notice',
        text,
        quotes: wanted.quotes,
        matter: wanted.id,
      },
    ],
  };
}

/** Tells the holder and the office when the quorum is gone, and those who decide open leaves when the next one would break it. */
function quorumNotices(context: Context, meeting: Matter, leave: Matter): Decision['effects'] {
  const rule = quorumRule(context, kindOf(meeting));
  const { margin, due, quorum } = attendanceOf(context, meeting);
  if (!rule || margin === undefined || quorum === undefined || margin > 0) return [];
  const quotes = [quoteOf(context.book, rule)];
  const office = context.roster.receiversOf('government-office').map((p) => p.id);
  if (margin < 0) {
    const to = [...new Set([meeting.owner, ...office])];
    const text = `${meeting.title}已达不到规定的出席人数：应到${due.length}人，须${sayQuorum(rule.value.share, due.length)}，现最多到会${quorum + margin}人。请考虑改期或协调参会。`;
    return [{ do: 'tell', to, status: 'notice', text, quotes, matter: meeting.id }];
  }
  const deciders = absencesFrom(context, meeting)
    .filter((m) => m.id !== leave.id && m.state === 'open')
    .flatMap((m) => context.facts.stepsOf(m.id).filter((s) => s.state === 'open' && s.ask === 'approve'))
    .flatMap((s) => context.facts.peopleOf(s.id));
  const to = [...new Set(deciders)];
  if (to.length === 0) return [];
  return [
    {
      do: 'tell',
      to,
      status: 'notice',
      text: `${meeting.title}余量已为0人：应到${due.length}人，须${sayQuorum(rule.value.share, due.length)}。再准假一人，将达不到规定的出席人数。`,
      quotes,
      matter: meeting.id,
    },
  ];
}
