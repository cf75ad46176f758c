import { describe, expect, test } from 'vitest';
import { cardOf, labelOf, readTaskId, taskIdOf, textOf } from '../../../src/channels/wecom/cards.ts';
import { ASKS, BUTTONS } from '../../../src/core/vocabulary.ts';
import { answerTo, dispatch } from '../../support/wecom-channel.ts';

describe('a card', () => {
  test('shows what it is about, the applicant, the words, the clause and its buttons', () => {
    expect(cardOf(dispatch({ applicant: '周海涛副区长' }))).toEqual({
      card_type: 'button_interaction',
      main_title: { title: '请假外出 · 请审批', desc: '申请人：周海涛副区长' },
      quote_area: { type: 0, title: '依据', quote_text: '《临淄区人民政府工作规则》第四十三条第二款：“应提前3天报告”' },
      sub_title_text: '周海涛3月5日至3月7日去济南。',
      horizontal_content_list: [{ keyname: '附言', value: '回复“不同意 编号7 ……”' }],
      button_list: [
        { text: '同意', style: 1, key: 'button0' },
        { text: '不同意', style: 2, key: 'button1' },
      ],
    });
  });

  test('once decided shows the outcome in place of its buttons', () => {
    const card = cardOf(dispatch({ outcome: '03-02 09:05 钱立群：同意' }));
    expect(card).toMatchObject({
      replace_text: '已处理',
      horizontal_content_list: [{ keyname: '结果', value: '03-02 09:05 钱立群：同意' }],
    });
  });

  test('too long, or with nothing to press, or of several reminders goes out as text', () => {
    expect(cardOf(dispatch({}, { text: '长'.repeat(161) }))).toBeUndefined();
    expect(cardOf(dispatch({}, { text: `好\n依据：${'长'.repeat(401)}` }))).toBeUndefined();
    expect(cardOf(answerTo(8))).toBeUndefined();
    const [first] = dispatch().deliveries;
    expect(cardOf(dispatch({ deliveries: [first, first] }))).toBeUndefined();
  });

  test.each(ASKS)('for %s is known again by its id and its buttons', (ask) => {
    const taskId = taskIdOf(dispatch({}, { buttons: [...BUTTONS[ask]] }), 'mbq12345-abcdefghijkl');
    expect(taskId).toMatch(/^[\w@-]{1,128}$/);
    const task = readTaskId(taskId);
    expect(task).toEqual({ delivery: 7, ask });
    BUTTONS[ask].forEach((label, i) => {
      expect(task && labelOf(task, `button${i}`)).toBe(label);
    });
  });

  test('and text contain nothing that is read as markup', () => {
    const hostile = '<a href="https://evil.example">点此</a> [点此](https://evil.example) @所有人 \u202e反\u0007';
    const one = dispatch({ applicant: hostile, outcome: hostile }, { text: hostile });
    expect(JSON.stringify([cardOf(one), textOf(one)])).not.toMatch(/<|\]\(|:\/\/|@所有人|\u202e|\\u0007/);
  });
});

describe('a text', () => {
  test('ends with the words to type and the number that names the message', () => {
    expect(textOf(dispatch())).toMatch(/请直接回复：同意 或 不同意（请写明理由）（也可写明编号，如：同意 编号7）$/);
    expect(textOf(answerTo(8))).toMatch(/\n（编号8）$/);
    expect(textOf(dispatch({ outcome: '钱立群：同意' }))).toMatch(/\n钱立群：同意（编号7）$/);
  });

  test('fits 2,048 bytes and keeps what there is to reply', () => {
    for (const text of ['长'.repeat(20_000), '"'.repeat(20_000), '😀\n'.repeat(9_000)]) {
      const sent = textOf(dispatch({ applicant: '周海涛' }, { text }));
      expect(Buffer.byteLength(sent)).toBeLessThanOrEqual(2048);
      expect(sent).toContain('内容过长');
      expect(sent).toMatch(/如：同意 编号7）$/);
      expect(JSON.stringify(sent)).not.toContain('\\ud83d');
    }
  });
});
