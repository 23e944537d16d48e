// Where somebody talks: with the bot alone, or in a channel of one of their teams.
import { byId, element } from './elements.js';
import { ask } from './server.js';
import { names, onLanguage, text } from './texts.js';

let person = null;
let channels = [];
let chosenId = null;

export function startPlaces() {
  onLanguage(draw);
}

/** Reads which channels this person has; gives the one with this number (null: none such) and what one may try there. */
export async function openPlaces(of, channelId) {
  const answer = await ask('/api/kanalen', { als: of.email });
  const chosen = answer.channels.find(({ id }) => id === channelId) ?? null;
  person = of;
  channels = answer.channels;
  chosenId = chosen?.id ?? null;
  draw();
  return { channel: chosen, examples: answer.examples };
}

export function placeAddress({ email }, channelId) {
  const own = encodeURIComponent(email);
  return channelId === null ? `#gesprek/${own}` : `#kanaal/${own}/${encodeURIComponent(channelId)}`;
}

function draw() {
  const nav = byId('places');
  nav.hidden = channels.length === 0;
  drawHere();
  if (!person) return;
  nav.replaceChildren(
    drawPlace(null, text('personal'), null),
    ...channels.map(({ id, name, teams }) =>
      drawPlace(id, `# ${name}`, text('channelOf', { name, teams: names(teams) })),
    ),
  );
}

/** In a channel: which one, of which teams, and as whom. */
function drawHere() {
  const here = channels.find(({ id }) => id === chosenId);
  byId('place-here').hidden = !here;
  byId('place-here').textContent = here
    ? text('channelHere', { name: here.name, teams: names(here.teams), person: person.name })
    : '';
}

function drawPlace(id, words, label) {
  return element(
    'a',
    { href: placeAddress(person, id), 'aria-current': id === chosenId ? 'true' : null, 'aria-label': label },
    words,
  );
}
