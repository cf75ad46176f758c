/** What an assistant hears beside its work: questions, garbage, and what it must not hear at all. */
import { desc } from 'drizzle-orm';
import { inbox } from '../../db/schema.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

const QUESTIONS = [
  '常务会议几个人到会才能开？',
  '局长外出要提前几天报告？',
  '会签几天要回复？',
  '区政府办公室的文件谁签发？',
  '副区长请假找谁批？',
  '会议纪要几天印发？',
  '食堂几点开饭？',
];
const NOISE = [...'喵嗷呃嗯哈嘿唔咦呵嘻①②☆♪◇〇¿§¶…—～%#@*_`<>[]{}()\\/|abcXYZ 0189　\u200b\u202e\n'];

export class Noise {
  private readonly world: World;
  private readonly random: Random;

  constructor(world: World, random: Random) {
    this.world = world;
    this.random = random;
  }

  /** A question in a group is answered there and opens nothing. */
  question(): void {
    const world = this.world;
    const random = this.random;
    const got = world.say(random.pick(world.roster.people).id, random.pick(QUESTIONS), { group: '工作群' });
    world.outcome('提问', got[0]?.status);
    if (got.length !== 1 || got[0]?.to !== 'group:工作群' || got[0].request)
      world.violate(`question answered to ${got.map((d) => `${d.to} ${d.status}`).join()}`);
  }

  garbage(): void {
    const world = this.world;
    const random = this.random;
    const text = Array.from({ length: random.pick([1, 7, 40, 900]) }, () => random.pick(NOISE)).join('');
    const before = world.store.matters.nextSeq();
    const got = world.say(random.pick(world.roster.people).id, text, random.chance(0.1) ? { unreadable: 'audio' } : {});
    world.outcome('乱码', got[0]?.status);
    if (world.store.matters.nextSeq() !== before) world.violate(`garbage opened a matter: ${text.slice(0, 40)}`);
  }

  /** 密级: refused, and no word of it kept. */
  classified(): void {
    const world = this.world;
    const random = this.random;
    const secret = `布防${random.between(1e6, 9e6)}`;
    const got = world.say(
      random.pick(world.roster.people).id,
      `${random.pick(['机密★', '绝 密★1年', '秘密★10年'])} ${secret}`,
    );
    const [row] = world.database.db.select().from(inbox).orderBy(desc(inbox.seq)).limit(1).all();
    if (
      got[0]?.status !== 'refused' ||
      row?.verdict !== 'classified' ||
      row.body !== null ||
      got.some((d) => d.text.includes(secret))
    ) {
      world.violate(`classified message was ${got[0]?.status}, kept ${JSON.stringify(row?.body)}`);
    }
  }
}
