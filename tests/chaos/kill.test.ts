/**
 * kill -9 under load, at random moments and at forced ones: nothing accepted is lost, nothing acts twice, nothing is sent
 * twice while its key counts, and where nobody can know, the database says so. Long forms: tests/README.md.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../simulation/random.ts';
import { DingtalkPlatform } from '../support/dingtalk-platform.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { ServerProcess } from '../support/server.ts';
import { CHANNELS, KEYS, Load, sleep } from './load.ts';
import { auditFaults, effectFaults, Inspection, integrityFaults, keyedFaults, unkeyedFaults } from './verdict.ts';

const KILLS = Number(process.env.KILLS ?? 30);
const SEED = Number(process.env.SEED ?? 20261121);
const SENDERS = 8;
/** A forced moment that doesn't come within this is given up for a random one. */
const MOMENT_MS = 5_000;

/** `held`: the platform has a message and hasn't answered. The others are those of crash-points.mjs. */
const MOMENTS = ['any', 'before-commit', 'after-commit', 'before-call', 'held', 'after-answer'] as const;
type Moment = (typeof MOMENTS)[number];

const random = new Random(SEED);
const deaths = new Map<Moment, number>();
let killAtHeld = 0;
const onHeld = (): void => {
  killAtHeld -= 1;
  if (killAtHeld === 0) void server.stop('SIGKILL');
};
const feishu = new FeishuPlatform({ onHeld });
const dingtalk = new DingtalkPlatform({ onHeld });
let server: ServerProcess;

beforeAll(async () => {
  const addresses = { FEISHU_BASE_URL: await feishu.listen(), DINGTALK_BASE_URL: await dingtalk.listen() };
  server = new ServerProcess(CHANNELS, { ...KEYS, ...addresses, SEND_PER_SECOND: '400' });
}, 30_000);

afterAll(async () => {
  await server.remove();
  await feishu.close();
  await dingtalk.close();
});

/** One life under load, to its end: at the `count`-th of its moments, or after `ms` by chance. */
async function live(moment: Moment, count: number, ms: number): Promise<void> {
  if (moment === 'held') killAtHeld = count;
  const crash: Record<string, string> = moment === 'any' || moment === 'held' ? {} : { CRASH_AT: `${moment}:${count}` };
  try {
    await server.start({ preload: 'crash-points.mjs', env: crash });
  } catch (error) {
    if (moment === 'any') throw error;
  }
  for (let waited = 0; server.isRunning && waited < (moment === 'any' ? ms : MOMENT_MS); waited += 10) await sleep(10);
  const died: Moment = server.isRunning ? 'any' : moment;
  deaths.set(died, (deaths.get(died) ?? 0) + 1);
  await server.stop('SIGKILL');
}

function inspect<R>(look: (database: Inspection) => R): R {
  const database = new Inspection(join(server.folder, 'data', 'linzi.sqlite'));
  try {
    return look(database);
  } finally {
    database.close();
  }
}

test(`${KILLS} kills`, { timeout: 240_000 + KILLS * 8_000 }, async () => {
  const load = new Load(
    () => server.address,
    () => random.next(),
    SENDERS,
  );
  for (let kill = 0; kill < KILLS; kill += 1)
    await live(MOMENTS[kill % MOMENTS.length] ?? 'any', random.between(1, 25), random.between(100, 600));
  await server.start();
  await load.stop();
  const { accepted } = load;
  expect(load.strange).toEqual([]);
  await expect
    .poll(() => inspect((db) => db.count(`select count(*) n from outbox where state in ('pending', 'sending')`)), {
      timeout: 180_000 + KILLS * 1_000,
      interval: 500,
    })
    .toBe(0);

  const leaves = [...accepted.values()].filter((event) => event.kind === 'leave').length;
  const faults = inspect((db) => [
    ...effectFaults(db, accepted.values()),
    ...keyedFaults(db, 'feishu', feishu.messages),
    ...unkeyedFaults(db, 'dingtalk', dingtalk.messages),
    ...integrityFaults(db),
    ...auditFaults(db),
  ]);
  expect(faults).toEqual([]);
  expect(inspect((db) => db.count('select count(*) n from inbox'))).toBe(accepted.size);
  expect(inspect((db) => db.count(`select count(*) n from matters where about = 'leave'`))).toBe(leaves);
  expect(inspect((db) => db.count('select count(*) n from queues'))).toBe(0);
  for (const moment of MOMENTS) expect.soft(deaths.get(moment), moment).toBeGreaterThan(0);

  const uncertain = inspect((db) => db.count(`select count(*) n from outbox where state = 'uncertain'`));
  const repeats = feishu.calls.filter((call) => call.startsWith('create')).length - feishu.messages.length;
  console.log(
    `${KILLS} kills (seed ${SEED}; ${[...deaths].map(([moment, n]) => `${moment} ${n}`).join(', ')}): ` +
      `${accepted.size} events accepted, ${leaves} leaves opened, ${feishu.messages.length} messages on Feishu ` +
      `(${repeats} repeats recognised by their keys), ${dingtalk.messages.length} on DingTalk (${uncertain} uncertain, ` +
      'all reported); lost 0, double 0',
  );
});
