import type { RuleBook } from '../../rules/book.ts';
import { compareRefs } from '../../rules/clause.ts';
import { FAMILY_NAMES, listed } from '../../rules/listing.ts';
import { FAMILIES } from '../../rules/terms.ts';
import { openLibrary } from '../files.ts';
import { booksOf } from './books.ts';
import { type Call, done, failed, type Outcome } from './run.ts';

/** Every provision of a district: JSON (contract §4), or to be read by family. */
export function list({ options, flags, dataDir }: Call): Outcome {
  const { district, edition } = options;
  const library = openLibrary({ DATA_DIR: dataDir });
  if (!district) return failed([`请用 --district 指明区：${library.districts().join('、')}。`]);
  const books = booksOf(library, edition ? `${district}@${edition}` : district);
  if (typeof books === 'string') return failed([books]);
  return done(flags.has('json') ? JSON.stringify(books.flatMap(listed), null, 1) : books.map(readable).join('\n\n'));
}

function readable(book: RuleBook): string {
  const head = `《${book.title}》（${book.edition.issued}印发，${book.edition.inForceFrom}起施行）`;
  if (book.provisions.length === 0) return `${head}\n尚无规则条目，可查询、引用原文。`;
  const families = FAMILIES.flatMap((family) => {
    const own = book.provisions.filter((p) => p.family === family);
    const lines = own
      .toSorted((a, b) => compareRefs(a.clauses[0] ?? '', b.clauses[0] ?? ''))
      .map((p) => `  ${p.clauses.map((ref) => book.clauses.say(ref)).join('、')}　${p.says}`);
    return own.length > 0 ? [`${FAMILY_NAMES[family]}（${own.length}）`, ...lines] : [];
  });
  const silent = book.silences.map((s) => `  ${s.says}`);
  return [head, ...families, `规则未作规定（${silent.length}）`, ...silent].join('\n');
}
