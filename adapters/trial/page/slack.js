// A message as Slack shows it, from the very blocks that Slack would get.
import { element } from './elements.js';
import { drawChart } from './slack-chart.js';
import { drawInput } from './slack-inputs.js';
import { drawRichText, drawTextObjects } from './slack-text.js';

/**
 * The blocks of a message or a view as an element.
 * @param {readonly object[]} blocks
 * @param {{press: (value: string) => void, filled?: Record<string, string[]>, language?: 'nl' | 'en'}} context `press` gets the `value` of
 * a button; in a view `filled` has what was filled in before, per block
 */
export function drawBlocks(blocks, context) {
  return element('div', { class: 'slack-blocks' }, ...blocks.map((block) => drawBlock(block, context)));
}

function drawBlock(block, context) {
  switch (block.type) {
    case 'header':
      return element('p', { class: 'slack-header' }, block.text.text);
    case 'rich_text':
      return element('div', { class: 'slack-section' }, ...drawRichText(block.elements));
    case 'section':
      return drawBeside(block, context);
    case 'actions':
      return element('div', { class: 'slack-actions' }, ...block.elements.map((button) => drawButton(button, context)));
    case 'context':
      return element('p', { class: 'slack-context' }, ...drawTextObjects(block.elements));
    case 'divider':
      return element('hr', {});
    case 'input':
      return drawInput(block, context);
    case 'data_visualization':
      return drawChart(block);
    default:
      throw new Error(`unknown block ${block.type}`);
  }
}

/** A `section`: words with a button at their end. */
function drawBeside({ text, accessory }, context) {
  return element(
    'div',
    { class: 'slack-section slack-beside' },
    element('p', {}, text.text),
    drawButton(accessory, context),
  );
}

function drawButton({ type, text, style, value, accessibility_label: name }, { press }) {
  if (type !== 'button') throw new Error(`unknown element ${type}`);
  const properties = { type: 'button', class: `slack-button ${style ?? ''}`, 'aria-label': name };
  return element('button', { ...properties, onclick: () => press(value) }, text.text);
}
