import { type Decision, reply } from '../../src/core/decision.ts';
import type { Person } from '../../src/core/roster.ts';
import type { Context } from '../command.ts';
import { isCurrentLeave } from './current.ts';
import { judgeLeave } from './judge.ts';
import type { LeaveRequest } from './read.ts';

/**
 * 变更: the newest current leave, judged afresh with what the message says anew. Those it had reached are told.
 * `null` when there is no leave to change.
 */
export function changeLeave(context: Context, person: Person, fresh: LeaveRequest): Decision | null {
  const matter = context.facts.mattersOf(person.id, 'leave').find(isCurrentLeave);
  if (!matter) return null;
  const facts = matter.data.facts ?? {};
  const text = (key: string): string | undefined =>
    typeof facts[key] === 'string' && facts[key] ? (facts[key] as string) : undefined;
  const started = matter.data.first !== undefined && matter.data.first <= context.today;
  const first = fresh.first && fresh.last && !started ? fresh.first : (matter.data.first ?? fresh.first);
  const last = fresh.last ?? fresh.first ?? matter.data.last;
  const request: LeaveRequest = {
    ...fresh,
    replaces: matter.id,
    first,
    last,
    place: fresh.place ?? text('place'),
    reason: fresh.reason ?? text('reason'),
    acting: fresh.acting ?? text('acting'),
    actingId: fresh.acting ? fresh.actingId : text('actingId'),
    urgent: fresh.urgent ?? facts.urgent === true,
    urgentReason: fresh.urgentReason ?? text('urgentReason'),
    files: [...(matter.data.attachments ?? []), ...(fresh.files ?? [])],
  };
  const decided = judgeLeave(
    context,
    person,
    started ? { ...request, urgent: true, urgentReason: request.urgentReason ?? request.reason } : request,
  );
  return inPlaceOf(context, person, matter.id, decided);
}

/** A leave that is opened in the place of another takes it back; one whose other is over by now stands alone. */
export function inPlaceOf(context: Context, person: Person, replaced: string, decided: Decision): Decision {
  const opened = decided.effects.find((e) => e.do === 'open');
  const still = context.facts.mattersOf(person.id, 'leave').some((m) => m.id === replaced && isCurrentLeave(m));
  if (opened?.do !== 'open' || !still) return decided;
  return {
    ...reply('leave', 'recorded', `已变更：${opened.matter.data.body}已重新报送。`, decided.quotes),
    effects: [{ do: 'restart', matter: replaced, with: opened.matter }, ...decided.effects.filter((e) => e !== opened)],
  };
}
