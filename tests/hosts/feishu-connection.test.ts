/** The whole server behind a firewall: it calls the platform, and gets its events that way. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buttonsOf, FEISHU_KEYS, messageEvent, pressEvent, wordsOf } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { dayAhead, ServerProcess } from '../support/server.ts';

const KEYS = { ...FEISHU_KEYS, appId: 'cli_0123456789abcdef' };
const WATER = { user_id: 'u_water', open_id: 'ou_water' };
const MAYOR = { user_id: 'u_mayor', open_id: 'ou_mayor' };

let platform: FeishuPlatform;
let server: ServerProcess;

beforeAll(async () => {
  platform = new FeishuPlatform({ appId: KEYS.appId });
  server = new ServerProcess(
    { feishu: { u_water: 'dep-water', ou_mayor: 'mayor' } },
    {
      FEISHU_BASE_URL: await platform.listen(),
      FEISHU_LINZI_APP_ID: KEYS.appId,
      FEISHU_LINZI_APP_SECRET: KEYS.appSecret,
      FEISHU_LINZI_ENCRYPT_KEY: KEYS.encryptKey,
      FEISHU_LINZI_VERIFICATION_TOKEN: KEYS.verificationToken,
      FEISHU_LINZI_LONG_CONNECTION: 'on',
    },
  );
  await server.start();
});

afterAll(async () => {
  await server.remove();
  await platform.close();
});

test('leave is filed and noted over the connection; the same event again changes nothing', async () => {
  await expect.poll(() => platform.sockets.isConnected(), { timeout: 10_000 }).toBe(true);
  const text = `请假 ${dayAhead()} 一天 去济南 参加水利培训 李国栋代为主持`;
  const filed = messageEvent({ from: WATER, at: Date.now(), text }, KEYS);
  expect(await platform.sockets.push(filed)).toMatchObject({ code: 200 });
  await expect.poll(() => platform.heldBy('ou_mayor').length, { timeout: 5000 }).toBe(1);
  const card = platform.heldBy('ou_mayor')[0];
  expect(wordsOf(card?.content)).toContain('济南');

  const [button] = buttonsOf(card?.content);
  const press = pressEvent({ by: MAYOR, at: Date.now(), value: button?.value, messageId: card?.id }, KEYS);
  const answer = await platform.sockets.push(press);
  expect(answer).toMatchObject({ code: 200, data: { toast: { type: 'success' } } });
  expect(await platform.sockets.push(filed)).toEqual({ code: 200, data: {} });
  expect(await platform.sockets.push(press)).toEqual({ code: 200, data: {} });
  await expect.poll(() => platform.heldBy('u_water').length, { timeout: 5000 }).toBe(2);
}, 20_000);

test('it stops by itself on SIGTERM, and leaves no connection', async () => {
  expect(await server.stop('SIGTERM')).toBe(0);
  await expect.poll(() => platform.sockets.isConnected()).toBe(false);
});
