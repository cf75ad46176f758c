/** 密级: how many marks in any spelling the gate catches, and how often it takes ordinary talk about 保密 for one. */
import { expect, test } from 'vitest';
import { isClassified } from '../../src/bot/gate.ts';
import type { Message } from '../../src/core/message.ts';
import { Random } from '../simulation/random.ts';

const SEED = Number(process.env.SEED ?? 20261121);
const MARKED = 5_000;
const ORDINARY = 5_000;

const CLASSES = ['绝密', '机密', '秘密', '絕密', '機密', '祕密'];
const STARS = ['★', '☆', '＊', '*', '⭐', '✩'];
const PERIODS = ['', '1年', '10年', '长期', '６个月', '三年', '（20年）'];
const NOISE = ['', '', '', ' ', '　', '\u200b', '·', '\t', '-'];
const TALK = [
  '请把明天的会议材料转给局长',
  '关于水库调度的方案',
  '同意按此办理',
  '我3月5日至7日去济南参加培训',
  '名单附后，请核对',
];

/** A mark as conversion, haste or evasion spell it. */
function mark(random: Random): string {
  const noise = (): string => random.pick(NOISE);
  const [first = '', second = ''] = [...random.pick(CLASSES)];
  const name = `${first}${noise()}${second}`;
  const star = `${name}${noise()}${random.pick(STARS)}${noise()}${random.pick(PERIODS)}`;
  const bracketed = random.pick([`【${name}】`, `（${name}）`, `[${name}]`, `〔${name}〕`]);
  const named = `密${noise()}级${random.pick(['：', ':', '为', '是', ''])}${name}`;
  return random.pick([star, star, bracketed, named]);
}

type Words = Pick<Message, 'text' | 'file' | 'press'>;

function placed(words: string, random: Random): Words {
  const talk = random.pick(TALK);
  return random.pick<Words>([
    { text: `${words}${talk}` },
    { text: `${talk}，${words}` },
    { text: `${talk}\n${words}\n${random.pick(TALK)}` },
    { text: talk, file: `${words}${talk}.pdf` },
    { press: { label: '同意', note: `${talk} ${words}` } },
  ]);
}

const TOPICS = ['保密', '涉密文件', '涉密会议', '国家秘密', '机密文件', '绝密级事项', '保密纪律', '密级', '商业秘密'];
const QUESTIONS: ((topic: string) => string)[] = [
  (t) => `工作规则对${t}是怎么规定的？`,
  (t) => `${t}有什么要求`,
  (t) => `${t}由谁负责？`,
  (t) => `${t}可以直接报区领导吗`,
  (t) => `局里的${t}怎么管`,
  (t) => `请问${t}能不能在飞书上传？`,
  (t) => `我们局想办一期${t}培训，要报谁批？`,
  (t) => `${t}的规定在第几条`,
  (t) => `区领导对${t}要遵守哪些纪律？`,
  (t) => `${t}工作归哪个科室管？`,
];
const ASIDE = ['', '您好，', '麻烦问一下，', '想请教：', '李主任问，'];

test(`of ${MARKED} marks in any spelling and place at least 99.5 % are caught`, () => {
  const random = new Random(SEED);
  const missed = Array.from({ length: MARKED }, () => placed(mark(random), random)).filter((m) => !isClassified(m));
  expect(missed.length, JSON.stringify(missed.slice(0, 5))).toBeLessThanOrEqual(MARKED * 0.005);
});

test(`of ${ORDINARY} ordinary questions about 保密 at most 1 % are taken for one`, () => {
  const random = new Random(SEED);
  const alarms = Array.from({ length: ORDINARY }, () => {
    return `${random.pick(ASIDE)}${random.pick(QUESTIONS)(random.pick(TOPICS))}`;
  }).filter((text) => isClassified({ text }));
  expect(alarms.length, alarms.slice(0, 5).join('\n')).toBeLessThanOrEqual(ORDINARY * 0.01);
});
