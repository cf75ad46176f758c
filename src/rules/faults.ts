/** One fault of a rule file, for people. `grave`: with it the bot would cite or decide wrongly. */
export interface RuleFault {
  file: string;
  line: number;
  /** Where in a module: `provisions[3].phrase`. */
  path?: string;
  says: string;
  grave: boolean;
}

/** @example sayFault(fault) // 'src/rules/linzi/2025-04-03/provisions.json:12 provisions[0].phrase：…' */
export function sayFault({ file, line, path, says }: RuleFault): string {
  return `${file}:${line}${path ? ` ${path}` : ''}：${says}`;
}

/** Rules that must not be served, with every fault that forbids it. */
export class RuleFaults extends Error {
  readonly faults: readonly RuleFault[];

  constructor(faults: readonly RuleFault[]) {
    super(`rule files with faults:\n${faults.map(sayFault).join('\n')}`);
    this.name = 'RuleFaults';
    this.faults = faults;
  }
}
