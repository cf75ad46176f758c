/** Which meeting a matter is for: every item of the meetings' lists of tasks is found by its own words. */
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

const library = new Library(new RuleFiles([PROJECT_RULES]));
const now = parseInstant('2026-04-13T09:00:00+08:00') ?? 0;

const rosters = new Map(
  DISTRICTS.map((district) => [
    district as string,
    new Roster(JSON.parse(readFileSync(join(PROJECT_RULES, district, 'roster.example.json'), 'utf8'))),
  ]),
);

function ask(district: string, text: string): Answer {
  const roster = rosters.get(district);
  if (!roster) throw new Error(`no roster of ${district}`);
  return answer(
    { text, now },
    { book: library.inForce(district, '2026-04-13').book, roster, calendar: announcedCalendar },
  );
}

/** The items of the lists, without the verb that they begin with. */
const items = DISTRICTS.flatMap((district) =>
  library.inForce(district, '2026-04-13').book.clauses.text.articles.flatMap(({ article, paragraphs }) =>
    paragraphs.flatMap(({ text, items: list }, i) =>
      /会议的主要任务是[:：]?$/.test(text)
        ? list.map(({ item, text: words }) => ({
            district,
            ref: `${article}.${i + 1}(${item})`,
            words: words.split(/[；;。，,]/).find((matter) => matter !== '') ?? '',
          }))
        : [],
    ),
  ),
);
const named = items.filter(({ words }) => !/^其他|其他重要事项$/.test(words));
const matterOf = (words: string): string =>
  words.replace(/^(?:研究讨论|讨论决定|讨论审议|研究协调|研究决定|研究处理|协调解决|讨论|审议|研究|传达学习?)/, '');

describe('every item of a list of tasks', () => {
  test('there are some in every district', () => {
    expect(new Set(named.map(({ district }) => district))).toEqual(new Set(DISTRICTS));
    expect(named.length).toBeGreaterThan(40);
  });

  test.each([
    (words: string) => `${words}，上哪个会？`,
    (words: string) => `${matterOf(words)}，由哪个会议来定`,
    (words: string) => `${matterOf(words)}放在什么会上？`,
  ])('is cited (%#)', (question) => {
    const missed = named.filter(({ district, words }) => {
      const { clauses, quotes } = ask(district, question(words));
      // two meetings may be told the same
      const same = named.filter((other) => other.district === district && matterOf(other.words) === matterOf(words));
      return !same.some((other) => clauses.includes(other.ref) && quotes.some((q) => q.ref === other.ref));
    });
    expect(missed).toEqual([]);
  });

  test.each([
    ['zhoucun', '意识形态的事归哪个会管', '区政府党组会议'],
    ['zhangdian', '搞表彰该上什么会', '区政府常务会议'],
    ['laiwu', '法治政府建设在哪个会上部署', '区政府常务会议'],
    ['penglai', '近期主要工作在哪个会上安排', '区长办公会议'],
    ['zhangdian', '两个部门各执一词，开什么会协调', '区政府专题会议'],
  ])('%s: %s', (district, text, meeting) => {
    expect(ask(district, text).text.startsWith(meeting)).toBe(true);
  });

  test.each([
    ['zhangdian', '涉及重大投资的合同，签之前上哪个会', '24.2'],
    ['linzi', '重要问题由哪个会定', '18'],
    ['linzi', '司法局长固定列席哪个会', '20.2'],
  ])('%s: %s keeps %s', (district, text, clause) => {
    expect(ask(district, text).clauses[0]).toBe(clause);
  });
});
