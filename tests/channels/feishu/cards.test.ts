import { describe, expect, test } from 'vitest';
import type { DispatchField } from '../../../src/channels/channel.ts';
import { buildCard, feishuContent } from '../../../src/channels/feishu/cards.ts';
import { inert } from '../../../src/channels/wording.ts';
import type { Delivery } from '../../../src/core/message.ts';
import { STATUSES } from '../../../src/core/vocabulary.ts';
import { delivery, dispatch, QUOTE } from '../../support/deliveries.ts';
import { buttonsOf, withTag, wordsOf } from '../../support/feishu-events.ts';

describe('a card', () => {
  test('shows what it is about, the applicant, the words and the clause', () => {
    const words = wordsOf(buildCard(dispatch({ applicant: '周海涛副区长' })));
    expect(words).toContain('请假外出 · 请审批');
    expect(words).toContain('申请人：周海涛副区长');
    expect(words).toContain('去济南参加培训');
    expect(words).toContain(QUOTE);
  });

  test('carries its buttons and the comment field in one form', () => {
    const [form] = withTag(buildCard(dispatch()), 'form');
    expect(buttonsOf(form)).toEqual([
      { label: '同意', value: { d: 7, b: '同意' } },
      { label: '不同意', value: { d: 7, b: '不同意' } },
    ]);
    expect(withTag(form, 'input')).toMatchObject([{ name: 'note' }]);
    expect(withTag(form, 'button').every((b) => b.form_action_type === 'submit')).toBe(true);
    const names = [...withTag(form, 'button'), ...withTag(form, 'input')].map((e) => e.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('once decided shows the outcome and no buttons', () => {
    const card = buildCard(dispatch({ outcome: '3月2日 09:05 钱立群：同意' }));
    expect(buttonsOf(card)).toEqual([]);
    expect(withTag(card, 'input')).toEqual([]);
    expect(wordsOf(card)).toContain('3月2日 09:05 钱立群：同意');
  });

  test.each(STATUSES)('of status %s has a Chinese title', (status) => {
    const title = wordsOf((buildCard(dispatch({}, delivery({ status }))) as { header: unknown }).header);
    expect(title).toMatch(/^请假外出 · [\u4e00-\u9fff]+\n/);
  });

  test('merges reminders into one digest', () => {
    const reminder = (text: string): Delivery => delivery({ status: 'reminder', buttons: [], text });
    const card = buildCard(dispatch({}, reminder('会签明日到期'), reminder('请办理销假')));
    expect(wordsOf(card)).toContain('提醒（共2件）');
    expect(wordsOf(card)).toMatch(/会签明日到期[\s\S]*请办理销假/);
  });

  test('contains nothing that is read as markup', () => {
    const hostile = '<at id=all></at> [点此](https://evil.example) **粗** @所有人 \u202e反\u0007';
    const card = buildCard(
      dispatch(
        { applicant: hostile, outcome: hostile },
        delivery({ text: hostile, attachments: [{ name: hostile, type: 'x' }] }),
      ),
    );
    const json = JSON.stringify(card);
    expect(json).not.toMatch(/<|\]\(|:\/\/|@所有人|\u202e|\\u0007/);
    expect(withTag(card, 'markdown')).toEqual([]);
    expect(json).not.toContain('lark_md');
  });

  test('too large for a card goes out as text that can be answered in words', () => {
    const content = feishuContent(dispatch({ applicant: '周海涛' }, delivery({ text: '长'.repeat(10_000) })));
    expect(content.msg_type).toBe('text');
    const { text } = JSON.parse(content.content) as { text: string };
    expect(text).toContain('请直接回复：同意 或 不同意');
    expect(text).toContain('申请人：周海涛');
  });

  test('fits its limit in every case', () => {
    for (const size of [8_000, 9_000, 9_300, 9_400, 60_000, 200_000]) {
      const { msg_type, content } = feishuContent(dispatch({}, delivery({ text: '长'.repeat(size) })));
      expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(msg_type === 'text' ? 150_000 : 30_000);
    }
  });
});

describe('a form', () => {
  const ask = delivery({ status: 'incomplete', buttons: [], missing: ['dates', 'place', 'acting'] });
  const people = [
    { name: '严子涵', ids: ['yan', 'ou_yan'] },
    { name: '朱佳宁', ids: ['ou_zhu'] },
  ];
  const form: DispatchField[] = [
    { name: 'first', kind: 'date', label: '开始日期' },
    { name: 'last', kind: 'date', label: '结束日期' },
    { name: 'place', kind: 'text', label: '地点' },
    { name: 'acting', kind: 'person', label: '代为主持工作的负责人', people },
  ];
  const card = buildCard(dispatch({ form }, ask));

  test('is one container with a field of its own name for each gap, and one button that sends it', () => {
    const [container, ...more] = withTag(card, 'form');
    expect(more).toEqual([]);
    expect(withTag(container, 'date_picker').map((d) => d.name)).toEqual(['first', 'last']);
    expect(withTag(container, 'select_person')).toMatchObject([
      { name: 'acting', options: [{ value: 'ou_yan' }, { value: 'ou_zhu' }] },
    ]);
    expect(withTag(container, 'input').map((d) => d.name)).toEqual(['place', 'acting_other']);
    expect(withTag(container, 'button')).toMatchObject([
      { form_action_type: 'submit', behaviors: [{ type: 'callback', value: { f: 7 } }] },
    ]);
  });

  test('offers names where an open_id is unknown, and a line to write on where nobody is', () => {
    const withPeople = (some: typeof people): unknown =>
      buildCard(dispatch({ form: [{ name: 'acting', kind: 'person', label: '代为主持', people: some }] }, ask));
    const named = withPeople([...people, { name: '李四', ids: ['li'] }]);
    expect(withTag(named, 'select_person')).toEqual([]);
    expect(withTag(named, 'select_static')).toMatchObject([{ options: [{}, {}, { value: '李四' }] }]);
    expect(withTag(withPeople([]), 'input')).toMatchObject([{ name: 'acting', required: true }]);
  });

  test('that was sent in is gone from its card', () => {
    expect(withTag(buildCard(dispatch({ form, outcome: '表单已提交' }, ask)), 'form')).toEqual([]);
  });
});

test('inert words keep what people read', () => {
  expect(inert('3月5日\n“同意”（附件：a.pdf）')).toBe('3月5日\n“同意”（附件：a.pdf）');
  expect(inert('a\r\nb\u200bc\u2028d\ud83d\ude00')).toBe('a\nbcd\ud83d\ude00');
});
