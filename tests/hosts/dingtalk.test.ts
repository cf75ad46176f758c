/** The whole server against the stand-in of DingTalk: a leave is filed and pressed, by card and in words. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  cardCall,
  cardPress,
  DINGTALK_KEYS,
  type DingtalkCall,
  eventCall,
  openAnswer,
  robotCall,
  robotMessage,
} from '../support/dingtalk-events.ts';
import { DingtalkPlatform, type HeldMessage } from '../support/dingtalk-platform.ts';
import { dayAhead, ServerProcess } from '../support/server.ts';

const PEOPLE = { dingtalk: { water: 'dep-water', mayor: 'mayor', secretary: 'secretary' } };
const LEAVE = `请假 ${dayAhead()} 一天 去济南 参加水利培训 李国栋代为主持`;

let platform: DingtalkPlatform;
let server: ServerProcess;

async function start(more: Record<string, string>): Promise<void> {
  platform = new DingtalkPlatform();
  server = new ServerProcess(PEOPLE, {
    DINGTALK_BASE_URL: await platform.listen(),
    DINGTALK_LINZI_APP_KEY: DINGTALK_KEYS.appKey,
    DINGTALK_LINZI_APP_SECRET: DINGTALK_KEYS.appSecret,
    DINGTALK_LINZI_ROBOT_CODE: DINGTALK_KEYS.robotCode,
    ...more,
  });
  await server.start();
}

afterAll(async () => {
  await server.remove();
  await platform.close();
});

const post = ({ headers, body, query }: DingtalkCall): Promise<Response> =>
  fetch(`${server.address}/webhook/dingtalk/linzi?${new URLSearchParams(query)}`, { method: 'POST', headers, body });

const say = (from: string | null, text: string, more = {}): Promise<Response> =>
  post(robotCall(robotMessage({ from, at: Date.now(), text, ...more }), Date.now()));

/** Waits for the newest message to a receiver beyond those already seen. */
async function next(receiver: string, seen: number): Promise<HeldMessage> {
  await expect.poll(() => platform.heldBy(receiver).length, { timeout: 5000 }).toBeGreaterThan(seen);
  const message = platform.heldBy(receiver).at(-1);
  if (!message) throw new Error('nothing');
  return message;
}

describe('with a card template', () => {
  beforeAll(() =>
    start({
      DINGTALK_LINZI_CARD_TEMPLATE_ID: 'tpl.schema',
      DINGTALK_LINZI_CARD_SECRET: DINGTALK_KEYS.cardSecret,
      DINGTALK_LINZI_TOKEN: DINGTALK_KEYS.events.token,
      DINGTALK_LINZI_AES_KEY: DINGTALK_KEYS.events.aesKey,
    }),
  );

  test('the URL check is answered', async () => {
    const response = await post(eventCall({ EventType: 'check_url' }, Date.now()));
    expect(openAnswer(await response.text())).toBe('success');
  });

  test('leave is filed, its card reaches the mayor, a press settles it, and a repeat of both changes nothing', async () => {
    const session = { url: platform.session('water-chat') };
    const call = robotCall(robotMessage({ from: 'water', at: Date.now(), text: LEAVE, session }), Date.now());
    const answer = await post(call);
    expect([answer.status, await answer.text()]).toEqual([200, '{"msgtype":"empty"}']);
    expect((await next('water-chat', 0)).text).toContain('济南');
    const card = await next('mayor', 0);
    expect(card).toMatchObject({ way: 'card', values: { button0: '已阅', button1: '', outcome: '' } });
    expect(card.values?.applicant).toMatch(/^申请人：/);

    const params = { label: card.values?.button0, note: '' };
    const press = cardCall(cardPress({ by: 'mayor', trackId: card.trackId ?? '', params }), Date.now());
    const receipt = (await (await post(press)).json()) as { cardData: { cardParamMap: Record<string, string> } };
    expect(receipt.cardData.cardParamMap).toMatchObject({ button0: '' });
    expect(receipt.cardData.cardParamMap.outcome).toContain('已阅');
    await next('mayor', 1);

    const before = platform.messages.length;
    expect((await post(call)).status).toBe(200);
    expect(await (await post(press)).text()).toBe('{}');
    await say('water', '帮助');
    await expect.poll(() => platform.messages.length).toBe(before + 1);
  });

  test("another's button changes nothing and says so", async () => {
    const card = platform.heldBy('secretary').at(-1);
    const press = cardPress({ by: 'water', trackId: card?.trackId ?? '', params: { label: '已阅' } });
    const receipt = (await (await post(cardCall(press, Date.now()))).json()) as Record<string, unknown>;
    expect(receipt).toHaveProperty('userPrivateData.cardParamMap.tip');
    expect(receipt).not.toHaveProperty('cardData');
  });

  test('a group hears the answer, in its session and through the robot after that', async () => {
    const question = ' 副区长外出要提前几天报告？';
    await say('water', question, { group: 'cid1==', session: { url: platform.session('office') } });
    expect((await next('office', 0)).text).toContain('第四十三条第二款');
    platform.deadSessions.add('office');
    await say('water', question, { group: 'cid1==', session: { url: platform.session('office') } });
    expect((await next('cid1==', 0)).way).toBe('group');
  });

  test('a stranger is told once a day how to be added, and nothing else', async () => {
    await say('who', '请假');
    await say('who', '区长是谁');
    await next('who', 0);
    await say('water', '帮助');
    await next('water-chat', platform.heldBy('water-chat').length);
    expect(platform.heldBy('who')).toHaveLength(1);
  });

  test('a call that is forged is refused, and one without content still answered 200', async () => {
    const forged = robotCall(robotMessage({ from: 'mayor', at: Date.now(), text: '同意' }), Date.now(), 'guessed');
    expect((await post(forged)).status).toBe(401);
    expect((await say('water', '', { text: undefined, more: { code: 20001 } })).status).toBe(200);
  });

  test('it stops by itself on SIGTERM', async () => {
    expect(await server.stop('SIGTERM')).toBe(0);
    await server.remove();
    await platform.close();
  });
});

describe('without one', () => {
  beforeAll(() => start({}));

  test('leave is filed and noted in words, without any card', async () => {
    await say('water', LEAVE);
    const message = await next('mayor', 0);
    expect(message.way).toBe('person');
    expect(message.text).toMatch(/请直接回复：已阅。.*如：(.+)$/);
    const words = /如：(.+)$/.exec(message.text)?.[1] ?? '';
    await say('mayor', words);
    expect((await next('mayor', 1)).text).toContain('已记录');
  });

  test('killed while sending, it shows what nobody can know instead of sending it twice', async () => {
    platform.troubles.push({ way: 'person', how: 'hang' });
    await say('secretary', '副区长外出要提前几天报告？');
    await expect.poll(() => platform.troubles.length).toBe(0);
    await server.stop('SIGKILL');
    const calls = platform.calls.length;
    await server.start();
    await say('water', '帮助');
    await expect.poll(() => platform.calls.length, { timeout: 5000 }).toBe(calls + 1);
    expect(platform.calls.at(-1)).toBe('person water');
    expect(await (await fetch(`${server.address}/uncertain`)).text()).toContain('钉钉 · 已试1次');
    expect(await (await fetch(`${server.address}/metrics`)).text()).toMatch(/sends_total\{[^}]*uncertain[^}]*\} 1/);
  });
});
