import type { Decision } from '../../src/core/decision.ts';
import type { Person } from '../../src/core/roster.ts';
import type { Context } from '../command.ts';
import { judgeLeave } from './judge.ts';
import type { LeaveRequest } from './read.ts';

/**
 * Several leaves of one message, each judged by itself: what is complete goes its way, what lacks something is asked
 * for in one go, and the next message answers all of it.
 */
export function judgeAll(context: Context, person: Person, requests: readonly LeaveRequest[]): Decision {
  const judged = requests.map((request) => judgeLeave(context, person, request));
  const done = judged.filter((decision) => decision.status !== 'incomplete');
  const open = judged.flatMap((decision) => (decision.status === 'incomplete' ? [decision] : []));
  const [asked, ...others] = open;
  const [first, ...rest] = asked ? [...done, askAll(asked, others)] : done;
  // A rule that names nobody of this position says so once.
  if (!first || judged.every((decision) => decision.status === 'not-found')) return judged[0] as Decision;
  return rest.length > 0 ? { ...first, also: rest } : first;
}

const draftOf = ({ effects }: Decision): LeaveRequest[] =>
  effects.flatMap((effect) => (effect.do === 'draft' ? [effect.request as LeaveRequest] : []));

/** One question for all that lack something. */
function askAll(asked: Decision, others: readonly Decision[]): Decision {
  if (others.length === 0) return asked;
  return {
    ...asked,
    text: [asked, ...others].map(({ text }, i) => `第${i + 1}次外出：${text}`).join('\n'),
    missing: [...new Set([asked, ...others].flatMap(({ missing }) => missing ?? []))],
    effects: asked.effects.map((effect) =>
      effect.do === 'draft' ? { ...effect, request: { ...effect.request, more: others.flatMap(draftOf) } } : effect,
    ),
  };
}
