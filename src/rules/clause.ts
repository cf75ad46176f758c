/** Clause references: `43` 第四十三条, `43.2` 第四十三条第二款, `64.1(2)` 第六十四条第一款第（二）项. */
import { chineseNumber, NUMERAL, readNumber } from './text/numerals.ts';

/** A place in a text. Paragraphs 款 count from 1; an item 项 belongs to the paragraph that introduces it. */
export interface Clause {
  article: number;
  paragraph?: number;
  item?: number;
}

/** Reads `43`, `43.2`, `64.1(2)`; `null` for anything else. */
export function parseRef(ref: string): Clause | null {
  const m = /^([1-9]\d{0,2})(?:\.([1-9]\d?)(?:\(([1-9]\d?)\))?)?$/.exec(ref);
  if (!m) return null;
  return {
    article: Number(m[1]),
    ...(m[2] && { paragraph: Number(m[2]) }),
    ...(m[3] && { item: Number(m[3]) }),
  };
}

/** @example formatRef({ article: 64, paragraph: 1, item: 2 }) // '64.1(2)' */
export function formatRef({ article, paragraph, item }: Clause): string {
  return `${article}${paragraph ? `.${paragraph}` : ''}${item ? `(${item})` : ''}`;
}

/** Order of the text; a whole comes before its parts. */
export function compareRefs(a: string, b: string): number {
  const x = parseRef(a);
  const y = parseRef(b);
  if (!x || !y) return x ? -1 : y ? 1 : a.localeCompare(b);
  return x.article - y.article || (x.paragraph ?? 0) - (y.paragraph ?? 0) || (x.item ?? 0) - (y.item ?? 0);
}

/** Whether `whole` holds `part`: an article its paragraphs, a paragraph its items, each itself. */
export function containsRef(whole: string, part: string): boolean {
  return part === whole || part.startsWith(`${whole}.`) || part.startsWith(`${whole}(`);
}

/** The article of a reference. @example articleOf('64.1(2)') // 64 */
export function articleOf(ref: string): number {
  return Number.parseInt(ref, 10);
}

/** 第六十四条第一款第（二）项. `onlyParagraph`: the article has one paragraph, which is then not counted (第二十四条). */
export function sayClause({ article, paragraph, item }: Clause, onlyParagraph = false): string {
  const inParagraph = paragraph && (item || !onlyParagraph) ? `第${chineseNumber(paragraph)}款` : '';
  return `第${chineseNumber(article)}条${inParagraph}${item ? `第（${chineseNumber(item)}）项` : ''}`;
}

const SPOKEN = new RegExp(`^第?(${NUMERAL}+)条(?:第?(${NUMERAL}+)款)?(?:第?[（(]?(${NUMERAL}+)[）)]?项)?$`);

/** Reads 第四十三条第二款, 第43条, 第六十四条第（二）项 (an item without 款 leaves `paragraph` open). */
export function readClause(text: string): Clause | null {
  const m = SPOKEN.exec(text.replace(/\s/g, ''));
  const article = m?.[1] ? readNumber(m[1]) : null;
  if (!m || !article) return null;
  const item = m[3] ? readNumber(m[3]) : null;
  const paragraph = m[2] ? readNumber(m[2]) : null;
  if ((m[2] && !paragraph) || (m[3] && !item)) return null;
  return { article, ...(paragraph && { paragraph }), ...(item && { item }) };
}
