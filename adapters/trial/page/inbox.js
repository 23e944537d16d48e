// What everybody got by itself and when, newest first.
import { byId, element } from './elements.js';
import { placeAddress } from './places.js';
import { ask } from './server.js';
import { onLanguage, weekdayMoment } from './texts.js';

let received = [];
let more = false;

export function startInbox() {
  byId('inbox-more').addEventListener('click', () => load(received.at(-1)?.mark));
  onLanguage(draw);
}

/** Reads it from the newest on. */
export async function openInbox() {
  received = [];
  await load(null);
}

async function load(before) {
  const page = await ask('/api/postvak', before ? { voor: before } : {});
  received = [...received, ...page.messages];
  more = page.more;
  draw();
}

function draw() {
  byId('inbox-empty').hidden = received.length > 0;
  byId('inbox-table').hidden = received.length === 0;
  byId('inbox-more').hidden = !more;
  byId('inbox-rows').replaceChildren(...received.map(drawRow));
}

function drawRow({ id, at, name, email, channelId, title, excerpt }) {
  const address = email && `${placeAddress({ email }, channelId)}/${id}`;
  return element(
    'tr',
    {},
    element('td', {}, element('time', { datetime: at }, weekdayMoment(at))),
    element('td', {}, name),
    element(
      'td',
      {},
      address ? element('a', { href: address }, title) : title,
      excerpt ? element('span', { class: 'excerpt' }, excerpt) : null,
    ),
  );
}
