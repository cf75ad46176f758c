/** 演练: the whole bot at a virtual clock, on a database of its own. */
import { createHash } from 'node:crypto';
import { openDatabase } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { Bot } from '../bot/bot.ts';
import { announcedCalendar, type Calendar } from '../calendar/calendar.ts';
import { type Instant, parseInstant } from '../core/day.ts';
import type { Delivery } from '../core/message.ts';
import { Roster, type RosterFile } from '../core/roster.ts';
import type { Library } from '../rules/library.ts';

/** A step of a rehearsal (contract §3). */
export type Step =
  | { at: string }
  | { as: string; say?: string; press?: string; attach?: string; note?: string; in?: string };

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A bot on an empty database in memory; its clock is whatever each step says. */
export class Rehearsal {
  private readonly bot: Bot;
  private readonly database: ReturnType<typeof openDatabase>;
  private now: Instant;
  private count = 0;

  constructor(parts: { district: string; library: Library; roster: RosterFile; at: Instant; calendar?: Calendar }) {
    this.database = openDatabase(':memory:');
    this.now = parts.at;
    this.bot = new Bot({
      district: parts.district,
      library: parts.library,
      store: openStore(this.database.db),
      roster: new Roster(parts.roster),
      calendar: parts.calendar ?? announcedCalendar,
      sha256,
      signInAt: null,
      makeCode: () => sha256(`code ${this.count}`).replace(/\D/g, '').slice(0, 8).padEnd(8, '0'),
      channelOf: () => null,
    });
  }

  get at(): Instant {
    return this.now;
  }

  /** Does one step and returns what it delivered. */
  run(step: Step): Delivery[] {
    if (!('as' in step)) {
      this.now = Math.max(this.now, parseInstant(step.at) ?? this.now);
      return this.bot.tick(this.now);
    }
    this.count += 1;
    const group = step.in?.replace(/^group:/, '') ?? null;
    return this.bot.receive({
      id: `rehearsal-${this.count}`,
      person: step.as,
      group,
      at: this.now,
      text: step.say,
      file: step.attach,
      ...(step.press !== undefined && { press: { label: step.press, note: step.note } }),
    }).deliveries;
  }

  close(): void {
    this.database.close();
  }
}
