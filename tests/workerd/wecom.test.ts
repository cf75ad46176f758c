/** WeCom's door and the way back, in a Durable Object: the platform's HTTP is played here. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  addressCheck,
  cardPress,
  openAnswer,
  textAt,
  textMessage,
  type WecomCall,
  wecomCall,
} from '../support/wecom-events.ts';
import { bringRoster, dayAhead, playPlatform, worker } from './office.ts';

interface Card {
  task_id: string;
  replace_text?: string;
  button_list?: { text: string; key: string }[];
}
interface Sent {
  to: string;
  text: string;
  card?: Card;
}
let sent: Sent[];
/** What cards were replaced by. */
let replaced: Card[];

beforeEach(async () => {
  sent = [];
  replaced = [];
  playPlatform((_, { pathname, searchParams }, raw) => {
    if (pathname === '/cgi-bin/gettoken')
      return Response.json({ errcode: 0, errmsg: 'ok', access_token: 't', expires_in: 7200 });
    if (searchParams.get('access_token') !== 't') return Response.json({ errcode: 40014, errmsg: 'token' });
    const body = JSON.parse(raw) as Record<string, unknown>;
    const card = body.template_card as Card | undefined;
    if (pathname === '/cgi-bin/message/update_template_card' && card) {
      replaced.push(card);
      return Response.json({ errcode: 0, errmsg: 'ok' });
    }
    const text = (body.text as { content: string } | undefined)?.content ?? JSON.stringify(card);
    sent.push({ to: String(body.touser), text, ...(card && { card }) });
    const code = card && { response_code: `code-${card.task_id}` };
    return Response.json({ errcode: 0, errmsg: 'ok', msgid: `m${sent.length}`, ...code });
  });
  await bringRoster({ wecom: { water: 'head-slj', mayor: 'mayor', secretary: 'secretary' } });
});

const call = ({ method, query, body }: WecomCall): Promise<Response> =>
  worker.fetch(`https://bot.test/webhook/wecom/linzi?${new URLSearchParams(query)}`, {
    method,
    ...(method === 'POST' && { body, headers: { 'content-type': 'text/xml' } }),
  });
const say = (from: string, text: string): Promise<Response> =>
  call(wecomCall(textMessage(from, Date.now(), text), Date.now()));
const sentTo = (to: string): Sent[] => sent.filter((one) => one.to === to);

test('the address check is answered with the plain echo, and what is forged or stale refused', async () => {
  const answer = await call(addressCheck('1616140317555161061', Date.now()));
  expect([answer.status, await answer.text()]).toEqual([200, '1616140317555161061']);
  const message = textMessage('mayor', Date.now(), '同意');
  const forged = [
    addressCheck('1', Date.now(), { token: 'guessed' }),
    wecomCall(message, Date.now(), { token: 'guessed' }),
    wecomCall(message, Date.now() - 3_700_000),
  ];
  for (const one of forged) expect((await call(one)).status).toBe(401);
  const entities = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml><Encrypt>&e;</Encrypt></xml>';
  expect((await call({ ...wecomCall(message, Date.now()), body: entities })).status).toBe(400);
});

test('leave is filed, its card reaches the mayor, a press settles it, and a repeat of either changes nothing', async () => {
  const text = `请假 ${dayAhead()} 一天 去济南 参加水利培训 马志远代为主持`;
  const filed = wecomCall(textMessage('water', Date.now(), text), Date.now());
  const answer = await call(filed);
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  await vi.waitFor(() => expect(sentTo('water')[0]?.text).toContain('济南'), 20_000);
  await vi.waitFor(() => expect(sentTo('mayor')).toHaveLength(1), 20_000);
  const card = sentTo('mayor')[0]?.card;
  expect(card?.button_list).toMatchObject([{ text: '已阅', key: 'button0' }]);

  const press = cardPress('mayor', Date.now(), card?.task_id ?? '', 'button0');
  const receipt = openAnswer(await (await call(wecomCall(press, Date.now()))).text());
  expect(textAt(receipt, 'TemplateCard/ReplaceText')).toBe('已处理');
  expect(textAt(receipt, 'TemplateCard/HorizontalContentList/Value')).toContain('已阅');
  await vi.waitFor(() => expect(sentTo('mayor')).toHaveLength(2), 20_000);

  const heard = sentTo('water').length;
  expect((await call(filed)).status).toBe(200);
  expect(await (await call(wecomCall(press, Date.now()))).text()).toBe('');
  await say('water', '副区长外出要提前几天报告？');
  await vi.waitFor(() => expect(sentTo('water')).toHaveLength(heard + 1), 20_000);
  expect(sentTo('water').at(-1)?.text).toContain('第四十三条');
});

test("another's button changes nothing; a typed answer that names the message is its button, and its card shows it", async () => {
  await say('water', `请假 ${dayAhead(60)} 一天 去济南 参加水利培训 马志远代为主持`);
  await vi.waitFor(() => expect(sentTo('secretary')).toHaveLength(1), 20_000);
  const taskId = sentTo('secretary')[0]?.card?.task_id ?? '';
  const heard = sentTo('water').length;
  const press = cardPress('water', Date.now(), taskId, 'button0');
  expect(await (await call(wecomCall(press, Date.now()))).text()).toBe('');
  await vi.waitFor(() => expect(sentTo('water')[heard]?.text).toContain('无权办理'), 20_000);

  const [, number] = /^(\d+)_/.exec(taskId) ?? [];
  await say('secretary', `已阅 编号${number}`);
  await vi.waitFor(() => expect(sentTo('secretary').at(-1)?.text).toContain('已记录'), 20_000);
  await vi.waitFor(() => expect(replaced.at(-1)?.replace_text).toBe('已处理'), 20_000);
});
