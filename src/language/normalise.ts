/** A text brought to one way of writing, with the way back to the original. */
export interface Normalised {
  text: string;
  /** Offset in the original of the character at `i`; one more entry for the end. */
  origin(i: number): number;
  /** The original words between two offsets of `text`. */
  original(from: number, to: number): string;
}

const DASHES = '‐‑‒–—―−﹣⁃─━';
const TILDES = '〜∼˜∽﹏';
const DOTS = '・•‧∙';
const COLONS = '︰∶';
const ZEROS = '○◯';
/** What is written another way, one character for one. */
const ODD = new RegExp(`[\\uff01-\\uff5e${DASHES}${TILDES}${DOTS}${COLONS}${ZEROS}]`, 'g');
const SPACE = /[\s\u00a0\u200b-\u200d\u2060\ufeff\u3000]/;
const LATIN = /[0-9A-Za-z]/;
const CHINESE_DIGIT = /[零〇一二三四五六七八九十]/;

/** One dash, one tilde, one middle dot, one colon, one zero; full width to half width. */
function plainOf(odd: string): string {
  if (DASHES.includes(odd)) return '-';
  if (TILDES.includes(odd)) return '~';
  if (DOTS.includes(odd)) return '·';
  if (COLONS.includes(odd)) return ':';
  if (ZEROS.includes(odd)) return '〇';
  return String.fromCharCode(odd.charCodeAt(0) - 0xfee0);
}

/** Spaces and slips: what needs a look at the neighbourhood. */
const TOUCHY = /[\s\u00a0\u200b-\u200d\u2060\ufeff\u3000曰Oo\uff2f\uff4f]/;

/**
 * Brings a message to one way of writing: half width; one kind of dash, tilde and space; no spaces where
 * Chinese needs none (下周 三 → 下周三, 2 5 日 → 25日; between other Latin letters or digits one stays); 5曰 → 5日,
 * 二O二六 → 二〇二六.
 * @example normalise('１２月３日　９：３０').text // '12月3日9:30'
 */
export function normalise(original: string): Normalised {
  const even = original.replace(ODD, plainOf);
  if (TOUCHY.test(original)) return closeUp(original, even);
  return { text: even, origin: (i) => Math.min(i, even.length), original: (from, to) => original.slice(from, to) };
}

/** Takes the spaces out and repairs slips. `even`: the original, each character written the one way. */
function closeUp(original: string, even: string): Normalised {
  let text = '';
  const origins: number[] = [];
  let gap = '';
  for (let i = 0; i < original.length; i++) {
    const char = original.charAt(i);
    if (SPACE.test(char)) {
      gap = char === '\n' || gap === '\n' ? '\n' : ' ';
      continue;
    }
    const last = text.at(-1) ?? '';
    const half = repair(even.charAt(i), last, original.charAt(i + 1));
    const apart = (): boolean => LATIN.test(half) && LATIN.test(last) && !torn(original, origins.at(-1) ?? 0, i);
    if (gap !== '' && text !== '' && (gap === '\n' || apart())) {
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
