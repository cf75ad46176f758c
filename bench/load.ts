/** A load generator that costs little itself: prepared requests over keep-alive sockets, one under way on each. */
import { connect, type Socket } from 'node:net';
import type { SignedCall } from '../tests/support/feishu-events.ts';

export interface Load {
  /** Messages answered 2xx a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers by status, other than 200. */
  failed: Map<number, number>;
}

/** A call as the bytes that go over the line. */
export function requestBytes(path: string, { headers, body }: SignedCall): Buffer {
  const lines = Object.entries({ host: '127.0.0.1', ...headers, 'content-length': String(Buffer.byteLength(body)) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${head}\r\n${body}`);
}

/** Sends every request once over `connections` sockets, the next as soon as one is answered. */
export async function run(port: number, requests: readonly Buffer[], connections: number): Promise<Load> {
  const times: number[] = [];
  const failed = new Map<number, number>();
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      const answers = readAnswers(socket);
      for (let request = requests[next++]; request; request = requests[next++]) {
        const sent = performance.now();
        socket.write(request);
        const status = await answers.next();
        times.push(performance.now() - sent);
        if (status !== 200) failed.set(status, (failed.get(status) ?? 0) + 1);
      }
      socket.destroy();
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), failed };
}

/** Statuses of the answers on a socket, each given once its whole body is there. Closed is 0. */
function readAnswers(socket: Socket): { next(): Promise<number> } {
  let held = '';
  let waiting: ((status: number) => void) | undefined;
  socket.setEncoding('latin1');
  const answer = (status: number): void => {
    const resolve = waiting;
    waiting = undefined;
    resolve?.(status);
  };
  socket.on('data', (chunk) => {
    held += String(chunk);
    const end = held.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(held.slice(0, end))?.[1] ?? 0);
    if (held.length < end + 4 + length) return;
    const status = Number(held.slice(9, 12));
    held = held.slice(end + 4 + length);
    answer(status);
  });
  socket.on('error', () => answer(0));
  socket.on('close', () => answer(0));
  return {
    next: () =>
      new Promise((resolve) => {
        if (socket.destroyed) resolve(0);
        else waiting = resolve;
      }),
  };
}
