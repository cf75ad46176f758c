/** `npm run ask`: questions on a district's rules, one or a file of lines (contract §4). Reads no database. */
import { z } from 'zod';
import { dayOf, type Instant, isoBeijing, parseInstant } from '../core/day.ts';
import type { Delivery } from '../core/message.ts';
import { Roster } from '../core/roster.ts';
import { answer, printAnswer } from '../rules/answer.ts';
import type { Library } from '../rules/library.ts';
import { readArguments, UsageError } from './arguments.ts';
import { calendarOf, exampleRoster, inputLines, loadRoster, openLibrary } from './files.ts';

interface Ask {
  district: string;
  as?: string;
  at: Instant;
  ask: string;
}

const askLine = z.looseObject({
  id: z.union([z.string(), z.number()]),
  district: z.string().optional(),
  as: z.string().optional(),
  at: z
    .string()
    .refine((text) => parseInstant(text) !== null, '应为带时区的 ISO 时间，如 2026-03-02T09:00:00+08:00')
    .optional(),
  ask: z.string().min(1, '不能为空').max(20_000),
});

/** Answers questions of any district; rosters are read once. */
export class Desk {
  private readonly library: Library;
  private readonly calendar = calendarOf();
  private readonly rosterFile?: string;
  private readonly rosters = new Map<string, Roster>();

  constructor(library: Library, rosterFile?: string) {
    this.library = library;
    this.rosterFile = rosterFile;
  }

  /** The answer as a delivery to who asks. Throws `UsageError` for an unknown district or person. */
  ask({ district, as, at, ask }: Ask): Delivery {
    if (!this.library.has(district)) {
      throw new UsageError([`district：没有“${district}”的规则，可用：${this.library.districts().join('、')}`]);
    }
    const roster = this.roster(district);
    const asker = as === undefined ? undefined : roster.person(as);
    if (as !== undefined && !asker) throw new UsageError([`as：名册中没有“${as}”`]);
    const { book } = this.library.inForce(district, dayOf(at));
    const context = { book, roster, calendar: this.calendar, library: this.library };
    const { status, about, clauses, quotes, due, ...rest } = answer({ text: ask, asker, now: at }, context);
    const text = printAnswer({ status, about, clauses, quotes, ...rest }, book, this.library);
    return {
      at: isoBeijing(at),
      to: as ?? 'asker',
      status,
      about,
      text,
      clauses,
      quotes,
      ...(due && { due }),
      buttons: [],
    };
  }

  private roster(district: string): Roster {
    const known = this.rosters.get(district);
    if (known) return known;
    const file = this.rosterFile ? loadRoster(this.rosterFile, district) : exampleRoster(district);
    const roster = new Roster(file);
    this.rosters.set(district, roster);
    return roster;
  }
}

/** One line of `--jsonl`: the delivery with the line's id, or its fault. */
export function askLineOf(
  line: string,
  desk: Desk,
  defaults: { district?: string; as?: string; now: Instant },
): { output: Record<string, unknown>; ok: boolean } {
  const fault = (id: string | number | null, error: string) => ({ ok: false, output: { id, error } });
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return fault(null, `不是有效的 JSON：${error instanceof Error ? error.message : ''}`);
  }
  const given = z.looseObject({ id: z.union([z.string(), z.number()]) }).safeParse(json);
  const id = given.success ? given.data.id : null;
  const parsed = askLine.safeParse(json, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    return fault(id, parsed.error.issues.map((i) => `${i.path.join('.') || '整行'}：${i.message}`).join('；'));
  }
  const { at, ask, as = defaults.as, district = defaults.district } = parsed.data;
  if (district === undefined) return fault(id, 'district：缺少区的代号');
  try {
    const instant = at === undefined ? defaults.now : (parseInstant(at) ?? defaults.now);
    return { ok: true, output: { id, ...desk.ask({ district, as, at: instant, ask }) } };
  } catch (error) {
    if (error instanceof UsageError) return fault(id, error.faults.join('；'));
    throw error;
  }
}

const USAGE =
  '用法：npm run --silent ask -- --district linzi [--as 人员] [--roster 文件] [--json] "问题"，或 --jsonl 逐行读入';

async function main(): Promise<void> {
  const { words, options } = readArguments(process.argv.slice(2), {
    valued: ['district', 'as', 'roster'],
    flags: ['json', 'jsonl'],
  });
  const value = (name: string): string | undefined => {
    const option = options[name];
    return typeof option === 'string' ? option : undefined;
  };
  const desk = new Desk(openLibrary(), value('roster'));
  const now = Date.now();
  const district = value('district');
  const as = value('as');
  if (options.jsonl) {
    for await (const line of inputLines()) {
      if (!line.trim()) continue;
      const { ok, output } = askLineOf(line, desk, { district, as, now });
      process.stdout.write(`${JSON.stringify(output)}\n`);
      if (!ok) process.exitCode = 1;
    }
    return;
  }
  const ask = words.join(' ').trim();
  const faults = [...(district ? [] : ['缺少 --district']), ...(ask ? [] : ['缺少问题'])];
  if (!district || faults.length > 0) throw new UsageError([...faults, USAGE]);
  const delivery = desk.ask({ district, as, at: now, ask });
  process.stdout.write(`${options.json ? JSON.stringify(delivery) : delivery.text}\n`);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof UsageError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
