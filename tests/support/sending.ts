/** What tests of a sender against a platform's stand-in have in common: a fast clock, an outbox in memory, its rows at rest. */
import { afterEach, beforeEach, expect } from 'vitest';
import type { Channel, Dispatch } from '../../src/channels/channel.ts';
import type { ChannelName } from '../../src/core/roster.ts';
import { createSender, type Sender } from '../../src/sender/sender.ts';
import { delivery } from './deliveries.ts';
import { fastClock } from './fast-clock.ts';
import { MemoryOutbox, type MemoryRow } from './memory-outbox.ts';
import type { StandIn } from './stand-in.ts';

export interface Sending<P> {
  platform: P;
  outbox: MemoryOutbox;
  sender: Sender;
  /** Puts a message into the outbox: `第N件`, a card to be noted where it has a button. */
  add(id: number, receiver: string, button?: '已阅'): void;
  /** The rows' states once each has come to rest. */
  drained(): Promise<MemoryRow['state'][]>;
  /** A new sender on the same outbox, as after a crash. */
  restart(): Promise<void>;
}

const clock = fastClock(Date.parse('2026-03-02T09:07:00+08:00'), 20);
const AT_REST_MS = 20_000;

/** Gives each test of the file a stand-in, an outbox and a sender that isn't started yet. */
export function sending<P extends StandIn<unknown>>(
  name: ChannelName,
  newPlatform: (now: () => number) => P,
  newChannel: (baseUrl: string, now: () => number) => Channel,
): Sending<P> {
  const newSender = (): Sender =>
    createSender({
      outbox: all.outbox,
      channels: [newChannel(all.platform.baseUrl, clock.now)],
      clock,
      random: Math.random,
    });
  const all = {
    add(id, receiver, button) {
      const dispatch: Dispatch = {
        id,
        to: { kind: 'person', ids: [receiver] },
        deliveries: [
          delivery({ status: button ? 'to-note' : 'notice', text: `第${id}件`, buttons: button ? [button] : [] }),
        ],
      };
      all.outbox.add(receiver, dispatch, { channel: name });
    },
    async drained() {
      const atRest = (): boolean => all.outbox.rows.every((r) => r.state !== 'waiting' && r.state !== 'sending');
      await expect.poll(atRest, { timeout: AT_REST_MS }).toBe(true);
      return all.outbox.rows.map((r) => r.state);
    },
    async restart() {
      all.sender = newSender();
      await all.sender.start();
    },
  } as Sending<P>;

  beforeEach(async () => {
    all.platform = newPlatform(clock.now);
    await all.platform.listen();
    all.outbox = new MemoryOutbox();
    all.sender = newSender();
  });

  afterEach(async () => {
    await all.sender.stop();
    await all.platform.close();
  });

  return all;
}

/** Which of the added messages these are. */
export const numbersIn = (messages: readonly unknown[]): number[] =>
  messages.map((message) => Number(/第(\d+)件/.exec(JSON.stringify(message))?.[1]));

export const ascending = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
