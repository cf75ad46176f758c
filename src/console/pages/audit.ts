/** 审计: what was done by whom, each row's hash covering the one before. */
import { html } from 'hono/html';
import { type Html, page, timeTag } from '../layout.ts';
import type { AuditView, ConsolePort, DistrictSummary, RecordsPort } from '../port.ts';

export function auditPage(port: ConsolePort, records: RecordsPort, district: DistrictSummary, number: number): Html {
  const view = records.audit(district.id, number);
  const roster = records.roster(district.id);
  return page(
    { port, title: `${district.name}审计`, section: 'audit', district },
    html`<section class="sheet">
      <header class="sheet-head">
        <h1>${district.name}审计记录</h1>
        ${
          view.broken === null
            ? html`<p class="seal good">本页记录首尾相连，未见改动。</p>`
            : html`<p class="seal bad" role="alert">第${view.broken}号记录与前一条不相连，记录可能被改动。</p>`
        }
      </header>
      ${view.rows.length === 0 ? html`<p class="empty">暂无记录。</p>` : rows(view, (id) => roster.nameOf(id), district, port.now())}
      ${pager(view.pages, number, district)}
    </section>`,
  );
}

function rows(view: AuditView, nameOf: (id: string) => string, district: DistrictSummary, now: number): Html {
  return html`<div class="table-wrap" tabindex="0" role="region" aria-label="审计记录">
    <table class="audit">
      <thead>
        <tr><th scope="col">序号</th><th scope="col">时间</th><th scope="col">人员</th><th scope="col">动作</th><th scope="col">事项</th><th scope="col">内容</th><th scope="col">校验值</th></tr>
      </thead>
      <tbody>
        ${view.rows.map(
          (row) => html`<tr>
            <td data-label="序号">${row.seq}</td>
            <td data-label="时间">${timeTag(row.at, now)}</td>
            <td data-label="人员">${ACTORS[row.actor] ?? nameOf(row.actor)}</td>
            <td data-label="动作">${row.action}</td>
            <td data-label="事项">${row.subject && html`<a href="/matters/${district.id}/${encodeURIComponent(row.subject)}">${row.subject}</a>`}</td>
            <td data-label="内容">${detail(row.detail, nameOf)}</td>
            <td data-label="校验值"><code title="${row.hash}">${row.hash.slice(0, 12)}</code></td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Actors that are no persons. */
const ACTORS: Readonly<Record<string, string>> = { bot: '系统', console: '控制台' };

/** Facts of a row whose names the bot writes; others are shown under their own. */
const FACTS: Readonly<Record<string, string>> = {
  message: '消息编号',
  step: '步骤',
  edition: '规则版本',
  owner: '事项人',
  person: '人员',
  change: '变动',
  first: '首日',
  last: '末日',
  absence: '外出登记',
  send: '发件编号',
};
const PEOPLE = ['owner', 'person'];

function detail(facts: Readonly<Record<string, unknown>>, nameOf: (id: string) => string): Html {
  const say = (name: string, value: unknown): string => {
    if (typeof value !== 'string') return JSON.stringify(value);
    return PEOPLE.includes(name) ? nameOf(value) : value;
  };
  return html`<dl class="detail">
    ${Object.entries(facts).map(
      ([name, value]) => html`<div><dt>${FACTS[name] ?? name}</dt><dd>${say(name, value)}</dd></div>`,
    )}
  </dl>`;
}

function pager(pages: number, number: number, district: DistrictSummary): Html | undefined {
  if (pages <= 1) return undefined;
  const link = (to: number, label: string): Html =>
    html`<a class="button" href="/audit/${district.id}?page=${to}">${label}</a>`;
  return html`<nav class="pager" aria-label="翻页">
    ${number > 1 ? link(number - 1, '上一页') : ''}<span>第${number}页，共${pages}页</span>${number < pages ? link(number + 1, '下一页') : ''}
  </nav>`;
}
