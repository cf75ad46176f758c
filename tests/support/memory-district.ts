/** One district in memory behind a platform that a test scripts: what is said goes in, what is sent is seen. */
import { createHash } from 'node:crypto';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import type { Channel, Dispatch, Incoming, SendResult } from '../../src/channels/channel.ts';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import type { ChannelName, RosterFile } from '../../src/core/roster.ts';
import { makeCode } from '../../src/hosts/codes.ts';
import { District } from '../../src/hosts/district.ts';
import { openOnDisk } from '../../src/hosts/on-disk.ts';

const library = openLibrary({});

export interface Sent {
  to: string;
  text: string;
  dispatch: Dispatch;
}

export class MemoryDistrict {
  readonly district: District;
  readonly sent: Sent[] = [];
  /** What the platform answers to a call; sent unless a test says otherwise. */
  respond: (dispatch: Dispatch) => SendResult = ({ id }) => ({ kind: 'sent', messageId: `m${id}` });
  private at: number;
  private count = 0;
  private readonly channel: ChannelName;

  /** The example roster of a district, 临淄 unless said otherwise; everybody of `accounts` (platform id → person) can be reached. */
  constructor(accounts: Record<string, string>, at: string, channel: ChannelName = 'feishu', id = 'linzi') {
    this.at = Date.parse(at);
    this.channel = channel;
    const roster: RosterFile = { ...exampleRoster(id), channels: { [channel]: accounts } };
    this.district = new District({
      id,
      database: openOnDisk(':memory:'),
      library,
      calendar: announcedCalendar,
      retentionDays: 400,
      firstRoster: () => roster,
      channels: [this.platform()],
      now: () => this.at,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      makeCode,
      signInAt: 'bot.example/sign-in/linzi',
      random: Math.random,
      after: (ms, run) => {
        const timer = setTimeout(run, Math.min(ms, 20));
        return () => clearTimeout(timer);
      },
      onError: (error) => {
        throw error;
      },
    });
  }

  start = (): Promise<void> => this.district.start();
  stop = (): Promise<void> => this.district.stop();

  pass(ms: number): void {
    this.at += ms;
  }

  /** Somebody says something on the platform. */
  async say(account: string, text: string, more: Partial<Incoming> = {}): Promise<void> {
    this.count += 1;
    await this.district.accept([
      {
        channel: this.channel,
        ids: [`e${this.count}`],
        user: { ids: [account] },
        chat: { kind: 'private' },
        at: this.at,
        text,
        ...more,
      },
    ]);
  }

  /** What an account has got so far, once nothing waits any more. */
  async heard(account: string): Promise<string[]> {
    const { store } = this.district;
    for (let i = 0; i < 200 && store.queues.nextDue() !== null; i += 1)
      await new Promise((done) => setTimeout(done, 10));
    return this.sent.filter((s) => s.to === account).map((s) => s.text);
  }

  private platform(): Channel {
    return {
      name: this.channel,
      maxBodyBytes: 0,
      rates: { overall: [{ count: 1000, perMs: 1000 }], receiver: [{ count: 1000, perMs: 1000 }] },
      start: async () => undefined,
      decode: () => ({ kind: 'refused', status: 401, reason: 'signature' }),
      acknowledge: () => ({ status: 200, contentType: '', body: '' }),
      encode: (dispatch) => ({
        keyWindowMs: 0,
        send: async () => {
          const result = this.respond(dispatch);
          const to = dispatch.to.kind === 'group' ? dispatch.to.id : (dispatch.to.ids[0] ?? '');
          if (result.kind === 'sent') this.sent.push({ to, text: dispatch.deliveries[0].text, dispatch });
          return result;
        },
      }),
    };
  }
}
