/** One district in this process: its database, bot, roster, channels and sender. */
import type { Store } from '../../db/store.ts';
import { tellChangedBasis } from '../bot/basis.ts';
import { issueCode, unbind } from '../bot/binding.ts';
import { Bot, type Received } from '../bot/bot.ts';
import { tellDeparted } from '../bot/departed.ts';
import { settleQuestion } from '../bot/questions.ts';
import { causeOf, settleSend, tellGivenUp } from '../bot/sends.ts';
import { redeemSignIn } from '../bot/sign-in.ts';
import { succeed } from '../bot/succession.ts';
import type { Turn } from '../bot/turn.ts';
import type { Calendar } from '../calendar/calendar.ts';
import type { Channel, Connection, Incoming, Receipt } from '../channels/channel.ts';
import type { Instant } from '../core/day.ts';
import type { Delivery, Message } from '../core/message.ts';
import { type ChannelName, Roster, type RosterFile, withAccounts } from '../core/roster.ts';
import type { Library } from '../rules/library.ts';
import { offPeak } from '../sender/policy.ts';
import { createSender, type Sender } from '../sender/sender.ts';
import { type AuditHead, headOf } from './audit-chain.ts';
import { reachedOn } from './channels.ts';
import type { PaperLink } from './dispatch.ts';
import { createGroupCommit, type GroupCommit } from './group-commit.ts';
import { messageOf, personOf, strangerOf } from './incoming.ts';
import { createOutbox } from './outbox.ts';
import { receiptOf } from './receipt.ts';
import { purge } from './retention.ts';
import { createRounds, type Rounds } from './rounds.ts';

export interface DistrictParts {
  id: string;
  /** The district's database, open and migrated. */
  database: { store: Store; close(): void; settle?(): void };
  library: Library;
  calendar: Calendar;
  /** 保存期限, in days: messages and what was answered are deleted after it. */
  retentionDays: number;
  /** Taken when the database has no roster yet. */
  firstRoster(): RosterFile;
  channels: readonly Channel[];
  now(): Instant;
  sha256(text: string): string;
  /** A one-time code of eight digits that nobody can guess. */
  makeCode(): string;
  /** Where people type their sign-in codes; without it there is no sign-in. */
  signInAt?: string;
  random(): number;
  after(ms: number, run: () => void): () => void;
  onError(error: unknown, what: string): void;
  paperLink?: PaperLink;
  onSent?(channel: ChannelName, outcome: string): void;
  onConnection?(channel: ChannelName, state: string): void;
  /** Each day the audit's newest row: kept outside of this machine, it proves the rows before it. */
  onAuditHead?(head: AuditHead): void;
  /** A message waits behind everybody else's because of how many its sender has sent. */
  onSlowed?(): void;
}

/** Who acts where nobody has signed in: whoever sits at the machine. */
const CONSOLE = 'console';
export class District {
  readonly parts: DistrictParts;
  readonly store: Store;
  readonly commit: GroupCommit;
  readonly sender: Sender;
  private readonly connections: Connection[] = [];
  private readonly listeners = new Set<(delivery: Delivery) => void>();
  private bot: Bot;
  private knownAccounts = 0;
  private readonly rounds: Rounds;

  constructor(parts: DistrictParts) {
    this.parts = parts;
    this.store = parts.database.store;
    if (!this.store.rosters.current()) this.store.rosters.add(parts.firstRoster(), parts.now());
    this.bot = this.makeBot();
    const { now, onSlowed } = parts;
    this.commit = createGroupCommit({ store: this.store, now, ...(onSlowed && { onSlowed }) });
    this.sender = createSender({
      outbox: createOutbox(
        this.store,
        () => this.roster,
        this.commit,
        (row, how, at) => this.bot.act(at, causeOf(row), (turn) => tellGivenUp(turn, row, how)),
        parts.paperLink,
      ),
      channels: parts.channels,
      clock: { now: parts.now, after: parts.after },
      random: parts.random,
      onAttempt: (channel, _row, next) => parts.onSent?.(channel, next.do),
      onError: (error) => parts.onError(error, 'sender'),
    });
    const { database, retentionDays, after, onError } = parts;
    const kept = { store: this.store, commit: this.commit, settle: database.settle };
    this.rounds = createRounds({
      now,
      after,
      onError,
      nextAt: () => this.bot.nextAt(),
      tick: async (at) => this.after(await this.commit.submit(() => this.bot.tick(at))),
      async daily(at, mayGoOn) {
        const head = headOf(kept.store);
        if (head) parts.onAuditHead?.(head);
        await purge(kept, at, retentionDays, mayGoOn);
      },
    });
  }

  get roster(): Roster {
    return this.bot.parts.roster;
  }

  /** Starts sending and the clock. */
  async start(): Promise<void> {
    await this.handOver();
    this.rounds.look();
    for (const channel of this.parts.channels) {
      void channel.start();
      this.connect(channel);
    }
    await this.sender.start();
  }

  /** When something falls due next: a send, or a reminder. */
  nextAt(): Instant | null {
    const due = [this.bot.nextAt(), this.store.queues.nextDue()].filter((at) => at !== null);
    return due.length > 0 ? Math.min(...due) : null;
  }

  /** Looks at once at what has fallen due, for a host whose timers don't outlast its sleep. */
  wake(): void {
    this.after([]);
  }

  /** A platform that is listened to rather than called by. */
  private connect(channel: Channel): void {
    const { after, onConnection } = this.parts;
    const connection = channel.connect?.((events) => this.accept(events), {
      after,
      onState: (state) => onConnection?.(channel.name, state),
    });
    if (connection) this.connections.push(connection);
  }

  /** Finishes what is under way and closes the database. */
  async stop(): Promise<void> {
    for (const connection of this.connections) connection.stop();
    await this.rounds.stop();
    await this.sender.stop();
    this.parts.database.close();
  }

  /** Takes the newest roster, e.g. after an import. */
  reloadRoster(): Promise<void> {
    this.bot = this.makeBot();
    return this.handOver();
  }

  /** Work of people who have left the roster; what could not be stored now is done at the next start. */
  private async handOver(): Promise<void> {
    try {
      await this.act((turn) => {
        tellChangedBasis(turn, this.parts.library.issues(this.parts.id));
        succeed(turn);
      });
    } catch (error) {
      this.parts.onError(error, 'roster');
      return;
    }
    this.after([]);
  }

  /** One message of the console, at the present time. */
  async receive(message: Message): Promise<Delivery[]> {
    const { deliveries } = await this.commit.submit(() => this.bot.receive(message), message.person);
    this.after(deliveries);
    return deliveries;
  }

  /** Somebody at the console says what became of a send that was given up. */
  async settleSend(id: number, as: 'sent' | 'again', by = CONSOLE): Promise<void> {
    await this.act((turn) => settleSend(turn, by, id, as));
    this.after([]);
  }

  /** Somebody at the console has dealt with a question of the register, or takes it up again. */
  async settleQuestion(id: number, handled: boolean, by = CONSOLE): Promise<void> {
    await this.act((turn) => settleQuestion(turn, by, id, handled));
  }

  /** A binding code for a person, asked for at the console. */
  async issueCode(person: string, by = CONSOLE): Promise<string> {
    return this.act((turn) => issueCode(turn, by, person));
  }

  /** Takes every account of a person away, asked for at the console. */
  async unbind(person: string, by = CONSOLE): Promise<void> {
    await this.act((turn) => unbind(turn, by, person));
    this.after([]);
  }

  /** Whose sign-in code it was. */
  redeemSignIn(code: string): Promise<string | undefined> {
    return this.act((turn) => redeemSignIn(turn, code));
  }

  private act<R>(work: (turn: Turn) => R): Promise<R> {
    return this.commit.submit(() => this.bot.act(this.parts.now(), null, work));
  }

  /** Events of a channel, stored together; what a press's card shows from now on. */
  async accept(events: readonly [Incoming, ...Incoming[]]): Promise<Receipt> {
    const receipts = await Promise.all(events.map((event) => this.acceptOne(event)));
    return receipts[0] ?? {};
  }

  private async acceptOne(event: Incoming): Promise<Receipt> {
    if (event.recalls !== undefined) return this.recall(event, event.recalls);
    const person = personOf(event, this.roster);
    if (event.departed) return this.depart(event, person);
    if (!person) return this.turnAway(event);
    const message = messageOf(event, person, this.roster, this.parts.now());
    const receive = (): Received => {
      if (event.chat.kind === 'group') this.store.meta.set(`group:${event.chat.id}`, event.channel);
      return this.bot.receive(message, event.ids);
    };
    const { deliveries, duplicate } = await this.commit.submit(receive, person);
    this.after(deliveries);
    if (duplicate || !(event.press ?? event.form)) return {};
    const told = deliveries.find((d) => d.to === person);
    return receiptOf(event, person, told, this.store, this.roster, this.parts.paperLink);
  }

  private async recall(event: Incoming, message: string): Promise<Receipt> {
    const at = Math.min(event.at, this.parts.now());
    const { deliveries } = await this.commit.submit(() => this.bot.recall(message, event.ids, at));
    this.after(deliveries);
    return {};
  }

  private async depart(event: Incoming, id: string | undefined): Promise<Receipt> {
    const person = id === undefined ? undefined : this.roster.person(id);
    if (!person) return {};
    await this.act((turn) => {
      if (turn.store.inbox.firstTime(event.ids, turn.now)) tellDeparted(turn, person, event.channel);
    });
    this.after([]);
    return {};
  }

  private async turnAway(event: Incoming): Promise<Receipt> {
    const stranger = strangerOf(event);
    if (!stranger) return {};
    const meet = (): Received => this.bot.meetStranger(stranger, event.ids, this.parts.now());
    const { deliveries } = await this.commit.submit(meet, `${event.channel}:${stranger.ids[0]}`);
    this.after(deliveries);
    return {};
  }

  /** What keeps this district from working, in Chinese: a write that isn't taken by the disk. */
  fault(): string | null {
    try {
      this.store.probe();
      if (this.commit.isWell()) return null;
      // What is taken back never comes to the disk: only a commit tells that commits succeed again.
      this.commit.submit(() => this.store.meta.set('ready', String(this.parts.now()))).catch(() => undefined);
    } catch (error) {
      this.parts.onError(error, 'readiness');
    }
    return '数据库不可写';
  }

  subscribe(listener: (delivery: Delivery) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private after(deliveries: readonly Delivery[]): void {
    if (this.store.accounts.changes() !== this.knownAccounts) void this.reloadRoster();
    for (const delivery of deliveries) for (const listener of this.listeners) listener(delivery);
    if (this.parts.channels.length > 0) this.sender.wake();
    this.rounds.look();
  }

  private makeBot(): Bot {
    const { id, library, calendar, sha256, makeCode, channels, now, random } = this.parts;
    const file = this.store.rosters.current();
    if (!file) throw new Error(`${id} has no roster`);
    this.knownAccounts = this.store.accounts.changes();
    const roster = new Roster(withAccounts(file, this.store.accounts.all()));
    const reached = reachedOn(channels, roster);
    return new Bot({
      district: id,
      library,
      store: this.store,
      roster,
      calendar,
      sha256,
      makeCode,
      signInAt: this.parts.signInAt ?? null,
      // Everybody sends on the hour; reminders can wait until the crowd has passed.
      leavesAt: (status, at) => (status === 'reminder' ? offPeak(Math.max(at, now()), random()) : at),
      channelOf: (recipient) => reached.get(recipient) ?? this.store.meta.get(recipient) ?? null,
    });
  }
}
