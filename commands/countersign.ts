/** 会签、征求意见: whom it asks, by when, what silence means, and how it goes on when views differ. */
import { addDays, type Day, daysBetween, sayDay, shortDay } from '../src/core/day.ts';
import { type Decision, reply } from '../src/core/decision.ts';
import type { Matter, PlannedStage } from '../src/core/matter.ts';
import { isLeader, sayPerson } from '../src/core/roster.ts';
import { matcher } from '../src/language/matcher.ts';
import { quoteOf } from '../src/rules/quote.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { dispute, objected } from './countersign/dispute.ts';
import { type CountersignRequest, DIFFERS, purposeOf, readCountersign } from './countersign/read.ts';
import { asked, extend, extended, hosted, status, urge } from './countersign/running.ts';
import { readDocument } from './document/read.ts';
import { signingRule } from './document/signing.ts';
import { decideDocument } from './document.ts';
import { weigh } from './evidence.ts';
import { nearest } from './nearest.ts';
import { standingFor } from './papers/standing.ts';
import { askFor, resume } from './papers/unfinished.ts';
import { asking, sayFiles } from './papers/wording.ts';

/** No countersign is given this many days. */
const FAR_OFF = 180;
const SUBJECT = matcher(
  /(?:瞅|看|过|扫)(?:上)?[一两](?:眼|下|遍)[^。；;]{0,16}(?:意见|建议|反馈|回|给个[话信])|听(?:听|取|一下|一听)?[^,;，。；]{2,30}(?:意见|看法|建议)|(?:看看|过目|把把?关|提提)[^。；;]{0,10}(?:意见|建议)|会签|(?:提|看看|给)(?:提|一?下|点|些|个|出)*(?:修改)?(?:意见|建议)|征[求询][^,;，。；]{0,30}(?:意见|建议)|反馈(?:意见|书面意见)|回复意见/,
);

/** 请区领导定, 协调, 拍板 */
const SETTLES = /协调|裁|决定|定夺|拍板|(?:领导|区长|区政府)(?:来|给|帮忙)?(?:定|断)/;
const ANYTHING = /./;
/** 会签能延几天: asked after the rule; 晚两天行不行 asks the other side. */
const OF_RULE = /(?<![这那好过前])几天|多久|多少|怎么|如何|谁|哪|什么|规定|规则/;

export const countersign: Command = {
  about: 'countersign',
  name: '会签与征求意见',
  examples: [
    '就《农村供水应急预案》征求意见并会签，请农业农村局、财政局反馈意见。',
    '财政局会签延期至3月6日，已与我局商定。',
  ],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = said.marked;
    const plain = text.replace(/《[^》]*》/g, '《》').replace(/会(?:个|一?下|一个)签/g, '会签');
    const purpose = purposeOf(plain);
    const running = purpose !== 'open' && (hosted(context).length > 0 || asked(context).length > 0);
    const differed =
      purpose === 'dispute' && ((SETTLES.test(plain) && DIFFERS.test(plain)) || objected(context, said) !== undefined);
    const extending = running && (purpose === 'extend' || purpose === 'urge');
    const putOff = running && purpose === 'extend';
    const asksStatus = purpose === 'status' && hosted(context).length > 0;
    if (
      !asksStatus &&
      !SUBJECT.test(plain) &&
      !differed &&
      !extending &&
      !(running && /回复|反馈|意见|答复|时限|期限/.test(plain))
    )
      return null;
    if (purpose === 'status')
      return running || context.facts.mattersOf(context.sender.id, 'countersign').length > 0
        ? { score: 6, evidence: ['会签'] }
        : null;
    const granting =
      purpose === 'extend' && running && !context.facts.openSteps(context.sender.id).some((s) => s.ask === 'approve');
    return weigh(
      plain,
      [
        [/会签/, 3.5],
        [/(?:请|送|发起|征求|征询|转|商请|麻烦|劳驾|劳烦|听)[^,;。]{0,30}(?:会签|反馈|意见|看法)/, 2.5],
        [/征[求询][^,;，。；]{0,30}(?:意见|建议)|反馈意见|回复意见/, 2.5],
        [/(?:请|送)[^;。]{2,40}(?:会签|反馈(?:意见)?)[^,;，。；]{0,10}[。!]?$/, 2],
        [
          /延期|延长|延至|延到|宽限|顺延|催|分歧|不一致|(?:不|没(?:有)?|未)统一|协调|商定|来不及|不能按期/,
          running || differed ? 4 : 1.5,
        ],
        [ANYTHING, putOff ? (OF_RULE.test(plain) ? 2 : /反馈|答复|意见|会签|回复|再[回给]/.test(plain) ? 14 : 8) : 0],
        [SETTLES, differed ? 4 : 0],
        [/原则(?:上)?同意/, asked(context).length > 0 ? -6 : 0],
        [
          /(?:请|麻烦|劳烦|烦请|劳驾)[^;。；]{2,40}(?:看看|过目|把把?关|提提|[瞅看过扫][一两][眼下遍])[^。；;]{0,16}(?:意见|建议|反馈|给个[话信]|回[话信])/,
          6,
        ],
        [/会签[^,;，。；]{0,6}(?:没|未)[^,;，。；]{0,4}(?:回|反馈|签|完|好|做)/, purpose === 'open' ? -6 : 0],
        [
          /^(?:请|商请|烦请)[^,;，。；]{2,24}(?:局|委|办|镇|街道|单位)[^;。]{0,16}(?:提|看)[^,;，。；]{0,4}(?:意见|建议)/,
          2.5,
        ],
        [/^(?:同意|行|可以|好的?|成|没问题)/, granting ? 6 : -6],
        [
          /(?:已|均已|业经)[^,;，。；]{0,14}(?:会签|征求)|征求[过了]|会签(?:意见)?[^,;，。；]{0,6}(?:签了|签过|签完|已签)|会签(?:完毕|完成|过了|同意)/,
          purpose === 'open' ? -3.5 : 0,
        ],
        [/(?:再|后)[^,;，。；]{0,4}(?:送|报|呈)[^,;，。；]{0,12}签(?:发|批)|送签|审签/, -3],
        [/(?:没有?|未|尚未|还没|还未)[^,;，。；]{0,14}(?:会签|征求|听(?:取|过))/, purpose === 'open' ? -5 : 0],
        [
          /征[求询](?:过|了)?[^,;，。；]{0,8}(?:意见|建议)[^,;，。；]{0,6}(?:没|未|不做|免|省|跳过)/,
          purpose === 'open' ? -6 : 0,
        ],
        [/公开征求|向社会/, -4],
        [/(?:再|后|想|要|拟)[^,;，。；]{0,4}上(?:常务)?会/, -6],
        [
          /(?:提报|申报|提请|报|提)[^,。;]{0,40}(?:常务|全体|办公|党组|专题)会(?:议)?[^,。;]{0,4}(?:议题|研究|审议)/,
          -8,
        ],
        [/列入[^,;。]{0,16}议题|议题(?:申报|提报|报送)|提请[^,;，。；]{0,12}会议?(?:研究|审议)|上会/, -4],
        [/^(?:无|没有|没|有)(?:不同)?意见/, -6],
        [/(?:无|没有|有)(?:不同|修改)(?:的)?意见/, purpose === 'open' ? -6 : 0],
        [
          /^(?:撤回|撤销|取消)|会签[^,;，。；]{0,4}(?:撤回|撤销|撤了|取消|停)|(?:停止|终止|撤回|撤销|取消)[^,;，。；]{0,20}会签|会签意见:?(?:无|没有)/,
          -8,
        ],
      ],
      putOff && !OF_RULE.test(plain) ? 0 : asking(text),
    );
  },

  read: (said, context) => {
    const { leaders, ...read } = readCountersign(said, context);
    return { ...read, leaders: leaders.map((p) => p.id) };
  },

  decide(message: Said, context: Context, draft?: Record<string, unknown>): Decision {
    const said = resume(
      message,
      context,
      draft,
      message.marked.titles.length > 0 && /会签|征求/.test(message.marked.text),
    );
    const request = readCountersign(said, context);
    switch (request.purpose) {
      case 'extend':
        return extend(said, context, request);
      case 'dispute':
        return dispute(said, context, request);
      case 'urge':
        return urge(said, context, request);
      case 'status':
        return status(said, context);
      default:
        return openCountersign(said, context, request);
    }
  },

  settled: (matter: Matter, context: Context) => extended(matter, context),
};

function openCountersign(said: Said, context: Context, request: CountersignRequest): Decision {
  const standing = standingFor(context, 'countersign', request.host, said.marked.text);
  if (!('owner' in standing)) return standing;
  const document = readDocument(said, context);
  const rule = document.name && signingRule(context, document.name, document.sorts)?.rule;
  const concerned = [...new Set([...request.leaders, ...document.concerned])];
  if (concerned.length > 0 && rule?.value.route.some((s) => s.ask === 'countersign')) {
    return decideDocument(said, context, { ...document, purpose: 'signing', concerned });
  }
  const units = request.units.filter((u) => context.roster.headOf(u));
  const unknown = [...request.unknown, ...request.units.filter((u) => !context.roster.headOf(u))];
  if (units.length === 0 && request.leaders.length === 0) return nobody(said, request, unknown);
  if (!request.title) return askFor('countersign', said, ['topic'], '请写明会签（征求意见）的文稿标题，或附上文稿。');
  if (request.fault) return askFor('countersign', said, ['time'], `${request.fault}，请重新写明反馈日期。`);
  if (request.until && (request.until < context.today || isFarOff(request.until, said, context)))
    return askFor('countersign', said, ['time'], `反馈日期${shortDay(request.until, request.until)}已过，请重新写明。`);
  return open(said, context, request, { units, unknown, owner: standing.owner });
}

/** A bare date that lies behind us reads forward into next year. */
const isFarOff = (day: Day, said: Said, context: Context): boolean =>
  daysBetween(context.today, day) > FAR_OFF && !/年/.test(said.marked.text);

function nobody(said: Said, request: CountersignRequest, unknown: string[]): Decision {
  if (unknown.length > 0)
    return askFor(
      'countersign',
      said,
      ['department'],
      `名册中没有${unknown.map((u) => `“${u}”`).join('、')}的主要负责人，请核对部门名称或联系区政府办公室。`,
    );
  if (request.self)
    return askFor('countersign', said, ['department'], '主办部门不能会签本部门的文稿，请写明需要会签的其他部门。');
  return askFor('countersign', said, ['department'], '请写明请哪些部门会签（征求意见）。');
}

interface Asked {
  units: string[];
  unknown: string[];
  owner: string;
}

function open(said: Said, context: Context, request: CountersignRequest, { units, unknown, owner }: Asked): Decision {
  const { book, roster, today } = context;
  const ofLeaders = units.length === 0;
  const rule = book.find('countersign', (v) =>
    (v.who ?? ['named-units']).includes(ofLeaders ? 'concerned-deputy-mayors' : 'named-units'),
  );
  if (!rule && ofLeaders) {
    return reply('countersign', 'not-found', '规则未规定请副区长会签的情形，本助手不作推断。', [], {
      aside: nearest(context, ['countersign.deputies'], '副区长 会签'),
    });
  }
  const title = `《${request.title}》会签`;
  const again = alreadyAsked(context, owner, title);
  const fresh = units.filter((u) => !again.includes(u));
  if (fresh.length === 0 && request.leaders.length === 0) {
    const running = hosted(context).filter((o) => o.matter.title === title && units.includes(o.unit));
    const other = request.until !== undefined && running.some((o) => o.step.due?.slice(0, 10) !== request.until);
    if (other && book.find('countersign-extension')) return extend(said, context, request);
    const [due] = running.flatMap((o) => o.step.due ?? []);
    const term = due ? `，回复时限为${sayDay(due.slice(0, 10), today)}` : '';
    const next = other
      ? '规则未规定会签途中可以另定或者延长时限，如需调整请直接与其沟通。'
      : '无需重复发起；需要催办的请回复“催一下会签”。';
    return reply('countersign', 'answered', `${title}已送${units.join('、')}，正在会签${term}。${next}`);
  }
  const clock = clockOf(context, rule?.value, request);
  const silence = clock.due ? book.find('countersign-silence') : undefined;
  const quotes = [...(rule ? [quoteOf(book, rule)] : []), ...(silence ? [quoteOf(book, silence)] : [])];
  const stage: PlannedStage = {
    ask: 'countersign',
    who: fresh.length > 0 ? ['named-units'] : [],
    people: request.leaders.map((p) => p.id),
    quotes,
    due: clock.due,
    ...(silence && {
      silence: silence.value.means,
      hint: '逾期不回复的，视为无不同意见；不能按期回复的，请与主办部门商定时限。',
    }),
  };
  const host = request.host ?? (isLeader(context.sender) ? sayPerson(context.sender) : context.sender.unit);
  const names = [...fresh, ...request.leaders.map((p) => sayPerson(p))].join('、');
  const notes = [
    ...clock.notes,
    ...(unknown.length > 0
      ? [`名册中没有${unknown.map((u) => `“${u}”`).join('、')}的主要负责人，未送达，请另行联系。`]
      : []),
  ];
  const until = clock.due ? `请于${sayDay(clock.due, today)}前反馈` : '规则未规定会签时限';
  const body = `${host}主办的《${request.title}》，请${names}会签。${sayFiles(said.files)}`;
  return {
    ...reply(
      'countersign',
      'submitted',
      `已发起会签：《${request.title}》，${until}${silence ? '，逾期不回复的视为无不同意见' : ''}。${notes.join('')}`,
      quotes,
    ),
    due: clock.due,
    effects: [
      {
        do: 'open',
        matter: {
          about: 'countersign',
          kind: 'countersign',
          title,
          owner,
          quotes,
          route: [stage],
          data: {
            body,
            publicBody: body,
            warnings: [],
            unit: host,
            units: fresh,
            leaders: request.leaders.map((p) => p.id),
            attachments: said.files,
          },
        },
      },
    ],
  };

  function alreadyAsked(ctx: Context, person: string, same: string): string[] {
    return ctx.facts
      .mattersOf(person, 'countersign')
      .filter((m) => m.title === same && m.state === 'open')
      .flatMap((m) => ctx.facts.stepsOf(m.id))
      .filter((s) => s.state === 'open')
      .flatMap((s) => roster.person(s.principal ?? ctx.facts.peopleOf(s.id)[0] ?? '')?.unit ?? []);
  }
}

/** 时限: the rule's days, the host's own where the rule lets it set one, none where the rule states none. */
function clockOf(
  context: Context,
  value: { days?: number; unit?: string; hostMaySet?: boolean } | undefined,
  request: CountersignRequest,
): { due?: string; notes: string[] } {
  const { until } = request;
  const days = value?.days;
  const ruled =
    days === undefined
      ? undefined
      : value?.unit === 'working'
        ? context.calendar.addWorkdays(context.today, days)
        : addDays(context.today, days);
  if (!until) return { due: ruled, notes: [] };
  if (value?.hostMaySet) return { due: until, notes: [] };
  const why = ruled
    ? '规则未规定主办部门可以另定时限，按规则时限计算。'
    : '规则未规定会签时限，所定日期供参考，不计时。';
  return { due: ruled, notes: [`您希望${sayDay(until, context.today)}前反馈；${why}`] };
}
