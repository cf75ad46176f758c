/** SIGTERM through `npm start`, at a bad moment: it ends by itself, in time, and what was under way is taken up again. */
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FEISHU_KEYS, messageEvent, signedCall } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { ServerProcess } from '../support/server.ts';

const platform = new FeishuPlatform();
let server: ServerProcess;

beforeAll(async () => {
  server = new ServerProcess(
    { feishu: { u_water: 'dep-water' } },
    {
      FEISHU_BASE_URL: await platform.listen(),
      FEISHU_LINZI_APP_ID: FEISHU_KEYS.appId,
      FEISHU_LINZI_APP_SECRET: FEISHU_KEYS.appSecret,
      FEISHU_LINZI_ENCRYPT_KEY: FEISHU_KEYS.encryptKey,
      FEISHU_LINZI_VERIFICATION_TOKEN: FEISHU_KEYS.verificationToken,
    },
  );
});

afterAll(async () => {
  await server.remove();
  await platform.close();
});

test('with a call that hangs and a request that never ends', { timeout: 60_000 }, async () => {
  await server.start({ command: 'npm' });
  platform.troubles.push({ how: 'hang', held: true });
  const call = signedCall(messageEvent({ from: { user_id: 'u_water' }, at: Date.now(), text: '帮助' }), Date.now());
  const answer = await fetch(`${server.address}/webhook/feishu/linzi`, { method: 'POST', ...call });
  expect(answer.status).toBe(200);
  await expect.poll(() => platform.messages.length, { timeout: 20_000 }).toBe(1);
  const { hostname, port } = new URL(server.address);
  const visitor = connect(Number(port), hostname).on('error', () => undefined);
  await new Promise<void>((resolve) => visitor.write('POST /webhook/feishu/linzi HTTP/1.1\r\nhost: ', () => resolve()));

  // After ten seconds the server would give up with another code.
  expect(await server.stop('SIGTERM')).toBe(0);
  await expect(fetch(`${server.address}/healthz`)).rejects.toThrow('fetch failed');
  visitor.destroy();

  // The call's outcome was never known: it is repeated under its key, and the platform has one message.
  await server.start();
  await expect.poll(() => platform.calls.length, { timeout: 20_000 }).toBe(2);
  expect(platform.messages).toHaveLength(1);
});
