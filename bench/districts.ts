/**
 * `node --expose-gc bench/districts.ts [--districts N]`: what a district takes of memory that lies idle, and what a
 * message costs where two hundred are open in a process, beside one. Each has its own database, roster, channel and
 * sender; all judge by one district's rules. Messages come 25 at a time, as to a server with 32 busy connections.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { announcedCalendar } from '../src/calendar/calendar.ts';
import type { Incoming } from '../src/channels/channel.ts';
import { createFeishuChannel } from '../src/channels/feishu/index.ts';
import { District } from '../src/hosts/district.ts';
import { openOnDisk } from '../src/hosts/on-disk.ts';
import { openLibrary } from '../src/hosts/rule-files.ts';
import { FEISHU_KEYS } from '../tests/support/feishu-events.ts';
import { BATCH, median, processorTime, roster, scratchFolder } from './district.ts';
import { mix } from './messages.ts';

const { values } = parseArgs({
  options: {
    districts: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '120' },
    warm: { type: 'string', default: '120' },
  },
});
const [count, rounds, warm] = [values.districts, values.rounds, values.warm].map(Number) as [number, number, number];
const now = Date.now();
const folder = scratchFolder();
const library = openLibrary(folder);

function open(name: string): District {
  const district = new District({
    id: 'linzi',
    database: openOnDisk(join(folder, `${name}.sqlite`)),
    library,
    calendar: announcedCalendar,
    retentionDays: 400,
    firstRoster: () => roster.file,
    channels: [createFeishuChannel({ ...FEISHU_KEYS, baseUrl: 'http://127.0.0.1:9' }, () => now)],
    now: () => now,
    sha256: (text) => hash('sha256', text),
    makeCode: () => '00000000',
    random: Math.random,
    after: () => () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  return district;
}

/** A message of the mix as its channel hands it over. */
function incoming(n: number): Incoming {
  const [{ person, text } = { person: '', text: '' }] = mix(1, now, n);
  return {
    channel: 'feishu',
    ids: [`om_${n}`, `event-${n}`],
    at: now,
    user: { ids: [person] },
    chat: { kind: 'private' },
    text,
  };
}

const residentMb = (): number => {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1048576;
};

/** Processor time a message where 25 messages go to these districts, one to each in turn. */
async function costTo(districts: readonly District[], from: number): Promise<number> {
  const began = processorTime();
  await Promise.all(
    Array.from({ length: BATCH }, (_, i) => districts[(from + i) % districts.length]?.accept([incoming(from + i)])),
  );
  return (processorTime() - began) / BATCH;
}

let next = 0;
/** The median of several rounds, once some have warmed up. */
async function costOfRounds(districts: readonly District[]): Promise<number> {
  const costs: number[] = [];
  for (let i = 0; i < warm + rounds; i += 1) {
    const cost = await costTo(districts, next);
    next += BATCH;
    if (i >= warm) costs.push(cost);
  }
  return median(costs);
}

const one = open('one');
await costOfRounds([one]);
const alone = await costOfRounds([one]);
const before = residentMb();
const many = Array.from({ length: count }, (_, i) => open(`district-${i}`));
const idleMb = (residentMb() - before) / count;

const amongIdle = await costOfRounds([one]);
const spread = await costOfRounds(many);
console.log(`resident memory of each idle district: ${idleMb.toFixed(2)} MB, of ${count}`);
console.log('processor time a message:');
console.log(`  one district open                          ${alone.toFixed(0).padStart(6)} µs`);
console.log(
  `  the same among ${count}                          ${amongIdle.toFixed(0).padStart(6)} µs, ${(amongIdle / alone).toFixed(2)} ×`,
);
console.log(
  `  messages spread over all, a commit for each  ${spread.toFixed(0).padStart(4)} µs, ${(spread / amongIdle).toFixed(2)} ×`,
);
process.exit(0);
