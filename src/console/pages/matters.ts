/** 事项: the list of a district's matters, and one matter with its way from step to step. */
import { html } from 'hono/html';
import type { Matter, MatterState, Step } from '../../core/matter.ts';
import type { Quote } from '../../core/message.ts';
import type { Roster } from '../../core/roster.ts';
import { ABOUTS, type About, BODIES } from '../../core/vocabulary.ts';
import { badge, type Html, page, timeTag } from '../layout.ts';
import type { ConsolePort, DistrictSummary, RecordsPort } from '../port.ts';
import { ASK_WORDS, MATTER_WORDS, STEP_WORDS, sayDate, sayDue, sayReference, sayTime } from '../words.ts';

interface Filter {
  about?: About | undefined;
  state?: MatterState | undefined;
}

export function mattersPage(port: ConsolePort, records: RecordsPort, district: DistrictSummary, filter: Filter): Html {
  const matters = records.matters(district.id, filter);
  const roster = records.roster(district.id);
  return page(
    { port, title: `${district.name}事项`, section: 'matters', district },
    html`<section class="sheet">
      <header class="sheet-head">
        <h1>${district.name}事项</h1>
        <form class="filters" method="get" aria-label="筛选">
          ${choice('about', '类别', ABOUTS, filter.about)}
          ${choice('state', '状态', Object.fromEntries(Object.entries(MATTER_WORDS).map(([id, w]) => [id, w.label])), filter.state)}
          <button class="primary" type="submit">筛选</button>
        </form>
      </header>
      ${
        matters.length === 0
          ? html`<p class="empty">暂无${filter.about || filter.state ? '符合条件的' : ''}事项。</p>`
          : html`<ul class="rows">${matters.map((m) => matterRow(m, roster, district, port.now()))}</ul>`
      }
      ${matters.length >= 200 ? html`<p class="fine">只列出最近200项。</p>` : ''}
    </section>`,
  );
}

function choice(
  name: string,
  label: string,
  words: Readonly<Record<string, string>>,
  chosen: string | undefined,
): Html {
  return html`<label
    >${label}
    <select name="${name}">
      <option value="">全部</option>
      ${Object.entries(words).map(([id, word]) => html`<option value="${id}" ${id === chosen ? 'selected' : ''}>${word}</option>`)}
    </select></label
  >`;
}

function matterRow(matter: Matter, roster: Roster, district: DistrictSummary, now: number): Html {
  return html`<li>
    <a href="/matters/${district.id}/${encodeURIComponent(matter.id)}">
      <span class="row-main"><b>${matter.title}</b><small>${roster.nameOf(matter.owner)} · ${ABOUTS[matter.about]}</small></span>
      ${timeTag(matter.openedAt, now)}
      ${badge(MATTER_WORDS[matter.state])}
    </a>
  </li>`;
}

type ShownStep = Step & { people: readonly string[] };

export function matterPage(
  port: ConsolePort,
  records: RecordsPort,
  district: DistrictSummary,
  { matter, steps }: { matter: Matter; steps: readonly ShownStep[] },
): Html {
  const roster = records.roster(district.id);
  const rules = port.rules(district.id);
  const now = port.now();
  return page(
    { port, title: matter.title, section: 'matters', district },
    html`<section class="sheet">
      <p class="back"><a href="/matters/${district.id}">← 全部事项</a></p>
      <header class="sheet-head">
        <h1>${matter.title} ${badge(MATTER_WORDS[matter.state])}</h1>
        <p>${matter.data.publicBody}</p>
      </header>
      <dl class="facts">
        <dt>编号</dt><dd>${matter.id}</dd>
        <dt>类别</dt><dd>${ABOUTS[matter.about]}</dd>
        <dt>事项人</dt><dd>${roster.nameOf(matter.owner)}</dd>
        ${matter.filedBy !== matter.owner ? html`<dt>代为提出</dt><dd>${roster.nameOf(matter.filedBy)}</dd>` : ''}
        <dt>提出时间</dt><dd>${sayTime(matter.openedAt, now)}</dd>
        ${matter.closedAt !== null ? html`<dt>结束时间</dt><dd>${sayTime(matter.closedAt, now)}</dd>` : ''}
        <dt>适用规则</dt><dd>《${district.title}》（${sayDate(matter.edition)}印发）</dd>
        ${matter.data.warnings.length ? html`<dt>提示</dt><dd>${matter.data.warnings.map((w) => html`<p>${w}</p>`)}</dd>` : ''}
      </dl>
      <p class="files">
        ${(matter.data.papers ?? []).map((paper, i) => html`<a href="/matters/${district.id}/${encodeURIComponent(matter.id)}/${i}.docx" download>${paper.name}</a> `)}
        <a href="/matters/${district.id}/${encodeURIComponent(matter.id)}/file.docx" download>归档材料（docx）</a>
      </p>
      <h2>办理过程</h2>
      ${steps.length === 0 ? html`<p class="empty">无需他人办理。</p>` : html`<ol class="way">${steps.map((s) => stepItem(s, roster, now))}</ol>`}
      ${
        matter.quotes.length
          ? html`<h2>依据</h2>
              <ul class="plain">
                ${byClause(matter.quotes).map(
                  (q) => html`<li>
                    <a href="/rules/${district.id}#c${q.ref}">${sayReference(district, rules, q.ref)}</a>
                    <blockquote>${q.texts.map((text) => html`<p>${text}</p>`)}</blockquote>
                  </li>`,
                )}
              </ul>`
          : ''
      }
    </section>`,
  );
}

/** The words of each clause together, in the order of their first mention. */
function byClause(quotes: readonly Quote[]): { ref: string; texts: string[] }[] {
  const refs = [...new Set(quotes.map((q) => q.ref))];
  return refs.map((ref) => ({ ref, texts: quotes.filter((q) => q.ref === ref).map((q) => q.text) }));
}

function stepItem(step: ShownStep, roster: Roster, now: number): Html {
  const names = step.people.map((id) => roster.nameOf(id)).join('、');
  const decider = step.decidedBy && roster.nameOf(step.decidedBy);
  return html`<li class="${STEP_WORDS[step.state].tone}">
    <div class="way-head">
      <b>${ASK_WORDS[step.ask]}</b> <span>${names}${step.body && `（代${BODIES[step.body]}）`}</span>
      ${badge(step.outcome ? { label: step.outcome, tone: STEP_WORDS[step.state].tone } : STEP_WORDS[step.state])}
    </div>
    <p class="fine">
      ${sayTime(step.openedAt, now)} 送达${step.principal && `，${roster.nameOf(step.principal)}外出，由其代行`}${step.due && `；时限${sayDue(step.due, now)}`}${step.decidedAt !== null && `；${sayTime(step.decidedAt, now)} ${decider ?? ''}办理`}
    </p>
    ${step.note && html`<p class="note">${step.note}</p>`}
  </li>`;
}
