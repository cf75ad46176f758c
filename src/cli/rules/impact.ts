import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../../db/open.ts';
import { openStore, type Store } from '../../../db/store.ts';
import { sayDay } from '../../core/day.ts';
import type { Matter } from '../../core/matter.ts';
import { Roster } from '../../core/roster.ts';
import { articleOf } from '../../rules/clause.ts';
import { type ChangedArticle, changedArticles } from '../../rules/diff.ts';
import { chineseNumber } from '../../rules/text/numerals.ts';
import { openLibrary } from '../files.ts';
import { booksOf } from './books.ts';
import { type Call, done, failed, type Outcome } from './run.ts';

/** A matter under way that rests on words which the new edition changes. */
export interface Touched {
  matter: Matter;
  articles: number[];
  people: string[];
  due: string[];
}

/** Open matters of the old edition whose clauses change; they stay under the edition they were filed in. */
export function touchedMatters(store: Store, edition: string, changed: readonly ChangedArticle[]): Touched[] {
  const numbers = new Set(changed.flatMap((c) => (c.from === undefined ? [] : [c.from])));
  return store.matters
    .recent({ states: ['open', 'approved', 'effective'] }, 10_000)
    .filter((matter) => matter.edition === edition)
    .flatMap((matter) => {
      const refs = [...matter.quotes, ...matter.route.flatMap((stage) => stage.quotes)].map((q) => articleOf(q.ref));
      const articles = [...new Set(refs)].filter((n) => numbers.has(n)).sort((a, b) => a - b);
      if (articles.length === 0) return [];
      const open = store.steps.ofMatter(matter.id).filter((step) => step.state === 'open');
      const people = [...new Set([matter.owner, ...open.flatMap((step) => store.steps.peopleOf(step.id))])];
      return [{ matter, articles, people, due: open.flatMap((step) => (step.due ? [step.due] : [])) }];
    });
}

/** `rules -- impact OLD NEW`: changed articles, and the open matters, people and deadlines that they touch. */
export function impact({ words, dataDir }: Call): Outcome {
  const library = openLibrary({ DATA_DIR: dataDir });
  const found = words.map((word) => booksOf(library, word));
  const faults = found.filter((books) => typeof books === 'string');
  if (faults.length > 0) return failed(faults);
  const [before, after] = found.map((books) => (typeof books === 'string' ? undefined : books.at(-1)));
  if (!before || !after) return failed(['需要新旧两版规则，如 linzi@2025-04-03 linzi@2027-01-01。']);
  if (before.district !== after.district) return failed(['两版规则应属于同一个区；比较两个区请用 diff。']);
  const changed = changedArticles(before, after);
  const head = `原：《${before.title}》（${before.edition.issued}印发）\n新：《${after.title}》（${after.edition.issued}印发，${after.edition.inForceFrom}起施行）`;
  const articles = changed.map(
    ({ from, to }) =>
      `  ${from ? `第${chineseNumber(from)}条` : '（新增）'} → ${to ? `第${chineseNumber(to)}条` : '（删除）'}`,
  );
  const file = join(dataDir, `${before.district}.sqlite`);
  const list = existsSync(file) ? touched(file, before.edition.issued, changed) : ['  （尚无数据库）'];
  return done(
    [
      head,
      `\n【条文变化】${changed.length}处`,
      ...articles,
      '\n【涉及的在办事项】（仍按原规则办理）',
      ...(list.length > 0 ? list : ['  无']),
    ].join('\n'),
  );
}

function touched(file: string, edition: string, changed: readonly ChangedArticle[]): string[] {
  const database = openDatabase(file);
  try {
    const store = openStore(database.db);
    const current = store.rosters.current();
    const roster = current && new Roster(current);
    return touchedMatters(store, edition, changed).map(({ matter, articles, people, due }) => {
      const names = people.map((id) => roster?.nameOf(id) ?? id).join('、');
      const dates = due.map((day) => sayDay(day.slice(0, 10))).join('、');
      return `  ${matter.id} ${matter.title}：${articles.map((n) => `第${chineseNumber(n)}条`).join('、')}；人员：${names}${dates ? `；时限：${dates}` : ''}`;
    });
  } finally {
    database.close();
  }
}
