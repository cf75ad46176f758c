import { describe, expect, it } from 'vitest';
import { lately } from '../../src/language/lately.ts';
import { Words } from '../../src/language/words.ts';

describe('lately', () => {
  it('reads a text once, however often and among which others it is asked for', () => {
    const read: string[] = [];
    const length = lately((text) => {
      read.push(text);
      return text.length;
    });
    expect(['签发', '常务会', '签发', '', '常务会', ''].map(length)).toEqual([2, 3, 2, 0, 3, 0]);
    expect(read).toEqual(['签发', '常务会', '']);
  });

  it('keeps the last few texts only', () => {
    const read: string[] = [];
    const same = lately((text) => {
      read.push(text);
      return text;
    });
    const texts = ['一', '二', '三', '四', '五', '一'];
    expect(texts.map(same)).toEqual(texts);
    expect(read).toEqual(texts);
  });
});

describe('Words', () => {
  const words = new Words<number>([
    ['区水利局', 1],
    ['水利局', 2],
    ['水利', 3],
    ['水', 4],
    ['区', 5],
    ['水利', 6],
  ]);

  it('finds every occurrence, in the order in which the words were given', () => {
    const found = words.in('水，区水利局、水利').map(({ value, from, to }) => [value, from, to]);
    expect(found).toEqual([
      [1, 2, 6],
      [2, 3, 6],
      [3, 3, 5],
      [3, 7, 9],
      [4, 0, 1],
      [4, 3, 4],
      [4, 7, 8],
      [5, 2, 3],
      [6, 3, 5],
      [6, 7, 9],
    ]);
  });

  it('tells which word stands at an offset, the one given first before the others', () => {
    const at = [0, 1, 2, 3, 4].map((from) => words.at('区水利局', from)?.text);
    expect(at).toEqual(['区水利局', '水利局', undefined, undefined, undefined]);
    expect(words.at('水', 0)).toEqual({ value: 4, text: '水', from: 0, to: 1 });
    expect(words.at('', 0)).toBeUndefined();
  });
});
