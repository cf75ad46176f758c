import type { RuleBook } from '../../rules/book.ts';
import { changedArticles, type Difference, differences, type Side } from '../../rules/diff.ts';
import { FAMILY_NAMES } from '../../rules/listing.ts';
import { FAMILIES } from '../../rules/terms.ts';
import { chineseNumber } from '../../rules/text/numerals.ts';
import { openLibrary } from '../files.ts';
import { booksOf } from './books.ts';
import { type Call, done, failed, type Outcome } from './run.ts';

/** Two districts, or two editions of one: by family, point by point, with both quotes; changed articles of editions. */
export function compare({ words, flags, dataDir }: Call): Outcome {
  const library = openLibrary({ DATA_DIR: dataDir });
  const found = words.map((word) => booksOf(library, word));
  const faults = found.filter((books) => typeof books === 'string');
  if (faults.length > 0) return failed(faults);
  const [a, b] = found.map((books) => (typeof books === 'string' ? undefined : books.at(-1)));
  if (!a || !b) return failed(['比较需要两版规则。']);
  const points = differences(a, b);
  const articles = a.district === b.district ? changedArticles(a, b) : [];
  if (flags.has('json')) return done(JSON.stringify({ a: named(a), b: named(b), points, articles }, null, 1));
  const families = FAMILIES.flatMap((family) => {
    const own = points.filter((point) => point.family === family);
    return own.length > 0 ? [`\n【${FAMILY_NAMES[family]}】`, ...own.map((point) => sayPoint(point, a, b))] : [];
  });
  const changed = articles.map(({ from, to, before, after }) => {
    const number = (n: number | undefined): string => (n ? `第${chineseNumber(n)}条` : '（无）');
    return `${number(from)} → ${number(to)}\n  原：${before || '（无）'}\n  现：${after || '（删除）'}`;
  });
  const head = `甲：${sayBook(a)}\n乙：${sayBook(b)}`;
  if (families.length === 0 && changed.length === 0) return done(`${head}\n没有不同。`);
  return done([head, ...families, ...(changed.length > 0 ? ['\n【条文变化】', ...changed] : [])].join('\n'));
}

const named = (book: RuleBook) => ({ district: book.district, edition: book.edition.issued, title: book.title });
const sayBook = (book: RuleBook): string => `《${book.title}》（${book.edition.issued}印发）`;

function sayPoint({ title, a, b }: Difference, left: RuleBook, right: RuleBook): string {
  return `○ ${title}\n${saySide('甲', a, left)}\n${saySide('乙', b, right)}`;
}

function saySide(label: string, sides: readonly Side[], book: RuleBook): string {
  if (sides.length === 0) return `  ${label}：规则未作规定`;
  return sides.map(({ says, ref, quote }) => `  ${label}：${says}\n    ${book.clauses.say(ref)}：${quote}`).join('\n');
}
