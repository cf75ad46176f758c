import { describe, expect, test } from 'vitest';
import { type FormAnswers, formFor, sayForm } from '../../src/core/form.ts';
import { MISSING, type Missing } from '../../src/core/vocabulary.ts';

test('a gap becomes its fields; what has to be sent as a file has none', () => {
  expect(formFor(['dates', 'attachments', 'acting', 'reason'], ['li'])).toMatchObject([
    { name: 'first', kind: 'date' },
    { name: 'last', kind: 'date' },
    { name: 'acting', kind: 'person', people: ['li'] },
    { name: 'reason', kind: 'text' },
  ]);
});

test('every label is Chinese', () => {
  const fields = formFor(Object.keys(MISSING) as Missing[], []);
  expect(fields.every(({ label }) => /^[\u4e00-\u9fff]+$/.test(label))).toBe(true);
});

describe('answers read as a message', () => {
  test.each<[string, FormAnswers, string]>([
    ['nothing', {}, ''],
    ['one day', { first: '2026-03-05' }, '外出时间：2026年3月5日'],
    ['two days', { first: '2026-03-05', last: '2026-12-10' }, '外出时间：2026年3月5日至2026年12月10日'],
    [
      'punctuation that would end a part',
      { place: '济南；青岛', reason: '参加培训，并汇报工作。\n', acting: ' 马志远 ' },
      '地点：济南、青岛；事由：参加培训、并汇报工作；由马志远代为主持工作',
    ],
    ['an urgency', { 'urgent-reason': '水库出险' }, '紧急情况：水库出险'],
  ])('%s', (_, answers, words) => {
    expect(sayForm(answers)).toBe(words);
  });
});
