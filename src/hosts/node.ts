/** `npm start`: one process, a bot per district, pages and webhooks on one port. The only file that knows Node and all the others. */
import { hash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Calendar } from '../calendar/calendar.ts';
import type { Channel } from '../channels/channel.ts';
import { clockSkew, clockWarnings } from '../channels/clock.ts';
import { UsageError } from '../cli/arguments.ts';
import { exampleRoster, loadRoster } from '../cli/files.ts';
import { type Config, ConfigError, isLoopback, loadConfig } from '../config.ts';
import { createConsole } from '../console/app.ts';
import { dayOf } from '../core/day.ts';
import type { Library } from '../rules/library.ts';
import { createApp } from './app.ts';
import { calendarWarning, openCalendar } from './calendar-files.ts';
import { channelsOf } from './channels.ts';
import { makeCode } from './codes.ts';
import { consoleFiles } from './console-files.ts';
import { createConsolePort } from './console-port.ts';
import type { PaperLink } from './dispatch.ts';
import { District } from './district.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openOnDisk } from './on-disk.ts';
import { watchReadiness } from './readiness.ts';
import { openLibrary } from './rule-files.ts';
import { warmUp } from './warm-up.ts';

const STOP_MS = 10_000;
/** A connection that is still busy after this is cut off, so that what is under way can be marked in time. */
const LINGER_MS = 3_000;

const now = (): number => Date.now();
const sha256 = (text: string): string => hash('sha256', text);

const HELP = {
  uncertain: 'Sends of unknown outcome that nobody has settled',
  failed: 'Sends that the platform refused and nobody has settled',
} as const;

/** One line of JSON without message text or personal data. */
function log(level: 'info' | 'error', event: string, detail: Record<string, unknown> = {}): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...detail })}\n`);
}

function logError(error: unknown, what: string): void {
  const { name, code } = error as { name?: string; code?: string };
  log('error', what, { name, code });
}

/** A paper's page in the console, under the address that people use. */
const paperLinkOf =
  (consoleUrl: string, district: string): PaperLink =>
  (matter, index) =>
    `${consoleUrl}/matters/${district}/${encodeURIComponent(matter)}/${index}.docx`;

/** Where people sign in to the console, and what signs their cookies; `null` where nobody does. */
function signInOf({
  consoleUrl,
  publicUrl,
  sessionSecret: secret,
}: Config): { address: string; secret: string } | null {
  const address = consoleUrl ?? publicUrl;
  return address !== null && secret !== null ? { address, secret } : null;
}

/** Opens districts when they are first needed, and keeps them. */
class Districts {
  private readonly open = new Map<string, District>();
  private readonly channels = new Map<string, Channel[]>();
  private readonly config: Config;
  private readonly library: Library;
  readonly calendar: Calendar;
  private readonly metrics: Metrics;

  constructor(config: Config, metrics: Metrics) {
    this.config = config;
    this.library = openLibrary(config.dataDir);
    this.calendar = openCalendar(config.dataDir);
    this.metrics = metrics;
    // People's matters lie in it: a new one is for the owner alone.
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    for (const id of this.library.districts()) this.channels.set(id, channelsOf(config, id, now));
  }

  get rules(): Library {
    return this.library;
  }

  channel(name: string, id: string): Channel | undefined {
    return this.channels.get(id)?.find((c) => c.name === name);
  }

  get(id: string): District {
    const known = this.open.get(id);
    if (known) return known;
    const channels = this.channels.get(id) ?? [];
    const signIn = signInOf(this.config);
    const district = new District({
      id,
      database: openOnDisk(join(this.config.dataDir, `${id}.sqlite`)),
      library: this.library,
      calendar: this.calendar,
      retentionDays: this.config.retentionDays,
      firstRoster: () => this.firstRoster(id),
      channels,
      now,
      sha256,
      makeCode,
      ...(signIn && { signInAt: `${signIn.address.replace(/^https?:\/\//, '')}/sign-in/${id}` }),
      random: Math.random,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onError: logError,
      ...(this.config.consoleUrl !== null && { paperLink: paperLinkOf(this.config.consoleUrl, id) }),
      onSent: (channel, outcome) => this.metrics.count('sends_total', { channel, outcome }),
      onAuditHead: (head) => log('info', 'audit-head', { district: id, ...head }),
      onSlowed: () => this.metrics.count('messages_slowed_total'),
      onConnection: (channel, state) => {
        this.metrics.count('connections_total', { channel, state });
        log('info', 'connection', { district: id, channel, state });
      },
    });
    this.open.set(id, district);
    void district.start().catch((error: unknown) => logError(error, 'start'));
    return district;
  }

  /** Those with reminders or sends to look after: every district that has a database already, or a channel. */
  openActive(): void {
    for (const id of this.library.districts()) {
      if ((this.channels.get(id)?.length ?? 0) > 0 || existsSync(join(this.config.dataDir, `${id}.sqlite`)))
        this.get(id);
    }
  }

  opened(): string[] {
    return [...this.open.keys()];
  }

  all(): District[] {
    return [...this.open.values()];
  }

  private firstRoster(id: string) {
    const own = this.config.rosterDir && join(this.config.rosterDir, `${id}.json`);
    return own && existsSync(own) ? loadRoster(own, id) : exampleRoster(id);
  }
}

function main(): void {
  const config = loadConfig(process.env, (dataDir) => openLibrary(dataDir).districts());
  const metrics = createMetrics();
  const districts = new Districts(config, metrics);
  metrics.describe('sends_total', 'Attempts to send, by outcome');
  metrics.describe('messages_slowed_total', 'Messages that waited behind others, their sender having sent very many');
  metrics.describe('connections_total', 'Long connections made, lost and replaced');
  for (const state of ['uncertain', 'failed'] as const)
    metrics.gauge(`outbox_${state}`, HELP[state], () =>
      districts.all().reduce((sum, district) => sum + district.store.outbox.countIn(state), 0),
    );

  metrics.gauge('clock_skew_seconds', "The platforms' clock ahead of this one's, by their last answer", () => {
    const skew = clockSkew();
    return skew === null ? null : skew / 1000;
  });

  const readiness = watchReadiness(
    config.dataDir,
    () => districts.all().map((district) => ({ id: district.parts.id, fault: () => district.fault() })),
    (error) => logError(error, 'readiness'),
  );

  const signIn = signInOf(config);
  const closing = new AbortController();
  const console = createConsole(
    createConsolePort({
      library: districts.rules,
      district: (id) => districts.get(id),
      now,
      asset: consoleFiles(),
      sha256,
      onError: logError,
      closing: closing.signal,
      chat: config.consoleChat,
      records: isLoopback(config.host) || signIn !== null,
      ...(signIn && { signIn }),
    }),
  );
  const app = createApp({
    channelOf: (name, id) => districts.channel(name, id),
    accept: (id, events) => districts.get(id).accept(events),
    now,
    metrics,
    notReady: () => readiness.reasons(),
    warnings: clockWarnings,
    console,
    onError: logError,
  });

  districts.openActive();
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port, address }) => {
    log('info', 'listening', { address, port });
    process.stdout.write(`工作规则助手已启动：http://${address.includes(':') ? `[${address}]` : address}:${port}/\n`);
    const warning = calendarWarning(districts.calendar, dayOf(now()));
    if (warning) process.stdout.write(`提醒：${warning}\n`);
    warmUp(districts.rules, () => districts.opened(), now, logError);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(
      error.code === 'EADDRINUSE'
        ? `PORT：端口 ${config.port} 已被占用，请换一个端口。\n`
        : `无法监听：${error.code ?? ''}\n`,
    );
    process.exit(1);
  });

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log('info', 'stopping', { signal });
    readiness.stop();
    closing.abort();
    setTimeout(() => process.exit(1), STOP_MS).unref();
    server.close(() => {
      Promise.all(districts.all().map((d) => d.stop())).then(
        () => process.exit(0),
        (error: unknown) => {
          logError(error, 'stop');
          process.exit(1);
        },
      );
    });
    if (!('closeIdleConnections' in server)) return;
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), LINGER_MS).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('uncaughtException', (error) => {
    logError(error, 'uncaught');
    process.exit(1);
  });
}

try {
  main();
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
