/**
 * Time to read the dates of a message, over the public cases: median and 99th percentile after warm-up.
 * `node bench/dates.ts`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcedCalendar } from '../src/calendar/calendar.ts';
import { parseInstant } from '../src/core/day.ts';
import { readDates } from '../src/language/dates/read.ts';

const ROUNDS = 200;
const WARM_UP = 20;

interface Case {
  text: string;
  ref: number;
}

function load(name: string): Case[] {
  const file = join(import.meta.dirname, '../tests/language/data', `${name}.jsonl`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { text, ref } = JSON.parse(line) as { text: string; ref: string };
      return { text, ref: parseInstant(ref) ?? 0 };
    });
}

function measure(name: string, cases: Case[], rounds: number): void {
  const times: number[] = [];
  for (let round = 0; round < rounds + WARM_UP; round++) {
    for (const { text, ref } of cases) {
      const start = performance.now();
      readDates(text, ref, announcedCalendar);
      if (round >= WARM_UP) times.push((performance.now() - start) * 1000);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(
    `${name.padEnd(16)} ${cases.length} texts  median ${at(0.5)} µs  p99 ${at(0.99)} µs  p99.9 ${at(0.999)} µs`,
  );
}

const messages = load('time-messages');
measure('time-messages', messages, ROUNDS);
measure('time-cases', load('time-cases'), ROUNDS);
const long = messages.map((m) => m.text).join('；');
const repeated = long.repeat(Math.ceil(4000 / long.length)).slice(0, 4000);
measure('4,000 characters', [{ text: repeated, ref: messages[0]?.ref ?? 0 }], 50);
