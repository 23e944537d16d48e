// The inputs of a form as Slack shows them: `input` blocks with their label, hint and element.
import { element } from './elements.js';
import { textIn } from './texts.js';

let made = 0;

/** What is filled in now: per block the values of its input, none when it is empty. */
export function filledIn(form, blocks) {
  const values = new FormData(form);
  const names = blocks.filter(({ type }) => type === 'input').map(({ block_id: name }) => name);
  return Object.fromEntries(names.map((name) => [name, values.getAll(name).filter((value) => value !== '')]));
}

/** The same as Slack sends it, in `view.state.values`. */
export function sentValues(blocks, filled) {
  const inputs = blocks.filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id: name, element: { type, action_id: action } }) => [
      name,
      { [action]: sentValue(type, filled[name]) },
    ]),
  );
}

function sentValue(type, values) {
  const [first = null] = values;
  switch (type) {
    case 'datepicker':
      return { selected_date: first };
    case 'timepicker':
      return { selected_time: first };
    case 'static_select':
      return { selected_option: first && { value: first } };
    case 'checkboxes':
    case 'multi_static_select':
      return { selected_options: values.map((value) => ({ value })) };
    default:
      return { value: first };
  }
}

/** An `input` block; `filled` has what was filled in before, per block. */
export function drawInput(input, { filled, language }) {
  const { block_id: name, label, hint, optional = false, element: control } = input;
  const id = `input-${++made}`;
  const hintLine = hint ? element('p', { class: 'hint', id: `${id}-hint` }, hint.text) : null;
  const described = { 'aria-describedby': hint ? `${id}-hint` : null };
  const mark = optional ? element('span', { class: 'slack-optional' }, ` ${textIn(language, 'optional')}`) : null;
  const values = filled[name] ?? initialOf(control);
  if (isGroup(control)) {
    const boxes = optionsOf(control).map((option) => drawBox(option, name, values));
    if (!optional) needOne(boxes, language);
    const group = { class: `field ${control.type === 'multi_static_select' ? 'slack-many' : ''}`, ...described };
    return element('fieldset', group, element('legend', {}, label.text, mark), ...boxes, hintLine);
  }
  const drawn = drawControl(control, { id, name, required: !optional, ...described }, values[0] ?? '');
  drawn.addEventListener('invalid', () => {
    drawn.setCustomValidity(drawn.validity.valueMissing ? textIn(language, 'required') : '');
  });
  drawn.addEventListener('input', () => drawn.setCustomValidity(''));
  return element('div', { class: 'field' }, element('label', { for: id }, label.text, mark), drawn, hintLine);
}

function isGroup({ type }) {
  return type === 'checkboxes' || type === 'multi_static_select';
}

/** In groups or not. */
function optionsOf({ options, option_groups: groups }) {
  return options ?? groups.flatMap((group) => group.options);
}

function initialOf(control) {
  if (control.initial_options) return control.initial_options.map(({ value }) => value);
  const { initial_option: option, initial_date: date, initial_time: time, initial_value: value } = control;
  return [option?.value ?? date ?? time ?? value ?? ''];
}

function drawBox({ value, text, description }, name, values) {
  const more = description ? element('span', { class: 'hint' }, ` ${description.text}`) : null;
  return element(
    'label',
    { class: 'tick' },
    element('input', { type: 'checkbox', name, value, checked: values.includes(value) }),
    element('span', {}, text.text, more),
  );
}

/** A browser can demand each box, but not one of them. */
function needOne(boxes, language) {
  const inputs = boxes.map((box) => box.querySelector('input'));
  const check = () => {
    const isMissing = !inputs.some((input) => input.checked);
    inputs[0].setCustomValidity(isMissing ? textIn(language, 'required') : '');
  };
  for (const input of inputs) input.addEventListener('change', check);
  check();
}

function drawControl(control, properties, value) {
  switch (control.type) {
    case 'plain_text_input': {
      const typed = { ...properties, maxlength: control.max_length };
      return control.multiline
        ? element('textarea', { ...typed, rows: 3 }, value)
        : element('input', { ...typed, type: 'text', value });
    }
    case 'datepicker':
      return element('input', { ...properties, type: 'date', value });
    case 'timepicker':
      return element('input', { ...properties, type: 'time', value });
    case 'static_select':
      return drawSelect(control, properties, value);
    default:
      throw new Error(`unknown input ${control.type}`);
  }
}

/** As in Slack, what was chosen can be changed but not made empty. */
function drawSelect({ options, option_groups: groups }, properties, chosen) {
  const drawOption = ({ value, text, description }) => {
    const words = description ? `${text.text} ${description.text}` : text.text;
    return element('option', { value, selected: value === chosen }, words);
  };
  return element(
    'select',
    properties,
    element('option', { value: '', disabled: true, selected: chosen === '' }, '–'),
    ...(options ?? []).map(drawOption),
    ...(groups ?? []).map(({ label, options: inside }) =>
      element('optgroup', { label: label.text }, ...inside.map(drawOption)),
    ),
  );
}
