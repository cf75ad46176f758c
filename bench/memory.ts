/**
 * `node bench/memory.ts [--messages N]`: resident memory and processor time of one server over a long run of the mix, a line
 * every tenth of it. Calls are prepared and sent in portions, so that the generator stays small, too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FeishuPlatform } from '../tests/support/feishu-platform.ts';
import { requestBytes, run } from './load.ts';
import { signedMix } from './messages.ts';
import { benchEnvironment, START, startServer } from './server.ts';

const PORTION = 1000;
const LINES = 10;

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '100000' }, connections: { type: 'string', default: '32' } },
});
const [messages, connections] = [Number(values.messages), Number(values.connections)];

const platform = new FeishuPlatform();
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const server = await startServer(START, benchEnvironment(folder, await platform.listen()));
console.log(`ready: ${server.residentMb().toFixed(0)} MB`);
console.log('messages   MB resident   CPU µs/msg   p99 ms   not 200');
let [sent, failed, slowest, before, since] = [0, 0, 0, server.processorMs(), 0];
while (sent < messages) {
  const calls = signedMix(Math.min(PORTION, messages - sent), Date.now(), sent);
  const requests = calls.map((call) => requestBytes('/webhook/feishu/linzi', call));
  const load = await run(server.port, requests, connections);
  sent += requests.length;
  for (const n of load.failed.values()) failed += n;
  slowest = Math.max(slowest, load.p99);
  platform.messages.length = 0;
  if (sent - since < messages / LINES) continue;
  const spent = server.processorMs();
  console.log(
    [
      String(sent).padStart(8),
      server.residentMb().toFixed(0).padStart(13),
      (((spent - before) * 1000) / (sent - since)).toFixed(0).padStart(12),
      slowest.toFixed(0).padStart(8),
      String(failed).padStart(9),
    ].join(' '),
  );
  [slowest, before, since] = [0, spent, sent];
}
await server.stop();
await platform.close();
rmSync(folder, { recursive: true, force: true });
