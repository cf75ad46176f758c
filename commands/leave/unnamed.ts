import { saySpan } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import { type Person, sayPerson } from '../../src/core/roster.ts';
import { type Missing, POSITIONS } from '../../src/core/vocabulary.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context } from '../command.ts';
import { nearest } from '../nearest.ts';
import { askFor, isDated } from './ask.ts';
import { presidingFor, tellPresiding } from './presiding.ts';
import type { LeaveRequest } from './read.ts';

/** A position whose leave the rule doesn't name: said so, with the offer to register the absence. */
export function withoutRule(context: Context, person: Person, request: LeaveRequest): Decision {
  const standIn = person.position === 'mayor' ? context.book.find('stand-in', (v) => v.of === 'mayor') : undefined;
  if (!standIn) {
    return reply(
      'leave',
      'not-found',
      `规则未对${POSITIONS[person.position]}的请假审批作出规定，本助手不作推断。如需登记外出，请回复“登记外出”并写明起止日期，例如：登记外出 3月5日至3月7日。`,
      [],
      { aside: nearest(context, ['leave.staff.route', 'leave.department-head.route'], '请假 外出 请销假制度') },
    );
  }
  const missing: Missing[] = [
    ...(isDated(request) ? [] : (['dates'] as const)),
    ...(request.reason ? [] : (['reason'] as const)),
  ];
  const quotes = [quoteOf(context.book, standIn)];
  if (request.fault || missing.length > 0 || !isDated(request)) {
    return {
      ...reply(
        'leave',
        'incomplete',
        `${request.fault ? `${request.fault}。` : ''}${askFor(context, request, missing)}`,
        quotes,
        { missing: missing.length > 0 ? missing : ['dates'] },
      ),
      effects: [{ do: 'draft', about: 'leave', request: { ...request, person: person.id }, missing }],
    };
  }
  const presiding = presidingFor(context, request);
  return {
    ...reply(
      'leave',
      'recorded',
      `已登记：${person.name}区长外出，时间：${saySpan(request.first, request.last, context.today)}。外出期间由${presiding ? sayPerson(presiding.person) : '负责常务工作的副区长'}主持区政府工作。`,
      quotes,
    ),
    effects: [
      { do: 'absence', person: person.id, first: request.first, last: request.last, designee: presiding?.designee },
      ...tellPresiding(context, person, request),
    ],
  };
}
