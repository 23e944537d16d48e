// A message as Teams shows it: its Adaptive Card, drawn by Microsoft's own renderer.
import { look } from './teams-look.js';

const { AdaptiveCard, GlobalSettings, HostConfig } = globalThis.AdaptiveCards;

// The card as a whole is no stop for the Tab key, and labels of choices are people's words: no markdown.
GlobalSettings.setTabIndexAtCardRoot = false;
GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
AdaptiveCard.onProcessMarkdown = (_, result) => {
  result.didProcess = false;
};

const FIELD_PREFIX = 'field.';
/** What was filled in before, per card, so that a mistake does not mean typing everything again. */
const filled = new WeakMap();
/** Runs of these are pictures; the sentence beside them says the same. */
const PICTURE = /^[●▲■○‖✓✕▰▱]+$/u;

/**
 * The cards that Teams would get, under each other.
 * @param {{cards: readonly object[], controls: Record<string, {intent: string, args: Record<string, string>, key: string | null}>}} look
 * @param {(pressed: {intent: string, args: Record<string, string>, key: string | null, velden?: Record<string, string>}) => void} press
 */
export function drawCards({ cards, controls }, press) {
  return cards.map((json) => drawCard(json, controls, press));
}

function drawCard(json, controls, press) {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(look());
  card.parse(refilled(json));
  card.onExecuteAction = (action) => {
    if (action.url) return void open(action.url, '_blank', 'noopener');
    const sent = action.data;
    const names = card.getAllInputs().map(({ id }) => id);
    const inputs = Object.fromEntries(names.filter((name) => name in sent).map((name) => [name, sent[name]]));
    filled.set(json, inputs);
    press({ ...controls[sent.control], velden: inputs });
  };
  const drawn = card.render();
  drawn.classList.add('teams-card');
  hidePictures(drawn);
  for (const input of card.getAllInputs()) describe(card, input);
  return drawn;
}

function refilled(json) {
  const inputs = filled.get(json);
  if (!inputs) return json;
  const body = json.body.map((part) => (part.id in inputs ? { ...part, value: inputs[part.id] } : part));
  return { ...json, body };
}

function hidePictures(drawn) {
  for (const run of drawn.querySelectorAll('.ac-textRun')) {
    if (PICTURE.test(run.textContent)) (run.closest('.ac-columnSet') ?? run).setAttribute('aria-hidden', 'true');
  }
}

/** Ties the hint under an input to it, and makes several choices one named group. */
function describe(card, input) {
  const control = input.renderedInputControlElement;
  if (!control) return;
  input.renderedElement.removeAttribute('id');
  const hint = card.getElementById(input.id.replace(FIELD_PREFIX, 'hint.'))?.renderedElement;
  if (hint) {
    // Two forms of the same kind may be open at once.
    hint.id = `${control.id}-hint`;
    control.setAttribute('aria-describedby', hint.id);
  }
  if (!input.isMultiSelect) return;
  control.setAttribute('role', 'group');
  const label = input.renderedElement.querySelector('label');
  if (label) control.setAttribute('aria-labelledby', label.id);
}
