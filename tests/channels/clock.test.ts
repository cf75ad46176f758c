import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clockSkew, clockWarnings } from '../../src/channels/clock.ts';
import { exchange } from '../../src/channels/exchange.ts';
import { createApp } from '../../src/hosts/app.ts';
import { createMetrics } from '../../src/hosts/metrics.ts';

/** A platform whose clock is ahead by so much; with `null` it tells no time. */
let aheadMs: number | null = 0;
let platform: Server;

beforeAll(async () => {
  platform = createServer((_, res) => {
    res.sendDate = false;
    if (aheadMs !== null) res.setHeader('date', new Date(Date.now() + aheadMs).toUTCString());
    res.end('{}');
  });
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', () => resolve()));
});
afterAll(() => platform.close());

const app = createApp({
  channelOf: () => undefined,
  accept: () => Promise.reject(new Error('none')),
  now: Date.now,
  metrics: createMetrics(),
  notReady: () => [],
  warnings: clockWarnings,
});

async function readyAfter(ahead: number | null): Promise<[number, string]> {
  aheadMs = ahead;
  const url = `http://127.0.0.1:${(platform.address() as AddressInfo).port}/`;
  await exchange(url, { method: 'GET' }, AbortSignal.timeout(20_000), Date.now);
  const answer = await app.request('/readyz');
  return [answer.status, await answer.text()];
}

test('before any answer nothing is known of the clock', async () => {
  expect(clockSkew()).toBeNull();
  expect(await (await app.request('/readyz')).text()).toBe('ready\n');
});

test.each([
  -600_000, -150_000, 150_000, 86_400_000,
])('a clock %i ms off is shown, and the server goes on', async (ms) => {
  expect(await readyAfter(ms)).toEqual([200, expect.stringMatching(/^ready\n本机时钟与平台相差约\d+秒，请校准\n$/)]);
  expect(Math.sign(clockSkew() ?? 0)).toBe(Math.sign(ms));
});

test('set right it is shown no more, and an answer without a time changes nothing', async () => {
  expect(await readyAfter(0)).toEqual([200, 'ready\n']);
  const before = clockSkew();
  expect(await readyAfter(null)).toEqual([200, 'ready\n']);
  expect(clockSkew()).toBe(before);
});
