/** A district whose module is in the making, or that has its text alone, and no roster: answered from what is there, no silence claimed. */
import { describe, expect, test } from 'vitest';
import { Desk } from '../../src/cli/ask.ts';
import { exampleRoster } from '../../src/cli/files.ts';
import { parseInstant } from '../../src/core/day.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { Library } from '../../src/rules/library.ts';
import type { RuleModule } from '../../src/rules/schema.ts';
import { memorySource, module, TEXT } from './memory-source.ts';

const at = parseInstant('2026-04-13T09:00:00+08:00') ?? 0;
const DENIES = /未作规定|未规定|未见于/;

const deskOf = (own?: Partial<RuleModule>): Desk =>
  new Desk(
    new Library(
      memorySource({ 'xin@2024-05-06': own === undefined ? { text: TEXT } : { text: TEXT, module: module(own) } }),
    ),
  );
const ask = (desk: Desk, text: string) => desk.ask({ district: 'xin', at, ask: text });

describe('a module in the making', () => {
  const desk = deskOf({});

  test('answers what it states', () => {
    expect(ask(desk, '副区长外出提前几天报')).toMatchObject({ status: 'answered', clauses: ['3'] });
    expect(ask(desk, '常务会议多久开一次')).toMatchObject({ status: 'answered', clauses: ['2.2'] });
  });

  test('says silent only of what it lists as silent', () => {
    const listed = ask(desk, '常务会议要到多少人才能开');
    expect(listed.status).toBe('not-found');
    expect(listed.text).toContain('规则未规定到会人数');
    for (const text of [
      '局长外出提前几天报',
      '全体会议由谁主持',
      '会签几天内回复',
      '常务会纪要谁签发',
      '食堂几点开饭',
    ]) {
      const open = ask(desk, text);
      expect(open.status, text).toBe('not-found');
      expect(open.text, text).toContain('尚未逐条整理');
      expect(open.text.split('\n')[0], text).not.toMatch(DENIES);
    }
  });

  test('draws no silence from what its provisions leave out', () => {
    const part = ask(desk, '副区长外出报告要写清代为主持工作的人吗');
    expect(part.text.split('\n')[0]).not.toMatch(DENIES);
  });
});

describe('a text alone, without a roster', () => {
  const desk = deskOf();

  test('is quoted where a clause covers the question, and denied nothing', () => {
    const found = ask(desk, '副区长外出提前几天报区长批准');
    expect(found).toMatchObject({ status: 'answered', clauses: ['3'] });
    expect(ask(desk, '会签几天内回复').text.split('\n')[0]).not.toMatch(DENIES);
  });

  test('somebody to ask as is there', () => {
    const { people } = exampleRoster('xin');
    expect(people.length).toBeGreaterThan(0);
    const [visitor] = people;
    expect(desk.ask({ district: 'xin', as: visitor?.id, at, ask: '谁分管水利局' }).to).toBe(visitor?.id);
  });
});

describe('several districts', () => {
  const desk = new Desk(new Library(new RuleFiles([PROJECT_RULES])));
  const compare = (text: string) => desk.ask({ district: 'linzi', at, ask: text });

  test('one other district named: two lines, the other’s quote marked', () => {
    const { text, clauses, quotes } = compare('张店的会签几天回，跟我们一样吗');
    expect(text.match(/^.{2,3}区：/gm)).toEqual(['临淄区：', '张店区：']);
    expect(clauses).toEqual(['30']);
    expect(quotes.map(({ district }) => district)).toEqual([undefined, 'zhangdian']);
  });

  test('a cell holds all that its district is answered with', () => {
    const { text } = compare('五个区的常务会列席单位对比一下');
    expect(text).toMatch(/临淄区：.*固定列席.*根据需要/);
    expect(text).toMatch(/张店区：.*财政局.*根据需要/);
  });

  test('silence is marked in its cell', () => {
    expect(compare('各区常务会要到多少人').text).toContain('莱芜区：规则未作规定。');
  });

  test('guests from elsewhere are no comparison', () => {
    expect(compare('别的区来考察，接待方案谁定').text).not.toContain('张店区：');
  });
});
