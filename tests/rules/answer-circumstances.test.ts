/** Questions in an official's own words: circumstances in front, silent points beside stated ones, a district with its text alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { parseInstant } from '../../src/core/day.ts';
import { Roster } from '../../src/core/roster.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { type Answer, answer } from '../../src/rules/answer.ts';
import { RuleBook } from '../../src/rules/book.ts';
import { Library } from '../../src/rules/library.ts';
import { textOnly } from '../../src/rules/text-only.ts';

const library = new Library(new RuleFiles([PROJECT_RULES]));
const now = parseInstant('2026-04-13T09:00:00+08:00') ?? 0;

function ask(text: string, district: string, as?: string, book = library.inForce(district, '2026-04-13').book): Answer {
  const roster = new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8')));
  return answer(
    { text, asker: as === undefined ? undefined : roster.person(as), now },
    { book, roster, calendar: announcedCalendar, library },
  );
}

/** The answer's status, its first clause, and its text where they are as wanted. */
function expectAnswer({ status, clauses, text }: Answer, clause: string, says: RegExp): void {
  expect({ status, clause: clauses[0] }).toEqual({ status: 'answered', clause });
  expect(text).toMatch(says);
}

describe('the nearest point answers where no topic is read', () => {
  test.each([
    ['问题突出的镇街会怎么处理', 'penglai', '66', /约谈/],
    ['已经印了文件的工作，还能专门开会布置吗', 'linzi', '26', /原则上不再专门开会/],
    ['可以请群众代表来听常务会吗', 'zhangdian', '49.3', /^可以/],
    ['因特殊需要题了字，能登报吗', 'zhoucun', '82', /一般不公开发表/],
    ['重大事项的公文谁批', 'zhangdian', '60', /区长/],
  ] as const)('%s', (text, district, clause, says) => {
    expectAnswer(ask(text, district), clause, says);
  });

  test.each([
    ['会签可以用微信回复吗', 'linzi'],
    ['集体学习讲座多久办一次', 'zhoucun'],
    ['常务会议题报之前要不要盖公章', 'zhangdian'],
    ['会议纪要几天印出来', 'linzi'],
    ['局长外出要不要报代为主持工作的人', 'laiwu'],
    ['临时有急事要外出，规则里有没有特别的办法', 'laiwu', 'head-czj'],
    ['区委书记出差要跟谁报备', 'zhangdian'],
    ['我们局科员出差要报区政府吗', 'zhoucun', 'head-wjj'],
    ['单位班车几点发车', 'penglai'],
  ] as const)('but not what the rule leaves open: %s', (text, district, as?: string) => {
    const { status, clauses } = ask(text, district, as);
    expect([status, clauses]).toEqual(['not-found', []]);
  });

  test('a clause is named as nearest only where there is some likeness', () => {
    expect(ask('今天天气怎么样', 'linzi').text).not.toContain('第一条');
  });
});

describe('what is going on', () => {
  test.each([
    ['李国栋副区长外出考察，哪位副区长补他的位', 'linzi', undefined, '5.2', /孙丽华/],
    ['周海涛副区长不在家，水利局等着签的件送谁', 'linzi', undefined, '5.2', /^周海涛副区长由吴敏副区长补位/],
    ['单位临时派我明天就走，怎么报', 'zhangdian', 'head-wjj', '77.2', /同步报备/],
    ['我明早就得飞北京，手续咋补', 'linzi', 'head-slj', '43.2', /说明理由/],
    ['今天是13号，我15号出差，现在报还赶趟不', 'linzi', 'head-nyj', '43.2', /^来不及/],
    ['我要去北京培训5天，除了打报告还得附啥', 'linzi', 'head-czj', '43.2', /^要附，5天已超过3天/],
    ['我下个月3号到5号出去探亲，要附方案吗', 'linzi', 'town-2', '43.2', /^不用附/],
    ['出去探亲要附方案吗', 'linzi', 'town-2', '43.2', /^看外出几天/],
    ['区长和副区长请假的规定一样吗', 'zhoucun', undefined, '72.1', /^副区长.*区委.*区长.*市政府/],
  ] as const)('%s', (text, district, as, clause, says) => {
    expectAnswer(ask(text, district, as), clause, says);
  });
});

describe('yes and no by what is asked', () => {
  test.each([
    ['财政局是常务会固定列席单位吧？', 'linzi', '20.2', /^不是/],
    ['镇长要不要列席全体会议', 'linzi', '19.2', /^不固定列席/],
    ['办公室副主任去不去全体会？', 'zhangdian', '48.3', /列席/],
    ['遇到重大突发事件，公文可以直接送区长吗', 'penglai', '51', /^可以/],
    ['部门发文能不能自己加上“经区政府同意”', 'zhoucun', '60.2', /^不可以/],
    ['商业秘密属不属于不能泄露的范围', 'zhoucun', '74', /^属于/],
    ['请示能不能由副局长签', 'linzi', '30', /^不可以/],
    ['画圈是不是就等于批准', 'zhoucun', '55', /^不是/],
    ['常务会定的事，是区政府办公室督办，对吧', 'zhangdian', '57.1', /^不是/],
    ['会前3个工作日送材料，来得及吧', 'linzi', '20.3', /^来不及/],
    ['镇长外出要不要报区政府办公室', 'laiwu', '73.3', /^不需要/],
  ] as const)('%s', (text, district, clause, says) => {
    expectAnswer(ask(text, district), clause, says);
  });

  test('nothing is affirmed of what the rule’s condition leaves out', () => {
    expect(ask('部门自己签的、不用区政府同意的协议也要送司法局审吗', 'zhangdian').text).not.toMatch(/^是/);
  });
});

test('a question of three parts is answered in three', () => {
  const { text } = ask('常务会多久开一次、谁主持、最少到多少人？', 'linzi');
  expect(text).toMatch(/每月召开1次.*区长召集和主持.*半数以上/);
});

describe('a district that has its text alone', () => {
  const { clauses } = library.inForce('linzi', '2026-04-13').book;
  const bare = new RuleBook(textOnly('linzi', '2026-04-13', clauses), clauses);

  test('answers with the clause that covers the question', () => {
    const { status, text, clauses: cited, quotes } = ask('局长外出提前几天报告', 'linzi', undefined, bare);
    expect([status, cited, quotes.map(({ ref }) => ref)]).toEqual(['answered', ['43.2'], ['43.2']]);
    expect(text).toContain('请以原文为准');
  });

  test('never says that the rule is silent', () => {
    const { status, text } = ask('今天天气怎么样', 'linzi', undefined, bare);
    expect(status).toBe('not-found');
    expect(text).not.toContain('未作规定');
  });
});
