import { describe, expect, test } from 'vitest';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { RuleFaults } from '../../src/rules/faults.ts';
import { Library } from '../../src/rules/library.ts';
import type { Provision } from '../../src/rules/schema.ts';
import { memorySource, module, TEXT } from './memory-source.ts';

const library = new Library(new RuleFiles([PROJECT_RULES]));
const linzi = library.inForce('linzi', '2026-03-02').book;
const xin = (changes?: Parameters<typeof module>[0]) =>
  new Library(memorySource({ 'xin@2024-05-06': { text: TEXT, module: module(changes) } })).inForce('xin', '2024-07-01')
    .book;

describe('a rule book', () => {
  test('finds provisions by kind and value', () => {
    expect(
      xin()
        .byKind('leave')
        .map((p) => p.id),
    ).toEqual(['leave.deputies']);
    expect(xin().find('leave', (value) => value.of.includes('deputy-mayor'))?.value.noticeDays).toBe(3);
    expect(xin().find('leave', (value) => value.of.includes('mayor'))).toBeUndefined();
    expect(xin().byKind('signing')).toEqual([]);
  });

  test('tells an answered topic from a silent one and from one it does not know', () => {
    expect(
      xin()
        .byTopic('leave.deputy-mayor.notice')
        .provisions.map((p) => p.id),
    ).toEqual(['leave.deputies']);
    expect(xin().byTopic('meeting.executive.quorum').silence?.says).toBe('规则未规定到会人数。');
    expect(xin().byTopic('meeting.plenary.quorum')).toEqual({ provisions: [] });
  });

  test('quotes the words as they are printed, items with their numbers', () => {
    expect(xin().quote('2.1')).toEqual({
      ref: '2.1',
      text: '会议的主要任务是：\n（一）学习上级精神；\n（二）研究重要事项。',
    });
    expect(xin().quote('2.1(2)').text).toBe('研究重要事项。');
    expect(xin().quote('2').text).toMatch(/^会议的主要任务是：[\s\S]*会议每月召开1次。$/);
    const penglai = library.inForce('penglai', '2026-03-02').book;
    expect(penglai.quote('40.2').text).toContain('(二)讨论决定区政府工作中的重大事项;');
  });

  test('quotes no clause that the text does not have', () => {
    for (const ref of ['9', '2.3', '2.1(3)', '2.2(1)', '3.2', 'x']) expect(() => xin().quote(ref)).toThrow(RangeError);
  });

  test('cites in the order of the text, each clause once', () => {
    expect(linzi.cite('43.2')).toBe('《临淄区人民政府工作规则》第四十三条第二款');
    expect(linzi.cite(['43.2', '24.1', '20.1(3)', '43.2'])).toBe(
      '《临淄区人民政府工作规则》第二十条第一款第（三）项、第二十四条、第四十三条第二款',
    );
  });

  test('reads a spoken reference into a clause that exists', () => {
    expect(linzi.clauses.read('第四十三条第二款')).toBe('43.2');
    expect(linzi.clauses.read('第九十九条')).toBeNull();
    expect(library.inForce('penglai', '2026-03-02').book.clauses.read('第四十条第（二）项')).toBe('40.2(2)');
  });

  test.each([
    ['副区长外出要提前几天报告', '43.2'],
    ['会签文件几天内反馈', '30'],
    ['谁签发以区政府名义制发的公文', '32.2'],
    ['规则从什么时候起施行', '46'],
    ['泄露国家秘密', '43.5'],
  ])('%s → %s is the nearest clause', (text, ref) => {
    expect(linzi.search(text, 1).map((hit) => hit.ref)).toEqual([ref]);
  });

  test('finds nothing for words that no clause has', () => {
    expect(linzi.search('食堂几点开饭')).toEqual([]);
    expect(linzi.search('')).toEqual([]);
    expect(linzi.search('？？')).toEqual([]);
  });

  test('holds on a day only the provisions in force', () => {
    const [leave] = module().provisions;
    const dated = (id: string, dates: Partial<Provision>): Provision => ({ ...(leave as Provision), id, ...dates });
    const book = xin({
      provisions: [dated('leave.old', { until: '2025-12-31' }), dated('leave.new', { from: '2026-01-01' })],
    });
    expect(book.provisions.map((p) => p.id)).toEqual(['leave.old']);
    expect(book.on('2026-01-01').provisions.map((p) => p.id)).toEqual(['leave.new']);
  });
});

describe('the library', () => {
  const later = module({
    edition: { issued: '2026-01-10', inForceFrom: '2026-03-01', source: '测试', lastChecked: '2026-01-10' },
  });
  const newText = TEXT.replace('2024年5月6日', '2026年1月10日').replace('提前3天', '提前5天');
  const provisions = later.provisions.map((p) => ({ ...p, phrase: p.phrase.replace('3天', '5天') }));
  const editions = {
    'xin@2024-05-06': { text: TEXT, module: module() },
    'xin@2026-01-10': { text: newText, module: { ...later, provisions } },
    'gao@2023-01-01': { text: TEXT.replaceAll('新区', '高县').replace('2024年5月6日', '2023年1月1日') },
  };

  test.each([
    ['2024-05-05', '2024-05-06', true],
    ['2024-05-06', '2024-05-06', false],
    ['2026-02-28', '2024-05-06', false],
    ['2026-03-01', '2026-01-10', false],
  ])('on %s the edition of %s is in force (before the first: %s)', (day, issued, before) => {
    const inForce = new Library(memorySource(editions)).inForce('xin', day);
    expect([inForce.book.edition.issued, inForce.before]).toEqual([issued, before]);
  });

  test('reads nothing of a district that is not asked for, and everything once', () => {
    const source = memorySource(editions);
    const reading = new Library(source);
    expect(source.read).toEqual([]);
    reading.inForce('gao', '2024-01-01');
    reading.inForce('gao', '2025-01-01');
    expect(source.read).toEqual(['gao@2023-01-01']);
  });

  test('a district with its text alone is quoted and searched', () => {
    const { book } = new Library(memorySource(editions)).inForce('gao', '2024-01-01');
    expect([book.name, book.title, book.provisions]).toEqual(['高县', '高县人民政府工作规则', []]);
    expect(book.search('外出提前几天', 1)[0]?.ref).toBe('3');
    expect(book.cite('3')).toBe('《高县人民政府工作规则》第三条');
  });

  test('a district without rules is refused', () => {
    expect(() => library.inForce('nowhere', '2026-01-01')).toThrow(RangeError);
  });

  test('a text in which one number stands for two articles is never served', () => {
    const text = `${TEXT}第四条 公文由副区长签发。\n`;
    const faulty = new Library(memorySource({ 'xin@2024-05-06': { text, module: module() } }));
    expect(() => faulty.inForce('xin', '2024-07-01')).toThrow(RuleFaults);
  });
});
