/** 规则: the official text article by article with what the bot reads out of it, and the list of districts. */
import { html } from 'hono/html';
import { articleOf } from '../../rules/clause.ts';
import type { Clauses } from '../../rules/clauses.ts';
import { chineseNumber } from '../../rules/text/numerals.ts';
import type { Article } from '../../rules/text/official.ts';
import { type Html, page, sectionPath } from '../layout.ts';
import type { ConsolePort, DistrictSummary, RulesView } from '../port.ts';
import { FAMILY_WORDS, sayDate } from '../words.ts';

type Provision = RulesView['provisions'][number];

export function rulesPage(port: ConsolePort, district: DistrictSummary, query: string): Html {
  const { clauses, provisions } = port.rules(district.id);
  const { articles } = clauses.text;
  const wanted = query.trim();
  const fits = (a: Article): boolean => !wanted || textOf(a, provisions).includes(wanted);
  const shown = articles.filter(fits);
  const chapters = [...new Set(articles.map((a) => a.chapter))];
  return page(
    { port, title: `${district.name}规则`, section: 'rules', district, script: 'rules.js' },
    html`<div class="rules">
      <aside class="toc" aria-label="目录">
        <h2>目录</h2>
        <ol>${chapters.map((name, i) => html`<li><a href="#chapter-${i}">${name || '正文'}</a></li>`)}</ol>
      </aside>
      <div class="rules-main">
        <header class="sheet-head">
          <h1>${district.title}</h1>
          <p class="fine">${editionOf(district)} · 共${articles.length}条 · 已读出规定${provisions.length}项</p>
          <form class="find" role="search" method="get">
            <input type="search" name="q" id="find-rule" value="${wanted}" placeholder="查找条文，例如：请假、签发、会签" aria-label="查找条文" autocomplete="off" />
            <button class="primary" type="submit">查找</button>
            <output id="found" aria-live="polite">${wanted ? `找到${shown.length}条` : ''}</output>
          </form>
        </header>
        ${shown.length === 0 ? html`<p class="empty">没有含“${wanted}”的条文。</p>` : ''}
        ${chapters.map(
          (
            name,
            i,
          ) => html`<section class="chapter" id="chapter-${i}" ${shown.some((a) => a.chapter === name) ? '' : 'hidden'}>
            ${name && html`<h2>${name}</h2>`}
            ${articles.filter((a) => a.chapter === name).map((a) => articleCard(a, clauses, provisions, fits(a)))}
          </section>`,
        )}
      </div>
    </div>`,
  );
}

/** 2026年2月24日印发，2026年3月26日起施行 */
function editionOf({ issued, inForceFrom }: DistrictSummary): string {
  const later = inForceFrom && inForceFrom !== issued ? `，${sayDate(inForceFrom)}起施行` : '';
  return `${sayDate(issued)}印发${later}`;
}

const textOf = (article: Article, provisions: readonly Provision[]): string =>
  [
    `第${chineseNumber(article.article)}条`,
    ...article.paragraphs.flatMap((p) => [p.text, ...p.items.map((i) => i.text)]),
    ...readFrom(article, provisions).map((p) => p.says),
  ].join('\n');

/** Provisions whose key words stand in the article. */
const readFrom = (article: Article, provisions: readonly Provision[]): Provision[] =>
  provisions.filter((p) => p.clauses[0] !== undefined && articleOf(p.clauses[0]) === article.article);

function articleCard(article: Article, clauses: Clauses, provisions: readonly Provision[], shown: boolean): Html {
  const read = readFrom(article, provisions);
  return html`<article class="clause" id="c${article.article}" ${shown ? '' : 'hidden'}>
    <div class="words">
      <h3><a href="#c${article.article}">第${chineseNumber(article.article)}条</a></h3>
      ${article.paragraphs.map(
        (p, i) => html`<div class="paragraph" id="c${article.article}.${i + 1}">
          <p>${p.text}</p>
          ${
            p.items.length
              ? html`<ol class="items">${p.items.map((item) => html`<li id="c${article.article}.${i + 1}(${item.item})"><span>（${chineseNumber(item.item)}）</span>${item.text}</li>`)}</ol>`
              : ''
          }
        </div>`,
      )}
    </div>
    ${read.length ? html`<ul class="read" aria-label="读出的规定">${read.map((p) => provisionItem(p, clauses))}</ul>` : ''}
  </article>`;
}

function provisionItem(p: Provision, clauses: Clauses): Html {
  return html`<li>
    <div><span class="badge info">${FAMILY_WORDS[p.family]}</span></div>
    <p>${p.says}</p>
    ${p.leftOut && html`<p class="fine">由人判断：${p.leftOut}</p>`}
    <p class="fine">${p.clauses.map((ref, i) => html`${i ? '、' : ''}<a href="#c${ref}">${clauses.say(ref)}</a>`)}</p>
  </li>`;
}

/** The home page where there is no chat. */
export function overviewPage(port: ConsolePort): Html {
  return page(
    { port, title: '首页', section: 'rules', district: undefined },
    html`<section class="sheet">
      <h1>区政府工作规则助手</h1>
      <p>各区人民政府工作规则全文，以及助手从条文中读出的规定。</p>
      <ul class="cards">
        ${port
          .districts()
          .map(
            (d) =>
              html`<li><a href="${sectionPath('rules', d.id)}"><b>${d.name}</b><span>《${d.title}》</span><small>${editionOf(d)}</small></a></li>`,
          )}
      </ul>
      ${port.chat ? '' : html`<p class="fine">网页对话未开启：已接入办公平台，请在飞书、钉钉或政务微信中使用。</p>`}
    </section>`,
  );
}
