/** Gives every chapter and article a line of its own where a text was copied without its line breaks. */
import { articleAt, chapterOf, type Line, type Numbering, numberingOf, squeeze } from './lines.ts';
import { chineseNumber, NUMERAL, readNumber } from './numerals.ts';
import type { TextFault } from './official.ts';

export interface Unfolded {
  numbering: Numbering;
  lines: Line[];
  faults: TextFault[];
}

/** A heading's title is no longer than this. */
const LONGEST_TITLE = 30;

/** 第五章, and 第五条 or 五、 or 5. by the text's numbering. */
const MARKERS: Readonly<Record<Numbering, RegExp>> = {
  article: new RegExp(`第(${NUMERAL}{1,6})(章|条)`, 'g'),
  chinese: new RegExp(`第(${NUMERAL}{1,6})(章)|([一二三四五六七八九十百零〇]{1,6})[、．.]`, 'g'),
  arabic: new RegExp(`第(${NUMERAL}{1,6})(章)|(?<!\\d)(\\d{1,3})[、．.](?!\\d)`, 'g'),
};

/** The footer behind the last full stop, with the ruled line above it. */
const COPIES = /(?<=。)[\s_＿—–－─━]*抄送[：:]/;

/** Splits lines before a marker inside them that comes next in order and begins no line of its own. */
export function unfold(lines: readonly Line[]): Unfolded {
  const numbering = numberingOf(lines);
  const begun = new Set(lines.map((line) => articleAt(line, numbering)?.number));
  const headed = new Set(lines.map((line) => chapterOf(line)?.number));
  const faults: TextFault[] = [];
  let article = 0;
  let chapter = 0;

  const cutsOf = (line: Line): number[] => {
    const cuts: number[] = [];
    const found: number[] = [];
    let heading = chapterOf(line) ? 0 : Number.NEGATIVE_INFINITY;
    article = articleAt(line, numbering)?.number ?? article;
    chapter = chapterOf(line)?.number ?? chapter;
    for (const m of line.raw.matchAll(MARKERS[numbering])) {
      const number = readNumber(m[1] ?? m[3] ?? '');
      const isChapter = m[2] === '章';
      const isNext = number === (isChapter ? chapter : article) + 1 && !(isChapter ? headed : begun).has(number);
      const before = line.raw.slice(Math.max(0, m.index - 2), m.index);
      const follows = /^$|[\s。）)]$|规则$/.test(before) || m.index - heading <= LONGEST_TITLE;
      if (!isNext || !follows || number === null) continue;
      if (isChapter) {
        chapter = number;
        heading = m.index;
      } else {
        article = number;
        heading = Number.NEGATIVE_INFINITY;
        found.push(number);
      }
      if (m.index > 0) cuts.push(m.index);
    }
    if (found.length > 0)
      faults.push({ line: line.no, kind: 'joined', says: `${sayRun(found)}没有另起一行，已按条号分开` });
    const footer = line.raw.search(COPIES);
    if (footer > (cuts.at(-1) ?? 0)) cuts.push(footer);
    return cuts;
  };

  const split = (line: Line): Line[] => {
    const cuts = cutsOf(line);
    if (cuts.length === 0) return [line];
    return [0, ...cuts].map((from, i) => {
      const raw = line.raw.slice(from, cuts[i]);
      return { ...line, raw, text: squeeze(raw) };
    });
  };
  return { numbering, lines: lines.flatMap(split), faults };
}

function sayRun(found: readonly number[]): string {
  const [first = 1] = found;
  const last = found.at(-1) ?? first;
  return first === last ? `第${chineseNumber(first)}条` : `第${chineseNumber(first)}条至第${chineseNumber(last)}条`;
}
