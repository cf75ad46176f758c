import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Clauses } from '../../src/rules/clauses.ts';
import { isGrave, type OfficialText } from '../../src/rules/text/official.ts';
import { parseText } from '../../src/rules/text/parse.ts';

const LETTER = '某某区人民政府工作规则\n\n2024年5月6日\n\n某某区人民政府工作规则\n\n第一章 总 则\n';
const read = (body: string, letter = LETTER): OfficialText => parseText(letter + body);
const faults = (text: OfficialText): string[] => text.faults.map(({ line, kind, says }) => `${line} ${kind} ${says}`);
const shape = (text: OfficialText): string[] =>
  text.articles.flatMap(({ article, paragraphs }) =>
    paragraphs.map(
      ({ text: words, items }, i) => `${article}.${i + 1} ${words}${items.map((x) => `(${x.item})${x.text}`).join('')}`,
    ),
  );

describe('texts of other governments', () => {
  test('第…条 with full-width digits, 节, a table of contents and a page number between', () => {
    const text = parseText(
      [
        '高新区管理委员会工作规则',
        '（２０２４年１月２日印发）',
        '目　录',
        '第一章　总则………………1',
        '第二章　会议………………3',
        '第一章　总则',
        '第一节　一般规定',
        '第１条　为规范工作，',
        '- 1 -',
        '制定本规则。',
        '第二章　会议',
        '第２条　会议的任务是：',
        '（一）学习；',
        '（二）讨论。',
        '会议每月召开一次。',
        '附件：名单',
      ].join('\n'),
    );
    expect(shape(text)).toEqual([
      '1.1 为规范工作，制定本规则。',
      '2.1 会议的任务是：(1)学习；(2)讨论。',
      '2.2 会议每月召开一次。',
    ]);
    expect(text.articles.map((a) => a.chapter)).toEqual(['总则', '会议']);
  });

  test('plain 1. 2. below a paragraph are its items, below an item they are its words', () => {
    const text = read('第一条 分为：\n1.甲；\n2.乙。\n第二条 包括：\n（一）甲：\n1.子；\n2.丑。\n（二）乙。\n');
    expect(shape(text)).toEqual(['1.1 分为：(1)甲；(2)乙。', '2.1 包括：(1)甲：1.子；2.丑。(2)乙。']);
    expect(text.faults).toEqual([]);
  });

  test('articles numbered 1、 where nothing else numbers them', () => {
    expect(shape(read('1、甲。\n2、乙。\n', LETTER))).toEqual(['1.1 甲。', '2.1 乙。']);
  });

  test('a heading, an article number and its words on separate lines', () => {
    const text = parseText('第一章\n总则\n第一条\n为了工作，制定本规则。\n第二条\n适用本区。\n');
    expect(text.articles.map((a) => [a.article, a.chapter])).toEqual([
      [1, '总则'],
      [2, '总则'],
    ]);
    expect(shape(text)).toEqual(['1.1 为了工作，制定本规则。', '2.1 适用本区。']);
  });

  test('carriage returns, page breaks, tabs and zero-width characters leave no trace', () => {
    expect(shape(read('第一条\t甲\u200b乙，\r\n\f丙 丁。\r\n第二条　戊。\r\n'))).toEqual([
      '1.1 甲乙，丙丁。',
      '2.1 戊。',
    ]);
  });

  test('a sentence broken before a cross-reference stays one sentence', () => {
    const text = read('第一条 甲。\n第二条 按照\n第一条的规定和\n第十条（二）项办理。\n第三条 乙。\n');
    expect(shape(text)).toEqual(['1.1 甲。', '2.1 按照第一条的规定和第十条（二）项办理。', '3.1 乙。']);
  });

  test('lines wrapped at a fixed width, paragraphs indented', () => {
    const text = read('　　第一条 甲甲。\n乙乙。\n　　丙丙。\n　　第二条 丁，\n丁。\n');
    expect(shape(text)).toEqual(['1.1 甲甲。乙乙。', '1.2 丙丙。', '2.1 丁，丁。']);
  });

  test('a text copied without any line breaks', () => {
    const text = parseText(
      '某区人民政府工作规则(2008年5月24日区政府第四次常务会议通过)第一章总则第一条甲。第二条按第一条办理。第二章 会议第三条乙。（一）丙；（二）丁。第四条依照第五条。第五条戊。',
    );
    expect(shape(text)).toEqual([
      '1.1 甲。',
      '2.1 按第一条办理。',
      '3.1 乙。（一）丙；（二）丁。',
      '4.1 依照第五条。',
      '5.1 戊。',
    ]);
    expect(text.articles.map((a) => a.chapter)).toEqual(['总则', '总则', '会议', '会议', '会议']);
    expect(faults(text)).toEqual(['1 joined 第一条至第五条没有另起一行，已按条号分开']);
    expect(text.metadata).toEqual({ title: '某区人民政府工作规则', issued: '2008-05-24' });
  });

  test.each([
    ['（2011年5月10日第1次会议通过，2015年10月26日第112次会议修订通过）', '2015-10-26'],
    ['发布时间：2021-11-23 浏览次数：', '2021-11-23'],
    ['2022.4.5', '2022-04-05'],
    ['2024年04月06日 16:40', '2024-04-06'],
    ['2024-4-16 6:40:12', '2024-04-16'],
    ['２０２２年４月５日', '2022-04-05'],
  ])('the day of issue from %s', (line, issued) => {
    expect(parseText(`某区人民政府工作规则\n${line}\n第一条 甲。\n第二条 乙。\n`).metadata.issued).toBe(issued);
  });

  test('the closing article says from when the rules are in force', () => {
    const { metadata } = read('第一条 甲。\n第二条 本规则自2024年6月1日起施行。\n');
    expect(metadata).toEqual({ title: '某某区人民政府工作规则', issued: '2024-05-06', inForceFrom: '2024-06-01' });
  });

  test('an issue date in Chinese numerals', () => {
    const { metadata } = parseText(
      '某区人民政府\n二〇二四年十二月三十一日\n某区人民政府工作规则\n第一条 甲。\n第二条 乙。\n',
    );
    expect(metadata.issued).toBe('2024-12-31');
  });
});

describe('what cannot be read is named by line', () => {
  const cases: readonly (readonly [string, string, string[]])[] = [
    ['a missing number', '第一条 甲。\n第三条 丙。\n', ['9 missing 缺少第二条']],
    ['several missing numbers', '第一条 甲。\n第五条 丙。\n', ['9 missing 缺少第二条至第四条']],
    [
      'a number that comes again',
      '第一条 甲。\n第二条 乙。\n第一条 丙。\n',
      ['10 repeated 第一条重复（前一处在第8行），此处未收入：丙。'],
    ],
    [
      'two articles under one number',
      '第一条 甲。\n第二条 乙。\n第二条 丙。\n第三条 丁。\n',
      ['10 two-under-one 两条共用一个条号：第二条（前一处在第9行），此处未收入：丙。'],
    ],
    ['a number out of order', '第一条 甲。\n第三条 丙。\n第二条 乙。\n', ['10 order 第二条排在第三条之后']],
    [
      'two articles on one line',
      '第一条 甲。 第二条 乙。\n第三条 丙。\n',
      ['8 joined 第二条没有另起一行，已按条号分开'],
    ],
    [
      'words before the first article',
      '本章无条。\n第一条 甲。\n第二条 乙。\n',
      ['8 unplaced 不属于任何一条：本章无条。'],
    ],
    ['an article without words', '第一条 甲。\n第二条\n', ['9 unplaced 第二条没有正文']],
    ['a missing item', '第一条 有：\n（一）甲；\n（三）丙。\n第二条 乙。\n', ['10 item 第一条第1款缺少第（二）项']],
    ['a missing chapter', '第一条 甲。\n第三章 附则\n第二条 乙。\n', ['9 chapter 缺少第二章']],
  ];

  test.each(cases)('%s', (_, body, expected) => {
    expect(faults(read(body))).toEqual(expected);
  });

  test('a text without articles', () => {
    const text = parseText('今天天气很好。\n');
    expect(text.articles).toEqual([]);
    expect(faults(text)).toEqual(['1 no-articles 未找到以“第一条”或“一、”开头的条文', '1 date 未找到印发日期']);
  });

  test.each(['2024年13月6日', '2024年2月30日', '2024年5月'])('a date that is none: %s', (date) => {
    const text = parseText(`某区人民政府\n${date}\n第一条 甲。\n第二条 乙。\n`);
    expect(faults(text)).toEqual([`2 date 无法识别的日期：${date}`]);
  });

  test('a text is not served where a number stands for two articles', () => {
    const kinds = (body: string): string[] =>
      read(body)
        .faults.filter(isGrave)
        .map((fault) => fault.kind);
    expect(kinds('第一条 甲。\n第二条 乙。\n第二条 丙。\n')).toEqual(['two-under-one']);
    expect(kinds('第一条 甲。\n第三条 乙。\n')).toEqual([]);
  });

  test('words behind a repeated number are not put under the article before it', () => {
    const text = read('第一条 甲。\n第二条 乙。\n第二条 丙。\n丁。\n第三条 戊。\n');
    expect(shape(text)).toEqual(['1.1 甲。', '2.1 乙。', '3.1 戊。']);
    expect(text.faults.map((fault) => fault.line)).toEqual([10, 11]);
  });
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '第一章 总则\n',
      '第二条 ',
      '第三条',
      '一、',
      '二、',
      '十、',
      '（一）',
      '（三）',
      '1.',
      '。\n',
      '；\n',
      '：\n',
      '\n',
      '\f',
      '　　',
      '抄送：',
    ),
    fc.string({ maxLength: 12, unit: 'binary' }),
    fc.constantFrom('区长', '会议', '应当', '2024年5月6日', '——22——'),
  );
  const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  test('it is read without an error, and every reference it gives has words of the text', () => {
    fc.assert(
      fc.property(texts, (source) => {
        const text = parseText(source);
        const clauses = new Clauses(() => text);
        const printed = source.replace(/\s/g, '');
        for (const ref of clauses.refs) {
          const words = clauses.resolve(ref);
          if (words === null) throw new Error(`${ref} does not resolve`);
          for (const line of words.split('\n')) expect(letters(printed)).toContain(letters(line));
          expect(clauses.say(ref)).toMatch(/^第.+条/);
        }
        const last = source.split(/\r\n|\n|\r/).length;
        for (const { line } of text.faults) expect(line).toBeLessThanOrEqual(last);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('a megabyte in one line is read to its end, which work by its square would not come to', () => {
    expect(parseText(`第一条 ${'（一）甲，第二条；'.repeat(100_000)}`).articles).toHaveLength(1);
    expect(parseText('（2024年5月6日'.repeat(100_000)).articles).toEqual([]);
  });
});

/** Words without what a page leaves behind: white space, invisible characters, page numbers, anchors. */
const letters = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '');
