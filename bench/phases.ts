/**
 * `node bench/phases.ts [--messages N] [--cpu-prof…]`: where a message's time goes, in microseconds of one process
 * without HTTP: the fixed mix through channel and bot, 25 messages a commit, `synchronous=FULL`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { COMMANDS } from '../commands/index.ts';
import type { Store } from '../db/store.ts';
import { announcedCalendar } from '../src/calendar/calendar.ts';
import { createFeishuChannel } from '../src/channels/feishu/index.ts';
import { mark } from '../src/language/mark.ts';
import { FEISHU_KEYS } from '../tests/support/feishu-events.ts';
import { BATCH, costOf, openDistrict, roster, scratchFolder } from './district.ts';
import { mix, signedMix } from './messages.ts';

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '6000' }, warm: { type: 'string', default: '2000' } },
});
const [warm, measured] = [Number(values.warm), Number(values.messages)];

/** Time by phase; a phase inside another interrupts it. */
class Phases {
  readonly spent = new Map<string, number>();
  private readonly open: string[] = [];
  private since = performance.now();

  time<R>(phase: string, work: () => R): R {
    this.turn();
    this.open.push(phase);
    try {
      return work();
    } finally {
      this.turn();
      this.open.pop();
    }
  }

  private turn(): void {
    const now = performance.now();
    const phase = this.open.at(-1);
    if (phase) this.spent.set(phase, (this.spent.get(phase) ?? 0) + now - this.since);
    this.since = now;
  }
}

const phases = new Phases();

/** A function that is timed whenever it is called. */
function timed<A extends unknown[], R>(phase: string, work: (...args: A) => R): (...args: A) => R {
  return (...args) => phases.time(phase, () => work(...args));
}

/** The store with every verb timed under its table's name. */
function timedStore(store: Store): Store {
  const tables = Object.entries(store).map(([table, verbs]) => {
    if (typeof verbs === 'function') return [table, verbs];
    const wrapped = Object.entries(verbs).map(([name, verb]) => [
      name,
      typeof verb === 'function' ? timed(`db ${table}`, verb.bind(verbs) as (...args: unknown[]) => unknown) : verb,
    ]);
    return [table, Object.fromEntries(wrapped)];
  });
  return Object.fromEntries(tables) as Store;
}

for (const command of COMMANDS) {
  command.weigh = timed('weigh', command.weigh.bind(command));
  command.decide = timed('judge', command.decide.bind(command));
  if (command.settled) command.settled = timed('judge', command.settled.bind(command));
}

const now = Date.now();
const { store, bot, close } = openDistrict(join(scratchFolder(), 'linzi.sqlite'), now, timedStore);
const channel = createFeishuChannel({ ...FEISHU_KEYS, baseUrl: 'http://127.0.0.1:9' }, () => now);

const spoken = mix(warm + measured, now);
const calls = signedMix(warm + measured, now);

function batch(from: number): void {
  const messages = calls.slice(from, from + BATCH).map(({ headers, body }, i) => {
    const outcome = phases.time('verify, decrypt, decode', () =>
      channel.decode({
        method: 'POST',
        header: (name) => headers[name],
        query: () => undefined,
        rawBody: Buffer.from(body),
        now,
      }),
    );
    if (outcome.kind !== 'events') throw new Error(outcome.kind);
    const [event] = outcome.events;
    const person = spoken[from + i]?.person ?? '';
    return { keys: event.ids, message: { id: event.ids[0], person, group: null, at: now, text: event.text } };
  });
  phases.time('db commit', () =>
    store.transaction(() => {
      for (const { message, keys } of messages) phases.time('engine, wording', () => bot.receive(message, keys));
    }),
  );
}

for (let from = 0; from < warm; from += BATCH) batch(from);
phases.spent.clear();
const commits: number[] = [];
for (let from = warm; from < warm + measured; from += BATCH) commits.push(costOf(() => batch(from)));

const marking = performance.now();
for (const { text, person } of spoken.slice(warm)) mark(text, roster, announcedCalendar, now, roster.person(person));
const marked = performance.now() - marking;
phases.spent.set('mark', marked);
phases.spent.set('engine, wording', (phases.spent.get('engine, wording') ?? 0) - marked);

const sum = [...phases.spent.values()].reduce((a, b) => a + b, 0);
const line = (phase: string, ms: number): string =>
  `${phase.padEnd(26)} ${((ms * 1000) / measured).toFixed(1).padStart(8)} µs ${((ms / sum) * 100).toFixed(1).padStart(6)} %`;
for (const [phase, ms] of [...phases.spent].sort((a, b) => b[1] - a[1])) console.log(line(phase, ms));
console.log(line('all', sum));
// On a machine that others use, too, the cheapest commits are those that were left alone.
const cheapest = commits.toSorted((a, b) => a - b)[Math.floor(commits.length / 10)] ?? 0;
console.log(
  `processor time of this thread: ${(commits.reduce((a, b) => a + b, 0) / measured).toFixed(0)} µs a message; ` +
    `a tenth of the commits took at most ${(cheapest / BATCH).toFixed(0)} µs a message`,
);
close();
