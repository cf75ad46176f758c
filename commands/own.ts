/** 撤回、进度: what an applicant may do with his own matters, whatever their subject. */
import { type Decision, reply } from '../src/core/decision.ts';
import { isMeeting, type Matter } from '../src/core/matter.ts';
import { sayPerson } from '../src/core/roster.ts';
import { ABOUT_IDS, type About } from '../src/core/vocabulary.ts';
import { readDates } from '../src/language/dates/read.ts';
import { matcher } from '../src/language/matcher.ts';
import { onePerson } from '../src/language/people.ts';
import { leadingPlaces } from '../src/language/places.ts';
import type { Command, Context, Said, Weight } from './command.ts';
import { cancel } from './meeting/change.ts';
import { mentions } from './mention.ts';
import { onlyAsks } from './only-asks.ts';
import { OFFICE_UNIT } from './papers/units.ts';

const WITHDRAW = matcher(
  /撤回|拿回来|要回来|撤销|撤消|撤了|撤掉|撤下|(?<!(?:航班|飞机|高铁|火车|车次|班车|船)(?:也|都|又|被|给|临时|突然)*)取消|停止|终止|作废|去不[了成]|走不[了成]|不(?:再)?(?:请假|请了|去了|外出|出差)|不(?:再)?[去到飞][一-鿿]{2,8}了(?=[。！!，,]|$)|不用(?:请假|批|办)了|收回/,
);
const PROGRESS = matcher(
  /(?:进度|进展|到哪(?:一)?(?:步|儿|里)?了|办(?:到|得)(?:哪|怎么样)|批(?:了|下来)(?:吗|没|没有)|谁(?:在|那)(?:办|里)|卡在(?:哪|谁)|怎么还没批)/,
);

const ABOUT_WORDS: readonly [About, RegExp][] = [
  ['leave', /请假|外出|出差|休假|假|行程|报告/],
  ['meeting', /会议通知|会议/],
  ['agenda', /议题/],
  ['minutes', /纪要/],
  ['countersign', /会签|征求意见/],
  ['document', /公文|文件|请示|报告|通知/],
  ['event', /活动|邀请/],
  ['agreement', /协议|合同/],
  ['supervision', /督办|督查/],
  ['research', /调研|课题/],
  ['reception', /接待/],
];

/** A journey is off, whatever the reason told beside it. */
const NOT_GOING = /去不[了成]|走不[了成]|不(?:再)?(?:去|外出|出差|请假|请)了/;

const WITHDRAWABLE: readonly Matter['state'][] = ['open', 'approved', 'effective'];

function own(said: Said, context: Context, states: readonly Matter['state'][]): Matter[] {
  const about = ABOUT_WORDS.filter(([, words]) => words.test(said.marked.text)).map(([id]) => id);
  const among = (subjects: readonly About[]): Matter[] =>
    subjects
      .flatMap((a) => context.facts.mattersOf(context.sender.id, a))
      .filter((m) => states.includes(m.state) && mentions(said, m, context));
  const called = among(about.length > 0 ? about : ABOUT_IDS);
  // 会议取消了，不去了: the meeting is what the journey was for.
  const found = called.length === 0 && NOT_GOING.test(said.marked.text) ? among(['leave']) : called;
  const days = daysNamed(said, context);
  const there = placeGivenUp(said);
  if (there) return found.filter((m) => placeOf(m) === '' || placeOf(m).includes(there) || there.includes(placeOf(m)));
  const onDay = found.filter((m) => m.day && days.some((d) => (m.day ?? '') <= d && d <= (m.data.last ?? m.day ?? '')));
  return (onDay.length > 0 ? onDay : found).sort((a, b) => b.seq - a.seq);
}

/** 不去威海了, 济南不去了: the place of the journey that is given up. */
const placeGivenUp = ({ marked: { text } }: Said): string =>
  leadingPlaces(
    /不(?:再)?[去到飞]([一-鿿]{2,8})了/.exec(text)?.[1] ?? /([一-鿿]{2,8})(?:不去|去不[成了])/.exec(text)?.[1] ?? '',
  );

const placeOf = ({ data }: Matter): string => (typeof data.facts?.place === 'string' ? data.facts.place : '');

/** The days that a message names, read forward and backward: 撤回4月9日的调研登记 means a day that is over. */
function daysNamed(said: Said, { now, calendar }: Context): string[] {
  const both = [said.marked.dates, readDates(said.marked.text, now, calendar, { past: true })];
  return both.flat().flatMap((span) => (span.fault || span.type === 'time' ? [] : (span.start?.slice(0, 10) ?? [])));
}

export const ownMatters: Command = {
  about: 'help',
  name: '撤回与进度',
  examples: ['撤回请假', '我的请假到哪一步了'],

  weigh(said: Said, context: Context): Weight | null {
    const { text } = said.marked;
    const withdraw = WITHDRAW.exec(text);
    if (withdraw && text.length <= 40 && !onlyAsks(said) && own(said, context, WITHDRAWABLE).length > 0) {
      return { score: 7, evidence: [withdraw[0]] };
    }
    if (withdraw && text.length <= 40 && !onlyAsks(said) && others(said, context).length > 0)
      return { score: 7, evidence: [withdraw[0]] };
    const progress = PROGRESS.exec(text);
    if (progress && text.length <= 40 && own(said, context, WITHDRAWABLE).length > 0)
      return { score: 6.5, evidence: [progress[0]] };
    if (!withdraw || text.length > 12) return null;
    const decides = context.facts.openSteps(context.sender.id).some((step) => step.ask === 'approve');
    return decides ? null : { score: 3, evidence: [withdraw[0]] };
  },

  read: (said) => ({ withdraw: WITHDRAW.test(said.marked.text), progress: PROGRESS.test(said.marked.text) }),

  decide(said: Said, context: Context): Decision {
    const matters = own(said, context, WITHDRAWABLE);
    const [matter] = matters;
    if (!matter) return withdrawFor(said, context);
    if (!WITHDRAW.test(said.marked.text)) return progress(context, matter);
    if (matters.length > 1 && ALL.test(said.marked.text)) {
      const [first, ...also] = matters.map((one) => withdrawal(context, one));
      return { ...(first as Decision), also };
    }
    if (matters.length > 1 && !isPlain(said, context, matters)) {
      const list = matters.slice(0, 5).map((m) => `“${m.title}”`);
      return reply(
        'help',
        'not-understood',
        `您有${matters.length}件事项可以撤回：${list.join('、')}。请写明是哪一件。`,
      );
    }
    return ofSomeOnly(said, matter, context) ?? withdrawal(context, matter);
  },
};

/** 水利局那边撤了吧: of those who countersign some are named, and the others' answers stay. */
function ofSomeOnly(said: Said, matter: Matter, { facts, roster }: Context): Decision | null {
  if (matter.about !== 'countersign') return null;
  const named = said.marked.units.flatMap((span) => roster.headOf(span.unit)?.id ?? []);
  const asked = facts
    .stepsOf(matter.id)
    .filter((step) => step.ask === 'countersign')
    .flatMap((step) => facts.peopleOf(step.id));
  if (!asked.some((id) => named.includes(id)) || asked.every((id) => named.includes(id))) return null;
  return reply(
    'countersign',
    'not-understood',
    `“${matter.title}”已送${asked.length}个部门，不能只撤回其中一部分，现均未撤回。需要全部撤回的，请回复“撤回会签”。`,
  );
}

/** 两个都撤了 */
const ALL =
  /(?:[两二三四五几]|所有)(?:个|件|次|份|趟)?[^，。]{0,8}(?:都|全)|(?:都|全部?|一并)(?:撤|取消|不去|作废|不请)/;

/** Whether of several it is clear which one is meant: the day is named, or the last one is. */
const isPlain = (said: Said, context: Context, matters: readonly Matter[]): boolean =>
  /刚才|刚刚|上面|前面|上一|最近|这[个件次份]|那[个件次份]/.test(said.marked.text) ||
  daysNamed(said, context).some((day) => matters[0]?.day === day) ||
  matters.slice(1).every((m) => m.about !== matters[0]?.about);

/** A matter is taken back by its owner or on the owner's behalf; those it had reached are told. */
export function withdrawal(context: Context, matter: Matter): Decision {
  if (isMeeting(matter)) return cancel(matter, context, false);
  const notice = `${context.sender.name}已撤回“${matter.title}”。`;
  const owner = matter.owner === context.sender.id ? [] : [matter.owner];
  return {
    ...reply(matter.about, 'recorded', `已撤回：${matter.title}。`),
    effects: [
      { do: 'withdraw', matter: matter.id, why: notice },
      ...(owner.length > 0
        ? [{ do: 'tell' as const, to: owner, status: 'notice' as const, text: notice, quotes: [], matter: matter.id }]
        : []),
      ...told(context, matter),
    ],
  };
}

/** 把沈局长19号的请假撤了, 河湾镇那份请示撤回来: matters of somebody whom the message names, or of a unit's head. */
function others(said: Said, context: Context): Matter[] {
  const named = said.marked.people.flatMap((span) => onePerson(span) ?? []);
  const heads = said.marked.units.flatMap((span) => context.roster.headOf(span.unit) ?? []);
  const owners = [...new Set(named.length > 0 ? named : heads)].filter((p) => p.id !== context.sender.id);
  const about = ABOUT_WORDS.filter(([, words]) => words.test(said.marked.text)).map(([id]) => id);
  return owners
    .flatMap((p) => about.flatMap((a) => context.facts.mattersOf(p.id, a)))
    .filter((m) => WITHDRAWABLE.includes(m.state))
    .sort((a, b) => b.seq - a.seq);
}

/** The office, and staff of the same unit on behalf, may withdraw for others, as they may file; nobody else. */
function withdrawFor(said: Said, context: Context): Decision {
  const [matter] = others(said, context);
  const owner = context.roster.person(matter?.owner ?? '');
  if (!matter || !owner) return reply('help', 'not-understood', '未查到您可以撤回的事项。');
  const office = context.sender.unit === OFFICE_UNIT;
  const onBehalf = context.sender.unit === owner.unit && /委托|代|替|帮/.test(said.marked.text);
  return office || onBehalf
    ? withdrawal(context, matter)
    : reply(
        matter.about,
        'not-allowed',
        `您不能撤回“${matter.title}”，请由${sayPerson(owner)}本人、其单位工作人员（注明受委托）或区政府办公室提出。`,
      );
}

/** An acting person was told of the leave, so is told of its end. */
function told(context: Context, matter: Matter): Decision['effects'] {
  const acting = matter.data.facts?.actingId;
  return typeof acting === 'string' && acting && acting !== context.sender.id
    ? [
        {
          do: 'tell',
          to: [acting],
          status: 'notice',
          text: `${context.sender.name}已撤回“${matter.title}”。`,
          quotes: [],
          matter: matter.id,
        },
      ]
    : [];
}

const STATES: Record<Matter['state'], string> = {
  open: '正在办理',
  approved: '已批准',
  effective: '已报告',
  declined: '未获同意',
  withdrawn: '已撤回',
  closed: '已办结',
};

/** Who has it now and what is done. */
function progress(context: Context, matter: Matter): Decision {
  const steps = context.facts.stepsOf(matter.id);
  const done = steps.filter((s) => s.decidedBy).map((s) => `${context.roster.nameOf(s.decidedBy ?? '')}：${s.outcome}`);
  const open = steps
    .filter((s) => s.state === 'open')
    .flatMap((s) => context.facts.peopleOf(s.id))
    .map((id) => context.roster.nameOf(id));
  return reply(
    matter.about,
    'answered',
    `“${matter.title}”${STATES[matter.state]}。${done.length > 0 ? `已办：${done.join('；')}。` : ''}${open.length > 0 ? `待办：${[...new Set(open)].join('、')}。` : ''}`,
    matter.quotes,
  );
}
