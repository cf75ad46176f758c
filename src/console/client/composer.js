/** Where one writes: the growing text field, a file by its name, sentences to click. */
import { around, byId } from './dom.js';

/** @param {(step: {say?: string, attach?: string}) => Promise<boolean>} onSend tells whether it was taken */
export function composer(onSend) {
  const form = byId('composer', HTMLFormElement);
  const say = byId('say', HTMLTextAreaElement);
  const row = byId('attach-row', HTMLElement);
  const name = byId('attach-name', HTMLInputElement);
  const pick = byId('attach-pick', HTMLInputElement);
  const opener = form.querySelector('[data-attach="open"]');

  const grow = () => {
    say.style.height = 'auto';
    say.style.height = `${say.scrollHeight}px`;
  };

  /** @param {boolean} open */
  function attach(open) {
    row.hidden = !open;
    opener?.setAttribute('aria-expanded', String(open));
    if (open && !name.value) name.value = name.placeholder;
    if (!open) {
      name.value = '';
      pick.value = '';
    }
    (open ? name : say).focus();
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const words = say.value.trim();
    const file = row.hidden ? '' : name.value.trim();
    if (!words && !file) return say.focus();
    const taken = await onSend({ ...(words && { say: words }), ...(file && { attach: file }) });
    if (!taken) return;
    say.value = '';
    grow();
    if (!row.hidden) attach(false);
    // On a touch screen the keyboard would cover the answer.
    if (matchMedia('(pointer: fine)').matches) say.focus();
  });
  say.addEventListener('input', grow);
  say.addEventListener('keydown', (event) => {
    // While a Chinese input method composes, Enter chooses a word.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('click', (event) => {
    const switcher = around(event, '[data-attach]');
    if (switcher) attach(switcher.dataset.attach === 'open' && row.hidden === true);
  });
  pick.addEventListener('change', () => {
    name.value = pick.files?.[0]?.name ?? name.value;
  });
  document.addEventListener('click', (event) => {
    const example = around(event, '[data-example]')?.dataset.example;
    if (!example) return;
    say.value = example;
    grow();
    form.requestSubmit();
  });

  return {
    /** @param {boolean} busy */
    busy(busy) {
      form.toggleAttribute('data-busy', busy);
      for (const button of form.querySelectorAll('button')) button.disabled = busy;
    },
  };
}
