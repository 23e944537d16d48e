// A form as Slack shows it: a window over the chat, with labelled inputs.
import { element } from './elements.js';
import { drawText } from './slack.js';
import { textIn } from './texts.js';

let made = 0;
/** What was filled in before, per form, so that a mistake does not mean typing everything again. */
const filled = new WeakMap();

/**
 * Opens the window. `press` gets the form's intent with everything filled in; closing it does nothing.
 * @param {object} modal
 * @param {'nl' | 'en'} language of the form
 * @param {(pressed: {intent: string, args: Record<string, string>, key: string | null}) => void} press
 */
export function openForm(modal, language, press) {
  const mark = `form-${++made}`;
  const form = element('form', { class: 'slack-form', method: 'dialog' });
  const dialog = element(
    'dialog',
    { class: 'dialog slack-modal', lang: language, 'aria-labelledby': `${mark}-title` },
    form,
  );
  form.append(
    element('h2', { id: `${mark}-title` }, modal.title.text),
    ...(modal.intro.length > 0 ? [element('p', {}, ...drawText(modal.intro))] : []),
    ...modal.inputs.map((input, index) => drawInput(refilled(modal, input), `${mark}-${index}`, language)),
    element('p', { class: 'slack-context' }, ...drawText(modal.small)),
    element(
      'div',
      { class: 'dialog-buttons' },
      element('button', { type: 'button', onclick: () => dialog.close() }, textIn(language, 'cancel')),
      element('button', { type: 'submit', class: 'strong', value: 'send' }, modal.submit.text),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.close();
    const fields = fieldsOf(form, modal.inputs);
    filled.set(modal, fields);
    press({ ...modal.value, args: { ...modal.value.args, ...fields } });
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function fieldsOf(form, inputs) {
  const values = new FormData(form);
  return Object.fromEntries(inputs.map(({ name }) => [name, values.getAll(name).join(',')]));
}

function refilled(modal, input) {
  const value = filled.get(modal)?.[input.name];
  if (value === undefined) return input;
  const initial = input.element.type === 'checkboxes' ? value.split(',') : value;
  return { ...input, element: { ...input.element, initial } };
}

function drawInput({ name, label, hint, optional, element: control }, id, language) {
  const hinted = hint ? { 'aria-describedby': `${id}-hint` } : {};
  const hintLine = hint ? [element('p', { class: 'hint', id: `${id}-hint` }, hint.text)] : [];
  if (control.type === 'checkboxes') {
    const boxes = control.options.map((option) => drawCheckbox(name, option, control.initial.includes(option.value)));
    // A single tick is its own label.
    if (boxes.length === 1 && control.options[0].text.text === label.text)
      return element('div', { class: 'field' }, ...boxes, ...hintLine);
    return element('fieldset', { class: 'field', ...hinted }, element('legend', {}, label.text), ...boxes, ...hintLine);
  }
  const input = drawControl(control, { id, name, required: !optional, ...hinted });
  input.addEventListener('invalid', () => {
    input.setCustomValidity(input.validity.valueMissing ? textIn(language, 'required') : '');
  });
  input.addEventListener('input', () => input.setCustomValidity(''));
  const star = optional ? null : element('span', { 'aria-hidden': 'true', class: 'star' }, ' *');
  return element('div', { class: 'field' }, element('label', { for: id }, label.text, star), input, ...hintLine);
}

function drawCheckbox(name, option, checked) {
  return element(
    'label',
    { class: 'tick' },
    element('input', { type: 'checkbox', name, value: option.value, checked }),
    element('span', {}, option.text.text),
  );
}

const INPUT_TYPES = { number_input: 'number', datepicker: 'date', timepicker: 'time' };

function drawControl(control, properties) {
  switch (control.type) {
    case 'plain_text_input': {
      if (!control.multiline) {
        return element('input', { ...properties, type: 'text', maxlength: control.max_length, value: control.initial });
      }
      return element('textarea', { ...properties, rows: 3, maxlength: control.max_length }, control.initial);
    }
    case 'static_select':
      return element(
        'select',
        properties,
        element('option', { value: '' }, '–'),
        ...control.options.map(({ value, text }) =>
          element('option', { value, selected: value === control.initial }, text.text),
        ),
      );
    default:
      return element('input', {
        ...properties,
        type: INPUT_TYPES[control.type],
        step: control.type === 'number_input' ? 'any' : null,
        value: control.initial,
      });
  }
}
