/** Whatever the matter and the district: a press that is taken back leaves everything as it was, and pressed again goes on as if nothing had been. */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { openStore } from '../../db/store.ts';
import { Bot } from '../../src/bot/bot.ts';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { type Step, sha256 } from '../../src/cli/rehearsal.ts';
import { parseInstant } from '../../src/core/day.ts';
import type { Delivery } from '../../src/core/message.ts';
import { Roster } from '../../src/core/roster.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';
import { meets, scenariosOf } from '../support/scenarios.ts';

const library = openLibrary({});
const tally = { takenBack: 0, refused: 0 };

class Place {
  now: number;
  private readonly database = openDatabase(':memory:');
  private readonly bot: Bot;
  private count = 0;

  constructor(district: string, at: number) {
    this.now = at;
    this.bot = new Bot({
      district,
      library,
      store: openStore(this.database.db),
      roster: new Roster(exampleRoster(district)),
      calendar: announcedCalendar,
      sha256,
      signInAt: null,
      makeCode: () => '00000000',
      channelOf: () => null,
    });
  }

  run(step: Step): Delivery[] {
    if (!('as' in step)) {
      this.now = Math.max(this.now, parseInstant(step.at) ?? 0);
      return this.bot.tick(this.now);
    }
    this.count += 1;
    return this.bot.receive({
      id: `m${this.count}`,
      person: step.as,
      group: step.in?.replace(/^group:/, '') ?? null,
      at: this.now,
      text: step.say,
      file: step.attach,
      ...(step.press !== undefined && { press: { label: step.press, note: step.note } }),
    }).deliveries;
  }

  /** Everything that a matter's course depends on. The beginning of an absence that isn't any more does nothing. */
  get state(): unknown {
    const { db } = this.database;
    return {
      matters: db.all(sql`select id, state, stage, day, data, closedAt from matters order by id`),
      steps: db.all(sql`select id, matter, stage, ask, principal, due from steps where state = 'open' order by id`),
      people: db.all(
        sql`select p.step, person, open from step_people p join steps s on s.id = p.step where s.state = 'open' order by 1, 2`,
      ),
      timers: db.all(
        sql`select at, kind, matter, step, person from timers where kind <> 'absence' order by 1, 2, 3, 4, 5`,
      ),
      absences: db.all(
        sql`select person, first_day, last_day, matter, designee, returnedAt from absences order by 1, 2`,
      ),
    };
  }

  close(): void {
    this.database.close();
  }
}

/** Presses; takes it back where that is possible; presses again. Answers what came of the last press. */
function pressTwice(place: Place, step: Step & { as: string }): Delivery[] {
  const before = place.state;
  const first = place.run(step);
  const after = place.state;
  if (isDeepStrictEqual(after, before)) return first;
  const told = place.run({ as: step.as, say: '按错了' });
  const own = told.find((d) => d.to === step.as);
  if (own?.status !== 'recorded') {
    tally.refused += 1;
    expect(['refused', 'not-allowed', 'not-understood']).toContain(own?.status);
    expect(place.state).toEqual(after);
    return first;
  }
  tally.takenBack += 1;
  expect(place.state).toEqual(before);
  return place.run(step);
}

describe.each(DISTRICTS)('%s', (district) => {
  test.each(scenariosOf(district).map((c) => [c.id, c] as const))('%s', (_, c) => {
    const place = new Place(district, parseInstant(c.at) ?? 0);
    try {
      let got: Delivery[] = [];
      for (const step of c.steps) {
        if ('expect' in step || 'never' in step) {
          for (const wanted of step.expect ?? [])
            expect(
              got.some((d) => meets(d, wanted)),
              JSON.stringify(wanted),
            ).toBe(true);
          continue;
        }
        const acts = step as Step;
        got = 'as' in acts && acts.press !== undefined ? pressTwice(place, acts) : place.run(acts);
      }
    } finally {
      place.close();
    }
  });
});

afterAll(() => {
  expect(tally.takenBack).toBeGreaterThan(15);
});
