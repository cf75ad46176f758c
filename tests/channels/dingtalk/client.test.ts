import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, dispatch, hear, send, setUp } from '../../support/dingtalk-channel.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.platform.close());

describe('a text', () => {
  test('reaches a person through the robot, and ends with what to reply', async () => {
    expect(bench.text.encode(dispatch()).keyWindowMs).toBe(0);
    expect(await send(bench.text)).toEqual({ kind: 'sent', messageId: null });
    expect(bench.platform.messages).toMatchObject([{ way: 'person', receiver: 'li' }]);
    expect(bench.platform.messages[0]?.text).toMatch(/请直接回复：同意 或 不同意（请写明理由）$/);
  });

  test('reaches a group by its conversation', async () => {
    await send(bench.text, 'k1', dispatch('', { to: { kind: 'group', id: 'cid1==' } }));
    expect(bench.platform.messages).toMatchObject([{ way: 'group', receiver: 'cid1==' }]);
  });

  test('to nobody, or to somebody outside, is a final fault without any call', async () => {
    for (const ids of [[], ['outside:x']])
      expect(await send(bench.text, 'k1', dispatch('', { to: { kind: 'person', ids } }))).toMatchObject({
        kind: 'final',
      });
    expect(bench.platform.calls).toEqual([]);
  });
});

describe('a card', () => {
  test('carries the values, and its id tells the delivery', async () => {
    expect(await send(bench.cards, 'mbq1-x7')).toEqual({ kind: 'sent', messageId: '7.approve.mbq1-x7' });
    expect(bench.platform.messages).toMatchObject([
      { way: 'card', receiver: 'li', values: { button0: '同意', outcome: '' } },
    ]);
  });

  test('is created once, however often its answer is lost', async () => {
    bench.platform.troubles.push({ how: 'lose' }, { how: 'lose' });
    const call = bench.cards.encode(dispatch());
    expect(call.keyWindowMs).toBe(Number.POSITIVE_INFINITY);
    expect(await call.send('k1')).toMatchObject({ kind: 'uncertain' });
    expect(await call.send('k1')).toMatchObject({ kind: 'uncertain' });
    expect(await call.send('k1')).toMatchObject({ kind: 'sent' });
    expect(bench.platform.messages).toHaveLength(1);
  });

  test('already sent is replaced by its outcome', async () => {
    await send(bench.cards);
    const decided = dispatch('li', { replaces: '7.approve.k1', outcome: '3月2日 09:05 钱立群：同意' });
    expect(await send(bench.cards, 'k2', decided)).toEqual({ kind: 'sent', messageId: '7.approve.k1' });
    const values = { button0: '', button1: '', outcome: '3月2日 09:05 钱立群：同意', title: '请假外出 · 请审批' };
    expect(bench.platform.messages).toMatchObject([{ updates: 1, values }]);
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
    bench.platform.troubles.push(trouble);
    expect(await send(bench.cards)).toMatchObject({ kind: 'retry' });
    expect(bench.cards.encode(dispatch()).keyWindowMs).toBe(0);
    expect(await send(bench.cards, 'k2')).toEqual({ kind: 'sent', messageId: null });
    expect(bench.platform.messages).toMatchObject([{ way: 'person' }]);
  });

  test('is not made of a plain answer', async () => {
    const [{ deliveries }] = [dispatch()];
    await send(
      bench.cards,
      'k1',
      dispatch('li', { deliveries: [{ ...deliveries[0], buttons: [], status: 'answered' }] }),
    );
    expect(bench.platform.messages).toMatchObject([{ way: 'person' }]);
  });
});

describe('the access token', () => {
  test('is fetched once for ten parallel first calls', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, (_, i) => send(bench.text, `k${i}`)));
    expect(results.every((r) => r.kind === 'sent')).toBe(true);
    expect(bench.platform.tokenCalls).toBe(1);
  });

  test('is fetched anew before it ends', async () => {
    await send(bench.text);
    bench.now += 7200_000 - 179_000;
    await send(bench.text, 'k2');
    expect(bench.platform.tokenCalls).toBe(2);
  });

  test('is fetched anew once when the platform refuses it, and each message arrives once', async () => {
    await send(bench.text);
    bench.platform.killTokens();
    const results = await Promise.all([send(bench.text, 'k2'), send(bench.text, 'k3'), send(bench.cards, 'k4')]);
    expect(results.map((r) => r.kind)).toEqual(['sent', 'sent', 'sent']);
    expect(bench.platform.tokenCalls).toBe(3);
    expect(bench.platform.messages).toHaveLength(4);
  });

  test('refused in the older way is fetched anew, too', async () => {
    bench.platform.troubles.push({ how: 'answer', status: 200, body: { errcode: 88, sub_code: '40014', errmsg: 'x' } });
    expect(await send(bench.text)).toMatchObject({ kind: 'sent' });
    expect(bench.platform.tokenCalls).toBe(2);
  });

  test('refused twice is tried later, not for ever', async () => {
    const refusal = { how: 'answer', body: { code: 'InvalidAuthentication' } } as const;
    bench.platform.troubles.push(refusal, refusal);
    expect(await send(bench.text)).toMatchObject({ kind: 'retry' });
    expect(bench.platform.calls).toHaveLength(2);
  });

  test('that the platform does not give for a wrong secret is waited for', async () => {
    await bench.platform.close();
    bench = await setUp('wrong');
    expect(await send(bench.text)).toMatchObject({ kind: 'retry', afterMs: 300_000 });
    expect(bench.platform.calls).toEqual([]);
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
    bench.platform.troubles.push(trouble);
    expect(await send(bench.text)).toMatchObject(result);
  });

  test('200 is no delivery: whom the answer lists is not reached', async () => {
    bench.platform.invalid.add('gone');
    bench.platform.flowControlled.add('busy');
    expect(await send(bench.text, 'k1', dispatch('gone'))).toMatchObject({
      kind: 'final',
      fault: { concerns: 'receiver' },
    });
    expect(await send(bench.text, 'k1', dispatch('busy'))).toMatchObject({ kind: 'retry', afterMs: 60_000 });
  });

  test('a platform that is away has surely got nothing', async () => {
    await bench.platform.close();
    expect(await send(bench.text)).toMatchObject({ kind: 'retry' });
  });

  test('tells neither secret nor words', async () => {
    hear(bench, { url: bench.platform.session('secret-session') });
    bench.platform.troubles.push(coded('somethingNew'), { how: 'lose' });
    const told = JSON.stringify([await send(bench.text), await send(bench.text, 'k2')]);
    expect(told).not.toMatch(/test-app-secret|secret-session|济南/);
  });
});

test('a card shows what others decided; grown too long for that it stays as it was', async () => {
  const { platform, cards } = bench;
  const sent = await send(cards);
  const replaces = sent.kind === 'sent' ? (sent.messageId ?? '') : '';
  await send(cards, 'k2', dispatch('li', { replaces, progress: ['03-02 09:05 孙丽华：同意'] }));
  expect(platform.messages[0]?.values?.body0).toContain('孙丽华：同意');
  const tooLong = dispatch('li', { replaces, progress: ['长'.repeat(5000)] });
  expect(await send(cards, 'k3', tooLong)).toEqual({ kind: 'sent', messageId: replaces });
  expect(platform.messages).toHaveLength(1);
});

describe('a paper', () => {
  const paper = { id: 'leave-1/0', name: '情况说明.docx', load: async () => new Uint8Array([80, 75]) };
  const link = 'https://bangong.example/matters/linzi/leave-1/0.docx';

  test('follows its card as a file of the robot, uploaded at the older interface', async () => {
    const { platform, cards } = bench;
    expect(await send(cards, 'k1', dispatch('li', { enclosures: [paper] }))).toMatchObject({ kind: 'sent' });
    await expect.poll(() => platform.messages.length).toBe(2);
    expect(platform.messages.map((m) => [m.way, m.receiver])).toEqual([
      ['card', 'li'],
      ['person', 'li'],
    ]);
    expect(platform.messages[1]?.text).toBe('文件 情况说明.docx docx @m1');
    expect(platform.uploads).toMatchObject([{ name: '情况说明.docx', bytes: Buffer.from([80, 75]) }]);
  });

  test('that cannot be uploaded can still be fetched, from a card or a text', async () => {
    const { platform, cards, text } = bench;
    platform.troubles.push(
      { way: 'upload', how: 'answer', status: 500 },
      { way: 'upload', how: 'answer', status: 500 },
    );
    const one = dispatch('li', { enclosures: [{ ...paper, link }] });
    expect(await send(cards, 'k1', one)).toMatchObject({ kind: 'sent' });
    expect(await send(text, 'k2', one)).toMatchObject({ kind: 'sent' });
    await expect.poll(() => platform.calls.filter((call) => call === 'upload').length).toBe(2);
    expect(platform.messages.map((m) => m.text.includes(`下载：${link}`))).toEqual([true, true]);
  });
});
