/** One district's bot with its database, driven at a virtual clock; every delivery is held against what must always be true. */
import { createHash } from 'node:crypto';
import { openDatabase } from '../../db/open.ts';
import { openStore, type Store } from '../../db/store.ts';
import { Bot } from '../../src/bot/bot.ts';
import { announcedCalendar } from '../../src/calendar/calendar.ts';
import type { Step } from '../../src/core/matter.ts';
import type { Delivery, Message } from '../../src/core/message.ts';
import { Roster, type RosterFile } from '../../src/core/roster.ts';
import type { Library } from '../../src/rules/library.ts';
import { beijingDay, beijingTime, type DistrictId, nextMeetingAsked } from './oracle.ts';
import { Reminders } from './reminders.ts';
import { misquoted } from './statute.ts';

/** A delivery with its number in the outbox. */
export interface Kept extends Delivery {
  number: number;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const NEEDS_NOTE = ['不同意', '有不同意见', '请假'];

export class World {
  readonly district: DistrictId;
  readonly roster: Roster;
  readonly store: Store;
  readonly database: ReturnType<typeof openDatabase>;
  readonly violations: string[] = [];
  /** Deliveries with buttons, oldest first. */
  readonly cards: Kept[] = [];
  readonly counts = { messages: 0, deliveries: 0, reminders: 0 };
  /** Every statement of the simulation about a message of this kind, for seeing that none is idle. */
  readonly outcomes = new Map<string, number>();
  now: number;
  private readonly bot: Bot;
  private readonly history = createHash('sha256');
  private readonly reminders: Reminders;
  private readonly outcomeOf = new Map<string, string>();
  private last: Message | undefined;
  private number = 0;

  constructor(parts: { district: DistrictId; roster: RosterFile; library: Library; at: number }) {
    this.district = parts.district;
    this.roster = new Roster(parts.roster);
    this.now = parts.at;
    this.database = openDatabase(':memory:');
    this.store = openStore(this.database.db);
    this.reminders = new Reminders(this.store, parts.roster.bodies['government-office'] ?? [], parts.at);
    this.bot = new Bot({
      district: parts.district,
      library: parts.library,
      store: this.store,
      roster: this.roster,
      calendar: announcedCalendar,
      sha256,
      signInAt: null,
      makeCode: () => '00000000',
      channelOf: () => null,
    });
  }

  get today(): string {
    return beijingDay(this.now);
  }

  /** A digest of everything delivered so far. */
  get digest(): string {
    return this.history.copy().digest('hex');
  }

  violate(what: string): void {
    this.violations.push(`${new Date(this.now + 28_800_000).toISOString().slice(0, 16)} ${what}`);
  }

  /** Moves the clock and takes all that fell due on the way at once, as after a downtime. */
  pass(ms: number): Kept[] {
    this.now += ms;
    return this.taken(this.bot.tick(this.now));
  }

  /** Everything a message sets off; what fell due before it included. */
  receive(person: string, content: Partial<Message>): Kept[] {
    this.counts.messages += 1;
    this.last = { id: `m-${this.counts.messages}`, person, group: null, at: this.now, ...content };
    return this.send(this.last);
  }

  /** The answer to a message alone, without what fell due before it. */
  say(person: string, text: string, content: Partial<Message> = {}): Kept[] {
    this.pass(0);
    return this.receive(person, { text, ...content });
  }

  /** The same event once more: nothing may happen. */
  repeat(): void {
    if (!this.last) return;
    const before = this.number;
    const again = this.bot.receive({ ...this.last, at: this.now });
    if (!again.duplicate || again.deliveries.length > 0 || this.number !== before)
      this.violate(`${this.last.id} acted twice`);
  }

  /** Presses a button of a card and checks that it counts exactly when it may. */
  press(person: string, label: string, card: Kept, note?: string): Kept[] {
    this.pass(0);
    const step = this.stepOf(card);
    const matter = step && this.store.matters.get(step.matter);
    const may = card.to === person && step?.state === 'open' && this.store.steps.peopleOf(step.id).includes(person);
    const late = step?.ask === 'countersign' && step.due !== null && this.today > step.due && this.silenceCounts();
    const got = this.receive(person, { press: { label, note, delivery: card.number } });
    const [answer] = got.filter((d) => d.to === person && d.status !== 'to-note');
    const after = step && this.store.steps.get(step.id);
    const status = got.find((d) =>
      ['not-allowed', 'incomplete', 'recorded', 'submitted', 'refused', 'not-found'].includes(d.status),
    )?.status;
    const what = `${label} by ${person} on ${card.request} (${step?.ask}, ${step?.state})`;
    if (!may || late) {
      if (status !== 'not-allowed' || got.length !== 1)
        this.violate(`${what} should be not-allowed, was ${status} ${answer?.text.slice(0, 40)}`);
      const matterNow = matter && this.store.matters.get(matter.id);
      if (after?.state !== step?.state || matterNow?.state !== matter?.state) this.violate(`${what} changed something`);
    } else if (NEEDS_NOTE.includes(label) && !note) {
      if (status !== 'incomplete' || after?.state !== 'open') this.violate(`${what} without a note was ${status}`);
    } else if (label !== '请假' && (status !== 'recorded' || after?.state === 'open' || after?.decidedBy !== person)) {
      this.violate(`${what} was ${status}, step ${after?.state}`);
    }
    if (step && may && matter?.owner === person && step.ask === 'approve') this.violate(`${what}: applicant decided`);
    return got;
  }

  stepOf(card: Kept): Step | undefined {
    const row = this.store.outbox.get(card.number);
    return row?.step ? this.store.steps.get(row.step) : undefined;
  }

  /** An agreed extension of a countersign. */
  extended(step: number, due: string): void {
    this.reminders.extend(step, due, this.now);
  }

  /** Notes how a kind of message was answered. */
  outcome(kind: string, status: string | undefined): void {
    const key = `${kind}: ${status}`;
    this.outcomes.set(key, (this.outcomes.get(key) ?? 0) + 1);
  }

  expectReturnReminder(absence: { person: string; matter: string | null; at: number }, open: () => boolean): void {
    this.reminders.expectReturn(absence, open);
  }

  /** A 常务会议 has just been called for `day`. */
  called(day: string): void {
    this.reminders.expectAnother(day, this.now, nextMeetingAsked(this.district, day));
  }

  close(): void {
    this.database.close();
  }

  private silenceCounts(): boolean {
    return this.district !== 'zhoucun' && this.district !== 'penglai';
  }

  private send(message: Message): Kept[] {
    const { duplicate, deliveries } = this.bot.receive(message);
    if (duplicate) this.violate(`${message.id} taken for a duplicate`);
    return this.taken(deliveries);
  }

  private taken(deliveries: Delivery[]): Kept[] {
    const kept = deliveries.map((delivery): Kept => {
      this.number += 1;
      this.history.update(JSON.stringify(delivery));
      return { ...delivery, number: this.number };
    });
    for (const delivery of kept) this.check(delivery);
    for (const fault of this.reminders.check(kept, this.now)) this.violate(fault);
    return kept;
  }

  private check(delivery: Kept): void {
    this.counts.deliveries += 1;
    const { request, status, to, text } = delivery;
    const at = Date.parse(delivery.at);
    if (delivery.buttons.length > 0) this.cards.push(delivery);
    if (at > this.now) this.violate(`delivered in the future: ${delivery.at}`);
    if (!to.startsWith('group:') && !this.roster.person(to)) this.violate(`delivered to nobody: ${to}`);
    if (/undefined|null|NaN|\[object/.test(text)) this.violate(`broken words: ${text.slice(0, 80)}`);
    for (const ref of delivery.clauses) {
      const fault = misquoted(this.district, ref);
      if (fault) this.violate(fault);
    }
    for (const quote of delivery.quotes) {
      const fault = quote.district ? null : misquoted(this.district, quote.ref, quote.text);
      if (fault) this.violate(fault);
    }
    if (status === 'reminder') {
      this.counts.reminders += 1;
      const time = beijingTime(at);
      if (time < '07:30' || time >= '21:00') this.violate(`reminder at ${delivery.at}`);
    }
    if (request && (status === 'approved' || status === 'declined')) this.settled(request, status);
    if (this.district === 'zhoucun' && /(?<!不)视为(?:无不同意见|同意)/.test(text.replace(/“[^”]*”/g, '')))
      this.violate(`周村 takes silence for consent: ${text}`);
    if (this.district === 'penglai' && status === 'to-countersign' && delivery.due)
      this.violate(`蓬莱 has a clock: ${delivery.due}`);
  }

  /** One outcome a matter, and consent only when everything before it is consented. */
  private settled(request: string, status: string): void {
    const before = this.outcomeOf.get(request);
    if (before) this.violate(`${request} is ${status} after ${before}`);
    this.outcomeOf.set(request, status);
    const steps = this.store.steps.ofMatter(request).filter((s) => s.ask === 'approve' || s.ask === 'countersign');
    const missing = steps.filter((s) => s.state !== 'done' && s.state !== 'silent');
    if (status === 'approved' && (steps.length === 0 || missing.length > 0))
      this.violate(`${request} approved without ${missing.length} consents`);
    const matter = this.store.matters.get(request);
    if (steps.some((s) => s.ask === 'approve' && s.decidedBy === matter?.owner))
      this.violate(`${request} decided by its applicant`);
  }
}
