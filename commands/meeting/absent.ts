/** 会议请假: whom to ask, by the kind of meeting, who asks and who holds it. */
import { sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Matter, Paper } from '../../src/core/matter.ts';
import { isLeader, type Person, sayPerson } from '../../src/core/roster.ts';
import { MEETINGS, type MeetingKind } from '../../src/core/vocabulary.ts';
import { quoteOf, quotesOf } from '../../src/rules/quote.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';
import { nearest } from '../nearest.ts';
import { planRoute } from '../plan.ts';
import { ABSENCE, absencesFrom, attendanceOf, fact, isCurrent, kindOf, list, sayMeeting } from './register.ts';
import { holds, quorumRule, resolve, sayQuorum } from './rules.ts';

/** A leave from a meeting with everything that it needs; `meeting` is the called one, if it was called here. */
export interface AbsenceRequest {
  person: Person;
  kind: MeetingKind;
  day: string;
  time?: string;
  meeting?: Matter;
  /** Who presides, where the meeting was not called here. */
  presider?: Person;
  reason: string;
  /** 拟由…代为参加 */
  substitute?: string;
  /** Consent to the substitute is asked for, not taken for granted. */
  asksConsent?: boolean;
  files: string[];
}

type Part = 'member' | 'observer';

/** Judges a leave from a meeting: not found, refused, or on its way. */
export function judgeAbsence(context: Context, request: AbsenceRequest): Decision {
  const { person, meeting } = request;
  const name = sayMeeting(context, request);
  const part = partOf(context, request);
  if (!part)
    return reply(
      'meeting',
      'answered',
      `${person.id === context.sender.id ? '您' : person.name}不在${name}的与会人员名单中，无须请假。`,
    );
  const pending = meeting && absencesFrom(context, meeting).find((m) => m.owner === person.id && isCurrent(m));
  if (pending)
    return reply(
      'meeting',
      'answered',
      `${name}的请假已${pending.state === 'open' ? '报送，正在审批' : '办理'}，无须重复提出。`,
      pending.quotes,
    );
  const presider = meeting?.data.presider ? context.roster.person(meeting.data.presider) : request.presider;
  if (presider?.id === person.id) return holderCannot(context, request);
  const rule = leaveRule(context, request, part, presider);
  if (!rule) return silent(context, request);
  const substitution = request.substitute ? context.book.find('meeting-substitute') : undefined;
  if (substitution && !request.asksConsent) {
    return reply(
      'meeting',
      'refused',
      `未经同意，不得由他人代替参加${name}。确因特殊情况不能参加的，请先请假并写明事由；拟由${request.substitute}代为参加的，请一并提出，待同意后再安排。`,
      [quoteOf(context.book, substitution)],
    );
  }
  return open(context, request, { part, presider, rule, substitution });
}

function open(
  context: Context,
  request: AbsenceRequest,
  judged: { part: Part; presider?: Person; rule: ProvisionOf<'meeting-leave'>; substitution?: Provision },
): Decision {
  const { person, kind, day, meeting, reason, substitute, files } = request;
  const { rule, presider, part } = judged;
  const attendance = context.book.find('meeting-attendance');
  const basis: Provision[] = [
    rule,
    ...(attendance?.value.inPrinciple ? [attendance] : []),
    ...(judged.substitution ? [judged.substitution] : []),
  ];
  const warnings = attendance?.value.inPrinciple ? ['规则要求按时参加会议，原则上不应请假。'] : [];
  if (substitute) warnings.push(`拟由${substitute}代为参加，须经同意。`);
  const count = meeting && part === 'member' ? quorumWatch(context, meeting, person) : null;
  if (count?.breaks) {
    warnings.push(count.breaks);
    basis.push(count.rule);
  }
  const name = sayMeeting(context, request);
  const who = sayPerson(person);
  const paper = rule.value.written ? [writtenLeave(context, request)] : undefined;
  const body = `${who}因${reason}，不能${part === 'observer' ? '列席' : '参加'}${name}，特请假。${substitute ? `拟由${substitute}代为参加。` : ''}${count ? count.line : ''}`;
  const quotes = quotesOf(context.book, basis);
  const asks = rule.value.route.some((s) => s.ask === 'approve');
  return {
    ...reply(
      'meeting',
      'submitted',
      `已受理：${who}${name}请假，事由：${reason}。${paper ? '书面请假报告已代拟并随附。' : ''}${warnings.map((w) => `提示：${w}`).join('')}${asks ? '未获同意前请按时参会。' : ''}`,
      quotes,
    ),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'meeting',
          kind: ABSENCE,
          title: `${person.name}${name}请假`,
          owner: person.id,
          day,
          quotes,
          route: planRoute(rule.value.route, quotes),
          data: {
            body,
            publicBody: `${who}${name}请假。`,
            warnings,
            unit: person.unit,
            ...(presider && { presider: presider.id }),
            ...(files.length > 0 && { attachments: files }),
            ...(paper && { papers: paper }),
            facts: { meeting: meeting?.id ?? '', of: kind, part, reason },
          },
        },
      },
    ],
  };
}

/** Member, observer, or neither; by the notice where the meeting was called here, else by the rule. */
function partOf(context: Context, { person, kind, meeting }: AbsenceRequest): Part | null {
  if (meeting) {
    if (list(meeting, 'members').includes(person.id)) return 'member';
    return list(meeting, 'observers').includes(person.id) ? 'observer' : null;
  }
  const members = context.book.find('meeting-members', (v) => v.meeting === kind)?.value.members ?? [];
  return resolve(context, members, []).people.includes(person) || members.includes('named-units')
    ? 'member'
    : 'observer';
}

function leaveRule(
  context: Context,
  { kind, person }: AbsenceRequest,
  part: Part,
  presider: Person | undefined,
): ProvisionOf<'meeting-leave'> | undefined {
  const holder = presider?.position === 'mayor' ? 'mayor' : 'others';
  const fits: Record<ProvisionOf<'meeting-leave'>['value']['of'], boolean> = {
    leaders: isLeader(person),
    members: part === 'member',
    observers: part === 'observer' && !isLeader(person),
    others: !isLeader(person),
    anyone: true,
  };
  return context.book.find(
    'meeting-leave',
    (v) =>
      v.meetings.includes(kind) && fits[v.of] && (kind !== 'special' || v.heldBy === undefined || v.heldBy === holder),
  );
}

/** Whoever presides cannot be absent from his own meeting: the rule says who may do it instead. */
function holderCannot(context: Context, { kind, day }: AbsenceRequest): Decision {
  const rule = context.book.find('meeting-convener', (v) => v.meeting === kind);
  const others = context.roster.people.filter((p) => rule?.value.delegates && holds(p, rule.value.delegates));
  const meeting = `${sayDay(day, context.today)}${MEETINGS[kind]}`;
  const instead =
    others.length > 0
      ? `您可委托${others.map(sayPerson).join('或')}召集并主持，回复“委托${others[0]?.name}主持${meeting}”；`
      : '';
  return reply(
    'meeting',
    'answered',
    `该会议由您召集和主持。${instead}需要改期的，回复“${meeting}改到……”；不再召开的，回复“取消${meeting}”。`,
    rule ? [quoteOf(context.book, rule)] : [],
  );
}

/** No clause says whom to ask: told so, with the nearest clause, and handed to the office. */
function silent(context: Context, request: AbsenceRequest): Decision {
  const { kind, person } = request;
  return {
    ...reply(
      'meeting',
      'not-found',
      `规则未规定${person.id === context.sender.id ? '您' : sayPerson(person)}这一类人员不能参加${MEETINGS[kind]}时向谁请假，本助手不作推断。请与区政府办公室联系。`,
      [],
      { aside: nearest(context, [`meeting.${kind}.leave`], `${MEETINGS[kind]} 请假 不能参加`) },
    ),
    effects: [{ do: 'ask-office', outcome: 'not-found', text: `${MEETINGS[kind]}请假` }],
  };
}

/** What one more leave does to the quorum, for whoever decides it. */
function quorumWatch(
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

/** 书面请假报告, drawn up from what was said. */
function writtenLeave(context: Context, request: AbsenceRequest): Paper {
  const { person, day } = request;
  return {
    name: '会议请假报告.docx',
    title: '会议请假报告',
    addressee: '区政府办公室：',
    paragraphs: [
      `${sayMeeting(context, request)}定于${sayDay(day)}${request.time ?? ''}召开。因${request.reason}，我不能参加会议，特请假。${request.substitute ? `拟由${request.substitute}代为参加。` : ''}`,
      '妥否，请批示。',
    ],
    signature: `${person.unit} ${person.name}`,
    day: context.today,
  };
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
  return [
    {
      do: 'open',
      matter: {
        about: 'meeting',
        kind: 'views',
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
