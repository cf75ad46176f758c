/** Starts a server as a process of its own, as its users do, and tells how it does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

export interface RunningServer {
  port: number;
  /** From start to listening, in milliseconds. */
  readyMs: number;
  /** Resident memory in MB. */
  residentMb(): number;
  stop(): Promise<void>;
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
      resolve({ port: Number(port), readyMs, residentMb: () => residentMb(child), stop: () => stop(child) });
    });
  });
}

function residentMb({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
