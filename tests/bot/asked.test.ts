import { expect, test } from 'vitest';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { Rehearsal } from '../../src/cli/rehearsal.ts';
import { parseInstant } from '../../src/core/day.ts';

test('a question about cancelling or moving a meeting leaves it standing, whatever the answer', () => {
  const rehearsal = new Rehearsal({
    district: 'laiwu',
    library: openLibrary({}),
    roster: exampleRoster('laiwu'),
    at: parseInstant('2026-04-06T09:00:00+08:00') ?? 0,
  });
  const say = (words: string) => rehearsal.run({ as: 'dep-water', say: words });
  try {
    say('4月15日上午9点在二楼会议室开专题会，我主持，研究水库除险，水利局、财政局参加');
    for (const question of ['取消会议要走什么程序', '专题会改期要重新发通知吗？', '会议取消要通知谁？']) {
      const heard = say(question);
      expect(heard.map((d) => d.to)).toEqual(['dep-water']);
      expect(['answered', 'not-found']).toContain(heard[0]?.status);
    }
    expect(say('取消15日的专题会议').map((d) => d.to)).toContain('head-slj');
  } finally {
    rehearsal.close();
  }
});
