import { beforeEach, describe, expect, test } from 'vitest';
import type { Call, Dispatch, Enclosure, SendResult } from '../../src/channels/channel.ts';
import { Enclosures, type FilePlatform } from '../../src/channels/enclosures.ts';

let uploads: string[];
let files: string[];
let sent: string[];
let loads: number;
/** What the next upload does in place of succeeding. */
let trouble: (() => Promise<string>) | undefined;
let result: SendResult;
let now: number;

beforeEach(() => {
  [uploads, files, sent, loads, trouble, now] = [[], [], [], 0, undefined, 0];
  result = { kind: 'sent', messageId: 'm1' };
});

const platform = (knowsKeys = false): FilePlatform => ({
  maxBytes: 10,
  knowsKeys,
  async upload(name) {
    const fails = trouble;
    trouble = undefined;
    uploads.push(name);
    return fails ? fails() : `key-${name}`;
  },
  async send(to, file, _, key) {
    files.push(`${to.kind === 'person' ? to.ids[0] : to.id} ${file} ${key}`);
  },
});

const paper = (name: string, size = 3): Enclosure => ({
  id: `leave-1/${name}`,
  name,
  load: async () => {
    loads += 1;
    return new Uint8Array(size);
  },
});

const dispatch = (to: string, enclosures: readonly Enclosure[], more: Partial<Dispatch> = {}): Dispatch => ({
  id: 1,
  to: { kind: 'person', ids: [to] },
  deliveries: [{ at: '', to, status: 'to-note', about: 'leave', text: '', clauses: [], quotes: [], buttons: ['已阅'] }],
  enclosures,
  ...more,
});

const call: Call = {
  keyWindowMs: 0,
  send: async (key) => {
    sent.push(key);
    return result;
  },
};

const settled = async (count: number): Promise<string[]> => {
  await expect.poll(() => files.length).toBe(count);
  return files;
};
const later = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

describe('a paper', () => {
  test('follows its message, which does not wait for it', async () => {
    const enclosures = new Enclosures(platform(), () => now);
    const { promise, resolve } = Promise.withResolvers<string>();
    trouble = () => promise;
    expect(await enclosures.along(call, dispatch('li', [paper('a')])).send('k')).toEqual(result);
    expect([sent, files]).toEqual([['k'], []]);
    resolve('late');
    expect(await settled(1)).toEqual(['li late k-f0']);
  });

  test('counts: an upload and a message of the app, and a message of the receiver', () => {
    const enclosures = new Enclosures(platform(), () => now);
    expect(enclosures.along(call, dispatch('li', [paper('a'), paper('b')]))).toMatchObject({ cost: 5, messages: 3 });
    expect(enclosures.along(call, dispatch('li', []))).toBe(call);
  });

  test('is drawn up and uploaded once, however many get it, and anew after a day', async () => {
    const enclosures = new Enclosures(platform(), () => now);
    for (const to of ['li', 'wu']) await enclosures.along(call, dispatch(to, [paper('a')])).send(`k-${to}`);
    expect(await settled(2)).toEqual(['li key-a k-li-f0', 'wu key-a k-wu-f0']);
    expect([uploads.length, loads]).toEqual([1, 1]);
    now = 86_400_000;
    await enclosures.along(call, dispatch('he', [paper('a')])).send('k-he');
    await settled(3);
    expect(uploads).toHaveLength(2);
  });

  test('that could not be uploaded is tried anew for the next receiver; the others follow all the same', async () => {
    const enclosures = new Enclosures(platform(), () => now);
    trouble = () => Promise.reject(new Error('refused'));
    expect(await enclosures.along(call, dispatch('li', [paper('a'), paper('b')])).send('k1')).toEqual(result);
    expect(await settled(1)).toEqual(['li key-b k1-f1']);
    await enclosures.along(call, dispatch('wu', [paper('a')])).send('k2');
    expect((await settled(2))[1]).toBe('wu key-a k2-f0');
  });

  test('too large for the platform, or empty, stays behind', async () => {
    const enclosures = new Enclosures(platform(), () => now);
    expect(await enclosures.along(call, dispatch('li', [paper('a', 11), paper('b', 0)])).send('k')).toEqual(result);
    await later();
    expect([uploads, files]).toEqual([[], []]);
  });

  test('does not follow a message that was not sent, or a card that was replaced', async () => {
    const enclosures = new Enclosures(platform(), () => now);
    result = { kind: 'retry', reason: 'busy' };
    await enclosures.along(call, dispatch('li', [paper('a')])).send('k');
    result = { kind: 'sent', messageId: 'm1' };
    expect(enclosures.along(call, dispatch('li', [paper('a')], { replaces: 'm1' }))).toBe(call);
    await later();
    expect(files).toEqual([]);
  });
});

describe('a repeat', () => {
  const again = async (enclosures: Enclosures): Promise<SendResult> =>
    enclosures.along(call, dispatch('li', [paper('a')])).send('k', true);

  test('after an unknown outcome brings the file that has not followed yet, once', async () => {
    const enclosures = new Enclosures(platform(), () => now);
    result = { kind: 'uncertain', reason: 'timeout' };
    await enclosures.along(call, dispatch('li', [paper('a')])).send('k');
    result = { kind: 'sent', messageId: 'm1' };
    await again(enclosures);
    await again(enclosures);
    await settled(1);
    await later();
    expect(files).toHaveLength(1);
  });

  test('after a crash brings no file a second time where the platform would not know it', async () => {
    await again(new Enclosures(platform(), () => now));
    await later();
    expect(files).toEqual([]);
    await again(new Enclosures(platform(true), () => now));
    expect(await settled(1)).toEqual(['li key-a k-f0']);
  });
});
