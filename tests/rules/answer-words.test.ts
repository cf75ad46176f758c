/** What no provision states is answered in the rule's own words; what is asked in part stays open in that part alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { parseInstant } from '../../src/core/day.ts';
import { Roster } from '../../src/core/roster.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { type Answer, answer } from '../../src/rules/answer.ts';
import { Library } from '../../src/rules/library.ts';
import { unstatedSentences } from '../../src/rules/unstated.ts';

const library = new Library(new RuleFiles([PROJECT_RULES]));
const bookOf = (district: string) => library.inForce(district, '2026-04-13').book;

function ask(district: string, text: string): Answer {
  const roster = new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8')));
  const now = parseInstant('2026-04-13T09:00:00+08:00') ?? 0;
  return answer({ text, now }, { book: bookOf(district), roster, calendar: announcedCalendar, library });
}

describe('sentences that no provision states', () => {
  test.each([...DISTRICTS])('%s: each is in its clause, word for word', (district) => {
    const book = bookOf(district);
    const statements = unstatedSentences(book);
    expect(statements.length).toBeGreaterThan(20);
    const squash = (text: string): string => text.replace(/\s+/g, '');
    for (const { clauses, phrase } of statements)
      expect(squash(book.quote(clauses[0] ?? '').text)).toContain(squash(phrase));
  });

  test.each([
    ['penglai', '专项督查以哪家为主', '64', '业务部门为主'],
    ['penglai', '一般情况下能不能搞覆盖全区的实地督查', '63', '一般情况下不组织'],
    ['zhangdian', '区政府的工作准则是什么', '4', '执政为民'],
  ])('%s: %s', (district, text, clause, words) => {
    const { status, clauses, text: said } = ask(district, text);
    expect(status).toBe('answered');
    expect(clauses).toContain(clause);
    expect(said).toContain(words);
  });
});

describe('a question in parts', () => {
  test('of two bodies the one that the rule names is answered, the other left open', () => {
    const { status, text } = ask('linzi', '重大决策要不要先报区委和人大');
    expect(status).toBe('answered');
    expect(text).toContain('区委请示报告');
    expect(text).toContain('规则未规定须报区人大');
  });

  test('two positions, each by its own clause', () => {
    expect(ask('zhangdian', '副区长和局长外出，分别怎么报告？').clauses).toEqual(
      expect.arrayContaining(['77.1', '77.2']),
    );
  });

  test('whoever is named anew is the one on leave', () => {
    expect(ask('laiwu', '副区长去不成常务会跟谁请假，部门负责人去不成又怎么办？').text).toContain('汇总');
  });
});

describe('what an answer says first', () => {
  test.each([
    ['laiwu', '会签只要3个工作日没回，就能当作没意见了，是不是', '不对，一般应在5个工作日内回复'],
    ['penglai', '区政府还没研究的重大问题，个人能发文章吗', '须先经区政府同意'],
    ['zhangdian', '常务会定下来的事，是不是都得对外公布', '除依法依规需要保密的外，是'],
    ['linzi', '部门简报没有编号，能往区政府报送吗', '原则上不可以'],
  ])('%s: %s', (district, text, lead) => {
    expect(ask(district, text).text.startsWith(lead)).toBe(true);
  });

  test('a deputy is called what the question calls him', () => {
    expect(ask('linzi', '副镇长请假找谁批').text).toContain('副镇长');
  });

  test('a countersign that was sent is counted from its sending', () => {
    expect(ask('linzi', '4月13日发出的会签最晚哪天回').text).toContain('4月13日（周一）发出');
  });
});
