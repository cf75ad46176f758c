/** One district without HTTP: its own database in a folder of its own, the mix's roster, and messages taken in commits. */
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../db/open.ts';
import { openStore, type Store } from '../db/store.ts';
import { Bot } from '../src/bot/bot.ts';
import { announcedCalendar } from '../src/calendar/calendar.ts';
import { Roster } from '../src/core/roster.ts';
import { readRoster } from '../src/core/roster-file.ts';
import { openLibrary } from '../src/hosts/rule-files.ts';
import { benchRoster, mix } from './messages.ts';

/** How many messages share a commit where 32 connections are busy. */
export const BATCH = 25;

const read = readRoster(benchRoster());
if (!read.ok) throw new Error(read.faults.join('\n'));
export const roster = new Roster(read.roster);

/** A folder that is gone when the process ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface BenchDistrict {
  store: Store;
  bot: Bot;
  /** Takes the mix's messages `from` to `from + BATCH` in one commit, as a group commit does. */
  commit(from: number): void;
  close(): void;
}

/** @param file path of the database; @param changed a store whose verbs do something besides */
export function openDistrict(file: string, now: number, changed = (store: Store): Store => store): BenchDistrict {
  const database = openDatabase(file);
  const store = openStore(database.db);
  const bot = new Bot({
    district: 'linzi',
    library: openLibrary(join(file, '..')),
    store: changed(store),
    roster,
    calendar: announcedCalendar,
    sha256: (text) => hash('sha256', text),
    makeCode: () => '00000000',
    signInAt: null,
    channelOf: () => 'feishu',
  });
  return {
    store,
    bot,
    commit(from) {
      const messages = mix(BATCH, now, from).map(({ person, text }, i) => {
        const id = `om_${from + i}`;
        return { keys: [`event-${id}`, id], message: { id, person, group: null, at: now, text } };
      });
      store.transaction(() => {
        for (const { message, keys } of messages) bot.receive(message, keys);
      });
    },
    close: () => database.close(),
  };
}

/** Processor time of this thread so far, in microseconds: what others take of the machine is not in it. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}

/** Processor time of some work, in microseconds. */
export function costOf(work: () => void): number {
  const before = processorTime();
  work();
  return processorTime() - before;
}

export const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
