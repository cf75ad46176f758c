/** Leaves as the rules have them: who is told, who decides in which order, who stands in, when an absence begins and ends. */
import { type DistrictId, leaveRuleOf, type Officer, returnAsked, type Stage, standInFor } from './oracle.ts';
import type { Kept, World } from './world.ts';

interface Holding {
  /** Who the rule names, and who has it now. */
  base: string;
  holder: string;
  receivers: string[];
  open: boolean;
  card?: Kept;
}

export interface Leave {
  id: string;
  owner: Officer;
  first: string;
  last: string;
  route: Stage[];
  stage: number;
  state: 'open' | 'done' | 'over';
  holding?: Holding;
  /** The roster lacks somebody whom the rule names: only what always holds is checked. */
  vague: boolean;
}

interface Away {
  person: string;
  matter: string | null;
  first: string;
  last: string;
  begun: boolean;
  over: boolean;
}

export class Leaves {
  readonly all: Leave[] = [];
  readonly absences: Away[] = [];
  private readonly world: World;
  private readonly people: readonly Officer[];
  private readonly district: DistrictId;

  constructor(world: World) {
    this.world = world;
    this.people = world.roster.people;
    this.district = world.district;
  }

  /** A leave of somebody that is neither declined nor withdrawn nor reported back from. */
  current(person: string): Leave | undefined {
    return this.all.find((l) => l.owner.id === person && l.state !== 'over');
  }

  away(person: string): Away | undefined {
    return this.absences.find((a) => a.person === person && !a.over && a.begun);
  }

  hasAbsence(person: string): boolean {
    return this.absences.some((a) => a.person === person && !a.over);
  }

  /** A leave was taken in: checks to whom it went. */
  opened(id: string, owner: Officer, first: string, last: string, sent: readonly Kept[]): Leave {
    const route = leaveRuleOf(this.district, owner)?.route ?? [];
    const vague = route.some((s) => this.named(s.of, owner).length === 0);
    const leave: Leave = { id, owner, first, last, route, stage: 0, state: 'open', vague };
    this.all.push(leave);
    this.advance(leave, sent);
    return leave;
  }

  /** The consent of whoever has it was given. */
  consented(leave: Leave, sent: readonly Kept[]): void {
    if (leave.holding) leave.holding.open = false;
    leave.stage += 1;
    this.advance(leave, sent);
  }

  /** Days that have begun by now: open decisions of those away move to who stands in. */
  beginDays(sent: readonly Kept[]): void {
    const begins = this.absences.filter((a) => !a.begun && !a.over && a.first <= this.world.today);
    begins.sort((a, b) => a.first.localeCompare(b.first));
    for (const absence of begins) this.begin(absence, sent);
  }

  /** 销假, withdrawal or change: what moved away comes back. */
  ended(absence: Away, sent: readonly Kept[]): void {
    absence.over = true;
    if (!absence.begun) return;
    for (const leave of this.all) {
      const { holding } = leave;
      if (!holding?.open || leave.vague || holding.base !== absence.person || holding.holder === absence.person)
        continue;
      holding.holder = absence.person;
      this.expect(leave, sent, [[absence.person, 'to-approve']], '返回后');
    }
  }

  over(leave: Leave, sent: readonly Kept[]): void {
    leave.state = 'over';
    if (leave.holding) leave.holding.open = false;
    for (const absence of this.absences) if (absence.matter === leave.id && !absence.over) this.ended(absence, sent);
  }

  registered(person: string, matter: string | null, first: string, last: string, sent: readonly Kept[]): void {
    const absence: Away = { person, matter, first, last, begun: false, over: false };
    this.absences.push(absence);
    const at = returnAsked(last);
    if (at > this.world.now) this.world.expectReturnReminder({ person, matter, at }, () => !absence.over);
    if (first <= this.world.today) this.begin(absence, sent);
  }

  private advance(leave: Leave, sent: readonly Kept[]): void {
    const { world } = this;
    const expected: [string, string][] = [];
    for (; leave.stage < leave.route.length; leave.stage++) {
      const stage = leave.route[leave.stage];
      if (!stage) break;
      const receivers = this.named(stage.of, leave.owner);
      if (stage.ask !== 'approve') {
        expected.push(
          ...receivers.filter((id) => id !== leave.owner.id).map((id): [string, string] => [id, `to-${stage.ask}`]),
        );
        continue;
      }
      const [base = ''] = receivers;
      const holder = this.holderFor(base, receivers.length === 1 && stage.of !== 'government-office', leave);
      const to = receivers.length > 1 ? receivers : [holder];
      leave.holding = { base, holder, receivers: to, open: true };
      expected.push(...to.map((id): [string, string] => [id, 'to-approve']));
      break;
    }
    this.expect(leave, sent, expected, `第${leave.stage + 1}步`);
    const through =
      leave.stage >= leave.route.length || !leave.route.slice(leave.stage).some((s) => s.ask === 'approve');
    const approved = sent.some((d) => d.request === leave.id && d.status === 'approved');
    const asks = leave.route.some((s) => s.ask === 'approve');
    if (!leave.vague && approved !== (through && asks))
      world.violate(`${leave.id}: approved ${approved}, chain through ${through}`);
    if (through || (leave.vague && approved)) {
      leave.state = 'done';
      this.registered(leave.owner.id, leave.id, leave.first, leave.last, sent);
    }
  }

  private begin(absence: Away, sent: readonly Kept[]): void {
    absence.begun = true;
    for (const leave of this.all) {
      const { holding } = leave;
      if (!holding?.open || leave.vague || holding.holder !== absence.person || holding.base !== absence.person)
        continue;
      const to = this.holderFor(absence.person, holding.receivers.length === 1, leave);
      if (to === absence.person) continue;
      holding.holder = to;
      this.expect(leave, sent, [[to, 'to-approve']], '转由补位');
    }
  }

  /** Who decides for `base` at this moment: nobody stands in who is away, too, or whose own leave it is. */
  private holderFor(base: string, single: boolean, leave: Leave): string {
    const person = this.people.find((p) => p.id === base);
    if (!single || !person || !this.away(base)) return base;
    const standIn = standInFor(person, this.people);
    return standIn && !this.away(standIn) && standIn !== leave.owner.id ? standIn : base;
  }

  private named(of: string, owner: Officer): string[] {
    if (of === 'overseer') return this.people.filter((p) => p.oversees?.includes(owner.unit)).map((p) => p.id);
    if (of.startsWith('party-committee') || of === 'government-office') {
      const { bodies } = this.world.roster.file;
      return (
        (of === 'government-office'
          ? bodies['government-office']
          : of === 'party-committee'
            ? bodies['party-committee']
            : bodies['party-committee-office']) ?? []
      );
    }
    return this.people.filter((p) => p.position === of).map((p) => p.id);
  }

  private expect(leave: Leave, sent: readonly Kept[], expected: [string, string][], when: string): void {
    if (leave.vague) return;
    const got = sent.filter((d) => d.request === leave.id && d.status.startsWith('to-'));
    const missing = expected.filter(([to, status]) => !got.some((d) => d.to === to && d.status === status));
    for (const [to, status] of missing)
      this.world.violate(
        `${leave.id} ${when}: ${status} for ${to} missing, got ${got.map((d) => `${d.to} ${d.status}`).join(', ')}`,
      );
    if (when.startsWith('第') && got.length !== expected.length) {
      const extra = got.map((d) => `${d.to} ${d.status}`).join(', ');
      this.world.violate(`${leave.id} ${when}: expected ${expected.map((e) => e.join(' ')).join(', ')}, got ${extra}`);
    }
  }
}
