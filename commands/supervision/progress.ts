/** 进展、延期、办结、调整时限: what is said of an item while it is under way. */
import { sayDay } from '../../src/core/day.ts';
import { type Decision, type Effect, reply } from '../../src/core/decision.ts';
import type { Matter } from '../../src/core/matter.ts';
import { sayPerson } from '../../src/core/roster.ts';
import type { Body, Missing } from '../../src/core/vocabulary.ts';
import { matcher } from '../../src/language/matcher.ts';
import { quoteOf, quotesOf } from '../../src/rules/quote.ts';
import type { Context, Said } from '../command.ts';
import { askFor } from '../papers/unfinished.ts';
import { mayOversee, meant, openItems, type Task, taskName, tasksOf } from './ledger.ts';
import { dueOf } from './read.ts';

export type News = 'done' | 'delay' | 'progress';

const DELAY = matcher(
  /(?:无法|不能|没能|未能|难以|来不及|恐难|预计(?:不能|无法)|完不成|没法)[^，。；]{0,12}(?:按期|按时|如期|完成|办结|落实)|(?:按期|按时|如期)[^，。；]{0,6}(?:完不成|有困难|难以)|完不成|延期|延至|延长|推迟|展期|顺延|缓办|(?:办|干|做|弄|搞|修|建|清|拨|交|签|整|改|拆|装|查|收|排)不(?:完|了|成|好|上|齐|到位|出来)|(?:推|拖)(?:迟)?到|(?:到期|月底|这周|期限内)[^，。；]{0,8}(?:完不了|悬)/,
);
const PARTLY =
  /\d+(?:\.\d+)?%|百分之|基本(?:完成|办结)|部分|阶段性|初步|过半|一半|\d+(?:公里|处|个|座|户|项)|尚未|还没|未完成|正在|预计|待/;
const DONE = matcher(
  /(?:已|均|全部|业已|现已|圆满|顺利|按期|按时)[^，。；]{0,14}(?:完成|办结|办完|完工|竣工|到位|完毕|解决|[修建做弄办]好|修复)|(?:完成|办结|办完|完工|竣工)了|(?:已|均|全部)[^，。；]{0,10}[一-鿿](?:完|好|毕)了?(?=[，。；！]|$)|(?:^|[，。；])(?:已|可以?|请)?(?:办结|完结|搞定|[干弄办做]完|销号)(?:了|吧)?(?=[，。；！]|$)|销号/,
);
const PROGRESS = matcher(
  /进展|进度|正在|推进|启动|开工|施工|已完成|了(?:一半|大半|多半|过半|[一二三四五六七八九]成)|完成(?:了)?(?:\d|百分|约|过半|一半)|落实情况|\d+(?:\.\d+)?%/,
);

/** What a message says of an item; `null` when it says nothing of the kind. */
export function newsIn(text: string): News | null {
  if (DELAY.test(text)) return 'delay';
  if (DONE.test(text) && !PARTLY.test(text)) return 'done';
  return PROGRESS.test(text) || DONE.test(text) ? 'progress' : null;
}

/** Takes a report on an own item. */
export function takeNews(said: Said, context: Context, news: News): Decision {
  const tasks = tasksOf(context);
  const found = meant(said, tasks);
  const [task] = found;
  if (!task) return reply('supervision', 'not-allowed', '您和本单位目前没有正在办理的督办事项。');
  if (found.length > 1) {
    const list = found.slice(0, 5).map((t) => `“${taskName(t.matter)}”`);
    return reply(
      'supervision',
      'not-understood',
      `您有${found.length}项督办事项：${list.join('、')}。请写明是哪一项。`,
    );
  }
  if (news === 'done') return done(said, context, task);
  return news === 'delay' ? delay(said, context, task) : progress(said, context, task);
}

function done(said: Said, context: Context, { step, matter }: Task): Decision {
  if (!context.facts.peopleOf(step.id).includes(context.sender.id)) {
    const head = context.roster.headOf(context.sender.unit);
    return reply(
      'supervision',
      'not-allowed',
      `“${taskName(matter)}”由${head ? sayPerson(head) : '责任单位主要负责人'}报告办结；您可以回复进展情况。`,
    );
  }
  return {
    ...reply('supervision', 'recorded', ''),
    effects: [{ do: 'press', step: step.id, label: '已办结', ...noteOf(said) }],
  };
}

/** What is said beyond the bare 已办结. */
function noteOf(said: Said): { note?: string } {
  const { text } = said.marked;
  return /^(?:已|全部)?(?:办结|完成|办完)(?:了)?[。！]?$/.test(text)
    ? {}
    : { note: text.replace(/[。！]$/, '').slice(0, 300) };
}

/** Those who follow an item: who registered it, and who got it to note. */
export function followers({ facts }: Context, matter: Matter): string[] {
  const noted = facts.stepsOf(matter.id).filter((s) => s.ask === 'note');
  return [...new Set([matter.owner, ...noted.flatMap((s) => facts.peopleOf(s.id))])];
}

const withProgress = (context: Context, matter: Matter, words: string): Effect => {
  const known = matter.data.facts?.progress;
  const line = `${sayDay(context.today)}${words.replace(/[。\s]+$/, '').slice(0, 120)}`;
  const progress = [...(Array.isArray(known) ? known : []), line];
  return { do: 'amend', matter: matter.id, data: { ...matter.data, facts: { ...matter.data.facts, progress } } };
};

function progress(said: Said, context: Context, { matter }: Task): Decision {
  const to = followers(context, matter).filter((id) => id !== context.sender.id);
  const text = `督办进展：${taskName(matter)}。${sayPerson(context.sender)}：${said.marked.text.slice(0, 300)}`;
  return {
    ...reply(
      'supervision',
      'recorded',
      `已记录进展并转告督办方：${taskName(matter)}。完成时限不变（${sayDay(matter.day ?? context.today, context.today)}），办结后请按“已办结”。`,
    ),
    effects: [
      withProgress(context, matter, said.marked.text),
      { do: 'tell', to, status: 'notice', text, quotes: [], matter: matter.id },
    ],
  };
}

const REASON =
  /因(?:为)?|由于|原因|受[^，。；]{1,12}(?:影响|制约)|遇|缺|雨|资金|征地|招标|手续|(?:没|未)(?:到位?|批|下来|落实|谈|定|有)|不(?:够|足|到位)|卡在|耽误|影响|短|停|坏|病/;
const NEXT =
  /下(?:一)?步|接下来|措施|将(?:采取|加快|增加|组织|抓紧|抢|安排|倒排|加大|继续|通过|协调)|拟(?:采取|增加|加快|安排)|(?:计划|打算|准备|正|争取|已)(?:在|要|再|先)?(?:采取|增加|加快|安排|找|联系|催|协调|调|借|换|加|抢|赶|请)|倒排|增派|加班|抢抓/;

/** 延期: reported before the due day with reason, next steps and a new day where the rule wants it; else only told. */
function delay(said: Said, context: Context, { step, matter }: Task): Decision {
  const { book, today } = context;
  const rule = book.find('supervision-report', (v) => v.beforeOverdue === true);
  const due = step.due ?? matter.day ?? today;
  const proposed = newDay(said, context, due);
  if (!rule) return told(said, context, { step, matter }, proposed);
  const quotes = [quoteOf(book, rule)];
  const { text } = said.marked;
  const missing: Missing[] = [];
  if (!REASON.test(text)) missing.push('reason');
  if (!NEXT.test(text)) missing.push('topic');
  if (!proposed) missing.push('dates');
  if (missing.length > 0) {
    const words: Partial<Record<Missing, string>> = {
      reason: '不能按期办结的原因',
      topic: '下步推进措施',
      dates: '新的完成时限',
    };
    return askFor(
      'supervision',
      said,
      missing,
      `“${taskName(matter)}”延期报告请补充：${missing.map((m) => words[m]).join('、')}。可直接回复。`,
      quotes,
    );
  }
  const late = today > due;
  const body = `${sayPerson(context.sender)}报告：${text.slice(0, 400)}\n原完成时限：${sayDay(due, today)}；${late ? '拟调整' : '调整后'}完成时限：${sayDay(proposed ?? due, today)}。`;
  const by = matter.data.facts?.by;
  const received = typeof by === 'string' ? context.roster.bodiesOf(matter.owner).includes(by as Body) : false;
  const people = [...new Set([...(matter.data.leaders ?? []), ...(received ? [] : [matter.owner])])];
  return {
    ...reply(
      'supervision',
      'submitted',
      late
        ? `已记录并报送：${taskName(matter)}。该事项已于${sayDay(due, today)}逾期，规则要求在逾期前报告，完成时限未作变更，请等候督办方意见。`
        : `已报送延期情况：${taskName(matter)}，完成时限由${sayDay(due, today)}调整为${sayDay(proposed ?? due, today)}，到期前后将重新提醒。`,
      quotes,
    ),
    effects: [
      withProgress(context, matter, text),
      ...(late || !proposed
        ? []
        : [
            { do: 'due' as const, step: step.id, due: proposed },
            moved(matter, proposed, withProgress(context, matter, text)),
          ]),
      {
        do: 'open',
        matter: {
          about: 'supervision',
          kind: 'delay',
          title: `${taskName(matter)}延期情况报告`,
          owner: context.sender.id,
          day: today,
          quotes,
          route: [{ ask: 'note', who: typeof by === 'string' && by !== '' ? [by] : [], people, quotes }],
          data: { body, publicBody: body, warnings: late ? ['本报告在逾期之后提出。'] : [] },
        },
      },
    ],
  };
}

const moved = (matter: Matter, day: string, amended: Effect): Effect =>
  amended.do === 'amend' ? { ...amended, day } : { do: 'amend', matter: matter.id, data: matter.data, day };

/** The new day that is proposed: a day after the present due day. */
function newDay(said: Said, context: Context, due: string): string | undefined {
  const named = dueOf(said, context.today).due;
  if (named && named > due && named >= context.today) return named;
  return said.marked.dates
    .flatMap((d) => (d.title || d.fault || d.type === 'duration' ? [] : [(d.end ?? d.start ?? '').slice(0, 10)]))
    .find((day) => day > due && day >= context.today);
}

/** Where the rule says nothing of delays: those who follow it are told and decide; the due day stands. */
function told(said: Said, context: Context, { matter }: Task, proposed: string | undefined): Decision {
  const to = followers(context, matter).filter((id) => id !== context.sender.id);
  const wish = proposed ? `，申请调整至${sayDay(proposed, context.today)}` : '';
  const text = `督办事项延期说明：${taskName(matter)}${wish}。${sayPerson(context.sender)}：${said.marked.text.slice(0, 300)}。同意调整的，请回复“${taskName(matter)}完成时限调整到×月×日”。`;
  return {
    ...reply(
      'supervision',
      'recorded',
      `已记录并转告督办方：${taskName(matter)}${wish}。规则未规定延期程序，在督办方调整之前完成时限不变（${sayDay(matter.day ?? context.today, context.today)}）。`,
    ),
    effects: [
      withProgress(context, matter, said.marked.text),
      { do: 'tell', to, status: 'notice', text, quotes: [], matter: matter.id },
    ],
  };
}

export const MOVE_DUE = matcher(
  /(?:时限|期限|完成时间|办结时间|截止(?:日期|时间)?)[^，。；]{0,14}?(?:调整|改|延长?|推迟|提前|变更)[^，。；]{0,3}(?:到|至|为|成)/,
);

/** 调整完成时限, by whoever oversees. */
export function moveDue(said: Said, context: Context): Decision {
  const found = meant(
    said,
    openItems(context).map((matter) => ({ matter })),
  );
  const matter = found.length === 1 ? found[0]?.matter : undefined;
  const day = dueOf(said, context.today).due ?? said.marked.dates.find((d) => !d.fault && d.start)?.start?.slice(0, 10);
  if (!mayOversee(context))
    return reply('supervision', 'not-allowed', '完成时限由督办方调整；不能按期办结的，请说明原因和拟完成时间。');
  if (!matter)
    return reply(
      'supervision',
      'not-understood',
      found.length > 1 ? '有多项督办事项，请写明是哪一项。' : '未查到正在办理的督办事项。',
    );
  if (!day || day < context.today)
    return askFor(
      'supervision',
      said,
      ['dates'],
      `请写明“${taskName(matter)}”新的完成时限。`,
      quotesOf(context.book, []),
    );
  const steps = context.facts.stepsOf(matter.id).filter((s) => s.ask === 'do' && s.state === 'open');
  const to = [...new Set(steps.flatMap((s) => context.facts.peopleOf(s.id)))];
  const text = `“${taskName(matter)}”完成时限已调整为${sayDay(day, context.today)}。`;
  return {
    ...reply('supervision', 'recorded', text, matter.quotes, { due: day }),
    effects: [
      ...steps.map((s): Effect => ({ do: 'due', step: s.id, due: day })),
      { do: 'amend', matter: matter.id, data: matter.data, day },
      { do: 'tell', to, status: 'notice', text, quotes: matter.quotes, matter: matter.id },
    ],
  };
}
