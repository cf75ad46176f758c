/** 通讯录: the roster in force: people by 职务, who oversees what, who stands in, who receives for a body. */
import { html } from 'hono/html';
import type { Person, Roster } from '../../core/roster.ts';
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
    </div>
  </li>`;
}
