/** Command-line options: `--name value`, `--flag`, and the words between them. */
export interface Arguments {
  words: string[];
  options: Record<string, string | true>;
}

/**
 * Reads arguments; `valued` options take the next word, `flags` take none.
 * Throws `UsageError` with every fault when an option is unknown or lacks its value.
 */
export function readArguments(
  args: readonly string[],
  known: { valued?: readonly string[]; flags?: readonly string[] },
): Arguments {
  const words: string[] = [];
  const options: Record<string, string | true> = {};
  const faults: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
    if (known.flags?.includes(name)) options[name] = true;
    else if (known.valued?.includes(name)) {
      const value = inline ?? args[++i];
      if (value === undefined) faults.push(`--${name} 缺少取值`);
      else options[name] = value;
    } else {
      const all = [...(known.valued ?? []), ...(known.flags ?? [])].map((n) => `--${n}`);
      faults.push(`不认识的选项 --${name}，可用：${all.join(' ')}`);
    }
  }
  if (faults.length > 0) throw new UsageError(faults);
  return { words, options };
}

/** Faults of a command line, all of them. */
export class UsageError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'UsageError';
    this.faults = faults;
  }
}
