/** What a form says is read back by the leave as it was filled in, whatever was missing and whatever else was known. */
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/bot/understand.ts';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { parseInstant } from '../../src/core/day.ts';
import { type FormAnswers, sayForm } from '../../src/core/form.ts';
import { Roster } from '../../src/core/roster.ts';

const roster = new Roster(exampleRoster('linzi'));
const setting = {
  district: 'linzi',
  library: openLibrary({}),
  roster,
  calendar: announcedCalendar,
  now: parseInstant('2026-03-02T09:00:00+08:00') ?? 0,
};

describe('a filled-in form', () => {
  test.each<[FormAnswers, Record<string, unknown>]>([
    [
      { first: '2026-03-05', last: '2026-03-07' },
      { first: '2026-03-05', last: '2026-03-07' },
    ],
    [
      { first: '2026-12-30', last: '2027-01-02' },
      { first: '2026-12-30', last: '2027-01-02' },
    ],
    [
      { first: '2026-03-05', last: '2026-03-05' },
      { first: '2026-03-05', last: '2026-03-05' },
    ],
    [{ place: '济南' }, { place: '济南' }],
    [{ place: '烟台市莱山区' }, { place: '烟台市莱山区' }],
    [{ reason: '参加水利培训，并汇报工作' }, { reason: '参加水利培训、并汇报工作' }],
    [{ acting: '吴敏' }, { acting: '吴敏', actingId: 'dep-market' }],
    [{ acting: '副局长马志远' }, { acting: '马志远' }],
    [{ 'urgent-reason': '水库出险须赶赴现场' }, { urgent: true, urgentReason: '水库出险须赶赴现场' }],
    [
      { first: '2026-03-05', last: '2026-03-06', place: '北京', reason: '参加会议', acting: '吴敏' },
      { first: '2026-03-05', last: '2026-03-06', place: '北京', reason: '参加会议', actingId: 'dep-market' },
    ],
  ])('%j', (answers, request) => {
    const sender = roster.person('dep-water');
    if (!sender) throw new Error('nobody to fill it in');
    const words = `请假。${sayForm(answers)}`;
    expect(understand(words, { ...setting, sender }).reading?.read ?? {}, words).toMatchObject(request);
  });
});
