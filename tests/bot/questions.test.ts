/** 问题登记: a question is kept once, counted, without anybody's name or number, and opens again when it is asked again. */
import { beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { openStore, type Store } from '../../db/store.ts';
import { noteQuestion, settleQuestion } from '../../src/bot/questions.ts';
import { type Equipment, startTurn, type Turn } from '../../src/bot/turn.ts';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { parseInstant } from '../../src/core/day.ts';
import { Roster } from '../../src/core/roster.ts';

const { book } = openLibrary({}).inForce('linzi', '2026-03-02');
let store: Store;

const turnOn = (day: string): Turn => {
  const equipment: Equipment = {
    store,
    roster: new Roster(exampleRoster('linzi')),
    calendar: announcedCalendar,
    bookOn: () => book,
    bookOf: () => book,
    followUps: () => [],
    sha256: (text) => text.slice(0, 8),
    channelOf: () => null,
    makeCode: () => '000000',
    signInAt: null,
  };
  return startTurn(equipment, parseInstant(`${day}T09:00:00+08:00`) ?? 0, null);
};

beforeEach(() => {
  store = openStore(openDatabase(':memory:').db);
});

test('the same question is one row, counted, with the day it was asked last', () => {
  noteQuestion(turnOn('2026-03-02'), 'not-found', '局长有几天年假');
  noteQuestion(turnOn('2026-03-04'), 'not-found', '局长有几天年假');
  noteQuestion(turnOn('2026-03-04'), 'disputed', '局长有几天年假');
  const rows = store.questions.recent(false);
  expect(rows.map(({ outcome, times, day }) => [outcome, times, day]).sort()).toEqual([
    ['disputed', 1, '2026-03-04'],
    ['not-found', 2, '2026-03-04'],
  ]);
});

test('names, titles of colleagues, telephone numbers and addresses are not kept', () => {
  const said = '周海涛和李区长的电话是不是13800001234，身份证370305198001011234，邮箱 a.b@example.cn，12345号文';
  noteQuestion(turnOn('2026-03-02'), 'not-understood', said);
  const [row] = store.questions.recent(false);
  for (const personal of ['周海涛', '李区长', '13800001234', '370305198001011234', 'a.b@example.cn'])
    expect(row?.text).not.toContain(personal);
  expect(row?.text).toContain('12345号文');
});

test('what was dealt with is put away, and back when it is asked again', () => {
  noteQuestion(turnOn('2026-03-02'), 'not-found', '局长有几天年假');
  const id = store.questions.recent(false)[0]?.id ?? 0;
  settleQuestion(turnOn('2026-03-03'), 'console', id, true);
  expect(store.questions.recent(false)).toEqual([]);
  expect(store.questions.recent(true)[0]).toMatchObject({ handledOn: '2026-03-03', times: 1 });
  expect(store.audit.page(0, 5)[0]).toMatchObject({ actor: 'console', action: '问题已处理', detail: { question: id } });
  settleQuestion(turnOn('2026-03-03'), 'console', id, true);
  expect(store.audit.count()).toBe(1);
  noteQuestion(turnOn('2026-03-05'), 'not-found', '局长有几天年假');
  expect(store.questions.recent(false)[0]).toMatchObject({ handledOn: null, times: 2, day: '2026-03-05' });
});
