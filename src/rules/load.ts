/** Reads a rule module's JSON; a module with a grave fault is refused whole, with all its faults. */
import type { Clauses } from './clauses.ts';
import { type RuleFault, RuleFaults } from './faults.ts';
import { type JsonPath, lineAt, lineOfPath, sayPath } from './json-lines.ts';
import { type RuleModule, ruleModule } from './schema.ts';
import { isGrave, type OfficialText } from './text/official.ts';
import { parseText } from './text/parse.ts';
import { type EditionId, verifyModule } from './verify.ts';

/** Parses a text that may be served. Throws `RuleFaults` for one that would be cited wrongly. */
export function readText(source: string, place: string): OfficialText {
  const text = parseText(source);
  if (text.faults.some(isGrave)) throw new RuleFaults(textFaults(text, place).filter((fault) => fault.grave));
  return text;
}

/** A text's faults with their file. */
export function textFaults(text: OfficialText, file: string): RuleFault[] {
  return text.faults.map((fault) => ({ file, line: fault.line, says: fault.says, grave: isGrave(fault) }));
}

/** The module, proved against its official text. Throws `RuleFaults`. `place` is the file that faults name. */
export function readModule(json: string, place: string, clauses: Clauses, edition: EditionId): RuleModule {
  const module = parseModule(json, place);
  const faults = verifyModule(module, clauses, edition).map(({ path, says }) => faultAt(json, place, path, says));
  if (faults.length > 0) throw new RuleFaults(faults);
  return module;
}

/** The module by its schema alone. Throws `RuleFaults`. */
export function parseModule(json: string, place: string): RuleModule {
  const parsed = ruleModule.safeParse(readJson(json, place));
  if (parsed.success) return parsed.data;
  throw new RuleFaults(parsed.error.issues.map(({ path, message }) => faultAt(json, place, path, message)));
}

/** Gives a fault of a module its file and line. */
export function faultAt(json: string, file: string, path: JsonPath, says: string, grave = true): RuleFault {
  return { file, line: lineOfPath(json, path), path: sayPath(path), says, grave };
}

function readJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    throw new RuleFaults([
      { file, line: lineAt(json, offset), says: `不是合法的 JSON：${String(error)}`, grave: true },
    ]);
  }
}
