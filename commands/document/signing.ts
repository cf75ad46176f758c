/** 送签: documents in the name of the government or its office, from the review to whoever signs. */
import { addDays, sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import type { Quote } from '../../src/core/message.ts';
import { isDeputyMayor, isLeader, type Person, sayPerson } from '../../src/core/roster.ts';
import type { Missing } from '../../src/core/vocabulary.ts';
import { partyName } from '../../src/rules/parties.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { ProvisionOf } from '../../src/rules/schema.ts';
import { DOCUMENTS, type DocumentSort } from '../../src/rules/terms.ts';
import type { Context, Said } from '../command.ts';
import { pastDay } from '../papers/past.ts';
import type { Parts } from '../papers/route.ts';
import { askFor } from '../papers/unfinished.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { planRoute } from '../plan.ts';
import type { Judged } from './preconditions.ts';
import type { DocumentRequest } from './read.ts';
import { send } from './send.ts';

type Signing = ProvisionOf<'signing'>;

/** The rule for a document: the most telling of its sorts that the rule knows, else what covers ordinary ones. */
export function signingRule(
  context: Context,
  name: DocumentRequest['name'],
  sorts: readonly DocumentSort[],
): { rule: Signing; sort: DocumentSort } | undefined {
  const all = context.book.byKind('signing');
  const named = name
    ? all.filter((p) => p.value.name === 'any' || p.value.name === name)
    : all.filter((p) => p.value.name === 'any' || tellsName(all, p, sorts));
  for (const sort of [...sorts, 'ordinary' as const]) {
    const fitting = named.filter((p) => p.value.sorts.includes(sort));
    const [rule] = fitting.sort((a, b) => a.value.sorts.length - b.value.sorts.length);
    if (rule) return { rule, sort };
  }
  return undefined;
}

/** 任免公文, 全区总体规划: of a sort that the rule knows in one name only; the name goes without saying. */
const tellsName = (all: readonly Signing[], rule: Signing, sorts: readonly DocumentSort[]): boolean =>
  rule.value.sorts.some(
    (sort) =>
      sorts.includes(sort) && all.every((p) => !p.value.sorts.includes(sort) || p.value.name === rule.value.name),
  );

const NAMES = { government: '区政府', office: '区政府办公室' } as const;

/** Sorts that go to superiors, the people's congress or the party committee. */
const UPWARD: readonly DocumentSort[] = ['superior', 'bill', 'to-party-committee', 'appointment'];

/** 我来签发: said by somebody who files a document. */
const SIGNS_HIMSELF =
  /(?:我|本人)(?:来|直接|就|自己|先|可以)?(?:代[^,;，。；]{0,6}?)?(?:签发|签批)|(?:我|本人)签(?:了|完|过|字)*[,，]?(?:就|便|直接)(?:可以|能)?(?:发|印)/;

export function sendForSigning(
  said: Said,
  context: Context,
  request: DocumentRequest,
  judged: Judged,
  more: { owner: string; quotes: Quote[]; warnings: string[] },
): Decision {
  const { book } = context;
  const found = signingRule(context, request.name, request.sorts);
  if (!found) {
    const missing: Missing[] = request.title ? ['signer'] : ['topic', 'signer'];
    const wanted = request.title ? '' : '文件标题，以及';
    return askFor('document', said, missing, `请写明${wanted}以区政府名义还是以区政府办公室名义制发，签发人随之确定。`);
  }
  const { rule, sort } = found;
  if (SIGNS_HIMSELF.test(request.plain) && !mayIssue(rule, context.sender, context, { unit: request.unit })) {
    const signers = rule.value.route.at(-1)?.who.map(partyName).join('、') ?? '';
    return reply(
      'document',
      'not-allowed',
      `您无权签发此公文。${rule.says}应由${signers}${rule.value.route.at(-1)?.word ?? '签发'}。`,
      [quoteOf(book, rule)],
    );
  }
  const quote = quoteOf(book, rule);
  const title = request.title ?? '';
  if (!request.title) return askFor('document', said, ['topic'], '请写明文件标题，或附上文稿。', [quote]);
  const parts = partsOf(context, request, rule);
  const needsUnit = rule.value.route.some((s) => !s.if && s.who.some((w) => w === 'overseeing-deputy-mayor'));
  if (needsUnit && !request.unit && !parts.overseer) {
    return askFor(
      'document',
      said,
      ['department'],
      `请写明《${title}》由哪个部门代拟，以便按分工送分管副区长${rule.value.route.find((s) => s.who.includes('overseeing-deputy-mayor'))?.word ?? '审核'}。`,
      [quote],
    );
  }
  const signing = signersOf(rule, request, context, parts);
  if (signing === 'missing') {
    const choice = (rule.value.alternatives ?? []).map(partyName).join('还是');
    return askFor('document', said, ['signer'], `请写明由${choice}签发。`, [quote]);
  }
  const review: PlannedStage[] = judged.review
    ? [
        {
          ask: 'approve',
          who: [judged.review.value.reviewer ?? 'justice-bureau'],
          word: '进行合法性审查',
          quotes: [quoteOf(book, judged.review)],
        },
      ]
    : [];
  const printing =
    sort === 'meeting-decided' || request.sorts.includes('meeting-decided') ? printBy(said, context) : undefined;
  const filed = filingOf(context, request, sort);
  const stages = [...review, ...signing.stages, ...filed].map((s) =>
    printing && s.ask === 'approve' ? { ...s, due: printing.due } : s,
  );
  const name = request.name ? `以${NAMES[request.name]}名义制发` : '';
  const by = request.unit && request.unit !== OFFICE_UNIT ? `${request.unit}代拟` : '';
  return send(said, context, request, {
    kind: 'signing',
    title: `《${title}》送签`,
    owner: ownerOf(context, request, more.owner),
    stages,
    parts: { ...parts, leaders: signing.leaders },
    quotes: [quote, ...more.quotes, ...(printing ? [printing.quote] : [])],
    warnings: [...judged.warnings, ...more.warnings, ...signing.warnings, ...(printing ? [printing.says] : [])],
    issued: request.name !== undefined && !UPWARD.includes(sort),
    facts: [`《${title}》`, by, name, sort === 'ordinary' ? '' : DOCUMENTS[sort]].filter(Boolean),
    lead: `已受理：《${title}》${by || name ? `（${[by, name].filter(Boolean).join('，')}）` : ''}送签。`,
  });
}

/** A leader who will sign a unit's draft himself passes it on for that unit, so that the signing stays his. */
function ownerOf(context: Context, request: DocumentRequest, owner: string): string {
  const signs = isLeader(context.sender) && SIGNS_HIMSELF.test(request.plain);
  const head = signs && request.unit ? context.roster.headOf(request.unit) : undefined;
  return head?.id ?? owner;
}

/** 规范性文件: filed upward once it is signed, where the rule says so. */
function filingOf(context: Context, request: DocumentRequest, sort: DocumentSort): PlannedStage[] {
  const normative = sort === 'normative' || request.sorts.includes('normative');
  const rule =
    normative && request.name === 'government'
      ? context.book.find('document-filing', (v) => v.of === 'government')
      : undefined;
  return rule ? [{ ask: 'file', who: ['city-government'], quotes: [quoteOf(context.book, rule)] }] : [];
}

/** 会议讨论通过的文件: by when it must be printed. */
function printBy(said: Said, context: Context): { due: string; quote: Quote; says: string } | undefined {
  const rule = context.book.find('printing', (v) => !v.revised);
  const day = rule && pastDay(said, context);
  if (!rule || !day || day > context.today || day < addDays(context.today, -60)) return undefined;
  const due = context.calendar.addWorkdays(day, rule.value.workingDays);
  const word = rule.value.inPrinciple ? '原则上须' : '须';
  return {
    due,
    quote: quoteOf(context.book, rule),
    says: `会议通过的文件${word}在会议结束后${rule.value.workingDays}个工作日内印发，即${sayDay(due, context.today)}前。`,
  };
}

function partsOf(context: Context, request: DocumentRequest, rule: Signing): Parts {
  const { unit, leaders, concerned } = request;
  const byUnit = unit ? context.roster.overseerOf(unit) : undefined;
  const named = leaders.filter((p) => isDeputyMayor(p) && !concerned.includes(p));
  const oversees = rule.value.route.some((s) => s.who.includes('overseeing-deputy-mayor'));
  return { unit, overseer: oversees && !byUnit && named.length === 1 ? named[0] : undefined };
}

/** The rule's stages, with whoever the message says is to sign where the rule leaves that open. */
function signersOf(
  rule: Signing,
  request: DocumentRequest,
  context: Context,
  parts: Parts,
): { stages: PlannedStage[]; leaders: Person[]; warnings: string[] } | 'missing' {
  const { alternatives, route } = rule.value;
  const quotes = [quoteOf(context.book, rule)];
  const done = [...request.stated.done].flatMap((s) =>
    s === 'office-review' ? (['office-reviewed'] as const) : s === 'head-signed' ? (['head-signed'] as const) : [],
  );
  const office = context.sender.unit === OFFICE_UNIT ? (['office-reviewed'] as const) : [];
  const { signer } = request;
  const allowed = signer !== undefined && (alternatives ?? []).some((party) => fits(party, signer, context, parts));
  const open = route.find((s) => s.who.includes('named-leader'));
  if (open && !open.if && !allowed) return 'missing';
  const needed = open?.if === 'needed' && allowed && request.needed;
  const leaders = open ? (allowed && signer ? [signer] : []) : request.concerned;
  const planned = planRoute(route, quotes, {
    done: [...done, ...office],
    needed: needed || (!open && request.needed),
    named: request.concerned.length > 0,
  });
  const warnings: string[] = [];
  const replaced =
    signer && alternatives && !open && allowed ? withSigner(planned, signer, /授权|委托/.test(request.plain)) : planned;
  if (signer && !allowed && !signsAnyway(route, signer, context, parts))
    warnings.push(`来文请${sayPerson(signer)}签发，按规则由下列人员办理。`);
  return { stages: replaced, leaders, warnings };
}

/** Another signer in the last place, by the mayor's authority or because the rule leaves the choice. */
const withSigner = (stages: PlannedStage[], signer: Person, authorised: boolean): PlannedStage[] =>
  stages.map((s, i) =>
    i === stages.length - 1 && s.ask === 'approve'
      ? { ...s, who: [], people: [signer.id], ...(authorised && { hint: '经区长授权签发。' }) }
      : s,
  );

function fits(party: string, person: Person, context: Context, parts: Parts): boolean {
  if (party === 'deputy-mayor') return isDeputyMayor(person);
  if (party === 'overseeing-deputy-mayor') {
    const overseer = parts.overseer ?? (parts.unit ? context.roster.overseerOf(parts.unit) : undefined);
    return overseer ? overseer.id === person.id : isDeputyMayor(person);
  }
  return person.position === party;
}

/** Whether somebody is who signs in the end, by the rule or by the choice that it leaves. */
function mayIssue({ value }: Signing, person: Person, context: Context, parts: Parts): boolean {
  const last = value.route.filter((s) => s.ask === 'approve').at(-1);
  return [...(last?.who ?? []), ...(value.alternatives ?? [])].some((party) => fits(party, person, context, parts));
}

const signsAnyway = (route: Signing['value']['route'], person: Person, context: Context, parts: Parts): boolean =>
  route.some((s) => s.who.some((party) => fits(party, person, context, parts)));
