/** Who signs minutes: by the kind of meeting, on whose mandate it was held, and what it touched. */
import { shortDay } from '../../src/core/day.ts';
import type { PlannedStage } from '../../src/core/matter.ts';
import { isLeader, type Person, sayPerson } from '../../src/core/roster.ts';
import { MEETINGS, SUBJECTS } from '../../src/core/vocabulary.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { Context } from '../command.ts';
import { type Parts, withParts } from '../papers/route.ts';
import { planRoute } from '../plan.ts';
import type { MinutesRequest } from './read.ts';

type Rule = ProvisionOf<'minutes'> | ProvisionOf<'minutes-mandate'>;

export interface Signers {
  route: PlannedStage[];
  parts: Parts;
  warnings: string[];
  /** What the signers read of the mandate and the subjects. */
  facts: string[];
}

export interface Lacking {
  /** The rule that needs to know. */
  rule: Rule;
  lacking: { code: 'host' | 'signer'; text: string };
}

/** The ordinary signer, the mandator in his place or after him, and whom the subjects add; or what isn't known yet. */
export function signersOf(
  context: Context,
  request: MinutesRequest,
  ordinary: ProvisionOf<'minutes'>,
): Signers | Lacking {
  const { book, roster } = context;
  const mandate = request.meeting === 'special' ? mandateFor(context, request) : undefined;
  const rule: Rule = mandate ?? ordinary;
  const parts = partsOf(context, request);
  const who = rule.value.route.flatMap((s) => s.who);
  const byMayor = !mandate && signedByMayor(request, who);
  const lacking = byMayor ? null : missingSigner(who, context, request, parts);
  if (lacking) return { rule, lacking };
  const subjects = subjectRule(context, request);
  const stages = [
    ...planRoute(rule.value.route, [quoteOf(book, rule)]),
    ...(subjects?.touched ? planRoute(subjects.provision.value.route, [quoteOf(book, subjects.provision)]) : []),
  ];
  const route = withParts(byMayor ? mayorsStages(stages) : stages, roster, parts);
  const mayorSees = route.some(
    (s) => s.who.includes('mayor') || s.people?.some((id) => roster.person(id)?.position === 'mayor'),
  );
  const unsaid = subjects && !subjects.touched && !mayorSees && !request.noSubjects;
  return {
    route,
    parts,
    warnings: unsaid
      ? [
          `纪要涉及${subjects.names}的，还须经区长${subjects.provision.value.route[0]?.word ?? '审定'}；来文未说明是否涉及，请把关。`,
        ]
      : [],
    facts: [
      mandate && request.mandator ? `受${sayPerson(request.mandator)}委托召开` : '',
      subjects?.touched ? `涉及${subjects.touching}` : '',
    ],
  };
}

/** A mayor who presided, or who is asked to sign where the rule has him at all: nobody signs before him. */
function signedByMayor({ presider, signer }: MinutesRequest, who: readonly string[]): boolean {
  return presider?.position === 'mayor' || (!presider && signer?.position === 'mayor' && who.includes('mayor'));
}

function mayorsStages(stages: PlannedStage[]): PlannedStage[] {
  const his = stages.filter((s) => s.who.some((w) => w === 'mayor' || w === 'presider'));
  return his.length > 0 ? his.map((s, i) => (i === 0 ? { ...s, word: stages[0]?.word } : s)) : stages;
}

/** 受委托召开: where the rule has it, and for those of whom the rule says it. */
function mandateFor(context: Context, request: MinutesRequest): ProvisionOf<'minutes-mandate'> | undefined {
  const rule = context.book.find('minutes-mandate');
  if (!rule) return undefined;
  const byOffice = request.presider ? !isLeader(request.presider) : request.mandated;
  const onlyOffice = rule.value.route.every((s) => s.who.every((w) => w === 'mandator'));
  return byOffice || (request.mandated && !onlyOffice) ? rule : undefined;
}

interface SubjectRule {
  provision: ProvisionOf<'minutes-subjects'>;
  touched: boolean;
  /** The rule's subjects, and those of them that the minutes touch, in Chinese. */
  names: string;
  touching: string;
}

function subjectRule(context: Context, request: MinutesRequest): SubjectRule | undefined {
  const { meeting } = request;
  const provision = meeting && context.book.find('minutes-subjects', (v) => v.meetings.includes(meeting));
  if (!provision) return undefined;
  const { subjects } = provision.value;
  const touching = subjects.filter((s) => request.subjects.includes(s));
  const say = (list: typeof subjects): string => list.map((s) => SUBJECTS[s]).join('、');
  return { provision, touched: touching.length > 0, names: say(subjects), touching: say(touching) };
}

/** 分管有关工作的领导: named as such, else in charge of a unit that the minutes name, else who presided. */
function partsOf(context: Context, request: MinutesRequest): Parts {
  const { presider, mandator, units } = request;
  const leads = (p: Person | undefined): p is Person => p !== undefined && isLeader(p);
  const unit =
    units.find((u) => leads(presider) && presider.oversees?.includes(u)) ??
    units.find((u) => context.roster.overseerOf(u));
  const byUnit = unit ? context.roster.overseerOf(unit) : undefined;
  const overseer = request.overseer ?? byUnit ?? (leads(presider) ? presider : leads(mandator) ? mandator : undefined);
  return { unit, overseer, presider, mandator };
}

function missingSigner(
  who: readonly string[],
  context: Context,
  request: MinutesRequest,
  parts: Parts,
): Lacking['lacking'] | null {
  const stranger = request.unknown ? `名册中没有“${request.unknown}”。` : '';
  if (who.includes('mandator') && !request.mandator) {
    const by = request.presider ? `${sayPerson(request.presider)}召开的` : '受委托召开的';
    return { code: 'signer', text: `${by}专题会议，纪要由委托的区政府领导同志签发或审定，请写明受哪位领导同志委托。` };
  }
  if (who.includes('presider') && !parts.presider) {
    return {
      code: 'host',
      text: `${stranger}请写明${titleOf(context, request)}的会议由哪位领导同志主持，纪要由其签发。`,
    };
  }
  if (who.includes('overseeing-deputy-mayor') && !parts.overseer) {
    return {
      code: 'host',
      text: `${stranger}专题会议纪要由分管有关工作的区政府领导同志签发，请写明会议由哪位领导同志主持、涉及哪个部门的工作。`,
    };
  }
  return null;
}

/** 区政府专题会议纪要（3月5日，周海涛副区长主持，春灌用水调度） */
export function titleOf(context: Context, request: MinutesRequest): string {
  const { meeting, day, presider, topic } = request;
  const about = [
    day && shortDay(day, context.today),
    meeting === 'special' && presider && `${sayPerson(presider)}${request.presides ? '主持' : ''}`,
    meeting === 'special' && topic,
  ].filter(Boolean);
  return `${meeting ? MEETINGS[meeting] : '会议'}纪要${about.length > 0 ? `（${about.join('，')}）` : ''}`;
}
