/** `npm run understand -- --jsonl`: what is read from texts, one JSON object a line. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { announcedCalendar } from '../calendar/calendar.ts';
import { parseInstant } from '../core/day.ts';
import { type DateSpan, readDates } from '../language/dates/read.ts';

const input = z.object({
  id: z.string(),
  text: z.string(),
  ref: z.string(),
  district: z.string().optional(),
  as: z.string().optional(),
});

/** A span in the shape of the contract; vague ones are not printed. */
function shown({ type, start, end, days, text }: DateSpan): object {
  return { type, start, end, days, text };
}

function answer(line: string): { out: object; failed: boolean } {
  const fault = (id: string | null, error: string) => ({ out: { id, error }, failed: true });
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return fault(null, '不是合法的 JSON');
  }
  const given = z.object({ id: z.string() }).safeParse(json);
  const id = given.success ? given.data.id : null;
  const parsed = input.safeParse(json, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    return fault(id, parsed.error.issues.map((i) => `${i.path.join('.') || '整行'}：${i.message}`).join('；'));
  }
  const ref = parseInstant(parsed.data.ref);
  if (ref === null) return fault(id, `ref：“${parsed.data.ref}”不是日期时间，应如 2026-03-02T09:00:00+08:00`);
  const spans = readDates(parsed.data.text, ref, announcedCalendar).filter((span) => !span.vague);
  return { out: { id, spans: spans.map(shown), people: [], reading: {} }, failed: false };
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue;
  const { out, failed } = answer(line);
  process.stdout.write(`${JSON.stringify(out)}\n`);
  if (failed) process.exitCode = 1;
}
