// A message as Slack shows it. Every word becomes a text node: `<!channel>` and `*stars*` stay what was typed.
import { element } from './elements.js';

/**
 * The blocks of a message as an element.
 * @param {readonly object[]} blocks
 * @param {(pressed: {intent: string, args: Record<string, string>, key: string | null}) => void} press
 */
export function drawBlocks(blocks, press) {
  return element('div', { class: 'slack-blocks' }, ...blocks.map((block) => drawBlock(block, press)));
}

/** Slack's text objects as elements. */
export function drawText(texts) {
  return texts.map(({ text, style }) => {
    if (style?.code) return element('code', {}, text);
    if (style?.bold) return element('strong', {}, text);
    if (style?.italic) return element('em', {}, text);
    return element('span', {}, text);
  });
}

function drawBlock(block, press) {
  switch (block.type) {
    case 'header':
      return element('p', { class: 'slack-header' }, ...drawText(block.elements));
    case 'rich_text':
      return element(
        'div',
        { class: 'slack-section' },
        ...block.elements.map((line) => element('p', {}, ...drawText(line))),
      );
    case 'fields':
      return element(
        'dl',
        { class: 'slack-fields' },
        ...block.fields.map(({ label, value }) =>
          element('div', {}, element('dt', {}, label.text), element('dd', {}, ...drawText(value))),
        ),
      );
    case 'actions':
      return element('div', { class: 'slack-actions' }, ...block.elements.map((button) => drawButton(button, press)));
    case 'context':
      return element('p', { class: 'slack-context' }, ...drawText(block.elements));
    case 'divider':
      return element('hr', {});
    case 'progress':
      return drawProgress(block);
    case 'chart':
      return drawChart(block);
    default:
      throw new Error(`unknown block ${block.type}`);
  }
}

function drawButton({ text, style, value }, press) {
  return element(
    'button',
    { type: 'button', class: `slack-button ${style ?? ''}`, onclick: () => press(value) },
    text.text,
  );
}

function drawProgress({ share, sentence }) {
  const words = element('p', {}, ...drawText(sentence));
  if (share === null) return element('div', { class: 'slack-progress' }, words);
  const done = element('div', { class: 'slack-progress-done' });
  done.style.width = `${share * 100}%`;
  return element(
    'div',
    { class: 'slack-progress' },
    element('div', { class: 'slack-progress-bar', 'aria-hidden': 'true' }, done),
    words,
  );
}

/** Bars for the eye; the sentence under them is for everybody. */
function drawChart({ title, bars, sentence }) {
  const longest = Math.max(1, ...bars.map(({ runs }) => runs.reduce((sum, run) => sum + run.value, 0)));
  const rows = bars.map(({ category, runs }) =>
    element(
      'div',
      { class: 'slack-bar' },
      element('span', { class: 'slack-bar-name' }, category),
      element(
        'div',
        { class: 'slack-bar-runs' },
        ...runs.filter((run) => run.value > 0).map((run) => drawRun(run, longest)),
      ),
    ),
  );
  const legend = (bars[0]?.runs ?? []).map((run) =>
    element('span', {}, element('span', { class: `tone-${run.tone}` }, run.sign), ` ${run.name}`),
  );
  return element(
    'figure',
    { class: 'slack-chart' },
    element('figcaption', {}, title.text),
    element('div', { 'aria-hidden': 'true' }, ...rows, element('div', { class: 'slack-legend' }, ...legend)),
    element('p', {}, ...drawText(sentence)),
  );
}

function drawRun(run, longest) {
  const drawn = element('span', { class: `slack-run back-${run.tone}` }, `${run.sign} ${run.value}`);
  drawn.style.flexBasis = `${(run.value / longest) * 100}%`;
  return drawn;
}
