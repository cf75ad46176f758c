import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importedRules, RULE_FILES } from '../../hosts/rule-files.ts';
import { scaffold } from '../../rules/scaffold.ts';
import { openLibrary } from '../files.ts';
import { booksOf } from './books.ts';
import { type Call, done, failed, type Outcome } from './run.ts';

/** Writes a module's skeleton for an imported district: each clause that looks operational, with its words. */
export function draft({ options, dataDir }: Call): Outcome {
  const { district, edition } = options;
  if (!district) return failed(['请用 --district 指明区。']);
  const library = openLibrary({ DATA_DIR: dataDir });
  const books = booksOf(library, edition ? `${district}@${edition}` : district);
  if (typeof books === 'string') return failed([books]);
  const book = books.at(-1);
  const folder = join(importedRules(dataDir), district, book?.edition.issued ?? '');
  if (!book || !existsSync(folder))
    return failed([`${district} 的规则随程序提供，不在 ${importedRules(dataDir)} 下，未作改动。`]);
  const module = scaffold(book);
  const added = module.provisions.length - book.provisions.length;
  const path = join(folder, RULE_FILES.module);
  writeFileSync(path, `${JSON.stringify(module, null, 2)}\n`);
  return done(
    [
      `已写入 ${path}：新列出${added}处似有可执行的规定，${module.policyOnly.length}款列为仅属政策宣示。`,
      '请逐处核对 family、says、topics 和 value，写明未规定的问点（silent），再运行 rules -- check。',
    ].join('\n'),
  );
}
