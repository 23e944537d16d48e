// A form as Slack shows it: a window over the chat. It stays open until the answer is there, as what was wrong is said in it.
import { element } from './elements.js';
import { drawBlocks } from './slack.js';
import { filledIn, sentValues } from './slack-inputs.js';
import { textIn } from './texts.js';

let made = 0;
/** The window on screen. */
let open = null;
/** What was filled in before, per view, so that a mistake does not mean typing everything again. */
const filled = new WeakMap();

/**
 * Opens the window. `press` gets what the form does with everything filled in, or what a button in it does; closing it does nothing.
 * @param {{view: object, controls: Record<string, object>}} look
 * @param {'nl' | 'en'} language of the form
 * @param {(pressed: {intent: string, args: Record<string, string>, key: string | null, ingevuld?: object}) => void} press
 */
export function openForm({ view, controls }, language, press) {
  const title = `form-${++made}-title`;
  const news = element('div', { class: 'slack-news', role: 'alert', tabindex: -1 });
  const context = { language, filled: filled.get(view) ?? {}, press: (value) => press(controls[value]) };
  const fields = drawBlocks(view.blocks, context);
  const submit = element('button', { type: 'submit', class: 'strong' }, view.submit.text);
  const form = element(
    'form',
    { class: 'slack-form', method: 'dialog' },
    element('div', { class: 'slack-modal-top' }, element('h2', { id: title }, view.title.text)),
    element('div', { class: 'slack-modal-inside' }, news, fields),
    element(
      'div',
      { class: 'dialog-buttons' },
      element('button', { type: 'button', onclick: closeForm }, view.close?.text ?? textIn(language, 'cancel')),
      submit,
    ),
  );
  const dialog = element('dialog', { class: 'dialog slack-modal', lang: language, 'aria-labelledby': title }, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const now = filledIn(form, view.blocks);
    filled.set(view, now);
    press({ ...controls[view.private_metadata], ingevuld: sentValues(view.blocks, now) });
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (open?.dialog === dialog) open = null;
  });
  closeForm();
  open = { dialog, news, fields, submit };
  document.body.append(dialog);
  dialog.showModal();
  // Not its scrolling part, which comes first.
  form.querySelector('input, select, textarea')?.focus();
}

/** Closes the window, when there is one. */
export function closeForm() {
  open?.dialog.close();
}

/** Says something at the top of the window. False when there is none. */
export function tellInForm(...words) {
  if (!open) return false;
  open.news.replaceChildren(...words);
  open.news.scrollIntoView({ block: 'nearest' });
  return true;
}

/** Asks something in the place of the form: what would be changed in it now is not what the buttons say. */
export function askInForm(...words) {
  if (!tellInForm(...words)) return;
  open.fields.remove();
  open.submit.remove();
  // Not one of its buttons: who held Enter a moment too long would have answered.
  open.news.focus();
}

/** Is there a window with a form in it, and not with a question that came in its place? */
export function formStands() {
  return open?.fields.isConnected === true;
}
