import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { parseInstant } from '../../src/core/day.ts';
import { Roster } from '../../src/core/roster.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { needed } from '../../src/rules/answer/quorum.ts';
import { type Answer, answer, printAnswer } from '../../src/rules/answer.ts';
import { Library } from '../../src/rules/library.ts';

const library = new Library(new RuleFiles([PROJECT_RULES]));
const rosterOf = (district: string): Roster =>
  new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8')));

interface Asking {
  district?: string;
  as?: string;
  at?: string;
  away?: string[];
}

function ask(
  text: string,
  { district = 'linzi', as, at = '2026-04-13T09:00:00+08:00', away = [] }: Asking = {},
): Answer {
  const now = parseInstant(at) ?? 0;
  const roster = rosterOf(district);
  const { book } = library.inForce(district, at.slice(0, 10));
  const awayOn = (id: string): boolean => away.includes(id);
  const asker = as === undefined ? undefined : roster.person(as);
  return answer({ text, asker, now }, { book, roster, calendar: announcedCalendar, library, awayOn });
}

describe('people of the day', () => {
  test('the leader who oversees the unit that is named, or the asker’s own', () => {
    expect(ask('水利局的请示找哪位区长批').text).toMatch(/^由分管水利局的周海涛副区长审批。/);
    expect(ask('我们局的请示送哪位领导批', { as: 'head-czj' }).text).toMatch(/^由分管财政局的孙丽华副区长审批。/);
  });

  test('who stands in, for one addressed by surname and title', () => {
    const { text, clauses } = ask('周区长出差了，谁顶班');
    expect(text).toMatch(/^周海涛副区长由吴敏副区长补位。/);
    expect(clauses).toEqual(['5.2']);
    expect(ask('任区长出差了，谁顶班', { district: 'laiwu' }).text).toMatch(/^任海涛副区长由袁敏副区长补位。/);
  });

  test('when the one who decides is away, the stand-in and both clauses', () => {
    const { text, clauses } = ask('水利局的请示找哪位区长批', { away: ['dep-water'] });
    expect(text).toContain('由吴敏副区长');
    expect(clauses).toEqual(expect.arrayContaining(['31.2', '5.2']));
    expect(ask('常务会纪要谁签', { away: ['mayor'] }).text).toContain('孙丽华');
  });

  test('the presider or the one who commissioned, where the question names them', () => {
    expect(ask('周副区长主持的专题会，纪要谁签').text).toMatch(/^由周海涛副区长签发。/);
    expect(ask('受区长委托开的专题会，纪要谁签').text).toMatch(/^由钱立群区长审签。/);
    expect(ask('办公室主任受委托开的专题会，纪要谁签').text).not.toContain('郑志强区');
  });

  test('what a deputy mayor oversees', () => {
    expect(ask('吴敏副区长分管哪些部门').text).toMatch(/^吴敏副区长分管市场监督管理局、司法局。/);
  });
});

describe('到会人数', () => {
  test.each([
    [6, 'half', 3],
    [7, 'half', 4],
    [6, 'more-than-half', 4],
    [7, 'more-than-half', 4],
    [1, 'half', 1],
  ] as const)('of %i due, %s', (due, share, least) => {
    expect(needed(due, share)).toBe(least);
  });

  test('exactly half suffices in one district and not in another', () => {
    expect(ask('常务会应到6人，只来了3个，能开吗？').text).toMatch(/^可以开会。应到6人、到会3人/);
    expect(ask('常务会应到6人，只来了3个，能开吗？', { district: 'penglai' }).text).toMatch(
      /^不能开会。.*至少需4人，还差1人/,
    );
    expect(ask('应到9人请假4人，常务会开得成吗', { district: 'zhangdian' }).text).toMatch(
      /^可以开会。应到9人、到会5人/,
    );
    expect(ask('常务会到会一半行不行', { district: 'zhoucun' }).text).toMatch(/^不可以/);
  });

  test('the number that is due may stand before the meeting', () => {
    expect(ask('12个人的常务会，到6个能开会吗', { district: 'zhangdian' }).text).toMatch(
      /^不能开会。应到12人、到会6人/,
    );
    expect(ask('常务会来了不到一半的人还能开不').text).toMatch(/^不能开会/);
  });

  test('says how many the present roster makes', () => {
    expect(ask('常务会到多少人才能开').text).toContain('应到6人，至少到3人');
  });
});

describe('dates', () => {
  test('backwards over a holiday, and forwards', () => {
    const back = ask('2026年10月12日开常务会，材料最晚哪天送办公室？');
    expect(back.due).toBe('2026-09-29');
    expect(back.text).toContain('国庆节放假（10月1日至10月7日）不计');
    expect(ask('今天把议题材料送去，最早能上哪天的常务会').due).toBe('2026-04-20');
    expect(ask('4月24日的常务会，材料4月16日交来得及吗').text).toMatch(/^来得及，最晚4月17日/);
    expect(ask('4月24日的常务会，材料4月20日交来得及吗').text).toMatch(/^来不及，最晚4月17日/);
  });

  test('today is when something is handed in, where it is asked whether there is time', () => {
    expect(ask('今天是周一，这周五的常务会还来得及报材料吗').text).toMatch(/^来不及，最晚4月10日/);
    expect(ask('我明天就出差，今天报告晚不晚', { as: 'head-slj' }).text).toMatch(/^来不及，最晚4月11日/);
  });

  test('calendar days where the rule counts those', () => {
    expect(ask('今天收到会签，哪天前要回？').due).toBe('2026-04-15');
    expect(ask('今天收到会签，哪天前要回？', { district: 'zhangdian' }).due).toBe('2026-04-16');
    expect(ask('我5月6日出差，最晚哪天报告？', { as: 'head-slj' }).due).toBe('2026-05-03');
  });

  test('the asker’s number where the rule counts other days of the same papers', () => {
    const text = '2026年3月16日（周一）上午开常务会，会前3个工作日送材料最晚几号？';
    expect(ask(text, { district: 'zhoucun' }).due).toBe('2026-03-11');
  });

  test('past the announced calendar the date is provisional', () => {
    expect(ask('2031年3月17日开常务会，材料最晚哪天送？').text).toContain('暂定');
  });
});

describe('yes and no', () => {
  test.each([
    ['别的部门会签，5个工作日回意见就行吧？', 'zhangdian', /^不对，一般应在3个工作日内回复/],
    ['会签一天内回可以吗', 'zhangdian', /^可以/],
    ['会前3个工作日交材料行不行', 'linzi', /^不行，应于会前5个工作日送审/],
    ['局长出差4天要附日程吗', 'linzi', /^要附/],
    ['局长出差3天要附日程吗', 'linzi', /^不用附/],
    ['区政府全体会半年开一次对吗', 'linzi', /^对/],
    ['区领导一年调研30天够不够', 'laiwu', /^不行，每年不少于50天/],
    ['请示可以直接送区长本人吗', 'linzi', /^不可以，/],
    ['副区长给企业题字行不行', 'linzi', /^未经批准不可以，/],
    ['会前临时加个议题行吗', 'zhangdian', /^一般不可以，特殊情况除外。/],
    ['圈阅代表同意吗', 'penglai', /^不是，/],
    ['会签超时没回算同意吗', 'linzi', /^算，视为无不同意见。/],
    ['没调研能不能直接决策', 'penglai', /^不可以，/],
    ['区政府的文副区长能签发吗', 'linzi', /^不可以，/],
  ])('%s %s', (text, district, begins) => {
    expect(ask(text, { district }).text).toMatch(begins);
  });

  test('nothing is affirmed that the rule does not say', () => {
    expect(ask('镇长休假要不要区长同意').text).not.toMatch(/^需要/);
    expect(ask('局长急事外出要不要写书面说明').text).not.toMatch(/^(?:需要|是)/);
  });
});

describe('规则未作规定', () => {
  test.each([
    ['我想请两天事假，找谁批？', 'linzi', 'staff-slj'],
    ['区长办公会到多少人才能开', 'zhangdian', undefined],
    ['全体会议决定的事谁督办', 'zhangdian', undefined],
    ['牵扯国有资产的专题会纪要要区长审定吗', 'laiwu', undefined],
    ['重要来宾来了向谁报告', 'penglai', undefined],
    ['今天天气怎么样', 'linzi', undefined],
    ['年休假有几天', 'laiwu', 'staff-fgj'],
  ])('%s', (text, district, as) => {
    const { status, clauses, quotes, text: said } = ask(text, { district, as });
    expect([status, clauses, quotes.length > 0]).toEqual(['not-found', [], true]);
    expect(said).toMatch(/未|只/);
  });

  test('a part that is silent is told beside the part that is answered', () => {
    const { status, text } = ask('列席常务会去不了找谁请假，能让副局长代吗？', { as: 'head-slj' });
    expect(status).toBe('answered');
    expect(text).toContain('未规定能否由他人代替参会');
  });
});

describe('comparisons', () => {
  test('all districts on request, own clauses alone cited, silence marked', () => {
    const { status, clauses, quotes, text } = ask('五个区常务会到会人数的规定对比一下');
    expect(status).toBe('answered');
    expect(clauses).toEqual(['20.1']);
    expect(quotes.map((q) => q.district)).toEqual([undefined, 'penglai', 'zhangdian', 'zhoucun']);
    expect(text).toContain('莱芜区：规则未作规定。');
  });

  test('a district that is named', () => {
    const { quotes } = ask('张店的常务会多久开一次？跟我们一样吗');
    expect(quotes.map((q) => q.district ?? 'own')).toEqual(['own', 'zhangdian']);
  });

  test('a guest from another district is no comparison', () => {
    expect(ask('张店区领导来我区考察，谁安排接待', { district: 'laiwu' }).quotes.every((q) => !q.district)).toBe(true);
  });

  test('nothing is compared unasked', () => {
    expect(ask('几个区领导一起到一个点调研行吗').quotes.every((q) => !q.district)).toBe(true);
  });
});

describe('what a person reads', () => {
  test('the clause with edition and words follows the answer', () => {
    const { book } = library.inForce('linzi', '2026-04-13');
    const lines = printAnswer(ask('常务会纪要谁签'), book).split('\n');
    expect(lines[0]).toBe('区政府常务会议、区长办公会议的纪要由区长签发。现任区长钱立群。');
    expect(lines[1]).toMatch(/^《临淄区人民政府工作规则》第二十四条（2025年4月3日印发）：“/);
  });

  test('a clause that is asked for by its number', () => {
    expect(ask('第四十五条是怎么说的').clauses).toEqual(['45']);
    expect(ask('第九百条是怎么说的').status).toBe('not-found');
  });

  test('before the first edition it says which one answers', () => {
    expect(ask('常务会纪要谁签', { district: 'laiwu', at: '2026-01-05T09:00:00+08:00' }).text).toContain(
      '2026年3月26日起施行',
    );
  });
});
