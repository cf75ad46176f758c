/** 登录: who comes in from elsewhere, and how far. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createConsole } from '../../src/console/app.ts';
import type { ConsolePort, SignInPort } from '../../src/console/port.ts';
import { fakeConsole } from '../support/fake-console.ts';

const ADDRESS = 'https://bot.example';
const HOST = { host: 'bot.example' };
const FORM = { ...HOST, origin: ADDRESS, 'content-type': 'application/x-www-form-urlencoded' };
const RECORDS = ['/matters/linzi', '/register/linzi', '/roster/linzi', '/audit/linzi', '/uncertain'];

let allowed: Set<string>;
let codes: Map<string, string>;
let unbound: string[];
let now: number;
let port: ConsolePort;
let app: ReturnType<typeof createConsole>;

beforeEach(() => {
  allowed = new Set(['office']);
  codes = new Map([['12345678', 'office']]);
  unbound = [];
  const fake = fakeConsole({ unbound });
  now = fake.now();
  const signIn: SignInPort = {
    address: ADDRESS,
    secret: 'a secret of the test, long enough to sign',
    async redeem(_, code) {
      const person = codes.get(code);
      codes.delete(code);
      return person;
    },
    allows: (district, person) => district === 'linzi' && allowed.has(person),
  };
  port = { ...fake, now: () => now, signIn };
  app = createConsole(port);
});

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { ...HOST, ...headers } });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(path, { method: 'POST', headers: { ...FORM, ...headers }, body: new URLSearchParams(fields).toString() });

async function signIn(): Promise<{ cookie: string }> {
  const answer = await post('/sign-in/linzi', { code: '12345678' });
  expect(answer.status).toBe(303);
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}

describe('without a session', () => {
  test.each(RECORDS)('%s asks to sign in, at the machine itself as well', async (path) => {
    expect((await get(path)).status).toBe(401);
    expect((await app.request(path, { headers: { host: '127.0.0.1:3000' } })).status).toBe(401);
  });

  test('nothing is changed', async () => {
    expect((await post('/roster/linzi/mayor', { act: 'unbind' })).status).toBe(401);
    expect((await post('/uncertain/linzi/7', { as: 'sent' })).status).toBe(401);
    expect(unbound).toEqual([]);
  });

  test('nobody is impersonated: the chat stays at the machine itself', async () => {
    const body = JSON.stringify({ as: 'mayor', say: '你好' });
    const headers = { ...HOST, ...(await signIn()), origin: ADDRESS, 'content-type': 'application/json' };
    expect((await app.request('/api/chat/linzi', { method: 'POST', headers, body })).status).toBe(403);
  });

  test('the published rules and the page for signing in are there', async () => {
    expect((await get('/rules/linzi')).status).toBe(200);
    const page = await get('/sign-in/linzi');
    expect(await page.text()).toContain('action="/sign-in/linzi"');
    expect((await get('/sign-in/atlantis')).status).toBe(404);
  });
});

describe('a code', () => {
  test('gives a session whose cookie no script reads and no other site sends', async () => {
    const answer = await post('/sign-in/linzi', { code: '12345678' });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-session=/);
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
    for (const path of RECORDS) {
      const page = await get(path, { cookie: cookie.split(';')[0] ?? '' });
      expect([path, page.status, page.headers.get('cache-control')]).toEqual([path, 200, 'no-store']);
    }
  });

  test('works once, and a wrong one says so', async () => {
    await signIn();
    for (const code of ['12345678', '']) {
      const answer = await post('/sign-in/linzi', { code });
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
      expect(await answer.text()).toContain('登录码有误');
    }
  });

  test('of somebody who is not of the office gives nothing', async () => {
    codes.set('8', 'mayor');
    expect((await post('/sign-in/linzi', { code: '8' })).status).toBe(401);
  });

  test('is taken from the page itself only', async () => {
    for (const origin of ['https://elsewhere.example', 'http://bot.example', 'null'])
      expect((await post('/sign-in/linzi', { code: '12345678' }, { origin })).status).toBe(403);
    expect(codes.size).toBe(1);
  });
});

describe('a session', () => {
  test('acts in the name of its person, on forms of these pages only', async () => {
    const session = await signIn();
    expect(
      (await post('/roster/linzi/mayor', { act: 'unbind' }, { ...session, origin: 'https://elsewhere.example' }))
        .status,
    ).toBe(403);
    expect(unbound).toEqual([]);
    expect((await post('/roster/linzi/mayor', { act: 'unbind' }, session)).status).toBe(303);
    expect(unbound).toEqual(['mayor by office']);
  });

  test('sees its own district alone', async () => {
    const session = await signIn();
    for (const path of ['/matters/laiwu', '/audit/laiwu', '/roster/laiwu', '/matters/laiwu/leave-1'])
      expect([path, (await get(path, session)).status]).toEqual([path, 404]);
    const given = port.records?.givenUp() ?? [];
    if (port.records) port.records.givenUp = () => given.map((send) => ({ ...send, district: 'laiwu' }));
    expect(await (await get('/uncertain', session)).text()).toContain('没有待核实的发送');
  });

  test('ends after a working day', async () => {
    const session = await signIn();
    now += 8 * 3_600_000;
    expect((await get('/matters/linzi', session)).status).toBe(401);
  });

  test('ends once its person is no longer of the office', async () => {
    const session = await signIn();
    allowed.clear();
    expect((await get('/matters/linzi', session)).status).toBe(401);
  });

  test('changed by a letter, signed by somebody else, or made up is none', async () => {
    const { cookie } = await signIn();
    const [name, value = ''] = cookie.split('=');
    const forged = [
      value.replace('office', 'mayorx'),
      value.replace(/.(?=%3D|$)/, 'A'),
      encodeURIComponent(`${JSON.stringify({ district: 'linzi', person: 'office', until: now * 2 })}.AAAA`),
      'x',
    ];
    for (const one of forged) expect((await get('/matters/linzi', { cookie: `${name}=${one}` })).status).toBe(401);
  });

  test('is shown, and ended by its person', async () => {
    const session = await signIn();
    expect(await (await get('/sign-in/linzi', session)).text()).toContain('退出登录');
    const answer = await post('/sign-out', {}, session);
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
  });
});

test('without sign-in there is no page for it, and records stay at the machine itself', async () => {
  const console = createConsole(fakeConsole());
  expect((await console.request('/sign-in/linzi', { headers: HOST })).status).toBe(404);
  expect((await console.request('/matters/linzi', { headers: HOST })).status).toBe(403);
  expect((await console.request('/matters/linzi', { headers: { host: '127.0.0.1:3000' } })).status).toBe(200);
});
