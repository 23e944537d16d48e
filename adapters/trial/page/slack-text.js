// Words as Slack shows them. Every word becomes a text node: `<!channel>` and `*stars*` stay what was typed.
import { element } from './elements.js';

/** How far a goal is, for the eye only: the words beside it say the same. */
const PROGRESS = /([▰▱]{2,})/u;

/** The parts of a `rich_text` block, each on lines of its own. */
export function drawRichText(parts) {
  return parts.map(drawPart);
}

/** Text objects beside each other. */
export function drawTextObjects(texts) {
  return texts.map(({ text }) => element('span', {}, text));
}

function drawPart(part) {
  switch (part.type) {
    case 'rich_text_section':
      return element('p', {}, ...part.elements.map(drawRun));
    case 'rich_text_preformatted':
      return drawPreformatted(part.elements);
    default:
      throw new Error(`unknown rich text ${part.type}`);
  }
}

/** Signs in columns are a picture. */
function drawPreformatted(runs) {
  return element('pre', { 'aria-hidden': 'true' }, ...runs.map(drawRun));
}

function drawRun(run) {
  switch (run.type) {
    case 'text':
      return styled(element('span', {}, ...run.text.split(PROGRESS).map(drawWords)), run.style);
    case 'link':
      return drawLink(run);
    default:
      throw new Error(`unknown run ${run.type}`);
  }
}

function drawWords(words) {
  return PROGRESS.test(words) ? element('span', { 'aria-hidden': 'true' }, words) : words;
}

function drawLink({ url, text, style }) {
  if (!url.startsWith('https:')) throw new Error('a link that is not https');
  return styled(element('a', { href: url, target: '_blank', rel: 'noreferrer' }, text ?? url), style);
}

const STYLES = [
  ['code', 'code'],
  ['italic', 'em'],
  ['bold', 'strong'],
];

function styled(node, style = {}) {
  return STYLES.filter(([name]) => style[name]).reduce((inner, [, tag]) => element(tag, {}, inner), node);
}
