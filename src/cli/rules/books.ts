import type { RuleBook } from '../../rules/book.ts';
import type { Library } from '../../rules/library.ts';

/** The editions that `linzi` or `linzi@2025-04-03` names, oldest first; else what is wrong, for people. */
export function booksOf(library: Library, name: string): RuleBook[] | string {
  const [district = '', issued] = name.split('@');
  if (!library.has(district)) return `没有“${district}”的规则，现有：${library.districts().join('、')}。`;
  const editions = library.editions(district);
  if (issued === undefined) return editions;
  const edition = editions.filter((book) => book.edition.issued === issued);
  const known = editions.map((book) => book.edition.issued).join('、');
  return edition.length > 0 ? edition : `${district} 没有 ${issued} 印发的一版，现有：${known}。`;
}
