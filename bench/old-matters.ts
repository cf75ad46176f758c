/**
 * `node bench/old-matters.ts [--matters N]`: what a message costs in a district that has a million matters behind it,
 * beside one that has none. The old ones, with their steps, absences and messages, are written straight into the tables;
 * commits of the two districts alternate.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { addDays, dayOf } from '../src/core/day.ts';
import { BATCH, costOf, median, openDistrict, roster, scratchFolder } from './district.ts';

const { values } = parseArgs({
  options: {
    matters: { type: 'string', default: '1000000' },
    commits: { type: 'string', default: '160' },
    warm: { type: 'string', default: '120' },
  },
});
const [old, commits, warm] = [values.matters, values.commits, values.warm].map(Number) as [number, number, number];
const now = Date.now();
const folder = scratchFolder();

/** Leaves of the last ten years, spread over everybody in the roster: approved and over, or declined. */
function fill(file: string): void {
  const connection = new Database(file);
  connection.pragma('synchronous = OFF');
  const people = JSON.stringify(roster.people.map(({ id }) => id));
  connection.exec('create temp table person (n integer primary key, id text not null)');
  connection.prepare('insert into person select key, value from json_each(?)').run(people);
  connection.exec('create temp table old (n integer primary key, person text, first text, last text, at integer)');
  const today = dayOf(now);
  connection
    .prepare(
      `with recursive count(n) as (select 1 union all select n + 1 from count where n < ?)
       insert into old select count.n, person.id, date(?, '+' || (count.n % 3600) || ' days'), date(?, '+' || (count.n % 3600 + 2) || ' days'), ? + count.n * 300
       from count join person on person.n = count.n % ?`,
    )
    .run(old, addDays(today, -3650), addDays(today, -3650), now - 3650 * 86_400_000, roster.people.length);
  const data = JSON.stringify({
    body: '到济南参加业务培训，副局长代为主持工作。',
    publicBody: '外出培训。',
    warnings: [],
  });
  const route = JSON.stringify([{ ask: 'note', who: ['mayor'], quotes: [{ ref: '43.2', text: '应至少提前3天报告' }] }]);
  connection.transaction(() => {
    connection
      .prepare(
        `insert into matters (id, seq, about, kind, title, owner, filedBy, edition, state, day, lastDay, data, route, quotes, stage, openedAt, closedAt)
         select 'leave-' || n, n, 'leave', 'leave', '外出培训', person, person, '2026', case n % 9 when 0 then 'declined' else 'closed' end,
           first, last, ?, ?, '[]', 0, at, at + 86400000 from old`,
      )
      .run(data, route);
    connection.exec(
      `insert into steps (id, matter, stage, ask, party, state, openedAt, decidedAt)
         select n, 'leave-' || n, 0, 'note', 'mayor', 'done', at, at + 3600000 from old;
       insert into step_people (step, person, open) select n, 'mayor', 0 from old;
       insert into absences (person, first_day, last_day, matter, returnedAt)
         select person, first, last, 'leave-' || n, at + 86400000 from old;
       insert into inbox (id, at, person, body, verdict)
         select 'om_old_' || n, at, person, '{"text":"请假去济南参加业务培训"}', 'accepted' from old;
       insert into outbox (at, recipient, status, about, text, clauses, quotes, buttons, matter, step, channel, state, attempts, sentAt, platformId)
         select at, 'mayor', 'to-note', 'leave', '【请阅知】外出培训', '["43.2"]', '[]', '["已阅"]', 'leave-' || n, n, 'feishu', 'sent', 1, at, 'om_' || n from old;`,
    );
  })();
  connection.close();
}

const empty = openDistrict(join(folder, 'empty.sqlite'), now);
openDistrict(join(folder, 'old.sqlite'), now).close();
const began = performance.now();
fill(join(folder, 'old.sqlite'));
console.log(`${old} old matters written in ${((performance.now() - began) / 1000).toFixed(0)} s`);
const full = openDistrict(join(folder, 'old.sqlite'), now);

const costs = { empty: [] as number[], full: [] as number[] };
for (let i = 0; i < warm + commits; i += 1) {
  const emptyCost = costOf(() => empty.commit(i * BATCH));
  const fullCost = costOf(() => full.commit(i * BATCH));
  if (i < warm) continue;
  costs.empty.push(emptyCost / BATCH);
  costs.full.push(fullCost / BATCH);
}
console.log(`processor time a message, median of ${commits} commits of ${BATCH} each, the two districts in turn`);
console.log(`  no old matters      ${median(costs.empty).toFixed(0).padStart(6)} µs`);
console.log(`  ${String(old).padEnd(8)} of them    ${median(costs.full).toFixed(0).padStart(6)} µs`);
console.log(`  ratio               ${(median(costs.full) / median(costs.empty)).toFixed(2).padStart(6)}`);
empty.close();
full.close();
