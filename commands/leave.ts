/** 请假、外出报告：who must know or agree, how early, and with which papers; 登记外出 and 销假. */

import { dayOf, saySpan } from '../src/core/day.ts';
import { type Decision, reply } from '../src/core/decision.ts';
import type { Matter } from '../src/core/matter.ts';
import { type Person, sayPerson } from '../src/core/roster.ts';
import { onePerson } from '../src/language/people.ts';
import { quotesOf } from '../src/rules/quote.ts';
import type { Command, Context, Said } from './command.ts';
import { changeLeave, inPlaceOf, prolong, prolongs } from './leave/change.ts';
import { CHANGE } from './leave/change-words.ts';
import { judgeLeave } from './leave/judge.ts';
import { judgeAll } from './leave/judge-all.ts';
import { mergeLeave } from './leave/merge.ts';
import { type LeaveRequest, readLeave } from './leave/read.ts';
import { askedBefore, registers, saidJustBefore } from './leave/registers.ts';
import { severalLeaves } from './leave/several.ts';
import { tellOthers } from './leave/tell.ts';
import { alters, objects, saysBack, weighLeave } from './leave/weigh.ts';
import { punctuated } from './punctuation.ts';

export const leave: Command = {
  about: 'leave',
  name: '请假外出',
  examples: [
    '我3月10日至11日到济南参加水利培训，由副局长马志远代为主持工作，特此报告。',
    '我已返岗，现销假。',
    '登记外出 3月5日至3月7日',
  ],

  weigh: (said, context) => weighLeave(punctuated(said), context),

  read: (said, context) => ({ ...readLeave(punctuated(said), context) }),

  awaits: (draft: LeaveRequest) =>
    !draft.reason || draft.late === true || (draft.urgent === true && !draft.urgentReason),

  decide(message: Said, context: Context, unfinished?: Record<string, unknown>): Decision {
    const said = punctuated(message);
    const { text } = said.marked;
    const fresh = readLeave(said, context);
    const draft = unfinished && goesOn(unfinished, fresh, context) ? unfinished : undefined;
    const altered = !draft && alters(said, context);
    if (!draft && !altered && objects(said, context)) return objectToActing(context);
    const later = !draft && prolongs(said, context) ? prolong(said, context, fresh) : null;
    if (later) return later;
    if ((!draft || /销假|返岗/.test(text)) && saysBack(said, context, fresh.place)) return reportBack(said, context);
    const several = draft ? null : severalLeaves(said, context);
    const request: LeaveRequest = draft
      ? mergeLeave(draft as LeaveRequest, fresh, said, context)
      : (askedBefore(said, context) ?? fresh);
    if (draft?.late && !fresh.urgent && !fresh.first) {
      return reply(
        'leave',
        'not-understood',
        '您的申请尚未受理。如属紧急事项，请注明“紧急”并说明理由；或者重新写明起止日期。',
      );
    }
    if (request.unclear) return askWhom(request.unclear);
    const person = request.person ? context.roster.person(request.person) : context.sender;
    if (!person) return reply('leave', 'not-understood', '未在名册中查到要请假的人员，请写明姓名。');
    // Whoever might begin a leave for somebody may complete it.
    const refusal = draft?.person === person.id ? null : mayFileFor(context, person, text);
    if (refusal) return refusal;
    if (several && !registers(said, context)) return judgeAll(context, person, several);
    if (registers(said, context) || draft?.registers)
      return register(context, person, request.first || request.fault ? request : offered(context, request));
    if (altered || (!draft && CHANGE.test(text))) {
      const changed = changeLeave(said, context, person, fresh);
      if (changed) return changed;
    }
    const more = (request.more ?? []).map((one) => mergeLeave(one, fresh, said, context));
    if (more.length > 0) return judgeAll(context, person, [{ ...request, more: undefined }, ...more]);
    const decided = judgeLeave(context, person, request);
    return request.replaces ? inPlaceOf(context, person, request.replaces, decided) : decided;
  },

  settled(matter: Matter): Decision['effects'] {
    const { first, last } = matter.data;
    // Reported when it was over: nobody is away. One that was filed in time and agreed to late is still reported back from.
    if (last && last < dayOf(matter.openedAt)) return [];
    const designee =
      typeof matter.data.facts?.designee === 'string' ? matter.data.facts.designee || undefined : undefined;
    return first && last ? [{ do: 'absence', person: matter.owner, first, last, matter: matter.id, designee }] : [];
  },
};

const askWhom = (unclear: NonNullable<LeaveRequest['unclear']>): Decision =>
  reply(
    'leave',
    'not-understood',
    unclear === 'ambiguous'
      ? '名册中有多人符合，请写明要请假的是谁（姓名或单位、职务）。'
      : '未在名册中查到要请假的人员，请写明姓名；本助手只受理名册中人员的请假、登记外出。',
  );

/** Whether a message goes on with an unfinished request: not when it names somebody else, whose leave is another matter. */
const goesOn = (draft: LeaveRequest, fresh: LeaveRequest, context: Context): boolean =>
  fresh.person === undefined || fresh.person === (draft.person ?? context.sender.id);

/** One may file for oneself; the office, and staff of a unit on behalf of its head, for others. */
function mayFileFor(context: Context, person: Person, text: string): Decision | null {
  const { sender } = context;
  if (person.id === sender.id) return null;
  const office = sender.unit === '区政府办公室';
  const onBehalf =
    sender.unit === person.unit && /委托|代|替|(?:让|托|叫|安排|嘱咐?|授权)(?:我|本人)|授权|帮/.test(text);
  if (office || onBehalf) return null;
  const why =
    sender.unit === person.unit
      ? `如受${person.name}委托，请注明“受${person.name}委托”。`
      : '请由本人、其单位工作人员（注明受委托）或区政府办公室提出。';
  return reply('leave', 'not-allowed', `您不能替${sayPerson(person)}请假或登记外出。${why}`);
}

/** 那就登记外出, after a leave that no rule names: its days were said before. */
function offered(context: Context, request: LeaveRequest): LeaveRequest {
  const { first, last, fault } = saidJustBefore(context) ?? {};
  return { ...request, ...(first && { first }), ...(last && { last }), ...(fault && { fault }) };
}

/** 登记外出: recorded for anybody, also where no rule names the position; it steers the standing in. */
function register(context: Context, person: Person, request: LeaveRequest): Decision {
  const { first, last } = request;
  if (request.fault || !first || !last || last < first) {
    return {
      ...reply(
        'leave',
        'incomplete',
        `${request.fault ? `${request.fault}。` : ''}请补充起止日期，例如：登记外出 3月5日至3月7日。`,
        [],
        { missing: ['dates'] },
      ),
      effects: [
        {
          do: 'draft',
          about: 'leave',
          request: { ...request, registers: true, person: person.id },
          missing: ['dates'],
        },
      ],
    };
  }
  const quotes = quotesOf(context.book, context.book.byKind('leave-return').slice(0, 1));
  const span = saySpan(first, last, context.today);
  return {
    ...reply('leave', 'recorded', `已登记外出：${person.name}，${span}。返回后请回复“销假”。`, quotes),
    effects: [
      { do: 'absence', person: person.id, first, last },
      ...tellOthers([person.id], `${context.sender.name}已为您登记外出：${span}。`, context),
    ],
  };
}

/** 钱区长已经回来了，销假: said of somebody else, else of oneself. */
function whoIsBack({ marked }: Said, context: Context): Person {
  const named = marked.people.find(
    (span) => span.how !== 'self' && /^[^，。；]{0,6}(?:已|回|返|销假|到岗)/.test(marked.text.slice(span.to)),
  );
  return onePerson(named) ?? context.sender;
}

/** 销假 */
function reportBack(said: Said, context: Context): Decision {
  const quotes = quotesOf(context.book, context.book.byKind('leave-return').slice(0, 1));
  const person = whoIsBack(said, context);
  const refusal = mayFileFor(context, person, said.marked.text);
  if (refusal) return refusal;
  const own = person.id === context.sender.id;
  const absence = context.facts.openAbsences(person.id).find((a) => a.first <= context.today);
  if (!absence) {
    const pending = context.facts.mattersOf(person.id, 'leave').find((m) => m.state === 'open');
    return reply(
      'leave',
      'answered',
      pending
        ? `“${pending.title}”尚未批准，无需销假；不再外出的，请回复“撤回请假”。`
        : `${own ? '您' : person.name}目前没有待销假的外出登记。`,
      quotes,
    );
  }
  const early = context.today < absence.last;
  const returned = said.marked.dates.find((d) => d.type === 'date')?.start ?? context.today;
  const last =
    returned >= absence.first && returned <= context.today
      ? returned < absence.last
        ? returned
        : absence.last
      : early
        ? context.today
        : absence.last;
  return {
    ...reply(
      'leave',
      'recorded',
      `已销假：${own ? '' : `${person.name}，`}${saySpan(absence.first, last, context.today)}的外出已结束${early ? '（提前返回）' : ''}。`,
      quotes,
    ),
    effects: [
      { do: 'return', person: person.id, absence: absence.id, last },
      ...tellOthers(
        [person.id],
        `${context.sender.name}已为您销假：${saySpan(absence.first, last, context.today)}。`,
        context,
      ),
      ...(absence.matter ? [{ do: 'close' as const, matter: absence.matter }] : []),
    ],
  };
}

/** The acting person may object; whoever decides is told, nothing is blocked. */
function objectToActing(context: Context): Decision {
  const matter = context.facts
    .recent('leave')
    .find(
      (m) =>
        m.data.facts?.actingId === context.sender.id &&
        (m.state === 'open' || m.state === 'approved' || m.state === 'effective'),
    );
  if (!matter) return reply('leave', 'not-understood', '未查到由您代为主持工作的外出事项。');
  const deciders = context.facts
    .stepsOf(matter.id)
    .flatMap((s) => (s.decidedBy ? [s.decidedBy] : context.facts.peopleOf(s.id)));
  return {
    ...reply('leave', 'recorded', `已记录并转告：您不能代为主持工作（${matter.title}）。`),
    effects: [
      {
        do: 'tell',
        to: [...new Set([matter.owner, ...deciders])],
        status: 'notice',
        text: `${sayPerson(context.sender)}表示不能代为主持工作（${matter.title}），请另行安排或在审批时考虑。`,
        quotes: [],
        matter: matter.id,
      },
    ],
  };
}
