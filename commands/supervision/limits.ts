/** 督查活动: what a department may not start by itself, its registration, and the rule's colours. */
import { sayDay } from '../../src/core/day.ts';
import { type Decision, reply } from '../../src/core/decision.ts';
import { matcher } from '../../src/language/matcher.ts';
import { quoteOf, quotesOf } from '../../src/rules/quote.ts';
import type { ProvisionOf } from '../../src/rules/schema.ts';
import type { ValueOf } from '../../src/rules/value.ts';
import type { Context, Said } from '../command.ts';
import { namedException } from '../exceptions.ts';
import { nearest } from '../nearest.ts';
import { standingFor } from '../papers/standing.ts';
import { askFor } from '../papers/unfinished.ts';
import { unitsIn } from '../papers/units.ts';
import { mayOversee } from './ledger.ts';

type Limit = ValueOf<'supervision-limit'>['forbids'][number];

const CUES: readonly (readonly [Limit, RegExp])[] = [
  [
    'unplanned',
    /计划(?:以)?外|计划(?:里|中|内)?(?:并|都)?没有|(?:未|没有?)(?:列入|纳入)[^，。；]{0,10}计划|不在[^，。；]{0,8}计划/,
  ],
  [
    'cross-department',
    /跨部门|联合[^，。；]{1,20}(?:局|部门|单位)[^。]{0,30}(?:督查|检查)|(?:会同|[拉叫带约喊][上着])[^，。；]{1,24}(?:实地)?督查|(?:跟|和|与)[^，。；]{1,20}(?:局|委|部门)[^。]{0,24}(?:实地)?督查|(?:对|到)(?:各|其他|有关|相关)(?:部门|局)[^，。；]{0,14}(?:实地)?督查/,
  ],
  [
    'repeated',
    /重复督查|多头督查|(?:再次|又一次|重复)[^，。；]{0,14}(?:督查|检查)|(?:刚|才|已经?|前脚)[^，。；]{0,14}(?:督查|检查)过[^。]{0,30}(?:再|又|还)/,
  ],
];

export const CAMPAIGN = matcher(
  /(?:开展|组织|进行|安排|搞|启动|实施|来(?:个|一次|一轮|一遍)?)[^，。；]{0,30}(?:督查|督导检查|督查检查考核)|(?:督查|督查检查)(?:建议)?(?:方案|活动|计划)|(?:实地|专项|综合)督查|(?:去|到|下)[^，。；]{0,20}督查/,
);

/** A campaign of inspection: refused where the rule forbids it, else registered where the rule says how. */
export function campaign(said: Said, context: Context): Decision {
  const { text } = said.marked;
  const { book } = context;
  const met = CUES.filter(([, cue]) => cue.test(text)).map(([limit]) => limit);
  const limits = book.byKind('supervision-limit').filter((p) => p.value.forbids.some((f) => met.includes(f)));
  const broken = limits.filter((p) => !p.value.inPrinciple && !namedException(text, p.value.exceptions));
  if (broken.length > 0) return refused(context, broken);
  const plan = book.find('supervision-plan');
  const warnings = limits.map((p) =>
    p.value.inPrinciple ? `规则：${p.says}` : `来文说明${namedException(text, p.value.exceptions)}，请核实。`,
  );
  const quotes = quotesOf(book, [...limits, ...(plan ? [plan] : [])]);
  if (!plan?.value.route) {
    if (limits.length > 0)
      return reply(
        'supervision',
        'answered',
        `${warnings.join('')}规则未规定督查活动的立项程序，请与区政府办公室联系。`,
        quotes,
      );
    const topics = met[0]
      ? [`supervision.${met[0] === 'repeated' ? 'repeat' : met[0] === 'unplanned' ? 'plan' : met[0]}`]
      : ['supervision.plan'];
    const { silence } = book.byTopic(topics[0] ?? '');
    return reply(
      'supervision',
      'not-found',
      `${silence?.says ?? '规则未规定督查活动的立项程序。'}本助手不作推断，请与区政府办公室联系。`,
      [],
      {
        aside: nearest(context, topics, '督查 计划 重复督查'),
      },
    );
  }
  if (UNREGISTERED.test(text)) return refused(context, [plan]);
  const standing = standingFor(context, 'supervision', undefined, text);
  if (!('owner' in standing)) return standing;
  if (said.files.length === 0)
    return askFor(
      'supervision',
      said,
      ['attachments'],
      '请附督查建议方案（以附件形式发送），由区政府办公室审核立项后开展。',
      quotes,
    );
  const host = context.roster.person(standing.owner)?.unit ?? '';
  const body = `${host}报请督查立项；附件：${said.files.join('、')}。\n来文：${text.slice(0, 400)}`;
  return {
    ...reply(
      'supervision',
      'submitted',
      `已受理督查立项：${said.files.join('、')}。${warnings.map((w) => `提示：${w}`).join('')}立项后方可开展。`,
      quotes,
    ),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'supervision',
          kind: 'campaign',
          title: `${host}督查立项`,
          owner: standing.owner,
          quotes,
          route: plan.value.route.map((s) => ({
            ask: s.ask,
            who: [...s.who],
            ...(s.word && { word: s.word }),
            quotes,
          })),
          data: { body, publicBody: `${host}报请督查立项。`, warnings, attachments: said.files },
        },
      },
    ],
  };
}

/** 还没立项，我们先查起来 */
const UNREGISTERED =
  /(?:没|未)(?:有|经|报|去|送)*[^，。；]{0,8}立项|立项[^，。；]{0,4}(?:没|未|以后|后补|再说)|(?:我们|我局)?先(?:查|督查|干|开展|下去)(?:起来|着|了)/;

function refused(
  context: Context,
  broken: readonly (ProvisionOf<'supervision-limit'> | ProvisionOf<'supervision-plan'>)[],
): Decision {
  const exceptions = broken.flatMap(({ value }) => ('exceptions' in value ? (value.exceptions ?? []) : []));
  const unregistered = broken.some(({ value }) => value.kind === 'supervision-plan');
  const instead = unregistered
    ? '请先将督查建议方案报区政府办公室审核立项。'
    : exceptions.length > 0
      ? `确有“${exceptions.join('”或“')}”情形的，请写明具体情况后重新提出。`
      : '请与已有督查安排合并进行，或与区政府办公室联系。';
  return reply(
    'supervision',
    'refused',
    `未予受理：${broken.map((p) => p.says).join('')}${instead}`,
    quotesOf(context.book, broken),
  );
}

export const COLOURED = matcher(/(蓝|黄|红)(?:色|牌|灯|单)(?:预警|管理|督办|警示|提醒)?/);

/** 三色管理: which colour is people's judgement; the bot records it and tells the unit. */
export function colour(said: Said, context: Context): Decision {
  const word = COLOURED.exec(said.marked.text)?.[1] ?? '';
  const rule = context.book.find('supervision-colours', (v) => v.colours.includes(word));
  if (!rule) {
    const { silence } = context.book.byTopic('supervision.colours');
    return reply('supervision', 'not-found', `${silence?.says ?? '规则未规定督查的预警等级。'}本助手不作推断。`, [], {
      aside: nearest(context, ['supervision.colours'], '督查 通报 约谈'),
    });
  }
  const quotes = [quoteOf(context.book, rule)];
  if (!mayOversee(context))
    return reply('supervision', 'not-allowed', '三色管理由区政府实施，请由区政府办公室或督查机构登记。', quotes);
  const [unit] = unitsIn(said).map((u) => u.unit);
  const head = unit ? context.roster.headOf(unit) : undefined;
  if (!unit || !head) return askFor('supervision', said, ['department'], '请写明实施三色管理的镇街或部门。', quotes);
  const text = `${unit}列入${word}色管理（${sayDay(context.today)}）。`;
  return {
    ...reply(
      'supervision',
      'submitted',
      `已登记：${text}${rule.leftOut ? `${rule.leftOut}，由登记人掌握。` : ''}`,
      quotes,
    ),
    effects: [
      {
        do: 'open',
        matter: {
          about: 'supervision',
          kind: 'colour',
          title: `${unit}${word}色管理`,
          owner: context.sender.id,
          day: context.today,
          quotes,
          route: [{ ask: 'note', who: [], people: [head.id], quotes }],
          data: { body: `${text}请抓紧整改并反馈。`, publicBody: text, warnings: [], unit, facts: { colour: word } },
        },
      },
    ],
  };
}
