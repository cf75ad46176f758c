/** The official texts as plain articles, for holding every clause and quotation of the bot against them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DISTRICTS, type DistrictId } from './oracle.ts';

const DIGITS = '零一二三四五六七八九';

/** `四十三` → 43. */
function numeral(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

const ARTICLE = /^\s*(?:第([一二三四五六七八九十]+)条\s|([一二三四五六七八九十]+)、)/;

/** Words of each article, all white space away. */
function articles(district: DistrictId): Map<number, string> {
  const folder = fileURLToPath(new URL(`../../src/rules/${district}/`, import.meta.url).href);
  const edition = readdirSync(folder).find((name) => /^\d{4}-/.test(name)) ?? '';
  const found = new Map<number, string>();
  let current = 0;
  for (const line of readFileSync(`${folder}${edition}/text.txt`, 'utf8').split('\n')) {
    const number = ARTICLE.exec(line);
    const next = number ? numeral(number[1] ?? number[2] ?? '') : 0;
    if (next === current + 1) current = next;
    if (current > 0) found.set(current, (found.get(current) ?? '') + squeeze(line));
  }
  return found;
}

const TEXTS = new Map(DISTRICTS.map((district) => [district, articles(district)]));

/** What is wrong with a quotation: an article that is none, or words that are not in it. */
export function misquoted(district: DistrictId, ref: string, words?: string): string | null {
  const article = TEXTS.get(district)?.get(Number.parseInt(ref, 10));
  if (!article) return `no article ${ref}`;
  return words !== undefined && !article.includes(squeeze(words)) ? `not the words of ${ref}: ${words}` : null;
}
