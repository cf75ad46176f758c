/** The whole server, as a newcomer meets it: fresh data, first page, one click. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';

const data = mkdtempSync(join(tmpdir(), 'console-'));
let browser: Browser;
let page: Page;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  const environment = { PATH: process.env.PATH, PORT: '0', DATA_DIR: data };
  server = spawn(process.execPath, ['src/hosts/node.ts'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise((resolve, reject) => {
    server.stdout?.on('data', (chunk) => {
      const address = /http:\/\/\S+?(?=\/?\s)/.exec(String(chunk))?.[0];
      if (address) resolve(address);
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});

afterAll(async () => {
  await browser?.close();
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  rmSync(data, { recursive: true, force: true });
});

const badge = (label: string) => page.locator('.heard .badge', { hasText: label });

test('a leave filed by one click reaches the mayor, who decides it in the same page', async () => {
  await page.goto(`${url}/?district=laiwu`);
  await page.locator('.welcome [data-example]').first().click();
  await badge('已提交').waitFor();
  await page.locator('.person .count:visible').first().waitFor();
  await page.locator('#reach [data-go]').first().click();
  await page.locator('[data-press="同意"]').click();
  await badge('已登记').waitFor();
  await page.locator('.outcome', { hasText: '同意' }).waitFor();
});

test('a question in the group is answered there, with the words of the clause', async () => {
  await page.goto(`${url}/?${new URLSearchParams({ district: 'linzi', as: 'office-director', in: 'group:工作群' })}`);
  await page.locator('.welcome [data-example]', { hasText: '谁签发' }).click();
  await badge('答复').waitFor();
  await page.locator('.clauses summary').first().click();
  await page.locator('.clauses blockquote', { hasText: '签发' }).first().waitFor();
});

test('what was done stands in matters, register and audit', async () => {
  await page.goto(`${url}/matters/laiwu`);
  await page.locator('.rows a').first().click();
  await page.locator('.way li').first().waitFor();
  await page.goto(`${url}/register/laiwu`);
  expect(await page.locator('tbody tr').count()).toBe(1);
  await page.goto(`${url}/audit/laiwu`);
  await page.locator('.seal.good').waitFor();
});
