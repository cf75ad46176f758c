import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, Dispatch, SendResult } from '../../../src/channels/channel.ts';
import { createFeishuApi } from '../../../src/channels/feishu/client.ts';
import { createFeishuChannel } from '../../../src/channels/feishu/index.ts';
import { dispatchTo } from '../../support/deliveries.ts';
import { buttonsOf, FEISHU_KEYS, withTag, wordsOf } from '../../support/feishu-events.ts';
import { FeishuPlatform, type PlatformOptions } from '../../support/feishu-platform.ts';

let platform: FeishuPlatform;
let channel: Channel;
let now = Date.parse('2026-03-02T09:00:00+08:00');

async function start(options: PlatformOptions = {}, appSecret = FEISHU_KEYS.appSecret): Promise<void> {
  platform = new FeishuPlatform({ now: () => now, ...options });
  const settings = { ...FEISHU_KEYS, appSecret, baseUrl: await platform.listen() };
  channel = createFeishuChannel(
    settings,
    () => now,
    createFeishuApi(settings, () => now, { tokenMs: 300, callMs: 300, extraMs: 300 }),
  );
}

beforeEach(() => start());
afterEach(() => platform.close());

const dispatch = (receiver = 'ou_1', more: Partial<Dispatch> = {}): Dispatch => dispatchTo(receiver, more);
const send = (key: string, one = dispatch()): Promise<SendResult> => channel.encode(one).send(key);

describe('a message', () => {
  test('arrives once as a card with its buttons', async () => {
    expect(await send('k1')).toEqual({ kind: 'sent', messageId: 'om_1' });
    expect(platform.messages).toMatchObject([
      { receiver: 'ou_1', receiverType: 'open_id', type: 'interactive', uuid: 'k1' },
    ]);
    expect(buttonsOf(platform.messages[0]?.content).map((b) => b.label)).toEqual(['同意', '不同意']);
  });

  test.each([
    ['open_id', ['u1', 'on_1', 'ou_1'], 'ou_1'],
    ['union_id', ['u1', 'on_1'], 'on_1'],
    ['user_id', ['u1'], 'u1'],
  ])('goes to the %s', async (type, ids, receiver) => {
    await send('k1', dispatch('', { to: { kind: 'person', ids } }));
    expect(platform.messages).toMatchObject([{ receiverType: type, receiver }]);
  });

  test('goes to a group by its chat_id', async () => {
    await send('k1', dispatch('', { to: { kind: 'group', id: 'oc_1' } }));
    expect(platform.messages).toMatchObject([{ receiverType: 'chat_id', receiver: 'oc_1' }]);
  });

  test('to nobody is a final fault, without any call', async () => {
    expect(await send('k1', dispatch('', { to: { kind: 'person', ids: [] } }))).toMatchObject({ kind: 'final' });
    expect(platform.calls).toEqual([]);
  });

  test('replaces a card already sent', async () => {
    await send('k1');
    const decided = channel.encode(dispatch('ou_1', { replaces: 'om_1', outcome: '3月2日 09:05 钱立群：同意' }));
    expect(decided.keyWindowMs).toBe(Number.POSITIVE_INFINITY);
    expect(await decided.send('k2')).toEqual({ kind: 'sent', messageId: 'om_1' });
    expect(platform.messages).toHaveLength(1);
    expect(buttonsOf(platform.messages[0]?.content)).toEqual([]);
    expect(wordsOf(platform.messages[0]?.content)).toContain('钱立群：同意');
  });
});

test('a card grown too large to be replaced stays as it was, unless there is an outcome to tell', async () => {
  await send('k1');
  const progress = ['03-02 09:05 孙丽华：同意', '长'.repeat(10_000)];
  expect(await send('k2', dispatch('ou_1', { replaces: 'om_1', progress }))).toEqual({
    kind: 'sent',
    messageId: 'om_1',
  });
  expect(platform.calls).toEqual(['create ou_1']);
  await send('k3', dispatch('ou_1', { replaces: 'om_1', progress, outcome: '钱立群：同意' }));
  expect(platform.messages.map((m) => m.type)).toEqual(['interactive', 'text']);
});

describe('加急', () => {
  const urgent = (more: Partial<Dispatch> = {}): Dispatch => dispatch('ou_1', { urgent: true, ...more });

  test('follows a message that is marked urgent, by the same id, and its title says so', async () => {
    expect(await send('k1', urgent())).toEqual({ kind: 'sent', messageId: 'om_1' });
    expect(platform.urgents).toEqual([{ message: 'om_1', type: 'open_id', users: ['ou_1'] }]);
    expect(wordsOf(platform.messages[0]?.content)).toContain('【紧急】');
  });

  test('counts as a call of its own against the limit', () => {
    expect(channel.encode(urgent()).cost).toBe(2);
    expect(channel.encode(dispatch()).cost).toBeUndefined();
  });

  test('does not follow an ordinary one, one to a group, or one that was not sent', async () => {
    await send('k1');
    await send('k2', urgent({ to: { kind: 'group', id: 'oc_1' } }));
    platform.troubles.push({ how: 'answer', code: 230013 });
    await send('k3', urgent());
    expect(platform.urgents).toEqual([]);
  });

  test.each([
    ['too many unread', { how: 'answer', code: 230023 } as const],
    ['the quota is used up', { how: 'answer', code: 230024 } as const],
    ['the rate limit', { how: 'answer', status: 429, code: 99991400 } as const],
    ['no answer', { how: 'hang' } as const],
  ])('that is refused (%s) leaves the message sent, and nothing twice', async (_, trouble) => {
    platform.troubles.push({ ...trouble, receiver: 'urgent om_1' });
    expect(await send('k1', urgent())).toEqual({ kind: 'sent', messageId: 'om_1' });
    expect(platform.messages).toHaveLength(1);
    expect(platform.urgents).toEqual([]);
  });
});

describe('a paper', () => {
  const paper = { id: 'leave-1/0', name: '紧急外出情况说明.docx', load: async () => new Uint8Array([80, 75, 3, 4]) };
  const withPaper = (receiver = 'ou_1', link?: string): Dispatch =>
    dispatch(receiver, { enclosures: [{ ...paper, ...(link && { link }) }] });

  test('follows its card as a file, uploaded once for two receivers', async () => {
    expect(await send('k1', withPaper())).toMatchObject({ kind: 'sent', messageId: 'om_1' });
    expect(await send('k2', withPaper('ou_2'))).toMatchObject({ kind: 'sent' });
    await expect.poll(() => platform.messages.length).toBe(4);
    expect(platform.heldBy('ou_1')).toMatchObject([
      { type: 'interactive', uuid: 'k1' },
      { type: 'file', uuid: 'k1-f0', content: { file_key: 'file_1' } },
    ]);
    expect(platform.uploads).toMatchObject([{ name: paper.name, bytes: Buffer.from([80, 75, 3, 4]) }]);
  });

  test('whose upload is refused leaves the card sent, with the address at which it can be fetched', async () => {
    platform.troubles.push({ receiver: 'upload', how: 'answer', code: 234006 });
    const link = 'https://bangong.example/matters/linzi/leave-1/0.docx';
    expect(await send('k1', withPaper('ou_1', link))).toMatchObject({ kind: 'sent' });
    await expect.poll(() => platform.calls.includes('upload')).toBe(true);
    expect(platform.messages).toHaveLength(1);
    const [download] = withTag(platform.messages[0]?.content, 'button');
    expect(download).toMatchObject({ behaviors: [{ type: 'open_url', default_url: link }] });
  });

  test('of a killed token is uploaded with a new one', async () => {
    await send('k1');
    platform.killTokens();
    await send('k2', withPaper());
    await expect.poll(() => platform.uploads.length).toBe(1);
  });
});

describe('the tenant token', () => {
  test('is fetched once for ten parallel first calls', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, (_, i) => send(`k${i}`)));
    expect(results.every((r) => r.kind === 'sent')).toBe(true);
    expect(platform.tokenCalls).toBe(1);
  });

  test('is fetched anew before it ends', async () => {
    await send('k1');
    now += 7200_000 - 179_000;
    await send('k2');
    expect(platform.tokenCalls).toBe(2);
  });

  test('that lives for a minute only is still used twice', async () => {
    await platform.close();
    await start({ tokenSeconds: 60 });
    await send('k1');
    now += 53_000;
    await send('k2');
    expect(platform.tokenCalls).toBe(1);
    now += 2_000;
    await send('k3');
    expect(platform.tokenCalls).toBe(2);
  });

  test('is fetched anew once when the platform refuses it, and the message arrives once', async () => {
    await send('k1');
    platform.killTokens();
    const results = await Promise.all([send('k2'), send('k3'), send('k4')]);
    expect(results.map((r) => r.kind)).toEqual(['sent', 'sent', 'sent']);
    expect(platform.tokenCalls).toBe(2);
    expect(platform.messages).toHaveLength(4);
  });

  test('refused twice is tried later, not for ever', async () => {
    platform.troubles.push({ how: 'answer', code: 99991663 }, { how: 'answer', code: 99991663 });
    expect(await send('k1')).toMatchObject({ kind: 'retry' });
    expect(platform.calls).toHaveLength(2);
  });

  test('that the platform does not give for a wrong secret is waited for', async () => {
    await platform.close();
    await start({}, 'wrong');
    expect(await send('k1')).toMatchObject({ kind: 'retry', afterMs: 300_000 });
    expect(platform.calls).toEqual([]);
  });
});

describe('a failure', () => {
  test('429 waits as long as the platform says', async () => {
    platform.troubles.push({ how: 'answer', status: 429, code: 99991400, headers: { 'x-ogw-ratelimit-reset': '7' } });
    expect(await send('k1')).toMatchObject({ kind: 'retry', afterMs: 7000 });
  });

  test.each([
    ['the frequency limit of a receiver', { how: 'answer', code: 230020 } as const, 'retry'],
    ['code 11232 under HTTP 200', { how: 'answer', status: 200, code: 11232 } as const, 'retry'],
    ['a proxy in between', { how: 'answer', status: 404 } as const, 'retry'],
    ['HTTP 500', { how: 'answer', status: 500 } as const, 'uncertain'],
    ['HTTP 502 with a code', { how: 'answer', status: 502, code: 1 } as const, 'uncertain'],
    ['being sent', { how: 'answer', code: 230049 } as const, 'uncertain'],
    ['a lost answer', { how: 'lose' } as const, 'uncertain'],
    ['no answer', { how: 'hang' } as const, 'uncertain'],
    ['a receiver out of reach', { how: 'answer', code: 230013 } as const, 'final'],
    ['the same under HTTP 200', { how: 'answer', status: 200, code: 230013 } as const, 'final'],
    ['an unknown code', { how: 'answer', code: 987654 } as const, 'final'],
  ])('%s is classed', async (_, trouble, kind) => {
    platform.troubles.push(trouble);
    expect(await send('k1')).toMatchObject({ kind });
  });

  test('a platform that is away has surely got nothing', async () => {
    await platform.close();
    expect(await send('k1')).toMatchObject({ kind: 'retry' });
  });

  test('a lost answer and a repeat with the same key make one message', async () => {
    platform.troubles.push({ how: 'lose' });
    expect(await send('k1')).toMatchObject({ kind: 'uncertain' });
    expect(await send('k1')).toEqual({ kind: 'sent', messageId: 'om_1' });
    expect(platform.messages).toHaveLength(1);
  });

  test('a card that the platform refuses goes out as text, under its own key', async () => {
    platform.troubles.push({ how: 'answer', code: 230099 });
    expect(await send('k1')).toMatchObject({ kind: 'sent' });
    expect(platform.messages).toMatchObject([{ type: 'text', uuid: 'k1-t' }]);
    expect(wordsOf(platform.messages[0]?.content)).toContain('请直接回复：同意 或 不同意');
  });

  test('words that the platform refuses become a neutral line', async () => {
    platform.troubles.push({ how: 'answer', code: 230028 });
    expect(await send('k1')).toMatchObject({ kind: 'sent' });
    expect(wordsOf(platform.messages[0]?.content)).toMatch(/请联系区政府办公室/);
    expect(wordsOf(platform.messages[0]?.content)).not.toContain('济南');
  });

  test('tells neither secret nor words', async () => {
    platform.troubles.push({ how: 'answer', code: 987654 }, { how: 'answer', status: 500 });
    const told = JSON.stringify([await send('k1'), await send('k2')]);
    expect(told).not.toContain(FEISHU_KEYS.appSecret);
    expect(told).not.toContain('济南');
  });
});

test('the bot learns its own id, and asks again only after a while', async () => {
  const asked = (): number => platform.tokenCalls;
  await channel.start();
  await channel.start();
  expect(asked()).toBe(1);
});

test('a press is answered with a toast and the card as it looks from now on', () => {
  const press = {
    channel: 'feishu',
    ids: ['e1'],
    user: { ids: ['ou_1'] },
    chat: { kind: 'private' },
    at: now,
    press: { delivery: 7, label: '同意' },
  } as const;
  const reply = channel.acknowledge([press], {
    toast: { level: 'success', text: '已记录' },
    card: dispatch('ou_1', { outcome: '钱立群：同意' }),
  });
  const body = JSON.parse(reply.body) as { toast: unknown; card: { type: string; data: unknown } };
  expect(reply.status).toBe(200);
  expect(body.toast).toEqual({ type: 'success', content: '已记录' });
  expect(body.card.type).toBe('raw');
  expect(buttonsOf(body.card.data)).toEqual([]);
  expect(channel.acknowledge([press], {}).body).toBe('{}');
});
