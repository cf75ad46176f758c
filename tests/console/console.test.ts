import { describe, expect, test } from 'vitest';
import { createConsole } from '../../src/console/app.ts';
import type { Fault } from '../../src/console/input.ts';
import type { ConsolePort } from '../../src/console/port.ts';
import type { Delivery } from '../../src/core/message.ts';
import { fakeConsole } from '../support/fake-console.ts';

interface Refusal {
  error: string;
  faults?: Fault[];
}

const LOCAL = { host: '127.0.0.1:3000' };
const PAGES = [
  '/',
  '/rules/linzi',
  '/matters/linzi',
  '/matters/linzi/leave-1',
  '/register/linzi',
  '/roster/linzi',
  '/audit/linzi',
  '/questions/linzi',
  '/questions/linzi?state=handled',
  '/uncertain',
];

const get = async (path: string, port: ConsolePort = fakeConsole(), headers: Record<string, string> = LOCAL) =>
  createConsole(port).request(path, { headers });

const post = async (body: unknown, port: ConsolePort = fakeConsole(), headers: Record<string, string> = {}) =>
  createConsole(port).request('/api/chat/linzi', {
    method: 'POST',
    headers: { ...LOCAL, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('pages', () => {
  test.each(PAGES)('%s is a Chinese page that runs only its own scripts and may not be framed', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    const text = await answer.text();
    expect(text).toContain('<html lang="zh-CN">');
    // Nothing inline, nothing from elsewhere.
    expect(text).not.toMatch(
      /<script(?![^>]* src="\/assets\/)|<style|\sstyle=|\son[a-z]+=|(?:src|href)="(?:https?:)?\/\//,
    );
    expect(text).not.toContain('undefined');
  });

  test.each([
    '/rules/atlantis',
    '/matters/atlantis',
    '/matters/linzi/none',
    '/register/linzi?about=rule',
    '/?as=nobody',
  ])('%s is not found, and says so', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('没有');
  });

  test('a matter shows who has it, since when, and the clause, but no reason', async () => {
    const text = await (await get('/matters/linzi/leave-1')).text();
    expect(text).toContain('《临淄区人民政府工作规则》第二条第二款');
    expect(text).toContain('己六3月10日至12日外出');
    expect(text).toContain('乙二');
    expect(text).not.toContain('赴南京');
  });

  test('the register of questions counts each once, and the office marks it dealt with', async () => {
    const port = fakeConsole();
    const mark = (as: string, headers: Record<string, string> = LOCAL) =>
      createConsole(port).request('/questions/linzi/3', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: `as=${as}`,
      });
    const open = await (await get('/questions/linzi', port)).text();
    expect(open).toContain('规则未作规定');
    expect(open).toMatch(/局长外出几天要附体检表<\/td>\s*<td data-label="次数">2</);
    expect((await mark('handled', { host: 'office.example' })).status).toBe(403);
    expect((await mark('whatever')).status).toBe(404);
    expect((await mark('handled')).headers.get('location')).toBe('/questions/linzi');
    expect(await (await get('/questions/linzi', port)).text()).not.toContain('附体检表');
    expect(await (await get('/questions/linzi?state=handled', port)).text()).toContain('3月2日（周一）已处理');
    await mark('open');
    expect(await (await get('/questions/linzi', port)).text()).toContain('附体检表');
  });

  test('the audit page tells where the chain breaks', async () => {
    expect(await (await get('/audit/linzi')).text()).toContain('未见改动');
    expect(await (await get('/audit/linzi?page=2')).text()).toContain('第1号记录与前一条不相连');
  });

  test('rules are found on the server, too, for browsers without scripts', async () => {
    const text = await (await get('/rules/linzi?q=签发')).text();
    expect(text).toMatch(/id="c2" hidden/);
    expect(text).toMatch(/id="c3" ?>/);
  });

  test('scripts and styles are served by name, nothing else', async () => {
    const script = await get('/assets/chat.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    const etag = script.headers.get('etag') ?? '';
    expect((await get('/assets/chat.js', fakeConsole(), { ...LOCAL, 'if-none-match': etag })).status).toBe(304);
    for (const name of ['tsconfig.json', '..%2fapp.ts', 'none.js'])
      expect((await get(`/assets/${name}`)).status).toBe(404);
  });
});

describe('who may see what', () => {
  test.each([
    ['evil.example', 403],
    ['localhost.evil.example:3000', 403],
    ['127.0.0.1.nip.io', 403],
    ['10.0.0.5:3000', 403],
    ['localhost', 200],
    ['LOCALHOST:3000', 200],
    ['[::1]:3000', 200],
  ])('a Host of %s answers %i', async (host, status) => {
    for (const path of ['/matters/linzi', '/api/chat/linzi/mayor', '/view/linzi/mayor'])
      expect((await get(path, fakeConsole(), { host })).status, path).toBe(status);
  });

  test.each([
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-real-ip',
    'via',
  ])('whoever comes through a proxy is not at the machine, whatever it says of the Host: %s', async (name) => {
    const headers = { host: '127.0.0.1:3000', [name]: '203.0.113.9' };
    for (const path of ['/matters/linzi', '/roster/linzi', '/api/chat/linzi/mayor', '/view/linzi/mayor'])
      expect((await get(path, fakeConsole(), headers)).status, path).toBe(403);
    expect(await (await get('/', fakeConsole(), headers)).text()).not.toContain('乙二');
  });

  test('another Host sees the published rules, and no names', async () => {
    const text = await (await get('/', fakeConsole(), { host: 'rules.example' })).text();
    expect(text).toContain('临淄区人民政府工作规则');
    expect(text).not.toContain('乙二');
  });

  test.each([
    '/api/chat/linzi/mayor',
    '/view/linzi/mayor',
    '/events/linzi',
  ])('without chat there is no %s', async (path) => {
    expect((await get(path, fakeConsole({ chat: false }))).status).toBe(404);
    expect((await post({ as: 'mayor', say: '你好' }, fakeConsole({ chat: false }))).status).toBe(404);
  });

  test('without chat the first page is the list of districts', async () => {
    const text = await (await get('/', fakeConsole({ chat: false }))).text();
    expect(text).toContain('网页对话未开启');
    expect(text).not.toContain('>对话<');
  });

  test('without records only the rules are left', async () => {
    const port = fakeConsole({ chat: false, records: false });
    for (const path of PAGES.slice(2)) expect((await get(path, port)).status, path).toBe(404);
    expect((await get('/rules/linzi', port)).status).toBe(200);
  });

  test.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'http://127.0.0.1:4000' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
  ])('a step caused by another page is refused: %o', async (headers) => {
    expect((await post({ as: 'mayor', say: '你好' }, fakeConsole(), headers)).status).toBe(403);
  });

  test('a step from the page itself is taken', async () => {
    const headers = { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' };
    expect((await post({ as: 'mayor', say: '你好' }, fakeConsole(), headers)).status).toBe(200);
  });
});

describe('chat', () => {
  test('a step answers its deliveries, and each person sees their own', async () => {
    const port = fakeConsole();
    const answer = await post({ as: 'head-cz', say: '我3月10日赴南京', attach: '通知.pdf' }, port);
    const deliveries = await answer.json<Delivery[]>();
    expect(deliveries.map((d) => [d.to, d.status])).toEqual([
      ['head-cz', 'submitted'],
      ['mayor', 'to-approve'],
      ['secretary', 'to-note'],
    ]);
    const seen = await (await get('/api/chat/linzi/mayor', port)).json();
    expect(seen).toEqual([deliveries[1]]);
    expect((await get('/api/chat/linzi/nobody', port)).status).toBe(404);
    expect((await get('/api/chat/atlantis/mayor', port)).status).toBe(404);
  });

  test('every fault of a request is named at once: where, what, what is allowed', async () => {
    const answer = await post({ as: 'nobody', press: '同意', say: '', in: '工作群', colour: 'red' });
    expect(answer.status).toBe(400);
    const { error, faults } = await answer.json<Refusal>();
    expect(faults?.map((f) => f.where)).toEqual(['say', 'in', 'colour', 'as', 'press']);
    expect(error).toContain('in：内容不符合要求（应为：group:群名，如 group:工作群）');
    expect(error).toContain('as：通讯录中没有此人');
  });

  test.each([
    ['no JSON', '{"as":', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['nobody', { say: '你好' }, 400],
    ['nothing done', { as: 'mayor' }, 400],
    ['a note without a button', { as: 'mayor', say: '你好', note: '意见' }, 400],
    ['a file with a path', { as: 'mayor', attach: '../通知.pdf' }, 400],
    ['a group without a name', { as: 'mayor', say: '你好', in: 'group:' }, 400],
    ['a number for words', { as: 'mayor', say: 5 }, 400],
    ['too long', { as: 'mayor', say: '长'.repeat(5001) }, 400],
    ['300 KiB', { as: 'mayor', say: 'x'.repeat(300 * 1024) }, 413],
  ])('%s is refused in Chinese, and nothing happens', async (_, body, status) => {
    const port = fakeConsole();
    const answer = await post(body, port);
    expect(answer.status).toBe(status);
    expect((await answer.json<Refusal>()).error).toMatch(/[\u4e00-\u9fff]/);
    expect(port.chat?.thread('linzi', 'mayor')).toEqual([]);
  });

  test('a form of another page is no JSON', async () => {
    const answer = await post('as=mayor', fakeConsole(), { 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer.status).toBe(415);
  });

  test('the page shows status, due day, clause with its words, missing things and buttons in Chinese', async () => {
    const port = fakeConsole();
    await post({ as: 'head-cz', say: '我3月10日赴南京' }, port);
    await post({ as: 'head-cz', say: '我要请假' }, port);
    const own = await (await get('/?as=head-cz', port)).text();
    for (const words of [
      '已提交',
      '办理时限：3月9日（周一）',
      '待补充',
      '起止日期',
      '《临淄区人民政府工作规则》第二条第二款',
    ])
      expect(own).toContain(words);
    const mayor = await (await get('/?as=mayor', port)).text();
    expect(mayor).toContain('data-press="不同意"');
    expect(mayor).toContain('请写明不同意的意见');
  });

  test('what people write is escaped', async () => {
    const port = fakeConsole();
    await post({ as: 'mayor', say: '<script>alert(1)</script>' }, port);
    const view = await (await get('/view/linzi/mayor', port)).json<{ thread: string; people: string }>();
    expect(view.thread).toContain('&lt;script&gt;');
    expect(view.thread).not.toContain('<script>');
    expect(view.people).not.toContain('<script>');
  });

  test('examples carry dates that every notice period allows', async () => {
    const text = await (await get('/?as=head-cz')).text();
    expect(text).toContain('我3月10日至3月12日赴南京参加会议，外出期间由副局长宋佳代为主持工作。');
    expect(text).toContain('常务会的纪要谁签发？');
  });

  test('deliveries to anybody arrive as events, and a reader who leaves is forgotten', async () => {
    const port = fakeConsole();
    const answer = await get('/events/linzi', port);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body?.getReader();
    const next = async () => new TextDecoder().decode((await reader?.read())?.value);
    expect(await next()).toContain('event: ready');
    await port.chat?.step('linzi', { as: 'head-cz', say: '我3月10日赴南京' });
    expect(await next()).toContain('event: delivery\ndata: {"to":"head-cz","status":"已提交"}');
    await reader?.cancel();
    await port.chat?.step('linzi', { as: 'head-cz', say: '我3月10日赴南京' });
  });

  test('the words of a clause are shown once: folded, not in the text again', async () => {
    const port = fakeConsole();
    const clause = '副区长、部门主要负责人外出，应提前3天向区委书记、区长报告。';
    const heard: Delivery = {
      at: '2026-03-02T12:00:00+08:00',
      to: 'mayor',
      status: 'answered',
      about: 'rule',
      text: `应提前3天。\n依据：《临淄区人民政府工作规则》第二条第二款：“${clause}”\n相近条款：《临淄区人民政府工作规则》第三条：“纪要。”`,
      clauses: ['2.2'],
      quotes: [
        { ref: '2.2', text: clause },
        { ref: '3', text: '纪要。' },
      ],
      buttons: [],
    };
    if (port.chat) port.chat.thread = () => [{ id: 1, heard }];
    const { thread } = await (await get('/view/linzi/mayor', port)).json<{ thread: string }>();
    expect(thread.split(clause)).toHaveLength(2);
    expect(thread).toMatch(/<div class="text"><p>应提前3天。<\/p><\/div>/);
    expect(thread).toContain('相近条款</span> 《临淄区人民政府工作规则》第三条');
  });

  test('live connections end when the server stops', async () => {
    const closing = new AbortController();
    const answer = await get('/events/linzi', { ...fakeConsole(), closing: closing.signal });
    const reader = answer.body?.getReader();
    await reader?.read();
    closing.abort();
    expect((await reader?.read())?.done).toBe(true);
  });

  test('a fault inside is answered without its details', async () => {
    const port = fakeConsole();
    if (port.chat)
      port.chat.step = () => {
        throw new Error('disk full at /secret/path');
      };
    const answer = await post({ as: 'mayor', say: '你好' }, port);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
  });
});

describe('a send of unknown outcome', () => {
  const settle = (as: string, settled: [number, string][], headers: Record<string, string> = {}) =>
    createConsole(fakeConsole({ settled })).request('/uncertain/linzi/7', {
      method: 'POST',
      headers: { ...LOCAL, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ as }).toString(),
    });

  test('is settled by a form of the page', async () => {
    const settled: [number, string][] = [];
    expect(await (await get('/uncertain')).text()).toContain('action="/uncertain/linzi/7"');
    const answer = await settle('again', settled);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/uncertain']);
    await settle('sent', settled);
    expect(settled).toEqual([
      [7, 'again'],
      [7, 'sent'],
    ]);
  });

  test('is not settled by another word, another page or another host', async () => {
    const settled: [number, string][] = [];
    expect((await settle('burn', settled)).status).toBe(404);
    expect((await settle('sent', settled, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await settle('sent', settled, { host: 'bot.example' })).status).toBe(403);
    expect(settled).toEqual([]);
  });
});

describe('an account', () => {
  const act = (what: string, unbound: string[], headers: Record<string, string> = {}) =>
    createConsole(fakeConsole({ unbound })).request('/roster/linzi/mayor', {
      method: 'POST',
      headers: { ...LOCAL, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ act: what }).toString(),
    });

  test('gets a code that is shown once and kept nowhere', async () => {
    const answer = await act('code', []);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.text()).toContain('20260302');
  });

  test('is taken away from its person, by nobody on another page', async () => {
    const unbound: string[] = [];
    expect((await act('unbind', unbound, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await act('sell', unbound)).status).toBe(404);
    expect(unbound).toEqual([]);
    expect((await act('unbind', unbound)).status).toBe(303);
    expect(unbound).toEqual(['mayor']);
  });
});
