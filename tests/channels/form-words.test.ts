/** A platform without forms asks in words, and takes words for an answer: the form changes nothing there. */
import { describe, expect, test } from 'vitest';
import type { Dispatch, DispatchField } from '../../src/channels/channel.ts';
import { cardOf as dingtalkCard, textOfDispatch } from '../../src/channels/dingtalk/cards.ts';
import { textOf, cardOf as wecomCard } from '../../src/channels/wecom/cards.ts';
import { delivery, dispatch } from '../support/deliveries.ts';

const form: DispatchField[] = [
  { name: 'first', kind: 'date', label: '开始日期' },
  { name: 'acting', kind: 'person', label: '代为主持工作的负责人', people: [{ name: '严子涵', ids: ['yan'] }] },
];
const text = '请补充：起止日期、代为主持工作的负责人。可直接回复。';
const asked = delivery({ status: 'incomplete', buttons: [], missing: ['dates', 'acting'], text });
const [plain, offered]: Dispatch[] = [dispatch({}, asked), dispatch({ form }, asked)];

describe.each<[string, (one: Dispatch) => unknown, (one: Dispatch) => string]>([
  ['DingTalk', dingtalkCard, textOfDispatch],
  ['WeCom', wecomCard, textOf],
])('%s', (_, cardOf, wordsOf) => {
  test('asks in the same words with a form as without', () => {
    if (!plain || !offered) throw new Error('nothing asked');
    expect(cardOf(offered)).toBeUndefined();
    expect(wordsOf(offered)).toBe(wordsOf(plain));
    expect(wordsOf(offered)).toContain(text);
  });
});
