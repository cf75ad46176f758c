/** The chat simulator: acts as one person, shows live what everybody else is told. */
import { composer } from './composer.js';
import { around, byId, elementsOf, make, reconcile } from './dom.js';
import { peopleList } from './people.js';
import { unreadOf } from './unread.js';

/** @typedef {{as: string, say?: string, press?: string, attach?: string, note?: string, in?: string, delivery?: number}} Step */
/** @typedef {{to: string, status: string}} Arrival */

const root = document.querySelector('.chat');
if (!(root instanceof HTMLElement)) throw new Error('page without .chat');
const district = root.dataset.district ?? '';
const at = { person: root.dataset.person ?? '', group: root.dataset.group ?? '' };

const thread = byId('thread', HTMLOListElement);
const reach = byId('reach', HTMLElement);
const toast = byId('toast', HTMLElement);
const unread = unreadOf(district);
const people = peopleList((person) => void go(person, ''));
const writing = composer((step) => send({ as: at.person, ...step }));

/** Deliveries of one burst are shown with one request. */
const BURST_MS = 60;
const TOAST_MS = 6000;
let asked = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let burst;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let toastEnd;

/**
 * Shows the state as the server has it; an answer overtaken by a later one is dropped.
 * @param {{whole?: boolean, follow?: boolean}} [how] `whole`: identity and examples, too; `follow`: scroll to the end
 */
async function refresh({ whole = false, follow = false } = {}) {
  clearTimeout(burst);
  const turn = ++asked;
  const query = at.group ? `?in=${encodeURIComponent(at.group)}` : '';
  const answer = await fetch(`/view/${encodeURIComponent(district)}/${encodeURIComponent(at.person)}${query}`);
  if (!answer.ok || turn !== asked) return;
  const view = await answer.json();
  if (turn !== asked) return;
  if (whole) {
    byId('identity', HTMLElement).replaceChildren(...elementsOf(view.identity));
    byId('tips', HTMLElement).replaceChildren(...elementsOf(view.tips));
    thread.replaceChildren();
  }
  people.render(view.people);
  showUnread();
  const atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 120;
  const grew = reconcile(thread, elementsOf(view.thread));
  if (whole || follow || (grew && atEnd)) toEnd();
}

/** What lies in the open box is read. */
function showUnread() {
  people.showUnread(unread.update(people.counts(), at.group || at.person));
}

/** The newest message in view; the welcome is read from its beginning. */
function toEnd() {
  thread.scrollTop = thread.querySelector('.welcome') ? 0 : thread.scrollHeight;
}

/**
 * Acts as somebody, privately or in a group.
 * @param {string} person
 * @param {string} group
 * @param {boolean} [remember] whether the browser's back button leads here
 */
async function go(person, group, remember = true) {
  at.person = person;
  at.group = group;
  reach.hidden = true;
  const address = new URLSearchParams({ district, as: person, ...(group && { in: group }) });
  if (remember) history.pushState(null, '', `/?${address}`);
  await refresh({ whole: true });
}

/**
 * Sends one step; what others were told is offered below as a way to go there.
 * @param {Step} step
 * @returns {Promise<boolean>}
 */
async function send(step) {
  writing.busy(true);
  try {
    const answer = await fetch(`/api/chat/${encodeURIComponent(district)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...step, ...(at.group && { in: at.group }) }),
    });
    const body = await answer.json();
    if (!answer.ok) {
      say(body.error ?? '未能发送，请稍后再试。');
      return false;
    }
    await refresh({ follow: true });
    showReach(body);
    return true;
  } catch {
    say('连接不上服务器，未能发送，请稍后再试。');
    return false;
  } finally {
    writing.busy(false);
  }
}

/** @param {Arrival[]} deliveries */
function showReach(deliveries) {
  const others = [...new Set(deliveries.map((d) => d.to))].filter((to) => to !== at.person && !to.startsWith('group:'));
  reach.hidden = others.length === 0;
  reach.replaceChildren(
    make('span', '同时送达：'),
    ...others.map((to) => make('button', people.nameOf(to), { type: 'button', 'data-go': to })),
    make('small', '点开可换成该人身份'),
  );
  if (others.length > 0) toEnd();
}

/**
 * A short notice that goes away by itself.
 * @param {string} words
 */
function say(words) {
  toast.textContent = words;
  toast.hidden = false;
  clearTimeout(toastEnd);
  toastEnd = setTimeout(() => {
    toast.hidden = true;
  }, TOAST_MS);
}

/**
 * Presses a button; where its press needs a word, asks for it first.
 * @param {HTMLElement} button
 */
function press(button) {
  const { press: label = '', delivery, prompt } = button.dataset;
  /** @param {string} [note] */
  const act = (note) => send({ as: at.person, press: label, delivery: Number(delivery), ...(note && { note }) });
  if (!prompt) return void act();
  const actions = button.closest('.actions');
  if (!actions) return;
  actions.parentElement?.querySelector('.note-form')?.remove();
  const form = make('form', '', { class: 'note-form' });
  const field = make('textarea', '', {
    rows: '2',
    maxlength: '5000',
    required: '',
    'aria-label': prompt,
    placeholder: prompt,
  });
  const row = make('div', '', { class: 'actions' });
  row.append(
    make('button', `确定${label}`, { class: 'primary' }),
    make('button', '取消', { type: 'button', 'data-cancel': '' }),
  );
  form.append(field, row);
  actions.after(form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void act(field.value.trim());
  });
  field.focus();
  form.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('click', (event) => {
  const button = around(event, '[data-press], [data-go], [data-cancel], [data-room]');
  if (!button || event.metaKey || event.ctrlKey) return;
  if (button.dataset.room !== undefined) {
    event.preventDefault();
    void go(at.person, button.dataset.room);
  } else if (button.dataset.go) void go(button.dataset.go, '');
  else if (button.dataset.press) press(button);
  else button.closest('.note-form')?.remove();
});

window.addEventListener('popstate', () => {
  const query = new URLSearchParams(location.search);
  void go(query.get('as') ?? root.dataset.person ?? '', query.get('in') ?? '', false);
});

const events = new EventSource(`/events/${encodeURIComponent(district)}`);
events.addEventListener('ready', () => {
  root.dataset.live = '';
  void refresh();
});
events.addEventListener('delivery', () => {
  clearTimeout(burst);
  burst = setTimeout(() => void refresh(), BURST_MS);
});
events.addEventListener('error', () => say('与服务器的连接中断，正在重新连接…'));

toEnd();
showUnread();
