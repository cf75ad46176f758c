import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ConsolePort } from '../../src/console/port.ts';
import { openBrowser, serveConsole } from '../support/browser.ts';
import { fakeConsole } from '../support/fake-console.ts';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let port: ConsolePort;
let server: { url: string; close: () => Promise<void> };
/** Whatever the browser complained about; a page that breaks its own content policy shows up here. */
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  port = fakeConsole();
  server = await serveConsole(port);
  await open({ width: 1280, height: 800 });
});
afterEach(async () => {
  await context.close();
  await server.close();
  expect(complaints).toEqual([]);
});

async function open(viewport: { width: number; height: number }): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(server.url);
}

const said = (words: string) => page.locator('.said', { hasText: words });
const person = (id: string) => page.locator(`.person[data-person="${id}"]`);
const status = (label: string) => page.locator('.heard .badge', { hasText: label });

async function say(words: string): Promise<void> {
  await page.fill('#say', words);
  await page.press('#say', 'Enter');
}

test('a newcomer clicks an example, and the others hear of it at once', async () => {
  await page.locator('.welcome [data-example]').first().click();
  await status('已提交').waitFor();
  await said('赴南京').waitFor();
  expect(await page.locator('.welcome').count()).toBe(0);
  await person('mayor').locator('.count:visible').waitFor();
  expect(await person('mayor').textContent()).toContain('待审批');
  expect(await page.title()).toContain('（2）');
  await page.locator('#reach [data-go="mayor"]').click();
  await status('待审批').waitFor();
  expect(await page.locator('#identity').textContent()).toContain('乙二');
  await page.waitForURL(/as=mayor/);
  await page.goBack();
  await status('已提交').waitFor();
});

test('what happens elsewhere arrives live', async () => {
  await page.locator('.chat[data-live]').waitFor();
  await port.chat?.step('linzi', { as: 'head-sl', say: '我3月10日赴南京' });
  await person('mayor').locator('.count:visible').waitFor();
  await person('head-sl').locator('.badge', { hasText: '已提交' }).waitFor();
});

test('不同意 asks for an opinion first; the decided message keeps no buttons', async () => {
  await say('我3月10日赴南京');
  await page.locator('#reach [data-go="mayor"]').click();
  await page.locator('[data-press="不同意"]').click();
  await page.locator('.note-form textarea').fill('当天有会');
  await page.locator('.note-form button.primary').click();
  await status('已登记').waitFor();
  expect(await page.locator('[data-press]').count()).toBe(0);
  await page.locator('.outcome', { hasText: '您已不同意' }).waitFor();
  await person('head-cz').click();
  await page.locator('.heard', { hasText: '当天有会' }).waitFor();
});

test('同意 needs no comment', async () => {
  await say('我3月10日赴南京');
  await person('mayor').click();
  await page.locator('[data-press="同意"]').click();
  await page.locator('.outcome', { hasText: '您已同意' }).waitFor();
});

test('clauses are folded over their words and stay open when something arrives', async () => {
  await say('常务会的纪要谁签发？');
  const fold = page.locator('.clauses details');
  await fold.locator('summary', { hasText: '《临淄区人民政府工作规则》第三条' }).click();
  await fold.locator('blockquote', { hasText: '报区长签发' }).waitFor();
  await port.chat?.step('linzi', { as: 'head-cz', say: '我要请假' });
  await status('待补充').waitFor();
  expect(await page.locator('.missing').textContent()).toMatch(/起止日期[\s\S]*事由/);
  expect(await fold.first().getAttribute('open')).not.toBeNull();
});

test('a file is sent by its name', async () => {
  await page.locator('[data-attach="open"]').click();
  await page.locator('#attach-name').fill('会议通知.pdf');
  await page.locator('.send').click();
  await said('会议通知.pdf').waitFor();
  await person('mayor').click();
  await page.locator('.files', { hasText: '会议通知.pdf' }).waitFor();
});

test('a group sees question and answer; private chats do not', async () => {
  await page.locator('.tab', { hasText: '工作群' }).click();
  await page.waitForURL(/in=group/);
  await say('常务会的纪要谁签发？');
  await status('答复').waitFor();
  await person('dep').click();
  await page.locator('.welcome', { hasText: '丁四' }).waitFor();
  await port.chat?.step('linzi', { as: 'clerk', say: '常务会的纪要谁签发？', in: 'group:工作群' });
  await page.locator('.tab .count', { hasText: '1' }).waitFor();
  await page.locator('.tab', { hasText: '工作群' }).click();
  await said('己六').waitFor();
});

test('words from people are shown as words', async () => {
  await say('<img src=x onerror=alert(1)>');
  await status('没看懂').waitFor();
  expect(await page.locator('.thread img').count()).toBe(0);
  await said('<img src=x').waitFor();
});

test('a refused request is said, and what was typed stays', async () => {
  await page.evaluate(() => {
    const find = (globalThis as { document?: { querySelector(s: string): { maxLength: number } | null } }).document;
    const field = find?.querySelector('#say');
    if (field) field.maxLength = 10_000;
  });
  await say('长'.repeat(6000));
  await page.locator('#toast', { hasText: '5000' }).waitFor();
  expect((await page.inputValue('#say')).length).toBe(6000);
  complaints = complaints.filter((line) => !line.includes('400'));
});

test('on a phone the people are a drawer, and nothing is wider than the screen', async () => {
  await open({ width: 375, height: 720 });
  expect(await person('mayor').isVisible()).toBe(false);
  await page.locator('[data-drawer="open"]').click();
  await person('mayor').click();
  await page.locator('#identity', { hasText: '乙二' }).waitFor();
  await person('mayor').waitFor({ state: 'hidden' });
  for (const path of [
    '/',
    '/rules/linzi',
    '/matters/linzi',
    '/matters/linzi/leave-1',
    '/register/linzi',
    '/roster/linzi',
    '/audit/linzi',
    '/questions/linzi',
    '/uncertain',
  ]) {
    await page.goto(server.url + path);
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(375);
  }
});

test('the office marks a question as dealt with', async () => {
  await page.goto(`${server.url}/questions/linzi`);
  const asked = page.locator('tr', { hasText: '附体检表' });
  await asked.locator('button', { hasText: '标记已处理' }).click();
  await page.waitForURL(/questions\/linzi$/);
  expect(await asked.count()).toBe(0);
  await page.locator('a', { hasText: '已处理' }).click();
  await asked.locator('button', { hasText: '重新处理' }).waitFor();
});

test('the keyboard alone is enough', async () => {
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.locator('#find-person').fill('丁四');
  expect(await page.locator('.person:visible').count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#identity', { hasText: '丁四' }).waitFor();
});

test('the rules are found while one types', async () => {
  await page.goto(`${server.url}/rules/linzi`);
  await page.fill('#find-rule', '签发');
  expect(await page.locator('article.clause:visible').count()).toBe(1);
  expect(await page.locator('#found').textContent()).toBe('找到1条');
  await page.goto(`${server.url}/rules/linzi#c2.2`);
  expect(await page.locator('.paragraph:target').textContent()).toContain('应提前3天');
});
