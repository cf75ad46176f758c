/** Small helpers on the page's elements. */

/**
 * The element with this id, of the expected kind; a page without it is a fault of ours.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T}
 */
export function byId(id, kind) {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`page without #${id}`);
  return element;
}

/**
 * The nearest element around an event's target that matches.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
export function around(event, selector) {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}

/**
 * Elements of markup that the server rendered (and escaped).
 * @param {string} markup
 * @returns {HTMLElement[]}
 */
export function elementsOf(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return [...template.content.children].filter((e) => e instanceof HTMLElement);
}

/**
 * Makes a list hold `next`, matched by `data-key`: what is unchanged stays, with its focus and open folds.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} next
 * @returns {boolean} whether anything was added at the end
 */
export function reconcile(list, next) {
  /** @type {Map<string | undefined, Element>} */
  const old = new Map([...list.children].map((e) => [e instanceof HTMLElement ? e.dataset.key : undefined, e]));
  const known = list.children.length;
  next.forEach((element, index) => {
    const node = old.get(element.dataset.key) ?? element;
    old.delete(element.dataset.key);
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
  for (const gone of old.values()) gone.remove();
  return next.length > known || next.length === 1;
}

/**
 * A new element with text and attributes.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} text
 * @param {Record<string, string>} [attributes]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, text, attributes = {}) {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
