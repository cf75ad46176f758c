/** Judges a request for leave by the provisions for that position (请假、外出报告). */
import { addDays, daysBetween, sayDay, saySpan } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import type { Quote } from '../../src/core/message.ts';
import { isDeputyMayor, type Person, sayPerson } from '../../src/core/roster.ts';
import type { Missing } from '../../src/core/vocabulary.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';
import { askFor, type Dated, isDated } from './ask.ts';
import { isCurrentLeave } from './current.ts';
import { openLeave } from './open.ts';
import type { LeaveRequest } from './read.ts';
import { withoutRule } from './unnamed.ts';

/** The provision on leave for a position: the more specific one first (常务副区长 is also a 副区长). */
export function leaveRule(context: Context, person: Person): ProvisionOf<'leave'> | undefined {
  const exact = context.book.find('leave', (v) => v.of.includes(person.position));
  if (exact || person.position !== 'executive-deputy-mayor') return exact;
  return context.book.find('leave', (v) => v.of.includes('deputy-mayor'));
}

const coversPosition = (of: readonly string[], person: Person): boolean =>
  of.includes(person.position) || (isDeputyMayor(person) && of.includes('deputy-mayor'));

/** Decides a leave request of `person`: refused, incomplete, not found, or opened and on its way. */
export function judgeLeave(context: Context, person: Person, request: LeaveRequest): Decision {
  const rule = leaveRule(context, person);
  if (!rule) return withoutRule(context, person, request);
  const quotes = [quoteOf(context.book, rule)];
  const draft = (missing: Missing[], text: string, more: Quote[] = []): Decision => ({
    ...reply('leave', 'incomplete', text, [...quotes, ...more], { missing }),
    effects: [{ do: 'draft', about: 'leave', request: { ...request, person: person.id }, missing }],
  });
  const urgentRule = context.book.find('leave-urgent', (v) => coversPosition(v.of, person));
  const fault = faultOf(context, request, urgentRule !== undefined && request.urgent === true);
  const short =
    isDated(request) &&
    !fault &&
    !request.begun &&
    rule.value.noticeDays !== undefined &&
    daysBetween(context.today, request.first) < rule.value.noticeDays;
  if (isDated(request) && short && !request.urgent && !rule.value.inPrinciple) {
    return tooShort(context, person, request, rule, urgentRule);
  }

  const urgent = short && request.urgent === true;
  const explain = urgent && urgentRule !== undefined && urgentRule.value.explain !== 'none';
  const missing: Missing[] = [];
  if (!isDated(request) || fault) missing.push('dates');
  if (rule.value.needs?.includes('place') && !request.place) missing.push('place');
  // The reason of an urgency, once given, is the reason of the absence, too.
  if (!request.reason && !request.urgentReason && !explain) missing.push('reason');
  if (rule.value.needs?.includes('acting') && !request.acting) missing.push('acting');
  const attachmentRule = context.book.find('leave-attachments', (v) => coversPosition(v.of, person));
  const days = isDated(request) && !fault ? daysBetween(request.first, request.last) + 1 : 0;
  const attachmentQuotes: Quote[] = [];
  const bare = attachmentRule !== undefined && days > attachmentRule.value.overDays && !request.files?.length;
  // Whoever is away already can't be kept from staying; the papers are asked for beside.
  if (bare && !request.begun) {
    missing.push('attachments');
    attachmentQuotes.push(quoteOf(context.book, attachmentRule));
  }
  if (explain && !request.urgentReason) {
    missing.push('urgent-reason');
    attachmentQuotes.push(quoteOf(context.book, urgentRule));
  }
  if (missing.length > 0 || !isDated(request)) {
    const known = fault ? { ...request, first: undefined, last: undefined } : request;
    const asked = askFor(context, known, missing, attachmentRule?.value.overDays);
    return draft(missing, fault ? `${fault}，请核对。${asked}` : asked, attachmentQuotes);
  }

  const basis: Provision[] = [rule];
  const warnings: string[] = [];
  if (attachmentRule && days > attachmentRule.value.overDays) basis.push(attachmentRule);
  if (short && rule.value.inPrinciple) {
    warnings.push(`本次外出提前不足${rule.value.noticeDays}天，规则原则上要求至少提前${rule.value.noticeDays}天。`);
  }
  if (urgent && urgentRule) basis.push(urgentRule);
  if (bare) warnings.push(`外出超过${attachmentRule.value.overDays}天，请补报有关通知、方案及日程安排。`);
  const together = bothAway(context, person, request);
  if (together) {
    warnings.push(together.warning);
    if (together.provision) basis.push(together.provision);
  }
  const clash = overlapping(context, person, request);
  if (clash && saysTheSame(clash, request))
    return reply(
      'leave',
      'answered',
      `已提出过“${clash.title}”，内容相同，无需重复提出；查询进度请回复“到哪一步了”，变更请写明要改的内容。`,
      quotes,
    );
  if (clash) warnings.push(`与已提出的“${clash.title}”时间重叠。`);
  const acting = request.actingId ? context.roster.person(request.actingId) : undefined;
  if (acting && context.facts.absencesOverlapping(acting.id, request.first, request.last).length > 0) {
    warnings.push(`代为主持工作的${acting.name}同期也已登记外出。`);
  }
  return openLeave(context, person, request, {
    rule,
    basis,
    warnings,
    urgent,
    written: urgent && urgentRule?.value.explain === 'written',
  });
}

/** What is wrong with the days as said, in Chinese. */
function faultOf(context: Context, request: LeaveRequest, late: boolean): string | undefined {
  if (request.fault) return request.fault;
  if (!isDated(request)) return undefined;
  if (request.last < request.first) {
    return `结束日期${sayDay(request.last)}早于开始日期${sayDay(request.first)}`;
  }
  // An urgent absence may be reported when it is over, where the rule has such a report at all.
  return request.last < context.today && !late
    ? `${saySpan(request.first, request.last, context.today)}已经过去（补登记请写“补登记外出”）`
    : undefined;
}

function tooShort(
  context: Context,
  person: Person,
  request: Dated,
  rule: ProvisionOf<'leave'>,
  urgentRule: ProvisionOf<'leave-urgent'> | undefined,
): Decision {
  const days = rule.value.noticeDays ?? 0;
  const earliest = addDays(context.today, days);
  const urgent = urgentRule
    ? `确因紧急事项临时外出的，请注明“紧急”${urgentRule.value.explain === 'none' ? '' : '并说明理由'}，可及时报备。`
    : '';
  const refusal = reply(
    'leave',
    'refused',
    `未予受理：应提前${days}天，今天是${sayDay(context.today)}，最早可从${sayDay(earliest)}起外出，您提出的是${sayDay(request.first)}。${urgent}`,
    [quoteOf(context.book, rule), ...(urgentRule ? [quoteOf(context.book, urgentRule)] : [])],
  );
  // Kept, so that a word on its urgency or another day is enough.
  const kept: LeaveRequest = { ...request, person: person.id, late: true };
  return { ...refusal, effects: [{ do: 'draft', about: 'leave', request: { ...kept }, missing: [] }] };
}

/** Another leave of the same person on the same days, asked for or under way. */
function overlapping(context: Context, person: Person, request: Dated): Matter | undefined {
  return context.facts
    .mattersTouching(person.id, 'leave', request.first, request.last)
    .find((m) => isCurrentLeave(m) && m.id !== request.replaces);
}

/** Whether a leave that is filed already has the same days and all that is said again. */
function saysTheSame({ data: { first, last, facts = {} } }: Matter, request: Dated): boolean {
  const again = (['place', 'reason', 'acting', 'urgentReason'] as const).every(
    (key) => request[key] === undefined || request[key] === facts[key],
  );
  return again && first === request.first && last === request.last && !request.replaces && !request.files?.length;
}

/** 相互补位的领导同志同期外出: told to who decides; a clause only where the district's rule has one. */
function bothAway(context: Context, person: Person, request: Dated): { warning: string; provision?: Provision } | null {
  const partner = context.roster.person(person.standIn ?? '');
  if (!partner || !isDeputyMayor(person)) return null;
  if (context.facts.absencesOverlapping(partner.id, request.first, request.last).length === 0) return null;
  const provision = context.book.find('both-away');
  const rule = provision ? '，相互补位的领导同志原则上不同时安排外出、休假' : '';
  return { warning: `与其相互补位的${sayPerson(partner)}同期外出${rule}。`, provision };
}
