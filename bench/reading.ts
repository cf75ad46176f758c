/**
 * `node bench/reading.ts`: how long it takes to read a message, as far as telling which command it is for: marks (dates,
 * people, units, meetings) and every command's weighing. Half questions, half leave messages; nothing is looked up or written.
 */

import { understand } from '../src/bot/understand.ts';
import { announcedCalendar } from '../src/calendar/calendar.ts';
import { Roster } from '../src/core/roster.ts';
import { openLibrary } from '../src/hosts/rule-files.ts';
import { mark } from '../src/language/mark.ts';
import { benchRoster, mix } from './messages.ts';

const ROUNDS = 10;
const MESSAGES = 1000;
const NOW = Date.parse('2026-03-02T09:00:00+08:00');

const roster = new Roster(benchRoster() as ConstructorParameters<typeof Roster>[0]);
const library = openLibrary('./data');
const messages = mix(MESSAGES, NOW).map(({ person, text }) => ({ text, sender: roster.person(person) }));

function percentiles(name: string, work: (message: (typeof messages)[number]) => unknown): void {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const message of messages) {
      const start = performance.now();
      work(message);
      if (round > 0) times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => `${((times[Math.floor(times.length * share)] ?? 0) * 1000).toFixed(0)} µs`;
  console.log(`${name.padEnd(28)} median ${at(0.5)}, p99 ${at(0.99)}`);
}

percentiles('mark a message', ({ text, sender }) => mark(text, roster, announcedCalendar, NOW, sender));
percentiles('read a message', ({ text, sender }) =>
  understand(text, { district: 'linzi', library, roster, calendar: announcedCalendar, now: NOW, sender }),
);
