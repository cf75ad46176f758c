/** Reads the lines of the rules one by one into articles, paragraphs and items. */
import { formatRef } from '../clause.ts';
import type { Body } from './body.ts';
import {
  articleAt,
  chapterOf,
  isEnded,
  isSection,
  itemAt,
  type Line,
  type Marker,
  type Numbering,
  subItemAt,
} from './lines.ts';
import { chineseNumber } from './numerals.ts';
import type { Article, FaultKind, Item, Mark, Paragraph, TextFault } from './official.ts';

/** A list's open item style: （一） of the rules, or plain 1. where a paragraph has no （一）. */
type ListStyle = 'item' | 'sub-item';

export class Reader {
  readonly articles: Article[] = [];
  readonly marks = new Map<string, Mark>();
  readonly faults: TextFault[] = [];
  private readonly numbering: Numbering;
  private readonly indented: boolean;
  private readonly title: string | undefined;
  private chapter = { number: 0, title: '' };
  /** The clause that words are added to; none before the first article and under a number already taken. */
  private article: Article | null = null;
  private list: ListStyle | null = null;
  private lastNumber = 0;
  /** A heading 第一章 whose title stands on the next line. */
  private awaitsTitle = false;

  constructor({ numbering, indented }: Pick<Body, 'numbering' | 'indented'>, title: string | undefined) {
    this.numbering = numbering;
    this.indented = indented;
    this.title = title;
  }

  read(line: Line): void {
    if (line.text === this.title) return;
    const chapter = chapterOf(line);
    if (chapter && this.isEnded()) this.openChapter(line, chapter);
    else if (this.awaitsTitle) this.nameChapter(line);
    else if (!isSection(line) || !this.isEnded()) this.readClause(line);
  }

  private readClause(line: Line): void {
    const article = articleAt(line, this.numbering);
    const item = itemAt(line);
    const subItem = this.numbering === 'arabic' ? null : subItemAt(line);
    if (article && (article.number === this.lastNumber + 1 || this.isEnded())) this.openArticle(line, article);
    else if (item && this.continuesList(item, 'item')) this.addItem(line, item, 'item');
    else if (subItem && this.list !== 'item' && this.continuesList(subItem, 'sub-item')) {
      this.addItem(line, subItem, 'sub-item');
    } else this.addWords(line, subItem !== null);
  }

  /** Faults that show only at the end: numbers left out, articles without words. */
  finish(): void {
    let expected = 1;
    for (const number of this.articles.map((a) => a.article).sort((a, b) => a - b)) {
      if (number > expected) this.fault(this.lineOf(number), 'missing', `缺少${sayRun(expected, number - 1)}`);
      expected = number + 1;
    }
    for (const { article, paragraphs } of this.articles) {
      if (paragraphs.length === 0) this.fault(this.lineOf(article), 'unplaced', `${say(article)}没有正文`);
    }
  }

  private lineOf(article: number): number {
    return this.marks.get(String(article))?.line ?? 1;
  }

  private fault(line: number, kind: FaultKind, says: string): void {
    this.faults.push({ line, kind, says });
  }

  private openChapter(line: Line, { number, title }: { number: number; title: string }): void {
    const expected = this.chapter.number + 1;
    if (number > expected) this.fault(line.no, 'chapter', `缺少第${chineseNumber(expected)}章`);
    if (number < expected) this.fault(line.no, 'chapter', `第${chineseNumber(number)}章重复`);
    this.chapter = { number, title };
    this.awaitsTitle = title === '';
    this.article = null;
    this.list = null;
  }

  private nameChapter({ text }: Line): void {
    this.chapter.title = text;
    this.awaitsTitle = false;
  }

  private openArticle(line: Line, { number, rest, label }: Marker): void {
    const taken = this.marks.get(String(number));
    this.list = null;
    if (taken) {
      const kind = number === this.lastNumber ? 'two-under-one' : 'repeated';
      const what = kind === 'repeated' ? `${say(number)}重复` : `两条共用一个条号：${say(number)}`;
      this.fault(line.no, kind, `${what}（前一处在第${taken.line}行），此处未收入：${excerpt(rest)}`);
      this.article = null;
      return;
    }
    if (number < this.lastNumber) this.fault(line.no, 'order', `${say(number)}排在${say(this.lastNumber)}之后`);
    this.lastNumber = number;
    this.article = { article: number, chapter: this.chapter.title, paragraphs: [] };
    this.articles.push(this.article);
    this.marks.set(String(number), { line: line.no, label });
    if (rest) this.addParagraph(this.article, line, rest);
  }

  private addParagraph(article: Article, line: Line, text: string): void {
    article.paragraphs.push({ text, items: [] });
    this.list = null;
    this.mark(line, '');
  }

  private addItem(line: Line, { number, rest, label }: Marker, style: ListStyle): void {
    const paragraph = this.paragraph();
    if (!this.article || !paragraph) {
      this.fault(line.no, 'unplaced', `不属于任何一条：${excerpt(line.text)}`);
      return;
    }
    const expected = (paragraph.items.at(-1)?.item ?? 0) + 1;
    const place = `${say(this.article.article)}第${this.article.paragraphs.length}款`;
    if (number < expected) {
      this.fault(line.no, 'item', `${place}第（${chineseNumber(number)}）项重复，此处未收入：${excerpt(rest)}`);
      return;
    }
    for (let missing = expected; missing < number; missing += 1) {
      this.fault(line.no, 'item', `${place}缺少第（${chineseNumber(missing)}）项`);
    }
    paragraph.items.push({ item: number, text: rest });
    this.list = style;
    this.mark(line, label);
  }

  /** Words without a number: the rest of a paragraph broken by a page, or a new paragraph. */
  private addWords(line: Line, isSubItem: boolean): void {
    if (!this.article) {
      this.fault(line.no, 'unplaced', `不属于任何一条：${excerpt(line.text)}`);
      return;
    }
    const last = this.last();
    const isWrapped = this.indented && !line.indented;
    const goesOn = last && (isSubItem ? this.list !== null : isWrapped || !this.isEnded());
    if (last && goesOn) last.text += line.text;
    else this.addParagraph(this.article, line, line.text);
  }

  private paragraph(): Paragraph | undefined {
    return this.article?.paragraphs.at(-1);
  }

  private last(): Paragraph | Item | undefined {
    return this.paragraph()?.items.at(-1) ?? this.paragraph();
  }

  /** Whether the words so far end like a paragraph, so that the next line may begin something. */
  private isEnded(): boolean {
    const last = this.last();
    return !last || isEnded(last.text);
  }

  private continuesList({ number }: Marker, style: ListStyle): boolean {
    if (this.list === style && number === (this.paragraph()?.items.at(-1)?.item ?? 0) + 1) return true;
    return this.isEnded() && (style === 'item' || number === 1 || this.list === style);
  }

  private mark(line: Line, label: string): void {
    if (!this.article) return;
    const { article, paragraphs } = this.article;
    const item = paragraphs.at(-1)?.items.at(-1)?.item;
    this.marks.set(formatRef({ article, paragraph: paragraphs.length, item }), { line: line.no, label });
  }
}

const say = (article: number): string => `第${chineseNumber(article)}条`;
const sayRun = (first: number, last: number): string => (first === last ? say(first) : `${say(first)}至${say(last)}`);

const excerpt = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);
