/** 报送: requests and reports to the government, through the office to the leader in charge. */
import { type Decision, reply } from '../../src/core/decision.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import type { Quote } from '../../src/core/message.ts';
import { isHead, isLeader, type Person } from '../../src/core/roster.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { nearest } from '../nearest.ts';
import { askFor } from '../papers/unfinished.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { planRoute } from '../plan.ts';
import type { FoundFault } from './faults.ts';
import type { Judged } from './preconditions.ts';
import type { DocumentRequest } from './read.ts';
import { send } from './send.ts';

export const FORMS = { request: '请示', report: '报告', other: '公文' } as const;

interface More {
  owner: string;
  quotes: Quote[];
  warnings: string[];
}

export function submit(said: Said, context: Context, request: DocumentRequest, judged: Judged, more: More): Decision {
  const { book } = context;
  const rule = book.find('submission');
  if (!rule) {
    return reply('document', 'not-found', '规则未规定报送区政府的公文如何审批。', [], {
      aside: nearest(context, ['submission.leader'], '报送区政府 公文 审批'),
    });
  }
  const quote = quoteOf(book, rule);
  if (!request.title)
    return askFor('document', said, ['topic'], `请写明${FORMS[request.form]}的标题，或附上文稿。`, [quote]);
  const overseers = request.others.flatMap((u) => context.roster.overseerOf(u) ?? []);
  const own = request.unit ? context.roster.overseerOf(request.unit) : undefined;
  const concerned = [...new Set([...request.concerned, ...overseers])].filter((p) => p.id !== own?.id);
  const office = request.stated.done.has('office-review') || context.sender.unit === OFFICE_UNIT;
  // 重大事项报区长审批: the mayor decides instead of the leader in charge, unless others in charge are asked first.
  const important = request.important && rule.value.important ? planRoute(rule.value.important, [quote]) : [];
  const route = planRoute(rule.value.route, [quote], {
    done: office ? ['office-reviewed'] : [],
    needed: concerned.length > 0,
  }).filter((s) => important.length === 0 || concerned.length > 0 || !s.who.includes('overseeing-deputy-mayor'));
  const named = request.leaders.filter((p) => isLeader(p) && p.position !== 'mayor' && !concerned.includes(p));
  if (!request.unit && named.length === 0 && important.length === 0) {
    return askFor('document', said, ['department'], '请写明报送单位，以便按分工呈分管领导审批。', [quote]);
  }
  const through = throughOffice(context, request);
  const overseer = own ? undefined : named.length === 1 ? named[0] : undefined;
  return send(said, context, request, {
    kind: request.form === 'other' ? 'submission' : request.form,
    title: `${request.unit ?? ''}《${request.title}》`,
    owner: more.owner,
    stages: asReport(context, request, [...route, ...important]),
    parts: { unit: request.unit, overseer, leaders: concerned },
    quotes: [quote, ...more.quotes, ...through.quotes],
    warnings: [...through.warnings, ...judged.warnings, ...requestWarnings(context, request), ...more.warnings],
    facts: [`${request.unit ?? ''}报送《${request.title}》`, request.important ? '重要（重大）事项' : ''].filter(
      Boolean,
    ),
    lead: `已受理：《${request.title}》。`,
  });
}

/** A leader named as the addressee: it goes through the office all the same, and the rule on that is shown. */
function throughOffice(context: Context, request: DocumentRequest): { quotes: Quote[]; warnings: string[] } {
  const rule = context.book.find('document-fault', (v) => v.faults.includes('direct-to-leader'));
  const named =
    request.leaders.some((p) => isLeader(p)) &&
    /(?:报|送|呈|交|转|给)[^,;，。；]{0,10}(?:区长|领导)/.test(request.plain);
  if (!rule || !named || context.sender.unit === OFFICE_UNIT) return { quotes: [], warnings: [] };
  return {
    quotes: [quoteOf(context.book, rule)],
    warnings: ['公文不直接报送领导同志个人，先送区政府办公室按程序办理。'],
  };
}

/** 对一般报告性公文，圈阅表示已阅知: leaders note a report; on a request they write opinion, name and date. */
function asReport(context: Context, request: DocumentRequest, stages: PlannedStage[]): PlannedStage[] {
  const circle = context.book.find('circle-means-read');
  const form = context.book.find('opinion-form');
  return stages.map((stage) => {
    if (stage.who.includes('government-office')) return stage;
    if (request.form === 'report' && circle)
      return { ...stage, ask: 'note' as const, quotes: [...stage.quotes, quoteOf(context.book, circle)] };
    if (request.form === 'request' && form)
      return {
        ...stage,
        quotes: [...stage.quotes, quoteOf(context.book, form)],
        hint: '请签署明确意见；姓名和日期由本助手记录。',
      };
    return stage;
  });
}

/** What the rule wants of a request's form and nobody spoke of. */
function requestWarnings(context: Context, request: DocumentRequest): string[] {
  const { sender, book } = context;
  const wants = (fault: 'deputy-signed' | 'no-seal') =>
    book.find('document-fault', (v) => v.faults.includes(fault)) !== undefined;
  const formal = request.form !== 'other';
  const signed = request.stated.done.has('head-signed') || isHead(sender);
  return [
    ...(request.form === 'request' && wants('deputy-signed') && !signed
      ? ['请示须由报送单位主要负责人签发（来文未说明）。']
      : []),
    ...(formal && wants('no-seal') && !request.stated.done.has('seal')
      ? ['须标注签发人并加盖单位公章（来文未说明）。']
      : []),
  ];
}

/** The rule's exception holds: straight to the leader, with the clause. */
export function submitDirectly(
  said: Said,
  context: Context,
  request: DocumentRequest,
  fault: FoundFault,
  leader: Person,
  owner: string,
): Decision {
  const quotes = [quoteOf(context.book, fault.provision)];
  if (!request.title) return askFor('document', said, ['topic'], '请写明公文标题，或附上文稿。', quotes);
  const why = `按规则所列例外情形（${fault.exception}）直接报送，是否属于例外请把关。`;
  const stages: PlannedStage[] = [
    { ask: request.form === 'report' ? 'note' : 'approve', who: [], people: [leader.id], quotes, hint: why },
  ];
  return send(said, context, request, {
    kind: 'direct',
    title: `${request.unit ?? ''}《${request.title}》`,
    owner,
    stages,
    parts: { unit: request.unit },
    quotes,
    warnings: [],
    facts: [`${request.unit ?? ''}报送《${request.title}》`],
    lead: `已受理：《${request.title}》，${fault.exception}，可直接报送。`,
  });
}
