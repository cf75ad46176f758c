/** Which reminders must come, and when: computed from what was sent, compared with what came. */
import type { Store } from '../../db/store.ts';
import { dueInstants, moment, workdayBefore } from './oracle.ts';
import type { Kept } from './world.ts';

interface Watched {
  step: number;
  matter: string;
  silence: boolean;
  /** Instants that are still to come. */
  instants: number[];
  /** Who has the step from which instant on. */
  holders: { at: number; people: string[] }[];
}

interface Return {
  at: number;
  person: string;
  matter: string | null;
  open: () => boolean;
}

const keyOf = (to: string, request: string | null | undefined, at: number): string =>
  `${to} ${request ?? ''} ${new Date(at).toISOString()}`;

/** Nobody is reminded of one matter more often. */
const MOST = 3;

export class Reminders {
  private readonly store: Store;
  private readonly watched = new Map<number, Watched>();
  private readonly returns: Return[] = [];
  private readonly meetings: { day: string; called: number; asked: number }[] = [];
  private readonly office: readonly string[];
  private readonly told = new Map<string, number>();
  private checkedTo: number;

  constructor(store: Store, office: readonly string[], at: number) {
    this.store = store;
    this.office = office;
    this.checkedTo = at;
  }

  /** Takes what was delivered up to `now` and names every reminder too many, too few, or after its end. */
  check(deliveries: readonly Kept[], now: number): string[] {
    for (const delivery of deliveries) this.watch(delivery);
    const expected = this.expected(now);
    const faults: string[] = [];
    for (const delivery of deliveries) {
      if (delivery.status !== 'reminder') continue;
      const key = keyOf(delivery.to, delivery.request, Date.parse(delivery.at));
      const at = expected.indexOf(key);
      if (at < 0) faults.push(`reminder not expected: ${key} ${delivery.text.slice(0, 30)}`);
      else expected.splice(at, 1);
      // The question after a return is asked anew with each new day that the one away gives.
      if (delivery.about === 'leave' && delivery.text.includes('销假')) continue;
      const count = `${delivery.to} ${delivery.request}`;
      this.told.set(count, (this.told.get(count) ?? 0) + 1);
      if (delivery.request && (this.told.get(count) ?? 0) > MOST) faults.push(`reminded a fourth time: ${key}`);
    }
    this.checkedTo = Math.max(this.checkedTo, now);
    return [...faults, ...expected.map((key) => `reminder lost: ${key}`)];
  }

  extend(step: number, due: string, at: number): void {
    const watched = this.watched.get(step);
    if (watched) watched.instants = instantsOf(due, watched.silence).filter((i) => i > at);
  }

  expectReturn(absence: { person: string; matter: string | null; at: number }, open: () => boolean): void {
    this.returns.push({ ...absence, open });
  }

  /** A meeting on `day`: at `asked` the office hears that none has followed, unless one is called by then. */
  expectAnother(day: string, called: number, asked: number): void {
    this.meetings.push({ day, called, asked });
  }

  private watch(delivery: Kept): void {
    if (!delivery.status.startsWith('to-') || delivery.buttons.length === 0) return;
    const row = this.store.outbox.get(delivery.number);
    const step = row?.step ? this.store.steps.get(row.step) : undefined;
    const matter = step && this.store.matters.get(step.matter);
    if (!step || !matter) return;
    const at = Date.parse(delivery.at);
    const known = this.watched.get(step.id);
    if (known) {
      const last = known.holders.at(-1);
      if (last?.at === at) last.people.push(delivery.to);
      else known.holders.push({ at, people: [delivery.to] });
      return;
    }
    const silence = matter.route[step.stage]?.silence === 'no-objection';
    const first = step.ask === 'approve' ? matter.data.first : undefined;
    const instants = delivery.due
      ? instantsOf(delivery.due.slice(0, 10), silence)
      : first
        ? [moment(workdayBefore(first), '09:00')]
        : [];
    this.watched.set(step.id, {
      step: step.id,
      matter: matter.id,
      silence,
      instants: instants.filter((i) => i > at),
      holders: [{ at, people: [delivery.to] }],
    });
  }

  private expected(now: number): string[] {
    const keys: string[] = [];
    const due = [...this.watched.values()].flatMap((w) => w.instants.filter((i) => i <= now).map((at) => ({ w, at })));
    const counted = new Map(this.told);
    for (const { w, at } of due.sort((a, b) => a.at - b.at || a.w.step - b.w.step)) {
      w.instants = w.instants.filter((i) => i > now);
      const step = this.store.steps.get(w.step);
      if (!step || (step.state !== 'open' && (step.decidedAt ?? 0) < at)) continue;
      for (const to of w.holders.findLast((h) => h.at <= at)?.people ?? []) {
        const count = `${to} ${w.matter}`;
        const before = counted.get(count) ?? 0;
        counted.set(count, before + 1);
        if (before < MOST) keys.push(keyOf(to, w.matter, at));
      }
    }
    for (const absence of this.returns) {
      if (absence.at > this.checkedTo && absence.at <= now && absence.open())
        keys.push(keyOf(absence.person, absence.matter, absence.at));
    }
    for (const { day, asked } of this.meetings) {
      const another = this.meetings.some((m) => m.day > day && m.called <= asked);
      if (asked > this.checkedTo && asked <= now && !another)
        for (const to of this.office) keys.push(keyOf(to, null, asked));
    }
    return keys;
  }
}

/** Where silence is an answer, nobody is reminded of what is over: it is announced instead. */
function instantsOf(due: string, silence: boolean): number[] {
  const { before, on, after } = dueInstants(due);
  return silence ? [before, on] : [before, on, after];
}
