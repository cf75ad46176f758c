/** 请假、外出报告：who must know or agree, how early, and with which papers; 登记外出 and 销假. */
import { saySpan } from '../src/core/day.ts';
import { type Decision, reply } from '../src/core/decision.ts';
import type { Matter } from '../src/core/matter.ts';
import { type Person, sayPerson } from '../src/core/roster.ts';
import { quotesOf } from '../src/rules/quote.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { isAbout, weigh } from './evidence.ts';
import { readActing } from './leave/acting.ts';
import { changeLeave, inPlaceOf } from './leave/change.ts';
import { judgeLeave } from './leave/judge.ts';
import { type LeaveRequest, readLeave } from './leave/read.ts';

const RETURN = /销假|返岗|已(?:经)?(?:返回|回来|归队|到岗|回到|返区|回区)|提前(?:返回|回来|结束)|回来(?:上班|了)|已回/;
const REGISTER = /(?:补)?登记(?:一下)?(?:我的?|本人)?[一-鿿]{0,10}外出|外出登记|登记外出/;
const OBJECT = /(?:我)?(?:不能|无法|不便|不方便|没法)(?:代为|代|帮忙)?(?:主持|代理|顶班|代班|负责)/;
const WITHDRAW = /撤回|撤销|撤消|取消/;
const CHANGE = /改(?:成|为|到|签|期)|变更|调整(?:为|到|成)|延长|延期|顺延|推迟|提前到|续假/;

export const leave: Command = {
  about: 'leave',
  name: '请假外出',
  examples: [
    '我3月10日至11日到济南参加水利培训，由副局长马志远代为主持工作，特此报告。',
    '我已返岗，现销假。',
    '登记外出 3月5日至3月7日',
  ],

  weigh(said: Said, context: Context): Weight | null {
    const { marked } = said;
    const { text } = marked;
    const dated = marked.dates.some((d) => d.type !== 'duration' && d.type !== 'time' && d.type !== 'set') ? 1.5 : 0;
    return weigh(
      text,
      [
        [REGISTER, 6],
        [/销假|返岗/, 6],
        [RETURN, 3],
        [OBJECT, 5],
        [
          /请(?:[一-鿿\d]{0,12})?假|休(?:[一-鿿\d]{0,6})?假|年休|(?:年|探亲|病|事|婚|产|丧|公休|护理)假|续假|补休|调休(?!日)/,
          3.5,
        ],
        [/外出|出差|出访|离岗|公出|离区/, 2.5],
        [
          /(?:到|去|赴|前往)(?!我(?:区|局|镇|街|县))[一-鿿、]{2,14}(?:参加|出席|学习|培训|考察|调研|出差|开会|就医|看病|招商|汇报|探亲|休假|办)/,
          2,
        ],
        [/(?:飞往|前往|赴|出发|(?<![过出回进收])(?:去|到))(?=[一-鿿])(?!我(?:区|局|镇|街|县))/, dated > 0 ? 1.5 : 0],
        [/出去(?:[一两几\d]{1,2}(?:趟|天|下))?|出(?:趟|一趟|个)(?:门|差)|不在(?:区里|家|局里|单位|镇里|岗)/, 2.5],
        [/代为主持|(?:主持|负责)(?:局里|局内|镇里|街道|单位|日常|全面|园区)*(?:的)?工作|代班|代管/, 1.5],
        [/特此(?:报告|请假)|向[一-鿿]{1,6}(?:请假|报告)|报告(?:区长|书记|区政府|区委|领导)|报备/, 2],
        [WITHDRAW, WITHDRAW.test(text) && hasCurrent(context) ? -4 : 0],
        [/就医|看病|住院|探亲|手术|因[公私](?=[外出赴到去前])|进京|赴京/, 1.5],
        // A meeting that one can't attend is the meeting's matter.
        [
          /(?:不能|无法|没法|不克|抽不开身|去不了|来不了|缺席)[^，。]{0,6}(?:参加|出席|列席|参会|到会|去|来)?/,
          marked.meetings.length > 0 ? -5 : 0,
        ],
        [CHANGE, CHANGE.test(text) && hasCurrent(context) ? 1 : 0],
        [/调研/, isAbout(text, /登记|补登记/) ? -4 : 0],
      ],
      dated + journey(said, context) + (CHANGE.test(text) && hasCurrent(context) ? 3 : 0),
    );
  },

  read: (said, context) => ({ ...readLeave(said, context) }),

  decide(said: Said, context: Context, unfinished?: Record<string, unknown>): Decision {
    const { text } = said.marked;
    const fresh = readLeave(said, context);
    const draft = unfinished && goesOn(unfinished, fresh, context) ? unfinished : undefined;
    if (!draft && OBJECT.test(text)) return objectToActing(context);
    if ((!draft || /销假|返岗/.test(text)) && RETURN.test(text) && !/返回[，,]?(?:日期|时间)|请假|外出期间/.test(text))
      return reportBack(said, context);
    const request: LeaveRequest = draft ? merge(draft as LeaveRequest, fresh, said) : fresh;
    if (draft?.late && !fresh.urgent && !fresh.first) {
      return reply(
        'leave',
        'not-understood',
        '您的申请尚未受理。如属紧急事项，请注明“紧急”并说明理由；或者重新写明起止日期。',
      );
    }
    const person = request.person ? context.roster.person(request.person) : context.sender;
    if (!person) return reply('leave', 'not-understood', '未在名册中查到要请假的人员，请写明姓名。');
    const refusal = mayFileFor(context, person, text);
    if (refusal) return refusal;
    if (REGISTER.test(text) || draft?.registers) return register(context, person, request);
    if (!draft && CHANGE.test(text)) {
      const changed = changeLeave(context, person, fresh);
      if (changed) return changed;
    }
    const decided = judgeLeave(context, person, request);
    return request.replaces ? inPlaceOf(context, person, request.replaces, decided) : decided;
  },

  settled(matter: Matter): Decision['effects'] {
    const { first, last } = matter.data;
    const designee =
      typeof matter.data.facts?.designee === 'string' ? matter.data.facts.designee || undefined : undefined;
    return first && last ? [{ do: 'absence', person: matter.owner, first, last, matter: matter.id, designee }] : [];
  },
};

/** What makes a message a report of going away, however it is put: somebody who acts meanwhile, a return, a word to the leaders. */
function journey(said: Said, context: Context): number {
  const { text } = said.marked;
  const acts = readActing(said, context.sender).acting !== undefined;
  if (!acts && !/(?:飞往|前往|赴|出发|去|到|回)(?!我(?:区|局|镇|街|县))[一-鿿]/.test(text)) return 0;
  const returns =
    /返程|返回|往返|来回|当(?:天|日|晚)[^，。]{0,3}[返回]|[日号]返|[日号]回|为期|共[一二两三四五\d]天|[一两三]天/.test(
      text,
    );
  const reports = /报告|请[^，。]{0,8}(?:批准|知悉|批示)|请备|报备/.test(text);
  return (acts ? 2 : 0) + (returns ? 1 : 0) + (reports ? 1 : 0);
}

const hasCurrent = (context: Context): boolean => context.facts.hasCurrent(context.sender.id, 'leave');

/** Whether a message goes on with an unfinished request: not when it names somebody else, whose leave is another matter. */
const goesOn = (draft: LeaveRequest, fresh: LeaveRequest, context: Context): boolean =>
  fresh.person === undefined || fresh.person === (draft.person ?? context.sender.id);

const CORRECTS = /不对|不是|改|应(?:为|是)|更正|说错|写错|错了/;

/** What the next message adds; it overrides only when it corrects. A bare name or place answers the one thing that was asked. */
function merge(draft: LeaveRequest, fresh: LeaveRequest, said: Said): LeaveRequest {
  const { fault: _, late, files, ...kept } = draft;
  const added = withoutGaps(fresh);
  const request: LeaveRequest = CORRECTS.test(said.marked.text)
    ? { ...kept, ...added }
    : { ...added, ...withoutGaps(kept) };
  if (fresh.first && (draft.fault || late)) Object.assign(request, { first: fresh.first, last: fresh.last });
  if (fresh.fault) request.fault = fresh.fault;
  const all = [...(files ?? []), ...(fresh.files ?? [])];
  if (all.length > 0) request.files = all;
  const bare = said.marked.text.replace(/[，,。.！!\s]/g, '');
  if (/^[一-鿿]{2,12}$/.test(bare) && Object.keys(added).length === 0) {
    if (!draft.reason && (draft.acting || bare.length > 4)) request.reason = bare;
    else if (!draft.acting && bare.length <= 4) request.acting = bare;
    else if (!draft.place) request.place = bare;
    else request.urgentReason = bare;
  }
  if (late && fresh.urgent && !request.urgentReason) request.urgentReason = fresh.urgentReason ?? draft.reason;
  if (draft.urgent && !draft.urgentReason && bare.length > 4)
    request.urgentReason = said.marked.original.trim().replace(/[。！!]$/, '');
  return request;
}

function withoutGaps(request: LeaveRequest): Partial<LeaveRequest> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined && value !== false));
}

/** One may file for oneself; the office, and staff of a unit on behalf of its head, for others. */
function mayFileFor(context: Context, person: Person, text: string): Decision | null {
  const { sender } = context;
  if (person.id === sender.id) return null;
  const office = sender.unit === '区政府办公室';
  const onBehalf = sender.unit === person.unit && /委托|代|替/.test(text);
  if (office || onBehalf) return null;
  const why =
    sender.unit === person.unit
      ? `如受${person.name}委托，请注明“受${person.name}委托”。`
      : '请由本人、其单位工作人员（注明受委托）或区政府办公室提出。';
  return reply('leave', 'not-allowed', `您不能替${sayPerson(person)}请假或登记外出。${why}`);
}

/** 登记外出: recorded for anybody, also where no rule names the position; it steers the standing in. */
function register(context: Context, person: Person, request: LeaveRequest): Decision {
  const { first, last } = request;
  if (request.fault || !first || !last || last < first) {
    return {
      ...reply(
        'leave',
        'incomplete',
        `${request.fault ? `${request.fault}。` : ''}请补充起止日期，例如：登记外出 3月5日至3月7日。`,
        [],
        { missing: ['dates'] },
      ),
      effects: [
        {
          do: 'draft',
          about: 'leave',
          request: { ...request, registers: true, person: person.id },
          missing: ['dates'],
        },
      ],
    };
  }
  const quotes = quotesOf(context.book, context.book.byKind('leave-return').slice(0, 1));
  const span = saySpan(first, last, context.today);
  return {
    ...reply('leave', 'recorded', `已登记外出：${person.name}，${span}。返回后请回复“销假”。`, quotes),
    effects: [
      { do: 'absence', person: person.id, first, last },
      ...(person.id === context.sender.id
        ? []
        : [
            {
              do: 'tell' as const,
              to: [person.id],
              status: 'notice' as const,
              text: `${context.sender.name}已为您登记外出：${span}。`,
              quotes: [],
            },
          ]),
    ],
  };
}

/** 销假 */
function reportBack(said: Said, context: Context): Decision {
  const quotes = quotesOf(context.book, context.book.byKind('leave-return').slice(0, 1));
  const open = context.facts.openAbsences(context.sender.id).filter((a) => a.first <= context.today);
  const [absence] = open;
  if (!absence) {
    const pending = context.facts.mattersOf(context.sender.id, 'leave').find((m) => m.state === 'open');
    return reply(
      'leave',
      'answered',
      pending ? `“${pending.title}”尚未批准，无需销假；不再外出的，请回复“撤回请假”。` : '您目前没有待销假的外出登记。',
      quotes,
    );
  }
  const early = context.today < absence.last;
  const returned = said.marked.dates.find((d) => d.type === 'date')?.start ?? context.today;
  const last =
    returned >= absence.first && returned <= context.today
      ? returned < absence.last
        ? returned
        : absence.last
      : early
        ? context.today
        : absence.last;
  return {
    ...reply(
      'leave',
      'recorded',
      `已销假：${saySpan(absence.first, last, context.today)}的外出已结束${early ? '（提前返回）' : ''}。`,
      quotes,
    ),
    effects: [
      { do: 'return', absence: absence.id, last },
      ...(absence.matter ? [{ do: 'close' as const, matter: absence.matter }] : []),
    ],
  };
}

/** The acting person may object; whoever decides is told, nothing is blocked. */
function objectToActing(context: Context): Decision {
  const matter = context.facts
    .recent('leave')
    .find(
      (m) =>
        m.data.facts?.actingId === context.sender.id &&
        (m.state === 'open' || m.state === 'approved' || m.state === 'effective'),
    );
  if (!matter) return reply('leave', 'not-understood', '未查到由您代为主持工作的外出事项。');
  const deciders = context.facts
    .stepsOf(matter.id)
    .flatMap((s) => (s.decidedBy ? [s.decidedBy] : context.facts.peopleOf(s.id)));
  return {
    ...reply('leave', 'recorded', `已记录并转告：您不能代为主持工作（${matter.title}）。`),
    effects: [
      {
        do: 'tell',
        to: [...new Set([matter.owner, ...deciders])],
        status: 'notice',
        text: `${sayPerson(context.sender)}表示不能代为主持工作（${matter.title}），请另行安排或在审批时考虑。`,
        quotes: [],
        matter: matter.id,
      },
    ],
  };
}
