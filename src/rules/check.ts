/** Proves rule modules against their official texts: all faults of all editions at once, with file and line. */
import type { Day } from '../core/day.ts';
import { Clauses } from './clauses.ts';
import { lacksOf, openClauses, sayOpenClause } from './complete.ts';
import { type RuleFault, RuleFaults } from './faults.ts';
import type { RuleSource } from './library.ts';
import { faultAt, parseModule, textFaults } from './load.ts';
import type { RuleModule } from './schema.ts';
import { parseText } from './text/parse.ts';
import { verifyModule } from './verify.ts';

/** What was checked of one edition, and its faults. */
export interface EditionReport {
  district: string;
  issued: Day;
  articles: number;
  /** `null`: the edition has its text only. */
  provisions: number | null;
  silences: number;
  faults: RuleFault[];
}

/** Checks every edition of a source, or one district's. */
export function checkRules(source: RuleSource, district?: string): EditionReport[] {
  return [...source.districts()]
    .filter(([id]) => !district || id === district)
    .flatMap(([id, editions]) => editions.map((issued) => checkEdition(source, id, issued)));
}

function checkEdition(source: RuleSource, district: string, issued: Day): EditionReport {
  const textFile = source.place(district, issued, 'text');
  const text = parseText(source.text(district, issued));
  const clauses = new Clauses(() => text);
  const faults: RuleFault[] = textFaults(text, textFile);
  const report = { district, issued, articles: text.articles.length, provisions: null, silences: 0, faults };
  const json = source.module(district, issued);
  if (json === null) return report;
  const file = source.place(district, issued, 'module');
  const module = tryParse(json, file, faults);
  if (!module) return report;
  const graves = verifyModule(module, clauses, { district, issued });
  const lacks = module.provisions.length > 0 ? lacksOf(module) : [];
  faults.push(...graves.map((f) => faultAt(json, file, f.path, f.says)));
  faults.push(...lacks.map((f) => faultAt(json, file, f.path, f.says, false)));
  for (const open of module.provisions.length > 0 ? openClauses(module, clauses) : []) {
    faults.push({ file: textFile, line: open.line, says: sayOpenClause(open, clauses), grave: false });
  }
  return { ...report, provisions: module.provisions.length, silences: module.silent.length };
}

function tryParse(json: string, file: string, faults: RuleFault[]): RuleModule | null {
  try {
    return parseModule(json, file);
  } catch (error) {
    if (!(error instanceof RuleFaults)) throw error;
    faults.push(...error.faults);
    return null;
  }
}
