/** The lines of a published text: cleaned of white space and print leftovers, and told apart by what they begin with. */
import { NUMERAL, readNumber } from './numerals.ts';

/** One line; `no` counts from 1 as an editor does, `text` is without white space. */
export interface Line {
  no: number;
  raw: string;
  text: string;
  /** Starts with white space, as a paragraph's first line does in print. */
  indented: boolean;
}

/** How articles are numbered: `article` 第一条 · `chinese` 一、 · `arabic` 1. */
export type Numbering = 'article' | 'chinese' | 'arabic';

/** What a line begins with. `rest` is its text behind the number. */
export interface Marker {
  number: number;
  rest: string;
  label: string;
}

/** Word's anchors and invisible characters, which web pages take over from the printed document. */
const LEFTOVERS = /\[bookmark:[^\]]*\]|[\u200b-\u200d\u2060\ufeff\u00ad]/g;

/** Removes white space as it stands between Chinese characters; two Latin words keep one space. */
export function squeeze(text: string): string {
  return text.trim().replace(/([A-Za-z])\s+(?=[A-Za-z])|\s+/g, (_, letter?: string) => (letter ? `${letter} ` : ''));
}

/** Splits a text into its lines; a page break inside a line ends it without counting. */
export function linesOf(source: string): Line[] {
  const clean = source.replace(LEFTOVERS, '');
  return clean.split(/\r\n|\n|\r/).flatMap((whole, i) =>
    whole.split(/[\f\v\u2028]/).map((raw) => ({
      no: i + 1,
      raw,
      text: /\s/.test(raw) ? squeeze(raw) : raw,
      indented: /^(?:[ \u3000\u00a0]{2}|\u3000|\t)/.test(raw),
    })),
  );
}

const PAGE_NUMBER = /^(?:[—–－·•-]*\d{1,3}[—–－·•-]*|第\d{1,3}页(?:[，,/]?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/;
const RULED_LINE = /^[_＿—–－=─━…·*-]{3,}$/;

/** Blank lines, page numbers and ruled lines carry nothing. */
export function isBlank({ text }: Line): boolean {
  return text === '' || PAGE_NUMBER.test(text) || RULED_LINE.test(text);
}

const CHAPTER = new RegExp(`^第(${NUMERAL}{1,4})章[、：:.．]?(.{0,30})$`);
const SECTION = new RegExp(`^第(${NUMERAL}{1,4})节[、：:.．]?(.{0,30})$`);
const ARTICLES: Readonly<Record<Numbering, RegExp>> = {
  article: new RegExp(`^(第(${NUMERAL}{1,6})条)[、：:.．]?(.*)$`),
  chinese: /^(([一二三四五六七八九十百零〇]{1,6})[、．.])(.*)$/,
  arabic: /^(([\d０-９]{1,3})[、．.](?![\d０-９]))(.*)$/,
};
const ITEM = new RegExp(`^([（(](${NUMERAL}{1,4})[）)])(.*)$`);
const SUB_ITEM = ARTICLES.arabic;

function marker(m: RegExpExecArray | null): Marker | null {
  const number = m?.[2] ? readNumber(m[2]) : null;
  return m && number ? { number, label: m[1] ?? '', rest: m[3] ?? '' } : null;
}

/** 第一章 总则. A heading in a table of contents loses its dots and page number. */
export function chapterOf({ text }: Line): { number: number; title: string } | null {
  const m = CHAPTER.exec(text);
  const number = m?.[1] ? readNumber(m[1]) : null;
  const title = (m?.[2] ?? '').replace(/[.…·．]{2,}\d*$/, '');
  return number && !/[。；，]/.test(title) ? { number, title } : null;
}

/** 第一节: sections head articles but are no part of a reference. */
export function isSection({ text }: Line): boolean {
  return SECTION.test(text) && !/[。；，]/.test(text);
}

export function articleAt({ text }: Line, numbering: Numbering): Marker | null {
  return marker(ARTICLES[numbering].exec(text));
}

export function itemAt({ text }: Line): Marker | null {
  return marker(ITEM.exec(text));
}

/** 1. 2. 3. below a paragraph or an item. */
export function subItemAt({ text }: Line): Marker | null {
  return marker(SUB_ITEM.exec(text));
}

/** The numbering that a text uses, by its lines; 第…条 outweighs a list inside an article. */
export function numberingOf(lines: readonly Line[]): Numbering {
  const count = (numbering: Numbering): number => lines.filter((line) => articleAt(line, numbering)).length;
  if (count('article') >= 2) return 'article';
  if (count('chinese') >= 2) return 'chinese';
  if (count('arabic') >= 2) return 'arabic';
  const isInside = (label: string): boolean => lines.some((line) => line.text.includes(label));
  return isInside('第一条') || isInside('第二条') ? 'article' : 'chinese';
}

/** Whether words end as paragraphs and items do; otherwise a page broke them and the next line goes on. */
export function isEnded(text: string): boolean {
  return /[。！？!?：:；;][”’』」）)】》"]*$/.test(text);
}
