import type { Day } from '../core/day.ts';
import { RuleBook } from './book.ts';
import { Clauses } from './clauses.ts';
import { readModule, readText } from './load.ts';
import { editionKey, type Proofs, proofOf } from './proof.ts';
import { textOnly } from './text-only.ts';

/** Where rules lie: Node reads folders, Workers brings them in its bundle. */
export interface RuleSource {
  /** District id → days of issue of its editions. */
  districts(): ReadonlyMap<string, readonly Day[]>;
  /** The module's JSON, `null` for an edition that has its text only. */
  module(district: string, issued: Day): string | null;
  /** The official text as published. */
  text(district: string, issued: Day): string;
  /** How a person finds a file: the path that faults name. */
  place(district: string, issued: Day, file: 'text' | 'module'): string;
  /** What `rules check` has proved of these rules; without it every module is proved when it is loaded. */
  proofs?(): Proofs;
}

/** The edition in force; `before`: the day lies before the first edition, which answers and says so. */
export interface InForce {
  book: RuleBook;
  before: boolean;
}

const MANY_DAYS = 1000;

/** All districts' editions. Nothing is read before it is asked for, and then once. */
export class Library {
  private readonly source: RuleSource;
  private readonly editionsOf: ReadonlyMap<string, readonly Day[]>;
  private readonly proofs: Proofs;
  private readonly books = new Map<string, RuleBook>();
  /** What was asked for lately; a message asks several times, and always for the same day. */
  private readonly byDay = new Map<Day, Map<string, InForce>>();

  constructor(source: RuleSource) {
    this.source = source;
    this.editionsOf = source.districts();
    this.proofs = source.proofs?.() ?? {};
  }

  /** District ids, in the source's order. */
  districts(): string[] {
    return [...this.editionsOf.keys()];
  }

  has(district: string): boolean {
    return this.editionsOf.has(district);
  }

  /** Days of issue of a district's editions, oldest first; nothing is read for it. */
  issues(district: string): Day[] {
    return [...(this.editionsOf.get(district) ?? [])].sort();
  }

  /** All editions of a district, oldest first. Throws `RuleFaults` for one that would make the bot cite wrongly. */
  editions(district: string): RuleBook[] {
    return this.issues(district).map((issued) => this.book(district, issued));
  }

  /** One edition by its day of issue. */
  book(district: string, issued: Day): RuleBook {
    const key = editionKey(district, issued);
    const known = this.books.get(key);
    if (known) return known;
    const book = this.load(district, issued);
    this.books.set(key, book);
    return book;
  }

  /** The edition in force on a day. Throws `RangeError` for a district without rules. */
  inForce(district: string, day: Day): InForce {
    const ofDay = this.byDay.get(day);
    const known = ofDay?.get(district);
    if (known) return known;
    const found = this.findInForce(district, day);
    if (this.byDay.size >= MANY_DAYS) this.byDay.clear();
    this.byDay.set(day, (ofDay ?? new Map()).set(district, found));
    return found;
  }

  private findInForce(district: string, day: Day): InForce {
    const editions = this.editions(district);
    const current = editions.findLast((book) => book.edition.inForceFrom <= day);
    const book = current ?? editions[0];
    if (!book) throw new RangeError(`no rules of district ${district}`);
    return { book: book.on(day), before: !current };
  }

  private load(district: string, issued: Day): RuleBook {
    const json = this.source.module(district, issued);
    const text = this.source.text(district, issued);
    const clauses = new Clauses(() => readText(text, this.source.place(district, issued, 'text')));
    if (json === null) return new RuleBook(textOnly(district, issued, clauses), clauses);
    if (this.proofs[editionKey(district, issued)] === proofOf(json, text))
      return new RuleBook(JSON.parse(json), clauses);
    const place = this.source.place(district, issued, 'module');
    return new RuleBook(readModule(json, place, clauses, { district, issued }), clauses);
  }
}
