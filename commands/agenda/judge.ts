/** Judges an agenda item by the provisions on who proposes, by when, with what, and who decides. */
import { sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import type { Quote } from '../../src/core/message.ts';
import { isHead, isLeader, type Person, sayPerson } from '../../src/core/roster.ts';
import { MEETINGS, type Missing } from '../../src/core/vocabulary.ts';
import { quoteOf, quotesOf } from '../../src/rules/quote.ts';
import type { Provision, ProvisionOf } from '../../src/rules/schema.ts';
import type { Context, Said } from '../command.ts';
import { readHosts } from '../meeting/hosts.ts';
import { heldOn, kindOf } from '../meeting/register.ts';
import { holds, sayParties } from '../meeting/rules.ts';
import { nearest } from '../nearest.ts';
import { standingFor } from '../papers/standing.ts';
import { askFor } from '../papers/unfinished.ts';
import { OFFICE_UNIT } from '../papers/units.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import { obstaclesOf } from './obstacles.ts';
import { type AgendaWords, readAgenda } from './read.ts';
import { type AgendaRule, type Judged, planned, reviewOf, stagesOf } from './route.ts';

/** Judges a message that puts a topic forward. */
export function judgeAgenda(said: Said, context: Context): Decision {
  const words = readAgenda(said, context);
  const rule = context.book.find('agenda', (v) => v.meetings.includes(words.kind));
  if (!rule) {
    return reply('agenda', 'not-found', `规则未规定${MEETINGS[words.kind]}的议题由谁提出和确定，本助手不作推断。`, [], {
      aside: nearest(
        context,
        [`agenda.${words.kind}.route`, `agenda.${words.kind}.proposers`],
        `${MEETINGS[words.kind]} 议题 确定`,
      ),
    });
  }
  const owner = proposerOf(said, context, words, rule);
  if ('status' in owner) return owner;
  if (!words.topic || words.fault) {
    const missing: Missing[] = [
      ...(words.topic ? [] : (['topic'] as const)),
      ...(words.fault ? (['time'] as const) : []),
    ];
    const text = `${words.fault ? `${words.fault}，请核对会议日期。` : ''}${words.topic ? '' : '请写明议题名称，例如：《关于……的方案》。'}`;
    return askFor('agenda', said, missing, text, [quoteOf(context.book, rule)]);
  }
  const topic = words.topic;
  if (owner.position === 'mayor')
    return open(said, context, { words, topic, rule, owner, basis: [rule], warnings: [], deadline: null });

  const obstacles = obstaclesOf(context, words);
  const deadline = deadlineOf(context, words);
  const [forbidden] = obstacles.forbids;
  if (forbidden) {
    return reply(
      'agenda',
      'refused',
      `未予受理${topic}：${[...new Set(obstacles.forbids.map((f) => f.why))].join('；')}。${[...new Set(obstacles.forbids.map((f) => f.instead))].join('')}`,
      quotesOf(
        context.book,
        obstacles.forbids.map((f) => f.basis),
      ),
    );
  }
  const passes = deadline?.late && deadline.exceptSpecial && words.special !== undefined;
  if (deadline?.late && !passes) return tooLate(context, words, topic, deadline);
  const dispute = words.disputed ? context.book.find('agenda-dispute') : undefined;
  const papers = missingPapers(said, isLeader(owner) && !words.unit, dispute, obstacles.form);
  if (papers) return askFor('agenda', said, ['attachments'], papers.text, [quoteOf(context.book, papers.basis)]);
  const warnings = [...obstacles.warnings];
  if (deadline?.late)
    warnings.unshift(
      `${deadline.last ? '已超过提报时限' : '临时议题'}（${deadline.said}），申报说明的特殊情况：${words.special}。`,
    );
  if (
    said.files.length === 0 &&
    !/(?:材料|文件|方案|文稿)[^,。;]{0,12}(?:已|附|随)|(?:附|随附)[^,。;]{0,12}(?:材料|文件|方案)/.test(
      said.marked.text,
    )
  )
    warnings.push('未附会议材料。');
  const basis = [
    dispute ?? rule,
    ...obstacles.basis,
    ...(deadline?.late ? deadline.basis : []),
    ...(obstacles.form ? [obstacles.form.basis] : []),
  ];
  return open(said, context, { words, topic, rule, owner, basis, warnings, deadline, dispute });
}

/** Who puts the topic forward: the sender, or whom the sender files for, if the rule lets them. */
function proposerOf(said: Said, context: Context, words: AgendaWords, rule: AgendaRule): Person | Decision {
  const { sender, roster, book } = context;
  const { proposers } = rule.value;
  const office = sender.unit === OFFICE_UNIT;
  const may = (p: Person): boolean =>
    !proposers || holds(p, proposers) || (proposers.includes('owner-head') && isHead(p));
  const head = words.unit ? roster.headOf(words.unit) : undefined;
  const named = words.proposer && (office || words.proposer.id === sender.id) ? words.proposer : undefined;
  if (named && may(named)) return named;
  if (office && !(proposers && holds(sender, proposers))) {
    const owner = head && may(head) ? head : sender;
    if (may(owner)) return owner;
  } else if (may(sender)) {
    if (isLeader(sender) || office) return sender;
    const standing = standingFor(
      context,
      'agenda',
      words.unit === sender.unit ? undefined : words.unit,
      said.marked.text,
    );
    if ('status' in standing) return { ...standing, quotes: [quoteOf(book, rule)] };
    return roster.person(standing.owner) ?? sender;
  } else if (!isHead(sender) && !isLeader(sender)) {
    const standing = standingFor(context, 'agenda', words.unit, said.marked.text);
    const owner = 'status' in standing ? undefined : roster.person(standing.owner);
    if (owner && owner.id !== sender.id && may(owner)) return owner;
  }
  const overseer = words.unit ? roster.overseerOf(words.unit) : undefined;
  const through = overseer && proposers?.includes('deputy-mayor') ? `您可先报分管的${sayPerson(overseer)}提出。` : '';
  const who = (proposers ?? [])
    .map((p) => (p === 'owner-head' ? '主办部门（主要负责人）' : sayParties(context, [p])))
    .join('、');
  const staff = isHead(sender) || isLeader(sender) ? '' : '受委托代为提报的，请注明“受……委托”。';
  return reply(
    'agenda',
    'not-allowed',
    `${MEETINGS[words.kind]}的议题由${who}提出，您不能直接提出。${through}${staff}`,
    [quoteOf(book, rule)],
  );
}

function tooLate(context: Context, words: AgendaWords, topic: string, deadline: Deadline): Decision {
  const special = deadline.exceptSpecial ? '确有特殊情况的，请写明具体是什么情况后重新提报。' : '';
  return reply(
    'agenda',
    'refused',
    `未予受理${topic}：${deadline.said}，${deadline.last ? `今天（${sayDay(context.today)}）已超过时限，` : ''}会前一般不临时受理。可提报下一次${MEETINGS[words.kind]}。${special}`,
    quotesOf(context.book, deadline.basis),
    deadline.last ? { due: deadline.last } : {},
  );
}

/** A paper that the rule itself requires and that isn't there; a leader's own topic has no department to fill in a form. */
function missingPapers(
  said: Said,
  ofLeader: boolean,
  dispute: ProvisionOf<'agenda-dispute'> | undefined,
  form: { name: string; basis: Provision } | undefined,
): { text: string; basis: Provision } | null {
  const attached = (name: string): boolean =>
    said.files.some((f) => f.includes(name) || f.includes(name.slice(-3))) ||
    (said.files.length > 0 &&
      new RegExp(`${name}[^。;]{0,20}(?:附|随)|(?:附|随)[^。;]{0,20}${name}`).test(said.marked.text));
  const explanation = dispute?.value.form;
  if (dispute && explanation && !attached(explanation)) {
    return { text: `议题尚未协调一致，须附${explanation}，列明各方理据。请发送${explanation}。`, basis: dispute };
  }
  if (form && !ofLeader && !attached(form.name))
    return {
      text: `提报议题须附《${form.name}》（经主要负责人审核、加盖公章）。请发送《${form.name}》。`,
      basis: form.basis,
    };
  return null;
}

function open(said: Said, context: Context, judged: Judged): Decision {
  const { words, topic, rule, owner, basis, warnings, deadline, dispute } = judged;
  const presider = presiderOf(said, context, words);
  const stages = stagesOf(context, judged);
  if (stages.some((s) => s.who.includes('presider')) && !presider) {
    return askFor('agenda', said, ['host'], '请写明该专题会议由谁主持召开，议题由其确定。', [
      quoteOf(context.book, rule),
    ]);
  }
  const review = reviewOf(context, judged);
  const quotes = unique(quotesOf(context.book, review ? [...basis, review] : basis));
  const route = planned(context, judged, [...(review ? [review.value.review] : []), ...stages], quotes);
  const when = words.day ? sayDay(words.day, context.today) : '';
  const meeting = `${when}${MEETINGS[words.kind]}`;
  const what = dispute ? `${topic}议题协调` : `提请${meeting}研究${topic}`;
  const reporting = words.unit ? `汇报部门：${words.unit}。` : '';
  const body = `${owner.position === 'mayor' ? '区长' : sayPerson(owner)}${dispute ? `报请协调：${topic}，经协调仍未取得一致意见，拟提请${meeting}研究` : what}。${reporting}`;
  const said3 = `${said.files.length > 0 ? `附件：${said.files.join('、')}。` : ''}`;
  const own = owner.position === 'mayor';
  const lines = [
    own ? `已记录：${what}，由区长提出。` : `已受理：${what}。${reporting}${said3}`,
    !words.named && `未写明会议，按${MEETINGS[words.kind]}议题受理。`,
    !own && deadline && !deadline.late && `${deadline.said}，在时限内。`,
    !own &&
      !words.day &&
      context.book.find('agenda-deadline', (v) => v.meetings.includes(words.kind)) &&
      '未写明会议日期，确定后请按规定时限送审。',
    words.day &&
      !heldOn(context, words.day).some((m) => kindOf(m) === words.kind) &&
      `${meeting}尚未发出通知，以会议通知为准。`,
    collection(context),
    ...warnings.map((w) => `提示：${w}`),
  ].filter(Boolean);
  return {
    ...reply('agenda', own ? 'recorded' : 'submitted', lines.join(''), quotes),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'agenda',
          kind: words.kind,
          title: dispute ? `${topic}议题协调` : `${meeting}议题${topic}`,
          owner: owner.id,
          ...(words.day && { day: words.day }),
          quotes,
          route,
          data: {
            body,
            publicBody: body,
            warnings,
            ...(words.unit && { unit: words.unit }),
            units: words.others,
            ...(presider && { presider: presider.id }),
            ...(said.files.length > 0 && { attachments: said.files }),
            facts: { topic, special: words.special ?? '' },
          },
        },
      },
    ],
  };
}

/** 月中、月末各提报一次: told where the rule collects topics. */
function collection(context: Context): string | false {
  const rule = context.book.find('agenda-collection');
  return rule !== undefined && `议题材料原则上每月集中提报${rule.value.timesPerMonth}次，由区政府办公室汇总。`;
}

/** Who presides: the called meeting's, or whom the message names. */
function presiderOf(said: Said, context: Context, words: AgendaWords): Person | undefined {
  const called = words.day ? heldOn(context, words.day).find((m) => kindOf(m) === words.kind) : undefined;
  return called?.data.presider ? context.roster.person(called.data.presider) : readHosts(said, context.sender).presider;
}

const unique = (quotes: readonly Quote[]): Quote[] =>
  quotes.filter((q, i) => quotes.findIndex((o) => o.ref === q.ref && o.text === q.text) === i);
