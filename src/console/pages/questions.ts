/** 问题登记: questions without an answer and disputed answers, the raw material for better provisions and words. */
import { html } from 'hono/html';
import { sayDay } from '../../core/day.ts';
import { badge, type Html, page } from '../layout.ts';
import type { ConsolePort, DistrictSummary, RecordsPort, RegisteredQuestion } from '../port.ts';

const KINDS = {
  'not-found': { label: '规则未作规定', tone: 'info' },
  'not-understood': { label: '没有看懂', tone: 'warn' },
  disputed: { label: '对答复有异议', tone: 'bad' },
} as const;

export function questionsPage(
  port: ConsolePort,
  records: RecordsPort,
  district: DistrictSummary,
  handled: boolean,
): Html {
  const questions = records.questions(district.id, handled);
  const chip = (state: 'open' | 'handled', label: string): Html =>
    html`<a href="/questions/${district.id}?state=${state}" ${(state === 'handled') === handled ? html`aria-current="page"` : ''}>${label}</a>`;
  return page(
    { port, title: `${district.name}问题登记`, section: 'questions', district },
    html`<section class="sheet">
      <header class="sheet-head">
        <h1>${district.name}问题登记</h1>
        <p>没有条文可答、没有看懂和被提出异议的问题，同一问题只记一条，不记录提问人。</p>
        <nav class="chips" aria-label="处理情况">${chip('open', '待处理')}${chip('handled', '已处理')}</nav>
      </header>
      ${questions.length === 0 ? html`<p class="empty">${handled ? '没有已处理的问题。' : '没有待处理的问题。'}</p>` : table(questions, district)}
    </section>`,
  );
}

function table(questions: readonly RegisteredQuestion[], district: DistrictSummary): Html {
  return html`<div class="table-wrap" tabindex="0" role="region" aria-label="问题登记">
    <table>
      <thead>
        <tr><th scope="col">类别</th><th scope="col">问题</th><th scope="col">次数</th><th scope="col">最近提出</th><th scope="col">处理</th></tr>
      </thead>
      <tbody>${questions.map((question) => row(question, district))}</tbody>
    </table>
  </div>`;
}

function row({ id, outcome, text, times, day, handledOn }: RegisteredQuestion, district: DistrictSummary): Html {
  return html`<tr>
    <td data-label="类别">${badge(KINDS[outcome])}</td>
    <td data-label="问题">${text}</td>
    <td data-label="次数">${times}</td>
    <td data-label="最近提出"><time datetime="${day}">${sayDay(day)}</time></td>
    <td data-label="处理">
      ${handledOn ? html`<p class="fine">${sayDay(handledOn)}已处理</p>` : ''}
      <form method="post" action="/questions/${district.id}/${id}">
        <button class="button" name="as" value="${handledOn ? 'open' : 'handled'}">${handledOn ? '重新处理' : '标记已处理'}</button>
      </form>
    </td>
  </tr>`;
}
