/** The frame of every page: head, top bar with districts and sections, main part. */
import { html } from 'hono/html';
import { type Instant, isoBeijing } from '../core/day.ts';
import type { ConsolePort, DistrictSummary } from './port.ts';
import { sayDate, sayTime, type Tone } from './words.ts';

export type Html = ReturnType<typeof html>;

export type Section =
  | 'chat'
  | 'rules'
  | 'matters'
  | 'register'
  | 'roster'
  | 'audit'
  | 'questions'
  | 'uncertain'
  | 'sign-in';

const SECTIONS: readonly { id: Section; label: string; needs?: 'chat' | 'records' | 'signIn' }[] = [
  { id: 'chat', label: '对话', needs: 'chat' },
  { id: 'rules', label: '规则' },
  { id: 'matters', label: '事项', needs: 'records' },
  { id: 'register', label: '台账', needs: 'records' },
  { id: 'roster', label: '通讯录', needs: 'records' },
  { id: 'audit', label: '审计', needs: 'records' },
  { id: 'questions', label: '问题', needs: 'records' },
  { id: 'uncertain', label: '待核实', needs: 'records' },
  { id: 'sign-in', label: '登录', needs: 'signIn' },
];

/** Where a section of a district is. */
export function sectionPath(section: Section, district: string): string {
  if (section === 'chat') return `/?district=${encodeURIComponent(district)}`;
  return section === 'uncertain' ? '/uncertain' : `/${section}/${encodeURIComponent(district)}`;
}

/** Style sheets in the order in which they build on each other. */
const SHEETS = {
  chat: ['base', 'frame', 'people', 'bubbles', 'compose', 'chat'],
  pages: ['base', 'frame', 'pages', 'tables', 'rules'],
};

interface Frame {
  port: ConsolePort;
  title: string;
  section: Section;
  district: DistrictSummary | undefined;
  /** Client script of this page, a name under /assets. */
  script?: string;
  /** Fills the window without scrolling the page (the chat). */
  full?: boolean;
}

export function page(frame: Frame, body: unknown): Html {
  const { port, title, section, district } = frame;
  const home = district ?? port.districts()[0];
  return html`<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · 区政府工作规则助手</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    ${SHEETS[frame.full ? 'chat' : 'pages'].map((name) => html`<link rel="stylesheet" href="/assets/${name}.css" />`)}
    ${frame.script && html`<script type="module" src="/assets/${frame.script}"></script>`}
  </head>
  <body class="${frame.full ? 'full' : ''}">
    <a class="skip" href="#main">跳到正文</a>
    <header class="top">
      <a class="brand" href="/" aria-label="区政府工作规则助手，首页">${emblem}<span>区政府工作规则助手</span></a>
      ${districtMenu(port, section, home)}
      <nav class="sections" aria-label="栏目">
        ${SECTIONS.filter((s) => !s.needs || port[s.needs]).map(
          (s) =>
            home && html`<a href="${sectionPath(s.id, home.id)}" ${s.id === section ? current : ''}>${s.label}</a>`,
        )}
      </nav>
    </header>
    <main id="main" tabindex="-1">${body}</main>
  </body>
</html>`;
}

const current = html`aria-current="page"`;

/** A clause sign in a rounded square. */
const emblem = html`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
  <rect width="32" height="32" rx="8" class="emblem-ground" />
  <path d="M9 9.5h14M9 16h14M9 22.5h8" class="emblem-lines" />
  <circle cx="22" cy="22.5" r="2.2" class="emblem-dot" />
</svg>`;

/** Districts to switch between, keeping the section. */
function districtMenu(port: ConsolePort, section: Section, home: DistrictSummary | undefined): Html {
  if (!home || section === 'uncertain') return html`<span class="grow"></span>`;
  return html`<details class="menu">
    <summary aria-label="切换区，当前为${home.name}">${home.name}</summary>
    <ul>
      ${port.districts().map(
        (d) => html`<li>
          <a href="${sectionPath(section, d.id)}" ${d.id === home.id ? current : ''}
            ><b>${d.name}</b><small>${sayDate(d.issued)}印发</small></a
          >
        </li>`,
      )}
    </ul>
  </details>`;
}

export function badge(words: { label: string; tone: Tone }): Html {
  return html`<span class="badge ${words.tone}">${words.label}</span>`;
}

/** An instant as people read it and as machines do. */
export function timeTag(at: Instant, now: Instant): Html {
  return html`<time datetime="${isoBeijing(at)}">${sayTime(at, now)}</time>`;
}

/** A page that says why there is nothing to show. */
export function plainPage(port: ConsolePort, title: string, words: string): Html {
  return page(
    { port, title, section: 'rules', district: undefined },
    html`<section class="sheet narrow">
      <h1>${title}</h1>
      <p>${words}</p>
      <p><a class="button" href="/">返回首页</a></p>
    </section>`,
  );
}
