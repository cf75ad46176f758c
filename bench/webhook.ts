/**
 * `npm run bench`: durable Feishu messages a second, the bot's whole job beside the hand-written peer that only stores.
 * Rounds alternate, each with a fresh process and an empty database; both are given the same prepared calls.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEISHU_KEYS } from '../tests/support/feishu-events.ts';
import { FeishuPlatform } from '../tests/support/feishu-platform.ts';
import { type Load, requestBytes, run } from './load.ts';
import { benchRoster, signedMix } from './messages.ts';
import { startServer } from './server.ts';

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
}

const SERVERS = {
  bot: ['--import', './src/hosts/quick-start.mjs', 'src/hosts/node.ts'],
  peer: ['bench/peer.ts'],
} as const;
type ServerName = keyof typeof SERVERS;

const requests = signedMix(warm + measured, Date.now()).map((call) => requestBytes('/webhook/feishu/linzi', call));
const platform = new FeishuPlatform();
const baseUrl = await platform.listen();

async function round(name: ServerName): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  writeFileSync(join(folder, 'linzi.json'), JSON.stringify(benchRoster()));
  const env = {
    DATA_DIR: folder,
    ROSTER_DIR: folder,
    FEISHU_BASE_URL: baseUrl,
    FEISHU_LINZI_APP_ID: FEISHU_KEYS.appId,
    FEISHU_LINZI_APP_SECRET: FEISHU_KEYS.appSecret,
    FEISHU_LINZI_ENCRYPT_KEY: FEISHU_KEYS.encryptKey,
    FEISHU_LINZI_VERIFICATION_TOKEN: FEISHU_KEYS.verificationToken,
  };
  const profiled =
    values.profile !== undefined && name === 'bot' ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
  const server = await startServer([...profiled, ...SERVERS[name]], env);
  const readyMb = server.residentMb();
  await run(server.port, requests.slice(0, warm), connections);
  const load = await run(server.port, requests.slice(warm), connections);
  const loadedMb = server.residentMb();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return { ...load, readyMs: server.readyMs, readyMb, loadedMb };
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const results: Record<ServerName, Round[]> = { bot: [], peer: [] };
console.log(`${measured} messages a round after ${warm} to warm up, ${connections} connections, synchronous=FULL`);
console.log('server    msg/s   p50 ms   p99 ms   ms to ready   MB then   MB after load   not 200');
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
console.log(`sent to the stand-in platform meanwhile: ${platform.messages.length} messages, by the bot alone`);
await platform.close();
