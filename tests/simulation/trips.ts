/** Who goes away, changes his mind and comes back: said as people say it, judged by the oracle. */
import { absences } from '../../db/schema.ts';
import type { Leave, Leaves } from './leaves.ts';
import { type Asked, daysFrom, leaveRuleOf, leaveVerdict, type Officer, plus } from './oracle.ts';
import type { Random } from './random.ts';
import type { Kept, World } from './world.ts';

/** `3月5日` */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
export const span = (first: string, last: string): string =>
  first === last ? `${shortDay(first)}当天` : `${shortDay(first)}至${shortDay(last)}`;

/** The reply to whoever spoke. */
export const answerTo = (got: readonly Kept[], person: string): Kept | undefined =>
  got.findLast((d) => d.to === person && !/^(?:to-|notice|reminder|approved|declined)/.test(d.status));

export class Trips {
  private readonly world: World;
  private readonly leaves: Leaves;
  private readonly random: Random;
  private readonly urgent = new Map<string, boolean>();

  constructor(world: World, leaves: Leaves, random: Random) {
    this.world = world;
    this.leaves = leaves;
    this.random = random;
  }

  /** 请假: in time or not, with papers or without, for oneself or on behalf. */
  ask(): void {
    const { world, random } = this;
    const person = this.somebody();
    if (!person || person.position === 'mayor') return;
    const rule = leaveRuleOf(world.district, person);
    const first = plus(world.today, random.between(0, 9));
    const last = plus(first, random.pick([0, 0, 1, 2, 2, 3, 3, 6, 10]));
    const asked: Asked = { today: world.today, first, last, urgent: random.chance(0.15), papers: random.chance(0.2) };
    const by = rule && random.chance(0.15) ? 'office' : person.id;
    const name = world.roster.nameOf(person.id);
    const what = asked.urgent
      ? `因突发险情处置，需紧急赶赴济南，${span(first, last)}，由高远代为主持`
      : `${span(first, last)}去济南参加业务培训，由高远代为主持`;
    const text = by === person.id ? `请假，${what}` : `受${name}委托报告：${name}${what}`;
    const got = world.say(by, text, asked.papers ? { file: '会议通知及日程安排.pdf' } : {});
    const verdict = leaveVerdict(rule, asked);
    this.judged(got, by, person, asked, verdict);
    // A refusal waits for other days: what the office files next would be taken for them.
    if (by !== person.id && verdict === 'refused') world.say(by, '算了');
  }

  /** 登记外出, by oneself or by the office. */
  register(): void {
    const { world, random, leaves } = this;
    const person = this.somebody();
    if (!person) return;
    const first = plus(world.today, random.between(0, 6));
    const last = plus(first, random.between(0, 5));
    const own = random.chance(0.5);
    const by = own ? person.id : 'office';
    const text =
      own || by === person.id
        ? `登记外出 ${span(first, last)}`
        : `登记外出：${world.roster.nameOf(person.id)}${span(first, last)}外出`;
    const got = world.say(by, text);
    const answer = answerTo(got, by);
    world.outcome('登记外出', answer?.status);
    if (answer?.status !== 'recorded')
      world.violate(`登记外出 was ${answer?.status}: ${text} → ${answer?.text.slice(0, 60)}`);
    else leaves.registered(person.id, null, first, last, got);
  }

  /** 变更: to one day, or to another beginning of as many days; judged afresh. */
  change(): void {
    const { world, random, leaves } = this;
    const leave = this.anyLeave((l) => l.first > world.today && l.last > world.today);
    if (!leave) return;
    const day = plus(world.today, random.between(1, 9));
    const moved = random.chance(0.5);
    const last = moved ? plus(day, daysFrom(leave.first, leave.last)) : day;
    const rule = leaveRuleOf(world.district, leave.owner);
    const asked: Asked = {
      today: world.today,
      first: day,
      last,
      urgent: this.urgent.get(leave.id) ?? false,
      papers: true,
    };
    const verdict = leaveVerdict(rule, asked);
    const got = world.say(leave.owner.id, `改成${shortDay(day)}${moved ? '' : '当天'}`);
    const answer = answerTo(got, leave.owner.id);
    world.outcome('变更', answer?.status);
    const expected = verdict === 'submitted' ? 'recorded' : verdict;
    if (answer?.status !== expected) {
      world.violate(
        `变更 of ${leave.id} to ${day} should be ${expected}, was ${answer?.status} ${answer?.text.slice(0, 60)}`,
      );
    } else if (expected === 'recorded') {
      leaves.over(leave, got);
      const id = answer.request ?? '';
      leaves.opened(
        id,
        leave.owner,
        day,
        last,
        got.filter((d) => d.request === id),
      );
      this.urgent.set(id, asked.urgent);
    }
  }

  withdraw(): void {
    const { world, leaves } = this;
    const leave = this.anyLeave(() => true);
    if (!leave) return;
    const got = world.say(leave.owner.id, '撤回请假');
    const answer = answerTo(got, leave.owner.id);
    world.outcome('撤回请假', answer?.status);
    if (answer?.status !== 'recorded' || world.store.matters.get(leave.id)?.state !== 'withdrawn') {
      world.violate(`${leave.id} not withdrawn: ${answer?.status} ${answer?.text.slice(0, 60)}`);
    }
    leaves.over(leave, got);
  }

  /** 销假, sometimes by somebody who is not away. */
  back(): void {
    const { world, leaves, random } = this;
    const away = leaves.absences.filter((a) => a.begun && !a.over);
    const absence = away.length > 0 ? random.pick(away) : undefined;
    if (!absence || random.chance(0.05)) {
      const person = random.pick(world.roster.people);
      if (leaves.away(person.id)) return;
      const status = answerTo(world.say(person.id, '我回来了，销假'), person.id)?.status;
      if (status === 'recorded') world.violate(`销假 of ${person.id}, who is not away, was ${status}`);
      return;
    }
    const got = world.say(absence.person, random.pick(['我回来了，销假', '已返回，销假']));
    const answer = answerTo(got, absence.person);
    world.outcome('销假', answer?.status);
    if (answer?.status !== 'recorded')
      world.violate(`销假 of ${absence.person} was ${answer?.status}: ${answer?.text.slice(0, 60)}`);
    leaves.ended(absence, got);
    const leave = leaves.all.find((l) => l.id === absence.matter);
    if (leave) leaves.over(leave, got);
  }

  /** Absences that the bot and the model see differently at the end. */
  faults(): string[] {
    const say = (a: { person: string; first: string; last: string }): string => `${a.person} ${a.first} ${a.last}`;
    const rows = this.world.database.db.select().from(absences).all();
    const kept = rows
      .filter((a) => a.returnedAt === null)
      .map(say)
      .sort();
    const expected = this.leaves.absences
      .filter((a) => !a.over)
      .map(say)
      .sort();
    return kept.join() === expected.join() ? [] : [`absences differ: ${kept.join('; ')} | ${expected.join('; ')}`];
  }

  private judged(got: Kept[], by: string, person: Officer, asked: Asked, expected: string): void {
    const { world, random } = this;
    const answer = answerTo(got, by);
    world.outcome('请假', answer?.status);
    if (answer?.status !== expected) {
      world.violate(
        `请假 of ${person.position} ${asked.first}–${asked.last} on ${asked.today} should be ${expected}, was ${answer?.status} (${answer?.missing}) ${answer?.text.slice(0, 90)}`,
      );
      if (answer?.status === 'incomplete') world.say(by, '算了');
      return;
    }
    if (expected === 'submitted') this.opened(answer, person, asked, got);
    if (expected !== 'incomplete') return;
    if (answer.missing?.join() !== 'attachments') world.violate(`missing ${answer.missing}, not the papers`);
    if (random.chance(0.3)) {
      world.say(by, '算了');
      return;
    }
    world.pass(random.between(1, 40) * 60_000);
    const attached = world.receive(by, { file: '通知方案及日程安排.pdf' });
    const second = answerTo(attached, by);
    // What became whole after midnight was filed after midnight.
    const verdict = leaveVerdict(leaveRuleOf(world.district, person), { ...asked, today: world.today, papers: true });
    if (second?.status !== verdict) world.violate(`papers sent: ${verdict}, but ${second?.text.slice(0, 60)}`);
    if (second?.status === 'submitted') this.opened(second, person, asked, attached);
  }

  private opened(answer: Kept, person: Officer, asked: Asked, got: Kept[]): void {
    const id = answer.request ?? '';
    if (!id) this.world.violate('submitted without a matter');
    this.urgent.set(id, asked.urgent);
    this.leaves.opened(id, person, asked.first, asked.last, got);
  }

  private somebody(): Officer | undefined {
    const free = this.world.roster.people.filter((p) => !this.leaves.current(p.id) && !this.leaves.hasAbsence(p.id));
    return free.length > 0 ? this.random.pick(free) : undefined;
  }

  private anyLeave(which: (leave: Leave) => boolean): Leave | undefined {
    const found = this.leaves.all.filter((l) => l.state !== 'over' && which(l));
    return found.length > 0 ? this.random.pick(found) : undefined;
  }
}
