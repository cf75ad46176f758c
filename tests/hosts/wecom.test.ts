/** The whole server against the stand-in of WeCom: a leave is filed and pressed, by card and in words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayAhead, ServerProcess } from '../support/server.ts';
import {
  addressCheck,
  cardPress,
  openAnswer,
  textAt,
  textMessage,
  WECOM_KEYS,
  type WecomCall,
  wecomCall,
} from '../support/wecom-events.ts';
import { type HeldMessage, type PlatformOptions, WecomPlatform } from '../support/wecom-platform.ts';

const PEOPLE = { wecom: { water: 'dep-water', mayor: 'mayor', secretary: 'secretary' } };
const LEAVE = `请假 ${dayAhead()} 一天 去济南 参加水利培训 李国栋代为主持`;
const QUESTION = '副区长外出要提前几天报告？';

let platform: WecomPlatform;
let server: ServerProcess;

async function start(options: PlatformOptions): Promise<void> {
  platform = new WecomPlatform(options);
  server = new ServerProcess(PEOPLE, {
    WECOM_BASE_URL: `${await platform.listen()}/`,
    WECOM_LINZI_CORP_ID: WECOM_KEYS.corpId,
    WECOM_LINZI_AGENT_ID: WECOM_KEYS.agentId,
    WECOM_LINZI_SECRET: WECOM_KEYS.secret,
    WECOM_LINZI_TOKEN: WECOM_KEYS.token,
    WECOM_LINZI_AES_KEY: WECOM_KEYS.aesKey,
  });
  await server.start();
}

async function end(): Promise<void> {
  await server.remove();
  await platform.close();
}

function call({ method, query, body }: WecomCall): Promise<Response> {
  const url = `${server.address}/webhook/wecom/linzi?${new URLSearchParams(query)}`;
  return fetch(url, { method, ...(method === 'POST' && { body, headers: { 'content-type': 'text/xml' } }) });
}

const say = (from: string, text: string): Promise<Response> =>
  call(wecomCall(textMessage(from, Date.now(), text), Date.now()));

/** Waits for the newest message to a receiver beyond those already seen. */
async function next(receiver: string, seen: number): Promise<HeldMessage> {
  await expect.poll(() => platform.heldBy(receiver).length, { timeout: 5000 }).toBeGreaterThan(seen);
  const message = platform.heldBy(receiver).at(-1);
  if (!message) throw new Error('nothing');
  return message;
}

describe('an edition with cards', () => {
  beforeAll(() => start({ prefix: '/gov' }));
  afterAll(end);

  test('the address check is answered with the plain echo, even where its plus signs were not escaped', async () => {
    for (let i = 0; i < 20; i++) {
      const check = addressCheck(`16161403175551610${i}`, Date.now());
      const raw = Object.entries(check.query).map(([name, value]) => `${name}=${value}`);
      const answers = [await call(check), await fetch(`${server.address}/webhook/wecom/linzi?${raw.join('&')}`)];
      for (const answer of answers)
        expect([answer.status, await answer.text()]).toEqual([200, `16161403175551610${i}`]);
    }
    expect((await call({ method: 'GET', query: {}, body: '' })).status).toBe(401);
  });

  test('leave is filed, its card reaches the mayor, a press settles it, and a repeat of both changes nothing', async () => {
    const filed = wecomCall(textMessage('water', Date.now(), LEAVE), Date.now());
    const answer = await call(filed);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect((await next('water', 0)).text).toContain('济南');
    const { card } = await next('mayor', 0);
    expect(card?.button_list).toMatchObject([{ text: '已阅', key: 'button0' }]);

    const press = cardPress('mayor', Date.now(), card?.task_id ?? '', 'button0');
    const receipt = openAnswer(await (await call(wecomCall(press, Date.now()))).text());
    expect(textAt(receipt, 'TemplateCard/ReplaceText')).toBe('已处理');
    expect(textAt(receipt, 'TemplateCard/HorizontalContentList/Value')).toContain('已阅');
    await next('mayor', 1);

    const before = platform.messages.length;
    expect((await call(filed)).status).toBe(200);
    const again = await call(wecomCall(press, Date.now()));
    expect([again.status, await again.text()]).toEqual([200, '']);
    await say('water', '帮助');
    await expect.poll(() => platform.messages.length).toBe(before + 1);
  });

  test("another's button changes nothing and says so", async () => {
    const card = platform.heldBy('secretary').find((m) => m.card)?.card;
    const seen = platform.heldBy('water').length;
    const press = cardPress('water', Date.now(), card?.task_id ?? '', 'button0');
    expect(await (await call(wecomCall(press, Date.now()))).text()).toBe('');
    expect((await next('water', seen)).text).toContain('无权办理');
  });

  test('a typed answer that names the message is the same as its button, and its card shows it', async () => {
    const held = platform.heldBy('secretary').find((m) => m.card);
    const [, number] = /^(\d+)_/.exec(held?.card?.task_id ?? '') ?? [];
    const seen = platform.heldBy('secretary').length;
    await say('secretary', `已阅 编号${number}`);
    expect((await next('secretary', seen)).text).toContain('已记录');
    await expect.poll(() => held?.card?.replace_text).toBe('已处理');
    expect(held?.card?.horizontal_content_list?.[0]?.value).toContain('已阅');
  });

  test('a stranger is told once a day how to be added, and nothing else', async () => {
    await say('who', '请假');
    await say('who', '区长是谁');
    await next('who', 0);
    const seen = platform.heldBy('water').length;
    await say('water', '帮助');
    await next('water', seen);
    expect(platform.heldBy('who')).toHaveLength(1);
  });

  test('the same question twice is answered twice', async () => {
    const seen = platform.heldBy('secretary').length;
    for (let i = 0; i < 2; i++) await say('secretary', QUESTION);
    await expect.poll(() => platform.heldBy('secretary').length, { timeout: 5000 }).toBe(seen + 2);
    expect(platform.heldBy('secretary').at(-1)?.text).toContain('第四十三条第二款');
  });

  test('a call that is forged, stale or full of entities is refused', async () => {
    const message = textMessage('mayor', Date.now(), '同意');
    expect((await call(wecomCall(message, Date.now(), { token: 'guessed' }))).status).toBe(401);
    expect((await call(wecomCall(message, Date.now() - 3_700_000))).status).toBe(401);
    const entities = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Encrypt>&e;</Encrypt></xml>';
    expect((await call({ ...wecomCall(message, Date.now()), body: entities })).status).toBe(400);
    expect((await call(wecomCall(message, Date.now(), { receiver: 'ww_other' }))).status).toBe(400);
  });

  test('killed and started again, it sends what was accepted and nothing twice', async () => {
    const before = platform.heldBy('water').length;
    platform.troubles.push({ kind: 'text', how: 'lose' }, { kind: 'text', how: 'hang' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => say('water', QUESTION)));
    expect(answers.map((r) => r.status)).toEqual(Array.from({ length: 10 }, () => 200));
    await server.stop('SIGKILL');
    await server.start();
    await expect.poll(() => platform.heldBy('water').length, { timeout: 20_000 }).toBe(before + 10);
    const numbers = platform.heldBy('water').map((m) => /编号(\d+)/.exec(m.text)?.[1]);
    expect(new Set(numbers).size).toBe(numbers.length);
  }, 30_000);

  test('it stops by itself on SIGTERM', async () => {
    expect(await server.stop('SIGTERM')).toBe(0);
  });
});

describe('an edition without cards', () => {
  beforeAll(() => start({ withoutCards: 'errcode' }));
  afterAll(end);

  test('leave is filed and noted in words', async () => {
    await say('water', LEAVE);
    const message = await next('mayor', 0);
    expect(message.card).toBeUndefined();
    const words = /如：(已阅 编号\d+)）$/.exec(message.text)?.[1] ?? '';
    await say('mayor', words);
    expect((await next('mayor', 1)).text).toContain('已记录');
  });
});
