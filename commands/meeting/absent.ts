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
import { ABSENCE, absencesFrom, isCurrent, partIn, sayMeeting, upcoming } from './register.ts';
import { holds, resolve } from './rules.ts';
import { quorumWatch } from './watch.ts';

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
  if (meeting?.data.mandator === person.id)
    return reply(
      'meeting',
      'answered',
      `${name}已由${context.roster.nameOf(meeting.data.presider ?? meeting.owner)}主持，您无须请假。`,
      meeting.quotes,
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
  if (substitute && judged.substitution) warnings.push(`拟由${substitute}代为参加，须经同意。`);
  const count = meeting && part === 'member' ? quorumWatch(context, meeting, person) : null;
  if (count?.breaks) {
    warnings.push(count.breaks);
    basis.push(count.rule);
  }
  const name = sayMeeting(context, request);
  const who = sayPerson(person);
  const paper = rule.value.written ? [writtenLeave(context, request)] : undefined;
  const body = `${who}不能${part === 'observer' ? '列席' : '参加'}${name}，特请假。事由：${reason}。${substitute ? `拟由${substitute}代为参加。` : ''}${count ? count.line : ''}`;
  const quotes = quotesOf(context.book, basis);
  const asks = rule.value.route.some((s) => s.ask === 'approve');
  return {
    ...reply(
      'meeting',
      'submitted',
      `已受理：${who}${name}请假，事由：${reason}。${paper ? '书面请假报告已代拟并随附。' : ''}${warnings.map((w) => `提示：${w}`).join('')}${asks ? '未获同意前请按时参会。' : ''}${meeting ? '' : elsewhere(context, request)}`,
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
            first: day,
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

/** Told when another day's meeting of the kind is the one that was called. */
function elsewhere(context: Context, { kind, day }: AbsenceRequest): string {
  const called = upcoming(context).filter((m) => m.kind === kind && m.day !== day);
  return called.length > 0
    ? `提示：${sayDay(day, context.today)}的会议尚未通知，现已通知的是${called.map((m) => m.title).join('、')}，请核对。`
    : '';
}

/** Member, observer, or neither; by the notice where the meeting was called here, else by the rule. */
function partOf(context: Context, { person, kind, meeting }: AbsenceRequest): Part | null {
  if (meeting) return partIn(context, meeting, person.id);
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

/** 书面请假报告, drawn up from what was said. */
function writtenLeave(context: Context, request: AbsenceRequest): Paper {
  const { person, day } = request;
  return {
    name: '会议请假报告.docx',
    title: '会议请假报告',
    addressee: '区政府办公室：',
    paragraphs: [
      `${sayMeeting(context, request)}定于${sayDay(day)}${request.time ?? ''}召开。我不能参加会议，特请假。事由：${request.reason}。${request.substitute ? `拟由${request.substitute}代为参加。` : ''}`,
      '妥否，请批示。',
    ],
    signature: `${person.unit} ${person.name}`,
    day: context.today,
  };
}
