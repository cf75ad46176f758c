/** 纪要: who signs the minutes of which meeting, who else must see them, and who is asked for when it isn't said. */
import { sayDay, shortDay } from '../src/core/day.ts';
import { type Decision, reply } from '../src/core/decision.ts';
import type { PlannedStage } from '../src/core/matter.ts';
import { isHead, isLeader, type Person, sayPerson } from '../src/core/roster.ts';
import { MEETINGS, SUBJECTS } from '../src/core/vocabulary.ts';
import { quoteOf } from '../src/rules/quote.ts';
import type { ProvisionOf } from '../src/rules/schema.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { weigh } from './evidence.ts';
import { type MinutesRequest, readMinutes } from './minutes/read.ts';
import { nearest } from './nearest.ts';
import { type Parts, sayRoute, withParts } from './papers/route.ts';
import { standingFor } from './papers/standing.ts';
import { askFor, resume } from './papers/unfinished.ts';
import { OFFICE_UNIT } from './papers/units.ts';
import { asking, sayFiles } from './papers/wording.ts';
import { planRoute } from './plan.ts';

export const minutes: Command = {
  about: 'minutes',
  name: '纪要送签',
  examples: ['3月5日周海涛副区长主持召开的区政府专题会议纪要已起草完毕，请送签发。'],

  weigh(said: Said): Weight | null {
    const { text, meetings } = said.marked;
    if (!/纪要/.test(text)) return null;
    return weigh(
      text,
      [
        [/纪要/, 3.5],
        [
          /送签|(?:送|报|呈|请|提交)[^,;，。；]{0,10}(?:签发|审签|审定|签批|审批|审阅|签字)|按程序|(?:起草|拟|整理|形成|写|弄)(?:完毕|好|完)|已(?:起草|拟|整理|形成|完成|经)|印发/,
          3,
        ],
        [/我来签|我签发|由我签发|同意印发|^(?:我|本人)?(?:不)?同意/, -6],
        [/督办|督查|列入议题|请假|外出/, -3],
      ],
      (meetings.length > 0 ? 1 : 0) + asking(text),
    );
  },

  read: (said, context) => {
    const { presider, mandator, overseer, ...read } = readMinutes(said, context);
    return { ...read, presider: presider?.id, mandator: mandator?.id, overseer: overseer?.id };
  },

  decide(message: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const said = resume(message, context, draft, isWhole(message));
    const request = withMeeting(readMinutes(said, context), context);
    const standing = submitter(context, request, said.marked.text);
    if (!('owner' in standing)) return standing;
    const { meeting } = request;
    if (!meeting)
      return askFor(
        'minutes',
        said,
        ['topic'],
        '请写明是哪个会议的纪要（如区政府常务会议、区长办公会议、区政府专题会议）。',
      );
    if (request.day && request.day > context.today) {
      return askFor('minutes', said, ['time'], `${sayDay(request.day, context.today)}的会议尚未召开，请核对会议日期。`);
    }
    const ordinary = context.book.find('minutes', (v) => v.meetings.includes(meeting));
    if (!ordinary) {
      return reply(
        'minutes',
        'not-found',
        `规则未规定${MEETINGS[meeting]}纪要由谁签发，本助手不作推断，请区政府办公室按惯例报批。`,
        [],
        {
          aside: nearest(context, [`meeting.${meeting}.minutes`], '会议纪要 签发'),
        },
      );
    }
    return route(said, context, request, ordinary, standing.owner);
  },
};

const isWhole = ({ marked }: Said): boolean => /纪要/.test(marked.text) && marked.meetings.length > 0;

/** What an announced meeting of that kind and day tells beside the message. */
function withMeeting(request: MinutesRequest, context: Context): MinutesRequest {
  const { day, meeting } = request;
  if (!day || (meeting && request.presider)) return request;
  const held = context.facts
    .mattersBetween('meeting', day, day)
    .filter((m) => m.state !== 'withdrawn' && (!meeting || m.kind === meeting));
  const [one] = held;
  if (!one || held.length > 1) return request;
  const kind = one.kind in MEETINGS ? (one.kind as MinutesRequest['meeting']) : undefined;
  return {
    ...request,
    meeting: meeting ?? kind,
    presider: request.presider ?? context.roster.person(one.data.presider ?? ''),
  };
}

/** The office submits minutes, who presided does, or the unit that held a special meeting. */
function submitter(context: Context, request: MinutesRequest, text: string): { owner: string } | Decision {
  const { sender } = context;
  if (sender.unit === OFFICE_UNIT || sender.id === request.presider?.id || isLeader(sender))
    return { owner: sender.id };
  const held = request.meeting === undefined || request.meeting === 'special';
  const own = new RegExp(`我(?:局|镇|办|委|单位|们|街道|处)|本(?:局|镇|单位|部门)|${sender.unit}`).test(text);
  if (held && own && (isHead(sender) || sender.position === 'staff'))
    return standingFor(context, 'minutes', sender.unit, text);
  return reply(
    'minutes',
    'not-allowed',
    '区政府会议纪要由区政府办公室送签，您不能提出此事项；专题会议纪要由会议承办单位起草的，请注明。',
  );
}

/** The ordinary signer, the mandator in his place or after him, and whom the subjects add. */
function route(
  said: Said,
  context: Context,
  request: MinutesRequest,
  ordinary: ProvisionOf<'minutes'>,
  owner: string,
): Decision {
  const { book, roster } = context;
  const mandate = request.meeting === 'special' ? mandateFor(context, request) : undefined;
  const base = mandate ?? ordinary;
  const subjects = subjectRule(context, request);
  const parts = partsOf(context, request);
  const lacking = missingSigner(
    base.value.route.flatMap((s) => s.who),
    context,
    request,
    parts,
  );
  if (lacking) return askFor('minutes', said, [lacking.code], lacking.text, [quoteOf(book, base)]);
  const stages: PlannedStage[] = [
    ...planRoute(base.value.route, [quoteOf(book, base)]),
    ...(subjects?.touched ? planRoute(subjects.provision.value.route, [quoteOf(book, subjects.provision)]) : []),
  ];
  const planned = withParts(
    parts.presider?.position === 'mayor' && !mandate ? signedByMayor(stages) : stages,
    roster,
    parts,
  );
  const quotes = planned.flatMap((s) => s.quotes);
  const title = titleOf(context, request);
  const settled = planned.some(
    (s) => s.who.includes('mayor') || s.people?.some((id) => roster.person(id)?.position === 'mayor'),
  );
  const warnings =
    subjects && !subjects.touched && !settled && !request.noSubjects
      ? [
          `纪要涉及${subjects.names}的，还须经区长${subjects.provision.value.route[0]?.word ?? '审定'}；来文未说明是否涉及，请把关。`,
        ]
      : [];
  const facts = [
    title,
    request.topic && !title.includes(request.topic) && `议题：${request.topic}`,
    mandate && request.mandator && `受${sayPerson(request.mandator)}委托召开`,
    subjects?.touched &&
      `涉及${request.subjects.flatMap((s) => (subjects.provision.value.subjects.includes(s) ? [SUBJECTS[s]] : [])).join('、')}`,
  ].filter(Boolean);
  const body = `${facts.join('；')}。${sayFiles(said.files)}`;
  return {
    ...reply(
      'minutes',
      'submitted',
      `已受理：${title}送签。办理顺序：${sayRoute(planned, roster, parts)}。${warnings.map((w) => `提示：${w}`).join('')}`,
      quotes,
    ),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'minutes',
          kind: request.meeting ?? 'special',
          title,
          owner,
          day: request.day,
          quotes,
          route: planned,
          data: {
            body,
            publicBody: `${title}。`,
            warnings,
            unit: parts.unit,
            units: request.units,
            presider: request.presider?.id,
            mandator: request.mandator?.id,
            attachments: said.files,
          },
        },
      },
    ],
  };
}

/** A mayor who presided signs where the rule has the mayor at all; nobody signs before him. */
function signedByMayor(stages: PlannedStage[]): PlannedStage[] {
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

function subjectRule(
  context: Context,
  request: MinutesRequest,
): { provision: ProvisionOf<'minutes-subjects'>; touched: boolean; names: string } | undefined {
  const { meeting } = request;
  const provision = meeting && context.book.find('minutes-subjects', (v) => v.meetings.includes(meeting));
  if (!provision) return undefined;
  const { subjects } = provision.value;
  return {
    provision,
    touched: request.subjects.some((s) => subjects.includes(s)),
    names: subjects.map((s) => SUBJECTS[s]).join('、'),
  };
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
): { code: 'host' | 'signer'; text: string } | null {
  if (who.includes('mandator') && !request.mandator) {
    const by = request.presider ? `${sayPerson(request.presider)}召开的` : '受委托召开的';
    return { code: 'signer', text: `${by}专题会议，纪要由委托的区政府领导同志签发或审定，请写明受哪位领导同志委托。` };
  }
  if (who.includes('presider') && !parts.presider)
    return { code: 'host', text: `请写明${titleOf(context, request)}的会议由哪位领导同志主持，纪要由其签发。` };
  if (who.includes('overseeing-deputy-mayor') && !parts.overseer && parts.presider?.position !== 'mayor') {
    return {
      code: 'host',
      text: '专题会议纪要由分管有关工作的区政府领导同志签发，请写明会议由哪位领导同志主持、涉及哪个部门的工作。',
    };
  }
  return null;
}

function titleOf(context: Context, request: MinutesRequest): string {
  const { meeting, day, presider, topic } = request;
  const about = [
    day && shortDay(day, context.today),
    meeting === 'special' && presider && `${sayPerson(presider)}主持`,
    meeting === 'special' && topic,
  ].filter(Boolean);
  return `${meeting ? MEETINGS[meeting] : '会议'}纪要${about.length > 0 ? `（${about.join('，')}）` : ''}`;
}
