/** Finds the rules themselves between the letter that issues them and the copies-to footer. */
import { articleAt, chapterOf, isBlank, type Line, type Numbering } from './lines.ts';
import type { TextFault } from './official.ts';

export interface Body {
  numbering: Numbering;
  /** Paragraphs begin with white space, so that a line without it goes on with the one before. */
  indented: boolean;
  /** The first line of the rules and the first one behind them, as indices. */
  start: number;
  end: number;
  /** The rules' lines that carry words. */
  lines: Line[];
  faults: TextFault[];
}

/** Share of indented articles from which indenting is the text's custom. */
const MOSTLY = 0.8;

/** The rules' own lines. */
export function bodyOf(lines: readonly Line[], numbering: Numbering): Body {
  const start = startOf(lines, numbering);
  if (start < 0) {
    const fault: TextFault = { line: 1, kind: 'no-articles', says: '未找到以“第一条”或“一、”开头的条文' };
    return { numbering, indented: false, start: lines.length, end: lines.length, lines: [], faults: [fault] };
  }
  const end = endOf(lines, start, numbering);
  const words = lines.slice(start, end).filter((line) => !isBlank(line));
  const articles = words.filter((line) => articleAt(line, numbering));
  const indented = articles.filter((line) => line.indented).length >= articles.length * MOSTLY;
  return { numbering, indented, start, end, lines: words, faults: [] };
}

/** The last 第一章 that an article follows (a table of contents has none), else the first article after the title. */
function startOf(lines: readonly Line[], numbering: Numbering): number {
  const isFirst = (line: Line): boolean => articleAt(line, numbering)?.number === 1;
  const chapters = lines.flatMap((line, i) => (chapterOf(line)?.number === 1 ? [i] : []));
  const followed = chapters.filter((i) => {
    const next = lines.slice(i + 1).find((line) => articleAt(line, numbering) || chapterOf(line));
    return next && articleAt(next, numbering);
  });
  const chapter = followed.at(-1);
  if (chapter !== undefined) return chapter;
  const title = lines.findLastIndex((line) => /^[^。，；、]{2,40}规则$/.test(line.text));
  const first = lines.findIndex((line, i) => i > title && isFirst(line));
  return first >= 0 ? first : lines.findIndex((line) => articleAt(line, numbering));
}

const FOOTER =
  /^[_＿—–－─━]*(?:抄送|主送|分送|报送|附件|附表)[：:]|^[^。；]{2,30}\d{4}年\d{1,2}月\d{1,2}日(?:印发|印制)$|^[（(]此件(?:公开|主动公开|依申请公开|不予公开)/;

/** The first footer line behind the last article. */
function endOf(lines: readonly Line[], start: number, numbering: Numbering): number {
  const last = lines.findLastIndex((line) => articleAt(line, numbering) || chapterOf(line));
  const footer = lines.findIndex((line, i) => i > Math.max(last, start) && FOOTER.test(line.text));
  return footer < 0 ? lines.length : footer;
}
