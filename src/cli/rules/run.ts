import { parseArgs } from 'node:util';
import { RuleFaults, sayFault } from '../../rules/faults.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { draft } from './draft.ts';
import { HELP } from './help.ts';
import { importText } from './import.ts';
import { list } from './list.ts';

/** What a call of the command line came to; `status` is the process's. */
export interface Outcome {
  output: string;
  errors: string;
  status: 0 | 1;
}

/** The options of every subcommand, as given. */
export interface Options {
  district?: string;
  name?: string;
  issued?: string;
  edition?: string;
  json?: boolean;
  record?: boolean;
}

/** What a subcommand is given. */
export interface Call {
  words: readonly string[];
  options: Options;
  dataDir: string;
}

interface Subcommand {
  run(call: Call): Outcome;
  /** Number of words after the subcommand. */
  words: number;
  options: readonly (keyof Options)[];
}

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  list: { run: list, words: 0, options: ['district', 'edition', 'json'] },
  check: { run: (call) => check(call, 'all'), words: 0, options: ['district', 'record'] },
  load: { run: (call) => check(call, 'imported'), words: 0, options: ['district'] },
  diff: { run: compare, words: 2, options: ['json'] },
  import: { run: importText, words: 1, options: ['district', 'name', 'issued'] },
  scaffold: { run: draft, words: 0, options: ['district', 'edition'] },
};

const OPTION_TYPES = {
  district: { type: 'string' },
  name: { type: 'string' },
  issued: { type: 'string' },
  edition: { type: 'string' },
  json: { type: 'boolean' },
  record: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const done = (output: string): Outcome => ({ output, errors: '', status: 0 });
export const failed = (errors: readonly string[], output = ''): Outcome => ({
  output,
  errors: errors.join('\n'),
  status: 1,
});

/** Runs one call. Never throws for anything that a user may get wrong. */
export function run(args: readonly string[], { dataDir }: { dataDir: string }): Outcome {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTION_TYPES,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [first = 'list', ...words] = positionals;
  if (values.help || first === 'help' || args.length === 0) return done(HELP);
  const subcommand = Object.hasOwn(SUBCOMMANDS, first) ? SUBCOMMANDS[first] : undefined;
  if (!subcommand) return failed([`没有“${first}”这个子命令。`, HELP]);
  const given = tokens.filter((token) => token.kind === 'option');
  const faults = given.flatMap(({ name, rawName, value }) => optionFaults(subcommand, first, name, rawName, value));
  if (words.length < subcommand.words)
    faults.push(`${first} 后面还缺 ${subcommand.words - words.length} 项，见 --help。`);
  if (words.length > subcommand.words) faults.push(`${first} 后面多了：${words.slice(subcommand.words).join(' ')}`);
  if (faults.length > 0) return failed(faults);
  try {
    return subcommand.run({ words, options: values as Options, dataDir });
  } catch (error) {
    if (error instanceof RuleFaults) return failed(error.faults.map(sayFault));
    throw error;
  }
}

function optionFaults(
  subcommand: Subcommand,
  word: string,
  name: string,
  rawName: string,
  value: string | undefined,
): string[] {
  const known = Object.hasOwn(OPTION_TYPES, name) ? OPTION_TYPES[name as keyof typeof OPTION_TYPES] : undefined;
  if (!known || !subcommand.options.some((option) => option === name)) return [`${word} 没有选项 ${rawName}。`];
  if (known.type === 'string' && !value) return [`选项 ${rawName} 后面要写内容。`];
  return known.type === 'boolean' && value !== undefined ? [`选项 ${rawName} 后面不写内容。`] : [];
}
