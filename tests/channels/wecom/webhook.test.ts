import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Incoming } from '../../../src/channels/channel.ts';
import { type Bench, decode, dispatch, setUp } from '../../support/wecom-channel.ts';
import {
  addressCheck,
  cardPress,
  openAnswer,
  textAt,
  textMessage,
  WECOM_KEYS,
  wecomCall,
} from '../../support/wecom-events.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.platform.close());

function hear(message: Parameters<typeof wecomCall>[0]): readonly [Incoming, ...Incoming[]] {
  const outcome = decode(bench, wecomCall(message, bench.now));
  if (outcome.kind !== 'events') throw new Error(outcome.kind);
  return outcome.events;
}

const press = () => hear(cardPress('li', bench.now, '7_approve_k1', 'button0'));
const decided = dispatch({ outcome: '03-02 09:05 钱立群：同意' });

test('the address check is answered in plain', () => {
  expect(decode(bench, addressCheck('123', bench.now))).toMatchObject({ kind: 'challenge', reply: { body: '123' } });
});

test('a message is answered with nothing', () => {
  expect(bench.channel.acknowledge(hear(textMessage('li', bench.now, '请假')), {})).toMatchObject({
    status: 200,
    body: '',
  });
});

test('a press is answered with the card as it looks from now on, encrypted for whoever pressed', () => {
  const reply = bench.channel.acknowledge(press(), { card: decided, toast: { level: 'success', text: '已记录' } });
  const answer = openAnswer(reply.body);
  expect(textAt(answer, 'ToUserName')).toBe('li');
  expect(textAt(answer, 'FromUserName')).toBe(WECOM_KEYS.corpId);
  expect(textAt(answer, 'MsgType')).toBe('update_template_card');
  expect(textAt(answer, 'TemplateCard/CardType')).toBe('button_interaction');
  expect(textAt(answer, 'TemplateCard/MainTitle/Title')).toBe('请假外出 · 请审批');
  expect(textAt(answer, 'TemplateCard/HorizontalContentList/KeyName')).toBe('结果');
  expect(textAt(answer, 'TemplateCard/HorizontalContentList/Value')).toBe('03-02 09:05 钱立群：同意');
  expect(textAt(answer, 'TemplateCard/ButtonList/Key')).toBe('button0');
  expect(textAt(answer, 'TemplateCard/ReplaceText')).toBe('已处理');
});

test('a press that settles nothing leaves the card as it is', () => {
  expect(bench.channel.acknowledge(press(), { card: dispatch() }).body).toBe('');
  expect(bench.channel.acknowledge(press(), {}).body).toBe('');
});

test('a typed answer has no card to update in its answer', () => {
  const typed = hear(textMessage('li', bench.now, '同意 编号7'));
  expect(typed[0].press).toEqual({ delivery: 7, label: '同意', typed: true });
  expect(bench.channel.acknowledge(typed, { card: decided }).body).toBe('');
});
