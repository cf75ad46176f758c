import { RuleFaults, sayFault } from '../../rules/faults.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { draft } from './draft.ts';
import { HELP } from './help.ts';
import { impact } from './impact.ts';
import { importText } from './import.ts';
import { list } from './list.ts';

/** What a call of the command line came to; `status` is the process's. */
export interface Outcome {
  output: string;
  errors: string;
  status: 0 | 1;
}

/** What a subcommand is given: the words behind it, options with a value, and the options that are set. */
export interface Call {
  words: readonly string[];
  options: Readonly<Record<string, string>>;
  flags: ReadonlySet<string>;
  dataDir: string;
}

interface Subcommand {
  run(call: Call): Outcome;
  /** Number of words after the subcommand. */
  words: number;
  valued?: readonly string[];
  flags?: readonly string[];
}

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  list: { run: list, words: 0, valued: ['district', 'edition'], flags: ['json'] },
  check: { run: (call) => check(call, 'all'), words: 0, valued: ['district'], flags: ['record'] },
  load: { run: (call) => check(call, 'imported'), words: 0, valued: ['district'] },
  diff: { run: compare, words: 2, flags: ['json'] },
  impact: { run: impact, words: 2 },
  import: { run: importText, words: 1, valued: ['district', 'name', 'issued'] },
  scaffold: { run: draft, words: 0, valued: ['district', 'edition'] },
};

export const done = (output: string): Outcome => ({ output, errors: '', status: 0 });
export const failed = (errors: readonly string[], output = ''): Outcome => ({
  output,
  errors: errors.join('\n'),
  status: 1,
});

/** Runs one call; a call without a subcommand lists. Never throws for anything that a user may get wrong. */
export function run(args: readonly string[], { dataDir }: { dataDir: string }): Outcome {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') return done(HELP);
  const isNamed = args[0] !== undefined && !args[0].startsWith('--');
  const [name = 'list', ...rest] = isNamed ? args : ['list', ...args];
  const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  if (!subcommand)
    return failed([`没有“${name}”这个子命令，可用：${Object.keys(SUBCOMMANDS).join('、')}；说明见 --help。`]);
  try {
    const { words, options } = readArguments(rest, subcommand);
    if (words.length < subcommand.words)
      return failed([`${name} 后面还缺${subcommand.words - words.length}项，见 --help。`]);
    if (words.length > subcommand.words)
      return failed([`${name} 后面多了：${words.slice(subcommand.words).join(' ')}`]);
    return subcommand.run({ words, options: worded(options), flags: new Set(Object.keys(options)), dataDir });
  } catch (error) {
    if (error instanceof UsageError) return failed(error.faults);
    if (error instanceof RuleFaults) return failed(error.faults.map(sayFault));
    throw error;
  }
}

function worded(options: Readonly<Record<string, string | true>>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).filter((entry): entry is [string, string] => entry[1] !== true));
}
