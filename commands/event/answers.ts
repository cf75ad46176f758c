/** Answers about an event that open nothing: refused, not found, incomplete. */
import { sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Quote } from '../../src/core/message.ts';
import type { Missing } from '../../src/core/vocabulary.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Provision } from '../../src/rules/schema.ts';
import { EVENTS, type EventKind } from '../../src/rules/terms.ts';
import type { Context, Said } from '../command.ts';
import { nearest } from '../nearest.ts';
import { askFor } from '../papers/unfinished.ts';
import { withoutDates } from '../punctuation.ts';
import type { EventRequest } from './read.ts';
import type { Verdict } from './verdict.ts';

export function refused(context: Context, request: EventRequest, { refusals }: Verdict): Decision {
  const says = refusals.map((r) => r.says.replace(/。$/, '')).join('；');
  const instead = request.kinds.includes('direct-invitation')
    ? '请写明活动时间、地点、内容和拟邀请的领导同志，由本助手报区政府办公室按程序办理。'
    : allowed(refusals.map((r) => r.provision));
  return reply(
    'event',
    'refused',
    `未予受理：${says}。${instead}`,
    refusals.map((r) => quoteOf(context.book, r.provision)),
  );
}

/** What would be allowed instead, from the rule's own exceptions. */
function allowed(provisions: readonly Provision[]): string {
  const lines = provisions.flatMap(({ value }) => {
    if (value.kind !== 'event') return [];
    const { exceptions = [], effect, noticeDays } = value;
    // Who comes too late has asked for the consent.
    const route = noticeDays === undefined ? value.route : undefined;
    const named = exceptions.length > 0 ? `确有“${exceptions.join('”或“')}”情形的，请写明具体情况后重新提出。` : '';
    if (effect !== 'consent-first' && !(effect === 'route' && route)) return [named];
    if (route) return [`${named}尚未取得同意的，请注明“请按程序报批”，由本助手报送。`];
    return [named || '已经批准的，请注明批准情况后重新提出。'];
  });
  return [...new Set(lines)].join('');
}

/** Topics of topics.ts whose silence or statement is nearest to a kind. */
const TOPIC_OF: Record<EventKind, readonly [string, ...string[]]> = {
  'invite-leader': ['event.invite.route'],
  'department-meeting': ['meeting.department.leaders', 'event.invite.route'],
  'upper-level-meeting': ['meeting.upper-level'],
  'ribbon-cutting': ['event.ribbon'],
  inscription: ['event.inscription'],
  letter: ['event.letter'],
  publication: ['event.publication'],
  speech: ['event.speech'],
  interview: ['event.interview'],
  'social-activity': ['event.social'],
  'foreign-affairs': ['event.foreign'],
  'international-conference': ['event.conference'],
  'joint-event': ['event.joint'],
  'direct-invitation': ['event.invite.direct', 'event.invite.route'],
};

/** The rule is silent: said so, with the nearest clause and no claim. */
export function notFound(said: Said, context: Context, kind: EventKind, why?: string): Decision {
  const topics = TOPIC_OF[kind];
  const { silence } = context.book.byTopic(topics[0]);
  const aside = nearest(context, topics, EVENTS[kind]);
  const says = why ?? silence?.says ?? `规则未对“${EVENTS[kind]}”作出规定。`;
  return {
    ...reply('event', 'not-found', `${says}本助手不作推断，请与区政府办公室联系。`, [], { aside }),
    effects: [{ do: 'ask-office', outcome: 'not-found', text: said.marked.text }],
  };
}

const WANTED: Partial<Record<Missing, string>> = {
  time: '活动时间',
  topic: '活动名称或内容',
  attachments: '书面请示（以附件形式发送）',
};

/** Asks for all that is missing in one go. */
export function incomplete(
  said: Said,
  context: Context,
  request: EventRequest,
  missing: Missing[],
  quotes: Quote[],
): Decision {
  const day = request.day && !request.fault && sayDay(request.day, context.today);
  const known = [request.topic, day, request.place].filter(Boolean).join('，');
  const fault = request.fault ? '来文中的日期有误或已经过去，请核对。' : '';
  const wanted = missing.map((m) => WANTED[m] ?? m).join('、');
  return askFor(
    'event',
    fault ? withoutDates(said) : said,
    missing,
    `${fault}${known && `已记下：${known}。`}请补充：${wanted}。可直接回复。`,
    quotes,
  );
}
