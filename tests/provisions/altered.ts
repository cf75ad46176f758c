/** Rules as they might have been: one provision gone, or with another number. */
import { RuleBook } from '../../src/rules/book.ts';
import { Library } from '../../src/rules/library.ts';
import type { Provision } from '../../src/rules/schema.ts';

/** A library in which one district's provisions are others; the official words stay. */
export class Altered extends Library {
  private readonly original: Library;
  private readonly district: string;
  private readonly change: (provisions: readonly Provision[]) => Provision[];
  private readonly altered = new Map<string, RuleBook>();

  constructor(original: Library, district: string, change: (provisions: readonly Provision[]) => Provision[]) {
    const issued = original.editions(district).map((book) => book.edition.issued);
    const none = (): never => {
      throw new Error('read from the original');
    };
    super({ districts: () => new Map([[district, issued]]), module: none, text: none, place: none });
    this.original = original;
    this.district = district;
    this.change = change;
  }

  override book(district: string, issued: string): RuleBook {
    const book = this.original.book(district, issued);
    if (district !== this.district) return book;
    const known = this.altered.get(issued);
    if (known) return known;
    const { name, title, edition } = book;
    const parts = { silent: [...book.silences], policyOnly: [...book.policyOnly] };
    const provisions = this.change(book.provisions);
    const altered = new RuleBook({ district, name, title, edition, provisions, ...parts }, book.clauses);
    this.altered.set(issued, altered);
    return altered;
  }
}

export const without = (library: Library, district: string, id: string): Library =>
  new Altered(library, district, (provisions) => provisions.filter((p) => p.id !== id));

/** With another figure in one provision's value. */
export const withValue = (
  library: Library,
  district: string,
  id: string,
  key: string,
  other: number | string,
): Library =>
  new Altered(library, district, (provisions) =>
    provisions.map((p) => (p.id === id ? { ...p, value: { ...p.value, [key]: other } as Provision['value'] } : p)),
  );
