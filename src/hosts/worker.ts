/**
 * Cloudflare Workers: one Durable Object per district with its own SQLite storage. The same bot, channels, sender, migrations and rules as on
 * Node; what a process does with long timers, the object's one alarm does.
 */
import { DurableObject } from 'cloudflare:workers';
import { createHash, timingSafeEqual } from 'node:crypto';
import { drizzle } from 'drizzle-orm/durable-sqlite';
import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import type { Hono } from 'hono';
import type { Statement } from '../../db/database.ts';
import migrations from '../../db/migrations/migrations.js';
import { openStore, type Store } from '../../db/store.ts';
import { announcedCalendar } from '../calendar/calendar.ts';
import type { Channel } from '../channels/channel.ts';
import { clockWarnings } from '../channels/clock.ts';
import { createLightFeishuApi } from '../channels/feishu/light-client.ts';
import { type Config, ConfigError, loadConfig } from '../config.ts';
import type { Instant } from '../core/day.ts';
import type { Delivery, Message } from '../core/message.ts';
import { CHANNEL_IDS } from '../core/roster.ts';
import { readRoster } from '../core/roster-file.ts';
import { Library } from '../rules/library.ts';
import { createApp } from './app.ts';
import { channelsOf } from './channels.ts';
import { makeCode } from './codes.ts';
import { District } from './district.ts';
import { createMetrics } from './metrics.ts';
import { bundledRules } from './worker-rules.ts';

/** Bindings: the objects, and the settings of `.env.example` as variables and secrets, with these two of its own. */
export interface Env {
  DISTRICT: DurableObjectNamespace<DistrictObject>;
  /** Whoever has it may bring rosters in; without it nobody may. At least 32 characters. */
  ADMIN_TOKEN?: string;
}

const library = new Library(bundledRules);
const now = (): Instant => Date.now();

/** Longer waits are the alarm's: a timer would keep the object from sleeping, and is lost when it is put to sleep all the same. */
const LONGEST_TIMER_MS = 15_000;
/** What is due now is already under way in the object itself; the alarm comes after it, should the object be gone. */
const ALARM_AFTER_MS = 2_000;
/** How long an alarm stays with what it started; another one takes up the rest. */
const ALARM_WORK_MS = 20_000;
const LOOK_MS = 50;
const LEAST_TOKEN = 32;

/** One line of JSON without message text or personal data. */
function log(level: 'info' | 'error', event: string, detail: Record<string, unknown>): void {
  console.error(JSON.stringify({ level, event, ...detail }));
}

function logError(error: unknown, what: string): void {
  const { name, code } = error as { name?: string; code?: string };
  log('error', what, { name, code });
}

/** Throws `ConfigError` with every fault. */
function configOf(env: Env): Config {
  const settings = Object.entries(env).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  return loadConfig(Object.fromEntries(settings) as Record<string, string>);
}

/** The object keeps what it has parsed by its text. */
const compile = (sql: SqlStorage, text: string): Statement => ({
  run: (values) => void sql.exec(text, ...values),
  rows: (values) => [...sql.exec(text, ...values).raw()],
});

/** One district's bot; the object's name is the district's id. */
export class DistrictObject extends DurableObject<Env> {
  private readonly store: Store;
  private readonly metrics = createMetrics();
  private opened: { district: District; app: Hono } | undefined;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const db = Object.assign(drizzle(ctx.storage), { compile: (text: string) => compile(ctx.storage.sql, text) });
    void ctx.blockConcurrencyWhile(async () => {
      await migrate(db, migrations);
    });
    this.store = openStore(db);
  }

  /** Takes a roster; returns its faults, none when it was taken. */
  async importRoster(json: unknown): Promise<string[]> {
    const result = readRoster(json);
    if (!result.ok) return result.faults;
    this.store.rosters.add(result.roster, now());
    await this.opened?.district.reloadRoster();
    return [];
  }

  /** One message; the platform holds the answer back until what it wrote is durable. */
  async receive(message: Message): Promise<Delivery[]> {
    const { district } = this.open();
    const deliveries = await district.receive(message);
    await this.setAlarm(district);
    return deliveries;
  }

  /** A webhook call, or somebody who asks for the counters. */
  override async fetch(request: Request): Promise<Response> {
    if (!this.store.rosters.current()) return new Response('尚未导入名册 (no roster)\n', { status: 503 });
    const { district, app } = this.open();
    const response = await app.fetch(request);
    await this.setAlarm(district);
    return response;
  }

  override async alarm(): Promise<void> {
    if (!this.store.rosters.current()) return;
    const { district } = this.open();
    district.wake();
    const until = now() + ALARM_WORK_MS;
    while (isDue(district) && now() < until) await new Promise((done) => setTimeout(done, LOOK_MS));
    await this.setAlarm(district);
  }

  /** An object has one alarm: it is set to whatever falls due first, a reminder or a send. */
  private async setAlarm(district: District): Promise<void> {
    const next = district.nextAt();
    if (next === null) await this.ctx.storage.deleteAlarm();
    else await this.ctx.storage.setAlarm(Math.max(next, now() + ALARM_AFTER_MS));
  }

  /** Made when it is first needed: waking up is a restart, and takes up what was left under way. */
  private open(): { district: District; app: Hono } {
    if (this.opened) return this.opened;
    const id = this.store.rosters.current()?.district;
    if (id === undefined) throw new Error('this district has no roster yet');
    const config = configOf(this.env);
    const channels = channelsOf(config, id, now, createLightFeishuApi);
    const district = this.makeDistrict(id, channels, config.retentionDays);
    const app = createApp({
      channelOf: (name, asked) => (asked === id ? channels.find((channel) => channel.name === name) : undefined),
      accept: (_, events) => district.accept(events),
      now,
      metrics: this.metrics,
      notReady: () => [district.fault()].filter((fault) => fault !== null),
      warnings: clockWarnings,
      onError: logError,
    });
    this.opened = { district, app };
    district.start().catch((error: unknown) => logError(error, 'start'));
    return this.opened;
  }

  private makeDistrict(id: string, channels: readonly Channel[], retentionDays: number): District {
    return new District({
      id,
      database: { store: this.store, close: () => undefined },
      library,
      calendar: announcedCalendar,
      retentionDays,
      firstRoster() {
        throw new Error('this district has no roster yet');
      },
      channels,
      now,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      makeCode,
      random: Math.random,
      after(ms, run) {
        if (ms > LONGEST_TIMER_MS) return () => undefined;
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onError: logError,
      onSent: (channel, outcome) => this.metrics.count('sends_total', { channel, outcome }),
      onAuditHead: (head) => log('info', 'audit-head', { district: id, ...head }),
      onSlowed: () => this.metrics.count('messages_slowed_total'),
    });
  }
}

const isDue = (district: District): boolean => {
  const next = district.nextAt();
  return next !== null && next <= now();
};

const notFound = (): Response => new Response('未找到 (not found)\n', { status: 404 });

/** Calls go to their district's object; an object is made for districts with rules only, and asked for platforms with keys only. */
async function route(request: Request, env: Env): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/healthz') return new Response('ok\n');
  const [, first, second, third, ...more] = pathname.split('/');
  if (first === 'webhook' && second && third && more.length === 0) {
    const channel = CHANNEL_IDS.find((name) => name === second);
    const known = library.has(third) && channel !== undefined && configOf(env)[channel].districts.has(third);
    return known ? env.DISTRICT.getByName(third).fetch(request) : notFound();
  }
  if (first === 'admin' && second && library.has(second) && third && more.length === 0 && isAdmin(request, env)) {
    const object = env.DISTRICT.getByName(second);
    if (third === 'roster' && request.method === 'PUT') return importRoster(request, object, second);
    if ((third === 'metrics' || third === 'readyz') && request.method === 'GET')
      return object.fetch(new Request(new URL(`/${third}`, request.url)));
  }
  return notFound();
}

async function importRoster(
  request: Request,
  object: DurableObjectStub<DistrictObject>,
  district: string,
): Promise<Response> {
  let json: unknown;
  try {
    json = await request.json();
  } catch {
    return Response.json({ faults: ['不是有效的 JSON'] }, { status: 400 });
  }
  const result = readRoster(json, district);
  const faults = result.ok ? await object.importRoster(json) : result.faults;
  return faults.length > 0 ? Response.json({ faults }, { status: 400 }) : Response.json({ faults });
}

/** In constant time; without a token of its own nobody is. */
function isAdmin(request: Request, { ADMIN_TOKEN: token = '' }: Env): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  const given = request.headers.get('authorization') ?? '';
  return token.length >= LEAST_TOKEN && timingSafeEqual(hash(given), hash(`Bearer ${token}`));
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    try {
      return await route(request, env);
    } catch (error) {
      // A `ConfigError` names settings and what they have to be, never their values.
      if (error instanceof ConfigError) console.error(error.message);
      else logError(error, 'route');
      return new Response('服务暂时出错，请稍后再试 (internal error)\n', { status: 503 });
    }
  },
} satisfies ExportedHandler<Env>;
