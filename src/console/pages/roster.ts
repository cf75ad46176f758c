/** 通讯录: the roster in force: people by 职务, who oversees what, who stands in, who receives for a body. */
import { html } from 'hono/html';
import type { Person, Roster } from '../../core/roster.ts';
import { BODIES, BODY_IDS, POSITION_IDS, POSITIONS } from '../../core/vocabulary.ts';
import { type Html, page } from '../layout.ts';
import type { ConsolePort, DistrictSummary, RecordsPort } from '../port.ts';
import { avatar } from './chat.ts';

export function rosterPage(port: ConsolePort, records: RecordsPort, district: DistrictSummary): Html {
  const roster = records.roster(district.id);
  const groups = POSITION_IDS.map((position) => ({ position, people: roster.at(position) })).filter(
    (g) => g.people.length,
  );
  return page(
    { port, title: `${district.name}通讯录`, section: 'roster', district },
    html`<section class="sheet">
      <header class="sheet-head">
        <h1>${district.name}通讯录</h1>
        <p class="fine">共${roster.people.length}人。更换用命令：npm run roster -- import 文件 --district ${district.id}</p>
      </header>
      ${groups.map(
        (g) => html`<h2>${POSITIONS[g.position]}</h2>
          <ul class="cards people-cards">${g.people.map((p) => personCard(p, roster, port, district))}</ul>`,
      )}
      <h2>机构收件人</h2>
      <dl class="facts">
        ${BODY_IDS.map(
          (body) =>
            html`<dt>${BODIES[body]}</dt><dd>${
              roster
                .receiversOf(body)
                .map((p) => p.name)
                .join('、') || '未设'
            }</dd>`,
        )}
      </dl>
    </section>`,
  );
}

function personCard(person: Person, roster: Roster, port: ConsolePort, district: DistrictSummary): Html {
  const lines = [
    person.oversees?.length ? `分管：${person.oversees.join('、')}` : '',
    person.standIn ? `补位：${roster.nameOf(person.standIn)}` : '',
  ].filter(Boolean);
  return html`<li class="card">
    ${avatar(person)}
    <div>
      <b>${person.name}</b> <small>${person.unit}</small>
      ${lines.map((line) => html`<p class="fine">${line}</p>`)}
      ${port.chat ? html`<a href="/?${new URLSearchParams({ district: district.id, as: person.id })}" aria-label="以${person.name}的身份对话">对话</a>` : ''}
    </div>
  </li>`;
}
