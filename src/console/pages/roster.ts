/** 通讯录: the roster in force: people by 职务, who oversees what, who stands in, who receives for a body. */
import { html } from 'hono/html';
import { CHANNEL_IDS, CHANNELS, type Person, type Roster } from '../../core/roster.ts';
import { BODIES, BODY_IDS } from '../../core/vocabulary.ts';
import { type Html, page } from '../layout.ts';
import { avatar, describe, duties, peopleGroups } from '../people.ts';
import type { ConsolePort, DistrictSummary, RecordsPort } from '../port.ts';

export function rosterPage(port: ConsolePort, records: RecordsPort, district: DistrictSummary): Html {
  const roster = records.roster(district.id);
  return page(
    { port, title: `${district.name}通讯录`, section: 'roster', district },
    html`<section class="sheet">
      <header class="sheet-head">
        <h1>${district.name}通讯录</h1>
        <p class="fine">共${roster.people.length}人。更换用命令：npm run roster -- import 文件 --district ${district.id}</p>
      </header>
      ${peopleGroups(roster).map(
        (group) => html`<h2>${group.title}</h2>
          <ul class="cards">${group.people.map((p) => personCard(p, roster, port, district))}</ul>`,
      )}
      <h2>机构收件人</h2>
      <dl class="facts">
        ${BODY_IDS.map((body) => {
          const names = roster.receiversOf(body).map((p) => p.name);
          return html`<dt>${BODIES[body]}</dt><dd>${names.join('、') || '未设'}</dd>`;
        })}
      </dl>
    </section>`,
  );
}

function personCard(person: Person, roster: Roster, port: ConsolePort, district: DistrictSummary): Html {
  const address = `/?${new URLSearchParams({ district: district.id, as: person.id })}`;
  return html`<li class="card">
    ${avatar(person)}
    <div>
      <b>${port.chat ? html`<a href="${address}" title="以${person.name}的身份对话">${person.name}</a>` : person.name}</b>
      <p>${describe(person)}</p>
      <p class="fine">${duties(person, roster)}</p>
      ${accountForm(person, roster, district)}
    </div>
  </li>`;
}

/** On which platforms the person can be reached, and how that is changed. */
function accountForm(person: Person, roster: Roster, district: DistrictSummary): Html {
  const channels = CHANNEL_IDS.filter((id) => Object.values(roster.file.channels?.[id] ?? {}).includes(person.id));
  const bound = channels.length > 0;
  return html`<form class="actions" method="post" action="/roster/${district.id}/${encodeURIComponent(person.id)}">
    <span class="fine">${bound ? `已绑定${channels.map((id) => CHANNELS[id]).join('、')}` : '未绑定账号'}</span>
    <button class="button" name="act" value="code">发绑定码</button>
    ${bound ? html`<button class="button" name="act" value="unbind">解除绑定</button>` : ''}
  </form>`;
}

/** The code, shown once. */
export function codePage(port: ConsolePort, district: DistrictSummary, person: Person, code: string): Html {
  return page(
    { port, title: '绑定码', section: 'roster', district },
    html`<section class="sheet narrow">
      <h1>${person.name}的绑定码</h1>
      <p class="code">${code}</p>
      <p>24小时内有效，只能使用一次。请告知本人，由其在办公平台的单聊中直接发给本助手。本页关闭后不再显示。</p>
      <p><a class="button" href="/roster/${district.id}">返回通讯录</a></p>
    </section>`,
  );
}
