/** `npm run rehearse`: cases in, deliveries out, a line each (contract §3). */
import { z } from 'zod';
import type { Calendar } from '../calendar/calendar.ts';
import { parseInstant } from '../core/day.ts';
import type { RosterFile } from '../core/roster.ts';
import type { Library } from '../rules/library.ts';
import { readArguments, UsageError } from './arguments.ts';
import { calendarOf, exampleRoster, inputLines, loadRoster, openLibrary } from './files.ts';
import { Rehearsal, type Step } from './rehearsal.ts';

const instant = z
  .string()
  .refine((text) => parseInstant(text) !== null, '应为带时区的 ISO 时间，如 2026-03-02T09:00:00+08:00');
const words = z.string().max(20_000);
const step = z.union([
  z.strictObject({ at: instant }),
  z
    .strictObject({
      as: z.string(),
      say: words.optional(),
      press: z.string().optional(),
      attach: words.optional(),
      note: words.optional(),
      in: z.string().optional(),
    })
    .refine(
      (s) => s.say !== undefined || s.press !== undefined || s.attach !== undefined,
      '应有 say、press 或 attach 之一',
    ),
]);
const rehearsalCase = z.looseObject({
  id: z.union([z.string(), z.number()]),
  district: z.string(),
  at: instant,
  roster: z.string().optional(),
  steps: z.array(step),
});

/** Runs one line; a malformed case becomes its error. */
export function rehearseLine(
  line: string,
  library: Library,
  calendar: Calendar,
  rosterOf: (district: string, path?: string) => RosterFile,
): { output: Record<string, unknown>; ok: boolean } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (error) {
    return {
      ok: false,
      output: { id: null, error: `不是有效的 JSON：${error instanceof Error ? error.message : ''}` },
    };
  }
  const given = (json as { id?: unknown } | null)?.id;
  const id = typeof given === 'string' || typeof given === 'number' ? given : null;
  const parsed = rehearsalCase.safeParse(json);
  if (!parsed.success) {
    return {
      ok: false,
      output: { id, error: parsed.error.issues.map((i) => `${i.path.join('.') || '用例'}：${i.message}`).join('；') },
    };
  }
  const { district, at, steps, roster } = parsed.data;
  if (!library.has(district)) {
    return {
      ok: false,
      output: { id, error: `district：没有“${district}”的规则，可用：${library.districts().join('、')}` },
    };
  }
  try {
    const file = rosterOf(district, roster);
    const people = new Set(file.people.map((p) => p.id));
    const unknown = [...new Set(steps.flatMap((s) => ('as' in s && !people.has(s.as) ? [s.as] : [])))];
    if (unknown.length > 0) return { ok: false, output: { id, error: `steps.as：名册中没有 ${unknown.join('、')}` } };
    const rehearsal = new Rehearsal({ district, library, roster: file, at: parseInstant(at) ?? 0, calendar });
    try {
      return { ok: true, output: { id, steps: steps.map((s) => rehearsal.run(s as Step)) } };
    } finally {
      rehearsal.close();
    }
  } catch (error) {
    if (error instanceof UsageError) return { ok: false, output: { id, error: error.faults.join('；') } };
    throw error;
  }
}

async function main(): Promise<void> {
  const { options } = readArguments(process.argv.slice(2), { valued: ['roster'] });
  const library = openLibrary();
  const calendar = calendarOf();
  const files = new Map<string, RosterFile>();
  const shared = typeof options.roster === 'string' ? options.roster : undefined;
  const rosterOf = (district: string, path = shared): RosterFile => {
    const key = path ?? `example:${district}`;
    const known = files.get(key);
    if (known) return known;
    const file = path ? loadRoster(path, district) : exampleRoster(district);
    files.set(key, file);
    return file;
  };
  let failed = false;
  for await (const line of inputLines()) {
    if (!line.trim()) continue;
    const { ok, output } = rehearseLine(line, library, calendar, rosterOf);
    failed ||= !ok;
    process.stdout.write(`${JSON.stringify(output)}\n`);
  }
  if (failed) process.exitCode = 1;
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof UsageError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
