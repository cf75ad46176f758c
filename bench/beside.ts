/**
 * `node bench/beside.ts OTHER [--messages N]`: processor time of a message in this tree beside another checkout of the
 * project, both in one process, a commit here and a commit there in turn: what else the machine does befalls both alike,
 * so that differences of two hundredths show.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BATCH, type BenchDistrict, costOf, median, scratchFolder } from './district.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { messages: { type: 'string', default: '5000' }, warm: { type: 'string', default: '3000' } },
});
const [messages, warm] = [Number(values.messages), Number(values.warm)];
const now = Date.now();
const folder = scratchFolder();

async function openIn(root: string, name: string): Promise<BenchDistrict> {
  const { openDistrict } = (await import(join(root, 'bench/district.ts'))) as typeof import('./district.ts');
  return openDistrict(join(folder, `${name}.sqlite`), now);
}

const here = await openIn(resolve(import.meta.dirname, '..'), 'here');
const there = await openIn(resolve(positionals[0] ?? '.'), 'there');
const costs = { here: [] as number[], there: [] as number[] };
for (let from = 0; from < warm + messages; from += BATCH) {
  const take = {
    here: () => costOf(() => here.commit(from)) / BATCH,
    there: () => costOf(() => there.commit(from)) / BATCH,
  };
  // Whoever is second finds the processor's caches filled by the other: they change places.
  const order = (from / BATCH) % 2 === 0 ? (['here', 'there'] as const) : (['there', 'here'] as const);
  for (const side of order) {
    const cost = take[side]();
    if (from >= warm) costs[side].push(cost);
  }
}
const ratios = costs.here.map((cost, i) => cost / (costs.there[i] ?? Number.NaN));
console.log(`here  ${median(costs.here).toFixed(0)} µs a message`);
console.log(`there ${median(costs.there).toFixed(0)} µs a message`);
console.log(`here / there: ${median(ratios).toFixed(3)}, the median of ${ratios.length} pairs`);
here.close();
there.close();
