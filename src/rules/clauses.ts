import { articleOf, type Clause, compareRefs, formatRef, parseRef, readClause, sayClause } from './clause.ts';
import type { Article, OfficialText, Paragraph } from './text/official.ts';

/** The clauses of one official text by reference, with their official words. */
export class Clauses {
  private readonly parse: () => OfficialText;
  private official: OfficialText | null = null;
  private articles: ReadonlyMap<number, Article> | null = null;
  private readonly said = new Map<string, string>();

  /** `read` is called when the first clause is asked for, and once. */
  constructor(read: () => OfficialText) {
    this.parse = read;
  }

  get text(): OfficialText {
    this.official ??= this.parse();
    return this.official;
  }

  /** Every reference of the text, in its order: 43, 43.1, 43.2, … */
  get refs(): string[] {
    return [...this.text.marks.keys()].sort(compareRefs);
  }

  exists(ref: string): boolean {
    return this.text.marks.has(ref);
  }

  /** The official words of a clause: a paragraph with its items, an article whole. `null` where there is none. */
  resolve(ref: string): string | null {
    const clause = parseRef(ref);
    const article = clause && this.byNumber().get(clause.article);
    if (!clause || !article || !this.exists(ref)) return null;
    if (!clause.paragraph) return article.paragraphs.map((p, i) => this.words(article.article, p, i + 1)).join('\n');
    const paragraph = article.paragraphs[clause.paragraph - 1];
    if (!paragraph) return null;
    if (clause.item) return paragraph.items.find((item) => item.item === clause.item)?.text ?? null;
    return this.words(article.article, paragraph, clause.paragraph);
  }

  /** 第四十三条第二款; an article of one paragraph reads 第二十四条. */
  say(ref: string): string {
    const known = this.said.get(ref);
    if (known !== undefined) return known;
    const clause = parseRef(ref);
    if (!clause) return ref;
    const words = sayClause(clause, this.byNumber().get(clause.article)?.paragraphs.length === 1);
    this.said.set(ref, words);
    return words;
  }

  /** Reads 第四十三条第二款 into the reference of a clause that exists, else `null`. */
  read(spoken: string): string | null {
    const clause = readClause(spoken);
    const ref = clause && formatRef(this.placed(clause));
    return ref && this.exists(ref) ? ref : null;
  }

  /** The line of the text where a clause begins; 1 where there is none. */
  lineOf(ref: string): number {
    return (this.text.marks.get(ref) ?? this.text.marks.get(String(articleOf(ref))))?.line ?? 1;
  }

  private byNumber(): ReadonlyMap<number, Article> {
    this.articles ??= new Map(this.text.articles.map((article) => [article.article, article]));
    return this.articles;
  }

  /** 第…条第（二）项 without 款 lies in the paragraph that has such an item. */
  private placed(clause: Clause): Clause {
    if (!clause.item || clause.paragraph) return clause;
    const paragraphs = this.byNumber().get(clause.article)?.paragraphs ?? [];
    return { ...clause, paragraph: paragraphs.findIndex((p) => p.items.some((i) => i.item === clause.item)) + 1 };
  }

  private words(article: number, { text, items }: Paragraph, paragraph: number): string {
    const label = (item: number): string => this.text.marks.get(formatRef({ article, paragraph, item }))?.label ?? '';
    return [text, ...items.map((i) => `${label(i.item)}${i.text}`)].join('\n');
  }
}
