import { describe, expect, test } from 'vitest';
import type { Incoming, Outcome } from '../../../src/channels/channel.ts';
import { readMessage } from '../../../src/channels/wecom/events.ts';
import { readTyped, typedAs } from '../../../src/channels/wecom/typed.ts';
import { readXml, writeXml, type XmlFields } from '../../../src/channels/wecom/xml.ts';
import { BUTTONS } from '../../../src/core/vocabulary.ts';
import { cardPress, textMessage, wecomMessage } from '../../support/wecom-events.ts';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');

function outcome(fields: XmlFields): Outcome {
  const message = readXml(writeXml({ xml: fields }));
  if (!message) throw new Error('no XML');
  return readMessage(message, NOW).outcome;
}

function read(fields: XmlFields): Incoming {
  const read = outcome(fields);
  if (read.kind !== 'events') throw new Error(JSON.stringify(read));
  return read.events[0];
}

describe('a message', () => {
  test('carries its key to the last digit, the sender and its own time', () => {
    const at = NOW - 600_000;
    expect(read(textMessage('li', at, ' 请假 3月5日 ', { MsgId: '4561255354251345929' }))).toEqual({
      channel: 'wecom',
      ids: ['wecom:message:4561255354251345929'],
      user: { ids: ['li'] },
      chat: { kind: 'private' },
      at,
      text: '请假 3月5日',
    });
  });

  test('a time ahead or beyond the horizon gives way to the time of receipt', () => {
    expect(read(textMessage('li', NOW + 60_000, '好')).at).toBe(NOW);
    expect(read(textMessage('li', NOW - 86_400_000, '好')).at).toBe(NOW);
  });

  test("a sender's id counts in small letters, too", () => {
    expect(read(textMessage('ZhangSan', NOW, '好')).user.ids).toEqual(['ZhangSan', 'zhangsan']);
  });

  test('voice comes with its transcript where the edition has one', () => {
    const voice = { MsgType: 'voice', MediaId: 'm1', Format: 'amr' };
    expect(read(wecomMessage('li', NOW, { ...voice, Recognition: '请假一天' })).text).toBe('请假一天');
    expect(read(wecomMessage('li', NOW, voice))).toMatchObject({ unreadable: 'audio' });
  });

  test('a picture or a file comes by its name without path', () => {
    expect(read(wecomMessage('li', NOW, { MsgType: 'image', PicUrl: 'u', MediaId: 'm1' })).file).toEqual({
      name: '图片.jpg',
      key: 'm1',
    });
    const file = { MsgType: 'file', FileName: '../../通知\u202e.pdf', MediaId: 'm2' };
    expect(read(wecomMessage('li', NOW, file)).file).toEqual({ name: '通知.pdf', key: 'm2' });
  });

  test.each(['video', 'location', 'link', 'something-new'])('%s is unreadable', (type) => {
    expect(read(wecomMessage('li', NOW, { MsgType: type }))).toMatchObject({ unreadable: type });
  });

  test('without a sender, a kind or a key is ignored', () => {
    for (const name of ['FromUserName', 'MsgType', 'MsgId'])
      expect(outcome({ ...textMessage('li', NOW, '好'), [name]: '' })).toMatchObject({ reason: 'envelope' });
  });
});

describe('an event', () => {
  test.each([
    'enter_agent',
    'subscribe',
    'change_contact',
    'template_card_menu_event',
    'LOCATION',
    'view',
  ])('%s means nothing here and is answered with nothing', (event) => {
    const read = outcome(wecomMessage('li', NOW, { MsgType: 'event', Event: event, EventKey: 'k' }));
    expect(read).toMatchObject({ kind: 'ignored', reply: { status: 200, body: '' } });
  });

  test('of a member who was deleted tells of them, in either spelling of the id', () => {
    const gone = { MsgType: 'event', Event: 'change_contact', ChangeType: 'delete_user', UserID: 'WangWu' };
    const read = outcome(wecomMessage('sys', NOW, gone));
    expect(read).toMatchObject({ events: [{ user: { ids: ['WangWu', 'wangwu'] }, departed: true }] });
    const changed = outcome(wecomMessage('sys', NOW, { ...gone, ChangeType: 'update_user' }));
    expect(changed).toMatchObject({ kind: 'ignored' });
  });

  test("a menu's key is what was said, once a second", () => {
    const click = wecomMessage('li', NOW, { MsgType: 'event', Event: 'click', EventKey: '帮助' });
    expect(read(click)).toMatchObject({ text: '帮助', ids: [`wecom:click:li:${NOW / 1000}:帮助`] });
  });

  test("a press names its delivery, its label and the card's id", () => {
    expect(read(cardPress('li', NOW, '42_approve_k1', 'button1'))).toEqual({
      channel: 'wecom',
      ids: [`wecom:press:li:${NOW / 1000}:42_approve_k1:button1`],
      user: { ids: ['li'] },
      chat: { kind: 'private' },
      at: NOW,
      press: { delivery: 42, label: '不同意', messageId: '42_approve_k1' },
    });
  });

  test.each([
    ['foreign', 'button0'],
    ['42_constructor_k', 'button0'],
    ['x_approve_k', 'button0'],
    ['42_approve_k', 'button2'],
    ['42_approve_k', '同意'],
    ['42_note_k', 'button1'],
    ['', ''],
  ])('a press on a foreign card is ignored: %s %s', (taskId, key) => {
    expect(outcome(cardPress('li', NOW, taskId, key))).toMatchObject({ kind: 'ignored', reason: 'foreign-card' });
  });
});

describe('a typed answer that names its message', () => {
  test.each([
    ['同意 编号127', '同意', undefined],
    ['回复 同意 127', '同意', undefined],
    ['同意127', '同意', undefined],
    ['同意 １２７', '同意', undefined],
    ['“同意 编号127”', '同意', undefined],
    ['不同意 编号127，请改期，当日有常务会议', '不同意', '请改期，当日有常务会议'],
    ['不同意 127 请改期', '不同意', '请改期'],
    ['已阅 127。', '已阅', undefined],
    ['无不同意见，编号：127', '无不同意见', undefined],
    ['请假 编号127 赴省开会', '请假', '赴省开会'],
    ['参加 编号127', '参加', undefined],
    ['已办结 第127号', '已办结', undefined],
  ])('%s is a press', (text, label, note) => {
    expect(readTyped(text)).toEqual({ delivery: 127, label, ...(note && { note }), typed: true });
    expect(read(textMessage('li', NOW, text))).toMatchObject({ press: { delivery: 127, label } });
  });

  test.each(Object.values(BUTTONS).flat())('what the message proposes for %s is one', (label) => {
    expect(readTyped(typedAs(label, 42))).toEqual({ delivery: 42, label, typed: true });
  });

  test.each([
    '同意',
    '同意周海涛的申请',
    '请假 3天 去济南',
    '请假 3 去济南',
    '请假 3月5日至3月7日',
    '请假3天',
    '参加 2 人',
    '同意 3 天的假',
    '同意3月5日的安排',
    '已阅2件',
    '不同意 2 个方案',
    '谁同意 127',
    '编号127',
  ])('%s is talk', (text) => {
    expect(readTyped(text)).toBeUndefined();
    expect(read(textMessage('li', NOW, text))).toMatchObject({ text });
  });
});
