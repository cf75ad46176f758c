import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, Dispatch, Incoming, Outcome, SendResult } from '../../../src/channels/channel.ts';
import { createDingtalkChannel } from '../../../src/channels/dingtalk/index.ts';
import {
  cardCall,
  cardPress,
  DINGTALK_KEYS,
  type DingtalkCall,
  eventCall,
  openAnswer,
  robotCall,
  robotMessage,
} from '../../support/dingtalk-events.ts';
import { DingtalkPlatform, type PlatformOptions } from '../../support/dingtalk-platform.ts';

const START = Date.parse('2026-03-02T09:00:00+08:00');
const TIMEOUTS = { tokenMs: 300, callMs: 300, sendMs: 900 };

let platform: DingtalkPlatform;
let text: Channel;
let cards: Channel;
let now = START;

async function start(options: PlatformOptions = {}, appSecret = DINGTALK_KEYS.appSecret): Promise<void> {
  now = START;
  platform = new DingtalkPlatform({ now: () => now, ...options });
  const settings = { ...DINGTALK_KEYS, appSecret, baseUrl: await platform.listen() };
  text = createDingtalkChannel(settings, () => now, TIMEOUTS);
  cards = createDingtalkChannel({ ...settings, cardTemplateId: 'tpl.schema' }, () => now, TIMEOUTS);
}

beforeEach(() => start());
afterEach(() => platform.close());

function dispatch(receiver = 'li', more: Partial<Dispatch> = {}): Dispatch {
  return {
    id: 7,
    to: { kind: 'person', ids: [receiver] },
    deliveries: [
      {
        at: '2026-03-02T09:00:00+08:00',
        to: 'mayor',
        status: 'to-approve',
        about: 'leave',
        text: '周海涛3月5日至3月7日去济南。',
        clauses: [],
        quotes: [],
        buttons: ['同意', '不同意'],
      },
    ],
    ...more,
  };
}

const send = (channel: Channel, key = 'k1', one = dispatch()): Promise<SendResult> => channel.encode(one).send(key);

const decode = (channel: Channel, call: DingtalkCall): Outcome =>
  channel.decode({
    method: 'POST',
    header: (name) => call.headers[name],
    query: (name) => call.query?.[name],
    rawBody: Buffer.from(call.body),
    now,
  });

/** A message of somebody, with the conversation's address. */
function hear(session: { url: string; until?: number }, more = {}): readonly [Incoming, ...Incoming[]] {
  const outcome = decode(text, robotCall(robotMessage({ from: 'li', at: now, text: '帮助', session, ...more }), now));
  if (outcome.kind !== 'events') throw new Error(outcome.kind);
  return outcome.events;
}

describe('a text', () => {
  test('reaches a person through the robot, and ends with what to reply', async () => {
    expect(text.encode(dispatch()).keyWindowMs).toBe(0);
    expect(await send(text)).toEqual({ kind: 'sent', messageId: null });
    expect(platform.messages).toMatchObject([{ way: 'person', receiver: 'li' }]);
    expect(platform.messages[0]?.text).toMatch(/请直接回复：同意 或 不同意（请写明理由）$/);
  });

  test('reaches a group by its conversation', async () => {
    await send(text, 'k1', dispatch('', { to: { kind: 'group', id: 'cid1==' } }));
    expect(platform.messages).toMatchObject([{ way: 'group', receiver: 'cid1==' }]);
  });

  test('to nobody, or to somebody outside, is a final fault without any call', async () => {
    for (const ids of [[], ['outside:x']])
      expect(await send(text, 'k1', dispatch('', { to: { kind: 'person', ids } }))).toMatchObject({ kind: 'final' });
    expect(platform.calls).toEqual([]);
  });
});

describe('a session webhook', () => {
  test('answers the conversation while it lives, without any token', async () => {
    hear({ url: platform.session('s1') });
    expect(await send(text)).toEqual({ kind: 'sent', messageId: null });
    expect(platform.messages).toMatchObject([{ way: 'session', receiver: 's1' }]);
    expect(platform.tokenCalls).toBe(0);
  });

  test('serves its own conversation only', async () => {
    hear({ url: platform.session('s1') }, { group: 'cid1==' });
    await send(text);
    await send(text, 'k2', dispatch('', { to: { kind: 'group', id: 'cid1==' } }));
    expect(platform.calls).toEqual(['person li', 'session s1']);
  });

  test('past its time gives way to the robot', async () => {
    hear({ url: platform.session('s1'), until: now + 5_400_000 });
    now += 5_400_000 - 59_000;
    await send(text);
    expect(platform.calls).toEqual(['person li']);
  });

  test('dead before its time gives way to the robot at once, and is not tried again', async () => {
    platform.deadSessions.add('s1');
    hear({ url: platform.session('s1') });
    expect(await send(text)).toEqual({ kind: 'sent', messageId: null });
    expect(await send(text, 'k2')).toEqual({ kind: 'sent', messageId: null });
    expect(platform.calls).toEqual(['session s1', 'person li', 'person li']);
  });

  test('answers people of other organisations, who have no other way', async () => {
    const [{ user }] = hear({ url: platform.session('s1') }, { from: null });
    expect(await send(text, 'k1', dispatch('', { to: { kind: 'person', ids: user.ids } }))).toMatchObject({
      kind: 'sent',
    });
    expect(platform.calls).toEqual(['session s1']);
  });

  test.each([
    'http://127.0.0.1:1/robot/sendBySession?session=x',
    'http://169.254.169.254/latest/meta-data',
    'https://oapi.dingtalk.com/robot/sendBySession?session=x',
    'file:///etc/passwd',
    'not an address',
  ])('of another host is not called: %s', async (url) => {
    hear({ url });
    await send(text);
    expect(platform.calls).toEqual(['person li']);
  });

  test('with a password, or under a host that only looks alike, is not called', async () => {
    const { host } = new URL(platform.baseUrl);
    for (const url of [`http://user:pass@${host}/robot`, `http://${host}.evil.example/robot`, `https://${host}/robot`])
      hear({ url });
    await send(text);
    expect(platform.calls).toEqual(['person li']);
  });

  test('whose answer is lost leaves the outcome unknown', async () => {
    hear({ url: platform.session('s1') });
    platform.troubles.push({ way: 'session', how: 'lose' });
    expect(await send(text)).toMatchObject({ kind: 'uncertain' });
    expect(platform.calls).toEqual(['session s1']);
  });
});

describe('a card', () => {
  test('carries the values, and its id tells the delivery', async () => {
    expect(await send(cards, 'mbq1-x7')).toEqual({ kind: 'sent', messageId: '7.approve.mbq1-x7' });
    expect(platform.messages).toMatchObject([
      { way: 'card', receiver: 'li', values: { button0: '同意', outcome: '' } },
    ]);
  });

  test('is created once, however often its answer is lost', async () => {
    platform.troubles.push({ how: 'lose' }, { how: 'lose' });
    const call = cards.encode(dispatch());
    expect(call.keyWindowMs).toBe(Number.POSITIVE_INFINITY);
    expect(await call.send('k1')).toMatchObject({ kind: 'uncertain' });
    expect(await call.send('k1')).toMatchObject({ kind: 'uncertain' });
    expect(await call.send('k1')).toMatchObject({ kind: 'sent' });
    expect(platform.messages).toHaveLength(1);
  });

  test('already sent is replaced by its outcome', async () => {
    await send(cards);
    const decided = dispatch('li', { replaces: '7.approve.k1', outcome: '3月2日 09:05 钱立群：同意' });
    expect(await send(cards, 'k2', decided)).toEqual({ kind: 'sent', messageId: '7.approve.k1' });
    const values = { button0: '', button1: '', outcome: '3月2日 09:05 钱立群：同意', title: '请假外出 · 请审批' };
    expect(platform.messages).toMatchObject([{ updates: 1, values }]);
  });

  test.each([
    ['an unknown template', { how: 'answer', body: { code: 'invalidParameter.cardTemplateId' } } as const],
    [
      'a missing scope',
      { how: 'answer', status: 403, body: { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' } } as const,
    ],
    [
      'a space that is not reached',
      {
        how: 'answer',
        status: 200,
        body: { success: true, result: { deliverResults: [{ success: false }] } },
      } as const,
    ],
  ])('that is refused for %s goes out as text on the next try', async (_, trouble) => {
    platform.troubles.push(trouble);
    expect(await send(cards)).toMatchObject({ kind: 'retry' });
    expect(cards.encode(dispatch()).keyWindowMs).toBe(0);
    expect(await send(cards, 'k2')).toEqual({ kind: 'sent', messageId: null });
    expect(platform.messages).toMatchObject([{ way: 'person' }]);
  });

  test('is not made of a plain answer', async () => {
    const [{ deliveries }] = [dispatch()];
    await send(cards, 'k1', dispatch('li', { deliveries: [{ ...deliveries[0], buttons: [], status: 'answered' }] }));
    expect(platform.messages).toMatchObject([{ way: 'person' }]);
  });
});

describe('the access token', () => {
  test('is fetched once for ten parallel first calls', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, (_, i) => send(text, `k${i}`)));
    expect(results.every((r) => r.kind === 'sent')).toBe(true);
    expect(platform.tokenCalls).toBe(1);
  });

  test('is fetched anew before it ends', async () => {
    await send(text);
    now += 7200_000 - 179_000;
    await send(text, 'k2');
    expect(platform.tokenCalls).toBe(2);
  });

  test('is fetched anew once when the platform refuses it, and each message arrives once', async () => {
    await send(text);
    platform.killTokens();
    const results = await Promise.all([send(text, 'k2'), send(text, 'k3'), send(cards, 'k4')]);
    expect(results.map((r) => r.kind)).toEqual(['sent', 'sent', 'sent']);
    expect(platform.tokenCalls).toBe(3);
    expect(platform.messages).toHaveLength(4);
  });

  test('refused in the older way is fetched anew, too', async () => {
    platform.troubles.push({ how: 'answer', status: 200, body: { errcode: 88, sub_code: '40014', errmsg: 'x' } });
    expect(await send(text)).toMatchObject({ kind: 'sent' });
    expect(platform.tokenCalls).toBe(2);
  });

  test('refused twice is tried later, not for ever', async () => {
    const refusal = { how: 'answer', body: { code: 'InvalidAuthentication' } } as const;
    platform.troubles.push(refusal, refusal);
    expect(await send(text)).toMatchObject({ kind: 'retry' });
    expect(platform.calls).toHaveLength(2);
  });

  test('that the platform does not give for a wrong secret is waited for', async () => {
    await platform.close();
    await start({}, 'wrong');
    expect(await send(text)).toMatchObject({ kind: 'retry', afterMs: 300_000 });
    expect(platform.calls).toEqual([]);
  });
});

describe('a failure', () => {
  const coded = (code: string | number, status = 400) => ({ how: 'answer', status, body: { code } }) as const;
  const older = (errcode: number | string) => ({ how: 'answer', status: 200, body: { errcode, errmsg: 'x' } }) as const;
  test.each([
    [
      'too many calls a second',
      coded('Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', 403),
      { kind: 'retry', afterMs: 1000 },
    ],
    [
      'too many calls a minute',
      coded('Forbidden.AccessDenied.QpmLimitForApi', 403),
      { kind: 'retry', afterMs: 60_000 },
    ],
    ['a missing permission', coded('Forbidden.AccessDenied.AccessTokenPermissionDenied', 403), { kind: 'final' }],
    ['a robot of another app', coded('invalidParameter.robotCode.auth'), { kind: 'final', fault: { concerns: 'app' } }],
    ['muted for ten minutes', older(130101), { kind: 'retry', afterMs: 600_000 }],
    ['busy', older(-1), { kind: 'retry' }],
    ['an address that is not on the list', older(60020), { kind: 'retry', afterMs: 300_000 }],
    ['an unknown user', older('60121'), { kind: 'final', fault: { concerns: 'receiver' } }],
    ['a gateway that gave up', older(15), { kind: 'uncertain' }],
    ['HTTP 504', { how: 'answer', status: 504 } as const, { kind: 'uncertain' }],
    ['HTTP 500 with a code', coded('ServiceUnavailable', 500), { kind: 'uncertain' }],
    ['a page in place of an answer', { how: 'answer', status: 200 } as const, { kind: 'retry', afterMs: 300_000 }],
    [
      'a blocked address',
      { how: 'answer', status: 200, body: { status: 1111, punish: 'deny' } } as const,
      { kind: 'retry', afterMs: 300_000 },
    ],
    ['a proxy in between', { how: 'answer', status: 404 } as const, { kind: 'retry' }],
    ['a lost answer', { how: 'lose' } as const, { kind: 'uncertain' }],
    ['no answer', { how: 'hang' } as const, { kind: 'uncertain' }],
    ['an unknown code', coded('somethingNew'), { kind: 'final', fault: { concerns: 'content' } }],
  ])('%s is classed', async (_, trouble, result) => {
    platform.troubles.push(trouble);
    expect(await send(text)).toMatchObject(result);
  });

  test('200 is no delivery: whom the answer lists is not reached', async () => {
    platform.invalid.add('gone');
    platform.flowControlled.add('busy');
    expect(await send(text, 'k1', dispatch('gone'))).toMatchObject({ kind: 'final', fault: { concerns: 'receiver' } });
    expect(await send(text, 'k1', dispatch('busy'))).toMatchObject({ kind: 'retry', afterMs: 60_000 });
  });

  test('a platform that is away has surely got nothing', async () => {
    await platform.close();
    expect(await send(text)).toMatchObject({ kind: 'retry' });
  });

  test('tells neither secret nor words', async () => {
    hear({ url: platform.session('secret-session') });
    platform.troubles.push(coded('somethingNew'), { how: 'lose' });
    const told = JSON.stringify([await send(text), await send(text, 'k2')]);
    expect(told).not.toMatch(/test-app-secret|secret-session|济南/);
  });
});

describe('the webhook', () => {
  test('says nothing into the chat', () => {
    expect(text.acknowledge(hear({ url: platform.session('s') }), {}).body).toBe('{"msgtype":"empty"}');
  });

  test('answers a press with the card as it looks from now on and a line for whoever pressed', () => {
    const outcome = decode(
      cards,
      cardCall(cardPress({ by: 'li', trackId: '7.approve.k1', params: { label: '同意' } }), now),
    );
    if (outcome.kind !== 'events') throw new Error(outcome.kind);
    const toast = { level: 'success', text: '已记录' } as const;
    const reply = cards.acknowledge(outcome.events, { toast, card: dispatch('li', { outcome: '钱立群：同意' }) });
    expect(JSON.parse(reply.body)).toMatchObject({
      cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
      cardData: { cardParamMap: { button0: '', outcome: '钱立群：同意' } },
      userPrivateData: { cardParamMap: { tip: '已记录' } },
    });
    expect(cards.acknowledge(outcome.events, {}).body).toBe('{}');
  });

  test('20,000 broken bodies under right signatures do not crash it', () => {
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48271) % 0x7fffffff;
      return seed % below;
    };
    const whole = [
      robotCall(robotMessage({ from: 'li', at: now, text: '请假', session: { url: platform.session('s') } }), now),
      cardCall(cardPress({ by: 'li', trackId: '7.approve.k1', params: { label: '同意' } }), now),
    ];
    for (let n = 0; n < 20_000; n++) {
      const call = whole[n % 2] ?? whole[0];
      const bytes = Buffer.from(call?.body ?? '');
      for (let i = 0; i <= random(4); i++) bytes[random(bytes.length)] = random(256);
      const kept = bytes.subarray(0, random(8) === 0 ? random(bytes.length) : bytes.length);
      const body = random(8) === 0 ? kept.toString('latin1') : kept.toString();
      expect(() => decode(cards, { headers: call?.headers ?? {}, body })).not.toThrow();
    }
  });

  test('answers an event of the organisation encrypted, and stores nothing', () => {
    const outcome = decode(text, eventCall({ EventType: 'user_add_org', UserId: ['x'] }, now));
    if (outcome.kind !== 'ignored') throw new Error(outcome.kind);
    expect(openAnswer(outcome.reply.body)).toBe('success');
  });
});
