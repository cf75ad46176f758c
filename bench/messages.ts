/** The fixed mix that benches send: half questions, half leave messages, of different people and for different days. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FEISHU_KEYS, messageEvent, type SignedCall, signedCall } from '../tests/support/feishu-events.ts';

const DAY_MS = 86_400_000;

const QUESTIONS = [
  '区政府常务会议的纪要由谁签发？',
  '局长外出要提前几天报告？',
  '提交常务会的议题要提前几个工作日报？',
  '会签要几天内回复？',
  '以区政府名义印发的文件由谁签发？',
  '区长外出期间谁主持区政府工作？',
  '常务会议要有多少人到会才能开？',
  '镇长请假需要说明哪些内容？',
  '重大行政决策要不要合法性审查？',
  '督办事项多久反馈一次？',
  '副区长一年要调研多少天？',
  '外出超过三天要附什么材料？',
];
const PLACES = ['济南', '青岛', '北京', '上海', '潍坊', '烟台', '南京', '杭州'];
const REASONS = ['参加业务培训', '参加项目推介会', '考察招商项目', '参加全省工作会议', '探亲', '就医'];
const FORMS = [
  '请假：{from}至{to}到{place}{reason}，期间由{acting}代为主持工作',
  '我{from}到{to}去{place}{reason}，工作由{acting}负责，特此报告。',
  '因{reason}需赴{place}，{from}至{to}外出，{acting}代为主持工作',
];
const ACTING = ['副局长马志远', '常务副镇长刘新', '副主任高远', '副局长林静'];

/** One message of the mix. */
export interface Spoken {
  /** The person's id in the roster; their Feishu user_id is the same. */
  person: string;
  text: string;
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

function leaveText(n: number, days: number, now: number): string {
  const day = (ms: number): string => {
    const date = new Date(ms + 8 * 3_600_000);
    return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  };
  const from = now + days * DAY_MS;
  const words = {
    from: day(from),
    to: day(from + (n % 3) * DAY_MS),
    place: pick(PLACES, n),
    reason: pick(REASONS, n >> 1),
    acting: pick(ACTING, n >> 2),
  };
  return pick(FORMS, n).replace(/\{(\w+)\}/g, (_, key: keyof typeof words) => words[key]);
}

const EXAMPLE = join(import.meta.dirname, '../src/rules/linzi/roster.example.json');
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜';
const GIVEN = ['宏宇', '秀兰', '志远', '雪', '建军'];

interface Roster {
  people: { id: string; name: string; position: string; unit: string }[];
}

/** Linzi's example roster and the heads of 150 more units: a district's usual size. */
function roster(): Roster {
  const example: Roster = JSON.parse(readFileSync(EXAMPLE, 'utf8'));
  const heads = Array.from({ length: 150 }, (_, i) => ({
    id: `head-${i}`,
    name: `${pick([...SURNAMES], i)}${pick(GIVEN, i)}`,
    position: 'department-head',
    unit: `${pick([...SURNAMES].toReversed(), i)}${pick(['园', '岭', '湾', '桥', '河'], i)}服务中心`,
  }));
  return { ...example, people: [...example.people, ...heads] };
}

/** The roster that the mix is spoken in; everybody is reachable on Feishu under their roster id. */
export function benchRoster(): Roster {
  const all = roster();
  return Object.assign(all, { channels: { feishu: Object.fromEntries(all.people.map((p) => [p.id, p.id])) } });
}

/** `count` messages of the mix, from its message `first` on; everybody's leaves follow one another from ten days after `now`. */
export function mix(count: number, now: number, first = 0): Spoken[] {
  return Array.from({ length: count }, (_, k) => {
    const n = (first + k) >> 1;
    if ((first + k) % 2 === 0) return { person: pick(PEOPLE, n).id, text: pick(QUESTIONS, n) };
    return { person: pick(GOERS, n).id, text: leaveText(n, 10 + 4 * Math.floor(n / GOERS.length), now) };
  });
}

const LEAVERS = new Set(['deputy-mayor', 'department-head', 'town-mayor', 'zone-head', 'subdistrict-director']);
const PEOPLE = roster().people;
const GOERS = PEOPLE.filter(({ position }) => LEAVERS.has(position));

/** The mix as webhook calls of Feishu, encrypted and signed. */
export const signedMix = (count: number, now: number, first = 0): SignedCall[] =>
  mix(count, now, first).map(({ person, text }) =>
    signedCall(messageEvent({ from: { user_id: person, open_id: `ou_${person}` }, at: now, text }), now, FEISHU_KEYS),
  );
