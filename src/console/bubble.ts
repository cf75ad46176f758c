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
      ${said.file && html`<p class="file">${paper}<span>${said.file}</span></p>`}
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
      <div class="text">${paragraphs(ownWords(heard))}</div>
      ${missingList(heard)} ${dueLine(heard, scene)}
      ${attachmentList(heard)} ${clauseList(heard, scene)} ${buttonRow(entry)}
    </article>
  </li>`;
}

function timeOf(heard: Delivery, scene: Scene): Html | string {
  const at = parseInstant(heard.at);
  return at === null ? heard.at : timeTag(at, scene.now);
}

/** A line that cites a clause before its words: `依据：《…》第四十三条第二款`. */
const CITATION = /^[^。；]*《[^》]+》第[^。；]+$/;

/** The text without the lines that only cite and quote: those are folded below it. */
export function ownWords({ text, quotes }: Delivery): string {
  return quotes.reduce((rest, quote) => {
    const words = `：“${quote.text}”`;
    const end = rest.indexOf(words);
    const start = rest.lastIndexOf('\n', end);
    if (end < 0 || start < 0 || !CITATION.test(rest.slice(start + 1, end))) return rest;
    return rest.slice(0, start) + rest.slice(end + words.length);
  }, text);
}

/** The due day, unless the text says it. */
function dueLine({ due, text }: Delivery, { now }: Scene): Html | undefined {
  const words = due && sayDue(due, now);
  return words && !text.includes(words) ? html`<p class="due">办理时限：${words}</p>` : undefined;
}

const paragraphs = (text: string): Html[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${line}</p>`);

/** What is still missing and the text doesn't name itself. */
function missingList({ missing = [], text }: Delivery): Html | undefined {
  const words = missing.map((code) => MISSING[code]).filter((word) => !text.includes(word));
  if (words.length === 0) return undefined;
  return html`<div class="missing"><span>还需补充</span><ul>${words.map((word) => html`<li>${word}</li>`)}</ul></div>`;
}

const paper = html`<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
  <path class="stroke" d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6" />
</svg>`;

function attachmentList({ attachments }: Delivery): Html | undefined {
  if (!attachments?.length) return undefined;
  return html`<ul class="files" aria-label="附件">
    ${attachments.map((a) => html`<li class="file">${paper}<span>${a.name}</span></li>`)}
  </ul>`;
}

/** References that the reply rests on, each folded over its words; quotes beyond those stand below as 相近条款. */
function clauseList({ clauses, quotes }: Delivery, scene: Scene): Html | undefined {
  const isOwn = (q: Quote): boolean => !q.district || q.district === scene.district.id;
  const cited: Quote[] = clauses.map((ref) => {
    const words = quotes.filter((q) => isOwn(q) && q.ref === ref).map((q) => q.text);
    return { ref, text: words.length > 0 ? words.join('\n') : (scene.rules.clauses.resolve(ref) ?? '') };
  });
  const others = quotes.filter((q) => !isOwn(q) || !clauses.includes(q.ref));
  if (cited.length + others.length === 0) return undefined;
  return html`<div class="clauses">
    ${cited.map((q) => clauseFold(q, scene, '依据'))} ${others.map((q) => clauseFold(q, scene, q.district ? '对照' : '相近条款'))}
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
  if (outcome) return html`<p class="outcome">${outcome}</p>`;
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
  return { status: badge(STATUS_WORDS[delivery.status]), text: ownWords(delivery).replace(/\s+/g, ' ').slice(0, 60) };
}
