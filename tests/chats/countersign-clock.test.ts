/** 会签 over random papers: where the rule is silent on silence it is never consent, where it states no days there is no clock. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { Rehearsal } from '../../src/cli/rehearsal.ts';
import { addDays, type Day, instantOf, isoBeijing } from '../../src/core/day.ts';
import type { Delivery } from '../../src/core/message.ts';

const library = openLibrary({});
const UNITS = ['财政局', '司法局', '农业农村局', '教育和体育局'] as const;
const HEADS = ['head-czj', 'head-sfj', 'head-nyj', 'head-jtj'] as const;

interface Case {
  filed: Day;
  units: number[];
  host: string;
  answers: number[];
  wait: number;
}

const cases: fc.Arbitrary<Case> = fc.record({
  filed: fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-03-02', n)),
  units: fc.uniqueArray(fc.nat(UNITS.length - 1), { minLength: 1, maxLength: 3 }),
  host: fc.constantFrom('', '，5个工作日内反馈', '，3天内反馈', '，请尽快反馈'),
  answers: fc.uniqueArray(fc.nat(UNITS.length - 1), { maxLength: 2 }),
  wait: fc.integer({ min: 1, max: 60 }),
});

/** Sends a paper round, lets some answer, waits; everything delivered, and the day asked for. */
function run(district: string, { filed, units, host, answers, wait }: Case): { asked: Delivery[]; later: Delivery[] } {
  const rehearsal = new Rehearsal({
    district,
    library,
    roster: exampleRoster(district),
    at: instantOf(filed, '09:00'),
  });
  try {
    const names = units.map((u) => UNITS[u]).join('、');
    const asked = rehearsal.run({ as: 'head-slj', say: `水利局主办的《河道管护方案》请${names}会签${host}。` });
    const answering = answers.filter((a) => units.includes(a));
    const answered = answering.flatMap((a) => rehearsal.run({ as: HEADS[a] ?? '', press: '无不同意见' }));
    const waited = rehearsal.run({ at: isoBeijing(instantOf(addDays(filed, wait), '23:00')) });
    return { asked, later: [...answered, ...waited] };
  } finally {
    rehearsal.close();
  }
}

const unanswered = ({ units, answers }: Case): number => units.filter((u) => !answers.includes(u)).length;

test('周村: silence never becomes consent', () => {
  fc.assert(
    fc.property(cases, (c) => {
      const { later } = run('zhoucun', c);
      expect(later.some((d) => d.text.includes('视为无不同意见'))).toBe(false);
      expect(later.some((d) => d.status === 'approved')).toBe(unanswered(c) === 0);
    }),
    { numRuns: 60, seed: 20260302 },
  );
});

test('蓬莱: a countersign has no clock, whatever the host writes', () => {
  fc.assert(
    fc.property(cases, (c) => {
      const { asked, later } = run('penglai', c);
      expect([...asked, ...later].filter((d) => d.due !== undefined)).toEqual([]);
      expect(later.filter((d) => d.status === 'reminder')).toEqual([]);
    }),
    { numRuns: 60, seed: 20260302 },
  );
});

/** Days of the districts with a clock, and whether the host may set another. */
const CLOCKS = [
  { district: 'linzi', due: (day: Day) => addDays(day, 2), hostMaySet: true },
  { district: 'zhangdian', due: (day: Day) => announcedCalendar.addWorkdays(day, 3), hostMaySet: true },
  { district: 'laiwu', due: (day: Day) => announcedCalendar.addWorkdays(day, 5), hostMaySet: true },
  { district: 'zhoucun', due: (day: Day) => announcedCalendar.addWorkdays(day, 3), hostMaySet: false },
];

test.each(CLOCKS)('$district: every unit has until the same last day, the day of sending not counted', ({
  district,
  due,
  hostMaySet,
}) => {
  fc.assert(
    fc.property(cases, (c) => {
      const { asked } = run(district, c);
      const set = c.host.includes('5个')
        ? announcedCalendar.addWorkdays(c.filed, 5)
        : c.host.includes('3天')
          ? addDays(c.filed, 3)
          : undefined;
      const expected = hostMaySet && set ? set : due(c.filed);
      const steps = asked.filter((d) => d.status === 'to-countersign');
      expect(steps.map((d) => d.due)).toEqual(c.units.map(() => expected));
    }),
    { numRuns: 40, seed: 20260302 },
  );
});

test.each([
  'linzi',
  'zhangdian',
  'laiwu',
])('%s: silence is told as silence on the first working day after, once a unit', (district) => {
  fc.assert(
    fc.property(cases, (c) => {
      const { asked, later } = run(district, c);
      const due = asked.find((d) => d.status === 'to-countersign')?.due ?? '';
      const told = later.filter((d) => d.to === 'head-slj' && d.status === 'notice' && d.text.includes('逾期未回复'));
      const over = addDays(c.filed, c.wait) >= announcedCalendar.nextWorkday(due);
      expect(told.length).toBe(over ? unanswered(c) : 0);
      expect(later.some((d) => d.status === 'approved')).toBe(over || unanswered(c) === 0);
    }),
    { numRuns: 40, seed: 20260302 },
  );
});
