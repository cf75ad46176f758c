/** A text brought to one way of writing, with the way back to the original. */
export interface Normalised {
  text: string;
  /** Offset in the original of the character at `i`; one more entry for the end. */
  origin(i: number): number;
  /** The original words between two offsets of `text`. */
  original(from: number, to: number): string;
}

const DASHES = /[‐‑‒–—―−﹣⁃─━]/;
const TILDES = /[〜∼˜∽﹏]/;
const SPACE = /[\s\u00a0\u200b-\u200d\u2060\ufeff\u3000]/;
const LATIN = /[0-9A-Za-z]/;
const CHINESE_DIGIT = /[零〇一二三四五六七八九十]/;

/** One character for one character: full width to half width, one dash, one tilde, one middle dot. */
function halfWidth(char: string): string {
  const code = char.charCodeAt(0);
  if (code < 0x80) return char;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (DASHES.test(char)) return '-';
  if (TILDES.test(char)) return '~';
  if (char === '○' || char === '◯') return '〇';
  if (char === '・' || char === '•' || char === '‧' || char === '∙') return '·';
  if (char === '︰' || char === '∶') return ':';
  return char;
}

/**
 * Brings a message to one way of writing: half width; one kind of dash, tilde and space; no spaces where
 * Chinese needs none (下周 三 → 下周三, 2 5 日 → 25日; between other Latin letters or digits one stays); 5曰 → 5日,
 * 二O二六 → 二〇二六.
 * @example normalise('１２月３日　９：３０').text // '12月3日9:30'
 */
export function normalise(original: string): Normalised {
  let text = '';
  const origins: number[] = [];
  let gap = '';
  for (let i = 0; i < original.length; i++) {
    const char = original.charAt(i);
    if (SPACE.test(char)) {
      gap = char === '\n' || gap === '\n' ? '\n' : ' ';
      continue;
    }
    const half = repair(halfWidth(char), text.at(-1) ?? '', original.charAt(i + 1));
    const apart = LATIN.test(half) && LATIN.test(text.at(-1) ?? '') && !torn(original, origins.at(-1) ?? 0, i);
    if (gap !== '' && text !== '' && (gap === '\n' || apart)) {
      text += gap;
      origins.push(i - 1);
    }
    gap = '';
    text += half;
    origins.push(i);
  }
  const end = (origins.at(-1) ?? -1) + 1;
  return {
    text,
    origin: (i) => origins[i] ?? end,
    original: (from, to) => original.slice(origins[from] ?? end, to > from ? (origins[to - 1] ?? end - 1) + 1 : end),
  };
}

const TORN = /^\s\d\s+\d\s+[年月日号时点分]/;

/** 11 月 2 5 日: two digits at `first` and `second` that typing, which left spaces everywhere, has torn apart. */
const torn = (original: string, first: number, second: number): boolean =>
  first > 0 && TORN.test(original.slice(first - 1, second + 4));

/** Slips that only a number's neighbourhood shows. */
function repair(char: string, before: string, after: string): string {
  if (char === '曰' && (CHINESE_DIGIT.test(before) || (before >= '0' && before <= '9'))) return '日';
  if (
    (char === 'O' || char === 'o') &&
    CHINESE_DIGIT.test(before) &&
    (CHINESE_DIGIT.test(after) || /[Oo年]/.test(after))
  ) {
    return '〇';
  }
  return char;
}
