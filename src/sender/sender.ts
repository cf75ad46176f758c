/** Empties the outbox (发件) to the platforms: in order per person, side by side across persons. */
import type { Address, Call, Channel, SendResult } from '../channels/channel.ts';
import type { Instant } from '../core/day.ts';
import type { ChannelName } from '../core/roster.ts';
import type { Outbox, OutboxRow } from './outbox.ts';
import { afterSend, makeKey, mayResend, type Next, RateWindow, SEND_TIMEOUT_MS } from './policy.ts';

export interface Clock {
  now(): Instant;
  /** Runs something later, at the earliest after `ms`; the answer takes it back. */
  after(ms: number, run: () => void): () => void;
}

export interface SenderDeps {
  outbox: Outbox;
  /** One district's channels; rows of others stay where they are. */
  channels: readonly Channel[];
  clock: Clock;
  /** 0 inclusive to 1 exclusive. */
  random(): number;
  /** What became of each attempt, for counters and logs; never words or names. */
  onAttempt?(channel: ChannelName, row: OutboxRow, next: Next): void;
  /** A fault of the database; the sender goes on by itself. */
  onError?(error: unknown): void;
}

export interface Sender {
  /** Takes up what a crash left, and starts sending. */
  start(): Promise<void>;
  /** New rows may be due. */
  wake(): void;
  /** Claims nothing more; resolves when every call under way is marked, or after 5 s: the next start takes up the rest. */
  stop(): Promise<void>;
}

/** Receivers served at once per platform; a slow one holds one place. */
const LANES = 64;
const DATABASE_WAIT_MS = 1_000;
const STOP_MS = 5_000;
const KEY_EXPIRED = '发送结果未知，且已过平台去重时限';
const NO_KEY = '发送结果未知，该平台不识别重复发送';
const LONGEST_SLEEP_MS = 60_000;
const MANY_RECEIVERS = 1_000;

export function createSender({ outbox, channels, clock, random, onAttempt, onError }: SenderDeps): Sender {
  const lines = channels.map((channel) => new Line(channel));
  const running = new Set<Promise<void>>();
  const sleepers = new Set<() => void>();
  let started = false;
  let stopping = false;
  let soon = false;
  let cancelTimer: (() => void) | undefined;

  function schedule(ms: number): void {
    cancelTimer?.();
    cancelTimer = stopping ? undefined : clock.after(ms, pump);
  }

  /** However often it is asked for, one look at the outbox serves all. */
  function pumpSoon(): void {
    if (soon) return;
    soon = true;
    schedule(0);
  }

  function pump(): void {
    soon = false;
    if (!started || stopping) return;
    try {
      for (const line of lines) claim(line);
      const wait = (outbox.nextDue() ?? Number.POSITIVE_INFINITY) - clock.now();
      // A due row that wasn't claimed waits for a place, and the end of a lane gives it; the timer is the net below.
      schedule(wait > 0 ? Math.min(wait, LONGEST_SLEEP_MS) : DATABASE_WAIT_MS);
    } catch (error) {
      onError?.(error);
      schedule(DATABASE_WAIT_MS);
    }
  }

  function claim(line: Line): void {
    const free = LANES - line.busy.size;
    if (free === 0) return;
    const rows = outbox.claimDue(line.channel.name, clock.now(), free, line.busy);
    const queues = Map.groupBy(rows, (row) => row.receiver);
    for (const [receiver, queue] of queues) {
      line.busy.add(receiver);
      const lane = serve(line, receiver, queue).finally(() => {
        running.delete(lane);
        line.busy.delete(receiver);
        pumpSoon();
      });
      running.add(lane);
    }
  }

  async function serve(line: Line, receiver: string, queue: readonly OutboxRow[]): Promise<void> {
    try {
      for (const row of queue) {
        if (stopping || !(await sendOne(line, receiver, row))) return;
      }
    } catch (error) {
      onError?.(error);
      await sleepUntil(clock.now() + DATABASE_WAIT_MS);
    }
  }

  /** Whether the receiver's next row may follow. */
  async function sendOne(line: Line, receiver: string, row: OutboxRow): Promise<boolean> {
    const call = encode(line.channel, row);
    if ('do' in call) return settle(line, row, call);
    if (row.key !== null && !mayResend(row.key, call.keyWindowMs, clock.now()))
      return settle(line, row, { do: 'uncertain', reason: call.keyWindowMs > 0 ? KEY_EXPIRED : NO_KEY });

    // The receiver's turn first: waiting for it must not use up the app's.
    const own = line.receiverWindow(receiver, row.dispatch.to.kind, clock.now());
    const messages = call.messages ?? 1;
    await sleepUntil(own.earliest(clock.now(), messages));
    await sleepUntil(line.reserve(call.cost ?? 1, clock.now()));
    if (stopping) return false;
    own.record(clock.now(), messages);

    const key = row.key ?? makeKey(clock.now(), random);
    try {
      await outbox.markSending(row, key, clock.now());
    } catch (error) {
      onError?.(error);
      // Whether the mark was stored or not, nothing has left.
      const at = clock.now() + DATABASE_WAIT_MS;
      return settle(line, row, { do: 'retry', at, key: row.key, error: 'not marked' });
    }
    const inDoubt = row.key !== null;
    const result = await withinTimeout(call.send(key, inDoubt));
    const { attempts } = row;
    const { keyWindowMs } = call;
    return settle(
      line,
      row,
      afterSend({ result, key, inDoubt, attempts, keyWindowMs, now: clock.now(), random: random() }),
    );
  }

  /** What a crash left, as often as it takes: without it nothing may be sent. */
  async function recover(): Promise<void> {
    while (!stopping) {
      try {
        return await outbox.recover(clock.now());
      } catch (error) {
        onError?.(error);
        await sleepUntil(clock.now() + DATABASE_WAIT_MS);
      }
    }
  }

  function encode(channel: Channel, row: OutboxRow): Call | Next {
    try {
      return channel.encode(row.dispatch);
    } catch (error) {
      onError?.(error);
      return { do: 'final', fault: { code: 'not-encodable', text: '消息无法生成', concerns: 'content' } };
    }
  }

  /** Writes down what became of a row, as often as it takes: what was sent must not be sent again. */
  async function settle(line: Line, row: OutboxRow, next: Next): Promise<boolean> {
    for (;;) {
      try {
        await mark(row, next);
        onAttempt?.(line.channel.name, row, next);
        return next.do !== 'retry';
      } catch (error) {
        onError?.(error);
        if (stopping) return false;
        await sleepUntil(clock.now() + DATABASE_WAIT_MS);
      }
    }
  }

  function mark(row: OutboxRow, next: Next): void | Promise<void> {
    const now = clock.now();
    switch (next.do) {
      case 'sent':
        return outbox.markSent(row, next.messageId, now);
      case 'retry':
        return outbox.retryAt(row, next.at, next.error, next.key);
      case 'uncertain':
        return outbox.markUncertain(row, next.reason, now);
      case 'final':
        return outbox.markFinal(row, next.fault, now);
    }
  }

  function sleepUntil(at: Instant): Promise<void> | undefined {
    const ms = at - clock.now();
    if (ms <= 0 || stopping) return undefined;
    return new Promise((resolve) => {
      const wakeUp = (): void => {
        cancel();
        sleepers.delete(wakeUp);
        resolve();
      };
      const cancel = clock.after(ms, wakeUp);
      sleepers.add(wakeUp);
    });
  }

  function withinTimeout(sending: Promise<SendResult>): Promise<SendResult> {
    return new Promise((resolve) => {
      const unknown = (reason: string) => (): void => resolve({ kind: 'uncertain', reason });
      const cancel = clock.after(SEND_TIMEOUT_MS, unknown('timeout'));
      sending.then(resolve, unknown('channel')).finally(cancel);
    });
  }

  return {
    async start() {
      await recover();
      started = true;
      pump();
    },
    wake: pumpSoon,
    async stop() {
      stopping = true;
      cancelTimer?.();
      for (const wakeUp of [...sleepers]) wakeUp();
      await new Promise<void>((resolve) => {
        const cancel = clock.after(STOP_MS, resolve);
        void Promise.all(running).then(() => {
          cancel();
          resolve();
        });
      });
    },
  };
}

/** One platform's places and limits. */
class Line {
  readonly channel: Channel;
  readonly busy = new Set<string>();
  readonly overall: RateWindow;
  private readonly receivers = new Map<string, RateWindow>();

  constructor(channel: Channel) {
    this.channel = channel;
    this.overall = new RateWindow(channel.rates.overall);
  }

  /** Takes places in the app's limit for all calls of a message; tells when the last of them is free. */
  reserve(calls: number, now: Instant): Instant {
    let at = now;
    for (let n = 0; n < calls; n += 1) at = this.overall.reserve(now);
    return at;
  }

  receiverWindow(receiver: string, kind: Address['kind'], now: Instant): RateWindow {
    const known = this.receivers.get(receiver);
    if (known) return known;
    if (this.receivers.size > MANY_RECEIVERS) this.forgetIdle(now);
    const { group, receiver: person } = this.channel.rates;
    const fresh = new RateWindow(kind === 'group' ? (group ?? person) : person);
    this.receivers.set(receiver, fresh);
    return fresh;
  }

  private forgetIdle(now: Instant): void {
    for (const [receiver, window] of this.receivers) {
      if (window.idleAt(now) && !this.busy.has(receiver)) this.receivers.delete(receiver);
    }
  }
}
