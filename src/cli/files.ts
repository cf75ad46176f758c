/** What command-line tools read from disk: rosters, rules, lines of standard input. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Calendar } from '../calendar/calendar.ts';
import type { RosterFile } from '../core/roster.ts';
import { readRoster } from '../core/roster-file.ts';
import { openCalendar } from '../hosts/calendar-files.ts';
import { openLibrary as openRules, PROJECT_RULES } from '../hosts/rule-files.ts';
import type { Library } from '../rules/library.ts';
import { UsageError } from './arguments.ts';

/** The rules that ship with the project and those imported under `DATA_DIR`. */
export function openLibrary(env: Record<string, string | undefined> = process.env): Library {
  return openRules(env.DATA_DIR ?? './data');
}

/** The announced years and those imported under `DATA_DIR`. */
export function calendarOf(env: Record<string, string | undefined> = process.env): Calendar {
  try {
    return openCalendar(env.DATA_DIR || './data');
  } catch (error) {
    throw new UsageError([error instanceof Error ? error.message : String(error)]);
  }
}

/** Reads and checks a roster file. Throws `UsageError` with every fault. */
export function loadRoster(path: string, district?: string): RosterFile {
  if (!existsSync(path)) throw new UsageError([`名册文件不存在：${path}`]);
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError([`${path}：不是有效的 JSON（${error instanceof Error ? error.message : ''}）`]);
  }
  const result = readRoster(json, district);
  if (!result.ok) throw new UsageError(result.faults.map((fault) => `${path}：${fault}`));
  return result.roster;
}

/** The example roster that the project ships; a district without one has to be given a roster. */
export function exampleRoster(district: string): RosterFile {
  const path = join(PROJECT_RULES, district, 'roster.example.json');
  return existsSync(path) ? loadRoster(path, district) : visitorRoster(district);
}

/** Somebody to chat as in a district whose text was just imported: questions need no roster, matters wait for the real one. */
const visitorRoster = (district: string): RosterFile => ({
  district,
  name: district,
  bodies: {},
  people: [{ id: 'visitor', name: '试用人', position: 'staff', unit: '区政府办公室' }],
});

/** The lines of standard input as they arrive. */
export async function* inputLines(): AsyncGenerator<string> {
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}
