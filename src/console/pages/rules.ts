/** 规则: the official text article by article with what the bot reads out of it, and the list of districts. */
import { html } from 'hono/html';
import { articleOf, parseRef } from '../../rules/clause.ts';
import type { Clauses } from '../../rules/clauses.ts';
import { chineseNumber } from '../../rules/text/numerals.ts';
import type { Article, Paragraph } from '../../rules/text/official.ts';
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

function articleCard(
  { article, paragraphs }: Article,
  clauses: Clauses,
  provisions: readonly Provision[],
  shown: boolean,
): Html {
  const name = `第${chineseNumber(article)}条`;
  return html`<article class="clause" id="c${article}" ${shown ? '' : 'hidden'}>
    <h3><a href="#c${article}">${name}</a></h3>
    ${paragraphs.map((paragraph, i) => {
      const ref = `${article}.${i + 1}`;
      const read = provisions.filter((p) => paragraphOf(p) === ref);
      return html`<div class="paragraph" id="c${ref}">
          <p>${paragraph.text}</p>
          ${paragraph.items.length > 0 && itemList(paragraph, ref)}
        </div>
        <div class="read">${read.length > 0 && html`<ul>${read.map((p) => provisionItem(p, ref, clauses))}</ul>`}</div>`;
    })}
  </article>`;
}

const itemList = ({ items }: Paragraph, ref: string): Html => html`<ol class="items">
  ${items.map((i) => html`<li id="c${ref}(${i.item})"><span>（${chineseNumber(i.item)}）</span>${i.text}</li>`)}
</ol>`;

/** The paragraph in which a provision's key words stand; the first one where it names the whole article. */
function paragraphOf({ clauses: [first = ''] }: Provision): string {
  const { article = 0, paragraph = 1 } = parseRef(first) ?? {};
  return `${article}.${paragraph}`;
}

/** What is read out of a paragraph; the clauses that it rests on besides are named. */
function provisionItem(p: Provision, ref: string, clauses: Clauses): Html {
  const others = p.clauses.filter((c) => c !== ref && c !== ref.replace(/\..*/, ''));
  return html`<li>
    <p><span class="badge info">${FAMILY_WORDS[p.family]}</span> ${p.says}</p>
    ${p.leftOut && html`<p class="fine">由人判断：${p.leftOut}</p>`}
    ${
      others.length > 0 &&
      html`<p class="fine">见${others.map((c, i) => html`${i > 0 && '、'}<a href="#c${c}">${clauses.say(c)}</a>`)}</p>`
    }
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
