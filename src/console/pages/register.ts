/** 台账: the registers that a district office keeps, one table per subject. */
import { html } from 'hono/html';
import { ABOUTS, type About } from '../../core/vocabulary.ts';
import { type Html, page } from '../layout.ts';
import type { ConsolePort, DistrictSummary, RecordsPort } from '../port.ts';

/** `about` defaults to the district's first register; `undefined` where it has no such register. */
export function registerPage(
  port: ConsolePort,
  records: RecordsPort,
  district: DistrictSummary,
  about?: About,
): Html | undefined {
  const subjects = records.registers(district.id);
  const chosen = about ?? subjects[0];
  if (!chosen || !subjects.includes(chosen)) return undefined;
  const { columns, rows } = records.register(district.id, chosen);
  return page(
    { port, title: `${district.name}${ABOUTS[chosen]}台账`, section: 'register', district },
    html`<section class="sheet">
      <header class="sheet-head">
        <h1>${district.name}台账</h1>
        <nav class="chips" aria-label="台账类别">
          ${subjects.map(
            (id) =>
              html`<a href="/register/${district.id}?about=${id}" ${id === chosen ? html`aria-current="page"` : ''}>${ABOUTS[id]}</a>`,
          )}
        </nav>
      </header>
      ${rows.length === 0 ? html`<p class="empty">${ABOUTS[chosen]}台账暂无记录。</p>` : table(columns, rows, district)}
      <p class="fine">台账只写“请假/外出”，不列具体事由。</p>
    </section>`,
  );
}

function table(
  columns: readonly string[],
  rows: readonly { matter?: string; cells: readonly string[] }[],
  district: DistrictSummary,
): Html {
  return html`<div class="table-wrap" tabindex="0" role="region" aria-label="台账">
    <table>
      <thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            ${row.cells.map(
              (cell, i) =>
                html`<td data-label="${columns[i] ?? ''}">${i === 0 && row.matter ? html`<a href="/matters/${district.id}/${encodeURIComponent(row.matter)}">${cell}</a>` : cell}</td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
