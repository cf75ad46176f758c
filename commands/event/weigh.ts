/** Holds an event against each provision that speaks of it: kinds of acts, invitations, department meetings. */
import { type Day, sayDay } from '../../src/core/day.ts';
import { isDeputyMayor, isLeader } from '../../src/core/roster.ts';
import type { Position } from '../../src/core/vocabulary.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import type { EventKind } from '../../src/rules/terms.ts';
import type { Context, Said } from '../command.ts';
import { asksConsent, consentGiven, namedException } from '../exceptions.ts';
import { asksAttendance, eventRule, isMeeting } from './kinds.ts';
import { earliestDay, inTime, lastFilingDay, type Notice, sayNotice } from './notice.ts';
import type { EventRequest } from './read.ts';
import type { Verdict } from './verdict.ts';

/** One kind of public act under its provision. */
export function weighRule(
  said: Said,
  { sender }: Context,
  rule: ProvisionOf<'event'>,
  kind: EventKind,
  verdict: Verdict,
): void {
  const { text } = said.marked;
  const { value } = rule;
  const exception = namedException(text, value.exceptions);
  const excused = exception !== undefined || (value.effect === 'consent-first' && consentGiven(text));
  verdict.basis.push(rule);
  if (excused) verdict.warnings.push(`来文说明属“${exception ?? '已经批准'}”，由区政府办公室核实。`);
  else if (
    kind === 'interview' &&
    value.importantOnly &&
    !concernsMajor(text) &&
    !asksConsent(text) &&
    !PASSED_OVER.test(text)
  ) {
    verdict.answers.push(`${rule.says}不涉及的，规则未要求事先报批；需要报批的，请注明“请按程序报批”。`);
    return;
  }
  if (value.effect === 'route' && SPEAKS.includes(kind) && consentGiven(text, GOVERNMENT)) {
    verdict.warnings.push('来文说明已经区政府同意，由区政府办公室核实。');
    verdict.stages.push({ ask: 'note', who: ['government-office'], word: '核实' });
  } else if (value.effect === 'advice') verdict.answers.push(rule.says);
  else if (value.effect === 'route' && kind === 'upper-level-meeting' && PROMISED.test(text))
    verdict.refusals.push({ says: rule.says, provision: rule });
  else if (value.effect === 'route' && passesOver(text, rule))
    verdict.refusals.push({ says: rule.says, provision: rule });
  else if (value.effect === 'route') weighRoute(said, rule, kind, verdict);
  else if (value.effect === 'forbidden' && excused) verdict.stages.push(...(value.route ?? []));
  else if (value.effect === 'consent-first' && excused) {
    // A leader speaks for himself; what others say of his consent the office looks into.
    if (!isLeader(sender)) verdict.stages.push({ ask: 'note', who: ['government-office'], word: '核实' });
    return;
  } else if (value.effect === 'consent-first' && value.route && asksConsent(text)) verdict.stages.push(...value.route);
  else if (value.inPrinciple) verdict.warnings.push(rule.says);
  else verdict.refusals.push({ says: rule.says, provision: rule });
}

/** Kinds whose consent may have been had before; of the others the office hears first. */
const SPEAKS: readonly EventKind[] = ['speech', 'interview'];
const GOVERNMENT = /区(?:委|政府|长|里)|政府|领导/;

/** 我们答应了: the answer was given before the consent. */
const PROMISED =
  /(?<!未|没|没有|还没|尚未|不能|不要)(?:已经?|都|先|也|就)?(?:答应|应承|应下|答复|回复|敲定|定下)(?:了|他们|对方|人家|省|市)|先(?:行)?(?:答应|答复|回复)(?:同意)?[^。；]{0,10}(?:事后|回头|[之以]?后再|再(?:报|补|说))/;

/** Those whose consent a route asks for, as people speak of them. */
const DECIDERS: Readonly<Record<string, string>> = {
  'city-government': '[一-鿿]{0,2}市(?:人民)?政府|市里|上面',
  'government-office': '办公室|区(?:人民)?政府(?!名义|的名义)|区里',
};
const REPORTS = '(?:报批?|批|请示|说|走|审|同意|打招呼|告诉|汇报|打报告)';

/** 市政府那边没报，先办: somebody on the route is left out, and nobody is asked to make it good. */
function passesOver(text: string, rule: ProvisionOf<'event'>): boolean {
  const { route = [] } = rule.value;
  if (asksConsent(text)) return false;
  if (route.some((s) => s.ask === 'approve') && PASSED_OVER.test(text)) return true;
  return route
    .flatMap((s) => s.who.flatMap((who) => DECIDERS[who] ?? []))
    .some((names) =>
      new RegExp(
        `(?:${names})[^，。；]{0,5}(?:没|未|不)(?:有|再|用|去|必|准备|打算)*${REPORTS}|(?:没|未|不)(?:有|再|用|去|必|经|跟|向|给|找|和|准备|打算)*${REPORTS}?[^，。；]{0,3}(?:${names})`,
      ).test(text),
    );
}

/** 未经研究决定的重大问题: whether it is one is for people; here only what is said. */
const concernsMajor = (text: string): boolean =>
  /重大(?:问题|事项|政策|决策)|未经[^，。；]{0,10}(?:研究|决定)|(?:还没|尚未|没有?)(?:定|研究|决定|敲定)[^，。；]{0,4}的/.test(
    text,
  ) && !/(?:不|没有|未)(?:涉及|牵涉|包含)/.test(text);

/** 我要会见日本客商: a leader who tells it himself. */
const RECEIVES = /会见|接见|会谈|宴请/;
const WRITTEN = /书面(?:请示|申请|报告)[^，。；]{0,4}(?:已|附|见|如下|随)|(?:附|见)[^，。；]{0,4}书面/;

function weighRoute(said: Said, rule: ProvisionOf<'event'>, kind: EventKind, verdict: Verdict): void {
  const { text } = said.marked;
  const first = precedingStep(rule);
  if (first && notDone(text, first)) {
    verdict.refusals.push({ says: `应先${first}，来文说明尚未办理`, provision: rule });
    return;
  }
  if (first) verdict.warnings.push(`规则要求先${first}，请核实是否已办理。`);
  if (rule.value.inPrinciple) verdict.warnings.push(rule.says);
  if (rule.value.written && said.files.length === 0 && !WRITTEN.test(text)) verdict.missing.add('attachments');
  if (kind === 'foreign-affairs' && !asksAttendance(text) && !RECEIVES.test(text)) verdict.missing.add('topic');
  verdict.stages.push(...(rule.value.route ?? []));
}

/** 经区外事服务中心提出初核意见后…: what the rule's own words put before the matter. */
function precedingStep(rule: Provision): string | undefined {
  const found = /经([^，。；]{2,14}?)(提出)?(初核意见|初审意见|初审|审核意见)后/.exec(rule.phrase);
  return found ? `经${found[1]}${found[2] ?? ''}${found[3]}` : undefined;
}

/** `经区外事服务中心提出初核意见` said not to be there. */
function notDone(text: string, step: string): boolean {
  const what = /初核|初审|审核/.exec(step)?.[0] ?? step;
  return new RegExp(
    `(?:未|没有?|尚未|还没|没经|来不及|跳过|不)[^，。；]{0,16}${what}|${what}[^，。；]{0,10}(?:尚未|还没|没|未|先?不(?:走|办|做|报|经|要|用)|跳过|免|省|以后|后补)`,
  ).test(text);
}

/** An invitation of leaders: through whom, how early, and what department meetings may ask for. */
export function weighInvitation(said: Said, context: Context, request: EventRequest, verdict: Verdict): void {
  const invited = invitedPositions(context, request);
  const own = isDepartmentMeeting(said, context, request);
  if (own && invited.length === 0 && TOWN_DEPUTIES.test(said.marked.text)) {
    weighTownDeputies(context, verdict);
    return;
  }
  if (own) weighMeeting(said, context, invited, verdict);
  if (verdict.refusals.length > 0) return;
  const rule = eventRule(context, 'invite-leader');
  const leaders = invited.length === 0 || invited.some((p) => !TOWN_HEADS.includes(p));
  if (!rule || !leaders) return;
  verdict.basis.push(rule, ...exceptionsSaid(said, context));
  verdict.stages.unshift(...(rule.value.route ?? []));
  const { noticeDays, unit = 'calendar', importantOnly, inPrinciple } = rule.value;
  if (!noticeDays) return;
  if (!request.day) {
    verdict.missing.add('time');
    return;
  }
  const notice: Notice = { days: noticeDays, unit };
  if (inTime(context, notice, request.day) || request.day < context.today) return;
  const late = sayLate(context, notice, request.day);
  if (inPrinciple) verdict.warnings.push(`规则原则上要求${sayNotice(notice)}报送：${late}`);
  else if (importantOnly && !request.important && !saysImportant(said, verdict))
    verdict.warnings.push(`如属重要活动，应${sayNotice(notice)}报送：${late}`);
  else verdict.refusals.push({ says: `${rule.says}${late}`, provision: rule });
}

/** 已经烟台市政府同意举办的活动: a clause of its own on what the rule on ceremonies excepts. */
function exceptionsSaid(said: Said, { book }: Context): Provision[] {
  const named = book.byKind('event').flatMap(
    (p) =>
      namedException(
        said.marked.text,
        p.value.exceptions?.filter((e) => /举办/.test(e)),
      ) ?? [],
  );
  return book.provisions.filter(
    (p) => p.family === 'event' && p.value.kind === 'statement' && named.some((words) => p.phrase.includes(words)),
  );
}

/** The exception that a message claims may itself be one for 重要活动. */
const saysImportant = (said: Said, { basis }: Verdict): boolean =>
  basis.some(({ value }) =>
    /重要活动/.test((value.kind === 'event' && namedException(said.marked.text, value.exceptions)) || ''),
  );

function sayLate(context: Context, notice: Notice, day: Day): string {
  const { today, calendar } = context;
  const last = lastFilingDay(context, notice, day);
  const provisional =
    notice.unit === 'working' && calendar.isProvisional(day) ? '（该年度放假安排尚未公布，暂按周末推算）' : '';
  return `${sayDay(day, today)}的活动最迟应于${sayDay(last, today)}报送${provisional}；今天（${sayDay(today)}）报送的，活动最早为${sayDay(earliestDay(context, notice), today)}。`;
}

/** 各镇分管负责同志: neither district leaders nor the towns' heads. */
const TOWN_DEPUTIES = /(?:镇|街道?|乡镇|镇办|开发区)[^，。；]{0,8}分管(?:的)?(?:负责|领导|同志)/;

/** Those whom the rule lets a department's meeting ask: told so, where it speaks of towns at all. */
function weighTownDeputies({ book }: Context, verdict: Verdict): void {
  for (const rule of book.byKind('meeting-limit').filter((p) => p.value.meeting === 'department')) {
    const { neverInvite = [], approvalToInvite = [] } = rule.value;
    if (![...neverInvite, ...approvalToInvite].some((p) => TOWN_HEADS.includes(p as Position))) continue;
    verdict.basis.push(rule);
    verdict.answers.push(rule.says);
  }
}

const TOWN_HEADS: readonly Position[] = ['town-mayor', 'subdistrict-director', 'zone-head'];

function invitedPositions({ roster }: Context, request: EventRequest): Position[] {
  const leaders = request.leaders.flatMap((id) => {
    const person = roster.person(id);
    if (!person) return [];
    return isDeputyMayor(person) ? [person.position, 'deputy-mayor' as const] : [person.position];
  });
  const unnamed: Position[] = request.unnamed ? ['deputy-mayor'] : [];
  return [...new Set([...leaders, ...unnamed, ...(request.towns ? TOWN_HEADS : [])])];
}

/** A department's own meeting, not a town's and not the government's. */
function isDepartmentMeeting(said: Said, { roster }: Context, request: EventRequest): boolean {
  const head = request.unit ? roster.headOf(request.unit) : undefined;
  return isMeeting(said.marked.text) && (head === undefined || head.position === 'department-head');
}

/** 不报批了, 直接通知: the consent that the rule wants is passed over. */
const PASSED_OVER =
  /(?:不|没|未|无需|不用|不必)(?:再|用|去|走|经|先)*(?:报批|报(?:区|市|领导|请|了)|审批|批准|请示|同意|走程序)|(?:先|直接|已经?|就)(?:自己|自行)?(?:发|讲|办|录|见|登|接受(?:了)?(?:采访|专访))(?:了|出去了|掉了)?(?=[，。；！,.!]|$)/;

function weighMeeting(said: Said, context: Context, invited: readonly Position[], verdict: Verdict): void {
  for (const rule of context.book.byKind('meeting-limit').filter((p) => p.value.meeting === 'department')) {
    const { neverInvite = [], approvalToInvite = [], route = [], inPrinciple } = rule.value;
    const never = invited.some((p) => neverInvite.includes(p));
    const approval = invited.some((p) => approvalToInvite.includes(p));
    if (!never && !approval) continue;
    verdict.basis.push(rule);
    if (never && !inPrinciple) verdict.refusals.push({ says: rule.says, provision: rule });
    if (inPrinciple) verdict.warnings.push(rule.says);
    if (approval && PASSED_OVER.test(said.marked.text)) verdict.refusals.push({ says: rule.says, provision: rule });
    else if (approval) verdict.stages.push(...route);
  }
}
