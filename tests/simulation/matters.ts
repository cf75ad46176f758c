/** Everything else of an office's year: cards pressed rightly and wrongly, meetings, papers, supervision. */
import { isHead, type Person } from '../../src/core/roster.ts';
import type { Leaves } from './leaves.ts';
import { countersignDue, enough, executiveMembers, plus, RULES, workdayBefore } from './oracle.ts';
import { Papers } from './papers.ts';
import type { Random } from './random.ts';
import { answerTo, shortDay } from './trips.ts';
import type { Kept, World } from './world.ts';

const PLACES = ['乌河', '双河', '城东', '城西', '开发区', '白石沟', '青山', '南湖', '北湖', '老城区', '新区', '西山'];
const THINGS = [
  '清障',
  '供水',
  '防汛',
  '绿化',
  '停车',
  '危房改造',
  '校园安全',
  '燃气改造',
  '道路养护',
  '污水处理',
  '森林防火',
  '物资储备',
];
const WORDS: Record<string, string> = {
  approve: '同意',
  note: '已阅',
  file: '已备案',
  countersign: '无不同意见',
  attend: '参加',
  do: '已办结',
};
const AGAINST: Record<string, string> = { approve: '不同意', countersign: '有不同意见', attend: '请假' };

export class Matters {
  private readonly world: World;
  private readonly leaves: Leaves;
  private readonly random: Random;
  private readonly papers: Papers;
  private readonly titles = new Set<string>();
  private readonly meetingDays = new Set<string>();
  private readonly decided = new Set<number>();
  private readonly granted = new Map<string, Set<string>>();

  constructor(world: World, leaves: Leaves, random: Random) {
    this.world = world;
    this.leaves = leaves;
    this.random = random;
    this.papers = new Papers(world);
  }

  /** What went another way than the rules', seen at the end. */
  faults(): string[] {
    return this.papers.faults();
  }

  /** Somebody does what a card asks of him. */
  answer(): Kept | undefined {
    const card = this.openCard();
    if (!card) return undefined;
    const ask = card.status.slice(3);
    const against = AGAINST[ask];
    const label = against && this.random.chance(ask === 'attend' ? 0.35 : 0.12) ? against : (WORDS[ask] ?? '');
    if (label)
      this.press(card.to, label, card, this.random.chance(label === against ? 0.7 : 0.1) ? '近期任务较重' : undefined);
    return card;
  }

  /** The same button again, at once. */
  twice(): void {
    const card = this.answer();
    if (card) this.press(card.to, this.random.pick(card.buttons), card, '再按一次');
  }

  /** Any card that was ever sent. */
  old(): void {
    const card = this.anyCard();
    if (card) this.press(card.to, this.random.pick(card.buttons), card, this.random.chance(0.5) ? '意见' : undefined);
  }

  /** Somebody else's card. */
  wrong(): void {
    const card = this.anyCard();
    const other = this.random.pick(this.world.roster.people).id;
    if (card && other !== card.to) this.press(other, this.random.pick(card.buttons), card, '代为处理');
  }

  /** 区政府常务会议, convened by the mayor: who is asked, and how many must come. */
  meeting(): void {
    const { world, random } = this;
    const day = plus(world.today, random.between(3, 14));
    if (this.meetingDays.has(day)) return;
    const got = world.say(
      'mayor',
      `${shortDay(day)}上午9点在第一会议室召开区政府常务会议，由我主持，研究${random.pick(THINGS)}工作`,
    );
    const answer = answerTo(got, 'mayor');
    world.outcome('常务会议', answer?.status);
    if (answer?.status !== 'submitted') {
      world.violate(`常务会议 was ${answer?.status} ${answer?.text.slice(0, 80)}`);
      return;
    }
    this.meetingDays.add(day);
    world.called(day);
    const members = executiveMembers(world.district, world.roster.people);
    const asked = got.filter((d) => d.status === 'to-attend').map((d) => d.to);
    const missing = members.filter((id) => id !== 'mayor' && !asked.includes(id));
    if (missing.length > 0) world.violate(`常务会议 without ${missing.join()}`);
    const needed = enough(world.district, members.length);
    const said = /至少(\d+)人/.exec(answer.text)?.[1];
    if (needed !== null && said !== undefined && Number(said) !== needed)
      world.violate(`${members.length} members need ${needed}, said ${said}`);
    if (needed === null && said !== undefined) world.violate(`a quorum of ${said} where the rule has none`);
    world.outcome('法定人数', said === undefined ? 'unsaid' : 'said');
  }

  /** 会签 with its clock, where there is one. */
  countersign(): void {
    const { world, random } = this;
    const heads = this.departments();
    const [host, ...asked] = random.some(heads, random.between(2, 4));
    if (!host || asked.length === 0) return;
    const title = this.title('方案');
    const term = random.pick([undefined, undefined, { days: 5, workdays: true }, { days: 4, workdays: false }]);
    const words = term ? `，${term.days}${term.workdays ? '个工作日' : '天'}内反馈` : '';
    const got = world.say(host.id, `《${title}》请${asked.map((p) => p.unit).join('、')}会签${words}。`);
    const status = answerTo(got, host.id)?.status;
    world.outcome('会签', status);
    const due = countersignDue(world.district, world.today, term);
    const sent = got.filter((d) => d.status === 'to-countersign').map((d) => `${d.to} ${d.due ?? null}`);
    const expected = asked.map((p) => `${p.id} ${due}`);
    if (status !== 'submitted' || sent.sort().join() !== expected.sort().join()) {
      world.violate(`会签 ${status}: ${sent.join(', ')} instead of ${expected.join(', ')}`);
    }
  }

  /** An extension that the asked department reports as agreed. */
  extension(): void {
    const { world, random } = this;
    if (!RULES[world.district].countersign?.extension) return;
    const card = this.openCard((c) => c.status === 'to-countersign' && (c.due ?? '') >= world.today);
    const step = card && world.stepOf(card);
    const matter = step && world.store.matters.get(step.matter);
    if (!card || !step?.due || !matter || step.due < world.today) return;
    const due = plus(step.due, random.between(1, 6));
    const title = /《[^》]+》/.exec(matter.title)?.[0] ?? '';
    const host = world.roster.person(matter.owner)?.unit;
    const got = world.say(card.to, `${title}会签已与${host}商定延期至${shortDay(due)}`);
    const answer = answerTo(got, card.to);
    world.outcome('延期', answer?.status);
    if (answer?.status !== 'recorded' || answer.due !== due)
      world.violate(`延期 was ${answer?.status} ${answer?.due}: ${answer?.text.slice(0, 60)}`);
    else world.extended(step.id, due);
  }

  document(): void {
    this.papers.send(this.title('工作'), this.random);
  }

  /** 督办 with an owner and a day. */
  supervision(): void {
    const { world, random } = this;
    const head = random.pick(this.departments());
    const due = plus(world.today, random.between(1, 40));
    const text = `${shortDay(workdayBefore(world.today))}区政府常务会议决定，由${head.unit}牵头，于${shortDay(due)}前完成${this.title('工程')}，请列入督办。`;
    const got = world.say('office', text);
    const answer = answerTo(got, 'office');
    world.outcome('督办', answer?.status);
    if (answer?.status !== 'submitted') return;
    const task = got.find((d) => d.status === 'to-do');
    if (task?.to !== head.id || task.due?.slice(0, 10) !== due)
      world.violate(`督办 of ${head.id} by ${due} went to ${task?.to} by ${task?.due}`);
  }

  private press(person: string, label: string, card: Kept, note?: string): void {
    const { world } = this;
    const step = world.stepOf(card);
    const got = world.press(person, label, card, note);
    this.followed(card, step?.id, got);
    this.quorum(person, label, card, got);
    const asked = answerTo(got, person);
    if (asked?.status !== 'incomplete') return;
    const second = this.random.chance(0.5) || label === '请假' ? '算了' : '现有人手不足，建议缓办';
    this.followed(card, step?.id, world.say(person, second));
  }

  /** Leaves from meetings: what is said of the quorum, against those granted so far. */
  private quorum(person: string, label: string, card: Kept, got: Kept[]): void {
    const { world } = this;
    const absent = (meeting: string): Set<string> => {
      const known = this.granted.get(meeting) ?? new Set<string>();
      this.granted.set(meeting, known);
      return known;
    };
    if (label === '参加' && got.some((d) => d.status === 'recorded')) absent(card.request ?? '').delete(person);
    const members = executiveMembers(world.district, world.roster.people);
    for (const delivery of got) {
      const matter =
        delivery.about === 'meeting' && delivery.request ? world.store.matters.get(delivery.request) : null;
      const meeting = matter?.data.facts?.meeting;
      if (!matter || typeof meeting !== 'string' || !members.includes(matter.owner)) continue;
      const said = /应到(\d+)人，.*最多到会(\d+)人，余量(\d+)人/.exec(delivery.text);
      if (delivery.status === 'to-approve' && label === '请假' && matter.owner === person && said) {
        const most = members.length - new Set([...absent(meeting), person]).size;
        const margin = Math.max(0, most - (enough(world.district, members.length) ?? 0));
        const right = [members.length, most, margin].join();
        if (said.slice(1).join() !== right)
          world.violate(`${matter.id}: quorum ${said.slice(1).join()}, should be ${right}`);
        world.outcome('会议请假', '余量');
      }
      // Where the rule only wants it reported, nobody's consent is waited for.
      const reported = delivery.status === 'submitted' && matter.state === 'effective';
      if (delivery.status === 'approved' || reported) absent(meeting).add(matter.owner);
    }
  }

  /** Carries a decision on a leave over to the model. */
  private followed(card: Kept, step: number | undefined, got: Kept[]): void {
    const leave = this.leaves.all.find((l) => l.id === card.request && l.state === 'open');
    const now = step === undefined ? undefined : this.world.store.steps.get(step);
    if (!leave || now?.ask !== 'approve' || now.state === 'open' || this.decided.has(now.id)) return;
    this.decided.add(now.id);
    if (now.state === 'done') this.leaves.consented(leave, got);
    else if (now.state === 'declined') {
      if (!got.some((d) => d.status === 'declined' && d.to === leave.owner.id))
        this.world.violate(`${leave.id} declined, the applicant not told`);
      this.leaves.over(leave, got);
    }
  }

  private openCard(which: (card: Kept) => boolean = () => true): Kept | undefined {
    const { cards, store } = this.world;
    for (let i = 0; i < 12 && cards.length > 0; i++) {
      const card = cards[this.random.between(Math.max(0, cards.length - 60), cards.length - 1)];
      if (!card?.status.startsWith('to-') || !which(card)) continue;
      const step = this.world.stepOf(card);
      if (step?.state === 'open' && store.steps.peopleOf(step.id).includes(card.to)) return card;
    }
    return undefined;
  }

  private anyCard(): Kept | undefined {
    return this.world.cards.length > 0 ? this.random.pick(this.world.cards) : undefined;
  }

  private departments(): Person[] {
    return this.world.roster.people.filter((p) => isHead(p) && p.position === 'department-head');
  }

  /** A title not used before. */
  private title(kind: string): string {
    for (;;) {
      const title = `${this.random.pick(PLACES)}${this.random.pick(THINGS)}${kind}`;
      const whole = this.titles.has(title) ? `${this.random.pick(PLACES)}${title}` : title;
      if (this.titles.has(whole)) continue;
      this.titles.add(whole);
      return whole;
    }
  }
}
