import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  cardOf,
  labelOf,
  readTrackId,
  textOfDispatch,
  trackIdOf,
  valuesOf,
} from '../../../src/channels/dingtalk/cards.ts';
import { ASKS, BUTTONS } from '../../../src/core/vocabulary.ts';
import { delivery, dispatch, QUOTE } from '../../support/deliveries.ts';

interface Template {
  variables: { name: string; example: string }[];
  components: { shows?: string; button?: string; params?: { name: string; variable: string }[] }[];
}
const template = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../src/channels/dingtalk/card-template.json'), 'utf8'),
) as Template;

describe('a card', () => {
  test('shows what it is about, the applicant, the words, the clause and its buttons', () => {
    expect(cardOf(dispatch({ applicant: '周海涛副区长' }))).toMatchObject({
      title: '请假外出 · 请审批',
      applicant: '申请人：周海涛副区长',
      body0: '周海涛副区长3月5日至3月7日去济南参加培训。',
      body1: '',
      quote0: QUOTE,
      hint: '附言（不同意时请写明理由）',
      button0: '同意',
      button1: '不同意',
      outcome: '',
    });
  });

  test('once decided shows the outcome and no buttons', () => {
    const values = valuesOf(dispatch({ outcome: '3月2日 09:05 钱立群：同意' }));
    expect(values).toMatchObject({ button0: '', button1: '', hint: '', outcome: '3月2日 09:05 钱立群：同意' });
  });

  test('has exactly the values that the template shows', () => {
    const names = template.variables.filter((v) => v.name !== 'tip').map((v) => v.name);
    expect(Object.keys(cardOf(dispatch()) ?? {}).sort()).toEqual(names.sort());
    const shown = template.components.flatMap((c) => [c.shows ?? [], c.params?.map((p) => p.variable) ?? []].flat());
    const known = new Set(template.variables.map((v) => v.name));
    expect(shown.filter((name) => !known.has(name) && name !== 'local.note')).toEqual([]);
    expect([...known].filter((name) => !shown.includes(name))).toEqual([]);
  });

  test('spreads a long text over values of at most 1 KB and loses nothing', () => {
    const text = Array.from({ length: 40 }, (_, i) => `第${i}行：${'长'.repeat(20)}`).join('\n');
    const values = cardOf(dispatch({}, delivery({ text }))) ?? {};
    expect(Object.values(values).every((v) => Buffer.byteLength(v) <= 1024)).toBe(true);
    expect(
      [0, 1, 2, 3]
        .map((i) => values[`body${i}`])
        .filter(Boolean)
        .join('\n'),
    ).toBe(text);
  });

  test('too long for a card goes out as text, as does what has nothing to press', () => {
    expect(cardOf(dispatch({}, delivery({ text: '长'.repeat(1400) })))).toBeUndefined();
    expect(cardOf(dispatch({}, delivery({ buttons: [] })))).toBeUndefined();
  });

  test('contains nothing that is read as markup', () => {
    const hostile = '<at id=all></at> [点此](https://evil.example) @所有人 \u202e反\u0007';
    const json = JSON.stringify(
      valuesOf(dispatch({ applicant: hostile, outcome: hostile }, delivery({ text: hostile }))),
    );
    expect(json).not.toMatch(/<|\]\(|:\/\/|@所有人|\u202e|\\u0007/);
  });

  test.each(ASKS)('for %s is known again by its id and its buttons', (ask) => {
    const trackId = trackIdOf(dispatch({}, delivery({ buttons: [...BUTTONS[ask]] })), 'mbq12345-abcdefghijkl');
    expect(trackId.length).toBeLessThanOrEqual(64);
    const card = readTrackId(trackId);
    expect(card).toEqual({ delivery: 7, ask });
    BUTTONS[ask].forEach((label, i) => {
      expect(card && labelOf(card, [label])).toBe(label);
      expect(card && labelOf(card, [`button${i}`])).toBe(label);
    });
  });
});

describe('a text', () => {
  test('ends with the words to type, and with whose matter where somebody else filed it', () => {
    expect(textOfDispatch(dispatch())).toMatch(/请直接回复：同意 或 不同意（请写明理由）$/);
    expect(textOfDispatch(dispatch({ applicant: '周海涛' }))).toMatch(/如：同意周海涛的申请$/);
  });

  test('fits its limit in every case', () => {
    for (const text of ['长'.repeat(20_000), '"'.repeat(20_000), '😀\n'.repeat(9_000)]) {
      const sent = JSON.stringify({ content: textOfDispatch(dispatch({}, delivery({ text }))) });
      expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(15_000);
      expect(sent).not.toContain('\\ud83d');
    }
  });
});
