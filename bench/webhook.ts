/**
 * `npm run bench`: durable Feishu messages a second, the bot's whole job beside the hand-written peer that only stores.
 * Rounds alternate, each with a fresh process and an empty database; both are given the same prepared calls.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FeishuPlatform } from '../tests/support/feishu-platform.ts';
import { type Load, requestBytes, run } from './load.ts';
import { signedMix } from './messages.ts';
import { benchEnvironment, START, startServer } from './server.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    messages: { type: 'string', default: '12000' },
    warm: { type: 'string', default: '4000' },
    connections: { type: 'string', default: '32' },
    /** Writes a CPU profile of the bot's process into this folder. */
    profile: { type: 'string' },
  },
});
const [rounds, measured, warm, connections] = [values.rounds, values.messages, values.warm, values.connections].map(
  Number,
) as [number, number, number, number];

interface Round extends Load {
  readyMs: number;
  /** Resident memory when ready, and after the load. */
  readyMb: number;
  loadedMb: number;
  /** Processor time of the server a message, in microseconds. */
  processorUs: number;
}

const SERVERS = {
  bot: START,
  peer: ['bench/peer.ts'],
} as const;
type ServerName = keyof typeof SERVERS;

const requests = signedMix(warm + measured, Date.now()).map((call) => requestBytes('/webhook/feishu/linzi', call));
const platform = new FeishuPlatform();
const baseUrl = await platform.listen();

async function round(name: ServerName): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const profiled =
    values.profile !== undefined && name === 'bot' ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
  const server = await startServer([...profiled, ...SERVERS[name]], benchEnvironment(folder, baseUrl));
  const readyMb = server.residentMb();
  await run(server.port, requests.slice(0, warm), connections);
  const before = server.processorMs();
  const load = await run(server.port, requests.slice(warm), connections);
  const processorUs = ((server.processorMs() - before) * 1000) / measured;
  const loadedMb = server.residentMb();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return { ...load, readyMs: server.readyMs, readyMb, loadedMb, processorUs };
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const results: Record<ServerName, Round[]> = { bot: [], peer: [] };
console.log(`${measured} messages a round after ${warm} to warm up, ${connections} connections, synchronous=FULL`);
console.log('server    msg/s   p50 ms   p99 ms  CPU µs/msg   ms to ready   MB then   MB after load   not 200');
for (let i = 0; i < rounds; i += 1) {
  for (const name of ['peer', 'bot'] as const) {
    const one = await round(name);
    results[name].push(one);
    const failed = [...one.failed].map(([status, n]) => `${n}×${status}`).join(' ') || '0';
    console.log(
      [
        name.padEnd(6),
        one.rate.toFixed(0).padStart(8),
        one.p50.toFixed(1).padStart(8),
        one.p99.toFixed(1).padStart(8),
        one.processorUs.toFixed(0).padStart(11),
        one.readyMs.toFixed(0).padStart(13),
        one.readyMb.toFixed(0).padStart(9),
        one.loadedMb.toFixed(0).padStart(15),
        failed.padStart(9),
      ].join(' '),
    );
  }
}
const ratios = results.bot.map((bot, i) => bot.rate / (results.peer[i]?.rate ?? Number.NaN));
console.log(`bot / peer: ${median(ratios).toFixed(2)} (rounds: ${ratios.map((r) => r.toFixed(2)).join(', ')})`);
const processor = results.bot.map((bot, i) => (results.peer[i]?.processorUs ?? Number.NaN) / bot.processorUs);
console.log(
  `by processor time alone: ${median(processor).toFixed(2)} (${processor.map((r) => r.toFixed(2)).join(', ')})`,
);
console.log(`sent to the stand-in platform meanwhile: ${platform.messages.length} messages, by the bot alone`);
await platform.close();
