/** The list of people: unread counters, finding somebody, and the drawer on a phone. */
import { around, byId, elementsOf } from './dom.js';

/** Shown as 99+ beyond. */
const MOST = 99;

/** @param {(person: string) => void} onPick */
export function peopleList(onPick) {
  const drawer = byId('people', HTMLElement);
  const list = byId('people-list', HTMLElement);
  const find = byId('find-person', HTMLInputElement);

  /** @param {boolean} open */
  function toggle(open) {
    document.body.classList.toggle('drawer-open', open);
    document.querySelector('[data-drawer="open"]')?.setAttribute('aria-expanded', String(open));
    if (open) list.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  }

  /** @returns {HTMLElement[]} */
  const rows = () => [...list.querySelectorAll('.person')].filter((e) => e instanceof HTMLElement);

  function filter() {
    const word = find.value.trim();
    for (const row of rows()) row.closest('li')?.toggleAttribute('hidden', !(row.dataset.find ?? '').includes(word));
    for (const section of list.querySelectorAll('section'))
      section.toggleAttribute('hidden', !section.querySelector('li:not([hidden])'));
  }

  find.addEventListener('input', filter);
  drawer.addEventListener('click', (event) => {
    const row = around(event, '.person');
    if (!row?.dataset.person || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    toggle(false);
    onPick(row.dataset.person);
  });
  document.addEventListener('click', (event) => {
    const switcher = around(event, '[data-drawer]');
    if (switcher) toggle(switcher.dataset.drawer === 'open');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.body.classList.contains('drawer-open')) toggle(false);
  });

  return {
    /** @param {string} markup */
    render(markup) {
      const focused = document.activeElement instanceof HTMLElement && document.activeElement.dataset.person;
      list.replaceChildren(...elementsOf(markup));
      if (focused)
        rows()
          .find((row) => row.dataset.person === focused)
          ?.focus();
      filter();
    },
    /** How many messages each person and the group have been told. */
    counts() {
      const boxes = [...list.querySelectorAll('[data-box]')].filter((e) => e instanceof HTMLElement);
      return new Map(boxes.map((box) => [box.dataset.box ?? '', Number(box.dataset.count)]));
    },
    /** @param {Map<string, number>} unread */
    showUnread(unread) {
      let total = 0;
      for (const row of rows()) {
        const count = unread.get(row.dataset.person ?? '') ?? 0;
        total += count;
        show(row.querySelector('.count'), count);
        row.classList.toggle('unread', count > 0);
      }
      show(document.getElementById('unread-total'), total);
      for (const tab of document.querySelectorAll('.tab'))
        if (tab instanceof HTMLElement) show(tab.querySelector('.count'), unread.get(tab.dataset.room ?? '') ?? 0);
      document.title = document.title.replace(/^(?:（\d+）)?/, total ? `（${total}）` : '');
    },
    /** @param {string} person @returns {string} 李国栋 副区长 */
    nameOf: (person) => rows().find((row) => row.dataset.person === person)?.dataset.name ?? person,
  };
}

/**
 * @param {Element | null} element
 * @param {number} count
 */
function show(element, count) {
  if (!element) return;
  element.textContent = count > MOST ? `${MOST}+` : String(count);
  element.setAttribute('aria-label', `${count}条未读`);
  element.toggleAttribute('hidden', count === 0);
}
