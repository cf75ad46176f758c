import { describe, expect, test } from 'vitest';
import { compareRefs, containsRef, formatRef, parseRef, readClause, sayClause } from '../../src/rules/clause.ts';
import { chineseNumber, readNumber } from '../../src/rules/text/numerals.ts';

describe('Chinese numbers', () => {
  test('every number from 1 to 199 is read back from what is written', () => {
    const all = Array.from({ length: 199 }, (_, i) => i + 1);
    expect(all.map((n) => readNumber(chineseNumber(n)))).toEqual(all);
    expect(all.map((n) => readNumber(String(n)))).toEqual(all);
  });

  test.each([
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [199, '一百九十九'],
  ])('%i is written %s', (n, words) => {
    expect(chineseNumber(n)).toBe(words);
  });

  test.each([
    ['４３', 43],
    ['一百一', 101],
    ['廿三', 23],
    ['百', null],
    ['零', null],
    ['二百', null],
    ['', null],
    ['十十', null],
    ['三四', null],
  ])('%s is read as %s', (words, n) => {
    expect(readNumber(words)).toBe(n);
  });

  test.each([0, 200, 1.5, -1])('%d is no clause number', (n) => {
    expect(() => chineseNumber(n)).toThrow(RangeError);
  });
});

describe('references', () => {
  test.each(['43', '43.2', '64.1(2)', '199.12(13)'])('%s is formatted as it was read', (ref) => {
    const clause = parseRef(ref);
    expect(clause && formatRef(clause)).toBe(ref);
  });

  test.each([
    '',
    '0',
    '43.',
    '43.0',
    '43(2)',
    '43.2()',
    '043',
    '43.2(2)x',
    '第四十三条',
    '1000',
  ])('%j is none', (ref) => {
    expect(parseRef(ref)).toBeNull();
  });

  test('stand in the order of the text', () => {
    const refs = ['10', '9.2', '9', '9.10', '9.2(10)', '9.2(9)', '9.1'];
    expect(refs.sort(compareRefs)).toEqual(['9', '9.1', '9.2', '9.2(9)', '9.2(10)', '9.10', '10']);
  });

  test('a whole holds its parts, and 4 does not hold 43', () => {
    expect(containsRef('43', '43.2')).toBe(true);
    expect(containsRef('43.2', '43.2(1)')).toBe(true);
    expect(containsRef('43.1', '43.10')).toBe(false);
    expect(containsRef('4', '43.2')).toBe(false);
    expect(containsRef('43.2', '43')).toBe(false);
  });

  test.each([
    ['43.2', false, '第四十三条第二款'],
    ['64.1(2)', true, '第六十四条第一款第（二）项'],
    ['24.1', true, '第二十四条'],
    ['24.1', false, '第二十四条第一款'],
    ['110', false, '第一百一十条'],
  ])('%s (only paragraph: %s) reads %s', (ref, only, words) => {
    const clause = parseRef(ref);
    expect(clause && sayClause(clause, only)).toBe(words);
  });

  test.each([
    ['第四十三条第二款', { article: 43, paragraph: 2 }],
    ['第43条第2款', { article: 43, paragraph: 2 }],
    ['四十三条', { article: 43 }],
    ['第 六十四 条第一款第（二）项', { article: 64, paragraph: 1, item: 2 }],
    ['第六十四条第(二)项', { article: 64, item: 2 }],
    ['第四十三', null],
    ['第二款', null],
    ['第三百条', null],
  ])('%s is read', (words, clause) => {
    expect(readClause(words)).toEqual(clause);
  });
});
