/** The way of an agenda item: the office's check of its papers, the rule's own stages, the filing with 区委. */
import { sayDay } from '../../src/core/day.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import type { Quote } from '../../src/core/message.ts';
import { isHead, isLeader, type Person } from '../../src/core/roster.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import type { Stage } from '../../src/rules/value.ts';
import type { Context } from '../command.ts';
import { planRoute } from '../plan.ts';
import type { Deadline } from './deadline.ts';
import type { AgendaWords } from './read.ts';

export type AgendaRule = ProvisionOf<'agenda'>;

/** An agenda item that may go its way, with what was found out on it. */
export interface Judged {
  words: AgendaWords;
  topic: string;
  rule: AgendaRule;
  owner: Person;
  basis: Provision[];
  warnings: string[];
  deadline: Deadline | null;
  dispute?: ProvisionOf<'agenda-dispute'>;
}

/** The rule's stages; the mayor's own topic needs nobody's consent, and no deputy is asked about his own. */
export function stagesOf(context: Context, { words, rule, owner, dispute }: Judged): Stage[] {
  const stages: readonly Stage[] = dispute ? dispute.value.route : rule.value.route;
  if (owner.position === 'mayor') return stages.filter((s) => s.ask === 'file');
  const overseer = words.unit ? context.roster.overseerOf(words.unit) : undefined;
  const own = isLeader(owner) && (!overseer || overseer.id === owner.id);
  const passed = own || (words.unit === undefined && !isHead(owner));
  return passed ? stages.filter((s) => !s.who.includes('overseeing-deputy-mayor')) : [...stages];
}

/** The office's check of the papers, where the rule asks for one and the message doesn't say that it is done. */
export function reviewOf(
  { book }: Context,
  { words, owner, dispute }: Judged,
): ProvisionOf<'agenda-deadline'> | undefined {
  if (dispute || owner.position === 'mayor' || words.stated.done.has('office-review')) return undefined;
  return book.find('agenda-deadline', (v) => v.meetings.includes(words.kind));
}

/** The route, with 区委 filed to after the consent where the rule asks for it and the route has no such stage. */
export function planned(
  context: Context,
  { words, rule, dispute }: Judged,
  stages: readonly Stage[],
  quotes: Quote[],
): PlannedStage[] {
  const { book } = context;
  const route = planRoute(stages, [quoteOf(book, dispute ?? rule)]);
  if (route[0]) route[0].quotes = quotes;
  const filing = book.find('agenda-filing');
  const files = rule.value.route.some((s) => s.ask === 'file');
  if (!filing || dispute || files || !book.find('agenda-deadline', (v) => v.meetings.includes(words.kind)))
    return route;
  const days = filing.value.workingDays;
  const last = words.day ? context.calendar.previousWorkday(words.day) : undefined;
  const due = last && last >= context.today ? last : undefined;
  const hint =
    days && words.day
      ? `应于会前${days}个工作日内（${sayDay(context.calendar.addWorkdays(words.day, -days), context.today)}起）报备。`
      : undefined;
  return [
    ...route,
    {
      ask: 'file',
      who: [filing.value.to],
      word: '报备',
      quotes: [quoteOf(book, filing)],
      ...(due && { due }),
      ...(hint && { hint }),
    },
  ];
}
