/** Judges an event by the district's provisions on events and on leaders at department meetings. */
import { type Decision, reply } from '../../src/core/decision.ts';
import { quotesOf } from '../../src/rules/quote.ts';
import type { EventKind } from '../../src/rules/terms.ts';
import type { Context, Said } from '../command.ts';
import { incomplete, notFound, refused } from './answers.ts';
import { isPreface, ruleAsked } from './kinds.ts';
import { openEvent } from './open.ts';
import type { EventRequest } from './read.ts';
import { INVITATIONS, isAttendance, newVerdict, type Verdict } from './verdict.ts';
import { weighInvitation, weighRule } from './weigh.ts';

/** A shorter message without any name of an event says too little to decide on. */
const SHORTEST = 16;

/** Decides: refused, incomplete, not found, answered, or opened and on its way. */
export function judgeEvent(said: Said, context: Context, owner: string, request: EventRequest): Decision {
  const verdict = newVerdict();
  const silent: EventKind[] = [];
  let invitation = request.kinds.includes('invite-leader');
  for (const kind of request.kinds.filter((k) => k !== 'invite-leader')) {
    const rule = ruleAsked(context, kind, said.marked.text);
    if (rule) weighRule(said, context, rule, kind, verdict);
    else if (INVITATIONS.includes(kind)) invitation = true;
    else silent.push(kind);
    if (kind === 'ribbon-cutting' || kind === 'social-activity') invitation = true;
  }
  if (invitation && request.outside && request.leaders.length === 0)
    return notFound(
      said,
      context,
      'invite-leader',
      '规则只对邀请区政府领导同志出席活动作出规定，未规定邀请区委领导同志的程序。',
    );
  if (invitation && verdict.refusals.length === 0) weighInvitation(said, context, request, verdict);
  if (verdict.refusals.length > 0) return refused(context, request, verdict);
  if (silent.length > 0 || (invitation && verdict.basis.length === 0))
    return notFound(said, context, silent[0] ?? request.kinds[0] ?? 'invite-leader', silentOn(said, silent));
  return proceed(said, context, owner, request, verdict);
}

const silentOn = (said: Said, silent: readonly EventKind[]): string | undefined =>
  silent[0] === 'inscription' && isPreface(said.marked.text) ? '规则未对作序作出规定。' : undefined;

/** Nothing stands in the way: asked for what is missing, else opened on its route. */
function proceed(said: Said, context: Context, owner: string, request: EventRequest, verdict: Verdict): Decision {
  const quotes = quotesOf(context.book, verdict.basis);
  if (verdict.stages.length === 0 && verdict.answers.length > 0)
    return reply('event', 'answered', verdict.answers.join(''), quotes);
  const past = request.day !== undefined && request.day < context.today;
  if (request.fault || past || (isAttendance(request) && !request.day)) verdict.missing.add('time');
  if (!request.topic && said.marked.text.length < SHORTEST) verdict.missing.add('topic');
  if (verdict.missing.size > 0) {
    const faulty = request.fault || past ? { ...request, fault: true } : request;
    return incomplete(said, context, faulty, [...verdict.missing], quotes);
  }
  if (request.unknown) verdict.warnings.push(`名册中未查到“${request.unknown}”，请核对。`);
  return openEvent(said, context, owner, request, verdict, quotes);
}
