/** 登录: the code from the chat is typed here. */
import { html } from 'hono/html';
import { type Html, page } from '../layout.ts';
import type { ConsolePort, DistrictSummary } from '../port.ts';

/** `name` of whoever is signed in already; `failed` after a code that was not taken. */
export function signInPage(
  port: ConsolePort,
  district: DistrictSummary,
  { name, failed = false }: { name?: string | undefined; failed?: boolean },
): Html {
  return page(
    { port, title: '登录', section: 'sign-in', district },
    html`<section class="sheet narrow">
      <h1>${district.name}控制台登录</h1>
      ${failed ? html`<p class="seal bad" role="alert">登录码有误、已使用或已过期，请重新索取。</p>` : ''}
      ${
        name === undefined
          ? html`<p>区政府办公室工作人员在办公平台对助手说“登录控制台”，把收到的登录码填在这里。</p>
              <form class="actions" method="post" action="/sign-in/${district.id}">
                <input name="code" aria-label="登录码" autocomplete="one-time-code" required maxlength="64" />
                <button class="primary">登录</button>
              </form>`
          : html`<p>已登录：${name}。</p>
              <form class="actions" method="post" action="/sign-out"><button class="button">退出登录</button></form>`
      }
    </section>`,
  );
}
