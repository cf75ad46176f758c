/** Rules on disk: the project's own `src/rules/<district>/<day of issue>/` and `DATA_DIR/rules/` beside them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Day } from '../core/day.ts';
import { Library, type RuleSource } from '../rules/library.ts';
import { editionKey, type Proofs, proofOf } from '../rules/proof.ts';

/** The rules that ship with the project. */
export const PROJECT_RULES: string = join(import.meta.dirname, '../rules');

/** What `rules check --record` has proved of the project's rules. */
export const PROOFS: string = join(PROJECT_RULES, 'proofs.json');

/** The files of an edition's folder. */
export const RULE_FILES = { text: 'text.txt', module: 'provisions.json' } as const;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Where a district's imported rules are kept. @example importedRules('./data') // 'data/rules' */
export function importedRules(dataDir: string): string {
  return join(dataDir, 'rules');
}

/** Reads rules from folders; of an edition that several hold, the last folder's wins. Missing folders are empty. */
export class RuleFiles implements RuleSource {
  private readonly folders: readonly string[];

  /** @example new RuleFiles([PROJECT_RULES, importedRules(dataDir)]) */
  constructor(folders: readonly string[]) {
    this.folders = folders;
  }

  districts(): ReadonlyMap<string, readonly Day[]> {
    const found = new Map<string, Day[]>();
    for (const folder of this.folders.filter((f) => existsSync(f))) {
      for (const district of subfolders(folder)) {
        const days = subfolders(join(folder, district)).filter((day) => DAY.test(day));
        const known = found.get(district) ?? [];
        if (days.length > 0) found.set(district, [...new Set([...known, ...days])].sort());
      }
    }
    return found;
  }

  module(district: string, issued: Day): string | null {
    const path = this.path(district, issued, 'module');
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  text(district: string, issued: Day): string {
    return readFileSync(this.path(district, issued, 'text'), 'utf8');
  }

  proofs(): Proofs {
    return existsSync(PROOFS) ? JSON.parse(readFileSync(PROOFS, 'utf8')) : {};
  }

  /** What the proofs of these rules would be as they lie on disk. */
  currentProofs(): Proofs {
    const editions = [...this.districts()].flatMap(([district, days]) => days.map((issued) => ({ district, issued })));
    return Object.fromEntries(
      editions.flatMap(({ district, issued }) => {
        const module = this.module(district, issued);
        return module ? [[editionKey(district, issued), proofOf(module, this.text(district, issued))]] : [];
      }),
    );
  }

  /** The path from where the process runs, for people. */
  place(district: string, issued: Day, file: 'text' | 'module'): string {
    const path = this.path(district, issued, file);
    const near = relative(process.cwd(), path);
    return near.startsWith('..') ? path : near;
  }

  private path(district: string, issued: Day, file: 'text' | 'module'): string {
    const edition = this.folders.map((folder) => join(folder, district, issued));
    return join(edition.findLast((path) => existsSync(path)) ?? join(district, issued), RULE_FILES[file]);
  }
}

/** The rules of the project and those imported under `DATA_DIR`. */
export function openLibrary(dataDir: string): Library {
  return new Library(new RuleFiles([PROJECT_RULES, importedRules(dataDir)]));
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
