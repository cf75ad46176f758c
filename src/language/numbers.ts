/** Characters that Chinese numerals are made of. */
export const NUMERALS = '零〇一二两三四五六七八九十百千廿卅';

/** What a number in digits or numerals begins with. */
export const NUMBER_STARTS: readonly string[] = [...'0123456789', ...NUMERALS];

/** Source of a regular expression for a small number in digits or Chinese numerals. */
export const SMALL_NUMBER = `(?:\\d{1,4}|[${NUMERALS}]{1,7})`;

const DIGITS: Record<string, number> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4 },
  ...{ 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The value of a number in digits or Chinese numerals, `null` when it is none.
 * @example readNumber('二十三') // 23
 * @example readNumber('廿三') // 23
 * @example readNumber('二〇二六') // 2026
 */
export function readNumber(text: string): number | null {
  if (/^\d{1,9}(?:\.\d{1,4})?$/.test(text)) return Number(text);
  if (text === '' || text.length > 9) return null;
  const plain = text.replace('廿', '二十').replace('卅', '三十');
  return /[十百千]/.test(plain) ? withUnits(plain) : digitByDigit(plain);
}

/** 二十三, 一百零五, 一千二百: each unit smaller than the one before it. */
function withUnits(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  for (const char of text) {
    const unit = UNITS[char];
    if (unit !== undefined) {
      if (unit >= lastUnit) return null;
      if (digit === null && unit !== 10) return null;
      total += (digit ?? 1) * unit;
      digit = null;
      lastUnit = unit;
      continue;
    }
    const value = DIGITS[char];
    if (value === undefined || (digit !== null && digit !== 0)) return null;
    digit = value;
  }
  return total + (digit ?? 0);
}

function digitByDigit(text: string): number | null {
  let value = 0;
  for (const char of text) {
    const digit = DIGITS[char];
    if (digit === undefined || (char === '两' && text.length > 1)) return null;
    value = value * 10 + digit;
  }
  return value;
}
