/** Chinese numerals of articles, chapters and items (第一百九十九条), both ways, 1 to 199. */

const DIGITS = '零一二三四五六七八九';
const VARIANTS: Readonly<Record<string, string>> = { 〇: '零', '○': '零', 两: '二', 廿: '二十', 卅: '三十' };

/** A character class for the inside of a regular expression: everything that a clause number is written with. */
export const NUMERAL = '[一二三四五六七八九十百零〇○两廿卅\\d０-９]';

/** @example chineseNumber(43) // '四十三' */
export function chineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 199) throw new RangeError(`${n} is not a clause number (1 to 199)`);
  const hundred = n >= 100 ? '一百' : '';
  const tens = Math.floor((n % 100) / 10);
  const ones = n % 10;
  if (tens === 0) return ones === 0 ? hundred : `${hundred}${hundred && '零'}${DIGITS[ones]}`;
  // 十五 alone, but 一百一十五
  const ten = tens === 1 && !hundred ? '十' : `${DIGITS[tens]}十`;
  return `${hundred}${ten}${ones ? DIGITS[ones] : ''}`;
}

/** 一 to 一百九十九, which nearly every number of a text is. */
const USUAL: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 199 }, (_, i) => [chineseNumber(i + 1), i + 1]),
);

/** Reads 四十三, 一百零五, 43 or ４３; `null` when it is no number from 1 to 199. */
export function readNumber(text: string): number | null {
  const usual = USUAL.get(text);
  if (usual) return usual;
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〇○两廿卅]/g, (c) => VARIANTS[c] ?? c);
  if (/^\d{1,3}$/.test(plain)) return inRange(Number(plain));
  const m = /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九]?)十)?([一二三四五六七八九])?$/.exec(plain);
  if (!m || plain === '') return null;
  const [, hundreds, , tens, ones] = m;
  const digit = (c: string | undefined): number => (c ? DIGITS.indexOf(c) : 0);
  return inRange(digit(hundreds) * 100 + (tens === '' ? 10 : digit(tens) * 10) + digit(ones));
}

const inRange = (n: number): number | null => (n >= 1 && n <= 199 ? n : null);
