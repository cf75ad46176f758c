import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise } from '../../src/language/normalise.ts';
import { readNumber } from '../../src/language/numbers.ts';

test.each([
  ['１２月３日　９：３０', '12月3日9:30'],
  ['下周 三 上午 9 点', '下周三上午9点'],
  ['2026-12-07 09:00 至 2026-12-09', '2026-12-07 09:00至2026-12-09'],
  ['3月5曰', '3月5日'],
  ['6 月 2 3 日 上午', '6月23日上午'],
  ['3月5 6日', '3月5 6日'],
  ['子曰', '子曰'],
  ['二O二六年', '二〇二六年'],
  ['二○二六年', '二〇二六年'],
  ['9:00—11:30', '9:00-11:30'],
  ['3日～5日', '3日~5日'],
  ['３／５', '3/5'],
  ['6・30', '6·30'],
  ['（周四）', '(周四)'],
  ['第一行\n第二行', '第一行\n第二行'],
  ['\u00a0 区 政府 \u200b', '区政府'],
  ['OK', 'OK'],
])('%j → %j', (original, text) => {
  expect(normalise(original).text).toBe(text);
});

test('a span leads back to the original words, the spaces between them included', () => {
  const { text, original, origin } = normalise('请于 下周 三 上午 9 点 到会');
  const from = text.indexOf('下周');
  expect(original(from, text.indexOf('到会'))).toBe('下周 三 上午 9 点');
  expect(origin(from)).toBe(3);
});

test('every character of the result comes from the original, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (original) => {
      const { text, origin } = normalise(original);
      let last = -1;
      for (let i = 0; i < text.length; i++) {
        expect(origin(i)).toBeGreaterThan(last);
        last = origin(i);
      }
      expect(origin(text.length)).toBeLessThanOrEqual(original.length);
      expect(normalise(text).text).toBe(text);
    }),
  );
});

test.each([
  ['0', 0],
  ['15', 15],
  ['2.5', 2.5],
  ['〇', 0],
  ['两', 2],
  ['十', 10],
  ['十五', 15],
  ['二十', 20],
  ['二十三', 23],
  ['廿三', 23],
  ['卅', 30],
  ['一百零五', 105],
  ['一百二十', 120],
  ['一千二百', 1200],
  ['二〇二六', 2026],
  ['二三', 23],
])('%s is %d', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test.each(['', '十十', '百', '二十百', '两两', '三天', '1.2.3', '十二三四'])('%s is no number', (text) => {
  expect(readNumber(text)).toBeNull();
});
