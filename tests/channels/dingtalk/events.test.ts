import { describe, expect, test } from 'vitest';
import type { Incoming } from '../../../src/channels/channel.ts';
import { readMessage, readPress } from '../../../src/channels/dingtalk/events.ts';
import { cardPress, type RobotSpec, robotMessage } from '../../support/dingtalk-events.ts';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');

function read(spec: Partial<RobotSpec>): Incoming {
  const { outcome } = readMessage(robotMessage({ from: 'li', at: NOW, ...spec }), NOW);
  if (outcome.kind !== 'events') throw new Error(JSON.stringify(outcome));
  return outcome.events[0];
}

describe('a robot message', () => {
  test('in private carries its key, the staff id and its own time', () => {
    const at = NOW - 600_000;
    expect(read({ at, text: '请假 3月5日', msgId: 'm1' })).toEqual({
      channel: 'dingtalk',
      ids: ['dingtalk:message:m1'],
      user: { ids: ['li'] },
      chat: { kind: 'private' },
      at,
      text: '请假 3月5日',
    });
  });

  test('a time ahead or beyond the horizon gives way to the time of receipt', () => {
    expect(read({ at: NOW + 60_000, text: '好' }).at).toBe(NOW);
    expect(read({ at: NOW - 86_400_000, text: '好' }).at).toBe(NOW);
  });

  test("in a group loses the space where the bot's mention was", () => {
    const incoming = read({ group: 'cid1==', text: ' 谁签发\n' });
    expect(incoming).toMatchObject({ chat: { kind: 'group', id: 'cid1==', name: '区政府办公室' }, text: '谁签发' });
  });

  test('group talk that is not addressed to it is none of its business', () => {
    const payload = robotMessage({ from: 'li', at: NOW, group: 'cid1==', text: '好', more: { isInAtList: false } });
    expect(readMessage(payload, NOW).outcome).toMatchObject({ kind: 'ignored', reason: 'not-addressed' });
  });

  test('somebody without a staff id, or with one of another organisation, is no member', () => {
    expect(read({ from: null, text: '好' }).user.ids).toEqual(['outside:$:LWCP_v1:$outsider']);
    expect(read({ text: '好', more: { senderCorpId: 'dingother' } }).user.ids).toEqual(['outside:$:LWCP_v1:$li']);
  });

  test('voice comes with its transcript, and is unreadable without', () => {
    expect(read({ content: { type: 'audio', value: { recognition: '请假一天', duration: 3 } } }).text).toBe('请假一天');
    expect(read({ content: { type: 'audio', value: { duration: 3 } } })).toMatchObject({ unreadable: 'audio' });
  });

  test('rich text keeps its words and its picture', () => {
    const richText = [{ text: '请假' }, { type: 'picture', downloadCode: 'd1' }, { text: '\n3月5日' }];
    expect(read({ content: { type: 'richText', value: { richText } } })).toMatchObject({
      text: '请假\n3月5日',
      file: { name: '图片.jpg', key: 'd1' },
    });
  });

  test('a file comes by its name without path', () => {
    const value = { fileName: '../../通知\u202e.pdf', downloadCode: 'd1' };
    expect(read({ content: { type: 'file', value } }).file).toEqual({ name: '通知.pdf', key: 'd1' });
    expect(read({ content: { type: 'picture', value: { downloadCode: 'd2' } } }).file?.key).toBe('d2');
  });

  test('with the quota used up there is nothing to read, and its sender is still known', () => {
    const more = { code: 20001, errorMessage: '已达到本月调用上限' };
    expect(read({ more })).toMatchObject({ user: { ids: ['li'] }, unreadable: 'quota' });
  });

  test.each(['video', 'unknownMsgType', 'sticker'])('%s is unreadable', (type) => {
    expect(read({ content: { type, value: {} } })).toMatchObject({ unreadable: type });
  });

  test.each([
    null,
    [],
    'text',
    {},
    { msgId: 'm' },
    { msgId: 'm', senderStaffId: 'li', conversationType: '2' },
    { msgId: 1 },
  ])('a body of foreign shape is ignored: %j', (payload) => {
    expect(readMessage(payload, NOW).outcome).toMatchObject({ kind: 'ignored', reason: 'envelope' });
  });

  test('fields of foreign types neither pass nor crash', () => {
    const payload = robotMessage({ from: 'li', at: NOW, text: '好' });
    const strange: unknown[] = [null, 7, '', 'x', [], {}, [[]], { content: {} }, true];
    for (const key of Object.keys(payload)) {
      for (const value of strange) expect(() => readMessage({ ...payload, [key]: value }, NOW)).not.toThrow();
    }
  });
});

describe('a pressed button', () => {
  const pressed = (trackId: string, params: Record<string, unknown>, actionIds: readonly string[] = []) =>
    readPress(cardPress({ by: 'li', trackId, params, actionIds }), String(NOW), NOW);

  test('names its delivery, its label and the comment', () => {
    expect(pressed('42.approve.k1', { label: '不同意', note: ' 请改期 ' }, ['button1'])).toEqual({
      kind: 'events',
      events: [
        {
          channel: 'dingtalk',
          ids: [`dingtalk:press:42.approve.k1:li:${NOW}`],
          user: { ids: ['li'] },
          chat: { kind: 'private' },
          at: NOW,
          press: { delivery: 42, label: '不同意', note: '请改期', messageId: '42.approve.k1' },
        },
      ],
    });
  });

  test.each([
    ['by its place', {}, ['button1'], '有不同意见'],
    ['by an id that is its label', {}, ['无不同意见'], '无不同意见'],
    ['by its parameter before its place', { label: '无不同意见' }, ['button1'], '无不同意见'],
  ])('is known %s', (_, params, actionIds, label) => {
    expect(pressed('42.countersign.k1', params, actionIds)).toMatchObject({ events: [{ press: { label } }] });
  });

  test.each([
    ['other-card', { label: '同意' }, []],
    ['42.constructor.k', { label: '同意' }, []],
    ['x.approve.k', { label: '同意' }, []],
    ['42.approve.k', { label: '已阅' }, []],
    ['42.note.k', {}, ['button1']],
    ['42.approve.k', { label: 7 }, []],
  ])('of a foreign card is ignored: %s %j', (trackId, params, actionIds) => {
    expect(pressed(trackId, params, actionIds)).toMatchObject({ kind: 'ignored', reason: 'foreign-card' });
  });

  test.each([
    null,
    'x',
    {},
    { outTrackId: '1.approve.k' },
    { outTrackId: '1.approve.k', userId: 'li', content: '{' },
  ])('of foreign shape is ignored: %j', (payload) => {
    expect(readPress(payload, String(NOW), NOW).kind).toBe('ignored');
  });
});
