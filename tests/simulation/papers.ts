/** Papers sent for signature in the government office's name: through whose hands they must go, held against the steps. */
import { asc, eq } from 'drizzle-orm';
import { stepPeople, steps } from '../../db/schema.ts';
import { isHead, type Person } from '../../src/core/roster.ts';
import { paperSigners, standInFor } from './oracle.ts';
import type { Random } from './random.ts';
import { answerTo } from './trips.ts';
import type { World } from './world.ts';

interface Paper {
  id: string;
  head: Person;
  by: string;
}

const OVER = ['approved', 'effective', 'closed'];

export class Papers {
  private readonly sent: Paper[] = [];
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** A draft of a department goes to be signed, brought by its head or by the office. */
  send(title: string, random: Random): void {
    const { world } = this;
    const head = random.pick(world.roster.people.filter((p) => isHead(p) && p.position === 'department-head'));
    const by = random.chance(0.5) ? 'office' : head.id;
    // 视情由区长或分管副区长签发: who sends it says which of the two.
    const whom = world.district === 'zhangdian' ? '请分管副区长签发' : '请送签发';
    const text = `${head.unit}代拟的《关于做好${title}的通知》，拟以区政府办公室名义印发，办公室已审核，${whom}。`;
    const answer = answerTo(world.say(by, text), by);
    world.outcome('送签', answer?.status);
    if (answer?.status === 'submitted' && answer.request) this.sent.push({ id: answer.request, head, by });
    else if (paperSigners(world.district, head, by, world.roster.people) !== null)
      world.violate(`送签 of ${head.unit} was ${answer?.status}: ${answer?.text.slice(0, 60)}`);
  }

  /** Papers that went another way than the rule's. */
  faults(): string[] {
    return this.sent.flatMap((paper) => {
      const signers = paperSigners(this.world.district, paper.head, paper.by, this.world.roster.people);
      return signers === null ? [] : this.wayOf(paper, signers);
    });
  }

  private wayOf({ id }: Paper, signers: readonly string[]): string[] {
    const { db } = this.world.database;
    const { people } = this.world.roster;
    const asked = db.select().from(steps).where(eq(steps.matter, id)).orderBy(asc(steps.stage), asc(steps.id)).all();
    const taken = asked.filter((step) => step.ask === 'approve');
    const faults = taken.flatMap((step, i) => {
      const holders = db.select().from(stepPeople).where(eq(stepPeople.step, step.id)).all();
      const signer = people.find((p) => p.id === signers[i]);
      const right = signer ? [signer.id, standInFor(signer, people)] : [];
      const wrong = holders.filter((holder) => !right.includes(holder.person));
      return wrong.length === 0 ? [] : [`${id}: ${wrong.map((w) => w.person).join()} in the place of ${signers[i]}`];
    });
    const state = this.world.store.matters.get(id)?.state ?? '';
    if (OVER.includes(state) && taken.length !== signers.length)
      faults.push(`${id} is ${state} after ${taken.length} of ${signers.length} signatures`);
    return faults;
  }
}
