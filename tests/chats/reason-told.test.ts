/** 事由 is for those who decide or are reported to (contract §6.13): whatever follows, nobody else reads a medical reason. */
import { expect, test } from 'vitest';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { Rehearsal, type Step } from '../../src/cli/rehearsal.ts';
import { parseInstant } from '../../src/core/day.ts';
import type { Delivery } from '../../src/core/message.ts';
import { DISTRICTS } from '../../src/core/vocabulary.ts';

const library = openLibrary({});
/** Whose reason it is: words that no rule has. */
const reasonOf = (n: number): string => `第${n}类心脏病`;
const DECIDE = ['to-approve', 'to-note', 'to-file'];
const AT = '2026-04-01T09:00:00+08:00';

test.each([...DISTRICTS])('in %s', (district) => {
  const roster = exampleRoster(district);
  const calendar = announcedCalendar;
  const rehearsal = new Rehearsal({ district, library, roster, calendar, at: parseInstant(AT) ?? 0 });
  const told: Delivery[] = [];
  const run = (step: Step): void => void told.push(...rehearsal.run(step));

  const away = roster.people.filter(({ position }) =>
    ['deputy-mayor', 'department-head', 'town-mayor'].includes(position),
  );
  for (const [i, { id, unit }] of away.entries()) {
    const acting = roster.people.find((p) => p.position === 'staff' && p.unit === unit);
    const who = acting ? `，由${acting.name}代为主持工作` : '';
    const day = 10 + (i % 15);
    run({ as: id, say: `我4月${day}日至4月${day + 1}日去北京，因${reasonOf(i)}就医${who}` });
    run({ as: id, say: `因${reasonOf(i)}复查，改为4月${day + 1}日至4月${day + 2}日` });
  }
  // Everybody acts on whatever they have, and everybody asks; time goes on with its reminders.
  for (let rounds = 0; rounds < 3; rounds += 1)
    for (const { id } of roster.people)
      for (const press of ['同意', '已阅', '已备案', '无不同意见']) run({ as: id, press });
  for (const { id } of roster.people) {
    for (const { name } of away) run({ as: id, say: `${name}为什么请假？` });
    run({ as: id, say: '4月12日谁外出？' });
  }
  run({ as: 'mayor', say: '4月12日下午3点召开区政府全体会议，请通知参会' });
  for (const { id } of away) run({ as: id, say: '撤回请假' });
  run({ at: '2026-05-20T09:30:00+08:00' });

  const hearers = away.flatMap(({ id }, i) => told.filter(({ to, text }) => to !== id && text.includes(reasonOf(i))));
  expect(hearers.some(({ status }) => DECIDE.includes(status))).toBe(true);
  const others = hearers.filter(({ status }) => !DECIDE.includes(status));
  expect(others.map(({ to, status, text }) => `${to} ${status}: ${text}`)).toEqual([]);
});
