/**
 * Two at once: two who may decide, or withdrawal against consent. Messages are worked off one after another, so that a
 * race is an order; whoever comes first decides, the other hears so, and a matter has exactly one outcome.
 */
import { expect, test } from 'vitest';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import type { RosterFile } from '../../src/core/roster.ts';
import { moment, plus } from './oracle.ts';
import { Random } from './random.ts';
import { type Kept, World } from './world.ts';

const RACES = 10_000;
/** Races on one store; a look at what a person has open costs more the more there is of it. */
const PER_STORE = 500;

const library = openLibrary({});

/** 蓬莱 with two who receive for the office: either may consent to a department head's leave. */
function twoReceivers(): RosterFile {
  const roster = exampleRoster('penglai');
  const second = { id: 'office-2', name: '纪文远', position: 'staff' as const, unit: '区政府办公室' };
  return {
    ...roster,
    people: [...roster.people, second],
    bodies: { ...roster.bodies, 'government-office': ['gov-office', second.id] },
  };
}

/** One leave, two who act on it in random order, perhaps twice each. */
function race(world: World, random: Random, owner: string): void {
  const day = plus(world.today, 5);
  const said = `请假，${Number(day.slice(5, 7))}月${Number(day.slice(8))}日去济南开会`;
  const filed = world.receive(owner, { text: said });
  const cards = filed.filter((d) => d.status === 'to-approve');
  const request = cards[0]?.request ?? '';
  const before = filed.length;
  const press = (card: Kept | undefined, label: string) => (): Kept[] =>
    card ? world.receive(card.to, { press: { label, note: '意见', delivery: card.number } }) : [];
  const acts = random.some(
    [
      press(cards[0], random.pick(['同意', '不同意'])),
      press(cards[1], random.pick(['同意', '不同意'])),
      ...(random.chance(0.5) ? [() => world.receive(owner, { text: '撤回请假' })] : []),
      ...(random.chance(0.3) ? [press(cards[0], '同意')] : []),
    ],
    4,
  );
  const got = acts.flatMap((act) => act());
  const count = (status: string): number => got.filter((d) => d.request === request && d.status === status).length;
  const outcome = { approved: count('approved'), declined: count('declined') };
  const state = world.store.matters.get(request)?.state;
  const decided = world.store.steps.ofMatter(request).filter((s) => s.decidedBy);
  if (before !== 3 || cards.length !== 2) world.violate(`${request} went to ${cards.length}`);
  if (outcome.approved + outcome.declined > 1) world.violate(`${request} has two outcomes`);
  if (decided.length > 1) world.violate(`${request} decided ${decided.length} times`);
  if (!['approved', 'declined', 'withdrawn'].includes(state ?? '')) world.violate(`${request} is ${state}`);
  if (state === 'declined' && outcome.declined !== 1) world.violate(`${request} declined without a word`);
  if (state === 'approved' && outcome.approved !== 1) world.violate(`${request} approved without a word`);
  if (state !== 'withdrawn') world.receive(owner, { text: '撤回请假' });
}

test(`${RACES} races have one outcome each`, { timeout: 300_000 }, () => {
  const random = new Random(20260302);
  const owners = ['head-slj', 'head-czj', 'head-jtj', 'head-nyj', 'town-1'];
  const violations: string[] = [];
  for (let done = 0; done < RACES; done += PER_STORE) {
    const world = new World({
      district: 'penglai',
      roster: twoReceivers(),
      library,
      at: moment('2026-03-02', '09:00'),
    });
    for (let i = 0; i < PER_STORE; i++) {
      world.pass(61_000);
      race(world, random, owners[i % owners.length] ?? '');
    }
    violations.push(...world.violations);
    world.close();
  }
  expect(violations).toEqual([]);
});
