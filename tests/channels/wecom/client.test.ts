import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerTo, type Bench, decode, dispatch, send, setUp } from '../../support/wecom-channel.ts';
import { cardPress, wecomCall } from '../../support/wecom-events.ts';
import type { PlatformOptions } from '../../support/wecom-platform.ts';

let bench: Bench;

async function start(options: PlatformOptions = {}, secret?: string): Promise<void> {
  await bench?.platform.close();
  bench = await setUp(options, secret);
}

beforeEach(() => start());
afterEach(() => bench.platform.close());

const HOUR_MS = 3_600_000;

describe('a message', () => {
  test('with something to press is a card, and its code is kept', async () => {
    expect(await send(bench.channel, 'mbq1-x7')).toEqual({ kind: 'sent', messageId: 'code-2' });
    expect(bench.platform.messages).toMatchObject([
      { receiver: 'li', card: { task_id: '7_approve_mbq1-x7', button_list: [{ text: '同意' }, { text: '不同意' }] } },
    ]);
  });

  test('without is text', async () => {
    expect(await send(bench.channel, 'k1', answerTo(8))).toEqual({ kind: 'sent', messageId: null });
    expect(bench.platform.calls).toEqual(['text li']);
  });

  test('goes to one person, never to a list or to everybody', async () => {
    for (const ids of [[], ['@all'], ['a|b'], ['@ALL', 'x y'], ['']])
      expect(await send(bench.channel, 'k1', dispatch({ to: { kind: 'person', ids } }))).toMatchObject({
        kind: 'final',
        fault: { concerns: 'receiver' },
      });
    expect(await send(bench.channel, 'k1', dispatch({ to: { kind: 'group', id: 'g' } }))).toMatchObject({
      kind: 'final',
    });
    expect(bench.platform.calls).toEqual([]);
  });

  test('decided before it was sent is told in words', async () => {
    await send(bench.channel, 'k1', dispatch({ outcome: '03-02 09:05 钱立群：同意' }));
    expect(bench.platform.messages).toMatchObject([{ text: expect.stringContaining('钱立群：同意') as string }]);
    expect(bench.platform.calls).toEqual(['text li']);
  });

  test('takes the prefix of the address in every call', async () => {
    await start({ prefix: '/gov/api' });
    const sent = await send(bench.channel);
    await send(
      bench.channel,
      'k2',
      dispatch({ replaces: sent.kind === 'sent' ? `${sent.messageId}` : '', outcome: '好' }),
    );
    expect([...bench.platform.paths]).toEqual([
      '/gov/api/cgi-bin/gettoken',
      '/gov/api/cgi-bin/message/send',
      '/gov/api/cgi-bin/message/update_template_card',
    ]);
  });
});

describe('a repeat', () => {
  test.each([
    ['text', answerTo(8)],
    ['a card', dispatch()],
  ])('of %s after a lost answer arrives once', async (_, one) => {
    const call = bench.channel.encode(one);
    expect(call.keyWindowMs).toBe(4 * HOUR_MS);
    bench.platform.troubles.push({ how: 'lose' }, { how: 'hang' });
    expect(await call.send('k1')).toMatchObject({ kind: 'uncertain' });
    expect(await call.send('k1')).toMatchObject({ kind: 'uncertain' });
    bench.now += 3 * HOUR_MS;
    bench.platform.killTokens();
    expect(await bench.channel.encode(one).send('k1')).toMatchObject({ kind: 'sent' });
    expect(bench.platform.messages).toHaveLength(1);
  });

  test('of a card beyond the window is known by its task id', async () => {
    bench.platform.troubles.push({ how: 'lose' });
    await send(bench.channel);
    bench.now += 5 * HOUR_MS;
    expect(await send(bench.channel)).toEqual({ kind: 'sent', messageId: null });
    expect(bench.platform.messages).toHaveLength(1);
  });

  test('of the same words in another message is another message', async () => {
    await send(bench.channel, 'k1', answerTo(8));
    await send(bench.channel, 'k2', answerTo(9));
    await send(bench.channel, 'k3', dispatch({ id: 10 }));
    await send(bench.channel, 'k4', dispatch({ id: 11 }));
    expect(bench.platform.messages).toHaveLength(4);
  });
});

describe('a card that was sent', () => {
  const decided = (replaces: string) => dispatch({ replaces, outcome: '03-02 09:05 钱立群：同意' });

  test('is replaced by its outcome, once with its code', async () => {
    await send(bench.channel);
    expect(await send(bench.channel, 'k2', decided('code-2'))).toEqual({ kind: 'sent', messageId: 'code-2' });
    expect(bench.platform.messages).toMatchObject([
      {
        updates: 1,
        card: { replace_text: '已处理', horizontal_content_list: [{ value: '03-02 09:05 钱立群：同意' }] },
      },
    ]);
  });

  test('keeps its code for the outcome: what others decide meanwhile changes nothing', async () => {
    const { platform, channel } = bench;
    const sent = await send(channel);
    const code = sent.kind === 'sent' ? (sent.messageId ?? '') : '';
    const meanwhile = dispatch({ replaces: code, progress: ['03-02 09:05 孙丽华：同意'] });
    expect(await send(channel, 'k2', meanwhile)).toEqual(sent);
    expect(platform.calls).toEqual(['template_card li']);
    expect(await send(channel, 'k3', dispatch({ replaces: code, outcome: '钱立群：同意' }))).toEqual(sent);
    expect(
      await send(channel, 'k4', dispatch({ replaces: platform.freshCode(platform.messages[0] as never) })),
    ).toMatchObject({ kind: 'sent' });
    expect(platform.calls).toEqual(['template_card li', 'update li', 'update li']);
  });

  test('is replaced with the newest code that a press brought', async () => {
    await send(bench.channel);
    const [held] = bench.platform.messages;
    if (!held) throw new Error('nothing');
    const code = bench.platform.freshCode(held);
    decode(bench, wecomCall(cardPress('li', bench.now, '7_approve_k1', 'button0', code), bench.now));
    await send(bench.channel, 'k2', decided('code-2'));
    await send(bench.channel, 'k3', decided('code-2'));
    expect(held.updates).toBe(2);
    expect(bench.platform.calls).toEqual(['template_card li', 'update li', 'update li', 'update li']);
  });

  test('whose codes are dead is followed by a fresh message', async () => {
    await send(bench.channel);
    bench.now += 73 * HOUR_MS;
    expect(await send(bench.channel, 'k2', decided('code-2'))).toEqual({ kind: 'sent', messageId: null });
    expect(bench.platform.calls).toEqual(['template_card li', 'update li', 'text li']);
    expect(bench.platform.messages[1]?.text).toContain('钱立群：同意');
  });

  test('whose update lost its answer is not followed by another message', async () => {
    await send(bench.channel);
    bench.platform.troubles.push({ kind: 'update', how: 'lose' });
    expect(await send(bench.channel, 'k2', decided('code-2'))).toMatchObject({ kind: 'uncertain' });
    expect(await send(bench.channel, 'k2', decided('code-2'))).toMatchObject({ kind: 'sent' });
    expect(bench.platform.messages).toHaveLength(1);
  });
});

describe('an edition without cards', () => {
  test.each([
    'errcode',
    'not-found',
  ] as const)('(%s) gets text with the words to reply, and is asked once', async (withoutCards) => {
    await start({ withoutCards });
    expect(await send(bench.channel)).toEqual({ kind: 'sent', messageId: null });
    expect(await send(bench.channel, 'k2', dispatch({ id: 8 }))).toEqual({ kind: 'sent', messageId: null });
    expect(bench.platform.calls).toEqual(['template_card li', 'text li', 'text li']);
    expect(bench.platform.messages[0]?.text).toMatch(/如：同意 编号7）$/);
  });

  test('is not concluded from an address that is wrong altogether', async () => {
    bench.platform.troubles.push({ how: 'answer', status: 404 }, { how: 'answer', status: 404 });
    expect(await send(bench.channel)).toMatchObject({ kind: 'retry', afterMs: 300_000 });
    expect(await send(bench.channel, 'k2')).toMatchObject({ kind: 'sent' });
    expect(bench.platform.messages[0]?.card).toBeDefined();
  });
});

test('a card that is refused for its content goes out as text on the next try, others still as cards', async () => {
  bench.platform.troubles.push({ how: 'answer', errcode: 40058 });
  expect(await send(bench.channel)).toMatchObject({ kind: 'retry' });
  expect(await send(bench.channel, 'k2')).toEqual({ kind: 'sent', messageId: null });
  await send(bench.channel, 'k3', dispatch({ id: 8 }));
  expect(bench.platform.calls).toEqual(['template_card li', 'text li', 'template_card li']);
});

test('a card that is refused while in doubt stays in doubt: its text could be a second message', async () => {
  bench.platform.troubles.push({ how: 'lose' }, { how: 'answer', errcode: 40058 });
  expect(await send(bench.channel)).toMatchObject({ kind: 'uncertain' });
  expect(await send(bench.channel)).toMatchObject({ kind: 'final' });
  expect(bench.platform.messages).toHaveLength(1);
});

describe('the access token', () => {
  test('is fetched once for ten parallel first calls', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, (_, i) => send(bench.channel, `k${i}`, answerTo(i))));
    expect(results.every((r) => r.kind === 'sent')).toBe(true);
    expect(bench.platform.tokenCalls).toBe(1);
  });

  test('is fetched anew before it ends', async () => {
    await send(bench.channel);
    bench.now += 7200_000 - 179_000;
    await send(bench.channel, 'k2', answerTo(8));
    expect(bench.platform.tokenCalls).toBe(2);
  });

  test('killed early is fetched anew once for all, and each message arrives once', async () => {
    await send(bench.channel);
    bench.platform.killTokens();
    const ids = [8, 9, 10, 11];
    const results = await Promise.all(ids.map((id) => send(bench.channel, `k${id}`, answerTo(id))));
    expect(results.map((r) => r.kind)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(bench.platform.tokenCalls).toBe(2);
    expect(bench.platform.messages).toHaveLength(5);
  });

  test.each([
    40014, 42001, 41001, 40001,
  ])('refused by %i is fetched anew, and refused twice is tried later', async (errcode) => {
    bench.platform.troubles.push({ how: 'answer', errcode });
    expect(await send(bench.channel)).toMatchObject({ kind: 'sent' });
    bench.platform.troubles.push({ how: 'answer', errcode }, { how: 'answer', errcode });
    expect(await send(bench.channel, 'k2', answerTo(8))).toMatchObject({ kind: 'retry' });
    expect(bench.platform.calls).toHaveLength(4);
  });

  test('that the platform does not give for a wrong secret is waited for', async () => {
    await start({}, 'wrong');
    expect(await send(bench.channel)).toMatchObject({ kind: 'retry', afterMs: 300_000 });
    expect(bench.platform.calls).toEqual([]);
  });

  test('that never comes means that nothing has left', async () => {
    bench.platform.troubles.push({ kind: 'gettoken', how: 'hang' });
    expect(await send(bench.channel)).toMatchObject({ kind: 'retry' });
  });
});

describe('a failure', () => {
  const coded = (errcode: number, status = 200) => ({ how: 'answer', errcode, status }) as const;
  test.each([
    ['busy', coded(-1), { kind: 'retry', afterMs: 1000 }],
    ['too many calls', coded(45009), { kind: 'retry', afterMs: 60_000 }],
    ['too many at once', coded(45033), { kind: 'retry', afterMs: 5_000 }],
    ['an address that is not on the list', coded(60020), { kind: 'retry', afterMs: 300_000 }],
    ["another app's number", coded(40056), { kind: 'retry', afterMs: 300_000 }],
    ['no permission', coded(48002), { kind: 'retry', afterMs: 300_000 }],
    ['an unknown user', coded(60111), { kind: 'final', fault: { code: 'wecom-60111', concerns: 'receiver' } }],
    ['a user out of range', coded(81013), { kind: 'final', fault: { concerns: 'receiver' } }],
    ['too long', coded(45002), { kind: 'final', fault: { concerns: 'content' } }],
    ['an unknown code', coded(99999), { kind: 'final', fault: { concerns: 'content' } }],
    ['a code under HTTP 400', coded(60111, 400), { kind: 'final' }],
    ['HTTP 429', { how: 'answer', status: 429 } as const, { kind: 'retry' }],
    ['HTTP 502', { how: 'answer', status: 502 } as const, { kind: 'uncertain' }],
    ["a gateway's refusal", { how: 'answer', status: 403 } as const, { kind: 'retry', afterMs: 300_000 }],
    ['a page in place of an answer', { how: 'answer', status: 200 } as const, { kind: 'retry', afterMs: 300_000 }],
    ['a lost answer', { how: 'lose' } as const, { kind: 'uncertain' }],
    ['no answer', { how: 'hang' } as const, { kind: 'uncertain' }],
  ])('%s is classed', async (_, trouble, result) => {
    bench.platform.troubles.push(trouble);
    expect(await send(bench.channel, 'k1', answerTo(8))).toMatchObject(result);
  });

  test('0 is no delivery: whom the answer lists is not reached, in whatever letters', async () => {
    bench.platform.invalid.add('Li');
    for (const one of [answerTo(8), dispatch()])
      expect(await send(bench.channel, 'k1', { ...one, to: { kind: 'person', ids: ['Li'] } })).toMatchObject({
        kind: 'final',
        fault: { concerns: 'receiver' },
      });
  });

  test('a platform that is away has surely got nothing', async () => {
    await bench.platform.close();
    expect(await send(bench.channel)).toMatchObject({ kind: 'retry' });
    await start();
  });

  test('tells neither secret, token nor words', async () => {
    bench.platform.troubles.push(coded(99999), { how: 'lose' }, { kind: 'gettoken', how: 'answer', status: 500 });
    const told = [await send(bench.channel, 'k1', answerTo(8)), await send(bench.channel, 'k2', answerTo(9))];
    bench.platform.killTokens();
    await start({}, 'wrong-secret');
    told.push(await send(bench.channel));
    expect(JSON.stringify(told)).not.toMatch(/secret|t-\d|提前|济南|cgi-bin/);
  });
});

test('a person gets no more than the platform delivers', () => {
  expect(bench.channel.rates.receiver).toEqual([
    { count: 30, perMs: 60_000 },
    { count: 1000, perMs: 3_600_000 },
  ]);
});

describe('a paper', () => {
  const link = 'https://bangong.example/matters/linzi/leave-1/0.docx';
  const enclosures = [{ id: 'leave-1/0', name: '情况说明.docx', load: async () => new Uint8Array([80, 75]), link }];

  test('follows its card, which says where else it can be fetched', async () => {
    const { platform, channel } = bench;
    expect(await send(channel, 'k1', dispatch({ enclosures }))).toMatchObject({ kind: 'sent' });
    await expect.poll(() => platform.messages.length).toBe(2);
    expect(platform.messages[0]?.card?.horizontal_content_list).toContainEqual({
      keyname: '附件',
      type: 1,
      value: '情况说明.docx',
      url: link,
    });
    expect(platform.messages[1]).toMatchObject({ receiver: 'li', text: '文件 media_1' });
    expect(platform.uploads).toMatchObject([{ name: '情况说明.docx' }]);
  });

  test('that cannot be uploaded leaves its message sent', async () => {
    const { platform, channel } = bench;
    platform.troubles.push({ kind: 'upload', how: 'answer', errcode: 40004 });
    expect(await send(channel, 'k1', dispatch({ enclosures }))).toMatchObject({ kind: 'sent' });
    await expect.poll(() => platform.calls.includes('upload')).toBe(true);
    expect(platform.messages).toHaveLength(1);
  });
});
