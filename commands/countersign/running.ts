/** Running countersigns: extended by agreement, urged, asked after. */
import { addDays, sayDay } from '../../src/core/day.ts';
import { type Decision, type Effect, reply } from '../../src/core/decision.ts';
import { type Matter, MOST_REMINDERS, type Step } from '../../src/core/matter.ts';
import { sayPerson } from '../../src/core/roster.ts';
import { quoteOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { mentions } from '../mention.ts';
import { nearest } from '../nearest.ts';
import { askFor } from '../papers/unfinished.ts';
import type { CountersignRequest } from './read.ts';

interface Open {
  matter: Matter;
  step: Step;
  unit: string;
}

/** Open countersigns of the sender's own papers, of the units that the message names. */
export function hosted(context: Context): Open[] {
  const { facts, sender } = context;
  return facts.mattersOf(sender.id, 'countersign').flatMap((matter) => openSteps(context, matter));
}

function openSteps(context: Context, matter: Matter): Open[] {
  return context.facts
    .stepsOf(matter.id)
    .filter((step) => step.ask === 'countersign' && step.state === 'open')
    .map((step) => ({ matter, step, unit: unitOf(context, step) }));
}

const unitOf = (context: Context, step: Step): string => {
  const person = context.roster.person(step.principal ?? context.facts.peopleOf(step.id)[0] ?? '');
  return person?.unit === '区政府' ? person.name : (person?.unit ?? '');
};

/** Countersigns asked of the sender and not answered yet. */
export function asked(context: Context): Open[] {
  return context.facts.openSteps(context.sender.id).flatMap((step) => {
    const matter = step.ask === 'countersign' ? context.facts.matter(step.matter) : undefined;
    return matter ? [{ matter, step, unit: context.sender.unit }] : [];
  });
}

const AGREED =
  /(?:已|经)[^,;，。；]{0,14}(?:商定|协商|同意|商妥|说好|沟通好|约定)|(?:与|和|跟|同|找)[^,;，。；]{2,12}(?:(?:说|讲|约|谈|商量|商|沟通|协商|协调|定)(?:好|定|妥|通)|(?:定|约)了)|商定(?:于|为|延)|与[一-鿿]{2,8}(?:局|单位|部门|镇|街道)商(?:定|妥|量好)|(?:主办(?:部门|单位)|对方|他们|[一-鿿]{2,6}局(?:长)?)(?:那边)?(?:已|也|都)?(?:经)?(?:表示)?(?:同意|答应)/;

/** 延期: settled by the host, told as settled by who was asked, or asked of the host. */
export function extend(said: Said, context: Context, request: CountersignRequest): Decision {
  const { book, today } = context;
  const own = named(hosted(context), said, context, request);
  const mine = asked(context).filter((o) => mentions(said, o.matter, context));
  if (own.length === 0 && mine.length === 0)
    return reply('countersign', 'not-allowed', '未查到您主办的或者请您会签、尚未办结的文稿。');
  const rule = book.find('countersign-extension');
  if (!rule) {
    return reply('countersign', 'not-found', '规则未规定会签延期如何办理，本助手不作推断，请与主办部门直接沟通。', [], {
      aside: nearest(context, ['countersign.extension'], '会签 延期 回复'),
    });
  }
  const quotes = [quoteOf(book, rule)];
  const until = request.until ?? laterBy(context, request.longer, (own[0] ?? mine[0])?.step.due);
  if (!until || until < today)
    return askFor('countersign', said, ['time'], '请写明商定的回复日期，例如：延期至3月6日。', quotes);
  const day = sayDay(until, today);
  const [first] = own;
  if (first) {
    if (own.length > 1 && new Set(own.map((o) => o.matter.id)).size > 1) {
      return reply(
        'countersign',
        'not-understood',
        `您有多件会签，请写明是哪一件：${[...new Set(own.map((o) => o.matter.title))].join('、')}。`,
      );
    }
    const units = unitsOf(own);
    const asking = extensionsOf(context, own);
    // The host may set the time; only what he says was agreed is told as agreed.
    const agreed =
      request.purpose === 'extend' &&
      (asking.length > 0 || /^(?:我们?)?同意/.test(said.marked.text) || AGREED.test(said.marked.text));
    const moved = own.some((o) => o.step.due && until < o.step.due.slice(0, 10)) ? '提前至' : '延至';
    return {
      ...reply('countersign', 'recorded', `已记录：${first.matter.title}，${units}的回复时限${moved}${day}。`, quotes),
      due: until,
      effects: [
        ...asking.map((m) => ({ do: 'withdraw' as const, matter: m.id, why: '' })),
        ...own.flatMap((o) => [
          { do: 'due' as const, step: o.step.id, due: until },
          tell(
            context.facts.peopleOf(o.step.id),
            `${first.matter.title}：${agreed ? '经商定，' : '主办部门将'}贵单位的回复时限${moved}${day}。`,
            o.matter,
            quotes,
          ),
        ]),
      ],
    };
  }
  const [one] = mine;
  if (!one || mine.length > 1)
    return reply(
      'countersign',
      'not-understood',
      `您有${mine.length}件会签，请写明是哪一件：${mine.map((o) => o.matter.title).join('、')}。`,
    );
  const host = sayPerson(context.roster.person(one.matter.owner) ?? context.sender);
  if (AGREED.test(said.marked.text)) {
    return {
      ...reply(
        'countersign',
        'recorded',
        `已记录：${one.matter.title}，经与主办部门商定，回复时限延至${day}，已告知${host}。`,
        quotes,
      ),
      due: until,
      effects: [
        { do: 'due', step: one.step.id, due: until },
        tell(
          [one.matter.owner],
          `${sayPerson(context.sender)}报告已与贵单位商定：${one.matter.title}的回复时限延至${day}。如有不符，请直接回复商定的日期。`,
          one.matter,
          quotes,
        ),
      ],
    };
  }
  return askHost(context, one, until, quotes);
}

/** 宽限两天: counted from the running time's last day, or from today where none runs. */
function laterBy(
  context: Context,
  longer: CountersignRequest['longer'],
  due: string | null | undefined,
): string | undefined {
  if (!longer) return undefined;
  const from = due?.slice(0, 10) ?? context.today;
  return longer.working ? context.calendar.addWorkdays(from, longer.days) : addDays(from, longer.days);
}

/** What others have asked the host for and he settles herewith. */
function extensionsOf({ facts, sender }: Context, own: readonly Open[]): Matter[] {
  const steps = own.map((o) => o.step.id);
  return facts.openSteps(sender.id).flatMap((step) => {
    const matter = facts.matter(step.matter);
    return matter?.kind === 'extension' && steps.includes(Number(matter.data.facts?.step)) ? [matter] : [];
  });
}

/** Not agreed yet: the host is asked, and the clock changes with the host's consent. */
function askHost(context: Context, one: Open, until: string, quotes: Decision['quotes']): Decision {
  const day = sayDay(until, context.today);
  const title = `${one.matter.title}延期至${Number(until.slice(5, 7))}月${Number(until.slice(8))}日`;
  return {
    ...reply('countersign', 'submitted', `已向主办部门提出：${one.unit}的回复时限延至${day}，商定后生效。`, quotes),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'countersign',
          kind: 'extension',
          title,
          owner: context.sender.id,
          quotes,
          route: [{ ask: 'approve', who: [], people: [one.matter.owner], word: '商定', quotes }],
          data: {
            body: `${one.unit}不能按期回复${one.matter.title}，商请将回复时限延至${day}。`,
            publicBody: title,
            warnings: [],
            facts: { step: one.step.id, due: until },
          },
        },
      },
    ],
  };
}

/** The host has agreed: the clock runs to the new day, unless the answer came first. */
export function extended(matter: Matter, context: Context): Effect[] {
  const { step, due } = matter.data.facts ?? {};
  if (matter.kind !== 'extension' || typeof step !== 'number' || typeof due !== 'string') return [];
  const open = context.facts.openSteps(matter.owner).some((s) => s.id === step);
  return open ? [{ do: 'due', step, due }] : [];
}

/** 催办: whoever has been reminded often enough is better called. */
export function urge(said: Said, context: Context, request: CountersignRequest): Decision {
  const open = named(hosted(context), said, context, request);
  if (open.length === 0) return reply('countersign', 'not-allowed', '未查到由您主办、尚待回复的会签。');
  const { facts } = context;
  const isOftenReminded = ({ matter, step }: Open): boolean =>
    facts.peopleOf(step.id).every((id) => facts.remindersOf(matter.id, id) >= MOST_REMINDERS);
  const often = open.filter(isOftenReminded);
  const urged = open.filter((o) => !often.includes(o));
  const text = [
    urged.length > 0 && `已催办：${unitsOf(urged)}。`,
    often.length > 0 && `${unitsOf(often)}已提醒${MOST_REMINDERS}次，不再重复提醒，请直接联系。`,
  ];
  return {
    ...reply('countersign', urged.length > 0 ? 'recorded' : 'answered', text.filter(Boolean).join('')),
    effects: urged.map(({ matter, step }) => ({
      do: 'remind' as const,
      step: step.id,
      text: `${matter.title}尚待贵单位回复，主办部门请尽快反馈。`,
    })),
  };
}

const unitsOf = (open: readonly Open[]): string => [...new Set(open.map((o) => o.unit))].join('、');

const ANSWERS = { open: '待回复', done: '', declined: '', silent: '逾期未回复', cancelled: '已撤回' } as const;

/** 会签谁还没回 */
export function status(said: Said, context: Context): Decision {
  const matters = context.facts.mattersOf(context.sender.id, 'countersign').filter((m) => m.kind !== 'extension');
  const open = matters.filter((m) => m.state === 'open' && mentions(said, m, context));
  const shown = open.length > 0 ? open : matters.slice(0, 1);
  if (shown.length === 0) return reply('countersign', 'answered', '您目前没有主办的会签。');
  const lines = shown.map((m) => {
    const steps = context.facts.stepsOf(m.id).filter((s) => s.ask === 'countersign');
    const answers = steps.map(
      (s) => `${unitOf(context, s)}${ANSWERS[s.state] || (s.outcome ?? '')}${s.note ? `（${s.note}）` : ''}`,
    );
    return `${m.title}：${answers.join('；')}。`;
  });
  return reply('countersign', 'answered', lines.join('\n'));
}

function named(open: Open[], said: Said, context: Context, request: CountersignRequest): Open[] {
  const ofTitle = said.marked.titles.length > 0 ? open.filter((o) => mentions(said, o.matter, context)) : open;
  const { units } = request;
  return units.length > 0 ? ofTitle.filter((o) => units.includes(o.unit)) : ofTitle;
}

const tell = (to: string[], text: string, matter: Matter, quotes: Decision['quotes']): Effect => ({
  do: 'tell',
  to,
  status: 'notice',
  text,
  quotes,
  matter: matter.id,
});
