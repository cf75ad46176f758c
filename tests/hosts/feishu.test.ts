/** The whole server as its users start it, against the stand-in of the platform: message in, cards out, press, card updated. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  buttonsOf,
  FEISHU_KEYS,
  formEvent,
  messageEvent,
  pressEvent,
  type SignedCall,
  signedCall,
  urlCheck,
  withTag,
  wordsOf,
} from '../support/feishu-events.ts';
import { FeishuPlatform, type HeldMessage } from '../support/feishu-platform.ts';
import { dayAhead, ServerProcess } from '../support/server.ts';

const WATER = { user_id: 'u_water', open_id: 'ou_water' };
const MAYOR = { user_id: 'u_mayor', open_id: 'ou_mayor' };

let platform: FeishuPlatform;
let server: ServerProcess;

beforeAll(async () => {
  platform = new FeishuPlatform();
  server = new ServerProcess(
    { feishu: { u_water: 'dep-water', ou_mayor: 'mayor', ou_secretary: 'secretary' } },
    {
      FEISHU_BASE_URL: await platform.listen(),
      FEISHU_LINZI_APP_ID: FEISHU_KEYS.appId,
      FEISHU_LINZI_APP_SECRET: FEISHU_KEYS.appSecret,
      FEISHU_LINZI_ENCRYPT_KEY: FEISHU_KEYS.encryptKey,
      FEISHU_LINZI_VERIFICATION_TOKEN: FEISHU_KEYS.verificationToken,
    },
  );
  await server.start();
});

afterAll(async () => {
  await server.remove();
  await platform.close();
});

const post = (call: SignedCall): Promise<Response> =>
  fetch(`${server.address}/webhook/feishu/linzi`, { method: 'POST', ...call });
const say = (from: typeof WATER, text: string, more = {}): Promise<Response> =>
  post(signedCall(messageEvent({ from, at: Date.now(), text, ...more }), Date.now()));

/** Waits for the newest message to a receiver beyond those already seen. */
async function next(receiver: string, seen: number): Promise<HeldMessage> {
  await expect.poll(() => platform.heldBy(receiver).length, { timeout: 5000 }).toBeGreaterThan(seen);
  const message = platform.heldBy(receiver).at(-1);
  if (!message) throw new Error('nothing');
  return message;
}

const LEAVE = `请假 ${dayAhead()} 一天 去济南 参加水利培训 李国栋代为主持`;

test('the URL check is answered', async () => {
  const response = await post(urlCheck('abc'));
  expect(await response.json()).toEqual({ challenge: 'abc' });
});

test('routes without keys are not there, whatever is brought to them', async () => {
  for (const path of ['dingtalk/linzi', 'wecom/linzi', 'feishu/laiwu', 'feishu/nowhere', 'feishu/..%2flinzi']) {
    const answer = await fetch(`${server.address}/webhook/${path}`, { method: 'POST', ...urlCheck('abc') });
    expect(answer.status, path).toBe(404);
  }
});

test('leave is filed, its card reaches the mayor, a press updates it, and a repeat of both changes nothing', async () => {
  const call = signedCall(messageEvent({ from: WATER, at: Date.now(), text: LEAVE }), Date.now());
  expect((await post(call)).status).toBe(200);
  expect(wordsOf((await next('u_water', 0)).content)).toContain('济南');
  const card = await next('ou_mayor', 0);
  expect(card.type).toBe('interactive');
  expect(wordsOf(card.content)).toContain('申请人：');
  const [button] = buttonsOf(card.content);
  expect(button?.label).toBe('已阅');

  const press = signedCall(
    pressEvent({ by: MAYOR, at: Date.now(), value: button?.value, messageId: card.id }),
    Date.now(),
  );
  const answer = (await (await post(press)).json()) as { toast?: unknown; card?: { data: unknown } };
  expect(answer.toast).toMatchObject({ type: 'success' });
  expect(buttonsOf(answer.card?.data)).toEqual([]);
  await next('ou_mayor', 1);

  const before = platform.messages.length;
  expect((await post(call)).status).toBe(200);
  expect((await post(press)).status).toBe(200);
  await say(WATER, '帮助');
  await expect.poll(() => platform.messages.length).toBe(before + 1);
});

test('a form asks for what is missing in a leave, and filled in is the same as words', async () => {
  const before = platform.heldBy('u_water').length;
  await say(WATER, `我${dayAhead()}外出一天，特此报告。`);
  const asked = await next('u_water', before);
  const [form] = withTag(asked.content, 'form');
  expect(withTag(form, 'input').map((field) => field.name)).toEqual(['place', 'reason', 'acting_other']);
  const [button] = buttonsOf(form);
  const filled = { place: '青岛', reason: '参加海洋经济会议，并作发言', acting: '李国栋' };
  const sent = formEvent({ by: WATER, at: Date.now(), value: button?.value, messageId: asked.id, filled });
  const answer = (await (await post(signedCall(sent, Date.now()))).json()) as {
    toast: unknown;
    card: { data: unknown };
  };
  expect(answer.toast).toMatchObject({ type: 'success' });
  expect(withTag(answer.card.data, 'form')).toEqual([]);
  expect(wordsOf((await next('u_water', before + 1)).content)).toMatch(
    /青岛[\s\S]*海洋经济会议、并作发言[\s\S]*李国栋/,
  );

  const again = formEvent({ by: WATER, at: Date.now(), value: button?.value, messageId: asked.id, filled });
  const late = (await (await post(signedCall(again, Date.now()))).json()) as { toast: unknown };
  expect(late.toast).toMatchObject({ type: 'error' });
  const stranger = formEvent({ by: MAYOR, at: Date.now(), value: button?.value, filled });
  const foreign = (await (await post(signedCall(stranger, Date.now()))).json()) as { toast: unknown };
  expect(foreign.toast).toMatchObject({ type: 'error' });
  await expect.poll(() => platform.heldBy('u_water').length).toBe(before + 3);
});

test("another's button changes nothing and says so", async () => {
  const card = platform.heldBy('ou_secretary').at(-1);
  const [button] = buttonsOf(card?.content);
  const press = signedCall(pressEvent({ by: WATER, at: Date.now(), value: button?.value }), Date.now());
  const answer = (await (await post(press)).json()) as { toast?: unknown };
  expect(answer.toast).toMatchObject({ type: 'error' });
});

test('a group hears the answer when it mentions the bot', async () => {
  const mentions = [{ key: '@_user_1', open_id: 'ou_bot', name: '助手' }];
  await say(WATER, '@_user_1 副区长外出要提前几天报告？', { group: 'oc_office', mentions });
  const heard = await next('oc_office', 0);
  expect(heard.receiverType).toBe('chat_id');
  expect(wordsOf(heard.content)).toContain('第四十三条第二款');
});

test('a stranger is told once a day how to be added, and nothing else', async () => {
  const stranger = { user_id: 'u_who', open_id: 'ou_who' };
  await say(stranger, '请假');
  await say(stranger, '区长是谁');
  await next('u_who', 0);
  await say(WATER, '帮助');
  await next('u_water', platform.heldBy('u_water').length);
  expect(platform.heldBy('u_who')).toHaveLength(1);
});

test('killed and started again, it sends what was accepted and nothing twice', async () => {
  const before = platform.heldBy('u_water').length;
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => say(WATER, `副区长外出要提前几天报告 ${i}？`)),
  );
  expect(answers.map((r) => r.status)).toEqual(Array.from({ length: 20 }, () => 200));
  await server.stop('SIGKILL');
  await server.start();
  await expect.poll(() => platform.heldBy('u_water').length, { timeout: 20_000 }).toBe(before + 20);
  expect(new Set(platform.messages.map((m) => m.uuid)).size).toBe(platform.messages.length);
}, 30_000);

test('it stops by itself on SIGTERM', async () => {
  expect(await server.stop('SIGTERM')).toBe(0);
});
