/** One message in the chat: what was said, or what the bot told, with its clauses, due day and buttons. */
import { html } from 'hono/html';
import { parseInstant } from '../core/day.ts';
import type { Delivery, Quote } from '../core/message.ts';
import { ABOUTS, BODIES, MISSING } from '../core/vocabulary.ts';
import { badge, type Html, timeTag } from './layout.ts';
import type { ChatEntry, DistrictSummary, HeardEntry, RulesView, SaidEntry } from './port.ts';
import { NOTE_PROMPTS, STATUS_WORDS, sayDue, sayReference } from './words.ts';

/** What the bubbles of one thread have in common. */
export interface Scene {
  district: DistrictSummary;
  rules: RulesView;
  /** Rules of a district that a comparison quotes. */
  otherRules(district: string): { district: DistrictSummary; rules: RulesView } | undefined;
  nameOf(person: string): string;
  now: number;
  /** Whose thread it is. */
  person: string;
}

/** `key` stays the same as long as the entry looks the same, so that the client replaces only what changed. */
export function entryItem(entry: ChatEntry, index: number, scene: Scene): Html {
  return 'said' in entry ? saidItem(entry, index, scene) : heardItem(entry, index, scene);
}

function saidItem({ said }: SaidEntry, index: number, scene: Scene): Html {
  const own = said.by === scene.person;
  return html`<li class="${own ? 'said own' : 'said'}" data-key="${index}">
    <div class="meta">${own ? '' : html`<b>${scene.nameOf(said.by)}</b>`} ${timeTag(said.at, scene.now)}</div>
    <div class="bubble">
      ${said.file && html`<p class="file"><span aria-hidden="true">📎</span> <span>${said.file}</span></p>`}
      ${said.text && html`<p>${said.text}</p>`}
      ${said.press && html`<p class="pressed">${said.press}${said.note && `：${said.note}`}</p>`}
    </div>
  </li>`;
}

function heardItem(entry: HeardEntry, index: number, scene: Scene): Html {
  const { heard, id, outcome } = entry;
  return html`<li class="heard ${STATUS_WORDS[heard.status].tone}" data-key="${index}:${outcome ?? ''}" data-delivery="${id}">
    <article class="bubble" aria-label="${STATUS_WORDS[heard.status].label}">
      <div class="meta">
        ${badge(STATUS_WORDS[heard.status])}
        <span>${ABOUTS[heard.about]}${heard.for && ` · 由您代${BODIES[heard.for]}接收`}</span>
        ${timeOf(heard, scene)}
      </div>
      <div class="text">${paragraphs(heard.text)}</div>
      ${missingList(heard)} ${heard.due && html`<p class="due">办理时限：${sayDue(heard.due, scene.now)}</p>`}
      ${attachmentList(heard)} ${clauseList(heard, scene)} ${buttonRow(entry)}
    </article>
  </li>`;
}

function timeOf(heard: Delivery, scene: Scene): Html | string {
  const at = parseInstant(heard.at);
  return at === null ? heard.at : timeTag(at, scene.now);
}

const paragraphs = (text: string): Html[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);

function missingList({ missing }: Delivery): Html | undefined {
  if (!missing?.length) return undefined;
  return html`<div class="missing"><span>还需补充</span><ul>${missing.map((code) => html`<li>${MISSING[code]}</li>`)}</ul></div>`;
}

function attachmentList({ attachments }: Delivery): Html | undefined {
  if (!attachments?.length) return undefined;
  return html`<ul class="files" aria-label="附件">
    ${attachments.map((a) => html`<li class="file"><span aria-hidden="true">📄</span> <span>${a.name}</span></li>`)}
  </ul>`;
}

/** References that the reply rests on, each folded over its words; quotes beyond those stand below as 相近条文. */
function clauseList({ clauses, quotes }: Delivery, scene: Scene): Html | undefined {
  const own = quotes.filter((q) => !q.district || q.district === scene.district.id);
  const cited: Quote[] = clauses.map((ref) => ({
    ref,
    text: own.find((q) => q.ref === ref)?.text ?? scene.rules.clauses.resolve(ref) ?? '',
  }));
  const others = quotes.filter((q) => !own.includes(q) || !clauses.includes(q.ref));
  if (cited.length + others.length === 0) return undefined;
  return html`<div class="clauses">
    ${cited.map((q) => clauseFold(q, scene, '依据'))} ${others.map((q) => clauseFold(q, scene, q.district ? '对照' : '相近条文'))}
  </div>`;
}

function clauseFold(quote: Quote, scene: Scene, kind: string): Html {
  const source = (quote.district && scene.otherRules(quote.district)) || scene;
  return html`<details>
    <summary><span class="kind">${kind}</span> ${sayReference(source.district, source.rules, quote.ref)}</summary>
    <blockquote>${paragraphs(quote.text)}</blockquote>
    <a href="/rules/${source.district.id}#c${quote.ref}">在全文中查看</a>
  </details>`;
}

function buttonRow({ heard, id, outcome }: HeardEntry): Html | undefined {
  if (outcome) return html`<p class="outcome">✓ ${outcome}</p>`;
  if (heard.buttons.length === 0) return undefined;
  return html`<div class="actions" role="group" aria-label="处理">
    ${heard.buttons.map(
      (label, i) =>
        html`<button type="button" class="${i === 0 ? 'primary' : ''}" data-press="${label}" data-delivery="${id}"
          data-prompt="${promptFor(heard, label)}">${label}</button>`,
    )}
  </div>`;
}

/** 请假 asks for a reason on an invitation to a meeting; the other two for an opinion. */
const promptFor = (heard: Delivery, label: string): string =>
  heard.status === 'to-attend' || label !== '请假' ? (NOTE_PROMPTS[label] ?? '') : '';

/** One line for the list of people: `待审批 · 韩少华3月10日至…` */
export function preview(delivery: Delivery): { status: Html; text: string } {
  return { status: badge(STATUS_WORDS[delivery.status]), text: delivery.text.replace(/\s+/g, ' ').slice(0, 60) };
}
