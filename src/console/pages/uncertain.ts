/** 待核实: sends whose outcome nobody can know, or that were refused, for a person to settle. */
import { html } from 'hono/html';
import { CHANNELS } from '../../core/roster.ts';
import { badge, type Html, page, timeTag } from '../layout.ts';
import type { ConsolePort, GivenUpSend, RecordsPort } from '../port.ts';

const NAMES: Readonly<Record<string, string>> = CHANNELS;
const STATES = {
  uncertain: { label: '待核实', tone: 'warn' },
  failed: { label: '发送失败', tone: 'bad' },
} as const;

/** `only`: of this district and no other. */
export function uncertainPage(port: ConsolePort, records: RecordsPort, only?: string): Html {
  const sends = records.givenUp().filter((send) => only === undefined || send.district === only);
  return page(
    { port, title: '待核实', section: 'uncertain', district: undefined },
    html`<section class="sheet">
      <header class="sheet-head">
        <h1>待核实的发送</h1>
        <p>待核实的消息已交给办公平台，但是否送达无从得知；发送失败的被平台拒绝。它们都不计为已送达。请核实后逐件处理。</p>
      </header>
      ${sends.length === 0 ? html`<p class="empty">没有待核实的发送。</p>` : html`<ul class="rows">${sends.map((s) => sendRow(s, port, records))}</ul>`}
    </section>`,
  );
}

function sendRow(send: GivenUpSend, port: ConsolePort, records: RecordsPort): Html {
  const district = port.districts().find((d) => d.id === send.district)?.name ?? send.district;
  const to = send.to.startsWith('group:')
    ? send.to.slice('group:'.length)
    : records.roster(send.district).nameOf(send.to);
  return html`<li>
    <div class="row">
      <span class="row-main">
        <b>${district} · ${to}</b> ${badge(STATES[send.state])}
        <small>第${send.id}号 · ${NAMES[send.channel] ?? send.channel} · 已试${send.attempts}次${send.error && ` · ${send.error}`}</small>
      </span>
      ${timeTag(send.at, port.now())}
      ${send.matter && html`<a href="/matters/${send.district}/${encodeURIComponent(send.matter)}">查看事项</a>`}
      ${settleForm(send)}
    </div>
  </li>`;
}

/** What was refused surely didn't arrive. */
function settleForm(send: GivenUpSend): Html {
  return html`<form class="actions" method="post" action="/uncertain/${send.district}/${send.id}">
    ${send.state === 'uncertain' ? html`<button class="button" name="as" value="sent">已送达</button>` : ''}
    <button class="button" name="as" value="again">重新发送</button>
  </form>`;
}
