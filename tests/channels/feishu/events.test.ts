import { describe, expect, test } from 'vitest';
import type { Incoming } from '../../../src/channels/channel.ts';
import { readEvent } from '../../../src/channels/feishu/events.ts';
import { formEvent, messageEvent, pressEvent, recallEvent } from '../../support/feishu-events.ts';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const LI = { user_id: 'li', union_id: 'on_li', open_id: 'ou_li' };
const BOT = { key: '@_user_1', open_id: 'ou_bot', name: '办公助手' };
const WU = { key: '@_user_2', open_id: 'ou_wu', user_id: 'wu', name: '吴敏' };

function read(payload: unknown, self: string | undefined = 'ou_bot'): Incoming {
  const outcome = readEvent(payload, { now: NOW, self });
  if (outcome.kind !== 'events') throw new Error(JSON.stringify(outcome));
  return outcome.events[0];
}

const ignored = (payload: unknown, self: string | undefined = 'ou_bot'): string => {
  const outcome = readEvent(payload, { now: NOW, self });
  return outcome.kind === 'ignored' ? outcome.reason : outcome.kind;
};

describe('a message', () => {
  test('in private carries both of its keys, the sender by every id, and its own time', () => {
    const at = NOW - 3_600_000;
    expect(read(messageEvent({ from: LI, at, text: '请假 3月5日', messageId: 'om_1', eventId: 'e1' }))).toEqual({
      channel: 'feishu',
      ids: ['feishu:message:om_1', 'feishu:event:e1'],
      user: { ids: ['li', 'on_li', 'ou_li'] },
      chat: { kind: 'private' },
      at,
      text: '请假 3月5日',
    });
  });

  test('a time ahead or beyond the retry horizon gives way to the time of receipt', () => {
    expect(read(messageEvent({ from: LI, at: NOW + 60_000, text: '好' })).at).toBe(NOW);
    expect(read(messageEvent({ from: LI, at: NOW - 30 * 86_400_000, text: '好' })).at).toBe(NOW);
  });

  test('in a group loses the mention of the bot and keeps the others by name', () => {
    const incoming = read(
      messageEvent({ from: LI, at: NOW, group: 'oc_g', text: '@_user_1 请假 @_user_2 代为主持', mentions: [BOT, WU] }),
    );
    expect(incoming).toMatchObject({
      chat: { kind: 'group', id: 'oc_g' },
      text: '请假 @吴敏 代为主持',
      mentions: [{ ids: ['wu', 'ou_wu'], name: '吴敏' }],
    });
  });

  test('the bot is known by its id, not by its place among the mentions', () => {
    const mentions = [
      { ...WU, key: '@_user_1' },
      { ...BOT, key: '@_user_2' },
    ];
    expect(
      read(messageEvent({ from: LI, at: NOW, group: 'oc_g', text: '@_user_1 今天谁值班 @_user_2', mentions })).text,
    ).toBe('@吴敏 今天谁值班');
  });

  test('before the bot knows its id, the first mention counts as its own', () => {
    const outcome = readEvent(
      messageEvent({ from: LI, at: NOW, group: 'oc_g', text: '@_user_1 帮助', mentions: [BOT] }),
      { now: NOW, self: undefined },
    );
    expect(outcome).toMatchObject({ kind: 'events', events: [{ text: '帮助' }] });
  });

  test('a tenth mention is not taken for the first', () => {
    const mentions = [BOT, { key: '@_user_10', open_id: 'ou_x', name: '郑雪' }];
    expect(read(messageEvent({ from: LI, at: NOW, group: 'oc_g', text: '@_user_1 @_user_10 好', mentions })).text).toBe(
      '@郑雪 好',
    );
  });

  test('group talk that mentions somebody else, everybody or nobody is none of its business', () => {
    expect(ignored(messageEvent({ from: LI, at: NOW, group: 'oc_g', text: '@_user_2 好', mentions: [WU] }))).toBe(
      'not-addressed',
    );
    expect(ignored(messageEvent({ from: LI, at: NOW, group: 'oc_g', text: '大家好' }))).toBe('not-addressed');
    expect(ignored(messageEvent({ from: LI, at: NOW, group: 'oc_g', text: '大家好' }), undefined)).toBe(
      'not-addressed',
    );
  });

  test('rich text is read line by line', () => {
    const value = {
      title: '关于请假',
      content: [
        [
          { tag: 'at', user_id: '@_user_1', user_name: '办公助手' },
          { tag: 'text', text: '3月5日' },
          { tag: 'a', text: '通知', href: 'https://a.cn' },
        ],
        [{ tag: 'img', image_key: 'img_1' }],
        [{ tag: 'text', text: '去济南' }],
      ],
    };
    const event = messageEvent({ from: LI, at: NOW, group: 'oc_g', content: { type: 'post', value }, mentions: [BOT] });
    expect(read(event).text).toBe('关于请假\n  3月5日通知\n去济南');
  });

  test('a file comes by its name without path', () => {
    const value = { file_key: 'file_1', file_name: '../../通知\u202e.pdf' };
    expect(read(messageEvent({ from: LI, at: NOW, content: { type: 'file', value } })).file).toEqual({
      name: '通知.pdf',
      key: 'file_1',
    });
  });

  test('a voice message is said to be unreadable', () => {
    expect(
      read(messageEvent({ from: LI, at: NOW, content: { type: 'audio', value: { file_key: 'f' } } })),
    ).toMatchObject({ unreadable: 'audio' });
  });

  test("an app's message, a recalled one and foreign kinds of event are ignored", () => {
    expect(ignored(messageEvent({ from: LI, at: NOW, text: '好', senderType: 'app' }))).toBe('not-a-person');
    const recalled = messageEvent({ from: LI, at: NOW });
    const { message } = recalled.event as { message: Record<string, unknown> };
    message.content = '';
    expect(ignored(recalled)).toBe('recalled');
    expect(ignored({ schema: '2.0', header: { event_id: 'e', event_type: 'im.chat.updated_v1' }, event: {} })).toBe(
      'event-type',
    );
    expect(ignored({ uuid: 'u', type: 'event_callback', event: { type: 'approval_instance' } })).toBe('envelope');
  });
});

describe('a pressed button', () => {
  test('names its delivery, its label and the comment', () => {
    const event = pressEvent({
      by: LI,
      at: NOW,
      value: { d: 42, b: '不同意' },
      note: ' 请改期 ',
      messageId: 'om_c',
      eventId: 'e9',
    });
    expect(read(event)).toEqual({
      channel: 'feishu',
      ids: ['feishu:event:e9'],
      user: { ids: ['li', 'on_li', 'ou_li'] },
      chat: { kind: 'private' },
      at: NOW,
      press: { delivery: 42, label: '不同意', note: '请改期', messageId: 'om_c' },
    });
  });

  test('an empty comment is none', () => {
    expect(read(pressEvent({ by: LI, at: NOW, value: { d: 1, b: '同意' } })).press).toEqual({
      delivery: 1,
      label: '同意',
      messageId: 'om_card',
    });
  });

  test.each([
    null,
    'x',
    {},
    { d: '1', b: '同意' },
    { d: 1.5, b: '同意' },
    { d: 1 },
    [1],
  ])('a value of foreign shape is ignored: %j', (value) => {
    expect(ignored(pressEvent({ by: LI, at: NOW, value }))).toBe('foreign-card');
  });
});

describe('a form', () => {
  const fill = (filled: Record<string, unknown>, value: unknown = { f: 42 }): unknown =>
    formEvent({ by: LI, at: NOW, value, filled, messageId: 'om_f' });

  test('tells its delivery and what was filled in: dates without the zone, a chosen person by id', () => {
    const filled = {
      first: '2026-03-05 +0800',
      last: '2026-03-07 +0800',
      place: ' 济南 ',
      acting: 'ou_wu',
      reason: '',
    };
    expect(read(fill(filled)).form).toEqual({
      delivery: 42,
      answers: { first: '2026-03-05', last: '2026-03-07', place: '济南', acting: { ids: ['ou_wu'] } },
      messageId: 'om_f',
    });
  });

  test('takes a written name before a chosen person', () => {
    expect(read(fill({ acting: 'ou_wu', acting_other: '马志远' })).form?.answers).toEqual({ acting: '马志远' });
    expect(read(fill({ acting: '吴敏' })).form?.answers).toEqual({ acting: '吴敏' });
  });

  test('of foreign make or with foreign fields says nothing', () => {
    expect(ignored(fill({ place: '济南' }, { f: '42' }))).toBe('foreign-card');
    expect(read(fill({ place: ['济南'], other: 'x', constructor: 'y' })).form?.answers).toEqual({});
  });
});

describe('a message that its sender has second thoughts about', () => {
  const edited = (updated: number): unknown => {
    const payload = messageEvent({ from: LI, at: NOW - 60_000, text: '请假 3月6日', messageId: 'om_1', eventId: 'e2' });
    (payload as { event: { message: Record<string, unknown> } }).event.message.update_time = String(updated);
    return payload;
  };

  test('and edits is a message of its own that names the earlier one', () => {
    expect(read(edited(NOW))).toMatchObject({
      ids: [`feishu:message:om_1@${NOW}`, 'feishu:event:e2'],
      edits: 'feishu:message:om_1',
      text: '请假 3月6日',
    });
  });

  test('and leaves as it is names none', () => {
    expect(read(edited(NOW - 60_000)).edits).toBeUndefined();
    expect(read(edited(0)).edits).toBeUndefined();
  });

  test('and recalls is known by its id alone', () => {
    expect(read(recallEvent('om_1', NOW))).toMatchObject({
      user: { ids: [] },
      recalls: 'feishu:message:om_1',
      ids: ['feishu:recall:om_1', expect.stringMatching(/^feishu:event:/)],
    });
  });

  test("is not recalled by a group's owner or an administrator", () => {
    for (const by of ['group_owner', 'group_manager', 'enterprise_manager'])
      expect(ignored(recallEvent('om_1', NOW, by))).toBe('recalled-by-another');
  });
});

test('somebody who has left is told of by every id', () => {
  const payload = messageEvent({ from: LI, at: NOW, text: '' }) as { header: Record<string, unknown> };
  const left = {
    ...payload,
    header: { ...payload.header, event_type: 'contact.user.deleted_v3' },
    event: { object: { ...LI, name: '李四' } },
  };
  expect(read(left)).toMatchObject({ user: { ids: ['li', 'on_li', 'ou_li'] }, departed: true });
  expect(ignored({ ...left, event: {} })).toBe('envelope');
});
