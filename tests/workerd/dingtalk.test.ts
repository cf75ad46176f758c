/** DingTalk's doors and the ways back, in a Durable Object: the platform's HTTP is played here. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  cardCall,
  cardPress,
  type DingtalkCall,
  eventCall,
  openAnswer,
  robotCall,
  robotMessage,
} from '../support/dingtalk-events.ts';
import { bringRoster, counted, dayAhead, playPlatform, worker } from './office.ts';

interface Sent {
  way: 'person' | 'session' | 'card' | 'update';
  to: string;
  /** A card's values, or the text alone. */
  values: Record<string, string>;
}
let sent: Sent[];

const PERSON = '/v1.0/robot/oToMessages/batchSend';
const CARDS = '/v1.0/card/instances';

beforeEach(async () => {
  sent = [];
  playPlatform((request, { pathname }, raw) => {
    const body = JSON.parse(raw) as Record<string, unknown>;
    if (pathname === '/v1.0/oauth2/accessToken') return Response.json({ accessToken: 't', expireIn: 7200 });
    const cardValues = (): Record<string, string> => (body.cardData as { cardParamMap: Sent['values'] }).cardParamMap;
    if (pathname === '/robot/sendBySession') {
      sent.push({ way: 'session', to: 'water', values: { text: (body.text as { content: string }).content } });
      return Response.json({ errcode: 0, errmsg: 'ok' });
    }
    if (request.headers.get('x-acs-dingtalk-access-token') !== 't') return Response.json({}, { status: 401 });
    if (pathname === PERSON) {
      const { content = '' } = JSON.parse(String(body.msgParam)) as { content?: string };
      sent.push({ way: 'person', to: (body.userIds as string[])[0] ?? '', values: { text: content } });
    } else if (pathname === `${CARDS}/createAndDeliver`) {
      const to = String(body.openSpaceId).replace('dtv1.card//IM_ROBOT.', '');
      sent.push({ way: 'card', to, values: { ...cardValues(), trackId: String(body.outTrackId) } });
    } else if (pathname === CARDS && request.method === 'PUT') {
      sent.push({ way: 'update', to: String(body.outTrackId), values: cardValues() });
    }
    return Response.json({ success: true });
  });
  await bringRoster({ dingtalk: { water: 'head-slj', mayor: 'mayor', secretary: 'secretary' } });
});

const post = ({ headers, query, body }: DingtalkCall): Promise<Response> =>
  worker.fetch(`https://bot.test/webhook/dingtalk/linzi?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers,
    body,
  });
const say = (from: string, text: string, more = {}): Promise<Response> =>
  post(robotCall(robotMessage({ from, at: Date.now(), text, ...more }), Date.now()));
const of = (way: Sent['way'], to: string): Sent[] => sent.filter((one) => one.way === way && one.to === to);
const textsTo = (to: string): string[] => of('person', to).map(({ values }) => values.text ?? '');

test('the URL check is answered, and what is forged refused at each door', async () => {
  const check = eventCall({ EventType: 'check_url' }, Date.now());
  expect(openAnswer(await (await post(check)).text())).toBe('success');
  const forged = [
    robotCall(robotMessage({ from: 'mayor', at: Date.now(), text: '同意' }), Date.now(), 'guessed'),
    cardCall(cardPress({ by: 'mayor', trackId: '1_1' }), Date.now(), 'guessed'),
    eventCall({ EventType: 'check_url' }, Date.now(), { token: 'guessed' }),
    robotCall(robotMessage({ from: 'mayor', at: Date.now(), text: '同意' }), Date.now() - 3_700_000),
  ];
  for (const call of forged) expect((await post(call)).status).toBe(401);
  expect(await counted('webhook_refused_total')).toBe(4);
});

test('leave is filed, its card reaches the mayor, a press settles it, and a repeat of either changes nothing', async () => {
  const text = `请假 ${dayAhead()} 一天 去济南 参加水利培训 马志远代为主持`;
  const call = robotCall(robotMessage({ from: 'water', at: Date.now(), text }), Date.now());
  const answer = await post(call);
  expect([answer.status, await answer.text()]).toEqual([200, '{"msgtype":"empty"}']);
  await vi.waitFor(() => expect(textsTo('water')[0]).toContain('济南'), 20_000);
  await vi.waitFor(() => expect(of('card', 'mayor')).toHaveLength(1), 20_000);
  const { trackId = '', button0 } = of('card', 'mayor')[0]?.values ?? {};
  expect(button0).toBe('已阅');

  const press = cardCall(cardPress({ by: 'mayor', trackId, params: { label: button0, note: '' } }), Date.now());
  const receipt = (await (await post(press)).json()) as { cardData: { cardParamMap: Record<string, string> } };
  expect(receipt.cardData.cardParamMap).toMatchObject({ button0: '' });
  expect(receipt.cardData.cardParamMap.outcome).toContain('已阅');
  await vi.waitFor(() => expect(textsTo('mayor')).toHaveLength(1), 20_000);

  const heard = textsTo('water').length;
  expect((await post(call)).status).toBe(200);
  expect(await (await post(press)).text()).toBe('{}');
  await say('water', '副区长外出要提前几天报告？');
  await vi.waitFor(() => expect(textsTo('water')).toHaveLength(heard + 1), 20_000);
  expect(textsTo('water').at(-1)).toContain('第四十三条');
});

test("another's button changes nothing and says so", async () => {
  await say('water', `请假 ${dayAhead(60)} 一天 去济南 参加水利培训 马志远代为主持`);
  await vi.waitFor(() => expect(of('card', 'secretary')).toHaveLength(1), 20_000);
  const { trackId = '' } = of('card', 'secretary')[0]?.values ?? {};
  const press = cardPress({ by: 'water', trackId, params: { label: '已阅' } });
  const receipt = (await (await post(cardCall(press, Date.now()))).json()) as Record<string, unknown>;
  expect(receipt).toHaveProperty('userPrivateData.cardParamMap.tip');
  expect(receipt).not.toHaveProperty('cardData');
});

test('a conversation is answered at its own address while that lives', async () => {
  const session = { url: 'http://dingtalk.test/robot/sendBySession?session=1' };
  await say('water', '副区长外出要提前几天报告？', { session });
  await vi.waitFor(() => expect(of('session', 'water')[0]?.values.text).toContain('第四十三条'), 20_000);
});

test('a flood of one person is taken whole behind everybody else', async () => {
  const flood = Array.from({ length: 60 }, () => say('water', '帮助'));
  expect((await say('mayor', '帮助')).status).toBe(200);
  const statuses = (await Promise.all(flood)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(await counted('messages_slowed_total')).toBeGreaterThanOrEqual(40);
});
