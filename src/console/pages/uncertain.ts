/** 待核实: sends whose outcome nobody can know, for a person to look up on the platform. */
import { html } from 'hono/html';
import { type Html, page, timeTag } from '../layout.ts';
import type { ConsolePort, RecordsPort, UncertainSend } from '../port.ts';

const CHANNELS: Readonly<Record<string, string>> = {
  feishu: '飞书',
  dingtalk: '钉钉',
  wecom: '政务微信',
  console: '网页',
};

export function uncertainPage(port: ConsolePort, records: RecordsPort): Html {
  const sends = records.uncertain();
  return page(
    { port, title: '待核实', section: 'uncertain', district: undefined },
    html`<section class="sheet">
      <header class="sheet-head">
        <h1>待核实的发送</h1>
        <p>以下消息已交给办公平台，但是否送达无从得知，请在平台上核实。它们不计为已送达。</p>
      </header>
      ${sends.length === 0 ? html`<p class="empty">没有待核实的发送。</p>` : html`<ul class="rows">${sends.map((s) => sendRow(s, port, records))}</ul>`}
    </section>`,
  );
}

function sendRow(send: UncertainSend, port: ConsolePort, records: RecordsPort): Html {
  const district = port.districts().find((d) => d.id === send.district)?.name ?? send.district;
  const to = send.to.startsWith('group:')
    ? send.to.slice('group:'.length)
    : records.roster(send.district).nameOf(send.to);
  return html`<li>
    <div class="row">
      <span class="row-main">
        <b>${district} · ${to}</b>
        <small>${CHANNELS[send.channel] ?? send.channel} · 已试${send.attempts}次${send.error && ` · ${send.error}`}</small>
      </span>
      ${timeTag(send.at, port.now())}
      ${send.matter && html`<a href="/matters/${send.district}/${encodeURIComponent(send.matter)}">查看事项</a>`}
    </div>
  </li>`;
}
