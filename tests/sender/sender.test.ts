import { beforeEach, describe, expect, test } from 'vitest';
import type { Channel, Dispatch, SendResult } from '../../src/channels/channel.ts';
import { createSender, type Sender } from '../../src/sender/sender.ts';
import { MemoryOutbox } from '../support/memory-outbox.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const AT = Date.parse('2026-03-02T09:07:00+08:00');
const HOUR = 3_600_000;

interface Sent {
  id: number;
  receiver: string;
  key: string;
  at: number;
}

let clock: VirtualClock;
let outbox: MemoryOutbox;
let sent: Sent[];
let errors: unknown[];
/** What the platform answers; a number is how long it takes, `never` nothing at all. */
let respond: (call: Sent) => Promise<SendResult> | SendResult;

const ok = (id: number): SendResult => ({ kind: 'sent', messageId: `om_${id}` });
const never = new Promise<SendResult>(() => undefined);

function fakeChannel(name: Channel['name'] = 'feishu', keyWindowMs = HOUR): Channel {
  return {
    name,
    maxBodyBytes: 0,
    rates: { overall: [{ count: 50, perMs: 1000 }], receiver: [{ count: 5, perMs: 1000 }] },
    start: async () => undefined,
    decode: () => ({ kind: 'refused', status: 401, reason: 'signature' }),
    acknowledge: () => ({ status: 200, contentType: '', body: '' }),
    encode: ({ id, to }) => ({
      keyWindowMs,
      send: async (key) => {
        const call = { id, receiver: to.kind === 'person' ? (to.ids[0] ?? '') : to.id, key, at: clock.now() };
        sent.push(call);
        return respond(call);
      },
    }),
  };
}

function newSender(...channels: Channel[]): Sender {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed / 0x7fffffff;
  };
  return createSender({
    outbox,
    channels: channels.length > 0 ? channels : [fakeChannel()],
    clock,
    random,
    onError: (e) => errors.push(e),
  });
}

const delivery = {
  at: '',
  to: 'p',
  status: 'notice',
  about: 'leave',
  text: '',
  clauses: [],
  quotes: [],
  buttons: [],
} as const;
const dispatch = (id: number, receiver: string): Dispatch => ({
  id,
  to: { kind: 'person', ids: [receiver] },
  deliveries: [{ ...delivery, clauses: [], quotes: [], buttons: [] }],
});
const add = (id: number, receiver: string, more = {}) => outbox.add(receiver, dispatch(id, receiver), more);
const states = (): string[] => outbox.rows.map((r) => r.state);

beforeEach(() => {
  clock = new VirtualClock(AT);
  outbox = new MemoryOutbox();
  sent = [];
  errors = [];
  respond = ({ id }) => ok(id);
});

describe('the usual way', () => {
  test('what is due is sent, marked, and sent no more', async () => {
    add(1, 'a');
    add(2, 'b');
    await newSender().start();
    await clock.advance(5 * 60_000);
    expect(outbox.rows).toMatchObject([
      { state: 'sent', platformId: 'om_1', attempts: 1 },
      { state: 'sent', platformId: 'om_2' },
    ]);
    expect(sent).toHaveLength(2);
  });

  test('a message that takes several calls keeps to the overall limit', async () => {
    const channel = fakeChannel();
    const rates = { ...channel.rates, overall: [{ count: 2, perMs: 1000 }] };
    const dear = { ...channel, rates, encode: (one: Dispatch) => ({ ...channel.encode(one), cost: 2 }) };
    for (let id = 1; id <= 3; id++) add(id, `p${id}`);
    await newSender(dear).start();
    await clock.advance(5 * 60_000);
    const [first, second, third] = sent.map((s) => s.at - AT);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(1000);
    expect((third ?? 0) - (second ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test('a row is marked sending, with its key, before the call', async () => {
    add(1, 'a');
    respond = ({ key }) => {
      expect(outbox.row(1)).toMatchObject({ state: 'sending', key });
      return ok(1);
    };
    await newSender().start();
    await clock.advance(0);
    expect(states()).toEqual(['sent']);
  });

  test('new rows go at once when it is woken, later ones when they are due', async () => {
    const sender = newSender();
    await sender.start();
    add(1, 'a');
    add(2, 'b', { dueAt: AT + 10_000 });
    sender.wake();
    await clock.advance(0);
    expect(states()).toEqual(['sent', 'waiting']);
    await clock.advance(10_000);
    expect(sent.at(-1)).toMatchObject({ id: 2, at: AT + 10_000 });
  });

  test('a person gets everything in order, also across failures', async () => {
    for (let id = 1; id <= 20; id++) add(id, 'a');
    let calls = 0;
    respond = ({ id }) => (++calls % 3 === 0 ? { kind: 'retry', reason: 'limit' } : ok(id));
    await newSender().start();
    await clock.advance(10 * 60_000);
    expect(states().every((s) => s === 'sent')).toBe(true);
    const arrived = outbox.rows.map((r) => sent.findLastIndex((s) => s.id === r.id));
    expect(arrived).toEqual([...arrived].sort((a, b) => a - b));
  });
});

describe('nobody is held up', () => {
  test('by a person whose messages hang', async () => {
    add(1, 'slow');
    for (let id = 2; id <= 40; id++) add(id, `p${id}`);
    respond = ({ id, receiver }) => (receiver === 'slow' ? never : ok(id));
    await newSender().start();
    await clock.advance(1_000);
    expect(outbox.rows.filter((r) => r.state === 'sent')).toHaveLength(39);
  });

  test('by many persons who reach their own limit', async () => {
    for (let id = 1; id <= 30; id++) add(id, 'busy');
    add(31, 'other');
    await newSender().start();
    await clock.advance(50);
    expect(outbox.row(31).state).toBe('sent');
    expect(sent.filter((s) => s.receiver === 'busy')).toHaveLength(5);
  });

  test('by a platform that is down', async () => {
    for (let id = 1; id <= 200; id++) add(id, `p${id}`);
    for (let id = 201; id <= 210; id++) add(id, `q${id}`, { channel: 'wecom' });
    respond = ({ id }) => (id > 200 ? ok(id) : never);
    await newSender(fakeChannel(), fakeChannel('wecom')).start();
    await clock.advance(500);
    expect(outbox.rows.filter((r) => r.channel === 'wecom').every((r) => r.state === 'sent')).toBe(true);
  });
});

describe('limits', () => {
  test("the app's and the receiver's are kept in every second", async () => {
    for (let id = 1; id <= 300; id++) add(id, `p${id % 20}`);
    await newSender().start();
    await clock.advance(60_000);
    expect(states().every((s) => s === 'sent')).toBe(true);
    for (const { at, receiver } of sent) {
      const inSecond = sent.filter((s) => s.at >= at && s.at < at + 1000);
      expect(inSecond.length).toBeLessThanOrEqual(50);
      expect(inSecond.filter((s) => s.receiver === receiver).length).toBeLessThanOrEqual(5);
    }
  });

  test('429 is waited out as long as the platform says', async () => {
    add(1, 'a');
    respond = ({ id }) => (sent.length === 1 ? { kind: 'retry', reason: '429', afterMs: 45_000 } : ok(id));
    await newSender().start();
    await clock.advance(120_000);
    expect(sent).toHaveLength(2);
    expect((sent[1]?.at ?? 0) - AT).toBeGreaterThanOrEqual(45_000);
  });
});

describe('an unknown outcome', () => {
  test('a hanging call is given up after 10 s and repeated within a minute with the same key', async () => {
    add(1, 'a');
    respond = ({ id }) => (sent.length === 1 ? never : ok(id));
    await newSender().start();
    await clock.advance(75_000);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect((sent[1]?.at ?? 0) - AT).toBeLessThan(70_000);
    expect(states()).toEqual(['sent']);
  });

  test('that lasts beyond the window of the key is 待核实, and the next message goes on', async () => {
    add(1, 'a');
    add(2, 'a');
    respond = ({ id }) => (id === 1 ? { kind: 'uncertain', reason: 'HTTP 500' } : ok(id));
    await newSender().start();
    await clock.advance(HOUR);
    expect(states()).toEqual(['uncertain', 'sent']);
    expect(new Set(sent.filter((s) => s.id === 1).map((s) => s.key)).size).toBe(1);
    expect(Math.max(...sent.filter((s) => s.id === 1).map((s) => s.at))).toBeLessThan(AT + HOUR - 10_000);
  });

  test('on a platform without keys is 待核实 at once', async () => {
    add(1, 'a');
    respond = () => ({ kind: 'uncertain', reason: 'timeout' });
    await newSender(fakeChannel('feishu', 0)).start();
    await clock.advance(HOUR);
    expect(sent).toHaveLength(1);
    expect(states()).toEqual(['uncertain']);
  });

  test('a channel that throws is an unknown outcome, too', async () => {
    add(1, 'a');
    respond = ({ id }) => (sent.length === 1 ? Promise.reject(new Error('bug')) : ok(id));
    await newSender().start();
    await clock.advance(60_000);
    expect(states()).toEqual(['sent']);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });
});

describe('a final fault', () => {
  test('is written down for the office and not repeated', async () => {
    add(1, 'a');
    add(2, 'a');
    const fault = { code: 'feishu-230013', text: '接收人已离职', concerns: 'receiver' } as const;
    respond = ({ id }) => (id === 1 ? { kind: 'final', fault } : ok(id));
    await newSender().start();
    await clock.advance(HOUR);
    expect(outbox.row(1)).toMatchObject({ state: 'final', fault });
    expect(outbox.row(2).state).toBe('sent');
    expect(sent).toHaveLength(2);
  });

  test('a message that cannot be encoded does not stop the others', async () => {
    add(1, 'a');
    add(2, 'b');
    const channel = fakeChannel();
    const broken: Channel = {
      ...channel,
      encode: (d) => {
        if (d.id === 1) throw new Error('bug');
        return channel.encode(d);
      },
    };
    await newSender(broken).start();
    await clock.advance(1_000);
    expect(states()).toEqual(['final', 'sent']);
  });
});

describe('a crash', () => {
  test('between send and mark: the restart repeats with the same key', async () => {
    add(1, 'a');
    respond = () => {
      outbox.fail = 'markSent';
      return ok(1);
    };
    const first = newSender();
    await first.start();
    await clock.advance(100);
    expect(states()).toEqual(['sending']);

    outbox.fail = undefined;
    respond = ({ id }) => ok(id);
    clock = new VirtualClock(clock.now() + 30_000);
    await newSender().start();
    await clock.advance(1_000);
    expect(states()).toEqual(['sent']);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });

  test('noticed only after the window of the key: 待核实, no second call', async () => {
    add(1, 'a');
    respond = () => never;
    await newSender().start();
    await clock.advance(100);
    clock = new VirtualClock(AT + 2 * HOUR);
    await newSender().start();
    await clock.advance(1_000);
    expect(states()).toEqual(['uncertain']);
    expect(sent).toHaveLength(1);
  });
});

describe('a database in trouble', () => {
  test('that cannot mark sending: nothing leaves until it can, and it is not hammered', async () => {
    add(1, 'a');
    outbox.fail = 'markSending';
    await newSender().start();
    await clock.advance(10_000);
    expect(sent).toEqual([]);
    expect(errors.length).toBeLessThan(15);
    outbox.fail = undefined;
    await clock.advance(2_000);
    expect(states()).toEqual(['sent']);
  });

  test('that cannot mark sent: it is marked later, and not sent twice', async () => {
    add(1, 'a');
    outbox.fail = 'markSent';
    await newSender().start();
    await clock.advance(5_000);
    outbox.fail = undefined;
    await clock.advance(2_000);
    expect(states()).toEqual(['sent']);
    expect(sent).toHaveLength(1);
  });
});

describe('an outage of a day', () => {
  test('that ends in a storm of 429 drains in order per person, with nothing lost and nothing twice', async () => {
    for (let id = 1; id <= 100; id++) add(id, `p${id % 5}`);
    const back = AT + 24 * HOUR;
    const calm = back + 10 * 60_000;
    let call = 0;
    respond = ({ id, at }) => {
      if (at < back) return { kind: 'retry', reason: 'ECONNREFUSED' };
      call += 1;
      return at < calm && call % 3 > 0 ? { kind: 'retry', reason: '429', afterMs: 20_000 } : ok(id);
    };
    await newSender().start();
    await clock.advance(25 * HOUR);
    expect(states().every((s) => s === 'sent')).toBe(true);
    for (let p = 0; p < 5; p++) {
      const tried = sent.filter((s) => s.receiver === `p${p}`).map((s) => s.id);
      // Tried again and again, none before the one ahead of it was through.
      expect(tried).toEqual([...tried].sort((a, b) => a - b));
    }
  });
});

test('stopping waits for calls under way, and leaves the rest for the next start', async () => {
  for (let id = 1; id <= 10; id++) add(id, 'a');
  let finish: (result: SendResult) => void = () => undefined;
  respond = ({ id }) => (id === 1 ? new Promise((resolve) => (finish = resolve)) : ok(id));
  const sender = newSender();
  await sender.start();
  await clock.advance(100);
  const stopped = sender.stop();
  finish(ok(1));
  await stopped;
  expect(states()).toEqual(['sent', ...Array.from({ length: 9 }, () => 'waiting')]);
});

test('stopping waits five seconds at most for a hanging call, which the next start takes up', async () => {
  add(1, 'a');
  respond = () => never;
  const sender = newSender();
  await sender.start();
  await clock.advance(100);
  const stopped = sender.stop();
  await clock.advance(5_000);
  await stopped;
  expect(states()).toEqual(['sending']);
});
