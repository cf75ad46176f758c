/** 协议: which reviews come first, which meeting must settle it, and who is asked. */
import { type Decision, reply } from '../src/core/decision.ts';
import type { PlannedStage } from '../src/core/matter.ts';
import { MEETINGS } from '../src/core/vocabulary.ts';
import { matcher } from '../src/language/matcher.ts';
import { quoteOf } from '../src/rules/quote.ts';
import type { ProvisionOf } from '../src/rules/schema.ts';
import type { Precondition } from '../src/rules/terms.ts';
import { type AgreementRequest, readAgreement } from './agreement/read.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { weigh } from './evidence.ts';
import { nearest } from './nearest.ts';
import { type Parts, sayRoute, withParts } from './papers/route.ts';
import { standingFor } from './papers/standing.ts';
import { sayDeeds, sayPreconditions } from './papers/stated.ts';
import { askFor, resume } from './papers/unfinished.ts';
import { OFFICE_UNIT } from './papers/units.ts';
import { asking, sayFiles } from './papers/wording.ts';
import { planRoute } from './plan.ts';

type Rule = ProvisionOf<'agreement'>;

const PAPER = matcher(/协议|合同|备忘录|意向书|合作框架/);
const TOPICS = ['agreement.route', 'agreement.reviews', 'agreement.meeting'] as const;

export const agreement: Command = {
  about: 'agreement',
  name: '协议送审',
  examples: ['区政府拟与某集团签订战略合作协议，由发展和改革局起草，请按程序送审。'],

  weigh(said: Said): Weight | null {
    const { text } = said.marked;
    if (!PAPER.test(text)) return null;
    return weigh(
      text,
      [
        [PAPER, 3],
        [/签(?:署|订|约|定|一份|个|下|了)|送审|审查|报批|盖章|(?:按|走)程序|审核/, 2.5],
        [/以区(?:人民)?政府(?:办公室)?(?:的)?名义/, 1],
        [/签(?:完|了|好|署?后)[^,;，。；]{0,6}(?:再|补)|先签|直接签/, 4],
        [/(?:不|没|未)(?:再|用|必)?(?:提|上|走|过|报|经|拿)[^,;，。；]{0,8}会(?!签|同|计)/, /签/.test(text) ? 7 : 0],
        [/列入议题|议题|纪要|督办|请假|外出|邀请/, -4],
        [/^(?:我|本人)?(?:不)?同意|^(?:撤回|撤销|取消)/, -6],
      ],
      asking(text),
    );
  },

  read: (said, context) => {
    const { stated, ...read } = readAgreement(said, context);
    return { ...read, done: [...stated.done], undone: [...stated.undone] };
  },

  decide(message: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const said = resume(
      message,
      context,
      draft,
      PAPER.test(message.marked.text) && /签|送审/.test(message.marked.text),
    );
    const request = readAgreement(said, context);
    const standing = standingFor(context, 'agreement', request.unit, said.marked.text);
    if (!('owner' in standing)) return standing;
    const rules = context.book.byKind('agreement');
    if (rules.length === 0) {
      return reply('agreement', 'not-found', '规则未对签署协议的审查、审议、审批和签署作出规定，本助手不作推断。', [], {
        aside: nearest(context, TOPICS, '协议 合同 签署'),
      });
    }
    return judge(said, context, request, rules, standing.owner);
  },
};

const ASKS_REVIEW =
  /(?<!没|没有|未|不)送审|(?:请|(?<!没|没有|未|不)(?:送|提交|转))[^,;，。；]{0,16}(?:审查|审核|审一|审(?=[,;，。；]|$))|走审查/;
const SIGNS_FIRST =
  /先签|直接签|(?:就|马上|立即|即将|急着|赶着)[^,;，。；]{0,6}签|签(?:完|了|好)[^,;，。；]{0,6}(?:再|补)|不审|免|跳过|省(?:了|略)|来不及/;

/** Whether a meeting must settle this agreement by a rule, as far as the message tells. */
function needsMeeting(rule: Rule, request: AgreementRequest): boolean {
  if (!rule.value.meeting || request.plain) return false;
  if (rule.value.meetingIf === 'always') return true;
  // Whoever says that a weighty agreement skips the meeting leaves no doubt of which sort it is.
  const skipped = request.important && request.meeting === 'undone';
  return request.invests || (rule.value.meetingIf === 'important' ? request.important : skipped);
}

function judge(
  said: Said,
  context: Context,
  request: AgreementRequest,
  rules: readonly Rule[],
  owner: string,
): Decision {
  const { book } = context;
  const held = rules.filter((r) => needsMeeting(r, request));
  const refusing = held.find(() => request.meeting === 'undone');
  if (refusing) {
    const meeting = MEETINGS[refusing.value.meeting ?? 'executive'];
    return reply(
      'agreement',
      'refused',
      `不能签署：${refusing.says}请先提请${meeting}审议（可发送“提请……${meeting}研究……议题”），审议通过后再签。`,
      [quoteOf(book, refusing)],
    );
  }
  // 司法局还没审，请送审: what is asked for is the very review.
  const asksReview = ASKS_REVIEW.test(said.marked.text) && !SIGNS_FIRST.test(said.marked.text);
  const omitted = rules.flatMap((r) =>
    (r.value.reviews ?? [])
      .filter((n) => n !== 'executive-meeting' && request.stated.undone.has(n) && !(r.value.reviewers && asksReview))
      .map((need) => ({ r, need })),
  );
  const [first] = omitted;
  if (first) {
    const names = sayDeeds(omitted.map((o) => o.need));
    return reply('agreement', 'refused', `不能办理：来文说明尚未${names}。${first.r.says}请先${names}。`, [
      quoteOf(book, first.r),
    ]);
  }
  if (!request.title)
    return askFor(
      'agreement',
      said,
      ['topic'],
      '请写明协议名称，或附上文本。',
      rules.map((r) => quoteOf(book, r)),
    );
  return send(said, context, request, rules, owner);
}

/** Which body's review is which step. */
const REVIEWS: Partial<Record<Precondition, string>> = {
  'legality-review': 'justice-bureau',
  'fair-competition-review': 'market-regulator',
};

/** The reviewers whom the rule names, without those whose review is said to be done; else the way of any paper for approval. */
function stagesOf(context: Context, request: AgreementRequest, rules: readonly Rule[]): PlannedStage[] {
  const { book, sender } = context;
  const done = Object.entries(REVIEWS).flatMap(([step, body]) =>
    request.stated.done.has(step as Precondition) ? [body] : [],
  );
  const named = rules.filter((r) => r.value.reviewers);
  if (named.length > 0) {
    return named
      .flatMap((r) => planRoute(r.value.reviewers ?? [], [quoteOf(book, r)]))
      .map((s) => ({ ...s, who: s.who.filter((w) => !done.includes(w)) }))
      .filter((s) => s.who.length > 0);
  }
  const way = book.find('submission');
  if (!way)
    return [
      { ask: 'approve', who: ['government-office'], word: '按程序报批', quotes: rules.map((r) => quoteOf(book, r)) },
    ];
  const office = request.stated.done.has('office-review') || sender.unit === OFFICE_UNIT;
  const quotes = [...rules.map((r) => quoteOf(book, r)), quoteOf(book, way)];
  const ordinary = planRoute(way.value.route, quotes, { done: office ? ['office-reviewed'] : [] });
  const important = request.important && way.value.important ? planRoute(way.value.important, quotes) : [];
  return important.length > 0
    ? [...ordinary.filter((s) => !s.who.includes('overseeing-deputy-mayor')), ...important]
    : ordinary;
}

function warningsOf(request: AgreementRequest, rules: readonly Rule[], stages: readonly PlannedStage[]): string[] {
  const asked = stages.flatMap((s) => s.who);
  const open = rules
    .flatMap((r) => r.value.reviews ?? [])
    .filter((n) => n !== 'executive-meeting' && !request.stated.done.has(n) && !asked.includes(REVIEWS[n] ?? ''));
  const meetings = rules.filter((r) => r.value.meeting && request.meeting !== 'done' && !request.plain);
  return [
    ...(open.length > 0 ? [`规则要求事先完成：${sayPreconditions(open)}（来文未说明）。`] : []),
    ...meetings.map(
      (r) =>
        `${r.says}${needsMeeting(r, request) ? '来文未说明是否已经审议，签署前须补齐。' : '来文未说明是否属于此类。'}`,
    ),
  ];
}

const NAMES = { government: '区政府', office: '区政府办公室' } as const;

/** In whose name it is signed: the government's or its office's where that is said, else the unit's own. */
const signingParty = ({ name, unit = '' }: AgreementRequest): string => (name ? `拟以${NAMES[name]}名义` : unit);

function send(
  said: Said,
  context: Context,
  request: AgreementRequest,
  rules: readonly Rule[],
  owner: string,
): Decision {
  const { book, roster } = context;
  const parts: Parts = { unit: request.unit };
  const stages = withParts(stagesOf(context, request, rules), roster, parts);
  const warnings = warningsOf(request, rules, stages);
  const quotes = rules.map((r) => quoteOf(book, r));
  const name =
    request.title?.endsWith('协议') || PAPER.test(request.title ?? '')
      ? `《${request.title}》`
      : `《${request.title}》协议`;
  const partner = request.partner ? `与${request.partner}` : '';
  const done = request.meeting === 'done' ? ['已经会议审议'] : [];
  const stated = [...request.stated.done].filter((s) => s !== 'executive-meeting');
  const facts = [
    `${signingParty(request)}${partner}签署${name}${request.name && request.unit ? `，由${request.unit}主办` : ''}`,
    ...done,
    stated.length > 0 ? `来文说明已完成：${sayPreconditions(stated)}` : '',
  ].filter(Boolean);
  const order = stages.length > 0 ? `办理顺序：${sayRoute(stages, roster, parts)}。` : '规则要求的审查均已说明完成。';
  const reviews = rules.filter((r) => r.value.reviewers).flatMap((r) => r.value.reviews ?? []);
  const lead = reviews.length > 0 && stages.length > 0 ? `规则要求${sayPreconditions(reviews)}。` : '';
  return {
    ...reply(
      'agreement',
      'submitted',
      `已受理：${name}送审。${lead}${order}${warnings.map((w) => `提示：${w}`).join('')}`,
      quotes,
    ),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'agreement',
          kind: 'agreement',
          title: `${name}送审`,
          owner,
          quotes,
          route: stages,
          data: {
            body: `${facts.join('；')}。${sayFiles(said.files)}`,
            publicBody: `${name}送审。`,
            warnings,
            unit: request.unit,
            attachments: said.files,
          },
        },
      },
    ],
  };
}
