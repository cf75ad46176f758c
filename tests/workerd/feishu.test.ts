/** Feishu's door and the way back, in a Durable Object: the platform's HTTP is played here. */
import { abortAllDurableObjects, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { beforeEach, expect, test, vi } from 'vitest';
import { dayOf, instantOf } from '../../src/core/day.ts';
import type { DistrictObject } from '../../src/hosts/worker.ts';
import { messageEvent, pressEvent, type SignedCall, signedCall, urlCheck } from '../support/feishu-events.ts';
import { admin, bringRoster, DISTRICT, dayAhead, playPlatform, rosterWith, worker } from './office.ts';

const CHANNELS = {
  feishu: { ou_water: 'head-slj', ou_mayor: 'mayor', ou_secretary: 'secretary', ou_office: 'gov-office' },
};
const WATER = { open_id: 'ou_water' };
const MAYOR = { open_id: 'ou_mayor' };

interface Sent {
  receiver: string;
  type: string;
  content: string;
}
/** How far the object's clock is ahead; it never goes back. */
let ahead = 0;
const realNow = Date.now;
let sent: Sent[];
/** What the platform does instead of taking a message. */
let trouble: (() => Response | Promise<Response>) | undefined;
/** The keys of all calls that were to send something. */
let keys: string[];

beforeEach(async () => {
  sent = [];
  keys = [];
  trouble = undefined;
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + ahead);
  playPlatform((request, { pathname }, raw) => {
    if (pathname.endsWith('/tenant_access_token/internal'))
      return Response.json({ code: 0, msg: 'ok', tenant_access_token: 't-1', expire: 7200 });
    if (pathname.endsWith('/bot/v3/info')) return Response.json({ code: 0, bot: { open_id: 'ou_bot' } });
    if (request.method === 'POST' && pathname.endsWith('/im/v1/messages')) {
      const body = JSON.parse(raw) as { receive_id: string; msg_type: string; content: string; uuid: string };
      keys.push(body.uuid);
      if (trouble) return trouble();
      sent.push({ receiver: body.receive_id, type: body.msg_type, content: body.content });
      return Response.json({ code: 0, msg: 'ok', data: { message_id: `om_${sent.length}` } });
    }
    return Response.json({ code: 0, msg: 'ok', data: {} });
  });
  await bringRoster(CHANNELS);
});

const post = (call: SignedCall, path = '/webhook/feishu/linzi'): Promise<Response> =>
  worker.fetch(`https://bot.test${path}`, { method: 'POST', ...call });
const say = (from: Record<string, string>, text: string): Promise<Response> =>
  post(signedCall(messageEvent({ from, at: Date.now(), text }), Date.now()));
const heardBy = (receiver: string): Sent[] => sent.filter((one) => one.receiver === receiver);
const object = () => DISTRICT.getByName('linzi');

test('the URL check is answered, a forged call refused, other doors are not there', async () => {
  expect(await (await post(urlCheck('abc'))).json()).toEqual({ challenge: 'abc' });
  const call = signedCall(messageEvent({ from: WATER, at: Date.now(), text: '帮助' }), Date.now());
  expect((await post({ ...call, body: `${call.body} ` })).status).toBe(401);
  for (const path of [
    '/webhook/dingtalk/laiwu',
    '/webhook/feishu/laiwu',
    '/webhook/feishu/nowhere',
    '/admin/linzi/roster',
  ])
    expect([path, (await post(call, path)).status]).toEqual([path, 404]);
});

test('leave is filed, its card reaches the mayor, a press is answered, and a repeat of either changes nothing', async () => {
  const text = `请假 ${dayAhead()} 一天 去济南 参加水利培训 马志远代为主持`;
  const call = signedCall(messageEvent({ from: WATER, at: Date.now(), text }), Date.now());
  expect((await post(call)).status).toBe(200);
  await vi.waitFor(() => expect(heardBy('ou_mayor')).toHaveLength(1), 20_000);
  expect(heardBy('ou_water')[0]?.content).toContain('济南');
  const value = JSON.parse(/"value":(\{[^}]*\})/.exec(heardBy('ou_mayor')[0]?.content ?? '')?.[1] ?? '{}') as Record<
    string,
    unknown
  >;
  const press = signedCall(pressEvent({ by: MAYOR, at: Date.now(), value }), Date.now());
  const answer = (await (await post(press)).json()) as { toast?: { type: string } };
  expect(answer.toast?.type).toBe('success');
  await vi.waitFor(() => expect(heardBy('ou_mayor')).toHaveLength(2), 20_000);
  const before = sent.length;
  expect((await post(call)).status).toBe(200);
  expect(await (await post(press)).json()).toEqual({});
  await say(MAYOR, '帮助');
  await vi.waitFor(() => expect(sent.length).toBe(before + 1), 20_000);
});

test('what the platform refused for a while leaves with the alarm, in an object that was gone meanwhile', async () => {
  trouble = () =>
    Response.json({ code: 99991400, msg: 'limit' }, { status: 429, headers: { 'x-ogw-ratelimit-reset': '30' } });
  await say(WATER, '副区长外出要提前几天报告？');
  await vi.waitFor(() =>
    runInDurableObject(object(), (_: DistrictObject, state) =>
      expect(state.storage.getAlarm()).resolves.not.toBeNull(),
    ),
  );
  expect(heardBy('ou_water')).toEqual([]);
  trouble = undefined;
  await abortAllDurableObjects();
  ahead += 60_000;
  await vi.waitFor(async () => {
    await runDurableObjectAlarm(object());
    expect(heardBy('ou_water')).toHaveLength(1);
  }, 20_000);
});

test('an object that dies while it sends repeats the call with the same key', async () => {
  trouble = () => new Promise(() => undefined);
  await say(WATER, '副区长外出要提前几天报告？');
  await vi.waitFor(() => expect(keys).toHaveLength(1), 20_000);
  await abortAllDurableObjects();
  trouble = undefined;
  await vi.waitFor(async () => {
    await runDurableObjectAlarm(object());
    expect(heardBy('ou_water')).toHaveLength(1);
  }, 20_000);
  expect(new Set(keys).size).toBe(1);
});

test('a reminder leaves with the alarm that is set to its time', async () => {
  const text = `请假 ${dayAhead(44)} 一天 去济南 参加水利培训 马志远代为主持`;
  await say(WATER, text);
  await vi.waitFor(() => expect(heardBy('ou_mayor')).toHaveLength(1), 20_000);
  const reminders = (): number => sent.filter((one) => one.content.includes('尚未销假')).length;
  expect(reminders()).toBe(0);
  // Days after the day away, in office hours: its return has not been reported.
  ahead = instantOf(dayOf(Date.now() + 50 * 86_400_000), '10:07') - realNow();
  await vi.waitFor(async () => {
    await runDurableObjectAlarm(object());
    expect(reminders()).toBe(1);
  }, 20_000);
});

test('a stranger becomes somebody with a code that the office got', async () => {
  await say({ open_id: 'ou_office' }, '给沈春燕发绑定码');
  await vi.waitFor(() => expect(heardBy('ou_office')).toHaveLength(1), 20_000);
  const code = /：(\d{8})/.exec(heardBy('ou_office')[0]?.content ?? '')?.[1] ?? '';
  await say({ open_id: 'ou_new' }, code);
  await vi.waitFor(() => expect(heardBy('ou_new')[0]?.content).toContain('绑定成功'), 20_000);
  await say({ open_id: 'ou_new' }, '副区长外出要提前几天报告？');
  await vi.waitFor(() => expect(heardBy('ou_new')[1]?.content).toContain('第四十三条'), 20_000);
});

test('rosters come in with the token only, and whole or not at all', async () => {
  const roster = rosterWith(CHANNELS);
  expect((await admin('PUT', 'roster', JSON.stringify(roster), 'guessed')).status).toBe(404);
  const people = roster.people as unknown[];
  const broken = { ...roster, people: [...people, people[0]] };
  const answer = await admin('PUT', 'roster', JSON.stringify(broken));
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as { faults: string[] }).faults.join()).toContain('重复');
  expect((await admin('PUT', 'roster', '{')).status).toBe(400);
  expect(await (await admin('GET', 'metrics')).text()).toContain('webhook_accepted_total');
  expect((await admin('GET', 'readyz')).status).toBe(200);
});

test('without a roster a call is asked to come again', async () => {
  const answer = await DISTRICT.getByName('zhoucun').fetch('https://bot.test/webhook/feishu/zhoucun', {
    method: 'POST',
  });
  expect(answer.status).toBe(503);
});
