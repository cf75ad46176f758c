import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Connection, Incoming, Receipt } from '../../../src/channels/channel.ts';
import { createFeishuChannel } from '../../../src/channels/feishu/index.ts';
import { keepConnected, type Socket } from '../../../src/channels/feishu/long-connection.ts';
import { FEISHU_KEYS, messageEvent, pressEvent } from '../../support/feishu-events.ts';
import { FeishuPlatform } from '../../support/feishu-platform.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const APP = { ...FEISHU_KEYS, appId: 'cli_0123456789abcdef' };
/** The SDK takes a while to load. */
const SOON = { timeout: 8000 };
const LI = { user_id: 'li', open_id: 'ou_li' };

describe("through the platform's own SDK", () => {
  let platform: FeishuPlatform;
  let connection: Connection | undefined;
  let taken: Incoming[];
  let states: string[];
  let receipt: () => Promise<Receipt>;

  beforeEach(async () => {
    platform = new FeishuPlatform({ appId: APP.appId });
    taken = [];
    states = [];
    receipt = async () => ({});
    const channel = createFeishuChannel({ ...APP, baseUrl: await platform.listen(), longConnection: true }, Date.now);
    connection = channel.connect?.(
      (events) => {
        taken.push(...events);
        return receipt();
      },
      {
        after: (ms, run) => {
          const timer = setTimeout(run, Math.min(ms, 50));
          return () => clearTimeout(timer);
        },
        onState: (state) => states.push(state),
      },
    );
    await expect.poll(() => platform.sockets.isConnected(), SOON).toBe(true);
  });
  afterEach(async () => {
    connection?.stop();
    await platform.close();
  });

  const hello = (text = '帮助'): unknown => messageEvent({ from: LI, at: Date.now(), text, messageId: 'om_1' }, APP);

  test('an event is taken as one of a webhook, and answered once it is stored', async () => {
    expect(await platform.sockets.push(hello())).toEqual({ code: 200, data: {} });
    expect(taken).toMatchObject([{ channel: 'feishu', text: '帮助', user: { ids: ['li', 'ou_li'] } }]);
    expect(taken[0]?.ids).toContain('feishu:message:om_1');
    await expect.poll(() => states).toEqual(['connected']);
  });

  test('a press is answered with its toast', async () => {
    receipt = async () => ({ toast: { level: 'success', text: '已记录' } });
    const press = pressEvent({ by: LI, at: Date.now(), value: { d: 7, b: '同意' } }, APP);
    const toast = { type: 'success', content: '已记录' };
    expect(await platform.sockets.push(press)).toEqual({ code: 200, data: { toast } });
  });

  test('what could not be stored is not acknowledged, so that it comes again', async () => {
    receipt = () => Promise.reject(new Error('disk full'));
    expect(await platform.sockets.push(hello())).toEqual({ code: 500 });
  });

  test("another app's event is not taken", async () => {
    const foreign = messageEvent({ from: LI, at: Date.now(), text: '请假' });
    expect(await platform.sockets.push(foreign)).toEqual({ code: 200, data: {} });
    expect(taken).toEqual([]);
  });

  test('a line that breaks is made anew', async () => {
    platform.sockets.drop();
    await expect.poll(() => platform.sockets.made, SOON).toBeGreaterThan(1);
    await expect.poll(() => platform.sockets.isConnected(), SOON).toBe(true);
    expect(await platform.sockets.push(hello())).toMatchObject({ code: 200 });
  });

  test('stopped, it stays away', async () => {
    connection?.stop();
    await expect.poll(() => platform.sockets.isConnected(), SOON).toBe(false);
    const { made } = platform.sockets;
    await new Promise((done) => setTimeout(done, 200));
    expect(platform.sockets.made).toBe(made);
  });
});

test('without the setting there is no connection', () => {
  expect(createFeishuChannel({ ...APP, baseUrl: 'http://127.0.0.1:1' }, Date.now).connect).toBeUndefined();
});

describe('the watchdog', () => {
  interface Fake extends Socket {
    state: 'connected' | 'away' | 'failed';
    closed: boolean;
  }
  let clock: VirtualClock;
  let sockets: Fake[];
  let states: string[];
  /** How the next sockets begin; `refuse` is one that can't be opened at all. */
  let begin: Fake['state'] | 'refuse';
  let kept: Connection;

  beforeEach(() => {
    clock = new VirtualClock(0);
    [sockets, states, begin] = [[], [], 'connected'];
  });
  afterEach(() => kept.stop());

  async function keep(): Promise<void> {
    const open = async (): Promise<Socket> => {
      if (begin === 'refuse') throw new Error('refused');
      const socket: Fake = {
        state: begin,
        closed: false,
        isConnected: () => socket.state === 'connected',
        hasFailed: () => socket.state === 'failed',
        close: () => {
          socket.closed = true;
        },
      };
      sockets.push(socket);
      return socket;
    };
    kept = keepConnected(open, async () => ({}), clock.now, {
      after: clock.after,
      onState: (state) => states.push(state),
    });
    await clock.advance(2_000);
  }
  const set = (state: Fake['state']): void => {
    const socket = sockets.at(-1);
    if (socket) socket.state = state;
  };

  test('leaves a connection alone that lives, for days', async () => {
    await keep();
    await clock.advance(2 * 86_400_000);
    expect(sockets).toHaveLength(1);
    expect(states).toEqual(['connected']);
  });

  test('gives the SDK its time to come back by itself', async () => {
    await keep();
    set('away');
    await clock.advance(60_000);
    set('connected');
    await clock.advance(60_000);
    expect(sockets).toHaveLength(1);
    expect(states).toEqual(['connected', 'lost', 'connected']);
  });

  test('soon replaces one that never comes about', async () => {
    begin = 'away';
    await keep();
    begin = 'connected';
    await clock.advance(40_000);
    expect(sockets.map((s) => s.closed)).toEqual([true, false]);
    expect(states).toEqual(['replaced', 'connected']);
  });

  test('replaces one that stays away, or whose SDK has given up', async () => {
    await keep();
    set('away');
    await clock.advance(3 * 60_000);
    expect(sockets).toHaveLength(2);
    expect(sockets[0]?.closed).toBe(true);
    set('failed');
    await clock.advance(20_000);
    expect(sockets).toHaveLength(3);
    expect(states).toEqual(['connected', 'lost', 'replaced', 'connected', 'lost', 'replaced', 'connected']);
  });

  test('tries ever more slowly while nothing can be opened, and never gives up', async () => {
    begin = 'refuse';
    let tries = 0;
    const after = (ms: number, run: () => void): (() => void) => clock.after(ms, run);
    kept = keepConnected(
      async () => {
        tries += 1;
        throw new Error('refused');
      },
      async () => ({}),
      clock.now,
      { after },
    );
    await clock.advance(60_000);
    const early = tries;
    await clock.advance(3_600_000);
    expect(early).toBeGreaterThan(4);
    expect(tries - early).toBeGreaterThan(50);
    expect(tries - early).toBeLessThan(65);
  });

  test('stopped, opens nothing any more', async () => {
    await keep();
    set('failed');
    kept.stop();
    await clock.advance(3_600_000);
    expect(sockets).toHaveLength(1);
    expect(sockets[0]?.closed).toBe(true);
  });
});
