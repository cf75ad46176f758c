/** The rules page: finds articles while one types, and marks the words. */
import { byId } from './dom.js';

const input = byId('find-rule', HTMLInputElement);
const found = byId('found', HTMLOutputElement);
const articles = [...document.querySelectorAll('article.clause')];
const chapters = [...document.querySelectorAll('.chapter')];
const texts = articles.map((article) => article.textContent ?? '');

function find() {
  const word = input.value.trim();
  let count = 0;
  articles.forEach((article, i) => {
    const fits = word === '' || (texts[i] ?? '').includes(word);
    article.toggleAttribute('hidden', !fits);
    if (fits) count += 1;
  });
  for (const chapter of chapters) chapter.toggleAttribute('hidden', !chapter.querySelector('article:not([hidden])'));
  found.textContent = word ? `找到${count}条` : '';
  mark(word);
}

/**
 * Marks the word without touching the text (CSS highlights).
 * @param {string} word
 */
function mark(word) {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete('found');
  if (word === '') return;
  const ranges = [];
  for (const article of articles) {
    if (article.hasAttribute('hidden')) continue;
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length)) {
        const range = new Range();
        range.setStart(node, i);
        range.setEnd(node, i + word.length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set('found', new Highlight(...ranges));
}

input.addEventListener('input', find);
input.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  find();
});
find();
