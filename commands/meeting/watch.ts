/** Quorum watch and views: what a leave means for the meeting, before it is decided and after. */
import type { Decision } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import { isLeader, type Person, sayPerson } from '../../src/core/roster.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Provision } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';
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
  const line = `\n应到${now.due.length}人，出席须达到${sayQuorum(rule.value.share, now.due.length)}；已请假${absent.length}人${absent.length > 0 ? `（${absent.map((id) => context.roster.nameOf(id)).join('、')}）` : ''}${asking.length > 0 ? `，另有${asking.length}人正在请假` : ''}；准假后最多到会${now.quorum + after}人，余量${Math.max(after, 0)}人。`;
  if (after < 0)
    return {
      line,
      rule,
      breaks: `如准假，最多到会${now.quorum + after}人，达不到规定的出席人数（${sayQuorum(rule.value.share, now.due.length)}），会议将不能召开。`,
    };
  if (after < asking.length)
    return {
      line,
      rule,
      breaks: `连同正在审批的${asking.length}人，如均准假，将达不到规定的出席人数（${sayQuorum(rule.value.share, now.due.length)}）。`,
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

/** 未出席会议的领导同志，征求其对议题的意见建议. */
function viewsOf(context: Context, meeting: Matter, person: Person): Decision['effects'] {
  const rule = context.book.find('meeting-views-of-absent', (v) => v.meeting === kindOf(meeting));
  const [office] = context.roster.receiversOf('government-office');
  if (!rule || !isLeader(person) || !office) return [];
  const quotes = [quoteOf(context.book, rule)];
  const body = `您已获准不参加${meeting.title}。请就会议议题提出意见建议：${fact(meeting, 'topic')}。`;
  const told = context.roster.receiversOf('government-office').map((p) => p.id);
  return [
    {
      do: 'tell',
      to: told,
      body: 'government-office',
      status: 'notice',
      text: `${sayPerson(person)}已获准不参加${meeting.title}，由区政府办公室征求其对会议议题的意见建议。征求意见的消息已发出，答复将告知您。`,
      quotes,
      matter: meeting.id,
    },
    {
      do: 'open',
      matter: {
        about: 'meeting',
        kind: VIEWS,
        title: `征求${sayPerson(person)}对${meeting.title}议题的意见`,
        owner: office.id,
        day: meeting.day ?? context.today,
        quotes,
        route: [{ ask: 'countersign', who: [], people: [person.id], quotes }],
        data: { body, publicBody: body, warnings: [], facts: { meeting: meeting.id } },
      },
    },
  ];
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
