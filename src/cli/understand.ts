/** `npm run understand`: what the bot reads from a sentence; `--jsonl` for lines, else explained to a person. */
import { z } from 'zod';
import { explain, type Setting, type Understood, understand } from '../bot/understand.ts';
import { isoBeijing, parseInstant } from '../core/day.ts';
import { Roster } from '../core/roster.ts';
import { readArguments, UsageError } from './arguments.ts';
import { calendarOf, exampleRoster, inputLines, loadRoster, openLibrary } from './files.ts';

const input = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  ref: z.string().refine((text) => parseInstant(text) !== null, '应为日期时间，如 2026-03-02T09:00:00'),
  district: z.string().optional(),
  as: z.string().optional(),
});

const library = openLibrary();
const calendar = calendarOf();
const rosters = new Map<string, Roster>();

function rosterOf(district: string, path?: string): Roster {
  if (!library.has(district))
    throw new UsageError([`district：没有“${district}”的规则，可用：${library.districts().join('、')}`]);
  const known = rosters.get(district);
  if (known) return known;
  const roster = new Roster(path ? loadRoster(path, district) : exampleRoster(district));
  rosters.set(district, roster);
  return roster;
}

/** Without a district, words are read all the same, and nobody's name is. */
function settingOf(district: string | undefined, as: string | undefined, now: number, path?: string): Setting {
  const id = district ?? library.districts()[0] ?? '';
  const full = rosterOf(id, path);
  const roster = district ? full : new Roster({ ...full.file, people: [], bodies: {} });
  const sender = as ? roster.person(as) : undefined;
  if (as && !sender) throw new UsageError([`as：名册中没有“${as}”`]);
  return { district: id, library, roster, calendar, now, sender };
}

/** The contract's shape: spans without their offsets, the reading flattened. */
function shown({ spans, people, reading }: Understood): object {
  return {
    spans: spans.map(({ type, start, end, days, text }) => ({ type, start, end, days, text })),
    people,
    reading: reading
      ? { command: reading.command, act: reading.act, ...reading.read, evidence: reading.evidence }
      : { command: null, act: false },
  };
}

function readLine(line: string, path?: string): { out: object; ok: boolean } {
  const fault = (id: unknown, error: string) => ({
    ok: false,
    out: { id: typeof id === 'string' || typeof id === 'number' ? id : null, error },
  });
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return fault(null, '不是有效的 JSON');
  }
  const id = (json as { id?: unknown } | null)?.id;
  const parsed = input.safeParse(json, { error: z.locales.zhCN().localeError });
  if (!parsed.success)
    return fault(id, parsed.error.issues.map((i) => `${i.path.join('.') || '整行'}：${i.message}`).join('；'));
  const { text, ref, district, as } = parsed.data;
  try {
    return {
      ok: true,
      out: { id: parsed.data.id, ...shown(understand(text, settingOf(district, as, parseInstant(ref) ?? 0, path))) },
    };
  } catch (error) {
    if (error instanceof UsageError) return fault(id, error.faults.join('；'));
    throw error;
  }
}

async function main(): Promise<void> {
  const { words, options } = readArguments(process.argv.slice(2), {
    valued: ['district', 'as', 'roster', 'at'],
    flags: ['jsonl', 'json'],
  });
  const text = (name: string): string | undefined =>
    typeof options[name] === 'string' ? (options[name] as string) : undefined;
  if (options.jsonl) {
    for await (const line of inputLines()) {
      if (!line.trim()) continue;
      const { out, ok } = readLine(line, text('roster'));
      process.stdout.write(`${JSON.stringify(out)}\n`);
      if (!ok) process.exitCode = 1;
    }
    return;
  }
  if (words.length === 0)
    throw new UsageError(['用法：npm run understand -- [--district 区] [--as 人员] "一句话"，或 --jsonl 逐行读取']);
  const now = text('at') ? parseInstant(text('at') ?? '') : Date.now();
  if (now === null) throw new UsageError([`--at 应为时间，如 ${isoBeijing(Date.now())}`]);
  const setting = settingOf(text('district'), text('as'), now, text('roster'));
  const sentence = words.join(' ');
  const result = understand(sentence, setting);
  process.stdout.write(
    options.json ? `${JSON.stringify(shown(result))}\n` : `${explain(sentence, result, setting.roster)}\n`,
  );
}

main().catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
