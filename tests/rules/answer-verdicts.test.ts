/** What an answer says first: yes or no as the rule has it, what is left open, what a comparison comes to. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { parseInstant } from '../../src/core/day.ts';
import { Roster } from '../../src/core/roster.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { type Answer, answer } from '../../src/rules/answer.ts';
import { Library } from '../../src/rules/library.ts';

const library = new Library(new RuleFiles([PROJECT_RULES]));

function ask(district: string, text: string): Answer {
  const roster = new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8')));
  const { book } = library.inForce(district, '2026-04-13');
  const now = parseInstant('2026-04-13T09:00:00+08:00') ?? 0;
  return answer({ text, now }, { book, roster, calendar: announcedCalendar, library });
}

describe('a premise is held against the rule', () => {
  test.each([
    ['laiwu', '副区长出门，跟区长请了假就行了吧？', '不行'],
    ['zhoucun', '街道主任外出，报区政府就完了吧', '不行'],
    ['penglai', '专题会的纪要，副区长一签就能印发了吧', '不行'],
    ['zhangdian', '临时有急事外出，口头说下理由就行了吧', '不行'],
    ['zhoucun', '议题审批表让分管副局长审核签字就可以了吧', '不行'],
    ['zhangdian', '会签到点没回，是不是就当人家不同意', '不是'],
    ['linzi', '专题会议的纪要都得区长签才行吧', '不是'],
    ['penglai', '列席常务会的请假，是不是直接找区长说', '不是'],
    ['penglai', '以区政府办公室名义发的文，是不是得区长签发', '不一定'],
    ['zhoucun', '区长休假得省政府批吧？', '不是'],
  ])('%s: %s', (district, text, lead) => {
    const { status, text: said } = ask(district, text);
    expect(status).toBe('answered');
    expect(said.slice(0, 12)).toContain(lead);
  });

  test.each([
    ['linzi', '全区性的会能不能改成视频开', '可以。'],
    ['laiwu', '发文要用电子平台吗', '除按规定'],
    ['zhangdian', '跟别的局没谈成，还能往上报请示吗', '部门间未能'],
    ['linzi', '开全区的会是不是尽量走电视电话', '是。'],
  ])('no wrong no: %s: %s', (district, text, lead) => {
    expect(ask(district, text).text.startsWith(lead)).toBe(true);
  });
});

describe('what is left out, permitted or not done by the rule', () => {
  test.each([
    ['linzi', '未备案的部门简报，能报给区政府吗', '原则上不可以'],
    ['linzi', '征求意见稿没公开过，合规吗', '不符合规定'],
    ['zhoucun', '规范性文件草案可以不公开征求意见吗', '不可以'],
    ['linzi', '规范性文件没做合法性审查就印发，符合规定吗', '不符合规定'],
    ['laiwu', '阶段性的工作部署要不要印发正式公文', '一般不需要'],
    ['zhoucun', '不同意见能不能在区政府内部提出来', '可以'],
    ['penglai', '计划以外的督查检查考核要不要开展', '原则上不可以'],
    ['penglai', '区政府办公室的通知由分管副区长签发，对吧', '不一定'],
    ['penglai', '常务会已经定了的事以区政府名义发文，办公室主任能签发吗', '可以，但须经区长授权'],
    ['linzi', '常务会临时有急事能多开一次吗', '可以'],
    ['zhangdian', '常务会得三分之二的人到会才能开，对吧', '不对'],
    ['zhangdian', '专题会的纪要一律得区长签发吧', '不是'],
  ])('%s: %s', (district, text, lead) => {
    expect(ask(district, text).text.startsWith(lead)).toBe(true);
  });
});

test('a tag asks nothing of its own', () => {
  expect(ask('linzi', '常务会应到8人来了4人，没过半就不能开，是不是？').text).not.toContain('至于');
});

describe('a body that the rule does not name is left open', () => {
  test.each([
    ['penglai', '副区长外出，区委书记要不要批'],
    ['penglai', '副区长外出要不要报区委'],
    ['linzi', '重大事项要向人大报告不'],
    ['zhoucun', '区政府规范性文件要报市里备案吗'],
    ['linzi', '局长外出要不要告诉区人大'],
  ])('%s: %s', (district, text) => {
    const { status, clauses } = ask(district, text);
    expect(status).toBe('not-found');
    expect(clauses).toEqual([]);
  });
});

describe('what a comparison comes to', () => {
  test.each([
    ['linzi', '会签给的时间，我们区比张店长还是短？', '临淄区较短（一般应在2天内回复），张店区较长'],
    ['zhangdian', '常务会，咱张店跟蓬莱比哪个开得勤', '张店区较勤'],
    ['linzi', '常务会材料提前几天送，跟张店比哪个更早', '张店区提前较多（应于会前10个工作日送审）'],
    ['laiwu', '调研天数跟蓬莱比谁多', '蓬莱区较多'],
  ])('%s: %s', (district, text, verdict) => {
    expect(ask(district, text).text.split('\n')[0]).toContain(verdict);
  });

  test('nothing is concluded where a district is silent or the numbers cannot be held against one another', () => {
    expect(ask('penglai', '局长外出提前几天报告，各区对比一下，哪个最严').text.split('\n')[0]).not.toContain('最');
    expect(ask('linzi', '全体会议一年开几次，跟张店比谁多').text.split('\n')[0]).not.toMatch(/较|最/);
  });
});

describe('parts and words', () => {
  test('a second half on the same rule gets its yes or no', () => {
    const { text, clauses } = ask('zhangdian', '区长办公会的纪要谁来签，能让办公室主任签吗');
    expect(clauses).toEqual(['56']);
    expect(text).toContain('至于“能让办公室主任签吗”：不可以。');
  });

  test('the meeting may be named last', () => {
    expect(ask('zhoucun', '几个人到会，全体会议才算数').status).toBe('not-found');
    expect(ask('zhoucun', '几个人到会，常务会才能开').clauses).toEqual(['44.1']);
  });

  test('some days are no question, a particle sets the topic', () => {
    expect(ask('linzi', '我们局长下周要外出几天，要谁同意、往哪报备？').clauses).toEqual(['43.2']);
    expect(ask('linzi', '会签嘛，一周之内回过去就行了吧').text).toContain('2天');
  });

  test('a measure word is no clause', () => {
    expect(ask('zhangdian', '想对外发一条涉及全区重点工作的消息，能随便发不').clauses).toEqual(['78']);
    expect(ask('zhangdian', '第七十八条怎么说').clauses).toEqual(['78']);
  });

  test('what is sent first and what is sent again', () => {
    expect(ask('zhoucun', '常务会8月10日开，材料头一回送与会人员最晚哪天？').due).toBe('2026-08-05');
    expect(ask('zhoucun', '常务会8月10日开，材料再次送达与会人员最晚哪天？').due).toBe('2026-08-07');
  });
});
