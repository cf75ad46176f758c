/** A random year in a district: who says, presses and forgets what, and what the oracle holds against it. */
import { createHash } from 'node:crypto';
import type { RosterFile } from '../../src/core/roster.ts';
import type { Library } from '../../src/rules/library.ts';
import { randomRoster } from './district-roster.ts';
import { Leaves } from './leaves.ts';
import { auditFaults, leftOver, silenceFaults } from './ledger.ts';
import { Matters } from './matters.ts';
import { Noise } from './noise.ts';
import { type DistrictId, moment, plus } from './oracle.ts';
import { Random } from './random.ts';
import { Trips } from './trips.ts';
import { World } from './world.ts';

export interface YearResult {
  seed: number;
  district: DistrictId;
  digest: string;
  counts: { messages: number; deliveries: number; reminders: number; matters: number };
  outcomes: Map<string, number>;
  violations: string[];
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What happens, and how often. */
const ACTIONS = {
  answer: 34,
  leave: 12,
  office: 3,
  change: 2,
  withdraw: 3,
  back: 7,
  old: 4,
  wrong: 3,
  twice: 3,
  meeting: 3,
  countersign: 6,
  extension: 2,
  document: 3,
  supervision: 3,
  question: 3,
  garbage: 3,
  classified: 1,
  repeat: 4,
} as const;

/** Lives one year; the same seed gives the same year, byte for byte. */
export function liveYear(seed: number, district: DistrictId, library: Library): YearResult {
  const random = new Random(seed);
  const roster: RosterFile = randomRoster(random, district);
  const first = plus('2025-01-06', random.between(0, 340));
  const world = new World({ district, roster, library, at: moment(first, '08:30') });
  try {
    const leaves = new Leaves(world);
    const trips = new Trips(world, leaves, random);
    const matters = new Matters(world, leaves, random);
    const noise = new Noise(world, random);
    const end = moment(plus(first, 365));
    while (world.now < end) {
      pass(world, leaves, random);
      act(random.weighted(ACTIONS), trips, matters, noise, world);
    }
    leaves.beginDays(world.pass(90 * DAY));
    world.violations.push(
      ...leftOver(world.database.db),
      ...auditFaults(world.database.db),
      ...silenceFaults(world.database.db, district, world.now),
      ...trips.faults(),
      ...matters.faults(),
    );
    const { outcomes, violations, counts } = world;
    const matterCount = world.store.matters.nextSeq() - 1;
    return {
      seed,
      district,
      digest: createHash('sha256').update(world.digest).digest('hex'),
      counts: { ...counts, matters: matterCount },
      outcomes,
      violations,
    };
  } finally {
    world.close();
  }
}

/** Minutes, hours, days, sometimes a month, and a clock put back; odd seconds keep messages off the instants of timers. */
function pass(world: World, leaves: Leaves, random: Random): void {
  const kind = random.weighted({ minutes: 37, hours: 26, day: 18, days: 13, month: 5, back: 1 });
  const ms = {
    minutes: random.between(1, 59) * MINUTE,
    hours: random.between(1, 9) * 60 * MINUTE,
    day: random.between(12, 30) * 60 * MINUTE,
    days: random.between(2, 5) * DAY,
    month: 30 * DAY,
    back: -random.between(1, 120) * MINUTE,
  }[kind];
  const next = world.now + ms;
  const off = next - (next % MINUTE) + random.between(1, 59) * 1000 + 7;
  leaves.beginDays(world.pass(off - world.now));
}

function act(kind: keyof typeof ACTIONS, trips: Trips, matters: Matters, noise: Noise, world: World): void {
  const acts: Record<keyof typeof ACTIONS, () => void> = {
    answer: () => matters.answer(),
    twice: () => matters.twice(),
    old: () => matters.old(),
    wrong: () => matters.wrong(),
    leave: () => trips.ask(),
    office: () => trips.register(),
    change: () => trips.change(),
    withdraw: () => trips.withdraw(),
    back: () => trips.back(),
    meeting: () => matters.meeting(),
    countersign: () => matters.countersign(),
    extension: () => matters.extension(),
    document: () => matters.document(),
    supervision: () => matters.supervision(),
    question: () => noise.question(),
    garbage: () => noise.garbage(),
    classified: () => noise.classified(),
    repeat: () => world.repeat(),
  };
  acts[kind]();
}
