/** 纪要: who signs the minutes of which meeting, who else must see them, and who is asked for when it isn't said. */
import { sayDay } from '../src/core/day.ts';
import { type Decision, reply } from '../src/core/decision.ts';
import type { PlannedStage } from '../src/core/matter.ts';
import { isDeputyMayor, isHead, isLeader, sayPerson } from '../src/core/roster.ts';
import { MEETINGS } from '../src/core/vocabulary.ts';
import { quoteOf } from '../src/rules/quote.ts';
import type { ProvisionOf } from '../src/rules/schema.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { weigh } from './evidence.ts';
import { limitOn } from './meeting/rules.ts';
import { type MinutesRequest, readMinutes } from './minutes/read.ts';
import { signersOf, titleOf } from './minutes/signers.ts';
import { nearest } from './nearest.ts';
import { tellToPublish } from './papers/published.ts';
import { sayRoute } from './papers/route.ts';
import { standingFor } from './papers/standing.ts';
import { askFor, resume } from './papers/unfinished.ts';
import { OFFICE_UNIT } from './papers/units.ts';
import { asking, sayFiles } from './papers/wording.ts';

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
          /送签|(?:送|报|呈|请|提交)[^,;，。；]{0,10}(?:签发|审签|审定|签批|审批|审阅|签字)|按程序|(?:起草|拟|整理|形成|写|弄)(?:完毕|好|完)|已(?:起草|拟|整理|形成|完成|经)|印发|纪要[^,;，。；]{0,4}(?:好|齐|妥|出来)了|(?:拿|送|走|找)[^,;，。；]{0,6}签/,
          3,
        ],
        [/我(?:来|已经?|就)?签(?:发|字|了|过|掉|就|吧|[，,])|同意印发|^(?:我|本人)?(?:不)?同意/, -6],
        [/督办|督查|列入议题|请假|外出/, -3],
      ],
      (meetings.length > 0 ? 1 : 0) + asking(text),
    );
  },

  read: (said, context) => {
    const { presider, mandator, overseer, signer, ...read } = readMinutes(said, context);
    return { ...read, presider: presider?.id, mandator: mandator?.id, overseer: overseer?.id, signer: signer?.id };
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
    return send(said, context, request, ordinary, standing.owner);
  },

  /** What these meetings decide is to be made public, where the rule says so. */
  settled: (matter, context) =>
    matter.kind === 'plenary' || matter.kind === 'executive'
      ? tellToPublish(matter, context, 'publicity.decisions', `${matter.title}已签发。`)
      : [],
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
    presides: true,
  };
}

/** 让孙丽华副区长签吧: whoever is named as signer and isn't, by the rule, is told of. */
function notTheirs({ signer }: MinutesRequest, route: readonly PlannedStage[]): string[] {
  if (!signer) return [];
  const signs = route.some(
    (s) =>
      s.people?.includes(signer.id) ||
      s.who.some((party) => party === signer.position || (party === 'deputy-mayor' && isDeputyMayor(signer))),
  );
  return signs ? [] : [`签发人由规则规定，未送${sayPerson(signer)}。`];
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

function send(
  said: Said,
  context: Context,
  request: MinutesRequest,
  ordinary: ProvisionOf<'minutes'>,
  owner: string,
): Decision {
  const signers = signersOf(context, request, ordinary);
  if ('lacking' in signers) {
    const { code, text } = signers.lacking;
    return askFor('minutes', said, [code], text, [quoteOf(context.book, signers.rule)]);
  }
  const { route, parts, warnings, facts } = signers;
  const limit = limitOn(context, request.meeting, said.marked.text);
  if (limit) warnings.push(limit.says);
  const quotes = [...route.flatMap((s) => s.quotes), ...(limit ? [quoteOf(context.book, limit)] : [])];
  const title = titleOf(context, request);
  const topic = request.topic && !title.includes(request.topic) ? `议题：${request.topic}` : '';
  const body = `${[title, topic, ...facts].filter(Boolean).join('；')}。${sayFiles(said.files)}`;
  const shown = [...warnings, ...notTheirs(request, route)].map((w) => `提示：${w}`).join('');
  return {
    ...reply(
      'minutes',
      'submitted',
      `已受理：${title}送签。办理顺序：${sayRoute(route, context.roster, parts)}。${shown}`,
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
          route,
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
