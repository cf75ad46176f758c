/**
 * `node bench/tick.ts`: what `tick` costs with 100,000 reminders pending, beside 100: where none is due, and for each
 * one that is. Both districts take the same messages; the rest is due next year. They tick in turn.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BATCH, costOf, median, openDistrict, scratchFolder } from './district.ts';

const DAY_MS = 86_400_000;
const COMMITS = 40;
const DAYS = 60;
const IDLE_ROUNDS = 40;
/** The processor's clock is too coarse for one. */
const TICKS_A_ROUND = 500;

const { values } = parseArgs({
  options: { few: { type: 'string', default: '100' }, many: { type: 'string', default: '100000' } },
});
const now = Date.now();
const folder = scratchFolder();

function withPending(count: number) {
  const district = openDistrict(join(folder, `${count}.sqlite`), now);
  for (let i = 0; i < COMMITS; i += 1) district.commit(i * BATCH);
  district.store.transaction(() => {
    for (let i = 0; i < count; i += 1) {
      district.store.timers.add({
        at: now + 400 * DAY_MS + i,
        kind: 'return',
        matter: null,
        step: null,
        person: `head-${i % 150}`,
      });
    }
  });
  return { ...district, count, idle: [] as number[], due: [] as number[] };
}

const districts = [withPending(Number(values.few)), withPending(Number(values.many))];
for (let i = 0; i < IDLE_ROUNDS; i += 1) {
  for (const { bot, idle } of districts) {
    const cost = costOf(() => {
      for (let n = 0; n < TICKS_A_ROUND; n += 1) bot.tick(now);
    });
    idle.push(cost / TICKS_A_ROUND);
  }
}
for (let day = 1; day <= DAYS; day += 1) {
  for (const district of districts) {
    let delivered = 0;
    const cost = costOf(() => {
      delivered = district.bot.tick(now + day * DAY_MS).length;
    });
    if (delivered > 0) district.due.push(cost / delivered);
  }
}
console.log('processor time of tick, µs     none due   for each reminder sent');
for (const { count, idle, due, close } of districts) {
  console.log(
    `${String(count).padStart(8)} pending besides ${median(idle).toFixed(1).padStart(12)} ${median(due).toFixed(1).padStart(17)}`,
  );
  close();
}
