import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, dispatch, hear, send, setUp } from '../../support/dingtalk-channel.ts';

let bench: Bench;

beforeEach(async () => {
  bench = await setUp();
});
afterEach(() => bench.platform.close());

describe('a session webhook', () => {
  test('answers the conversation while it lives, without any token', async () => {
    hear(bench, { url: bench.platform.session('s1') });
    expect(await send(bench.text)).toEqual({ kind: 'sent', messageId: null });
    expect(bench.platform.messages).toMatchObject([{ way: 'session', receiver: 's1' }]);
    expect(bench.platform.tokenCalls).toBe(0);
  });

  test('serves its own conversation only', async () => {
    hear(bench, { url: bench.platform.session('s1') }, { group: 'cid1==' });
    await send(bench.text);
    await send(bench.text, 'k2', dispatch('', { to: { kind: 'group', id: 'cid1==' } }));
    expect(bench.platform.calls).toEqual(['person li', 'session s1']);
  });

  test('past its time gives way to the robot', async () => {
    hear(bench, { url: bench.platform.session('s1'), until: bench.now + 5_400_000 });
    bench.now += 5_400_000 - 59_000;
    await send(bench.text);
    expect(bench.platform.calls).toEqual(['person li']);
  });

  test('dead before its time gives way to the robot at once, and is not tried again', async () => {
    bench.platform.deadSessions.add('s1');
    hear(bench, { url: bench.platform.session('s1') });
    expect(await send(bench.text)).toEqual({ kind: 'sent', messageId: null });
    expect(await send(bench.text, 'k2')).toEqual({ kind: 'sent', messageId: null });
    expect(bench.platform.calls).toEqual(['session s1', 'person li', 'person li']);
  });

  test('answers people of other organisations, who have no other way', async () => {
    const [{ user }] = hear(bench, { url: bench.platform.session('s1') }, { from: null });
    expect(await send(bench.text, 'k1', dispatch('', { to: { kind: 'person', ids: user.ids } }))).toMatchObject({
      kind: 'sent',
    });
    expect(bench.platform.calls).toEqual(['session s1']);
  });

  test.each([
    'http://127.0.0.1:1/robot/sendBySession?session=x',
    'http://169.254.169.254/latest/meta-data',
    'https://oapi.dingtalk.com/robot/sendBySession?session=x',
    'file:///etc/passwd',
    'not an address',
  ])('of another host is not called: %s', async (url) => {
    hear(bench, { url });
    await send(bench.text);
    expect(bench.platform.calls).toEqual(['person li']);
  });

  test('with a password, or under a host that only looks alike, is not called', async () => {
    const { host } = new URL(bench.platform.baseUrl);
    for (const url of [`http://user:pass@${host}/robot`, `http://${host}.evil.example/robot`, `https://${host}/robot`])
      hear(bench, { url });
    await send(bench.text);
    expect(bench.platform.calls).toEqual(['person li']);
  });

  test('whose answer is lost leaves the outcome unknown', async () => {
    hear(bench, { url: bench.platform.session('s1') });
    bench.platform.troubles.push({ way: 'session', how: 'lose' });
    expect(await send(bench.text)).toMatchObject({ kind: 'uncertain' });
    expect(bench.platform.calls).toEqual(['session s1']);
  });
});
