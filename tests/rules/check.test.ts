import { describe, expect, test } from 'vitest';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { checkRules } from '../../src/rules/check.ts';
import { changedArticles, differences } from '../../src/rules/diff.ts';
import { RuleFaults, sayFault } from '../../src/rules/faults.ts';
import { lineOfPath } from '../../src/rules/json-lines.ts';
import { Library } from '../../src/rules/library.ts';
import { cuesIn, operationalSentences } from '../../src/rules/operational.ts';
import { scaffold } from '../../src/rules/scaffold.ts';
import type { Provision } from '../../src/rules/schema.ts';
import { memorySource, module, TEXT } from './memory-source.ts';

/** Each fault as `the words of its line | path：says`; topics that the small module leaves open are left out. */
function check(given: unknown, text = TEXT): string[] {
  const json = typeof given === 'string' ? given : JSON.stringify(given, null, 2);
  const source = memorySource({ 'xin@2024-05-06': { text, module: json } });
  const lines = { 'xin/2024-05-06/text': text.split('\n'), 'xin/2024-05-06/module': json.split('\n') };
  return checkRules(source)
    .flatMap((report) => report.faults)
    .filter(({ says }) => !says.startsWith('问点'))
    .map(
      ({ file, line, path = '', says }) =>
        `${Object.entries(lines)
          .find(([f]) => f === file)?.[1]
          [line - 1]?.trim()} | ${path}：${says}`,
    );
}

const [leave, frequency] = module().provisions as [Provision, Provision];
const withLeave = (changes: Record<string, unknown>) => ({
  ...module(),
  provisions: [{ ...leave, ...changes }, frequency],
});

test('the rules that ship with the project are proved', () => {
  const faults = checkRules(new RuleFiles([PROJECT_RULES])).flatMap((report) => report.faults);
  expect(faults.map(sayFault)).toEqual([]);
});

describe('each fault of a module is named with file and line', () => {
  const faults: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['a clause that the text lacks', { clauses: ['3', '9'] }, '"9" | provisions[0].clauses[1]：规则中没有 9 这一条款'],
    [
      'a paragraph that the article lacks',
      { clauses: ['3.2'] },
      '"3.2" | provisions[0].clauses[0]：规则中没有 3.2 这一条款',
    ],
    [
      'a phrase of another clause',
      { clauses: ['4'] },
      '"phrase": "应提前3天报区长批准", | provisions[0].phrase：“应提前3天报区长批准”不是 4 的原文，见于 3.1',
    ],
    [
      'words that are nowhere',
      { phrase: '应提前5天报批' },
      '"phrase": "应提前5天报批", | provisions[0].phrase：“应提前5天报批”不是 3 的原文',
    ],
    [
      'a topic that is none',
      { topics: ['leave.nobody'] },
      '"leave.nobody" | provisions[0].topics[0]：没有名为 leave.nobody 的问点（见 topics.ts）',
    ],
    ['no topic', { topics: [] }, '"topics": [], | provisions[0].topics：未回答任何问点'],
    [
      'a start before the edition',
      { from: '2020-01-01' },
      '"from": "2020-01-01" | provisions[0].from：早于本版施行日期',
    ],
    [
      'a repeated id',
      { id: 'meeting.frequency' },
      '"id": "meeting.frequency", | provisions[1].id：编号 meeting.frequency 重复',
    ],
  ];
  test.each(faults)('%s', (_, changes, says) => {
    expect(check(withLeave(changes))).toContain(says);
  });

  test('an article of several paragraphs without its paragraph', () => {
    const provisions = [leave, { ...frequency, clauses: ['2'] }];
    expect(check({ ...module(), provisions })).toEqual(['"2" | provisions[1].clauses[0]：第二条有多款，请写明第几款']);
  });

  test('what the schema refuses, all of it at once', () => {
    const faults = check(withLeave({ family: 'holiday', value: { kind: 'leave', of: ['king'] } }));
    expect(faults.map((fault) => fault.split('：')[0])).toEqual([
      '"family": "holiday", | provisions[0].family',
      '"king" | provisions[0].value.of[0]',
      '"value": { | provisions[0].value.route',
    ]);
  });

  test('JSON that is none', () => {
    expect(check('{\n  "district": "xin",\n  oops\n}')[0]).toMatch(/^oops \| ：不是合法的 JSON/);
  });

  test('a topic that is answered and silent', () => {
    const silent = [{ topics: ['leave.deputy-mayor.notice'], nearest: '3', says: '规则未规定提前几天。' }];
    expect(check(module({ silent }))).toEqual([
      '"leave.deputy-mayor.notice" | silent[0].topics[0]：leave.deputy-mayor.notice 既有规定又列为未规定',
    ]);
  });

  test('an operational clause without a provision, by the line of the text', () => {
    expect(check(module())).toEqual([]);
    expect(check(module({ policyOnly: ['1'] }))).toEqual([]);
    const text = TEXT.replace('各部门各司其职', '公文须由区长签发');
    expect(check(module(), text)).toEqual([]);
    expect(check(module({ policyOnly: ['1'] }), text)).toEqual([
      '第四条 公文须由区长签发。 | ：第四条似有可执行的规定（须、由区长签发），既无规定条目，也未列入 policyOnly',
    ]);
  });

  test('a policy clause that has a provision', () => {
    expect(check(module({ policyOnly: ['1', '2'] }))).toEqual([
      '"2" | policyOnly[1]：2 列为仅属政策宣示，但有规定 meeting.frequency',
    ]);
  });

  test('another district, day or title than its text', () => {
    const edition = { ...module().edition, issued: '2024-05-07' };
    const says = check(module({ district: 'gao', title: '高区人民政府工作规则', edition })).map(
      (f) => f.split('：')[1],
    );
    expect(says).toEqual([
      '“gao”与所在目录“xin”不一致',
      '“2024-05-07”与所在目录“2024-05-06”不一致',
      '“2024-05-07”与规则文本印发日期“2024-05-06”不一致',
      '“高区人民政府工作规则”与规则文本标题“新区人民政府工作规则”不一致',
    ]);
  });
});

describe('dated provisions leave no gap and no overlap', () => {
  const dated = (id: string, from?: string, until?: string) => ({ ...leave, id, from, until });
  const says = (...provisions: unknown[]): string[] =>
    check({ ...module(), provisions: [...provisions, frequency] })
      .filter((fault) => fault.includes('notice'))
      .map((fault) => fault.replace(/^.*notice：/, ''));

  test('one follows the other', () => {
    expect(says(dated('a', undefined, '2025-12-31'), dated('b', '2026-01-01'))).toEqual([]);
  });
  test('a gap', () => {
    expect(says(dated('a', undefined, '2025-12-31'), dated('b', '2026-02-01'))).toEqual([
      '2026-01-01 至 2026-01-31 无规定',
    ]);
    expect(says(dated('a', undefined, '2025-12-31'))).toEqual(['2026-01-01 起无规定']);
    expect(says(dated('a', '2024-06-01'))).toEqual(['2024-05-06 至 2024-05-31 无规定']);
  });
  test('an overlap', () => {
    expect(says(dated('a', undefined, '2026-01-15'), dated('b', '2026-01-01'))).toEqual(['与 a 的施行期间重叠']);
  });
});

test('a module with a fault is not served, and every fault says why', () => {
  const provisions = [
    { ...leave, phrase: '无此原文' },
    { ...frequency, clauses: ['9'] },
  ];
  const source = memorySource({ 'xin@2024-05-06': { text: TEXT, module: { ...module(), provisions } } });
  try {
    new Library(source).inForce('xin', '2024-07-01');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(RuleFaults);
    expect((error as RuleFaults).faults.map((fault) => fault.path)).toEqual([
      'provisions[0].phrase',
      'provisions[1].clauses[0]',
    ]);
  }
});

test('the line of a place in JSON, brackets and quotes in strings notwithstanding', () => {
  const json = '{\n "a": "}]\\"",\n "b": [1, {"c": []},\n  {"d\\u0065": [\n  true]}],\n "e": 2\n}';
  expect(
    [['a'], ['b', 0], ['b', 2], ['b', 2, 'de', 0], ['e'], ['b', 9], ['zzz']].map((p) => lineOfPath(json, p)),
  ).toEqual([2, 3, 4, 5, 6, 3, 1]);
});

test('cues tell duties from policy', () => {
  expect(cuesIn('坚持人民至上，不断增强获得感。')).toEqual([]);
  expect(cuesIn('应提前3天报区长批准，不得越级。')).toEqual(['3天', '报区长批准', '不得']);
  expect(operationalSentences('坚持依法行政。公文须由区长签发；不得多头报送。')).toEqual([
    '公文须由区长签发；',
    '不得多头报送。',
  ]);
});

describe('comparing', () => {
  const newText = TEXT.replace('3天', '5天').replace('第四条', '第四条 新增一条，全是新话。\n第五条');
  const provisions = [{ ...leave, phrase: '应提前5天报区长批准', says: '副区长外出应提前5天报区长批准。' }, frequency];
  const edition = { ...module().edition, issued: '2026-01-10', inForceFrom: '2026-01-10' };
  const library = new Library(
    memorySource({
      'xin@2024-05-06': { text: TEXT, module: module() },
      'xin@2026-01-10': {
        text: newText.replace('2024年5月6日', '2026年1月10日'),
        module: { ...module(), edition, provisions },
      },
    }),
  );
  const [old, fresh] = library.editions('xin');

  test('two editions differ where the official words differ, with both quotes', () => {
    if (!old || !fresh) throw new Error('two editions are needed');
    const [only, ...more] = differences(old, fresh);
    expect(more).toEqual([]);
    expect(only?.topics).toEqual(['leave.deputy-mayor.route', 'leave.deputy-mayor.notice']);
    expect([only?.a[0]?.quote, only?.b[0]?.quote]).toEqual([
      '副区长外出，应提前3天报区长批准。',
      '副区长外出，应提前5天报区长批准。',
    ]);
  });

  test('an article that moved is no change, a reworded and a new one are', () => {
    if (!old || !fresh) throw new Error('two editions are needed');
    expect(changedArticles(old, fresh).map(({ from, to }) => [from, to])).toEqual([
      [3, 3],
      [undefined, 4],
    ]);
    expect(changedArticles(fresh, old).map(({ from, to }) => [from, to])).toEqual([
      [3, 3],
      [4, undefined],
    ]);
  });
});

test('a scaffold lists every operational sentence with its words, and may be served as it is', () => {
  const text = TEXT.replace('各部门各司其职。', '公文由区长签发。涉密公文不得网上传输。');
  const source = { 'xin@2024-05-06': { text } };
  const skeleton = scaffold(new Library(memorySource(source)).inForce('xin', '2024-07-01').book);
  expect(skeleton.provisions.map(({ id, family, clauses, phrase }) => [id, family, clauses[0], phrase])).toEqual([
    ['clause-2-2.1', 'meeting', '2.2', '会议每月召开1次'],
    ['clause-3-1.1', 'leave', '3.1', '副区长外出，应提前3天报区长批准'],
    ['clause-4-1.1', 'document', '4.1', '公文由区长签发'],
    ['clause-4-1.2', 'document', '4.1', '涉密公文不得网上传输'],
  ]);
  expect(skeleton.policyOnly).toEqual(['1.1', '2.1']);
  const served = new Library(memorySource({ 'xin@2024-05-06': { text, module: skeleton } })).inForce(
    'xin',
    '2024-07-01',
  ).book;
  expect(served.provisions).toHaveLength(4);
});
