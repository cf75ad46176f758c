/** Starts a server as a process of its own, as its users do, and tells how it does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEISHU_KEYS } from '../tests/support/feishu-events.ts';
import { benchRoster } from './messages.ts';

const ROOT = join(import.meta.dirname, '..');

export interface RunningServer {
  port: number;
  /** From start to listening, in milliseconds. */
  readyMs: number;
  /** Resident memory in MB. */
  residentMb(): number;
  /** Processor time of all its threads so far, in milliseconds. */
  processorMs(): number;
  stop(): Promise<void>;
}

const START_LINE: string[] = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts.start.split(' ');
/** What `npm start` gives to node. */
export const START: readonly string[] = START_LINE.slice(START_LINE.indexOf('node') + 1);
const START_ENVIRONMENT = Object.fromEntries(
  START_LINE.filter((word) => /^[A-Z_]+=/.test(word)).map((word) => word.split('=')),
);

/** The environment of a server on an empty database with the mix's roster; its sender is given this platform address. */
export function benchEnvironment(folder: string, platformUrl: string): Record<string, string> {
  writeFileSync(join(folder, 'linzi.json'), JSON.stringify(benchRoster()));
  return {
    ...START_ENVIRONMENT,
    DATA_DIR: folder,
    ROSTER_DIR: folder,
    FEISHU_BASE_URL: platformUrl,
    FEISHU_LINZI_APP_ID: FEISHU_KEYS.appId,
    FEISHU_LINZI_APP_SECRET: FEISHU_KEYS.appSecret,
    FEISHU_LINZI_ENCRYPT_KEY: FEISHU_KEYS.encryptKey,
    FEISHU_LINZI_VERIFICATION_TOKEN: FEISHU_KEYS.verificationToken,
  };
}

/** Resolves once the server has printed its address; rejects with what it said if it ends before. */
export function startServer(command: readonly string[], env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const began = performance.now();
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let told = '';
    const ended = (): void => reject(new Error(`${command.join(' ')} ended: ${told}`));
    child.once('exit', ended);
    child.stderr.on('data', (chunk: unknown) => {
      told = `${told}${String(chunk)}`.slice(-4000);
    });
    child.stdout.on('data', (chunk: unknown) => {
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(String(chunk))?.[1];
      if (port === undefined) return;
      child.off('exit', ended);
      const readyMs = performance.now() - began;
      resolve({
        port: Number(port),
        readyMs,
        residentMb: () => residentMb(child),
        processorMs: () => processorMs(child),
        stop: () => stop(child),
      });
    });
  });
}

function residentMb({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
}

/** The 14th and 15th of the fields, of which the second may hold spaces: time in user and in system mode, in 1/100 s. */
function processorMs({ pid }: ChildProcess): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? Number.NaN) + (system ?? Number.NaN)) * 10;
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
