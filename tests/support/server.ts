/** The whole server as its users start it: a process of its own, on a free port, with a data folder that lasts. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RosterFile } from '../../src/core/roster.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface StartOptions {
  /** A module under `tests/support` that the process loads first. */
  preload?: string;
  /** More settings, for this start alone. */
  env?: Record<string, string>;
  /** `npm` for `npm start`, as users start it: what is stopped then is npm. */
  command?: 'node' | 'npm';
}

export class ServerProcess {
  /** Known once started, e.g. `http://127.0.0.1:41234`. */
  address = '';
  /** All that was said on both outputs since the last start. */
  told = '';
  /** Holds the roster, and the databases in `data`. */
  readonly folder = mkdtempSync(join(tmpdir(), 'server-'));
  private readonly env: Record<string, string>;
  private process: ChildProcess | undefined;

  /** The example roster of 临淄 with these people's ids, and whatever settings the test needs. */
  constructor(channels: RosterFile['channels'], env: Record<string, string>) {
    this.env = env;
    const example = join(ROOT, 'src/rules/linzi/roster.example.json');
    const roster = JSON.parse(readFileSync(example, 'utf8')) as Record<string, unknown>;
    writeFileSync(join(this.folder, 'linzi.json'), JSON.stringify({ ...roster, channels }));
  }

  /** Resolves once it listens. */
  async start({ preload, env: more = {}, command = 'node' }: StartOptions = {}): Promise<void> {
    const own = { PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(this.folder, 'data'), ROSTER_DIR: this.folder };
    const env = { ...process.env, ...own, ...this.env, ...more };
    const first = preload === undefined ? [] : ['--import', `./tests/support/${preload}`];
    const args = ['--import', './src/hosts/quick-start.mjs', ...first, 'src/hosts/node.ts'];
    const [program, all] = command === 'npm' ? ['npm', ['start']] : [process.execPath, args];
    const child = spawn(program, all, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = child;
    this.address = await new Promise((resolve, reject) => {
      this.told = '';
      child.stdout.on('data', (chunk: unknown) => {
        this.told += String(chunk);
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(this.told)?.[0];
        if (found) resolve(found);
      });
      child.stderr.on('data', (chunk: unknown) => (this.told += String(chunk)));
      child.on('exit', () => reject(new Error(this.told)));
    });
  }

  get isRunning(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Resolves with the exit code; with `null` after a kill. */
  async stop(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.process;
    if (!child || !this.isRunning) return null;
    child.kill(signal);
    return this.ended();
  }

  /** Resolves with the exit code once the process is gone and all that it said is heard; with `null` after a kill. */
  ended(): Promise<number | null> {
    const child = this.process;
    if (!child) return Promise.resolve(null);
    return new Promise((resolve) => child.once('close', (code) => resolve(code)));
  }

  /** Ends it, and takes its data along. */
  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A day far enough ahead for any rule, e.g. `2026年4月11日`. */
export function dayAhead(): string {
  const day = new Date(Date.now() + 40 * 86_400_000);
  return `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
}
