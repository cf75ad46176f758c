/** `npm run roster -- import FILE --district ID [--dry-run]`: a new roster, taken whole or not at all. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import type { RosterFile } from '../core/roster.ts';
import { POSITIONS } from '../core/vocabulary.ts';
import { readArguments, UsageError } from './arguments.ts';
import { loadRoster, openLibrary } from './files.ts';

const USAGE = '用法：npm run roster -- import 名册.json --district 区名 [--dry-run]';

/** What changes for whom, a line each. */
export function differences(before: RosterFile | undefined, after: RosterFile): string[] {
  const old = new Map(before?.people.map((p) => [p.id, p]));
  const now = new Map(after.people.map((p) => [p.id, p]));
  const lines: string[] = [];
  for (const p of after.people) {
    const known = old.get(p.id);
    if (!known) lines.push(`新增 ${p.name}（${p.unit}，${POSITIONS[p.position]}）`);
    else if (JSON.stringify(known) !== JSON.stringify(p))
      lines.push(`变更 ${p.name}（${p.unit}，${POSITIONS[p.position]}）`);
  }
  for (const p of old.values()) if (!now.has(p.id)) lines.push(`移除 ${p.name}（${p.unit}）`);
  return lines;
}

function main(): void {
  const { words, options } = readArguments(process.argv.slice(2), { valued: ['district'], flags: ['dry-run'] });
  const [verb, file] = words;
  const district = typeof options.district === 'string' ? options.district : undefined;
  if (verb !== 'import' || !file || !district) throw new UsageError([USAGE]);
  const library = openLibrary();
  if (!library.has(district))
    throw new UsageError([`没有“${district}”的规则，可用：${library.districts().join('、')}`]);
  const roster = loadRoster(file, district);
  const dataDir = process.env.DATA_DIR ?? './data';
  const path = join(dataDir, `${district}.sqlite`);
  if (options['dry-run'] && !existsSync(path)) {
    process.stdout.write(`${differences(undefined, roster).join('\n')}\n试运行：未写入。\n`);
    return;
  }
  mkdirSync(dataDir, { recursive: true });
  const database = openDatabase(path);
  try {
    const store = openStore(database.db);
    const lines = differences(store.rosters.current(), roster);
    process.stdout.write(lines.length > 0 ? `${lines.join('\n')}\n` : '与现有名册一致。\n');
    if (options['dry-run']) process.stdout.write('试运行：未写入。\n');
    else {
      store.rosters.add(roster, Date.now());
      process.stdout.write('名册已导入，重新启动后生效。\n');
    }
  } finally {
    database.close();
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
