import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/arguments.ts';
import { askLineOf, Desk } from '../../src/cli/ask.ts';
import { PROJECT_RULES, RuleFiles } from '../../src/hosts/rule-files.ts';
import { Library } from '../../src/rules/library.ts';

const desk = new Desk(new Library(new RuleFiles([PROJECT_RULES])));
const now = Date.UTC(2026, 3, 13, 1);
const run = (line: unknown) => askLineOf(typeof line === 'string' ? line : JSON.stringify(line), desk, { now });

describe('a line of questions', () => {
  test('becomes a delivery to who asks, with the line’s id', () => {
    const { ok, output } = run({ id: 'q1', district: 'linzi', as: 'head-slj', ask: '我们局的请示送哪位领导批' });
    expect(ok).toBe(true);
    expect(output).toMatchObject({
      id: 'q1',
      to: 'head-slj',
      at: '2026-04-13T09:00:00+08:00',
      status: 'answered',
      buttons: [],
    });
    expect(output.clauses).toContain('31.2');
  });

  test('is answered at the moment that it names', () => {
    const { output } = run({
      id: 1,
      district: 'linzi',
      at: '2026-03-02T09:00:00+08:00',
      ask: '今天收到会签，最晚哪天回？',
    });
    expect(output).toMatchObject({ id: 1, at: '2026-03-02T09:00:00+08:00', due: '2026-03-04' });
  });

  test.each([
    ['{"id":', null, '不是有效的 JSON'],
    [{ district: 'linzi', ask: '常务会纪要谁签' }, null, 'id'],
    [{ id: 'a', district: 'nowhere', ask: '常务会纪要谁签' }, 'a', '没有“nowhere”的规则'],
    [{ id: 'b', ask: '常务会纪要谁签' }, 'b', '缺少区的代号'],
    [{ id: 'c', district: 'linzi', as: 'nobody', ask: '常务会纪要谁签' }, 'c', '名册中没有“nobody”'],
    [{ id: 'd', district: 'linzi', ask: '' }, 'd', 'ask'],
    [{ id: 'e', district: 'linzi', at: '3月2日', ask: '常务会纪要谁签' }, 'e', 'at'],
    [{ id: 'f', district: 'linzi', at: '昨天', ask: '' }, 'f', /at.*ask/],
  ])('that is malformed is told with its id: %j', (line, id, says) => {
    const { ok, output } = run(line);
    expect(ok).toBe(false);
    expect(Object.keys(output)).toEqual(['id', 'error']);
    expect(output.id).toBe(id);
    expect(String(output.error)).toMatch(says instanceof RegExp ? says : new RegExp(says));
  });
});

test('a single question of an unknown district is refused', () => {
  expect(() => desk.ask({ district: 'nowhere', at: now, ask: '谁签' })).toThrow(UsageError);
});
