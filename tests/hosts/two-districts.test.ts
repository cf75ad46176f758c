/**
 * Two districts in one process, each full of words that the other must never have: people, places and reasons with a sign
 * of their own. Whatever is said, pressed or tried at whichever door, nothing of one is stored, sent, shown or counted by
 * the other.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Channel } from '../../src/channels/channel.ts';
import { createFeishuChannel } from '../../src/channels/feishu/index.ts';
import { exampleRoster, openLibrary } from '../../src/cli/files.ts';
import { sha256 } from '../../src/cli/rehearsal.ts';
import { createConsole } from '../../src/console/app.ts';
import { createApp } from '../../src/hosts/app.ts';
import { createConsolePort } from '../../src/hosts/console-port.ts';
import type { District } from '../../src/hosts/district.ts';
import { createMetrics } from '../../src/hosts/metrics.ts';
import { Random } from '../simulation/random.ts';
import { openDistrict } from '../support/district.ts';
import { messageEvent, pressEvent, signedCall } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';

const SEED = Number(process.env.SEED ?? 20261121);
const STEPS = 200;
const ADDRESS = 'https://bot.example';
const RECORDS = ['matters', 'register', 'roster', 'audit', 'questions'];
const NUMERALS = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏'];

const random = new Random(SEED);
const folder = mkdtempSync(join(tmpdir(), 'two-districts-'));
const told: string[] = [];
const metrics = createMetrics();
let now = Date.parse('2026-03-02T09:05:00+08:00');
let codes = 0;
let app: Hono;

/** A district whose people all have its sign in their names; the sign stands nowhere in any rules. */
class Side {
  readonly id: string;
  readonly sign: string;
  readonly keys: { appId: string; appSecret: string; encryptKey: string; verificationToken: string };
  readonly platform: FeishuPlatform;
  readonly people: string[];
  /** Official words of these rules alone. */
  readonly title: string;
  channel!: Channel;
  district!: District;

  constructor(id: string, sign: string, title: string) {
    this.id = id;
    this.sign = sign;
    this.title = title;
    this.keys = { appId: `cli_${id}`, appSecret: `s-${id}`, encryptKey: `e-${id}`, verificationToken: `v-${id}` };
    this.platform = new FeishuPlatform(this.keys);
    this.people = exampleRoster(id).people.map((p) => p.id);
  }

  async open(): Promise<void> {
    const roster = exampleRoster(this.id);
    const people = roster.people.map((p, i) => ({ ...p, name: `${p.name[0]}${this.sign}${NUMERALS[i] ?? i}` }));
    const accounts = Object.fromEntries(people.map((p) => [this.account(p.id), p.id]));
    this.channel = createFeishuChannel(
      { ...this.keys, baseUrl: await this.platform.listen(), perSecond: 1000 },
      () => now,
    );
    const file = join(folder, `${this.id}.sqlite`);
    this.district = openDistrict({ ...roster, people, channels: { feishu: accounts } }, file, [this.channel], {
      now: () => now,
      makeCode: () => String(10_000_000 + ++codes),
      signInAt: `bot.example/sign-in/${this.id}`,
      onError: (error) => told.push(String(error)),
    });
    await this.district.start();
  }

  account = (person: string): string => `ou_${this.id}_${person}`;

  /** Everything that lies in this district's files or has left for its platform. */
  everything(): string {
    const files = readdirSync(folder).filter((name) => name.startsWith(this.id));
    return [...files.map((name) => readFileSync(join(folder, name), 'utf8')), ...this.platform.bodies].join('\n');
  }
}

const one = new Side('linzi', '霁', '临淄区人民政府工作规则');
const two = new Side('zhoucun', '澍', '周村区人民政府工作规则');
const sides = [one, two];

beforeAll(async () => {
  for (const side of sides) await side.open();
  const districtOf = (id: string): District => (sides.find((side) => side.id === id) as Side).district;
  const onError = (error: unknown): void => void told.push(String(error));
  const port = createConsolePort({
    library: openLibrary({}),
    district: districtOf,
    now: () => now,
    asset: () => undefined,
    sha256,
    onError,
    closing: new AbortController().signal,
    chat: false,
    records: true,
    signIn: { address: ADDRESS, secret: 'a secret of the test, long enough to sign' },
  });
  app = createApp({
    channelOf: (_, id) => sides.find((side) => side.id === id)?.channel,
    accept: (id, events) => districtOf(id).accept(events),
    now: () => now,
    metrics,
    notReady: () => sides.map(({ district }) => district.fault()).filter((fault) => fault !== null),
    console: createConsole(port),
    onError,
  });
});

afterAll(async () => {
  for (const { district, platform } of sides) {
    await district.stop();
    await platform.close();
  }
  rmSync(folder, { recursive: true });
});

/** A call signed by one side's platform, at its own door or another's. */
async function call(side: Side, payload: Record<string, unknown>, door = side): Promise<number> {
  const request = { method: 'POST', ...signedCall(payload, now, side.keys) };
  const answer = await app.request(`/webhook/feishu/${door.id}`, request);
  if (door === side) side.platform.bodies.push(await answer.text());
  else told.push(await answer.text());
  return answer.status;
}

const say = (side: Side, account: string, text: string, door = side): Promise<number> =>
  call(side, messageEvent({ from: { open_id: account }, at: now, text }, side.keys), door);

function words({ sign }: Side): string {
  const day = `5月${random.between(1, 28)}日`;
  return random.pick([
    `请假 ${day} 一天 去${sign}山 参加${sign}水培训 由副局长马${sign}远代为主持`,
    `请假：${day}一天，因${sign}病就医`,
    `请各部门参加${day}下午3点的${sign}水专题会议，地点${sign}山会议室`,
    '局长外出要提前几天报告？',
    '常务会议的纪要由谁签发？',
    '撤回请假',
    '同意',
    '已阅',
    '帮助',
    '待核实',
    `给马${sign}远发绑定码`,
  ]);
}

async function step(side: Side, other: Side): Promise<void> {
  now += random.between(1, 300) * 60_000;
  const account = side.account(random.pick(side.people));
  const deliveries = other.district.store.outbox.ofRecipient('mayor', 10_000).length;
  switch (random.pick(['say', 'say', 'say', 'press', 'door', 'stranger', 'code'] as const)) {
    case 'say':
      expect(await say(side, account, words(side))).toBe(200);
      return;
    case 'press': {
      const value = { d: random.between(1, 400), b: random.pick(['同意', '不同意', '已阅']) };
      const press = { by: { open_id: account }, at: now, value, note: `${side.sign}山` };
      const payload = pressEvent(press, side.keys);
      expect(await call(side, payload)).toBe(200);
      return;
    }
    case 'door':
      expect(await say(side, account, words(side), other)).toBe(401);
      expect(other.district.store.outbox.ofRecipient('mayor', 10_000)).toHaveLength(deliveries);
      return;
    case 'stranger':
      // Somebody of the other district writes to this one's bot.
      expect(await say(side, other.account('mayor'), words(other))).toBe(200);
      return;
    case 'code': {
      const code = await other.district.issueCode(random.pick(other.people));
      expect(await say(side, `ou_new_${codes}`, code)).toBe(200);
      expect(await side.district.redeemSignIn(code)).toBeUndefined();
    }
  }
}

/** A session of the office, with the code that it got in its chat. */
async function signIn(side: Side): Promise<string> {
  const [office = ''] = side.district.roster.receiversOf('government-office').map((p) => p.id);
  await say(side, side.account(office), '登录控制台');
  const said = side.district.store.outbox.ofRecipient(office, 1)[0]?.text ?? '';
  const answer = await app.request(`/sign-in/${side.id}`, {
    method: 'POST',
    headers: { host: 'bot.example', origin: ADDRESS, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ code: /\d{8}(?:-\d{8})+/.exec(said)?.[0] ?? '' }).toString(),
  });
  expect(answer.status).toBe(303);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

test(`${STEPS} things said, pressed and tried leave each district to itself`, { timeout: 120_000 }, async () => {
  for (let n = 0; n < STEPS; n += 1) await (random.chance(0.5) ? step(one, two) : step(two, one));
  for (const [side, other] of [
    [one, two],
    [two, one],
  ] as const) {
    const all = side.everything();
    expect(all).toContain(side.sign);
    expect(all).toContain(side.title);
    expect(all).not.toContain(other.sign);
    expect(all).not.toContain(other.title);
  }
});

test('pages show the own district alone; metrics, readiness and errors name nobody', async () => {
  for (const [side, other] of [
    [one, two],
    [two, one],
  ] as const) {
    const headers = { host: 'bot.example', cookie: await signIn(side) };
    const page = async (path: string): Promise<[number, string]> => {
      const answer = await app.request(path, { headers });
      return [answer.status, await answer.text()];
    };
    let shown = '';
    for (const what of RECORDS) {
      const [own, text] = await page(`/${what}/${side.id}`);
      expect([what, own]).toEqual([what, 200]);
      shown += text;
      const [foreign, nothing] = await page(`/${what}/${other.id}`);
      expect([what, foreign]).toEqual([what, 404]);
      shown += nothing;
    }
    shown += (await page('/uncertain'))[1] + (await page('/'))[1] + (await page(`/rules/${other.id}`))[1];
    expect(shown).toContain(side.sign);
    expect(shown).not.toContain(other.sign);
  }
  for (const path of ['/metrics', '/readyz', '/nowhere']) told.push(await (await app.request(path)).text());
  expect(told.join('\n')).toContain('webhook_refused_total');
  for (const { sign } of sides) expect(told.join('\n')).not.toContain(sign);
});
