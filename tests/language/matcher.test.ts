import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needOf } from '../../src/language/matcher/needs.ts';
import { matcher, mayMatch } from '../../src/language/matcher.ts';

const PATTERNS = [
  /绑定码/,
  /请(?:送|发起|报|签)/,
  /请(?:[一-鿿\d]{0,6})?假|休假/,
  /^(?:好的?|行)*登记(?:一下|上)?[。！!]?$/,
  /(?<!未|没)(?:提请|提交)[^,。]{0,3}会/,
  /(?<=[这那])几(?=[个件])/,
  /(\d{1,2})月\1[日号]/,
  /[题写](?:个|几个)?字+/,
  /(?:ab?){2,3}c/,
  /[a-c\d]x|\[y\]/,
  /(?<year>二)年{2}|\u4e00。/,
  /A|b/i,
  /.*/,
  /()|报/,
];
const ALPHABET = [...'绑定码请送发起报签假休好的行登记一下上。！提交会未没这那几个件12月日号题写字abcxy[]二年Aa，'];

test('a text that a pattern matches has what the pattern needs', () => {
  const texts = fc.array(fc.constantFrom(...ALPHABET), { maxLength: 12 }).map((chars) => chars.join(''));
  let matched = 0;
  fc.assert(
    fc.property(texts, (text) => {
      for (const pattern of PATTERNS) {
        if (!pattern.test(text)) continue;
        matched++;
        expect(mayMatch(pattern, text), `${pattern} in ${text}`).toBe(true);
        expect(matcher(pattern).exec(text), `${pattern} in ${text}`).toEqual(pattern.exec(text));
      }
    }),
    { numRuns: 3000 },
  );
  expect(matched).toBeGreaterThan(3000);
});

test('what a pattern needs is its rarest part', () => {
  expect(needOf(/绑定码/)).toEqual(['绑定']);
  expect(needOf(/(?:报|送).{0,9}办公室/)).toEqual(['办公']);
  expect(needOf(/请(?:[一-鿿]{0,6})?假|休假/)).toEqual(['请', '休假']);
  expect(needOf(/同意|好的?/)).toEqual(['同意', '好']);
});

test('a pattern that may match anything, or whose flags leave open what, needs nothing', () => {
  expect(needOf(/(?:请|报)?/)).toBeNull();
  expect(needOf(/^[一-鿿]{2,3}$/)).toBeNull();
  expect(needOf(/绑定/i)).toBeNull();
  expect(mayMatch(/假/i, '请示')).toBe(true);
});

test('a text without what a pattern needs is left as it is', () => {
  const leave = matcher(/休假/g);
  expect(mayMatch(leave, '报送请示')).toBe(false);
  expect('报送请示'.replace(leave, '')).toBe('报送请示');
  expect('报送请示'.match(leave)).toBeNull();
  expect('休假三天，休假'.replace(leave, '假')).toBe('假三天，假');
  expect('休假三天，休假'.match(leave)).toEqual(['休假', '休假']);
  expect([...'休假三天，休假'.matchAll(leave)]).toHaveLength(2);
  expect('休假三天'.search(matcher(/三天/))).toBe(2);
});
