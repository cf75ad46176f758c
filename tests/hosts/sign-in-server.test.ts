/** The whole way into the console from elsewhere: the office asks in Feishu, types the code in a browser, and sees its records. */
import { request as http } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FEISHU_KEYS, messageEvent, signedCall, wordsOf } from '../support/feishu-events.ts';
import { FeishuPlatform } from '../support/feishu-platform.ts';
import { ServerProcess } from '../support/server.ts';

const ADDRESS = 'http://bot.example';
const HOST = { host: 'bot.example' };

let platform: FeishuPlatform;
let server: ServerProcess;

beforeAll(async () => {
  platform = new FeishuPlatform();
  server = new ServerProcess(
    { feishu: { ou_office: 'gov-office' } },
    {
      PUBLIC_URL: ADDRESS,
      SESSION_SECRET: 'a secret of the test, which is long enough'.replaceAll(' ', '-'),
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

/** As a reverse proxy passes it on: `fetch` would not let the Host be set. */
async function request(path: string, more: { cookie?: string; form?: Record<string, string> } = {}): Promise<Response> {
  const body = more.form && new URLSearchParams(more.form).toString();
  const headers = {
    ...HOST,
    ...(more.cookie !== undefined && { cookie: more.cookie }),
    ...(body !== undefined && { origin: ADDRESS, 'content-type': 'application/x-www-form-urlencoded' }),
  };
  return new Promise((resolve, reject) => {
    const call = http(
      `${server.address}${path}`,
      { method: body === undefined ? 'GET' : 'POST', headers },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const told = new Headers(answer.headers as Record<string, string>);
          resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0, headers: told }));
        });
      },
    );
    call.on('error', reject);
    call.end(body);
  });
}

test('a code from the chat opens the records of its district, once, and nothing else does', async () => {
  expect((await request('/matters/linzi')).status).toBe(401);
  const event = messageEvent({ from: { open_id: 'ou_office' }, at: Date.now(), text: '登录控制台' });
  await fetch(`${server.address}/webhook/feishu/linzi`, { method: 'POST', ...signedCall(event, Date.now()) });
  await expect.poll(() => platform.heldBy('ou_office').length, { timeout: 5000 }).toBe(1);
  const words = wordsOf(platform.heldBy('ou_office')[0]?.content);
  expect(words).toContain('bot.example/sign-in/linzi');
  const code = /登录码：([\d-]+)/.exec(words)?.[1] ?? '';

  const answer = await request('/sign-in/linzi', { form: { code } });
  expect(answer.status).toBe(303);
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  expect((await request('/matters/linzi', { cookie })).status).toBe(200);
  expect((await request('/matters/laiwu', { cookie })).status).toBe(404);
  expect((await request('/sign-in/linzi', { form: { code } })).status).toBe(401);
  expect((await request('/api/chat/linzi', { cookie })).status).toBe(404);
});
