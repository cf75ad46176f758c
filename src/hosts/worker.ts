/** Cloudflare Workers: one Durable Object per district, its alarm driving `tick`. The same bot, migrations and rules as on Node. */
import { DurableObject } from 'cloudflare:workers';
import { createHash } from 'node:crypto';
import { drizzle } from 'drizzle-orm/durable-sqlite';
import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import migrations from '../../db/migrations/migrations.js';
import { openStore, type Store } from '../../db/store.ts';
import { Bot } from '../bot/bot.ts';
import { announcedCalendar } from '../calendar/calendar.ts';
import type { Delivery, Message } from '../core/message.ts';
import { Roster, type RosterFile } from '../core/roster.ts';
import { readRoster } from '../core/roster-file.ts';
import { Library } from '../rules/library.ts';
import { makeCode } from './codes.ts';
import { bundledRules } from './worker-rules.ts';

export interface Env {
  DISTRICT: DurableObjectNamespace<DistrictObject>;
}

const library = new Library(bundledRules);

/** One district's bot with its own SQLite storage; the object's name is the district's id. */
export class DistrictObject extends DurableObject<Env> {
  private readonly store: Store;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const db = drizzle(ctx.storage);
    void ctx.blockConcurrencyWhile(async () => {
      await migrate(db, migrations);
    });
    this.store = openStore(db);
  }

  /** Takes a roster; returns its faults, none when it was taken. */
  importRoster(json: unknown): string[] {
    const result = readRoster(json);
    if (!result.ok) return result.faults;
    this.store.rosters.add(result.roster, Date.now());
    return [];
  }

  /** One message; the platform holds the answer back until what it wrote is durable. */
  async receive(message: Message): Promise<Delivery[]> {
    const bot = this.bot();
    const { deliveries } = bot.receive(message);
    await this.schedule(bot);
    return deliveries;
  }

  override async alarm(): Promise<void> {
    const bot = this.bot();
    bot.tick(Date.now());
    await this.schedule(bot);
  }

  /** An object has one alarm: it is set to the earliest reminder. */
  private async schedule(bot: Bot): Promise<void> {
    const next = bot.nextAt();
    if (next === null) await this.ctx.storage.deleteAlarm();
    else await this.ctx.storage.setAlarm(next);
  }

  private bot(): Bot {
    const file: RosterFile | undefined = this.store.rosters.current();
    if (!file) throw new Error('this district has no roster yet');
    return new Bot({
      district: file.district,
      library,
      store: this.store,
      roster: new Roster(file),
      calendar: announcedCalendar,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      makeCode,
      signInAt: null,
      channelOf: () => null,
    });
  }
}

export default {
  fetch(request: Request): Response {
    return new URL(request.url).pathname === '/healthz'
      ? new Response('ok\n')
      : new Response('未找到 (not found)\n', { status: 404 });
  },
} satisfies ExportedHandler<Env>;
